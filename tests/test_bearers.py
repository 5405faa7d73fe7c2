"""Names of people by the tokens of a Russian sentence, before posts are tied to them."""

import pytest

from extract.languages import tagger_for
from extract.people.bearers import all_bearers, disagrees, tagged_bearers, with_heads
from extract.people.posts import find_posts


def names_of(text: str) -> list[str]:
    [tagged] = tagger_for("ru").tag([(0, text)])
    tokens = with_heads(tagged.tokens)
    bearers = tagged_bearers(tokens, [name for name in tagged.names if name.type == "person"])
    posts = find_posts(tokens, frozenset(tokens[bearer.first].start for bearer in bearers))
    return [bearer.name for bearer in all_bearers(tokens, posts, bearers)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Встретились министр Арман Шаккалиев и посол Даурен Абаев.", ["Арман Шаккалиев", "Даурен Абаев"]),
        ("Он принял раиса Татарстана Рустама Минниханова.", ["Рустам Минниханов"]),
        ("С хокимом области Русланом Зариповым Радий Хабиров говорил о торговле.", ["Руслан Зарипов", "Радий Хабиров"]),
        ("Завтра Вахитов примет участие в форуме.", ["Вахитов"]),
        ("Путин принял делегацию.", ["Путин"]),
    ],
)
def test_names_are_whole_and_apart(text: str, expected: list[str]) -> None:
    assert names_of(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("На встрече с главой МИД Германии Лавров говорил о торговле.", True),
        ("Он встретился с главой МИД Германии Лавровым.", False),
    ],
)
def test_a_nominative_surname_has_no_share_in_an_oblique_post(text: str, expected: bool) -> None:
    [tagged] = tagger_for("ru").tag([(0, text)])
    [bearer] = tagged_bearers(tagged.tokens, [name for name in tagged.names if name.type == "person"])
    post = next(post for post in find_posts(tagged.tokens) if post.stop >= bearer.first)
    assert disagrees(tagged.tokens, post, bearer) is expected
