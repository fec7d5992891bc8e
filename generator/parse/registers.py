"""data/societies.csv: who the members are, their address in the site and their tile."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.findings import Finding
from generator.load.raw import RawTable, Role
from generator.model import Society
from generator.parse.lookup import is_total, key_of
from generator.parse.names import RESERVED_SLUGS, is_slug
from generator.parse.tables import Faults, Row, rows_of, text_cell, whole_cell

MOST_TILES = 60
"""Columns and rows of the tile map."""


def parse_societies(tables: Iterable[RawTable]) -> tuple[tuple[Society, ...], list[Finding]]:
    """The societies in the order of the file, and every finding."""
    faults = Faults()
    read: list[tuple[Row, Society]] = []
    for table in tables:
        for row in rows_of(table, Role.SOCIETIES, faults):
            before = faults.rejections()
            society = _society(row, faults)
            if faults.rejections() == before:
                read.append((row, society))
    _repeats(read, faults)
    return tuple(society for _, society in read), faults.found


def _society(row: Row, faults: Faults) -> Society:
    name = " ".join(text_cell(row, "society", faults).split())
    slug = text_cell(row, "slug", faults)
    if not name:
        faults.reject("society_empty", row.place("society"))
    elif is_total(name):
        faults.reject("row_is_total", row.place("society"), name)
    if not is_slug(slug) or slug in RESERVED_SLUGS:
        faults.reject("society_slug", row.place("slug"), slug)
    column = whole_cell(row, "grid_col", faults, MOST_TILES)
    line = whole_cell(row, "grid_row", faults, MOST_TILES)
    if bool(row.text("grid_col")) != bool(row.text("grid_row")):
        faults.reject("grid_half", row.place("grid_col" if row.text("grid_row") else "grid_row"))
    return Society(name, slug, text_cell(row, "block", faults), column, line, _codes(row, faults))


def _codes(row: Row, faults: Faults) -> tuple[str, ...]:
    codes = (
        tuple(re.split(r"[\s;；、,|/]+", row.text("municipality_codes")))
        if row.text("municipality_codes")
        else ()
    )
    if any(not re.fullmatch(r"\d{5,6}", code) for code in codes):
        faults.reject("municipality_code", row.place("municipality_codes"), row.text("municipality_codes"))
    return codes


def _repeats(read: list[tuple[Row, Society]], faults: Faults) -> None:
    for column, code in (
        ("society", "society_repeated"),
        ("slug", "society_slug_repeated"),
        ("grid_col", "grid_taken"),
    ):
        seen: dict[str, int] = {}
        for row, society in read:
            if column == "grid_col":
                key = f"{society.grid_col}/{society.grid_row}" if society.grid_col else ""
            else:
                key = key_of(row.text(column)).lower()
            if key and key in seen:
                faults.reject(code, row.place(column), row.text(column), first=str(seen[key]))
            seen.setdefault(key, row.line)
