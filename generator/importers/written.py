"""Writes a project folder: tiny emitters for YAML and CSV, and files that are never half written.

Only folders that are empty, or that an import filled before, are written to; a file that was
changed by hand since is never overwritten.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

YamlContent: TypeAlias = "str | int | bool | Sequence[YamlContent] | Mapping[str, YamlContent]"

RECORD = "import-record.json"
"""Lists what an import wrote, with hashes; its presence marks the folder as an import."""
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class ImportRefused(Exception):
    """The import cannot go there; `reason` is a key, `paths` are what stands in the way."""

    def __init__(self, reason: str, paths: Sequence[str]) -> None:
        super().__init__(f"{reason}: {', '.join(paths)}")
        self.reason = reason
        self.paths = tuple(paths)


def yaml_flow(value: YamlContent) -> str:
    """A value in YAML's flow style; text is always double-quoted, so no type is guessed."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _UNPRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04X}", json.dumps(value, ensure_ascii=False))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {yaml_flow(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(yaml_flow(item) for item in value) + "]"


def yaml_document(content: Mapping[str, YamlContent]) -> str:
    """A mapping, one key a line."""
    return "".join(f"{key}: {yaml_flow(item)}\n" for key, item in content.items())


def yaml_list(items: Iterable[Mapping[str, YamlContent]]) -> str:
    """A list of mappings, one key a line, a blank line between items."""
    blocks = []
    for item in items:
        lines = [f"{key}: {yaml_flow(value)}" for key, value in item.items()]
        blocks.append("- " + "\n  ".join(lines) + "\n")
    return "\n".join(blocks) or "[]\n"


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV with one line a row; cells are quoted only where needed."""
    return "".join(",".join(map(_csv_cell, row)) + "\n" for row in (header, *rows))


def _csv_cell(text: str) -> str:
    if text != text.strip() or any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write_project(
    out: Path, files: Mapping[str, bytes], importer: str, editable: Iterable[str]
) -> tuple[str, ...]:
    """Write `files` (posix path → content) below `out` and the record of them; files of an
    earlier import that are no longer wanted go. Returns the `editable` ones that were kept
    because someone changed them. Raises ImportRefused before anything is touched."""
    before = _record_of(out, importer)
    changed = [path for path in sorted(before) if _differs(out, path, before[path])]
    kept = [path for path in changed if path in set(editable)]
    if hand_made := [path for path in changed if path not in kept]:
        raise ImportRefused("edited", hand_made)
    if in_the_way := [p for p in sorted(files) if p not in before and _target(out, p).exists()]:
        raise ImportRefused("exists", in_the_way)
    out.mkdir(parents=True, exist_ok=True)
    hashes = {p: _sha256(files[p]) if p not in kept else before[p] for p in sorted(files)}
    record = json.dumps({"importer": importer, "files": hashes}, indent=1, sort_keys=True) + "\n"
    _write(out / RECORD, record.encode())
    for path in sorted(files):
        if path not in kept:
            _write(_target(out, path), files[path])
    for path in sorted(set(before) - set(files) - set(kept)):
        _target(out, path).unlink(missing_ok=True)
    return tuple(kept)


def _record_of(out: Path, importer: str) -> dict[str, str]:
    """What the last import wrote; {} for an empty or new folder."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise ImportRefused("not_a_folder", [out.name])
    if not out.exists() or not any(out.iterdir()):
        return {}
    try:
        record = json.loads((out / RECORD).read_text("utf-8"))
        files = record["files"] if record["importer"] == importer else None
    except (OSError, ValueError, KeyError, TypeError):
        files = None
    if not isinstance(files, dict) or not all(_is_inside(p) and isinstance(h, str) for p, h in files.items()):
        raise ImportRefused("not_an_import", [out.name])
    return files


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return "\\" not in path and "\x00" not in path and all(p not in ("", ".", "..") for p in parts)


def _target(out: Path, path: str) -> Path:
    """The file to write; refuses to go through a symbolic link."""
    target = out
    for part in path.split("/"):
        target = target / part
        if target.is_symlink():
            raise ImportRefused("symbolic_link", [path])
    return target


def _differs(out: Path, path: str, sha256: str) -> bool:
    target = _target(out, path)
    return target.exists() and _sha256(target.read_bytes()) != sha256


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and target.read_bytes() == content:
        return
    aside = target.with_name(f".{target.name}.new")
    aside.write_bytes(content)
    aside.replace(target)
