"""When does a found fact tell of an expected one, and are its main slots right?

Names are compared by crude stems, whatever their case endings; amounts within 0.6%. A trade needs its figure and the
right parties, a project a telling word of its name or one of its numbers, a meeting two of its people, an agreement
shared parties and a word of its name, or its sum. `right_slots` then asks for the slots that officials rely on.
"""

import re
from typing import Any

Record = dict[str, Any]

STEM = 5  # letters
TOLERANCE = 0.006
EMPTY = frozenset((
    "в", "на", "по", "из", "до", "за", "от", "со", "об", "ко", "во", "не", "мы", "и", "с", "к", "о", "у", "а",
    "of", "in", "on", "to", "at", "by", "the", "and", "for", "пао", "оао", "зао", "ао", "тоо", "ооо",
))  # fmt: skip
VAGUE = frozenset((
    "завод", "произ", "проек", "компл", "предп", "строи", "созда", "новый", "совме", "перв", "согла", "мемор", "догов",
    "контр", "докум", "сотру", "plant", "proje",
))  # fmt: skip


def stems(text: object) -> frozenset[str]:
    """Return the stems of the telling words of a text."""
    words = re.findall(r"\w+", str(text or "").lower().replace("ё", "е"))
    return frozenset(word[:STEM] for word in words if word not in EMPTY and (len(word) > 1 or word.isdigit()))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that the other holds."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def close(one: float | None, other: float | None) -> bool:
    """Tell whether two numbers are the same figure."""
    if one is None or other is None:
        return False
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-9)


def likeness(expected: Record, found: Record) -> float:
    """Return how much a found fact of the same kind is like an expected one; 0 where it tells of another thing."""
    match expected["kind"]:
        case "trade":
            return _trade(expected, found)
        case "project":
            return _project(expected, found)
        case "meeting":
            return _meeting(expected, found)
        case "agreement":
            return _agreement(expected, found)
    return float(_amount(expected, found))


def right_slots(expected: Record, found: Record) -> bool:
    """Tell whether the main slots of a matched pair agree."""
    match expected["kind"]:
        case "trade":
            return (
                _names(expected["parties"]) == _names(found["parties"])
                and _months(expected.get("period")) == _months(found.get("period"))
                and _flow(expected, found)
                and expected["status"] == found["status"]
            )
        case "project":
            places = not expected.get("places") or any(
                stems(expected["places"][0]) <= stems(place) for place in found["places"]
            )
            capacities = all(
                any(close(wanted["value"], got["value"]) for got in found["capacities"])
                for wanted in expected.get("capacities") or ()
            )
            return places and capacities and _cost(expected, found)
        case "meeting":
            return _surnames(expected) == _surnames(found)
        case "agreement":
            return _shared(expected, found) == 1 and expected["signed"] == found["signed"]
    return True


def _trade(expected: Record, found: Record) -> float:
    if expected.get("amount") is not None:
        if not _amount(expected, found) or len(_names(expected["parties"]) & _names(found["parties"])) < 2:
            return 0
    elif found.get("amount") is not None or not close(expected.get("growth_pct"), found.get("growth_pct")):
        return 0
    agreeing = (
        _months(expected.get("period")) == _months(found.get("period")),
        _flow(expected, found),
        expected["status"] == found["status"],
    )
    return 3.0 + sum(map(bool, agreeing))


def _project(expected: Record, found: Record) -> float:
    name = overlap(stems(expected["name"]) - VAGUE, stems(found["name"]) - VAGUE)
    numbers = sum(
        (
            bool(expected.get("cost")) and _cost(expected, found),
            close(expected.get("jobs"), found.get("jobs")),
            close(expected.get("count"), found.get("count")),
            any(
                close(wanted["value"], got["value"])
                for wanted in expected.get("capacities") or ()
                for got in found["capacities"]
            ),
        )
    )
    if name < 0.5 and not (numbers and name >= 0.25):
        return 0
    return name + numbers + overlap(_all(expected.get("places")), _all(found["places"]))


def _meeting(expected: Record, found: Record) -> float:
    wanted, got = _surnames(expected), _surnames(found)
    common = len(wanted & got)
    return common / len(wanted | got) if common >= min(2, len(wanted)) and common else 0


def _agreement(expected: Record, found: Record) -> float:
    parties = _shared(expected, found)
    owners = _all(expected.get("parties")) | _all(found.get("parties"))
    name = overlap(stems(expected["name"]) - VAGUE - owners, stems(found["name"]) - VAGUE - owners)
    amount = bool(expected.get("amount")) and _amount(expected, found)
    return parties + name + amount if (parties >= 0.4 and name >= 0.34) or amount or name >= 0.7 else 0


def _amount(expected: Record, found: Record) -> bool:
    ends = (expected.get("amount"), expected.get("amount_max"))
    return expected.get("currency") == found.get("currency") and any(close(end, found.get("amount")) for end in ends)


def _cost(expected: Record, found: Record) -> bool:
    wanted, got = expected.get("cost") or {}, found.get("cost") or {}
    if not wanted:
        return not got
    same = close(wanted.get("amount"), got.get("amount")) and wanted.get("currency") == got.get("currency")
    return same or (got.get("currency") == "USD" and close(expected.get("cost_usd"), got.get("amount")))


def _flow(expected: Record, found: Record) -> bool:
    """What one exports to the other is what the other imports from it."""
    turned = {expected["flow"], found["flow"]} == {"export", "import"}
    return bool(expected["flow"] == found["flow"] or (turned and expected["parties"] == found["parties"][::-1]))


def _months(period: str | None) -> tuple[str, str] | None:
    if not period:
        return None
    first, _, last = period.partition("/")
    last = last or first
    return (f"{first}-01")[:7] if len(first) == 4 else first[:7], f"{last}-12" if len(last) == 4 else last[:7]


def _names(names: list[str] | None) -> frozenset[frozenset[str]]:
    return frozenset(stems(name) for name in names or ())


def _all(names: list[str] | None) -> frozenset[str]:
    return frozenset().union(*map(stems, names or ()))


def _surnames(fact: Record) -> frozenset[str]:
    return frozenset(str(person["name"]).split()[-1].lower()[:STEM] for person in fact["people"] if person["name"])


def _shared(expected: Record, found: Record) -> float:
    wanted, got = _names(expected.get("parties")), _names(found.get("parties"))
    common = sum(
        any(overlap(x, y) >= 0.5 for y in theirs) for mine, theirs in ((wanted, got), (got, wanted)) for x in mine
    )
    return common / (len(wanted) + len(got)) if wanted and got else 0.0
