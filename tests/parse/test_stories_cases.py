"""Every hard story of cases/bad does what its manifest allows, and says where."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from bad_project import CASES
from story_project import of_stories, one

from generator.finding_words import as_text
from generator.findings import Finding, Severity
from generator.parse import Parsed

ALL: list[dict[str, Any]] = yaml.safe_load((CASES / "manifest.yml").read_text(encoding="utf-8"))
STORIES = [case for case in ALL if case["file"].startswith("stories/")]


@pytest.fixture(params=STORIES, ids=lambda case: str(case["file"]))
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    found: dict[str, Any] = request.param
    return found


@pytest.fixture
def parsed(case: dict[str, Any], tmp_path: Path) -> Parsed:
    start = time.perf_counter()
    found = one(tmp_path, (CASES / str(case["file"])).read_bytes())
    assert time.perf_counter() - start < case.get("limits", {}).get("seconds", 5)
    return found


def outcome(case: dict[str, Any], parsed: Parsed) -> str:
    """reject, hold, accept, and left out: which is what `reject` means for consent, and the right
    way to accept an embargo."""
    severities = {f.severity for f in of_stories(parsed)}
    if parsed.project is None:
        return "reject"
    if not parsed.project.stories:
        assert "consent" in case["file"] or "embargo" in case["file"]
        return "accept" if "embargo" in case["file"] else "reject"
    return "hold" if Severity.HELD in severities else "accept"


def test_the_manifest_is_run_whole() -> None:
    """Forty-two stories."""
    assert len(STORIES) == len(list((CASES / "stories").glob("*.md"))) == 42


def test_outcome_is_allowed(case: dict[str, Any], parsed: Parsed) -> None:
    """Sanitised means accepted here; what is taken out of the page is tested with the pages."""
    allowed = {"accept" if word == "sanitise" else word for word in case["allow"]}
    assert outcome(case, parsed) in allowed, of_stories(parsed)


def test_a_finding_names_the_place(case: dict[str, Any], parsed: Parsed) -> None:
    """Line and key of the manifest; a line for everything else, too."""
    wanted = case.get("locate", {})
    for name, value in wanted.items():
        assert any(getattr(f.place, name) == value for f in of_stories(parsed)), of_stories(parsed)
    if outcome(case, parsed) != "accept":
        assert any(f.place.line for f in of_stories(parsed))


def test_the_message_mentions(case: dict[str, Any], parsed: Parsed) -> None:
    """The words the manifest asks for, in both languages; no sentence has a hole or a bare code."""
    for lang in ("ja", "en"):
        text = as_text(parsed.findings, lang)
        for word in case.get("mentions", []):
            assert word in text
        for finding in of_stories(parsed):
            assert f"{finding.code}:" not in text
            assert "?" not in _words(finding, lang)


def _words(finding: Finding, lang: str) -> str:
    """The sentence without what was found: a hole in it would show as `?`."""
    blank = Finding(finding.severity, finding.code, finding.place, "", finding.values)
    return as_text([blank], lang)


def test_nothing_runs_while_a_story_is_read(case: dict[str, Any], parsed: Parsed) -> None:
    """No tag of YAML makes anything."""
    assert not Path("/tmp/ir-pwned-yaml").exists()


def test_the_control_comes_out_as_typed(tmp_path: Path) -> None:
    """Braces, signs and quotes are text."""
    parsed = one(tmp_path, (CASES / "stories/ctl-tricky-text.md").read_bytes())
    assert parsed.project is not None
    assert parsed.project.stories[0].body == '# 5 < 6 & "引用" | {{ 未展開 }} と {% これも %} 100%\n'


def test_consent_for_the_site_only_is_not_shareable(tmp_path: Path) -> None:
    """No share buttons, no card."""
    parsed = one(tmp_path, (CASES / "stories/consent-no-sns.md").read_bytes())
    assert parsed.project is not None
    assert not parsed.project.stories[0].shareable
