"""Words of a question as words of facts: the same stem, the same thing by another word, a beginning, a misspelt name,
one or two typos.

The nearest tier that gives anything counts, the others are not looked at.
"""

from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlite_utils import Database

from extract.names.places import known_names
from extract.words.stems import stem, stems_of, thing_of
from storage.keys import SHORTEST_TYPO, forms_beginning, forms_like, key_id, keys_spelled
from storage.postings import has_facts
from storage.spelled import latin

CERTAINTY = {"exact": 1.0, "thing": 0.9, "latin": 0.9, "suffix": 0.8, "beginning": 0.7, "typo": 0.6, "typos": 0.4}
SHORTEST_BEGINNING = 4  # letters of a word that may stand for longer ones
SHORTEST_TWO_TYPOS = 8
CHOICES = 12  # keys that one word may stand for


@dataclass(frozen=True, slots=True)
class Term:
    """What a word of a question stands for: keys with how they were reached. No keys: no fact holds it."""

    word: str
    keys: tuple[tuple[int, str], ...]

    @property
    def certainty(self) -> float:
        return max((CERTAINTY[how] for _, how in self.keys), default=0.0)


def look_up(db: Database, word: str) -> Term:
    """Return what a folded word of a question stands for among the words of facts."""
    exact = _held(db, {key: "exact" for key in _by_stem(db, stem(word))})
    if thing := thing_of(word):
        key = key_id(db, "thing", thing)
        exact |= _held(db, {key: "thing"} if key is not None else {})
    if exact:
        return Term(word, tuple(exact.items()))
    for tier in (_by_latin, _by_suffix, _by_beginning, _by_name, _by_typo):
        if found := _held(db, tier(db, word)):
            return Term(word, tuple(found.items())[:CHOICES])
    return Term(word, ())


def _held(db: Database, keys: dict[int, str]) -> dict[int, str]:
    """Leave out keys whose facts have all been withdrawn."""
    return {key: how for key, how in keys.items() if has_facts(db, key)}


def _by_stem(db: Database, one: str) -> list[int]:
    key = key_id(db, "word", one)
    return [] if key is None else [key]


def _by_latin(db: Database, word: str) -> dict[int, str]:
    return {key: "latin" for key in keys_spelled(db, latin(word), "word")}


def _by_suffix(db: Database, word: str) -> dict[int, str]:
    return {key: "suffix" for one in stems_of(word)[1:] for key in _by_stem(db, one)}


def _by_beginning(db: Database, word: str) -> dict[int, str]:
    if len(word) < SHORTEST_BEGINNING:
        return {}
    return {key: "beginning" for _, key in forms_beginning(db, word, CHOICES)}


def _by_name(db: Database, word: str) -> dict[int, str]:
    """A slip in the name of a place or party means what bears the name, not whatever mentions it."""
    near = [form for form, (distance, _) in forms_near(db, word).items() if distance == 1 and form in known_names()]
    named = {(type_, name) for form in near for name in known_names()[form] for type_ in ("place", "party")}
    return {key: "typo" for type_, name in sorted(named) if (key := key_id(db, type_, name)) is not None}


def _by_typo(db: Database, word: str) -> dict[int, str]:
    nearest = forms_near(db, word)
    best = min((distance for distance, _ in nearest.values()), default=0)
    how = "typo" if best == 1 else "typos"
    return {key: how for distance, key in nearest.values() if distance == best}


def forms_near(db: Database, word: str) -> dict[str, tuple[int, int]]:
    """Return the forms of words of which `word` may be a typo, with the number of typos and the key.

    Known names are never a typo of each other, so that a wrong place is not answered for a right one. The stem is
    tried as well: its ending may be another than that of the facts.
    """
    nearest: dict[str, tuple[int, int]] = {}
    if word in known_names():
        return nearest
    for one in dict.fromkeys((word, stem(word))):
        most = (len(one) >= SHORTEST_TYPO) + (len(one) >= SHORTEST_TWO_TYPOS)
        candidates = {form: key for form, key in forms_like(db, one) if form[0] == one[0]} if most else {}
        near = process.extract(one, list(candidates), scorer=OSA.distance, score_cutoff=most, limit=None)
        for form, distance, _ in near:
            found = (int(distance), candidates[form])
            nearest[form] = min(found, nearest.get(form, found))
    return nearest
