"""The body of a story: Markdown → HTML that holds nothing but text, own photos and published numbers.

Three steps. Markdown makes HTML of it and lets raw HTML pass; the sanitiser keeps what is on its list,
with addresses that lead somewhere allowed; what it kept is then laid out: headings without a gap, tables
with header cells in a frame of their own, photos as figures, placeholders as numbers. The last step writes
nothing that the sanitiser did not let through, so that a test can take either of the two guards away.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]
import nh3

from generator import formats, story_numbers
from generator.model_story import Picture, Story
from generator.pages.prose import AROUND, HEADINGS, SCHEMES, TABLE, TEXT
from generator.pages.site import NARROW, Site
from generator.pages.story_lists import Lists
from generator.parse.story_links import Leads, SitePages, Target, pages_of, target
from generator.render import Html, trusted

EXTENSIONS = ("sane_lists", "tables", "fenced_code")
"""None of them reads files, runs anything or lets a text set attributes."""
ALLOWED = {*TEXT, *TABLE, *HEADINGS, "br", "hr", "img", "figure", "figcaption"}
WITHOUT_WORDS = {
    *("script", "style", "template", "svg", "math", "iframe", "object", "noscript", "textarea", "title"),
    *("xmp", "noembed", "noframes", "select", "audio", "video", "canvas", "frameset"),
}
"""Elements whose content is no text of the story and goes with them."""
BY_NAME = ("indicator", "plan", "society", "story")
"""`indicator:K07` and the like: let through to be turned into an address, never written."""
AFTER_HTML = 15
"""Priority of a preprocessor that sees neither fenced code (25) nor blocks of HTML (20)."""
DEEPEST = 4
"""Headings of a story are h2 to h4."""
SIZES = "(min-width: 48rem) 44rem, 100vw"
"""How wide a photo stands in the body, for the browser's choice of a file."""
HERE = "../../"
"""The way from a story's page to the site's root."""
_WITHIN_JAPANESE = re.compile(
    r"(?<=[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60])\n(?=[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60])"
)
"""A line that ends within Japanese goes on without a gap."""
_EMPTY = re.compile(r"<(p|a|strong|em|code|blockquote|ul|ol|li|figure|h[2-4])(?: [^<>]*)?>\s*</\1>")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_EMPTY_HEAD = re.compile(r"<thead>\s*<tr>(?:\s*<th>\s*</th>)*\s*</tr>\s*</thead>")
_FIRST_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Own:
    """What a story may show and lead to: its photos by their address, addresses of pages."""

    photos: Mapping[str, Picture]
    link: Callable[[str], str | None]


Clean = Callable[[str, Own], str]


def html(story: Story, site: Site, clean: Clean | None = None) -> Html:
    """The body as HTML; `clean` is the sanitiser (`sanitised`; tests put nothing in its place)."""
    photos = {address: story.pictures[position] for address, position in story.inline}
    own = Own(photos, partial(_link, pages_of(site.project)))
    kept = (clean or sanitised)(_converted(story.body), own)
    writer = _Layout(own, partial(_with_numbers, story, site))
    writer.feed(_headed(kept))
    writer.close()
    return trusted(_without_empty(writer.finished()))


def line(text: str, story: Story, site: Site) -> Html:
    """A text of the front matter (summary, before, numbers …): escaped, its placeholders as numbers."""
    return trusted(_with_numbers(story, site, entities.escape(text)).replace("\n", "<br>"))


def _converted(text: str) -> str:
    converter = markdown.Markdown(extensions=list(EXTENSIONS))
    converter.preprocessors.register(Lists(converter), "lists", AFTER_HTML)
    return str(converter.convert(text))


def sanitised(markup: str, own: Own) -> str:
    """Only elements and addresses that are allowed; everything else loses its tag."""

    def attribute(tag: str, name: str, value: str) -> str | None:
        if tag == "a":
            return own.link(value)
        if tag == "ol":
            return value if value.isdecimal() and value.isascii() else None
        return value if name != "src" or value in own.photos else None

    return nh3.clean(
        markup,
        tags=ALLOWED,
        clean_content_tags=WITHOUT_WORDS,
        attributes={"a": {"href"}, "img": {"src"}, "ol": {"start"}},
        attribute_filter=attribute,
        strip_comments=True,
        link_rel=None,
        url_schemes={*SCHEMES, *BY_NAME},
    )


# ---------------------------------------------------------------- addresses


def _link(pages: SitePages, address: str) -> str | None:
    """The address as the story's page may carry it: another host or mail as it stands, a page of this
    site from its root; None for anything else."""
    found = target(address, pages)
    if found.leads is Leads.OUTSIDE:
        return found.address
    return (
        f"{HERE}{found.address}"
        if found.leads in (Leads.PAGE, Leads.ABSOLUTE) and _known(found, pages)
        else None
    )


def _known(found: Target, pages: SitePages) -> bool:
    """Whether the page is there (an address with its `/` is told by `parse` and mended here)."""
    return found.address.partition("#")[0] in pages.addresses


# ---------------------------------------------------------------- layout


_DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)


def _headed(markup: str) -> str:
    """Every table with header cells: one without any has them in its first row. A link that leads
    nowhere is its words."""

    def table(found: re.Match[str]) -> str:
        whole = _EMPTY_HEAD.sub("", found.group())
        if "<th>" in whole:
            return whole
        return _FIRST_ROW.sub(lambda row: re.sub(r"(</?)td>", r"\1th>", row.group()), whole, count=1)

    return _DEAD_LINK.sub(r"\1", _TABLE.sub(table, markup))


