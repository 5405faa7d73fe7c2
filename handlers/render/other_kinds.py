"""Agreements, investments, statements and posts in words."""

from extract.model import Agreement, Investment, Role, Statement
from handlers.render.parts import Voice, bold, dotted, name, safe
from handlers.wording.dates import long_date, period, short_date
from handlers.wording.money import money
from handlers.wording.names import PAIR, capitalised, pair, person_name
from handlers.wording.posts import post_name


def signed(fact: Agreement, voice: Voice, day: str = "") -> str:
    """Return whether a document is signed, in agreement with its form, and when."""
    state = voice.say(f"{'signed' if fact.signed else 'unsigned'}.{fact.form}")
    return f"{state} {day}" if day and fact.signed else state


def agreement_headline(fact: Agreement, voice: Voice) -> str:
    """Return the first line of a message on one document."""
    title, parties = name(capitalised(fact.name)), safe(pair(fact.parties, voice.language))
    day = long_date(fact.date, voice.language) if fact.date else ""
    if fact.amount:
        figure = bold(safe(capitalised(money(fact.amount, voice.language))))
        return dotted([f"{figure} — {name(fact.name)}", parties, signed(fact, voice, day)])
    return dotted([bold(title), parties, signed(fact, voice, day)])


def agreement_line(fact: Agreement, voice: Voice, published: str | None = None) -> list[str]:
    """Return the parts of a line in a list."""
    amount = safe(money(fact.amount, voice.language)) if fact.amount else ""
    day = short_date(fact.date, voice.language) if fact.date and fact.date != published else ""
    title = name(capitalised(fact.name))
    return [title, safe(pair(fact.parties, voice.language)), amount, signed(fact, voice, day)]


def investment_subject(fact: Investment, voice: Voice) -> str:
    """Return "инвестиции Китай – Казахстан"."""
    ends = PAIR.join(part for part in (pair(fact.source, voice.language), pair(fact.target, voice.language)) if part)
    return " ".join(part for part in (voice.say("kind.investment"), safe(ends)) if part)


def investment_line(fact: Investment, voice: Voice) -> list[str]:
    """Return the parts of a line in a list."""
    amount = safe(money(fact.amount, voice.language)) if fact.amount else voice.say("answer.not_stated")
    when = period(fact.period, voice.language) if fact.period else voice.say("answer.not_stated_period")
    return [amount, investment_subject(fact, voice), when]


def investment_headline(fact: Investment, voice: Voice) -> str:
    """Return the first line of a message on an investment."""
    amount, subject, when = investment_line(fact, voice)
    return f"{bold(capitalised(amount))} — {subject}, {when}"


def statement_line(fact: Statement, voice: Voice) -> list[str]:
    """Return the parts of a line in a list: who said it, and how it begins."""
    who = person_name(fact.person, voice.language)
    who = f"{who}, {post_name(fact.role, voice.language)}" if fact.role else who
    marks = "“{}”" if voice.language == "en" else "«{}»"
    return [f"{name(who)}: {name(marks.format(fact.quote))}"]


def statement_headline(fact: Statement, voice: Voice) -> str:
    """Return the first line of a message on a statement; the words themselves are in the quote."""
    who = bold(name(person_name(fact.person, voice.language)))
    return f"{who}, {name(post_name(fact.role, voice.language))}" if fact.role else who


def role_line(fact: Role, voice: Voice) -> list[str]:
    """Return the parts of a line in a list."""
    where = fact.organisation if fact.organisation and fact.organisation not in fact.position else ""
    post = ", ".join(part for part in (post_name(fact.position, voice.language), where) if part)
    return [name(person_name(fact.person, voice.language)), name(post)]


def role_headline(fact: Role, voice: Voice) -> str:
    """Return the first line of a message on a post."""
    who, post = role_line(fact, voice)
    return f"{bold(who)} — {post}"
