"""The names of releases: what was made public, who did it, and what was changed afterwards.

A *cell* is one place of the report (an indicator, a year, an area); its *figures* are the numbers
that stand there. Figures are kept as canonical decimal strings (`formats.raw`), so that 1,200 and
1200.0 are one figure and a file of them reads the same everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model import Value

MEASURES = ("target", "actual", "numerator", "denominator")
"""What can stand in a cell, in the order in which it is written and told."""

Figures = tuple[tuple[str, str], ...]
"""(measure, canonical decimal) pairs in the order of MEASURES; a measure without a number is left out."""


class ChangeKind(StrEnum):
    """訂正: it was wrong. 改定: the change was planned (a provisional value became final)."""

    CORRECTION = "correction"
    REVISION = "revision"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One place of the report. `society` "" = the federation; `decided_on` (ISO day) is set for a
    decision about a target, which is a figure of its own."""

    indicator_id: str
    fiscal_year: int
    period: str = ""
    society: str = ""
    dimensions: tuple[tuple[str, str], ...] = ()
    decided_on: str = ""

    @property
    def name(self) -> str:
        """How people and answer files name it: `FLOWER/2024/北の会`, `FLOWER/2024/total`."""
        year = f"{self.fiscal_year}[{self.period}]" if self.period else str(self.fiscal_year)
        area = [self.society, *(f"by_{name}={category}" for name, category in self.dimensions)]
        told = "/".join(part for part in area if part) or "total"
        return f"{self.indicator_id}/{year}/{f'target@{self.decided_on}' if self.decided_on else told}"


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """What is public of one cell. `line` is the line of data/published.csv it was read from."""

    cell: Cell
    figures: Figures
    status: str = ""
    grade: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class TypedChange:
    """A change of published figures with its type, its reason, and the person who stands for it.

    old and new hold the figures that changed; new lacks those that were taken back. Both are empty
    when the figures were `withheld`: what may not be public any more is not kept here either.
    """

    cell: Cell
    name: str
    unit: str
    kind: ChangeKind
    reason: str
    by: str
    on: date
    old: Figures
    new: Figures
    withheld: bool = False
    whole_old: Figures = ()
    """The federation's figures of the same year that moved along."""
    whole_new: Figures = ()


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A value that looked wrong and that a named person confirmed: finding `code` in `column` of a
    cell, with the value as written."""

    code: str
    cell: str
    column: str
    value: str
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says about the cells that `cell` names (`*` stands for anything).

    kind is None where only a value is confirmed; by and on "" = whoever releases, on that day.
    """

    cell: str
    kind: ChangeKind | None
    reason: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One publication: day, person, number and digest of the figures then public, what was typed."""

    on: date
    by: str
    count: int
    digest: str
    changes: tuple[TypedChange, ...] = ()
    acknowledged: tuple[Acknowledgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The figures of one release as they were then. `name` is its day, from the second release of a day
    on with its number (2026-06-01-2); `content` is data/releases/<name>.csv with CRLF line ends."""

    name: str
    on: date
    figures: tuple[PublicFigures, ...]
    content: bytes


def release_names(releases: Sequence[Release]) -> tuple[str, ...]:
    """The name of every release, in their order: no two are alike, and none changes when others follow."""
    days: Counter[date] = Counter()
    names = []
    for release in releases:
        days[release.on] += 1
        number = days[release.on]
        names.append(release.on.isoformat() + (f"-{number}" if number > 1 else ""))
    return tuple(names)


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the public ledger: a typed change with its numbers as they are printed.

    `slug` is "" where the indicator is gone. A measure's new value is None where it was taken back;
    `withheld`: the numbers are not public any more.
    """

    index: int
    cell: Cell
    name: str
    unit: str
    slug: str
    kind: ChangeKind
    reason: str
    by: str
    on: date
    figures: tuple[tuple[str, Value, Value | None], ...]
    """(measure, old, new), in the order of MEASURES."""
    withheld: bool
    whole: tuple[tuple[str, Value, Value | None], ...] = ()
    """The federation's figures that moved along, in the same form."""
