"""Articles, facts and mentions as records of the JSON contract, and back.

The shapes are those that other programs read: plain numbers, canonical names, null for what a text does not state.
A fact's record holds all of the fact, so that `fact_from_record(fact_to_record(fact)) == fact`.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any, cast

from extract.model import (
    LANGUAGES,
    Agreement,
    AgreementForm,
    Article,
    Duration,
    Evidence,
    Fact,
    Flow,
    Found,
    Investment,
    Meeting,
    Mention,
    Money,
    Per,
    Percent,
    Period,
    Person,
    Place,
    Project,
    Qualifier,
    Quantity,
    Role,
    Stage,
    Statement,
    Status,
    Trade,
)

Record = dict[str, Any]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class BadArticle(ValueError):
    """A record is no article; the text names the field and the cure."""


def article_from_record(record: object) -> Article:
    """Return the article of a parsed JSON object. Raises BadArticle."""
    if not isinstance(record, dict):
        raise BadArticle('not an object; write {"id": ..., "text": ...}')
    identity = record.get("id")
    if isinstance(identity, int) and not isinstance(identity, bool):
        identity = str(identity)
    if not isinstance(identity, str) or not identity.strip():
        raise BadArticle("no id; give each article an id of its own")
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadArticle("no text; give the article's text in the field text")
    _refuse_control_characters(record)
    language = record.get("language")
    if language is not None and language not in LANGUAGES:
        raise BadArticle(f"language {language!r} is not read; use one of {', '.join(LANGUAGES)} or leave it out")
    return Article(
        id=identity,
        text=_storable(text),
        url=_text_or_none(record, "url"),
        title=_text_or_none(record, "title"),
        published=_day_or_none(record),
        language=language,
        sample=record.get("sample") is True,
    )


def _refuse_control_characters(record: Record) -> None:
    for field in ("id", "url", "title", "text"):
        value = record.get(field)
        if isinstance(value, str) and (found := _CONTROL.search(value)):
            code = f"U+{ord(found[0]):04X}"
            raise BadArticle(f"control character {code} in {field} at character {found.start() + 1}; remove it")


def _storable(text: str) -> str:
    """Lone surrogates cannot be written to any file; one mark stands for each, so that spans stay as they are."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _text_or_none(record: Record, field: str) -> str | None:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise BadArticle(f"{field} is no text; write a string or leave it out")
    return _storable(value).strip() or None if value else None


def _day_or_none(record: Record) -> str | None:
    value = _text_or_none(record, "published")
    if value is None:
        return None
    day = value[:10]
    try:
        if not _DAY.fullmatch(day):
            raise ValueError
        date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
    except ValueError as error:
        raise BadArticle(f"published {value!r} is no date; write it like 2022-01-24") from error
    return day


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _decimal(value: int | float | str) -> Decimal:
    return Decimal(str(value))


def _money(money: Money | None) -> Record:
    """Return the fields of a sum, all null where there is none."""
    if money is None:
        return {"amount": None, "currency": None, "qualifier": None}
    record: Record = {"amount": _number(money.amount), "currency": money.currency, "qualifier": money.qualifier}
    if money.upper is not None:
        record["amount_max"] = _number(money.upper)
    return record


def _money_from(record: Record) -> Money | None:
    if record.get("amount") is None:
        return None
    upper = record.get("amount_max")
    return Money(
        _decimal(record["amount"]),
        record["currency"],
        cast(Qualifier, record.get("qualifier") or "exact"),
        None if upper is None else _decimal(upper),
    )


def _quantity(quantity: Quantity) -> Record:
    record: Record = {"value": _number(quantity.value), "unit": quantity.unit, "per": quantity.per}
    if quantity.qualifier != "exact":
        record["qualifier"] = quantity.qualifier
    if quantity.upper is not None:
        record["value_max"] = _number(quantity.upper)
    return record


def _quantity_from(record: Record) -> Quantity:
    upper = record.get("value_max")
    return Quantity(
        _decimal(record["value"]),
        record["unit"],
        cast(Per | None, record.get("per")),
        cast(Qualifier, record.get("qualifier") or "exact"),
        None if upper is None else _decimal(upper),
    )


def _period(period: Period | None) -> str | None:
    return str(period) if period else None


def period_from_text(text: str | None) -> Period | None:
    """Return the period of "2021" or "2021-01/2021-11"."""
    if not text:
        return None
    first, _, last = text.partition("/")
    return Period(first, last or first)


