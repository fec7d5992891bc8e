"""Every published number can be looked up: a row of the input, or its own place in the results."""

from __future__ import annotations

from generator.metrics import compute
from generator.model import Direction, Number, Value, YearResult
from tests.metrics.projects_made import indicator, project, row

NAMES = ("甲", "乙")


def numbers(year: YearResult) -> list[tuple[str, Value]]:
    """Field paths of a year with the values that stand there, as the API lays them out."""
    plain = ("actual", "target", "achievement", "difference", "in_year_progress", "change", "change_rate")
    found = [(name, getattr(year, name)) for name in plain]
    found += [
        (f"pace/{n}", getattr(year.pace, n))
        for n in ("progress", "expected", "pace", "baseline", "final_target")
    ]
    return found + [(f"extra/{name}", value) for name, value in year.extra]


def test_pointers_lead_to_their_own_number() -> None:
    """A pointer names the field it stands in; coverage counts stand under coverage."""
    about = indicator(direction=Direction.INCREASE, baseline_year=2022)
    rows = [row(y, y - 2016, 7, society=n) for y in (2022, 2023, 2024) for n in NAMES]
    found = compute(project(about, rows, societies=NAMES)).indicators[0]
    areas = [("", found.series)] + [(f"/societies/{k}", s.series) for k, s in enumerate(found.by_society)]
    seen = 0
    for place, series in areas:
        for i, year in enumerate(series):
            home = f"api/v1/indicators/X.json#{place}/series/{i}/"
            for path, value in numbers(year):
                if isinstance(value, Number) and value.src.startswith(home):
                    seen += 1
                    coverage = path.replace("extra/", "coverage/")
                    assert value.src in (home + path, home + coverage)
    assert seen > 50


def test_workings_use_only_numbers_that_stand_somewhere() -> None:
    """An input of a working is a field, an extra, another year's field or a row of a file."""
    about = indicator(direction=Direction.INCREASE, baseline_year=2022)
    rows = [row(y, y - 2016, 7, society=n) for y in (2022, 2023, 2024) for n in NAMES]
    series = compute(project(about, rows, societies=NAMES)).indicators[0].series
    known = {v.src for y in series for _, v in numbers(y) if isinstance(v, Number)}
    for year in series:
        for working in year.workings:
            for _, value in working.inputs:
                assert not isinstance(value, Number) or value.src in known or ".csv#" in value.src
