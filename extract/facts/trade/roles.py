"""What a figure is: a level, a change, a part; grown or fallen; fact, aim or forecast; exact, over or about."""

import re
from dataclasses import replace
from decimal import Decimal

from extract.facts.trade.marks import Mark, Marked, words
from extract.model import Money, Percent, Qualifier, Status

NEAR = 70  # characters in which the word of a change stands before its percentage
AFTER = 40  # and after it
HUNDRED = Decimal(100)
BY = {"ru": re.compile(r"(?<!\w)на\s+(?:сумму\s+)?$"), "en": re.compile(r"(?<!\w)by\s+$"), "kk": re.compile(r"(?!)")}
BY_SUFFIX = re.compile(r"(?:[гғкқ][ае]|н[ае])\s")
FROM = {"ru": re.compile(r"(?<!\w)с\s+$"), "en": re.compile(r"(?<!\w)from\s+$"), "kk": re.compile(r"(?!)")}
TO = {"ru": re.compile(r"^.{0,60}?(?<!\w)до\s"), "en": re.compile(r"^.{0,60}?(?<!\w)to\s"), "kk": re.compile(r"(?!)")}
# "to $10 billion from the current $6 billion"; "compared to $1.1 billion", "than in 2022 ($6.3 billion)"
BACK_FROM = {
    "ru": re.compile(r"(?<!\w)с\s+(?:нынешних|текущих|прежних)\s+$"),
    "en": re.compile(r"(?<!\w)from\s+(?:the\s+)?(?:current\s+|previous\s+)?$"),
    "kk": re.compile(r"(?!)"),
}
BASE = re.compile(r"[^,;.]{0,70}\(\s*|\s+(?:with\s+|the\s+)?")
TRADED = re.compile(r"торгова\w*|торгу\w+|товаров\s+\w*|traded")
SIGNED = re.compile(r"[+＋]\s?$|плюс\s+$|plus\s+$")
FALLEN = re.compile(r"(?<![\w\d])[-−–]$|минус\s+$|minus\s+$")
SHARE = re.compile(r"дол[яиюе]\w*\W|приходи\w+|share|accounts? for|үлес|құрайды")
# "составила 118% к прошлому году", "105% of the 2022 level": what it is of the level before
LEVEL_BEFORE = re.compile(r"(?:состав\w*|или|равн\w+|amounted to|or|was|stood at|made up|құрап|[-–—:(,])\s*$")
LEVEL_AFTER = re.compile(r"\s*(?:к|от|по сравнению|против|of|compared)\s")
PACE = re.compile(r"темп\w*\W|индекс\w*\W|index\W|pace\W")
BESIDE_NUMBER = re.compile(
    r"(?:(?:\b(?:почти|около|примерно|порядка|более чем|свыше|более|almost|nearly|about|over|more than|some)\s+)"
    r"|(?:us)?[$€£¥₽₸]\s?|\b(?:usd|eur)\s)+$"
)
OPENED: dict[str, Qualifier] = {"over": "over", "about": "about", "under": "under"}
MORE = ("больше", "выше", "more", "higher", "превышает", "exceed", "көп", "артық", "up")


