"""Text written by hand in Markdown → HTML that holds nothing but text.

`parse` already refuses HTML and addresses that could run. Here nothing depends on that: Markdown is told
to take HTML for plain text, and what it makes goes through a list of allowed elements; anything that is
not on the list loses its tag and keeps its words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]
from markdown.extensions.toc import slugify_unicode  # type: ignore[import-untyped]

from generator.render import Html, trusted

EXTENSIONS = ("sane_lists", "tables", "toc")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TEXT = ("p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a")
TABLE = ("table", "thead", "tbody", "tr", "th", "td")
ALLOWED = frozenset((*TEXT, *TABLE, *HEADINGS))
ALONE = frozenset(("br", "hr"))
AROUND = {"table": '<div class="table-scroll" tabindex="0">'}
"""What stands around an element: a wide table moves inside its own frame."""
SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202f\ufeff]+")
_MARKDOWN_FILE = re.compile(r"(?:\./)?([\w-]+)\.md(#.*)?")
LONGEST = 110
"""Characters of a page's description."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of ours that a text may show: where it is for the page, and its size in pixels."""

    address: str
    width: int
    height: int


def prose(text: str, pictures: Mapping[str, Shown] | None = None) -> Html:
    """The text as HTML: headings from h2 downwards without a gap, links only to pages and mail.

    pictures: those that are shown, by the address the text gives; any other leaves its words only.
    """
    writer = _Writer(pictures or {})
    writer.feed(_converted(text))
    writer.close()
    return trusted(writer.finished())


def opening(text: str) -> str:
    """The beginning of the text in plain words, for the description of its page."""
    reader = _Paragraphs()
    reader.feed(_converted(text))
    reader.close()
    said = " ".join(next((p for p in reader.found if p.strip()), "").split())
    return said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"


def _converted(text: str) -> str:
    """Markdown as HTML, raw HTML in it taken for text (Python-Markdown's own way to do so)."""
    converter = markdown.Markdown(
        extensions=list(EXTENSIONS), extension_configs={"toc": {"slugify": slugify_unicode}}
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return str(converter.convert(text))


def safe_address(address: str) -> str | None:
    """The address as a link may carry it; None where it could run. `x.md` is the page beside this one."""
    plain = _UNSEEN.sub("", address)
    scheme = _SCHEME.match(plain)
    if scheme and scheme.group(1).lower() not in SCHEMES:
        return None
    beside = _MARKDOWN_FILE.fullmatch(plain)
    return f"../{beside.group(1)}/{beside.group(2) or ''}" if beside else plain


class _Writer(HTMLParser):
    """Writes the allowed elements anew, each closed where it belongs."""

    def __init__(self, pictures: Mapping[str, Shown]) -> None:
        super().__init__(convert_charrefs=True)
        self._pictures = pictures
        self._written: list[str] = []
        self._open: list[str] = []
        self._level = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "img":
            self._picture(given.get("src", ""), given.get("alt", ""))
        elif tag in ALONE:
            self._written.append(f"<{tag}>")
        elif tag in ALLOWED:
            self._begin(tag, given)

    def _picture(self, source: str, alt: str) -> None:
        shown = self._pictures.get(source)
        if shown is None:
            self.handle_data(alt)
            return
        size = f'width="{shown.width}" height="{shown.height}"'
        self._written.append(f'<img src="{html.escape(shown.address)}" alt="{html.escape(alt)}" {size}>')

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        name = self._heading(tag) if tag in HEADINGS else tag
        self._open.append(name)
        self._written.append(f"{AROUND.get(name, '')}<{name}{_attributes(tag, given)}>")

    def _heading(self, tag: str) -> str:
        """The level one below the last heading at most: the page's own h1 stands above."""
        self._level = min(max(int(tag[1]), 2), self._level + 1)
        return f"h{self._level}"

    def handle_endtag(self, tag: str) -> None:
        name = f"h{self._level}" if tag in HEADINGS else tag
        while name in self._open:
            closed = self._open.pop()
            self._written.append(f"</{closed}>{'</div>' if closed in AROUND else ''}")
            if closed == name:
                return

    def handle_data(self, data: str) -> None:
        text = html.escape(data)
        # A page holds no empty and no indented line, so lines of code are kept by their character.
        self._written.append(text.replace("\n", "&#10;") if "pre" in self._open else text)

    def finished(self) -> str:
        self.handle_endtag(self._open[0] if self._open else "")
        return "".join(self._written)


def _attributes(tag: str, given: Mapping[str, str]) -> str:
    if tag == "a":
        address = safe_address(given.get("href", ""))
        return f' href="{html.escape(address)}"' if address else ""
    if tag in HEADINGS and given.get("id"):
        return f' id="{html.escape(given["id"])}"'
    return ""


class _Paragraphs(HTMLParser):
    """The words of every paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        if tag == "p":
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data
