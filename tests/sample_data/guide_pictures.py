"""Pictures for the staff's guide: the editor in Chromium and a workbook through LibreOffice.

    python -m tests.sample_data.guide_pictures OUT

builds this repository's project, works in its editor as a person does and writes WebP files into OUT
(theme/guide/ja/images). Needs Chromium, LibreOffice (soffice) and pdftoppm; the pictures are kept in the
repository, so that nobody needs these to build a site.
"""

from __future__ import annotations

import functools
import http.server
import io
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from generator import pipeline
from tests.pages.sites_made import ROOT, copy
from tests.pages.test_browser import CHROMIUM, Quiet
from tests.test_browser_editor import Form, opened

TODAY = date(2026, 4, 1)
WIDEST = 1280
QUALITY = 80
RESOLUTION = 170
"""Dots per inch of a printed sheet."""
TABLE = 90
"""Percent of a sheet's height; its foot holds the page number."""


def keep(picture: Image.Image, out: Path, name: str) -> None:
    """The picture as WebP, no wider than it is shown."""
    picture.thumbnail((WIDEST, WIDEST))
    picture.convert("RGB").save(out / f"{name}.webp", quality=QUALITY, method=6)


def shoot(page: Page, out: Path, name: str) -> None:
    page.wait_for_timeout(800)
    keep(Image.open(io.BytesIO(page.screenshot())), out, name)


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def of_editor(browser: Browser, address: str, project: Path, out: Path) -> None:
    """The first screen, the list, a form that is being filled in, the choice of a photo."""
    first = browser.new_context(viewport={"width": 1000, "height": 560}, locale="ja-JP").new_page()
    first.goto(f"{address}admin/")
    first.get_by_role("button", name="フォルダーを開く").wait_for()
    shoot(first, out, "editor-open")
    page = opened(browser, address, project).page
    page.set_viewport_size({"width": 1200, "height": 720})
    shoot(page, out, "editor-list")
    page.get_by_text("新規作成").click()
    form = Form(page)
    form.write("title", "豆腐店の朝市")
    form.write("slug", "tofu-asaichi")
    form.field("title")
    shoot(page, out, "editor-form")
    form.field("consent")
    shoot(page, out, "editor-consent")
    form.field("image").get_by_role("button", name="参照").click()
    page.get_by_role("dialog", name="画像を選択").wait_for()
    shoot(page, out, "editor-photo")


def of_workbook(project: Path, scratch: Path, out: Path) -> None:
    """The cover and the first sheet of a society's workbook, as they are printed."""
    impact = [sys.executable, "-m", "generator.cli", "template", "--project", str(project)]
    year = ["--year", "R8", "--until", "令和9年5月31日", "--out", str(scratch / "books")]
    subprocess.run([*impact, *year], check=True, capture_output=True)
    book = next(iter(sorted((scratch / "books").glob("*_yukiakari.xlsx"))))
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/office"]
    subprocess.run([*office, "--convert-to", "pdf", "--outdir", str(scratch), str(book)], check=True)
    pages = ["pdftoppm", "-r", str(RESOLUTION), "-l", "2", "-png"]
    subprocess.run([*pages, str(scratch / f"{book.stem}.pdf"), str(scratch / "sheet")], check=True)
    for name, path in zip(("book-cover", "book-sheet"), sorted(scratch.glob("sheet*.png")), strict=True):
        picture = Image.open(path).convert("RGB")
        keep(trimmed(picture.crop((0, 0, picture.width, picture.height * TABLE // 100))), out, name)


def trimmed(picture: Image.Image) -> Image.Image:
    """Without the white margin of the paper."""
    ink = picture.convert("L").point(lambda value: 255 if value < 250 else 0).getbbox()
    left, top, right, bottom = ink or (0, 0, *picture.size)
    return picture.crop((max(0, left - 12), max(0, top - 12), right + 12, bottom + 12))


def main(out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name in ("data", "content", "site_config"):
            copy(ROOT / name, scratch / "project" / name)
        of_workbook(scratch / "project", scratch, out)
        pipeline.build(pipeline.Order(scratch / "project", scratch / "site", TODAY))
        with served(scratch / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            of_editor(browser, address, scratch / "project", out)
            browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
