"""What a page refers to, and what it can be referred to by (pure; the files are read by verify).

The pages are our own, but stories and hand-written pages bring HTML too: a tag is taken as a
browser takes it, with `>` allowed inside quotes. Only attribute values are looked at.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

_SILENT = re.compile(r"<!--.*?-->|(<(script|style)\b[^>]*>)(.*?)</\2\s*>", re.S | re.I)
_ATTRIBUTE = r"""[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_TAG = re.compile(rf"<([a-zA-Z][\w:-]*)((?:[\s/]+{_ATTRIBUTE})*)[\s/]*>")
_PAIR = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_CSS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I
)

_LOADS = {"src", "srcset", "poster", "data", "background"}
_POINTS = {"href", "xlink:href", "action", "formaction", "cite", "longdesc"}
_LOADING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "modulepreload",
    "manifest",
    "apple-touch-icon",
    "mask-icon",
    "preconnect",
    "dns-prefetch",
}
_NO_PLACE = ("data:", "mailto:", "tel:", "about:")
_RUNS_CODE = ("javascript:", "vbscript:")


@dataclass(frozen=True, slots=True)
class Reference:
    """One address in a page; `loads` when the browser fetches it without being asked."""

    address: str
    loads: bool


@dataclass(frozen=True, slots=True)
class PageLinks:
    """All references of a page, and the ids (and names) that a fragment can name."""

    references: tuple[Reference, ...]
    anchors: frozenset[str]


def of_page(text: str) -> PageLinks:
    """References and anchors of an HTML page, each once, in order of first appearance."""
    references: dict[Reference, None] = {}
    anchors: set[str] = set()
    for css in _SILENT.finditer(text):
        if (css.group(2) or "").lower() == "style":
            references.update(dict.fromkeys(of_css(css.group(3))))
    for tag in _TAG.finditer(_SILENT.sub(r"\1", text)):
        if "=" not in tag.group(2):
            continue
        attributes = _attributes(tag.group(2))
        anchors.update(attributes[name] for name in ("id", "name") if name in attributes)
        references.update(dict.fromkeys(_of_tag(tag.group(1).lower(), attributes)))
    return PageLinks(tuple(references), frozenset(anchors))


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in _PAIR.finditer(text)}


def of_css(text: str) -> tuple[Reference, ...]:
    """What a style sheet loads."""
    found = (next((part for part in match.groups() if part), "") for match in _CSS.finditer(text))
    return tuple(Reference(address, loads=True) for address in found if address)


def _of_tag(tag: str, attributes: dict[str, str]) -> Iterator[Reference]:
    for name, value in attributes.items():
        if name == "style":
            yield from of_css(value)
        elif name == "srcset":
            yield from (Reference(part.split()[0], loads=True) for part in value.split(",") if part.split())
        elif name == "data" and tag != "object":
            continue
        elif name in _LOADS:
            yield Reference(value.strip(), loads=True)
        elif name in _POINTS:
            yield Reference(value.strip(), loads=_fetches(tag, attributes))


def _fetches(tag: str, attributes: dict[str, str]) -> bool:
    if tag == "link":
        return bool(_LOADING_LINKS & set(attributes.get("rel", "").lower().split()))
    return tag in ("use", "image", "feimage")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads: `path` in the site ("" is the root) or None when outside."""

    path: str | None
    fragment: str = ""
    runs_code: bool = False


def resolve(address: str, page: str, site_url: str) -> Target | None:
    """The target of `address` standing on `page` (path in the site); None when it needs no place.

    site_url decides what is ours: the same host and below its path. A folder's path keeps its
    final slash. Whatever lies outside has path None.
    """
    lowered = re.sub(r"[\s\x00-\x20]+", "", address).lower()
    if lowered.startswith(_RUNS_CODE):
        return Target(None, runs_code=True)
    if lowered.startswith(_NO_PLACE):
        return None
    home = site_url.rstrip("/") + "/"
    full = urlsplit(urljoin(home + page.removesuffix("index.html"), address))
    ours = urlsplit(home)
    same_host = (full.scheme, full.netloc) == (ours.scheme, ours.netloc)
    if not same_host or not full.path.startswith(ours.path):
        return Target(None)
    return Target(unquote(full.path[len(ours.path) :]), unquote(full.fragment))
