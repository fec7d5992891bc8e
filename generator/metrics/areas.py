"""All areas of one indicator: federation, societies, categories, with hidden cells marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.metrics import cells, projects, rollup, targets
from generator.metrics.cells import ROLLED_UP, Year
from generator.metrics.point import Point, Target, direct
from generator.metrics.rollup import Members
from generator.metrics.suppression import Key
from generator.model import (
    Aggregation,
    Indicator,
    Observation,
    Project,
    PromotionProject,
    Reason,
    Status,
    TargetDecision,
)

YearKey = tuple[int, str]
Categories = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the project holds on one indicator."""

    indicator: Indicator
    rows: tuple[Observation, ...]
    decisions: dict[int, tuple[TargetDecision, ...]]
    projects: tuple[PromotionProject, ...] = ()
    low_response: frozenset[tuple[int, str | None]] = frozenset()
    """Fiscal years and societies (None = federation) whose survey is below the gate."""


@dataclass(slots=True)
class Areas:
    """Points of every area of one indicator, sorted by year."""

    federation: list[Point] = field(default_factory=list)
    societies: dict[str, list[Point]] = field(default_factory=dict)
    categories: dict[Categories, list[Point]] = field(default_factory=dict)


def horizon(project: Project) -> int:
    """Last fiscal year in which anything was reported; later empty cells are not due."""
    years = [r.fiscal_year for r in project.observations if r.actual is not None or r.numerator is not None]
    years += [p.fiscal_year for p in project.projects if p.actual is not None]
    return max(years, default=0)


def areas(source: Source, project: Project, last_year: int) -> Areas:
    """Every area's points: rolled up, with targets, hidden cells marked."""
    members = concerned(source, project)
    found = Areas()
    found.federation = federation(source, project, members, last_year)
    found.societies = societies(source, project, last_year)
    found.categories = categories(source, members, last_year)
    for name, points in ((None, found.federation), *found.societies.items()):
        points[:] = [
            replace(p, low_response=True) if (p.fiscal_year, name) in source.low_response else p
            for p in points
        ]
    return protected(found, source, project.settings.suppress_below)


def concerned(source: Source, project: Project) -> Members:
    """Societies with at least one row in any year, or all where the indicator says so."""
    named = {r.society for r in source.rows}
    everyone = source.indicator.all_societies
    names = tuple(s.name for s in project.societies if everyone or s.name in named)
    return Members(names, len(project.societies), source.indicator.min_coverage)


def by_year(rows: Iterable[Observation]) -> dict[YearKey, list[Observation]]:
    """Rows grouped by (fiscal year, period label), sorted."""
    years: dict[YearKey, list[Observation]] = {}
    for row in rows:
        years.setdefault((row.fiscal_year, row.period), []).append(row)
    return dict(sorted(years.items()))


def split(rows: Iterable[Observation]) -> tuple[Observation | None, dict[str, Observation]]:
    """The federation's own row of a year, and the societies' rows by name."""
    own: Observation | None = None
    by_name: dict[str, Observation] = {}
    for row in rows:
        if row.society is None:
            own = own or row
        else:
            by_name.setdefault(row.society, row)
    return own, by_name


def federation(source: Source, project: Project, members: Members, last_year: int) -> list[Point]:
    """The federation's points of all years that have a row, a project or a target."""
    if source.indicator.aggregation is Aggregation.MEAN_OF_PROJECTS and source.projects:
        points = project_points(source, project, members, last_year)
    else:
        points = {
            key: rollup.federation_point(*split(rows), members, source.indicator, last_year, key)
            for key, rows in by_year(total_rows(source)).items()
        }
    covered = {year for year, _ in points}
    for year in source.decisions:
        if year not in covered:
            points[year, ""] = empty_year(year, last_year)
    start = project.site.fiscal_year_start
    return [with_target(points[key], source, start) for key in sorted(points)]


def total_rows(source: Source) -> list[Observation]:
    """Rows that speak of totals; where nothing is added up, only the federation's own."""
    rows = [r for r in source.rows if not r.dimensions]
    if source.indicator.aggregation in ROLLED_UP:
        return rows
    return [r for r in rows if r.society is None]


def empty_year(year: int, last_year: int) -> Point:
    """A year of which only the target is known."""
    if year > last_year:
        return Point(year, "", Status.NOT_DUE, reason=Reason.NOT_DUE)
    return Point(year, "", Status.NOT_REPORTED, reason=Reason.NOT_REPORTED)


def with_target(point: Point, source: Source, start_month: int) -> Point:
    """The point with the target of data/targets.csv, which beats every other."""
    given = source.decisions.get(point.fiscal_year)
    if not given:
        return point
    used, revised = targets.pair(given, targets.first_day(point.fiscal_year, start_month))
    return replace(point, target=used, revised=revised, sample=point.sample or given[-1].sample)


def project_points(
    source: Source, project: Project, members: Members, last_year: int
) -> dict[YearKey, Point]:
    """The federation's points of an indicator that is a mean over projects."""
    cap = source.indicator.cap if source.indicator.cap is not None else project.settings.project_cap
    seen = members if source.indicator.all_societies else replace(members, names=())
    points: dict[YearKey, Point] = {}
    for year in sorted({p.fiscal_year for p in source.projects}):
        listed = [p for p in source.projects if p.fiscal_year == year]
        points[year, ""] = projects.point(listed, source.indicator, cap, year, seen)
    for key, rows in by_year(total_rows(source)).items():
        own, _ = split(rows)
        if own is None:
            continue
        typed = direct(own, source.indicator, last_year)
        points[key] = replace(points[key], target=typed.target) if key in points else typed
    return points


