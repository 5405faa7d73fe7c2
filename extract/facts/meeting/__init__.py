"""Meetings: talks of two or more sides.

finding puts talks together | cues what tells of them | topics what they were about
"""

from extract.facts.meeting.examples import EXAMPLES, NOT_EXAMPLES
from extract.facts.meeting.finding import find_meetings

__all__ = ["EXAMPLES", "NOT_EXAMPLES", "find_meetings"]
