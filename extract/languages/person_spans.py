"""Names of people in English and Kazakh sentences: capitalised words by what they are and what stands around them.

A run of capitalised words is a person's name if it is a known official's, begins with a known given name or a Chinese
surname, ends like a surname, stands behind a post or an honorific, or is the subject of a verb of speech. A surname
alone counts where the article gives it in full elsewhere, or after a post.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.data import load
from extract.languages.words import Piece
from extract.model import Language
from extract.names.parties import find_parties
from extract.names.places import find_places
from extract.segment import recase
from extract.words.inflect import fold, kazakh_stems
from extract.words.pinyin import chinese_name
from extract.words.spelling import given_names, letters, official_surnames, officials, russian_name, skeleton
from extract.words.tagger import Name

Run = list[Piece]
LONGEST = 5  # words of a name
OWNER = 20  # words and marks before a name in which the head of its post stands
_GIFTS = ("берді", "берды")  # Kazakh names that only look inflected: "Құдайберді"


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("people_names")[key])


@cache
def _post_words(language: Language) -> frozenset[str]:
    """Every single word of the posts' tables: where one stands, a name has not begun."""
    table = load("posts")[language]
    phrases = [phrase for part in ("heads", "portfolio", "prefixes") for phrase in table[part]]
    return frozenset(word for phrase in phrases for word in phrase.lower().split()) - {"of", "and"}


@cache
def _head_words(language: Language) -> tuple[str, ...]:
    return tuple(phrase.lower().split()[-1] for phrase in load("posts")[language]["heads"])


def find_names(
    rows: Sequence[Sequence[Piece]], sentences: Sequence[tuple[int, str]], language: Language
) -> list[tuple[Name, ...]]:
    """Return the names of people in each sentence, their normal form in Russian spelling."""
    found: list[list[tuple[Run, bool]]] = []
    for row, (offset, sentence) in zip(rows, sentences, strict=True):
        found.append(list(_runs(row, _geography(offset, sentence), language)))
    full: dict[str, str] = {}
    for run, certain in (item for items in found for item in items):
        if certain and len(run) > 1:
            name = russian_name(bare_name(run, language), language)
            full.setdefault(skeleton(name.split()[-1]), name.split()[-1])
            if name.split()[0] in _words("family_first"):
                full.setdefault(skeleton(name.split()[0]), name)
    return [tuple(_named(items, full, language)) for items in found]


def _named(items: list[tuple[Run, bool]], full: dict[str, str], language: Language) -> Iterator[Name]:
    for run, certain in items:
        name = russian_name(bare_name(run, language), language)
        if len(run) == 1:
            spelled = (skeleton(russian_name(last, language)) for last in _last_words(run[0].text, language))
            known = next((full[key] for key in spelled if key in full), None)
            if known is None and not certain:
                continue
            name = known or name
        elif not certain:
            continue
        yield Name(run[0].start, run[-1].stop, "person", name)


def _geography(offset: int, sentence: str) -> list[tuple[int, int]]:
    spans = [span for span, _ in (*find_places(recase(sentence)), *find_parties(recase(sentence)))]
    return [(span.start + offset, span.stop + offset) for span in spans]


def _runs(row: Sequence[Piece], geography: list[tuple[int, int]], language: Language) -> Iterator[tuple[Run, bool]]:
    """Yield each capitalised run that may be a name, and whether it certainly is one."""
    position = 0
    while position < len(row):
        run = _run_at(row, position, geography, language)
        if not run:
            position += 1
            continue
        yield run, _is_person(row, position, run, language)
        position = _stop(row, position, run)


def _stop(row: Sequence[Piece], first: int, run: Run) -> int:
    """Return where a run ends in its row; dots behind initials are none of its words."""
    return next(index for index in range(first, len(row)) if row[index] is run[-1]) + 1


def _run_at(row: Sequence[Piece], first: int, geography: list[tuple[int, int]], language: Language) -> Run:
    run: Run = []
    for index in range(first, min(first + LONGEST + 1, len(row))):
        piece = row[index]
        lowered = piece.text.lower()
        if run and lowered in _words("particles") and piece.is_word:
            run.append(piece)
            continue
        if not _may_be_in_name(piece, geography, language) and not (
            piece.is_capitalised and _starts_official(row, index, language)
        ):
            if not (run and piece.text == "." and len(run[-1].text) == 1):
                break
            continue
        if run and row[index - 1].text not in (".",) and piece.start - row[index - 1].stop > 1:
            break
        if len(run) > 1 and _like_surname(run[-1].text) and skeleton(letters(piece.text)) in given_names():
            break  # two names without a comma: "… Тоқаев Бердібек Сапарбаевты"
        run.append(piece)
        if language == "kk" and len(run) > 1 and _is_inflected(piece.text):
            break
    while run and (run[-1].text.lower() in _words("particles") and run[-1].text.islower()):
        run.pop()
    return run if len(run) <= LONGEST else []


def _starts_official(row: Sequence[Piece], index: int, language: Language) -> bool:
    return any(fold(" ".join(piece.text for piece in row[index : index + length])) in officials() for length in (2, 3))