def fact_to_record(fact: Fact) -> Record:
    """Return the kind and slots of a fact."""
    record: Record = {"kind": fact.kind}
    match fact:
        case Trade():
            record |= {"parties": list(fact.parties), "flow": fact.flow, **_money(fact.amount)}
            record["growth_pct"] = None if fact.growth_pct is None else _number(fact.growth_pct)
            record |= {"period": _period(fact.period), "status": fact.status}
        case Project():
            record |= {"name": fact.name, "places": list(fact.places), "stage": fact.stage}
            record["capacities"] = [_quantity(capacity) for capacity in fact.capacities]
            record["cost"] = _money(fact.cost) if fact.cost else None
            record |= {"jobs": fact.jobs, "start": fact.start, "end": fact.end}
            record |= {"participants": list(fact.participants), "count": fact.count, "sector": fact.sector}
        case Meeting():
            record["people"] = [{"name": person.name, "role": person.role} for person in fact.people]
            record |= {"place": fact.place, "date": fact.date, "topics": list(fact.topics)}
        case Agreement():
            record |= {"name": fact.name, "form": fact.form, "parties": list(fact.parties), "signed": fact.signed}
            record |= {**_money(fact.amount), "date": fact.date}
        case Investment():
            record |= {"from": list(fact.source), "to": list(fact.target), **_money(fact.amount)}
            record["period"] = _period(fact.period)
        case Statement():
            record |= {"person": fact.person, "role": fact.role, "quote": fact.quote}
        case Role():
            record |= {"person": fact.person, "position": fact.position, "organisation": fact.organisation}
    return record


def fact_from_record(record: Record) -> Fact:
    """Return the fact of a record that `fact_to_record` wrote."""
    match record["kind"]:
        case "trade":
            growth = record.get("growth_pct")
            return Trade(
                parties=tuple(record["parties"]),
                flow=cast(Flow, record["flow"]),
                amount=_money_from(record),
                growth_pct=None if growth is None else _decimal(growth),
                period=period_from_text(record.get("period")),
                status=cast(Status, record["status"]),
            )
        case "project":
            return Project(
                name=record["name"],
                places=tuple(record["places"]),
                stage=cast(Stage | None, record.get("stage")),
                capacities=tuple(_quantity_from(one) for one in record["capacities"]),
                cost=_money_from(record.get("cost") or {}),
                jobs=record.get("jobs"),
                start=record.get("start"),
                end=record.get("end"),
                participants=tuple(record["participants"]),
                count=record.get("count"),
                sector=record.get("sector"),
            )
        case "meeting":
            people = tuple(Person(one["name"], one.get("role")) for one in record["people"])
            return Meeting(
                people=people, place=record.get("place"), date=record.get("date"), topics=tuple(record["topics"])
            )
        case "agreement":
            return Agreement(
                name=record["name"],
                form=cast(AgreementForm, record["form"]),
                parties=tuple(record["parties"]),
                signed=record["signed"],
                amount=_money_from(record),
                date=record.get("date"),
            )
        case "investment":
            return Investment(
                source=tuple(record["from"]),
                target=tuple(record["to"]),
                amount=_money_from(record),
                period=period_from_text(record.get("period")),
            )
        case "statement":
            return Statement(person=record["person"], role=record.get("role"), quote=record["quote"])
        case "role":
            return Role(person=record["person"], position=record["position"], organisation=record.get("organisation"))
    raise ValueError(f"no kind of fact: {record['kind']!r}")


def evidence_to_record(evidence: Evidence) -> Record:
    """Return a piece of evidence; `in` stands only where its span counts characters of the title."""
    record: Record = {
        "start": evidence.span.start,
        "stop": evidence.span.stop,
        "quote": evidence.quote,
        "rule": evidence.rule,
        "slots": list(evidence.slots),
    }
    return record | ({"in": "title"} if evidence.within == "title" else {})


def found_to_record(found: Found) -> Record:
    """Return a fact with its evidence and confidence."""
    return {
        **fact_to_record(found.fact),
        "evidence": [evidence_to_record(evidence) for evidence in found.evidence],
        "confidence": round(found.confidence, 3),
    }


def mention_to_record(mention: Mention) -> Record:
    """Return a mention with its value in the shape that facts give such a value."""
    value: Any = mention.value
    match value:
        case Money():
            value = _money(value)
        case Quantity():
            value = _quantity(value)
        case Percent():
            value = {"value": _number(value.value), "qualifier": value.qualifier}
        case Period():
            value = str(value)
        case Duration():
            value = {"value": value.value, "unit": value.unit, "qualifier": value.qualifier}
        case Place():
            value = {"name": value.name, "kind": value.kind, "region": value.region, "country": value.country}
        case Person():
            value = {"name": value.name, "role": value.role}
    return {"type": mention.type, "start": mention.span.start, "stop": mention.span.stop, "value": value}
