"""News in words: one that cannot wait, a digest that leads with what matters, a correction, a day without any."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log10
from typing import Literal

from extract.model import Agreement, Fact, Investment, Kind, Meeting, Money, Project, Trade
from extract.query import Hit
from handlers.following_buttons import DigestPage, OpenFollows, Unfollow
from handlers.keyboards import Button, Rows, in_rows, open_fact, press
from handlers.render import project, trade
from handlers.render.enquiry import Thing, amount_of, gather
from handlers.render.facts import headline, line
from handlers.render.parts import Message, Voice, bold, date_link, dotted, evidence, fit, is_link, safe, source_line
from handlers.wording.dates import asked_period, long_date, period
from handlers.wording.money import money, sums
from handlers.wording.names import HOME, capitalised, pair, place
from handlers.wording.numbers import count, percent

LEADING = 3  # facts that a digest leads with
PER_PAGE = 5
MOST_GROUPS = 6
WEIGHT: dict[Kind, float] = {
    "trade": 3.0, "project": 3.0, "agreement": 2.5, "investment": 2.0, "meeting": 1.5, "statement": 0.5, "role": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that is news: what it was before is a fact of the same thing, or the figure before it."""

    thing: Thing
    changed: bool = False
    previous: Hit | None = None

    @property
    def hit(self) -> Hit:
        """The fact to show."""
        return self.thing.hit


def items_of(hits: Sequence[Hit], previous: dict[int, tuple[bool, Hit | None]]) -> list[Item]:
    """Return facts as things, what matters most first; `previous` says whether a fact is a change, and of what."""
    items = []
    for thing in gather(hits):
        changed, before = next((previous[id] for id in thing.ids if id in previous), (False, None))
        items.append(Item(thing, changed, before))
    return sorted(items, key=_weight, reverse=True)


def _weight(item: Item) -> tuple[float, int]:
    """Figures and projects first, large sums before small ones, changes of what is known, what several sources tell."""
    fact = item.hit.fact
    amount = amount_of(fact)
    size = log10(max(float(amount.amount), 1.0)) / 6 if amount and amount.currency in ("USD", "EUR") else 0.0
    actual = not isinstance(fact, Trade) or fact.status == "actual"
    weight = WEIGHT[fact.kind] + size + 0.5 * bool(amount) + 0.5 * item.changed + 0.3 * actual
    return weight + 0.2 * len({hit.article.id for hit in item.thing.hits}), item.hit.id


def alert_message(item: Item, voice: Voice, row: int) -> Message:
    """Return the message on one piece of news that was not to wait."""
    hit = item.hit
    first = [_lead(item, voice), *_second(item, voice)]
    article = [Button(voice.say("button.article"), url=hit.article.url)] if is_link(hit.article.url) else []
    buttons = [*article, press(voice.say("button.unfollow"), Unfollow(message=row))]
    return Message(fit([*_sample([hit], voice), *first, *evidence(hit, voice)]), in_rows(buttons))


def _lead(item: Item, voice: Voice) -> str:
    fact = item.hit.fact
    if isinstance(fact, Project) and item.changed:
        return line_of(item, voice, dated=False)
    if isinstance(fact, Project):
        where = place(fact.places, voice.language)
        what = voice.say("news.project", cost=project.cost(fact, voice)).rstrip(", ")
        return bold(f"{safe(where)}: {what}" if where else capitalised(what))
    return headline(fact, voice)


def _second(item: Item, voice: Voice) -> list[str]:
    fact = item.hit.fact
    if isinstance(fact, Project) and not item.changed:
        return [dotted([project.title(fact), project.stage(fact, voice), project.capacity(fact, voice)])]
    before = before_figure(item, voice)
    return [capitalised(before)] if before else []


