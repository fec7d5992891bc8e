"""From the cells of a table to rows with a meaning: year, exact number, state, categories, unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.importers.open_sdg.plain_text import one_line
from generator.importers.open_sdg.report import Code, ImportFinding
from generator.importers.open_sdg.source import SourceFile, Translations
from generator.importers.open_sdg.terms import (
    ObservationState,
    SourceYear,
    counts_months,
    exact_number,
    observation_state,
    source_year,
    unit_text,
)

SERIES, UNITS, GEO_CODE, PERIOD = "Series", "Units", "GeoCode", "Period"
"""Names of the dimensions that this importer may add to the source's own."""

_KNOWN: Mapping[str, str] = {
    "year": "year", "time_period": "year", "timeperiod": "year",
    "value": "value", "obs_value": "value",
    "series": "series",
    "units": "units",
    "unit measure": "unit_measure", "unit_measure": "unit_measure",
    "unit multiplier": "multiplier", "unit_mult": "multiplier", "unit_multiplier": "multiplier",
    "observation status": "status", "obs_status": "status", "observation_status": "status",
    "geocode": "geo_code",
}  # fmt: skip
_DROPPED = {"progress"}
"""Columns that say nothing about the published figure."""
LONGEST_CATEGORY = 300
MOST_CATEGORIES = 100
"""Columns; a table with more is no tidy table of an indicator."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One figure of the source. `categories` are (column, category), blank cells left out."""

    line: int
    year: SourceYear
    value: str | None
    """Exact decimal text; None = no value."""
    state: ObservationState
    unit: str
    series: str
    units: str
    geo_code: str
    categories: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class TableRows:
    """The rows of one table, the sentences it held instead of figures, and what was left out."""

    rows: list[SourceRow] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    findings: list[ImportFinding] = field(default_factory=list)
    left_out: int = 0


def read_rows(source: SourceFile, translations: Translations) -> TableRows:
    """Every row of a table, understood or named."""
    return _Reading(source, translations).read()


class _Reading:
    """One pass over one table."""

    def __init__(self, source: SourceFile, translations: Translations) -> None:
        self.source = source
        self.translations = translations
        self.result = TableRows()
        self.roles: dict[str, int] = {}
        self.dimensions: list[tuple[int, str]] = []
        self.months = False

    def read(self) -> TableRows:
        table = self.source.table
        if table.guessed:
            self._say(0, Code.ENCODING_GUESSED, table.guessed)
        if table.fault:
            self._say(table.fault_line, Code.FILE_UNREADABLE, one_line(table.fault))
        self._columns(table.header)
        if len(self.dimensions) > MOST_CATEGORIES:
            self._say(1, Code.COLUMN_NOT_CARRIED, f"{len(self.dimensions)} > {MOST_CATEGORIES}")
            self.result.left_out += len(table.rows)
            return self.result
        missing = [name for name in ("year", "value") if name not in self.roles]
        if missing and table.header:
            self._say(1, Code.COLUMN_MISSING, ", ".join(missing))
            self.result.left_out += len(table.rows)
        if missing:
            return self.result
        self.months = counts_months(self._cell(row.cells, "year") for row in table.rows)
        for row in table.rows:
            self._row(row.line, row.cells)
        return self.result

    def _columns(self, header: Sequence[str]) -> None:
        taken: dict[str, int] = {}
        for index, cell in enumerate(header):
            name = one_line(cell)
            role = _KNOWN.get(name.lower())
            if role is not None and role not in self.roles:
                self.roles[role] = index
            elif name.lower() in _DROPPED:
                self._say(1, Code.COLUMN_NOT_CARRIED, name)
            elif name or any(len(r.cells) > index and r.cells[index] for r in self.source.table.rows):
                label = self.translations.text(name, "data") or f"Column {index + 1}"
                taken[label.lower()] = taken.get(label.lower(), 0) + 1
                twice = taken[label.lower()]
                self.dimensions.append((index, label if twice == 1 else f"{label} {twice}"))

    def _cell(self, cells: Sequence[str], role: str) -> str:
        index = self.roles.get(role)
        return one_line(cells[index]) if index is not None and index < len(cells) else ""

    def _row(self, line: int, cells: Sequence[str]) -> None:
        year_text, value_text = self._cell(cells, "year"), self._cell(cells, "value")
        year = source_year(year_text, self.months)
        if len(cells) > len(self.source.table.header) and any(cells[len(self.source.table.header) :]):
            self._leave_out(line, Code.ROW_TOO_LONG, " | ".join(map(one_line, cells)))
        elif year is None and year_text and not value_text:
            self.result.sentences.append(year_text)
            self._say(line, Code.ROW_IS_TEXT, year_text)
        elif year is None:
            self._leave_out(line, Code.YEAR_NOT_UNDERSTOOD, f"{year_text} | {value_text}")
        else:
            self.result.rows.append(self._figure(line, year, value_text, cells))

    def _figure(self, line: int, year: SourceYear, value_text: str, cells: Sequence[str]) -> SourceRow:
        value = exact_number(value_text)
        state = observation_state(self._cell(cells, "status"), value is not None)
        if value is None and value_text:
            self._say(line, Code.VALUE_NOT_UNDERSTOOD, value_text)
            note = "; ".join(filter(None, (f"source prints: {value_text}", state.note)))
            state = replace(state, note=note)
        units = self._word(cells, "units")
        multiplier = self.translations.text(self._cell(cells, "multiplier"), "data")
        names = (self._word(cells, "unit_measure"), units, *self._unit_of_metadata())
        return SourceRow(
            line=line,
            year=year,
            value=value,
            state=state,
            unit=unit_text(names, multiplier),
            series=self._word(cells, "series"),
            units=units,
            geo_code=self._cell(cells, "geo_code"),
            categories=tuple(
                (name, self.translations.text(one_line(cells[i]), "data")[:LONGEST_CATEGORY])
                for i, name in self.dimensions
                if i < len(cells) and one_line(cells[i])
            ),
        )

    def _word(self, cells: Sequence[str], role: str) -> str:
        return self.translations.text(self._cell(cells, role), "data")

    def _unit_of_metadata(self) -> tuple[str, ...]:
        return (self.translations.name(self.source.metadata.text("computation_units")),)

    def _say(self, line: int, code: Code, value: str = "", other: str = "") -> None:
        self.result.findings.append(ImportFinding(self.source.file, line, code, value, other))

    def _leave_out(self, line: int, code: Code, value: str) -> None:
        self.result.left_out += 1
        self._say(line, code, value)
