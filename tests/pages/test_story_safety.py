"""Two guards, each enough alone: the sanitiser without a policy, and the policy without the sanitiser.

Every hostile body is shown in Chromium. Nothing may run, no other host may be called.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Browser, Route, sync_playwright

from generator import catalogue, sentences
from generator.model_story import Story
from generator.pages import story_text
from generator.pages.site import Site
from generator.render import left_alone
from tests.pages.hostile_bodies import ALL, GIVEN, OWN, PAST_THE_POLICY, SWALLOWING
from tests.pages.sites_made import ROOT
from tests.stories_made import computed, one_story

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ELEMENTS = {
    *("h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "blockquote", "a", "table", "thead", "tbody"),
    *("tr", "th", "td", "hr", "br", "code", "pre", "figure", "figcaption", "picture", "source", "img"),
    *("div", "span", "data"),
}
ATTRIBUTES = {
    "a": {"href", "rel"},
    "th": {"scope"},
    "ol": {"start"},
    "div": {"class", "tabindex"},
    "span": {"class"},
    "data": {"value", "data-src"},
    "figure": {"class"},
    "source": {"type", "srcset", "sizes"},
    "img": {"src", "srcset", "sizes", "width", "height", "loading", "decoding", "alt"},
}
CLASSES = {"table-scroll", "amount", "story-photo"}
HOME = "http://story.test/"


def site() -> Site:
    project, results = computed()
    words = catalogue.read("ja").speaking_of(project.site)
    return Site(project, results, "ja", words, sentences.for_language("ja", project.site.fiscal_year_start))


def story_of(body: str) -> Story:
    story = one_story(computed()[0])
    photo = replace(story.picture, alt='店主"><script>alert(1)</script>', caption="<b onclick=alert(1)>")
    return replace(story, body=body, pictures=(photo,), inline=(("photo.jpg", 0),))


def unguarded(markup: str, own: story_text.Own) -> str:
    """In place of the sanitiser: everything as it came."""
    return markup


class Elements(HTMLParser):
    """Elements with their attributes, comments, and whether everything closes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.comments: list[str] = []
        self.open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("br", "hr", "img", "source"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, tag

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        self.comments.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.comments.append(data)

    def handle_pi(self, data: str) -> None:
        self.comments.append(data)


def as_served(made: str) -> str:
    """What MkDocs makes of the page's source: Markdown once more, over one block of HTML."""
    source = left_alone(f'<div class="story-body">{made}</div>')
    return str(markdown.markdown(source, extensions=["toc", "tables", "fenced_code"]))


@pytest.mark.parametrize("name", ALL)
def test_only_what_is_on_the_list_is_left(name: str) -> None:
    """Elements, attributes, classes and addresses of a hostile body are those a story may have."""
    made = story_text.html(story_of(ALL[name]), site())
    page = Elements(made)
    assert page.open == [] and page.comments == []
    for tag, attributes in page.found:
        assert tag in ELEMENTS
        assert set(attributes) <= ATTRIBUTES.get(tag, set()), tag
        assert attributes.get("class", "amount") in CLASSES
        address = attributes.get("href", attributes.get("src", "../../"))
        assert re.match(r"https?://|mailto:|\.\./\.\./[a-z]", address + "x"), address
        if tag in ("img", "source"):
            assert "evil" not in "".join(attributes.values())


@pytest.mark.parametrize("name", ALL)
def test_markdown_finds_nothing_in_it_again(name: str) -> None:
    """The page passes Markdown once more when the site is built: it leaves every byte alone."""
    made = story_text.html(story_of(ALL[name]), site())
    inside = left_alone(f'<div class="story-body">{made}</div>').strip()
    assert as_served(made).strip() == inside


def test_no_file_of_the_machine_is_read() -> None:
    """Snippets and includes are words."""
    for name in ("inj-snippet-file", "inj-snippet-url", "snippet", "template-words"):
        made = story_text.html(story_of(ALL[name]), site())
        assert "root:" not in made and "nologin" not in made
        assert name == "template-words" or "8&lt;" in made or "{!" in made


def policy() -> str:
    """The Content-Security-Policy element of our own document."""
    found = re.search(
        r'<meta http-equiv="Content-Security-Policy"[^>]*>',
        (ROOT / "theme" / "overrides" / "main.html").read_text("utf-8"),
    )
    assert found is not None
    return found.group()


@dataclass
class Seen:
    """What happened in the browser."""

    dialogs: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def shown(browser: Browser, pages: Iterable[str], seen: Seen) -> Iterator[object]:
    """Load every page, press what can be pressed, and give what the page says of itself."""
    served = {f"{HOME}{number}.html": page for number, page in enumerate(pages)}
    tab = browser.new_page()

    def answer(route: Route) -> None:
        address = route.request.url.partition("#")[0]
        if address in served:
            route.fulfill(body=served[address], content_type="text/html; charset=utf-8")
            return
        if not address.startswith(HOME):
            seen.foreign.append(address)
        route.abort()

    def dismiss(dialog: object) -> None:
        seen.dialogs.append(getattr(dialog, "message", ""))
        dialog.dismiss()  # type: ignore[attr-defined]

    tab.route("**/*", answer)
    tab.on("dialog", dismiss)
    for address in served:
        tab.goto(address)
        tab.wait_for_timeout(50)
        yield tab.evaluate(ACTIVE)
        tab.evaluate(PRESS)
        tab.wait_for_timeout(50)
    tab.close()


ACTIVE = """() => [...document.querySelectorAll('*')].filter(e =>
  ['SCRIPT','STYLE','BASE','LINK','IFRAME','OBJECT','EMBED','FORM','BUTTON','INPUT','SVG','MATH','TEMPLATE',
   'NOSCRIPT','VIDEO','AUDIO','FRAME','FRAMESET','AREA'].includes(e.tagName.toUpperCase())
  || (e.tagName === 'META' && !e.hasAttribute('charset'))
  || [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style' || a.name === 'target'
     || (['href','src','action','formaction','xlink:href','data'].includes(a.name)
         && !/^(https?:|mailto:|\\.\\.\\/)/.test(a.value))))
  .map(e => e.outerHTML.slice(0, 120))"""
PRESS = """() => {
  for (const e of document.querySelectorAll('a, button, summary, area, input[type=image]')) {
    const to = e.getAttribute('href') || e.getAttribute('xlink:href') || e.getAttribute('formaction') || '';
    if (e.tagName === 'A' && /^(https?:|mailto:|\\.\\.|\\/)/.test(to)) continue;
    e.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
  }
  for (const e of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'focus', 'click']) {
      if (e.getAttribute('on' + kind)) e.dispatchEvent(new MouseEvent(kind));
    }
  }
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def document(head: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="ja"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )


def test_the_sanitiser_alone_is_enough(browser: Browser) -> None:
    """Without any policy: nothing active in the document, no dialog, no other host called."""
    bodies = [as_served(story_text.html(story_of(body), site())) for body in ALL.values()]
    seen = Seen()
    (active,) = shown(browser, [document("", "".join(bodies))], seen)
    assert (active, seen.dialogs, seen.foreign) == ([], [], [])


def test_the_policy_alone_is_enough(browser: Browser) -> None:
    """Without the sanitiser: no dialog, no other host called, whatever is pressed."""
    together = [body for name, body in {**GIVEN, **OWN}.items() if name not in PAST_THE_POLICY]
    listed = ["\n".join(raw(body) for body in together), *(raw(body) for body in SWALLOWING.values())]
    listed += [raw(body) for name, body in OWN.items() if name.startswith(("mutation", "comment"))]
    seen = Seen()
    active = list(shown(browser, [document(policy(), body) for body in listed], seen))
    assert active[0], "nothing hostile came through to the policy: this test proves nothing"
    assert (seen.dialogs, seen.foreign) == ([], [])


def test_without_either_guard_the_bodies_do_run(browser: Browser) -> None:
    """The bodies are hostile and this browser tells of it."""
    seen = Seen()
    names = ("handler-img", "script", "svg-onload", "style-import")
    list(shown(browser, [document("", raw(OWN[name])) for name in names], seen))
    assert len(seen.dialogs) >= 3 and seen.foreign


def raw(body: str) -> str:
    """The body without the sanitiser."""
    return story_text.html(story_of(body), site(), unguarded)
