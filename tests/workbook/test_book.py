"""The bytes of a template, read back by another library."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl.workbook.workbook import Workbook

from generator import workbook
from generator.importers.values import shape_of
from generator.load.book import read_book
from generator.load.machine_rules import against_rules
from generator.model import Status
from generator.workbook import headings, marks, words
from generator.workbook.validation import LONGEST_TEXT, LONGEST_TITLE
from tests.workbook import villages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return villages.project(tmp_path / "p")


@pytest.fixture
def book(folder: Path) -> Workbook:
    return villages.opened(workbook.written(villages.forms(folder)["aoba"], until="令和8年5月31日"))


def test_the_same_form_gives_the_same_bytes(folder: Path) -> None:
    """No clock is in a workbook."""
    form = villages.forms(folder)["aoba"]
    assert workbook.written(form) == workbook.written(form)


def test_only_input_cells_can_be_typed_into(book: Workbook) -> None:
    """Every sheet is protected without a password; what is asked is unlocked and nothing else is."""
    for sheet in book.worksheets:
        if sheet.title == marks.LIST_SHEET:
            continue
        assert sheet.protection.sheet and not sheet.protection.password
        names = {c.column: headings.column_named(str(c.value or "")) for c in sheet[1]}
        open_ = {names[c.column] for row in sheet.iter_rows() for c in row if not c.protection.locked}
        assert open_ <= set(headings.INPUT)
    sheet, at = villages.cell(book, "SHARE", headings.NUMERATOR)
    assert not sheet[at].protection.locked
    sheet, at = villages.cell(book, "SHARE", headings.ACTUAL)
    assert sheet[at].protection.locked


def test_excel_is_told_type_and_limits_in_japanese(book: Workbook) -> None:
    """Whole numbers between the definition's limits; yes or no; a number; each with both messages."""
    rules = {
        (sheet.title, str(rule.sqref)): rule
        for sheet in book.worksheets
        for rule in sheet.data_validations.dataValidation
    }

    def of(mark: str, column: str) -> tuple[str, str | None, str | None]:
        sheet, at = villages.cell(book, mark, column)
        rule = rules[sheet.title, at]
        assert rule.prompt and rule.error and rule.promptTitle
        assert len(rule.prompt) <= LONGEST_TEXT and len(rule.promptTitle) <= LONGEST_TITLE
        return rule.type, rule.formula1, rule.formula2

    assert of("BEDS", headings.ACTUAL) == ("whole", "0", "5000")
    assert of("COST", headings.ACTUAL)[0] == "decimal"
    assert of("PLAN", headings.ACTUAL) == ("list", '"1,0"', None)
    kind, listed, _ = of("BEDS", headings.STATUS)
    assert kind == "list" and listed == '"' + ",".join(words.state(s, "ja") for s in Status) + '"'


def test_text_is_never_a_formula(folder: Path, book: Workbook) -> None:
    """A definition that starts with = is the text that it is."""
    sheet, at = villages.cell(book, "BEDS", headings.MEANING)
    assert (sheet[at].value, sheet[at].data_type) == ("=会員が世話をする花だん", "s")
    package = zipfile.ZipFile(io.BytesIO(workbook.written(villages.forms(folder)["aoba"])))
    assert not any(b"<f>" in package.read(n) for n in package.namelist() if "/worksheets/" in n)


def test_the_sheets_are_set_up_for_paper_and_screen(book: Workbook) -> None:
    """Header frozen and repeated, A4 landscape, one page wide; a name Excel allows."""
    sheet = book.worksheets[1]
    assert sheet.title == "1 まち 花 1"
    assert sheet.freeze_panes == "C2"
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
    assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.fitToHeight == 0
    assert book[marks.LIST_SHEET].sheet_state == "veryHidden"


def test_the_cover_says_who_until_when_and_what_states_mean(book: Workbook) -> None:
    """Everything a person needs is on the first sheet."""
    text = "\n".join(str(c.value) for row in book.worksheets[0].iter_rows() for c in row if c.value)
    for expected in (
        "令和7年度",
        "あおば会",
        "花の連合会",
        "令和8年5月31日",
        *(words.state(s, "ja") for s in Status),
    ):
        assert expected in text


def test_a_template_keeps_the_national_rules_itself(folder: Path) -> None:
    """What is asked of others is kept here: no finding on any sheet, also with everything looked at."""
    for form in villages.forms(folder).values():
        read, _ = read_book("t.xlsx", workbook.written(form))
        assert read is not None
        assert against_rules(read, shape_of) == []


def test_present_values_and_states_are_handed_out(folder: Path) -> None:
    """What the data knows already stands in the cell; 集計予定 does not, because it ends with the answer."""
    forms = villages.forms(folder)
    book = villages.opened(workbook.written(forms["takami"]))
    got = {}
    for column in (headings.ACTUAL, headings.STATUS, headings.NOTE):
        sheet, at = villages.cell(book, "COST", column)
        got[column] = sheet[at].value
    assert got == {"actual": 81.5, "status": "暫定", "note": "仮の値"}
    sheet, at = villages.cell(villages.opened(workbook.written(forms["aoba"])), "BEDS", headings.STATUS)
    assert sheet[at].value is None


def test_words_are_there_in_both_languages() -> None:
    """Both languages fill the same fields."""
    import re

    for key, both in words.WORDS.items():
        fields = [set(re.findall(r"{(\w+)", text)) for text in both]
        assert fields[0] == fields[1], key
