"""What the documents say is what the code does."""

import re
from pathlib import Path

import pytest

from bot.settings import default_text, example, variables

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_example_of_settings_is_current() -> None:
    """`make example` rewrites it."""
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == example()


@pytest.mark.parametrize("name", variables())
def test_the_readme_has_a_row_for_each_setting(name: str) -> None:
    field = variables()[name]
    default = f"`{default_text(field)}`" if default_text(field) else ""
    assert f"| `{name}` | {default} | {field.description} |" in README


def test_the_readme_has_no_row_for_a_setting_that_is_gone() -> None:
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)) == set(variables())


@pytest.mark.parametrize("target", re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
def test_the_readme_names_each_make_target(target: str) -> None:
    assert f"`make {target}" in README or f"\nmake {target}" in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make ([a-z-]+)", README, re.MULTILINE))))
def test_each_make_target_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((?!https?://|#)([^)#]+)", README))))
def test_each_link_of_the_readme_leads_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
