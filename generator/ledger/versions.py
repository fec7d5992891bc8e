"""What may be shown of the figures of earlier releases.

A version is what was public then. A figure that must not be public any more (a cell hidden since, societies
of an indicator that is now kept at federation level) is in no version either; a figure that was merely
changed or taken back stays where it was.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.ledger.corrections import hidden_cells
from generator.ledger.figures import public_figures
from generator.model import Project, Results
from generator.model_release import Cell


def withheld(project: Project, results: Results) -> Callable[[Cell], bool]:
    """Whether a cell that was public once may not be shown now."""
    hidden = hidden_cells(results)
    private = {indicator.id for indicator in project.indicators if not indicator.public_by_society}
    typed = {c.cell for release in project.releases for c in release.changes if c.withheld}
    gone = typed - {one.cell for one in public_figures(results)} if typed else set()

    def decided(cell: Cell) -> bool:
        return cell in hidden or cell in gone or (bool(cell.society) and cell.indicator_id in private)

    return decided
