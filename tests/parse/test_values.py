"""Values rows: what fits its definition, what rows say of each other, and what is held."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from bad_project import CASES, INDICATORS, make, with_values

from generator.finding_words import as_text
from generator.findings import Finding
from generator.load import load_project
from generator.model import Observation, Status
from generator.parse import Parsed, parse_project

HEADER = "indicator_id,fiscal_year,society,target,actual"
A = "あおば市商工会"


def stops(parsed: Parsed) -> list[Finding]:
    """What rejects or holds."""
    return [f for f in parsed.findings if f.severity.value != "warning"]


def codes(parsed: Parsed) -> list[str]:
    return [f.code for f in stops(parsed)]


def one(folder: Path, row: str, header: str = HEADER) -> Parsed:
    return with_values(folder, f"{header}\n{row}\n")


def read(folder: Path, row: str, header: str = HEADER) -> Observation:
    project = one(folder, row, header).project
    assert project is not None
    return project.observations[0]


def test_source_of_a_number(tmp_path: Path) -> None:
    """An observation knows its file and row: that is the published address of the number."""
    assert read(tmp_path, f"SOGYO,令和6年度,{A},420,４４７").src == "data/values/values.csv#2"


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (f"SOGYO,2024,{A},420,447.5", "count_not_whole", "actual"),
        (f"SOGYO,2024,{A},420,-1", "below_minimum", "actual"),
        (f"MANZOKU,2024,{A},95,120", "above_maximum", "actual"),
        (f"MANZOKU,2024,{A},950,96", "above_maximum", "target"),
        (f"SOGYO,2024,{A},420,44%", "percent_not_expected", "actual"),
        (f"SOGYO,2024,{A},該当なし,447", "words_not_number", "target"),
        (f"SOGYO,2031,{A},420,447", "year_of_actual_to_come", "fiscal_year"),
        (f"SOGYO,2099,{A},420,", "year_out_of_reach", "fiscal_year"),
        (f"SOGYO,1924,{A},420,447", "year_out_of_reach", "fiscal_year"),
        ("SOGYO,2024,高森町商工会,85,79", "society_unknown_near", "society"),
        ("SOGYO,2024,総計,85,79", "row_is_total", "society"),
        (f"sogyo,2024,{A},85,79", "indicator_unknown_near", "indicator_id"),
    ],
)
def test_a_row_by_itself(tmp_path: Path, row: str, code: str, column: str) -> None:
    """What cannot be right is rejected at its column."""
    parsed = one(tmp_path, row)
    assert [(f.code, f.place.line, f.place.column) for f in stops(parsed)] == [(code, 2, column)]


def test_all_faults_of_a_row_are_told(tmp_path: Path) -> None:
    """One run names the indicator, the year, the society and both numbers."""
    parsed = one(tmp_path, "SOGY0,24,あおば町商工会,約420,447件")
    assert sorted(f.place.column for f in stops(parsed)) == sorted(HEADER.split(","))


@pytest.mark.parametrize(
    ("actual", "status", "read_as"),
    [
        ("447", "", Status.REPORTED),
        ("", "", Status.NOT_REPORTED),
        ("447", "provisional", Status.PROVISIONAL),
        ("447", "暫定", Status.PROVISIONAL),
        ("9", "suppressed", Status.SUPPRESSED),
        ("集計中", "", Status.NOT_DUE),
        ("集計中", "not_due", Status.NOT_DUE),
        ("", "未実施", Status.NOT_CARRIED_OUT),
        ("該当なし", "", Status.NOT_APPLICABLE),
    ],
)
def test_states(tmp_path: Path, actual: str, status: str, read_as: Status) -> None:
    """The state comes from the status column or from the word in place of the value."""
    found = read(tmp_path, f"SOGYO,2024,{A},420,{actual},{status}", HEADER + ",status")
    assert found.status is read_as
    assert found.actual == (Decimal(actual) if actual.isdigit() else None)


@pytest.mark.parametrize(
    ("actual", "status", "code"),
    [
        ("447", "not_due", "status_with_value"),
        ("0", "not_carried_out", "status_with_value"),
        ("", "reported", "status_without_value"),
        ("", "provisional", "status_without_value"),
        ("集計中", "not_applicable", "status_contradicts_cell"),
        ("447", "done", "status_unknown"),
    ],
)
def test_states_that_contradict(tmp_path: Path, actual: str, status: str, code: str) -> None:
    """A state and a value that exclude each other are rejected."""
    assert code in codes(one(tmp_path, f"SOGYO,2024,{A},420,{actual},{status}", HEADER + ",status"))


@pytest.mark.parametrize(
    ("actual", "numerator", "denominator", "code"),
    [
        ("96.2", "481", "500", ""),
        ("", "481", "500", ""),
        ("96.2", "", "500", ""),
        ("", "501", "500", "numerator_above_denominator"),
        ("90", "481", "500", "ratio_disagrees"),
        ("96.2", "481", "", "numerator_alone"),
        ("96.2", "481", "-500", "denominator_negative"),
        ("96.2", "96%", "100", "percent_not_expected"),
    ],
)
def test_ratios(tmp_path: Path, actual: str, numerator: str, denominator: str, code: str) -> None:
    """Numerator, denominator and the printed percentage must agree."""
    header = HEADER + ",numerator,denominator"
    found = codes(one(tmp_path, f"MANZOKU,2024,{A},95,{actual},{numerator},{denominator}", header))
    assert (code in found) if code else (found == [])


def test_optional_columns(tmp_path: Path) -> None:
    """Period, note, sample and dimensions are read as they stand."""
    header = HEADER + ",period,note,sample,by_性別,by_age"
    found = read(tmp_path, f"SOGYO,2024,{A},420,447,2024/25,備考,1,女,30-39", header)
    assert (found.period, found.note, found.sample) == ("2024/25", "備考", True)
    assert found.dimensions == (("age", "30-39"), ("性別", "女"))


@pytest.mark.parametrize(
    ("heading", "code", "severity"),
    [("numerater", "column_misspelt", "rejected"), ("担当者", "column_unknown", "warning")],
)
def test_strange_columns(tmp_path: Path, heading: str, code: str, severity: str) -> None:
    """A column that is nearly known is a fault, one that is not is left out with a warning."""
    parsed = one(tmp_path, f"SOGYO,2024,{A},420,447,5", f"{HEADER},{heading}")
    assert (code, severity) in [(f.code, f.severity.value) for f in parsed.findings]


def test_japanese_headings_are_proposed(tmp_path: Path) -> None:
    """年度 is not taken for fiscal_year, but the finding says which heading is meant."""
    parsed = one(tmp_path, f"SOGYO,2024,{A},420,447", "indicator_id,年度,society,目標,実績")
    told = as_text(parsed.findings, "ja")
    assert {f.code for f in parsed.findings} == {"column_missing_renamed"}
    assert all(f"「{ja}」を {en} に" in told for ja, en in [("年度", "fiscal_year"), ("実績", "actual")])


def test_repeats_name_each_other_across_files(tmp_path: Path) -> None:
    """The same key in two files is a fault at both places, each naming the other."""
    make(tmp_path)
    for name in ("a.csv", "b.csv"):
        (tmp_path / "data/values" / name).write_text(f"{HEADER}\nSOGYO,R6,{A},420,447\n", encoding="utf-8")
    found = stops(parse_project(load_project(tmp_path)))
    assert [(f.code, f.place.file) for f in found] == [
        ("row_repeated", "data/values/a.csv"),
        ("row_repeated", "data/values/b.csv"),
    ]
    assert dict(found[0].values)["others"] == "data/values/b.csv:2"


def test_federation_beside_societies(tmp_path: Path) -> None:
    """A total beside its parts is rejected; in another year or category it stands alone."""
    rows = f"SOGYO,2024,{A},420,447\nSOGYO,2024,,625,652\nSOGYO,2023,,600,629"
    found = [f for f in one(tmp_path, rows).findings if f.code == "federation_beside_societies"]
    assert [f.place.line for f in found] == [3]


def test_federation_beside_societies_where_nothing_is_summed(tmp_path: Path) -> None:
    """With aggregation none the federation's value is its own."""
    make(tmp_path)
    own = INDICATORS.replace("aggregation: sum", "aggregation: none")
    (tmp_path / "data/indicators.yml").write_text(own, encoding="utf-8")
    values = f"{HEADER}\nSOGYO,2024,{A},420,447\nSOGYO,2024,,625,652\n"
    (tmp_path / "data/values/v.csv").write_text(values, encoding="utf-8")
    assert codes(parse_project(load_project(tmp_path))) == []


