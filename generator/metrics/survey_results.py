"""Surveys of a project: which returns are below the gate or hidden, and every published number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.formats import count_number, rate_number, value_number
from generator.metrics import survey, survey_cells
from generator.metrics.suppression import limit_of
from generator.metrics.survey_cells import Question
from generator.model import (
    Absent,
    Indicator,
    IndicatorResult,
    Observation,
    Project,
    Reason,
    Status,
    Value,
    Working,
)
from generator.model_impact import (
    AnswerResult,
    SurveyAnswer,
    SurveyArea,
    SurveyResult,
    SurveyReturn,
    SurveyYear,
)

YearOfIndicator = tuple[str, int]
Place = tuple[int, str | None]
"""Fiscal year and society (None = federation)."""


# ------------------------------------------------------------ before the indicators


def pooled(returns: Sequence[SurveyReturn]) -> SurveyReturn:
    """All societies together: every count added, answers in the order of their first appearance."""
    counts: dict[tuple[str, bool], int] = {}
    for one in returns:
        for a in one.answers:
            counts[a.answer, a.positive] = counts.get((a.answer, a.positive), 0) + a.count
    return replace(
        returns[0],
        society=None,
        population=sum(r.population for r in returns),
        sent=sum(r.sent for r in returns),
        undeliverable=sum(r.undeliverable for r in returns),
        valid=sum(r.valid for r in returns),
        answers=tuple(SurveyAnswer(name, good, n) for (name, good), n in counts.items()),
        blanks=sum(r.blanks for r in returns),
        sample=any(r.sample for r in returns),
    )


def by_question(project: Project) -> dict[YearOfIndicator, list[SurveyReturn]]:
    """Returns by indicator and year, in the order of the file."""
    found: dict[YearOfIndicator, list[SurveyReturn]] = {}
    for returned in project.surveys:
        found.setdefault((returned.indicator_id, returned.fiscal_year), []).append(returned)
    return found


def whole(returns: Sequence[SurveyReturn]) -> SurveyReturn:
    """The federation's own return, or all of its societies' together."""
    own = next((r for r in returns if r.society is None), None)
    return own or pooled(returns)


def below_gate(project: Project, indicator_id: str) -> frozenset[Place]:
    """Areas and years of one indicator whose response rate does not reach the gate."""
    found: set[Place] = set()
    for (name, year), returns in by_question(project).items():
        if name == indicator_id:
            found |= {(year, r.society) for r in (*returns, whole(returns)) if is_below(r, project)}
    return frozenset(found)


def is_below(returned: SurveyReturn, project: Project) -> bool:
    rate = survey.response_rate(returned.valid, returned.sent, returned.undeliverable)
    return not survey.passes(rate, project.settings.survey_gate)


def question_of(returns: Iterable[SurveyReturn], indicator: Indicator, project: Project) -> Question:
    """The societies' returns with the limit of the indicator."""
    limit = limit_of(indicator, project.settings.suppress_below)
    return Question({r.society: r for r in returns if r.society is not None}, limit)


def hidden(project: Project) -> dict[YearOfIndicator, frozenset[str]]:
    """The societies that may not show their answers, by indicator and year; the same ones in all
    questions of one survey and year."""
    indicators = {i.id: i for i in project.indicators}
    surveys: dict[tuple[str, int], list[YearOfIndicator]] = {}
    questions = {
        key: question_of(returns, indicators[key[0]], project)
        for key, returns in by_question(project).items()
        if key[0] in indicators
    }
    for key, returns in by_question(project).items():
        surveys.setdefault((returns[0].survey_id, key[1]), []).append(key)
    found: dict[YearOfIndicator, frozenset[str]] = {}
    for keys in surveys.values():
        listed = [k for k in keys if k in questions]
        gone = survey_cells.hidden_societies([questions[k] for k in listed], marked(project, listed))
        found |= dict.fromkeys(listed, gone)
    return found


