"""Writes the sample CSVs of this repository: `python -m tests.sample_data.make_samples`.

Seeded arithmetic only, so the same bytes come out on every machine and every day.
Every number is invented (サンプル) and every row says so in the column `sample`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.sample_data import action_states, io_table, surveys
from tests.sample_data import trajectories as course
from tests.sample_data.promotion import PROJECTS
from tests.sample_data.rows import Row, all_rows
from tests.sample_data.societies import SOCIETIES

ROOT = Path(__file__).parents[2]
BASE_COLUMNS = (
    *("indicator_id", "fiscal_year", "society", "target", "actual"),
    *("numerator", "denominator", "status", "period", "note"),
)
# File of an indicator: the last number of each plan.
FILES = ((6, "regional-promotion"), (19, "support"), (31, "management"), (34, "workstyle"))


def file_of(indicator_id: str) -> str:
    return next(name for last, name in FILES if int(indicator_id[1:]) <= last)


def csv_text(columns: Iterable[str], rows: Iterable[Row]) -> str:
    """CSV with LF line ends; missing cells are empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def values_files() -> dict[str, str]:
    """One file a plan, with the by_… columns that its rows use."""
    files = {}
    for _, name in FILES:
        rows = [r for r in all_rows() if file_of(r["indicator_id"]) == name]
        by = sorted({column for r in rows for column in r if column.startswith("by_")})
        files[f"data/values/{name}.csv"] = csv_text((*BASE_COLUMNS, *by, "sample"), rows)
    return files


def societies_file() -> str:
    """The list of societies; invented places have no municipality code."""
    columns = ("society", "slug", "block", "grid_col", "grid_row", "municipality_codes")
    rows = [
        {"society": s.name, "slug": s.slug, "block": s.block}
        | {"grid_col": str(s.grid_col), "grid_row": str(s.grid_row)}
        for s in SOCIETIES
    ]
    return csv_text(columns, rows)


def target_rows() -> Iterator[Row]:
    """First decisions of the federation's targets, then the revisions: the file only grows."""
    for first, years in ((course.FIRST_DECISION, (0, 3)), (course.PLAN_DECISION, (3, 6))):
        for indicator_id, targets in course.TARGETS.items():
            for i in range(*years):
                if (target := targets[i]) is not None:
                    yield decision(indicator_id, course.TARGET_YEARS[i], target, *first)
    for revision in sorted(course.REVISIONS, key=lambda r: r[3]):
        yield decision(*revision)


def decision(indicator_id: str, year: int, target: str, decided_on: str, reason: str) -> Row:
    cells = {"target": target, "decided_on": decided_on, "reason": reason}
    return {"indicator_id": indicator_id, "fiscal_year": str(year), **cells, "sample": "1"}


def targets_file() -> str:
    columns = ("indicator_id", "fiscal_year", "target", "decided_on", "reason", "sample")
    return csv_text(columns, target_rows())


def projects_file() -> str:
    """The register of promotion projects; ids count within a year."""
    columns = (
        *("project_id", "name", "society", "fiscal_year", "metric", "unit", "direction"),
        *("target", "actual", "cost", "note", "sample"),
    )
    names = {society.slug: society.name for society in SOCIETIES}
    rows, counted = [], dict.fromkeys(course.YEARS, 0)
    for project in PROJECTS:
        counted[project.fiscal_year] += 1
        cells = {column: str(getattr(project, column)) for column in columns if hasattr(project, column)}
        cells["project_id"] = f"P{project.fiscal_year}-{counted[project.fiscal_year]:02d}"
        cells["society"] = names[project.society]
        cells["note"] = "" if project.target else "目標を定めていない"
        rows.append(cells | {"sample": "1"})
    return csv_text(columns, rows)


def actions_file() -> str:
    """The states of the plan's actions, in two years."""
    columns = ("action_id", "fiscal_year", "state", "note", "updated_on", "sample")
    return csv_text(columns, action_states.rows())


def sample_files() -> dict[str, str]:
    """Every sample file by its path below the project."""
    return {
        "data/societies.csv": societies_file(),
        **values_files(),
        "data/targets.csv": targets_file(),
        "data/projects.csv": projects_file(),
        "data/actions.csv": actions_file(),
        "data/impact/io/sample-5-sectors.csv": csv_text(io_table.COLUMNS, io_table.rows()),
        "data/surveys.csv": csv_text(surveys.COLUMNS, surveys.all_rows()),
    }


def main() -> None:
    for path, text in sample_files().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
