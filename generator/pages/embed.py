"""Pages for the frames of other sites: one indicator, plan or story on a small sheet; and how to set one.

A frame's page needs no script. It is no page for readers of this site: neither search, nor sitemap, nor a
feed knows it. `offer` is what the page itself says about its frame, `oembed` says it to programs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from generator import figures
from generator.model import Artefact, Direction, IndicatorResult, Number
from generator.model_card import WIDE
from generator.model_story import Story
from generator.pages import story_cards, structured
from generator.pages.home import Part, parts
from generator.pages.plans import grade_chart
from generator.pages.site import Site, indicator_address, numbered
from generator.pages.sources import short_source
from generator.render import MetaValue, Page, trusted

FOLDER, DISCOVERY = "embed", "oembed"
STYLE, SCRIPT = "assets/css/embed.css", "assets/js/embed.js"
CODE_SCRIPT = "assets/js/embed-code.js"
"""The script of pages that offer a frame: the button that copies the code."""
ROOT = "../../../"
"""From a frame's page to the site's root."""
MESSAGE = "impact-embed"
"""The type of the message by which a frame tells its height (theme/assets/js/embed.js)."""
WIDTH = 640
"""Pixels, what oEmbed is told; the code itself fills the width it is given."""
HEIGHTS: Mapping[str, int] = {"indicator": 640, "plan": 500, "story": 580}
"""Pixels at which a frame 320 wide is whole on most pages; a listener makes it exact."""
KINDS = {"indicators": "indicator", "plans": "plan", "stories": "story"}
"""First folder of a page's address → kind of its frame."""


@dataclass(frozen=True, slots=True)
class Offer:
    """How to set a page into another one. `path` is the frame's below the tree's root; `code` and
    `listener` are HTML to copy, shown as text."""

    path: str
    code: str
    listener: str


def pages(site: Site) -> Iterator[Page]:
    for result in site.results.indicators:
        yield _indicator(site, result)
    for part in parts(site):
        yield _plan(site, part)
    for story in site.project.stories:
        if story.shareable:
            yield _story(site, story)


def offered(page: Page, site: Site) -> Page:
    """The page with the code of its frame and the way for programs to find it; others as they are."""
    kind, slug = _named(page, site)
    if not kind:
        return page
    discovery = f"{structured.root(site)}{_discovery(kind, slug)}"
    return replace(
        page,
        context={**page.context, "frame": _offer(site, kind, slug, page.title)},
        extra={**page.extra, "oembed": discovery},
        scripts=(*page.scripts, CODE_SCRIPT),
        files=(*page.files, Artefact(_discovery(kind, slug), _oembed(page, site, kind, slug))),
    )


def _named(page: Page, site: Site) -> tuple[str, str]:
    """Kind and slug of a page that has a frame; ("", "") for all others."""
    folder, _, rest = page.path.removesuffix(".md").partition("/")
    kind = KINDS.get(folder, "")
    if page.template != f"{kind}.md.j2":
        return "", ""
    if kind == "story" and not any(s.slug == rest and s.shareable for s in site.project.stories):
        return "", ""
    return kind, rest


def _discovery(kind: str, slug: str) -> str:
    return f"{DISCOVERY}/{kind}/{slug}.json"


def _offer(site: Site, kind: str, slug: str, title: str) -> Offer:
    path = f"{FOLDER}/{kind}/{slug}/"
    address = structured.root(site) + path
    named = site.word("embed.frame_title", title=title, organization=site.project.site.organization)
    code = (
        f'<iframe src="{escape(address)}" title="{escape(named)}" width="100%" height="{HEIGHTS[kind]}" '
        'loading="lazy" style="border:0;max-width:1000px"></iframe>'
    )
    origin = json.dumps(_origin(address)).replace("<", "\\u003c")
    return Offer(path, code, LISTENER.format(origin=origin, type=json.dumps(MESSAGE)))


LISTENER = """<script>
addEventListener("message", (event) => {{
  if (event.origin !== {origin} || event.data?.type !== {type}) return;
  for (const frame of document.querySelectorAll("iframe")) {{
    if (frame.contentWindow === event.source) frame.height = Number(event.data.height) || frame.height;
  }}
}});
</script>"""
"""What another page may add, so that its frames are as high as they need."""


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])


def _oembed(page: Page, site: Site, kind: str, slug: str) -> bytes:
    """The answer of oEmbed 1.0 for the page."""
    settings = site.project.site
    told: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "author_name": settings.organization,
        "author_url": structured.root(site),
        "provider_name": settings.site_name,
        "provider_url": structured.root(site),
        "html": _offer(site, kind, slug, page.title).code,
        "width": WIDTH,
        "height": HEIGHTS[kind],
    }
    if page.card is not None and site.address is not None:
        told["thumbnail_url"] = structured.home(site) + site.address(page.card, False)
        told["thumbnail_width"], told["thumbnail_height"] = WIDE
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _frame(
    site: Site, kind: str, slug: str, title: str, sample: bool, address: str, context: Mapping[str, object]
) -> Page:
    settings = site.project.site
    facts: Mapping[str, MetaValue] = {"template": "embed.html", "of": structured.root(site) + address}
    return Page(
        path=f"{FOLDER}/{kind}/{slug}.md",
        template=f"embed_{kind}.md.j2",
        title=title,
        description="",
        section="",
        styles=(STYLE,),
        scripts=(SCRIPT,),
        extra=facts,
        context={
            "organization": settings.organization,
            "site_name": settings.site_name,
            "title": title,
            "sample": sample or settings.sample,
            "address": address,
            **context,
        },
    )


def _indicator(site: Site, result: IndicatorResult) -> Page:
    about = result.indicator
    sentence = site.voice.indicator(result, site.project)
    drawn = any(isinstance(v, Number) for year in result.series for v in (year.actual, year.target))
    figure = figures.indicator_chart(result, sentence, site.catalogue, site.short_year, site.lang)
    context = {
        "i": about,
        "now": result.current,
        "judged": about.direction is not Direction.NONE,
        "sentence": sentence,
        "chart": trusted(figure.svg) if drawn else None,
        "notes": figure.notes if drawn else (),
        "source": short_source(about.source),
    }
    address = indicator_address(about)
    return _frame(site, "indicator", about.slug, numbered(about), result.sample, address, context)


def _plan(site: Site, part: Part) -> Page:
    plan = part.plan
    context = {
        "part": part,
        "group": part.group,
        "n": len(part.results),
        "chart": grade_chart(site, part.group, ROOT).svg if part.group.total else None,
    }
    sample = any(result.sample for result in part.results)
    return _frame(site, "plan", plan.slug, plan.title, sample, f"plans/{plan.slug}/", context)


def _story(site: Site, story: Story) -> Page:
    context = {
        "card": story_cards.card(site, story),
        "told": story_cards.summary(site, story),
    }
    address = story_cards.address(story)
    return _frame(site, "story", story.slug, story.title, story.sample, address, context)
