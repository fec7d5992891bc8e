"""Sites for the tests: a project folder all the way to HTML, with the rooms' own functions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator import catalogue, load, metrics, pages, parse, photos, theme
from generator.model import Artefact, Project, Results

ROOT = Path(__file__).parent.parent.parent
SMALLEST = ROOT / "tests" / "projects" / "smallest"
DAY = date(2026, 4, 1)
"""A day on which the sample stories may be public."""


def copy(project: Path, to: Path) -> Path:
    """A copy of a project folder without what was built in it."""
    return Path(shutil.copytree(project, to, ignore=shutil.ignore_patterns("build", "site", ".*")))


def computed(folder: Path) -> tuple[Project, Results]:
    """Project and results of a folder; the test fails where something is rejected."""
    parsed = parse.parse_project(load.load_project(folder), DAY)
    assert parsed.project is not None, parsed.findings
    return parsed.project, metrics.compute(parsed.project)


def tree(folder: Path) -> Mapping[str, bytes]:
    """The files of the Japanese tree by path."""
    project, results = computed(folder)
    made: list[Artefact] = pages.build(
        project, results, "ja", catalogue.read("ja"), theme.assets(theme.folders())
    )
    return {artefact.path: artefact.content for artefact in made}


def html(folder: Path, workshop: Path) -> Path:
    """The tree through MkDocs, with the photos of its stories; the folder of the finished site (links
    to other rooms stay open)."""
    project, _ = computed(folder)
    shown = photos.published(folder, project.stories, workshop / "pictures")
    for path, content in {**tree(folder), **{photo.path: photo.content for photo in shown}}.items():
        target = workshop / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    settings = {
        "site_name": project.site.site_name,
        "site_url": project.site.site_url,
        "docs_dir": "docs",
        "site_dir": "site",
        "plugins": [],
        "theme": {"name": "material", "custom_dir": str(theme.packaged() / "overrides")},
        "extra": {"ir": pages.chrome(project, catalogue.read("ja"), "ja", theme.assets(theme.folders()))},
    }
    config = workshop / "mkdocs.yml"
    config.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    build(load_config(str(config)))
    return workshop / "site"


class Document(HTMLParser):
    """What a test asks of a page: its tags with attributes, its text, its numbers."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, tag: str, **having: str) -> list[dict[str, str]]:
        """Attributes of every `tag` whose attributes contain `having`."""
        found = [attributes for name, attributes in self.tags if name == tag]
        return [a for a in found if all(a.get(key) == value for key, value in having.items())]


def page(site: Path, address: str = "") -> Document:
    return Document((site / address / "index.html").read_text(encoding="utf-8"))
