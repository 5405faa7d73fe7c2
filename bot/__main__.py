"""The command line: `coopbot`, or `python -m bot`. Each command is a function of the parsed arguments."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable
from datetime import date

from bot.problems import Problem, complain
from bot.settings import SettingsError, load_settings
from storage import Store, StoreError

Command = Callable[[argparse.Namespace], int]


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 something was refused, 2 wrong usage, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except (Problem, SettingsError, StoreError) as error:
        complain(str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if load_settings().log_level == "DEBUG":
            raise
        complain(f"unexpected {type(error).__name__}: {error}; LOG_LEVEL=DEBUG shows where".replace("\n", " "))
        return 1


def parser() -> argparse.ArgumentParser:
    """Return the grammar of the command line."""
    root = argparse.ArgumentParser(
        prog="coopbot", description="Answers questions about cooperation news, with the sentence behind every figure."
    )
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        command.set_defaults(command=run)
        command.add_argument("--db", metavar="PATH", help="the database; default: COOPBOT_DATABASE")
        return command

    add("run", _run, "serve Telegram, by long polling or by the webhook of WEBHOOK_URL; needs BOT_TOKEN")
    chat = add("chat", _chat, "talk to the bot in this terminal: no token, no network")
    chat.add_argument("--language", choices=("ru", "kk", "en"), default=None, help="the language of your Telegram")
    ingest = add("ingest", _ingest, "read articles and keep their facts; without files: one round over the sources")
    ingest.add_argument(
        "files", nargs="*", metavar="FILE", help="JSON lines, a saved page or feed, an address; - reads standard input"
    )
    ingest.add_argument("--retry", action="store_true", help="try the articles again that could not be read")
    ask = add("ask", _ask, "answer one question")
    ask.add_argument("question", help="the question; - with --json answers each line of the standard input")
    ask.add_argument("--json", action="store_true", help="for programs")
    sources = add("sources", _sources, "list the sources, or add one")
    sources.add_argument("action", choices=("list", "add"))
    sources.add_argument("address", nargs="?", help="a file, or the address of a feed")
    read = add("extract", _extract, "print the facts of articles; touches no database")
    read.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="JSON lines, a saved page or feed; default: standard input"
    )
    read.add_argument(
        "--mentions",
        action="store_true",
        help="add every sum, date, length of time, quantity, place and person with its span",
    )
    explain = add("explain", _explain, "print what matched in articles and what was dropped")
    explain.add_argument("file", metavar="FILE", help="JSON lines, a saved page or feed; - reads standard input")
    explain.add_argument("--json", action="store_true", help="for programs")
    return root


def _database(options: argparse.Namespace) -> str:
    return str(options.db or load_settings().database)


def _run(options: argparse.Namespace) -> int:
    from bot.app import serve

    return asyncio.run(serve(load_settings(), _database(options)))


def _chat(options: argparse.Namespace) -> int:
    from bot.app import talk

    return asyncio.run(talk(load_settings(), _database(options), options.language))


def _ingest(options: argparse.Namespace) -> int:
    from bot.load import load_files, retry, run_round

    with Store.open(_database(options)) as store:
        if options.retry:
            return asyncio.run(retry(store))
        return asyncio.run(load_files(store, options.files) if options.files else run_round(store))


def _ask(options: argparse.Namespace) -> int:
    from bot.batch import ask_lines, ask_one

    with Store.open(_database(options)) as store:
        if options.json and options.question == "-":
            return ask_lines(store, today=date.today())
        return ask_one(store, options.question, as_json=options.json, today=date.today())


def _sources(options: argparse.Namespace) -> int:
    from bot.load import add_source, list_sources

    with Store.open(_database(options)) as store:
        return add_source(store, options.address) if options.action == "add" else list_sources(store)


def _extract(options: argparse.Namespace) -> int:
    from bot.batch import extract_file

    return extract_file(options.file, mentions=options.mentions)


def _explain(options: argparse.Namespace) -> int:
    from bot.batch import explain_file

    return explain_file(options.file, as_json=options.json, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ)


if __name__ == "__main__":
    sys.exit(main())
