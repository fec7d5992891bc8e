"""The correction ledger: its page, its part of an indicator's page, and its feed.

What was public and was changed stays readable: old and new, type, reason, name and day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from generator.model import Artefact, Number
from generator.model_release import Correction
from generator.pages.site import Site
from generator.render import Page

SECTION = "corrections"
FEED = "feed.xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as a reader sees it. `where` is the area in words; `address` the indicator's page
    below the root, "" where the indicator is gone."""

    line: Correction
    anchor: str
    year: str
    where: str
    address: str


def pages(site: Site) -> Iterator[Page]:
    entries = newest_first(site)
    yield Page(
        path=f"{SECTION}/index.md",
        template="corrections.md.j2",
        title=site.word("nav.corrections"),
        description=_sentence(site),
        section=SECTION,
        files=(Artefact(FEED, feed(site, entries).encode()),),
        context={
            "sentence": _sentence(site),
            "entries": entries,
            "feed": FEED,
            "contact": site.project.site.contact,
        },
    )


def newest_first(site: Site, indicator_id: str = "") -> tuple[Entry, ...]:
    """The entries of one indicator, or of all, the newest first."""
    lines = [c for c in site.corrections if indicator_id in ("", c.cell.indicator_id)]
    return tuple(_entry(site, line) for line in sorted(lines, key=lambda c: (c.on, c.index), reverse=True))


def _sentence(site: Site) -> str:
    lines = site.corrections
    if not lines:
        return site.word("corrections.none")
    corrected = sum(line.kind.value == "correction" for line in lines)
    return site.word("corrections.count", n=len(lines), corrected=corrected, revised=len(lines) - corrected)


def _entry(site: Site, line: Correction) -> Entry:
    cell = line.cell
    return Entry(
        line=line,
        anchor=f"c{line.index + 1}",
        year=cell.period or site.year(cell.fiscal_year),
        where=_where(site, line),
        address=f"indicators/{line.slug}/" if line.slug else "",
    )


def _where(site: Site, line: Correction) -> str:
    cell = line.cell
    if cell.decided_on:
        return site.word("corrections.decided", date=site.voice.date(date.fromisoformat(cell.decided_on)))
    categories = [f"{name}: {category}" for name, category in cell.dimensions]
    named = [part for part in (cell.society, *categories) if part]
    return site.word("coverage.separator").join(named) or site.word("corrections.whole")


# ---------------------------------------------------------------- feed


def feed(site: Site, entries: tuple[Entry, ...]) -> str:
    """Atom (RFC 4287). Every date is one of data/releases.yml, or the plan's first day before there is
    any: the same data makes the same bytes."""
    settings = site.project.site
    home = _home(site)
    title = site.word("corrections.feed_title", site=settings.site_name)
    head = (
        f"<title>{escape(title)}</title>\n<id>{escape(home + FEED)}</id>\n"
        f'<link rel="self" href="{escape(home + FEED)}"/>\n<link href="{escape(home + SECTION)}/"/>\n'
        f"<updated>{_instant(_updated(site))}</updated>\n"
        f"<author><name>{escape(settings.organization)}</name></author>\n"
    )
    body = "".join(_feed_entry(site, home, entry) for entry in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.lang}">\n{head}{body}</feed>\n'
    )


def _home(site: Site) -> str:
    settings = site.project.site
    below = "" if site.lang == settings.languages[0] else f"{site.lang}/"
    return settings.site_url.rstrip("/") + "/" + below


def _updated(site: Site) -> date:
    releases = site.project.releases
    first = date(site.project.plan.period_from, site.project.site.fiscal_year_start, 1)
    return max((release.on for release in releases), default=first)


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _feed_entry(site: Site, home: str, entry: Entry) -> str:
    line = entry.line
    address = f"{home}{SECTION}/#{entry.anchor}"
    kind = site.word(f"corrections.kind.{line.kind.value}")
    title = site.word("corrections.entry", kind=kind, indicator=line.name, year=entry.year, where=entry.where)
    figures = "、".join(_told(site, entry)) or site.word("corrections.withheld")
    text = site.word("corrections.feed_text", figures=figures, reason=line.reason, by=line.by)
    return (
        f"<entry>\n<title>{escape(title)}</title>\n<id>{escape(address)}</id>\n"
        f'<link href="{escape(address)}"/>\n<updated>{_instant(line.on)}</updated>\n'
        f'<content type="text">{escape(text)}</content>\n</entry>\n'
    )


def _told(site: Site, entry: Entry) -> Iterator[str]:
    for measure, old, new in entry.line.figures:
        name = site.word(f"corrections.measure.{measure}")
        after = new.shown if isinstance(new, Number) else site.word("corrections.withdrawn")
        was = old.shown if isinstance(old, Number) else ""
        yield site.word("corrections.figure", measure=name, old=was, new=after)
