"""Invented articles with facts, as many as wanted, out of the names and words of the data.

The same seed gives the same records. Common places, partners and years come far more often than rare ones, as in news.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import accumulate
from random import Random

from extract.data import load
from extract.model import (
    Agreement,
    Article,
    Evidence,
    Fact,
    Flow,
    Found,
    Investment,
    Meeting,
    Money,
    Period,
    Person,
    Place,
    Project,
    Quantity,
    Span,
    Stage,
    Trade,
)
from extract.names.places import ancestors, records
from extract.words.inflect import decline, genitive

HOME = "Казахстан"
FACTS = 5  # in an article
Traits = tuple[tuple[str, str], ...]
YEARS = range(2012, 2026)
ENDINGS = ("строй", "агро", "мунай", "тех", "групп", "сервис", "транс", "энерго", "пласт", "металл")
STAGES: tuple[Stage, ...] = ("planned", "agreed", "under_construction", "launched", "operating")
FLOWS: tuple[Flow, ...] = ("turnover", "export", "import")


@dataclass(frozen=True, slots=True)
class Made:
    """A fact with what can be asked of it: pairs such as ("place", "Костанай"); places with what they lie in."""

    found: Found
    traits: Traits


@dataclass(frozen=True, slots=True)
class Words:
    """The names that records are made of, the common ones first."""

    towns: tuple[Place, ...]
    partners: tuple[str, ...]
    products: tuple[str, ...]  # adjectives
    heads: tuple[str, ...]  # nouns of the masculine gender
    companies: tuple[str, ...]
    people: tuple[str, ...]


@cache
def words() -> Words:
    """Return the names of the data that records are made of."""
    places = records()
    given = [name for name in load("people_names")["given"].split() if len(name) > 3 and name[-1] not in "аеиоуыэюяйьь"]
    adjectives = [row["ru"] for row in load("project_glossary")["glossary"] if "ru" in row]
    heads = [row["ru"] for row in load("projects")["heads"] if row["gender"] == "m" and row["ru"].isalpha()]
    return Words(
        towns=tuple(p for p in places if p.kind == "settlement" and p.country in (HOME, "Россия") and len(p.name) > 4),
        partners=tuple(p.name for p in places if p.kind == "country" and p.name != HOME and len(p.name) > 4),
        products=tuple(dict.fromkeys(one for one in adjectives if one.isalpha() and one.endswith(("ый", "ий")))),
        heads=tuple(dict.fromkeys(heads)),
        companies=tuple(name + ending for name in given for ending in ENDINGS),
        people=tuple(f"{first} {last}{ending}" for first in given for last in given for ending in ("ов", "баев")),
    )


@cache
def _weights(count: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 3) for rank in range(count)))


def _pick(random: Random, names: Sequence[str]) -> str:
    return random.choices(names, cum_weights=_weights(len(names)))[0]


def articles(count: int, seed: int) -> Iterator[tuple[Article, list[Made]]]:
    """Yield articles that state `count` facts in all."""
    random = Random(seed)
    for number in range(0, count, FACTS):
        published = f"{random.choice(YEARS)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        made: list[Made] = []
        text = ""
        while len(made) < min(FACTS, count - number):
            fact, sentence, traits = _KINDS[random.choices(range(len(_KINDS)), (8, 6, 4, 3, 2))[0]](random, published)
            if any(fact == other.found.fact for other in made):
                continue
            span = Span(len(text), len(text) + len(sentence))
            evidence = (Evidence(span, sentence, "made"),)
            made.append(Made(Found(fact, evidence, random.choice((0.7, 0.8, 0.9))), (("kind", fact.kind), *traits)))
            text += f"{sentence} "
        title = made[0].found.evidence[0].quote.rstrip(".")
        yield Article(f"made-{number}", text, f"https://news.example/{number}", title, published, "ru"), made


def _year_of(random: Random, published: str) -> str:
    return str(int(published[:4]) - random.choice((0, 1, 1, 2)))


def _millions(random: Random) -> Money:
    return Money(Decimal(round(10 ** random.gauss(1.7, 0.8), 1)).quantize(Decimal("0.1")) * 1_000_000, "USD")


def _trade(random: Random, published: str) -> tuple[Fact, str, Traits]:
    partner, year, amount = _pick(random, words().partners), _year_of(random, published), _millions(random)
    period = year
    if random.random() < 0.2:
        month = random.randint(1, 12)
        period = f"{year}-{month:02}"
    flow = random.choices(FLOWS, (3, 1, 1))[0]
    growth = Decimal(random.randint(1, 60)) if random.random() < 0.5 else None
    fact = Trade(parties=(HOME, partner), flow=flow, amount=amount, growth_pct=growth, period=Period(period, period))
    told = {"turnover": "Товарооборот", "export": "Экспорт", "import": "Импорт"}[flow]
    quote = f"{told} Казахстана и {genitive(partner)} за {period} составил {amount.amount / 1_000_000} млн долларов."
    return fact, quote, (("party", partner), ("flow", flow), ("year", year))


def _project(random: Random, published: str) -> tuple[Fact, str, Traits]:
    known = words()
    town = random.choices(known.towns, cum_weights=_weights(len(known.towns)))[0]
    product, head, company = _pick(random, known.products), _pick(random, known.heads), random.choice(known.companies)
    start = int(_year_of(random, published))
    fact = Project(
        name=f"{product} {head}",
        places=(town.name,),
        stage=random.choice(STAGES),
        capacities=(Quantity(Decimal(random.randint(1, 900)) * 1000, "тонна", "year"),),
        cost=_millions(random) if random.random() < 0.7 else None,
        jobs=random.randint(20, 2000) if random.random() < 0.6 else None,
        start=start,
        end=start + random.randint(0, 4),
        participants=(f"ТОО «{company.capitalize()}»",),
    )
    where = decline(town.name)[5][0]
    quote = f"{product.capitalize()} {head} в {where} строит ТОО «{company.capitalize()}», сообщил аким."
    places = tuple(("place", name) for name in (town.name, *ancestors(town)))
    return fact, quote, (*places, ("product", product), ("head", head), ("company", company))


def _agreement(random: Random, published: str) -> tuple[Fact, str, Traits]:
    known = words()
    partner, product, head = _pick(random, known.partners), _pick(random, known.products), _pick(random, known.heads)
    what = f"{product} {head}"
    fact = Agreement(
        name=f"меморандум о проекте «{what}»",
        form="memorandum",
        parties=(HOME, partner),
        amount=_millions(random) if random.random() < 0.4 else None,
        date=published if random.random() < 0.5 else None,
    )
    quote = f"Казахстан и {partner} подписали меморандум о проекте «{what}»."
    return fact, quote, (("party", partner), ("product", product), ("head", head), ("form", "memorandum"))


def _meeting(random: Random, published: str) -> tuple[Fact, str, Traits]:
    known = words()
    one, other = random.sample(range(len(known.people)), 2)
    people = (known.people[one], known.people[other])
    product = _pick(random, known.products)
    fact = Meeting(
        people=(Person(people[0], "министр"), Person(people[1], "посол")), date=published, topics=(f"{product} рынок",)
    )
    quote = f"{people[0]} и {people[1]} обсудили {product} рынок."
    surnames = tuple(("person", name.split()[-1]) for name in people)
    return fact, quote, (*surnames, ("product", product))


def _investment(random: Random, published: str) -> tuple[Fact, str, Traits]:
    partner, year, amount = _pick(random, words().partners), _year_of(random, published), _millions(random)
    fact = Investment(source=(partner,), target=(HOME,), amount=amount, period=Period(year, year))
    quote = f"Инвестиции из {genitive(partner)} за {year} год достигли {amount.amount / 1_000_000} млн долларов."
    return fact, quote, (("party", partner), ("year", year))


_KINDS = (_project, _trade, _agreement, _meeting, _investment)