def marked(project: Project, keys: Iterable[YearOfIndicator]) -> set[str]:
    """Societies whose row in data/values says `suppressed`."""
    asked = set(keys)
    return {
        row.society
        for row in project.observations
        if row.society is not None
        and row.status is Status.SUPPRESSED
        and (row.indicator_id, row.fiscal_year) in asked
    }


def with_hidden_marked(
    rows: Iterable[Observation], gone: Mapping[YearOfIndicator, frozenset[str]]
) -> tuple[Observation, ...]:
    """The rows of an indicator, those of hidden societies as `suppressed`: kept in totals, never
    published."""
    return tuple(
        replace(row, status=Status.SUPPRESSED)
        if row.society in gone.get((row.indicator_id, row.fiscal_year), ())
        and not row.dimensions
        and row.status in (Status.REPORTED, Status.PROVISIONAL)
        else row
        for row in rows
    )


# ------------------------------------------------------------ after the indicators


def surveys(project: Project, results: Sequence[IndicatorResult]) -> tuple[SurveyResult, ...]:
    """Every survey, in the order of the results; what an indicator hides its survey hides too."""
    questions, gone = by_question(project), hidden(project)
    found = []
    for result in results:
        years = sorted(year for name, year in questions if name == result.indicator.id)
        if years:
            found.append(_survey(result, years, questions, gone, project))
    return tuple(found)


def _survey(
    result: IndicatorResult,
    years: Sequence[int],
    questions: Mapping[YearOfIndicator, Sequence[SurveyReturn]],
    gone: Mapping[YearOfIndicator, frozenset[str]],
    project: Project,
) -> SurveyResult:
    about = result.indicator
    base = f"api/v1/indicators/{about.id}.json#"
    offered: set[str] | None = None
    found = []
    for k, year in enumerate(years):
        returns = questions[about.id, year]
        answers = {a.answer for r in returns for a in r.answers}
        broken = any(b.fiscal_year == year for b in about.breaks)
        changed = offered is not None and answers != offered
        offered = answers
        secret = gone.get((about.id, year), frozenset()) | concealed(result, year)
        desk = _Desk(about, Fraction(project.settings.survey_gate), f"{base}/surveys/{k}")
        found.append(_year(desk, returns, secret, result, project, broken or changed))
    gate = rate_number(project.settings.survey_gate, f"{base}/survey_gate")
    return SurveyResult(about.id, gate, tuple(found))


def concealed(result: IndicatorResult, year: int) -> frozenset[str]:
    """Societies whose value of the year the indicator itself hides."""
    return frozenset(
        one.society.name
        for one in result.by_society
        for y in one.series
        if y.fiscal_year == year and y.actual == Absent(Reason.SUPPRESSED)
    )


