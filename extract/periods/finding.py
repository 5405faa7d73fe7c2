"""Periods of time: "за 11 месяцев 2021 года" → 2021-01/2021-11; relative ones resolve against the publication.

The rules read rows of tags (see `extract.periods.words`), so that one rule serves the three languages. A span leaves
prepositions out: "с 2022 года" gives "2022 года", and whoever wants to know looks at the word before it.
"""

import re
from functools import cache

from extract.model import Period, Span
from extract.periods.dates import parse_reference
from extract.periods.readings import (
    NoPeriod,
    Production,
    Reading,
    bare_year,
    counted_days,
    counted_months,
    day_off,
    days,
    exact_date,
    figured_days,
    financial_year,
    half,
    month,
    month_range,
    months_across,
    named_year,
    quarter,
    relative_month,
    relative_quarter,
    relative_week,
    short_part,
    since_start,
    unresolved,
    weekdays,
    years,
)
from extract.periods.words import time_words

# A year in figures may lack its word where no unit follows: "2021 тонна" is an amount.
FIGURES = r"[YZ](?:[yx]|(?![u#]))"
NAMED = r"[lbcnp][yx]|E[yx]?"
AFTER = rf"(?:,?o?(?P<after>{FIGURES}|[lbcnp]y|c(?=[-,|&]|$)|E))"
BEFORE_KAZAKH = r"(?P<before>[YZ]x|[lbcnp]x|Ex?),?"
BEFORE_RUSSIAN = r"(?P<before>[YZlbc]y),?[ivo]{1,2}"

# Parts of a year; the year stands after them, before them, or is left out.
PARTS: tuple[tuple[str, Production], ...] = (
    (r"(?P<first>M)[-t](?P<last>M)m?", month_range),
    (r"(?P<first>M)(?P<noun>m)?", month),
    (r"(?P<ordinal>O)?(?P<count>N)-?me?", counted_months),
    (r"(?P<count>N)(?P<ordinal>O)m", counted_months),
    (r"j", counted_months),
    (r"(?P<ordinal>[NO])(?:-(?P<last>[NO]))?q", quarter),
    (r"(?P<ordinal>[NO])?h", half),
    (r"(?P<first>X)", short_part),
    (r"(?P<day>[NO])(?:[-t&](?P<until>[NO]))?o?(?P<month>M)", days),
)
WHOLES: tuple[tuple[str, Production], ...] = (
    (r"(?P<first>M)(?P<year>Y)y?[-t](?P<last>M)(?P<after>Y)y?", months_across),
    (r"(?P<month>M)(?P<day>[NO])(?:[-t&](?P<until>[NO]))?(?:,?(?P<after>Y)(?![u#]))?", days),
    (r"(?P<date>T)", exact_date),
    (r"(?P<dates>U)", figured_days),
    (rf"sgo?(?:(?P<after>{NAMED}|[YZ]y?)|y)", since_start),
    (r"(?:(?P<before>[YZ]x|[lbcn]x|Ex?)|x)g", since_start),
    (r"(?P<first>[YZ])[yx]?[-t](?P<last>[YZ])[yx]?", years),
    (r"(?P<first>Y)-(?P<last>N)[yx]", years),
    (r"fy?(?P<first>Y)(?:-(?P<last>[YN]))?", financial_year),
    (r"(?P<first>Y)-(?P<last>[YN])fy?", financial_year),
    (r"[YZ]fy", unresolved),
    (rf"(?P<after>[YZ][yx]|{NAMED})", named_year),
    (r"(?P<after>[YZ])", bare_year),
    (r"(?P<which>[lbcn])m", relative_month),
    (r"(?P<which>[lbcn])q", relative_quarter),
    (r"(?P<which>[lbcn])w", relative_week),
    (r"(?P<off>D)", day_off),
    (r"(?P<count>N)?(?P<unit>[wd])k{1,2}", counted_days),
    (r"(?P<ahead>z)(?P<count>N)?(?P<unit>[wd])", counted_days),
    (r"(?P<which>[lcn])?(?P<weekday>W)(?P<noun>d)?", weekdays),
    (rf"(?:(?:{NAMED}|{FIGURES})o?)?a[emqh](?:o?(?:{FIGURES}|{NAMED}))?", unresolved),
    (r"[lrn]N?[yxmqwd]|rN?y", unresolved),
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Production], ...]:
    rules = list(WHOLES[:-1])
    for core, production in PARTS:
        absorbed = "(?:o?y)?" if production in (quarter, half) else ""
        rules.append((rf"{BEFORE_KAZAKH}{core}", production))
        rules.append((rf"{BEFORE_RUSSIAN}(?>{core})(?!o?(?:[YZ]|[lbcn]y))", production))
        rules.append((rf"x?{core}(?:{AFTER}|{absorbed})", production))
    rules.append(WHOLES[-1])
    return tuple((re.compile(pattern), production) for pattern, production in rules)


def find_periods(text: str, published: str | None) -> list[tuple[Span, Period | None]]:
    """Return the periods that a text names, in its order, none overlapping.

    `published` is the article's ISO date of any precision or None. The value is None where a period is named that
    cannot be resolved: "за последние пять лет", "в прошлом году" in an undated article.
    """
    words = time_words(text)
    tags = "".join(word.tag for word in words)
    reference = parse_reference(published)
    matches = [
        (match.start(), -match.end(), order, match, production)
        for order, (pattern, production) in enumerate(_rules())
        for match in pattern.finditer(tags)
    ]
    found: list[tuple[Span, Period | None]] = []
    free = 0
    for start, _, _, match, production in sorted(matches, key=lambda item: item[:3]):
        if start < free or match.end() == start:
            continue
        try:
            value = production(Reading(match, words, reference))
        except NoPeriod:
            continue
        first = start + 1 if words[start].tag in "s" and len(tags) > start + 1 and tags[start + 1] != "g" else start
        found.append((Span(words[first].start, words[match.end() - 1].stop), value))
        free = match.end()
    return found


