"""Page models to text; the only user of Jinja.

Templates are trusted, data is not: autoescape is on, undefined names raise, and the body of a page is
one run of block-level HTML that Markdown passes through untouched. The front matter carries what the
document around the body needs (title, description, section …) as JSON strings, which YAML reads as is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.catalogue import Catalogue
from generator.model import Artefact
from generator.model_card import Card

Html = Markup


def trusted(markup: str) -> Html:
    """Markup made by our own writers, which escape every text in it (figures); never data."""
    return Markup(markup)


MetaValue = str | bool | Sequence[str]


@dataclass(frozen=True, slots=True)
class Page:
    """One page before it is text.

    `path` is the Markdown file below the tree (`indicators/x.md` is served as /indicators/x/);
    `section` is the key of the navigation entry it belongs to; `context` is what its template sees.
    """

    path: str
    template: str
    title: str
    description: str
    section: str
    context: Mapping[str, object]
    sample: bool = False
    scripts: Sequence[str] = ()
    """Scripts below the site's root that this page loads, deferred."""
    styles: Sequence[str] = ()
    """Style sheets below the site's root that this page loads after those of every page."""
    without: Sequence[str] = ()
    """Style sheets of every page that this one does without, because it must come quickly."""
    files: Sequence[Artefact] = ()
    """Files that belong to this page alone (the data of its live charts)."""
    extra: Mapping[str, MetaValue] = field(default_factory=dict)
    card: Card | None = None
    """The picture that stands for the page in social networks; None: the site's own stands in."""
    about: Sequence[Mapping[str, object]] = ()
    """What the page is about, as items of schema.org (`pages.structured`)."""
    share_text: str = ""
    """What is said when the page is passed on; empty: its title and its description."""

    @property
    def url(self) -> str:
        """Address below the site's root, '' for the home page."""
        return served_at(self.path)

    @property
    def root(self) -> str:
        """The way from this page to the site's root: '../../' for /indicators/x/, './' for /."""
        return "../" * self.url.count("/") or "./"


def served_at(path: str) -> str:
    """Where MkDocs (directory URLs) serves a Markdown file: `a/b.md` → `a/b/`, `a/index.md` → `a/`."""
    stem = path.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


class Renderer:
    """Templates of one theme with the words of one language.

    `globals_` are functions and values every template may use beside `t` (interface words);
    `tests` are further template tests (`v is number_`).
    """

    def __init__(
        self,
        theme_folders: Sequence[Path],
        catalogue: Catalogue,
        globals_: Mapping[str, object],
        tests: Mapping[str, Callable[[object], bool]],
    ) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([folder / "templates" for folder in theme_folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(globals_)
        self._environment.globals["t"] = _words(catalogue)
        self._environment.tests.update(tests)

    def page(self, page: Page) -> Artefact:
        """The Markdown file of a page: front matter, blank line, HTML body."""
        template = self._environment.get_template(page.template)
        body = template.render({**page.context, "page": page, "root": page.root})
        return Artefact(page.path, (front_matter(_meta(page)) + left_alone(body)).encode())


def _words(catalogue: Catalogue) -> Callable[..., str]:
    """`t(key, **values)`: plain text, or safe HTML where a value is HTML (a marked-up number)."""

    def t(key: str, /, **values: object) -> str:
        if any(isinstance(value, Markup) for value in values.values()):
            return Markup(escape(catalogue.pattern(key))).format(**catalogue.filled(values))
        return catalogue.word(key, **values)

    return t


def _meta(page: Page) -> Mapping[str, MetaValue]:
    facts: dict[str, MetaValue] = {
        "title": page.title,
        "description": page.description,
        "section": page.section,
        **page.extra,
    }
    if page.sample:
        facts["sample"] = True
    if page.scripts:
        facts["scripts"] = list(page.scripts)
    if page.styles:
        facts["styles"] = list(page.styles)
    if page.without:
        facts["without"] = list(page.without)
    return facts


def front_matter(facts: Mapping[str, MetaValue]) -> str:
    """YAML front matter; each value is JSON on one line, so no text can end it or add a key."""
    lines = (f"{key}: {_json(value)}\n" for key, value in facts.items())
    return "---\n" + "".join(lines) + "---\n\n"


def body_of(page: bytes) -> str:
    """The HTML body of a page that `Renderer.page` made."""
    return page.decode().partition("\n---\n\n")[2]


def _json(value: MetaValue) -> str:
    return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04x}", json.dumps(value, ensure_ascii=False))


_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""JSON lets these through; YAML readers refuse them or take them for line ends."""

_INDENT = re.compile(r"\n[ \t\n]*")
_FENCE = re.compile(r"^[`~](?=[`~]{2})", re.MULTILINE)
_MARKER = re.compile("[\x02\x03]")


def left_alone(body: str) -> str:
    """The body such that Markdown leaves every byte of it alone: no indented line, no empty line, no
    line that opens a code fence, none of the two control characters Markdown uses as its own marks."""
    lines = _INDENT.sub("\n", _MARKER.sub("", body)).strip()
    return _FENCE.sub(lambda m: f"&#{ord(m.group())};", lines) + "\n"
