"""What the answers change: cells old → new, and the files that say so afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.findings import Finding, Place, Severity
from generator.importers.values.answers import Answer
from generator.importers.values.csvedit import CsvEdit, NotInEncoding
from generator.importers.values.overlay import Key, key_of
from generator.load.columns import DIMENSION_PREFIX
from generator.load.raw import LoadedProject, Role
from generator.model import Observation, Project, Status
from generator.workbook import headings

FOLDER = "data/values"
NEW_COLUMNS = ("indicator_id", "fiscal_year", "society", "target", "actual")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that changes; "" = empty."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One row that changes, with the answer that changes it and the row as it will be."""

    key: Key
    answer: Answer
    cells: tuple[Cell, ...]
    old: Observation | None
    new: Observation


def changes(before: Project, after: Project, answers: Mapping[Key, Answer]) -> tuple[Change, ...]:
    """Rows that differ, in the order of the plan, the year, the societies' list and the categories."""
    old = {key_of(o): o for o in before.observations}
    new = {key_of(o): o for o in after.observations}
    order = {i.id: n for n, i in enumerate(after.indicators)}
    members = {s.name: n for n, s in enumerate(after.societies)}
    found = []
    for key, answer in answers.items():
        was, is_ = old.get(key), new[key]
        cells = tuple(_cells(was, is_))
        if cells:
            found.append(Change(key, answer, cells, was, is_))
    return tuple(
        sorted(found, key=lambda c: (order[c.key[0]], c.key[1], members.get(c.key[2] or "", -1), c.key[3]))
    )


def _cells(was: Observation | None, is_: Observation) -> list[Cell]:
    """Fields as they are written; a number is the same when it is equal, however it was typed."""
    found = []
    for name in (*headings.INPUT, "sample"):
        old, new = _written(was, name), _written(is_, name)
        a, b = (getattr(o, name, None) if o is not None else None for o in (was, is_))
        same = a == b if isinstance(a, Decimal) and isinstance(b, Decimal) else old == new
        if not same:
            found.append(Cell(name, old, new))
    return found


def _written(row: Observation | None, name: str) -> str:
    if row is None:
        return ""
    if name == "sample":
        return "1" if row.sample else ""
    if name == headings.NOTE:
        return row.note
    if name == headings.STATUS:
        return "" if row.status is Status.REPORTED else row.status.value
    value: Decimal | None = getattr(row, name)
    return "" if value is None else format(value, "f")


# ---------------------------------------------------------------- files


@dataclass(frozen=True, slots=True)
class Files:
    """New contents of the values files, how many rows each gained or changed, and what is in the way."""

    contents: Mapping[str, bytes]
    rows: Mapping[str, int]
    findings: tuple[Finding, ...]


def files(
    found: tuple[Change, ...], loaded: LoadedProject, before: Project, read: Callable[[str], bytes | None]
) -> Files:
    """The files with the changes. `read` gives the bytes of a file of the project, None for a new one."""
    homes = _homes(before)
    by_file: dict[str, list[Change]] = defaultdict(list)
    findings: list[Finding] = []
    for change in found:
        if change.old is not None and not change.old.file.lower().endswith((".csv", ".tsv")):
            findings.append(_in_workbook(change))
            continue
        file = change.old.file if change.old else homes.get(change.key[0], f"{FOLDER}/{change.key[1]}.csv")
        by_file[file].append(change)
    contents = {}
    for file, own in sorted(by_file.items()):
        edit = _edit(file, own, loaded, read(file))
        for change in own:
            _write(edit, change)
        try:
            contents[file] = edit.content()
        except NotInEncoding as fault:
            values = (("encoding", fault.encoding),)
            findings.append(
                Finding(Severity.REJECTED, "answer_not_in_encoding", Place(file), fault.character, values)
            )
    return Files(contents, {f: len(by_file[f]) for f in contents}, tuple(findings))


def _in_workbook(change: Change) -> Finding:
    assert change.old is not None
    cells = change.answer.cells
    named = (cells[c.column].place for c in change.cells if c.column in cells)
    place = next(named, change.answer.place)
    return Finding(
        Severity.REJECTED, "answer_for_workbook_row", place, change.cells[0].new, (("other", change.old.src),)
    )


def _homes(before: Project) -> Mapping[str, str]:
    """The text file that holds an indicator's newest rows."""
    newest: dict[str, tuple[int, str]] = {}
    for o in before.observations:
        if o.file.startswith(f"{FOLDER}/") and o.file.lower().endswith((".csv", ".tsv")):
            newest[o.indicator_id] = max(newest.get(o.indicator_id, (0, "")), (o.fiscal_year, o.file))
    return {indicator: file for indicator, (_, file) in newest.items()}


def _edit(file: str, own: list[Change], loaded: LoadedProject, content: bytes | None) -> CsvEdit:
    table = next((t for t in loaded.of(Role.VALUES) if t.file == file), None)
    if table is None or content is None:
        dimensions = sorted({DIMENSION_PREFIX + n for c in own for n, _ in c.key[3]})
        names = [*NEW_COLUMNS, *dimensions]
        return CsvEdit.of((",".join(names) + "\n").encode(), names, 1)
    return CsvEdit.of(content, [c.place.column for c in table.header], table.header[0].place.line or 1)


def _write(edit: CsvEdit, change: Change) -> None:
    cells = {c.column: c.new for c in change.cells}
    if change.old is not None:
        edit.change(change.old.row, cells)
        return
    indicator, year, society, categories = change.key
    keys = {"indicator_id": indicator, "fiscal_year": str(year), "society": society or ""}
    edit.add(keys | cells | {DIMENSION_PREFIX + n: c for n, c in categories})
