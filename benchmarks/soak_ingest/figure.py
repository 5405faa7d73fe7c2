"""A measured figure beside its goal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and the most (or where `at_least`, the least) that it may be; no goal: for information."""

    name: str
    value: float
    goal: float | None = None
    at_least: bool = False

    @property
    def is_short(self) -> bool:
        """Tell whether the figure misses its goal."""
        if self.goal is None:
            return False
        return self.value < self.goal if self.at_least else self.value > self.goal

    def __str__(self) -> str:
        """Return the line that is printed."""
        goal = "" if self.goal is None else f"   goal {'≥' if self.at_least else '≤'} {self.goal:g}"
        return f"  {self.name:<66} {self.value:>10.4g}{goal}{'   SHORT' if self.is_short else ''}"
