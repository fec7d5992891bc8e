"""Golden sentences: what is said in every case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator import sentences
from generator.metrics import compute
from generator.model import (
    Aggregation,
    Direction,
    Indicator,
    Kind,
    Number,
    Observation,
    Project,
    SeriesBreak,
    SiteSettings,
    Status,
    TimeBasis,
)
from tests.metrics.projects_made import indicator, project, row

NAMES = ("甲", "乙", "丙")
PERCENT: dict[str, Any] = {"unit": "%", "decimals": 1, "kind": Kind.RATE}
CUMULATIVE: dict[str, Any] = {"time_basis": TimeBasis.CUMULATIVE, "target_basis": TimeBasis.FLOW}
RANGE: dict[str, Any] = {
    **PERCENT,
    "direction": Direction.RANGE,
    "range_low": Decimal(40),
    "range_high": Decimal(50),
}
MAINTAIN: dict[str, Any] = {
    "direction": Direction.MAINTAIN,
    "baseline_year": 2024,
    "baseline_value": Decimal(9),
}


def told(about: Indicator, rows: list[Observation], **changed: Any) -> str:
    made: Project = project(about, rows, societies=NAMES, **changed)
    return sentences.for_language("ja").indicator(compute(made).indicators[0], made).text


GOLDEN: list[tuple[dict[str, Any], list[Observation], str]] = [
    (
        {},
        [row(2025, 12345, 12000)],
        "令和7年度は12,345件。目標12,000件に対し達成率102.9%で、目標を達成しました(A)。",
    ),
    (
        {},
        [row(2025, 60985, 61000)],
        "令和7年度は60,985件。目標61,000件に対し達成率99.98%で、目標に届きませんでした(B)。",
    ),
    ({}, [row(2025, 3, 100)], "令和7年度は3件。目標100件に対し達成率3.0%で、目標に届きませんでした(D)。"),
    (
        {"direction": Direction.DECREASE},
        [row(2025, 12, 10)],
        "令和7年度は12件。目標10件以下に対し達成率80.0%で、目標に届きませんでした(B)。",
    ),
    (
        {"direction": Direction.DECREASE},
        [row(2025, 10, 10)],
        "令和7年度は10件。目標10件以下に対し達成率100.0%で、目標を達成しました(A)。",
    ),
    (
        PERCENT,
        [row(2025, "57.9", 75)],
        "令和7年度は57.9%。目標75.0%に対し達成率77.2%で、目標に届きませんでした(C)。",
    ),
    (
        {"unit": "会員"},
        [row(2025, -4, 0)],
        "令和7年度は−4会員。目標0会員に対し4会員下回り、目標に届きませんでした。",
    ),
    (
        {"unit": "会員"},
        [row(2024, -9), row(2025, -4, 0)],
        "令和7年度は−4会員。目標0会員に対し4会員下回り、目標に届きませんでした(C)。",
    ),
    (
        {"unit": "会員"},
        [row(2025, 5, 0)],
        "令和7年度は5会員。目標0会員に対し5会員上回り、目標を達成しました(A)。",
    ),
    ({"unit": "会員"}, [row(2025, 0, 0)], "令和7年度は0会員。目標0会員ちょうどで、目標を達成しました(A)。"),
    ({"direction": Direction.ZERO}, [row(2025, 0)], "令和7年度は0件。目標の0件を達成しました(A)。"),
    (
        {"direction": Direction.ZERO},
        [row(2024, 1), row(2025, 2)],
        "令和7年度は2件。目標は0件で、達成できませんでした(D)。",
    ),
    (MAINTAIN, [row(2025, 10)], "令和7年度は10件。基準の9件を維持しました(A)。"),
    (MAINTAIN, [row(2025, 7)], "令和7年度は7件。基準の9件を2件下回り、維持できませんでした。"),
    (RANGE, [row(2025, 45)], "令和7年度は45.0%。目標の範囲40.0%～50.0%に入り、目標を達成しました(A)。"),
    (
        RANGE,
        [row(2025, 37)],
        "令和7年度は37.0%。目標の範囲40.0%～50.0%を3.0ポイント下回り、目標に届きませんでした。",
    ),
    (
        RANGE,
        [row(2024, 60), row(2025, 52)],
        "令和7年度は52.0%。目標の範囲40.0%～50.0%を2.0ポイント上回り、目標に届きませんでした(C)。",
    ),
    (
        {"direction": Direction.BEAT_LAST_YEAR},
        [row(2024, 9), row(2025, 9)],
        "令和7年度は9件。前年度の9件以上という目標を達成しました(A)。",
    ),
    (
        {"direction": Direction.BEAT_LAST_YEAR},
        [row(2024, 12), row(2025, 9)],
        "令和7年度は9件。前年度の12件を3件下回り、目標に届きませんでした(D)。",
    ),
    (
        {"direction": Direction.BEAT_LAST_YEAR},
        [row(2025, 9)],
        "令和7年度は9件です。前年度の値がないため、評価していません。",
    ),
    ({"direction": Direction.NONE}, [row(2025, 9)], "令和7年度は9件です。"),
    ({"direction": Direction.NONE, "unit": "tonnes"}, [row(2025, 9)], "令和7年度は9 tonnesです。"),
    ({"direction": Direction.NONE}, [row(2012, 9, period="2010/11–2012/13")], "2010/11–2012/13は9件です。"),
    ({}, [row(2025, 9)], "令和7年度は9件です。この年度の目標はありません。"),
    (
        {},
        [row(2025, 9, 10, status=Status.PROVISIONAL)],
        "令和7年度は9件(速報値)。目標10件に対し達成率90.0%で、目標に届きませんでした(B)。",
    ),
    (
        {},
        [row(2025, 9, status=Status.PROVISIONAL)],
        "令和7年度は9件(速報値)です。この年度の目標はありません。",
    ),
    (
        CUMULATIVE,
        [row(2024, 539), row(2025, 885, 150)],
        "令和7年度は885件。この年度の増加は346件。目標150件に対し達成率230.7%で、目標を達成しました(A)。",
    ),
    (
        {"time_basis": TimeBasis.STOCK},
        [row(2025, 9, 10)],
        "令和7年度は9件です。値と目標の数え方が違うため、評価していません。",
    ),
    (
        {"direction": Direction.BEAT_LAST_YEAR, "breaks": (SeriesBreak(2025, ""),)},
        [row(2024, 8), row(2025, 9)],
        "令和7年度は9件です。集計方法が変わったため、評価していません。",
    ),
    (
        {},
        [row(2025, 9, 10, society="甲"), row(2024, 9, society="乙"), row(2024, 9, society="甲")],
        "令和7年度は9件。2団体中1団体の報告による参考値のため、評価していません。",
    ),
    (
        {**PERCENT, "min_coverage": Decimal("0.5"), "aggregation": Aggregation.RATIO_OF_SUMS},
        [row(2025, None, 50, society="甲", parts=(9, 20)), row(2025, None, 50, society="乙")],
        "令和7年度は45.0%(2団体中1団体の報告)。目標50.0%に対し達成率90.0%で、目標に届きませんでした(B)。",
    ),
    (
        {"direction": Direction.NONE},
        [row(2025, 9, society="甲"), row(2024, 9, society="乙"), row(2024, 9, society="甲")],
        "令和7年度は9件(2団体中1団体の報告)です。",
    ),
    (
        {**MAINTAIN, "band": Decimal(2)},
        [row(2025, 8)],
        "令和7年度は8件。基準の9件から許される幅の中にあり、維持しました(A)。",
    ),
    (
        {
            **PERCENT,
            "direction": Direction.MAINTAIN,
            "baseline_year": 2024,
            "baseline_value": Decimal("57.94"),
        },
        [row(2025, "57.91")],
        "令和7年度は57.9%。基準の57.9%を0.03ポイント下回り、維持できませんでした。",
    ),
    (
        {},
        [row(2025, 799600, 1000000)],
        "令和7年度は799,600件。目標1,000,000件に対し達成率79.96%で、目標に届きませんでした(C)。",
    ),
    (
        {"dimensions": ("x",)},
        [row(2024, 5, dims=(("x", "a"),)), row(2025, 6, dims=(("x", "a"),))],
        "令和7年度は区分ごとの値だけがあり、全体の値はありません。",
    ),
    (
        {"aggregation": Aggregation.NONE},
        [row(2025, 6, society="甲")],
        "令和7年度は団体ごとの値だけがあり、全体の値はありません。",
    ),
    (
        {"dimensions": ("x",)},
        [row(2025, status=Status.NOT_REPORTED), row(2025, 6, dims=(("x", "a"),))],
        "令和7年度は区分ごとの値だけがあり、全体の値はありません。",
    ),
    (
        {},
        [row(2025, status=Status.NOT_CARRIED_OUT, target=5), row(2024, 3)],
        "令和7年度は実施しませんでした(E)。令和6年度は3件でした。",
    ),
    ({}, [row(2025, status=Status.NOT_MEASURABLE)], "令和7年度は測定できませんでした。"),
    (
        {},
        [row(2025, 7, status=Status.SUPPRESSED)],
        "令和7年度の値は、個人や団体の特定を防ぐため公表していません。",
    ),
    (
        {**PERCENT, "aggregation": Aggregation.RATIO_OF_SUMS},
        [row(2025, parts=(0, 0), society="甲")],
        "令和7年度は対象がなく、割合を出せません。",
    ),
    ({}, [], "公表できる値はまだありません。"),
]


@pytest.mark.parametrize(("about", "rows", "sentence"), GOLDEN)
def test_sentence(about: dict[str, Any], rows: list[Observation], sentence: str) -> None:
    """One sentence a case, word for word."""
    site = SiteSettings("花の会", "花の約束", "https://example.org/", report_year=2025)
    given = project(indicator(**about), rows, societies=NAMES)
    if any(r.fiscal_year == 2025 for r in given.observations):
        assert told(indicator(**about), rows, site=site) == sentence
    else:
        assert told(indicator(**about), rows) == sentence


def test_not_reported_says_the_target_and_what_was_known_last() -> None:
    """A late value is told as late, with the target and the last value."""
    site = SiteSettings("", "", "", report_year=2025)
    rows = [row(2024, 8), row(2025, None, 10, status=Status.NOT_REPORTED), row(2025, 1, id="Y")]
    made = project((indicator(), indicator("Y")), rows, site=site)
    said = sentences.for_language("ja").indicator(compute(made).of("X"), made).text
    assert said == "令和7年度の値はまだ報告されていません。目標は10件です。令和6年度は8件でした。"


def test_samples_and_calendar_years_say_so() -> None:
    """A sample value is marked in the sentence itself; calendar years are 2025年."""
    site = SiteSettings("", "", "", sample=True, fiscal_year_start=1)
    said = told(indicator(), [row(2025, 12, 10)], site=site)
    assert said == "2025年は12件。目標10件に対し達成率120.0%で、目標を達成しました(A)。(サンプル値)"


def test_numbers_are_the_objects_of_the_results() -> None:
    """The sentence holds the very Number objects, so that nothing can differ from the tables."""
    made = project(indicator(), [row(2025, 12345, 12000)])
    found = compute(made).indicators[0]
    assert found.current is not None
    parts = [p for p in sentences.for_language("ja").indicator(found, made).parts if isinstance(p, Number)]
    wanted = (found.current.actual, found.current.target, found.current.achievement)
    assert len(parts) == 3 and all(a is b for a, b in zip(parts, wanted, strict=True))


def test_plan_and_year() -> None:
    """How many key indicators met their targets, how many could be judged, and the mean rate."""
    rows = [row(2025, 12, 10, id="A"), row(2025, 9, 10, id="B"), row(2025, None, 10, id="C")]
    made = project(tuple(indicator(i) for i in "ABC"), rows)
    found, voice = compute(made), sentences.for_language("ja")
    tail = "重点指標3件のうち2件を評価し、1件が目標を達成しました。"
    tail += "達成率の平均は95.0%です(各指標とも100%を上限に計算)。"
    assert voice.year(found, made).text == f"令和7年度は、{tail}"
    assert voice.plan(found.plans[0], made.plan.plans[0]).text == f"「まちの計画」は、{tail}"


def test_society() -> None:
    """A society's own year; a yes-no indicator is told as yes or no."""
    about = indicator(aggregation=Aggregation.COUNT_TRUE)
    made = project(about, [row(2025, 1, society="甲"), row(2025, 0, society="乙")], societies=NAMES)
    found, voice = compute(made).indicators[0], sentences.for_language("ja")
    said = [voice.society(s, found, made).text for s in found.by_society]
    assert said == ["令和7年度は該当します(1)。", "令和7年度は該当しません(0)。"]


