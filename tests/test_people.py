"""People of Russian articles: names in the nominative, posts, and who is meant by a surname or a post alone."""

import pytest

from extract.document import read_document
from extract.model import Article, Person
from extract.people import case as person_case
from extract.people import finding as people
from extract.people import names
from extract.people.case import is_given_name, nominative_name
from extract.people.names import everyday_name, same_person, surname_key


def people_of(text: str) -> list[tuple[str, str | None]]:
    document = read_document(Article(id="a", text=text, language="ru", published="2024-05-20"))
    assert document is not None
    found = [mention.person for sentence in document.sentences for mention in sentence.people if mention.person.name]
    return [(person.name, person.role) for person in found]


@pytest.mark.parametrize("text, expected", people.EXAMPLES.items())
def test_examples(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert people_of(text) == expected


@pytest.mark.parametrize("text", people.NOT_EXAMPLES)
def test_counter_examples(text: str) -> None:
    assert people_of(text) == []


@pytest.mark.parametrize("inflected, nominative", person_case.EXAMPLES.items())
def test_names_come_back_in_the_nominative(inflected: str, nominative: str) -> None:
    assert nominative_name(inflected.split()) == nominative


@pytest.mark.parametrize("name", person_case.NOT_EXAMPLES)
def test_nominative_and_foreign_names_keep_their_endings(name: str) -> None:
    assert nominative_name(name.split()) == name


@pytest.mark.parametrize(
    "inflected, case, nominative",
    [
        ("Файзой Эль-Нагой", "Ins", "Файза Эль-Нага"),
        ("Чыонг Тан Шангом", "Ins", "Чыонг Тан Шанг"),
        ("Сахира Шамшада Мирзу", "Acc", "Сахир Шамшад Мирза"),
        ("Нарендрой Моди", "Ins", "Нарендра Моди"),
        ("Серджо Маттареллу", "Acc", "Серджо Маттарелла"),
        ("Алика Айдарбаева", "Acc", "Алик Айдарбаев"),
        ("Гэри Нейгла", "Gen", "Гэри Нейгл"),
        ("Ильи Медведева", "Gen", "Илья Медведев"),
    ],
)
def test_the_title_before_a_name_tells_its_case(inflected: str, case: str, nominative: str) -> None:
    assert nominative_name(inflected.split(), post_case=case) == nominative


@pytest.mark.parametrize("written, expected", names.EXAMPLES.items())
def test_everyday_names(written: str, expected: str) -> None:
    assert everyday_name(written) == expected


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("В. Путин", "Владимир Путин", True),
        ("А. Путин", "Владимир Путин", False),
        ("Жапаров", "Садыр Жапаров", True),
        ("Акылбек Жапаров", "Садыр Жапаров", False),
        ("Тайип Эрдоган", "Реджеп Тайип Эрдоган", True),
        ("Мухаммед бин Заид Аль Нахайян", "Мансур бин Заид Аль Нахайян", False),
    ],
)
def test_one_surname_may_be_two_people(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize("one, other", [("Мирзиёев", "Мирзиеева"), ("Минниханов", "Рустама Минниханова")])
def test_spellings_and_forms_share_a_key(one: str, other: str) -> None:
    assert surname_key(one) == surname_key(other)


@pytest.mark.parametrize("word, given", [("Рустамом", True), ("Серику", True), ("Завод", False)])
def test_given_names_are_known_in_any_case(word: str, given: bool) -> None:
    assert is_given_name(word) is given


@pytest.mark.parametrize(
    "text, person",
    [
        (
            "Переговоры провели президенты России и Узбекистана Владимир Путин и Шавкат Мирзиёев.",
            Person("Шавкат Мирзиёев", "президент Узбекистана"),
        ),
        (
            "С министром торговли, сопредседателем комиссии Арманом Шаккалиевым встретились предприниматели.",
            Person("Арман Шаккалиев", "министр торговли"),
        ),
        ("Прибыл глава МИД Турции Хакан Фидан.", Person("Хакан Фидан", "министр иностранных дел Турции")),
        ("Аким области Абай (Казахстан) Нурлан Уранхаев выступил.", Person("Нурлан Уранхаев", "аким области Абай")),
        (
            "Прошли переговоры президентов России и Узбекистана. Владимир Путин и Шавкат Мирзиёев довольны.",
            Person("Владимир Путин", "президент России"),
        ),
        ("Вице-премьер РК Серик Жумангарин открыл форум.", Person("Серик Жумангарин", "вице-премьер Казахстана")),
    ],
)
def test_posts_are_given_in_the_wording_of_the_text(text: str, person: Person) -> None:
    assert (person.name, person.role) in people_of(text)


def test_two_bearers_of_a_surname_stay_apart() -> None:
    text = "Президент Кыргызстана Садыр Жапаров принял премьера Акылбека Жапарова. Акылбек Жапаров доложил о бюджете."
    assert [name for name, _ in people_of(text)] == ["Садыр Жапаров", "Акылбек Жапаров", "Акылбек Жапаров"]


def test_a_post_that_two_people_hold_is_nobodys() -> None:
    text = (
        "Министр торговли Арман Шаккалиев и министр энергетики Ерлан Аккенженов выступили. Министр ответил на вопросы."
    )
    assert len(people_of(text)) == 2


def test_a_name_of_many_words_is_turned() -> None:
    assert nominative_name(["Рустамом", *["Аль"] * 30, "Миннихановым"])
