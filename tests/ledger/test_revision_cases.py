"""The correction gate on the revision cases: exactly the changed cells are held, controls are silent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from tests.ledger.release_story import findings, held, impact, project, released, write_values
from tests.parse.bad_project import CASES

CASE = [entry for entry in yaml.safe_load((CASES / "manifest.yml").read_text("utf-8"))
        if entry["file"].startswith("revisions/")]  # fmt: skip
BASE = (CASES / "base" / "indicators.csv").read_text("utf-8")
HEADER, *ROWS = BASE.splitlines()


def changed_lines(folder: Path) -> set[tuple[str, ...]]:
    """Indicator, year and society of every row that differs between before and after."""
    before, after = ((folder / f"{name}.csv").read_text("utf-8").splitlines() for name in ("before", "after"))
    return {tuple(line.split(",")[:3]) for line in set(before) ^ set(after)}


@pytest.mark.parametrize("entry", CASE, ids=lambda entry: Path(entry["file"]).name)
def test_a_revision_case_is_held_with_exactly_its_changed_cells(
    tmp_path: Path, entry: dict[str, object]
) -> None:
    """Each changed row is one held finding, and the exit is 3; sums that follow are not counted."""
    case = CASES / str(entry["file"])
    folder = project(tmp_path / "p", (case / "before.csv").read_text("utf-8"))
    released(folder)
    shutil.copy(case / "after.csv", folder / "data" / "values" / "values.csv")
    exit_code, _ = findings(folder)
    found = held(folder)
    named = {tuple(cell.split("/")) for f in found for cell in [f["message"].split(": ")[1].split("（")[0]]}
    assert exit_code == 3
    assert len(found) == entry["changed"]
    assert named == changed_lines(case)


def test_a_held_figure_is_told_with_its_row_its_old_and_its_new_value(tmp_path: Path) -> None:
    """File, line and column of now; what was public and what would be; what is to be done."""
    folder = project(tmp_path / "p")
    released(folder)
    write_values(folder, BASE.replace("420,447", "420,474"))
    (finding,) = held(folder)
    assert (finding["file"], finding["line"], finding["column"]) == ("data/values/values.csv", 5, "actual")
    assert finding["value"] == "474"
    assert "447 → 474" in finding["message"]
    assert "訂正" in finding["expected"] and "改定" in finding["expected"]
    assert "impact release" in finding["fix"]


def test_a_sum_that_follows_is_named_as_a_consequence(tmp_path: Path) -> None:
    """The federation's total moves with its part: a warning with both values, not a second hold."""
    folder = project(tmp_path / "p")
    released(folder)
    write_values(folder, BASE.replace("420,447", "420,474"))
    _, found = findings(folder)
    (follows,) = [f for f in found if f["code"] == "figure_follows"]
    assert follows["severity"] == "warning"
    assert "SOGYO/2024/total" in follows["message"] and "652 → 679" in follows["message"]


def test_a_grade_that_follows_is_named_with_the_sum(tmp_path: Path) -> None:
    """A → C is part of the consequence."""
    folder = project(tmp_path / "p")
    released(folder)
    write_values(folder, BASE.replace("420,447", "420,100"))
    (follows,) = [f for f in findings(folder)[1] if f["code"] == "figure_follows"]
    assert "A → C" in follows["message"]


@pytest.mark.parametrize(
    "after",
    [
        BASE,
        "\n".join([HEADER, *reversed(ROWS)]) + "\n",
        BASE.replace("12000", "１２，０００").replace(",447", ',"447.0"').replace("13450", '"13,450"'),
        BASE + "SOGYO,2025,あおば市商工会,430,440\nSOGYO,2025,みどり町商工会,120,130\n"
        "SOGYO,2025,髙森町商工会,85,86\n",
        BASE.replace("12980", "12980.0"),
    ],
    ids=["unchanged", "reordered", "reformatted", "new year", "trailing zero"],
)
def test_a_control_passes_in_silence(tmp_path: Path, after: str) -> None:
    """The same numbers in another dress, or a new year: not one word about published figures."""
    folder = project(tmp_path / "p")
    released(folder)
    before = {f["code"] for f in findings(folder)[1]}
    write_values(folder, after)
    exit_code, found = findings(folder)
    assert exit_code == 0
    assert {f["code"] for f in found} <= before


def test_a_late_report_that_moves_a_published_sum_is_held_at_the_sum(tmp_path: Path) -> None:
    """A new row is no change, but the total that was public is: one cell, the federation's."""
    before = BASE.replace("SOGYO,2024,髙森町商工会,85,79\n", "")
    folder = project(tmp_path / "p", before)
    released(folder)
    write_values(folder, BASE)
    (finding,) = held(folder)
    assert "SOGYO/2024/total" in finding["message"] and "573 → 652" in finding["message"]


def test_plain_build_goes_on_and_a_public_build_is_held(tmp_path: Path) -> None:
    """build: 0 with the finding told; build --release: 3 and no site."""
    folder = project(tmp_path / "p")
    released(folder)
    write_values(folder, BASE.replace("420,447", "420,474"))
    plain = impact("build", "--project", folder, "--out", tmp_path / "plain")
    assert plain.returncode == 0 and "447 → 474" in plain.stdout
    public = impact("build", "--release", "--project", folder, "--out", tmp_path / "public")
    assert public.returncode == 3
    assert not (tmp_path / "public").exists()
