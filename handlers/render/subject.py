"""What a question was about, as its reader says it: "Костанай, АПК", "товарооборот Казахстан – Япония"."""

from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from extract.model import Meeting, Money, Role, Statement
from extract.people.names import surname_key
from extract.query import Bound, Hit, Query
from extract.words.spelling import russian_name
from handlers.locales import form
from handlers.render.parts import Voice, safe
from handlers.wording.dates import asked_period, period
from handlers.wording.money import money
from handlers.wording.names import HOME, capitalised, listed, pair, person_name
from handlers.wording.numbers import count, number, percent, qualified


def subject(query: Query, voice: Voice, hits: Iterable[Hit] = ()) -> str:
    """Return the conditions of a question with commas between them, escaped; "" for a question without any."""
    language = voice.language
    known = full_names(query.people, hits)
    trade = query.kinds == ("trade",)
    parts = [
        listed(query.places, language),
        trade_subject(query, voice) if trade else listed(query.parties, language),
        ", ".join(person_name(one, language) for one in known),
        ", ".join(query.organisations),
        listed(query.sectors, language),
        ", ".join(voice.say(f"stage.{stage}") for stage in query.stages),
        period(query.period, language) if query.period else "",
        _bound(query, voice),
    ]
    return safe(", ".join(part for part in parts if part))


def _bound(query: Query, voice: Voice) -> str:
    if query.bound is None:
        return ""
    value, relation = query.bound.value, query.bound.relation
    if relation == "between":
        return _between(query.bound, voice)
    match query.bound.slot:
        case "amount" if query.bound.currency:
            return money(Money(value, query.bound.currency, relation), voice.language)
        case "jobs":
            return qualified(count(int(value), "job", voice.language), relation, voice.language)
        case "growth":
            return qualified(percent(value, voice.language), relation, voice.language)
    return qualified(number(value, voice.language), relation, voice.language)


def _between(bound: Bound, voice: Voice) -> str:
    """Return "1–5 млрд $" or "500–1 000 рабочих мест"."""
    upper = bound.value if bound.upper is None else bound.upper
    if bound.currency:
        return money(Money(bound.value, bound.currency, upper=upper), voice.language)
    most = count(int(upper), "job", voice.language) if bound.slot == "jobs" else number(upper, voice.language)
    return f"{number(bound.value, voice.language)}–{most}"


def trade_subject(query: Query, voice: Voice) -> str:
    """Return "товарооборот Казахстан – Япония": the flow asked for, between the parties or from home."""
    parties = query.parties
    if len(parties) == 1 and parties[0] != HOME:
        parties = (HOME, *parties)
    flow = voice.say(f"flow.{query.flow or 'turnover'}")
    if not parties:
        return voice.say("kind.trade")
    what = voice.say("headline.trade", flow=flow, pair=pair(parties, voice.language))
    return what if query.status in (None, "actual") else f"{voice.say(f'status.{query.status}')}: {what}"


def asked_for(query: Query, voice: Voice) -> str:
    """Return what was not found, escaped: kinds and conditions, or the question itself where words were left over."""
    about = subject(query, voice)
    if ((query.words or query.people) and not query.joined) or not (about or query.kinds):
        return safe(quoted(query.read_as or query.text, voice))
    if query.kinds == ("trade",):
        return about
    wanted = query.forms if query.kinds == ("agreement",) and query.forms else query.kinds
    kinds = ", ".join(voice.say(f"kind.{kind}") for kind in wanted)
    return ", ".join(part for part in (kinds, about) if part)


def spoken(query: Query, voice: Voice, hits: Iterable[Hit] = ()) -> str:
    """Return what a question that leans on others asks for in full, not escaped: "проекты, Атырау, запущен"."""
    forms = query.forms if query.kinds == ("agreement",) else ()
    kinds = [voice.say(f"kind.{kind}") for kind in forms or query.kinds if query.kinds != ("trade",)]
    wanted = [voice.say(f"slot.{query.slot}")] if query.slot else []
    order = [voice.say(f"order.{query.order}")] if query.order else []
    about = unescape(subject(replace(query, sectors=() if query.words else query.sectors), voice, hits))
    return ", ".join([*kinds, *filter(None, [about]), *query.words, *wanted, *order])


def relaxed_line(query: Query, relaxed: tuple[str, ...], voice: Voice) -> str:
    """Return the line that says what there is nothing on, before the nearest that there is."""
    if "period" in relaxed and query.period:
        return voice.say("answer.no_data_period", period=asked_period(query.period, voice.language))
    if words := [one.removeprefix("word:") for one in relaxed if one.startswith("word:")]:
        return voice.say("answer.no_data", what=safe(", ".join(quoted(word, voice) for word in words)))
    return voice.say("answer.no_data", what=asked_for(query, voice))


def quoted(text: str, voice: Voice) -> str:
    """Put a text in the quotation marks of the language."""
    return f"“{text}”" if voice.language == "en" else f"«{text}»"


def noun_of(query: Query, kind: str) -> str:
    """Return the key of the noun by which things are counted: the form of document where one was asked for."""
    return query.forms[0] if kind == "agreement" and len(query.forms) == 1 else kind


def heading(about: str, counted: str, voice: Voice) -> str:
    """Return "Костанай: 5 проектов", or the count alone."""
    return voice.say("answer.heading", subject=capitalised(about), count=counted) if about else counted


def counted(amount: int, kind: str, voice: Voice, *, complete: bool = True) -> str:
    """Return "5 проектов", or "не менее 200 проектов" where more were found than are at hand."""
    if complete:
        return count(amount, kind, voice.language)
    least = voice.say("answer.at_least", number=number(amount, voice.language))
    return f"{least} {form(voice.language, f'count.{kind}', amount)}"


def full_names(people: Iterable[str], hits: Iterable[Hit]) -> list[str]:
    """Return people as the facts name them where they name exactly one such person: "Бектенов" → "Олжас Бектенов"."""
    named = {one for hit in hits for one in names_in(hit)}
    full = []
    for person in people:
        matching = [person] if person in named else [name for name in named if bears(name, person)]
        full.append(matching[0] if len(matching) == 1 else person.title())
    return full


def bears(name: str, asked: str) -> bool:
    """Tell whether a full name is what a question may mean by `asked`, in whatever case: "жапарова"."""
    if asked.isascii():
        asked = russian_name(asked.title(), "en")
    first, second = surname_key(name), surname_key(asked)
    return first.startswith(second) or second.startswith(first)


def names_in(hit: Hit) -> list[str]:
    """Return the names of the people in a fact."""
    match hit.fact:
        case Meeting():
            return [person.name for person in hit.fact.people]
        case Statement() | Role():
            return [hit.fact.person]
    return []
