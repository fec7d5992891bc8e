"""The reporting status: what is in, what is provisional, not due or missing, and when it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Coverage, Indicator, IndicatorResult, Number, Plan, Society, Status, YearResult
from generator.pages.listing import state_words
from generator.pages.site import Site, year_src
from generator.render import Page

FEW = 6
"""So many names of missing societies stand in the row; more are folded away."""
PARTIAL = "partial"
NOTHING = "nothing"
OPEN = (Status.NOT_DUE, Status.NOT_REPORTED)


@dataclass(frozen=True, slots=True)
class Report:
    """One indicator in the report year. `year` is None where nothing is known of that year;
    `latest` is the newest year with a value where it is another one."""

    indicator: Indicator
    kind: str
    state: str
    year: YearResult | None
    latest: YearResult | None
    coverage: Coverage | None
    src: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanReports:
    """A plan's indicators; `reported` of them have a value."""

    plan: Plan
    rows: tuple[Report, ...]
    reported: int


@dataclass(frozen=True, slots=True)
class SocietyReports:
    """How many of the indicators asked of a society it has reported, and which not."""

    society: Society
    concerned: int
    reported: int
    missing: tuple[Indicator, ...]


def pages(site: Site) -> Iterator[Page]:
    year = site.results.report_year
    groups = tuple(_plan_reports(site, plan) for plan in site.project.plan.plans)
    rows = [row for group in groups for row in group.rows]
    counts = Counter(row.kind for row in rows)
    total, reported = len(rows), sum(group.reported for group in groups)
    told = {"year": site.year(year), "n": total, "k": reported}
    sentence = site.word("report.sentence" if year is not None else "report.sentence_empty", **told)
    yield Page(
        path="status/index.md",
        template="status.md.j2",
        title=site.word("nav.status"),
        description=sentence,
        section="status",
        sample=any(r.sample for r in site.results.indicators),
        context={
            "sentence": sentence,
            "report_year": year,
            "counts": tuple((state_kind, counts[state_kind]) for state_kind in KINDS if counts[state_kind]),
            "groups": groups,
            "covered": any(row.coverage for row in rows),
            "coming": tuple(row for row in rows if row.indicator.next_update),
            "societies": _societies(site, rows),
            "few": FEW,
        },
    )


KINDS = (
    Status.REPORTED.value, Status.PROVISIONAL.value, PARTIAL, Status.NOT_DUE.value, Status.NOT_REPORTED.value,
    Status.SUPPRESSED.value, Status.NOT_MEASURABLE.value, Status.NOT_CARRIED_OUT.value,
    Status.NOT_APPLICABLE.value, NOTHING,
)  # fmt: skip
"""The kinds in which the rows are counted, in the order in which they are told."""


def _plan_reports(site: Site, plan: Plan) -> PlanReports:
    rows = tuple(_report(site, result) for result in site.of_plan(plan.id))
    return PlanReports(plan, rows, sum(1 for r in rows if r.year and isinstance(r.year.actual, Number)))


def _report(site: Site, result: IndicatorResult) -> Report:
    wanted = site.results.report_year
    year = next((y for y in result.series if y.fiscal_year == wanted), None)
    latest = next((y for y in reversed(result.series) if isinstance(y.actual, Number)), None)
    due = year is not None and year.status is not Status.NOT_DUE
    coverage = year.coverage if due and year and year.coverage and year.coverage.concerned else None
    kind = _kind(year, coverage)
    public = result.indicator.public_by_society
    return Report(
        indicator=result.indicator,
        kind=kind,
        state=site.word(f"report.{kind}") if kind in (PARTIAL, NOTHING) else state_words(site, year),
        year=year,
        latest=latest if latest is not None and latest is not year else None,
        coverage=coverage,
        src=f"{year_src(result, year)}/coverage" if year else "",
        missing=coverage.missing if coverage and public else (),
    )


def _kind(year: YearResult | None, coverage: Coverage | None) -> str:
    """The state, with a value of which parts are still missing told apart."""
    if year is None:
        return NOTHING
    if coverage and coverage.missing and isinstance(year.actual, Number):
        return PARTIAL
    return year.status.value


def _societies(site: Site, rows: Iterable[Report]) -> tuple[SocietyReports, ...]:
    """Of each society: the public indicators of the report year that concern it, and those missing."""
    missing: dict[str, list[Indicator]] = {}
    concerned: Counter[str] = Counter()
    members = _members(site.results.indicators)
    for row in rows:
        if row.coverage is None or not row.indicator.public_by_society:
            continue
        asked = members[row.indicator.id] | set(row.coverage.missing)
        concerned.update(asked - set(row.coverage.not_applicable))
        for name in row.coverage.missing:
            missing.setdefault(name, []).append(row.indicator)
    return tuple(
        _society(society, concerned[society.name], missing.get(society.name, ()))
        for society in site.project.societies
        if concerned[society.name]
    )


def _members(results: Sequence[IndicatorResult]) -> Mapping[str, frozenset[str]]:
    """Indicator id → names of the societies it has a series of."""
    return {r.indicator.id: frozenset(own.society.name for own in r.by_society) for r in results}


def _society(society: Society, concerned: int, missing: Sequence[Indicator]) -> SocietyReports:
    return SocietyReports(society, concerned, concerned - len(missing), tuple(missing))
