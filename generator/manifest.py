"""`/build-manifest.json`: every file of the site with size and sha256, versions, input hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "build-manifest.json"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not as the manifest says: `missing`, `unlisted` or `altered`."""

    path: str
    what: str


def make(site: Path, site_url: str, versions: Mapping[str, str], inputs: Mapping[str, str]) -> bytes:
    """The manifest of the files now in `site`: sorted, without a clock, the same bytes each time.

    versions: name → version of whatever can alter a byte; inputs: input file → sha256 in hex.
    """
    content = {
        "files": {path: _entry(site / path) for path in _files(site)},
        "inputs": dict(sorted(inputs.items())),
        "site_url": site_url,
        "versions": dict(sorted(versions.items())),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(site: Path) -> Mapping[str, object]:
    """The manifest of a built site; ValueError or OSError when there is none to read."""
    content = json.loads((site / NAME).read_text("utf-8"))
    if not isinstance(content, dict) or not isinstance(content.get("files"), dict):
        raise ValueError(f"{NAME} has no files")
    return content


def compare(site: Path, manifest: Mapping[str, object]) -> tuple[Difference, ...]:
    """Where the folder and its manifest disagree, sorted by path."""
    listed = manifest["files"]
    assert isinstance(listed, dict)
    found = set(_files(site))
    altered = (path for path in found & listed.keys() if _entry(site / path) != listed[path])
    return tuple(
        sorted(
            [
                *(Difference(path, "missing") for path in listed.keys() - found),
                *(Difference(path, "unlisted") for path in found - listed.keys()),
                *(Difference(path, "altered") for path in altered),
            ],
            key=lambda difference: difference.path,
        )
    )


def _files(site: Path) -> Iterator[str]:
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return (path for path in sorted(paths) if path != NAME)


def _entry(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