def _may_be_in_name(piece: Piece, geography: list[tuple[int, int]], language: Language) -> bool:
    lowered = piece.text.lower()
    if not piece.is_word or not piece.is_capitalised or (len(piece.text) > 1 and piece.text.isupper()):
        return False
    if (
        lowered in _words("never")
        or lowered in load("posts")["en"]["bodies"]
        or lowered in _post_words(language)
        or lowered in _words("honorifics")
    ):
        return False
    if language == "kk" and any(lowered.startswith(head) for head in _head_words(language) if len(head) > 3):
        return False
    return not any(start <= piece.start < stop for start, stop in geography)


def _is_inflected(word: str) -> bool:
    """A word with a case suffix ends a Kazakh name."""
    return word.lower().endswith(("ның", "нің", "дың", "дің", "тың", "тің", "мен", "пен", "бен")) and len(word) > 6


def _is_person(row: Sequence[Piece], first: int, run: Run, language: Language) -> bool:
    name = bare_name(run, language)
    words = [word for word in name.split() if word.lower() not in _words("particles")]
    before = row[first - 1].text.lower() if first else ""
    stop = _stop(row, first, run)
    following = row[stop].text.lower() if stop < len(row) else ""
    if fold(name) in officials() or chinese_name(name) is not None:
        return True
    if not words:
        return False
    behind_post = (
        before in _words("honorifics")
        or _ends_post(before, language)
        or (language == "en" and (_is_led_by(row, first) or _behind_owned_post(row, first)))
    )
    if len(words) == 1:
        return fold(name) in official_surnames() or (behind_post and _like_surname(name))
    if len(words) > 4:
        return False
    return (
        behind_post
        or skeleton(letters(words[0])) in given_names()
        or (_like_surname(words[-1]) and not _like_surname(words[0]))
        or following in _words("speaks" if language == "en" else "speaks_kk")
        or (len(run[0].text) == 1 and _like_surname(words[-1]))
        or (following in (",", "(") and _post_follows(row, stop + 1, language))
        or (before == following == "," and language == "en" and _post_precedes(row, first - 1))
    )


def _is_led_by(row: Sequence[Piece], first: int) -> bool:
    """ "a delegation headed by X": who leads people is one of them."""
    return first > 1 and row[first - 1].text.lower() == "by" and row[first - 2].text.lower() in _words("leads")


def _behind_owned_post(row: Sequence[Piece], first: int) -> bool:
    """ "Trade Minister of Tajikistan X", "Ministers of Georgia X, Tajikistan Y": between the head of a post and its
    holder stand only whose post it is and, where there are several, the holders before."""
    if not first or not find_parties(row[first - 1].text):
        return False
    listed = False
    for place in range(first - 1, max(first - OWNER, -1), -1):
        piece, lowered = row[place], row[place].text.lower()
        if _ends_post(lowered if not listed else lowered.removesuffix("s"), "en"):
            return row[place + 1].text.lower() == "of"
        if not (piece.is_capitalised or lowered in ("of", "the", "and", ",")):
            return False
        listed |= lowered == ","
    return False


def _ends_post(word: str, language: Language) -> bool:
    heads = _head_words(language)
    return word in heads if language == "en" else any(word.startswith(head) for head in heads)


def _post_follows(row: Sequence[Piece], position: int, language: Language) -> bool:
    ahead = [piece.text.lower() for piece in row[position : position + 5]]
    return any(_ends_post(word, language) for word in ahead)


def _post_precedes(row: Sequence[Piece], position: int) -> bool:
    """ "the ambassador to this country, X, …": a title, but no verb, in the words before a comma."""
    clause = [piece.text.lower() for piece in row[max(0, position - 8) : position]]
    clause = clause[max((index + 1 for index, word in enumerate(clause) if word in ",;"), default=0) :]
    return any(_ends_post(word, "en") for word in clause) and not any(word in _words("speaks") for word in clause)


def _like_surname(word: str) -> bool:
    lowered = word.lower()
    return len(word) > 4 and lowered.endswith(
        tuple(load("people_names")["surname_endings_en" if lowered.isascii() else "surname_endings"])
    )


def _last_words(word: str, language: Language) -> list[str]:
    """Return a word and, in Kazakh, what may remain of it without a case suffix, longest first."""
    if language != "kk":
        return [word]
    return [word, *(word[: len(stem)] for stem in kazakh_stems(fold(word)))]


def bare_name(run: Sequence[Piece], language: Language) -> str:
    """Return the words of a name; the last one of a Kazakh sentence loses its case suffix."""
    words = [piece.text + "." if len(piece.text) == 1 else piece.text for piece in run]
    if language == "kk":
        words[-1] = without_suffix(words[-1], words[:-1])
    return " ".join(words)


def without_suffix(word: str, before: Sequence[str] = ()) -> str:
    """Return the last word of a Kazakh name as it stands in the nominative: "Тоқаевпен" → "Тоқаев".

    A stem that is a known official's surname or that ends like a surname wins; else only suffixes that are hardly
    ever the end of a name come off.
    """
    for candidate in _last_words(word, "kk"):
        if fold(" ".join((*before, candidate))) in officials() or fold(candidate) in official_surnames():
            return candidate
    for candidate in _last_words(word, "kk"):
        if _like_surname(candidate):
            return candidate
    if re.search(r"[нрмз](?:ды|ді)$", word) and len(word) > 6 and not word.endswith(_GIFTS):
        return word[:-2]  # "Хадкинсонды"
    return word if not _is_inflected(word) else word[:-3]
