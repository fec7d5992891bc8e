"""The static files of a site: brought along unchanged, with the brand's colours in the stylesheet, and
with an address that changes when they do.

A browser keeps a file of the same address for as long as the server lets it. The first letters of its
hash in the address (`site.css?v=1a2b3c4d`) make a changed file another one, and the same file of two
builds the same one: a changed number changes no asset, so it changes no page but its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator import theme
from generator.model import Artefact, Project
from generator.pages.brand import stylesheet

FOLDER = "assets/"
STYLES = tuple(f"assets/css/{name}.css" for name in ("site", "figures", "pages", "review", "impact"))
"""Style sheets of every page, in their order."""
ICON = "assets/favicon.svg"
_IN_BRAND = (STYLES[0], "assets/css/embed.css")
"""Style sheets that hold the colours a brand may change."""


def branded(assets: Mapping[str, bytes], project: Project) -> list[Artefact]:
    """The files below /assets/, the brand's colours at the end of the style sheets that have any."""
    own = stylesheet(project.site.brand).encode()
    made = {FOLDER + path: content for path, content in assets.items()}
    return [Artefact(path, content + own if path in _IN_BRAND else content) for path, content in made.items()]


def versions(files: Iterable[Artefact]) -> Mapping[str, str]:
    """Path → version of every file."""
    return {file.path: theme.fingerprint(file.content) for file in files}


def addressed(path: str, version: Mapping[str, str]) -> str:
    """The address of a file, with its version where it is known."""
    return f"{path}?v={version[path]}" if path in version else path
