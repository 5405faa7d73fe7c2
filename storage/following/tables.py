"""The tables of following, as the migration that made them; a released one is never changed."""

FOLLOWING = """
CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    thread INTEGER NOT NULL,   -- topic of a group; 0: none
    language TEXT NOT NULL,    -- spoken when it first followed; what the chat chose counts more
    digest_at TEXT NOT NULL,   -- local "09:00"
    weekday INTEGER NOT NULL,  -- of the weekly digest, 0: Monday
    empty_note INTEGER NOT NULL, -- 1: a day without news is worth a note
    daily_at TEXT,             -- UTC, when the next daily digest is due; null: nothing is followed daily
    weekly_at TEXT,            -- as daily_at
    alert_at TEXT,             -- UTC, when news that cannot wait are due; null: there are none
    due_at TEXT,               -- the first of the three
    unreachable TEXT,          -- why nothing can be sent; null: it can
    UNIQUE (chat, thread)
) STRICT;
CREATE INDEX subscribers_by_due ON subscribers (due_at) WHERE due_at IS NOT NULL AND unreachable IS NULL;
CREATE TABLE watches (         -- followed questions, each once
    id INTEGER PRIMARY KEY,
    query TEXT NOT NULL UNIQUE -- JSON
) STRICT;
CREATE TABLE watch_keys (      -- a fact that is asked for has one of these keys
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    watch INTEGER NOT NULL REFERENCES watches(id),
    PRIMARY KEY (type, name, watch)
) STRICT, WITHOUT ROWID;
CREATE TABLE follows (
    id INTEGER PRIMARY KEY,
    subscriber INTEGER NOT NULL REFERENCES subscribers(id) ON DELETE CASCADE,
    watch INTEGER NOT NULL REFERENCES watches(id),
    question TEXT NOT NULL,    -- as asked
    language TEXT NOT NULL,
    pace TEXT NOT NULL,        -- once, now, daily, weekly
    paused INTEGER NOT NULL,
    seen INTEGER NOT NULL,     -- the last fact that was looked at for it
    UNIQUE (subscriber, watch)
) STRICT;
CREATE INDEX follows_by_watch ON follows (watch, pace);
CREATE TABLE matched (
    upto INTEGER NOT NULL      -- the last fact that was compared with what is followed
) STRICT;
INSERT INTO matched SELECT coalesce(max(id), 0) FROM facts;
CREATE TABLE news (            -- facts that are new to those who follow a question
    watch INTEGER NOT NULL REFERENCES watches(id),
    fact INTEGER NOT NULL REFERENCES facts(id),
    PRIMARY KEY (watch, fact)
) STRICT, WITHOUT ROWID;
CREATE TABLE changes (
    fact INTEGER PRIMARY KEY REFERENCES facts(id),
    previous INTEGER REFERENCES facts(id), -- what told of the same thing before, or the figure before
    change TEXT NOT NULL       -- new, changed
) STRICT;
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,  -- whom, what, from which fact to which: the same is never written twice
    subscriber INTEGER NOT NULL REFERENCES subscribers(id) ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    kind TEXT NOT NULL,        -- alert, digest, correction, empty
    facts TEXT NOT NULL,       -- JSON, ids in the order in which they became news
    composed_at TEXT NOT NULL,
    not_before TEXT NOT NULL,  -- UTC
    state TEXT NOT NULL,       -- waiting, sending, doubtful, sent, merged, dropped, refused
    attempts INTEGER NOT NULL,
    doubts INTEGER NOT NULL,   -- attempts whose reply was lost
    tried_at TEXT,             -- null: never
    message INTEGER            -- Telegram's number; null: not known to have been sent
) STRICT;
CREATE INDEX outbox_pending ON outbox (chat, id) WHERE state IN ('waiting', 'sending', 'doubtful');
CREATE INDEX outbox_ready ON outbox (not_before) WHERE state IN ('waiting', 'sending', 'doubtful');
CREATE INDEX outbox_by_subscriber ON outbox (subscriber, state);
CREATE TABLE shown (
    subscriber INTEGER NOT NULL REFERENCES subscribers(id) ON DELETE CASCADE,
    fact INTEGER NOT NULL REFERENCES facts(id),
    corrected INTEGER NOT NULL, -- 1: it was told that the fact is withdrawn, or need not be
    PRIMARY KEY (subscriber, fact)
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_by_fact ON shown (fact, corrected);
"""
