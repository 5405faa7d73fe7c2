"""The command line: what it prints, what it refuses, and with which exit status."""

import io
import json
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main, parser
from extract.model import Article
from storage import Store

TEXT = (
    "Премьер-министр Казахстана Алихан Смаилов встретился с президентом Татарстана Рустамом Миннихановым.\n"
    "Товарооборот Казахстана и Татарстана за 11 месяцев 2021 года составил 423,3 млн долларов.\n"
    "В Костанае строится завод по производству редукторов мощностью 10 тысяч штук в год, его запустят в 2024 году."
)
ARTICLE = {"id": "a1", "url": "https://news.example/1", "published": "2022-01-24", "language": "ru", "text": TEXT}


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.jsonl"
    path.write_text(json.dumps(ARTICLE, ensure_ascii=False) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def database(tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]) -> str:
    path = str(tmp_path / "coopbot.db")
    assert main(["ingest", article, "--db", path]) == 0
    assert "1 articles read" in capsys.readouterr().err
    return path


def test_extract_gives_facts_whose_quotes_stand_in_the_text(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", article, "--mentions"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["id"] == "a1"
    assert {"trade", "project", "meeting"} <= {fact["kind"] for fact in record["facts"]}
    for piece in (piece for fact in record["facts"] for piece in fact["evidence"]):
        assert TEXT[piece["start"] : piece["stop"]] == piece["quote"]
    money = next(mention for mention in record["mentions"] if mention["type"] == "money")
    assert TEXT[money["start"] : money["stop"]] == "423,3 млн долларов" and money["value"]["amount"] == 423_300_000


def test_explain_shows_spans_rules_and_what_was_dropped(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", article]) == 0
    shown = capsys.readouterr().out
    assert "[423,3 млн долларов|money]" in shown and "trade" in shown
    assert main(["explain", article, "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"id", "mentions", "facts", "dropped"}


def test_ask_answers_in_text_and_in_json(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "проекты в Костанае", "--db", database]) == 0
    text = capsys.readouterr().out
    assert "Костанай" in text and "<b>" not in text
    assert "  │ В Костанае строится завод" in text  # where no button opens it, the sentence is there at once
    assert main(["ask", "--json", "projects in Kostanay", "--db", database]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["question"] == "projects in Kostanay" and answer["answered"] is True and answer["total"] == 1
    [fact] = answer["facts"]
    assert (fact["article"], fact["url"], fact["kind"]) == ("a1", "https://news.example/1", "project")
    assert fact["evidence"] and fact["score"] > 0 and fact["why"]


def test_ask_answers_each_line_of_the_input(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = "товарооборот с Татарстаном за 2021 год\nпогода в Астане\n\nprojects in Brazil\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(questions.encode()), encoding="utf-8"))
    assert main(["ask", "--json", "-", "--db", database]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["answered"] for answer in answers] == [True, False, False, False]
    assert [answer["total"] for answer in answers] == [1, 0, 0, 0]


def test_the_same_article_is_not_read_twice(database: str, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", article, "--db", database]) == 0
    assert "1 articles unchanged" in capsys.readouterr().err


def test_a_source_is_added_and_read_in_the_next_round(
    tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "sources.db")
    assert main(["sources", "add", article, "--db", path]) == 0
    assert main(["ingest", "--db", path]) == 0
    assert "1 articles read" in capsys.readouterr().err
    assert main(["sources", "list", "--db", path]) == 0
    assert article in capsys.readouterr().out


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that a refused command says; nothing else, and no traceback."""
    assert main(arguments) == 1
    captured = capsys.readouterr()
    lines = [line for line in captured.err.splitlines() if line.startswith("coopbot: ")]
    assert len(lines) == 1 and "Traceback" not in captured.err
    return lines[0]


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", "empty"),
        (b'{"id": "1", "text": ', "line 1: broken JSON"),
        (b'{"id": "1", "text": "a\\u0000b"}', "line 1: control character U+0000 in text at character 2"),
        (b'{"id": "1", "text": "' + b"a" * 20 * 2**20 + b'"}', "line 1: longer than 8 MB"),
        ('{"id": "1", "text": "哈萨克斯坦与中国的贸易额达到新的高度。"}'.encode(), "not in Russian, Kazakh or English"),
        (b"<html></html>", "no article in this page"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_bad_input_is_named_in_one_line(
    command: str, content: bytes, reason: str, database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad"
    path.write_bytes(content)
    assert reason in refused([command, str(path), "--db", database], capsys)
    assert main(["ask", "--json", "проекты в Костанае", "--db", database]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 1


def test_a_bad_line_does_not_stop_the_good_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mixed.jsonl"
    good = json.dumps(ARTICLE, ensure_ascii=False)
    path.write_text(f"{good}\nbroken\n{good.replace('a1', 'a2')}\n", encoding="utf-8")
    assert main(["extract", str(path)]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["a1", "a2"]
    [complaint] = captured.err.splitlines()
    assert complaint.startswith(f"coopbot: {path}: line 2: broken JSON at character 1")


def test_what_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "nothing.jsonl" in refused(["extract", str(tmp_path / "nothing.jsonl")], capsys)
    assert "no sources yet" in refused(["ingest", "--db", str(tmp_path / "new.db")], capsys)
    closed = ["ingest", "http://127.0.0.1:9/feed", "--db", str(tmp_path / "new.db")]
    assert "private or reserved address" in refused(closed, capsys)
    monkeypatch.setenv("FETCH_ALLOW", "127.0.0.1")
    assert "cannot be reached" in refused(closed, capsys)


def test_a_database_of_a_newer_version_is_left_alone(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(database) as connection:
        applied = connection.execute("select count(*) from _sqlite_migrations").fetchone()[0]
        connection.execute("update _sqlite_migrations set name = 'from_the_future' where id = ?", [applied])
    before = Path(database).read_bytes()
    assert "newer" in refused(["ask", "проекты", "--db", database], capsys)
    assert Path(database).read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.db"
    path.write_text("these are my notes, and no database at all\n" * 100)
    assert "notes.db" in refused(["ask", "проекты", "--db", str(path)], capsys)
    assert path.read_text().startswith("these are my notes")


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o500)
    assert str(tmp_path) in refused(["ask", "проекты", "--db", str(tmp_path / "coopbot.db")], capsys)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "missing" in refused(["ask", "проекты", "--db", str(tmp_path / "missing" / "coopbot.db")], capsys)


@pytest.mark.parametrize(
    "settings, reason",
    [
        ({}, "no BOT_TOKEN"),
        ({"BOT_TOKEN": "nonsense"}, "BOT_TOKEN cannot be used"),
        ({"BOT_TOKEN": "1:a", "TELEGRAM_API": "http://127.0.0.1:9"}, "cannot be reached"),
    ],
)
def test_run_needs_a_token_and_a_network(
    settings: dict[str, Any], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert reason in refused(["run", "--db", str(tmp_path / "coopbot.db")], capsys)


def test_every_command_explains_itself() -> None:
    commands = parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    assert set(commands or ()) == {"run", "chat", "ingest", "ask", "sources", "extract", "explain"}
    assert all(command.description for command in dict(commands or {}).values())  # type: ignore[call-overload]


def test_articles_that_were_set_aside_are_tried_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "coopbot.db")
    with Store.open(path) as store:
        store.set_aside(Article("a", "Товарооборот вырос до 4 млрд долларов."), "boom", tries=2, at="2026-02-05")
    assert main(["ingest", "--retry", "--db", path]) == 0
    assert "1 articles read" in capsys.readouterr().err
    assert main(["ingest", "--retry", "--db", path]) == 0
    assert "no article is set aside" in capsys.readouterr().err
