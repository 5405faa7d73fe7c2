"""A meeting brief: on one page what is known of a country or region, each line with its source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.model import Agreement, Project, Trade
from handlers.keyboards import Button, in_rows
from handlers.render import project, trade
from handlers.render.dossier import banner, latest_first, section
from handlers.render.enquiry import Thing, single
from handlers.render.facts import line
from handlers.render.parts import Message, Voice, date_link, dotted, fit, name
from handlers.render.trades import conflicting, figure_of
from handlers.wording.dates import is_whole_year
from handlers.wording.names import HOME

MOST_FIGURES, MOST_PROJECTS, MOST_OTHERS = 4, 5, 3
FLOWS = ("turnover", "export", "import")
Things = Sequence[Thing]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a country or region, by kind."""

    trade: Things
    projects: Things
    agreements: Things
    meetings: Things


def brief_message(title: str, known: Known, voice: Voice, more: Sequence[Button] = ()) -> Message:
    """Return the brief: figures first, then projects, documents and talks, then what wants care."""
    parts: list[tuple[str, Things, int]] = [
        ("trade", _latest_figures(known.trade), MOST_FIGURES),
        ("project", latest_first(single(known.projects)), MOST_PROJECTS),
        ("agreement", latest_first(known.agreements), MOST_OTHERS),
        ("meeting", latest_first(known.meetings), MOST_OTHERS),
    ]
    hits = [thing.hit for things in (known.trade, known.projects, known.agreements, known.meetings) for thing in things]
    blocks = [*banner(hits, voice), voice.say("page.brief_title", name=name(title))]
    for kind, things, most in parts:
        if things:
            blocks.append(section(voice.say(f"kind.{kind}"), len(things), voice))
            blocks += [f"• {line(thing.hit, voice)}" for thing in things[:most]]
    blocks += _careful(_conflicts(known.trade), "conflicts", lambda thing: line(thing.hit, voice), voice)
    blocks += _careful(_overdue(known, voice), "overdue", lambda thing: _promise(thing, voice), voice)
    if missing := [voice.say(f"kind.{kind}") for kind, things, _ in parts if not things]:
        blocks.append(voice.say("page.missing", what=", ".join(missing)))
    return Message(fit(blocks), in_rows(more))


def _careful(things: Things, title: str, line_of: Callable[[Thing], str], voice: Voice) -> list[str]:
    if not things:
        return []
    lines = [f"• {line_of(thing)}" for thing in things[:MOST_FIGURES]]
    return [f"⚠️ {section(voice.say(f'page.{title}'), len(things), voice)}", *lines]


def _latest_figures(things: Things) -> list[Thing]:
    """The latest result of each flow with home, the turnover first and beside months the latest year of it."""
    results = [thing for thing in things if figure_of(thing).status == "actual" and figure_of(thing).amount]
    home = [thing for thing in results if HOME in figure_of(thing).parties] or results
    figures: list[Thing] = []
    for flow in FLOWS:
        of_flow = [thing for thing in home if figure_of(thing).flow == flow and figure_of(thing).period]
        latest = sorted(of_flow, key=_lateness, reverse=True)
        figures += latest[:1]
        if flow == "turnover" and latest and not _is_year(latest[0]):
            figures += list(filter(_is_year, latest))[:1]
    targets = [thing for thing in things if figure_of(thing).status != "actual" and figure_of(thing).amount]
    return [*figures, *sorted(targets, key=_lateness, reverse=True)[:1]] or home[:1]


def _is_year(thing: Thing) -> bool:
    period = figure_of(thing).period
    return bool(period and is_whole_year(period))


def _lateness(thing: Thing) -> tuple[str, str]:
    period = figure_of(thing).period
    return period.last_day if period else "", thing.hit.article.published or ""


def _conflicts(things: Things) -> list[Thing]:
    """The figures on which sources differ, those of one period together."""
    differing = [thing for thing in things if conflicting(thing, things)]
    return sorted(differing, key=_lateness, reverse=True)


def _overdue(known: Known, voice: Voice) -> list[Thing]:
    """Promises whose time is over: plants without a launch, aims of past years, documents that were to be signed."""
    today = voice.today.isoformat()
    late = [thing for thing in single(known.projects) if _is_late(thing, voice)]
    late += [
        thing
        for thing in known.trade
        if figure_of(thing).status == "target" and (period := figure_of(thing).period) and period.last_day < today
    ]
    late += [
        thing
        for thing in known.agreements
        if isinstance(thing.fact, Agreement) and not thing.fact.signed and thing.fact.date and thing.fact.date < today
    ]
    return late


def _is_late(thing: Thing, voice: Voice) -> bool:
    fact = thing.fact
    return (
        isinstance(fact, Project)
        and fact.end is not None
        and fact.end < voice.today.year
        and fact.stage not in project.DONE
    )


def _promise(thing: Thing, voice: Voice) -> str:
    match thing.fact:
        case Project():
            return dotted([project.title(thing.fact), project.due(thing.fact, voice), date_link(thing.hit, voice)])
        case Trade():
            return dotted([*trade.line(thing.fact, voice), date_link(thing.hit, voice)])
    return line(thing.hit, voice)
