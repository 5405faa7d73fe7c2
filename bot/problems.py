"""What a person at the command line is told when something cannot be done: one line, with the cure."""

import sys


class Problem(Exception):
    """The text is one line: what is wrong; what to do."""


def complain(line: str) -> None:
    """Print one line to the standard error."""
    print(f"coopbot: {line}", file=sys.stderr)
