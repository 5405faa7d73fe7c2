"""Questions in three languages, in whatever spelling, as conditions to search by."""

from extract.question.reading import read_question

__all__ = ["read_question"]
