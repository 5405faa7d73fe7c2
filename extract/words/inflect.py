"""Forms of names by their endings, without a dictionary: Russian cases, Kazakh suffix chains, the English possessive.

Recognition wants every form a writer may use, so doubtful words get the forms of each possible paradigm ("Сарань" as
feminine and as masculine); `genitive` names the single likeliest one. Forms that no rule yields stay as they are.
"""

import re
from functools import cache, lru_cache
from itertools import product
from typing import Any

from extract.data import load

Cases = tuple[tuple[str, ...], ...]  # nominative, genitive, dative, accusative, instrumental, prepositional

CASES = 6
HUSHING = "гкхжшщч"
VOWELS = "аеёиоуыэюя"

# Endings that stand instead of the nominative's, in the order of the cases; "/" parts equal variants.
ADJECTIVES = {
    "ий": ("ий", "ого/его", "ому/ему", "ий/ого/его", "им", "ом/ем"),
    "ый": ("ый", "ого", "ому", "ый/ого", "ым", "ом"),
    "ой": ("ой", "ого", "ому", "ой/ого", "ым/им", "ом"),
    "ая": ("ая", "ой/ей", "ой/ей", "ую", "ой/ою/ей", "ой/ей"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ое": ("ое", "ого", "ому", "ое", "ым/им", "ом"),
    "ее": ("ее", "его", "ему", "ее", "им", "ем"),
    "ые": ("ые", "ых", "ым", "ые/ых", "ыми", "ых"),
    "ие": ("ие", "их", "им", "ие/их", "ими", "их"),
}
NOUNS = {
    "ия": ("ия", "ии", "ии", "ию", "ией", "ии"),
    "я": ("я", "и", "е", "ю", "ей", "е"),
    "а": ("а", "ы", "е", "у", "ой/ей", "е"),
    "й": ("й", "я", "ю", "й", "ем", "е"),
    "сть": ("сть", "сти", "сти", "сть", "стью", "сти"),
    "ь": ("ь", "и/я", "и/ю", "ь", "ью/ем", "и/е"),
    "ье": ("ье", "ья", "ью", "ье", "ьем", "ье"),
    "во": ("во", "во/ва", "во/ву", "во", "во/вом", "во/ве"),
    "но": ("но", "но/на", "но/ну", "но", "но/ном", "но/не"),
    "ец": ("ец", "ца/ьца", "цу/ьцу", "ец", "цом/ьцом/цем", "це/ьце"),
    "ы": ("ы", "ов/", "ам", "ы", "ами", "ах"),
    "": ("", "а", "у", "", "ом/ем", "е"),
}
PLURALS = {
    "ки": ("ки", "ков/ок", "кам", "ки", "ками", "ках"),
    "чи": ("чи", "чей", "чам", "чи", "чами", "чах"),
    "и": ("и", "/ов/ей", "ам/ям", "и", "ами/ями", "ах/ях"),
    "ары": ("ары", "ар", "арам", "ары", "арами", "арах"),
    "ы": ("ы", "ов/", "ам", "ы", "ами", "ах"),
}
FIXED_PLURALS = re.compile(r"(?:ты|лы|ры|ды|сы|ғы|гы|қы)$")  # Turkic names: "Алматы", "Баканды"
ADJECTIVE = re.compile(r"(?:[сц]к|н|в|ш|ж|г|к|т|л|р(?!ий))(?:ий|ый|ой|ая|ое|ые|ие|яя|ее)$")

# Plural and case; cases that want a possessive before them ("облысы-нда") stand only after one.
KAZAKH_SUFFIXES = re.compile(
    r"(?:(?:лар|лер|дар|дер|тар|тер)(?:ы|і)?)?"
    r"(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|ны|ні|ды|ді|ты|ті|дан|ден|тан|тен|мен|бен|пен|(?:[дт]а|[дт]е)(?:ғы|гі)?"
    r"|(?<=[сртнгк][ыі])(?:на|не|н|нан|нен|нда|нде|ндағы|ндегі))?(?:лар|лер)?(?:ның|нің|мен)?"
)

_FOLDED = str.maketrans("ёәғқңөұүһі", "еагкноуухи")


def _replace(word: str, ending: str, endings: tuple[str, ...]) -> Cases:
    stem = word[: len(word) - len(ending)]
    return tuple(tuple(stem + variant for variant in case.split("/")) for case in endings)


def _same(word: str) -> Cases:
    return ((word,),) * CASES


@cache
def _irregular() -> dict[str, Any]:
    return load("declension")


def is_adjective(word: str) -> bool:
    """Tell whether a Russian word has the shape of an adjective: "Рудный", "Костанайская", "Набережные"."""
    return len(word) > 4 and bool(ADJECTIVE.search(word))


@lru_cache(maxsize=4096)
def decline_word(word: str, plural: bool = False) -> Cases:
    """Return the forms of one Russian word, case by case; `plural` says that a plural adjective stands before it."""
    if "-на-" in word:
        head, rest = word.split("-", 1)
        return tuple(tuple(f"{form}-{rest}" for form in forms) for forms in decline_word(head))
    if "-" in word:
        first, last = word.rsplit("-", 1)
        return tuple(tuple(f"{first}-{form}" for form in forms) for forms in decline_word(last))
    if not re.search(r"[а-яё]", word) or word in _irregular()["fixed"]:
        return _same(word)
    if is_adjective(word):
        return _replace(word, word[-2:], ADJECTIVES[word[-2:]])
    if stem := _irregular()["stems"].get(word):
        return ((word,), (stem + "а",), (stem + "у",), (word,), (stem + "ом",), (stem + "е",))
    plural = plural or word in _irregular()["plurals"]
    for ending, endings in PLURALS.items():
        if plural and word.endswith(ending):
            return _replace(word, ending, endings)
    if word[-1:] == "а" and word[-2:-1] in HUSHING:
        return _replace(word, "а", ("а", "и", "е", "у", "ой/ей", "е"))
    if word.endswith("ы") and not FIXED_PLURALS.search(word):
        return _replace(word, "ы", NOUNS["ы"])
    for ending in ("ия", "ье", "во", "но", "ец", "сть", "я", "а", "й", "ь"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _replace(word, ending, NOUNS[ending])
    return _same(word) if word[-1] in VOWELS else _replace(word, "", NOUNS[""])


@lru_cache(maxsize=4096)
def decline(name: str) -> Cases:
    """Return the forms of a Russian name, case by case: adjectives and the noun after them change, later words stay.

    "Набережные Челны" → ("Набережные Челны",), ("Набережных Челнов", "Набережных Челн"), ... Sources: the declension
    tables of Russian school grammar. Names joined by "и" change on both sides of it.
    """
    if " и " in name:
        left, right = name.split(" и ", 1)
        pairs = zip(decline(left), decline(right), strict=True)
        return tuple(tuple(f"{a} и {b}" for a, b in product(first, second)) for first, second in pairs)
    words = name.split(" ")
    declined: list[Cases] = []
    plural = False
    for position, word in enumerate(words):
        declined.append(decline_word(word, plural))
        if not is_adjective(word):
            declined.extend(_same(later) for later in words[position + 1 :])
            break
        plural = word.endswith(("ые", "ие"))
    return tuple(
        tuple(" ".join(choice) for choice in product(*(forms[case] for forms in declined))) for case in range(CASES)
    )


def russian_forms(name: str) -> frozenset[str]:
    """Return every case form of a Russian name, the nominative included."""
    return frozenset(form for forms in decline(name) for form in forms)


def genitive(name: str) -> str:
    """Return the likeliest genitive of a Russian name: "Казахстан" → "Казахстана", "Сарань" → "Сарани".

    An uninflected name ("Алматы", "КНР") comes back as it is.
    """
    candidates = decline(name)[1]
    if " " in name and name.split(" ", 1)[0].endswith(("ний", "няя", "нее")):
        candidates = candidates[len(candidates) // 2 :]
    if name.endswith("ь"):
        return candidates[1 if name.endswith(("ль", "нь")) and re.search(r"(?:пол|[иев]л|ен)ь$", name) else 0]
    if name.endswith("ец"):
        return candidates[1 if name[-3:-2] in "л" + VOWELS else 0]
    return candidates[0]


def fold(word: str) -> str:
    """Lower case without the letters' marks: ё → е, қ → к, і → и, ü → u, apostrophes dropped; for comparing."""
    folded = word.lower().translate(_FOLDED)
    if folded.isascii():
        return folded.replace("'", "")
    return "".join(_PLAIN.get(letter, letter) for letter in folded)


_PLAIN = {
    letter: plain
    for plain, letters in {
        "a": "àáâãäåăāảạấầ", "c": "çćč", "d": "đ", "e": "èéêëēệ", "g": "ğ", "i": "ìíîïıī", "n": "ñ", "o": "òóôõöøōọ",
        "s": "şš", "u": "ùúûüūư", "z": "žż", "": "'’‘ʻʼ`´\u0307",
    }.items()
    for letter in letters
}  # fmt: skip

_KAZAKH_FOLDED = re.compile(KAZAKH_SUFFIXES.pattern.translate(_FOLDED))
_KAZAKH_LATIN = re.compile(
    r"(?:[ldt][ae]r[yi]?)?"
    r"(?:[ndt][yi]ng?|[gkq][ae]|gh[ae]|[ndt][yi]|[dt][ae]n|[mbp]en|[dt][ae](?:gh?[yi])?"
    r"|(?<=[srtngk][yi])(?:n[ae]n?|n|nd[ae](?:gh?[yi])?))?"
)


@lru_cache(maxsize=65536)
def kazakh_stems(folded: str, shortest: int = 3) -> tuple[str, ...]:
    """Return what may remain of a folded word when a Kazakh suffix chain is taken off, longest first.

    "казакстанмен" → ("казакстан", ...); Latin spellings too ("ozbekstanmen"). The word itself is not among them.
    """
    suffixes = _KAZAKH_LATIN if folded.isascii() else _KAZAKH_FOLDED
    return tuple(folded[:stop] for stop in range(len(folded) - 1, shortest - 1, -1) if suffixes.fullmatch(folded, stop))
