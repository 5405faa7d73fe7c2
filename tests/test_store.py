"""What is stored, what is kept when an article changes, and what is said when a database cannot be used."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.reprint import TEXT
from storage import Saved, Store, StoreError
from tests.stored import LATER, SEEN, article, found, meeting, project, query, trade

PLANT = project("завод кирпича", "Рудный")
TALKS = meeting(("Рустам Минниханов", "раис Татарстана"), date="2024-05-17")
ANY_PROJECT = query(kinds=("project",))


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "coop.db")


@pytest.fixture
def store(path: str) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


def test_an_article_comes_back_as_it_was_saved(store: Store) -> None:
    read = article("own-id", published="2024-05")
    store.save_article(read, [found(PLANT)], seen_at=SEEN)
    assert store.article("own-id") == read
    assert store.article("other") is None


def test_a_fact_comes_back_with_its_evidence_and_article(store: Store) -> None:
    one = found(PLANT, "В Рудном строят завод кирпича.")
    store.save_article(article("a1", published="2024-05-01"), [one], seen_at=SEEN)
    (hit,) = store.search(ANY_PROJECT).hits
    assert (hit.fact, hit.evidence, hit.confidence) == (one.fact, one.evidence, one.confidence)
    assert (hit.article.id, hit.article.url, hit.article.published) == ("a1", "https://news.example/a1", "2024-05-01")
    assert store.hit(hit.id) is not None
    assert store.hit(hit.id + 1) is None


def test_counts(store: Store) -> None:
    assert store.is_empty()
    store.save_article(article("a1"), [found(PLANT), found(TALKS)], seen_at=SEEN)
    store.save_article(article("a1"), [found(PLANT)], seen_at=LATER)
    assert not store.is_empty()
    assert store.counts() == {"articles": 1, "facts": 2, "withdrawn": 1, "sources": 0, "chats": 0}


def test_a_fact_stated_again_keeps_its_id(store: Store) -> None:
    assert store.save_article(article(), [found(PLANT)], seen_at=SEEN) == Saved(new=1, withdrawn=0)
    before = store.search(ANY_PROJECT).hits[0].id
    again = found(PLANT, "Завод кирпича строят в Рудном.", 0.7)
    assert store.save_article(article(text="Иначе."), [again], seen_at=LATER) == Saved(new=0, withdrawn=0)
    (hit,) = store.search(ANY_PROJECT).hits
    assert (hit.id, hit.evidence, hit.confidence) == (before, again.evidence, 0.7)


def test_a_fact_no_longer_stated_is_withdrawn_but_kept(store: Store) -> None:
    store.save_article(article(), [found(PLANT)], seen_at=SEEN)
    before = store.search(ANY_PROJECT).hits[0].id
    assert store.save_article(article(), [], seen_at=LATER) == Saved(new=0, withdrawn=1)
    assert store.search(ANY_PROJECT).total == 0
    assert store.hit(before) is not None


def test_a_withdrawn_fact_that_comes_back_is_the_same_one(store: Store) -> None:
    store.save_article(article(), [found(PLANT)], seen_at=SEEN)
    before = store.search(ANY_PROJECT).hits[0].id
    store.save_article(article(), [], seen_at=LATER)
    assert store.save_article(article(), [found(PLANT)], seen_at=LATER) == Saved(new=1, withdrawn=0)
    assert [hit.id for hit in store.search(ANY_PROJECT).hits] == [before]


def test_the_same_fact_of_two_articles_is_two_facts(store: Store) -> None:
    for id in ("a1", "a2"):
        store.save_article(article(id), [found(PLANT)], seen_at=SEEN)
    assert store.search(ANY_PROJECT).total == 2


def test_a_fact_found_twice_in_an_article_is_one_with_all_its_evidence(store: Store) -> None:
    store.save_article(article(), [found(PLANT, "Раз.", 0.6), found(PLANT, "Два.", 0.8)], seen_at=SEEN)
    (hit,) = store.search(ANY_PROJECT).hits
    assert ([piece.quote for piece in hit.evidence], hit.confidence) == (["Раз.", "Два."], 0.8)


def test_doubtful_facts_are_kept_and_not_shown(store: Store) -> None:
    store.save_article(article(), [found(PLANT, confidence=0.3)], seen_at=SEEN)
    assert store.counts()["facts"] == 1
    assert store.search(ANY_PROJECT).total == 0
    assert store.search(query(order="latest")).total == 0


def test_saving_is_all_or_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_article(article(), [found(PLANT)], seen_at=SEEN)

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("storage.articles.write_mentions", broken)
    with pytest.raises(RuntimeError):
        store.save_article(article(text="Новый текст."), [found(TALKS)], seen_at=LATER)
    monkeypatch.undo()
    assert store.article("a1") == article()
    assert [hit.fact for hit in store.search(query(kinds=("project", "meeting"))).hits] == [PLANT]


def test_languages_of_chats(store: Store) -> None:
    assert store.language_of(7) is None
    store.set_language(7, "kk")
    store.set_language(7, "en")
    store.set_language(8, "ru")
    assert (store.language_of(7), store.language_of(8)) == ("en", "ru")


def test_remembered_questions(store: Store) -> None:
    first = store.remember(7, "проекты", "ru", at=SEEN)
    assert store.remember(7, "жобалар", "kk", at=SEEN) != first
    assert store.remember(7, "проекты", "ru", at=LATER) == first
    assert store.recalled(first) == ("проекты", "ru")
    assert store.recalled(first + 99) is None


def test_sources_and_their_rounds(store: Store) -> None:
    feed = store.add_source("feed", "https://news.example/feed")
    assert store.add_source("feed", "https://news.example/feed") == feed
    store.record_round(feed.id, at=SEEN, etag='"1"', articles=3)
    store.record_round(feed.id, at=LATER, error="no answer")
    (source,) = store.sources()
    assert (source.etag, source.articles, source.error, source.errors) == ('"1"', 3, "no answer", 1)
    store.record_round(feed.id, at=LATER, etag='"2"', articles=1)
    (source,) = store.sources()
    assert (source.etag, source.articles, source.error, source.errors) == ('"2"', 4, None, 0)


def test_two_readers_and_a_writer(store: Store, path: str) -> None:
    with Store.open(path, read_only=True) as reader:
        store.save_article(article(), [found(PLANT)], seen_at=SEEN)
        assert reader.search(ANY_PROJECT).total == 1


def test_read_only_writes_nothing(store: Store, path: str) -> None:
    store.save_article(article(), [found(PLANT)], seen_at=SEEN)
    store.close()
    before = Path(path).read_bytes()
    with Store.open(path, read_only=True) as reader:
        assert reader.search(ANY_PROJECT).total == 1
        with pytest.raises(StoreError, match="cannot be written"):
            reader.set_language(7, "ru")
    assert Path(path).read_bytes() == before


def test_read_only_makes_no_file(path: str) -> None:
    with pytest.raises(StoreError, match="no database"):
        Store.open(path, read_only=True)
    assert not Path(path).exists()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look like one " * 20, b"short"])
def test_a_file_that_is_no_database_is_left_alone(path: str, content: bytes) -> None:
    Path(path).write_bytes(content)
    with pytest.raises(StoreError, match="is no database of Coopbot") as told:
        Store.open(path)
    assert Path(path).read_bytes() == content
    assert "\n" not in str(told.value)


def test_a_database_of_another_program_is_left_alone(path: str) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (text)")
    other.commit()
    other.close()
    before = Path(path).read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store.open(path)
    assert Path(path).read_bytes() == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="check that its folder exists"):
        Store.open(str(tmp_path / "missing" / "coop.db"))


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(str(tmp_path))


def test_a_locked_database_is_told_and_stays_intact(store: Store, path: str) -> None:
    store.save_article(article(), [found(PLANT)], seen_at=SEEN)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path, busy_seconds=0.01) as second:
        with pytest.raises(StoreError, match="in use by another program"):
            second.save_article(article("a2"), [found(TALKS)], seen_at=LATER)
        assert second.search(ANY_PROJECT).total == 1
        other.execute("ROLLBACK")
        second.save_article(article("a2"), [found(trade("Казахстан", "Китай"))], seen_at=LATER)
    other.close()
    assert store.counts()["articles"] == 2


def test_the_text_before_a_change_is_kept(store: Store) -> None:
    for text in ("Первый.", "Второй.", "Второй.", "Третий."):
        store.save_article(article(text=text), [], seen_at=SEEN)
    assert [one.text for one in store.versions("a1")] == ["Первый.", "Второй."]
    assert store.article("a1") == article(text="Третий.")


def test_a_withdrawn_fact_says_when(store: Store) -> None:
    store.save_article(article(), [found(PLANT)], seen_at=SEEN)
    (hit,) = store.search(ANY_PROJECT).hits
    store.save_article(article(text="Другой."), [], seen_at=LATER)
    withdrawn = store.hit(hit.id)
    assert hit.withdrawn_at is None and withdrawn and withdrawn.withdrawn_at == LATER
    store.save_article(article(), [found(PLANT)], seen_at=LATER)
    again = store.hit(hit.id)
    assert again and again.withdrawn_at is None


def test_reprints_do_not_raise_a_fact(store: Store) -> None:
    store.save_article(article("a1"), [found(PLANT)], seen_at=SEEN)
    alone = store.search(ANY_PROJECT).hits[0].score
    store.save_article(article("a2"), [found(PLANT)], seen_at=SEEN, repeats="a1")
    assert {hit.score for hit in store.search(ANY_PROJECT).hits} == {alone}
    store.save_article(article("a3"), [found(PLANT)], seen_at=SEEN)
    assert store.search(ANY_PROJECT).hits[0].score > alone


def test_a_reprint_of_a_reprint_belongs_to_the_first_source(store: Store) -> None:
    for id, repeats in (("a1", None), ("a2", "a1"), ("a3", "a2")):
        store.save_article(article(id), [found(PLANT)], seen_at=SEEN, repeats=repeats)
    assert {hit.article.origin for hit in store.search(ANY_PROJECT).hits} == {"a1"}


def test_an_article_is_found_by_what_it_says_now(store: Store) -> None:
    first, second = TEXT, TEXT.replace("Узбекистан", "Китай").replace("торговл", "связ")[::-1]
    store.save_article(article(text=first), [], seen_at=SEEN)
    assert [one.id for one in store.like(article("a2", text=first))] == ["a1"]
    store.save_article(article(text=second), [], seen_at=LATER)
    assert store.like(article("a2", text=first)) == []
    assert [one.id for one in store.like(article("a2", text=second))] == ["a1"]
