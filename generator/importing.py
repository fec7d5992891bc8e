"""From filled workbooks to data/values: what would change, what stands in the way, and the writing.

Nothing is written unless every workbook is clean; before the first byte is written, the new files
are read again and must say exactly what was typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import compare, grammar, load, lock, metrics, parse
from generator.finding_words import in_order
from generator.findings import Finding, Place, Severity
from generator.importers import values
from generator.importers.values import Answer, Cell, Change, Files, Returned
from generator.load import LoadedProject, RawCell, RawTable, Role
from generator.load.book import read_book
from generator.load.columns import COLUMNS
from generator.load.csvfile import read_csv
from generator.load.folder import LARGEST, OTHER_SHEETS
from generator.load.machine_rules import against_rules
from generator.model import Observation, Project, Society
from generator.parse.lookup import Societies, key_of
from generator.pipeline import Stopped

__all__ = [
    "Cell", "Change", "Ground", "Plan", "Reader",
    "ground", "plan", "society_named", "workbooks", "write", "year_of",
]  # fmt: skip

SUFFIX = ".xlsx"
Reader = Callable[[str], bytes | None]
"""The bytes of a file of the project by its name, None where there is none."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A project as it was read and checked."""

    loaded: LoadedProject
    project: Project
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. `files` is empty where something is in the way."""

    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()
    effects: compare.Difference | None = None
    files: Files = field(default_factory=lambda: Files({}, {}, ()))
    empty: Mapping[str, int] = field(default_factory=dict)
    """Workbook → rows that hold neither a value nor a state, and for which the data has none."""
    books: int = 0

    @property
    def rejected(self) -> bool:
        return any(f.severity is Severity.REJECTED for f in self.findings)

    @property
    def held(self) -> bool:
        return any(f.severity is Severity.HELD for f in self.findings)


def ground(folder: Path, as_of: date) -> Ground:
    """The project, also one that has no values yet. Raises Stopped for faults of its own."""
    loaded = load.load_project(folder)
    if not loaded.of(Role.VALUES):
        first = Place("data/values", line=1)
        header = tuple(RawCell(n, replace(first, column=n)) for n in COLUMNS[Role.VALUES].required)
        loaded = replace(
            loaded, tables={**loaded.tables, Role.VALUES: (RawTable("data/values", "", header, ()),)}
        )
    parsed = parse.parse_project(loaded, as_of)
    if parsed.project is None:
        raise Stopped(parsed.findings)
    return Ground(loaded, parsed.project, parsed.findings)


def year_of(text: str, project: Project) -> int | None:
    """A fiscal year in any form of the grammar, or None."""
    found = grammar.year(text, project.site.fiscal_year_start)
    return found if isinstance(found, int) else None


def society_named(name: str, project: Project) -> tuple[Society | None, str]:
    """The society of that name or slug; else the name that was probably meant, or ""."""
    listed = Societies(project.societies)
    found = listed.by_key.get(key_of(name)) or next((s for s in project.societies if s.slug == name), None)
    return found, "" if found else listed.nearest(name)


def workbooks(places: Iterable[Path]) -> tuple[list[Path], list[Finding]]:
    """The workbooks named, or lying in folders named; other spreadsheets there are findings."""
    found: list[Path] = []
    findings = []
    for place in places:
        inside = sorted(p for p in place.iterdir() if p.is_file()) if place.is_dir() else [place]
        for path in inside:
            suffix = path.suffix.lower()
            if path.name.startswith((".", "~$")):
                continue
            if suffix in OTHER_SHEETS:
                code = OTHER_SHEETS[suffix]
                findings.append(Finding(Severity.REJECTED, code, Place(path.as_posix()), suffix))
            elif suffix == SUFFIX or not place.is_dir():
                found.append(path)
    return list(dict.fromkeys(found)), findings


def plan(
    at: Ground,
    paths: list[Path],
    as_of: date,
    read_project: Reader,
    fiscal_year: int | None = None,
    told: Callable[[int, Path], None] = lambda n, path: None,
) -> Plan:
    """What the workbooks would change. `told` hears of each as it is read; never raises on bad data."""
    backs, findings = _read(paths, told)
    findings += _other_years(backs, fiscal_year)
    findings += _other_names(backs, at.project)
    answers = [a for back in backs for a in back.answers]
    empty = _still_empty(backs, at.project)
    laid = values.lay_over(at.loaded, at.project, answers)
    parsed = parse.parse_project(laid.loaded, as_of)
    files = {path.as_posix() for path in paths}
    known = set(at.findings)
    findings += [*laid.findings, *(f for f in parsed.findings if f not in known and _matters(f, files))]
    if parsed.project is None or any(f.severity is Severity.REJECTED for f in findings):
        return Plan(in_order(findings), empty=empty, books=len(paths))
    changed = values.changes(at.project, parsed.project, laid.answers)
    made = values.files(changed, at.loaded, at.project, read_project)
    effects = compare.compare(_side(at.project), _side(parsed.project)) if changed else None
    found = in_order([*findings, *made.findings])
    return Plan(found, changed, effects, made, empty, len(paths))


def write(at: Ground, folder: Path, made: Plan, as_of: date, pid: int) -> None:
    """Write the files, each whole or not at all. Raises Busy; OSError where a file cannot be written."""
    with lock.held(folder / "build" / ".lock", pid):
        for name in made.files.contents:
            path = folder / name
            before = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None
            if path.is_symlink() or before != at.loaded.hashes.get(name):
                raise OSError(f"{name} has changed since it was read")
        _prove(at, made, as_of)
        for name, content in sorted(made.files.contents.items()):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f".{path.name}.new")
            aside.write_bytes(content)
            aside.replace(path)


def _read(paths: list[Path], told: Callable[[int, Path], None]) -> tuple[list[Returned], list[Finding]]:
    backs, findings = [], []
    for n, path in enumerate(paths, start=1):
        told(n, path)
        name = path.as_posix()
        try:
            if not path.is_file() or path.stat().st_size > LARGEST:
                raise OSError("not a regular file of reasonable size")
            content = path.read_bytes()
        except OSError as error:
            findings.append(
                Finding(Severity.REJECTED, "file_unreadable", Place(name), error.strerror or str(error))
            )
            continue
        book, faults = read_book(name, content)
        findings += faults
        if book is not None:
            back = values.returned(book)
            backs.append(back)
            findings += back.findings
            if back.answers:
                findings += against_rules(book, values.shape_of)
    return backs, findings


def _other_years(backs: list[Returned], asked: int | None) -> list[Finding]:
    """Workbooks of another year than the one asked for, or than the newest of all."""
    years = {b.fiscal_year for b in backs if b.fiscal_year is not None}
    wanted = asked if asked is not None else max(years, default=None)
    return [
        Finding(
            Severity.REJECTED,
            "template_other_year",
            Place(b.file),
            str(b.fiscal_year),
            (("year", str(wanted)),),
        )
        for b in backs
        if b.fiscal_year not in (None, wanted)
    ]


def _other_names(backs: list[Returned], project: Project) -> list[Finding]:
    """A file that is called after one society and holds another's rows was perhaps copied."""
    slugs = {s.slug: s.name for s in project.societies}
    found = []
    for back in backs:
        stem = Path(back.file).stem
        named = next((s for s in slugs if stem.endswith(f"_{s}")), "")
        own = {a.mark.slug for a in back.answers}
        if named and own and own != {named} and back.slug != "all":
            shown = "、".join(slugs.get(s, s) or "–" for s in sorted(own))
            values_ = (("named", slugs[named]),)
            found.append(Finding(Severity.WARNING, "template_file_name", Place(back.file), shown, values_))
    return found


