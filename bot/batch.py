"""Commands over articles and questions: extract, explain, ask. Results go to standard output, complaints to error."""

import json
import sys
from collections.abc import Iterator
from datetime import date

import extract
from bot.answers import answer_to_record
from bot.ingest import with_language
from bot.inputs import BadLine, articles_of
from bot.lens import article_head, explanation_record, explanation_text
from bot.problems import complain
from bot.terminal_text import terminal_text
from extract.explain import explain_article
from extract.model import Article
from extract.records import found_to_record, mention_to_record
from handlers.answering import answer_question
from storage import Store


def extract_file(path: str, *, mentions: bool) -> int:
    """Print a line of facts for each article of a file. Returns the exit status: 1 where an input was refused."""
    refused = 0
    for article in _readable(path):
        if article is None:
            refused = 1
            continue
        record: dict[str, object] = {"id": article.id}
        record["facts"] = [found_to_record(found) for found in extract.extract(article)]
        if mentions:
            record["mentions"] = [mention_to_record(mention) for mention in extract.find_mentions(article)]
        print(json.dumps(record, ensure_ascii=False))
    return refused


def explain_file(path: str, *, as_json: bool, colour: bool) -> int:
    """Print what matched in each article of a file, and what was dropped. Returns the exit status."""
    refused = 0
    for article in _readable(path):
        if article is None:
            refused = 1
        elif as_json:
            print(json.dumps(explanation_record(explain_article(article)), ensure_ascii=False))
        else:
            print(
                article_head(article), explanation_text(explain_article(article), colour=colour), sep="\n", end="\n\n"
            )
    return refused


def _readable(path: str) -> Iterator[Article | None]:
    """Yield the articles of a file in their language; None, with a complaint, for what cannot be used."""
    for one in articles_of(path):
        if isinstance(one, BadLine):
            complain(f"{path}: line {one.number}: {one.reason}")
            yield None
            continue
        article = with_language(one)
        if article is None:
            complain(f"{path}: article {one.id}: not in Russian, Kazakh or English; give an article in one of them")
        yield article


def ask_one(store: Store, question: str, *, as_json: bool, today: date) -> int:
    """Print the answer to one question. Returns the exit status, 0 also where nothing is found."""
    answered = answer_question(store, question, None, today)
    if as_json:
        print(json.dumps(answer_to_record(question, answered), ensure_ascii=False))
    else:
        print(terminal_text(answered.text))
    return 0


def ask_lines(store: Store, *, today: date) -> int:
    """Answer each line of the standard input by a line of JSON."""
    for line in sys.stdin.buffer:
        question = line.decode("utf-8", "replace").rstrip("\r\n")
        answered = answer_question(store, question, None, today)
        print(json.dumps(answer_to_record(question, answered), ensure_ascii=False), flush=True)
    return 0
