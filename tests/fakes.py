"""Stand-ins for tests: a clock that stands still, a store in memory, and a chat through the real dispatcher."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import AnswerInlineQuery, SetMyCommands, SetMyDescription, SetMyShortDescription
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import Update

from bot.terminal import TOKEN, update_of
from bot.terminal_files import Files
from bot.terminal_session import TerminalSession
from extract.model import Article, Evidence, Fact, Found, Language, Span
from extract.query import ArticleReference, Hit
from handlers import attach
from handlers.pictures import Draw
from storage import Store
from tests.request_limits import check

NOON = datetime(2026, 2, 6, 7, tzinfo=UTC)


def clock() -> datetime:
    """It is always noon in Almaty on 6 February 2026."""
    return NOON


def memory_store() -> Store:
    """An empty store that is gone with the test."""
    return Store.open(":memory:")


@dataclass(frozen=True)
class Told:
    """A fact with the sentence and the article that it stands in."""

    fact: Fact
    sentence: str
    article: str = "a1"
    published: str | None = None
    language: Language = "ru"
    site: str = "news.example"
    sample: bool = False
    confidence: float = 0.9

    @property
    def url(self) -> str:
        return f"https://{self.site}/{self.article}"

    def hit(self, id: int = 1, score: float = 1.0) -> Hit:
        """The fact as a search would find it."""
        evidence = Evidence(Span(0, len(self.sentence)), self.sentence, "told")
        reference = ArticleReference(self.article, self.url, None, self.published, self.language, self.sample)
        return Hit(id, self.fact, (evidence,), self.confidence, reference, score, ())


def hits(*told: Told) -> tuple[Hit, ...]:
    """The facts as a search would find them, best first."""
    return tuple(one.hit(number, 1 - number / 1000) for number, one in enumerate(told, 1))


def keep(store: Store, told: Sequence[Told]) -> None:
    """Put facts into a store, each article with all that is told of it."""
    for id in dict.fromkeys(one.article for one in told):
        of_article = [one for one in told if one.article == id]
        first = of_article[0]
        text = "\n".join(dict.fromkeys(one.sentence for one in of_article))
        found = []
        for one in of_article:
            start = text.index(one.sentence)
            evidence = Evidence(Span(start, start + len(one.sentence)), one.sentence, "told")
            found.append(Found(one.fact, (evidence,), one.confidence))
        article = Article(id, text, first.url, None, first.published, first.language, first.sample)
        store.save_article(article, found, seen_at="2026-02-06T07:00:00+00:00")


class TelegramSession(TerminalSession):
    """Telegram's side of a chat. Records each request, refuses what Telegram would refuse, and fails on demand."""

    def __init__(self) -> None:
        self.folder = TemporaryDirectory(prefix="coopbot-test-")
        super().__init__(show=lambda line: None, files=Files(Path(self.folder.name)))
        self.requests: list[TelegramMethod[Any]] = []
        self._faults: dict[str, TelegramAPIError] = {}

    def fails(self, method: str, error: TelegramAPIError) -> None:
        """Let the next request of `method` ("sendMessage") fail."""
        self._faults[method] = error

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        self.requests.append(method)
        assert check(method) == []
        if fault := self._faults.pop(method.__api_method__, None):
            raise fault
        if isinstance(method, SetMyCommands | SetMyDescription | SetMyShortDescription | AnswerInlineQuery):
            return cast(TelegramType, True)
        return await super().make_request(bot, method, timeout)


def written(method: TelegramMethod[Any]) -> str | None:
    """What a request says: its text, or the caption of its picture or file."""
    media = getattr(method, "media", None)
    return getattr(method, "text", None) or getattr(method, "caption", None) or getattr(media, "caption", None)


@dataclass
class Chat:
    """One person's chat with the bot: what is said and pressed goes through the real dispatcher."""

    store: Store
    language: str = "ru"
    allowed: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()
    session: TelegramSession = field(default_factory=TelegramSession)
    draw: Draw | None = None

    def __post_init__(self) -> None:
        self.bot = Bot(TOKEN, session=self.session, default=DefaultBotProperties(parse_mode="HTML"))
        self.dispatcher = Dispatcher(store=self.store, clock=clock, time_zone="Asia/Almaty")
        self.dispatcher["draw"] = self.draw
        attach(self.dispatcher, allowed=self.allowed, admins=self.admins)

    async def says(self, line: str) -> str:
        """Send a line and return the text that came last."""
        self.session.buttons = []
        return await self._feed(line)

    async def presses(self, label: str) -> str:
        """Press the button of that label under the last message, and return the text that came last."""
        labels = self.labels
        assert label in labels, f"no button {label!r} among {labels}"
        return await self._feed(str(labels.index(label) + 1))

    @property
    def labels(self) -> list[str]:
        """The labels of the last keyboard."""
        return [button.text for _, button in self.session.buttons]

    @property
    def texts(self) -> list[str]:
        """Every text or caption that the bot sent or edited in, oldest first."""
        return [text for one in self.session.requests if (text := written(one))]

    def sent(self, method: str) -> list[TelegramMethod[Any]]:
        """Every request of a method, oldest first."""
        return [one for one in self.session.requests if one.__api_method__ == method]

    async def gets(self, **content: Any) -> list[TelegramMethod[Any]]:
        """Feed an update as Telegram words it (message={...}) and return the requests that it led to."""
        before = len(self.session.requests)
        update = {"update_id": next(self.session.numbers), **content}
        await self.dispatcher.feed_update(self.bot, Update.model_validate(update, context={"bot": self.bot}))
        return self.session.requests[before:]

    async def _feed(self, line: str) -> str:
        update = update_of(self.session, self.bot, line, self.language)
        if update is None:
            return ""
        before = len(self.session.requests)
        await self.dispatcher.feed_update(self.bot, update)
        assert not self.session.waiting, "a pressed button was left without an answer"
        new = [text for one in self.session.requests[before:] if (text := written(one))]
        return new[-1] if new else ""
