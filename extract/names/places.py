"""Places in texts and questions: settlements, regions, countries, by any of their names in any form.

"в Сарани Карагандинской области" holds two places; what a place lies in is known to the data, not read from the text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from extract.data import load
from extract.model import Place, PlaceKind, Span
from extract.names.gazetteer import Gazetteer, lay_in, words_of
from extract.words.inflect import fold, russian_forms

# "Илийском районе": districts outside the gazetteer, by their shape; the adjective comes back in the nominative.
ADJECTIVE = r"(?P<adjective>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*[сц]к)"
DISTRICT = re.compile(rf"{ADJECTIVE}(?:ий|ого|ому|им|ом)\s+(?P<word>район|велаят)(?:а|у|ом|е)?\b")
PROVINCE = re.compile(rf"{ADJECTIVE}(?:ая|ой|ую)\s+область?(?:и|ью)?\b")
SKI = re.compile(r"[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)\b")
# "в двух областях, Навоийской и Ташкентской": the adjective alone, where nothing that it could belong to follows.
ELLIPSIS = re.compile(rf"{ADJECTIVE}(?:ой|ая|ом|ий|ую)(?=\s+(?:и|или)\s|\s*[-–—,;.:)]|$)")
PLURAL = re.compile(r"(?:област|велаят|регион)(?:и|ы|ей|ов|ям|ах|ам|ях|ями|ами)\b", re.IGNORECASE)
# "Kostanay and Pavlodar regions", "Қостанай және Павлодар облыстары": the last word is shared.
SHARED = re.compile(r"(?:regions|oblasts|provinces|облыстар\w*)$", re.IGNORECASE)
JOINED = re.compile(r"\s*(?:,|,?\s+(?:and|мен|пен|бен|және))\s+")


def names_of(record: dict[str, Any], kind: PlaceKind) -> Iterator[str]:
    """Yield every name of a TOML record, words such as "область" in their variants too."""
    names = [record["ru"], record["kk"], record["en"], *record.get("aliases", ())]
    yield from dict.fromkeys(names)
    if kind == "region":
        for word, variants in load("places")["region_words"].items():
            for name in names:
                if re.search(rf"\b{word}\b", name):
                    yield from (re.sub(rf"\b{word}\b", variant, name) for variant in variants)
            if record["ru"].endswith(f" {word}"):  # "в Костанайской обл."
                adjectives = {form.rpartition(" ")[0] for form in russian_forms(record["ru"])}
                yield from (f"{adjective} {variant}" for adjective in sorted(adjectives) for variant in variants)


@cache
def records() -> dict[Place, dict[str, Any]]:
    """Return every place of the data with its TOML record, countries first, then settlements, then regions."""
    found: dict[Place, dict[str, Any]] = {}
    for record in load("countries")["countries"]:
        found[Place(record["ru"], "country")] = record
    parts = [load(part) for part in load("places")["parts"]]
    kinds: tuple[PlaceKind, ...] = ("settlement", "region", "zone")
    for kind in kinds:
        for part in parts:
            for country, listed in part.get(f"{kind}s", {}).items():
                for record in listed:
                    found[Place(record["ru"], kind, record.get("region"), country or None)] = record
    return found


@cache
def _gazetteer() -> Gazetteer[Place | None]:
    gazetteer: Gazetteer[Place | None] = Gazetteer()
    for place, record in records().items():
        lay_in(gazetteer, place, record, names_of(record, place.kind))
    for name in load("places")["shadows"]:
        gazetteer.add(None, name)
    return gazetteer


def find_places(text: str, *, caseless: bool = False) -> list[tuple[Span, Place]]:
    """Return the places that a text names, in its order, none overlapping.

    `caseless` is for questions: small letters count as well. Of places that share a name the likeliest is returned;
    `place_named` gives all of them.
    """
    matches = list(_gazetteer().find(text, caseless=caseless))
    found = [(match.span, match.entries[0]) for match in matches]
    taken = [span for span, _ in found]
    named = [(span, place) for span, place in found if place is not None]
    if SKI.search(text):
        named.extend((span, place) for span, place in _shaped(text) if not _overlaps(span, taken))
    return _share(text, sorted(named, key=lambda item: item[0]))


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span.start < other.stop and other.start < span.stop for other in taken)


def _shaped(text: str) -> Iterator[tuple[Span, Place]]:
    """Yield what the shape alone tells: districts and provinces unknown to the data, adjectives of known regions."""
    for match in DISTRICT.finditer(text):
        yield Span(*match.span()), Place(f"{match['adjective']}ий {match['word']}", "region")
    for match in PROVINCE.finditer(text):
        yield Span(*match.span()), Place(f"{match['adjective']}ая область", "region")
    if PLURAL.search(text):
        for match in ELLIPSIS.finditer(text):
            for name in (f"{match['adjective']}ая область", f"{match['adjective']}ий велаят"):
                if places := place_named(name):
                    yield Span(*match.span()), places[0]
                    break


def _share(text: str, found: list[tuple[Span, Place]]) -> list[tuple[Span, Place]]:
    """Read settlements joined to "... regions" as the regions that are named after them."""
    shared = False
    for position in range(len(found) - 1, -1, -1):
        span, place = found[position]
        if place.kind == "region" and SHARED.search(text[span.start : span.stop]):
            shared = True
        elif shared and JOINED.fullmatch(text, span.stop, found[position + 1][0].start):
            name = text[span.start : span.stop]
            regions = [region for word in ("region", "облысы") for region in place_named(f"{name} {word}")]
            found[position] = (span, regions[0] if regions else place)
        else:
            shared = False
    return found


def place_named(name: str) -> tuple[Place, ...]:
    """Return the places that a name in any form and language stands for, the likeliest first; () where unknown."""
    return tuple(place for place in _gazetteer().named(name) if place)


def ancestors(place: Place) -> tuple[str, ...]:
    """Return the canonical names of the region and the country that a place lies in."""
    return tuple(name for name in (place.region, place.country) if name and name != place.name)


@cache
def known_names() -> Mapping[str, tuple[str, ...]]:
    """Return the folded names of all places and parties, with the canonical names they stand for."""
    from extract.names.parties import party_names

    names: dict[str, tuple[str, ...]] = {}
    listed = [(place.name, name) for place, record in records().items() for name in names_of(record, place.kind)]
    for canonical, name in [*listed, *party_names()]:
        folded = " ".join(fold(word.text) for word in words_of(name))
        names[folded] = tuple(dict.fromkeys((*names.get(folded, ()), canonical)))
    return names


EXAMPLES: dict[str, list[str]] = {
    "Предприятие открыли в Сарани Карагандинской области.": ["Сарань", "Карагандинская область"],
    "Делегация посетила Кустанай и Набережные Челны": ["Костанай", "Набережные Челны"],
    "Қостанай облысындағы зауыт Өзбекстанмен жұмыс істейді": ["Костанайская область", "Узбекистан"],
    "Kostanay region and the city of Turkestan": ["Костанайская область", "Туркестан"],
    "АСТАНА. Прием граждан": ["Астана"],
    "завод в Рудном": ["Рудный"],
    "в Костанайской обл. строят завод": ["Костанайская область"],
    "Түркістан облысы мен Шымкентте": ["Туркестанская область", "Шымкент"],
    "проекты в двух областях, Навоийской и Ташкентской": ["Навоийская область", "Ташкентская область"],
    "plants in Kostanay and Pavlodar regions": ["Костанайская область", "Павлодарская область"],
    "Қостанай және Павлодар облыстарында": ["Костанайская область", "Павлодарская область"],
    "Сделка между Россией и Египтом": ["Россия", "Египет"],
    "БҚО-да жаңа зауыт": ["Западно-Казахстанская область"],
    "Саран қаласындағы зауыт": ["Сарань"],
    "в Аршалынском районе Акмолинской области": ["Аршалынский район", "Акмолинская область"],
}
NOT_EXAMPLES = [
    "The plant is worth US$4 billion, or US $4bn.",
    "Того же мнения придерживается министр",
    "рудный концентрат и степной ветер",
    "Чад от костра",
    "Владимир Иванов и другие",
    "Абайдың өлеңдері",
    "Келесі жылы қазан айында",
    "страны Латинской Америки",
    "İstanbul ve Ankara için yeni bir proje",
    "哈萨克斯坦与中国",
]
