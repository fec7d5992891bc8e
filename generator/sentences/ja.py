"""The sentences in Japanese: plain, short, sure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model import (
    Absent,
    Aggregation,
    GroupResult,
    Indicator,
    IndicatorResult,
    Number,
    Plan,
    Project,
    Reason,
    Results,
    Sentence,
    SocietySeries,
    YearResult,
)
from generator.model_review import ActionTally, YearBoard
from generator.sentences import ja_review, ja_years
from generator.sentences.ja_verdict import Parts, amount, coverage, mark, verdict
from generator.sentences.ja_years import Manner

SAMPLE = "(サンプル値)"
PROVISIONAL = "(速報値)"
NOTHING_YET = "公表できる値はまだありません。"

WITHOUT_VALUE = {
    Reason.NOT_DUE: "はまだ集計の時期ではありません。",
    Reason.NOT_REPORTED: "の値はまだ報告されていません。",
    Reason.NOT_APPLICABLE: "は該当がありません。",
    Reason.NOT_MEASURABLE: "は測定できませんでした。",
    Reason.NOT_CARRIED_OUT: "は実施しませんでした",
    Reason.SUPPRESSED: "の値は、個人や団体の特定を防ぐため公表していません。",
    Reason.ZERO_DENOMINATOR: "は対象がなく、割合を出せません。",
    Reason.NO_DENOMINATOR: "は分母の報告がなく、割合を出せません。",
    Reason.NO_PROJECTS: "は達成率を出せる事業がありません。",
}
"""What follows the year's label where there is no value."""


@dataclass(frozen=True, slots=True)
class Japanese:
    """The Japanese voice; `start` is the month in which a fiscal year begins."""

    start: int

    def fiscal_year(self, year: int) -> str:
        """`令和7年度`."""
        return ja_years.fiscal_year(year, self.start)

    def short_year(self, year: int) -> str:
        """`R7`."""
        return ja_years.short_year(year, self.start)

    def month(self, day: date) -> str:
        """`令和8年4月`: the month in which `day` lies."""
        return ja_years.day(day, self.start).removesuffix(f"{day.day}日")

    def date(self, day: date) -> str:
        """`令和8年4月1日`."""
        return ja_years.day(day, self.start)

    def indicator(self, result: IndicatorResult, project: Project) -> Sentence:
        """The indicator's sentence: value, target, rate, verdict of the year shown."""
        now = result.current
        if now is None or not isinstance(now.actual, Number):
            only = parts_only(result, now, project)
            if only:
                return sentence(only, result.sample)
        return self._told(now, result.last, result.indicator, project)

    def society(self, own: SocietySeries, result: IndicatorResult, project: Project) -> Sentence:
        """A society's own year of one indicator."""
        now = own.current
        yes_no = result.indicator.aggregation is Aggregation.COUNT_TRUE
        if yes_no and now is not None and isinstance(now.actual, Number):
            word = "該当します" if now.actual.raw == 1 else "該当しません"
            return sentence([f"{label_of(now, project)}は{word}(", now.actual, ")。"], now.sample)
        return self._told(now, None, result.indicator, project)

    def plan(self, group: GroupResult, plan: Plan, sample: bool = False) -> Sentence:
        """How many of a plan's key indicators met their targets."""
        return sentence([f"「{plan.title}」は、", *grouped(group)], sample)

    def year(self, results: Results, project: Project) -> Sentence:
        """The year's result in one sentence."""
        sample = any(r.sample for r in results.indicators)
        if results.report_year is None:
            return sentence([NOTHING_YET], sample)
        label = ja_years.fiscal_year(results.report_year, project.site.fiscal_year_start)
        shown = [r.current for r in results.indicators if r.current is not None]
        early = any(y.provisional for y in shown if y.fiscal_year == results.report_year)
        tail = ["速報値を含みます。"] if early else []
        return sentence([f"{label}は、", *grouped(results.overall), *tail], sample)

    def review(self, board: YearBoard, project: Project) -> Sentence:
        """A year under review in one sentence; of the report year it is the year's own sentence."""
        return sentence(self._year_told(board, project), board.sample)

    def actions(self, tally: ActionTally, sample: bool) -> Sentence:
        """How far the actions have come."""
        return sentence(ja_review.actions(tally), sample)

    def overall(self, board: YearBoard, project: Project) -> Sentence:
        """The paragraph of the overall evaluation."""
        return sentence(ja_review.whole_year(board, self._year_told(board, project)), board.sample)

    def _year_told(self, board: YearBoard, project: Project) -> Parts:
        label = ja_years.fiscal_year(board.fiscal_year, project.site.fiscal_year_start)
        tail: Parts = ["速報値を含みます。"] if board.provisional else []
        return [f"{label}は、", *grouped(board.overall), *tail]

    def _told(
        self, now: YearResult | None, last: YearResult | None, about: Indicator, project: Project
    ) -> Sentence:
        if now is None:
            return sentence([NOTHING_YET], project.site.sample)
        label = label_of(now, project)
        if isinstance(now.actual, Number):
            return sentence(with_value(label, now, now.actual, about, Manner.of(project.site)), now.sample)
        return sentence(without_value(label, now, last, about, project), now.sample)


