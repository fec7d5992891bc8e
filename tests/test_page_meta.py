"""What every page of the built sample site tells networks and indexes about itself, and that its card
says nothing that the page does not say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator import cards, catalogue, pages, theme
from generator.model_card import WIDE, Card
from generator.pipeline import Order, build
from tests.pages.sites_made import DAY, ROOT, computed, copy

HOME = "https://example.org/"
OUTSIDE = ("admin/", "embed/")
"""The editor, and what other sites' frames show: nobody passes their addresses on."""
COMPLETE = {
    *("og:type", "og:site_name", "og:title", "og:description", "og:url", "og:locale"),
    *("og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"),
    *("twitter:card", "twitter:title", "twitter:description", "twitter:image", "twitter:image:alt"),
}
REQUIRED: Mapping[str, set[str]] = {
    "Dataset": {"name", "description", "url", "license", "creator", "temporalCoverage", "distribution"},
    "Article": {"headline", "image", "author", "publisher", "mainEntityOfPage"},
    "Organization": {"name", "url"},
    "WebSite": {"name", "url", "publisher"},
    "WebPage": {"name", "url", "publisher"},
    "BreadcrumbList": {"itemListElement"},
}
LONGEST_ALT = 420
"""Characters that X takes."""


class Head(HTMLParser):
    """Title, meta tags, canonical address, JSON-LD and visible text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.canonical: list[str] = []
        self.blocks: list[str] = []
        self.title = ""
        self.text = ""
        self._in: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            assert name not in self.meta, f"{name} twice"
            self.meta[name] = given.get("content", "")
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical.append(given["href"])
        if tag == "script" and given.get("type") == "application/ld+json":
            self.blocks.append("")
            self._in.append("json")
        elif tag in ("script", "style", "title"):
            self._in.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._in and tag in ("script", "style", "title"):
            self._in.pop()

    def handle_data(self, data: str) -> None:
        where = self._in[-1] if self._in else "text"
        if where == "json":
            self.blocks[-1] += data
        elif where == "title" and not self.title:
            self.title = data
        elif where == "text":
            self.text += data


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's project."""
    folder = tmp_path_factory.mktemp("meta") / "p"
    folder.mkdir()
    for name in ("site_config", "data", "content"):
        copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """The whole way: pages, cards, data."""
    build(Order(project, project.parent / "site", DAY))
    return project.parent / "site"


@pytest.fixture(scope="module")
def heads(site: Path) -> Mapping[str, Head]:
    """Every page for readers by its address below the root."""
    found = {
        path.parent.relative_to(site).as_posix() + "/": path for path in sorted(site.rglob("index.html"))
    }
    return {
        "" if address == "./" else address: Head(path.read_text("utf-8"))
        for address, path in found.items()
        if not address.startswith(OUTSIDE)
    }


def file_of(site: Path, address: str) -> Path:
    """The file of the site behind an absolute address."""
    assert address.startswith(HOME), address
    path = site / address.removeprefix(HOME).split("#")[0]
    return path / "index.html" if address.split("#")[0].endswith("/") else path


def items(head: Head) -> list[dict[str, Any]]:
    [block] = head.blocks
    graph: list[dict[str, Any]] = json.loads(block)["@graph"]
    return graph


def test_every_page_says_all_that_networks_ask_for(heads: Mapping[str, Head]) -> None:
    """og: and twitter: are complete, not empty, and agree with each other and with the page."""
    assert len(heads) > 100
    for address, head in heads.items():
        assert {name for name, content in head.meta.items() if content} >= COMPLETE, address
        for name in ("title", "description"):
            assert head.meta[f"og:{name}"] == head.meta[f"twitter:{name}"]
        assert head.meta["og:description"] == head.meta["description"]
        assert head.meta["og:title"] in head.title
        assert head.meta["og:image"] == head.meta["twitter:image"]
        assert len(head.meta["og:image:alt"]) <= LONGEST_ALT
        assert head.meta["twitter:card"] == "summary_large_image"
        assert head.meta["og:locale"] == "ja_JP"
        assert head.meta["og:type"] == ("article" if address else "website")


def test_the_canonical_address_is_the_page_itself(heads: Mapping[str, Head]) -> None:
    """Each page has one, absolute, also the home page."""
    for address, head in heads.items():
        assert head.canonical == [HOME + address]
        assert head.meta["og:url"] == HOME + address


def test_titles_tell_pages_apart(heads: Mapping[str, Head]) -> None:
    """No two pages have one title."""
    titles = [head.title for head in heads.values()]
    assert sorted(set(titles)) == sorted(titles)


def test_pictures_exist_in_the_stated_size(site: Path, heads: Mapping[str, Head]) -> None:
    """og:image is a PNG of the site, as wide and high as the page says and networks ask."""
    for address in sorted({head.meta["og:image"] for head in heads.values()}):
        with Image.open(file_of(site, address)) as picture:
            assert (picture.format, picture.size) == ("PNG", WIDE)
    for head in heads.values():
        assert (head.meta["og:image:width"], head.meta["og:image:height"]) == tuple(map(str, WIDE))


def test_what_was_never_released_has_no_day(heads: Mapping[str, Head]) -> None:
    """The sample has no release: only stories, which name their own day, may have one."""
    dated = [address for address, head in heads.items() if "article:modified_time" in head.meta]
    assert dated == []
    days = {address for address, head in heads.items() if "article:published_time" in head.meta}
    assert all(address.startswith("stories/") for address in days)


