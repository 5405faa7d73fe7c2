"""New, changed or the same: decided from values alone."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from extract.decide import LastReading, Rules, decide, fingerprint, is_due
from extract.model import Article

ARTICLE = Article("1", "Текст", "https://a.example/1", "Заголовок", "2022-01-24", "ru")


@pytest.mark.parametrize(
    "known, read, decision",
    [
        (None, ARTICLE, "new"),
        (ARTICLE, ARTICLE, "same"),
        (ARTICLE, replace(ARTICLE, text="Текст\n"), "same"),
        (ARTICLE, replace(ARTICLE, text="Другой текст"), "changed"),
        (ARTICLE, replace(ARTICLE, title="Другой заголовок"), "changed"),
        (ARTICLE, replace(ARTICLE, published="2022-01-25"), "changed"),
        (ARTICLE, replace(ARTICLE, url=None), "changed"),
    ],
)
def test_decide(known: Article | None, read: Article, decision: str) -> None:
    assert decide(known, read) == decision


def test_words_do_not_move_from_the_title_to_the_text_unseen() -> None:
    assert fingerprint(replace(ARTICLE, title="а", text="б")) != fingerprint(replace(ARTICLE, title="", text="а\nб"))


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    assert len(fingerprint(replace(ARTICLE, text="\ud800"))) == 64


RULES = Rules(oldest=date(2022, 1, 20), on_topic=True)
TRADE = replace(ARTICLE, text="Товарооборот вырос до 4 млрд долларов.", title=None)


@pytest.mark.parametrize(
    "known, read, decision",
    [
        (None, TRADE, "new"),
        (None, replace(TRADE, published=None), "new"),
        (None, replace(TRADE, published="2022-01"), "new"),
        (None, replace(TRADE, published="2022-01-19"), "too old"),
        (None, replace(TRADE, published="2021"), "too old"),
        (None, replace(TRADE, text="Сборная выиграла матч."), "off topic"),
        (TRADE, replace(TRADE, text="Сборная выиграла матч."), "changed"),
        (TRADE, replace(TRADE, published="2021-01-19"), "changed"),
    ],
)
def test_what_rounds_leave_out(known: Article | None, read: Article, decision: str) -> None:
    assert decide(known, read, RULES) == decision


NOW = datetime(2026, 2, 5, 12, tzinfo=UTC)
HOURS_AGO_2, HOURS_AGO_30 = "2026-02-05T10:00:00+00:00", "2026-02-04T06:00:00+00:00"


@pytest.mark.parametrize(
    "last, published, due",
    [
        (None, None, True),
        (LastReading("other", "saved", HOURS_AGO_2), "2026-02-05", True),
        (LastReading("d", "saved", HOURS_AGO_2), "2026-02-05", False),
        (LastReading("d", "saved", HOURS_AGO_30), "2026-02-03", True),
        (LastReading("d", "saved", HOURS_AGO_30), "2026-01-03", False),
        (LastReading("d", "saved", HOURS_AGO_30), None, False),
        (LastReading("d", "off topic", HOURS_AGO_30), "2026-02-03", False),
    ],
)
def test_an_entry_is_read_again_when_it_may_have_changed(
    last: LastReading | None, published: str | None, due: bool
) -> None:
    assert is_due(last, "d", published, NOW) == due
