"""data/surveys.csv: rows of one question belong together and feed its indicator."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.finding_words import surveys as survey_words
from generator.findings import Severity
from generator.load import load_project
from generator.parse import Parsed, parse_project

HEAD = (
    "survey_id,indicator_id,fiscal_year,society,population,sent,undeliverable,valid,answer,positive,count\n"
)
GOOD = HEAD + (
    "M,LIKE,2024,北の会,50,40,2,30,満足,1,18\n"
    "M,LIKE,2024,北の会,50,40,2,30,どちらでもない,0,9\n"
    "M,LIKE,2024,北の会,50,40,2,30,,0,3\n"
)
LIKE = (
    '- {id: LIKE, number: 2, name: 満足, unit: "%", direction: increase, kind: survey, '
    "aggregation: ratio_of_sums, time_basis: flow, decimals: 1}\n"
)


@pytest.fixture
def surveyed(smallest: Path) -> Path:
    """The smallest project with a survey indicator."""
    for file, old, new in (
        ("data/plan.yml", "[FLOWER]", "[FLOWER, LIKE]"),
        ("data/indicators.yml", "", ""),
    ):
        path = smallest / file
        text = path.read_text("utf-8")
        path.write_text(text.replace(old, new) if old else text.rstrip() + "\n" + LIKE, "utf-8")
    return smallest


def parsed(folder: Path, text: str) -> Parsed:
    (folder / "data" / "surveys.csv").write_text(text, "utf-8")
    return parse_project(load_project(folder))


def codes(found: Parsed, severity: Severity = Severity.REJECTED) -> list[str]:
    return [f.code for f in found.findings if f.severity is severity]


def test_a_survey_feeds_its_indicator(surveyed: Path) -> None:
    """18 of the 27 who answered: blanks are out, 「どちらでもない」 is in."""
    found = parsed(surveyed, GOOD)
    assert found.findings == () and found.project is not None
    (returned,) = found.project.surveys
    assert (returned.asked, returned.valid, returned.answered, returned.positives) == (38, 30, 27, 18)
    assert returned.blanks == 3 and returned.row == 2
    fed = [o for o in found.project.observations if o.indicator_id == "LIKE"]
    assert [(o.society, o.numerator, o.denominator, o.src) for o in fed] == [
        ("北の会", Decimal(18), Decimal(27), "data/surveys.csv#2")
    ]


def test_blanks_may_stand_beside_the_valid_ones(surveyed: Path) -> None:
    """valid = 27 answers with 3 blanks beside them says the same."""
    found = parsed(surveyed, GOOD.replace(",30,", ",27,"))
    assert found.findings == () and found.project is not None
    assert found.project.surveys[0].answered == 27


FAULTS = {
    "survey_sum_differs": GOOD.replace(",18\n", ",17\n"),
    "survey_more_valid_than_asked": GOOD.replace(",40,2,", ",31,2,"),
    "survey_more_back_than_sent": GOOD.replace(",40,2,", ",40,41,"),
    "survey_more_than_population": GOOD.replace(",50,", ",26,"),
    "survey_rows_differ": GOOD.replace("50,40,2,30,どち", "51,40,2,30,どち"),
    "survey_answer_repeated": GOOD.replace("どちらでもない", "満足"),
    "survey_blank_positive": GOOD.replace(",,0,3", ",無回答,1,3"),
    "survey_positive_unknown": GOOD.replace("満足,1", "満足,はいはい"),
    "survey_no_positive": GOOD.replace("満足,1", "満足,0"),
    "survey_not_people": GOOD.replace(",18\n", ",18.5\n"),
    "survey_answer_is_total": GOOD.replace("どちらでもない", "合計"),
    "survey_federation_beside_societies": GOOD + "M,LIKE,2024,,50,40,2,30,満足,1,30\n",
    "indicator_unknown_near": GOOD.replace("M,LIKE", "M,LIKES"),
    "society_unknown_near": GOOD.replace("北の会", "北の企"),
    "cell_empty": GOOD.replace(",40,2,", ",,2,"),
}


@pytest.mark.parametrize("code", FAULTS)
def test_fault(surveyed: Path, code: str) -> None:
    """Each contradiction is rejected under its own name, with the line it stands in."""
    found = parsed(surveyed, FAULTS[code])
    assert code in codes(found) and found.project is None
    assert all(f.place.file == "data/surveys.csv" and f.place.line for f in found.findings)


def test_positive_means_the_same_everywhere(surveyed: Path) -> None:
    """One answer cannot be positive in one society and not in another."""
    path = surveyed / "data" / "societies.csv"
    path.write_text(path.read_text("utf-8").rstrip() + "\n南の会,south,南,1,2\n", "utf-8")
    south = "".join(line + "\n" for line in GOOD.splitlines()[1:]).replace("北の会", "南の会")
    found = parsed(surveyed, GOOD + south.replace("満足,1", "満足,0").replace("ない,0", "ない,1"))
    assert "survey_positive_differs" in codes(found)


def value_row(folder: Path, cells: str) -> None:
    header = "indicator_id,fiscal_year,society,target,actual,numerator,denominator,status\n"
    (folder / "data" / "values" / "like.csv").write_text(header + cells + "\n", "utf-8")


@pytest.mark.parametrize("cells", ["66.7,,,", "66.6,18,27,", ",18,27,"])
def test_the_same_value_may_stand_in_both_files(surveyed: Path, cells: str) -> None:
    """Rounded as printed, or as counted."""
    value_row(surveyed, f"LIKE,2024,北の会,60,{cells}")
    found = parsed(surveyed, GOOD)
    assert codes(found) == [] and found.project is not None
    (own,) = [o for o in found.project.observations if o.indicator_id == "LIKE"]
    assert (own.numerator, own.denominator, own.target) == (Decimal(18), Decimal(27), Decimal(60))


def test_a_row_with_only_a_target_is_filled(surveyed: Path) -> None:
    """The society's own target stays in data/values."""
    value_row(surveyed, "LIKE,2024,北の会,60,,,,")
    found = parsed(surveyed, GOOD)
    assert found.project is not None
    (own,) = [o for o in found.project.observations if o.indicator_id == "LIKE"]
    assert (own.numerator, own.target, own.status.value) == (Decimal(18), Decimal(60), "reported")


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("LIKE,2024,北の会,60,50,,,", "survey_differs"),
        ("LIKE,2024,北の会,60,,17,27,", "survey_differs"),
        ("LIKE,2024,北の会,60,,,,not_applicable", "survey_status_differs"),
        ("LIKE,2024,,60,66.7,,,", "survey_other_level"),
    ],
)
def test_another_value_is_rejected(surveyed: Path, cells: str, code: str) -> None:
    """Two numbers for one thing cannot both be right."""
    value_row(surveyed, cells)
    assert code in codes(parsed(surveyed, GOOD))


def test_other_answers_without_a_break_are_a_warning(surveyed: Path) -> None:
    """Another question is another series."""
    last = GOOD.replace("2024", "2023").replace("どちらでもない", "ふつう")
    found = parsed(surveyed, GOOD + "".join(line + "\n" for line in last.splitlines()[1:]))
    assert codes(found, Severity.WARNING) == ["survey_answers_changed"] and found.project is not None


def test_a_jump_is_held(surveyed: Path) -> None:
    """Like a value of data/values: 66.7 % after 3.7 % is looked at before it is public."""
    last = GOOD.replace("2024", "2023").replace(",1,18", ",1,1").replace(",0,9", ",0,26")
    found = parsed(surveyed, GOOD + "".join(line + "\n" for line in last.splitlines()[1:]))
    assert codes(found, Severity.HELD) == ["jump_points"]


def test_every_code_of_surveys_is_tried() -> None:
    """No words without a table that brings them up."""
    elsewhere = {
        *("survey_positive_differs", "survey_differs", "survey_status_differs"),
        *("survey_other_level", "survey_answers_changed"),
    }
    assert set(survey_words.WORDS) - elsewhere <= set(FAULTS)
