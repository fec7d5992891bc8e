"""Draw every picture and write it as JPEG: `python -m tests.sample_data.story_pictures [NAME …]`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.sample_data.story_pictures import people, places

FOLDER = Path(__file__).parents[3] / "content" / "stories" / "images"
CHROMIUM = "/usr/bin/chromium"
MOST_BYTES = 250_000
DRAWN = places.SCENES | people.SCENES


def main(wanted: list[str]) -> None:
    with sync_playwright() as browsers:
        here = CHROMIUM if Path(CHROMIUM).exists() else None
        browser = browsers.chromium.launch(executable_path=here, args=["--no-sandbox"])
        for name, draw in sorted(DRAWN.items()):
            if wanted and name not in wanted:
                continue
            page = browser.new_page()
            svg = draw()
            page.set_content(f"<style>body{{margin:0}}</style>{svg}")
            drawn = Image.open(io.BytesIO(page.locator("svg").screenshot())).convert("RGB")
            page.close()
            target = FOLDER / f"{name}.jpg"
            drawn.save(target, "JPEG", quality=84, optimize=True, progressive=True)
            size = target.stat().st_size
            assert size <= MOST_BYTES, f"{target.name}: {size}"
            print(f"{target.name} {drawn.size[0]}×{drawn.size[1]} {size}")
        browser.close()


main(sys.argv[1:])
