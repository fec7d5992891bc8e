"""Frictionless, CSVW and DCAT promise what the files hold, and nothing else."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest

from generator.model_release import Release
from generator.opendata.licences import KNOWN, licence
from tests.opendata.made import FOLDERS, computed, files_of, published, rows_of

PARSERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "number": Decimal,
    "integer": int,
    "year": lambda text: date(int(text), 1, 1),
    "date": date.fromisoformat,
    "boolean": {"1": True, "0": False}.__getitem__,
}
CSVW_TYPES = {
    "string": "string",
    "number": "decimal",
    "integer": "nonNegativeInteger",
    "year": "gYear",
    "date": "date",
    "boolean": "boolean",
}


def resources(files: dict[str, bytes]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files["data/datapackage.json"])["resources"]
    return found


def faults(resource: dict[str, Any], content: bytes) -> Iterator[str]:
    """Where a file is not as its table schema says."""
    schema = resource["schema"]
    for n, row in enumerate(rows_of(content), start=2):
        for field in schema["fields"]:
            text, limits = row[field["name"]], field.get("constraints", {})
            if text in schema["missingValues"]:
                if limits.get("required"):
                    yield f"{resource['path']}:{n}: {field['name']} is empty"
                continue
            PARSERS[field["type"]](text)
            if text not in limits.get("enum", [text]):
                yield f"{resource['path']}:{n}: {text} is no {field['name']}"


@pytest.mark.parametrize("name", FOLDERS)
def test_the_package_holds(name: str) -> None:
    """Every CSV is a resource with the size, hash and columns it has; every cell is of the type said."""
    files = published(name)
    listed = {f"data/{r['path']}": r for r in resources(files)}
    assert set(listed) == {path for path in files if path.endswith(".csv")}
    for path, resource in listed.items():
        content = files[path]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        header = content.decode("utf-8-sig").split("\r\n")[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert all(field["description"] for field in resource["schema"]["fields"])
        assert list(faults(resource, content)) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_primary_key_is_one(name: str) -> None:
    """Where a key is named its columns are never empty and name every row once; where none is named
    those columns would not do."""
    files = published(name)
    keyed = 0
    for resource in resources(files):
        rows = rows_of(files[f"data/{resource['path']}"])
        columns = ("indicator_id", "fiscal_year", "area_kind", "area", "measure")
        keys = [tuple(row[column] for column in columns) for row in rows]
        holds = len(set(keys)) == len(keys) and all(all(key) for key in keys)
        assert resource["schema"].get("primaryKey") == (list(columns) if holds else None)
        keyed += holds
    assert keyed


def test_names_are_as_the_specification_wants() -> None:
    """Names of package and resources: lower case, each once."""
    files = published("own")
    names = [r["name"] for r in resources(files)]
    assert len(set(names)) == len(names)
    package = json.loads(files["data/datapackage.json"])
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in (*names, package["name"]))
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "title": "CC BY 4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    assert package["sample"] is True


@pytest.mark.parametrize("name", FOLDERS)
def test_csvw_says_the_same(name: str) -> None:
    """Each CSV has its description where CSVW looks for it; same columns and types as the package."""
    files = published(name)
    for resource in resources(files):
        told = json.loads(files[f"data/{resource['path']}-metadata.json"])
        assert told["@context"][0] == "http://www.w3.org/ns/csvw"
        assert told["url"] == resource["path"]
        columns = told["tableSchema"]["columns"]
        for column, field in zip(columns, resource["schema"]["fields"], strict=True):
            base = column["datatype"]
            base = base["base"] if isinstance(base, dict) else base
            assert column["titles"] == field["name"] == unquote(column["name"])
            assert re.fullmatch(r"(\w|%[0-9A-F]{2})+", column["name"], re.ASCII)
            assert base == CSVW_TYPES[field["type"]] or field["name"] == "revision"
            assert column.get("required", False) == field.get("constraints", {}).get("required", False)
        assert told["tableSchema"].get("primaryKey") == resource["schema"].get("primaryKey")


@pytest.mark.parametrize("name", FOLDERS)
def test_the_catalogue_names_files_that_are_there(name: str) -> None:
    """Every distribution is a file of the site with its size and checksum, at an absolute address."""
    files = published(name)
    project, results = computed(FOLDERS[name])
    catalogue = json.loads(files["data/catalog.jsonld"])
    assert catalogue["@type"] == "dcat:Catalog"
    assert isinstance(catalogue["@context"], dict), "nothing has to be fetched to understand it"
    datasets = catalogue["dcat:dataset"]
    assert [d["dct:identifier"] for d in datasets] == ["all", *(r.indicator.id for r in results.indicators)]
    seen = set()
    for dataset in datasets:
        assert {"dct:title", "dct:description", "dct:publisher", "dcat:landingPage"} <= set(dataset)
        for given in dataset["dcat:distribution"]:
            url = given["dcat:downloadURL"]["@id"]
            assert url.startswith(project.site.site_url)
            content = files[url.removeprefix(project.site.site_url)]
            assert int(given["dcat:byteSize"]["@value"]) == len(content)
            checksum = given["spdx:checksum"]["spdx:checksumValue"]["@value"]
            assert checksum == hashlib.sha256(content).hexdigest()
            seen.add(url.removeprefix(project.site.site_url))
    wanted = {p for p in files if p.startswith("data/") and p.endswith((".csv", ".xlsx", ".zip"))}
    assert wanted < seen


def test_without_a_release_there_is_no_date() -> None:
    """Nothing says when it was published before it was."""
    files = published("garden")
    text = files["data/catalog.jsonld"].decode() + files["data/datapackage.json"].decode()
    assert "dct:issued" not in text
    assert "dct:modified" not in text
    assert '"version"' not in text


def test_dates_are_those_of_the_releases() -> None:
    """Issued with the first release, modified with the last."""
    project, results = computed(FOLDERS["smallest"])
    releases = (Release(date(2025, 6, 1), "会", 1, "x"), Release(date(2025, 7, 9), "会", 1, "y"))
    files = files_of(dataclasses.replace(project, releases=releases), results)
    catalogue = json.loads(files["data/catalog.jsonld"])
    for described in (catalogue, *catalogue["dcat:dataset"]):
        assert described["dct:issued"]["@value"] == "2025-06-01"
        assert described["dct:modified"]["@value"] == "2025-07-09"
    assert json.loads(files["data/datapackage.json"])["version"] == "2025-07-09"


def test_a_licence_nobody_knows_has_no_address() -> None:
    """An unknown licence is named as written; known ones are found however they are joined."""
    assert licence("CC BY 4.0").url == licence("CC-BY-4.0").url == KNOWN["CC-BY-4.0"][1]
    assert (licence("会の決まり").title, licence("会の決まり").url) == ("会の決まり", "")


def test_years_are_covered_from_first_to_last_day() -> None:
    """An April year ends on 31 March; the temporal extent spans all years with rows."""
    files = published("own")
    for dataset in json.loads(files["data/catalog.jsonld"])["dcat:dataset"]:
        years = [int(r["fiscal_year"]) for r in rows_of(files[f"data/{dataset['dct:identifier']}.csv"])]
        covered = dataset["dct:temporal"]
        assert covered["dcat:startDate"]["@value"] == f"{min(years)}-04-01"
        assert covered["dcat:endDate"]["@value"] == f"{max(years) + 1}-03-31"
