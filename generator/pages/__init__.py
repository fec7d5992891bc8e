"""All pages of a site in one language.

`build(...)` is the room's table of contents: each module has `pages(site) -> Iterator[Page]`. Assets go
along unchanged below /assets/, and each chart that can be made live brings its JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator import ledger, sentences, theme
from generator.catalogue import Catalogue
from generator.model import Artefact, Project, Results
from generator.pages import (
    about,
    corrections,
    data,
    home,
    impact,
    indicator,
    listing,
    method,
    overall,
    plans,
    reviews,
    societies,
    status,
)
from generator.pages.assets import branded, versions
from generator.pages.chrome import chrome
from generator.pages.site import TESTS, Site, template_globals
from generator.render import Page, Renderer

__all__ = ["build", "chrome"]

_ROOMS = (
    *(home, plans, listing, indicator, societies, overall, impact, reviews),
    *(status, method, data, corrections, about),
)


def build(
    project: Project,
    results: Results,
    lang: str,
    catalogue: Catalogue,
    assets: Mapping[str, bytes],
    theme_folders: Sequence[Path] = (),
) -> list[Artefact]:
    """Markdown files of every page, static files and chart data, sorted by path.

    `assets`: path below /assets/ → bytes (`theme.assets`). `theme_folders`: where templates are looked
    for, first one wins (`theme.folders`; default: the packaged theme).
    """
    voice = sentences.for_language(lang, project.site.fiscal_year_start)
    catalogue = catalogue.speaking_of(project.site)
    static = branded(assets, project)
    changed = ledger.corrections(project, results)
    site = Site(project, results, lang, catalogue, voice, versions(static), changed)
    renderer = Renderer(theme_folders or theme.folders(), catalogue, template_globals(site), TESTS)
    drawn = [page for room in _ROOMS for page in room.pages(site)]
    made = [renderer.page(_versioned(page, site)) for page in drawn]
    made += [file for page in drawn for file in page.files]
    return sorted([*made, *static], key=lambda artefact: artefact.path)


def _versioned(page: Page, site: Site) -> Page:
    """The page with the versions of its scripts and style sheets in their addresses."""
    scripts, styles = (tuple(site.asset(path) for path in paths) for paths in (page.scripts, page.styles))
    return replace(page, scripts=scripts, styles=styles)
