"""Facts by the thing they tell of. Only facts that have something in common are compared, so many are soon grouped."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import combinations
from math import floor, log

from extract.identity import WIDEST, brands_of, same_thing, words_of_name
from extract.model import Agreement, Fact, Investment, Meeting, Money, Project, Role, Statement, Trade
from extract.people.names import surname_key
from extract.words.inflect import fold

Handle = tuple[Hashable, ...]
FIGURES = (Trade, Investment)


def group_facts(facts: Sequence[Fact]) -> list[list[int]]:
    """Return the indexes of `facts` by the thing they tell of: things in order of their first fact, facts in theirs."""
    groups: list[list[int]] = []
    group_of: dict[int, list[int]] = {}
    shelves: dict[Handle, list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        handles = _handles(fact)
        joined: list[list[int]] = []
        for other in sorted({other for handle in handles for other in shelves[handle]}):
            group = group_of[other]
            if any(group is one for one in joined) or (isinstance(fact, FIGURES) and other != group[0]):
                continue  # by many small steps 100 would come to equal 200: figures are compared with the first alone
            if same_thing(facts[other], fact):
                joined.append(group)
        joined.sort()
        group = joined[0] if joined else []
        if not joined:
            groups.append(group)
        for other_group in joined[1:]:  # the fact shows that two groups tell of one thing
            group.extend(other_group)
            groups.remove(other_group)
        group.append(index)
        group.sort()
        group_of.update(dict.fromkeys(group, group))
        for handle in handles:
            shelves[handle].append(index)
    return groups


def _handles(fact: Fact) -> set[Handle]:
    """Return what a fact has in common with any other that may tell of the same thing."""
    match fact:
        case Project():
            measured = ((one.value, one.per) for one in fact.capacities)
            named = (*words_of_name(fact.name), *brands_of(fact.name), fold(fact.name))
            cost = {("cost", fact.cost)} if fact.cost else set()
            return {("named", name) for name in named} | {("measured", one) for one in measured} | cost
        case Trade():
            figure: Handle = ("trade", fact.period, fact.status, frozenset(fact.parties))
            return {(*figure, sum_) for sum_ in _near_sums(fact.amount)}
        case Meeting():
            names = sorted({surname_key(person.name) for person in fact.people})
            there = {("met at", fact.place, name) for name in names} if fact.place else set()
            return {("met", fact)} | there | {("met", *pair) for pair in combinations(names, 2)}
        case Agreement():
            sides: Handle = ("agreed", fact.form, fact.signed, frozenset(fact.parties))
            return {(*sides, word) for word in words_of_name(fact.name) or (fold(fact.name),)}
        case Investment():
            flow: Handle = ("invested", fact.period, frozenset(fact.source), frozenset(fact.target))
            return {(*flow, sum_) for sum_ in _near_sums(fact.amount)}
        case Statement() | Role():
            return {(fact.kind, surname_key(fact.person))}


def _near_sums(money: Money | None) -> tuple[Hashable, ...]:
    """Return the step of a sum and the next one: sums that may be one are at most a step apart."""
    if money is None:
        return (None,)
    step = floor(log(max(float(money.amount), 1.0)) / log(1 / (1 - float(WIDEST))))
    return ((money.currency, step), (money.currency, step + 1))
