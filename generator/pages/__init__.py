"""All pages of a site in one language.

`build(...)` is the room's table of contents: each module has `pages(site) -> Iterator[Page]`. Assets go
along unchanged below /assets/, and each chart that can be made live brings its JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator import sentences, theme
from generator.catalogue import Catalogue
from generator.model import Artefact, Project, Results
from generator.pages import about, data, home, indicator, listing, method, plans, societies, status
from generator.pages.brand import stylesheet
from generator.pages.chrome import chrome
from generator.pages.site import TESTS, Site, template_globals
from generator.render import Renderer

__all__ = ["build", "chrome"]

STYLESHEET = "css/site.css"
_ROOMS = (home, plans, listing, indicator, societies, status, method, data, about)


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
    site = Site(project, results, lang, catalogue, voice)
    renderer = Renderer(theme_folders or theme.folders(), catalogue, template_globals(site), TESTS)
    drawn = [page for room in _ROOMS for page in room.pages(site)]
    made = [renderer.page(page) for page in drawn]
    made += [file for page in drawn for file in page.files]
    made += [Artefact(f"assets/{path}", content) for path, content in _branded(assets, project).items()]
    return sorted(made, key=lambda artefact: artefact.path)


def _branded(assets: Mapping[str, bytes], project: Project) -> Mapping[str, bytes]:
    """The assets with the brand's colours at the end of the stylesheet."""
    own = stylesheet(project.site.brand).encode()
    return {path: content + own if path == STYLESHEET else content for path, content in assets.items()}
