"""What all tests share: no setting of this machine reaches them."""

import hypothesis
import pytest

from bot.settings import variables

# The first example of a run loads the language models.
hypothesis.settings.register_profile("coopbot", deadline=None)
hypothesis.settings.load_profile("coopbot")


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in variables():
        monkeypatch.delenv(name, raising=False)
