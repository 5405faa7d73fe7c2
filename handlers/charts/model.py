"""What a chart shows, ready to be drawn: all words and numbers are in the reader's language already."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Style = Literal["whole", "part", "target", "forecast"]  # a part of a year never looks like a whole one


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: `value` in the unit of the chart, `shown` as it is written beside it, `upper` the end of a range."""

    label: str
    value: float
    shown: str
    style: Style = "whole"
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that may be compared with each other; `legend` explains their styles, `remark` does so in a caption."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    source: str
    legend: tuple[tuple[Style, str], ...] = ()
    notes: tuple[str, ...] = ()
    remark: str = ""

    @property
    def key(self) -> str:
        """What tells this picture from any other: the same content is never drawn or sent twice."""
        return sha256(repr(self).encode()).hexdigest()[:32]
