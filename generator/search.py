"""What a reader can search: the visible text of every page, as files that a script loads.

Text is taken from the very bodies that become pages, so that what is found is what is shown: blocks
(a paragraph, a cell, a heading …) in their order, without navigation, without what is hidden. Nothing is
folded here: the one place that folds text and words alike is theme/assets/js/search.js.

The same block stands on many pages (a heading, a society's name), so each text is written once and pages
name it by its number. Files are scripts and not JSON, because a browser lets a page opened from a folder
(`file://`) load the one and not the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from generator.model import Artefact

LARGEST = 200_000
"""Most bytes of one file of texts (a text that is longer alone has a file of its own)."""
RECEIVER = "impactSearch"
"""The list of the page that every file adds itself to."""
_FRAME = 100
"""Room for what stands around the items of a file."""

_UNSEEN = frozenset(
    ("nav", "script", "style", "template", "noscript", "select", "datalist", "head", "rt", "rp")
)
"""Elements whose text is no part of what a page says; readings stand beside the word they read."""
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd"),
        *("mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan"),
        *("u", "var", "wbr", "font", "rb", "label"),
    )
)
"""Elements that do not end a block: words on both sides of them can be one phrase."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_HEADING = re.compile(r"h[1-6]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """The visible text of one page. `title` is its h1, `headings` and `texts` the other blocks, each once,
    in order of first appearance; a text that is a heading too is only among the headings."""

    title: str
    headings: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One page that can be found. `title` is what it is called in a list of results; it is found by the
    title it shows, `words.title`, where it has one.

    `keys` are words that find it though the page may not show them: identifier (only as a whole) first,
    then the rest (also in part).
    """

    address: str
    kind: str
    title: str
    words: Words
    description: str = ""
    identifier: str = ""
    keys: tuple[str, ...] = ()


def words(body: str) -> Words:
    """The words of a page's HTML body."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    reader.end_block()
    headings = dict.fromkeys(text for level, text in reader.blocks if level > 1)
    texts = dict.fromkeys(text for level, text in reader.blocks if level == 0 and text not in headings)
    title = next((text for level, text in reader.blocks if level == 1), "")
    return Words(title, tuple(headings), tuple(texts))


class _Reader(HTMLParser):
    """Blocks of visible text as (level of heading or 0, text)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[int, str]] = []
        self._run: list[str] = []
        self._unseen: list[str] = []
        self._level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._unseen or tag in _UNSEEN or "hidden" in given or "data-unsearched" in given:
            if tag not in _VOID:
                self._unseen.append(tag)
            return
        if tag not in _INLINE:
            self.end_block()
        if tag == "img":
            self._run.append(given.get("alt") or "")
            self.end_block()
        if _HEADING.fullmatch(tag):
            self._level = int(tag[1])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself holds nothing (SVG: <use/>)."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag in self._unseen:
                while self._unseen.pop() != tag:
                    pass
            return
        if tag not in _INLINE:
            self.end_block()
        if _HEADING.fullmatch(tag):
            self._level = 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._run.append(data)

    def end_block(self) -> None:
        text = _SPACE.sub(" ", "".join(self._run)).strip()
        self._run = []
        if text:
            self.blocks.append((self._level, text))


def files(entries: Sequence[Entry], folder: str, largest: int = LARGEST) -> tuple[Artefact, ...]:
    """The files of the index below `folder`: pages-1.js …, then texts-1.js …, in the order of `entries`.

    Each is {"from": number of its first one, "pages" or "texts": […]}. A page is {a: address, k: kind,
    t: title, m: the title it shows where that is another, d: description, i: identifier, n: keys,
    h: headings, x: texts}; h and x are runs in the list of all texts: [first, how many, first, how many …],
    each first counted from the end of the run before.
    """
    number = _numbers(entries)
    lists: Mapping[str, Sequence[object]] = {
        "pages": [_row(entry, number) for entry in entries],
        "texts": list(number),
    }
    return tuple(
        Artefact(f"{folder}/{name}-{place}.js", _script(name, first, part))
        for name, whole in lists.items()
        for place, (first, part) in enumerate(_parts([_json(one) for one in whole], largest), start=1)
    )


def _numbers(entries: Sequence[Entry]) -> dict[str, int]:
    """Every text with its number, in order of first appearance."""
    found: dict[str, int] = {}
    for entry in entries:
        for text in (*entry.words.headings, *entry.words.texts):
            found.setdefault(text, len(found))
    return found


def _row(entry: Entry, number: Mapping[str, int]) -> dict[str, object]:
    row: dict[str, object] = {"a": entry.address, "k": entry.kind, "t": entry.title}
    optional: dict[str, object] = {
        "m": entry.words.title if entry.words.title != entry.title else "",
        "d": entry.description,
        "i": entry.identifier,
        "n": list(entry.keys),
        "h": list(_runs([number[text] for text in entry.words.headings])),
        "x": list(_runs([number[text] for text in entry.words.texts])),
    }
    return row | {key: value for key, value in optional.items() if value}


def _runs(numbers: Sequence[int]) -> Iterator[int]:
    """Neighbours as (first, how many) pairs; the first is a difference, so that it stays short."""
    end = start = 0
    length = 0
    for one in numbers:
        if length and one == start + length:
            length += 1
            continue
        if length:
            yield from (start - end, length)
            end = start + length
        start, length = one, 1
    if length:
        yield from (start - end, length)


def _parts(items: Sequence[str], largest: int) -> Iterator[tuple[int, list[str]]]:
    """The items in files of at most `largest` bytes, each with the number of its first item."""
    part: list[str] = []
    first, size = 0, _FRAME
    for place, item in enumerate(items):
        own = len(item.encode()) + 1
        if part and size + own > largest:
            yield first, part
            part, first, size = [], place, _FRAME
        part.append(item)
        size += own
    if part:
        yield first, part


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(name: str, first: int, items: Sequence[str]) -> bytes:
    """A script that adds `items` to the page's list."""
    return f'(self.{RECEIVER}??=[]).push({{"from":{first},"{name}":[{",".join(items)}]}});\n'.encode()
