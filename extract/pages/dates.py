"""The day on which a page was published: what it declares for machines first, what htmldate finds last.

The day of printing, of the last change and of today, which pages show as well, are none of it.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from htmldate import find_date
from lxml import etree
from lxml import html as markup

DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?!\d)")
DOTTED = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?!\d)")
WORDED = re.compile(r"(?<!\d)(\d{1,2})\s+([^\W\d_]{3,10})\.?,?\s+((?:19|20)\d\d)(?!\d)")
KAZAKH = re.compile(r"(?<!\d)((?:19|20)\d\d)\s+(?:жыл\w*|ж\.?)?,?\s*(\d{1,2})\s+([^\W\d_]{3,10})")
MONTHS = {
    beginning: number
    for number, beginnings in enumerate(
        (
            "янв қаң jan", "фев ақп feb", "мар нау mar", "апр сәу apr", "мая май мам may", "июн мау jun",
            "июл шіл jul", "авг там aug", "сен қыр sep", "окт қаз oct", "ноя қар nov", "дек жел dec",
        ),
        1,
    )
    for beginning in beginnings.split()
}  # fmt: skip
META = (
    "article:published_time", "og:published_time", "datepublished", "date.published", "dc.date.issued",
    "dcterms.created", "dc.date", "pubdate", "publishdate", "publish_date", "publish-date", "mediator_published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
PRINTED = re.compile(
    r"(?:дата\s+)?(?:печати|распечат\w+)\s*:|printed\s+(?:on|at)\b|print\s+date|басып\s+шығар\w+\s+күн\w*",
    re.IGNORECASE,
)
OF_PRINTING = "//*[contains(@class, 'print-date') or contains(@class, 'print_date') or contains(@class, 'printed')]"
SCRIPTS = "//script[@type='application/ld+json']"
OFFICIAL = "//*[@itemprop='datePublished']"
MOST_LINKED = 200_000  # characters of linked data that are parsed


def page_day(tree: markup.HtmlElement, url: str | None = None) -> str | None:
    """Return the ISO day of publication that a page declares, None where it tells none."""
    for told in _declared(tree):
        if day := day_of(told):
            return day
    _forget_printing(tree)
    try:
        found = find_date(tree, url=url, original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    except Exception:  # a library's guess from any markup; the page is as good without a date
        return None
    return day_of(found) if found else None


def day_of(text: str) -> str | None:
    """Return the ISO day that a text begins with or writes out, None where there is none that a calendar has.

    "2022-01-24T01:30:00+06:00", "24.01.2022, 10:15", "24 января 2022", "2022 жылғы 24 қаңтар" → "2022-01-24".
    """
    if found := DAY.match(text):
        return _iso(found[1], found[2], found[3])
    if found := DOTTED.search(text):
        return _iso(found[3], found[2], found[1])
    if (found := KAZAKH.search(text)) and (month := MONTHS.get(found[3][:3].lower())):
        return _iso(found[1], month, found[2])
    if (found := WORDED.search(text)) and (month := MONTHS.get(found[2][:3].lower())):
        return _iso(found[3], month, found[1])
    return None


def _iso(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _declared(tree: markup.HtmlElement) -> Iterator[str]:
    """Yield what a page declares as its time of publication, the surest first."""
    for script in tree.xpath(SCRIPTS):
        yield from _linked_days(script.text or "")
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        metas.setdefault(name.lower(), meta.get("content") or "")
    yield from (metas[name] for name in META if name in metas)
    for element in tree.xpath(OFFICIAL):
        yield element.get("datetime") or element.get("content") or _text(element)
    for element in tree.xpath("(//article//time | //main//time)[@datetime]"):
        yield element.get("datetime") or ""


def _linked_days(text: str) -> list[str]:
    """Return the values of "datePublished" in linked data (JSON-LD), whatever the nesting."""
    if len(text) > MOST_LINKED:
        return []
    try:
        waiting: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return re.findall(r'"datePublished"\s*:\s*"([^"]{8,40})"', text)
    days = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get("datePublished"), str):
                days.append(one["datePublished"])
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return days


def _forget_printing(tree: markup.HtmlElement) -> None:
    """Take the day of printing out of a page."""
    for element in tree.xpath(OF_PRINTING):
        element.clear()
    for element in list(tree.iter(etree.Element)):
        if len(element) == 0 and element.text and len(element.text) < 120 and PRINTED.search(element.text):
            element.text = ""


def _text(element: markup.HtmlElement) -> str:
    return " ".join(element.itertext())[:200]
