"""Who is asked what: read off the data, never from a list of its own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.workbook import everyone
from tests.workbook import villages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return villages.project(tmp_path / "p")


def marks(folder: Path, slug: str, year: int = villages.YEAR) -> list[str]:
    return [ask.mark.text.split("/", 3)[3] for ask in villages.forms(folder, year)[slug].asks]


def test_a_society_is_asked_what_it_reports(folder: Path) -> None:
    """What it has rows of, what all societies report, its own categories; in the order of the plan."""
    beds = ["BEDS", "BEDS/place=駅前", "BEDS/place=公園,%0020川辺"]
    assert marks(folder, "aoba") == [*beds, "SHARE", "PLAN", "COST"]
    assert marks(folder, "takami") == ["BEDS", "SHARE", "PLAN", "COST"]


def test_a_society_without_rows_is_asked_what_concerns_all(folder: Path) -> None:
    """`societies: all` and what nobody reported yet; nothing else is guessed."""
    assert marks(folder, "midori") == ["PLAN"]


def test_the_federation_is_asked_its_own_and_nothing_computed(folder: Path) -> None:
    """Surveys and the mean of projects are computed; sums of societies too."""
    assert marks(folder, "") == ["BOARD"]


def test_a_category_that_ended_is_not_asked(folder: Path) -> None:
    """Asked are those of this year and of the newest year before it."""
    villages.project(folder, villages.VALUES.replace("BEDS,2024,あおば会,,7", "BEDS,2023,あおば会,,7"))
    assert marks(folder, "aoba")[:2] == ["BEDS", "BEDS/place=公園,%0020川辺"]


def test_last_years_value_and_target_are_known(folder: Path) -> None:
    """The last value as it was written, or the quotient of its parts; the society's own target."""
    asks = {a.indicator.id: a for a in villages.forms(folder)["aoba"].asks if not a.dimensions}
    assert (asks["BEDS"].last, asks["BEDS"].target) == (Decimal(12), Decimal(14))
    assert (asks["SHARE"].last, asks["SHARE"].parts) == (Decimal(75), True)
    assert asks["COST"].target is None


def test_a_sample_is_never_handed_out_as_an_answer(folder: Path) -> None:
    """A made-up value in an input cell would come back as a reported one."""
    villages.project(folder, villages.VALUES.replace("provisional,仮の値,,\n", "provisional,仮の値,,1\n"))
    asks = {a.indicator.id: a for a in villages.forms(folder)["takami"].asks}
    assert asks["COST"].present is None


def test_one_workbook_for_all_holds_every_row(folder: Path) -> None:
    """`--together` asks exactly what the single workbooks ask."""
    single = {a.mark.text for form in villages.forms(folder).values() for a in form.asks}
    assert {a.mark.text for a in everyone(villages.ground(folder).project, villages.YEAR).asks} == single


def test_a_project_without_values_is_asked_everything(tmp_path: Path) -> None:
    """A first year: societies what is added up, the federation what is not."""
    folder = villages.project(tmp_path / "new", "")
    assert marks(folder, "midori") == ["BEDS", "SHARE", "PLAN", "COST"]
    assert marks(folder, "") == ["BOARD"]
