"""What all tests share: no setting of this machine reaches them, and no request of theirs may pass a limit."""

import hypothesis
import pytest

from bot.settings import variables
from tests.request_limits import checked, refused

# The first example of a run loads the language models.
hypothesis.settings.register_profile("coopbot", deadline=None)
hypothesis.settings.load_profile("coopbot")


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in variables():
        monkeypatch.delenv(name, raising=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many requests of the bot the whole run has made, and what Telegram would have refused of them."""
    if checked:
        terminalreporter.write_line(f"{len(checked)} requests to Telegram, {len(refused)} over its limits")
    for complaint in refused:
        terminalreporter.write_line(complaint, red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A request over the limits fails the run even where a handler has swallowed the failed assertion."""
    if refused:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
