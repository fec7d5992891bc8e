"""What may not be public: invented numbers, and misses that nobody answered for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import finding_words, pipeline, release_rules
from generator.findings import Severity

ROOT = Path(__file__).parent.parent
MISSED = "FLOWER,2024,北の会,100,12\n"


def missing(tmp_path: Path, reviews: str | None) -> list[Severity]:
    """Severities of `review_missing` when the smallest project misses its target by far."""
    project = Path(shutil.copytree(ROOT / "tests" / "projects" / "smallest", tmp_path / "project"))
    (values,) = (project / "data" / "values").glob("*.csv")
    values.write_text("indicator_id,fiscal_year,society,target,actual\n" + MISSED, "utf-8")
    (project / "data" / "targets.csv").unlink(missing_ok=True)
    if reviews is not None:
        (project / "data" / "reviews.yml").write_text(reviews, "utf-8")
    return [f.severity for f in pipeline.check(project).findings if f.code == "review_missing"]


def test_every_sample_of_this_repository_is_named() -> None:
    """The site itself and each file with sample rows: count and first rows, in words."""
    checked = pipeline.check(ROOT)
    assert checked.project is not None
    findings = release_rules.samples(checked.project)
    with_samples = {row.file for row in checked.project.observations if row.sample}
    assert {release_rules.SITE_FILE, *with_samples} <= {f.place.file for f in findings}
    assert all(f.severity is Severity.REJECTED for f in findings)
    told = finding_words.as_text(findings)
    for file in with_samples:
        assert file in told


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        (None, [Severity.WARNING]),
        ("[]\n", [Severity.HELD]),
        (
            "- {fiscal_year: 2024, indicator_id: FLOWER, reason: 雨が続いた, next_step: 屋根を付ける, "
            "by: 会長, on: 2025-05-01}\n",
            [],
        ),
    ],
)
def test_a_miss_without_an_answer_is_held_where_years_are_reviewed(
    tmp_path: Path, reviews: str | None, expected: list[Severity]
) -> None:
    """A warning without reviews.yml; held with it; gone once reason and next step are written."""
    assert missing(tmp_path, reviews) == expected


def test_earlier_years_are_asked_since_the_first_one_reviewed(tmp_path: Path) -> None:
    """A miss of a year before anybody wrote reviews is not asked for; one after it is held."""
    project = Path(shutil.copytree(ROOT / "tests" / "projects" / "smallest", tmp_path / "project"))
    (values,) = (project / "data" / "values").glob("*.csv")
    rows = "".join(f"FLOWER,{year},北の会,100,12\n" for year in (2022, 2023, 2024))
    values.write_text("indicator_id,fiscal_year,society,target,actual\n" + rows, "utf-8")
    (project / "data" / "targets.csv").unlink()
    answer = "- {fiscal_year: 2024, indicator_id: FLOWER, reason: 雨, next_step: 屋根}\n"

    def held(reviews: str) -> list[str]:
        (project / "data" / "reviews.yml").write_text(reviews, "utf-8")
        found = [f for f in pipeline.check(project).findings if f.severity is Severity.HELD]
        return [dict(f.values)["year"] for f in found if f.code == "review_missing"]

    assert held(answer) == []
    assert held(answer + "- {fiscal_year: 2023, indicator_id: FLOWER, decision: keep}\n") == ["2023"]


def test_a_decision_to_move_a_target_waits_for_the_target(tmp_path: Path) -> None:
    """A warning until data/targets.csv holds a later decision for a later year."""
    project = Path(shutil.copytree(ROOT / "tests" / "projects" / "smallest", tmp_path / "project"))
    (project / "data" / "reviews.yml").write_text(
        "- {fiscal_year: 2024, indicator_id: FLOWER, decision: raise}\n", "utf-8"
    )

    def codes() -> list[str]:
        return [f.code for f in pipeline.check(project).findings]

    assert codes() == ["decision_without_target"]
    with (project / "data" / "targets.csv").open("a", encoding="utf-8") as targets:
        targets.write("FLOWER,2025,14,2025-05-01,よく咲いたため\n")
    assert codes() == []