def _still_empty(backs: list[Returned], project: Project) -> dict[str, int]:
    names = {s.slug: s.name for s in project.societies}
    with_value = {
        values.key_of(o)
        for o in project.observations
        if not o.sample and (o.actual is not None or o.numerator is not None)
    }

    def is_empty(answer: Answer) -> bool:
        m = answer.mark
        key = (m.indicator_id, m.fiscal_year, names.get(m.slug), m.dimensions)
        return not answer.answered and key not in with_value

    counts = {back.file: sum(map(is_empty, back.answers)) for back in backs}
    return {file: n for file, n in counts.items() if n}


def _matters(finding: Finding, files: set[str]) -> bool:
    """New findings of the workbooks, and new faults that they make elsewhere; who has no rows is told by
    `impact check`, and says nothing of what was typed."""
    if finding.code in ("societies_without_rows", "no_rows"):
        return False
    return finding.place.file in files or finding.severity is not Severity.WARNING


def _side(project: Project) -> compare.Side:
    return compare.Side(project, metrics.compute(project), {})


def _prove(at: Ground, made: Plan, as_of: date) -> None:
    """Read the new bytes as a build will: they must say what was typed, and everything else as before."""
    rest = [
        t
        for t in at.loaded.of(Role.VALUES)
        if t.file in at.loaded.hashes and t.file not in made.files.contents
    ]
    for name, content in made.files.contents.items():
        table, _ = read_csv(name, content, Role.VALUES)
        rest += [table] if table is not None else []
    again = replace(at.loaded, tables={**at.loaded.tables, Role.VALUES: tuple(rest)})
    parsed = parse.parse_project(again, as_of)
    wanted = {values.key_of(o): _said(o) for o in at.project.observations}
    wanted |= {change.key: _said(change.new) for change in made.changes}
    got = {values.key_of(o): _said(o) for o in parsed.project.observations} if parsed.project else {}
    if got != wanted:
        raise AssertionError("the new files do not say what the workbooks say")


def _said(o: Observation) -> tuple[object, ...]:
    return (o.target, o.actual, o.numerator, o.denominator, o.status, o.note, o.period, o.sample)
