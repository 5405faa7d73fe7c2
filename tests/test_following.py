"""Following: what is new to whom, once, by the chat's own clock."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from extract.model import Fact, Money
from extract.question import read_question
from storage import ChatSettings, Store
from storage.following.records import Pace, Waiting
from tests.fakes import memory_store
from tests.stored import article, found, meeting, project, trade

NOW = datetime(2026, 2, 6, 7, tzinfo=UTC)
ZONE = "Asia/Almaty"  # UTC+5
ANN, BOB, GROUP = 11, 12, -100200300


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as opened:
        yield opened


def save(
    store: Store, *facts: Fact, id: str = "a1", published: str | None = "2026-02-05", text: str = "Текст."
) -> None:
    told = replace(article(id, published=published), text=text)
    store.save_article(told, [found(fact) for fact in facts], seen_at=NOW.isoformat())


def follow(store: Store, question: str, pace: Pace = "now", chat: int = ANN, thread: int = 0) -> None:
    query = read_question(question, "ru", date(2026, 2, 6))
    assert store.desk.follow(chat, query, pace, now=NOW, zone=ZONE, thread=thread, language="ru")


def run(store: Store, now: datetime = NOW) -> list[Waiting]:
    """One tick, and all that may be sent then."""
    while store.desk.match(now):
        pass
    while store.desk.correct(now):
        pass
    while store.desk.compose(now, ZONE):
        pass
    sent = []
    while claimed := store.desk.claim(now, ZONE):
        for one in claimed:
            store.desk.sent(one, 1)
            sent.append(one)
    return sent


def facts_of(store: Store, messages: list[Waiting]) -> list[Fact]:
    return [hit.fact for one in messages for id in one.facts if (hit := store.hit(id))]


KIA = project("автозавод Kia", "Костанай", stage="launched")
GEORGIA = trade("Казахстан", "Грузия", millions=190, period="2023-01/2023-06")
TALKS = meeting(("Олжас Бектенов", "премьер-министр"), ("Чжан Цихай", "глава компании"))


@pytest.mark.parametrize(
    "question, fact, is_news",
    [
        ("проекты в Костанае", KIA, True),
        ("проекты в Костанайской области", KIA, True),
        ("проекты в Павлодаре", KIA, False),
        ("запущенные проекты", KIA, True),
        ("строящиеся проекты в Костанае", KIA, False),
        ("автозавод Kia", KIA, True),
        ("проекты автопрома", KIA, True),
        ("товарооборот с Грузией", GEORGIA, True),
        ("экспорт в Грузию", GEORGIA, False),
        ("товарооборот с Грузией за 2023", GEORGIA, True),
        ("товарооборот с Грузией за 2022", GEORGIA, False),
        ("товарооборот с Грузией", trade("Россия", "Грузия"), False),
        ("товарооборот с Японией", trade("Казахстан", "Япония"), True),
        ("с кем встречался Бектенов", TALKS, True),
        ("встречи Жапарова", TALKS, False),
        ("проекты дороже 1 млрд долларов", replace(KIA, cost=Money(Decimal(2 * 10**9), "USD")), True),
        ("проекты дороже 1 млрд долларов", replace(KIA, cost=Money(Decimal(10**8), "USD")), False),
    ],
)
def test_a_new_fact_reaches_those_who_asked_for_it(store: Store, question: str, fact: Fact, is_news: bool) -> None:
    follow(store, question)
    save(store, fact)
    assert facts_of(store, run(store)) == ([fact] if is_news else [])


def test_what_was_there_before_is_no_news(store: Store) -> None:
    save(store, KIA)
    follow(store, "проекты в Костанае")
    assert run(store) == []


def test_the_same_fact_of_another_article_is_no_news(store: Store) -> None:
    save(store, KIA)
    follow(store, "проекты в Костанае")
    save(store, project("завод Kia", "Костанай", stage="launched"), id="a2")
    assert run(store) == []


def test_another_stage_of_a_known_project_is_news_with_what_was_known(store: Store) -> None:
    save(store, replace(KIA, stage="under_construction"), published="2025-01-01")
    follow(store, "проекты в Костанае")
    save(store, KIA, id="a2")
    (message,) = run(store)
    news = store.desk.news(message.facts)[message.facts[0]]
    before = store.hit(news.previous or 0)
    assert (news.change, before and before.fact.stage) == ("changed", "under_construction")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "period, compared",
    [("2022-01/2022-06", True), ("2022", False), ("2022-01/2022-11", False), ("2024-01/2024-06", False)],
)
def test_a_figure_is_set_beside_a_like_one_only(store: Store, period: str, compared: bool) -> None:
    save(store, trade("Казахстан", "Грузия", millions=150, period=period))
    follow(store, "товарооборот с Грузией")
    save(store, GEORGIA, id="a2")
    (message,) = run(store)
    assert (store.desk.news(message.facts)[message.facts[0]].previous is not None) == compared


def test_nothing_comes_twice(store: Store) -> None:
    follow(store, "проекты в Костанае")
    follow(store, "автозавод Kia", "daily")
    save(store, KIA)
    assert len(run(store)) == 1
    assert run(store, NOW + timedelta(days=2)) == []


def test_one_notice_and_no_more(store: Store) -> None:
    follow(store, "товарооборот с Японией", "once")
    save(store, trade("Казахстан", "Япония", millions=1, period="2024"))
    assert len(run(store)) == 1
    assert store.desk.follows(ANN) == []


def test_a_daily_digest_comes_at_its_local_hour_and_catches_up_once(store: Store) -> None:
    follow(store, "проекты в Костанае", "daily")
    save(store, KIA)
    assert run(store, datetime(2026, 2, 7, 3, 59, tzinfo=UTC)) == []
    (digest,) = run(store, datetime(2026, 2, 7, 4, tzinfo=UTC))
    assert digest.kind == "digest"
    save(store, project("завод прицепов", "Костанай"), id="a2")
    assert len(run(store, datetime(2026, 2, 20, tzinfo=UTC))) == 1  # thirteen days late
    assert run(store, datetime(2026, 2, 20, 1, tzinfo=UTC)) == []


def test_a_clock_set_back_brings_no_second_digest(store: Store) -> None:
    follow(store, "проекты в Костанае", "daily")
    save(store, KIA)
    assert len(run(store, datetime(2026, 2, 7, 4, tzinfo=UTC))) == 1
    save(store, project("завод прицепов", "Костанай"), id="a2")
    assert run(store, datetime(2026, 2, 7, 3, 30, tzinfo=UTC)) == []
    assert run(store, datetime(2026, 2, 7, 4, 10, tzinfo=UTC)) == []
    assert len(run(store, datetime(2026, 2, 8, 4, tzinfo=UTC))) == 1


def test_an_empty_day_says_nothing_unless_wanted(store: Store) -> None:
    follow(store, "проекты в Костанае", "daily")
    assert run(store, NOW + timedelta(days=1)) == []
    by = store.desk.subscriber(ANN)
    assert by
    store.desk.set_digest(by, now=NOW, zone=ZONE, at="09:00", weekday=0, empty_note=True)
    assert [one.kind for one in run(store, NOW + timedelta(days=1))] == ["empty"]


def test_quiet_hours_hold_and_let_go(store: Store) -> None:
    store.save_chat_settings(ANN, ChatSettings(quiet_from="11:00", quiet_to="14:00"))  # it is noon
    follow(store, "проекты в Костанае")
    save(store, KIA)
    assert run(store) == []
    save(store, project("завод прицепов", "Костанай"), id="a2")
    (message,) = run(store, NOW + timedelta(hours=2))
    assert len(message.facts) == 2


def test_news_that_still_wait_join_the_next(store: Store) -> None:
    follow(store, "проекты в Костанае")
    for number, name in enumerate(("завод прицепов", "швейная фабрика", "мельница")):
        save(store, project(name, "Костанай"), id=f"a{number}")
        store.desk.match(NOW)
        store.desk.compose(NOW + timedelta(seconds=number), ZONE)
    assert [len(one.facts) for one in run(store, NOW + timedelta(seconds=3))] == [3]


def test_a_doubtful_message_is_sent_again_before_any_other(store: Store) -> None:
    follow(store, "проекты в Костанае")
    save(store, KIA)
    store.desk.match(NOW)
    store.desk.compose(NOW, ZONE)
    (first,) = store.desk.claim(NOW, ZONE)
    assert store.desk.recover() == 1  # the program was stopped
    save(store, project("завод прицепов", "Костанай"), id="a2")
    sent = run(store)
    assert sent[0].id == first.id
    assert [len(one.facts) for one in sent] == [1, 1]
    assert sent[0].doubts == 1


def test_a_paused_question_collects_nothing(store: Store) -> None:
    follow(store, "проекты в Костанае")
    (one,) = store.desk.follows(ANN)
    store.desk.change(one, now=NOW, zone=ZONE, paused=True)
    save(store, KIA)
    assert run(store) == []
    store.desk.change(one, now=NOW, zone=ZONE, paused=False)
    assert run(store) == []
    save(store, project("завод прицепов", "Костанай"), id="a2")
    assert len(run(store)) == 1


def test_a_chat_that_cannot_be_reached_keeps_all_and_hears_it_when_it_is_back(store: Store) -> None:
    follow(store, "проекты в Костанае")
    save(store, KIA)
    store.desk.match(NOW)
    store.desk.compose(NOW, ZONE)
    store.desk.hold(ANN, "bot was blocked by the user")
    assert run(store) == []
    assert store.desk.resume(ANN)
    assert len(run(store)) == 1
    assert not store.desk.resume(ANN)


def test_a_supergroup_gets_what_its_group_followed(store: Store) -> None:
    follow(store, "проекты в Костанае", chat=GROUP)
    save(store, KIA)
    store.desk.match(NOW)
    store.desk.compose(NOW, ZONE)
    store.desk.move(GROUP, GROUP - 1)
    assert [one.subscriber.chat for one in run(store)] == [GROUP - 1]
    assert store.desk.follows(GROUP) == []


def test_topics_of_a_group_follow_apart(store: Store) -> None:
    follow(store, "проекты в Костанае", chat=GROUP, thread=7)
    follow(store, "проекты в Павлодаре", chat=GROUP, thread=8)
    save(store, KIA)
    assert [one.subscriber.thread for one in run(store)] == [7]


def test_a_withdrawn_fact_drops_out_before_it_is_sent(store: Store) -> None:
    follow(store, "проекты в Костанае")
    save(store, KIA)
    store.desk.match(NOW)
    save(store, text="Другой текст.")
    assert run(store) == []


def test_a_correction_is_told_once_to_those_who_were_shown_the_fact(store: Store) -> None:
    follow(store, "товарооборот с Грузией")
    follow(store, "проекты в Павлодаре", chat=BOB)
    save(store, trade("Казахстан", "Грузия", millions=423, period="2022"))
    assert len(run(store)) == 1
    save(store, trade("Казахстан", "Грузия", millions=143, period="2022"), text="Исправлено.")
    (correction,) = run(store)
    amounts = [fact.amount for fact in facts_of(store, [correction])]  # type: ignore[union-attr]
    assert correction.kind == "correction"
    assert amounts == [Money(Decimal(423 * 10**6), "USD"), Money(Decimal(143 * 10**6), "USD")]
    assert run(store, NOW + timedelta(days=1)) == []


def test_another_wording_of_a_fact_is_no_correction(store: Store) -> None:
    follow(store, "проекты в Костанае")
    save(store, KIA)
    assert len(run(store)) == 1
    save(store, project("завод Kia", "Костанай", stage="launched"), text="Новый текст.")
    assert run(store) == []


def test_an_erased_chat_leaves_nothing(store: Store) -> None:
    follow(store, "проекты в Костанае")
    save(store, KIA)
    run(store)
    store.erase(ANN, with_chat=True)
    assert store.desk.subscriber(ANN) is None
    save(store, project("завод прицепов", "Костанай"), id="a2")
    assert run(store) == []


def test_a_question_with_an_article_of_its_own_is_kept_as_it_was_asked(store: Store) -> None:
    follow(store, "товарооборот с Грузией")
    follow(store, "Товарооборот Казахстана и Грузии", "weekly")
    assert [(one.question, one.pace) for one in store.desk.follows(ANN)] == [("товарооборот с Грузией", "weekly")]
