"""What is taken back leaves nothing behind; what the API says is as its schemas say."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from os.path import normpath
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from generator import downloads
from generator.model import Number
from generator.model_release import Cell, ChangeKind, Correction
from tests.opendata.made import FOLDERS, computed, files_of, published


@pytest.mark.parametrize("name", FOLDERS)
def test_every_api_file_fits_its_published_schema(name: str) -> None:
    """Each schema is one, and each file fits the schema that it names."""
    files = published(name)
    checked = 0
    for path in (p for p in files if p.startswith("api/") and p.endswith(".json")):
        content = json.loads(files[path])
        if path.endswith(".schema.json"):
            jsonschema.Draft202012Validator.check_schema(content)
            continue
        schema = json.loads(files[normpath(Path(path).parent / content["$schema"])])
        jsonschema.Draft202012Validator(schema).validate(content)
        checked += 1
    assert checked > 4


def test_a_withdrawn_indicator_leaves_no_file() -> None:
    """Taken out of plan, definitions and values, an indicator is in no file of any form."""
    before = published("garden")
    assert any("WATER" in path for path in before)
    project, results = computed(FOLDERS["garden"])
    kept = tuple(r for r in results.indicators if r.indicator.id != "WATER")
    plan = dataclasses.replace(
        project.plan,
        plans=tuple(
            dataclasses.replace(
                p,
                measures=tuple(
                    dataclasses.replace(m, indicators=tuple(i for i in m.indicators if i != "WATER"))
                    for m in p.measures
                ),
            )
            for p in project.plan.plans
        ),
    )
    left = tuple(i for i in project.indicators if i.id != "WATER")
    project = dataclasses.replace(project, indicators=left, plan=plan)
    files = files_of(project, dataclasses.replace(results, indicators=kept))
    data = {p: c for p, c in files.items() if p.startswith("data/")}
    assert not [p for p in data if "WATER" in p]
    for content in data.values():
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                assert b"WATER" not in b"".join(archive.read(n) for n in archive.namelist())
                assert not [n for n in archive.namelist() if "WATER" in n]
        assert b"WATER" not in content


def correction(cell: Cell, day: date, figure: str, whole: bool = False) -> Correction:
    old = Number(Decimal(1), "1", "x")
    figures = ((figure, old, old),)
    return Correction(
        0, cell, "", "", "", ChangeKind.CORRECTION, "", "", day, figures, False, figures if whole else ()
    )


def test_revisions_are_counted_by_day() -> None:
    """A figure's days of change, its rate's with it, and the federation's where they moved along."""
    own = Cell("X", 2024, "", "北の会")
    whole = Cell("X", 2024)
    lines = [
        correction(own, date(2025, 7, 1), "actual", whole=True),
        correction(Cell("X", 2024, "", "南の会"), date(2025, 7, 1), "actual", whole=True),
        correction(own, date(2025, 9, 1), "actual"),
        correction(Cell("X", 2024, decided_on="2024-03-01"), date(2025, 8, 1), "target"),
    ]
    found = downloads.revised(lines)
    assert found[own, "actual"] == {date(2025, 7, 1), date(2025, 9, 1)}
    assert found[whole, "actual"] == {date(2025, 7, 1)}
    assert found[whole, "target"] == {date(2025, 8, 1)}
