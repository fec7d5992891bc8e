"""Home and indicator pages in a real browser: what only a browser can tell."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.pages.test_browser import CHROMIUM, address, browser, opened

__all__ = ["address", "browser"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")

PHONE = {"width": 320, "height": 640}
SHEET = {"width": 688, "height": 1032}
"""A4 within the margins of the theme, in CSS pixels."""
SPLIT = """[...document.querySelectorAll('.lead .amount, .lead data, .stat-figure data')]
    .filter(e => e.offsetParent && new Set([...e.getClientRects()].map(r => Math.round(r.top))).size > 1)
    .map(e => e.textContent)"""
PLOTTED = """() => {
    const plot = document.querySelector('.section-chart .js-plotly-plot');
    const actual = plot.data.find(trace => trace.uid.endsWith('-actual'));
    const drawn = [...plot.querySelectorAll('.bartext')].map(e => e.textContent);
    return {hover: actual.hovertext.filter(Boolean), drawn};
}"""
COLUMN = """() => {
    const first = document.querySelectorAll('.section-chart tbody tr > td:nth-child(2) data');
    return [...first].map(number => number.textContent);
}"""


def every_page(browser: Browser, address: str) -> list[str]:
    page, _, _ = opened(browser, address)
    found = page.evaluate("[...document.querySelectorAll('.board .cell')].map(a => a.href)")
    page.context.close()
    return [str(link) for link in found]


def test_no_page_is_wider_than_the_narrowest_phone(browser: Browser, address: str) -> None:
    """Home and all indicator pages at 320 px: no overflow, nothing said, nobody else asked."""
    pages = every_page(browser, address)
    assert len(pages) == 34
    page, said, asked = opened(browser, address, viewport=PHONE)
    for link in [address, *pages]:
        page.goto(link)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], link
        assert page.evaluate(SPLIT) == [], link
    assert said == []
    assert [url for url in asked if not url.startswith(address)] == []
    page.context.close()


@pytest.mark.parametrize("slug", ["support-cases", "new-senior-youth-members", "training-satisfaction"])
def test_the_live_chart_shows_the_strings_of_the_table(browser: Browser, address: str, slug: str) -> None:
    """Under the page's own policy: every value of the table, in its one spelling, and no other number."""
    page, said, _ = opened(browser, f"{address}indicators/{slug}/", viewport={"width": 1280, "height": 900})
    page.locator(".section-chart button.f-open").click()
    page.locator(".section-chart .js-plotly-plot").first.wait_for()
    page.wait_for_function("document.querySelector('.section-chart .f-open').ariaBusy !== 'true'")
    shown, plotted = page.evaluate(COLUMN), page.evaluate(PLOTTED)
    values = [hover for hover in plotted["hover"] if any(f" {value}" in hover for value in shown)]
    assert len(shown) >= 3
    assert len(values) == len(plotted["hover"]) == len(shown)
    assert set(plotted["drawn"]) <= {*shown, ""}
    assert said == []
    page.context.close()


def test_the_picture_returns_with_escape(browser: Browser, address: str) -> None:
    """The still chart is put away while the live one stands, and comes back."""
    page, _, _ = opened(
        browser, f"{address}indicators/support-cases/", viewport={"width": 1280, "height": 900}
    )
    still = page.locator(".section-chart svg.f-chart").first
    assert still.is_visible()
    page.locator(".section-chart button.f-open").click()
    page.locator(".section-chart .js-plotly-plot").first.wait_for()
    assert not still.is_visible()
    page.keyboard.press("Escape")
    still.wait_for(state="visible")
    page.context.close()


@pytest.mark.parametrize("slug", ["support-cases", "jizokuka-awards", "hr-consultations"])
def test_the_first_sheet_of_paper_holds_the_answer(browser: Browser, address: str, slug: str) -> None:
    """Sentence, figures, chart and table end on the first A4 sheet, in ink, with address and source."""
    link = f"{address}indicators/{slug}/"
    page, _, _ = opened(browser, link, viewport=SHEET, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    end = page.evaluate("document.querySelector('.section-chart table').getBoundingClientRect().bottom")
    assert end <= SHEET["height"]
    side = page.locator(".section-chart .figure-side").inner_text()
    assert f"indicators/{slug}/" in side
    assert "出典" in side
    assert page.locator(".f-map").first.is_visible() is False
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    first = page.locator(".stat-first .stat-figure")
    assert first.evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    page.context.close()


def test_the_board_says_everything_in_words(browser: Browser, address: str) -> None:
    """With scripts off, each cell names number, indicator, grade in words and value."""
    page, _, _ = opened(browser, address, viewport=PHONE, java_script_enabled=False)
    cells = page.locator(".board .cell")
    assert cells.count() == 34
    for index in range(34):
        assert all(cells.nth(index).locator(part).count() for part in (".cell-number", ".cell-name"))
        assert len(cells.nth(index).inner_text().split()) >= 3
    page.context.close()
