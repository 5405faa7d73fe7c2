"""Sums of money: "порядка 1 миллиарда долларов" → Money(1_000_000_000, "USD", "about"); a bare number is none.

numbers | currency beside each | hundredths | currencies that a list or a sentence shares | ranges and qualifiers
"""

import re
from decimal import Decimal
from functools import cache

from extract.data import load
from extract.model import Money, Span
from extract.values.amounts import Labelled, qualifier_after, qualifier_before, read_amounts
from extract.values.currencies import currency_after, currency_before, is_ordinary
from extract.values.number_tokens import BLANK
from extract.values.numbers import Number, find_numbers
from extract.words.wordlist import lower, source_of

LETTER = re.compile(r"(?P<letter>[kкmмbгKКMМBГ])(?![^\W\d_])")
# "200 млн, импорт 143 млн долларов": nothing but a comma or "и" and a few words up to the sum that names the currency.
LISTED = re.compile(
    rf"(?:{BLANK}?[,;]|,?{BLANK}(?:и|а|and|және)\b){BLANK}(?:[^\W\d_]+{BLANK}(?:[-–—:]{BLANK})?){{0,4}}"
)
CHANGED = re.compile(
    rf"{BLANK}(?:в|in){BLANK}[0-9]{{4}}(?:{BLANK}(?:году|г\.))?{BLANK}(?:до|to){BLANK}(?:[^\W\d_]+{BLANK})?"
)
CENTS_JOINT = re.compile(rf"{BLANK}(?:(?:и|and){BLANK})?")
CLOSED = re.compile(rf"\.?{BLANK}?(?:[,.;:)»\"”]|$)")
SENTENCE_END = re.compile(r"[.!?…]\s+[^\W\d_a-zа-яё]|\n")
NEAR = 80  # characters in which a list may name its currency
FAR = 160  # characters in which a sentence may have named it
MILLION = 10**6


def find_money(text: str) -> list[tuple[Span, Money]]:
    """Return the sums of money of a text in its order, none overlapping; spans cover qualifier and currency."""
    labelled = _with_cents(text, [_labelled(text, number) for number in find_numbers(text)])
    amounts = read_amounts(text, _repeated(text, _listed(text, labelled)))
    return [(each.span, Money(each.value, each.label, each.qualifier, each.upper)) for each in amounts]


def _labelled(text: str, number: Number) -> Labelled[str]:
    start, stop = number.span.start, number.span.stop
    scaled = number.scale > 1
    letter = None if number.words or scaled else LETTER.match(text, stop)
    before = currency_before(text, start)
    if before and is_ordinary(text, before[0]) and not scaled:
        before = None
    after = currency_after(text, letter.end() if letter else stop, scaled or bool(letter))
    if letter and (before or after):
        number, stop = _multiplied(number, letter), letter.end()
    if before:
        ends = after[0] if after and after[1] == before[1] else stop
        return Labelled(number, Span(before[0], ends), before[1])
    if number.glued:
        return Labelled(number, Span(start, stop), None)
    if after:
        return Labelled(number, Span(start, after[0]), after[1])
    # Kazakh puts the qualifier between number and currency: "1 млрд-тан астам теңге".
    inner, qualifier = qualifier_after(text, stop)
    if inner > stop and (after := currency_after(text, inner, scaled)):
        return Labelled(number, Span(start, after[0]), after[1], qualifier)
    return Labelled(number, Span(start, stop), None)


def _multiplied(number: Number, letter: re.Match[str]) -> Number:
    """The number with the letter right behind it: "$10К"."""
    factor = next(
        value for key, value in load("numerals")["letters"].items() if letter["letter"].lower() in key.split()
    )
    return Number(Span(number.span.start, letter.end()), number.value * factor, Decimal(factor), False, number.glued)


@cache
def _cents() -> re.Pattern[str]:
    words = "|".join(sorted(load("currencies")["cents"], key=len, reverse=True))
    return re.compile(rf"{BLANK}?(?:{words})(?!\w)")


