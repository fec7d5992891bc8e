"""`impact diff`: every figure, grade, sentence and page that a change of data alters, and nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.release_story import impact, project, replaced
from tests.parse.bad_project import CASES

BASE = (CASES / "base" / "indicators.csv").read_text("utf-8")
LOWER = BASE.replace("420,447", "420,200")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """The valid project, and the same with one actual far lower."""
    return project(tmp_path / "old"), project(tmp_path / "new", LOWER)


def difference(old: Path, new: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(impact("diff", old, new, "--format", "json").stdout)
    return found


def test_the_same_project_exits_0(tmp_path: Path) -> None:
    """No difference, no noise."""
    folder = project(tmp_path / "p")
    done = impact("diff", folder, folder)
    assert (done.returncode, done.stdout) == (0, "違いはありません。\n")


def test_a_changed_grade_is_the_headline(pair: tuple[Path, Path]) -> None:
    """Exit 3; how many indicators, which, from what to what."""
    done = impact("diff", *pair)
    assert done.returncode == 3
    assert done.stdout.startswith("1指標の評価が変わります: ① A→C\n")


def test_cells_grades_sentences_and_pages_are_named(pair: tuple[Path, Path]) -> None:
    """The cell that changed and the total that follows; both grades; the indicator's sentence; its pages."""
    found = difference(*pair)
    cells = {c["cell"]: (c["kind"], c["old"], c["new"]) for c in found["cells"]}
    assert cells == {
        "SOGYO/2024/total": ("follows", {"actual": "652"}, {"actual": "405"}),
        "SOGYO/2024/あおば市商工会": ("changed", {"actual": "447"}, {"actual": "200"}),
    }
    grades = {(g["society"], g["fiscal_year"]): (g["old"], g["new"]) for g in found["grades"]}
    assert grades == {(None, 2024): ("A", "C"), ("あおば市商工会", 2024): ("A", "C")}
    assert any("652件" in s["old"] and "405件" in s["new"] for s in found["sentences"])
    assert {"indicators/sogyo/", "societies/aoba/", "plans/town/", ""} <= set(found["pages"]["changed"])
    assert "method/" not in found["pages"]["changed"]


def test_a_new_year_is_no_change_of_grade(tmp_path: Path) -> None:
    """First grades are listed, but no indicator's grade changes."""
    old = project(tmp_path / "old")
    new = project(tmp_path / "new", BASE + "ZOGEN,2025,みどり町商工会,0,5\n")
    found = difference(old, new)
    assert found["headline"] == "評価の変わる指標はありません。"
    assert {g["old"] for g in found["grades"]} == {None}
    assert {c["kind"] for c in found["cells"]} == {"added"}


def test_another_threshold_changes_grades_without_a_figure(tmp_path: Path) -> None:
    """site_config counts too: stricter bands change grades and no cell."""
    old, new = project(tmp_path / "old"), project(tmp_path / "new")
    (new / "site_config" / "metrics.yml").write_text("grade_bands: {A: 1.2, B: 1, C: 0.3}\n", "utf-8")
    found = difference(old, new)
    assert found["cells"] == []
    assert {(g["indicator"], g["old"], g["new"]) for g in found["grades"] if g["society"] is None} >= {
        ("SOGYO", "A", "B")
    }


def test_git_revisions_are_compared_without_touching_the_folder(tmp_path: Path) -> None:
    """OLD and NEW may be revisions of --project, and a folder may stand against a revision."""
    folder = project(tmp_path / "p")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "before")
    replaced(folder, "420,447", "420,200")
    done = impact("diff", "HEAD", folder, "--project", folder)
    assert done.returncode == 3 and "① A→C" in done.stdout
    git(folder, "commit", "-q", "-a", "-m", "after")
    assert impact("diff", "HEAD~1", "HEAD", "--project", folder).stdout == done.stdout
    assert git(folder, "status", "--porcelain") == ""


def test_a_project_inside_a_repository_is_found_in_its_revisions(tmp_path: Path) -> None:
    """The project may be a folder of a larger repository, as examples are."""
    folder = project(tmp_path / "sites" / "one")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "before")
    replaced(folder, "420,447", "420,200")
    assert "① A→C" in impact("diff", "HEAD", folder, "--project", folder).stdout


@pytest.mark.parametrize("name", ["no-such-branch", "--output=x"])
def test_an_unknown_revision_is_said_so(tmp_path: Path, name: str) -> None:
    """Exit 2 with the name; what looks like an option is never handed to git as one."""
    folder = project(tmp_path / "p")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "one")
    done = impact("diff", "--project", folder, "--", "HEAD", name)
    assert done.returncode == 2
    assert name in done.stderr and "Traceback" not in done.stderr


def test_a_faulty_side_is_told_as_check_tells_it(tmp_path: Path) -> None:
    """Exit 2 with the findings."""
    old = project(tmp_path / "old")
    new = project(tmp_path / "new", BASE.replace("420,447", "420,44x7"))
    done = impact("diff", old, new)
    assert done.returncode == 2 and "44x7" in done.stdout


def test_markdown_folds_lists_and_escapes_names(tmp_path: Path) -> None:
    """For a pull request: bold headline, details; a name in the data calls nobody and marks nothing up."""
    old, new = project(tmp_path / "old"), project(tmp_path / "new", LOWER)
    for folder in (old, new):
        replaced(folder, "name: 創業支援件数", 'name: "@team <b> *件*"', "data/indicators.yml")
    done = impact("diff", old, new, "--format", "markdown")
    assert done.stdout.startswith("**1指標の評価が変わります: ① A→C**\n")
    assert "<details>" in done.stdout and "<b>" not in done.stdout
    assert "@team" not in done.stdout and "\\*件\\*" in done.stdout


def git(folder: Path, *arguments: str) -> str:
    """git with a name of its own, whatever the machine is set up with."""
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
