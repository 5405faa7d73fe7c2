"""Do two facts tell of one thing? For counting distinct things, for "the same amount" and for conflicts.

Wordings differ from article to article, so typed values are compared: who, where, when, how much. In doubt two facts
are two things.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from extract.data import load
from extract.model import (
    Agreement,
    Fact,
    Investment,
    Meeting,
    Money,
    Person,
    Project,
    Quantity,
    Role,
    Statement,
    Trade,
)
from extract.names.places import ancestors, find_places, place_named
from extract.people.names import surname_key
from extract.words.inflect import fold
from extract.words.stems import content_words, stem, thing_of

SAME, OTHER = True, False
EXAMPLES: tuple[tuple[Fact, Fact], ...] = (
    (
        Project(name="завод чугунного литья KamLitKZ", places=("Костанай",)),
        Project(name="чугунолитейное производство KamLitKZ", places=("Костанайская область",)),
    ),
    (
        Project(name="завод стеновых панелей", places=("Рудный",)),
        Project(name="производство стеновых панелей", places=("Рудный",)),
    ),
    (
        Project(name="технопарк «Арка»", places=("Кокшетау",)),
        Project(name="строительство технопарка «Арка»"),
    ),
    (
        Trade(parties=("Казахстан", "Грузия"), amount=Money(Decimal(190_000_000), "USD")),
        Trade(parties=("Грузия", "Казахстан"), amount=Money(Decimal(190_400_000), "USD")),
    ),
)
NOT_EXAMPLES: tuple[tuple[Fact, Fact], ...] = (
    (
        Project(name="завод стеновых панелей", places=("Рудный",)),
        Project(name="завод стеновых панелей", places=("Павлодар",)),
    ),
    (
        Project(name="завод стеновых панелей", places=("Рудный",)),
        Project(name="завод прицепов", places=("Рудный",)),
    ),
    (
        Project(name="три завода", places=("Рудный",), count=3),
        Project(name="завод прицепов", places=("Рудный",)),
    ),
    (
        Trade(parties=("Казахстан", "Грузия"), flow="export", amount=Money(Decimal(190_000_000), "USD")),
        Trade(parties=("Грузия", "Казахстан"), flow="export", amount=Money(Decimal(190_000_000), "USD")),
    ),
)

QUOTED = re.compile(r"[«“\"]([^«»“”\"]{2,})[»”\"]")
LATIN = re.compile(r"[A-Za-z][\w&-]+")
MODIFIERS = 7  # words among which the noun of a name is sought: "торговые, инвестиционные и технологические проекты"
TOLERANCE = {"exact": Decimal("0.005"), "about": Decimal("0.06"), "over": Decimal("0.15"), "under": Decimal("0.15")}
WIDEST = max(TOLERANCE.values())
ROUNDING = Decimal("0.05")  # "1 млрд" may stand for 1,04, not for 1,34


def same_thing(one: Fact, other: Fact) -> bool:
    """Tell whether two facts tell of one thing: one project, one meeting, one figure."""
    if one == other:
        return SAME
    match one, other:
        case Project(), Project():
            return _same_project(one, other)
        case Trade(), Trade():
            return same_subject(one, other) and _same_sums(one.amount, other.amount, one.growth_pct, other.growth_pct)
        case Meeting(), Meeting():
            return _same_meeting(one, other)
        case Agreement(), Agreement():
            return _same_agreement(one, other)
        case Investment(), Investment():
            ends = set(one.source) == set(other.source) and set(one.target) == set(other.target)
            return ends and one.period == other.period and _same_sums(one.amount, other.amount)
        case Statement(), Statement():
            return surname_key(one.person) == surname_key(other.person) and fold(one.quote) == fold(other.quote)
        case Role(), Role():
            return surname_key(one.person) == surname_key(other.person) and fold(one.position) == fold(other.position)
    return OTHER


def is_portfolio(project: Project) -> bool:
    """Tell whether a project is several at once: by its count, or by a plural that it begins with ("новые заводы")."""
    if project.count is not None:
        return project.count > 1
    return _is_plural(project.name)


@lru_cache(maxsize=4096)
def _is_plural(name: str) -> bool:
    words = [fold(word) for word in name.split()[:MODIFIERS]]
    return any(word.strip(",.:;") in _plurals() for word in words) and not brands_of(name)


@cache
def _plurals() -> frozenset[str]:
    return frozenset(fold(word) for word in load("identity")["plural"])


def same_subject(one: Trade, other: Trade) -> bool:
    """Tell whether two figures measure the same: flow between the same parties, period and status.

    Turnover has no direction; exports of one to the other are the other's imports.
    """
    if one.period != other.period or one.status != other.status:
        return OTHER
    if one.flow == other.flow:
        same_way = tuple(one.parties) == tuple(other.parties)
        return same_way or (one.flow == "turnover" and set(one.parties) == set(other.parties))
    mirrored = "turnover" not in (one.flow, other.flow) and len(one.parties) == len(other.parties) == 2
    return mirrored and tuple(one.parties) == tuple(reversed(other.parties))


def amounts_agree(one: Money, other: Money) -> bool:
    """Tell whether two sums may be one, rounded or hedged differently: 629 and "about 630 mln", 423 and 423.3 mln."""
    if one.currency != other.currency:
        return False
    low, high = sorted((one.amount, other.amount))
    difference, largest = high - low, max(abs(high), Decimal(1))
    if difference > largest * WIDEST:
        return False
    if difference <= largest * max(TOLERANCE.get(one.qualifier, _CLOSE), TOLERANCE.get(other.qualifier, _CLOSE)):
        return True
    return difference <= max(_last_digit(low), _last_digit(high)) / 2 and difference <= largest * ROUNDING


_CLOSE = TOLERANCE["about"]


def _last_digit(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _same_sums(
    one: Money | None, other: Money | None, growth: Decimal | None = None, other_growth: Decimal | None = None
) -> bool:
    if one is None or other is None:
        return one is other and growth == other_growth
    return amounts_agree(one, other)


def _same_project(one: Project, other: Project) -> bool:
    if (one.count or 1) != (other.count or 1) or not _places_meet(one.places, other.places):
        return OTHER
    brands, other_brands = brands_of(one.name), brands_of(other.name)
    if brands and other_brands:
        return bool(brands & other_brands)
    if _apart(_named_places(one.name), _named_places(other.name)):
        return OTHER
    near = bool(_narrow(one.places) & _narrow(other.places))
    if near and (_equal_sums(one, other) or _equal_capacities(one.capacities, other.capacities)):
        return SAME
    words, other_words = words_of_name(one.name), words_of_name(other.name)
    if not words or not other_words:
        return fold(one.name) == fold(other.name) and near
    shared = len(words & other_words)
    if not near:
        return words == other_words and len(words) > 1
    return shared * 2 > min(len(words), len(other_words)) and shared * 2 >= max(len(words), len(other_words))


def _equal_sums(one: Project, other: Project) -> bool:
    return one.cost is not None and one.cost == other.cost


def _equal_capacities(some: tuple[Quantity, ...], others: tuple[Quantity, ...]) -> bool:
    measured = {(one.value, one.per) for one in some}
    return (
        bool(measured & {(one.value, one.per) for one in others})
        and {one.unit for one in some} & {one.unit for one in others} != set()
    )


@lru_cache(maxsize=4096)
def brands_of(name: str) -> frozenset[str]:
    quoted = [fold(match) for match in QUOTED.findall(name)]
    outside = QUOTED.sub(" ", name)
    return frozenset(quoted) | frozenset(fold(word) for word in LATIN.findall(outside) if _is_brand(word))


def _unbranded(name: str) -> str:
    return LATIN.sub(lambda word: " " if _is_brand(word[0]) else word[0], QUOTED.sub(" ", name))


def _is_brand(word: str) -> bool:
    return not word.islower() and not fold(word).startswith(_generic()) and not place_named(word)


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> frozenset[str]:
    """What a name is of, in any language: stems, or the thing that goes by several words; places do not count."""
    for span, _ in reversed(find_places(name)):
        name = f"{name[: span.start]} {name[span.stop :]}"
    words = [word for word in content_words(_unbranded(name)) if len(word) > 2 and not word.startswith(_generic())]
    return frozenset(thing_of(word) or stem(word) for word in words)


@cache
def _generic() -> tuple[str, ...]:
    return tuple(fold(word) for word in load("identity")["generic"])


@lru_cache(maxsize=4096)
def _narrow(places: tuple[str, ...]) -> frozenset[str]:
    """The region of each place, or the place itself where none is known; countries alone say nothing of where."""
    regions: set[str] = set()
    for name in places:
        for place in place_named(name)[:1]:
            if place.kind != "country":
                regions.add(place.region or place.name)
    return frozenset(regions) | frozenset(name for name in places if not place_named(name))


@lru_cache(maxsize=4096)
def _settlements(places: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in places if (found := place_named(name)) and found[0].kind == "settlement")


@lru_cache(maxsize=4096)
def _reach(places: tuple[str, ...]) -> frozenset[str]:
    """The places with the regions and countries they lie in."""
    above = {name for one in places for place in place_named(one)[:1] for name in ancestors(place)}
    return frozenset(places) | above


@lru_cache(maxsize=4096)
def _named_places(name: str) -> frozenset[str]:
    return _reach(tuple(place.name for _, place in find_places(name)))


def _apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both are known and have nothing in common."""
    return bool(some) and bool(others) and not some & others


