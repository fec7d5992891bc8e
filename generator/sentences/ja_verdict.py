"""What is said of a value against its goal, in Japanese, for every direction and state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.model import (
    Direction,
    Grade,
    Indicator,
    Number,
    Reason,
    TimeBasis,
    Value,
    YearResult,
)
from generator.sentences.ja_years import Manner

Parts: TypeAlias = "list[str | Number]"

MET = "目標を達成しました"
MISSED = "目標に届きませんでした"

NOT_JUDGED = {
    Reason.NO_TARGET: "この年度の目標はありません。",
    Reason.INCOMPLETE_TARGETS: "目標がそろっていないため、評価していません。",
    Reason.NO_BASELINE: "基準の値がないため、評価していません。",
    Reason.NO_LAST_YEAR: "前年度の値がないため、評価していません。",
    Reason.SERIES_BREAK: "集計方法が変わったため、評価していません。",
    Reason.MIXED_BASES: "値と目標の数え方が違うため、評価していません。",
    Reason.INCOMPLETE_YEARS: "これまでの年度の値がそろわないため、評価していません。",
    Reason.BEFORE_BASELINE: "基準年度より前のため、評価していません。",
    Reason.BASELINE_YEAR: "基準年度のため、評価していません。",
    Reason.SUPPRESSED: "比べる値を公表していないため、評価していません。",
    Reason.LOW_COVERAGE: "比べる値の報告がそろわないため、評価していません。",
    Reason.LOW_RESPONSE: "比べる年度の調査の回答率が基準に届かないため、評価していません。",
}
"""Why a value stands without a verdict."""


@dataclass(frozen=True, slots=True)
class Told:
    """What follows the value; `plain`: the value itself closes with です."""

    plain: bool
    after: Parts


def amount(number: Number, about: Indicator) -> Parts:
    """A number with its unit: `12,345件`, `57.9%`, `3.1 tonnes`."""
    return [number, unit_of(about)] if unit_of(about) else [number]


def unit_of(about: Indicator) -> str:
    """The unit as it follows a number; '%' is part of the number already."""
    if about.is_percent or not about.unit:
        return ""
    return f" {about.unit}" if about.unit[0].isascii() and about.unit[0].isalnum() else about.unit


def gap_of(number: Number, about: Indicator) -> Parts:
    """A difference with its unit; percentages differ by points."""
    return [number, "ポイント"] if about.is_percent else amount(number, about)


def mark(grade: Grade) -> str:
    """The grade in brackets; nothing where there is none."""
    return "" if grade is Grade.NONE else f"({grade.value})"


def verdict(year: YearResult, about: Indicator, manner: Manner) -> Told:
    """Everything after the value."""
    if about.direction is Direction.NONE:
        return Told(True, [])
    if year.reference_only:
        return Told(False, reference(year, manner))
    if year.achieved is None:
        reason = year.grade_reason or Reason.NO_TARGET
        return Told(True, [manner.years(NOT_JUDGED.get(reason, "評価していません。"))])
    told = [*measured(year, about, manner), *clause(year, about, manner)]
    return Told(False, [*told, f"{mark(year.grade)}。"])


def reported_by(year: YearResult, manner: Manner) -> Parts:
    """`28団体中26団体の報告`, where not all have reported; empty where all have, or where the
    value is nobody's sum."""
    extra = dict(year.extra)
    concerned, reported = extra.get("concerned"), extra.get("reported")
    if not (isinstance(concerned, Number) and isinstance(reported, Number)) or reported.raw == concerned.raw:
        return []
    return [concerned, f"{manner.member}中", reported, f"{manner.member}の報告"]


def coverage(year: YearResult, about: Indicator, manner: Manner) -> Parts:
    """Who reported, in brackets after the value; said in the verdict where that speaks of it."""
    told = year.reference_only and about.direction is not Direction.NONE
    by = [] if told else reported_by(year, manner)
    return ["(", *by, ")"] if by else []


