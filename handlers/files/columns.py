"""Every slot of every kind of fact as a named column: its cell is a number, a text, yes or no, or empty."""

from decimal import Decimal

from extract.model import Agreement, Fact, Investment, Language, Meeting, Money, Period, Project, Role, Statement, Trade
from extract.names.display import display_name
from handlers.locales import say
from handlers.wording.names import person, person_name
from handlers.wording.numbers import quantity
from handlers.wording.posts import post_name

Cell = str | int | Decimal | bool | None
Columns = dict[str, Cell]  # by the key of the heading, `column.<key>`
SEPARATOR = "; "


def columns_of(fact: Fact, language: Language) -> Columns:
    """Return the slots of a fact under the keys of their headings; what the text does not state is None."""
    match fact:
        case Trade():
            growth = {"growth_pct": fact.growth_pct, "status": say(language, f"status.{fact.status}")}
            flow: Columns = {"parties": _names(fact.parties, language), "flow": say(language, f"flow.{fact.flow}")}
            return flow | _money(fact.amount, language) | growth | _period(fact.period)
        case Project():
            return _project(fact, language)
        case Meeting():
            people = SEPARATOR.join(person(one, language) for one in fact.people)
            place = display_name(fact.place, language) if fact.place else None
            return {"people": people, "place": place, "date": fact.date, "topics": _names(fact.topics, language)}
        case Agreement():
            named: Columns = {"name": fact.name, "form": say(language, f"document_form.{fact.form}")}
            signed: Columns = {"signed": fact.signed, "date": fact.date}
            return named | {"parties": _names(fact.parties, language)} | signed | _money(fact.amount, language)
        case Investment():
            ends: Columns = {"source": _names(fact.source, language), "target": _names(fact.target, language)}
            return ends | _money(fact.amount, language) | _period(fact.period)
        case Statement():
            role = post_name(fact.role, language) if fact.role else None
            return {"person": person_name(fact.person, language), "position": role, "quote": fact.quote}
        case Role():
            post = post_name(fact.position, language)
            who = person_name(fact.person, language)
            return {"person": who, "position": post, "organisation": fact.organisation}


def _project(fact: Project, language: Language) -> Columns:
    named: Columns = {
        "name": fact.name,
        "places": _names(fact.places, language),
        "stage": say(language, f"stage.{fact.stage}") if fact.stage else None,
        "capacity": SEPARATOR.join(quantity(one, language) for one in fact.capacities) or None,
    }
    return (
        named
        | _money(fact.cost, language)
        | {
            "jobs": fact.jobs,
            "start": fact.start,
            "end": fact.end,
            "participants": _names(fact.participants, language),
            "count": fact.count,
            "sector": display_name(fact.sector, language) if fact.sector else None,
        }
    )


def _names(names: tuple[str, ...], language: Language) -> str | None:
    return SEPARATOR.join(display_name(name, language) for name in names) or None


def _money(sum_: Money | None, language: Language) -> Columns:
    """A sum as a plain number with its currency and precision beside it, so that a spreadsheet can reckon with it."""
    if sum_ is None:
        return {"amount": None, "amount_max": None, "currency": None, "qualifier": None}
    precision = say(language, f"precision.{sum_.qualifier}")
    return {"amount": sum_.amount, "amount_max": sum_.upper, "currency": sum_.currency, "qualifier": precision}


def _period(period: Period | None) -> Columns:
    return {"first_day": period.first_day if period else None, "last_day": period.last_day if period else None}
