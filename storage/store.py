"""The store: all that the bot keeps, in one SQLite file, behind one class."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from extract.decide import LastReading
from extract.model import Article, Found, Language
from extract.query import Answer, Hit, Query
from storage import articles, aside, chats, conversations, erasing, pictures, readings, sources, visits
from storage.articles import Saved
from storage.aside import Aside
from storage.chats import ChatSettings
from storage.conversations import Reply
from storage.database import BUSY_SECONDS, open_database, reading, writing
from storage.errors import told_plainly
from storage.following.desk import Desk
from storage.search import find_hit, search
from storage.sources import Source, SourceKind
from storage.visits import Changes

COUNTED = ("articles", "facts", "sources", "chats")


class Store:
    """An open database. One for each thread and process; a context manager that closes it.

    Every method raises StoreError where the database cannot be read or written; what is stored stays as it was.
    """

    def __init__(self, db: Database, path: str) -> None:
        self._db = db
        self._path = path
        self.desk = Desk(db, path)

    @classmethod
    def open(cls, path: str, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Open the database at `path`; it is made when missing, and nothing is written where `read_only`.

        `busy_seconds` is how long to wait for another writer.
        """
        return cls(open_database(path, read_only=read_only, busy_seconds=busy_seconds), path)

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def article(self, id: str) -> Article | None:
        """Return the article with that id, as it was last saved."""
        with told_plainly(self._path):
            return articles.read_article(self._db, id)

    def is_empty(self) -> bool:
        """Tell whether no article is stored."""
        with told_plainly(self._path):
            return self._db.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None

    def version(self) -> int:
        """Return the number of the facts as they are now; any change that may change an answer gives another."""
        with told_plainly(self._path):
            return int(self._db.execute("SELECT number FROM version").fetchone()[0])

    def counts(self) -> dict[str, int]:
        """Return how many articles, facts, withdrawn facts, sources and chats are stored."""
        with told_plainly(self._path):
            counts = {table: self._db.table(table).count for table in COUNTED}
            counts["withdrawn"] = self._db.table("facts").count_where("withdrawn_at IS NOT NULL")
            return counts

    def save_article(
        self, article: Article, found: Sequence[Found], *, seen_at: str, repeats: str | None = None
    ) -> Saved:
        """Store an article and the facts that it states, in one transaction; `seen_at` is an ISO time.

        A fact that is stated again keeps its id; one that is no longer stated is withdrawn, not deleted, and the text
        that said so stays among the versions. `repeats` is the id of the article whose text this one tells again.
        """
        with writing(self._db, self._path) as db:
            return articles.write_article(db, article, found, seen_at, repeats)

    def versions(self, id: str) -> list[Article]:
        """Return what the article with that id said before it was changed, the first version first."""
        with told_plainly(self._path):
            return articles.read_versions(self._db, id)

    def like(self, article: Article) -> list[Article]:
        """Return the few stored articles whose text may be that of `article`, in the order in which they were read."""
        with reading(self._db, self._path) as db:
            return articles.read_like(db, article)

    def aside(self) -> list[Aside]:
        """Return the articles that could not be read, the latest first."""
        with told_plainly(self._path):
            return aside.read_aside(self._db)

    def is_aside(self, article: Article) -> bool:
        """Tell whether just this text of an article could not be read before."""
        with told_plainly(self._path):
            return aside.is_aside(self._db, article)

    def set_aside(self, article: Article, error: str, *, tries: int, at: str) -> None:
        """Keep an article that could not be read; saving it later takes it from there."""
        with writing(self._db, self._path) as db:
            aside.write_aside(db, article, error, tries, at)

    def last_reading(self, id: str) -> LastReading | None:
        """Return what became of the entry of an article when its source was last read."""
        with told_plainly(self._path):
            return readings.read_last(self._db, id)

    def note_reading(self, id: str, last: LastReading) -> None:
        """Note what became of an entry of a source."""
        with writing(self._db, self._path) as db:
            readings.write_last(db, id, last)

    def search(self, query: Query, *, limit: int = 50) -> Answer:
        """Return what is stored that answers `query`: at most `limit` hits, best first."""
        with reading(self._db, self._path) as db:
            return search(db, query, limit)

    def hit(self, fact_id: int) -> Hit | None:
        """Return one fact with its evidence and article, None where no such fact is stored."""
        with told_plainly(self._path):
            return find_hit(self._db, fact_id)

    def language_of(self, chat: int) -> Language | None:
        """Return the language that a chat has chosen."""
        with told_plainly(self._path):
            return chats.read_language(self._db, chat)

    def set_language(self, chat: int, language: Language) -> None:
        """Keep the language that a chat has chosen."""
        with writing(self._db, self._path) as db:
            chats.write_language(db, chat, language)

    def chat_settings(self, chat: int) -> ChatSettings:
        """Return what was chosen for a chat: language, time zone, quiet hours."""
        with told_plainly(self._path):
            return chats.read_settings(self._db, chat)

    def save_chat_settings(self, chat: int, settings: ChatSettings) -> None:
        """Keep what was chosen for a chat."""
        with writing(self._db, self._path) as db:
            chats.write_settings(db, chat, settings)

    def remember(self, chat: int, question: str, language: Language, *, at: str) -> int:
        """Keep a question for the buttons under its answer and return its number; `at` is an ISO time."""
        with writing(self._db, self._path) as db:
            return chats.remember_question(db, chat, question, language, at)

    def recalled(self, id: int) -> tuple[str, Language] | None:
        """Return a remembered question with its language, None where it has been forgotten."""
        with told_plainly(self._path):
            return chats.recall_question(self._db, id)

    def picture(self, key: str) -> str | None:
        """Return Telegram's id of a picture that was sent before, None where it was not."""
        with told_plainly(self._path):
            return pictures.read_picture(self._db, key)

    def keep_picture(self, key: str, file_id: str, *, at: str) -> None:
        """Keep Telegram's id of a picture; `at` is an ISO time."""
        with writing(self._db, self._path) as db:
            pictures.write_picture(db, key, file_id, at)

    def last_turn(self, chat: int, person: int, *, since: str) -> tuple[str, Language] | None:
        """Return what a person asked last in a chat, with its language, unless that was before `since`."""
        with told_plainly(self._path):
            return conversations.read_turn(self._db, chat, person, since)

    def keep_answer(self, chat: int, person: int, reply: Reply, *, at: str, pause: str) -> None:
        """Keep what was answered in a chat; a visit last noted before the moment `pause` is one before this."""
        with writing(self._db, self._path) as db:
            conversations.write_turn(db, chat, person, reply, at)
            conversations.write_reply(db, chat, person, reply)
            visits.write_visit(db, chat, person, at, pause)

    def reply_to(self, chat: int, asked: int) -> tuple[int, str] | None:
        """Return the message that answers message `asked`, and its question."""
        with told_plainly(self._path):
            return conversations.read_reply(self._db, chat, asked)

    def keep_reactions(self, chat: int, person: int, message: int, emoji: tuple[str, ...], *, at: str) -> None:
        """Keep the reactions of a person to a message, in place of those before."""
        with writing(self._db, self._path) as db:
            conversations.write_reactions(db, chat, person, message, emoji, at)

    def reactions(self) -> list[tuple[str, int]]:
        """Return each reaction with how often it was given, the most frequent first."""
        with told_plainly(self._path):
            return conversations.count_reactions(self._db)

    def questions_with(self, emoji: tuple[str, ...], *, most: int) -> list[tuple[str, int]]:
        """Return the questions whose answers got one of these reactions, with how often."""
        with told_plainly(self._path):
            return conversations.reacted_questions(self._db, emoji, most)

    def note_visit(self, chat: int, person: int, *, at: str, pause: str) -> None:
        """Note that a person is here; a visit last noted before the moment `pause` is the one before this."""
        with writing(self._db, self._path) as db:
            visits.write_visit(db, chat, person, at, pause)

    def changes(self, chat: int, person: int, *, most: int) -> Changes:
        """Return what has changed since the visit before this one."""
        with reading(self._db, self._path) as db:
            return visits.read_changes(db, chat, person, most)

    def erase(self, person: int, *, with_chat: bool) -> dict[str, int]:
        """Erase all about a person and return how many rows of each table; `with_chat`: of the private chat too."""
        with writing(self._db, self._path) as db:
            return erasing.erase(db, person, with_chat=with_chat)

    def kept_about(self, person: int, *, with_chat: bool) -> int:
        """Return how many rows about a person are kept."""
        with told_plainly(self._path):
            return erasing.count_kept(self._db, person, with_chat=with_chat)

    def sources(self) -> list[Source]:
        """Return all sources in the order in which they were added."""
        with told_plainly(self._path):
            return sources.read_sources(self._db)

    def add_source(self, kind: SourceKind, address: str) -> Source:
        """Add a source, or return the known one of that address."""
        with writing(self._db, self._path) as db:
            return sources.write_source(db, kind, address)

    def record_round(
        self,
        source_id: int,
        *,
        at: str,
        etag: str | None = None,
        modified: str | None = None,
        error: str | None = None,
        articles: int = 0,
    ) -> None:
        """Note how a round over a source went; `error` is one line, None after a good round."""
        with writing(self._db, self._path) as db:
            sources.write_round(db, source_id, at=at, etag=etag, modified=modified, error=error, articles=articles)
