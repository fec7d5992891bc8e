"""The survey behind an indicator: who answered, what they answered, how far it can be relied on."""

from __future__ import annotations

from dataclasses import dataclass

from generator import figures
from generator.figures import Row
from generator.model import Indicator, Number, Value, YearResult
from generator.model_impact import SurveyArea, SurveyResult, SurveyYear
from generator.pages.indicator_figures import Chart, chart
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class Survey:
    """One year of a question as the page shows it; `chart` is None where nothing may be shown."""

    result: SurveyResult
    year: SurveyYear
    area: SurveyArea
    state: str
    """passed, below, or hidden."""
    chart: Chart | None

    @property
    def years(self) -> tuple[SurveyYear, ...]:
        """All years, newest first."""
        return self.result.years[::-1]


def section(site: Site, indicator: Indicator, now: YearResult | None, root: str) -> Survey | None:
    """The survey of the year the page speaks of, else the newest; None without a survey."""
    result = next((s for s in site.results.surveys if s.indicator_id == indicator.id), None)
    if result is None or not result.years:
        return None
    wanted = now.fiscal_year if now else None
    year = next((y for y in result.years if y.fiscal_year == wanted), result.years[-1])
    area = year.federation
    return Survey(result, year, area, state(area), _chart(site, indicator, year, root))


def state(area: SurveyArea) -> str:
    """How far the answers can be relied on."""
    if area.hidden or area.passes is None:
        return "hidden"
    return "passed" if area.passes else "below"


def _chart(site: Site, indicator: Indicator, year: SurveyYear, root: str) -> Chart | None:
    answers = year.federation.answers
    if not any(isinstance(a.share, Number) for a in answers):
        return None
    title = site.word("survey.answers_of", name=indicator.name, year=site.year(year.fiscal_year))
    columns = tuple(site.word(f"survey.column_{key}") for key in ("answer", "count", "share"))
    rows = tuple(Row(_named(site, a.answer, a.positive), _cells(site, a.count, a.share)) for a in answers)
    figure = figures.answer_bar(indicator.id, title, answers, columns, rows)
    return chart(site, figure, root)


def _named(site: Site, answer: str, positive: bool) -> str:
    return site.word("survey.positive", answer=answer) if positive else answer


def _cells(site: Site, *values: Value) -> tuple[figures.Cell, ...]:
    return tuple(v if isinstance(v, Number) else site.word(f"reason.{v.reason.value}") for v in values)
