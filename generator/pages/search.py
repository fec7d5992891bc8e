"""The page that searches all others, the index it searches, and the list of every page for whoever has
no script.

The index is made from the bodies of the pages just drawn: a page that was not drawn cannot be found.
Nothing of it is loaded before this page is opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import search
from generator.model import Indicator
from generator.pages.assets import addressed, versions
from generator.pages.site import Site
from generator.render import Page

FOLDER = "search"
SCRIPT = "assets/js/search.js"
STYLE = "assets/css/search.css"
KINDS: Mapping[str, str] = {
    "indicators": "indicator",
    "stories": "story",
    "societies": "society",
    "plans": "plan",
}
"""First folder of an address → kind of the pages in it, in the order in which results stand."""
OTHER = "other"
UNLISTED = ("admin", "embed", "style", FOLDER)
"""First folders of pages that are not for readers of the site."""
MANY = 500
"""Longest list of one kind on the page: beyond that its own section lists them."""

Drawn = tuple[Page, str]
"""A page and its HTML body."""


@dataclass(frozen=True, slots=True)
class Group:
    """All pages of one kind. `section` is the page that lists them, '' where there is none."""

    kind: str
    entries: tuple[search.Entry, ...]
    section: str
    listed: bool


def page(site: Site, drawn: Sequence[Drawn]) -> Page:
    """The page of the search, with the files of its index."""
    entries = _entries(site, drawn)
    files = search.files(entries, FOLDER)
    version = versions(files)
    return Page(
        path=f"{FOLDER}/index.md",
        template="search.md.j2",
        title=site.word("search.title"),
        description=site.word("search.description", name=site.project.site.site_name),
        section=FOLDER,
        scripts=(SCRIPT,),
        styles=(STYLE,),
        files=files,
        context={
            "groups": tuple(_groups(entries)),
            "parts": tuple(addressed(file.path, version) for file in files),
        },
    )


def _entries(site: Site, drawn: Sequence[Drawn]) -> tuple[search.Entry, ...]:
    """Every page that can be found: by kind, within a kind in the order in which they were drawn."""
    indicators = {f"indicators/{i.slug}/": i for i in site.project.indicators}
    found = (_entry(p, body, indicators.get(p.url)) for p, body in drawn if _first(p.url) not in UNLISTED)
    order = [*KINDS.values(), OTHER]
    return tuple(sorted(found, key=lambda entry: order.index(entry.kind)))


def _entry(page: Page, body: str, indicator: Indicator | None) -> search.Entry:
    words = search.words(body)
    return search.Entry(
        address=page.url,
        kind=kind(page.url),
        title=page.title,
        words=words,
        description=page.description,
        identifier=indicator.id if indicator else "",
        keys=tuple(filter(None, (indicator.name_en, indicator.unit))) if indicator else (),
    )


def kind(url: str) -> str:
    """What sort of page an address is: /indicators/x/ is an indicator; /indicators/ and
    /stories/theme/x/ list such pages."""
    first, *rest = url.rstrip("/").split("/")
    return KINDS.get(first, OTHER) if len(rest) == 1 else OTHER


def _first(url: str) -> str:
    return url.partition("/")[0]


def _groups(entries: Sequence[search.Entry]) -> Iterator[Group]:
    sections = {kind: f"{folder}/" for folder, kind in KINDS.items()}
    known = {entry.address for entry in entries}
    for name in (*KINDS.values(), OTHER):
        of_kind = tuple(entry for entry in entries if entry.kind == name)
        section = sections.get(name, "")
        if of_kind:
            listed = section not in known or len(of_kind) <= MANY
            yield Group(name, of_kind, section if section in known else "", listed)
