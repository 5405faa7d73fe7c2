"""`@bot projects in Kostanay` in any chat: the answer and its facts, each ready to be sent there with its source."""

from datetime import date
from hashlib import sha256

from aiogram import Bot, Router
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from extract.model import Language
from handlers.addressed import cleaned
from handlers.answering import Answered, answer_question
from handlers.chat import NO_PREVIEW, speaks
from handlers.keeping import Keeper
from handlers.locales import openings, say
from handlers.render.dossier import banner
from handlers.render.enquiry import gather
from handlers.render.facts import fact_message, headline
from handlers.render.parts import Voice, cut, fit, plain, source_link
from handlers.start import share_key
from storage import Store

SECONDS = 300  # that Telegram may give the same results: news comes by the hour
MOST = 10
LONGEST = 256  # characters of an inline query
LONGEST_TITLE = 100


def make_router() -> Router:
    """Return the router of inline mode."""
    router = Router(name="inline")
    router.inline_query.register(answer_inline)
    return router


async def answer_inline(inline: InlineQuery, bot: Bot, store: Store, today: date, at: str) -> None:
    """Offer the whole answer first, then its facts; for no question yet, questions to try."""
    question = cleaned(inline.query)[:LONGEST]
    language = speaks(store, inline.from_user.id, inline.from_user)
    asked = [question] if question else list(openings(language)[:3])
    keep = Keeper(store, inline.from_user.id, at)
    link = f"https://t.me/{(await bot.me()).username}?start="
    results = []
    for one in asked:
        answered = answer_question(store, one, language, today)
        if answered.answer.hits:
            spoken = answered.answer.query.language
            results.append(_whole(one, answered, spoken, link + share_key(keep(one, spoken), one)))
            results += _facts(answered, today) if question else []
    nothing = (
        None if results else InlineQueryResultsButton(text=say(language, "inline.nothing"), start_parameter="start")
    )
    await inline.answer(list(results[:MOST]), cache_time=SECONDS, is_personal=True, button=nothing)


def _whole(question: str, answered: Answered, language: Language, link: str) -> InlineQueryResultArticle:
    """The answer as one message, with a button to go on in a chat with the bot."""
    lines = [line for line in plain(answered.text).split("\n") if line]
    sample = say(language, "banner.sample")
    shown = [line for line in lines if line != sample] or lines
    button = InlineKeyboardButton(text=say(language, "inline.open"), url=link)
    return InlineQueryResultArticle(
        id=_id(question, "whole"),
        title=cut(shown[0], LONGEST_TITLE),
        description=cut(" ".join(shown[1:3]) or question, LONGEST_TITLE * 2),
        input_message_content=_content(answered.text),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
    )


def _facts(answered: Answered, today: date) -> list[InlineQueryResultArticle]:
    """The facts behind an answer, each with its sentence and source."""
    voice = Voice(answered.answer.query.language, today)
    results = []
    for thing in gather(answered.answer.hits)[: MOST - 1]:
        message = fact_message(thing.hits, voice, banner(thing.hits, voice))
        results.append(
            InlineQueryResultArticle(
                id=_id(str(thing.ids), voice.language),
                title=cut(plain(headline(thing.fact, voice)), LONGEST_TITLE),
                description=plain(source_link(thing.hit, voice)),
                input_message_content=_content(message.text),
            )
        )
    return results


def _content(text: str) -> InputTextMessageContent:
    return InputTextMessageContent(message_text=fit([text]), parse_mode="HTML", link_preview_options=NO_PREVIEW)


def _id(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
