"""`impact release`: what a person answers for, and the files that remember it.

Nothing is asked here: answers come in as data, and what is left open goes back as data. The files
(the figures now public, the releases, and the figures of this release for good) are written together
or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from generator import ledger, versions
from generator.findings import Finding, Severity
from generator.importers.written import YamlContent, csv_text, yaml_flow
from generator.ledger import Change, Comparison
from generator.ledger.corrections import hidden_cells
from generator.model import Project, Results
from generator.model_release import (
    Acknowledgement,
    Answer,
    Cell,
    ChangeKind,
    Figures,
    PublicFigures,
    Release,
    TypedChange,
    release_names,
)
from generator.parse.published import KINDS
from generator.parse.snapshots import file_of

PUBLISHED = "data/published.csv"
RELEASES = "data/releases.yml"
CONFIRMABLE = frozenset(
    {
        "beyond_exact_integers", "cell_format_unit", "cell_format_vague", "jump_factor", "jump_points",
        "looks_like_ratio", "ratios_throughout", "year_alone",
    }
)  # fmt: skip
"""Held findings about a single value, which a person can confirm as right."""
_WORDS = {kind: word for word, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may only be public with an answer: a changed figure, a value to confirm, or one
    match of personal data in a file (then there is no cell)."""

    cell: Cell | None
    change: Change | None = None
    finding: Finding | None = None

    @property
    def name(self) -> str:
        if self.cell is not None:
            return self.cell.name
        return ledger.match_name(self.finding) if self.finding is not None else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A release before it is written: what is asked, what merely follows, what is new."""

    project: Project
    figures: tuple[PublicFigures, ...]
    compared: Comparison
    questions: tuple[Question, ...]
    blocked: tuple[Finding, ...]
    """Held findings that no answer can clear (a missed indicator without its review)."""
    hidden: frozenset[Cell]

    @property
    def unchanged(self) -> bool:
        """Whether the last release already says all of this."""
        last = self.project.releases[-1] if self.project.releases else None
        known = last is not None and last.digest == ledger.digest(self.figures)
        return known and not self.questions


def draft(project: Project, results: Results, findings: Iterable[Finding]) -> Draft:
    """What a release of these results would have to answer for. `findings` are those of `check`."""
    figures = ledger.public_figures(results)
    first = not project.releases
    compared = Comparison(added=figures) if first else ledger.compare(project.published, figures, project)
    held = [f for f in findings if f.severity is Severity.HELD and f.code not in ledger.CHANGE_CODES]
    values = [f for f in held if f.code in CONFIRMABLE]
    cells = ledger.cells_by_row(project)
    asked = [Question(change.cell, change=change) for change in compared.changes]
    asked += [Question(cells[key], finding=f) for f in values if (key := _row(f)) in cells]
    asked += [Question(None, finding=f) for f in held if ledger.match_name(f)]
    known = {question.finding for question in asked}
    open_ = tuple(f for f in held if f not in known)
    return Draft(project, figures, compared, tuple(asked), open_, hidden_cells(results))


def _row(finding: Finding) -> tuple[str, int | None]:
    return finding.place.file, finding.place.line


def answer_to(question: Question, answers: Iterable[Answer]) -> Answer | None:
    """The first answer that names the cell exactly, else the first whose pattern fits and that is
    of the right sort: a change needs a type, everything needs a reason. A match of personal data is
    answered by its own name only, one by one."""
    fitting = [a for a in answers if a.reason.strip() and (a.kind is not None or question.change is None)]
    exact = next((a for a in fitting if a.cell == question.name), None)
    if exact is not None or question.cell is None:
        return exact
    return next((a for a in fitting if fnmatchcase(question.name, a.cell)), None)


def unanswered(made: Draft, answers: Iterable[Answer]) -> tuple[Question, ...]:
    """What is still open."""
    given = tuple(answers)
    return tuple(question for question in made.questions if answer_to(question, given) is None)


def release(made: Draft, answers: Iterable[Answer], by: str, on: date) -> Release:
    """The release with everything typed; every question must have its answer."""
    given = tuple(answers)
    typed, confirmed = [], []
    for question in made.questions:
        answer = answer_to(question, given)
        if answer is None:
            raise ValueError(f"{question.name} is left unanswered")
        who, when = answer.by or by, answer.on or on
        if question.change is not None and answer.kind is not None:
            typed.append(_typed(made, question.change, answer.kind, answer.reason, who, when))
        elif question.finding is not None:
            confirmed.append(_confirmed(question.name, question.finding, answer.reason, who, when))
    changes = (*typed, *_revised_targets(made, by))
    digest = ledger.digest(made.figures)
    return Release(on, by, len(made.figures), digest, changes, tuple(confirmed))


def _typed(made: Draft, change: Change, kind: ChangeKind, reason: str, by: str, on: date) -> TypedChange:
    """A change for the ledger; the old number of a cell that is hidden now is not written down."""
    named = {indicator.id: indicator for indicator in made.project.indicators}
    indicator = named.get(change.cell.indicator_id)
    private = indicator is not None and not indicator.public_by_society and bool(change.cell.society)
    withheld = change.lost and (private or change.cell in made.hidden)
    whole = Cell(change.cell.indicator_id, change.cell.fiscal_year, change.cell.period)
    along = next((one for one in made.compared.consequences if one.cell == whole), None)
    told = along if along is not None and whole not in made.hidden and whole != change.cell else None
    return TypedChange(
        cell=change.cell,
        name=indicator.name if indicator is not None else "",
        unit=indicator.unit if indicator is not None else "",
        kind=kind,
        reason=reason,
        by=by,
        on=on,
        old=() if withheld else change.old,
        new=() if withheld else change.new,
        withheld=withheld,
        whole_old=_moved_by(change, told.old) if told is not None else (),
        whole_new=_moved_by(change, told.new) if told is not None else (),
    )


def _moved_by(change: Change, whole: Figures) -> Figures:
    """Of the federation's figures those that this change moves: targets move targets, the rest the rest."""
    sorts = {name == "target" for name, _ in change.old}
    return tuple((name, number) for name, number in whole if (name == "target") in sorts)


