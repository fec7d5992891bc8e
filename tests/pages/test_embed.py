"""Frames for other sites: whole without scripts, in nobody's index, safe from what stands in data."""

from __future__ import annotations

import functools
import html as entities
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import sync_playwright

from generator import sitemap, theme
from generator.pages import embed
from tests.pages.sites_made import ROOT, SMALLEST, Document, copy, html, page, tree

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SHOWN = ("support-cases", "improved-businesses", "member-satisfaction")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project."""
    folder = tmp_path_factory.mktemp("embed")
    for name in ("data", "content", "site_config"):
        copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def site(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return html(own, tmp_path_factory.mktemp("embed-site"))


def code_of(site: Path, address: str) -> str:
    """The code that a page offers, as a reader copies it."""
    source = (site / address / "index.html").read_text("utf-8")
    found = re.search(r'<textarea id="embed-code"[^>]*>(.*?)</textarea>', source, re.S)
    assert found
    return entities.unescape(found[1])


def test_a_frame_says_what_its_page_says(site: Path) -> None:
    """Value, target and grade of the frame are strings of the page, with their sources."""
    for slug in SHOWN:
        frame, whole = page(site, f"embed/indicator/{slug}"), page(site, f"indicators/{slug}")
        numbers = [(data["value"], data["data-src"]) for data in frame.all("data")]
        assert numbers
        assert set(numbers) <= {(data["value"], data["data-src"]) for data in whole.all("data")}
        assert "サンプル" in frame.text and "出典" in frame.text and frame.all("svg")


def test_every_page_with_a_frame_names_it_for_programs(site: Path) -> None:
    """The discovery link leads to the answer of oEmbed, whose code is the one on the page."""
    for address in ("indicators/support-cases", "plans/support", "stories/misogura"):
        [link] = page(site, address).all("link", type="application/json+oembed")
        path = link["href"].removeprefix("https://example.org/")
        told = json.loads((site / path).read_text("utf-8"))
        assert (told["version"], told["type"]) == ("1.0", "rich")
        assert told["html"] == code_of(site, address)
        [frame] = Document(told["html"]).all("iframe")
        assert (site / frame["src"].removeprefix("https://example.org/") / "index.html").is_file()
        assert frame["title"] and frame["loading"] == "lazy" and int(frame["height"]) == told["height"]


def test_frames_are_for_frames_alone(site: Path) -> None:
    """Neither search nor sitemap knows them, and they ask not to be indexed."""
    listed = sitemap.files(site, "https://example.org/", sample=False)["sitemap.xml"].decode()
    assert "/embed/" not in listed and "/indicators/support-cases/" in listed
    for script in (site / "assets").rglob("*.js"):
        assert "embed/indicator/" not in script.read_text("utf-8"), script
    assert page(site, "embed/plan/support").all("meta", name="robots", content="noindex")


def test_a_frame_of_another_language_is_left_out_too(tmp_path: Path) -> None:
    for address in ("en/embed/plan/x", "zh-Hant/embed/plan/x", "indicators/embed", "en/indicators/x"):
        (tmp_path / address).mkdir(parents=True)
        (tmp_path / address / "index.html").write_text("")
    listed = sitemap.files(tmp_path, "https://example.org/", sample=False)["sitemap.xml"].decode()
    found = re.findall(r"<loc>https://example.org/([^<]*)<", listed)
    assert found == [
        "en/indicators/x/",
        "indicators/embed/",
    ]


def test_a_story_that_may_not_be_passed_on_has_no_frame(own: Path, tmp_path: Path) -> None:
    """Without consent to SNS there is no frame, no code and no discovery."""
    folder = copy(own, tmp_path / "p")
    story = folder / "content" / "stories" / "misogura.md"
    text = story.read_text("utf-8")
    assert "sns" in text
    story.write_text(re.sub(r"scope:.*", "scope: [site]", text), "utf-8")
    made = tree(folder)
    assert "embed/story/misogura.md" not in made and "oembed/story/misogura.json" not in made
    assert b"embed-code" not in made["stories/misogura.md"]
    assert "embed/story/first-bakery.md" in made


HOSTILE = "</textarea></text><script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>"


def test_hostile_names_stay_names(tmp_path: Path) -> None:
    """In frames, code, JSON and kept charts, whatever stands in a name is text."""
    folder = copy(SMALLEST, tmp_path / "p")
    for path, name in (
        ("data/indicators.yml", "花だんの数"),
        ("data/indicators.yml", "会員の報告"),
        ("data/plan.yml", "花だんづくり"),
        ("site_config/site.yml", "花の約束"),
        ("site_config/site.yml", "花の会"),
    ):
        source = (folder / path).read_text("utf-8")
        assert name in source
        (folder / path).write_text(source.replace(name, json.dumps(name + HOSTILE), 1), "utf-8")
    site = html(folder, tmp_path / "w")
    frames = sorted((site / "embed").rglob("index.html"))
    assert frames
    for file in (*frames, *sorted((site / "indicators").rglob("index.html"))):
        read = Document(file.read_text("utf-8"))
        assert "alert(1)" in read.text
        assert not [a for _, a in read.tags if "onerror" in a]
        assert all(script.get("src") or "ld+json" in script.get("type", "") for script in read.all("script"))
    for file in sorted((site / "oembed").rglob("*.json")):
        told = json.loads(file.read_text("utf-8"))
        assert [tag for tag, _ in Document(told["html"]).tags] == ["iframe"]
    charts = sorted((site / "charts").glob("*.svg"))
    assert charts
    for file in charts:
        names = {
            node.tag.rpartition("}")[2] for node in ElementTree.fromstring(file.read_text("utf-8")).iter()
        }
        assert "script" not in names and "img" not in names


def test_the_sheet_is_small_and_its_colours_are_the_sites() -> None:
    """At most 10 KB; every token has the value of site.css in both schemes."""
    folder = theme.packaged() / "assets" / "css"
    own, whole = ((folder / name).read_text("utf-8") for name in ("embed.css", "site.css"))
    assert len(own.encode()) <= 10_000
    for scheme in (0, 1):
        mine, theirs = (_tokens(text)[scheme] for text in (own, whole))
        assert mine and mine.items() <= theirs.items()


def _tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    light, _, rest = css.partition("@media screen and (prefers-color-scheme: dark)")
    dark = rest.partition("\n}\n")[0]
    pairs = re.compile(r"(--[\w-]+): ([^;]+);")
    return dict(pairs.findall(light)), dict(pairs.findall(dark))


def test_the_script_and_the_listener_speak_of_the_same_message() -> None:
    script = (theme.packaged() / "assets" / "js" / "embed.js").read_text("utf-8")
    assert f'"{embed.MESSAGE}"' in script


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [320, 800])
def test_another_site_shows_three_indicators(site: Path, tmp_path: Path, width: int, scripts: bool) -> None:
    """The copied code on a page of another origin shows value and chart, fits, and asks the site alone;
    with the listener each frame is exactly as high as it needs."""
    with served(site) as ours, served(tmp_path) as theirs, sync_playwright() as playwright:
        codes = [code_of(site, f"indicators/{slug}") for slug in SHOWN]
        source = (site / f"indicators/{SHOWN[0]}" / "index.html").read_text("utf-8")
        found = re.search(r'<textarea id="embed-listener"[^>]*>(.*?)</textarea>', source, re.S)
        assert found
        body = "".join((*codes, entities.unescape(found[1]))).replace("https://example.org/", ours)
        body = body.replace('"https://example.org"', json.dumps(ours.rstrip("/")))
        head = '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        (tmp_path / "index.html").write_text(f"{head}<link rel=icon href=data:,><body>{body}", "utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": width, "height": 2400}, java_script_enabled=scripts)
        shown, asked = context.new_page(), []
        shown.on("request", lambda request: asked.append(request.url))
        shown.goto(theirs, wait_until="networkidle")
        assert len(shown.frames) == 4
        for frame, slug in zip(shown.frames[1:], SHOWN, strict=True):
            whole = page(site, f"embed/indicator/{slug}")
            assert frame.locator(".embed-value").inner_text().split("\n")[0] in whole.text
            box = frame.locator(".embed-chart svg").bounding_box()
            assert box is not None and box["width"] > 200 and box["height"] > 100
            if scripts:
                wide = frame.evaluate("[document.documentElement.scrollWidth, innerWidth]")
                assert wide[0] <= wide[1]
                high = frame.evaluate("[document.documentElement.scrollHeight, innerHeight]")
                assert high[0] == high[1]
        assert [url for url in asked if not url.startswith((ours, theirs, "data:"))] == []
        browser.close()
