"""What becomes of a message that Telegram did not take: a table from the error to one of few outcomes. Pure."""

from dataclasses import dataclass
from typing import Literal

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.problems import Problem

GONE = ("chat not found", "deactivated", "peer_id_invalid", "chat_write_forbidden", "not enough rights", "no rights to")
TOPIC_GONE = ("thread not found", "topic_closed", "topic_deleted")
FIRST_WAIT, LONGEST_WAIT = 2.0, 900.0  # seconds


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do: try again after `seconds`, hold the chat or topic, move it to chat `to`, or put the message aside."""

    act: Literal["again", "hold", "hold topic", "move", "refuse"]
    seconds: float = 0
    doubtful: bool = False  # it may have arrived: the reply was lost
    to: int = 0


def outcome_of(error: Exception, attempts: int, chance: float) -> Outcome:
    """Return what an error means for a message tried `attempts` times before; `chance` in [0, 1) spreads the waits.

    Only a chat that Telegram says is gone is held; an outage holds nobody. Raises Problem where no message can be sent.
    """
    match error:
        case TelegramRetryAfter():
            return Outcome("again", error.retry_after)
        case TelegramMigrateToChat():
            return Outcome("move", to=error.migrate_to_chat_id)
        case TelegramUnauthorizedError() | TelegramNotFound():
            raise Problem("BOT_TOKEN is not accepted by Telegram: copy it anew from @BotFather") from error
        case TelegramConflictError():
            raise Problem("this token is polled by another process: stop that one first") from error
        case TelegramForbiddenError():
            return Outcome("hold")
        case TelegramBadRequest():
            said = error.message.lower()
            if any(words in said for words in TOPIC_GONE):
                return Outcome("hold topic")
            return Outcome("hold" if any(words in said for words in GONE) else "refuse")
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return Outcome("again", back_off(attempts, chance), doubtful=True)
        case TelegramAPIError():
            return Outcome("again", back_off(attempts, chance))
    return Outcome("again", back_off(attempts, chance))


def back_off(attempts: int, chance: float) -> float:
    """Return the seconds to wait after so many attempts: twice as long each time, of that half or more."""
    full = min(FIRST_WAIT * 2.0 ** min(attempts, 20), LONGEST_WAIT)
    return full * (0.5 + chance / 2)
