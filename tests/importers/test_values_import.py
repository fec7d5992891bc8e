"""Template → filled → data/values: what is typed is what is written, and nothing else moves."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl.styles import Font
from openpyxl.workbook.workbook import Workbook

from generator.cli import main
from generator.workbook import headings, marks
from tests.workbook import villages
from tests.workbook.villages import cell, codes, filled, forms, imported, planned, saved

A, N, D, S, T = headings.ACTUAL, headings.NUMERATOR, headings.DENOMINATOR, headings.STATUS, headings.NOTE
GOOD = {("BEDS", A): 13, ("SHARE", N): 10, ("SHARE", D): 12, ("PLAN", A): 1, ("COST", A): 121.25}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return villages.project(tmp_path / "p")


@pytest.fixture
def back(tmp_path: Path) -> Path:
    return tmp_path / "back"


def values_of(folder: Path) -> str:
    return (folder / "data/values/club.csv").read_bytes().decode()


def observed(folder: Path, indicator: str, society: str | None, year: int = villages.YEAR):  # type: ignore[no-untyped-def]
    return next(
        o
        for o in villages.ground(folder).project.observations
        if (o.indicator_id, o.society, o.fiscal_year, o.dimensions) == (indicator, society, year, ())
    )


def test_what_was_typed_is_written_and_every_other_byte_stays(folder: Path, back: Path) -> None:
    """A row that stands is changed in its place; a new one goes to the end of the file."""
    before = values_of(folder)
    imported(folder, saved(back, "2025_aoba.xlsx", filled(forms(folder)["aoba"], GOOD)))
    after = values_of(folder).splitlines()
    kept = before.splitlines()
    kept[kept.index("BEDS,2025,あおば会,14,,,,not_due,,,")] = "BEDS,2025,あおば会,14,13,,,,,,"
    assert after[: len(kept)] == kept
    assert sorted(after[len(kept) :]) == [
        "COST,2025,あおば会,,121.25,,,,,,",
        "SHARE,2025,あおば会,,,10,12,,,,",
    ]
    new = (folder / "data/values/2025.csv").read_text("utf-8")
    assert new == "indicator_id,fiscal_year,society,target,actual\nPLAN,2025,あおば会,,1\n"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("１，２００", "1200"), ("1,200", "1200"), ("▲5.5", "-5.5"), ("1.2万", "12000"),
        (1200, "1200"), (0.1 + 0.2, "0.3"), ("　300　", "300"), ("(3)", "-3"), (0, "0"),
    ],
)  # fmt: skip
def test_numbers_are_read_by_the_grammar_of_every_values_file(
    folder: Path, back: Path, typed: object, read: str
) -> None:
    """Full width, grouped, in 万, negative: as `impact check` reads them."""
    villages.project(folder, villages.VALUES.replace("COST,2024,あおば会,,120.5,,,,,,\n", ""))
    imported(
        folder,
        saved(back, "a.xlsx", filled(forms(folder)["takami"], {("COST", A): typed, ("COST", S): None})),
    )
    assert observed(folder, "COST", "髙みの会").actual == Decimal(read)


MISTAKES: list[tuple[str, str, object, str]] = [
    ("BEDS", A, "12件", "number_with_unit"),
    ("BEDS", A, "約30", "number_approximate"),
    ("BEDS", A, "1,2OO", "number_with_words"),
    ("BEDS", A, "10〜20", "number_range"),
    ("BEDS", A, "3・4", "number_two_values"),
    ("BEDS", A, "2026/4/1", "number_is_date"),
    ("BEDS", A, date(2026, 4, 1), "cell_is_date"),
    ("BEDS", A, True, "cell_is_boolean"),
    ("BEDS", A, "#DIV/0!", "cell_is_error"),
    ("BEDS", A, "=1+1", "cell_is_open_formula"),
    ("BEDS", A, "-", "state_ambiguous"),
    ("BEDS", A, "なし", "state_ambiguous"),
    ("BEDS", A, -5, "below_minimum"),
    ("BEDS", A, 5001, "above_maximum"),
    ("BEDS", A, 12.5, "count_not_whole"),
    ("BEDS", A, "三百", "number_kanji_numerals"),
    ("BEDS", A, "120※1", "number_footnote_mark"),
    ("BEDS", A, 1300, "jump_factor"),
    ("BEDS", S, "やった", "status_unknown"),
    ("BEDS", S, "確定", "status_without_value"),
    ("PLAN", A, 2, "count_true_only"),
    ("SHARE", N, 12, "numerator_alone"),
    ("SHARE", D, -3, "denominator_negative"),
    ("SHARE", A, 80, "parts_wanted"),
    ("COST", A, "45%", "percent_not_expected"),
]


@pytest.mark.parametrize(("mark", "column", "typed", "code"), MISTAKES)
def test_a_mistake_is_named_by_its_cell_and_nothing_is_written(
    folder: Path, back: Path, mark: str, column: str, typed: object, code: str
) -> None:
    """The finding stands at the workbook's sheet and cell, with a fix."""
    form = forms(folder)["aoba"]
    book = filled(form, {(mark, column): typed})
    sheet, _ = cell(book, mark, column)
    made = planned(folder, saved(back, "2025_aoba.xlsx", book))
    assert code in [c for c, _ in codes(made)]
    found = next(f for f in made.findings if f.code == code)
    wanted = cell(book, mark, {"status_without_value": A, "numerator_alone": D}.get(code, column))[1]
    assert (found.place.sheet, found.place.cell) == (sheet.title, wanted)
    assert made.changes == () or made.held


