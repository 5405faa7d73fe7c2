"""The terminal is a client of Telegram: it shows what is sent, saves files, and refuses what it does not know."""

from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendPoll
from aiogram.types import BufferedInputFile, InputMediaPhoto, ReactionTypeEmoji

from bot.terminal import TOKEN
from bot.terminal_files import Files
from bot.terminal_session import TerminalSession


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def bot(shown: list[str], tmp_path: Path) -> Bot:
    session = TerminalSession(show=shown.append, files=Files(tmp_path / "files"))
    return Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))


PNG = BufferedInputFile(b"\x89PNG", "chart.png")


async def test_a_picture_is_saved_and_its_path_and_caption_shown(bot: Bot, shown: list[str], tmp_path: Path) -> None:
    sent = await bot.send_photo(1, PNG, caption="<b>По годам</b>")
    path = tmp_path / "files" / "chart.png"
    assert shown == [str(path), "По годам"] and path.read_bytes() == b"\x89PNG"
    assert sent.caption == "По годам" and sent.photo


async def test_files_of_one_name_do_not_overwrite_each_other(bot: Bot, shown: list[str]) -> None:
    await bot.send_document(1, BufferedInputFile(b"1", "таблица.csv"))
    await bot.send_document(1, BufferedInputFile(b"2", "../таблица.csv"))
    assert [Path(line).name for line in shown if line] == ["таблица.csv", "таблица-2.csv"]
    assert len({Path(line).parent for line in shown if line}) == 1


async def test_a_file_is_sent_again_by_its_id_but_not_by_that_of_another_session(bot: Bot, shown: list[str]) -> None:
    sent = await bot.send_photo(1, PNG)
    assert sent.photo
    await bot.send_photo(1, sent.photo[-1].file_id)
    assert shown[0] == shown[2]
    with pytest.raises(TelegramBadRequest, match="wrong file identifier"):
        await bot.send_photo(1, "unknown")


async def test_a_picture_is_changed_in_place_and_the_same_again_is_refused(bot: Bot, shown: list[str]) -> None:
    sent = await bot.send_photo(1, PNG, caption="1")
    media = InputMediaPhoto(media=BufferedInputFile(b"other", "chart.png"), caption="2")
    changed = await bot.edit_message_media(media, chat_id=1, message_id=sent.message_id)
    assert not isinstance(changed, bool) and changed.caption == "2" and changed.photo
    again = InputMediaPhoto(media=changed.photo[-1].file_id, caption="2")
    with pytest.raises(TelegramBadRequest, match="not modified"):
        await bot.edit_message_media(again, chat_id=1, message_id=sent.message_id)


async def test_a_caption_is_no_text(bot: Bot) -> None:
    sent = await bot.send_photo(1, PNG, caption="1")
    with pytest.raises(TelegramBadRequest, match="no text"):
        await bot.edit_message_text("2", chat_id=1, message_id=sent.message_id)
    await bot.edit_message_caption(caption="2", chat_id=1, message_id=sent.message_id)


async def test_a_deleted_message_cannot_be_edited(bot: Bot) -> None:
    sent = await bot.send_message(1, "1")
    await bot.delete_message(1, sent.message_id)
    with pytest.raises(TelegramBadRequest, match="not found"):
        await bot.edit_message_text("2", chat_id=1, message_id=sent.message_id)


async def test_a_reaction_is_shown(bot: Bot, shown: list[str]) -> None:
    await bot.set_message_reaction(1, 1, [ReactionTypeEmoji(emoji="👍")])
    assert shown == ["👍"]


async def test_what_is_not_emulated_is_refused(bot: Bot) -> None:
    with pytest.raises(NotImplementedError, match="sendPoll"):
        await bot(SendPoll(chat_id=1, question="?", options=["a", "b"]))