def _without_empty(markup: str) -> str:
    """Nothing that has no content: an empty link or heading has no name to be read out."""
    while (less := _EMPTY.sub("", markup)) != markup:
        markup = less
    return markup


def _with_numbers(story: Story, site: Site, escaped: str) -> str:
    """Escaped text with its placeholders as published numbers."""
    text = entities.unescape(escaped)
    if "{=" not in text:
        return escaped
    pieces = story_numbers.pieces(text, story, site.project, site.results)
    return "".join(entities.escape(piece) if isinstance(piece, str) else _amount(piece) for piece in pieces)


def _amount(found: story_numbers.Resolved) -> str:
    """A published number with its unit; a short unit stays on its line."""
    number, src = found.number, entities.escape(found.number.src)
    data = f'<data value="{formats.raw(number.raw)}" data-src="{src}">{entities.escape(number.shown)}</data>'
    unit = entities.escape(found.unit)
    return f'<span class="amount">{data}{unit}</span>' if len(found.unit) <= NARROW else f"{data}{unit}"


@dataclass(slots=True)
class _State:
    """Where the writer stands."""

    written: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    """(name, start tag as written) of the elements that are open."""
    text: list[str] = field(default_factory=list)
    level: int = 1
    in_head: bool = False
    first_in_row: bool = False
    rows: int = 0


class _Layout(HTMLParser):
    """Writes what it reads as it stands, but for headings, tables, photos, links and numbers."""

    def __init__(self, own: Own, with_numbers: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=False)
        self._own = own
        self._with_numbers = with_numbers
        self._now = _State()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        start = self.get_starttag_text() or ""
        given = {name: value or "" for name, value in attrs}
        if tag == "img" and given.get("src") in (None, "", *self._own.photos):
            self._photo(given.get("src", ""))
            return
        if tag in HEADINGS:
            start = self._heading(start)
        elif tag in ("th", "td", "tr", "table", "thead"):
            start = self._table(tag, start)
        elif tag == "a" and re.match(r"https?:|//", given.get("href", "")):
            start = f'{start[:-1]} rel="noopener noreferrer">'
        self._now.written.append(start)
        if tag not in ("br", "hr", "img", "input", "meta", "link", "base", "embed", "area", "source"):
            self._now.open.append((tag, start))

    def _heading(self, start: str) -> str:
        """The level one below the last heading at most: the page's own h1 stands above."""
        wanted = max(int(start[2]), 2)
        self._now.level = min(wanted, self._now.level + 1, DEEPEST)
        return f"<h{self._now.level}{start[3:]}"

    def _table(self, tag: str, start: str) -> str:
        now = self._now
        if tag == "table":
            now.rows = 0
            return f"{AROUND['table']}{start}"
        if tag == "tr":
            now.rows, now.first_in_row = now.rows + 1, True
        elif tag == "th":
            across = now.rows <= 1 or not now.first_in_row
            now.first_in_row = False
            return f'{start[:-1]} scope="{"col" if across else "row"}">'
        elif tag == "td":
            now.first_in_row = False
        return start

    def _photo(self, address: str) -> None:
        """A figure, outside the paragraph that it was named in."""
        now = self._now
        picture = self._own.photos.get(address)
        names = [name for name, _ in now.open]
        if picture is None or any(name in HEADINGS for name in names):
            return
        inside = names.index("p") if "p" in names else len(names)
        parted = now.open[inside:]
        now.written += [f"</{name}>" for name, _ in reversed(parted)]
        now.written.append(figure(picture))
        now.written += [start for _, start in parted]

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        now = self._now
        if now.open and now.open[-1][0] == tag:
            now.open.pop()
        name = f"h{now.level}" if tag in HEADINGS else tag
        now.written.append(f"</{name}>{'</div>' if tag in AROUND else ''}")

    def handle_data(self, data: str) -> None:
        self._now.text.append(data)

    def handle_entityref(self, name: str) -> None:
        self._now.text.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._now.text.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._flush()
        self._now.written.append(f"<!--{data}-->")

    def _flush(self) -> None:
        now = self._now
        text, now.text = "".join(now.text), []
        names = [name for name, _ in now.open]
        if "pre" in names:
            # A page holds no empty and no indented line, so lines of code are kept by their character.
            text = text.replace("\n", "&#10;")
        elif "code" not in names and "script" not in names and "style" not in names:
            text = self._with_numbers(_WITHIN_JAPANESE.sub("", text))
        now.written.append(text)

    def finished(self) -> str:
        self._flush()
        return "".join(self._now.written)


def figure(picture: Picture) -> str:
    """A photo with its caption, in every width that was made of it, and the one JPEG for old browsers."""
    files = ", ".join(f"{HERE}{picture.address}-{width}.webp {width}w" for width in picture.widths)
    width = picture.fallback_width
    address = entities.escape(f"{HERE}{picture.address}-{width}.jpg")
    height = round(picture.height * width / picture.width)
    said = " ".join(part for part in (picture.caption, picture.credit) if part)
    caption = f"<figcaption>{entities.escape(said)}</figcaption>" if said else ""
    return (
        '<figure class="story-photo"><picture>'
        f'<source type="image/webp" srcset="{files}" sizes="{SIZES}">'
        f'<img src="{address}" width="{width}"'
        f' height="{height}" loading="lazy" decoding="async" alt="{entities.escape(picture.alt)}">'
        f"</picture>{caption}</figure>"
    )