def digest_message(items: Sequence[Item], voice: Voice, row: int, *, first: int = 0, alert: bool = False) -> Message:
    """Return a digest: one screen with what matters most, what else there is by name, and the rest page by page."""
    total = count(len(items), "fact", voice.language)
    day = long_date(voice.today.isoformat(), voice.language)
    title = voice.say("news.title", count=total) if alert else voice.say("digest.title", day=day, count=total)
    shown = _page(items, first)
    numbered = [(items.index(item) + 1, item) for item in shown]
    lines = [f"{number}. {line_of(item, voice)}" for number, item in numbered]
    rest = _groups(items[LEADING:], voice) if first == 0 and len(items) > PER_PAGE else []
    opening = [open_fact(str(number), item.thing.ids, voice.language) for number, item in numbered]
    follows = press(voice.say("button.follows"), OpenFollows())
    buttons = (*in_rows([*opening, follows]), *_paging(len(items), first, row))
    return Message(fit([*_sample([item.hit for item in items], voice), title, *lines, *rest]), buttons)


def _page(items: Sequence[Item], first: int) -> Sequence[Item]:
    """The first page of a long digest leads with three; the others follow five a page, those of one name together."""
    if len(items) <= PER_PAGE:
        return items
    return items[:LEADING] if first <= 0 else items[first : first + PER_PAGE]


def grouped(items: Sequence[Item]) -> list[Item]:
    """Return items with the rest behind the leading ones put together by name, the longest group first."""
    names = Counter(_name(item) for item in items[LEADING:])
    first = {name: place for place, name in enumerate(dict.fromkeys(_name(item) for item in items[LEADING:]))}
    rest = sorted(items[LEADING:], key=lambda item: (-names[_name(item)], first[_name(item)]))
    return [*items[:LEADING], *rest]


def _groups(items: Sequence[Item], voice: Voice) -> list[str]:
    """Return the line that says what else there is: "Еще: Костанай 3 · Казахстан – Грузия 2"."""
    names = Counter(_name(item) for item in items)
    shown = [f"{safe(_spoken(name, voice))}: {number}" for name, number in names.most_common(MOST_GROUPS)]
    more = ["…"] if len(names) > MOST_GROUPS else []
    return [voice.say("digest.more", groups=dotted([*shown, *more]))]


def _name(item: Item) -> tuple[str, ...]:
    """The name that a piece of news is put under: the pair of a figure, the place of a project, else its kind."""
    match item.hit.fact:
        case Trade(parties=parties) | Agreement(parties=parties) if parties:
            return tuple(sorted(parties, key=lambda party: (party != HOME, party)))
        case Project(places=places) if places:
            return ("place", *places)
        case Meeting(place=where) if where:
            return ("place", where)
        case Investment(source=source, target=target) if source or target:
            return (*source, *target)
    return ("kind", item.hit.fact.kind)


def _spoken(name: tuple[str, ...], voice: Voice) -> str:
    if name[0] == "kind":
        return capitalised(voice.say(f"kind.{name[1]}"))
    return place(name[1:], voice.language) if name[0] == "place" else pair(name, voice.language)


def _paging(total: int, first: int, row: int) -> Rows:
    if total <= PER_PAGE:
        return ()
    starts = [0, *range(LEADING, total, PER_PAGE)]
    here = max(place for place, start in enumerate(starts) if start <= max(first, 0))
    start, stop = starts[here], (starts[here + 1] if here + 1 < len(starts) else total)
    label = f"{start + 1}–{stop} / {total}" if stop > start + 1 else f"{stop} / {total}"
    places = [(here - 1, "‹"), (here, label), (here + 1, "›")]
    return (
        tuple(
            press(text, DigestPage(message=row, first=starts[place]))
            for place, text in places
            if 0 <= place < len(starts)
        ),
    )


def line_of(item: Item, voice: Voice, *, dated: bool = True) -> str:
    """Return a piece of news on one line: what changed stands beside what it was."""
    fact, link = item.hit.fact, [date_link(item.hit, voice)] if dated else []
    if isinstance(fact, Project) and item.changed and item.previous and isinstance(item.previous.fact, Project):
        title = project.title(fact) if dated else bold(project.title(fact))
        return dotted([title, *_changes(fact, item.previous.fact, voice), *link])
    if isinstance(fact, Trade):
        return dotted([*trade.line(fact, voice), before_figure(item, voice), *link])
    return line(item.hit, voice)


