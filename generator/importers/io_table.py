"""`impact import io-table FILE --out data/impact/io/NAME.csv`: a published input–output table to one
CSV in which the kind of every row and column is spelt out, after the table was proved.

The file can be read by eye, corrected by hand and compared by `git diff`; amounts stay as printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from generator.findings import Finding
from generator.importers.written import ImportRefused, csv_text
from generator.load.grid import read_grid
from generator.model_impact import IoTable
from generator.parse.io_layouts import NORMALISED, Draft
from generator.parse.io_table import ABOUT, read_table


def normalised(
    file: str, content: bytes, about: Mapping[str, str] | None = None, sheet: str = ""
) -> tuple[bytes | None, IoTable | None, list[Finding]]:
    """The CSV of a published table, the table itself for a summary, and every finding; None where
    something is rejected. `about`: year, unit and source, where the sheet does not say them."""
    grids, findings = read_grid(file, content)
    if findings:
        return None, None, findings
    read = read_table(grids, about, sheet)
    if read.draft is None:
        return None, None, read.findings
    return csv_text(NORMALISED, rows_of(read.draft)).encode(), read.table, read.findings


def rows_of(draft: Draft) -> Iterator[tuple[str, ...]]:
    """What is known of the table, then its cells row by row; empty cells are left out."""
    for name in ABOUT:
        yield ("about", "", name, "", "", "", draft.about.get(name, ""))
    heads = list(zip(draft.codes, draft.sectors, strict=True))
    for i, (code, sector) in enumerate(heads):
        row = ("industry", code, sector)
        for (to_code, to), value in zip(heads, draft.inputs[i], strict=True):
            yield from _cell(row, ("industry", to_code, to), value, keep=i == 0)
        for kind, name, values in draft.columns:
            yield from _cell(row, (kind.value, "", name), values[i], keep=i == 0)
    for row_kind, name, values in draft.rows:
        for (to_code, to), value in zip(heads, values, strict=True):
            yield from _cell((row_kind.value, "", name), ("industry", to_code, to), value, keep=False)


def _cell(
    row: tuple[str, str, str], column: tuple[str, str, str], value: Decimal, keep: bool
) -> Iterator[tuple[str, ...]]:
    """One line; a zero only in the first row, which names every column once."""
    if value or keep:
        yield (*row, *column, format(value, "f"))


def write(out: Path, content: bytes, overwrite: bool = False) -> None:
    """Write the CSV whole or not at all. ImportRefused where another file stands there."""
    if out.is_symlink() or (out.exists() and not overwrite and out.read_bytes() != content):
        raise ImportRefused("exists", [out.name])
    out.parent.mkdir(parents=True, exist_ok=True)
    aside = out.with_name(f".{out.name}.new")
    aside.write_bytes(content)
    aside.replace(out)
