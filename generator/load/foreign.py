"""Reads folders that other tools wrote: their tables and their front matter, as text.

Stricter where a fault could pass unseen (an unclosed quote), laxer where the files are not ours
to mend (duplicate keys, key order). Every scalar stays text: `no`, `2013/14` and `19.0` come out
as written. Nothing raises; what cannot be read says so in `fault`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, TypeGuard

import yaml

ForeignValue: TypeAlias = "str | list[ForeignValue] | dict[str, ForeignValue]"

LARGEST_TABLE = 50_000_000
LARGEST_NOTES = 1_000_000
"""Bytes. The largest real files seen have 300 KB and 60 KB."""
DEEPEST = 12
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_YAML_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The C parser where PyYAML has it: 277 files in 0.05 s instead of several seconds."""


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """One row that is not blank; `line` is where it starts, counted from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A CSV file. `guessed` names the encoding when it was not UTF-8 or marked."""

    header: tuple[str, ...] = ()
    rows: tuple[ForeignRow, ...] = ()
    guessed: str = ""
    fault: str = ""
    fault_line: int = 1


@dataclass(frozen=True, slots=True)
class ForeignNotes:
    """A mapping (front matter or a YAML file) and the text beneath it."""

    values: Mapping[str, ForeignValue] = field(default_factory=dict)
    body: str = ""
    fault: str = ""


def read_foreign_text(path: Path, largest: int) -> tuple[str, str, str]:
    """(text, guessed encoding, fault) of a file; line ends stay as they are."""
    try:
        content = path.read_bytes() if path.stat().st_size <= largest else None
    except OSError as error:
        return "", "", error.strerror or type(error).__name__
    if content is None:
        return "", "", f"larger than {largest} bytes"
    marked = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return content.decode(encoding), "" if encoding != "cp1252" else encoding, ""
        except UnicodeDecodeError:
            continue
    return "", "", "neither UTF-8 nor Windows-1252"


def read_foreign_table(path: Path) -> ForeignTable:
    """Read a CSV; the first row that is not blank is the header. Cells are stripped."""
    text, guessed, fault = read_foreign_text(path, LARGEST_TABLE)
    if fault:
        return ForeignTable(fault=fault)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[ForeignRow] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(ForeignRow(start, tuple(cell.strip() for cell in cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        return ForeignTable(guessed=guessed, fault=str(error), fault_line=start)
    if not rows:
        return ForeignTable(guessed=guessed)
    return ForeignTable(rows[0].cells, tuple(rows[1:]), guessed)


def _delimiter(text: str) -> str:
    """Comma, unless the first line that is not blank has none and a semicolon or tab instead."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return next((mark for mark in (",", ";", "\t") if mark in first), ",")


def read_foreign_notes(path: Path) -> ForeignNotes:
    """Read a `.md` file with front matter or a `.yml` file."""
    text, _, fault = read_foreign_text(path, LARGEST_NOTES)
    if fault:
        return ForeignNotes(fault=fault)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if path.suffix != ".md":
        return _notes(text, "")
    front, separator, body = _split(text)
    return _notes(front, body) if separator else ForeignNotes(body=text, fault="no front matter")


def _split(text: str) -> tuple[str, bool, str]:
    lines = text.lstrip("\n").split("\n")
    ends = [n for n, line in enumerate(lines) if n and line.rstrip() == "---"]
    if lines[0].rstrip() != "---" or not ends:
        return "", False, text
    return "\n".join(lines[1 : ends[0]]), True, "\n".join(lines[ends[0] + 1 :])


def _notes(front: str, body: str) -> ForeignNotes:
    try:
        value = yaml.load(front, Loader=_YAML_LOADER) if _is_shallow(front) else None
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark is not None else ""
        return ForeignNotes(body=body, fault=f"{getattr(error, 'problem', None) or error}{where}")
    if value is None or value == "":
        return ForeignNotes(body=body, fault="" if not front.strip() else "too deep")
    if not _is_mapping(value):
        return ForeignNotes(body=body, fault="not a mapping")
    return ForeignNotes(value, body)


def _is_mapping(value: object) -> TypeGuard[dict[str, ForeignValue]]:
    return isinstance(value, dict) and all(isinstance(key, str) for key in value)


def _is_shallow(front: str) -> bool:
    """Whether nesting stays small: a C parser recurses, and must not be led down 10,000 levels."""
    flow = max((line.count("[") + line.count("{") for line in front.splitlines()), default=0)
    dashes = max((len(line) - len(line.lstrip(" -")) for line in front.splitlines()), default=0)
    return flow <= 1000 and dashes <= 1000
