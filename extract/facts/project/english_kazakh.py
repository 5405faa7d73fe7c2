"""How Kazakh and English sentences word projects, and what they are called in Russian.

Both put what a thing is before its noun ("бидай өңдейтін зауыт", "wind power plant"); English may go on with "for …".
A name is Russian where the glossary knows every word of it; otherwise it stays as the text words it.
"""

import re
from functools import cache

from extract.data import load
from extract.document import Sentence
from extract.facts.project.mention import Mention, telling_stems
from extract.facts.project.nominal import agree, counted, plural_of
from extract.facts.project.words import Head, data, head_of, head_pattern, pattern, stems_of, words
from extract.model import Language
from extract.values.numbers import find_numbers

MOST = 6  # words that may stand before the noun
WORD = re.compile(r"[^\W_][\w'’-]*")
QUOTED = re.compile(r"[«“\"](?P<name>[^«»“”\"\n]{2,60})[»”\"]\s*$")
# Kazakh words in these cases stand outside the phrase: "Таразда", "облысындағы", "аудандарынан".
PLURAL = re.compile(r"(?:лар|лер|дар|дер|тар|тер)\w*$", re.IGNORECASE)


@cache
def _glossary(language: Language) -> dict[str, tuple[str, bool]]:
    """Return what phrases mean: (Russian, whether it is an adjective)."""
    found: dict[str, tuple[str, bool]] = {}
    for record in load("project_glossary")["glossary"]:
        for phrase in record[language]:
            found[phrase] = (record.get("ru") or record["after"], "ru" in record)
    return found


@cache
def _inside() -> frozenset[str]:
    """Return the Kazakh words of the glossary: their endings look like cases but are none ("сода")."""
    return frozenset(word for phrase in _glossary("kk") for word in phrase.split()) | words("inside", "kk")


def _belongs(word: str) -> bool:
    return word in _inside()


def read_mentions(sentence: Sentence, language: Language) -> list[Mention]:
    """Return the projects that an English or Kazakh sentence words, in its order, none overlapping."""
    found: list[Mention] = []
    last = 0
    for match in head_pattern(language)[0].finditer(sentence.text):
        head = head_of(match["head"], language)
        if head is None or match.start() < last or (last and match.start() == last + 1):
            continue
        mention = _phrase(sentence, language, head, match.start(), match.end())
        if mention is not None:
            found.append(mention)
            last = match.end()
    return found


def _phrase(sentence: Sentence, language: Language, head: Head, start: int, stop: int) -> Mention | None:
    text, offset = sentence.text, sentence.span.start
    if any(
        span.start <= start + offset < span.stop and text[span.start - offset] in '«“"'
        for span, _ in sentence.organisations
    ):
        return None
    if pattern("grammar", "never_before").search(text, max(0, start - 12), start):
        return None
    first, before, brand, count = _left(sentence, language, start)
    end, after = stop, list[str]()
    if language == "en":
        end, after = _right(text, stop)
    judged = " ".join([*before, text[start:stop], *after]).lower()
    if head.narrow and not any(word in judged for word in head.narrow):
        return None
    opening = text[max(0, first - 14) : start].lower()
    plural = _is_plural(text[start:stop], language)
    vague = words("vague", language)
    silent = vague | words("silent", language)
    telling = [word for word in before if word.lower() not in vague]
    ordinal = next(
        (data()["ordinals"][language][word.lower()] for word in before if word.lower() in data()["ordinals"][language]),
        None,
    )
    listed = plural or language == "kk" or bool(_countable(language).fullmatch(text[start:stop]))
    countable = count is not None and count > 1 and listed
    name = _name(head, text[start:stop], telling, after, brand, plural, language)
    if countable and count is not None:
        known = _known_tail([word.lower() for word in telling], language)
        instead = data()["portfolio"]["instead"]
        name = counted(count, head, [instead.get(meaning, meaning) for meaning, adjective in known if adjective])
    stems = telling_stems(" ".join([*telling, *after, brand, head.name if head.telling else ""]), silent)
    if head.name in name and stems:
        stems |= telling_stems(name, words("vague", "ru")) - stems_of(head.name)
    if head.generic and not brand and not countable and not (head.name != "проект" and telling and after):
        stems = (
            telling_stems(" ".join(word for word in telling if word in _glossary(language)), vague)
            if head.name == "проект"
            else stems
        )
        if plural:
            return None
    if head.generic and head.name != "предприятие" and not brand and not countable:
        told = head.name == "проект" and not plural and _known_tail([word.lower() for word in telling], language)
        stems = telling_stems(" ".join(telling), silent) if told else frozenset()
    named = bool(stems) or countable
    within = head.family in ("zone", "port") and (
        bool(re.search(r"(?:in|at) (?:the |an? )?$", opening))
        or (bool(pattern("grammar", "outside").search(text[start:stop])) and language == "kk")
    )
    return Mention(
        first + offset,
        end + offset,
        head,
        (name,) if named else (),
        brand,
        count if countable else None,
        ordinal,
        bool(pattern("another", language).search(opening)),
        plural,
        within=within,
        stems=stems,
    )


