"""Names, units and words in Russian, Kazakh and English, kept as TOML files beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the tables of `<name>.toml`, read once. Raises FileNotFoundError for an unknown name."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