def _places_meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if _apart(_reach(some), _reach(others)):
        return False
    if not _narrow(some) or not _narrow(others):
        return True
    settlements, others_settlements = _settlements(some), _settlements(others)
    if settlements and others_settlements and not settlements & others_settlements:
        return False
    return bool(_narrow(some) & _narrow(others))


def _same_meeting(one: Meeting, other: Meeting) -> bool:
    people, others = _surnames(one.people), _surnames(other.people)
    fewest = min(len(people), len(others))
    if not fewest or len(people & others) < min(2, fewest) or not _dates_meet(one.date, other.date):
        return OTHER
    same_place = one.place == other.place
    if fewest == 1:  # whom one person met is not known: the place has to tell
        return same_place and one.place is not None
    return same_place or bool(one.date and other.date)


@lru_cache(maxsize=4096)
def _surnames(people: tuple[Person, ...]) -> frozenset[str]:
    return frozenset(surname_key(person.name) for person in people)


def _dates_meet(one: str | None, other: str | None) -> bool:
    return not one or not other or one.startswith(other) or other.startswith(one)


def _same_agreement(one: Agreement, other: Agreement) -> bool:
    if one.form != other.form or set(one.parties) != set(other.parties) or one.signed != other.signed:
        return OTHER
    if not _dates_meet(one.date, other.date):
        return OTHER
    words, others = words_of_name(one.name), words_of_name(other.name)
    return fold(one.name) == fold(other.name) or (len(words & others) * 3 >= 2 * max(len(words), len(others), 1))
