"""Surnames in whatever case and spelling: forms by which people are looked up, and whether two names may be one."""

from itertools import takewhile

from rapidfuzz.distance import OSA

from extract.words.inflect import fold
from extract.words.spelling import skeleton

SHORTEST = 4  # letters that two forms of a surname share
WRITTEN = ("", *"ауеиюя", "ым", "им", "ом", "ой", "ого", "ому", "ем", "ия", "ии", "ий", "ая", "ую")
CASE_ENDINGS = tuple(dict.fromkeys((*WRITTEN, *map(skeleton, WRITTEN))))


def surname_forms(name: str, *, spelled: bool = False) -> frozenset[str]:
    """Return a surname with each ending left off that may be one of case; two that may be one share a form.

    `spelled`: as it is written, so that "Эрланов" and "Ерланов" share none.
    """
    surname = "".join((fold(name) if spelled else skeleton(name)).split()[-1:])
    stems = {surname.removesuffix(ending) for ending in CASE_ENDINGS}
    return frozenset(stem for stem in stems if len(stem) >= SHORTEST) | ({surname} if surname else frozenset())


def same_person(asked: str, known: str) -> bool:
    """Tell whether a name, perhaps only a surname in some case, may be that of a known person.

    Where both names give a first name, those must not contradict.
    """
    ours, theirs = skeleton(asked).split(), skeleton(known).split()
    if not ours or not theirs or not _same_surname(ours[-1], theirs[-1]):
        return False
    if len(ours) == 1 or len(theirs) == 1:
        return True
    return OSA.distance(ours[0], theirs[0]) <= max(1, len(theirs[0]) // 4)


def _same_surname(asked: str, known: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(asked, known, strict=False)))
    endings = (asked[shared:], known[shared:])
    return asked == known or (shared >= SHORTEST and all(ending in CASE_ENDINGS for ending in endings))