def test_a_state_and_a_value_contradict(folder: Path, back: Path) -> None:
    """未実施 beside a number is told at the state."""
    book = filled(forms(folder)["aoba"], {("BEDS", A): 13, ("BEDS", S): "未実施"})
    assert codes(planned(folder, saved(back, "a.xlsx", book))) == [
        ("status_with_value", cell(book, "BEDS", S)[1])
    ]


def test_a_struck_value_is_not_a_value(folder: Path, back: Path) -> None:
    """Deleted by hand, still there for a machine."""
    book = filled(forms(folder)["aoba"], {("BEDS", A): 13})
    sheet, at = cell(book, "BEDS", A)
    sheet[at].font = Font(strike=True)
    assert codes(planned(folder, saved(back, "a.xlsx", book))) == [("cell_is_struck", at)]


def test_all_faults_of_all_files_are_told_at_once(folder: Path, back: Path) -> None:
    """Nothing stops at the first."""
    made = forms(folder)
    one = saved(back, "2025_aoba.xlsx", filled(made["aoba"], {("BEDS", A): "x", ("COST", A): "1〜2"}))
    two = saved(back, "2025_takami.xlsx", filled(made["takami"], {("SHARE", N): "9人", ("PLAN", A): 3}))
    found = planned(folder, one, two).findings
    assert len({(f.place.file, f.place.cell) for f in found if f.severity == "rejected"}) == 4


def test_empty_cells_change_nothing_and_are_counted(folder: Path, back: Path) -> None:
    """An untouched template is no change; the report says how many rows are still empty."""
    path = saved(back, "2025_takami.xlsx", filled(forms(folder)["takami"], {}))
    made = planned(folder, path)
    assert (made.changes, codes(made), dict(made.empty)) == ((), [], {path.as_posix(): 3})


def test_a_state_ends_a_value(folder: Path, back: Path) -> None:
    """To take a value back, its cell is emptied and a state chosen."""
    book = filled(forms(folder)["takami"], {("COST", A): None, ("COST", S): "測定不能", ("COST", T): "廃止"})
    imported(folder, saved(back, "a.xlsx", book))
    assert "COST,2025,髙みの会,90,,,,not_measurable,廃止,," in values_of(folder)


def test_an_imported_number_is_no_sample(folder: Path, back: Path) -> None:
    """Even one equal to the sample it replaces."""
    villages.project(
        folder,
        villages.VALUES.replace("BEDS,2025,あおば会,14,,,,not_due,,,", "BEDS,2025,あおば会,14,13,,,,,,1"),
    )
    imported(folder, saved(back, "a.xlsx", filled(forms(folder)["aoba"], {("BEDS", A): 13})))
    assert "BEDS,2025,あおば会,14,13,,,,,,\n" in values_of(folder)


def test_the_second_import_changes_nothing(folder: Path, back: Path) -> None:
    """The same workbook once more is no change."""
    path = saved(back, "2025_aoba.xlsx", filled(forms(folder)["aoba"], GOOD))
    imported(folder, path)
    assert planned(folder, path).changes == ()


