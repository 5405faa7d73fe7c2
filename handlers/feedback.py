"""Reactions to answers are kept as feedback; /feedback counts them for administrators."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message, MessageReactionUpdated, ReactionTypeEmoji

from extract.question import TURN
from handlers.chat import send, speaks
from handlers.locales import say
from handlers.render.parts import fit, name
from storage import Store

BAD = ("👎", "🤮", "💩", "🤡", "🤬", "😡", "🥱", "🤨", "😢")
MOST = 10


def make_router(admins: frozenset[int] = frozenset()) -> Router:
    """Return the router of feedback; only `admins` may see the counts."""
    router = Router(name="feedback")
    router.message_reaction.register(keep_reaction)
    router.message.register(show_feedback, Command("feedback"), F.from_user.id.in_(admins))
    return router


async def keep_reaction(reaction: MessageReactionUpdated, store: Store, at: str) -> None:
    """Keep the reactions that a person now has on a message; those of nobody in particular are passed over."""
    if reaction.user is None:
        return
    emoji = tuple(one.emoji for one in reaction.new_reaction if isinstance(one, ReactionTypeEmoji))
    store.keep_reactions(reaction.chat.id, reaction.user.id, reaction.message_id, emoji, at=at)


async def show_feedback(message: Message, store: Store) -> None:
    """Show how often each reaction was given, and the questions whose answers displeased."""
    language = speaks(store, message.chat.id, message.from_user)
    counts = store.reactions()
    if not counts:
        await send(message, say(language, "feedback.none"))
        return
    bad = [
        f"• {name(question.replace(TURN, ' '))}: {times}" for question, times in store.questions_with(BAD, most=MOST)
    ]
    title = [say(language, "feedback.bad")] if bad else []
    given = " · ".join(f"{emoji} {times}" for emoji, times in counts)
    await send(message, fit([say(language, "feedback.title"), given, *title, *bad]))
