"""/data/*.csv: every published value as one row, for a spreadsheet or a program.

UTF-8 with BOM and CRLF, so that Excel opens it as it is. Numbers stay numbers; text that a
spreadsheet would run as a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator import formats, ledger
from generator.model import Artefact, IndicatorResult, Number, Project, Results, Value, YearResult
from generator.model_release import Cell, Correction

FOLDER = "data"
BEFORE_DIMENSIONS = ("indicator_id", "number", "name", "fiscal_year", "period", "area_kind", "area")
AFTER_DIMENSIONS = (
    "measure", "raw", "shown", "unit", "status", "reason", "grade",
    "provisional", "reference_only", "sample", "revision", "revised_on", "source", "src",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Excel and its relatives take a cell that begins so for a formula, full-width forms too."""

Cells = Mapping[str, str]
Revised = Mapping[tuple[Cell, str], frozenset[date]]
"""(cell, `actual` or `target`) → the days on which a published figure was corrected or revised."""
_FOLLOWS = {
    "actual": ("actual",), "target": ("target",), "target_revised": ("target",),
    "achievement": ("actual", "target"),
}  # fmt: skip
"""Which figures a published measure moves with."""


@dataclass(frozen=True, slots=True)
class _Area:
    """Whose values the rows are: the federation's, a society's, or a category's."""

    kind: str
    name: str
    dimensions: tuple[tuple[str, str], ...] = ()

    def cell(self, indicator_id: str, year: YearResult) -> Cell:
        society = self.name if self.kind == "society" else ""
        return Cell(indicator_id, year.fiscal_year, year.period, society, self.dimensions)


def build(project: Project, results: Results) -> list[Artefact]:
    """data/<id>.csv of every indicator, and data/all.csv with all of them."""
    changed = revised(ledger.corrections(project, results))
    single = [
        _artefact(result.indicator.id, rows_of(project, result, changed), columns([result]))
        for result in results.indicators
    ]
    everything = chain.from_iterable(rows_of(project, result, changed) for result in results.indicators)
    return [*single, _artefact("all", everything, columns(results.indicators))]


def columns(results: Iterable[IndicatorResult]) -> tuple[str, ...]:
    """The columns of a file about these indicators: by_… only for what one of them is broken down by."""
    dimensions = {name for result in results for name in _dimensions(result)}
    by = (text_cell(f"by_{dimension}") for dimension in sorted(dimensions))
    return (*BEFORE_DIMENSIONS, *by, *AFTER_DIMENSIONS)


def _dimensions(result: IndicatorResult) -> set[str]:
    """The dimensions that the rows of an indicator have a category of."""
    rows = (row for breakdown in result.breakdowns for row in breakdown.rows if row.series)
    return {name for row in rows for name, _ in row.categories}


def revised(lines: Iterable[Correction]) -> Revised:
    """When each published figure was changed, as the public ledger tells it; a federation's figure
    also where it moved along. Whose numbers are withheld were changed as values."""
    found: dict[tuple[Cell, str], set[date]] = {}
    for line in lines:
        at = line.cell
        own = Cell(at.indicator_id, at.fiscal_year, at.period, at.society, at.dimensions)
        whole = Cell(at.indicator_id, at.fiscal_year, at.period)
        names = {name for name, _, _ in line.figures} or ({"actual"} if line.withheld else set())
        for cell, moved in ((own, names), (whole, {name for name, _, _ in line.whole})):
            for name in moved:
                figure = "target" if name == "target" else "actual"
                found.setdefault((cell, figure), set()).add(line.on)
    return {key: frozenset(days) for key, days in found.items()}


def rows_of(project: Project, result: IndicatorResult, changed: Revised) -> Iterator[Cells]:
    """Federation first, then societies, then categories; years in order."""
    federation = project.site.organization
    yield from _rows(result, _Area("federation", federation), result.series, changed)
    if result.indicator.public_by_society:
        for area in result.by_society:
            yield from _rows(result, _Area("society", area.society.name), area.series, changed)
    for breakdown in result.breakdowns:
        for row in breakdown.rows:
            area_ = _Area("federation", federation, row.categories)
            yield from _rows(result, area_, row.series, changed)


def _rows(
    result: IndicatorResult, area: _Area, series: Iterable[YearResult], changed: Revised
) -> Iterator[Cells]:
    for year in series:
        cell = area.cell(result.indicator.id, year)
        for measure, value, unit in _values(result, year):
            days: set[date] = set()
            for figure in _FOLLOWS[measure] if changed else ():
                days |= changed.get((cell, figure), frozenset())
            yield {**_row(result, area, year, measure, value, unit), **_revision(days)}


def _revision(days: Collection[date]) -> Cells:
    """On how many days the figure was changed after it was public (0: as first published), and the last."""
    return {"revision": str(len(days)), "revised_on": max(days).isoformat() if days else ""}


def _values(result: IndicatorResult, year: YearResult) -> Iterator[tuple[str, Value, str]]:
    """What is published of a year: name, value and unit (a rate is a ratio without unit).

    The actual always has its row, since its absence is news; a target that was never set has none.
    """
    unit = result.indicator.unit
    yield "actual", year.actual, unit
    if isinstance(year.target, Number):
        yield "target", year.target, unit
    if year.target_revised is not None:
        yield "target_revised", year.target_revised, unit
    if isinstance(year.achievement, Number) or isinstance(year.target, Number):
        yield "achievement", year.achievement, ""


def _row(
    result: IndicatorResult, area: _Area, year: YearResult, measure: str, value: Value, unit: str
) -> Cells:
    about = result.indicator
    is_number = isinstance(value, Number)
    return {
        "indicator_id": text_cell(about.id),
        "number": str(about.number),
        "name": text_cell(about.name),
        "fiscal_year": str(year.fiscal_year),
        "period": text_cell(year.period),
        "area_kind": area.kind,
        "area": text_cell(area.name),
        **{f"by_{name}": text_cell(category) for name, category in area.dimensions},
        "measure": measure,
        "raw": formats.raw(value.raw) if isinstance(value, Number) else "",
        "shown": text_cell(value.shown) if isinstance(value, Number) else "",
        "unit": text_cell(unit) if is_number else "",
        "status": year.status.value,
        "reason": "" if isinstance(value, Number) else value.reason.value,
        "grade": "" if year.grade.value == "-" else year.grade.value,
        "provisional": _flag(year.provisional),
        "reference_only": _flag(year.reference_only),
        "sample": _flag(year.sample),
        "source": text_cell(about.source),
        "src": text_cell(value.src) if isinstance(value, Number) else "",
    }


def _flag(value: bool) -> str:
    return "1" if value else ""


def text_cell(text: str) -> str:
    """`text` so that no spreadsheet runs it: an apostrophe before what begins like a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _artefact(name: str, rows: Iterable[Cells], header: Collection[str]) -> Artefact:
    """Rows go to bytes one by one: as text a large file would take four times its room."""
    content = io.BytesIO()
    with io.TextIOWrapper(content, "utf-8-sig", newline="", write_through=True) as out:
        writer = csv.DictWriter(out, header, restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
        return Artefact(f"{FOLDER}/{name}.csv", content.getvalue())
