"""The shape of the code that no linter sees. Who may import whom is held by import-linter, see pyproject.toml."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("bot", "handlers", "storage", "extract")
LONGEST_FILE = 330  # lines: one idea each, read in one sitting
MEANINGLESS = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"}
CLOCKLESS = ("extract", "storage")
CLOCKS = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime"},
}


def modules(*folders: str) -> list[Path]:
    """Every Python file of ours under `folders`, relative to the root."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path.relative_to(ROOT) for path in found if "node_modules" not in path.parts)


def clock_readings(tree: ast.AST) -> Iterator[str]:
    """Names by which a module asks what time it is: `datetime.now`, `datetime.date.today`, an imported `time`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if node.attr in CLOCKS.get(owner, ()):
                yield f"{owner}.{node.attr}, line {node.lineno}"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (f"time.{name.name}, line {node.lineno}" for name in node.names if name.name in CLOCKS["time"])


@pytest.mark.parametrize("path", modules(*PACKAGES, "tests"), ids=str)
def test_a_file_is_short_enough_to_read(path: Path) -> None:
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", modules(*PACKAGES, "tests", "benchmarks"), ids=str)
def test_a_name_says_what_is_inside(path: Path) -> None:
    assert not MEANINGLESS & set(path.with_suffix("").parts)


@pytest.mark.parametrize("path", modules(*CLOCKLESS), ids=str)
def test_extract_and_storage_are_told_the_time(path: Path) -> None:
    assert not list(clock_readings(ast.parse((ROOT / path).read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", modules(*PACKAGES), ids=str)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8")))


@pytest.mark.parametrize("folder", sorted({path.parent for path in modules(*PACKAGES)}), ids=str)
def test_a_folder_with_modules_is_a_package(folder: Path) -> None:
    assert (ROOT / folder / "__init__.py").is_file()


@pytest.mark.parametrize(
    ("code", "readings"),
    [
        ("datetime.now()", 1),
        ("datetime.datetime.now(UTC)", 1),
        ("datetime.date.today()", 1),
        ("today = date.today", 1),
        ("time.time()", 1),
        ("from time import time", 1),
        ("time.monotonic()", 0),
        ("date(2022, 1, 24)", 0),
        ("article.date", 0),
    ],
)
def test_the_search_for_clocks_finds_them(code: str, readings: int) -> None:
    assert len(list(clock_readings(ast.parse(code)))) == readings
