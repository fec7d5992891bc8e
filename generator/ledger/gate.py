"""Findings about published figures: what changed without a type and a reason is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.findings import Finding, Place, Severity
from generator.ledger.comparison import Change, Comparison, Consequence, compare, told
from generator.ledger.figures import public_figures
from generator.model import Project, Results
from generator.model_release import Cell
from generator.parse.published import digest

PUBLISHED = "data/published.csv"
RELEASES = "data/releases.yml"
CHANGE_CODES = frozenset({"figure_changed", "figure_lost"})
"""Held findings that a typed change answers."""


def changed_figures(project: Project, results: Results) -> tuple[Finding, ...]:
    """One held finding a changed cell, warnings about what follows; () where nothing was released."""
    if not project.releases and not project.published:
        return ()
    if faults := _memory(project):
        return faults
    compared = compare(project.published, public_figures(results), project)
    places = _places(project)
    return (
        *(_held(change, places) for change in compared.changes),
        *(_follows(one, compared) for one in compared.consequences),
        *_unreasoned_targets(project, compared),
    )


def not_remembered(project: Project, results: Results) -> tuple[Finding, ...]:
    """A warning for a public build: figures nobody would notice a change of."""
    figures = public_figures(results)
    if not project.releases:
        return (Finding(Severity.WARNING, "never_released", Place(RELEASES), str(len(figures))),)
    added = compare(project.published, figures, project).added
    if not added:
        return ()
    return (Finding(Severity.WARNING, "figures_not_released", Place(PUBLISHED), str(len(added))),)


def _memory(project: Project) -> tuple[Finding, ...]:
    """The two files are written together: one that does not fit the other was altered."""
    last = project.releases[-1] if project.releases else None
    known = digest(project.published)
    if last is not None and last.digest == known and last.count == len(project.published):
        return ()
    values = (("count", str(last.count if last else 0)),)
    found = str(len(project.published))
    return (Finding(Severity.REJECTED, "published_altered", Place(PUBLISHED), found, values),)


def cells_by_row(project: Project) -> dict[tuple[str, int | None], Cell]:
    """Cell of every row (file, line) of the values and of the decided targets."""
    found: dict[tuple[str, int | None], Cell] = {}
    for row in project.observations:
        cell = Cell(row.indicator_id, row.fiscal_year, row.period, row.society or "", row.dimensions)
        found[row.file, row.row] = cell
    for decision in project.targets:
        day = decision.decided_on.isoformat()
        found[decision.file, decision.row] = Cell(decision.indicator_id, decision.fiscal_year, decided_on=day)
    return found


def _places(project: Project) -> dict[Cell, Place]:
    """Where the numbers of each cell stand in the input now."""
    return {cell: Place(file, line) for (file, line), cell in reversed(cells_by_row(project).items())}


def without_confirmed(findings: Iterable[Finding], project: Project) -> tuple[Finding, ...]:
    """The findings without those that a named person has confirmed: a value in its cell, or one match
    of personal data in one file."""
    known = {
        (a.code, a.cell, a.column, a.value) for release in project.releases for a in release.acknowledged
    }
    cells = cells_by_row(project)

    def open_(finding: Finding) -> bool:
        return finding.severity is not Severity.HELD or _confirmation(finding, cells) not in known

    return tuple(finding for finding in findings if open_(finding))


def match_name(finding: Finding) -> str:
    """How people and answer files name one match in a file (`content/stories/x.md#3f2a91c04b7d`);
    "" for findings about anything else."""
    return dict(finding.values).get("confirm", "")


def confirmed_value(finding: Finding) -> str:
    """What data/releases.yml keeps of a confirmed finding: the value, but of a match only its digest."""
    return dict(finding.values).get("digest", finding.value)


def _confirmation(
    finding: Finding, cells: Mapping[tuple[str, int | None], Cell]
) -> tuple[str, str, str, str]:
    cell = cells.get((finding.place.file, finding.place.line))
    where = match_name(finding) or (cell.name if cell is not None else "")
    return finding.code, where, finding.place.column, confirmed_value(finding)


def _held(change: Change, places: dict[Cell, Place]) -> Finding:
    """At the row of now with the first changed column; what is gone is told where it is remembered."""
    first = next((name for name, _ in change.new), "")
    here = places.get(change.cell)
    remembered = Place(PUBLISHED, line=change.line or None)
    place = remembered if here is None else Place(here.file, here.line, first)
    values = (
        ("cell", change.cell.name),
        ("change", told(change.old, change.new)),
        ("new", ", ".join(number for _, number in change.new)),
        ("old", ", ".join(number for _, number in change.old)),
    )
    code = "figure_lost" if change.lost else "figure_changed"
    value = next((number for _, number in change.new), "")
    return Finding(Severity.HELD, code, place, value, values)


def _follows(one: Consequence, compared: Comparison) -> Finding:
    """A federation figure or grade that moves along, with or without a change that explains it."""
    parts = [told(one.old, one.new)] if one.old else []
    if one.old_grade != one.new_grade:
        parts.append(f"{one.old_grade or '–'} → {one.new_grade or '–'}")
    year = (one.cell.indicator_id, one.cell.fiscal_year)
    explained = any((c.cell.indicator_id, c.cell.fiscal_year) == year for c in compared.changes)
    values = (("cell", one.cell.name), ("change", ", ".join(parts)))
    code = "figure_follows" if explained or one.old else "grade_moves"
    return Finding(Severity.WARNING, code, Place(PUBLISHED, line=one.line or None), one.new_grade, values)


def _unreasoned_targets(project: Project, compared: Comparison) -> Iterator[Finding]:
    """A revised target says why: a later decision about a year whose target was public."""
    published = {(p.cell.indicator_id, p.cell.fiscal_year) for p in project.published if p.cell.decided_on}
    added = {one.cell for one in compared.added}
    for row in project.targets:
        cell = Cell(row.indicator_id, row.fiscal_year, decided_on=row.decided_on.isoformat())
        if cell in added and (cell.indicator_id, cell.fiscal_year) in published and not row.reason:
            values = (("cell", cell.name),)
            place = Place(row.file, row.row, "reason")
            yield Finding(Severity.HELD, "target_revised_without_reason", place, "", values)