def role_of(marked: Marked, figure: Mark, previous_stop: int, owner: Mark | None) -> str:
    """Tell what a sum is: "level", "change", the "start" of one, the "base" compared with, "part" of another."""
    before = marked.text[previous_stop : figure.start]
    after = marked.text[figure.stop : figure.stop + AFTER]
    flow = owner.kind if owner else ""
    if previous_stop and marked.holds("parts", previous_stop, figure.start) and flow not in ("export", "import"):
        return "part"
    if FROM[marked.language].search(before) and TO[marked.language].search(marked.text[figure.stop : figure.stop + 90]):
        return "start"
    if BACK_FROM[marked.language].search(before) and previous_stop:
        return "base"
    compared = words("compared", marked.language).finditer(before)
    if any(BASE.fullmatch(before, one.end()) for one in compared if one.group() not in ("к", "ко")):
        return "base"
    changes = [one for one in marked.changes if previous_stop <= one.start < figure.start]
    if (
        changes
        and owner is not None
        and changes[-1].start > owner.start
        and _is_change_noun(marked, changes[-1], figure)
    ):
        return "change"
    if BY[marked.language].search(_bare(marked, figure)) and changes and not TRADED.search(before[-40:]):
        return "change"
    if BY[marked.language].search(_bare(marked, figure)) and any(after.lstrip().startswith(word) for word in MORE):
        return "change"
    if (
        marked.language == "en"
        and changes
        and re.fullmatch(r"\s*(?:of )?(?:another |an? )?", before[changes[-1].stop - previous_stop :])
    ):
        return "level" if marked.text[changes[-1].start : changes[-1].stop].startswith(("exceed", "up")) else "change"
    if marked.language == "kk":
        ending = re.search(r"(?:[гғкқ][ае]|н[ае])$", marked.text[figure.start : figure.stop])
        following = [one for one in marked.changes if one.start >= figure.stop]
        gap = marked.text[figure.stop : following[0].start] if following else "."
        if ending and re.fullmatch(r"\s*(?:\w+\s+)?", gap) and not gap.strip().startswith(("дейін", "жет")):
            return "change"
    return "level"


def _is_change_noun(marked: Marked, change: Mark, figure: Mark) -> bool:
    """ "прирост составил X": the sum is that of the growth."""
    if not marked.holds("change_nouns", change.start, change.stop):
        return False
    return any(change.stop <= one.start < figure.start + 40 for one in marked.levels)


def _bare(marked: Marked, figure: Mark) -> str:
    """The text before the number itself, without the qualifiers and the sign of a currency beside it."""
    inside = re.match(r"\D*", marked.text[figure.start : figure.stop])
    before = marked.text[max(0, figure.start - 40) : figure.start] + (inside[0] if inside else "")
    return BESIDE_NUMBER.sub("", before)


def growth_of(marked: Marked, figure: Mark, previous_stop: int, before_it: Decimal | None) -> Decimal | None:
    """Return the change that a percentage states, negative for a fall, or None where it is a share or an index.

    `before_it` is the change stated before in the sentence, whose verb a list goes on with ("импорт – на 7%").
    """
    assert isinstance(figure.value, Percent)
    value = figure.value.value
    for one in marked.changes:  # "удвоился", "потерял треть": the verb is a part of the figure
        if one.start == figure.start:
            return -abs(value) if one.kind == "down" else abs(value)
    before = marked.text[max(previous_stop, figure.start - NEAR) : figure.start]
    if SHARE.search(before) or re.match(r"\s*(?:of|от|-ы|-і)\s", marked.text[figure.stop : figure.stop + 8]):
        return None
    if PACE.search(before) and value > 50:
        return value - HUNDRED
    if (
        value > HUNDRED
        and LEVEL_BEFORE.search(before)
        and (LEVEL_AFTER.match(marked.text, figure.stop) or marked.holds("compared", previous_stop, figure.start))
    ):
        return value - HUNDRED
    if marked.text[figure.start - 1 : figure.start] == "(" and marked.text[figure.stop : figure.stop + 1] == ")":
        plain = marked.text[figure.start : figure.start + 1].isdigit() and before.rstrip(" (")[-1:].isalpha()
        if plain and any(previous_stop == one.stop for one in marked.money):
            return None  # "3 млрд долларов (5,9%)" is a share of the whole
    if FALLEN.search(before):
        return -value
    if SIGNED.search(before) or marked.text[figure.start : figure.start + 1] == "+":
        return value
    low = max(previous_stop, figure.start - NEAR)
    left = [one for one in marked.changes if low <= one.start < figure.start]
    right = [
        one
        for one in marked.changes
        if figure.start < one.start <= figure.stop + AFTER
        and not re.search(r"[;.(]|,\s*\w", marked.text[figure.stop : one.start])
    ]
    if marked.language == "kk":
        chosen = right[0] if right else left[-1] if left else None
    elif (
        right
        and re.match(r"[\s-]*(?:\w+\s)?$", marked.text[figure.stop : right[0].start])
        and _compares(marked, right[0])
    ):
        chosen = right[0]
    else:
        chosen = left[-1] if left else right[0] if right else None
    if chosen is None:
        goes_on = before_it is not None and re.search(r"(?<!\w)на\s+$|[—–-]\s*$|\(\s*$", before)
        return (value if before_it > 0 else -value) if goes_on and before_it else None
    return -value if chosen.kind == "down" else value


