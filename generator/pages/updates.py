"""The calendar of next updates (RFC 5545), from what the indicators say of their `next_update`.

Only a day or a month that the grammar surely reads becomes an event, one for all indicators of that day
or month; whatever else is written there is listed on the page as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.grammar.months import When, when
from generator.model import IndicatorResult
from generator.pages.news import home, updated
from generator.pages.site import Site, numbered

FILE = "calendar.ics"
LINE = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""
_SPECIAL = re.compile(r"[\\;,]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Coming:
    """What is announced for one day or month, in the order of the plan."""

    when: When
    label: str
    results: tuple[IndicatorResult, ...]


def coming(site: Site) -> tuple[Coming, ...]:
    """The announcements that could be read, the earliest first; a month before its days."""
    found: dict[tuple[date, bool], list[IndicatorResult]] = {}
    for result in site.results.indicators:
        read = when(result.indicator.next_update)
        if read is not None:
            found.setdefault((read.on, read.exact), []).append(result)
    return tuple(
        Coming(When(on, exact), site.voice.date(on) if exact else site.voice.month(on), tuple(results))
        for (on, exact), results in sorted(found.items())
    )


def unread(site: Site) -> tuple[IndicatorResult, ...]:
    """Indicators that say something of their next update which is no day and no month."""
    said = (r for r in site.results.indicators if r.indicator.next_update.strip())
    return tuple(r for r in said if when(r.indicator.next_update) is None)


def calendar(site: Site, events: Iterable[Coming]) -> bytes:
    """The file: CRLF, folded lines, every date one of the data."""
    settings = site.project.site
    title = site.word("feeds.calendar_title", site=settings.site_name)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{escaped(settings.organization)}//{escaped(settings.site_name)}//{site.lang.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(title)}",
        *(line for event in events for line in _event(site, event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _event(site: Site, event: Coming) -> Iterator[str]:
    day = event.when.on
    named = day.isoformat() if event.when.exact else f"{day:%Y-%m}"
    sample = any(result.sample for result in event.results)
    summary = _summary(site, event)
    told = "\n".join(_line(result) for result in event.results)
    yield "BEGIN:VEVENT"
    yield f"UID:next-update-{named}@{_place(site)}"
    yield f"DTSTAMP:{updated(site):%Y%m%d}T000000Z"
    yield f"SEQUENCE:{len(site.project.releases)}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(site.word('feeds.sample', title=summary) if sample else summary)}"
    yield f"DESCRIPTION:{escaped(told)}"
    yield f"URL:{home(site)}feeds/#calendar"
    yield from ("STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "END:VEVENT")


def _summary(site: Site, event: Coming) -> str:
    if len(event.results) == 1:
        name = event.results[0].indicator.name
        return site.word("feeds.event_one", when=event.label, indicator=name)
    return site.word("feeds.event", when=event.label, n=len(event.results))


def _line(result: IndicatorResult) -> str:
    about = result.indicator
    return f"{numbered(about)} ({about.next_update})"


def _place(site: Site) -> str:
    """What makes an identifier this site's alone: host and folder."""
    address = urlsplit(home(site))
    folder = address.path.strip("/").replace("/", "-")
    return f"{folder}.{address.hostname}" if folder else f"{address.hostname}"


def escaped(text: str) -> str:
    """TEXT of RFC 5545: backslash, semicolon, comma and line ends; no other control characters."""
    shown = _SPECIAL.sub(lambda m: f"\\{m.group()}", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", shown).replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no character cut in two; each further one begins with
    a space, which counts."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LINE:
            pieces.append(piece)
            piece, size = "", 1
        piece += character
        size += octets
    return "\r\n ".join([*pieces, piece])
