"""The search in a real browser: it finds exactly the pages that show the words, and loads nothing before.

What a page shows is read off the page as the browser lays it out (innerText, everything folded open), and
folded by Python's own tables: two other ways than the index and its script go.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.sites_made import ROOT, SMALLEST, computed, html
from tests.pages.test_browser import AXE, CHROMIUM, address, browser, opened  # noqa: F401

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")

PLANNED = (
    *("マル経", "引継ぎ", "事業承継", "ＳＮＳ", "SNS", "㉗", "創業", "伴走支援", "経営計画", "補助金"),
    *("DX", "生成AI", "デジタル", "人材", "商談会", "物産", "観光"),
    *("特産品", "青年部", "女性部", "若手", "研修", "満足度", "残業"),
    *("巡回", "窓口", "記帳", "共済", "働き方", "有給", "採用", "広域", "連携", "データ", "事業者"),
    *("達成率", "未報告", "回答率", "波及", "サンプル", "ＡＩ", "ﾃﾞｼﾞﾀﾙ", "小規模事業者", "経営指導員"),
    *("事業承継 支援", "SNS 研修", "令和7年度 未達", "みどり町"),
)
"""Words of the plan and of the field, as people type them."""
SHOWN = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const main = document.querySelector("main");
  const apart = "nav, noscript, script, select, [hidden], [data-unsearched], rt, rp";
  main.querySelectorAll(apart).forEach((element) => element.remove());
  const alt = [...main.querySelectorAll("img")].map((image) => image.alt);
  const drawn = [...main.querySelectorAll("svg title, svg desc, svg text")].map((text) => text.textContent);
  return [main.innerText, ...alt, ...drawn].join("\\n");
}"""
CIRCLED = re.compile("([\u2460-\u2473\u3251-\u325f\u32b1-\u32bf])")
LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f]")


def folded(text: str) -> str:
    """NFKC and small letters, circled numbers as they are; spaces only between Latin letters and numbers."""
    parts = CIRCLED.split(text)
    whole = "".join(p if CIRCLED.fullmatch(p) else unicodedata.normalize("NFKC", p).lower() for p in parts)
    whole = re.sub("[\u2010-\u2015\u2212]", "-", re.sub("[\u00ad\u200b\u2060]", "", whole)).replace("〜", "~")
    around = re.compile(r"(?<=(.)) +(?=(.))")
    return around.sub(lambda m: " " if LATIN.match(m[1]) and LATIN.match(m[2]) else "", whole.strip())


@pytest.fixture(scope="module")
def shown(browser: Browser, address: str) -> dict[str, list[str]]:  # noqa: F811
    """Address of every page of the list on the search page → its lines, folded."""
    page, _, _ = opened(browser, f"{address}search/", java_script_enabled=True, reduced_motion="reduce")
    links = page.eval_on_selector_all(".search-pages a", "all => all.map(a => a.href)")
    found = {}
    for link in links:
        page.goto(link)
        lines = re.split(r"[\n\t]+", page.evaluate(SHOWN))
        found[link.removeprefix(address)] = [folded(line) for line in lines]
    page.context.close()
    return found


@pytest.fixture(scope="module")
def ready(browser: Browser, address: str) -> Iterator[Page]:  # noqa: F811
    """The search page with its index loaded."""
    page, said, _ = opened(browser, f"{address}search/", viewport={"width": 1280, "height": 900})
    page.evaluate("impactSearch.ready")
    yield page
    assert said == []
    page.context.close()


def found(page: Page, query: str) -> list[str]:
    return list(page.evaluate("query => impactSearch.find(query).map(hit => hit.page.address)", query))


def ask(page: Page, query: str) -> str:
    """Type a query and press Enter; what the page says then."""
    page.fill("#search-words", query)
    page.press("#search-words", "Enter")
    return page.inner_text(".search-said")


def planned() -> list[str]:
    """Words taken from the plan itself: names of its measures and indicators, and pieces of its actions."""
    project, _ = computed(ROOT)
    names = [indicator.name for indicator in project.indicators]
    names += [measure.title for plan in project.plan.plans for measure in plan.measures]
    actions = [a.text for plan in project.plan.plans for m in plan.measures for a in m.actions]
    pieces = [piece for text in actions for piece in re.findall(r"[\u4e00-\u9fff]{4,}|[ァ-ヶー]{4,}", text)]
    return [name for name in (*names, *sorted(set(pieces))) if " " not in name and "　" not in name]