def _compares(marked: Marked, change: Mark) -> bool:
    word = marked.text[change.start : change.stop]
    return word.startswith(
        (
            *MORE,
            "меньше",
            "ниже",
            "less",
            "lower",
            "fewer",
            "рост",
            "growth",
            "increase",
            "decrease",
            "прирост",
            "rise",
            "jump",
            "drop",
            "decline",
            "сниж",
            "паден",
        )
    )


def qualified(marked: Marked, figure: Mark, previous_stop: int) -> Money:
    """Return a sum with the openness of its verb: "превысил X" is over, "приблизился к X" about."""
    assert isinstance(figure.value, Money)
    money = figure.value
    low = max(previous_stop, figure.start - 45)
    high = figure.stop + 30 if marked.language == "kk" else figure.start + 20
    verbs = [one for one in marked.levels if low <= one.start <= figure.start and one.start < high] or (
        [one for one in marked.levels if figure.start <= one.start < high] if marked.language == "kk" else []
    )
    if money.qualifier == "up_to":  # "упал на 3%, до X" says where the fall ended, not what is not exceeded
        money = replace(money, qualifier="exact")
    if money.qualifier != "exact":
        return replace(money, qualifier="under") if verbs and verbs[-1].kind == "under" else money
    if not verbs:
        return money
    opened = OPENED.get(verbs[-1].kind)
    return replace(money, qualifier=opened) if opened else money


def _verb_stop(marked: Marked, figure: Mark) -> int:
    """Return where the figure after a Kazakh one starts, passing over those with which it shares its verb."""
    verbs = (*marked.levels, *marked.changes)
    stop = figure.stop
    for later in sorted((*marked.money, *marked.percents), key=lambda mark: mark.start):
        if later.start < figure.stop:
            continue
        if any(stop <= verb.start < later.start for verb in verbs) or marked.holds("aims.words", stop, later.start):
            return later.start
        stop = later.stop
    return len(marked.text)


def status_of(marked: Marked, opens: int, figure: Mark, inherited: Status | None) -> Status:
    """Tell fact from aim and forecast by the words of the stretch that leads to a figure."""
    start = opens
    for boundary in re.finditer(r"[;]|[.!?»”]\s|,\s(?:а|но|while|but|ал)\s", marked.text[opens : figure.start]):
        start = opens + boundary.end()
    stop = figure.stop
    if marked.language == "kk":
        stop = _verb_stop(marked, figure)
    else:
        tail = re.match(r"\s*[-–—]\s.{0,50}", marked.text[figure.stop :])
        stop += tail.end() if tail else 0
    if marked.holds("forecasts.modal", start, figure.start):
        return "forecast"
    if marked.holds("aims.bare", start, figure.start) and not marked.holds("aims.achieved", start, figure.start):
        return "target"
    aim, forecast = marked.holds("aims.words", start, stop), marked.holds("forecasts.words", start, stop)
    if forecast and not (aim and aim.start() > forecast.start()):
        return "forecast"
    if aim and not marked.holds("aims.achieved", start, figure.start):
        return "target"
    if inherited in ("target", "forecast") and not any(
        start <= one.start < figure.start for one in (*marked.levels, *marked.changes)
    ):
        return inherited
    return "actual"
