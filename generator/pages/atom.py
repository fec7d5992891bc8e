"""Atom feeds (RFC 4287). Every date is one of the data, never the build's: same input, same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

MOST = 300
"""Entries of one feed: readers keep what they have seen, and a feed is fetched again and again."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news. `id` is for ever; `address` is a page of the site; texts are plain."""

    id: str
    kind: str
    title: str
    text: str
    address: str
    on: date


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it lies, which page it belongs to, and what is said of it."""

    address: str
    page: str
    title: str
    author: str
    rights: str
    lang: str
    updated: date
    entries: tuple[Entry, ...]


def document(feed: Feed) -> bytes:
    """The newest `MOST` entries, in the order in which they came."""
    head = (
        f"<title>{text(feed.title)}</title>\n<id>{text(feed.address)}</id>\n"
        f'<link rel="self" type="application/atom+xml" href="{text(feed.address)}"/>\n'
        f'<link rel="alternate" type="text/html" href="{text(feed.page)}"/>\n'
        f"<updated>{instant(feed.updated)}</updated>\n"
        f"<author><name>{text(feed.author)}</name></author>\n<rights>{text(feed.rights)}</rights>\n"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{text(feed.lang)}">\n'
        f"{head}{''.join(map(_entry, feed.entries[:MOST]))}</feed>\n"
    ).encode()


def _entry(entry: Entry) -> str:
    return (
        f"<entry>\n<title>{text(entry.title)}</title>\n<id>{text(entry.id)}</id>\n"
        f'<link rel="alternate" type="text/html" href="{text(entry.address)}"/>\n'
        f'<updated>{instant(entry.on)}</updated>\n<category term="{text(entry.kind)}"/>\n'
        f'<content type="text">{text(entry.text)}</content>\n</entry>\n'
    )


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By day; those of one day stay as they are."""
    return tuple(sorted(entries, key=lambda entry: entry.on, reverse=True))


def instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def text(words: str) -> str:
    """Text in XML, in an attribute too; without the characters that XML cannot hold."""
    return escape(_NOT_XML.sub("", words))