def test_json_ld_has_what_schema_org_asks_for(heads: Mapping[str, Head]) -> None:
    """One block a page, known types, required fields filled; data sets are described in 50 to 5,000 letters
    and say that they are samples."""
    kinds: set[str] = set()
    for address, head in heads.items():
        assert json.loads(head.blocks[0])["@context"] == "https://schema.org"
        for item in items(head):
            kinds.add(item["@type"])
            assert REQUIRED[item["@type"]] <= {key for key, value in item.items() if value}, address
        for dataset in (item for item in items(head) if item["@type"] == "Dataset"):
            assert 50 <= len(dataset["description"]) <= 5000
            assert "サンプル" in dataset["name"]
            assert head.meta["description"] in dataset["description"]
            assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", dataset["temporalCoverage"])
    assert kinds == set(REQUIRED)


def test_indicators_are_data_sets_and_stories_articles(heads: Mapping[str, Head]) -> None:
    """The page of each tells so; the way to it is told from home to itself."""
    for address, head in heads.items():
        kinds = [item["@type"] for item in items(head)]
        if re.fullmatch(r"indicators/[^/]+/", address):
            assert kinds == ["Dataset", "BreadcrumbList"]
        if address == "":
            assert kinds == ["Organization", "WebSite"]
        for item in items(head):
            steps = item.get("itemListElement", [])
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            if steps:
                assert steps[0]["item"] == HOME and steps[-1]["item"] == HOME + address


def addresses(node: object) -> Iterator[str]:
    """Every address of the site in a JSON-LD tree."""
    if isinstance(node, dict):
        for value in node.values():
            yield from addresses(value)
    elif isinstance(node, list):
        for value in node:
            yield from addresses(value)
    elif isinstance(node, str) and node.startswith(HOME):
        yield node


def test_every_address_in_json_ld_leads_somewhere(site: Path, heads: Mapping[str, Head]) -> None:
    """Files, pages and pictures that are named exist."""
    named = {address for head in heads.values() for item in items(head) for address in addresses(item)}
    assert [address for address in sorted(named) if not file_of(site, address).is_file()] == []


def test_json_ld_cannot_be_left_by_any_text(heads: Mapping[str, Head]) -> None:
    """No sign that ends an element or a line stands in the block as itself."""
    assert all(not re.search("[<>&\u2028\u2029]", head.blocks[0]) for head in heads.values())


# ------------------------------------------------------------------ cards


@pytest.fixture(scope="module")
def drawn(project: Path) -> tuple[Card, ...]:
    """The wide cards as they are before they are drawn."""
    told, results = computed(project)
    press = cards.press(theme.folders(project), told.site.brand)
    edition = pages.edition(
        told, results, "ja", catalogue.read("ja"), theme.assets(theme.folders()), (), press.name
    )
    return tuple(card for card, square in edition.cards if not square)


PLACES = {"home": "", "indicator": "indicators/", "plan": "plans/", "story": "stories/"} | {
    "society": "societies/",
    "review": "reviews/",
}


def page_of(card: Card, heads: Mapping[str, Head]) -> Head:
    if card.kind == "home":
        return heads[""]
    if card.kind == "page":
        return next(h for a, h in heads.items() if a.strip("/").replace("/", "-") == card.slug)
    return heads[f"{PLACES[card.kind]}{card.slug}/"]


def tight(text: str) -> str:
    return "".join(text.split())


def test_a_card_says_what_its_page_says(drawn: tuple[Card, ...], heads: Mapping[str, Head]) -> None:
    """Title, value with unit, every fact, the grade's word and every sentence stand on the page (its text
    or, where it is not printed there, its description)."""
    assert len(drawn) > 80
    for card in drawn:
        head = page_of(card, heads)
        page = tight(head.text + head.meta["description"] + head.title)
        assert tight(card.title) in page, card.title
        assert tight(card.value + card.unit) in page, card.title
        for fact in card.facts:
            assert tight(fact.split(" ", 1)[-1]) in page, (card.title, fact)
        assert card.grade_word in page and card.grade_letter in page
        for line in card.lines:
            assert tight(line) in page, (card.title, line)
        assert tight(card.kicker) in page and card.sample in page


def test_pages_point_to_their_own_card(drawn: tuple[Card, ...], heads: Mapping[str, Head]) -> None:
    """The picture of a page is the one made for it, and its alternative text is all that it says."""
    for card in drawn:
        head = page_of(card, heads)
        assert f"/cards/ja/{card.kind}-{card.slug}-" in head.meta["og:image"]
        assert head.meta["og:image:alt"] == card.alt


def test_stories_nobody_agreed_to_pass_on_have_no_card_and_no_bar(
    site: Path, project: Path, heads: Mapping[str, Head]
) -> None:
    """The site's own card stands in; there is no link to a network, no picture to save."""
    told, _ = computed(project)
    kept = [story for story in told.stories if not story.shareable]
    assert kept and len(kept) < len(told.stories)
    for story in told.stories:
        head = heads[f"stories/{story.slug}/"]
        source = (site / "stories" / story.slug / "index.html").read_text("utf-8")
        own = any((site / "cards" / "ja").glob(f"story-{story.slug}-*"))
        assert own == story.shareable == ("social-plugins.line.me" in source) == ("share-code" in source)
        if not story.shareable:
            assert head.meta["og:image"] == heads[""].meta["og:image"]
            assert story.picture.address not in json.dumps(items(head))
