"""Pages of a project that only watches its numbers: no target, no grade, calendar years, categories."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pages.sources import short_source
from tests.pages.sites_made import SMALLEST, Document, copy, html, page

INDICATORS = """\
- {id: RAIN, number: 1, name: 1.2.3 Rain, name_en: rain, slug: rain, unit: mm per year,
   unit_en: mm per year, direction: none, kind: amount, aggregation: none, time_basis: flow, decimals: 0,
   definition: rain, source: gauge}
- {id: BIRDS, number: 2, name: 鳥の数, name_en: birds, slug: birds, unit: "", unit_en: "", dimensions: [area],
   direction: none, kind: count, aggregation: none, time_basis: stock, decimals: 0, definition: 鳥,
   source: "Office of Birds, Counting, https://birds.example.org/very/long, released 2020; Other"}
"""
PLAN = """\
title: 空の記録
period: {from: 2019, to: 2021, targets_to: 2021}
plans:
  - id: sky
    title: 空
    measures: [{id: "1.2", title: Target 1.2, indicators: [RAIN, BIRDS]}]
"""
RAIN = """\
indicator_id,fiscal_year,society,target,actual,status,note,period
RAIN,2019,,,900,,,
RAIN,2020,,,,not_reported,雨量計の故障,
RAIN,2021,,,950,,,
"""
BIRDS = """\
indicator_id,fiscal_year,society,target,actual,by_area,period
BIRDS,2019,,,12,森,2019/20
BIRDS,2019,,,7,川,
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy(SMALLEST, tmp_path_factory.mktemp("watched") / "project")
    settings = folder / "site_config" / "site.yml"
    written = settings.read_text(encoding="utf-8").strip().removesuffix("}")
    settings.write_text(f"{written}, fiscal_year_start: 1}}\n", encoding="utf-8")
    (folder / "data" / "indicators.yml").write_text(INDICATORS, encoding="utf-8")
    (folder / "data" / "plan.yml").write_text(PLAN, encoding="utf-8")
    for old in folder.glob("data/**/*.csv"):
        if old.name != "societies.csv":
            old.unlink()
    (folder / "data" / "values" / "rain.csv").write_text(RAIN, encoding="utf-8")
    (folder / "data" / "values" / "birds.csv").write_text(BIRDS, encoding="utf-8")
    return html(folder, tmp_path_factory.mktemp("watched-site"))


def headings(document: Document, site: Path, slug: str) -> list[str]:
    source = (site / "indicators" / slug / "index.html").read_text(encoding="utf-8")
    return [
        re.sub(r"<[^>]+>", "", found) for found in re.findall(r"<th scope=\"col\"[^>]*>(.*?)</th>", source)
    ]


def test_what_has_no_direction_has_no_target_and_no_grade(site: Path) -> None:
    """Neither as columns nor as figures: an empty frame would say that something is missing."""
    document = page(site, "indicators/rain")
    assert headings(document, site, "rain") == ["年", "実績", "備考"]
    assert [
        word for word in ("達成率", "評価", "最終目標へのペース") if f"<dt>{word}</dt>" in document.text
    ] == []
    assert "目標" not in re.sub("目標を置かず", "", document.text)


def test_a_year_without_a_value_says_why(site: Path) -> None:
    """State and note stand in the table, also of a year that has no number."""
    text = page(site, "indicators/rain").text
    assert "未報告" in text
    assert "雨量計の故障" in text


def test_calendar_years_are_not_called_fiscal(site: Path) -> None:
    """Nothing on these pages says 年度."""
    for path in [site / "index.html", *site.glob("indicators/*/index.html")]:
        assert "年度" not in path.read_text(encoding="utf-8")


def test_numbers_are_not_printed_twice(site: Path) -> None:
    """A name or a title that brings its own number gets no second one."""
    text = page(site, "indicators/rain").text
    assert "①" not in text
    assert "1.2 Target 1.2" not in text
    assert "②鳥の数" in page(site, "indicators/birds").text


def test_without_an_overall_value_the_categories_come_first(site: Path) -> None:
    """No empty chart, no empty table, no unit without a word; periods stand over their own values."""
    source = (site / "indicators" / "birds" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<h2 id="([a-z]+)"', source)[0] == "categories"
    assert "単位：）" not in source
    assert "単位：<" not in source
    document = page(site, "indicators/birds")
    assert headings(document, site, "birds") == ["区分", "2019", "2019/20"]
    rows = re.findall(r"<tr><th scope=\"row\"[^>]*>(.*?)</tr>", source)
    river = next(row for row in rows if "川" in row)
    assert [bool(re.search("<data", cell)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", river)] == [
        True,
        False,
    ]


def test_home_lists_what_is_watched(site: Path) -> None:
    """A board of dashes would say nothing: the list of values stands in its place."""
    document = page(site)
    assert [a for a in document.all("a") if a.get("class", "").startswith("cell ")] == []
    assert {"./indicators/rain/", "./indicators/birds/"} <= {a.get("href", "") for a in document.all("a")}
    assert "950" in document.text


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("会員の報告", "会員の報告"),
        ("", ""),
        (
            "Office of Birds, Counting, https://b.example/x, released 2020; Other",
            "Office of Birds, Counting, released 2020…",
        ),
        ("庁" * 60, "庁" * 46 + "…"),
    ],
)
def test_a_source_is_one_line_beside_the_chart(source: str, line: str) -> None:
    """Who published it, without addresses; the whole text stands in the definition."""
    assert short_source(source) == line
