"""The search in a real browser: it finds exactly the pages that show the words, and loads nothing before.

What a page shows is read off the page as the browser lays it out (innerText, everything folded open), and
folded by Python's own tables: two other ways than the index and its script go.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.sites_made import ROOT, computed
from tests.pages.test_browser import CHROMIUM, address, browser, opened  # noqa: F401

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
  const apart = "nav, noscript, script, select, [hidden], rt, rp";
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
