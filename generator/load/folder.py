"""Which files a project has, and reading them. Faults of reading become findings."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from generator.findings import Finding, Place, Severity
from generator.load.book import of_sheets
from generator.load.csvfile import read_csv
from generator.load.grid import Grid, read_grid
from generator.load.machine_rules import against_rules
from generator.load.photos import read_pictures
from generator.load.raw import LoadedProject, RawTable, Role
from generator.load.xlsxfile import read_xlsx
from generator.load.yamlfile import YamlDocument, read_markdown, read_yaml

YAML_FILES = (
    "site_config/site.yml",
    "site_config/metrics.yml",
    "data/plan.yml",
    "data/indicators.yml",
    "data/reviews.yml",
    "data/releases.yml",
)
TABLES = {
    "data/societies.csv": Role.SOCIETIES,
    "data/targets.csv": Role.TARGETS,
    "data/projects.csv": Role.PROJECTS,
    "data/published.csv": Role.PUBLISHED,
    "data/surveys.csv": Role.SURVEYS,
    "data/actions.csv": Role.ACTIONS,
}
SNAPSHOTS_FOLDER = "data/releases"
VALUES_FOLDER = "data/values"
IMPACT_FOLDER = "data/impact"
IO_FOLDER = "data/impact/io"
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
PAGES_FOLDER = "content"
STORIES_FOLDER = "content/stories"
LARGEST = 100_000_000
"""Bytes of any one input file."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""In a file name: it is printed beside every number that comes from the file."""

OTHER_SHEETS = {
    ".xls": "workbook_is_xls",
    ".xlsm": "workbook_has_macros",
    ".xlsb": "workbook_is_xlsb",
    ".ods": "workbook_is_ods",
    ".numbers": "workbook_is_ods",
}


@dataclass(slots=True)
class _Reading:
    """What has been read of one folder so far."""

    folder: Path
    tables: dict[Role, tuple[RawTable, ...]] = field(default_factory=dict)
    documents: dict[str, YamlDocument] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)
    grids: list[Grid] = field(default_factory=list)
    snapshots: dict[str, bytes] = field(default_factory=dict)

    def content(self, name: str) -> bytes | None:
        """The bytes of one regular file, hashed; None (with a finding) when it cannot be read."""
        path = self.folder / name
        try:
            if not path.is_file() or path.stat().st_size > LARGEST:
                raise OSError("not a regular file of reasonable size")
            content = path.read_bytes()
        except OSError as error:
            self._reject("file_unreadable", name, error.strerror or str(error))
            return None
        self.hashes[name] = hashlib.sha256(content).hexdigest()
        return content

    def document(self, name: str) -> None:
        content = self.content(name)
        if content is not None:
            read = read_markdown if name.endswith(".md") else read_yaml
            self.documents[name] = read(name, content)

    def table(self, name: str, role: Role) -> None:
        content = self.content(name)
        if content is None:
            return
        if name.lower().endswith(".xlsx"):
            tables, findings = read_xlsx(name, content, role, partial(_rules, name, content, role))
        else:
            table, findings = read_csv(name, content, role)
            tables = (table,) if table else ()
        self.tables[role] = (*self.tables.get(role, ()), *tables)
        self.findings += findings

    def values_file(self, name: str) -> None:
        """A file of data/values: read it, or say that it is not read."""
        suffix = Path(name).suffix.lower()
        hidden = Path(name).name.startswith((".", "~$"))
        if _UNPRINTABLE.search(name):
            self._reject("file_name_unprintable", name, Path(name).name)
        elif (self.folder / name).is_dir():
            self._warn("values_folder_ignored", name)
        elif hidden:
            return
        elif suffix in (".csv", ".tsv", ".xlsx"):
            self.table(name, Role.VALUES)
        elif suffix in OTHER_SHEETS:
            self._reject(OTHER_SHEETS[suffix], name, suffix)
        else:
            self._warn("values_file_ignored", name)

    def story_file(self, name: str) -> None:
        """Say which entry of content/stories is no story: x.MD, x.md.txt, a folder of stories."""
        path = self.folder / name
        photo = path.suffix.lower() in PHOTO_ENDINGS and path.is_file()
        if path.name.startswith((".", "~$")) or path.name == "images" or photo:
            return
        if not name.endswith(".md") or not path.is_file():
            self._warn("story_file_ignored", name)

    def snapshot_file(self, name: str) -> None:
        """A file of data/releases: the bytes, for whoever wrote them to check."""
        if name.endswith(".csv") and not Path(name).name.startswith("."):
            content = self.content(name)
            self.snapshots |= {name: content} if content is not None else {}

    def impact_file(self, name: str) -> None:
        """A file of data/impact: an account, or below io a table."""
        path = Path(name)
        inside_io = str(path.parent) == IO_FOLDER
        if path.name.startswith((".", "~$")) or (self.folder / name).is_dir():
            return
        if inside_io and path.suffix.lower() in (".csv", ".tsv", ".xlsx"):
            content = self.content(name)
            found, findings = read_grid(name, content) if content is not None else ((), [])
            self.grids += found
            self.findings += findings
        elif not inside_io and path.suffix.lower() in (".yml", ".yaml"):
            self.document(name)
        elif path.suffix.lower() not in (".md", ".txt"):
            self._warn("impact_file_ignored", name)

    def _warn(self, code: str, name: str) -> None:
        self.findings.append(Finding(Severity.WARNING, code, Place(name), Path(name).name))

    def _reject(self, code: str, name: str, value: str) -> None:
        self.findings.append(Finding(Severity.REJECTED, code, Place(name), value))


def load_project(folder: Path) -> LoadedProject:
    """Read the contract's files of `folder`. Never raises on bad data: faults are findings.

    A file that is not there is simply not in the result; `parse` knows which are required.
    """
    reading = _Reading(folder)
    for name in (*YAML_FILES, *_pages(folder, PAGES_FOLDER), *_pages(folder, STORIES_FOLDER)):
        if (folder / name).exists():
            reading.document(name)
    for name, role in TABLES.items():
        if (folder / name).exists():
            reading.table(name, role)
    for name in _names(folder, STORIES_FOLDER):
        reading.story_file(name)
    for name in _names(folder, VALUES_FOLDER):
        reading.values_file(name)
    for name in _names(folder, SNAPSHOTS_FOLDER):
        reading.snapshot_file(name)
    for name in (*_names(folder, IMPACT_FOLDER), *_names(folder, IO_FOLDER)):
        reading.impact_file(name)
    return LoadedProject(
        folder_name=folder.resolve().name,
        tables=reading.tables,
        documents=reading.documents,
        findings=tuple(reading.findings),
        hashes=dict(sorted(reading.hashes.items())),
        pictures=read_pictures(folder, reading.documents),
        grids=tuple(reading.grids),
        snapshots=reading.snapshots,
    )


def _rules(name: str, content: bytes, role: Role, pairs: list[tuple[Worksheet, Worksheet]]) -> list[Finding]:
    """Workbooks that people keep values in are held against the national rules too."""
    return against_rules(of_sheets(name, content, pairs)) if role is Role.VALUES else []


def _pages(folder: Path, below: str) -> list[str]:
    return [n for n in _names(folder, below) if n.endswith(".md") and (folder / n).is_file()]


def _names(folder: Path, below: str) -> list[str]:
    """Entries of one folder as posix paths, in the order of their NFC names on every system."""
    try:
        entries = [f"{below}/{path.name}" for path in (folder / below).iterdir()]
    except OSError:
        return []
    return sorted(entries, key=lambda name: (unicodedata.normalize("NFC", name), name))