def _left(sentence: Sentence, language: Language, start: int) -> tuple[int, list[str], str, int | None]:
    """Return where the phrase begins, its words before the noun, a proper name and a number among them."""
    text, offset = sentence.text, sentence.span.start
    stops = words("stops", language)
    brands = {span.stop - offset: (span.start - offset, name) for span, name in sentence.organisations}
    numbers = {number.span.stop: number for number in find_numbers(text[:start])}
    measures = [span for span, _ in sentence.quantities if span.stop - offset < start]
    position, kept, brand = start, list[str](), ""
    while len(kept) < MOST:
        blank = len(text[:position]) - len(text[:position].rstrip(" \u00a0"))
        edge = position - blank
        if any(span.start - offset < edge <= span.stop - offset for span in measures):
            break
        if quoted := QUOTED.search(text, max(0, edge - 64), edge):
            brand, position = quoted["name"], quoted.start()
            kept.insert(0, f"«{brand}»")
            continue
        if edge in brands and text[brands[edge][0]].isupper() and (language == "en" or not brand):
            position, brand = brands[edge]
            kept.insert(0, brand)
            continue
        if kept and edge in numbers and language == "kk" and pattern("grammar", "measure").search(kept[0]):
            kept.pop(0)
            break
        if (number := numbers.get(edge)) is not None:
            value = number.value
            if value == int(value) and value < 10_000 and number.scale == 1 and not number.like_year:
                return number.span.start, kept, brand, int(value)
            break
        match = next((one for one in WORD.finditer(text, max(0, edge - 40), edge) if one.end() == edge), None)
        if match is None or (not blank and position != start):
            break
        word = match[0]
        if word.lower() in stops or any(
            span.start - offset <= match.start() < span.stop - offset for span, _ in sentence.places
        ):
            break
        if language == "kk" and pattern("grammar", "owner").match(word):
            position = match.start()
            continue
        if language == "kk" and pattern("grammar", "outside").search(word) and not _belongs(word.lower()):
            owner = next((name for end, (begin, name) in brands.items() if begin <= match.start() < end), "")
            brand = brand or (owner if pattern("grammar", "genitive").search(word) else "")
            break
        kept.insert(0, word)
        position = match.start()
    return position, kept, brand, None


def _right(text: str, stop: int) -> tuple[int, list[str]]:
    """Return the English words that tell what a thing is for: "for electrical equipment"."""
    purpose = pattern("grammar", "purpose").match(text, stop)
    if purpose is None:
        return stop, []
    kept: list[str] = []
    end = stop
    for match in WORD.finditer(text, purpose.end()):
        between = text[end : match.start()] if kept else ""
        if match[0].lower() in words("stops", "en") or match[0][0].isdigit() or between.strip() or len(kept) == MOST:
            break
        kept.append(match[0])
        end = match.end()
    return (end, kept) if kept else (stop, [])


def _name(
    head: Head, original: str, before: list[str], after: list[str], brand: str, plural: bool, language: Language
) -> str:
    """Return the Russian name where every word is known, else the words of the text."""
    noun = plural_of(head) if plural else head.name
    gender = "p" if plural else head.gender
    bare = [word for word in before if brand not in word and word.strip("«»") != brand] if brand else before
    proper = f"«{brand}»" if brand and not re.match(r"[A-Z]", brand) else brand
    before_known = _known_tail([word.lower() for word in bare], language)
    after_known = _translate([word.lower() for word in after], language) or []
    read = [*before_known, *after_known]
    names = [word.removesuffix("'s").removesuffix("’s") for word in bare if word[0].isupper()]
    names = [word for word in names if not words("vague", "en").issuperset(word.lower().split("-"))]
    if language == "en" and not proper and names and len(names) == len(bare) - len(before_known):
        proper = " ".join(names)
    if not read and not proper and not head.telling:
        return " ".join([*before, nominative(original, language), *(["for"] if after else []), *after])
    adjectives = [agree(word, gender) for word, adjective in read if adjective]
    complements = [word for word, adjective in read if not adjective]
    return " ".join(part for part in (*adjectives, noun, *complements, proper) if part)


def nominative(word: str, language: Language) -> str:
    """Return a Kazakh noun without its case, the possessive kept: "технопаркін" → "технопаркі"."""
    if language != "kk" or word.lower() in head_pattern("kk")[1]:
        return word
    cut = next((word[: match.start()] for match in pattern("grammar", "kazakh_case").finditer(word)), "")
    return cut if cut and head_of(cut, "kk") else word


def _known_tail(phrase: list[str], language: Language) -> list[tuple[str, bool]]:
    """Return what the words right before the noun mean, as many of them as the glossary knows."""
    for start in range(len(phrase)):
        if (read := _translate(phrase[start:], language)) is not None:
            return read
    return []


def _translate(phrase: list[str], language: Language) -> list[tuple[str, bool]] | None:
    """Return the meanings of the words of a phrase, longest first; None where one is unknown."""
    found: list[tuple[str, bool]] = []
    position = 0
    while position < len(phrase):
        for stop in range(len(phrase), position, -1):
            if known := _glossary(language).get(" ".join(phrase[position:stop])):
                found.append(known)
                position = stop
                break
        else:
            return None
    return found


def _is_plural(word: str, language: Language) -> bool:
    if language == "kk":
        return bool(PLURAL.search(word))
    return word.lower().endswith("s") and not word.lower().endswith(("ss", "works", "chp"))


@cache
def _countable(language: Language) -> re.Pattern[str]:
    listed = data()["portfolio"]["nouns"][language]
    return re.compile(
        "|".join(word.rstrip("*") + (r"\w*" if word.endswith("*") else "") for word in listed), re.IGNORECASE
    )
