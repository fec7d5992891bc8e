"""/feeds/: what can be subscribed to, with the feeds themselves and the calendar of next updates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Artefact
from generator.pages import news, updates
from generator.pages.atom import Entry, Feed, document, newest_first
from generator.pages.chrome import FEEDS
from generator.pages.site import Site
from generator.render import Page

SECTION = "feeds"

FEW = 3
"""Indicators of one month that are listed without being asked for."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One feed as the page names it."""

    kind: str
    address: str
    entries: int


def pages(site: Site) -> Iterator[Page]:
    entries = {kind: _entries(site, kind) for kind in FEEDS}
    coming = updates.coming(site)
    yield Page(
        path=f"{SECTION}/index.md",
        template="feeds.md.j2",
        title=site.word("nav.feeds"),
        description=site.word("feeds.description", site=site.project.site.site_name),
        section=SECTION,
        files=(*_files(site, entries), *_calendar(site, coming)),
        context={
            "offers": tuple(Offer(kind, FEEDS[kind], len(entries[kind])) for kind in FEEDS),
            "home": news.home(site),
            "coming": coming,
            "few": FEW,
            "unread": updates.unread(site),
            "calendar": updates.FILE,
        },
    )


def _entries(site: Site, kind: str) -> tuple[Entry, ...]:
    if kind == "figures":
        return news.figures(site)
    if kind == "stories":
        return news.stories(site)
    if kind == "corrections":
        return newest_first(news.corrections(site))
    lines = (*news.corrections(site), *news.figures(site, typed=False), *news.stories(site))
    return newest_first(lines)


def _files(site: Site, entries: dict[str, tuple[Entry, ...]]) -> Iterator[Artefact]:
    settings = site.project.site
    for kind, found in entries.items():
        feed = Feed(
            address=news.home(site) + FEEDS[kind],
            page=news.home(site) + _page(site, kind),
            title=site.word(f"feeds.title.{kind}", site=settings.site_name),
            author=settings.organization,
            rights=site.word("frame.license", license=settings.license),
            lang=site.lang,
            updated=max([news.updated(site), *(entry.on for entry in found)]),
            entries=found,
        )
        yield Artefact(FEEDS[kind], document(feed))


def _page(site: Site, kind: str) -> str:
    """The page that a feed tells the news of."""
    own = {"figures": "indicators/", "corrections": "corrections/"}
    if kind == "stories":
        return "stories/" if site.project.stories else f"{SECTION}/"
    return own.get(kind, "")


def _calendar(site: Site, coming: Sequence[updates.Coming]) -> Iterator[Artefact]:
    """A calendar without an event is none (RFC 5545, 3.6)."""
    if coming:
        yield Artefact(updates.FILE, updates.calendar(site, coming))
