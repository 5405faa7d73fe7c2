"""The tables, as an append-only list of migrations: a released one is never changed, a new one is added at the end.

Everything that facts are found by is a key (a kind, a place, a person, a stem of a word) with a list of facts; a new
kind of fact therefore needs no migration.
"""

from sqlite_utils import Database

from extract.reprint import sketch
from storage.following.tables import FOLLOWING
from storage.migrating import STEPS, check, is_current, migrate, migrations, run, step
from storage.version import VERSION

__all__ = ["STEPS", "check", "is_current", "migrate", "migrations"]


@step
def create_articles(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE articles (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,   -- the article's own, given back as it came
            url TEXT,                  -- null: none was given
            title TEXT,                -- null: none was given
            published TEXT,            -- ISO, as precise as known; null: undated
            language TEXT,             -- null: not told, or none that is read
            sample INTEGER NOT NULL,   -- 1: invented or shipped for trying out
            text TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            first_seen TEXT NOT NULL,
            last_seen TEXT NOT NULL
        ) STRICT;
        """,
    )


@step
def create_facts(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE facts (
            id INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles(number),
            kind TEXT NOT NULL,
            slots TEXT NOT NULL,       -- JSON, the record of the fact
            identity TEXT NOT NULL,    -- digest of kind and slots: the same statement, whichever the article
            amount REAL,               -- plain units; null: the text gives no sum
            currency TEXT,             -- ISO 4217; null as amount
            worth REAL,                -- rough dollars, for order only; null as amount, or a rare currency
            over INTEGER NOT NULL,     -- 1: more than `amount`
            jobs REAL,                 -- null: not stated
            growth REAL,               -- percent; null: not stated
            first_day TEXT,            -- ISO; null: undated
            last_day TEXT,             -- ISO, not before first_day; null as first_day
            confidence REAL NOT NULL,
            first_seen TEXT NOT NULL,
            last_seen TEXT NOT NULL,
            withdrawn_at TEXT,         -- null: the article still says so
            found_by BLOB NOT NULL DEFAULT x'', -- four bytes for each key: its number times four, plus the reach
            UNIQUE (article, identity)
        ) STRICT;
        CREATE TABLE evidence (
            fact INTEGER NOT NULL REFERENCES facts(id),
            position INTEGER NOT NULL, -- 0: the sentence to show
            start INTEGER NOT NULL,
            stop INTEGER NOT NULL,
            quote TEXT NOT NULL,
            rule TEXT NOT NULL,
            slots TEXT NOT NULL,       -- JSON, names of the slots that it supports
            within TEXT NOT NULL,
            PRIMARY KEY (fact, position)
        ) STRICT, WITHOUT ROWID;
        """,
    )


