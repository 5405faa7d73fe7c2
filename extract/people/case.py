"""Personal names in the Russian nominative: "Рустамом Миннихановым" → "Рустам Минниханов".

Each case and gender is tried on all words at once: the reading in which given names are known, surnames end like
surnames and the tagger agrees wins. Words that no paradigm fits (Моди, Гарибашвили) never change.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from extract.data import load

EXAMPLES = {
    "Рустамом Миннихановым": "Рустам Минниханов",
    "Алихану Смаилову": "Алихан Смаилов",
    "Касым-Жомарта Токаева": "Касым-Жомарт Токаев",
    "Шавкатом Мирзиёевым": "Шавкат Мирзиёев",
    "Адылбека Касымалиева": "Адылбек Касымалиев",
    "Нарендрой Моди": "Нарендра Моди",
    "Хань Чжэном": "Хань Чжэн",
    "У Инцинем": "У Инцинь",
    "Ли Цяном": "Ли Цян",
    "Али Мохаммада": "Али Мохаммад",
    "Алией Жакуповой": "Алия Жакупова",
    "Тамаре Дуйсеновой": "Тамара Дуйсенова",
    "Ираклию Гарибашвили": "Ираклий Гарибашвили",
    "Романом Головченко": "Роман Головченко",
    "Реджепом Тайипом Эрдоганом": "Реджеп Тайип Эрдоган",
    "Роману Скляру": "Роман Скляр",
    "Павлом Малковым": "Павел Малков",
    "Александру Лукашенко": "Александр Лукашенко",
    "Хаканом Фиданом": "Хакан Фидан",
    "Юрию Трутневу": "Юрий Трутнев",
    "Виктором Каранкевичем": "Виктор Каранкевич",
}
NOT_EXAMPLES = ["Си Цзиньпин", "Ван И", "Мирзиёев", "Алия Жакупова", "Никита Симонян", "Дархан Сатыбалды", "Ли Цян"]

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")

# Ending in the text → ending of the nominative, the longest first. What fits none stays, at no cost, if it ends like
# an undeclined name, and speaks against the reading otherwise.
MASCULINE = {
    "Gen": {"ского": "ский", "ого": "ый", "его": "ий", "ия": "ий", "ня": "нь", "я": "й", "ьва": "ев", "а": "", "ы": "а",
            "и": "а"},
    "Dat": {"скому": "ский", "ому": "ый", "ему": "ий", "ию": "ий", "ню": "нь", "ю": "й", "у": "", "е": "а"},
    "Acc": {"ского": "ский", "ого": "ый", "ия": "ий", "ня": "нь", "я": "й", "а": "", "ю": "я", "у": "а"},
    "Ins": {"овым": "ов", "евым": "ев", "ёвым": "ёв", "иным": "ин", "ыным": "ын", "ским": "ский", "цким": "цкий",
            "ием": "ий", "нем": "нь", "ем": "й", "ым": "ый", "ом": "", "ой": "а", "ей": "я"},
    "Loc": {"ском": "ский", "ом": "ый", "ии": "ий", "е": ""},
}  # fmt: skip
FEMININE = {
    "Gen": {"ской": "ская", "овой": "ова", "евой": "ева", "ёвой": "ёва", "иной": "ина", "ии": "ия", "ы": "а", "и": "я"},
    "Dat": {"ской": "ская", "овой": "ова", "евой": "ева", "ёвой": "ёва", "иной": "ина", "ии": "ия", "е": "а"},
    "Acc": {"скую": "ская", "ову": "ова", "еву": "ева", "ёву": "ёва", "ину": "ина", "ию": "ия", "ю": "я", "у": "а"},
    "Ins": {"ской": "ская", "овой": "ова", "евой": "ева", "ёвой": "ёва", "иной": "ина", "ией": "ия", "ей": "я",
            "ой": "а"},
    "Loc": {"ской": "ская", "овой": "ова", "евой": "ева", "иной": "ина", "ии": "ия", "е": "а"},
}  # fmt: skip
POST_AGREES = 4.0  # what the agreement of the title before a name weighs
VOWELS = "аеёиоуыэюя"
CONSONANTS = "бвгджзклмнпрстфхцчшщ"
UNDECLINED = ("о", "и", "у", "ю", "э", "е", "ых", "их", "ды", "лы", "ы")
SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ова", "ева", "ёва", "ина", "ская", "цкая")
OBLIQUE = ("овым", "евым", "ёвым", "иным", "ским", "овой", "евой", "ского", "скому", "скую", "ову", "еву")


@cache
def _given() -> frozenset[str]:
    names = load("people_names")["given"].split()
    return frozenset(name.lower().replace("ё", "е") for name in names) | frozenset(load("names")["irregular"].values())


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("people_names")["particles"])


def nominative_name(words: Sequence[str], cases: Sequence[str] = (), known: str = "", post_case: str = "") -> str:
    """Return a name in the nominative.

    `cases` are the tagger's, word by word; `known` is the tagger's own nominative; `post_case` is the case of the
    title right before the name, which agrees with it.
    """
    return _best(tuple(words), tuple(cases), tuple(known.split()), post_case)


@lru_cache(maxsize=16384)
def is_given_name(word: str) -> bool:
    """Tell whether a word is some case form of a known given name."""
    if word.lower().replace("ё", "е") in _given():
        return True
    turned = (_turn(word, endings) for table in (MASCULINE, FEMININE) for endings in table.values())
    return any(option is not None and option.lower().replace("ё", "е") in _given() for option in turned)


@lru_cache(maxsize=16384)
def _best(words: tuple[str, ...], cases: tuple[str, ...], known: tuple[str, ...], post_case: str) -> str:
    if any(len(word) > 1 and word.isupper() for word in words):
        words = tuple(word.title() if word.isupper() and len(word) > 1 else word for word in words)
    plain = _score(words, words, "Nom", cases, known) + (POST_AGREES if post_case == "Nom" else 0.0)
    readings = [(plain, words)]
    for case in CASES[1:]:
        for table in (MASCULINE, FEMININE):
            if (turned := _turned(words, table[case])) is not None:
                agrees = POST_AGREES if post_case and _same_case(post_case, case) else 0.0
                changed = 0.2 * bool(agrees) * sum(word != option for word, option in zip(words, turned, strict=True))
                readings.append((_score(words, turned, case, cases, known) + agrees + changed, turned))
    best = max(readings, key=lambda reading: reading[0])
    return " ".join(best[1])


def _same_case(one: str, other: str) -> bool:
    return one == other or {one, other} <= {"Gen", "Acc"}


def _turned(words: tuple[str, ...], endings: dict[str, str]) -> tuple[str, ...] | None:
    turned = tuple(_turn(word, endings) for word in words)
    if any(word is None for word in turned) or turned == words:
        return None
    return tuple(word for word in turned if word)


def _turn(word: str, endings: dict[str, str]) -> str | None:
    """Return a word's nominative by one case's endings; None where it cannot stand in that case."""
    lowered = word.lower()
    if len(word.rstrip(".")) < 2 or lowered in _particles():
        return word
    if irregular := load("names")["irregular"].get(lowered):
        return str(irregular).capitalize()
    options = [
        word[: len(word) - len(ending)] + instead
        for ending, instead in endings.items()
        if lowered.endswith(ending) and len(word) - len(ending) > 1
    ]
    if lowered.endswith(("чем", "шем", "щем", "жем", "цем")) and "ем" in endings:  # "Януковичем"
        options.insert(0, word[:-2])
    for option in options:  # a known given name: "Игоря" → "Игорь", not "Игорй"
        for variant in (
            option,
            option[:-1] + "ь" if option.endswith("й") else option,
            option[:-1] + "я" if option.endswith("а") else option,
        ):
            if variant.lower().replace("ё", "е") in _given():
                return variant
    sound = [option for option in options if _may_be(option, lowered)]
    if sound and not (lowered.endswith("и") and not lowered.endswith("ии")):  # "Гэри" is no genitive of "Гэра"
        return sound[0]
    firm = lowered[-1] in CONSONANTS + "йь" and not lowered.endswith(("ом", "ем", "ой", "ей", "ым", "им"))
    return word if firm or lowered.endswith(UNDECLINED) else None


def _may_be(option: str, lowered: str) -> bool:
    """A nominative in a bare consonant ends in one that a word may end in, and is no short stub."""
    last, before = option[-1].lower(), option[-2:-1].lower()
    if last in CONSONANTS:
        return len(option) > 1 and not (lowered.endswith("е") and option.endswith(("к", "г", "х")))
    return before in VOWELS if last == "й" else last in "аяь" and before not in "йь"


def _score(
    words: tuple[str, ...], turned: tuple[str, ...], case: str, cases: tuple[str, ...], known: tuple[str, ...]
) -> float:
    score = 0.0
    for index, (word, option) in enumerate(zip(words, turned, strict=True)):
        lowered = option.lower().replace("ё", "е")
        last = index == len(words) - 1
        if lowered in _given() and (not last or len(words) == 1):
            score += 3
        elif lowered in _given():
            score += 1
        if option.lower().endswith(SURNAMES) and (last or index == 0):
            score += 2
        if option == word and word.lower().endswith(OBLIQUE) and len(word) > 5:
            score -= 3
        if option == word and case == "Nom" and word.lower().endswith(("ом", "ой", "ою", "нем")) and len(word) > 4:
            score -= 1
        if option == word and case != "Nom" and lowered[-1] in CONSONANTS + "йь" and len(word) > 4:
            score -= 1.5
        if index < len(cases) and cases[index]:
            score += _same_case(cases[index], case)
        if index < len(known) and known != words and known[index].replace("ё", "е") == option.replace("ё", "е"):
            score += 0.9
    return score + (0.1 if case == "Nom" else 0.05 if case in ("Gen", "Ins") else 0)
