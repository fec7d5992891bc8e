"""Every hard CSV and workbook of cases/bad does what its manifest allows, and says where."""

from __future__ import annotations

import json
import re
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from bad_project import CASES, with_file

from generator.finding_words import as_github, as_json, as_text
from generator.findings import Severity
from generator.model import Observation
from generator.parse import Parsed

ALL: list[dict[str, Any]] = yaml.safe_load((CASES / "manifest.yml").read_text(encoding="utf-8"))
TABLES = [case for case in ALL if case["file"].startswith(("csv/", "xlsx/"))]
BASE = CASES / "base" / "indicators.csv"


def outcome(parsed: Parsed) -> str:
    """reject, hold or accept; as the contract's exit codes 2, 3 and 0."""
    severities = {f.severity for f in parsed.findings}
    if Severity.REJECTED in severities:
        return "reject"
    return "hold" if Severity.HELD in severities else "accept"


def by_key(observations: tuple[Observation, ...]) -> dict[str, Observation]:
    return {f"{o.indicator_id}/{o.fiscal_year}/{o.society}": o for o in observations}


def numbers(observations: tuple[Observation, ...]) -> dict[str, tuple[Decimal | None, ...]]:
    return {key: (o.target, o.actual) for key, o in by_key(observations).items()}


@pytest.fixture(params=TABLES, ids=lambda case: str(case["file"]))
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


@pytest.fixture
def parsed(case: dict[str, Any], tmp_path: Path) -> Parsed:
    return with_file(tmp_path, CASES / str(case["file"]))


def test_there_are_70_tables_and_18_workbooks() -> None:
    """The manifest is run whole."""
    kinds = [case["file"].split("/")[0] for case in TABLES]
    assert (kinds.count("csv"), kinds.count("xlsx")) == (70, 18)


def test_outcome_is_allowed(case: dict[str, Any], parsed: Parsed) -> None:
    """A table is accepted, held or rejected as the manifest allows; sanitised means accepted."""
    allowed = {"accept" if word == "sanitise" else word for word in case["allow"]}
    assert outcome(parsed) in allowed, [(f.code, f.place) for f in parsed.findings]
    assert (parsed.project is None) == (outcome(parsed) == "reject")


def test_finding_names_the_place(case: dict[str, Any], parsed: Parsed) -> None:
    """What is rejected or held is said with its line, column, sheet and cell."""
    wanted = dict(case.get("locate", {}))
    wanted.pop("hint", None)
    if outcome(parsed) == "accept":
        return
    places = [f.place for f in parsed.findings if f.severity is not Severity.WARNING]
    lines = wanted.pop("lines", None) or ([wanted.pop("line")] if "line" in wanted else [])
    for line in lines:
        assert any(p.line == line and p.column == wanted.get("column", p.column) for p in places), places
    if "row" in wanted:
        wanted["line"] = wanted.pop("row")
    for name, value in wanted.items():
        assert any(getattr(p, name) == value for p in places), (name, value, places)
    if "sheet" in wanted and "cell" in wanted:
        assert any(p.sheet == wanted["sheet"] and p.cell == wanted["cell"] for p in places)


def test_hidden_column_is_named(tmp_path: Path) -> None:
    """A hidden column is read only with a warning that names it."""
    parsed = with_file(tmp_path, CASES / "xlsx" / "hidden-column.xlsx")
    hidden = [f.place for f in parsed.findings if f.code == "column_hidden"]
    assert [(p.sheet, p.column) for p in hidden] == [("data", "target")]


def test_message_mentions(case: dict[str, Any], parsed: Parsed) -> None:
    """The text that people read holds the words the manifest asks for, in both languages."""
    for word in case.get("mentions", []):
        if outcome(parsed) != "accept":
            assert word in as_text(parsed.findings, "ja")
            assert word in as_text(parsed.findings, "en")


def test_accepted_values(case: dict[str, Any], parsed: Parsed, tmp_path: Path) -> None:
    """What is accepted is read exactly as the manifest says, or equal to the base table."""
    if parsed.project is None:
        return
    observations = parsed.project.observations
    for key, columns in case.get("values", {}).items():
        for column, value in columns.items():
            assert getattr(by_key(observations)[key], column) == Decimal(str(value))
    if case.get("equals", "").startswith("all values equal"):
        base = with_file(tmp_path / "base", BASE).project
        assert base is not None
        assert numbers(observations) == numbers(base.observations)
    names = {s.name for s in parsed.project.societies}
    assert {o.society for o in observations} <= names | {None}


def test_nothing_forbidden_is_printed(case: dict[str, Any], parsed: Parsed) -> None:
    """No raw control or direction character, and no private text, leaves in any form."""
    for lang in ("ja", "en"):
        for shown in (
            as_text(parsed.findings, lang),
            as_json(parsed.findings, lang),
            as_github(parsed.findings, lang),
        ):
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
            for text in case.get("must_not_contain", []):
                assert text not in shown
        assert isinstance(json.loads(as_json(parsed.findings, lang)), list)


def test_every_finding_has_words(parsed: Parsed) -> None:
    """No finding is printed as a bare code, and no sentence has a hole."""
    for lang in ("ja", "en"):
        text = as_text(parsed.findings, lang)
        for finding in parsed.findings:
            assert finding.code + ":" not in text
        assert "{" not in re.sub(r"“.*?”|「.*?」", "", text)


def test_bombs_are_refused_at_once(tmp_path: Path) -> None:
    """An entity bomb is seen before anything is expanded: well under the five seconds allowed."""
    start = time.perf_counter()
    parsed = with_file(tmp_path, CASES / "xlsx" / "billion-laughs.xlsx")
    assert time.perf_counter() - start < 2
    assert [f.code for f in parsed.findings] == ["workbook_has_entities"]
