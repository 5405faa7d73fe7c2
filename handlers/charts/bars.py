"""What the charts share: bars of sums with signs beside their numbers, the legend, the line that names the sources."""

from collections.abc import Sequence
from decimal import Decimal

from extract.model import Money, Qualifier
from extract.query import Hit
from handlers.charts.model import Bar, Style
from handlers.render.parts import Voice, site
from handlers.wording.dates import short_date
from handlers.wording.names import capitalised
from handlers.wording.numbers import DASH, number

SYMBOLS: dict[Qualifier, str] = {"exact": "", "about": "≈ ", "over": "> ", "under": "< ", "up_to": "≤ "}
NAMED_SITES = 3
MEANINGS: dict[Style, str] = {"part": "chart.part", "target": "status.target", "forecast": "status.forecast"}


def sum_bar(label: str, amount: Money, size: Decimal, style: Style, voice: Voice) -> Bar:
    """Return the bar of a sum in units of `size`; a range ends in a pale piece."""
    ends = [end / size for end in (amount.amount, amount.upper) if end is not None]
    shown = SYMBOLS[amount.qualifier] + DASH.join(number(end, voice.language) for end in ends)
    return Bar(label, float(ends[0]), shown, style, float(ends[1]) if len(ends) > 1 else None)


def legend_of(bars: Sequence[Bar], voice: Voice) -> tuple[tuple[Style, str], ...]:
    """Return what the styles of `bars` mean; a plain bar needs no word."""
    used = [style for style in MEANINGS if any(bar.style == style for bar in bars)]
    return tuple((style, capitalised(voice.say(MEANINGS[style]))) for style in used)


def source_of(hits: Sequence[Hit], voice: Voice) -> str:
    """Return the line of the sources: the sites, and the first and last day of publication."""
    sites = list(dict.fromkeys(site(hit) for hit in hits))
    named = ", ".join(sites[:NAMED_SITES]) + (", …" if len(sites) > NAMED_SITES else "")
    days = sorted({hit.article.published for hit in hits if hit.article.published})
    dates = " – ".join(dict.fromkeys(short_date(day, voice.language) for day in (days[:1] + days[-1:])))
    key = "source.line" if len({hit.article.id for hit in hits}) == 1 else "chart.sources"
    return voice.say(key, link=named, date=dates or short_date(None, voice.language))


def sample_note(hits: Sequence[Hit], voice: Voice) -> tuple[str, ...]:
    """Return the note that data are samples: a picture travels without the words above it."""
    return (voice.say("banner.sample"),) if any(hit.article.sample for hit in hits) else ()