def test_a_suppressed_value_stays_suppressed(folder: Path, back: Path) -> None:
    """A new value without a state does not make a secret public."""
    villages.project(folder, villages.VALUES.replace("provisional,仮の値", "suppressed,"))
    book = filled(forms(folder)["takami"], {("COST", A): 82, ("COST", S): None})
    imported(folder, saved(back, "a.xlsx", book))
    assert observed(folder, "COST", "髙みの会").status == "suppressed"


# ---------------------------------------------------------------- forms that were tampered with


def _other_row(book: Workbook) -> None:
    sheet, at = cell(book, "COST", headings.MARK)
    sheet[at].value = "1/2025/aoba/BOARD"


def _damaged(book: Workbook) -> None:
    sheet, at = cell(book, "COST", headings.MARK)
    sheet[at].value = "1/2025/aoba"


def _other_club(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        for row in sheet.iter_rows():
            for one in row:
                if str(one.value).startswith("1/2025/aoba/COST"):
                    one.value = "1/2025/takami/COST"


def _target(book: Workbook) -> None:
    sheet, at = cell(book, "BEDS", headings.TARGET)
    sheet[at].value = 15


def _below(book: Workbook) -> None:
    sheet, at = cell(book, "COST", A)
    sheet[f"{at[0]}40"].value = 7


def _old(book: Workbook) -> None:
    book[marks.LIST_SHEET]["B1"].value = "0"


def _headings(book: Workbook) -> None:
    for sheet in book.worksheets[1:-1]:
        for one in sheet[1]:
            if headings.column_named(str(one.value or "")) == S:
                one.value = "じょうたい"


@pytest.mark.parametrize(
    ("tamper", "code"),
    [
        (_other_row, "mark_not_handed_out"), (_damaged, "mark_damaged"),
        (_other_club, "mark_of_other_society"),
        (_target, "template_target_changed"), (_below, "input_without_mark"), (_old, "template_version"),
        (_headings, "template_heading_lost"),
    ],
)  # fmt: skip
def test_a_form_that_was_changed_is_refused(
    folder: Path, back: Path, tamper: Callable[[Workbook], None], code: str
) -> None:
    """What a row is, is never guessed."""
    book = filled(forms(folder)["aoba"], GOOD)
    tamper(book)
    assert code in [c for c, _ in codes(planned(folder, saved(back, "a.xlsx", book)))]


def test_a_row_of_another_society_is_refused_without_the_hidden_list(folder: Path, back: Path) -> None:
    """Copied rows are told by the list's society, and without a list by the conflict they make."""
    book = filled(forms(folder)["aoba"], GOOD)
    _other_club(book)
    del book[marks.LIST_SHEET]
    other = filled(forms(folder)["takami"], {("COST", A): 99})
    made = planned(folder, saved(back, "a.xlsx", book), saved(back, "b.xlsx", other))
    assert {c for c, _ in codes(made)} == {"answer_conflict"}


def test_rows_and_columns_may_be_moved(folder: Path, back: Path) -> None:
    """Rows go by their mark and columns by their heading."""
    book = filled(forms(folder)["aoba"], GOOD)
    for sheet in book.worksheets[1:-1]:
        rows = [[c.value for c in row] for row in sheet.iter_rows()]
        for r, values in enumerate([rows[0], *reversed(rows[1:])], start=1):
            for c, value in enumerate(reversed(values), start=1):
                sheet.cell(r, c).value = value
    made = imported(folder, saved(back, "a.xlsx", book))
    assert len(made.changes) == 4
    assert observed(folder, "COST", "あおば会").actual == Decimal("121.25")


def test_a_workbook_without_its_hidden_sheet_is_read(folder: Path, back: Path) -> None:
    """Some programmes drop hidden sheets when they export."""
    book = filled(forms(folder)["aoba"], GOOD)
    del book[marks.LIST_SHEET]
    assert len(imported(folder, saved(back, "a.xlsx", book)).changes) == 4


def test_two_answers_for_one_row_are_both_named(folder: Path, back: Path) -> None:
    """The same society twice with different values: both cells, each naming the other."""
    form = forms(folder)["aoba"]
    one, two = (saved(back, f"{n}.xlsx", filled(form, {("BEDS", A): n, ("PLAN", A): 1})) for n in (12, 13))
    made = planned(folder, one, two)
    told = [f for f in made.findings if f.code == "answer_conflict"]
    assert {(Path(f.place.file).name, f.value, dict(f.values)["other_value"]) for f in told} == {
        ("12.xlsx", "12", "13"), ("13.xlsx", "13", "12"),
    }  # fmt: skip
    assert [f.code for f in made.findings if f.severity == "warning"].count("answer_repeated") == 1


def test_the_year_is_one(folder: Path, back: Path) -> None:
    """A workbook of another year than the newest, or than --year, is not mixed in."""
    old = saved(back, "o.xlsx", filled(forms(folder, 2024)["aoba"], {}))
    new = saved(back, "n.xlsx", filled(forms(folder)["aoba"], GOOD))
    assert [
        (c, Path(f.place.file).name)
        for f in planned(folder, old, new).findings
        if (c := f.code) == "template_other_year"
    ] == [("template_other_year", "o.xlsx")]
    assert planned(folder, old, year=2024).rejected is False


def test_another_workbook_is_told_how_to_get_a_template(folder: Path, back: Path) -> None:
    """A table of one's own is no form."""
    book = Workbook()
    book.worksheets[0].append(["指標", "実績"])
    assert codes(planned(folder, saved(back, "own.xlsx", book))) == [("template_not_ours", "")]


def test_a_file_named_after_another_society_is_warned_of(folder: Path, back: Path) -> None:
    """A copied and renamed workbook holds the wrong rows."""
    made = planned(folder, saved(back, "2025_takami.xlsx", filled(forms(folder)["aoba"], GOOD)))
    assert "template_file_name" in [f.code for f in made.findings]


def test_targets_typed_as_results_are_warned_of(folder: Path, back: Path) -> None:
    """Where every value is its target, they were perhaps copied."""
    text = villages.VALUES + "COST,2025,あおば会,130,,,,,,,\nPLAN,2025,あおば会,1,,,,,,,\n"
    villages.project(folder, text)
    answers = {("BEDS", A): 14, ("COST", A): 130, ("PLAN", A): 1}
    made = planned(folder, saved(back, "a.xlsx", filled(forms(folder)["aoba"], answers)))
    assert "actuals_equal_targets" in [f.code for f in made.findings]


def test_a_row_kept_in_a_workbook_is_not_rewritten(folder: Path, back: Path) -> None:
    """Workbooks in data/values are people's own; the finding says where to correct."""
    own = Workbook()
    own.worksheets[0].append(["indicator_id", "fiscal_year", "society", "target", "actual"])
    own.worksheets[0].append(["COST", 2025, "あおば会", None, 100])
    saved(folder / "data/values", "own.xlsx", own)
    book = filled(forms(folder)["aoba"], {("COST", A): 121})
    found = codes(planned(folder, saved(back, "a.xlsx", book)))
    assert found == [("answer_for_workbook_row", cell(book, "COST", A)[1])]


def test_the_rules_for_machine_readable_data_are_told_by_number(folder: Path, back: Path) -> None:
    """Number as text, merged cells, two data in a cell: warnings beside the faults."""
    book = filled(forms(folder)["aoba"], {("BEDS", A): "1,200", ("COST", A): "3・4"})
    sheet, at = cell(book, "BEDS", T)
    sheet.merge_cells(f"{at}:{at[0]}{int(at[1:]) + 1}")
    made = planned(folder, saved(back, "a.xlsx", book))
    told = {(f.code, f.place.cell) for f in made.findings if f.code.startswith("rule_")}
    wanted = {
        ("rule_l2_01", cell(book, "BEDS", A)[1]),
        ("rule_l1_07", cell(book, "COST", A)[1]),
        ("rule_l1_12", at),
    }
    assert told == wanted


# ---------------------------------------------------------------- as LibreOffice saves them


HERE = Path(__file__).parent.parent / "workbook"


def test_a_workbook_that_libreoffice_filled_and_saved(folder: Path) -> None:
    """A template of this project, typed into by LibreOffice 7.4 and saved as .xlsx."""
    imported(folder, HERE / "libreoffice_filled.xlsx")
    assert "BEDS,2025,あおば会,14,13,,,,,," in values_of(folder)
    assert "COST,2025,あおば会,,121.25,,,provisional,見込み,," in values_of(folder)
    assert 'BEDS,2025,あおば会,,5,,,,,"公園, 川辺",' in values_of(folder)
    share = observed(folder, "SHARE", "あおば会")
    assert (share.numerator, share.denominator) == (10, 12)


def test_mistakes_that_libreoffice_made_of_what_was_typed(folder: Path) -> None:
    """1,300 became a number, TRUE a boolean, =見込み a formula with an error; the locked target held."""
    found = planned(folder, HERE / "libreoffice_mistakes.xlsx").findings
    assert [(f.code, f.place.cell, f.value) for f in found if f.severity != "warning"] == [
        ("jump_factor", "H2", "1300"), ("number_with_unit", "H3", "8件"), ("cell_is_boolean", "H6", "TRUE"),
        ("cell_is_error", "I2", "#NAME?"),
    ]  # fmt: skip


# ---------------------------------------------------------------- the command


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_the_command_goes_all_the_way(folder: Path, tmp_path: Path) -> None:
    """template → filled → import: what changes and the new grades are shown, then written."""
    out = tmp_path / "out"
    made = run("template", "--project", folder, "--year", "R7", "--out", out)
    assert made.exit_code == 0, made.output
    assert sorted(p.name for p in out.iterdir()) == [
        "2025_aoba.xlsx", "2025_federation-itself.xlsx", "2025_midori.xlsx", "2025_takami.xlsx",
    ]  # fmt: skip
    saved(out, "2025_aoba.xlsx", filled(forms(folder)["aoba"], GOOD))
    before = values_of(folder)
    dry = run("import", "values", out, "--project", folder, "--dry-run")
    assert dry.exit_code == 0 and values_of(folder) == before
    done = run("import", "values", out, "--project", folder)
    assert done.exit_code == 0, done.output
    assert "あおば会　花だんの数　令和7年度　実績: – → 13" in done.output
    assert values_of(folder) != before
    assert run("check", "--project", folder).exit_code == 0


def test_a_mistake_leaves_every_byte_and_says_so(folder: Path, back: Path) -> None:
    """Exit 2, JSON with the cell and the fix; the folder is as it was."""
    saved(back, "2025_aoba.xlsx", filled(forms(folder)["aoba"], {**GOOD, ("COST", A): "12件"}))
    before = values_of(folder)
    done = run("import", "values", back, "--project", folder, "--format", "json")
    assert done.exit_code == 2 and values_of(folder) == before
    told = json.loads(done.stdout)
    fault = next(f for f in told["findings"] if f["severity"] == "rejected")
    assert fault["cell"] and fault["fix"] and fault["column"] == "actual" and told["written"] == {}


def test_a_value_to_confirm_is_written_only_when_confirmed(folder: Path, back: Path) -> None:
    """A leap may be right: exit 3, and --confirmed writes it."""
    saved(back, "2025_aoba.xlsx", filled(forms(folder)["aoba"], {("BEDS", A): 1300}))
    assert run("import", "values", back, "--project", folder).exit_code == 3
    assert ",1300," not in values_of(folder)
    assert run("import", "values", back, "--project", folder, "--confirmed").exit_code == 0
    assert ",1300," in values_of(folder)


def test_a_filled_template_is_never_written_over(folder: Path, tmp_path: Path) -> None:
    """The second template command refuses; --overwrite is a person's word."""
    out = tmp_path / "out"
    run("template", "--project", folder, "--year", "2025", "--society", "あおば会", "--out", out)
    saved(out, "2025_aoba.xlsx", filled(forms(folder)["aoba"], GOOD))
    kept = (out / "2025_aoba.xlsx").read_bytes()
    assert run("template", "--project", folder, "--year", "2025", "--out", out).exit_code == 2
    assert (out / "2025_aoba.xlsx").read_bytes() == kept
    again = run("template", "--project", folder, "--year", "2025", "--out", out, "--overwrite")
    assert again.exit_code == 0 and (out / "2025_aoba.xlsx").read_bytes() != kept


def test_an_unknown_society_is_told_the_near_one(folder: Path, tmp_path: Path) -> None:
    """高 is not 髙, and is never silently taken for it."""
    done = run(
        "template", "--project", folder, "--year", "2025", "--society", "高みの会", "--out", tmp_path / "o"
    )
    assert done.exit_code == 2 and "髙みの会" in done.output