@step
def create_mentions(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE keys (
            id INTEGER PRIMARY KEY,
            type TEXT NOT NULL,        -- kind, place, party, person, organisation, sector, stage, word, thing ...
            name TEXT NOT NULL,
            UNIQUE (type, name)
        ) STRICT;
        CREATE TABLE mentions (        -- of the newest facts; older ones are in postings
            key INTEGER NOT NULL REFERENCES keys(id),
            fact INTEGER NOT NULL REFERENCES facts(id),
            reach INTEGER NOT NULL,    -- 0 in a slot, 1 implied by one, 2 in the evidence, 3 elsewhere in the article
            PRIMARY KEY (key, fact)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE postings (
            number INTEGER PRIMARY KEY, -- key, reach and block of facts, see postings.py
            facts BLOB NOT NULL        -- a set of facts, see bits.py; never an empty one
        ) STRICT;
        CREATE TABLE sealed (
            upto INTEGER NOT NULL      -- the last fact that is in postings
        ) STRICT;
        INSERT INTO sealed VALUES (0);
        """,
    )


@step
def create_spellings(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE spellings (
            form TEXT NOT NULL,        -- a word as written, folded; a surname; a word of an organisation's name
            key INTEGER NOT NULL REFERENCES keys(id),
            PRIMARY KEY (form, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE beginnings (
            gap TEXT NOT NULL,         -- the beginning of words with up to two letters left out
            beginning TEXT NOT NULL,   -- the first letters of the words themselves
            PRIMARY KEY (gap, beginning)
        ) STRICT, WITHOUT ROWID;
        """,
    )


@step
def create_chats(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE chats (
            id INTEGER PRIMARY KEY,
            language TEXT NOT NULL
        ) STRICT;
        CREATE TABLE questions (
            id INTEGER PRIMARY KEY,
            chat INTEGER NOT NULL,
            question TEXT NOT NULL,
            language TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            UNIQUE (chat, question, language)
        ) STRICT;
        CREATE INDEX questions_by_age ON questions (asked_at);
        """,
    )


@step
def create_sources(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE sources (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            address TEXT NOT NULL UNIQUE,
            etag TEXT,                 -- null: the server gave none
            modified TEXT,             -- null: the server gave none
            checked_at TEXT,           -- null: never yet
            error TEXT,                -- null: the last round went well
            errors INTEGER NOT NULL,   -- rounds that failed since the last good one
            articles INTEGER NOT NULL  -- articles read from it over all rounds
        ) STRICT;
        """,
    )


@step
def create_pictures(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE pictures (
            key TEXT PRIMARY KEY,      -- the bot and the content of the picture
            file_id TEXT NOT NULL,     -- by which Telegram sends it again without an upload
            kept_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pictures_by_age ON pictures (kept_at);
        """,
    )


@step
def add_chat_settings(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE settings (
            id INTEGER PRIMARY KEY,    -- the chat's, as Telegram gives it
            language TEXT,             -- null: not chosen, that of the person's Telegram
            time_zone TEXT,            -- name of a zone; null: that of the bot
            quiet_from TEXT,           -- local "22:00"; null: no quiet hours
            quiet_to TEXT              -- null as quiet_from
        ) STRICT;
        INSERT INTO settings (id, language) SELECT id, language FROM chats;
        DROP TABLE chats;
        ALTER TABLE settings RENAME TO chats;
        """,
    )


@step
def create_conversations(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE turns (
            chat INTEGER NOT NULL,
            person INTEGER NOT NULL,
            question TEXT NOT NULL,    -- the conversation so far, that a follow-up leans on
            language TEXT NOT NULL,
            message INTEGER NOT NULL,  -- with the question; those of a chat are numbered in the order they were sent
            asked_at TEXT NOT NULL,
            PRIMARY KEY (chat, person)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE replies (
            id INTEGER PRIMARY KEY,
            chat INTEGER NOT NULL,
            person INTEGER NOT NULL,
            asked INTEGER NOT NULL,    -- the message with the question
            answered INTEGER NOT NULL, -- the message with the answer
            question TEXT NOT NULL,
            UNIQUE (chat, asked)
        ) STRICT;
        CREATE INDEX replies_by_answer ON replies (chat, answered);
        CREATE TABLE reactions (
            chat INTEGER NOT NULL,
            person INTEGER NOT NULL,
            message INTEGER NOT NULL,
            emoji TEXT NOT NULL,
            question TEXT,             -- null: the message answers none that is kept
            at TEXT NOT NULL,
            PRIMARY KEY (chat, message, person, emoji)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE visits (
            chat INTEGER NOT NULL,
            person INTEGER NOT NULL,
            seen_at TEXT NOT NULL,
            fact INTEGER NOT NULL,     -- the newest when last seen
            before_at TEXT,            -- the end of the visit before this one; null: there was none
            before_fact INTEGER,       -- the newest then; null as before_at
            PRIMARY KEY (chat, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX facts_withdrawn ON facts (withdrawn_at) WHERE withdrawn_at IS NOT NULL;
        ALTER TABLE chats ADD COLUMN brief INTEGER NOT NULL DEFAULT 0; -- 1: answers of three facts, without quotes
        """,
    )


@step
def keep_versions_and_reprints(db: Database) -> None:
    run(
        db,
        """
        ALTER TABLE articles ADD COLUMN origin INTEGER REFERENCES articles(number); -- null: it repeats no other
        CREATE INDEX articles_by_origin ON articles (origin) WHERE origin IS NOT NULL;
        CREATE TABLE versions (         -- texts of articles before they were changed
            article INTEGER NOT NULL REFERENCES articles(number),
            version INTEGER NOT NULL,  -- 1 was the first
            url TEXT,
            title TEXT,
            published TEXT,
            language TEXT,
            text TEXT NOT NULL,
            replaced_at TEXT NOT NULL,
            PRIMARY KEY (article, version)
        ) STRICT;
        CREATE TABLE sketches (         -- hashes by which a text is found again, see extract/reprint.py
            hash INTEGER NOT NULL,
            article INTEGER NOT NULL REFERENCES articles(number),
            PRIMARY KEY (hash, article)
        ) STRICT, WITHOUT ROWID;
        """,
    )
    for number, text in db.conn.execute("SELECT number, text FROM articles").fetchall():
        rows = [(one, number) for one in sketch(text)]
        db.conn.executemany("INSERT OR IGNORE INTO sketches (hash, article) VALUES (?, ?)", rows)


@step
def create_readings(db: Database) -> None:
    run(
        db,
        """
        CREATE TABLE readings (         -- what became of entries of sources
            id TEXT PRIMARY KEY,       -- that of the article
            digest TEXT NOT NULL,      -- of the entry
            outcome TEXT NOT NULL,
            read_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE aside (            -- articles that could not be read
            id TEXT PRIMARY KEY,
            record TEXT NOT NULL,      -- JSON, the article
            fingerprint TEXT NOT NULL,
            error TEXT NOT NULL,       -- one line
            tries INTEGER NOT NULL,
            tried_at TEXT NOT NULL
        ) STRICT;
        """,
    )


@step
def create_following(db: Database) -> None:
    run(db, FOLLOWING)


@step
def number_versions_of_facts(db: Database) -> None:
    run(db, VERSION)