def _with_cents(text: str, labelled: list[Labelled[str]]) -> list[Labelled[str]]:
    """Add hundredths to the sum before them: "1 доллар и сорок два цента"."""
    kept: list[Labelled[str]] = []
    for item in labelled:
        last = kept[-1] if kept else None
        match = _cents().match(text, item.number.span.stop)
        small = item.label is None and item.number.value < 100 and item.number.value == int(item.number.value)
        whole = last is not None and last.label is not None and last.number.scale == 1
        if match and small and last and whole and CENTS_JOINT.fullmatch(text, last.span.stop, item.span.start):
            number = Number(last.number.span, last.number.value + item.number.value / 100)
            kept[-1] = Labelled(number, Span(last.span.start, match.end()), last.label)
        else:
            kept.append(item)
    return kept


def _listed(text: str, labelled: list[Labelled[str]]) -> list[Labelled[str]]:
    """Give a scaled number without a currency the one that the same list, or the other end of a change, names."""
    shared = list(labelled)
    for position in range(len(shared) - 2, -1, -1):
        item = shared[position]
        if item.label is not None or item.number.scale == 1:
            continue
        for pattern, later in ((LISTED, position + 1), (CHANGED, position + 2)):
            named = shared[later] if later < len(shared) else None
            if named is None or named.label is None or named.span.start - item.span.stop > NEAR:
                continue
            trailing = named.span.start == named.number.span.start
            if trailing and pattern.fullmatch(text, item.span.stop, named.span.start):
                shared[position] = Labelled(item.number, item.span, named.label)
    return shared


@cache
def _ellipsis(name: str) -> re.Pattern[str]:
    words = source_of(load("currencies")["ellipsis"][name])
    return re.compile(rf"(?<!\w)(?:{words})" + (rf"{BLANK}{{1,3}}$" if name == "verbs" else ""))


def _repeated(text: str, labelled: list[Labelled[str]]) -> list[Labelled[str]]:
    """Give a number of millions that ends its clause the only currency that its sentence has named before it."""
    repeated = list(labelled)
    named: Labelled[str] | None = None
    for position, item in enumerate(repeated):
        if item.label is not None:
            mixed = (
                named and named.label != item.label and not SENTENCE_END.search(text, named.span.stop, item.span.start)
            )
            named = None if mixed else item
            continue
        if named is None or item.number.scale < MILLION or item.span.start - named.span.stop > FAR:
            continue
        if CLOSED.match(text, item.span.stop) and _continues(text, named.span.stop, item.span.start):
            named = repeated[position] = Labelled(item.number, item.span, named.label)
    return repeated


def _continues(text: str, stop: int, start: int) -> bool:
    """Whether the words between two sums speak of the same kind of sum."""
    if SENTENCE_END.search(text, stop, start):
        return False
    between = lower(text[stop : qualifier_before(text, start)[0]])
    return bool(_ellipsis("verbs").search(between)) and not _ellipsis("barred").search(between)


def _million(amount: str, currency: str = "USD") -> Money:
    return Money(Decimal(amount) * MILLION, currency)


