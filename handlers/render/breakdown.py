"""Projects by stage or by region: how many in each group, in words and as a chart."""

from typing import Literal

from extract.names.places import place_named
from handlers.charts.projects import groups_chart
from handlers.keyboards import Button, in_rows
from handlers.render.enquiry import Enquiry, single
from handlers.render.groups import by_region, by_stage, group_rows, projects_of, regions_of
from handlers.render.lists import pools_note
from handlers.render.parts import Message, bold, fit, plain
from handlers.render.subject import counted, heading, subject
from handlers.wording.numbers import number

Way = Literal["region", "stage"]
WAYS: tuple[Way, ...] = ("region", "stage")  # also the views of an answer that show it


def breakdown_message(enquiry: Enquiry, way: Way) -> Message:
    """Return the projects of an answer by `way`; where not all are at hand, that the question is too wide."""
    voice = enquiry.voice
    if not enquiry.all_there:
        return Message(voice.say("answer.too_many", number=number(len(enquiry.answer.hits), voice.language)))
    projects = projects_of(enquiry)
    groups = by_region(projects, voice) if way == "region" else by_stage(projects, voice)
    title = heading(subject(enquiry.query, voice), counted(len(projects), "project", voice), voice)
    hits = [thing.hit for thing in single(enquiry.things)]
    chart = groups_chart(plain(title), voice.say(f"chart.by_{way}"), groups, hits, voice)
    shared = way == "region" and any(len(regions_of(project)) > 1 for project in projects)
    notes = [*([voice.say("answer.counted_in_each")] if shared else []), *pools_note(enquiry)]
    other = [button for one in WAYS if one != way for button in way_button(enquiry, one)]
    text = fit([bold(title), *group_rows(groups, voice), *notes])
    return Message(text, in_rows([*other, *enquiry.list_button()]), chart)


def way_button(enquiry: Enquiry, way: Way) -> list[Button]:
    """Return the button that shows the projects by `way`, where they differ in it."""
    projects = projects_of(enquiry)
    different = {project.stage for project in projects} if way == "stage" else set(map(regions_of, projects))
    return enquiry.view_button(enquiry.voice.say(f"button.by_{way}"), way) if len(different) > 1 else []


def first_way(enquiry: Enquiry) -> Way:
    """Return what a chart of the projects is to show first: regions, where the question is not about one."""
    asked = [place.kind for name in enquiry.query.places for place in place_named(name)[:1]]
    narrow = any(kind != "country" for kind in asked)
    return "stage" if narrow or not way_button(enquiry, "region") else "region"
