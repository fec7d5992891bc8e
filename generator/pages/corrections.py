"""The correction ledger: its page, and its part of an indicator's page (its feed: `feeds`).

What was public and was changed stays readable: old and new, type, reason, name and day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Number
from generator.model_release import Correction
from generator.pages.site import Site
from generator.render import Page

SECTION = "corrections"
FEED = "feeds/corrections.xml"


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


def told(site: Site, entry: Entry) -> Iterator[str]:
    """Old and new of every figure, in plain words for the feed."""
    for measure, old, new in entry.line.figures:
        name = site.word(f"corrections.measure.{measure}")
        after = new.shown if isinstance(new, Number) else site.word("corrections.withdrawn")
        was = old.shown if isinstance(old, Number) else ""
        yield site.word("corrections.figure", measure=name, old=was, new=after)