def _confirmed(name: str, finding: Finding, reason: str, by: str, on: date) -> Acknowledgement:
    column, value = finding.place.column, ledger.confirmed_value(finding)
    return Acknowledgement(finding.code, name, column, value, reason, by, on)


def _revised_targets(made: Draft, by: str) -> Iterator[TypedChange]:
    """A later decision about a published target is a 改定 that data/targets.csv has typed already:
    it carries its day and its reason."""
    last: dict[tuple[str, int], PublicFigures] = {}
    for one in made.project.published:
        if one.cell.decided_on:
            last[one.cell.indicator_id, one.cell.fiscal_year] = one  # sorted: the latest day stays
    reasons = _reasons(made.project)
    for one in made.compared.added:
        old = last.get((one.cell.indicator_id, one.cell.fiscal_year)) if one.cell.decided_on else None
        if old is not None and old.figures != one.figures:
            change = Change(one.cell, old.figures, one.figures)
            day = date.fromisoformat(one.cell.decided_on)
            yield _typed(made, change, ChangeKind.REVISION, reasons[one.cell], by, day)


def _reasons(project: Project) -> Mapping[Cell, str]:
    """The reason of every decision about a target."""
    return {
        Cell(d.indicator_id, d.fiscal_year, decided_on=d.decided_on.isoformat()): d.reason
        for d in project.targets
    }


# ---------------------------------------------------------------- the files


def published_csv(figures: Iterable[PublicFigures]) -> str:
    """data/published.csv: one row a cell, canonical numbers, sorted."""
    return csv_text(versions.COLUMNS, map(versions.row, sorted(figures, key=lambda figures: figures.cell)))