def _changes(fact: Project, before: Project, voice: Voice) -> list[str]:
    """Return what is new of a project, each with what it was: "запущен (ранее: строится)"."""
    parts = []
    for now, earlier in (
        (project.stage(fact, voice), project.stage(before, voice)),
        (project.cost(fact, voice), project.cost(before, voice)),
        (project.due(fact, voice), str(before.end) if before.end else ""),
    ):
        same = now == earlier or (bool(before.end) and fact.end == before.end and earlier == str(before.end))
        if now and not same:
            parts.append(f"{now} ({voice.say('news.earlier', value=earlier)})" if earlier else now)
    return parts


def before_figure(item: Item, voice: Voice) -> str:
    """Return the figure for a like time before: "+20,6% к 3,4 млрд $ за январь–ноябрь 2022"; "" for none."""
    fact, before = item.hit.fact, item.previous.fact if item.previous else None
    if not (isinstance(fact, Trade) and isinstance(before, Trade) and fact.amount and before.amount and before.period):
        return ""
    spell = asked_period if voice.language == "ru" else period
    told = {"amount": safe(money(before.amount, voice.language)), "period": spell(before.period, voice.language)}
    if fact.growth_pct is not None or not (_is_exact(fact.amount) and _is_exact(before.amount)):
        return voice.say("news.was", **told)
    change = ((fact.amount.amount / before.amount.amount - 1) * 100).quantize(Decimal("0.1"))
    return voice.say("news.change", percent=percent(change.normalize() + 0, voice.language), **told)


def _is_exact(amount: Money) -> bool:
    return amount.qualifier == "exact" and amount.upper is None and amount.amount > 0


def empty_message(voice: Voice) -> Message:
    """Return the note on a day without news."""
    day = long_date(voice.today.isoformat(), voice.language)
    return Message(voice.say("digest.empty", day=day), in_rows([press(voice.say("button.follows"), OpenFollows())]))


def correction_message(
    old: Hit, instead: Hit | None, voice: Voice, why: Literal["misread", "edited"] = "misread"
) -> Message:
    """Return the note on a fact that was shown and holds no more, with what its article states."""
    figure = _figure(old.fact, instead.fact if instead else None, voice)
    key = "correction.instead" if instead else "correction.withdrawn"
    about = instead or old
    subject = _subject(about.fact, voice)
    reason = voice.say(f"correction.{why if instead else 'gone'}")
    shown = [open_fact(voice.say("button.quote"), [about.id], voice.language)] if instead else []
    text = fit([voice.say(key, figure=figure), f"{subject}. {reason}", source_line(about, voice)])
    return Message(text, in_rows(shown))


def _figure(old: Fact, new: Fact | None, voice: Voice) -> str:
    before, after = amount_of(old), amount_of(new) if new else None
    if before and after:
        short = after.currency == before.currency and _is_exact(before) and _is_exact(after)
        wrong = money(before, voice.language)
        if short and sums([before, after], voice.language):
            wrong = money(before, voice.language)
        return voice.say("correction.not", right=safe(money(after, voice.language)), wrong=safe(wrong))
    if before and not new:
        return safe(money(before, voice.language))
    return _subject(new or old, voice)


def _subject(fact: Fact, voice: Voice) -> str:
    match fact:
        case Trade():
            return f"{capitalised(trade.subject(fact, voice))}, {trade.when(fact, voice)}"
        case Project():
            return dotted([project.title(fact), project.where(fact, voice), project.stage(fact, voice)])
    return headline(fact, voice).replace("<b>", "").replace("</b>", "")


def _sample(hits: Sequence[Hit], voice: Voice) -> list[str]:
    return [f"<i>{voice.say('banner.sample')}</i>"] if any(hit.article.sample for hit in hits) else []
