"""Answers with a chart: drawn once, uploaded once, and sent again by Telegram's own id. Without a picture, as text."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, CallbackQuery, InputMediaPhoto, Message

from handlers.answering import Answered
from handlers.charts.model import Chart
from handlers.chat import NO_PREVIEW, answers_to, edit, send
from handlers.keyboards import markup
from handlers.render.parts import fit
from storage import Store

log = logging.getLogger(__name__)
LONGEST_CAPTION = 1024
Draw = Callable[[Chart], Awaitable[bytes]]
Post = Callable[[str | BufferedInputFile], Awaitable[Message | bool]]


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where pictures come from: `draw` makes a PNG of a chart, None where that cannot be; `at` is the ISO time now."""

    store: Store
    bot: Bot
    at: str
    draw: Draw | None

    async def send(self, message: Message, answered: Answered) -> Message:
        """Send an answer to the chat of `message`, as a picture where it has one."""

        async def post(photo: str | BufferedInputFile) -> Message:
            return await message.answer_photo(
                photo,
                caption=caption_of(answered),
                reply_markup=markup(answered.buttons),
                reply_parameters=answers_to(message),
            )

        sent = await self._posted(answered.chart, post) if answered.chart else None
        return sent if isinstance(sent, Message) else await send(message, answered.text, answered.buttons)

    async def change(self, message: Message, id: int, answered: Answered) -> Message | None:
        """Put an answer in place of message `id` of the chat; None where it cannot be: it is a picture, or gone."""
        if answered.chart and self.draw:
            return None
        try:
            changed = await self.bot.edit_message_text(
                answered.text,
                chat_id=message.chat.id,
                message_id=id,
                reply_markup=markup(answered.buttons),
                link_preview_options=NO_PREVIEW,
            )
        except TelegramBadRequest as error:
            if "not modified" in error.message:
                return message.model_copy(update={"message_id": id})
            log.info("an answer is sent anew: %s", error.message)
            return None
        return changed if isinstance(changed, Message) else None

    async def turn(self, callback: CallbackQuery, answered: Answered) -> None:
        """Show another view of an answer: in its place where a message can become that, else in a new one."""
        message = callback.message
        if not isinstance(message, Message):
            return
        if not message.photo and not answered.chart:
            await edit(callback, answered.text, answered.buttons)
        elif not (message.photo and answered.chart):
            await self.send(message, answered)
        elif not await self._posted(answered.chart, _in_place(message, answered)):
            await send(message, answered.text, answered.buttons)

    async def _posted(self, chart: Chart, post: Post) -> Message | bool:
        """Post the picture of `chart`; False where there is none to post."""
        key = f"{self.bot.id}:{chart.key}"
        known = self.store.picture(key)
        if known:
            try:
                return await post(known)
            except TelegramBadRequest as error:
                if "file" not in error.message:
                    raise
                log.info("a kept picture is drawn anew: %s", error.message)
        drawn = await self._drawn(chart)
        if drawn is None:
            return False
        sent = await post(BufferedInputFile(drawn, "chart.png"))
        if isinstance(sent, Message) and sent.photo:
            self.store.keep_picture(key, sent.photo[-1].file_id, at=self.at)
        return sent

    async def _drawn(self, chart: Chart) -> bytes | None:
        if self.draw is None:
            return None
        try:
            return await self.draw(chart)
        except Exception:  # whatever fails there, the answer still stands as text
            log.exception("a chart could not be drawn")
            return None


def _in_place(message: Message, answered: Answered) -> Post:
    async def post(photo: str | BufferedInputFile) -> Message | bool:
        media = InputMediaPhoto(media=photo, caption=caption_of(answered))
        try:
            return await message.edit_media(media, reply_markup=markup(answered.buttons))
        except TelegramBadRequest as error:
            if "not modified" not in error.message:
                raise
            return True

    return post


def caption_of(answered: Answered) -> str:
    """Return the text of an answer as a caption, whole lines of it: each line of such an answer is closed in itself."""
    remark = [answered.chart.remark] if answered.chart and answered.chart.remark else []
    return _fitting(answered.text.split("\n"), remark)


def _fitting(lines: Sequence[str], last: Sequence[str]) -> str:
    room = LONGEST_CAPTION - sum(len(line) + 1 for line in last)
    return "\n".join([fit(lines, room), *last])
