"""Finds and reads the files of an Open SDG data repository: tables, metadata, translations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.importers.open_sdg.plain_text import one_line
from generator.importers.open_sdg.report import Code, ImportFinding
from generator.load.foreign import (
    LARGEST_NOTES,
    ForeignNotes,
    ForeignTable,
    ForeignValue,
    read_foreign_notes,
    read_foreign_table,
    read_foreign_text,
)

_PREFIX = re.compile(r"^indicator[_-]", re.IGNORECASE)
_PART = re.compile(r"[0-9]+|[^0-9]+")
_KEY = re.compile(r"[A-Za-z][\w-]*\.[\w.-]+")
NOT_DATA = ("archived_indicators", "changed_indicators")
"""Lists that stand at the top of a repository, in case someone puts them beside the tables."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything said about one indicator: metadata and indicator configuration laid together."""

    values: Mapping[str, ForeignValue] = field(default_factory=dict)
    body: str = ""
    file: str = ""

    def text(self, key: str) -> str:
        """A text field, hidden characters and line breaks removed; "" when absent."""
        value = self.values.get(key)
        return one_line(value) if isinstance(value, str) else ""

    def raw(self, key: str) -> str:
        """A text field as written, for passages with mark-up."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def items(self, key: str) -> tuple[Mapping[str, str], ...]:
        """A field that is a list of mappings (graph_target_lines …), their texts only."""
        value = self.values.get(key)
        listed = value if isinstance(value, list) else []
        mappings = (item for item in listed if isinstance(item, dict))
        return tuple({k: one_line(v) for k, v in m.items() if isinstance(v, str)} for m in mappings)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One table with what is said about it. `key` is its number with dashes: 1-2-1."""

    key: str
    archived: bool
    file: str
    table: ForeignTable
    metadata: Metadata
    has_metadata: bool = True


@dataclass(frozen=True, slots=True)
class Translations:
    """`translations/<language>/<group>.yml`: what keys like global_targets.1-2-title stand for."""

    words: Mapping[str, str] = field(default_factory=dict)

    def text(self, text: str, group: str = "") -> str:
        """The words of a key; the text itself when it is no key that is known."""
        if not self.words or len(text) > 200:
            return text
        return self.words.get(text) or (self.words.get(f"{group}.{text}") if group else None) or text

    def name(self, text: str) -> str:
        """Like `text`, but a key whose words are unknown is no name: ""."""
        words = self.text(text)
        return "" if words == text and _KEY.fullmatch(text) else words


@dataclass(frozen=True, slots=True)
class Repository:
    """What was read of a repository, indicators in the order of their numbers."""

    name: str
    files: tuple[SourceFile, ...]
    translations: Translations
    licence_text: str
    note_text: str
    findings: tuple[ImportFinding, ...]


