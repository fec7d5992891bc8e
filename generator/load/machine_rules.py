"""The national rules for machine-readable data, as far as a machine can tell a breach of them.

「行政データにおける機械可読性に関するルール」（令和8年3月31日、各府省庁DX推進連絡会議・デジタル社会推進会議
幹事会決定）, 30 rules in three levels; ids as in github.com/digital-go-jp/machine_readability_rule
(machine-readability-rules.json, Digital Agency, PDL 1.0). The words here are our own.

A breach is a warning: the numbers may still be right. Each has the rule's number, its cell and a fix.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator import grammar
from generator.findings import Finding, Place, Severity
from generator.grammar import Refusal, RefusalCode
from generator.load.book import Book, BookCell, BookSheet
from generator.load.columns import COLUMNS, DIMENSION_PREFIX, canonical, known_names
from generator.load.raw import CellKind, Role

NOT_TOLD: Mapping[str, str] = {
    "L1-01": "files of another kind are refused by their own findings",
    "L1-14": "of CSV",
    "L1-15": "of CSV",
    "L3-02": "there are no coded answers",
    "L3-04": "units stand in data/indicators.yml and in the templates",
    "L3-06": "areas are the names of data/societies.csv",
    "L3-07": "one layout for all years",
    "L3-08": "definitions stand in data/indicators.yml",
}
"""Rules that no finding is made for, and why."""
MOST_OF_A_RULE = 200
"""Breaches of one rule on one sheet that are told."""
HEADER_WITHIN = 30

_DEPENDENT = re.compile(
    "[\u2460-\u24ff\u2160-\u2188\u2776-\u2793\u3220-\u325f\u3280-\u33ff\u2100-\u214f\ue000-\uf8ff]"
)
"""Circled numbers, Roman numerals as one sign, ㈱, ㍻, ㎡. Rare kanji of names are left alone."""
_CJK = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_OTHER = re.compile(r"^その他\s*[（(:：].+")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the one table of a sheet is and what its columns hold; columns count from 1."""

    header: int
    columns: tuple[int, ...]
    """All that have a heading."""
    numbers: tuple[int, ...] = ()
    keys: tuple[int, ...] = ()
    states: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    choices: tuple[int, ...] = ()
    prose: tuple[int, ...] = ()
    typed: tuple[int, ...] | None = None
    """Only what was typed is looked at; None = everything."""

    def looks_at(self, column: int) -> bool:
        return self.typed is None or column in self.typed


ShapeOf = Callable[[BookSheet], "Shape | None"]


def values_shape(sheet: BookSheet) -> Shape | None:
    """The shape of a sheet of data/values, or None for one without its header."""
    known = COLUMNS[Role.VALUES]
    for row, cells in list(sheet.rows().items())[:HEADER_WITHIN]:
        if known_names([c.cell.text for c in cells.values()], known) < 2:
            continue
        names = {c: canonical(cell.cell.text, known) for c, cell in cells.items()}

        def of(*wanted: str, named: Mapping[int, str] = names) -> tuple[int, ...]:
            return tuple(c for c, n in named.items() if n in wanted)

        return Shape(
            header=row,
            columns=tuple(names),
            numbers=of("target", "actual", "numerator", "denominator"),
            keys=of("indicator_id", "fiscal_year"),
            states=of("status"),
            years=of("fiscal_year"),
            choices=tuple(c for c, n in names.items() if n.startswith(DIMENSION_PREFIX)),
            prose=of("note"),
        )
    return None


def against_rules(book: Book, shape_of: ShapeOf = values_shape) -> list[Finding]:
    """Every breach that can be told, sheet by sheet, as warnings."""
    found = []
    for sheet in book.sheets:
        shape = shape_of(sheet)
        if shape is not None:
            found += list(_Sheet(sheet, shape).findings())
    return found


