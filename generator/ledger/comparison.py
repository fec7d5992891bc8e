"""What was public against what would be: changed and lost figures, and what merely follows.

A sum that moves because one of its published parts moved is a consequence and not a second
change; a sum that moves without any published part behind it stands for itself. A figure where
there was none (a new year, a new indicator, a late report) is news and no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model import Aggregation, Project
from generator.model_release import MEASURES, Cell, Figures, PublicFigures

_Year = tuple[str, int]
_MADE_OF_PARTS = (
    Aggregation.SUM,
    Aggregation.COUNT_TRUE,
    Aggregation.RATIO_OF_SUMS,
    Aggregation.MEAN_OF_PROJECTS,
)


@dataclass(frozen=True, slots=True)
class Change:
    """Published figures of one cell that are different now, or gone (missing in `new`)."""

    cell: Cell
    old: Figures
    new: Figures
    line: int = 0

    @property
    def lost(self) -> bool:
        """Whether the cell has none of these figures any more."""
        return not self.new


@dataclass(frozen=True, slots=True)
class Consequence:
    """A federation figure or grade that moves because something else did."""

    cell: Cell
    old: Figures
    new: Figures
    old_grade: str
    new_grade: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs, each part sorted by cell. `added`: public for the first time."""

    changes: tuple[Change, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    added: tuple[PublicFigures, ...] = ()

    @property
    def same(self) -> bool:
        return not (self.changes or self.consequences or self.added)


def compare(before: Iterable[PublicFigures], now: Iterable[PublicFigures], project: Project) -> Comparison:
    """Published figures against those of now; `project` tells which figures are made of others."""
    then, current = {one.cell: one for one in before}, {one.cell: one for one in now}
    raw = [_change(one, current.get(one.cell)) for _, one in sorted(then.items())]
    found = [change for change in raw if change is not None]
    added = tuple(one for cell, one in sorted(current.items()) if _is_news(one, then.get(cell)))
    causes = _causes(found, added, project)
    changes = tuple(c for change in found if (c := _own(change, causes)) is not None)
    own = {change.cell: change for change in changes}
    follows = (_consequence(one, current.get(cell), own.get(cell)) for cell, one in sorted(then.items()))
    return Comparison(changes, tuple(one for one in follows if one is not None), added)


def _change(old: PublicFigures, new: PublicFigures | None) -> Change | None:
    here = dict(new.figures) if new is not None else {}
    moved = tuple((name, number) for name, number in old.figures if here.get(name) != number)
    if not moved:
        return None
    return Change(old.cell, moved, tuple((n, here[n]) for n, _ in moved if n in here), old.line)


def _is_news(now: PublicFigures, old: PublicFigures | None) -> bool:
    return old is None or bool({name for name, _ in now.figures} - {name for name, _ in old.figures})


@dataclass(frozen=True, slots=True)
class _Causes:
    """Indicators and years in which a published part moved, by what of the whole it moves."""

    parts: Mapping[_Year, frozenset[str]] = field(default_factory=dict)
    decided: frozenset[_Year] = frozenset()
    made_of_parts: frozenset[str] = frozenset()

    def move(self, cell: Cell, measure: str) -> bool:
        """Whether `measure` of the federation's cell follows from another published figure."""
        if cell.society or cell.dimensions or cell.decided_on:
            return False
        year = (cell.indicator_id, cell.fiscal_year)
        if measure == "target" and year in self.decided:
            return True
        moved = self.parts.get(year, frozenset())
        # The denominators weigh the societies' targets, and a rate moves with either of its parts.
        behind = {"target", "denominator"} if measure == "target" else set(MEASURES) - {"target"}
        return bool(moved & behind) and cell.indicator_id in self.made_of_parts


def _causes(found: Iterable[Change], added: Iterable[PublicFigures], project: Project) -> _Causes:
    parts: dict[_Year, frozenset[str]] = {}
    decided = {(one.cell.indicator_id, one.cell.fiscal_year) for one in added if one.cell.decided_on}
    for change in found:
        year = (change.cell.indicator_id, change.cell.fiscal_year)
        if change.cell.decided_on:
            decided.add(year)
        elif change.cell.society:
            parts[year] = parts.get(year, frozenset()) | {name for name, _ in change.old}
    kept = {i.id for i in project.indicators}
    gone = {change.cell.indicator_id for change in found} - kept
    made = {i.id for i in project.indicators if i.aggregation in _MADE_OF_PARTS}
    return _Causes(parts, frozenset(decided), frozenset(made | gone))


def _own(change: Change, causes: _Causes) -> Change | None:
    """The change without the figures that follow from others; None where nothing is left."""
    own = {name for name, _ in change.old if not causes.move(change.cell, name)}
    if not own:
        return None
    return Change(change.cell, _only(change.old, own), _only(change.new, own), change.line)


def _only(figures: Figures, names: set[str]) -> Figures:
    return tuple((name, number) for name, number in figures if name in names)


def _consequence(old: PublicFigures, new: PublicFigures | None, own: Change | None) -> Consequence | None:
    """What of a federation cell follows: figures that are no change of their own, and the grade."""
    if old.cell.society or old.cell.dimensions or old.cell.decided_on:
        return None
    change = _change(old, new)
    follows = {name for name, _ in change.old} if change else set()
    follows -= {name for name, _ in own.old} if own else set()
    grade = new.grade if new is not None else ""
    if not follows and grade == old.grade:
        return None
    moved = change or Change(old.cell, (), ())
    figures = (_only(moved.old, follows), _only(moved.new, follows))
    return Consequence(old.cell, *figures, old.grade, grade, old.line)


def told(old: Figures, new: Figures) -> str:
    """`actual 447 → 474`, the same in every language; a lost figure has nothing after its arrow."""
    here = dict(new)
    parts = ((name, number, here.get(name, "–")) for name, number in old)
    return ", ".join(f"{name} {was} → {is_}" for name, was, is_ in sorted(parts, key=_order))


def _order(part: tuple[str, str, str]) -> int:
    return MEASURES.index(part[0])
