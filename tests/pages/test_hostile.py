"""A page is HTML with text in it: whatever the data says, it is read and never obeyed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pages.sites_made import SMALLEST, Document, copy, html

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% raw %}",
    "| a | b |",
    "\"quoted\" & 'single'",
    "]]> --> </p></div></main>",
    "```",
    "[link](javascript:alert(1))",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest project with all of that in every name and text it has."""
    folder = copy(SMALLEST, tmp_path_factory.mktemp("hostile") / "project")
    said = " ".join(HOSTILE)
    for file, text in (
        ("data/indicators.yml", "会員が世話をする花だん"),
        ("data/indicators.yml", "花だんの数"),
        ("data/plan.yml", "花だんづくり"),
        ("data/plan.yml", "まちに花を"),
        ("data/plan.yml", "種をまく"),
        ("site_config/site.yml", "花の約束"),
        ("site_config/site.yml", "花の会"),
    ):
        path = folder / file
        source = path.read_text(encoding="utf-8")
        assert text in source
        path.write_text(source.replace(text, json.dumps(f"{text} {said}", ensure_ascii=False), 1), "utf-8")
    return html(folder, tmp_path_factory.mktemp("hostile-site"))


def pages_of(site: Path) -> list[Path]:
    return [site / "index.html", *sorted((site / "indicators").glob("*/index.html"))]


def test_hostile_text_is_read_as_it_stands(site: Path) -> None:
    """Every piece comes out literally on the indicator page."""
    document = Document(pages_of(site)[1].read_text(encoding="utf-8"))
    read = " ".join(document.text.split())
    assert [piece for piece in HOSTILE if piece not in read] == []


def test_hostile_text_makes_no_element(site: Path) -> None:
    """No script but our own, no picture, no event attribute, no link with a script in it."""
    for path in [*pages_of(site), site / "404.html"]:
        document = Document(path.read_text(encoding="utf-8"))
        run = [tag for tag in document.all("script") if tag.get("type") != "application/ld+json"]
        scripts = {tag["src"].split("?v=")[0].rpartition("assets/js/")[2] for tag in run}
        assert scripts <= {"figure.js", "share.js", "embed-code.js"}
        assert document.all("img") == []
        for tag, attributes in document.tags:
            assert [key for key in attributes if key.startswith("on") or key == "style"] == [], tag
            assert not attributes.get("href", "").startswith("javascript:")


def test_the_page_keeps_its_frame(site: Path) -> None:
    """Text cannot close what it stands in: one main, one h1, the footer after them."""
    for path in pages_of(site):
        names = [tag for tag, _ in Document(path.read_text(encoding="utf-8")).tags]
        assert (names.count("main"), names.count("h1"), names.count("footer")) == (1, 1, 1)
        assert names.index("main") < names.index("h1") < names.index("footer")
