"""Who holds which post."""

from extract.document import read_document
from extract.examples import Example
from extract.explain import Dropped
from extract.facts.role import find_roles
from extract.model import Article, Found, Role


def found_in(example: Example) -> list[Found | Dropped]:
    document = read_document(Article(id="a", text=example.text, language=example.language, published=example.published))
    assert document is not None
    return list(find_roles(document))


def test_the_organisation_is_what_the_title_names() -> None:
    [found] = found_in(Example("Завод показал Сергей Когогин, генеральный директор КАМАЗа."))
    assert isinstance(found, Found)
    assert found.fact == Role(person="Сергей Когогин", position="генеральный директор КАМАЗа", organisation="КАМАЗ")


def test_each_of_several_posts_is_a_role() -> None:
    text = "Выступил Серик Жумангарин, вице-премьер Казахстана, председатель комиссии."
    positions = [
        one.fact.position for one in found_in(Example(text)) if isinstance(one, Found) and isinstance(one.fact, Role)
    ]
    assert positions == ["вице-премьер Казахстана", "председатель комиссии"]
