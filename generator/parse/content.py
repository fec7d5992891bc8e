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
_REFERENCE_ADDRESS = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^>\s]*)")
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
    findings = []
    for number, line in enumerate(document.body.split("\n"), start=document.body_line):
        place = Place(document.file, line=number)
        if tag := _TAG.search(line):
            findings.append(rejected("html_in_text", place, tag.group()))
        addresses = _INLINE_ADDRESS.findall(line) + _REFERENCE_ADDRESS.findall(line)
        findings += [rejected("unsafe_address", place, a) for a in addresses if not _is_safe(a)]
    return findings


def _is_safe(address: str) -> bool:
    """Relative, or http(s) or mailto; entities and invisible characters hide nothing."""
    plain = re.sub(r"[\s\x00-\x20\x7f]", "", html.unescape(address)).casefold()
    scheme = _SCHEME.match(plain)
    return scheme is None or scheme.group(1) in _SAFE_SCHEMES