class _Sheet:
    """One sheet and the shape of its table."""

    def __init__(self, sheet: BookSheet, shape: Shape) -> None:
        self.sheet, self.shape = sheet, shape
        self.rows = sheet.rows()
        self.last_column = max(shape.columns)
        inside = {r for r, cells in self.rows.items() if any(c in shape.columns for c in cells)}
        self.data = sorted(r for r in inside if r > shape.header)

    def findings(self) -> Iterator[Finding]:
        counts: Counter[str] = Counter()
        for code, place, value in self._breaches():
            counts[code] += 1
            if counts[code] <= MOST_OF_A_RULE:
                yield Finding(Severity.WARNING, code, place, value)

    def _breaches(self) -> Iterator[tuple[str, Place, str]]:
        yield from self._of_layout()
        yield from self._of_header()
        for row in self.data:
            for column, cell in self.rows[row].items():
                if column in self.shape.columns and self.shape.looks_at(column):
                    yield from self._of_cell(cell)
        yield from self._of_looks()
        yield from self._of_states()

    def _of_layout(self) -> Iterator[tuple[str, Place, str]]:
        sheet, shape = self.sheet, self.shape
        last = max(self.data, default=shape.header)
        titles = {self.sheet.text(shape.header, c) for c in shape.columns} - {""}
        for row in self.data:
            texts = {c.cell.text.strip() for c in self.rows[row].values()}
            if len(texts & titles) >= min(3, len(titles)):
                yield (
                    "rule_l1_02",
                    sheet.place(row, min(self.rows[row])),
                    " ".join(sorted(texts & titles)[:3]),
                )
        for row in range(shape.header + 1, last):
            if row not in self.rows and row - 1 in (*self.rows, shape.header):
                yield "rule_l1_03", sheet.place(row, shape.columns[0]), f"{row}"
        yield from self._outside()
        for column, row in ((c, r) for r, c in sheet.objects):
            yield "rule_l1_10", sheet.place(row, column), ""
        for top, left, bottom, right in sheet.merged:
            if left <= self.last_column:
                end = sheet.place(bottom, right).cell
                yield "rule_l1_12", sheet.place(top, left), f"{sheet.place(top, left).cell}:{end}"
        for row in sheet.hidden_rows:
            if shape.header <= row <= last:
                yield "rule_l1_13", sheet.place(row, shape.columns[0]), f"{row}"
        for column in sheet.hidden_columns:
            if column in shape.columns:
                yield "rule_l1_13", sheet.place(shape.header, column), sheet.text(shape.header, column)
        if sheet.hides_zeros:
            yield "rule_l1_09", sheet.place(shape.header, shape.columns[0]), ""
        if shape.header > 1:
            yield "rule_l3_01", sheet.place(shape.header, shape.columns[0]), f"{shape.header}"

    def _outside(self) -> Iterator[tuple[str, Place, str]]:
        """What stands beside or below the table; columns of it without a heading."""
        first = min(self.shape.columns)
        for row, cells in self.rows.items():
            if row <= self.shape.header:
                continue
            for column, cell in cells.items():
                if column in self.shape.columns:
                    continue
                code = "rule_l1_05" if first < column < self.last_column else "rule_l1_04"
                yield code, self.sheet.place(row, column), cell.cell.text
        for column in range(first, self.last_column):
            if column not in self.shape.columns and not any(column in c for c in self.rows.values()):
                yield "rule_l1_03", self.sheet.place(self.shape.header, column), ""

    def _of_header(self) -> Iterator[tuple[str, Place, str]]:
        seen: set[str] = set()
        years = []
        for column in self.shape.columns:
            text = self.sheet.text(self.shape.header, column)
            if text in seen:
                yield "rule_l2_03", self.sheet.place(self.shape.header, column), text
            seen.add(text)
            if isinstance(grammar.year(text), int):
                years.append((column, text))
        if len(years) > 1:
            yield (
                "rule_l3_09",
                self.sheet.place(self.shape.header, years[0][0]),
                ", ".join(t for _, t in years[:4]),
            )
        for row in self.data:
            for column in self.shape.keys:
                if (row, column) not in self.sheet.cells and len(self.rows[row]) > 2:
                    yield "rule_l2_02", self.sheet.place(row, column), ""

    def _of_cell(self, cell: BookCell) -> Iterator[tuple[str, Place, str]]:
        raw, shape = cell.cell, self.shape
        place, text = self.sheet.place(cell.row, cell.column), raw.text
        if cell.formula:
            yield "rule_l2_06", place, text
        if raw.kind is CellKind.STRUCK:
            yield "rule_l1_11", place, text
        if raw.kind is not CellKind.TEXT:
            return
        if cell.column not in shape.prose and _is_padded(text):
            yield "rule_l1_06", place, text
        if _DEPENDENT.search(text):
            yield "rule_l1_08", place, text
        if cell.column in shape.numbers:
            yield from ((code, place, text) for code in _of_number_as_text(text))
        if (
            cell.column in shape.years
            and not re.search(r"\d{4}", text)
            and isinstance(grammar.year(text), int)
        ):
            yield "rule_l3_05", place, text
        if cell.column in shape.choices and _OTHER.match(text.strip()):
            yield "rule_l2_05", place, text

    def _of_looks(self) -> Iterator[tuple[str, Place, str]]:
        """A few cells of a column that look unlike the others say something by it."""
        for column in self.shape.numbers:
            if not self.shape.looks_at(column):
                continue
            cells = [c for r in self.data if (c := self.rows[r].get(column)) is not None]
            looks = Counter(c.look for c in cells)
            usual, count = looks.most_common(1)[0] if looks else ((), 0)
            if count * 3 < len(cells) * 2:
                continue
            for cell in cells:
                if cell.look != usual:
                    yield "rule_l1_11", self.sheet.place(cell.row, column), cell.cell.text

    def _of_states(self) -> Iterator[tuple[str, Place, str]]:
        """One state, one word for it."""
        for column in self.shape.states:
            words: dict[object, str] = {}
            for row in self.data:
                text = self.sheet.text(row, column)
                named = grammar.state(text) if text else None
                if named is not None and words.setdefault(named, text) != text:
                    yield "rule_l2_04", self.sheet.place(row, column), text


def _is_padded(text: str) -> bool:
    """Spaces or line breaks for the look of it: around, inside, or between all letters (合　計)."""
    if text != text.strip(" \u3000\t\r\n") or re.search(r"[\r\n\t]", text):
        return True
    parts = re.split(r"[ \u3000]+", text)
    return len(parts) > 1 and all(len(p) == 1 and _CJK.match(p) for p in parts)


def _of_number_as_text(text: str) -> Iterator[str]:
    read = grammar.number(text)
    if isinstance(read, Refusal) and read.code in (RefusalCode.TWO_VALUES, RefusalCode.RANGE):
        yield "rule_l1_07"
    elif grammar.state(text) is not None:
        return
    elif any(c.isdigit() for c in text):
        yield "rule_l2_01"
    else:
        yield "rule_l3_03"
