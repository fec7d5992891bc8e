"""One story: photo, the person's own words, what was before and what came of it, and where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Measure, Plan
from generator.model_story import Story
from generator.pages import cards, story_cards, story_text, structured
from generator.pages.site import Site
from generator.pages.story_cards import STYLE
from generator.pages.story_filters import choice_address, word_slug
from generator.render import Html, Page

OWN_STYLE = "assets/css/story.css"
DESCRIPTION = 140
"""Characters of the description of a story's page."""
LONG_FIGURE = 12
"""Letters from which a line of 数字で見る is set smaller."""
STEPS = ("before", "support", "result")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about a story; `href` below the site's root, empty without a page."""

    key: str
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of 数字で見る."""

    label: str
    text: Html
    long: bool


@dataclass(frozen=True, slots=True)
class Belongs:
    """A measure of the plan that the story's indicators stand in."""

    plan: Plan
    measure: Measure
    name: str


def page(site: Site, story: Story) -> Page:
    summary = story_cards.summary(site, story)
    results = tuple(r for r in site.results.indicators if r.indicator.id in story.indicators)
    description = story_cards.shortened(summary or story.title, DESCRIPTION)
    return Page(
        path=f"stories/{story.slug}.md",
        template="story.md.j2",
        title=story.title,
        description=description,
        section="stories",
        sample=story.sample,
        card=cards.story_card(site, story, description),
        about=(structured.article(site, story, description),),
        share_text=story_cards.plain(site, story, story.sns_text.strip()),
        styles=(STYLE, OWN_STYLE),
        context={
            "story": story,
            "crumbs": ((site.word("stories.title"), "stories/"), (story.title, "")),
            "photo": story_cards.photo(story.picture),
            "facts": tuple(_facts(site, story)),
            "lead": _told(site, story, story.summary),
            "quote": _told(site, story, story.quote),
            "steps": tuple((key, _told(site, story, text)) for key, text in _steps(story)),
            "figures": tuple(_figure(site, story, n.label, n.text) for n in story.numbers),
            "body": story_text.html(story, site),
            "impact": _told(site, story, story.impact),
            "results": results,
            "measures": _measures(site, story),
            "related": story_cards.cards(site, story_cards.related(site, story)),
        },
    )


def _facts(site: Site, story: Story) -> Iterator[Fact]:
    """Society, place, industry, theme, year: those that are known, each with the stories like it."""
    society = story_cards.society(site, story.society)
    if story.society:
        yield Fact("society", story.society, f"societies/{society.slug}/" if society else "")
    if story.place:
        yield Fact("place", story.place, "")
    for key, word in (("industry", story.industry), ("theme", story.theme)):
        if word.strip():
            yield Fact(key, word, choice_address(key, word_slug(word)))
    yield Fact("year", site.year(story.fiscal_year), choice_address("year", str(story.fiscal_year)))


def _steps(story: Story) -> Iterator[tuple[str, str]]:
    for key in STEPS:
        text: str = getattr(story, key)
        if text.strip():
            yield key, text


def _figure(site: Site, story: Story, label: str, text: str) -> Figure:
    said = story_cards.plain(site, story, text)
    return Figure(label, _told(site, story, text), len(said) > LONG_FIGURE)


def _told(site: Site, story: Story, text: str) -> Html:
    """A text of the front matter as it is shown: escaped, its placeholders as published numbers."""
    return story_text.line(text.strip(), story, site)


def _measures(site: Site, story: Story) -> tuple[Belongs, ...]:
    """The measures of the story's indicators, each once, in the order of the plan."""
    found = [r for r in site.results.indicators if r.indicator.id in story.indicators]
    places = dict.fromkeys((r.plan_id, r.measure_id) for r in found if r.measure_id)
    return tuple(_belongs(site, plan_id, measure_id) for plan_id, measure_id in places)


def _belongs(site: Site, plan_id: str, measure_id: str) -> Belongs:
    measure = site.measure(plan_id, measure_id)
    return Belongs(site.plan(plan_id), measure, site.measure_name(measure))
