"""A new story, written as staff write it: in the built site's editor, on a folder, without an account.

The folder picker of the system is stood in for by the browser's private file system; everything else is
the editor as it is published.
"""

from __future__ import annotations

import functools
import http.server
import json
import re
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Route

from generator import catalogue, pipeline
from generator.load.yamlfile import read_markdown
from tests.pages.sites_made import ROOT, computed, copy, page
from tests.pages.test_browser import CHROMIUM, Quiet, browser

__all__ = ["browser"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")

TODAY = date(2026, 4, 1)
FOLDERS = ("content", "site_config")
"""What of the project the editor is given; the numbers are none of its business."""
STAND_IN = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
FileSystemHandle.prototype.requestPermission = async () => 'granted';
window.refused = [];
document.addEventListener(
    'securitypolicyviolation', e => refused.push(`${e.effectiveDirective} ${e.blockedURI}`));
"""
FILL = """async (files) => {
    const root = await navigator.storage.getDirectory();
    for (const [path, content] of Object.entries(files)) {
        const parts = path.split('/'), name = parts.pop();
        let folder = root;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
        const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
        await file.write(await (await fetch(`data:;base64,${content}`)).blob());
        await file.close();
    }
}"""
TAKE = """async () => {
    const files = {};
    const base64 = file => new Promise(done => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(',')[1] ?? '');
        reader.readAsDataURL(file);
    });
    const walk = async (folder, path) => {
        for await (const [name, handle] of folder.entries()) {
            if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
            else files[path + name] = await base64(await handle.getFile());
        }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return files;
}"""
SCROLLS = 40
GPS = 34853
"""The EXIF tag of the place where a photo was taken."""


class Form:
    """The editor's form, by the words that stand on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.words = catalogue.read("ja")

    def label(self, key: str) -> str:
        return self.words.word(f"editor.label.{key}", society_word="商工会").replace("団体", "商工会")

    def field(self, key: str) -> Locator:
        """The field of a key. Those further down are made when one scrolls to them."""
        *around, _ = key.split(".")
        within: Page | Locator = self.field(".".join(around)) if around else self.page
        found = within.get_by_role("group", name=re.compile(f"^「.?{re.escape(self.label(key))}.?」")).first
        pane = self.page.get_by_role("group", name=re.compile("コンテンツを編集"))
        for _ in range(SCROLLS):
            if found.count():
                break
            pane.hover()
            self.page.mouse.wheel(0, 400)
            self.page.wait_for_timeout(100)
        found.scroll_into_view_if_needed()
        return found

    def write(self, key: str, text: str) -> None:
        self.field(key).get_by_role("textbox").first.fill(text)

    def choose(self, key: str, *options: str) -> None:
        for option in options:
            self.field(key).get_by_role("combobox").click()
            self.page.get_by_role("option", name=option).click()

    def upload(self, file: Path) -> None:
        self.field("image").get_by_role("button", name="参照").click()
        dialog = self.page.get_by_role("dialog", name="画像を選択")
        with self.page.expect_file_chooser() as chooser:
            dialog.get_by_role("button", name="アップロード").click()
        chooser.value.set_files(file)
        dialog.get_by_role("button", name="挿入").click()

    def save(self) -> None:
        self.page.get_by_role("button", name="保存").click()
        self.page.get_by_text("新規作成").wait_for()

    def day(self, key: str, day: str) -> None:
        self.field(key).locator("input[type=date]").fill(day)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    for name in ("data", "content", "site_config"):
        copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def address(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The built site on this machine."""
    site = tmp_path_factory.mktemp("site") / "site"
    pipeline.build(pipeline.Order(project, site, TODAY))
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def photo(path: Path) -> Path:
    """A drawn photo as a telephone makes it: large, with the place it was taken at."""
    picture = Image.new("RGB", (3200, 2000), "#8fb7d9")
    ImageDraw.Draw(picture).rectangle((300, 900, 2600, 1900), fill="#7a4b2a")
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (35.0, 41.0, 22.0), 3: "E", 4: (139.0, 41.0, 30.0)}
    picture.save(path, exif=exif)
    return path


@dataclass
class Opened:
    """The editor, what it asked for and what it complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def take(self, message: ConsoleMessage) -> None:
        # The browser itself asks for /favicon.ico when a picture is opened alone.
        if message.type == "error" and "favicon.ico" not in message.location["url"]:
            self.faults.append(message.text)

    def close(self, address: str) -> None:
        """Nobody else was asked, nothing was refused by the policy, nothing went wrong."""
        refused = self.page.evaluate("window.refused")
        self.page.context.close()
        ours = (address, f"blob:{address}", "data:")
        assert [url for url in self.asked if not url.startswith(ours)] == []
        assert refused == []
        assert self.faults == []


def opened(browser: Browser, address: str, project: Path) -> Opened:
    """The editor with the project's folder open."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ja-JP")
    context.add_init_script(STAND_IN)
    page = context.new_page()
    editor = Opened(page)
    page.on("request", lambda request: editor.asked.append(request.url))
    page.on("console", editor.take)
    page.on("pageerror", lambda error: editor.faults.append(str(error)))
    page.goto(f"{address}assets/favicon.svg")
    files = (f for name in FOLDERS for f in sorted((project / name).rglob("*")) if f.is_file())
    page.evaluate(
        FILL, {f.relative_to(project).as_posix(): b64encode(f.read_bytes()).decode() for f in files}
    )
    page.goto(f"{address}admin/")
    page.get_by_role("button", name="フォルダーを開く").click()
    page.get_by_text("新規作成").wait_for()
    return editor


def written(page: Page, folder: Path) -> Path:
    """Everything in the private file system, as a project beside the numbers."""
    files: dict[str, str] = page.evaluate(TAKE)
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b64decode(content))
    copy(ROOT / "data", folder / "data")
    return folder


def test_a_new_story_travels_from_the_editor_to_the_site(
    browser: Browser, address: str, project: Path, tmp_path: Path
) -> None:
    """Typed, with a photo, two indicators and a consent: on its page, and wherever it belongs."""
    editor = opened(browser, address, project)
    editor.page.get_by_text("新規作成").click()
    form = Form(editor.page)
    form.write("title", "豆腐店の朝市")
    form.write("slug", "tofu-asaichi")
    form.choose("society", "もみの木町商工会")
    form.choose("indicators", "⑦", "⑲")
    form.upload(photo(tmp_path / "豆腐店.jpg"))
    form.write("image_alt", "朝の店先に豆腐を並べる店主")
    form.field("consent.obtained").get_by_role("switch").click()
    form.day("consent.date", "2026-02-01")
    form.field("consent.scope").get_by_text("このサイト").click()
    form.write("quote", "朝の声が、店の力になりました。")
    body = form.field("body").get_by_role("textbox").last
    body.click()
    editor.page.keyboard.type("朝市を始めて三年。支援は年に{=K07}になりました。")
    form.save()
    folder = written(editor.page, tmp_path / "project")
    editor.close(address)

    kept = [path for path in (folder / "content/stories/images").iterdir() if path.suffix == ".webp"]
    assert len(kept) == 1
    with Image.open(kept[0]) as saved:
        assert saved.size == (2560, 1600)
        assert dict(saved.getexif()) == {}
    site = tmp_path / "site"
    findings = pipeline.build(pipeline.Order(folder, site, TODAY))
    assert [f.code for f in findings if "tofu" in f.place.file] == []
    story = page(site, "stories/tofu-asaichi")
    assert "豆腐店の朝市" in story.text
    assert "{=K07}" not in story.text
    told = json.loads((site / "api/v1/stories.json").read_text("utf-8"))["stories"]
    mine = next(one for one in told if one["slug"] == "tofu-asaichi")
    assert mine["indicators"] == ["K07", "K19"]
    made, _ = computed(folder)
    chosen = set(mine["indicators"])
    of = [made.indicator(indicator) for indicator in sorted(chosen)]
    plans = [
        p.slug for p in made.plan.plans for m in p.measures if set(m.indicators) & set(mine["indicators"])
    ]
    places = [f"indicators/{indicator.slug}" for indicator in of] + [f"stories/plan/{slug}" for slug in plans]
    for place in (*places, "societies/mominoki", "stories"):
        assert "豆腐店の朝市" in page(site, place).text, place
    assert any("豆腐店の朝市" in file.read_text("utf-8") for file in (site / "search").rglob("*.js*"))


def test_a_changed_title_changes_nothing_else(
    browser: Browser, address: str, project: Path, tmp_path: Path
) -> None:
    """Opened, one word changed, saved: every other key, the text and its placeholders are as they were."""
    editor = opened(browser, address, project)
    stories = sorted((project / "content" / "stories").glob("*.md"))[:3]
    for story in stories:
        editor.page.goto(f"{address}admin/#/collections/stories/entries/{story.stem}")
        form = Form(editor.page)
        form.write("title", f"新しい題名 {story.stem}")
        form.field("body")
        form.save()
    folder = written(editor.page, tmp_path / "project")
    editor.close(address)
    for story in stories:
        before = read_markdown(story.name, story.read_bytes())
        after = read_markdown(story.name, (folder / "content" / "stories" / story.name).read_bytes())
        assert isinstance(before.data, dict)
        assert after.data == {"draft": False, **before.data, "title": f"新しい題名 {story.stem}"}
        assert after.body == before.body


def test_an_empty_form_is_not_saved(browser: Browser, address: str, project: Path) -> None:
    """Every required field says so in Japanese, and no file is written."""
    editor = opened(browser, address, project)
    before = editor.page.evaluate(TAKE).keys()
    editor.page.get_by_text("新規作成").click()
    form = Form(editor.page)
    form.field("title")
    editor.page.get_by_role("button", name="保存").click()
    for key in ("title", "slug", "society", "indicators", "image", "image_alt"):
        assert "必須" in form.field(key).inner_text(), key
    assert editor.page.evaluate(TAKE).keys() == before
    editor.close(address)


def test_a_published_site_says_where_the_editor_works(browser: Browser, address: str) -> None:
    """Away from this machine and without a Git host there is an explanation and no editor."""
    page = browser.new_page()

    def answer(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace("https://report.example/", address)))

    page.route("**/*", answer)
    page.goto("https://report.example/admin/")
    page.get_by_text("この編集画面は、公開されたサイトからは使えません").wait_for()
    assert page.get_by_role("button").count() == 0
    page.close()