def _year(
    desk: _Desk,
    returns: Sequence[SurveyReturn],
    secret: frozenset[str],
    result: IndicatorResult,
    project: Project,
    broken: bool,
) -> SurveyYear:
    about, all_of_it = desk.indicator, whole(returns)
    named = {r.society: r for r in returns if r.society is not None}
    question = question_of(returns, about, project)
    everyone = frozenset(named) if not about.public_by_society else secret
    no_total = survey_cells.total_is_hidden(question, everyone) or survey_cells.too_few(
        all_of_it.answered, question.limit
    )
    said = next((y for y in result.series if y.fiscal_year == all_of_it.fiscal_year), None)
    no_total = no_total or (said is not None and said.actual == Absent(Reason.SUPPRESSED))
    listed = [s.name for s in project.societies if s.name in named] if about.public_by_society else []
    return SurveyYear(
        fiscal_year=all_of_it.fiscal_year,
        survey_id=all_of_it.survey_id,
        federation=desk.area(all_of_it, "federation", no_total),
        # Without a total nothing can be worked out from the societies that are shown beside it.
        societies=tuple(
            desk.area(named[name], f"societies/{i}", name in secret) for i, name in enumerate(listed)
        ),
        breaks_here=broken,
        sample=project.site.sample or all_of_it.sample,
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """Makes the published numbers of one year of one question."""

    indicator: Indicator
    gate: Fraction
    base: str

    def part(self, ratio: Fraction, src: str) -> Value:
        """A share in the indicator's own unit, so that it reads like the indicator's value."""
        if self.indicator.is_percent:
            return value_number(ratio * 100, self.indicator.decimals, True, src)
        return rate_number(ratio, src)

    def area(self, returned: SurveyReturn, at: str, secret: bool) -> SurveyArea:
        """All numbers of one area, or none of them."""
        if secret:
            return nothing(returned.society)
        src = _addresses(f"{self.base}/{at}")
        counts = {
            name: count_number(getattr(returned, name), src(name))
            for name in ("population", "sent", "undeliverable", "valid", "answered", "positives", "blanks")
        }
        rate = survey.response_rate(returned.valid, returned.sent, returned.undeliverable)
        passes = survey.passes(rate, self.gate)
        n = returned.answered
        share = Fraction(returned.positives, n) if n else Reason.ZERO_DENOMINATOR
        interval = (
            survey.wilson(returned.positives, n, returned.population) if passes else Reason.LOW_RESPONSE
        )
        edges = survey.bounds(returned.positives, n, returned.asked)
        low, high = self._pair(interval, src("low"), src("high"))
        least, most = self._pair(edges, src("at_least"), src("at_most"))
        shown_rate: Value = (
            Absent(rate) if isinstance(rate, Reason) else rate_number(rate, src("response_rate"))
        )
        shown_share: Value = Absent(share) if isinstance(share, Reason) else self.part(share, src("share"))
        return SurveyArea(
            society=returned.society,
            **counts,
            response_rate=shown_rate,
            passes=None if isinstance(rate, Reason) else passes,
            share=shown_share,
            low=low,
            high=high,
            at_least=least,
            at_most=most,
            answers=tuple(
                self._answer(a, n, f"{self.base}/{at}/answers/{j}") for j, a in enumerate(returned.answers)
            ),
            hidden=False,
            workings=_workings(counts, shown_rate, shown_share, low, high, least, most),
        )

    def _pair(
        self, found: tuple[float, float] | tuple[Fraction, Fraction] | Reason, low: str, high: str
    ) -> tuple[Value, Value]:
        if isinstance(found, Reason):
            return Absent(found), Absent(found)
        return self.part(Fraction(found[0]), low), self.part(Fraction(found[1]), high)

    def _answer(self, given: SurveyAnswer, n: int, at: str) -> AnswerResult:
        count = count_number(given.count, f"{at}/count")
        share: Value = Absent(Reason.ZERO_DENOMINATOR)
        if n:
            share = self.part(Fraction(given.count, n), f"{at}/share")
        return AnswerResult(given.answer, given.positive, count, share)


def _addresses(base: str) -> Callable[[str], str]:
    return lambda field: f"{base}/{field}"


def nothing(society: str | None) -> SurveyArea:
    """An area of which nothing is published."""
    gone: Value = Absent(Reason.SUPPRESSED)
    return SurveyArea(society, *(gone,) * 8, None, *(gone,) * 5, (), hidden=True)


def _workings(
    counts: Mapping[str, Value],
    rate: Value,
    share: Value,
    low: Value,
    high: Value,
    least: Value,
    most: Value,
) -> tuple[Working, ...]:
    """How each number came about; an interval has one working for each end."""

    def inputs(*names: str) -> tuple[tuple[str, Value], ...]:
        return tuple((name, counts[name]) for name in names)

    people = inputs("positives", "answered")
    return (
        Working("survey.response_rate", inputs("valid", "sent", "undeliverable"), rate),
        Working("survey.share", people, share),
        Working("survey.interval", (*people, *inputs("population")), low),
        Working("survey.interval", (*people, *inputs("population")), high),
        Working("survey.at_least", inputs("positives", "sent", "undeliverable"), least),
        Working("survey.at_most", (*people, *inputs("sent", "undeliverable")), most),
    )