# A text, its date of publication, and the periods as written in the contract; "?" where one cannot be resolved.
EXAMPLES: tuple[tuple[str, str | None, list[str]], ...] = (
    ("За 11 месяцев 2021 года оборот вырос", None, ["2021-01/2021-11"]),
    ("за одиннадцать месяцев 2021-го", None, ["2021-01/2021-11"]),
    ("январь–октябрь 2023", None, ["2023-01/2023-10"]),
    ("в январе-сентябре", "2024-12-20", ["2024-01/2024-09"]),
    ("в январе-мае", "2022-01-24", ["2021-01/2021-05"]),
    ("за 11 месяцев", "2022-01-24", ["2021-01/2021-11"]),
    ("за первые пять месяцев", "2024-06-20", ["2024-01/2024-05"]),
    ("за 6 месяцев", "2024-05-20", ["?"]),
    ("в 2022 году за первые 5 месяцев", None, ["2022-01/2022-05"]),
    ("за четыре месяца текущего — почти вдвое больше", "2022-06-01", ["2022-01/2022-04"]),
    ("первое полугодие 2023", None, ["2023-01/2023-06"]),
    ("за полугодие", "2023-08-01", ["2023-01/2023-06"]),
    ("I квартал 2022 года, третий квартал 2021-го", None, ["2022-01/2022-03", "2021-07/2021-09"]),
    ("за три квартала 2024 года", None, ["2024-01/2024-09"]),
    ("2021-2025 годы", None, ["2021/2025"]),
    ("с 2022 по 2024 год", None, ["2022/2024"]),
    ("в 2023–2024 гг.", None, ["2023/2024"]),
    ("с ноября 2022 по март 2023 года", None, ["2022-11/2023-03"]),
    ("к 2030 году", None, ["2030"]),
    ("в 2021 и 2022 годах", None, ["2021", "2022"]),
    ("с начала года", "2024-05-20", ["2024-01/2024-05"]),
    ("с начала года", None, ["?"]),
    ("в прошлом году, в этом году", "2024-05-20", ["2023", "2024"]),
    ("в минувшем году", None, ["?"]),
    ("за последние пять лет", "2024-05-20", ["?"]),
    ("к аналогичному периоду 2020 года", "2021-12-01", ["?"]),
    ("против того же периода прошлого года", "2021-12-01", ["?"]),
    ("24 января 2022 года", None, ["2022-01-24"]),
    ("24 января", "2022-01-24", ["2022-01-24"]),
    ("25 декабря", "2022-01-24", ["2021-12-25"]),
    ("10 января", "2023-12-20", ["2024-01-10"]),
    ("14. - 15.10.2018", None, ["2018-10-14/2018-10-15"]),
    ("форум пройдет 29.09.-01.10.2024", None, ["2024-09-29/2024-10-01"]),
    ("с 10 по 12 октября 2023 года", None, ["2023-10-10/2023-10-12"]),
    ("вчера, сегодня", "2022-01-24", ["2022-01-23", "2022-01-24"]),
    ("в среду", "2022-01-24", ["2022-01-19"]),
    ("2021 жылғы қаңтар–қараша", None, ["2021-01/2021-11"]),
    ("былтыр, биыл", "2022-05", ["2021", "2022"]),
    ("өткен жылы", "2022-05", ["2021"]),
    ("жылдың тоғыз айында", "2022-11-01", ["2022-01/2022-09"]),
    ("биылғы қаңтар-маусымда", "2022-11-01", ["2022-01/2022-06"]),
    ("алты айда", "2022-09-02", ["2022-01/2022-06"]),
    ("2022 жылғы I тоқсан", None, ["2022-01/2022-03"]),
    ("жыл басынан бері", "2024-05-20", ["2024-01/2024-05"]),
    ("2022 жылғы 24 қаңтарда", None, ["2022-01-24"]),
    ("January–November 2021", None, ["2021-01/2021-11"]),
    ("in the first half of 2023", None, ["2023-01/2023-06"]),
    ("Q1 2022", None, ["2022-01/2022-03"]),
    ("last year and this year", "2022-05-01", ["2021", "2022"]),
    ("in nine months of 2024", None, ["2024-01/2024-09"]),
    ("financial year 2022-23", None, ["2022-04/2023-03"]),
    ("by 2030 trade will double", None, ["2030"]),
    ("on Oct. 22, January 24, 2022", "2024-10-30", ["2024-10-22", "2022-01-24"]),
    ("since the beginning of the year", "2024-05-20", ["2024-01/2024-05"]),
)
NOT_EXAMPLES = [
    "2021 тонна",
    "до 2000 рабочих мест",
    "in 2000 tons",
    "2 021,5 тонны",
    "рост 5.5-6.5",
    "рост 1.-2.13",
    "Экспо-2017",
    "через 5 лет",
    "на срок 18 месяцев",
    "31 февраля",
    "2 май зауыты",
    "Қазан қаласы",
    "it may march on",
    "первый завод и второй цех",
    "бас директор",
    "construction should start soon",
]
