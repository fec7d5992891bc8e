"""data/projects.csv: the promotion projects whose achievement rates make a derived indicator."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.findings import Finding
from generator.load.raw import RawTable, Role
from generator.model import Direction, PromotionProject, Society
from generator.parse.lookup import Societies
from generator.parse.tables import Faults, Row, number_cell, plain_number, rows_of, sample_cell, text_cell
from generator.parse.years import YearRules, year_cell


def parse_projects(
    tables: Iterable[RawTable], societies: Iterable[Society], rules: YearRules
) -> tuple[tuple[PromotionProject, ...], list[Finding]]:
    """The projects in the order of the file, and every finding."""
    faults = Faults()
    known = Societies(societies)
    read: list[tuple[Row, PromotionProject]] = []
    for table in tables:
        for row in rows_of(table, Role.PROJECTS, faults):
            before = faults.rejections()
            project = _project(row, known, rules, faults)
            if project is not None and faults.rejections() == before:
                read.append((row, project))
    _repeats(read, faults)
    return tuple(project for _, project in read), faults.found


def _project(row: Row, known: Societies, rules: YearRules, faults: Faults) -> PromotionProject | None:
    year = year_cell(row, rules, faults)
    society = known.named(row, faults) or ""
    direction = _direction(row, faults)
    for column in ("project_id", "name", "metric"):
        if not text_cell(row, column, faults):
            faults.reject("cell_empty", row.place(column))
    target, actual = (_measured(row, column, faults) for column in ("target", "actual"))
    cost = plain_number(row, "cost", faults)
    if cost is not None and cost < 0:
        faults.reject("below_minimum", row.place("cost"), row.text("cost"), minimum="0", maximum="", unit="")
    if year is None or direction is None:
        return None
    if actual is not None and year > rules.latest_actual:
        last = str(rules.latest_actual)
        faults.reject("year_of_actual_to_come", row.place("fiscal_year"), row.text("fiscal_year"), last=last)
    return PromotionProject(
        id=row.text("project_id"),
        name=row.text("name"),
        society=society,
        fiscal_year=year,
        metric=row.text("metric"),
        unit=text_cell(row, "unit", faults),
        direction=direction,
        target=target,
        actual=actual,
        cost=cost,
        note=text_cell(row, "note", faults, free=True),
        sample=sample_cell(row, faults),
        file=row.file,
        row=row.line,
    )


def _measured(row: Row, column: str, faults: Faults) -> Decimal | None:
    """A number in the project's own unit; a percentage only where that unit is %."""
    found = number_cell(row, column, faults)
    if found is not None and found.percent and row.text("unit") not in ("%", "％"):
        faults.reject("percent_not_expected", row.place(column), row.text(column), unit=row.text("unit"))
    return found.value if found is not None else None


def _direction(row: Row, faults: Faults) -> Direction | None:
    text = text_cell(row, "direction", faults).lower()
    if text in tuple(Direction):
        return Direction(text)
    faults.reject("direction_unknown", row.place("direction"), text, names=", ".join(Direction))
    return None


def _repeats(read: list[tuple[Row, PromotionProject]], faults: Faults) -> None:
    seen: dict[tuple[str, int, str], Row] = {}
    for row, project in read:
        key = (project.id, project.fiscal_year, project.metric)
        if key in seen:
            faults.reject("project_repeated", row.place("project_id"), project.id, first=str(seen[key].line))
        seen.setdefault(key, row)
