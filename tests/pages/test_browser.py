"""The repository's own pages in a real browser: nothing wider than the screen, nothing refused,
nothing a screen reader stumbles over, and the live chart only when it is asked for."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.pages.sites_made import ROOT, copy, html

AXE = ROOT / "tests" / "vendor" / "axe-core" / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PAGES = (
    "",
    "indicators/support-cases/",
    "indicators/training-satisfaction/",
    "404.html",
    "plans/",
    "plans/support/",
    "impact/",
    "overall/",
    "reviews/",
    "reviews/2025/",
    "indicators/",
    "societies/",
    "societies/yukiakari/",
    "stories/",
    "stories/misogura/",
    "stories/first-bakery/",
    "stories/plan/support/",
    "status/",
    "method/",
    "data/",
    "about/",
    "accessibility/",
    "search/",
    "embed/indicator/support-cases/",
    "embed/plan/support/",
    "embed/story/misogura/",
    "admin/guide/",
    "admin/guide/story/",
    "admin/guide/messages/",
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The repository's own project, served."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("data", "content", "site_config"):
        copy(ROOT / name, folder / name)
    site = html(folder, tmp_path_factory.mktemp("own-site"))
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


def opened(browser: Browser, address: str, **settings: object) -> tuple[Page, list[str], list[str]]:
    """A page with what it said on the console and what it asked for."""
    page = browser.new_context(**settings).new_page()  # type: ignore[arg-type]
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    return page, said, asked


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_page_fits_its_screen_and_asks_nobody_else(
    browser: Browser, address: str, path: str, width: int
) -> None:
    """Nothing wider than the screen, no word on the console, at most 12 requests beside photos, none
    foreign."""
    page, said, asked = opened(browser, address + path, viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []
    assert len([url for url in asked if "/assets/stories/" not in url]) <= 12
    assert [url for url in asked if not url.startswith(address)] == []
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str, width: int) -> None:
    """No violation of any axe rule, best practice included, in either colour scheme."""
    size = {"width": width, "height": 900}
    page, _, _ = opened(browser, address + path, viewport=size, color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    page.context.close()


def test_numbers_are_there_without_javascript(browser: Browser, address: str) -> None:
    """Every number of the page can be read with scripts off, and the phone's menu opens."""
    size = {"width": 360, "height": 800}
    page, _, _ = opened(browser, address + PAGES[1], viewport=size, java_script_enabled=False)
    assert page.locator("main data").count() > 20
    page.locator("details.menu summary").click()
    assert page.locator("details.menu nav a").first.is_visible()
    page.context.close()


def test_the_live_chart_comes_only_on_request(browser: Browser, address: str) -> None:
    """Plotly is fetched when the button is pressed, draws under the page's policy, and says nothing."""
    page, said, asked = opened(browser, address + PAGES[1], viewport={"width": 1280, "height": 900})
    assert [url for url in asked if "plotly" in url] == []
    page.locator("#chart ~ * button, .section:has(#chart) button").first.click()
    page.locator(
        ".section:has(#chart) .js-plotly-plot, .section:has(#chart) .plot-container"
    ).first.wait_for()
    assert [url for url in asked if "plotly" in url]
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []
    page.context.close()


def test_every_target_is_large_enough(browser: Browser, address: str) -> None:
    """Links and buttons outside running text are at least 24 px high on a phone."""
    for path in PAGES:
        page, _, _ = opened(browser, address + path, viewport={"width": 360, "height": 800})
        small = page.evaluate(
            """[...document.querySelectorAll('a, button, summary')]
               .filter(e => !e.closest('p, dd, td, th, svg, .skip') && !e.matches('.skip') && e.offsetParent)
               .filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 90))"""
        )
        assert small == [], path
        page.context.close()


def shown_names(page: Page) -> list[str]:
    """Names in the table of indicators, as they stand, without the hidden rows."""
    rows = "[...document.querySelectorAll('tbody tr[data-grade]')].filter(row => !row.hidden)"
    return list(page.evaluate(f"{rows}.map(row => row.cells[0].textContent)"))


def test_the_table_sorts_by_value_and_back_to_the_plan(browser: Browser, address: str) -> None:
    """A press on a heading sorts by the raw value, rows without one last; aria-sort says how."""
    page, said, _ = opened(browser, address + "indicators/")
    planned = shown_names(page)
    heading = page.locator("thead th").nth(3)
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    cells = "[...document.querySelectorAll('tbody tr[data-grade]')].map(row => row.cells[3])"
    values = page.evaluate(f"{cells}.map(cell => cell.querySelector('data')?.value ?? null)")
    numbers = [float(value) for value in values if value is not None]
    assert numbers == sorted(numbers, reverse=True)
    assert None not in values[: len(numbers)]
    page.locator("thead th").first.get_by_role("button").click()
    assert shown_names(page) == planned
    assert said == []
    page.context.close()


def test_the_table_filters_by_words_however_they_are_typed(browser: Browser, address: str) -> None:
    """Full-width and half-width, capital and small letters find the same; the count is said aloud."""
    page, _, _ = opened(browser, address + "indicators/")
    page.fill("#filter-text", "ｓｄｇｓ")
    found = shown_names(page)
    assert found and all("SDGs" in name for name in found)
    assert str(len(found)) in page.inner_text(".tool-said")
    page.click(".tool-clear")
    page.select_option("#filter-grade", "D")
    assert page.locator("tbody tr[data-grade]:visible").count() == len(shown_names(page)) > 0
    page.context.close()