EXAMPLES: dict[str, list[Money]] = {
    "423,3 миллиона долларов": [_million("423.3")],
    "$ 629 миллионов": [_million("629")],
    "$1, 34 млрд": [_million("1340")],
    "1 млрд 318 млн тенге": [_million("1318", "KZT")],
    "2 миллиарда 270 миллионов долларов": [_million("2270")],
    "183,243 миллиарда долларов": [_million("183243")],
    "630 млн. долларов": [_million("630")],
    "300 млн долл. США": [_million("300")],
    "1,4 млрд юаней": [_million("1400", "CNY")],
    "девять миллионов рублей": [_million("9", "RUB")],
    "полмиллиона долларов": [_million("0.5")],
    "миллион двести тысяч тенге": [_million("1.2", "KZT")],
    "12 000 500 тенге": [_million("12.0005", "KZT")],
    "2 млрд белорусских рублей": [_million("2000", "BYN")],
    "50 млн австралийских долларов": [_million("50", "AUD")],
    "7 млн фунтов стерлингов и 3 млн чешских крон": [_million("7", "GBP"), _million("3", "CZK")],
    "US$423 million": [_million("423")],
    "USD 85 billion": [_million("85000")],
    "$2.9bn and $22bln": [_million("2900"), _million("22000")],
    "half a billion euros": [_million("500", "EUR")],
    "a $300-million loan": [_million("300")],
    "4,538,000 tenge": [_million("4.538", "KZT")],
    "$62.5\nbillion and 48 billion\neuros": [_million("62500"), _million("48000", "EUR")],
    "2 billion U.S. dollars": [_million("2000")],
    "$10К и 10к$": [Money(Decimal(10_000), "USD"), Money(Decimal(10_000), "USD")],
    "78,16 млрд теңге": [_million("78160", "KZT")],
    "1 млрд. 720 млн. теңге": [_million("1720", "KZT")],
    "6 миллиард АҚШ долларына жетті": [_million("6000")],
    "$10 млрд-қа жеткізу": [_million("10000")],
    "1 доллар и сорок два цента": [Money(Decimal("1.42"), "USD")],
    "порядка 1 миллиарда долларов": [Money(Decimal(10**9), "USD", "about")],
    "почти миллиард долларов": [Money(Decimal(10**9), "USD", "about")],
    "более чем $5 млрд": [Money(Decimal(5 * 10**9), "USD", "over")],
    "не менее 3 млн евро": [Money(Decimal(3 * 10**6), "EUR", "over")],
    "не более 7 евро": [Money(Decimal(7), "EUR", "under")],
    "инвестиции до 3 млрд долларов": [Money(Decimal(3 * 10**9), "USD", "up_to")],
    "вырос до 3 млрд долларов": [Money(Decimal(3 * 10**9), "USD")],
    "400 млн рублей и более": [Money(Decimal(4 * 10**8), "RUB", "over")],
    "nearly $1.2 billion": [Money(Decimal(12 * 10**8), "USD", "about")],
    "up to €40 million": [Money(Decimal(4 * 10**7), "EUR", "up_to")],
    "1 млрд доллардан астам": [Money(Decimal(10**9), "USD", "over")],
    "1 млрд-тан астам теңге": [Money(Decimal(10**9), "KZT", "over")],
    "700 млн теңгедей": [Money(Decimal(7 * 10**8), "KZT", "about")],
    "шамамен 2 млрд теңге": [Money(Decimal(2 * 10**9), "KZT", "about")],
    "10 млрд долларға дейін жеткізу": [Money(Decimal(10**10), "USD")],
    "1,5–2 млрд долларов": [Money(Decimal(15 * 10**8), "USD", upper=Decimal(2 * 10**9))],
    "от 1,5 до 2 млрд долларов": [Money(Decimal(15 * 10**8), "USD", upper=Decimal(2 * 10**9))],
    "$3-4 billion": [Money(Decimal(3 * 10**9), "USD", upper=Decimal(4 * 10**9))],
    "between 3 and 5 billion dollars": [Money(Decimal(3 * 10**9), "USD", upper=Decimal(5 * 10**9))],
    "два-три миллиарда долларов": [Money(Decimal(2 * 10**9), "USD", upper=Decimal(3 * 10**9))],
    "500-600 мың теңге": [Money(Decimal(500_000), "KZT", upper=Decimal(600_000))],
    "вырос с 3 до 5 млрд долларов": [_million("3000"), _million("5000")],
    "с 1,2 млрд в 2020 году до 3 млрд долларов": [_million("1200"), _million("3000")],
    "from $215 million to $870 million": [_million("215"), _million("870")],
    "from 34 billion euros in 2012 to 48 billion euros": [_million("34000", "EUR"), _million("48000", "EUR")],
    "rose by $170 million to $586 million": [_million("170"), _million("586")],
    "экспорт 200 млн, импорт 143 млн долларов": [_million("200"), _million("143")],
    "составил 68,4 млн долларов, а через год достиг 183 млн": [_million("68.4"), _million("183")],
    "18,2 млрд тенге ($40 млн)": [_million("18200", "KZT"), _million("40")],
    "товарооборот 5 млрд долларов, население составило 20 млн": [_million("5000")],
    "в 2020 году $15 млрд, в 2021 $20 млрд": [_million("15000"), _million("20000")],
}
NOT_EXAMPLES = [
    "3,5 миллиона шин",
    "2021-2025 годы",
    "миллионы долларов",
    "достиг 183 млн",
    "100 долей и 2 доли",
    "3 real projects",
    "TOP 10",
    "Евро 2024",
    "несколько миллиардов тенге",
    "курс доллара",
    "5 крон",
]
