"""The guide for those who write the site: complete, generic, and out of readers' way."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest

from generator import finding_words, theme
from generator.finding_words.words import Words
from generator.pages import guide
from generator.pages.guide_messages import COMMON
from tests.pages.sites_made import ROOT, SMALLEST, Document, copy, html, page

GUIDE = theme.packaged() / "guide" / "ja"
LARGEST_PICTURE = 80_000
LARGEST_ALL = 1_000_000


@pytest.fixture(scope="module")
def smallest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return html(SMALLEST, tmp_path_factory.mktemp("smallest"))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("data", "content", "site_config"):
        copy(ROOT / name, folder / name)
    return html(folder, tmp_path_factory.mktemp("own-site"))


def blanks(words: Words) -> set[str]:
    """The names of what a code's sentences leave open."""
    sentences = (words.message, words.expected, words.fix)
    return {name for one in sentences for _, name, _, _ in string.Formatter().parse(one) if name}


def test_a_code_stands_under_one_topic() -> None:
    """Two tables with the same code would give one finding the words of another."""
    codes = [code for table in finding_words.TOPICS.values() for code in table]
    assert sorted(codes) == sorted(set(codes)) == sorted(finding_words.WORDS)


def test_every_code_is_explained(smallest: Path) -> None:
    """`#code` of the page of messages leads to each message with its fix."""
    found = page(smallest, "admin/guide/messages")
    ids = {attributes.get("id") for _, attributes in found.tags}
    assert set(finding_words.WORDS) - ids == set()


def test_every_blank_of_every_message_has_an_example() -> None:
    """A message is shown as the checker prints it; no example waits for a code that is gone.

    A new code with blanks needs a line in theme/guide/ja/examples.json."""
    given = json.loads((GUIDE / guide.EXAMPLES).read_text("utf-8"))
    bare = {
        code: missing
        for code, both in finding_words.WORDS.items()
        if (missing := blanks(both.ja) - {*given[COMMON], *given.get(code, {})})
    }
    assert bare == {}
    assert set(given) - {COMMON} - set(finding_words.WORDS) == set()


def test_the_guide_is_out_of_readers_way(own: Path) -> None:
    """No search engine, no page of ours beside the editor and its own pages, and no index names it."""
    for name in guide.CHAPTERS:
        place = "admin/guide" if name == guide.START else f"admin/guide/{name}"
        robots = page(own, place).all("meta", name="robots")
        assert [robot["content"] for robot in robots] == ["noindex"], place
    others = (path for path in own.rglob("*.html") if "admin" not in path.parts)
    assert [path for path in others if "admin/guide" in path.read_text("utf-8")] == []
    assert [path for path in (own / "search").rglob("*.js") if "admin/guide" in path.read_text("utf-8")] == []


def test_the_guide_is_noindex_on_a_site_of_real_values(smallest: Path) -> None:
    """The rule does not hang on the sample mark."""
    assert page(smallest).all("meta", name="robots") == []
    assert page(smallest, "admin/guide").all("meta", name="robots")[0]["content"] == "noindex"


def test_pictures_are_light_and_told(own: Path) -> None:
    """Each under 80 kB, together under 1 MB; each used, with a size and an alternative text."""
    files = {path.name: path.stat().st_size for path in (GUIDE / "images").iterdir()}
    assert {name: size for name, size in files.items() if size > LARGEST_PICTURE} == {}
    assert sum(files.values()) < LARGEST_ALL
    shown = [image for path in (own / "admin/guide").rglob("*.html") for image in images(path)]
    assert {Path(image["src"]).name for image in shown} == set(files)
    assert [image for image in shown if not (image["alt"] and image["width"] and image["height"])] == []
    assert sorted(path.name for path in (own / "admin/guide/images").iterdir()) == sorted(files)


def images(path: Path) -> list[dict[str, str]]:
    """The pictures of a page of the guide."""
    return Document(path.read_text("utf-8")).all("img")


def test_the_guide_names_nobody() -> None:
    """Its text is every project's: names come from the project it stands in."""
    for path in sorted(GUIDE.glob("*.*")):
        text = path.read_text("utf-8")
        assert [word for word in ("商工会", "みほん", "連合会") if word in text] == [], path.name
