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