def test_a_query_gives_exactly_the_pages_that_show_it(ready: Page, shown: dict[str, list[str]]) -> None:
    """Words people type and every name in the plan: no page too many, none too few."""
    keys = {f"indicators/{i.slug}/": folded(f"{i.name_en}\n{i.unit}") for i in computed(ROOT)[0].indicators}
    wrong = {}
    asked = [*PLANNED, *planned()]
    assert len(asked) > 100
    for query in asked:
        words = [folded(word) for word in query.split()]
        wanted = {
            url
            for url, lines in shown.items()
            if all(any(w in line for line in lines) or w in keys.get(url, "") for w in words)
        }
        if (got := set(found(ready, query))) != wanted:
            wrong[query] = (sorted(got - wanted), sorted(wanted - got))
    assert wrong == {}


def test_letters_are_the_same_however_they_are_typed(ready: Page) -> None:
    """Full and half width, capitals, a space within a name: one and the same query."""
    assert found(ready, "ＳＮＳ") == found(ready, "sns") == found(ready, " SNS　") != []
    assert found(ready, "ﾃﾞｼﾞﾀﾙ") == found(ready, "デジタル") != []
    assert set(found(ready, "SNS　研修")) == set(found(ready, "SNS")) & set(found(ready, "研修"))
    assert found(ready, "　") == []


def test_number_and_identifier_lead_to_the_indicator(ready: Page) -> None:
    """㉗ is not 27: its own page comes first; K27, in any letters, finds that page alone."""
    numbered = {i.number: i for i in computed(ROOT)[0].indicators}
    own = f"indicators/{numbered[27].slug}/"
    assert found(ready, "㉗")[0] == own
    for typed in ("K27", "k27", "Ｋ２７"):
        assert found(ready, typed) == [own]
    english = numbered[27].name_en
    assert found(ready, f'"{english}"')[0] == own


def test_the_best_comes_first_and_by_kind(ready: Page) -> None:
    """A title before a heading before a text; kinds in their order, the hit marked, the count said."""
    assert f"{len(found(ready, '事業承継'))}件" in ask(ready, "事業承継")
    kinds = ready.eval_on_selector_all(".search-group:not([hidden])", "all => all.map(g => g.dataset.kind)")
    assert kinds[0] == "indicator" and kinds == [
        k for k in ("indicator", "story", "society", "plan", "other") if k in kinds
    ]
    assert "事業承継" in ready.locator(".search-list a").first.inner_text()
    assert ready.locator("mark").first.inner_text() == "事業承継"
    hits = ready.eval_on_selector_all(".search-list li", "all => all.map(li => !!li.querySelector('mark'))")
    assert hits and all(hits)


def test_more_results_come_on_request(ready: Page) -> None:
    """Ten of a kind at first; the button brings the others, and is gone when none is left."""
    ask(ready, "目標")
    of_kind = [url for url in found(ready, "目標") if re.fullmatch("indicators/.+", url)]
    group = ready.locator(".search-group[data-kind=indicator]")
    assert group.locator("li").count() == 10 < len(of_kind)
    group.get_by_role("button").click()
    assert group.locator("li").count() == len(of_kind)
    assert group.get_by_role("button").count() == 0
    assert group.locator("li").nth(10).locator("a").evaluate("a => a === document.activeElement")


def test_what_is_found_is_text(ready: Page) -> None:
    """Markup in a title, a text or the query itself is shown as typed."""
    hostile = "<img src=x onerror=alert(1)>"
    ready.evaluate(
        """text => { const from = 90000;
        impactSearch.push({from, texts: [`まえ${text}あと`]});
        impactSearch.push({from: 9000, pages: [{a: "x/", k: "other", t: text, x: [from, 1]}]}); }""",
        hostile,
    )
    for query in ("onerror", hostile):
        assert query in ask(ready, query)
        assert hostile in ready.inner_text(".search-list >> visible=true")
        assert ready.locator("main img").count() == 0


