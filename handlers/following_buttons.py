"""Buttons of following: what each does when pressed. They carry numbers of questions, follows and messages only."""

from aiogram.filters.callback_data import CallbackData

from storage.following.records import Follow


class FollowAsk(CallbackData, prefix="fa"):
    """Offer to follow a kept question; `once`: tell the first time that something is found, and ask nothing more."""

    question: int
    once: bool = False


class FollowSet(CallbackData, prefix="fs"):
    """Follow a kept question at this pace."""

    question: int
    pace: str


class OpenFollows(CallbackData, prefix="fl"):
    """List what the chat follows, from number `first` on."""

    first: int = 0


class OpenFollow(CallbackData, prefix="fo"):
    """Show one thing that is followed, with what can be done about it."""

    follow: int


class ChangeFollow(CallbackData, prefix="fc"):
    """Change what is followed: "now", "daily", "weekly", "pause", "resume", "delete"."""

    follow: int
    to: str


class DigestHour(CallbackData, prefix="fd"):
    """Set when digests come: minutes after midnight, weekday, whether an empty day is worth a note; -1: as it is."""

    minutes: int = -1
    weekday: int = -1
    empty: int = -1


class DigestPage(CallbackData, prefix="fp"):
    """Show the news of a sent message from number `first` on."""

    message: int
    first: int


class Unfollow(CallbackData, prefix="fu"):
    """Follow no more what a sent message told of; where that is several things, list them."""

    message: int


def of_chat(follows: list[Follow], number: int) -> Follow | None:
    """Return the follow of that number where it belongs to the chat: buttons can be forged."""
    return next((one for one in follows if one.id == number), None)
