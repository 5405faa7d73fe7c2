"""What a chat follows, in words: the list, one of it with its buttons, and when digests come."""

from collections.abc import Sequence

from extract.question import TURN
from handlers.following_buttons import ChangeFollow, DigestHour, FollowSet, OpenFollow, OpenFollows
from handlers.keyboards import Button, Rows, in_rows, press
from handlers.render.parts import Message, Voice, cut, dotted, fit, safe
from storage.following.records import Follow, Pace, Subscriber

PER_PAGE = 6
LONGEST = 60
HOURS = (7, 8, 9, 12, 18, 21)
CHOICES: tuple[tuple[Pace, str], ...] = (("now", "at_once"), ("daily", "daily"), ("weekly", "weekly"))


def what(question: str) -> str:
    """Return a followed question for a line; the turns of a conversation stand one behind the other."""
    return safe(cut(", ".join(turn.strip() for turn in question.split(TURN)), LONGEST))


def pace_text(pace: Pace, by: Subscriber, voice: Voice) -> str:
    """Return how often news come: "раз в неделю, понедельник, в 09:00"."""
    return voice.say(f"pace.{pace}", time=by.digest_at, weekday=voice.say(f"weekday.{by.weekday}"))


def offer_message(question: int, text: str, voice: Voice) -> Message:
    """Return the question how often news are wanted; one tap follows."""
    buttons = [press(voice.say(f"button.{label}"), FollowSet(question=question, pace=pace)) for pace, label in CHOICES]
    return Message(voice.say("follow.offer", what=what(text)), in_rows(buttons))


def followed_message(one: Follow, by: Subscriber, voice: Voice) -> Message:
    """Return that something is followed now, how often news come, and how to change that."""
    pace = voice.say("follow.once_done") if one.pace == "once" else pace_text(one.pace, by, voice)
    buttons = [
        press(voice.say("button.follows"), OpenFollows()),
        press(voice.say("button.unfollow"), ChangeFollow(follow=one.id, to="delete")),
    ]
    return Message(voice.say("follow.done", what=what(one.question), pace=pace), in_rows(buttons))


def follows_message(follows: Sequence[Follow], by: Subscriber | None, voice: Voice, first: int = 0) -> Message:
    """Return the list of what is followed, a button each."""
    if not follows or by is None:
        return Message(voice.say("follow.none"))
    first = min(max(first, 0), len(follows) - 1) // PER_PAGE * PER_PAGE
    shown = list(enumerate(follows, 1))[first : first + PER_PAGE]
    lines = [f"{number}. {dotted([what(one.question), _state(one, by, voice)])}" for number, one in shown]
    schedule = voice.say("follow.schedule", time=by.digest_at, weekday=voice.say(f"weekday.{by.weekday}"))
    buttons = [press(str(number), OpenFollow(follow=one.id)) for number, one in shown]
    hour = press(voice.say("button.digest_time"), DigestHour())
    rows = (*in_rows([*buttons, hour]), *_paging(len(follows), first))
    return Message(fit([voice.say("follow.title", number=len(follows)), *lines, schedule]), rows)


def _state(one: Follow, by: Subscriber, voice: Voice) -> str:
    return voice.say("follow.paused") if one.paused else pace_text(one.pace, by, voice)


def _paging(total: int, first: int) -> Rows:
    places = [(first - PER_PAGE, "‹"), (first + PER_PAGE, "›")]
    row = tuple(press(label, OpenFollows(first=start)) for start, label in places if 0 <= start < total)
    return (row,) if row else ()


def follow_message(one: Follow, by: Subscriber, voice: Voice) -> Message:
    """Return one thing that is followed, with all that can be done about it."""
    paces = [(pace, label) for pace, label in CHOICES if one.paused or pace != one.pace]
    buttons = [press(voice.say(f"button.{label}"), ChangeFollow(follow=one.id, to=pace)) for pace, label in paces]
    stop = ("resume", "resume") if one.paused else ("pause", "pause")
    last = [
        press(voice.say(f"button.{stop[1]}"), ChangeFollow(follow=one.id, to=stop[0])),
        press(voice.say("button.unfollow"), ChangeFollow(follow=one.id, to="delete")),
        press("‹", OpenFollows()),
    ]
    text = voice.say("follow.done", what=what(one.question), pace=_state(one, by, voice))
    return Message(text, (*in_rows(buttons), *in_rows(last)))


def hour_message(by: Subscriber, voice: Voice) -> Message:
    """Return when digests come, with buttons for other hours, another weekday, and days without news."""
    empty = voice.say("follow.empty_yes" if by.empty_note else "follow.empty_no")
    weekday = voice.say(f"weekday.{by.weekday}")
    hours = [press(f"{hour:02}:00", DigestHour(minutes=hour * 60)) for hour in HOURS]
    last: list[Button] = [
        press(voice.say("follow.weekday_button"), DigestHour(weekday=(by.weekday + 1) % 7)),
        press(voice.say("follow.empty_button"), DigestHour(empty=int(not by.empty_note))),
        press("‹", OpenFollows()),
    ]
    text = voice.say("follow.time", time=by.digest_at, weekday=weekday, empty=empty)
    return Message(text, (*in_rows(hours), *in_rows(last)))
