"""Answers laid over the project's tables: the same rows, with the cells of the workbooks in them.

So everything that `impact check` says of a values file is said of a workbook, at the workbook's cell,
and what is published is computed as if the answers had been written already.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator import grammar
from generator.findings import Finding, Place, Severity
from generator.grammar import Parsed
from generator.importers.values.answers import Answer
from generator.load.columns import DIMENSION_PREFIX
from generator.load.raw import CellKind, LoadedProject, RawCell, RawRow, RawTable, Role
from generator.model import Aggregation, Observation, Project, Status
from generator.workbook import headings

Key = tuple[str, int, str | None, tuple[tuple[str, str], ...]]
COLUMNS = (
    *("indicator_id", "fiscal_year", "society", "target", "actual"),
    *("numerator", "denominator", "status", "period", "note", "sample"),
)
VALUE = (headings.ACTUAL, headings.NUMERATOR, headings.DENOMINATOR)
FEWEST_EQUAL = 3
"""Rows with a target from which it is told that every value is the target."""


def key_of(observation: Observation) -> Key:
    """What makes a row the same row."""
    o = observation
    return (o.indicator_id, o.fiscal_year, o.society, o.dimensions)


@dataclass(frozen=True, slots=True)
class Laid:
    """The tables with the answers in them, and what the answers say of each other."""

    loaded: LoadedProject
    answers: Mapping[Key, Answer]
    findings: tuple[Finding, ...]


def lay_over(loaded: LoadedProject, project: Project, answers: Iterable[Answer]) -> Laid:
    """Every answer that says anything, once; where two differ, the first, with a finding on both."""
    names = {s.slug: s.name for s in project.societies}
    findings: list[Finding] = []
    by_key: dict[Key, list[Answer]] = defaultdict(list)
    for answer in answers:
        slug = answer.mark.slug
        if slug and slug not in names:
            findings.append(_reject("template_society_unknown", answer.place, slug))
        elif not answer.empty:
            m = answer.mark
            by_key[m.indicator_id, m.fiscal_year, names[slug] if slug else None, m.dimensions].append(answer)
    for same in by_key.values():
        findings += _conflicts(same)
    chosen = {key: same[0] for key, same in by_key.items()}
    present = {key_of(o): o for o in project.observations}
    for key, answer in chosen.items():
        findings += _parts(project, key, answer)
    findings += _equal_to_targets(chosen, present)
    return Laid(_with_rows(loaded, chosen, present), chosen, tuple(findings))


# ---------------------------------------------------------------- answers among themselves


def _conflicts(same: list[Answer]) -> list[Finding]:
    """The same row from two workbooks, or twice in one."""
    if len(same) < 2:
        return []
    first, found = same[0], []
    for other in same[1:]:
        names = [n for n in headings.INPUT if _said(first, n) != _said(other, n)]
        if not names:
            found.append(
                _finding(Severity.WARNING, "answer_repeated", other.place, other.mark.text, other=first)
            )
        for name in names:
            for one, two in ((first, other), (other, first)):
                cell, beside = _cell(one, name), _cell(two, name)
                values = {"other_value": beside.text or "–"}
                found.append(
                    _finding(
                        Severity.REJECTED, "answer_conflict", cell.place, cell.text, beside.place, **values
                    )
                )
    return found


def _finding(
    severity: Severity, code: str, place: Place, value: str, other: Place | Answer, **values: str
) -> Finding:
    at = other.place if isinstance(other, Answer) else other
    named = {"other": f"{at.file} {at.sheet}!{at.cell}", **values}
    return Finding(severity, code, place, value, tuple(sorted(named.items())))


def _cell(answer: Answer, name: str) -> RawCell:
    return answer.cells.get(name) or RawCell("", answer.place, CellKind.EMPTY)


def _said(answer: Answer, name: str) -> object:
    cell = _cell(answer, name)
    read = grammar.number(cell.text)
    return read.value if isinstance(read, Parsed) else (cell.text.strip(), cell.kind is CellKind.EMPTY)


def _parts(project: Project, key: Key, answer: Answer) -> list[Finding]:
    """A share is answered by its parts; what is no share has none."""
    indicator = next((i for i in project.indicators if i.id == key[0]), None)
    if indicator is None:
        return []
    actual = _cell(answer, headings.ACTUAL)
    part = next((_cell(answer, n) for n in VALUE[1:] if answer.filled(n)), None)
    if indicator.aggregation is Aggregation.RATIO_OF_SUMS:
        wanted = actual.kind is not CellKind.EMPTY and part is None and grammar.state(actual.text) is None
        return [_reject("parts_wanted", actual.place, actual.text)] if wanted else []
    added_up = indicator.aggregation in (Aggregation.SUM, Aggregation.COUNT_TRUE)
    return [_reject("parts_not_wanted", part.place, part.text)] if part is not None and added_up else []


def _equal_to_targets(chosen: Mapping[Key, Answer], present: Mapping[Key, Observation]) -> list[Finding]:
    """Where every value of a workbook is its target, the targets were perhaps copied."""
    by_file: dict[str, list[tuple[Answer, bool]]] = defaultdict(list)
    for key, answer in chosen.items():
        target = present[key].target if key in present else None
        read = grammar.number(_cell(answer, headings.ACTUAL).text)
        if target is not None and isinstance(read, Parsed):
            by_file[answer.place.file].append((answer, read.value == target))
    return [
        Finding(Severity.WARNING, "actuals_equal_targets", Place(file), str(len(rows)))
        for file, rows in sorted(by_file.items())
        if len(rows) >= FEWEST_EQUAL and all(equal for _, equal in rows)
    ]


def _reject(code: str, place: Place, value: str) -> Finding:
    return Finding(Severity.REJECTED, code, place, value)


# ---------------------------------------------------------------- tables


def _with_rows(
    loaded: LoadedProject, chosen: Mapping[Key, Answer], present: Mapping[Key, Observation]
) -> LoadedProject:
    replaced = {(present[k].file, present[k].row): k for k in chosen if k in present}
    kept: dict[Key, dict[str, RawCell]] = {}
    tables = []
    for table in loaded.of(Role.VALUES):
        names = [cell.place.column for cell in table.header]
        rows = []
        for row in table.rows:
            key = replaced.get((table.file, row.line))
            cells = {n: c for n, c in zip(names, row.cells, strict=False) if n}
            if key is not None and cells["indicator_id"].text.strip() == key[0]:
                kept[key] = cells
            else:
                rows.append(row)
        tables.append(replace(table, rows=tuple(rows)))
    dimensions = sorted({n for key in chosen for n, _ in key[3]})
    by_file: dict[str, list[tuple[Key, Answer]]] = defaultdict(list)
    for key, answer in chosen.items():
        by_file[answer.place.file].append((key, answer))
    for file, pairs in by_file.items():
        rows = [_row(key, answer, kept.get(key, {}), present.get(key), dimensions) for key, answer in pairs]
        tables.append(RawTable(file, "", _header(file, dimensions), tuple(rows)))
    return replace(loaded, tables={**loaded.tables, Role.VALUES: tuple(tables)})


def _header(file: str, dimensions: list[str]) -> tuple[RawCell, ...]:
    names = (*COLUMNS, *(DIMENSION_PREFIX + d for d in dimensions))
    return tuple(RawCell(n, Place(file, line=1, column=n)) for n in names)


def _row(
    key: Key,
    answer: Answer,
    kept: Mapping[str, RawCell],
    present: Observation | None,
    dimensions: list[str],
) -> RawRow:
    """The row as it would stand in a values file; what the form does not ask stays as it was."""
    indicator, year, society, categories = key
    texts = {"indicator_id": indicator, "fiscal_year": str(year), "society": society or ""}
    texts |= {DIMENSION_PREFIX + n: c for n, c in categories}
    cells = []
    for name in (*COLUMNS, *(DIMENSION_PREFIX + d for d in dimensions)):
        if name in headings.INPUT:
            cells.append(_input(name, answer, kept, present))
        elif name in texts or name.startswith(DIMENSION_PREFIX):
            cells.append(_text(texts.get(name, ""), replace(answer.place, column=name)))
        elif name == "sample" and answer.answered:
            cells.append(_text("", replace(answer.place, column=name)))
        else:
            cells.append(kept.get(name) or _text("", replace(answer.place, column=name)))
    return RawRow(answer.place.line or 0, tuple(cells))


def _input(name: str, answer: Answer, kept: Mapping[str, RawCell], present: Observation | None) -> RawCell:
    """The form's cell; an empty one leaves the old value unless the row was answered otherwise."""
    own = _cell(answer, name)
    own = RawCell(own.text, replace(own.place, column=name), own.kind, own.beside)
    if name == headings.NOTE and own.kind is not CellKind.EMPTY:
        return replace(own, text=re.sub(r"\s*[\r\n]+\s*", " ", own.text).strip())
    if own.kind is not CellKind.EMPTY or name not in kept:
        return own
    if name in VALUE:
        return own if answer.answered else kept[name]
    secret = present is not None and present.status is Status.SUPPRESSED
    return own if name == headings.STATUS and answer.has_value and not secret else kept[name]


def _text(text: str, place: Place) -> RawCell:
    return RawCell(text, place, CellKind.TEXT if text else CellKind.EMPTY)
