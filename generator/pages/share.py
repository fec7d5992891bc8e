"""Passing a page on: a ready text, a plain link for each network, its picture, its address as a QR code.

No network's script is loaded and nothing is asked of it before the reader follows a link. The text is made
of the page's own title and sentence, so that what is passed on says what the page says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from generator.model_card import SQUARE, WIDE
from generator.pages import qr, structured
from generator.pages.share_lengths import fitting, shorter
from generator.pages.site import Site
from generator.render import Page

STYLE = "assets/css/share.css"
SCRIPT = "assets/js/share.js"
NETWORKS = ("line", "x", "facebook", "bluesky", "threads", "hatena", "mail")
"""In the order in which they are offered."""
_TEMPLATES = frozenset(
    f"{name}.md.j2" for name in ("home", "indicator", "plan", "story", "society", "review", "impact")
)
"""Pages that people pass on."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that opens a network with the text in it; `key` names the network."""

    key: str
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to keep: its path below the site's root, its form (wide, square) and its size in pixels."""

    path: str
    form: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Bar:
    """All of it. `address` is the page's own, absolute; `text` does not contain it."""

    address: str
    text: str
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    code: qr.Code


def with_bar(page: Page, site: Site, square_kinds: Sequence[str]) -> Page:
    """The page with what it is passed on by. A page without a card of its own has none: it is not meant
    to be passed on, or somebody in it did not agree to that."""
    if page.template not in _TEMPLATES or page.card is None:
        return page
    return replace(
        page,
        context={**page.context, "share_bar": bar(page, site, page.card.kind in square_kinds)},
        styles=(*page.styles, STYLE),
        scripts=(*page.scripts, SCRIPT),
    )


def bar(page: Page, site: Site, square: bool) -> Bar:
    address = structured.root(site) + page.url
    said = texts(page, site)
    return Bar(
        address=address,
        text=said[0],
        links=tuple(Link(name, link(name, said, address)) for name in NETWORKS),
        pictures=tuple(_pictures(page, site, square)),
        code=qr.code(address),
    )


def texts(page: Page, site: Site) -> tuple[str, ...]:
    """What is said about the page, the longest first; every one says that its numbers are samples."""
    name = site.project.site.site_name
    after = f"\n{name}" if page.title != name else ""
    title = page.title
    if page.share_text:
        said = [page.share_text, f"{title}{after}", title]
    else:
        shortened = list(shorter(page.description))
        said = [text if text.startswith(title) else f"{title}\n{text}" for text in shortened]
        said = [*(f"{text}{after}" for text in said[:1]), *said, title]
    invented = page.sample or site.project.site.sample
    return tuple(_marked(text, site) if invented else text for text in said)


def _marked(text: str, site: Site) -> str:
    """The text with the mark of samples, at the end of its first line unless it says so already."""
    if site.word("sample.mark") in text:
        return text
    first, *others = text.split("\n")
    return "\n".join([first + site.word("share.sample"), *others])


def link(network: str, said: Sequence[str], address: str) -> str:
    """The address that opens a network with the longest text it takes; the last of `said` is the title."""
    text, title = fitting(network, said, address), said[-1]
    if network == "line":
        return _asked("https://social-plugins.line.me/lineit/share", url=address, text=text)
    if network == "x":
        return _asked("https://x.com/intent/post", text=text, url=address)
    if network == "facebook":
        return _asked("https://www.facebook.com/sharer/sharer.php", u=address)
    if network == "bluesky":
        return _asked("https://bsky.app/intent/compose", text=f"{text}\n{address}".strip())
    if network == "threads":
        return _asked("https://www.threads.com/intent/post", text=text, url=address)
    if network == "hatena":
        return _asked("https://b.hatena.ne.jp/entry/panel/", url=address, btitle=title)
    assert network == "mail", network
    return _asked("mailto:", subject=title, body=f"{text}\n{address}".replace("\n", "\r\n"))


def _asked(place: str, **values: str) -> str:
    given = {key: value for key, value in values.items() if value}
    return f"{place}?{urlencode(given, quote_via=quote, safe='')}"


def _pictures(page: Page, site: Site, square: bool) -> Iterator[Picture]:
    if page.card is None or site.address is None:
        return
    yield Picture(site.address(page.card, False), "wide", *WIDE)
    if square:
        yield Picture(site.address(page.card, True), "square", *SQUARE)
