"""The body of a story: links that lead somewhere, photos with words, headings in order.

Only told here, never mended: the writer of pages takes HTML out, puts headings in order and drops
what leads nowhere, whatever this room has or has not seen. How a story links to a page of the
site is in `story_links`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TypeAlias

from generator.findings import Finding, Place
from generator.load.yamlfile import YamlDocument
from generator.parse.faults import did_you_mean, rejected, warning
from generator.parse.story_links import Leads, SitePages, target

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(
    r"(?<!\]\()(?<!\]: )<(?!https?://[^\s<>]*>|mailto:[^\s<>]*>|[^\s@<>/]+@[^\s@<>]+>)[A-Za-z/!?][^\s>]{0,40}"
)
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]*:[^\s<>]*)>")
_ANY_ADDRESS = re.compile(r"\]\(\s*<?([^)>\s]*)")
_IMAGE = re.compile(r"!\[([^\]]{0,1000})\]\(\s*<?((?:[^()>\s]|\([^()\s]*\))*)>?\s*(?:[\"']([^\"'\n]*)[\"'])?")
_IMAGE_BY_NAME = re.compile(r"!\[[^\]]{0,1000}\]\s?(?:\[[^\]]{0,300}\]|(?![\[(]))")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]]{1,300}\]:\s*<?([^>\s]*)", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?=[ \t])[ \t]+(.*)$|^(?=\S)([^\n]+)\n(=+|-+)[ \t]*$", re.MULTILINE)
_BOLD_LINE = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]{0,3}(\*\*|__)(?=\S)([^\n]+?)\1[ \t]*(?=\n[ \t]*(?:\n|\Z)|\Z)"
)
PlaceAt: TypeAlias = Callable[[int], Place]
LONGEST_BODY = 30_000
"""Characters; a long story has 4,000, and a renderer of Markdown needs much longer for much text."""
MOST_MARKS = {"[": 500, "<": 1000, "{=": 200}
"""Every one may begin a link, a tag, a number; thousands that end nowhere keep a renderer busy."""
DEEPEST = 12
"""Lists and quotations within each other; a renderer goes down into each, until it can no deeper."""
LONGEST_BLOCK = 500
"""Lines without an empty one between them: a renderer looks through all that follow for each of them."""
_WITHIN = re.compile(r"[ \t]*(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]))")
_STEP = 4
"""Columns by which a list in a list is indented as a rule, and in any case by two."""


def body_findings(document: YamlDocument, pages: SitePages, left_out: Collection[str]) -> list[Finding]:
    """What is wrong with a body. `left_out`: addresses of stories that may not be public."""
    if len(document.body) > LONGEST_BODY:
        start = Place(document.file, line=document.body_line)
        return [rejected("story_too_long", start, len(document.body), most=LONGEST_BODY)]
    text = without_code(document.body)
    if heavy := list(_too_much(document, text)):
        return heavy
    silent = _COMMENT.sub(_blank, text)
    place = _places(document)
    bold = _BOLD_LINE.finditer(silent)
    return [
        *_html(text, place),
        *_links(silent, place, pages, left_out),
        *_headings(silent, place),
        *(warning("story_bold_heading", place(found.start(1)), found.group(2)) for found in bold),
    ]


def _too_much(document: YamlDocument, text: str) -> Iterator[Finding]:
    """What would keep a renderer busy for minutes, or send it down without end."""
    place = Place(document.file, line=document.body_line)
    for mark, most in MOST_MARKS.items():
        if (count := document.body.count(mark)) > most:
            yield rejected("story_marks", place, count, mark=mark, most=most)
    since = 0
    for number, line in enumerate(text.split("\n")):
        here = Place(document.file, line=document.body_line + number)
        since = since + 1 if line.strip() else 0
        if since == LONGEST_BLOCK + 1:
            yield rejected("story_long_block", here, LONGEST_BLOCK)
        if _depth(line) > DEEPEST:
            yield rejected("story_nested", here, line.strip()[:40], most=DEEPEST)
            return


def _depth(line: str) -> int:
    """How many lists and quotations a line stands in, at least: by its marks and what is before them."""
    at, marks = 0, 0
    while found := _WITHIN.match(line, at):
        at, marks = found.end(), marks + 1
    indent = len(line.expandtabs(_STEP)) - len(line.expandtabs(_STEP).lstrip())
    return marks + indent // _STEP if marks else 0


def body_images(document: YamlDocument) -> Iterator[tuple[str, str, str, Place]]:
    """(address, alternative text, caption, place) of the photos a body shows, in their order."""
    text = _COMMENT.sub(_blank, without_code(document.body))
    place = _places(document)
    for image in _IMAGE.finditer(text):
        yield image.group(2), image.group(1), image.group(3) or "", place(image.start())


def without_code(body: str) -> str:
    """The text with code blanked out; every other character stays where it is."""
    return _CODE.sub(_blank, _FENCE.sub(_blank, body))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _places(document: YamlDocument) -> PlaceAt:
    def place(at: int) -> Place:
        return Place(document.file, line=document.body_line + document.body.count("\n", 0, at))

    return place


def _html(text: str, place: PlaceAt) -> Iterator[Finding]:
    """One finding a line: what is written in HTML is taken out of the page."""
    lines: dict[int | None, Finding] = {}
    for tag in _TAG.finditer(text):
        if _AUTOLINK.match(text, tag.start()):
            continue
        where = place(tag.start())
        lines.setdefault(where.line, warning("story_html_removed", where, tag.group()))
    yield from lines.values()


def _links(text: str, place: PlaceAt, pages: SitePages, left_out: Collection[str]) -> Iterator[Finding]:
    images = {image.start(2) for image in _IMAGE.finditer(text)}
    links = [m for m in _ANY_ADDRESS.finditer(text) if m.start(1) not in images]
    for link in (*links, *_DEFINITION.finditer(text), *_AUTOLINK.finditer(text)):
        finding = _link(link.group(1), place(link.start()), pages, left_out)
        if finding is not None:
            yield finding
    for named in _IMAGE_BY_NAME.finditer(text):
        if named.start(0) + 2 not in images and not _is_inline(text, named):
            yield rejected("story_image_form", place(named.start()), named.group())


def _is_inline(text: str, image: re.Match[str]) -> bool:
    return _IMAGE.match(text, image.start()) is not None


def _link(address: str, place: Place, pages: SitePages, left_out: Collection[str]) -> Finding | None:
    found = target(address, pages)
    if found.leads in (Leads.OUTSIDE, Leads.PAGE):
        return None
    if found.leads is Leads.UNSAFE:
        return rejected("story_link_unsafe", place, address)
    hidden = SitePages(pages.site_url, {}).beside(left_out)
    if target(address, hidden).leads is Leads.PAGE:
        return warning("story_link_left_out", place, address)
    bare = found.address.lstrip("/").removesuffix(".md")
    near = did_you_mean(bare, pages.addresses)
    if found.leads is Leads.ABSOLUTE:
        known = found.address if not found.address.startswith("/") else near
        return rejected("story_link_absolute", place, address, right=known)
    return rejected("story_link_unknown", place, address, near=near)


def _headings(text: str, place: PlaceAt) -> Iterator[Finding]:
    """The title is h1: a body begins with h2, and no level is left out."""
    before = 1
    for heading in _HEADING.finditer(text):
        level = len(heading.group(1)) if heading.group(1) else 1 if heading.group(4)[0] == "=" else 2
        if level == 1 or level > before + 1:
            wanted = "#" * min(max(level, 2), before + 1)
            title = (heading.group(2) or heading.group(3) or "").strip()
            yield warning("story_heading_level", place(heading.start()), title, level=level, wanted=wanted)
        before = max(level, 2)
