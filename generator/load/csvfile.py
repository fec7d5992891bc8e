"""CSV and tab-separated text to cells with their lines.

Own splitting instead of `csv`, for the places: the csv module swallows the rest of a file
after a quote that is never closed, and says where it noticed, not where the quote was opened.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.findings import Finding, Place, Severity
from generator.load.columns import COLUMNS, Columns, canonical, known_names, meant_names
from generator.load.raw import CellKind, RawCell, RawRow, RawTable, Role
from generator.load.textfile import decode, not_a_table

HEADER_WITHIN = 30
"""Lines among which a header is looked for: titles and remarks may stand above it."""
MOST_ROWS = 300_000
_DELIMITERS = ",\t;|，、"


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: list[str]
    unclosed: bool = False


def read_csv(file: str, content: bytes, role: Role) -> tuple[RawTable | None, list[Finding]]:
    """The table of one text file, or None; faults of the file as a whole are findings."""
    columns = COLUMNS[role]
    code = not_a_table(content)
    if code:
        return None, [_fault(code, Place(file, line=1))]
    text = decode(content, lambda t: _header_at(list(_some_lines(t)), columns) is not None)
    if text is None:
        return None, [_fault("encoding_unknown", Place(file, line=_first_strange_line(content)))]
    return _table(file, text, columns)


def _table(file: str, text: str, columns: Columns) -> tuple[RawTable | None, list[Finding]]:
    delimiter = _delimiter(text, columns)
    findings = [] if delimiter in ",\t" else [_fault("delimiter", Place(file, line=1), delimiter)]
    lines = list(_lines(text, delimiter))
    findings += [_fault("quote_unclosed", Place(file, line=n.number)) for n in lines if n.unclosed]
    if len(lines) > MOST_ROWS:
        return None, [*findings, _fault("too_many_rows", Place(file), str(len(lines)))]
    filled = [n for n in lines if any(c.strip() for c in n.cells)]
    at = _header_at([n.cells for n in filled[:HEADER_WITHIN]], columns)
    if at is None:
        first = filled[0] if filled else _Line(1, [])
        expected = ", ".join(columns.required)
        shown = delimiter.join(first.cells)
        return None, [
            *findings,
            _fault("header_missing", Place(file, line=first.number), shown, names=expected),
        ]
    findings += _above(file, filled[:at])
    header = filled[at]
    names = [canonical(c, columns) for c in header.cells]
    return (
        RawTable(
            file,
            "",
            tuple(
                RawCell(text, Place(file, line=header.number, column=name), _kind(text))
                for text, name in zip(header.cells, names, strict=True)
            ),
            tuple(_row(file, n, names) for n in filled[at + 1 :] if not n.unclosed),
        ),
        findings,
    )


def _above(file: str, lines: list[_Line]) -> list[Finding]:
    """Titles above the header are left out with a warning; what looks like data is a fault."""
    findings = []
    for line in lines:
        filled = [c.strip() for c in line.cells if c.strip()]
        code, severity = ("rows_above_header", Severity.WARNING)
        if len(filled) > 2:
            code, severity = ("data_above_header", Severity.REJECTED)
        findings.append(Finding(severity, code, Place(file, line=line.number), " ".join(filled)))
    return findings


def _row(file: str, line: _Line, names: list[str]) -> RawRow:
    padded = names + [""] * (len(line.cells) - len(names))
    cells = tuple(
        RawCell(text, Place(file, line=line.number, column=name), _kind(text))
        for text, name in zip(line.cells, padded, strict=False)
    )
    return RawRow(line.number, cells)


def _kind(text: str) -> CellKind:
    return CellKind.TEXT if text.strip() else CellKind.EMPTY


def _delimiter(text: str, columns: Columns) -> str:
    """The separator with which a header is best understood; a comma when none is better."""
    sample = "\n".join(text.split("\n", HEADER_WITHIN)[:HEADER_WITHIN])

    def understood(names: Callable[[list[str], Columns], int], delimiter: str) -> int:
        return max((names(n.cells, columns) for n in _lines(sample, delimiter)), default=0)

    known = max(_DELIMITERS, key=partial(understood, known_names))
    return known if understood(known_names, known) else max(_DELIMITERS, key=partial(understood, meant_names))


def _some_lines(text: str) -> Iterator[list[str]]:
    start = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n", HEADER_WITHIN)
    for line in start[:HEADER_WITHIN]:
        for delimiter in ",\t;":
            yield line.split(delimiter)


def _header_at(rows: list[list[str]], columns: Columns) -> int | None:
    """Index of the first row that names at least two columns (or the only one there is)."""
    wanted = min(2, len(columns.required))
    known = next((i for i, cells in enumerate(rows) if known_names(cells, columns) >= wanted), None)
    if known is not None:
        return known
    # 指標,年度,実績: not taken, but each heading can then be told its right name.
    return next((i for i, cells in enumerate(rows) if meant_names(cells, columns) > wanted), None)


def records(text: str, delimiter: str) -> Iterator[tuple[int, list[str], bool]]:
    """Records of a text: line (from 1), cells, and whether a quote in it is never closed."""
    yield from ((n.number, n.cells, n.unclosed) for n in _lines(text, delimiter))


def _lines(text: str, delimiter: str) -> Iterator[_Line]:
    """Records of the file. A record with an unclosed quote is marked and ends at its line."""
    physical = text.lstrip("\ufeff").split("\n")
    at = 0
    while at < len(physical):
        if '"' not in physical[at]:
            yield _Line(at + 1, physical[at].split(delimiter))
            at += 1
            continue
        cells, after = _quoted(physical, at, delimiter)
        yield _Line(at + 1, cells or physical[at].split(delimiter), unclosed=cells is None)
        at = after


def _quoted(physical: list[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """Cells of the record that starts at line `at`, and the line after it; None = unclosed."""
    cells: list[str] = []
    line, start = physical[at], 0
    last = at
    while True:
        if line[start : start + 1] != '"':
            end = line.find(delimiter, start)
            cells.append(line[start:] if end < 0 else line[start:end])
            if end < 0:
                return cells, last + 1
            start = end + 1
            continue
        end = _closing(line, start + 1)
        while end < 0:
            last += 1
            if last >= len(physical) or last - at > 50:
                return None, at + 1
            line += "\n" + physical[last]
            end = _closing(line, start + 1)
        cells.append(line[start + 1 : end].replace('""', '"'))
        if end + 1 == len(line):
            return cells, last + 1
        if line[end + 1] != delimiter:
            return None, at + 1
        start = end + 2


def _closing(line: str, start: int) -> int:
    """Where the quoted cell that starts at `start` ends; -1 when not in this text."""
    end = line.find('"', start)
    while end >= 0 and line[end + 1 : end + 2] == '"':
        end = line.find('"', end + 2)
    return end


def _first_strange_line(content: bytes) -> int:
    """The line at which the encoding that goes farthest gives up; 1 for a broken UTF-16."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return 1
    return max(map(partial(_strange_line, content), ("utf-8", "cp932")))


def _strange_line(content: bytes, encoding: str) -> int:
    try:
        content.decode(encoding)
    except UnicodeDecodeError as error:
        return content[: error.start].count(b"\n") + 1
    return 1


def _fault(code: str, place: Place, value: str = "", **values: str) -> Finding:
    return Finding(Severity.REJECTED, code, place, value, tuple(sorted(values.items())))
