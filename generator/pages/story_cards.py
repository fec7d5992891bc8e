"""Stories as cards: what a list of them shows, and which stories belong to a page.

Photos come in several widths; the page names all of them and how wide the photo will stand, and the
browser takes the smallest that is sharp enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator import story_numbers
from generator.model import Society
from generator.model_story import Picture, Story
from generator.pages.prose import opening
from generator.pages.site import Site

STYLE = "assets/css/stories.css"
"""The style sheet of every page that shows a card."""
MOST = 3
"""Cards on a page about something else."""
SHORT = 64
"""Characters of a summary on a card."""
WIDEST_IN_LIST = 800
"""Pixels of the widest photo that a card offers the browser."""
WIDE_SHAPE, TALL_SHAPE = 1.2, 0.95
"""Width ÷ height from which a photo lies, and below which it stands."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A published photo: addresses below the site's root with their widths, and the one JPEG."""

    picture: Picture
    webp: tuple[tuple[str, int], ...]
    jpeg: str
    shape: str
    """lying, square or standing."""


@dataclass(frozen=True, slots=True)
class Card:
    """One story in a list: `facts` say when, who and in which industry, `summary` is short and plain."""

    story: Story
    address: str
    photo: Photo
    facts: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The stories of a page about something else: the newest, and where all of them are (empty
    when there are no more)."""

    cards: tuple[Card, ...]
    total: int
    more: str


def address(story: Story) -> str:
    """Where the story's page is, below the site's root."""
    return f"stories/{story.slug}/"


def photo(picture: Picture) -> Photo:
    ratio = picture.width / picture.height
    return Photo(
        picture=picture,
        webp=tuple((f"{picture.address}-{width}.webp", width) for width in picture.widths),
        jpeg=f"{picture.address}-{picture.fallback_width}.jpg",
        shape="lying" if ratio >= WIDE_SHAPE else "standing" if ratio < TALL_SHAPE else "square",
    )


def card(site: Site, story: Story) -> Card:
    facts = (site.year(story.fiscal_year), story.society, story.industry)
    return Card(
        story=story,
        address=address(story),
        photo=photo(story.picture),
        facts=tuple(fact for fact in facts if fact),
        summary=shortened(summary(site, story), SHORT),
    )


def summary(site: Site, story: Story) -> str:
    """What the story says in short, in plain words: its summary, or the beginning of its text."""
    return plain(site, story, story.summary.strip() or opening(story.body))


def plain(site: Site, story: Story, text: str) -> str:
    """The text with its placeholders as the strings that are published."""
    return story_numbers.plain_text(text, story, site.project, site.results)


def shortened(text: str, most: int) -> str:
    """The text on one line, cut after `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def cards(site: Site, stories: Iterable[Story]) -> tuple[Card, ...]:
    return tuple(card(site, story) for story in stories)


def styles(stories: Sequence[Story]) -> tuple[str, ...]:
    """The style sheets of a page that shows these stories beside other things."""
    return (STYLE,) if stories else ()


def shelf(site: Site, stories: Sequence[Story], more: str) -> Shelf:
    """The first few of `stories`; `more` is the page of all of them."""
    return Shelf(cards(site, stories[:MOST]), len(stories), more if len(stories) > MOST else "")


def of_indicator(site: Site, indicator_id: str) -> tuple[Story, ...]:
    return tuple(s for s in site.project.stories if indicator_id in s.indicators)


def of_plan(site: Site, plan_id: str) -> tuple[Story, ...]:
    """The stories of a plan's indicators."""
    ids = {r.indicator.id for r in site.of_plan(plan_id)}
    return tuple(s for s in site.project.stories if ids & set(s.indicators))


def of_society(site: Site, name: str) -> tuple[Story, ...]:
    return tuple(s for s in site.project.stories if s.society == name)


def named(site: Site, slugs: Sequence[str]) -> tuple[Story, ...]:
    """The stories of these slugs that are public, in the order they were named."""
    by_slug: Mapping[str, Story] = {story.slug: story for story in site.project.stories}
    return tuple(by_slug[slug] for slug in dict.fromkeys(slugs) if slug in by_slug)


def society(site: Site, name: str) -> Society | None:
    return next((s for s in site.project.societies if s.name == name), None)


def related(site: Site, story: Story) -> tuple[Story, ...]:
    """Other stories: of the same indicators first (more of them shared first), then of the same
    society, then of the same industry; newest first among equals."""
    own = set(story.indicators)

    def nearness(other: Story) -> tuple[int, int]:
        if shared := len(own & set(other.indicators)):
            return (0, -shared)
        if other.society and other.society == story.society:
            return (1, 0)
        return (2, 0) if other.industry and other.industry == story.industry else (3, 0)

    others = [s for s in site.project.stories if s.slug != story.slug and nearness(s)[0] < 3]
    return tuple(sorted(others, key=lambda s: (nearness(s), -s.fiscal_year, s.slug))[:MOST])
