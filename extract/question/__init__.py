"""Questions in three languages, in whatever spelling, as conditions to search by."""

from extract.question.follow_up import TURN, follow, read_question

__all__ = ["TURN", "follow", "read_question"]
