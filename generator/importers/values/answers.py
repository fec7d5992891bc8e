"""A filled workbook to answers: rows by their marks, columns by their headings, wherever they stand.

What is said of the numbers themselves is left to the checks that every values file goes through.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator import grammar
from generator.findings import Finding, Place, Severity
from generator.grammar import Parsed
from generator.load.book import Book, BookSheet
from generator.load.machine_rules import Shape
from generator.load.raw import CellKind, RawCell
from generator.workbook import headings, marks
from generator.workbook.marks import Mark

HEADER_WITHIN = 30
FEWEST_HEADINGS = 3
_ALL = "all"


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of a form. `cells` are those of the columns that are typed into, empty ones too."""

    mark: Mark
    cells: Mapping[str, RawCell]
    place: Place

    def filled(self, *names: str) -> bool:
        return any(name in self.cells and self.cells[name].kind is not CellKind.EMPTY for name in names)

    @property
    def has_value(self) -> bool:
        return self.filled(headings.ACTUAL, headings.NUMERATOR, headings.DENOMINATOR)

    @property
    def answered(self) -> bool:
        """Whether a value or a state stands in it."""
        return self.has_value or self.filled(headings.STATUS)

    @property
    def empty(self) -> bool:
        return not self.filled(*headings.INPUT)


@dataclass(slots=True)
class Returned:
    """One workbook that came back."""

    file: str
    answers: list[Answer] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    fiscal_year: int | None = None
    slug: str = ""
    """Of the society it was made for; "*" for the federation, "all", or "" where nothing says so."""

    def say(self, severity: Severity, code: str, place: Place, value: str = "", **values: str) -> None:
        self.findings.append(Finding(severity, code, place, value, tuple(sorted(values.items()))))


@dataclass(frozen=True, slots=True)
class _HandedOut:
    """What the hidden list says was handed out; without one nothing is known."""

    version: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)


def returned(book: Book) -> Returned:
    """The answers of one workbook and what is wrong with it as a form."""
    back = Returned(book.file)
    handed = _handed_out(book)
    tables = [(s, at) for s in book.sheets if (at := _header_row(s)) is not None]
    if handed is None and not tables:
        back.say(Severity.REJECTED, "template_not_ours", Place(book.file))
        return back
    known = handed or _HandedOut()
    if known.version and known.version != str(marks.VERSION):
        back.say(
            Severity.REJECTED, "template_version", Place(book.file), known.version, now=str(marks.VERSION)
        )
        return back
    if not tables:
        back.say(Severity.REJECTED, "template_heading_lost", Place(book.file))
        return back
    for sheet, at in tables:
        _Table(sheet, at, known, back).read()
    _whole(back, known)
    return back


def _handed_out(book: Book) -> _HandedOut | None:
    sheet = book.sheet(marks.LIST_SHEET)
    if sheet is None or sheet.text(1, 1) != marks.LIST_TITLE:
        return None
    facts: dict[str, str] = {}
    targets: dict[str, str] = {}
    listed = False
    for row in sorted(sheet.rows()):
        first, second = sheet.text(row, 1), sheet.text(row, 2)
        if listed:
            targets[first] = second
        listed = listed or first == "mark"
        facts.setdefault(first, second)
    return _HandedOut(sheet.text(1, 2), facts, targets)


def _header_row(sheet: BookSheet) -> int | None:
    if sheet.title == marks.LIST_SHEET:
        return None
    for row, cells in list(sheet.rows().items())[:HEADER_WITHIN]:
        names = {headings.column_named(c.cell.text) for c in cells.values()} - {""}
        if len(names) >= FEWEST_HEADINGS and headings.MARK in names:
            return row
    return None


