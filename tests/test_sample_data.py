"""The sample numbers of this repository: made again byte for byte, and marked as samples."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from generator.findings import Severity
from generator.load import load_project
from generator.metrics import compute
from generator.model import Grade
from generator.parse import parse_project
from tests.sample_data.make_samples import sample_files
from tests.sample_data.societies import SOCIETIES

ROOT = Path(__file__).parents[1]
FILES = sample_files()
VALUES = [path for path in FILES if path.startswith("data/values/")]


def rows(path: str) -> Iterator[dict[str, str]]:
    """Rows of a committed file as text."""
    with (ROOT / path).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def value_rows() -> list[dict[str, str]]:
    return [row for path in VALUES for row in rows(path)]


def totals() -> list[dict[str, str]]:
    """Rows without a category."""
    return [row for row in value_rows() if not any(v for k, v in row.items() if k.startswith("by_"))]


@pytest.mark.parametrize("path", sorted(FILES))
def test_made_again_the_samples_are_the_committed_bytes(path: str) -> None:
    """Seeded arithmetic, no clock: the same bytes on every machine."""
    assert (ROOT / path).read_bytes() == FILES[path].encode("utf-8")


def test_no_values_file_is_left_that_the_samples_do_not_make() -> None:
    """The folder of values holds samples only, so that none can be taken for a real number."""
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data" / "values").iterdir()}
    assert there == set(VALUES)


@pytest.mark.parametrize("path", [*VALUES, "data/targets.csv", "data/projects.csv", "data/surveys.csv"])
def test_every_row_is_marked_as_a_sample(path: str) -> None:
    """A row copied elsewhere still says that it is invented."""
    assert {row["sample"] for row in rows(path)} == {"1"}


def test_every_written_review_says_sample() -> None:
    """Invented reasons are never shown as a federation's own words."""
    reviews = yaml.safe_load((ROOT / "data" / "reviews.yml").read_text(encoding="utf-8"))
    assert all("サンプル" in review[key] for review in reviews for key in ("reason", "next_step", "by"))


def test_every_impact_account_and_its_table_say_sample() -> None:
    """Invented effects are never shown as measured ones."""
    project = parse_project(load_project(ROOT)).project
    assert project is not None and project.impact is not None
    accounts = (*project.impact.sroi, *project.impact.ripples, *project.impact.logic_models)
    assert len(accounts) == 3 and all(a.sample and "サンプル" in a.title for a in accounts)
    assert all("サンプル" in event.table.source for event in project.impact.ripples)


def test_one_survey_year_misses_the_response_gate() -> None:
    """㉛ of R5 is a reference value without a grade; the others are graded."""
    project = parse_project(load_project(ROOT)).project
    assert project is not None
    low = [
        (one.indicator_id, year.fiscal_year)
        for one in compute(project).surveys
        for year in one.years
        if year.federation.passes is False
    ]
    assert low == [("K31", 2023)]


def test_every_state_occurs_somewhere() -> None:
    """The sample site shows each state of the contract at least once."""
    assert {row["status"] for row in value_rows()} >= {
        *("", "provisional", "not_due", "not_reported", "not_applicable"),
        *("not_measurable", "not_carried_out", "suppressed"),
    }


def test_every_indicator_but_the_derived_one_has_the_four_years() -> None:
    """R4–R7; ① comes from the project register, ⑲ and ㉛ began in R5."""
    given = [*totals(), *rows("data/surveys.csv")]
    years = {(row["indicator_id"], row["fiscal_year"]) for row in given}
    missing = {(f"K{n:02d}", str(y)) for n in range(2, 35) for y in range(2022, 2026)} - years
    assert missing == {("K19", "2022"), ("K31", "2022")}


def test_categories_of_additive_counts_add_up_to_their_total() -> None:
    """Posts by channel and cases by mode are complete breakdowns."""
    whole = {(r["indicator_id"], r["fiscal_year"], r["society"]): r["actual"] for r in totals()}
    parts: dict[tuple[str, str, str], Decimal] = {}
    for row in value_rows():
        if row.get("by_channel") or row.get("by_mode"):
            key = (row["indicator_id"], row["fiscal_year"], row["society"])
            parts[key] = parts.get(key, Decimal(0)) + Decimal(row["actual"])
    assert parts
    assert all(Decimal(whole[key]) == part for key, part in parts.items())


def test_numerators_never_exceed_their_denominators() -> None:
    """Nobody is counted twice in a share."""
    shares = [(int(r["numerator"]), int(r["denominator"])) for r in value_rows() if r["denominator"]]
    assert shares
    assert all(0 <= part <= whole for part, whole in shares)


def test_tiles_do_not_collide_and_blocks_hang_together() -> None:
    """28 societies in six blocks; each tile of a block touches another one of it."""
    tiles = {(s.grid_col, s.grid_row): s.block for s in SOCIETIES}
    assert len(tiles) == len(SOCIETIES) == 28
    assert len(set(tiles.values())) == 6
    for (col, row), block in tiles.items():
        around = [(col + 1, row), (col - 1, row), (col, row + 1), (col, row - 1)]
        assert block in [tiles.get(place) for place in around]


def test_at_least_three_indicators_have_a_revised_target_one_after_the_year_began() -> None:
    """Rolling targets: the first decision stays in the file beside the later one."""
    decided: dict[tuple[str, str], list[str]] = {}
    for row in rows("data/targets.csv"):
        decided.setdefault((row["indicator_id"], row["fiscal_year"]), []).append(row["decided_on"])
    revised = {key: dates for key, dates in decided.items() if len(dates) > 1}
    assert len({indicator for indicator, _ in revised}) >= 3
    assert any(max(dates) > f"{year}-04-01" for (_, year), dates in revised.items())


def test_nothing_of_this_repository_is_rejected_or_held() -> None:
    """`impact check` passes here: no faulty row, no jump that a person would have to confirm."""
    findings = parse_project(load_project(ROOT)).findings
    assert [f for f in findings if f.severity is not Severity.WARNING] == []


def test_the_sample_year_shows_every_grade_and_each_miss_has_its_review() -> None:
    """A believable year: more met than missed, every letter on the board, no miss unexplained."""
    project = parse_project(load_project(ROOT)).project
    assert project is not None
    results = compute(project)
    shown = [one.current for one in results.indicators if one.current is not None]
    assert len(shown) == 34
    assert {one.grade for one in shown} == set(Grade)
    assert 17 <= sum(one.achieved is True for one in shown) <= 20
    assert all(one.review for one in results.indicators if one.needs_review)
