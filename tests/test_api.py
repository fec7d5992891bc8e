"""The API says what the pages say, at the addresses that the pages name."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from os.path import normpath
from pathlib import Path
from typing import Any

import pytest

from generator import api, formats, metrics, sentences
from generator.api_results import number
from generator.load import load_project
from generator.model import Absent, Number, Project, Reason, Results
from generator.parse import parse_project
from generator.verify_numbers import at_pointer

PROJECTS = Path(__file__).parent / "projects"
OWN = Path(__file__).parent.parent
"""The repository's own project, which has surveys and accounts of social impact."""
FOLDERS = {"smallest": PROJECTS / "smallest", "garden": PROJECTS / "garden", "own": OWN}


def computed(folder: Path) -> tuple[Project, Results]:
    project = parse_project(load_project(folder)).project
    assert project is not None
    return project, metrics.compute(project)


def built(folder: Path) -> dict[str, bytes]:
    project, results = computed(folder)
    return {a.path: a.content for a in api.build(project, results, {"ja": sentences.for_language("ja")})}


def documents(files: dict[str, bytes]) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in files.items() if path.endswith(".json")}


def numbers_in(node: object) -> Iterator[Number]:
    """Every Number anywhere in the results."""
    if isinstance(node, Number):
        yield node
    elif dataclasses.is_dataclass(node):
        for field in dataclasses.fields(node):
            yield from numbers_in(getattr(node, field.name))
    elif isinstance(node, tuple):
        for item in node:
            yield from numbers_in(item)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_source_is_a_pointer_to_the_same_number(name: str) -> None:
    """`src` of every computed number leads to the same raw value and the same shown string."""
    folder = FOLDERS[name]
    _, results = computed(folder)
    files = documents(built(folder))
    own = [n for n in numbers_in(results) if n.src.startswith("api/")]
    assert own
    for printed in own:
        file, _, pointer = printed.src.partition("#")
        there = at_pointer(files[file], pointer)
        if isinstance(there, int):
            there = {"raw": str(there), "shown": str(there)}
        assert (there["raw"], there["shown"]) == (formats.raw(printed.raw), printed.shown), printed.src


def test_files_and_their_schemas() -> None:
    """The contract's files are there, and each names the schema beside it."""
    files = built(PROJECTS / "garden")
    for path, document in documents(files).items():
        if not path.endswith(".schema.json"):
            schema = (Path("/") / path).parent.joinpath(document["$schema"])
            assert normpath(schema).removeprefix("/") in files
    assert {f"api/v1/indicators/{i}.json" for i in ("COMPOST", "WATER", "GUESTS")} < set(files)
    assert {"api/v1/index.json", "api/v1/indicators.json", "data/all.csv", "data/WATER.csv"} < set(files)


def faults_of(node: Any, shape: dict[str, Any], root: dict[str, Any], at: str = "#") -> Iterator[str]:
    """The part of JSON Schema that the API's schemas use."""
    if "$ref" in shape:
        yield from faults_of(node, at_pointer(root, shape["$ref"].removeprefix("#")), root, at)
        return
    if "anyOf" in shape:
        if all(list(faults_of(node, one, root, at)) for one in shape["anyOf"]):
            yield f"{at}: none of the alternatives"
        return
    types = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "boolean": bool,
        "null": type(None),
    }
    wanted = shape.get("type", [])
    wanted = [wanted] if isinstance(wanted, str) else wanted
    fits = [isinstance(node, types[t]) and not (t == "integer" and isinstance(node, bool)) for t in wanted]
    if wanted and not any(fits):
        yield f"{at}: {node!r} is not {wanted}"
        return
    if "enum" in shape and node not in shape["enum"]:
        yield f"{at}: {node!r} is not one of {shape['enum']}"
    if "const" in shape and node != shape["const"]:
        yield f"{at}: {node!r}"
    if isinstance(node, str) and "pattern" in shape and not re.search(shape["pattern"], node):
        yield f"{at}: {node!r}"
    if isinstance(node, dict):
        yield from (f"{at}: {key} is missing" for key in shape.get("required", []) if key not in node)
        for key, below in shape.get("properties", {}).items():
            if key in node:
                yield from faults_of(node[key], below, root, f"{at}/{key}")
    if isinstance(node, list):
        for n, item in enumerate(node):
            yield from faults_of(item, shape.get("items", {}), root, f"{at}/{n}")


