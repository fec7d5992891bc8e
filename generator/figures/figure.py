"""What a figure is to the rooms that use it: a picture, its data table, its live twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model import Number

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
"""Plain JSON: what a Plotly figure is made of here."""

YearLabel = Callable[[int, str], str]
"""Short label of a year: (fiscal year, period label of the source or "") → R7, FY2025, 2013/14."""


class Words(Protocol):
    """The message catalogue, as far as figures use it (keys: `figures.words`)."""

    def word(self, key: str, /, **values: str) -> str:
        """The word of `key`; raises when there is none."""
        ...


Cell = Number | str
"""A cell of the table beneath a chart: a published number, or words."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the data table: what it is about, then its cells in the order of `columns`."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered remark that the picture points to (※1)."""

    mark: str
    fiscal_year: int
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart. `svg` stands in the page as it is; `plotly` is None where there is no live twin.

    `columns` names the row label first, then every cell."""

    id: str
    title: str
    svg: str
    plotly: Mapping[str, Json] | None
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


def figure_id(kind: str, *keys: str) -> str:
    """The id of a figure, and the start of every id inside it: unique on a page, the same in
    every build. Keys are ids and slugs; any other character is written as its code."""
    return "-".join([f"fig-{kind}", *("".join(_letter(c) for c in key.lower()) for key in keys)])


def _letter(character: str) -> str:
    safe = character.isascii() and (character.isalnum() or character in "-_")
    return character if safe else f"x{ord(character):x}"
