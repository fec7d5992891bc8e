"""What stories can be filtered by, and the address of each filter's page.

A filter page exists for every value that a public story has, and for no other. Words of the stories
(industry, theme) are written in any script, so their addresses are made of a hash of the word: it
stays when another story comes or goes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model_story import Story
from generator.pages import story_cards
from generator.pages.site import Site, numbered

HASH = 8
"""Letters of the hash that stands for a word."""
DATA = "stories/stories.json"
"""What the script filters in; read when a reader first filters."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: `slug` in addresses, `label` for readers, its stories newest first."""

    facet: str
    slug: str
    label: str
    stories: tuple[Story, ...]

    @property
    def address(self) -> str:
        return choice_address(self.facet, self.slug)


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by. `listed`: readers may choose it in the gallery; the others are only
    linked from where they belong."""

    name: str
    choices: tuple[Choice, ...]
    listed: bool = True


def choice_address(facet: str, slug: str) -> str:
    """Where a filter's page is, below the site's root."""
    return f"stories/{facet}/{slug}/"


def word_slug(word: str) -> str:
    """The address of a word: the same for the same word, however wide its letters are."""
    return hashlib.sha256(_plain(word).encode()).hexdigest()[:HASH]


def _plain(word: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", word).split())


Key = tuple[str, str]
"""(slug, label) of a value of a story."""
Values = Callable[[Story], Iterable[Key]]


def facets(site: Site) -> tuple[Facet, ...]:
    """Everything the public stories can be filtered by, in the order readers are offered it."""
    found = (
        _facet(site, "plan", _plans(site)),
        _facet(site, "theme", lambda s: _word(s.theme), ordered=False),
        _facet(site, "society", _societies(site)),
        _facet(site, "industry", lambda s: _word(s.industry), ordered=False),
        _facet(site, "year", lambda s: [(str(s.fiscal_year), site.year(s.fiscal_year))]),
        _facet(site, "indicator", _indicators(site), listed=False),
    )
    return tuple(facet for facet in found if facet.choices)


def _facet(site: Site, name: str, values: Values, listed: bool = True, ordered: bool = True) -> Facet:
    """The facet with the values of all stories; in the order of the project, or of the words."""
    labels: dict[str, str] = {}
    stories: dict[str, list[Story]] = {}
    for story in site.project.stories:
        for slug, label in values(story):
            labels.setdefault(slug, label)
            stories.setdefault(slug, []).append(story)
    choices = [Choice(name, slug, labels[slug], tuple(stories[slug])) for slug in labels]
    order = _order(site, name) if ordered else {}
    choices.sort(key=lambda c: (order.get(c.slug, 0), c.label, c.slug))
    return Facet(name, tuple(choices), listed)


def _order(site: Site, name: str) -> Mapping[str, int]:
    """Where a value stands in the project: plans, societies, indicators; years newest first."""
    if name == "year":
        return {str(s.fiscal_year): -s.fiscal_year for s in site.project.stories}
    slugs = {
        "plan": [p.slug for p in site.project.plan.plans],
        "society": [s.slug for s in site.project.societies],
        "indicator": [r.indicator.slug for r in site.results.indicators],
    }
    return {slug: at for at, slug in enumerate(slugs[name])}


def _word(word: str) -> list[Key]:
    return [(word_slug(word), _plain(word))] if word.strip() else []


def _plans(site: Site) -> Values:
    plan_of = {r.indicator.id: r.plan_id for r in site.results.indicators}
    plans = {p.id: (p.slug, p.title) for p in site.project.plan.plans}

    def values(story: Story) -> Iterator[Key]:
        for plan_id in dict.fromkeys(plan_of[i] for i in story.indicators if i in plan_of):
            yield plans[plan_id]

    return values


def _societies(site: Site) -> Values:
    slugs = {s.name: s.slug for s in site.project.societies}
    return lambda story: [(slugs[story.society], story.society)] if story.society in slugs else []


def _indicators(site: Site) -> Values:
    own = {r.indicator.id: (r.indicator.slug, numbered(r.indicator)) for r in site.results.indicators}
    return lambda story: [own[i] for i in dict.fromkeys(story.indicators) if i in own]


def data(site: Site, offered: Iterable[Facet]) -> bytes:
    """All stories with their values of every facet, for the script: what a card shows, no more."""
    values: dict[str, dict[str, list[str]]] = {story.slug: {} for story in site.project.stories}
    for facet in offered:
        for choice in facet.choices:
            for story in choice.stories:
                values[story.slug].setdefault(facet.name, []).append(choice.slug)
    told = [_entry(story_cards.card(site, s), values[s.slug]) for s in site.project.stories]
    return (json.dumps({"stories": told}, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _entry(card: story_cards.Card, values: Mapping[str, list[str]]) -> Mapping[str, object]:
    picture = card.photo.picture
    return {
        "address": card.address,
        "title": card.story.title,
        "summary": card.summary,
        "facts": card.facts,
        "sample": card.story.sample,
        "values": values,
        "photo": picture.address,
        "widths": [width for width in picture.widths if width <= story_cards.WIDEST_IN_LIST],
        "jpeg": picture.fallback_width,
        "shape": card.photo.shape,
        "alt": picture.alt,
        "width": picture.width,
        "height": picture.height,
    }
