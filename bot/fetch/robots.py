"""robots.txt as RFC 9309 has it: missing means that all is allowed, a server in trouble means that nothing is."""

from dataclasses import dataclass

from protego import Protego

from bot.fetch.answer import Fetched, FetchError

LARGEST_ROBOTS = 512 * 2**10  # bytes; the RFC asks for 500 KiB at least
KEPT_SECONDS = 86_400.0  # the RFC: no longer than a day
KEPT_SECONDS_IN_TROUBLE = 600.0
LONGEST_PAUSE = 3_600.0  # seconds


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site. `trouble` says why nothing may be read at all."""

    rules: Protego | None = None  # None: no rules
    trouble: str | None = None

    def check(self, url: str, agent: str) -> None:
        """Raise FetchError where the site does not want `agent` to read `url`."""
        if self.trouble:
            raise FetchError(self.trouble)
        if self.rules and not self.rules.can_fetch(url, agent):
            raise FetchError("its robots.txt does not allow it")

    def pause(self, agent: str) -> float:
        """Return the seconds between two requests that the site asks for."""
        if self.rules is None:
            return 0
        delay = self.rules.crawl_delay(agent) or 0
        rate = self.rules.request_rate(agent)
        between = rate.seconds / rate.requests if rate and rate.requests else 0
        return min(max(float(delay), float(between), 0), LONGEST_PAUSE)

    @property
    def kept_seconds(self) -> float:
        """How long these rules may be used without asking again."""
        return KEPT_SECONDS_IN_TROUBLE if self.trouble else KEPT_SECONDS


def robots_of(answer: Fetched | FetchError) -> Robots:
    """Return the rules that follow from asking for a robots.txt."""
    if isinstance(answer, Fetched):
        return Robots(Protego.parse(answer.body.decode("utf-8", "replace").removeprefix("\ufeff")))
    if answer.status is not None and 300 <= answer.status < 500:
        return Robots()
    if answer.status is None:  # the host itself is in trouble
        return Robots(trouble=str(answer))
    return Robots(trouble=f"its robots.txt {answer}, and until it answers nothing may be read")