def reference(year: YearResult, manner: Manner) -> Parts:
    """A value of too few: how many reported, and that it is not judged."""
    if year.grade_reason is Reason.LOW_RESPONSE:
        return ["調査の回答率が基準に届かないため参考値とし、評価していません。"]
    by = reported_by(year, manner)
    return [*(by or ["そろわない報告"]), "による参考値のため、評価していません。"]


def measured(year: YearResult, about: Indicator, manner: Manner) -> Parts:
    """The value that was compared, where the target counts over another time."""
    compared = dict(year.extra).get("compared")
    if not isinstance(compared, Number):
        return []
    name = manner.years("この年度の増加は") if about.time_basis is TimeBasis.CUMULATIVE else "累計は"
    return [name, *amount(compared, about), "。"]


def clause(year: YearResult, about: Indicator, manner: Manner) -> Parts:
    """The verdict in words, without the grade and the full stop."""
    distance = dict(year.extra).get("distance")
    if about.direction is Direction.RANGE:
        return range_clause(year, about, distance)
    if not isinstance(year.target, Number):
        return [MET if year.achieved else MISSED]
    goal = amount(year.target, about)
    if isinstance(year.achievement, Number):
        most = "以下" if about.direction is Direction.DECREASE else ""
        end = MET if year.achieved else MISSED
        return ["目標", *goal, f"{most}に対し達成率", year.achievement, f"で、{end}"]
    match about.direction:
        case Direction.ZERO:
            return (
                ["目標の", *goal, "を達成しました"]
                if year.achieved
                else ["目標は", *goal, "で、達成できませんでした"]
            )
        case Direction.MAINTAIN:
            return maintain_clause(year, about, goal, distance)
        case Direction.BEAT_LAST_YEAR:
            return last_year_clause(year, about, goal, distance, manner.years("前年度"))
    return difference_clause(year, about, goal, distance)


def difference_clause(year: YearResult, about: Indicator, goal: Parts, distance: Value | None) -> Parts:
    """Target of zero or below: the difference is told instead of a rate."""
    end = MET if year.achieved else MISSED
    if not isinstance(distance, Number) or distance.raw == 0:
        return ["目標", *goal, f"ちょうどで、{end}"]
    return ["目標", *goal, "に対し", *gap_of(distance, about), f"{side(year)}、{end}"]


def side(year: YearResult) -> str:
    """Whether the value lies above or below."""
    above = isinstance(year.difference, Number) and year.difference.raw > 0
    return "上回り" if above else "下回り"


def maintain_clause(year: YearResult, about: Indicator, goal: Parts, distance: Value | None) -> Parts:
    """Kept the baseline, or not."""
    if year.achieved and isinstance(year.difference, Number) and year.difference.raw < 0:
        return ["基準の", *goal, "から許される幅の中にあり、維持しました"]
    if year.achieved:
        return ["基準の", *goal, "を維持しました"]
    if not isinstance(distance, Number):
        return ["基準の", *goal, "を維持できませんでした"]
    return ["基準の", *goal, "を", *gap_of(distance, about), "下回り、維持できませんでした"]


def last_year_clause(
    year: YearResult, about: Indicator, goal: Parts, distance: Value | None, before: str
) -> Parts:
    """At least last year's, or not."""
    if year.achieved or not isinstance(distance, Number):
        return [f"{before}の", *goal, f"以上という{MET}"]
    return [f"{before}の", *goal, "を", *gap_of(distance, about), f"下回り、{MISSED}"]


def range_clause(year: YearResult, about: Indicator, distance: Value | None) -> Parts:
    """Inside the declared range, or how far outside."""
    extra = dict(year.extra)
    low, high = extra.get("range_low"), extra.get("range_high")
    if not (isinstance(low, Number) and isinstance(high, Number)):
        return [MET if year.achieved else MISSED]
    span: Parts = ["目標の範囲", *amount(low, about), "～", *amount(high, about)]
    if year.achieved or not isinstance(distance, Number):
        return [*span, f"に入り、{MET}"]
    return [*span, "を", *gap_of(distance, about), f"{side(year)}、{MISSED}"]
