"""Who the sides of a document are, by how they stand in the clause that signs it."""

import pytest

from extract.document import read_document
from extract.facts.agreement import bodies, find_agreements
from extract.facts.agreement.actors import actors_of
from extract.facts.agreement.bodies import find_bodies
from extract.facts.agreement.links import links_of
from extract.model import Agreement, Article, Found, Language


def agreements(text: str, language: Language) -> list[Agreement]:
    document = read_document(Article(id="1", text=text, published="2024-05-20", language=language))
    assert document is not None
    return [one.fact for one in find_agreements(document) if isinstance(one, Found) and isinstance(one.fact, Agreement)]


SIDES: list[tuple[Language, str, set[str]]] = [
    ("ru", "Договор о дружбе парафировали Казахстан и Монголия.", {"Казахстан", "Монголия"}),
    (
        "ru",
        "На заседании Совета сотрудничества Казахстан и Турция подписали декларацию о партнерстве.",
        {"Казахстан", "Турция"},
    ),
    (
        "ru",
        "От Татарстана соглашение о сотрудничестве подписал Рустам Минниханов, от Гомельской области — Иван Крупко.",
        {"Татарстан", "Гомельская область"},
    ),
    (
        "ru",
        "Подписан протокол о намерениях между Свердловской и Наманганской областями.",
        {"Свердловская область", "Наманганская область"},
    ),
    ("ru", "Главы МИД Казахстана и Армении подписали программу сотрудничества.", {"Казахстан", "Армения"}),
    ("ru", "Корейская Hyundai подписала соглашение с «Astana Motors».", {"Hyundai", "Astana Motors"}),
    (
        "ru",
        "Завод построят в Джизакской области. Соглашение с областью заключила компания «Химград».",
        {"Джизакская область", "Химград"},
    ),
    (
        "en",
        "Masdar signed an agreement with Kazakhstan’s Ministry of Energy.",
        {"Masdar", "Министерство энергетики Казахстана"},
    ),
    (
        "en",
        "ACWA Power entered into a power purchase agreement with the Government of Uzbekistan.",
        {"ACWA Power", "Узбекистан"},
    ),
    ("en", "A memorandum was signed between Astana Motors and Hyundai Rotem.", {"Astana Motors", "Hyundai Rotem"}),
    (
        "kk",
        "Өзбекстан Энергетика министрлігі мен Masdar компаниясы арасында меморандумға қол қойылды.",
        {"Министерство энергетики Узбекистана", "Masdar"},
    ),
]


@pytest.mark.parametrize(("language", "text", "sides"), SIDES)
def test_sides_of_a_document(language: Language, text: str, sides: set[str]) -> None:
    assert [set(one.parties) for one in agreements(text, language)] == [sides]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Подписание соглашения о визах между Казахстаном и Ираном состоялось в Тегеране.", True),
        ("Готовится подписание соглашения о визах между Казахстаном и Ираном.", False),
        ("Соглашение о визах между Казахстаном и Ираном вступило в силу.", True),
    ],
)
def test_signing_as_a_noun_tells_whether_it_was_held(text: str, signed: bool) -> None:
    assert [one.signed for one in agreements(text, "ru")] == [signed]


def test_items_of_a_list_are_documents_of_their_heading() -> None:
    text = (
        "Казахстан и Вьетнам подписали документы:\n— соглашение о визах;\n"
        "— меморандум между «Татнефтью» и «КазМунайГазом» о добыче нефти."
    )
    found = {one.name.split()[0]: set(one.parties) for one in agreements(text, "ru")}
    assert found["соглашение"] == {"Казахстан", "Вьетнам"}
    assert found["меморандум"] == {"Татнефть", "КазМунайГаз"}


def test_documents_joined_in_a_row_are_signed_by_one_verb() -> None:
    text = "Казахстан и Армения подписали соглашение о миграции, а также протокол о туризме."
    assert [one.form for one in agreements(text, "ru")] == ["agreement", "protocol"]


@pytest.mark.parametrize(
    "text",
    [
        "Слухи о том, что Казахстан и Турция подпишут соглашение, не подтвердились.",
        "Подпишет ли Казахстан соглашение с Турцией?",
        "Эксперты предлагали Казахстану и Грузии заключить соглашение о тарифах.",
    ],
)
def test_hearsay_is_no_agreement(text: str) -> None:
    assert agreements(text, "ru") == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Казахстан подписал договор с Китаем.", ["side", "partner"]),
        ("В Казахстане сказали о рынке Китая.", ["place", "owned"]),
        ("Правительства Казахстана и Китая подписали договор.", ["side", "side"]),
        ("От имени Казахстана договор подписал министр.", ["speaks"]),
    ],
)
def test_how_an_actor_stands_in_its_clause(text: str, links: list[str]) -> None:
    document = read_document(Article(id="1", text=text, language="ru"))
    assert document is not None
    sentence = document.sentences[0]
    assert links_of(document, sentence, actors_of(document, sentence)) == links


BODIES: list[tuple[Language, str, list[str]]] = [
    (language, text, names)
    for language in ("ru", "kk", "en")
    for text, names in (
        *bodies.EXAMPLES.get(language, {}).items(),
        *((text, []) for text in bodies.NOT_EXAMPLES.get(language, [])),
    )
]


@pytest.mark.parametrize(("language", "text", "names"), BODIES)
def test_bodies_by_their_full_names(language: Language, text: str, names: list[str]) -> None:
    document = read_document(Article(id="1", text=text, language=language))
    assert document is not None
    assert [name for _, name in find_bodies(document, document.sentences[0])] == names