def releases_yml(releases: Iterable[Release]) -> str:
    """data/releases.yml: the releases in their order, a change or a confirmed value one a line."""
    return "".join(_block(one) for one in releases)


def _block(one: Release) -> str:
    lines = [
        f"- on: {one.on.isoformat()}",
        f"  by: {yaml_flow(one.by)}",
        f"  figures: {one.count}",
        f"  sha256: {yaml_flow(one.digest)}",
    ]
    if one.changes:
        lines += ["  changes:", *(f"    - {_change_line(change)}" for change in one.changes)]
    if one.acknowledged:
        lines += ["  acknowledged:", *(f"    - {_acknowledged_line(a)}" for a in one.acknowledged)]
    return "\n".join(lines) + "\n"


def _change_line(change: TypedChange) -> str:
    cell = change.cell
    where: dict[str, YamlContent] = {"indicator_id": cell.indicator_id}
    about: dict[str, YamlContent] = {"name": change.name, "unit": change.unit, "period": cell.period}
    about |= {"society": cell.society, "dimensions": dict(cell.dimensions)}
    parts = [
        *(f"{key}: {yaml_flow(value)}" for key, value in where.items()),
        f"fiscal_year: {cell.fiscal_year}",
        *(f"{key}: {yaml_flow(value)}" for key, value in about.items() if value),
        *((f"decided_on: {cell.decided_on}",) if cell.decided_on else ()),
        f"type: {yaml_flow(_WORDS[change.kind])}",
        f"reason: {yaml_flow(change.reason)}",
        f"by: {yaml_flow(change.by)}",
        f"on: {change.on.isoformat()}",
        *((f"old: {_numbers(change.old)}",) if change.old else ()),
        *((f"new: {_numbers(change.new)}",) if change.new else ()),
        *((f"whole_old: {_numbers(change.whole_old)}",) if change.whole_old else ()),
        *((f"whole_new: {_numbers(change.whole_new)}",) if change.whole_new else ()),
        *(("withheld: true",) if change.withheld else ()),
    ]
    return "{" + ", ".join(parts) + "}"


def _numbers(figures: Figures) -> str:
    return "{" + ", ".join(f"{name}: {number}" for name, number in figures) + "}"


def _acknowledged_line(one: Acknowledgement) -> str:
    texts = {"code": one.code, "cell": one.cell, "column": one.column, "value": one.value}
    texts |= {"reason": one.reason, "by": one.by}
    told = ", ".join(f"{key}: {yaml_flow(text)}" for key, text in texts.items())
    return "{" + told + f", on: {one.on.isoformat()}" + "}"


def write(folder: Path, made: Draft, new: Release) -> None:
    """Write all files, or leave all as they were."""
    contents = {
        PUBLISHED: published_csv(made.figures).encode(),
        RELEASES: releases_yml((*made.project.releases, new)).encode(),
        **_snapshots(made, new),
    }
    before = {name: _bytes(folder / name) for name in contents}
    try:
        for name, content in contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            _aside(folder / name).write_bytes(content)
        for name in contents:
            _aside(folder / name).replace(folder / name)
    except OSError:
        for name, old in before.items():
            _put_back(folder / name, old)
        raise
    finally:
        for name in contents:
            _aside(folder / name).unlink(missing_ok=True)


def snapshot_file(made: Draft, new: Release) -> str:
    """Where the figures of the new release are kept."""
    return file_of(release_names((*made.project.releases, new))[-1])


def _snapshots(made: Draft, new: Release) -> Mapping[str, bytes]:
    """The figures of this release; and those of the last one, where they were not kept yet."""
    files = {snapshot_file(made, new): versions.snapshot_csv(made.figures)}
    kept = {snapshot.name for snapshot in made.project.snapshots}
    last = release_names(made.project.releases)[-1:]
    if last and last[0] not in kept:
        files[file_of(last[0])] = versions.snapshot_csv(made.project.published)
    return files


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _put_back(path: Path, old: bytes | None) -> None:
    if old is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(old)
