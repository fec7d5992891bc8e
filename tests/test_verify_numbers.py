"""A built site is held against its own data, and against the raw files by a second way."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator import api, metrics, verify_numbers
from generator.load import load_project
from generator.parse import parse_project
from generator.recount import Recount

PROJECTS = Path(__file__).parent / "projects"


def site_of(folder: Path, out: Path) -> Path:
    """The API and downloads of a project, written to a folder."""
    project = parse_project(load_project(folder)).project
    assert project is not None
    for artefact in api.build(project, metrics.compute(project), {}):
        path = out / artefact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artefact.content)
    return out


def page(raw: str, shown: str, src: str) -> str:
    return f'<!doctype html><p>\n<data value="{raw}" data-src="{src}"><b>{shown}</b></data></p>'


RATE = "api/v1/indicators/FLOWER.json#/series/0/achievement"
COUNT = "api/v1/index.json#/plans/0/achieved"


@pytest.mark.parametrize(
    ("raw", "shown", "src", "codes"),
    [
        ("1.2", "120.0%", RATE, []),
        ("1.2", "120%", RATE, ["number_differs"]),
        ("1.3", "120.0%", RATE, ["number_differs"]),
        ("1", "1", COUNT, []),
        ("2", "2", COUNT, ["number_differs"]),
        ("1", "1", "api/v1/index.json#/plans/7/achieved", ["number_without_source"]),
        ("1", "1", "api/v1/none.json#/x", ["number_without_source"]),
        ("1", "1", "api/../../etc/passwd#/x", ["number_without_source"]),
        ("10", "10", "data/targets.csv#2", []),
        ("11", "11", "data/targets.csv#2", ["number_differs"]),
        ("1", "1", "data/targets.csv#99", ["number_without_source"]),
    ],
)
def test_printed_number_equals_its_source(
    tmp_path: Path, raw: str, shown: str, src: str, codes: list[str]
) -> None:
    """Raw value and shown string are those of the source that the number names."""
    site = site_of(PROJECTS / "smallest", tmp_path)
    (site / "index.html").write_text(page(raw, shown, src), "utf-8")
    found = verify_numbers.numbers(site)
    assert [f.code for f in found] == codes
    assert all(f.place.file == "index.html" and f.place.line == 2 for f in found)


@pytest.mark.parametrize("folder", [PROJECTS / "smallest", PROJECTS / "garden", PROJECTS.parents[1]])
def test_recount_agrees(tmp_path: Path, folder: Path) -> None:
    """The second way comes to the same federation values and rates, also for this repository."""
    assert verify_numbers.recomputed(site_of(folder, tmp_path), folder) == ()


def test_recount_notices_another_value(tmp_path: Path) -> None:
    """A published value that the raw files do not give is named with its pointer."""
    site = site_of(PROJECTS / "garden", tmp_path)
    path = site / "api/v1/indicators/COMPOST.json"
    text = path.read_text("utf-8")
    assert '"raw":"98.5"' in text
    path.write_text(text.replace('"raw":"98.5"', '"raw":"98.6"'), "utf-8")
    found = verify_numbers.recomputed(site, PROJECTS / "garden")
    assert [(f.code, f.place.key, f.value) for f in found] == [
        ("number_recounted_differs", "#/series/1/actual", "98.6")
    ]


def test_agreement_is_relative() -> None:
    """Fifteen digits of a number that does not end agree; a change in the tenth does not."""
    third = Decimal(1) / Decimal(3)
    assert Recount.agrees("0.333333333333333", third, 12)
    assert not Recount.agrees("0.3333333334", third, 12)
    assert Recount.agrees("0", Decimal(0), 12)