def societies(source: Source, project: Project, last_year: int) -> dict[str, list[Point]]:
    """Each society's own points, in the order of the list."""
    if source.indicator.aggregation is Aggregation.MEAN_OF_PROJECTS and source.projects:
        return society_projects(source, project)
    found: dict[str, list[Point]] = {s.name: [] for s in project.societies}
    for rows in by_year(r for r in source.rows if not r.dimensions).values():
        for name, row in split(rows)[1].items():
            if name in found:
                found[name].append(direct(row, source.indicator, last_year))
    return {name: points for name, points in found.items() if points}


def society_projects(source: Source, project: Project) -> dict[str, list[Point]]:
    """Each society's mean over its own projects."""
    cap = source.indicator.cap if source.indicator.cap is not None else project.settings.project_cap
    found: dict[str, list[Point]] = {}
    for society in project.societies:
        own = [p for p in source.projects if p.society == society.name]
        years = sorted({p.fiscal_year for p in own})
        if years:
            found[society.name] = [
                projects.point([p for p in own if p.fiscal_year == y], source.indicator, cap, y, None)
                for y in years
            ]
    return found


def categories(source: Source, members: Members, last_year: int) -> dict[Categories, list[Point]]:
    """The federation's points of each category, in the order in which the data names them."""
    grouped: dict[Categories, list[Observation]] = {}
    for row in source.rows:
        if row.dimensions:
            grouped.setdefault(row.dimensions, []).append(row)
    found: dict[Categories, list[Point]] = {}
    for key, rows in grouped.items():
        named = {r.society for r in rows}
        inside = replace(members, names=tuple(n for n in members.names if n in named))
        if source.indicator.aggregation not in ROLLED_UP:
            rows = [r for r in rows if r.society is None]
        found[key] = [
            rollup.federation_point(*split(given), inside, source.indicator, last_year, year)
            for year, given in by_year(rows).items()
        ]
    return {key: points for key, points in found.items() if points}


# ------------------------------------------------------------ hidden cells


def protected(found: Areas, source: Source, default_limit: int) -> Areas:
    """The same areas with every cell concealed that may not be published."""
    indicator = source.indicator
    hidden: dict[YearKey, set[Key]] = {}
    for when, year in years_of(found, source).items():
        gone = cells.hidden_keys(year, indicator, default_limit)
        if gone:
            hidden[when] = gone
    if not hidden:
        return found
    weighed = indicator.aggregation is Aggregation.RATIO_OF_SUMS
    told = Areas(
        [conceal(p, cells.TOTAL, hidden) for p in found.federation],
        {
            n: [conceal(p, cells.society_key(n), hidden, weighed) for p in ps]
            for n, ps in found.societies.items()
        },
        {c: [conceal(p, cells.category_key(c), hidden) for p in ps] for c, ps in found.categories.items()},
    )
    if weighed:
        told.federation = [without_weighed_target(p, found, hidden) for p in told.federation]
    return told


def years_of(found: Areas, source: Source) -> dict[YearKey, Year]:
    """Every cell that has a value or a mark, by year."""
    listed: list[tuple[Key, Sequence[Point]]] = [(cells.TOTAL, found.federation)]
    listed += [(cells.society_key(name), points) for name, points in found.societies.items()]
    listed += [(cells.category_key(c), points) for c, points in found.categories.items()]
    years: dict[YearKey, Year] = {}
    for key, points in listed:
        for point in points:
            if point.actual is not None or point.status is Status.SUPPRESSED:
                years.setdefault((point.fiscal_year, point.period), Year()).points[key] = point
    for row in source.rows:
        when = (row.fiscal_year, row.period)
        if row.society is not None and row.dimensions and when in years:
            years[when].rows[cells.row_key(row.society, row.dimensions)] = row
    return years


def conceal(point: Point, key: Key, hidden: Mapping[YearKey, set[Key]], weighed: bool = False) -> Point:
    """The point, concealed where its cell is hidden. `weighed`: its own target too, since the
    federation's may weigh it by its denominator."""
    if key not in hidden.get((point.fiscal_year, point.period), ()):
        return point
    gone = point.concealed()
    return replace(gone, target=Reason.SUPPRESSED) if weighed else gone


def without_weighed_target(point: Point, found: Areas, hidden: Mapping[YearKey, set[Key]]) -> Point:
    """The federation's year without a target that weighs the societies' targets by their
    denominators while one of these is hidden: it would be a second equation for it."""
    when = (point.fiscal_year, point.period)
    if not isinstance(point.target, Target) or point.target.src:
        return point
    own = {n: p for n, ps in found.societies.items() for p in ps if (p.fiscal_year, p.period) == when}
    given = {p.target.value for p in own.values() if isinstance(p.target, Target)}
    if len(given) < 2 or not any(cells.society_key(n) in hidden.get(when, ()) for n in own):
        return point
    return replace(point, target=Reason.SUPPRESSED)
