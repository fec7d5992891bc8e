"""A society's share of the total: only where nothing could be hidden behind it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.metrics.shares import NAME
from generator.model import Number, Results
from tests.pages.sites_made import SMALLEST, computed, copy

HEAD = "indicator_id,fiscal_year,society,target,actual,status"


def results(folder: Path, *rows: str) -> Results:
    """The smallest project with a second society and these values."""
    project = copy(SMALLEST, folder / "project")
    societies = project / "data" / "societies.csv"
    societies.write_text(societies.read_text("utf-8").rstrip() + "\n南の会,south,南,1,2\n", "utf-8")
    (project / "data" / "values" / "any-name.csv").write_text("\n".join((HEAD, *rows)) + "\n", "utf-8")
    return computed(project)[1]


def shares(found: Results) -> list[str]:
    """The shares shown, society by society; empty where there is none."""
    own = [dict(s.series[0].extra).get(NAME) for s in found.indicators[0].by_society]
    return [share.shown if isinstance(share, Number) else "" for share in own]


def test_parts_of_a_whole(tmp_path: Path) -> None:
    """3 and 1 of 4: 75 % and 25 %, each with its address in the API."""
    found = results(tmp_path, "FLOWER,2024,北の会,,3,", "FLOWER,2024,南の会,,1,")
    assert shares(found) == ["75.0%", "25.0%"]
    north = dict(found.indicators[0].by_society[0].series[0].extra)[NAME]
    assert isinstance(north, Number)
    assert north.src == "api/v1/indicators/FLOWER.json#/societies/0/series/0/extra/share_of_total"
    assert north.raw == Decimal("0.75")


@pytest.mark.parametrize(
    "other",
    [
        "FLOWER,2024,南の会,,,not_reported",
        "FLOWER,2024,南の会,,5,suppressed",
        "FLOWER,2024,南の会,,0,suppressed",
    ],
)
def test_no_share_where_a_part_is_missing_or_hidden(tmp_path: Path, other: str) -> None:
    """A share next to a value gives the total, and with it the hidden part."""
    assert [s for s in shares(results(tmp_path, "FLOWER,2024,北の会,,3,", other)) if s] == []


def test_no_share_of_nothing(tmp_path: Path) -> None:
    """A total of 0 has no parts."""
    assert shares(results(tmp_path, "FLOWER,2024,北の会,,0,", "FLOWER,2024,南の会,,0,")) == ["", ""]