@pytest.mark.parametrize(
    ("year", "label", "short"),
    [
        (2025, "令和7年度", "R7"),
        (2019, "令和元年度", "R1"),
        (2018, "平成30年度", "H30"),
        (1989, "平成元年度", "H1"),
        (1988, "昭和63年度", "S63"),
        (1920, "1920年度", "1920"),
    ],
)
def test_fiscal_years(year: int, label: str, short: str) -> None:
    """Fiscal years carry the era of their later part."""
    voice = sentences.for_language("ja")
    assert (voice.fiscal_year(year), voice.short_year(year)) == (label, short)


def test_dates_and_calendar_years() -> None:
    """Dates follow the era of the day; a calendar-year project keeps plain years."""
    assert sentences.for_language("ja").date(date(2019, 4, 30)) == "平成31年4月30日"
    assert sentences.for_language("ja").date(date(2026, 4, 1)) == "令和8年4月1日"
    plain = sentences.for_language("ja", 1)
    assert (plain.fiscal_year(2025), plain.short_year(2025), plain.date(date(2025, 1, 2))) == (
        "2025年",
        "2025",
        "2025年1月2日",
    )


CALENDAR_CASES: list[tuple[dict[str, Any], list[Observation], str]] = [
    ({}, [row(2025, 9)], "2025年は9件です。この年の目標はありません。"),
    (
        {"direction": Direction.BEAT_LAST_YEAR},
        [row(2025, 9)],
        "2025年は9件です。前年の値がないため、評価していません。",
    ),
    (
        {"direction": Direction.BEAT_LAST_YEAR},
        [row(2024, 12), row(2025, 9)],
        "2025年は9件。前年の12件を3件下回り、目標に届きませんでした(D)。",
    ),
    (
        CUMULATIVE,
        [row(2024, 539), row(2025, 885, 150)],
        "2025年は885件。この年の増加は346件。目標150件に対し達成率230.7%で、目標を達成しました(A)。",
    ),
    (
        {},
        [row(2025, 9, 10, society="甲"), row(2024, 9, society="乙"), row(2024, 9, society="甲")],
        "2025年は9件。2支部中1支部の報告による参考値のため、評価していません。",
    ),
]


@pytest.mark.parametrize(("about", "rows", "sentence"), CALENDAR_CASES)
def test_calendar_years_and_members_have_their_own_words(
    about: dict[str, Any], rows: list[Observation], sentence: str
) -> None:
    """No 年度 where years are calendar years; members are called as the project calls them."""
    site = SiteSettings("", "", "", fiscal_year_start=1, society_word="支部", report_year=2025)
    assert told(indicator(**about), rows, site=site) == sentence