def read_repository(source: Path) -> Repository:
    """Read every table of `source`/data with its metadata. Faults become findings."""
    findings: list[ImportFinding] = []
    metadata = _all_metadata(source, findings)
    files = []
    for path in _files(source, "data", (".csv",), findings):
        key, archived = _key_of(path.stem)
        name = f"data/{one_line(path.name)}"
        found = metadata.pop(("archived-" if archived else "") + key, None)
        files.append(
            SourceFile(key, archived, name, read_foreign_table(path), found or Metadata(), found is not None)
        )
    for rest in metadata.values():
        findings.append(ImportFinding(rest.file, 0, Code.METADATA_WITHOUT_DATA))
    ordered = sorted(files, key=lambda f: (f.archived, natural_order(f.key), f.file))
    return Repository(
        one_line(source.resolve().name) or "open-sdg",
        tuple(ordered),
        _translations(source),
        _first_text(source, ("LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "LICENCE.md")),
        _first_text(source, ("NOTE.txt", "NOTICE", "NOTICE.txt")),
        tuple(findings),
    )


def natural_order(key: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """1-2-1 < 1-10-1 < 1-a-1: numbers by size, letters after numbers."""
    return tuple(
        tuple((0, int(p), "") if p.isdecimal() and p.isascii() else (1, 0, p) for p in _PART.findall(part))
        for part in key.split("-")
    )


def _key_of(stem: str) -> tuple[str, bool]:
    """('1-2-1', archived?) from indicator_1-2-1, 1-2-1 or archived-1-2-1."""
    name = _PREFIX.sub("", one_line(stem)).replace(".", "-").lower()
    archived = name.startswith(("archived-", "archived_"))
    return (name[len("archived-") :] if archived else name), archived


def _files(
    source: Path, folder: str, endings: tuple[str, ...], findings: list[ImportFinding]
) -> Iterator[Path]:
    """Regular files of a folder in the order of their names; links and others are named."""
    here = source / folder
    if not here.is_dir():
        return
    for path in sorted(here.iterdir(), key=lambda p: p.name):
        name = f"{folder}/{one_line(path.name)}"
        if path.is_symlink():
            findings.append(ImportFinding(name, 0, Code.FILE_SKIPPED, "symbolic link"))
        elif path.is_dir():
            continue
        elif path.name.startswith("."):
            if path.suffix.lower() in endings:
                findings.append(ImportFinding(name, 0, Code.FILE_SKIPPED, "hidden"))
        elif path.suffix.lower() not in endings or path.stem in NOT_DATA:
            findings.append(ImportFinding(name, 0, Code.FILE_SKIPPED, path.suffix or path.name))
        else:
            yield path


def _all_metadata(source: Path, findings: list[ImportFinding]) -> dict[str, Metadata]:
    """Metadata by key; indicator-config/ (newer repositories) is laid over meta/."""
    known: dict[str, Metadata] = {}
    for folder in ("meta", "indicator-config"):
        for path in _files(source, folder, (".md", ".yml", ".yaml"), findings):
            notes = read_foreign_notes(path)
            name = f"{folder}/{one_line(path.name)}"
            if notes.fault:
                findings.append(ImportFinding(name, 0, Code.METADATA_UNREADABLE, one_line(notes.fault)))
            key, archived = _key_of(path.stem)
            full = ("archived-" if archived else "") + key
            known[full] = _laid_over(known.get(full), notes, name)
    return dict(sorted(known.items(), key=lambda pair: natural_order(pair[0])))


def _laid_over(below: Metadata | None, notes: ForeignNotes, file: str) -> Metadata:
    if below is None:
        return Metadata(notes.values, notes.body, file)
    return Metadata({**below.values, **notes.values}, notes.body or below.body, below.file)


def _translations(source: Path) -> Translations:
    """The English words, or those of the first language there is."""
    base = source / "translations"
    if not base.is_dir() or base.is_symlink():
        return Translations()
    languages = sorted(p for p in base.iterdir() if p.is_dir() and not p.is_symlink())
    chosen = next((p for p in languages if p.name == "en"), languages[0] if languages else None)
    words: dict[str, str] = {}
    for path in sorted(chosen.glob("*.yml")) if chosen else []:
        if not path.is_symlink():
            _flatten(path.stem, read_foreign_notes(path).values, words, 0)
    return Translations(words)


def _flatten(prefix: str, values: Mapping[str, ForeignValue], words: dict[str, str], depth: int) -> None:
    for key, value in values.items():
        if isinstance(value, str):
            words[f"{prefix}.{key}"] = one_line(value)
        elif isinstance(value, dict) and depth < 3:
            _flatten(f"{prefix}.{key}", value, words, depth + 1)


def _first_text(source: Path, names: tuple[str, ...]) -> str:
    for name in names:
        path = source / name
        if path.is_file() and not path.is_symlink():
            text, _, fault = read_foreign_text(path, LARGEST_NOTES)
            if not fault:
                return text
    return ""