def sentence(parts: Parts, sample: bool) -> Sentence:
    """The finished sentence, marked when it speaks of sample values."""
    return Sentence((*parts, SAMPLE) if sample else tuple(parts))


def label_of(year: YearResult, project: Project) -> str:
    """The year's label: the source's own where it prints another one."""
    return year.period or ja_years.fiscal_year(year.fiscal_year, project.site.fiscal_year_start)


def parts_only(result: IndicatorResult, now: YearResult | None, project: Project) -> Parts:
    """The sentence of an indicator without a value of the whole that has values by category or by
    member: of the year the page speaks about, or of any where it speaks of none. Else empty."""
    if now is not None and now.actual not in (Absent(Reason.NOT_REPORTED), Absent(Reason.NOT_DUE)):
        return []
    member = Manner.of(project.site).member
    areas = [("区分", [row.series for part in result.breakdowns for row in part.rows])]
    areas.append((member, [one.series for one in result.by_society]))
    for word, listed in areas:
        years = [y for series in listed for y in series if isinstance(y.actual, Number)]
        if now is not None:
            years = [y for y in years if (y.fiscal_year, y.period) == (now.fiscal_year, now.period)]
        if years:
            newest = max(years, key=lambda y: (y.fiscal_year, y.period))
            return [f"{label_of(newest, project)}は{word}ごとの値だけがあり、全体の値はありません。"]
    return []


def with_value(label: str, year: YearResult, actual: Number, about: Indicator, manner: Manner) -> Parts:
    """The sentence of a year that has a value."""
    early = PROVISIONAL if year.provisional else ""
    told = verdict(year, about, manner)
    head: Parts = [f"{label}は", *amount(actual, about), early, *coverage(year, about, manner)]
    return [*head, "です。", *told.after] if told.plain else [*head, "。", *told.after]


def without_value(
    label: str, year: YearResult, last: YearResult | None, about: Indicator, project: Project
) -> Parts:
    """The sentence of a year without a value: why, what was aimed at, what was known last."""
    reason = year.actual.reason if not isinstance(year.actual, Number) else Reason.NOT_REPORTED
    said = WITHOUT_VALUE.get(reason, WITHOUT_VALUE[Reason.NOT_REPORTED])
    found: Parts = [f"{label}{said}"] if said.endswith("。") else [f"{label}{said}{mark(year.grade)}。"]
    if reason in (Reason.NOT_DUE, Reason.NOT_REPORTED) and isinstance(year.target, Number):
        found += ["目標は", *amount(year.target, about), "です。"]
    if last is not None and isinstance(last.actual, Number):
        found += [f"{label_of(last, project)}は", *amount(last.actual, about), "でした。"]
    return found


def grouped(group: GroupResult) -> Parts:
    """What a group of key indicators came to."""
    counts = {name: value for working in group.workings for name, value in working.inputs}
    total, assessed, achieved = (counts[n] for n in ("total", "assessed", "achieved"))
    if not (isinstance(total, Number) and isinstance(assessed, Number) and isinstance(achieved, Number)):
        return [NOTHING_YET]
    if group.total == 0:
        return ["目標を置いた重点指標はありません。"]
    if group.assessed == 0:
        return ["重点指標", total, "件のうち、評価できるものはまだありません。"]
    found: Parts = ["重点指標", total, "件のうち"]
    if group.assessed < group.total:
        found += [assessed, "件を評価し、"]
    found += [achieved, "件が目標を達成しました。"]
    if isinstance(group.mean_rate, Number) and isinstance(counts["cap"], Number):
        found += ["達成率の平均は", group.mean_rate, "です(各指標とも", counts["cap"], "を上限に計算)。"]
    return found
