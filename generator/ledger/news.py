"""What each release brought: federation figures that were new, or that read differently from then on.

Read from the figures that every release kept. What is not public any more is no news either: a withdrawn
indicator, a figure taken back, a cell hidden since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.ledger.figures import public_figures
from generator.ledger.versions import withheld
from generator.model import IndicatorResult, Project, Results
from generator.model_release import Cell, PublicFigures, Snapshot, release_names

Known = Mapping[Cell, PublicFigures]


@dataclass(frozen=True, slots=True)
class News:
    """One figure of the federation in the release of that name. `old` is what stood there before; where
    nothing did, `earlier` is the newest figure of an earlier year (None: there is none)."""

    release: Snapshot
    result: IndicatorResult
    now: PublicFigures
    old: PublicFigures | None
    earlier: PublicFigures | None
    typed: bool
    """The change is a line of the ledger too."""


def news(project: Project, results: Results) -> tuple[News, ...]:
    """Oldest release first, in each by the order of the plan; of an indicator the newest new year, and
    every figure that changed. A release after one that kept no figures brings none: what was new in it
    is not known."""
    names = release_names(project.releases)
    kept = {snapshot.name: snapshot for snapshot in project.snapshots}
    hidden = withheld(project, results)
    public = {one.cell for one in public_figures(results) if _told(one)}
    found: list[News] = []
    before: Known | None = {}
    for name, release in zip(names, project.releases, strict=True):
        now = _whole(kept[name], lambda cell: cell in public and not hidden(cell)) if name in kept else None
        if now is not None and before is not None:
            typed = {change.cell for change in release.changes}
            for result in results.indicators:
                found += _of(kept[name], result, before, now, typed)
        before = now
    return tuple(found)


def _told(one: PublicFigures) -> bool:
    """A figure of the federation itself that has a result."""
    cell = one.cell
    return not (cell.society or cell.dimensions or cell.decided_on) and "actual" in dict(one.figures)


def _whole(snapshot: Snapshot, shown: Callable[[Cell], bool]) -> Known:
    return {one.cell: one for one in snapshot.figures if _told(one) and shown(one.cell)}


def _of(
    release: Snapshot, result: IndicatorResult, before: Known, now: Known, typed: set[Cell]
) -> Iterator[News]:
    own = sorted((one for one in now.values() if one.cell.indicator_id == result.indicator.id), key=_year)
    new = [one for one in own if one.cell not in before]
    if new:
        earlier = next((a for a, b in pairwise(own) if b is new[-1]), None)
        yield News(release, result, new[-1], None, earlier, False)
    for one in reversed(own):
        old = before.get(one.cell)
        if old is not None and (_actual(old), old.grade) != (_actual(one), one.grade):
            yield News(release, result, one, old, None, one.cell in typed)


def _year(one: PublicFigures) -> Cell:
    return one.cell


def _actual(one: PublicFigures) -> str:
    return dict(one.figures).get("actual", "")
