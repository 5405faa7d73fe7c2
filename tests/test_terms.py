"""Words of questions reach the words of facts: by stem, thing, letters, beginning, one or two typos."""

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from extract.words.inflect import fold
from storage.articles import write_article
from storage.database import open_database
from storage.terms import Term, look_up
from tests.stored import SEEN, agreement, article, found, project


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = open_database(str(tmp_path_factory.mktemp("terms") / "coop.db"), read_only=False)
    facts = [
        found(project("завод по производству бутадиеновых каучуков KamLitKZ", "Атырау"), "Нефтехимики ждут запуска."),
        found(project("шинный завод", "Сарань"), "В Сарани делают шины."),
        found(agreement("меморандум о переработке хлопка", "Казахстан", "Гессен"), "Стороны назвали сроки."),
    ]
    write_article(opened, article("a1"), facts, SEEN)
    write_article(opened, article("a2", language="kk"), [found(project("тоқыма фабрикасының құрылысы"))], SEEN)
    yield opened
    opened.close()


def reached(db: Database, word: str) -> set[tuple[str, str]]:
    """The names of the keys that a word reaches, and how."""
    names = {row["id"]: row["name"] for row in db.query("SELECT id, name FROM keys")}
    return {(names[key], how) for key, how in look_up(db, fold(word)).keys}


@pytest.mark.parametrize(
    ("word", "term", "how"),
    [
        ("бутадиеновый", "бутадиен", "exact"),
        ("бутадиен", "бутадиен", "exact"),
        ("шинного", "шин", "exact"),
        ("tyre", "шина", "thing"),
        ("мақта", "хлопок", "thing"),
        ("memorandum", "меморандум", "thing"),
        ("камлиткз", "kamlitkz", "latin"),
        ("бутадиеновыхх", "бутадиен", "typo"),
        ("бутодиеновый", "бутадиен", "typo"),
        ("бутодеиновый", "бутадиен", "typos"),
        ("каучу", "каучук", "beginning"),
        ("құрылыстың", "курылыс", "suffix"),
    ],
)
def test_a_word_reaches_the_term(db: Database, word: str, term: str, how: str) -> None:
    assert (term, how) in reached(db, word)


@pytest.mark.parametrize("word", ["космос", "явка", "хоккей", "қайық", "weather"])
def test_a_word_that_no_fact_holds_reaches_nothing(db: Database, word: str) -> None:
    assert look_up(db, word).keys == ()


def test_a_short_word_is_no_typo_of_another(db: Database) -> None:
    assert look_up(db, "шип").keys == ()


def test_a_known_name_is_no_typo_of_another(db: Database) -> None:
    assert ("гессен", "exact") in reached(db, "Гессен")
    assert look_up(db, fold("Эссен")).keys == ()


def test_nearer_tiers_are_surer(db: Database) -> None:
    tiers = ["бутадиен", "каучу", "бутодиеновый", "бутодеиновый"]
    certainties = [look_up(db, word).certainty for word in tiers]
    assert certainties == sorted(certainties, reverse=True)
    assert Term("явка", ()).certainty == 0
