"""content/*.md: pages written by hand. Markdown only: no HTML, no address that could run.

The text is trusted less than a template: what a browser would run is a finding here, before
any renderer sees it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from generator.findings import Finding, Place
from generator.load.yamlfile import YamlDocument
from generator.model import HandWrittenPage
from generator.parse.faults import checked, rejected
from generator.parse.names import RESERVED_PAGES, is_slug, taken
from generator.parse.schemas import PageShape

_TAG = re.compile(r"<(?!https?://[^\s<>]*>|[^\s@<>/]+@[^\s@<>]+>)[A-Za-z/!?][^\s>]{0,40}")
_INLINE_ADDRESS = re.compile(r"\]\(\s*<?([^)>\s]*)")
_REFERENCE_ADDRESS = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^>\s]*)", re.MULTILINE)
_IMAGE_ADDRESS = re.compile(r"!\[[^\]]*\]\(\s*<?([^)>\s]*)")
_SCHEME = re.compile(r"^([a-z][a-z0-9+.\-]*):")
_SAFE_SCHEMES = ("http", "https", "mailto")


def read_pages(documents: Iterable[YamlDocument]) -> tuple[tuple[HandWrittenPage, ...], list[Finding]]:
    """The hand-written pages in the order of their `order`, then their slug."""
    pages: list[tuple[int, HandWrittenPage]] = []
    findings: list[Finding] = []
    for document in documents:
        shape, faults = checked(document, PageShape, {} if document.data is None else document.data)
        slug = PurePosixPath(document.file).stem
        findings += faults + _address(document, slug) + _text(document)
        if shape is not None:
            pages.append((shape.order, HandWrittenPage(slug, shape.title, document.body, document.file)))
    ordered = sorted(pages, key=lambda pair: (pair[0], pair[1].slug))
    return tuple(page for _, page in ordered), findings


def _address(document: YamlDocument, slug: str) -> list[Finding]:
    place = Place(document.file)
    if not is_slug(slug):
        return [rejected("bad_slug", place, slug, key="")]
    return taken(place, slug, RESERVED_PAGES)


def _text(document: YamlDocument) -> list[Finding]:
    """Looked for in the whole body: an address may stand on the line below its bracket."""
    body = document.body

    def place(found: re.Match[str]) -> Place:
        return Place(document.file, line=document.body_line + body.count("\n", 0, found.start()))

    tags = {place(tag): tag.group() for tag in reversed(list(_TAG.finditer(body)))}
    findings = [rejected("html_in_text", where, tag) for where, tag in tags.items()]
    for pattern in (_INLINE_ADDRESS, _REFERENCE_ADDRESS):
        found = (f for f in pattern.finditer(body) if not _is_safe(f.group(1)))
        findings += [rejected("unsafe_address", place(f), f.group(1)) for f in found]
    images = (f for f in _IMAGE_ADDRESS.finditer(body) if not _is_own(f.group(1)))
    return findings + [rejected("image_from_elsewhere", place(f), f.group(1)) for f in images]


def _is_safe(address: str) -> bool:
    """Relative, or http(s) or mailto."""
    scheme = _SCHEME.match(_plain(address))
    return scheme is None or scheme.group(1) in _SAFE_SCHEMES


def _is_own(address: str) -> bool:
    """Relative: a picture from another host would tell it who reads the page."""
    plain = _plain(address)
    return _SCHEME.match(plain) is None and not plain.startswith(("//", "\\\\"))


def _plain(address: str) -> str:
    """The address a browser sees: entities and invisible characters hide nothing."""
    return re.sub(r"[\s\x00-\x20\x7f]", "", html.unescape(address)).casefold()