def test_count_true_takes_one_and_nothing_else(tmp_path: Path) -> None:
    """A yes/no indicator has 1 or 0 in each society's cell."""
    make(tmp_path)
    yes_no = INDICATORS.replace("kind: count, aggregation: sum", "kind: count, aggregation: count_true")
    (tmp_path / "data/indicators.yml").write_text(yes_no, encoding="utf-8")
    values = f"{HEADER}\nSOGYO,2024,{A},1,2\nSOGYO,2024,みどり町商工会,1,0\n"
    (tmp_path / "data/values/v.csv").write_text(values, encoding="utf-8")
    assert codes(parse_project(load_project(tmp_path))) == ["count_true_only"]


def test_silent_societies_are_named(tmp_path: Path) -> None:
    """A society without any row of an indicator that others report is a warning."""
    parsed = one(tmp_path, f"SOGYO,2024,{A},420,447")
    assert [(f.code, dict(f.values)["count"]) for f in parsed.findings] == [("societies_without_rows", "3")]


@pytest.mark.parametrize(
    ("rows", "held"),
    [
        ("SOGYO,2023,{a},,90\nSOGYO,2024,{a},,451", ["jump_factor"]),
        ("SOGYO,2023,{a},,90\nSOGYO,2024,{a},,450", []),
        ("SOGYO,2023,{a},,2\nSOGYO,2024,{a},,20", []),
        ("SOGYO,2023,{a},,100\nSOGYO,2024,{a},900,1000", []),
        ("SOGYO,2023,{a},,100\nSOGYO,2024,{a},100,0", ["jump_factor"]),
        ("SOGYO,2022,{a},,90\nSOGYO,2024,{a},,4510", []),
        ("SOGYO,2024,{a},42,4470", ["jump_factor", "jump_factor"]),
        ("ZOGEN,2023,{a},0,-12\nZOGEN,2024,{a},0,15", []),
        ("MANZOKU,2023,{a},,60\nMANZOKU,2024,{a},,91", ["jump_points"]),
        ("MANZOKU,2023,{a},,60\nMANZOKU,2024,{a},,90", []),
        ("MANZOKU,2023,{a},,60\nMANZOKU,2024,{a},95,91", []),
        ("MANZOKU,2023,{a},,96\nMANZOKU,2024,{a},,0.962", ["looks_like_ratio"]),
        ("MANZOKU,2023,{a},,1.2\nMANZOKU,2024,{a},,0.9", []),
        ("MANZOKU,2022,{a},,0.96\nMANZOKU,2023,{a},,0.95\nMANZOKU,2024,{a},,0.97", ["ratios_throughout"]),
        ("SOGYO,1994,{a},,100\nSOGYO,2023,{a},,100\nSOGYO,2024,{a},,100", ["year_alone"]),
        ("HANRO,2024,{a},,9007199254740993", ["beyond_exact_integers"]),
    ],
)
def test_what_is_held(tmp_path: Path, rows: str, held: list[str]) -> None:
    """Only what lies outside the limits against everything it can be compared with is held."""
    parsed = one(tmp_path, rows.format(a=A))
    assert codes(parsed) == held
    assert parsed.project is not None


def test_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    """The same rows in another order give the same values and no findings."""
    text = (CASES / "base" / "indicators.csv").read_text(encoding="utf-8")
    head, *rows = text.splitlines()
    first = with_values(tmp_path / "a", text).project
    second = with_values(tmp_path / "b", "\n".join([head, *reversed(rows)])).project
    assert first is not None
    assert second is not None

    def told(observations: tuple[Observation, ...]) -> set[tuple[object, ...]]:
        return {(o.indicator_id, o.fiscal_year, o.society, o.target, o.actual) for o in observations}

    assert told(first.observations) == told(second.observations)
