"""Projects in groups: by stage, and by the region they lie in."""

from collections.abc import Sequence

from extract.model import Project
from extract.names.display import display_name
from extract.names.places import place_named
from handlers.render.enquiry import Enquiry, single
from handlers.render.parts import Voice, cut, safe
from handlers.wording.names import HOME
from handlers.wording.numbers import number

STAGES = ("launched", "operating", "under_construction", "agreed", "planned", "suspended", "cancelled", None)
NAMES_OF_A_GROUP = 3
SHORT_NAME = 40
Group = tuple[str, list[Project]]


def projects_of(enquiry: Enquiry) -> list[Project]:
    """Return the single projects of an answer; portfolios are not counted as projects."""
    return [thing.fact for thing in single(enquiry.things) if isinstance(thing.fact, Project)]


def by_stage(projects: Sequence[Project], voice: Voice) -> list[Group]:
    """Return projects by stage, the finished ones first; only stages that any is in."""
    groups = [(stage, [one for one in projects if one.stage == stage]) for stage in STAGES]
    return [(voice.say(f"stage_count.{stage or 'none'}"), found) for stage, found in groups if found]


def by_region(projects: Sequence[Project], voice: Voice) -> list[Group]:
    """Return projects by region, the largest group first, those without one last; abroad, the country stands for it.

    A project that lies in several regions is counted in each.
    """
    groups: dict[str, list[Project]] = {}
    for project in projects:
        for region in regions_of(project) or ("",):
            groups.setdefault(region, []).append(project)
    ordered = sorted(groups.items(), key=lambda one: (not one[0], -len(one[1]), one[0]))
    return [(region_name(region, voice), found) for region, found in ordered]


def regions_of(project: Project) -> tuple[str, ...]:
    """Return the regions of a project at home, or the cities that belong to none; the countries of one abroad."""
    places = [place for name in project.places for place in place_named(name)[:1]]
    home = [place.region or place.name for place in places if place.country == HOME]
    abroad = [place.country or place.name for place in places if HOME not in (place.country, place.name)]
    return tuple(dict.fromkeys(home or abroad))


def region_name(region: str, voice: Voice) -> str:
    """Return how a group of `by_region` is called."""
    return display_name(region, voice.language) if region else voice.say("answer.region_unknown")


def group_rows(groups: Sequence[Group], voice: Voice) -> list[str]:
    """Return a line a group: how many there are, and the names of some."""
    rows = []
    for label, found in groups:
        names = [safe(cut(one.name, SHORT_NAME)) for one in found[:NAMES_OF_A_GROUP]]
        more = ["…"] if len(found) > NAMES_OF_A_GROUP else []
        rows.append(f"{safe(label)}: {number(len(found), voice.language)} — {', '.join(names + more)}")
    return rows
