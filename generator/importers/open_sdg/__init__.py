"""Turns an Open SDG data repository into a project: read → understand → name → write.

What maps to what is written in docs/import-open-sdg.md. Nothing is left out in silence: a row of
the source is a row of the project, or a line of the report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.importers.open_sdg.headline import UnitTable, by_unit
from generator.importers.open_sdg.indicators import ImportedIndicator, Naming, imported_indicator
from generator.importers.open_sdg.plain_text import one_line
from generator.importers.open_sdg.project import EDITABLE, SITE, licence, project_files
from generator.importers.open_sdg.report import Code, ImportFinding, ImportReport
from generator.importers.open_sdg.rows import TableRows, read_rows
from generator.importers.open_sdg.source import Repository, SourceFile, read_repository
from generator.importers.open_sdg.targets import read_targets
from generator.importers.open_sdg.terms import unit_text
from generator.importers.written import ImportRefused, write_project
from generator.parse.names import RESERVED_IDS, RESERVED_SLUGS

__all__ = ["Code", "ImportFinding", "ImportRefused", "ImportReport", "import_open_sdg"]

REPORT = "import-report.json"
IMPORTER = "open-sdg"
_LONGEST_SLUG = 48


def import_open_sdg(source: Path, out: Path, progress: Callable[[str], None]) -> ImportReport:
    """Read the repository `source` and write the project `out`; `progress` is told each stage.

    Raises ImportRefused when `source` has no data/*.csv, or when `out` is not empty and not an
    earlier import, or was edited by hand since; nothing is written then.
    """
    progress("read")
    repository = read_repository(source)
    if not repository.files:
        raise ImportRefused("no_data", [repository.name])
    progress("understand")
    imported = _understand(repository)
    files = project_files(repository, imported.indicators)
    report = _report(repository, imported)
    progress("write")
    encoded = {path: text.encode() for path, text in files.items()}
    kept = write_project(out, encoded | {REPORT: report.as_json().encode()}, IMPORTER, EDITABLE)
    progress("done")
    told = tuple(ImportFinding(path, 0, Code.KEPT_AS_EDITED) for path in kept)
    return replace(report, findings=tuple(sorted((*report.findings, *told))))


@dataclass(slots=True)
class _Imported:
    """What came of all tables, in the order of the plan."""

    indicators: list[ImportedIndicator]
    tables: list[TableRows]
    findings: list[ImportFinding]


def _understand(repository: Repository) -> _Imported:
    imported = _Imported([], [], [])
    names = _Names()
    for source in repository.files:
        rows = read_rows(source, repository.translations)
        imported.tables.append(rows)
        imported.findings += rows.findings
        if not source.has_metadata:
            imported.findings.append(ImportFinding(source.file, 0, Code.NO_METADATA))
        tables = by_unit(rows.rows, _start_values(source), source.file) or [
            UnitTable(_unit_without_rows(repository, source))
        ]
        if len(tables) > 1:
            units = "; ".join(t.unit or "no unit" for t in tables)
            imported.findings.append(ImportFinding(source.file, 0, Code.SPLIT_BY_UNIT, units))
        _name_all(repository, source, rows, tables, names, imported)
    return imported


def _start_values(source: SourceFile) -> dict[str, str]:
    """The categories that the source's own site shows first, by lower-case column name."""
    items = source.metadata.items("data_start_values")
    return {item.get("field", "").lower(): item.get("value", "") for item in items}


def _name_all(
    repository: Repository,
    source: SourceFile,
    rows: TableRows,
    tables: Sequence[UnitTable],
    names: _Names,
    imported: _Imported,
) -> None:
    """One indicator for each unit's table; those of one file point to each other."""
    given = [names.give(source, position, imported.findings) for position in range(1, len(tables) + 1)]
    labels = _labels(tables, rows)
    years = [row.year.label or str(row.year.year) for row in rows.rows]
    for (own_id, slug), table, label in zip(given, tables, labels, strict=True):
        imported.findings += table.findings
        targets = read_targets(source, table, years)
        imported.findings += targets.findings
        related = tuple(i for i, _ in given if i != own_id)
        naming = Naming(own_id, slug, len(imported.indicators) + 1, related, label)
        imported.indicators.append(
            imported_indicator(source, table, naming, rows.sentences, targets, repository.translations)
        )


def _labels(tables: Sequence[UnitTable], rows: TableRows) -> list[str]:
    """What to add to the names where a file has several units: what tells all of them apart,
    their series, else their `Units`, else the unit."""
    if len(tables) == 1:
        return [""]
    by_table = [[row for row in rows.rows if row.unit == table.unit] for table in tables]
    series = [_only({row.series for row in own}) for own in by_table]
    units = [_only({row.units for row in own}) for own in by_table]
    for labels in (series, units):
        if all(labels) and len(set(labels)) == len(labels):
            return labels
    return [table.unit or "no unit" for table in tables]


def _only(names: set[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _unit_without_rows(repository: Repository, source: SourceFile) -> str:
    return unit_text([repository.translations.name(source.metadata.text("computation_units"))], "")


class _Names:
    """Gives ids and slugs: from the file's number, safe in addresses and file systems, unique."""

    def __init__(self) -> None:
        self.slugs: set[str] = set()

    def give(self, source: SourceFile, position: int, findings: list[ImportFinding]) -> tuple[str, str]:
        plain = ("archived-" if source.archived else "") + source.key
        base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_SLUG].strip("-") or "indicator"
        if base in RESERVED_SLUGS or base.upper() in RESERVED_IDS:
            base = f"indicator-{base}"
        wanted = base if position == 1 else f"{base}-unit-{position}"
        slug, n = wanted, 2
        while slug in self.slugs:
            slug, n = f"{wanted}-no-{n}", n + 1
        self.slugs.add(slug)
        own_id = f"SDG-{slug.upper()}"
        if slug != plain and position == 1:
            findings.append(ImportFinding(source.file, 0, Code.ID_CHANGED, own_id))
        return own_id, slug


# ---------------------------------------------------------------- report

_CARRIED = re.compile(
    r"indicator_available|national_indicator_available|graph_titles?|indicator_name|indicator_number|indicator"
    r"|computation_definitions|national_indicator_description|computation_calculations|computation_units"
    r"|source_(active|organisation|url_text|url|release_date)_\d+|source_(contact|next_release)_1"
    r"|national_geographical_coverage|data_notice_text|data_footnote|other_info|comments_limitations|copyright"
    r"|data_start_values|proxy|graph_target_lines|graph_series_breaks|progress_calculation_options|precision"
)
_NOT_FIGURES = re.compile(
    r"csv_size|layout|permalink|published|graph_.*|data_show_map|data_non_statistical|indicator_sort_order|sort"
    r"|goal_meta_link.*|standalone|target|target_id|target_name|sdg_goal|tags|embedded_.*"
)
"""How the source's site looks, or what the file's number says already."""


def _report(repository: Repository, imported: _Imported) -> ImportReport:
    findings = [*repository.findings, *imported.findings, *_fields_left(repository)]
    settings = ["organization", "site_url", "contact"]
    if not licence(repository.licence_text)[0]:
        settings.append("license")
    findings += [ImportFinding(SITE, 0, Code.SETTING_TO_FILL_IN, name) for name in settings]
    written = sum(i.rows for i in imported.indicators)
    understood = sum(len(t.rows) for t in imported.tables)
    notices = sum(len(t.sentences) for t in imported.tables)
    left = sum(t.left_out for t in imported.tables)
    return ImportReport(
        files=len(repository.files),
        indicators=len(imported.indicators),
        rows_read=understood + notices + left,
        rows_written=written,
        rows_merged=understood - written,
        rows_as_notice=notices,
        rows_left_out=left,
        values_written=sum(i.values for i in imported.indicators),
        findings=tuple(sorted(findings)),
    )


def _fields_left(repository: Repository) -> list[ImportFinding]:
    """Metadata fields with content that became nothing, each once with the number of times."""
    counts: Counter[str] = Counter()
    for source in repository.files:
        for key, value in source.metadata.values.items():
            if value and not _CARRIED.fullmatch(key) and not _NOT_FIGURES.fullmatch(key):
                counts[re.sub(r"_\d{1,3}$", "_*", one_line(key))] += 1
    return [ImportFinding("meta", 0, Code.METADATA_NOT_CARRIED, k, str(n)) for k, n in sorted(counts.items())]
