"""Whom a person or a body speaks for: "министр торговли Казахстана" → Казахстан, "президент KIA" → KIA."""

import re
from functools import cache

from extract.data import load
from extract.names.organisations import canonical_organisation
from extract.names.parties import find_parties
from extract.names.places import find_places

EXAMPLES = {
    "посол Казахстана в Иране": "Казахстан",
    "губернатор Санкт-Петербурга": "Санкт-Петербург",
    "аким Костанайской области": "Костанайская область",
    "генеральный директор КАМАЗа": "КАМАЗ",
}
NOT_EXAMPLES = ["министр", "первый заместитель министра торговли"]


@cache
def side_of(role: str | None) -> str | None:
    """Return the party, region, town or organisation that the title of a post names, None where it names none."""
    if not role:
        return None
    places = find_places(role)
    parties = find_parties(role)
    if parties and not (places and places[0][0].start < parties[0][0].start):
        return parties[0][1]
    if places:
        return places[0][1].name
    name = re.search(r"(?<!^)[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ][\w’'«»\"-]*(?:[ &.,]+[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ&][\w’'«»\"-]*)*", role)
    return canonical_organisation(name.group()) if name and name.group() not in load("agreements")["bodies"] else None


def opposed(role: str | None, other: str | None) -> bool:
    """Tell whether two posts may stand for two sides: they name different ones, or one of them none."""
    first, second = side_of(role), side_of(other)
    return first is None or second is None or first != second
