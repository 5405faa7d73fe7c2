"""What a question asks for, told by its phrases: kinds of facts, stage, flow, order, the slot that is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast, get_args

from extract.model import AgreementForm, Flow, Kind, Stage, Status
from extract.names.gazetteer import Word
from extract.query import Aggregate, Order, Slot
from extract.question.lexicon import Phrase

CONJUNCTIONS = frozenset(("и", "или", "and", "or", "мен", "жане"))
WEAK: tuple[Kind, ...] = ("role", "investment")  # beside another kind these only describe it
STAGES_TOGETHER: dict[Stage, tuple[Stage, ...]] = {
    "planned": ("planned", "agreed"),
    "launched": ("launched", "operating"),
}
COUNTED: frozenset[Kind] = frozenset(("project", "agreement", "meeting"))


@dataclass(frozen=True, slots=True)
class Asked:
    """The conditions that phrases set; None and () set none."""

    kinds: tuple[Kind, ...]
    forms: tuple[AgreementForm, ...]
    stages: tuple[Stage, ...]
    flow: Flow | None
    status: Status | None
    signed: bool | None
    order: Order | None
    aggregate: Aggregate | None
    slot: Slot | None
    outside: str | None


def read_phrases(words: Sequence[Word], text: str, phrases: Sequence[Phrase]) -> Asked:
    """Return what the phrases of a question ask for."""
    kinds = _kinds(words, text, phrases)
    slot = cast(Slot | None, _first(phrases, "slot"))
    stages = tuple(dict.fromkeys(_all(phrases, "stage")))
    forms = cast(tuple[AgreementForm, ...], tuple(dict.fromkeys(_all(phrases, "form"))))
    flow, status = _first(phrases, "flow"), _first(phrases, "status")
    signed = _signed(phrases)
    if not kinds or kinds == ("role",):
        kinds = _implied(slot, stages, forms, flow, status, signed, _all(phrases, "aggregate")) or kinds
    if set(kinds) & {"trade", "meeting", "agreement"} and not set(kinds) & {"project"}:
        slot = slot if slot == "cost" and "agreement" in kinds else None
    aggregate = cast(Aggregate | None, _aggregate(phrases, kinds, slot))
    order = cast(Order | None, _first(phrases, "order"))
    asked = bool(kinds or slot or stages or forms or flow or status)
    return Asked(
        kinds=kinds,
        forms=forms if "agreement" in kinds else (),
        stages=_stages(stages) if "project" in kinds else (),
        flow=cast(Flow | None, flow if "trade" in kinds else None),
        status=cast(Status | None, status if "trade" in kinds else None),
        signed=signed if "agreement" in kinds else None,
        order=order,
        aggregate=aggregate,
        slot=slot,
        outside=None if asked else _first(phrases, "outside"),
    )


def _all(phrases: Sequence[Phrase], table: str) -> list[str]:
    return [meaning.key for phrase in phrases for meaning in phrase.meanings if meaning.table == table]


def _first(phrases: Sequence[Phrase], table: str) -> str | None:
    return next(iter(_all(phrases, table)), None)


def _kinds(words: Sequence[Word], text: str, phrases: Sequence[Phrase]) -> tuple[Kind, ...]:
    """Return the kinds asked for: of neighbours the head noun ("trade agreements"), else the first; all, if joined."""
    kept: list[tuple[Phrase, Kind]] = []
    for phrase in phrases:
        for key in [meaning.key for meaning in phrase.meanings if meaning.table in ("kind", "form")]:
            kind = cast(Kind, key if key in get_args(Kind) else "agreement")
            last = kept[-1][0] if kept else phrase
            if kept and last is not phrase and last.last == phrase.first and kept[-1][1] != kind not in WEAK:
                between = text[words[last.last - 1].stop : words[phrase.first].start]
                if "," not in between:
                    kept.pop()
            kept.append((phrase, kind))
    if not kept:
        return ()
    chosen = [kept[0]]
    for phrase, kind in kept[1:]:
        joined = phrase.first > 0 and (
            words[phrase.first - 1].folded in CONJUNCTIONS
            or "," in text[words[chosen[-1][0].last - 1].stop : words[phrase.first].start]
        )
        if joined or phrase is chosen[0][0] or chosen[0][1] in WEAK:
            chosen.append((phrase, kind))
    kinds = list(dict.fromkeys(kind for _, kind in chosen))
    strong = [kind for kind in kinds if kind not in WEAK]
    comma = "," in text
    return tuple(kinds if comma or not strong else [kind for kind in kinds if kind != "role"])


def _implied(
    slot: str | None,
    stages: Sequence[str],
    forms: Sequence[str],
    flow: str | None,
    status: str | None,
    signed: bool | None,
    aggregates: Sequence[str],
) -> tuple[Kind, ...]:
    if forms or signed is not None:
        return ("agreement",)
    if flow or status or {"by_party", "by_year"} & set(aggregates):
        return ("trade",)
    return ("project",) if slot or stages or {"by_region", "by_stage"} & set(aggregates) else ()


def _stages(named: Sequence[str]) -> tuple[Stage, ...]:
    wide = [STAGES_TOGETHER.get(stage, (stage,)) for stage in cast(Sequence[Stage], named)]
    return tuple(dict.fromkeys(stage for stages in wide for stage in stages))


def _signed(phrases: Sequence[Phrase]) -> bool | None:
    keys = _all(phrases, "signed")
    return None if not keys else "no" not in keys


def _aggregate(phrases: Sequence[Phrase], kinds: Sequence[Kind], slot: str | None) -> str | None:
    listed = _all(phrases, "aggregate")
    strong = [key for key in listed if key != "count"]
    if strong:
        return strong[0]
    if "count" in listed and slot is None and COUNTED & set(kinds):
        return "count"
    return None
