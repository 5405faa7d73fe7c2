"""Days and periods, as precise as they are known: "24.01.2022", "январь–ноябрь 2021", "2022 жылғы I тоқсан"."""

from datetime import date

from babel.dates import format_date

from extract.model import Language, Period
from handlers.locales import say

BABEL = {"ru": "ru", "kk": "kk", "en": "en"}
QUARTERS = {("01", "03"): 1, ("04", "06"): 2, ("07", "09"): 3, ("10", "12"): 4}
ROMAN = ("", "I", "II", "III", "IV")
DASH = "–"


def short_date(iso: str | None, language: Language) -> str:
    """Return a date of publication: "24.01.2022", "24 Jan 2022", "12.2010", "2010"; "без даты" for None."""
    if not iso:
        return say(language, "source.no_date")
    if len(iso) == 4:
        return iso
    if len(iso) == 7:
        return _format(iso + "-01", "MMM yyyy" if language == "en" else "MM.yyyy", language)
    return _format(iso[:10], "d MMM yyyy" if language == "en" else "dd.MM.yyyy", language)


def long_date(iso: str, language: Language) -> str:
    """Return a day in words: "24 января 2022", "2022 жылғы 24 қаңтар", "24 January 2022"; a month or year likewise."""
    if len(iso) == 4:
        return say(language, "period.year", year=iso)
    if len(iso) == 7:
        return say(language, "period.month", month=month(iso, language), year=iso[:4])
    return _format(iso[:10], "yyyy 'жылғы' d MMMM" if language == "kk" else "d MMMM yyyy", language)


def period(value: Period, language: Language) -> str:
    """Return a period: "2021", "январь–ноябрь 2021", "I квартал 2022", "2021–2025"."""
    first, last = value.first, value.last
    if len(first) != len(last):
        return f"{short_date(first, language)} {DASH} {short_date(last, language)}"
    if len(first) == 4:
        if first == last:
            return say(language, "period.year", year=first)
        return say(language, "period.years", first=first, last=last)
    if is_whole_year(value):
        return say(language, "period.year", year=first[:4])
    if len(first) == 10:
        if first == last:
            return long_date(first, language)
        return f"{short_date(first, language)} {DASH} {short_date(last, language)}"
    return _months(value, language)


def asked_period(value: Period, language: Language) -> str:
    """Return a period as it stands behind "за": "2023 год", "январь–ноябрь 2021"."""
    first, last = value.first, value.last
    if is_whole_year(value):
        return say(language, "period.for_year", year=first[:4])
    if len(first) == 4:
        return say(language, "period.for_years", first=first, last=last)
    return period(value, language)


def year_first(value: Period, language: Language) -> str:
    """Return a period for a column by year: "2022", "2023, январь–ноябрь"."""
    if is_whole_year(value) or len(value.first) == 4 or value.first[:4] != value.last[:4]:
        return value.first[:4] if is_whole_year(value) else period(value, language)
    if len(value.first) == 10:
        return period(value, language)
    months = dict.fromkeys((month(value.first, language), month(value.last, language)))
    return say(language, "period.within_year", year=value.first[:4], months=DASH.join(months))


def is_whole_year(value: Period) -> bool:
    """Tell whether a period is one year from its first day to its last."""
    return value.first_day[5:] == "01-01" and value.last_day == f"{value.first[:4]}-12-31"


def month(iso: str, language: Language) -> str:
    """Return the name of a month, small in Russian and Kazakh: "январь", "қаңтар", "January"."""
    name = _format(f"{iso[:7]}-01", "LLLL", language)
    return name if language == "en" else name.lower()


def _months(value: Period, language: Language) -> str:
    first, last = value.first, value.last
    year = first[:4]
    if first == last:
        return say(language, "period.month", month=month(first, language), year=year)
    names = {"first": month(first, language), "last": month(last, language)}
    if year != last[:4]:
        return say(language, "period.far_months", first_year=year, last_year=last[:4], **names)
    if quarter := QUARTERS.get((first[5:], last[5:])):
        return say(language, "period.quarter", quarter=ROMAN[quarter], number=quarter, year=year)
    return say(language, "period.months", year=year, **names)


def _format(iso: str, pattern: str, language: Language) -> str:
    return format_date(date.fromisoformat(iso), pattern, locale=BABEL[language])
