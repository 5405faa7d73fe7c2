"""Draws a chart as a PNG for a telephone: rows of bars, large letters, the source in the picture.

matplotlib is loaded with the first chart; where it is not installed, `can_draw` says so and answers stay text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from handlers.charts.model import Bar, Chart, Style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Pixels; the picture is as wide as a telephone shows it without scaling down.
WIDTH, MARGIN, GAP = 1080, 44, 18
TITLE, TEXT, SMALL, LINE = 42, 34, 27, 1.3
ROW, THICK = 82, 50
MOST_LABEL = 380
POINTS = 0.72  # of a pixel, at the 100 dots an inch that we draw with
INK, GREY, PALE = "#1d2733", "#5c6773", "#d9e2ec"
LOOKS: dict[Style, dict[str, Any]] = {
    "whole": {"facecolor": "#2b6cb0", "edgecolor": "#2b6cb0"},
    "part": {"facecolor": "#dbe9f6", "edgecolor": "#2b6cb0", "hatch": "//"},
    "target": {"facecolor": "#ffffff", "edgecolor": "#c05621", "linestyle": (0, (5, 3))},
    "forecast": {"facecolor": "#fdf1e4", "edgecolor": "#c05621", "linestyle": (0, (1, 2))},
}


def can_draw() -> bool:
    """Tell whether the library for charts is installed."""
    return find_spec("matplotlib") is not None


def warm_up() -> None:
    """Load the library and its font, so that the first chart is as quick as the others."""
    draw(Chart("", "", (Bar("", 1, ""),), ""))


def draw(chart: Chart) -> bytes:
    """Return the chart as a PNG. Raises ImportError without matplotlib."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(dpi=100, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    page = _Page(axes)
    page.text(MARGIN, chart.title, TITLE, bold=True)
    page.text(MARGIN, chart.unit, SMALL, colour=GREY)
    page.skip(GAP)
    _rows(page, chart.bars)
    page.skip(GAP)
    for style, meaning in chart.legend:
        page.box(MARGIN, SMALL * 1.4, SMALL * 0.8, LOOKS[style])
        page.text(MARGIN + SMALL * 1.4 + GAP, meaning, SMALL, colour=GREY)
    for note in (*chart.notes, chart.source):
        page.text(MARGIN, note, SMALL, colour=GREY)
    height = page.y + MARGIN - GAP
    figure.set_size_inches(WIDTH / 100, height / 100)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    output = BytesIO()
    figure.savefig(output, format="png")
    return output.getvalue()


@dataclass(slots=True)
class _Page:
    """What has been drawn so far, from the top down to `y`."""

    axes: "Axes"
    y: float = MARGIN

    def skip(self, pixels: float) -> None:
        self.y += pixels

    def text(self, x: float, text: str, size: int, *, bold: bool = False, colour: str = INK) -> None:
        for line in self.wrapped(text, size, WIDTH - MARGIN - x, bold=bold):
            self.line(x, self.y + size * LINE / 2, line, size, bold=bold, colour=colour)
            self.y += size * LINE

    def line(self, x: float, middle: float, text: str, size: int, *, bold: bool = False, colour: str = INK) -> None:
        style: dict[str, Any] = {"fontsize": size * POINTS, "fontweight": "bold" if bold else "normal"}
        style |= {"color": colour, "va": "center_baseline", "parse_math": False}  # "$" would open a formula
        self.axes.text(x, middle, text, **style)

    def box(self, x: float, width: float, height: float, look: dict[str, Any]) -> None:
        """Draw a rectangle in the middle of the next line of small text."""
        self.bar(x, self.y + SMALL * LINE / 2, width, height, look)

    def bar(self, x: float, middle: float, width: float, height: float, look: dict[str, Any]) -> None:
        from matplotlib.patches import Rectangle

        self.axes.add_patch(Rectangle((x, middle - height / 2), max(width, 3), height, linewidth=2.5, **look))

    def wrapped(self, text: str, size: int, most: float, *, bold: bool = False) -> list[str]:
        """Return `text` in lines of at most `most` pixels, broken at blanks; a longer word stands alone."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and width_of(longer, size, bold=bold) <= most:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


def _rows(page: _Page, bars: Iterable[Bar]) -> None:
    rows = [(bar, page.wrapped(bar.label, TEXT, MOST_LABEL)) for bar in bars]
    start = MARGIN + max(width_of(line, TEXT) for _, lines in rows for line in lines) + GAP
    beside = max(width_of(bar.shown, TEXT, bold=True) for bar, _ in rows) + 2 * GAP
    largest = max(bar.upper or bar.value for bar, _ in rows) or 1
    scale = (WIDTH - MARGIN - start - beside) / largest
    for bar, lines in rows:
        height = max(ROW, (len(lines) + 0.6) * TEXT * LINE)
        middle = page.y + height / 2
        for number, line in enumerate(lines):
            page.line(MARGIN, middle + (number - (len(lines) - 1) / 2) * TEXT * LINE, line, TEXT)
        if bar.upper is not None:
            page.bar(start, middle, bar.upper * scale, THICK, {"facecolor": PALE, "edgecolor": PALE})
        page.bar(start, middle, bar.value * scale, THICK, LOOKS[bar.style])
        page.line(start + (bar.upper or bar.value) * scale + GAP, middle, bar.shown, TEXT, bold=True)
        page.skip(height)


def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """Return how many pixels a line of text takes."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal", size=size)
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width)
