"""Projects counted by stage or region as a chart."""

from collections.abc import Sequence

from extract.query import Hit
from handlers.charts.bars import sample_note, source_of
from handlers.charts.model import Bar, Chart
from handlers.render.groups import Group
from handlers.render.parts import Voice
from handlers.wording.names import capitalised
from handlers.wording.numbers import number

MOST_BARS = 12
LEAST_BARS = 2


def groups_chart(title: str, unit: str, groups: Sequence[Group], hits: Sequence[Hit], voice: Voice) -> Chart | None:
    """Return the chart of how many projects each group holds; None where there is but one group.

    Groups beyond MOST_BARS are summed up in words.
    """
    if len(groups) < LEAST_BARS:
        return None
    rest = groups[MOST_BARS:]
    notes = []
    if rest:
        projects = sum(len(found) for _, found in rest)
        shown = {"groups": number(len(rest), voice.language), "projects": number(projects, voice.language)}
        notes.append(voice.say("chart.more_groups", **shown))
    counts = [(capitalised(label), len(found)) for label, found in groups[:MOST_BARS]]
    return Chart(
        title=title,
        unit=unit,
        bars=tuple(Bar(label, float(count), number(count, voice.language)) for label, count in counts),
        source=source_of(hits, voice),
        notes=(*notes, *sample_note(hits, voice)),
    )
