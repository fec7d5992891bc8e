"""Targets, direction, baseline and series breaks, where the metadata or the states name them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.importers.open_sdg.headline import UnitTable
from generator.importers.open_sdg.plain_text import plain_text
from generator.importers.open_sdg.report import Code, ImportFinding
from generator.importers.open_sdg.source import SourceFile
from generator.importers.open_sdg.terms import exact_number, unit_text

LAST_YEAR = "2030"
"""Open SDG's own default for a target without a year: its target lines are labelled so."""
ADOPTED = "2015-09-25"
"""The metadata never say when a target was decided: the day the 2030 Agenda was adopted."""
_DIRECTIONS = {"positive": "increase", "negative": "decrease"}
_YEAR = re.compile(r"\b(19\d\d|20\d\d|21\d\d)\b")


@dataclass(frozen=True, slots=True)
class Targets:
    """What an indicator is judged by; all empty for a source that sets no targets."""

    direction: str = "none"
    rows: tuple[tuple[str, str, str], ...] = ()
    """(fiscal year, exact target, reason)."""
    baseline_year: int | None = None
    breaks: tuple[tuple[int, str], ...] = ()
    findings: tuple[ImportFinding, ...] = ()


def read_targets(source: SourceFile, table: UnitTable, years: Sequence[str]) -> Targets:
    """Read them for one unit's table. `years`: all Year cells of the file, in its order."""
    findings: list[ImportFinding] = []
    options = [o for o in source.metadata.items("progress_calculation_options") if _concerns(o, table)]
    option: Mapping[str, str] = options[0] if options else {}
    rows = [r for r in (_target(source, o, "target", findings) for o in options[:1]) if r]
    lines = [o for o in source.metadata.items("graph_target_lines") if _concerns(o, table)]
    for row in (_target(source, line, "value", findings) for line in lines):
        if row and row[0] not in {r[0] for r in rows}:
            rows.append(row)
        elif row and row not in rows:
            findings.append(_left(source, Code.TARGET_NOT_CARRIED, f"{row[0]}: {row[1]}"))
    base = option.get("base_year", "")
    return Targets(
        direction=_DIRECTIONS.get(option.get("direction", "").lower(), "none"),
        rows=tuple(sorted(rows)),
        baseline_year=int(base) if _YEAR.fullmatch(base) and base <= LAST_YEAR else None,
        breaks=_breaks(source, table, years, findings),
        findings=tuple(findings),
    )


def _concerns(item: Mapping[str, str], table: UnitTable) -> bool:
    """Whether a setting is for this unit and for its headline series."""
    unit, series = item.get("unit", ""), item.get("series", "")
    same_unit = not unit or unit_text([unit], "").lower() in table.unit.lower()
    return same_unit and (not series or series == table.headline_series)


def _target(
    source: SourceFile, item: Mapping[str, str], key: str, findings: list[ImportFinding]
) -> tuple[str, str, str] | None:
    written = item.get(key, "")
    if not written:
        return None
    value = exact_number(written)
    label = plain_text(item.get("label_content", ""))
    named = _YEAR.search(item.get("target_year", "") or label)
    if value is None:
        findings.append(_left(source, Code.TARGET_NOT_CARRIED, written))
        return None
    return (named.group() if named else LAST_YEAR, value, label or "set in the source's metadata")


def _breaks(
    source: SourceFile, table: UnitTable, years: Sequence[str], findings: list[ImportFinding]
) -> tuple[tuple[int, str], ...]:
    """Breaks of the headline: from observation states, and from marks on the source's chart."""
    known = {f.year: "Time series break" for f in table.figures if f.state.is_break and not f.categories}
    axis = _axis(years)
    for item in source.metadata.items("graph_series_breaks"):
        if not _concerns(item, table):
            continue
        year = _break_year(item.get("value", ""), axis)
        if year is None:
            findings.append(_left(source, Code.BREAK_NOT_CARRIED, item.get("value", "")))
        else:
            known.setdefault(year, plain_text(item.get("label_content", "")) or "Series break")
    return tuple(sorted(known.items()))


def _axis(years: Sequence[str]) -> list[int]:
    """The years along the source's chart: every year between the first and the last."""
    starts = sorted({int(m.group()) for y in years if (m := _YEAR.match(y))})
    return list(range(starts[0], starts[-1] + 1)) if starts else []


def _break_year(value: str, axis: Sequence[int]) -> int | None:
    """8.5 lies between the ninth and the tenth year of the axis; the break begins with the tenth."""
    number = exact_number(value)
    if number is None or not 0 < float(number) <= len(axis) - 1:
        return None
    return axis[math.ceil(float(number))]


def _left(source: SourceFile, code: Code, value: str) -> ImportFinding:
    return ImportFinding(source.metadata.file or source.file, 0, code, value)