class _Table:
    """One sheet with a header."""

    def __init__(self, sheet: BookSheet, at: int, handed: _HandedOut, back: Returned) -> None:
        self.sheet, self.at, self.handed, self.back = sheet, at, handed, back
        self.columns: dict[str, int] = {}

    def read(self) -> None:
        rows = self.sheet.rows()
        for column, cell in rows[self.at].items():
            name = headings.column_named(cell.cell.text)
            if name in self.columns:
                place = self.sheet.place(self.at, column)
                first = self.sheet.place(self.at, self.columns[name]).cell
                self._reject("column_repeated", place, cell.cell.text, first=first)
            elif name:
                self.columns[name] = column
        lost = [name for name in (headings.STATUS, headings.NOTE) if name not in self.columns]
        if lost or not {headings.ACTUAL, headings.NUMERATOR} & self.columns.keys():
            self._reject("template_heading_lost", self.sheet.place(self.at, 1))
            return
        if not self.sheet.visible:
            self.back.say(
                Severity.WARNING, "template_sheet_hidden", Place(self.back.file, sheet=self.sheet.title)
            )
        for row in rows:
            if row > self.at:
                self._row(row)

    def _row(self, row: int) -> None:
        cells = {name: self._cell(row, name) for name in headings.INPUT if name in self.columns}
        text, place = self.sheet.text(row, self.columns[headings.MARK]), self._place(row, headings.MARK)
        mark = marks.read(text)
        typed = [c for c in cells.values() if c.kind is not CellKind.EMPTY]
        if mark is None:
            if text:
                self._reject("mark_damaged", place, text, near=self._near(text))
            elif typed:
                self._reject("input_without_mark", typed[0].place, typed[0].text)
            return
        if mark.version != marks.VERSION:
            self._reject("template_version", place, str(mark.version), now=str(marks.VERSION))
            return
        if self.handed.targets and text not in self.handed.targets:
            self._reject("mark_not_handed_out", place, text, near=self._near(text))
            return
        self._target(row, text)
        self._formats(row)
        self.back.answers.append(Answer(mark, cells, place))

    def _cell(self, row: int, name: str) -> RawCell:
        cell = self.sheet.cell(row, self.columns[name])
        return RawCell(cell.text, self._place(row, name), cell.kind, cell.beside)

    def _place(self, row: int, name: str) -> Place:
        return self.sheet.place(row, self.columns[name], name)

    def _near(self, text: str) -> str:
        near = difflib.get_close_matches(text, self.handed.targets, n=1, cutoff=0.6)
        return near[0] if near else "–"

    def _target(self, row: int, mark: str) -> None:
        """Targets are locked: another number there was typed into the wrong column."""
        if headings.TARGET not in self.columns or mark not in self.handed.targets:
            return
        issued, now = self.handed.targets[mark], self.sheet.text(row, self.columns[headings.TARGET])
        if not _same(issued, now):
            self._reject(
                "template_target_changed", self._place(row, headings.TARGET), now or "–", was=issued or "–"
            )

    def _formats(self, row: int) -> None:
        for name in headings.INPUT:
            found = self.sheet.cells.get((row, self.columns[name])) if name in self.columns else None
            if found is not None and found.warning:
                held = found.warning in ("cell_format_scales", "cell_not_visible")
                severity = Severity.HELD if held else Severity.WARNING
                self.back.say(severity, found.warning, self._place(row, name), found.cell.text)

    def _reject(self, code: str, place: Place, value: str = "", **values: str) -> None:
        self.back.say(Severity.REJECTED, code, place, value, **values)


def _same(one: str, other: str) -> bool:
    """Whether two texts are the same number; what is no number is compared as text."""
    first, second = grammar.number(one), grammar.number(other)
    if isinstance(first, Parsed) and isinstance(second, Parsed):
        scale = max(abs(first.value), abs(second.value), Decimal(1))
        return abs(first.value - second.value) <= scale * Decimal("1e-14")
    return one == other


def _whole(back: Returned, handed: _HandedOut) -> None:
    """What the rows say together: one year, one society, none twice, none lost."""
    years = {a.mark.fiscal_year for a in back.answers}
    if len(years) > 1:
        listed = ", ".join(map(str, sorted(years)))
        back.say(Severity.REJECTED, "template_years_mixed", Place(back.file), listed)
    back.fiscal_year = max(years, default=None)
    back.slug = handed.facts.get("society", "")
    _other_societies(back)
    lost = sorted(set(handed.targets) - {a.mark.text for a in back.answers})
    if lost and not any(f.severity is Severity.REJECTED for f in back.findings):
        shown = ", ".join(lost[:3]) + (" …" if len(lost) > 3 else "")
        back.say(Severity.WARNING, "template_rows_lost", Place(back.file), shown, count=str(len(lost)))


def _other_societies(back: Returned) -> None:
    if not back.slug or back.slug == _ALL:
        return
    for answer in back.answers:
        if (answer.mark.slug or marks.FEDERATION) != back.slug:
            back.say(
                Severity.REJECTED, "mark_of_other_society", answer.place, answer.mark.text, own=back.slug
            )


def shape_of(sheet: BookSheet) -> Shape | None:
    """Where the table of a form's sheet is, for the rules of machine-readable data: what was typed."""
    at = _header_row(sheet)
    if at is None:
        return None
    names = {c: headings.column_named(cell.cell.text) for c, cell in sheet.rows()[at].items()}

    def of(*wanted: str) -> tuple[int, ...]:
        return tuple(c for c, n in names.items() if n in wanted)

    return Shape(
        header=at,
        columns=tuple(names),
        numbers=of(headings.ACTUAL, headings.NUMERATOR, headings.DENOMINATOR),
        states=of(headings.STATUS),
        prose=of(headings.NOTE),
        typed=of(*headings.INPUT),
    )
