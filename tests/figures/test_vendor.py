"""Vendored files are what their list says."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "theme" / "vendor"


def listed() -> list[list[str]]:
    lines = (VENDOR / "vendored.txt").read_text().splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if not line.startswith("#")]


def test_checksums() -> None:
    """Every vendored file has the checksum that is written down for it."""
    assert [sha256((VENDOR / entry[2]).read_bytes()).hexdigest() for entry in listed()] == [
        e[3] for e in listed()
    ]


def test_each_package_is_named_with_its_licence() -> None:
    """VENDORED.md names every package and version; each has its licence in its folder."""
    told = (VENDOR / "VENDORED.md").read_text()
    for package, _, target, _ in listed():
        name, version = package.rsplit("@", 1)
        assert name in told and version in told
        assert (VENDOR / target.split("/")[0] / "LICENSE").is_file()
