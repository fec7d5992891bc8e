"""All pages of a site in one language.

`build(...)` is the room's table of contents: each module has `pages(site) -> Iterator[Page]`. Assets go
along unchanged below /assets/, and each chart that can be made live brings its JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import ledger, sentences, theme
from generator.catalogue import Catalogue
from generator.figures.kept import FOLDER as CHARTS
from generator.model import Artefact, Project, Results
from generator.model_card import SQUARE, WIDE, Card
from generator.pages import (
    about,
    corrections,
    data,
    editor,
    embed,
    feeds,
    guide,
    home,
    impact,
    indicator,
    listing,
    method,
    overall,
    plans,
    releases,
    reviews,
    search,
    share,
    societies,
    status,
    stories,
    structured,
)
from generator.pages.assets import branded, versions
from generator.pages.cards import text_card
from generator.pages.chrome import chrome
from generator.pages.site import TESTS, Site, template_globals
from generator.render import Page, Renderer, body_of

__all__ = ["Edition", "build", "chrome", "edition"]

_ROOMS = (
    *(home, plans, listing, indicator, societies, stories, overall, impact, reviews),
    *(status, method, data, releases, corrections, feeds, about),
)


Address = Callable[[Card, bool], str]
"""The path below the site's root that a card (wide or square) will have."""


SQUARES = ("home", "indicator", "plan", "story")
"""Kinds of cards that come in a square form too, to keep and to post by hand."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All files of one language, and the cards that its pages point to (True: the square form too)."""

    artefacts: list[Artefact]
    cards: tuple[tuple[Card, bool], ...]

    @property
    def charts(self) -> list[Artefact]:
        """The charts to keep, as SVG; pages point to a PNG beside each."""
        return [file for file in self.artefacts if file.path.startswith(f"{CHARTS}/")]


def build(
    project: Project,
    results: Results,
    lang: str,
    catalogue: Catalogue,
    assets: Mapping[str, bytes],
    theme_folders: Sequence[Path] = (),
) -> list[Artefact]:
    """The files of `edition`, without cards."""
    return edition(project, results, lang, catalogue, assets, theme_folders).artefacts


def edition(
    project: Project,
    results: Results,
    lang: str,
    catalogue: Catalogue,
    assets: Mapping[str, bytes],
    theme_folders: Sequence[Path] = (),
    address: Address | None = None,
) -> Edition:
    """Markdown files of every page, static files and chart data, sorted by path; and the cards.

    `assets`: path below /assets/ → bytes (`theme.assets`). `theme_folders`: where templates are looked
    for, first one wins (`theme.folders`; default: the packaged theme). `address`: where a card will be;
    without it no page points to one.
    """
    voice = sentences.for_language(lang, project.site.fiscal_year_start)
    catalogue = catalogue.speaking_of(project.site)
    static = branded(assets, project)
    changed = ledger.corrections(project, results)
    site = Site(project, results, lang, catalogue, voice, versions(static), changed, address)
    renderer = Renderer(theme_folders or theme.folders(), catalogue, template_globals(site), TESTS)
    carded = (_with_card(page, site) for room in _ROOMS for page in room.pages(site))
    drawn = [embed.offered(share.with_bar(page, site, SQUARES), site) for page in carded]
    drawn += guide.pages(site, theme.files(theme_folders or theme.folders(), f"guide/{lang}"))
    first = next((page.card for page in drawn if page.path == "index.md"), None)
    made = [renderer.page(_versioned(_pictured(page, first, site), site)) for page in drawn]
    found = _with_card(search.page(site, _bodies(drawn, made)), site)
    drawn.append(found)
    made.append(renderer.page(_versioned(_pictured(found, first, site), site)))
    made += [file for page in drawn for file in page.files]
    made += [renderer.page(_versioned(page, site)) for page in embed.pages(site)]
    made += editor.files(site)
    cards = [(page.card, False) for page in drawn if page.card]
    cards += [(page.card, True) for page in drawn if page.card and page.card.kind in SQUARES]
    files = sorted([*made, *static], key=lambda artefact: artefact.path)
    return Edition(files, tuple(cards) if address else ())


def _bodies(drawn: Sequence[Page], made: Sequence[Artefact]) -> tuple[search.Drawn, ...]:
    """Each page with its HTML, as the search reads it."""
    return tuple((page, body_of(file.content)) for page, file in zip(drawn, made, strict=True))


def _with_card(page: Page, site: Site) -> Page:
    """A page of the first level has a card, its own or one of its title and description."""
    if page.card is not None or "/" in page.path.removesuffix("/index.md"):
        return page
    slug = page.url.strip("/").replace("/", "-")
    return replace(page, card=text_card(site, "page", slug, page.title, page.description, page.sample))


def _pictured(page: Page, first: Card | None, site: Site) -> Page:
    """The page with its card's address in its facts (that of the home page where it has none), with the
    days that are its own, and with what it is about."""
    card = page.card or first
    facts = dict(structured.days(page, site))
    if card is None or site.address is None:
        return replace(page, extra={**page.extra, **facts, "structured": structured.written(page, site, "")})
    picture = site.address(card, False)
    facts |= {
        "structured": structured.written(page, site, f"{structured.home(site)}{picture}"),
        "card": picture,
        "card_alt": card.alt,
        "card_width": str(WIDE[0]),
        "card_height": str(WIDE[1]),
    }
    if page.card is not None and card.kind in SQUARES:
        facts["card_square"] = site.address(card, True)
        facts["card_square_width"] = str(SQUARE[0])
    return replace(page, extra={**page.extra, **facts})


def _versioned(page: Page, site: Site) -> Page:
    """The page with the versions of its scripts and style sheets in their addresses."""
    scripts, styles = (tuple(site.asset(path) for path in paths) for paths in (page.scripts, page.styles))
    return replace(page, scripts=scripts, styles=styles)
