"""Changing cells of a text table and adding rows, and leaving every other byte as it is.

Encoding, byte order mark, line ends, separators, quotes, order of rows and columns stay. A column is
added at the end only where a value has no other place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NEWLINE = re.compile(r"\r\n|\r|\n")
_NEEDS_QUOTES = re.compile(r"[\"\r\n]|^\s|\s$")


class NotInEncoding(Exception):
    """A character that the file's encoding does not have."""

    def __init__(self, character: str, encoding: str) -> None:
        super().__init__(f"{character} is not in {encoding}")
        self.character, self.encoding = character, encoding


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its first line (from 1), the spans of its cells, and where it ends."""

    line: int
    spans: tuple[tuple[int, int], ...]
    end: int


@dataclass(slots=True)
class CsvEdit:
    """One file being changed. `columns` are the names of its columns in order ("" = not known)."""

    text: str
    encoding: str
    mark: bytes
    delimiter: str
    columns: list[str]
    header_line: int
    _replaced: list[tuple[int, int, str]] = field(default_factory=list)
    _added: list[str] = field(default_factory=list)
    _new_columns: list[str] = field(default_factory=list)
    _beyond: dict[int, dict[str, str]] = field(default_factory=dict)
    """Line → cells of columns that the file does not have yet."""
    _records: dict[int, _Record] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes, columns: Sequence[str], header_line: int) -> CsvEdit:
        """A file whose header is known from reading it. UnicodeDecodeError where it is no text."""
        mark, encoding = next(((m, e) for m, e in _MARKS if content.startswith(m)), (b"", ""))
        encoding = encoding or _encoding(content)
        text = content[len(mark) :].decode(encoding)
        delimiter = _delimiter(text, len(columns), header_line)
        edit = cls(text, encoding, mark, delimiter, list(columns), header_line)
        edit._records = {r.line: r for r in _records(text, delimiter)}
        return edit

    @property
    def newline(self) -> str:
        found = _NEWLINE.search(self.text)
        return found.group() if found else "\n"

    def change(self, line: int, cells: Mapping[str, str]) -> None:
        """Other cells for the row that starts at `line`; KeyError where none starts there."""
        record = self._records[line]
        for name, text in cells.items():
            if name in self.columns:
                start, end = record.spans[self.columns.index(name)]
                self._replaced.append((start, end, self._cell(text)))
            elif text:
                self._new_column(name)
                self._beyond.setdefault(line, {})[name] = self._cell(text)

    def add(self, cells: Mapping[str, str]) -> None:
        """One more row, at the end: the rows before it keep their lines."""
        for name, text in cells.items():
            if text and name not in self.columns:
                self._new_column(name)
        names = [*self.columns, *self._new_columns]
        self._added.append(self.delimiter.join(self._cell(cells.get(n, "") if n else "") for n in names))

    def content(self) -> bytes:
        """The bytes with all changes."""
        text = self._with_columns() if self._new_columns else self._with_cells()
        if self._added:
            width = len(self.columns) + len(self._new_columns)
            rows = [
                row + self.delimiter * (width - 1 - _separators(row, self.delimiter)) for row in self._added
            ]
            text += "" if not text or text.endswith(("\n", "\r")) else self.newline
            text += "".join(row + self.newline for row in rows)
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise NotInEncoding(error.object[error.start], self.encoding) from None

    def _new_column(self, name: str) -> None:
        if name not in self._new_columns:
            self._new_columns.append(name)

    def _cell(self, text: str) -> str:
        if self.delimiter in text or _NEEDS_QUOTES.search(text):
            return '"' + text.replace('"', '""') + '"'
        return text

    def _with_cells(self) -> str:
        parts, at = [], 0
        for start, end, text in sorted(self._replaced):
            parts += [self.text[at:start], text]
            at = end
        return "".join([*parts, self.text[at:]])

    def _with_columns(self) -> str:
        """Every record is filled up: a row shorter than its header is a fault."""
        inside = {(start, end): text for start, end, text in self._replaced}
        parts, at = [], 0
        for record in self._records.values():
            for start, end in record.spans:
                if (start, end) in inside:
                    parts += [self.text[at:start], inside[start, end]]
                    at = end
            parts += [self.text[at : record.end], self._beyond_of(record)]
            at = record.end
        return "".join([*parts, self.text[at:]])

    def _beyond_of(self, record: _Record) -> str:
        """What is put behind a record: headings, cells, or the separators of empty ones."""
        if record.line < self.header_line or _is_blank(self.text, record):
            return ""
        cells = self._beyond.get(record.line, {})
        is_header = record.line == self.header_line
        return "".join(self.delimiter + (n if is_header else cells.get(n, "")) for n in self._new_columns)


def _is_blank(text: str, record: _Record) -> bool:
    return not any(text[s:e].strip() for s, e in record.spans)


def _encoding(content: bytes) -> str:
    """As the reader chooses (`load.textfile`): UTF-8 where every byte fits, else cp932."""
    if content[:200].count(b"\0") > 10:
        return "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp932"
    return "utf-8"


def _delimiter(text: str, width: int, header_line: int) -> str:
    """The separator with which the header has its columns."""
    for delimiter in (",", "\t"):
        record = next((r for r in _records(text, delimiter) if r.line == header_line), None)
        if record is not None and len(record.spans) == width:
            return delimiter
    return ","


def _records(text: str, delimiter: str) -> list[_Record]:
    cell = re.compile(rf'"(?:[^"]|"")*"|[^{re.escape(delimiter)}\r\n]*')
    found, at, line = [], 0, 1
    while at < len(text):
        spans, first = [], line
        while True:
            match = cell.match(text, at)
            end = match.end() if match else at
            spans.append((at, end))
            line += len(_NEWLINE.findall(text, at, end))
            at = end
            if text[at : at + 1] != delimiter:
                break
            at += 1
        found.append(_Record(first, tuple(spans), at))
        newline = _NEWLINE.match(text, at)
        at, line = (newline.end(), line + 1) if newline else (len(text), line)
    return found


def _separators(row: str, delimiter: str) -> int:
    records = _records(row, delimiter)
    return len(records[0].spans) - 1 if records else 0