@pytest.mark.parametrize("name", FOLDERS)
def test_documents_fit_their_schemas(name: str) -> None:
    """What is published fits the schema published beside it."""
    files = documents(built(FOLDERS[name]))
    for path, document in files.items():
        if path.endswith(".schema.json"):
            continue
        schema = files["api/v1/" + document["$schema"].rpartition("/")[2]]
        assert list(faults_of(document, schema, schema)) == [], path


def test_a_wrong_document_does_not_fit() -> None:
    """The check above can fail: a number without its raw value is noticed."""
    files = documents(built(PROJECTS / "smallest"))
    document = files["api/v1/indicators/FLOWER.json"]
    del document["series"][0]["actual"]["raw"]
    schema = files["api/v1/indicator.schema.json"]
    assert list(faults_of(document, schema, schema)) == ["#/series/0/actual: raw is missing"]


def test_number_forms() -> None:
    """Read: with its file#row. Absent: raw and shown null with the reason."""
    read = Number(Decimal(12), "12", "data/values/a.csv#2")
    assert number(read) == {"raw": "12", "shown": "12", "src": "data/values/a.csv#2"}
    assert number(Absent(Reason.NO_TARGET)) == {"raw": None, "shown": None, "reason": "no_target"}


def test_known_values() -> None:
    """The smallest project: 12 of 10 flower beds are 120 %."""
    document = documents(built(PROJECTS / "smallest"))["api/v1/indicators/FLOWER.json"]
    year = document["series"][0]
    assert year["achievement"] == {"raw": "1.2", "shown": "120.0%"}
    assert (year["grade"], year["achieved"], year["fiscal_year"]) == ("A", True, 2024)
    assert document["target_history"][0]["target"]["raw"] == "10"
    assert document["sentence"]["ja"]
    assert document["corrections"] == []


def test_impact_and_surveys_only_where_there_are_any() -> None:
    """A project without accounts has no impact.json; an indicator without a survey no such keys."""
    files = built(PROJECTS / "garden")
    assert "api/v1/impact.json" not in files
    assert "surveys" not in documents(files)["api/v1/indicators/WATER.json"]


def test_same_bytes_for_the_same_input() -> None:
    """Nothing depends on the time or on the order of a set."""
    assert built(PROJECTS / "garden") == built(PROJECTS / "garden")


def test_societies_that_are_not_public_never_appear(tmp_path: Path) -> None:
    """With public_by_society: false no society's name or value is in any file of the indicator."""
    folder = Path(shutil.copytree(PROJECTS / "garden", tmp_path / "garden"))
    path = folder / "data/indicators.yml"
    path.write_text(
        path.read_text("utf-8").replace("- id: COMPOST", "- id: COMPOST\n  public_by_society: false"), "utf-8"
    )
    files = built(folder)
    for name in ("api/v1/indicators/COMPOST.json", "data/COMPOST.csv"):
        text = files[name].decode()
        assert "西の庭" not in text
        assert "44.25" not in text
    assert "西の庭" in files["data/WATER.csv"].decode()


def test_suppressed_cells_never_appear(tmp_path: Path) -> None:
    """A suppressed value is in no file, neither itself nor as raw or shown string."""
    folder = Path(shutil.copytree(PROJECTS / "garden", tmp_path / "garden"))
    path = folder / "data/values/garden.csv"
    old = "GUESTS,2013,東の庭,,260,,,,"
    assert old in path.read_text("utf-8")
    text = path.read_text("utf-8").replace(old, "GUESTS,2013,東の庭,,26731,,,suppressed,")
    path.write_text(text, "utf-8")
    for name, content in built(folder).items():
        assert b"26731" not in content, name
        assert b"26,731" not in content, name
