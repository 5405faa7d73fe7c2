"""Examples that stand beside the rules: a text and what it states, or a text that states nothing."""

from dataclasses import dataclass
from typing import Any

from extract.model import Language


@dataclass(frozen=True, slots=True)
class Example:
    """`facts` are records in the contract's shape with only the slots that matter; () where the text states none."""

    text: str
    facts: tuple[dict[str, Any], ...] = ()
    published: str | None = "2024-05-20"
    language: Language | None = None
