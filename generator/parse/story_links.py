"""Where a link in a story leads.

The rule: a page of the site is linked by its address below the site's root, wherever the story stands:

    [創業支援件数](indicators/sogyo/)   plans/<slug>/   societies/<slug>/   stories/<slug>/   method/
    [創業支援件数](indicator:K07)       plan:<id or slug>   society:<name or slug>   story:<slug>

`./` and `../` before it, a missing `/` after it and the site's own full address are understood; a
`#part` is kept. `/indicators/sogyo/` is a fault: it breaks where the site lies below a path. The writer of
pages asks `target` too: what does not lead to a page of the site or to http(s) or mailto loses
its link and keeps its words, so that a link to a story that is left out names it nowhere.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from generator.model import Indicator, Plan, Project, Society

FIXED = ("indicators/", "plans/", "societies/", "stories/", "method/", "data/", "status/")
"""Pages that every site has."""
_SCHEME = re.compile(r"^([a-z][a-z0-9+.\-]*):")
_OUTSIDE = ("http", "https", "mailto", "tel")
_FILES = ("data/", "api/", "assets/")
_NAMED = ("indicator", "plan", "society", "story")


class Leads(StrEnum):
    """Where to. `outside` is http(s), mailto or tel; `absolute` would be a page without its `/`."""

    OUTSIDE = "outside"
    PAGE = "page"
    ABSOLUTE = "absolute"
    UNKNOWN = "unknown"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Target:
    """`address`: of a page below the site's root ("" = the home page; with its #part), else as a
    browser reads it."""

    leads: Leads
    address: str


@dataclass(frozen=True, slots=True)
class SitePages:
    """Every way to name a page of the site → its address below the root."""

    site_url: str
    named: Mapping[str, str]

    def beside(self, slugs: Iterable[str]) -> SitePages:
        """The same with these stories."""
        added = {
            name: f"stories/{s}/" for s in sorted(set(slugs)) for name in (f"stories/{s}/", f"story:{s}")
        }
        return SitePages(self.site_url, {**self.named, **added})

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(sorted(set(self.named.values())))


def site_pages(
    site_url: str,
    indicators: Iterable[Indicator],
    plans: Iterable[Plan],
    societies: Iterable[Society],
    written: Iterable[str] = (),
) -> SitePages:
    """The pages of a site without its stories. `written`: slugs of hand-written pages."""
    named = {address: address for address in ("", *FIXED, *(f"{slug}/" for slug in sorted(written)))}
    kinds = (
        ("indicators", "indicator", [(one.slug, (one.id,)) for one in indicators]),
        ("plans", "plan", [(one.slug, (one.id,)) for one in plans]),
        ("societies", "society", [(one.slug, (one.name,)) for one in societies]),
    )
    for folder, kind, things in kinds:
        for slug, names in things:
            address = f"{folder}/{slug}/"
            named |= dict.fromkeys((address, *(f"{kind}:{_key(n)}" for n in (slug, *names))), address)
    return SitePages(site_url, named)


def pages_of(project: Project) -> SitePages:
    """The pages of a project that stories may link to; only public stories are among them."""
    written = (page.slug for page in project.pages)
    known = site_pages(
        project.site.site_url, project.indicators, project.plan.plans, project.societies, written
    )
    return known.beside(story.slug for story in project.stories)


def target(address: str, pages: SitePages) -> Target:
    """Where an address written in a story leads. Entities and invisible characters hide nothing."""
    plain = re.sub(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]", "", html.unescape(address))
    own = _own(plain, pages.site_url)
    if own is not None:
        return _own_page(own, plain, pages)
    scheme = _SCHEME.match(plain.casefold())
    if scheme is not None and scheme.group(1) in _NAMED:
        found = pages.named.get(f"{scheme.group(1)}:{_key(unquote(plain[scheme.end() :]))}")
        return Target(Leads.PAGE, found) if found is not None else Target(Leads.UNKNOWN, plain)
    if scheme is not None:
        safe = scheme.group(1) in _OUTSIDE
        return Target(Leads.OUTSIDE if safe else Leads.UNSAFE, plain)
    if plain.startswith(("//", "\\", "/\\")):
        return Target(Leads.UNSAFE, plain)
    if plain.startswith("/"):
        found_page = _page(plain.lstrip("/"), pages)
        return Target(Leads.ABSOLUTE, found_page.address)
    return _page(plain, pages)


def _own(plain: str, site_url: str) -> str | None:
    """The part of the site's own full address below its root."""
    bare, root = (re.sub(r"^https?://", "", text, flags=re.I) for text in (plain, site_url))
    root = root.rstrip("/") + "/"
    if bare == plain or not (bare + "/").casefold().startswith(root.casefold()):
        return None
    return bare[len(root) :]


def _own_page(own: str, plain: str, pages: SitePages) -> Target:
    """A full address of the site: of a page, or of a file to download."""
    found = _page(own, pages)
    if not own or found.leads is Leads.PAGE:
        return Target(Leads.PAGE, found.address)
    return Target(Leads.OUTSIDE if own.startswith(_FILES) else Leads.UNKNOWN, plain)


def _page(plain: str, pages: SitePages) -> Target:
    path, mark, part = plain.partition("#")
    path = unquote(path.partition("?")[0])
    path = re.sub(r"^(?:\.{1,2}/)+", "", path)
    path = re.sub(r"(?:/|^)index\.html$", "/", path)
    found = pages.named.get(path.rstrip("/") + "/") if path.strip("/") else None
    return Target(Leads.UNKNOWN, plain) if found is None else Target(Leads.PAGE, found + mark + part)


def _key(name: str) -> str:
    return "".join(name.split()).casefold()
