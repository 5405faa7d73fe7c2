"""Questions about invented records in five styles: exact, inflected, with a typo in each word, in Latin letters, hard.

The first letter of a word is never mistyped, and no typo makes one known name of another. A hard question is inflected,
mistyped and wrapped in filler.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, get_args

from benchmarks.records import Traits
from extract.names.places import known_names
from extract.words.inflect import decline, fold

Style = Literal["exact", "inflected", "typo", "latin", "hard"]
STYLES: tuple[Style, ...] = get_args(Style)
MISTYPED = 5  # letters of the shortest word that gets a typo
ALPHABET = "абвгдежзийклмнопрстуфхцчшщыьэюя"
FILLERS = ("подскажите пожалуйста {}", "хотелось бы узнать {}", "расскажи {} если можно", "интересует {}")
LATIN = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)) | {
    "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu",
    "я": "ya",
}  # fmt: skip
# What is asked of a record of each kind: the traits, how they are named, and how they are named in a sentence, where
# a name is followed by the number of its case.
Template = tuple[tuple[str, ...], str, str]
TEMPLATES: dict[str, tuple[Template, ...]] = {
    "project": (
        (("product", "head", "place"), "{product} {head} {place}", "о {product+head:5} в {place:5}"),
        (("place",), "проект {place}", "проектами в {place:5}"),
        (("company",), "проект {company}", "проекты с {company:4}"),
    ),
    "trade": (
        (("party", "flow", "year"), "товарооборот {party} {year}", "товарооборота с {party:4} за {year} год"),
        (("party", "flow"), "товарооборот {party}", "товарообороте с {party:4}"),
    ),
    "agreement": (
        (
            ("party", "product", "head"),
            "меморандум {party} {product} {head}",
            "меморандумы с {party:4} о {product+head:5}",
        ),
        (("party",), "меморандум {party}", "меморандумов с {party:4}"),
    ),
    "meeting": ((("person",), "встреча {person}", "встречи с {person:4}"),),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what a fact must have to answer it."""

    text: str
    style: Style
    wanted: frozenset[tuple[str, str]]


def questions(asked_of: Sequence[Traits], each: int, seed: int) -> Iterator[Question]:
    """Yield `each` questions of every style about some of the records with these traits."""
    random = Random(seed)
    templates = [(kind, template) for kind, listed in TEMPLATES.items() for template in listed]
    by_kind = {kind: [traits for traits in asked_of if ("kind", kind) in traits] for kind in TEMPLATES}
    for style in STYLES:
        for number in range(each):
            kind, (names, plain, sentence) = templates[number % len(templates)]
            traits = random.choice([one for one in by_kind[kind] if _is_told(one, names)])
            values = {name: next(value for trait, value in traits if trait == name) for name in names}
            wanted = frozenset((("kind", kind), *values.items()))
            yield Question(_worded(random, style, values, plain, sentence), style, wanted)


def _is_told(traits: Traits, names: Sequence[str]) -> bool:
    """Tell whether a record can be asked about so; "товарооборот" asks for no export."""
    return "flow" not in names or ("flow", "turnover") in traits


def _worded(random: Random, style: Style, values: dict[str, str], plain: str, sentence: str) -> str:
    text = _inflected(values, sentence) if style in ("inflected", "hard") else plain.format(**values)
    if style in ("typo", "hard"):
        text = " ".join(_mistyped(random, word) for word in text.split())
    if style == "hard":
        return random.choice(FILLERS).format(text)
    return "".join(LATIN.get(letter, letter) for letter in text.lower()) if style == "latin" else text


def _inflected(values: dict[str, str], sentence: str) -> str:
    for name in ("product+head", *values):
        for case in range(6):
            if (place := f"{{{name}:{case}}}") in sentence:
                value = " ".join(values[part] for part in name.split("+"))
                sentence = sentence.replace(place, decline(value)[case][0])
    return sentence.format(**values)


def _mistyped(random: Random, word: str) -> str:
    """Return a word with one slip of the keys: a letter lost, doubled, changed, or two in the wrong order."""
    if len(word) < MISTYPED or not word.isalpha():
        return word
    while True:
        place = random.randrange(1, len(word) - 1)
        before, letter, following, after = word[:place], word[place], word[place + 1], word[place + 2 :]
        slip = random.choice(("", letter + letter + following, random.choice(ALPHABET) + following, following + letter))
        mistyped = before + (slip or following) + after
        if mistyped != word and fold(mistyped) not in known_names():
            return mistyped
