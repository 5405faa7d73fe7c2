"""The version of the facts: what may change an answer counts one up, whoever writes it; what chats write does not."""

VERSION = """
CREATE TABLE version (
    number INTEGER NOT NULL
) STRICT;
INSERT INTO version VALUES (0);
CREATE TRIGGER fact_added AFTER INSERT ON facts
    BEGIN UPDATE version SET number = number + 1; END;
CREATE TRIGGER fact_changed AFTER UPDATE OF slots, confidence, withdrawn_at, found_by ON facts
    BEGIN UPDATE version SET number = number + 1; END;
CREATE TRIGGER fact_removed AFTER DELETE ON facts
    BEGIN UPDATE version SET number = number + 1; END;
CREATE TRIGGER evidence_added AFTER INSERT ON evidence
    BEGIN UPDATE version SET number = number + 1; END;
CREATE TRIGGER evidence_changed AFTER UPDATE ON evidence
    BEGIN UPDATE version SET number = number + 1; END;
CREATE TRIGGER article_added AFTER INSERT ON articles
    BEGIN UPDATE version SET number = number + 1; END;
CREATE TRIGGER article_changed AFTER UPDATE OF url, title, published, language, sample ON articles
    BEGIN UPDATE version SET number = number + 1; END;
"""