def test_everything_by_keyboard(browser: Browser, address: str) -> None:  # noqa: F811
    """Type, go down and up, come back with Escape, open with Enter; the address holds the query."""
    page, said, _ = opened(browser, f"{address}search/")
    page.evaluate("impactSearch.ready")
    focus = "document.activeElement.id || document.activeElement.textContent"
    page.keyboard.type("マル経")
    page.locator(".search-list a:visible").first.wait_for()
    titles = page.locator(".search-list a:visible").all_inner_texts()
    for key, wanted in (
        *(("ArrowDown", titles[0]), ("ArrowDown", titles[1]), ("ArrowUp", titles[0])),
        *(("Escape", "search-words"), ("ArrowUp", "search-words"), ("ArrowDown", titles[0])),
    ):
        page.keyboard.press(key)
        assert page.evaluate(focus) == wanted
    assert page.evaluate("new URL(location).searchParams.get('q')") == "マル経"
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search" not in url)
    assert "マル経" in page.inner_text("main")
    page.go_back()
    page.locator(".search-list a:visible").first.wait_for()
    assert page.locator(".search-list a:visible").all_inner_texts() == titles
    assert said == []
    page.context.close()


def test_half_a_word_is_not_searched(ready: Page) -> None:
    """While kana is being turned into kanji nothing is searched; when it is done, it is."""
    before = ask(ready, "研修")
    compose = """([type, value, composing]) => {
      const field = document.querySelector("#search-words");
      if (value !== null) field.value = value;
      const event = type === "input" ? new InputEvent("input", {isComposing: composing, bubbles: true})
        : new CompositionEvent(type, {bubbles: true});
      field.dispatchEvent(event);
    }"""
    ready.evaluate(compose, ["compositionstart", None, True])
    ready.evaluate(compose, ["input", "そうぎょ", True])
    ready.wait_for_timeout(300)
    assert ready.inner_text(".search-said") == before
    ready.evaluate(compose, ["compositionend", "創業", False])
    ready.locator(".search-said", has_text="創業").wait_for()


def test_nothing_found_says_what_to_try(ready: Page) -> None:
    """No dead end: hints, and the list of every page."""
    assert "ほげほげほげ" in ask(ready, "ほげほげほげ")
    assert ready.locator(".search-none").is_visible()
    assert ready.locator(".search-all").is_visible()
    assert ready.locator(".search-list li:visible").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_in_results(browser: Browser, address: str, scheme: str, width: int) -> None:  # noqa: F811
    """Results, marks and the button for more break no rule, and nothing is wider than the screen."""
    size = {"width": width, "height": 900}
    page, _, _ = opened(
        browser, f"{address}search/?q=事業承継", viewport=size, color_scheme=scheme, bypass_csp=True
    )
    page.locator(".search-list a:visible").first.wait_for()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    broken = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
    assert [(v["id"], v["nodes"][0]["html"]) for v in broken] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_nothing_of_it_is_loaded_before(browser: Browser, address: str) -> None:  # noqa: F811
    """Another page only links to it, by a button with a name, in a header of one line."""
    page, _, asked = opened(browser, f"{address}plans/", viewport={"width": 1280, "height": 900})
    assert [url for url in asked if "search" in url] == []
    assert page.evaluate("document.querySelector('.menu-wide .nav').offsetHeight") <= 48
    page.get_by_role("link", name="検索", exact=True).click()
    page.locator("#search-words").wait_for()
    assert page.evaluate("document.activeElement.id") == "search-words"
    page.context.close()


def test_without_a_script_every_page_is_listed(browser: Browser, tmp_path: Path) -> None:  # noqa: F811
    """The list leads to every page but itself; the words say why there is no field. Opened from a
    folder, with scripts, the search works all the same."""
    site = html(SMALLEST, tmp_path)
    there = (site / "search" / "index.html").as_uri()
    page, _, _ = opened(browser, there, java_script_enabled=False)
    assert page.locator("noscript").inner_text() != "" and not page.locator(".search-form").is_visible()
    listed = page.eval_on_selector_all(".search-pages a", "all => all.map(a => a.getAttribute('href'))")
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    pages = {path for path in pages if path.split("/")[0] not in ("admin", "embed")}
    assert sorted(listed) == sorted("../" if p == "." else f"../{p}/" for p in pages - {"search"})
    page.context.close()
    page, said, _ = opened(browser, f"{there}?q=北の会")
    page.locator(".search-list a:visible").first.click()
    assert "北の会" in page.inner_text("main")
    assert said == []
    page.context.close()
