"""More hard inputs of the kinds of cases/bad: what people type, what programs save, what attackers send.

Every table here is the valid one with one thing wrong; each says which code must be told and,
by its line or cell, where. Nothing wrong may pass as a value.
"""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from bad_project import CASES, SITE, make, with_values
from hard_workbooks import SHEET, book, e5, e5_xml, repacked
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from generator.finding_words import as_github, as_json, as_text
from generator.findings import Finding, Severity
from generator.load import load_project
from generator.load.yamlfile import read_yaml
from generator.parse import Parsed, parse_project

BASE = (CASES / "base" / "indicators.csv").read_text("utf-8")
HEADER = "indicator_id,fiscal_year,society,target,actual"
ROW = "SOGYO,2024,あおば市商工会,420,447"
KEY = ("SOGYO", 2024, "あおば市商工会")
AT_ONCE = 8.0
"""Seconds of processor time, on a slow machine."""


def in_line_5(column: int, text: str) -> str:
    """The base table with one cell of line 5 replaced, quoted."""
    lines = BASE.split("\n")
    cells = lines[4].split(",")
    cells[column] = '"' + text.replace('"', '""') + '"'
    lines[4] = ",".join(cells)
    return "\n".join(lines)


def told(parsed: Parsed) -> list[Finding]:
    """What rejects or holds; every form of it is safe to print and can be read by programs."""
    for lang in ("ja", "en"):
        shown = [form(parsed.findings, lang) for form in (as_text, as_json, as_github)]
        for text in shown:
            assert not re.search(
                "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", text
            )
        assert isinstance(json.loads(shown[1]), list)
        assert all(re.match("::(error|warning|notice) file=", line) for line in shown[2].splitlines())
    return [f for f in parsed.findings if f.severity is not Severity.WARNING]


def of_line_5(parsed: Parsed) -> object:
    """The actual value of the row that is changed; None when the table is rejected."""
    rows = parsed.project.observations if parsed.project else ()
    return next((o.actual for o in rows if (o.indicator_id, o.fiscal_year, o.society) == KEY), None)


NUMBERS = {
    "number_approximate": "約447 447以上 >447 ≧447 447人程度",
    "number_range": "440〜450 440~450 440－450人",
    "number_is_date": "5-6 4月1日 2025-04-01 2025/4/1",
    "number_two_values": "447・450 447/450 4:47 ５・６ １／２",
    "number_footnote_mark": "447② ½ ① ㊿ 447※ 447* 447² 447₂",
    "number_foreign_digits": "٤٤٧ ४४७ 𝟒𝟒𝟕",
    "number_kanji_numerals": "四四七 十二 百 〇〇",
    "number_dash_not_minus": "–447 —447 ー447 一447",
    "number_grouping": "4,47 12,34 1,2345 1,,234 ,447 447, 1.2.3 1.000,5",
    "number_signs": "--5 5- (447 447) △▲4 (-5) ((5)) 5%%",
    "number_scientific": "4.47E2 1e400 ４.４７Ｅ＋０２",
    "number_leading_zero": "0447 00",
    "number_decimal_point": ".447 447.",
    "number_underscore": "4_47",
    "number_is_infinite": "inf -inf ∞ Infinity",
    "number_is_boolean": "TRUE true ○ ✓ × 有",
    "number_is_error": "#N/A #REF! #DIV/0!",
    "number_is_formula": "=1+1 @SUM(1) +SUM(1)",
    "number_with_unit": "447件 447社 447千円 ¥447 447(暫定)",
    "number_with_words": "0x1F 4O7 1億2億 1万5 1億5000 12万34567",
    "number_too_long": "9" * 30,
    "state_ambiguous": "- － — ～ / … ... * ? N/A n/a nan NaN null None なし 未定 空欄 ▲",
    "state_needs_value": "暫定 速報値",
    "condition_in_words": "前年以上 全会員",
    "percent_not_expected": "12.5% １２．５％",
    "invisible_character": "447\u200b \ufeff447 4\u00ad47",
    "direction_character": "\u2066447\u2069 447\u200f",
    "control_character": "447\x0b 447\x00 447\x1b[31m",
}


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, all_ in NUMBERS.items() for t in all_.split(" ")])
def test_what_is_no_number(code: str, text: str, tmp_path: Path) -> None:
    """Each way of not writing a number has its own message at its own cell."""
    found = told(with_values(tmp_path, in_line_5(4, text)))
    assert [(f.code, f.place.line, f.place.column) for f in found] == [(code, 5, "actual")]


YEARS = {
    "year_never_came": "令和0 平成32 昭和65 ㍻36 S99",
    "year_two_digits": "24 6 24年度 FY24 '24",
    "year_range": "2024/25 2024〜2025 2024・2025 2024,2025",
    "year_is_date": "2024-04-01 2024/4/1 20240401 202404",
    "year_is_serial": "45383 20245",
    "year_fraction": "2024.5",
    "year_with_month": "H31.4 2024年4月 2025年3月期",
    "year_with_words": "R6上期 2024年度末 2024Q1",
    "year_without_fiscal": "2024年 令和6年",
    "year_contradiction": "R6(2023)",
    "year_not_named": "合計 前年度 令和",
    "year_unknown": "令和六年度 二〇二四年度 明治6 令和100 R⑥ 西暦2024",
    "year_out_of_reach": "1924 2124 2684",
}


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, all_ in YEARS.items() for t in all_.split(" ")])
def test_what_is_no_year(code: str, text: str, tmp_path: Path) -> None:
    """Each way of not writing a fiscal year has its own message at its own cell."""
    found = told(with_values(tmp_path, in_line_5(1, text)))
    assert [(f.code, f.place.line, f.place.column) for f in found] == [(code, 5, "fiscal_year")]


@pytest.mark.parametrize(
    ("code", "column", "text"),
    [
        *(
            ("row_is_total", 2, text)
            for text in (
                "総計",
                "合計値",
                "Total",
                "合　計",
                "【計】",
                "全体平均",
                "合計(4団体)",
                "東ブロック計",
            )
        ),
        ("society_unknown_near", 2, "高森町商工会"),
        ("society_unknown", 2, "<script>alert(1)</script>"),
        ("invisible_character", 2, "あおば市商工会\u200b"),
        ("direction_character", 2, "\u2066あおば市商工会\u2069"),
        ("control_character", 2, "あおば市商工会\x1b]0;x\x07"),
        ("cell_too_long", 2, "あ" * 6000),
        *(("indicator_id_unsafe", 0, text) for text in ("..", "%2e%2e", "con", "😀", "C:\\x", "{{x}}")),
        *(("indicator_unknown_near", 0, text) for text in ("ＳＯＧＹＯ", "S\u041eGYO", "SOGYO/", "SOGYO\nX")),
        *(("indicator_unknown", 0, text) for text in ("007", "NA", "2024-01-02", "A" * 6000)),
    ],
)
def test_what_is_no_name(code: str, column: int, text: str, tmp_path: Path) -> None:
    """A wrong id or society never makes a new one, and totals never count twice."""
    found = told(with_values(tmp_path, in_line_5(column, text)))
    assert (code, 5) in [(f.code, f.place.line) for f in found]


CP932 = BASE.encode("cp932")
FILES = {
    "EUC-JP": (BASE.replace("髙", "高").encode("euc-jp"), "encoding_unknown", 2),
    "ISO-2022-JP": (BASE.replace("髙", "高").encode("iso-2022-jp"), "encoding_unknown", 1),
    "Latin-1": (f"{HEADER}\nSOGYO,2024,Société,1,2\n".encode("latin-1"), "encoding_unknown", 2),
    "UTF-32": (BASE.encode("utf-32"), "encoding_unknown", 1),
    "half a UTF-16": (b"\xff\xfe" + BASE.encode("utf-16-le")[:-1], "encoding_unknown", 1),
    "half a cp932": (CP932[:-1] + b"\x81", "encoding_unknown", 13),
    "UTF-8 and cp932": (
        BASE.encode() + "SOGYO,2025,あおば市商工会,1,2\n".encode("cp932"),
        "encoding_unknown",
        14,
    ),
    "NUL in the header": (BASE.replace("actual", "act\0ual").encode(), "control_character", 1),
    "zero-width header": (BASE.replace("actual", "actual\u200b").encode(), "invisible_character", 1),
    "bidi dimension": (
        f"{HEADER},by_\u202exes\nSOGYO,2024,あおば市商工会,1,2,\n".encode(),
        "direction_character",
        1,
    ),
    "semicolons": (BASE.replace(",", ";").encode(), "delimiter", 1),
    "one line with tabs": (BASE.replace(ROW, ROW.replace(",", "\t")).encode(), "row_short", 5),
    "thousands without quotes": (BASE.replace(",447", ",1,447").encode(), "row_long", 5),
    "unclosed quote": (BASE.replace(ROW, '"' + ROW).encode(), "quote_unclosed", 5),
    "Japanese headings": (
        BASE.replace(HEADER, "指標,年度,団体名,目標,実績").encode(),
        "column_missing_renamed",
        1,
    ),
    "other heading": (BASE.replace("fiscal_year", "year", 1).encode(), "column_missing_renamed", 1),
    "heading twice": (f"{HEADER}\n{BASE}".encode(), "header_repeated", 2),
    "data above": (f"{ROW}\n{BASE}".encode(), "data_above_header", 1),
    "conflict": (BASE.replace(ROW, f"<<<<<<< a\n{ROW}").encode(), "file_has_conflict", 1),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_table(name: str, tmp_path: Path) -> None:
    """A table in the wrong encoding or shape is refused at the line where it goes wrong."""
    content, code, line = FILES[name]
    found = told(with_values(tmp_path, content))
    assert (code, line) in [(f.code, f.place.line) for f in found]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "cp932"])
def test_same_table_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    """The same table in another encoding, also without a mark, reads the same."""
    parsed = with_values(tmp_path, BASE.encode(encoding))
    assert not told(parsed)
    assert of_line_5(parsed) == 447


def test_line_break_after_a_number(tmp_path: Path) -> None:
    """An Alt+Enter behind a number is no second number; between digits it is."""
    assert of_line_5(with_values(tmp_path / "a", BASE.replace(",447", ',"447\n"'))) == 447
    found = told(with_values(tmp_path / "b", BASE.replace(",447", ',"44\n7"')))
    assert [f.code for f in found] == ["number_two_values"]


@pytest.mark.parametrize("name", ["実績.txt", "実績.xltx", "メモ.pdf"])
def test_values_that_are_not_read_are_no_values(name: str, tmp_path: Path) -> None:
    """A project whose only numbers stand in a file that is not read is not complete."""
    assert [f.code for f in told(with_values(tmp_path, BASE, name))] == ["no_values"]


@pytest.mark.parametrize("name", ["a\u202evsc.csv", "a\n::error::b.csv", "a\x1b[31m.csv"])
def test_file_name_that_cannot_be_printed(name: str, tmp_path: Path) -> None:
    """A file name is printed beside its numbers, so it holds nothing that acts on a screen."""
    assert [f.code for f in told(with_values(tmp_path, BASE, name))] == ["file_name_unprintable"]


@pytest.mark.parametrize(
    ("code", "column", "cells"),
    [
        ("denominator_zero", "denominator", "95,95,0,0"),
        ("below_minimum", "numerator", "95,,-1,5"),
        ("above_maximum", "numerator", "95,,110,100"),
        ("ratio_disagrees", "actual", "95,0.96,96,100"),
        ("numerator_alone", "denominator", "95,96,96,"),
        ("ratios_throughout", "actual", "0.95,0.96,,"),
    ],
)
def test_parts_of_a_rate(code: str, column: str, cells: str, tmp_path: Path) -> None:
    """A percentage agrees with its parts; given by its parts alone it keeps to the same limits."""
    text = f"{HEADER},numerator,denominator\nMANZOKU,2024,あおば市商工会,{cells}\n"
    found = told(with_values(tmp_path, text))
    if code == "above_maximum":
        code = "numerator_above_denominator"
    assert [(f.code, f.place.line, f.place.column) for f in found] == [(code, 2, column)]


# ---------------------------------------------------------------- workbooks

RAISED = CellRichText("447", TextBlock(InlineFont(vertAlign="superscript"), "2"))
CELLS = {
    "raised footnote": (e5(RAISED), "number_footnote_mark"),
    "struck number": (e5(447, font=Font(strike=True)), "cell_is_struck"),
    "struck formula": (
        repacked({SHEET: lambda d: d.replace(b"<v>447</v>", b"<f>1+446</f><v>447</v>")}),
        "",
    ),
    "hidden by its format": (e5(447, ";;;"), "cell_not_visible"),
    "white on nothing": (e5(447, font=Font(color="FFFFFFFF")), "cell_not_visible"),
    "white on blue": (e5(447, font=Font(color="FFFFFFFF"), fill=PatternFill("solid", "FF000080")), ""),
    "shown in thousands": (e5(447, "#,##0,"), "cell_format_scales"),
    "shown in millions": (e5(447, "#,##0,,"), "cell_format_scales"),
    "shown as 千円": (e5(447, '#,##0"千円"'), "cell_format_unit"),
    "shown as 万": (e5(447, '0"万"'), "cell_format_unit"),
    "shown as 件, its unit": (e5(447, '#,##0"件"'), ""),
    "shown as about": (e5(447, '"約"0'), "cell_format_vague"),
    "percent": (e5(4.47, "0%"), "percent_not_expected"),
    "written percent sign": (e5(447, '0"%"'), "percent_not_expected"),
    "escaped percent sign": (e5(447, "0\\%"), "percent_not_expected"),
    "date": (e5(447, "yyyy/mm/dd"), "cell_is_date"),
    "era": (e5(447, '[$-411]ggge"年"'), "cell_is_date"),
    "error": (e5("#REF!"), "cell_is_error"),
    "boolean": (e5(True), "cell_is_boolean"),
    "formula never computed": (e5("=D5+27"), "cell_is_open_formula"),
    "formula computed": (e5_xml('<c r="E5"><f>D5+27</f><v>447</v></c>'), ""),
    "column of a table": (e5_xml('<c r="E5"><f>T[[#This Row],[target]]+T[2024]</f><v>447</v></c>'), ""),
    "another workbook": (e5_xml('<c r="E5"><f>[1]S!A1</f><v>447</v></c>'), "cell_is_open_formula"),
    "moving formula": (e5_xml('<c r="E5"><f>YEAR(TODAY())</f><v>447</v></c>'), "cell_is_open_formula"),
    "cached error": (e5_xml('<c r="E5" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), "cell_is_error"),
    "merged": (book(lambda s: s.merge_cells("E5:E6")), "cells_merged"),
    "merged beside the table": (book(lambda s: s.merge_cells("H3:K5")), ""),
}


@pytest.mark.parametrize("name", CELLS)
def test_cells_of_a_workbook(name: str, tmp_path: Path) -> None:
    """What E5 shows is what is read; where sight and file differ it is said, with the cell."""
    content, code = CELLS[name]
    parsed = with_values(tmp_path, content, "v.xlsx")
    found = told(parsed)
    assert [(f.code, f.place.sheet, f.place.cell) for f in found] == ([(code, "data", "E5")] if code else [])
    assert of_line_5(parsed) in (None, 447)
    assert code or of_line_5(parsed) == 447


def test_struck_formula(tmp_path: Path) -> None:
    """A formula that is struck through is as deleted as a number."""
    content = e5("=D5+27", font=Font(strike=True))
    assert [f.code for f in told(with_values(tmp_path, content, "v.xlsx"))] == ["cell_is_struck"]


def test_formula_that_shows_nothing(tmp_path: Path) -> None:
    """=IF(x="","",x) with an empty result is an empty cell, not a fault."""
    content = e5_xml('<c r="E5" t="str"><f>IF(D5="","","")</f><v></v></c>')
    parsed = with_values(tmp_path, content, "v.xlsx")
    assert not told(parsed)
    assert of_line_5(parsed) is None


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]>'
TYPES = "[Content_Types].xml"
XLSX, XLSM = b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
PACKAGES = {
    "entities in an odd part": (repacked(added={"xl/odd.dat": DOCTYPE}), "workbook_has_entities"),
    "entities in capitals": (repacked(added={"xl/X.XML": DOCTYPE}), "workbook_has_entities"),
    "entities in styles": (repacked({"xl/styles.xml": lambda d: DOCTYPE + d}), "workbook_has_entities"),
    "macros by type": (repacked({TYPES: lambda d: d.replace(XLSX, XLSM)}), "workbook_has_macros"),
    "old macros": (repacked(added={"xl/macrosheets/sheet1.xml": b"<x/>"}), "workbook_has_macros"),
    "a sheet that is not there": (repacked(dropped=(SHEET,)), "workbook_damaged"),
    "zip bomb": (repacked(added={"xl/media/x.bin": bytes(50_000_000)}), "workbook_too_large"),
    "too many parts": (repacked(added={f"x{n}": b"" for n in range(3000)}), "workbook_too_large"),
    "half a sheet": (repacked({SHEET: lambda d: d[: len(d) // 2]}), "workbook_damaged"),
    "not a number": (e5_xml('<c r="E5"><v>NaN</v></c>'), "workbook_damaged"),
    "an old workbook": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "workbook_is_xls"),
    "a web page": (b"<html><table>", "file_is_html"),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_what_is_no_workbook(name: str, tmp_path: Path) -> None:
    """A package that is broken, a bomb or carries programs is refused before it is opened."""
    content, code = PACKAGES[name]
    start = time.process_time()
    assert [f.code for f in told(with_values(tmp_path, content, "v.xlsx"))] == [code]
    assert time.process_time() - start < AT_ONCE


def test_member_outside_the_package_is_not_written(tmp_path: Path) -> None:
    """Nothing of a workbook is ever unpacked to disk."""
    with_values(tmp_path / "in" / "project", repacked(added={"../../../pwned": b"x"}), "v.xlsx")
    assert not list(tmp_path.rglob("pwned"))


def test_japanese_headings_in_a_sheet(tmp_path: Path) -> None:
    """Headings in Japanese are told their names one by one."""
    names = ("指標", "年度", "団体名", "目標", "実績")
    content = book(lambda s: [s.cell(1, n, text) for n, text in enumerate(names, start=1)])
    found = told(with_values(tmp_path, content, "v.xlsx"))
    assert {f.code for f in found} == {"column_missing_renamed"}
    assert {f.value for f in found} == set(names)


def test_column_without_width(tmp_path: Path) -> None:
    """A column of width 0 is as hidden as a hidden one."""
    columns = b'<cols><col min="4" max="4" width="0" customWidth="1"/></cols><sheetData>'
    content = repacked({SHEET: lambda d: re.sub(b"(<cols>.*?</cols>)?<sheetData>", columns, d)})
    parsed = with_values(tmp_path, content, "v.xlsx")
    assert [f.place.cell for f in parsed.findings if f.code == "column_hidden"] == ["D1"]


# ---------------------------------------------------------------- size


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n" + f"{ROW}\n" * 10_000,
        f"{HEADER}\n" + "".join(f"SOGYO,2024,未知の会{n},1,2\n" for n in range(5_000)),
        f"{HEADER}\nSOGYO,2024,あおば市商工会,1," + "9" * 5_000_000 + "\n",
        f"{HEADER}\n" + '"a\n' * 20_000,
        f"{HEADER}\n" + '"' * 1_000_000 + "\n",
        ",".join(["a"] * 300_000) + "\n",
        "x" * 10_000_000,
    ],
    ids=[
        "one row 10,000 times",
        "5,000 unknown names",
        "long number",
        "open quotes",
        "quotes",
        "wide header",
        "one long line",
    ],
)
def test_much_of_one_mistake_is_told_at_once(text: str, tmp_path: Path) -> None:
    """Time and memory grow with the file, never with the square of its mistakes."""
    start = time.process_time()
    parsed = with_values(tmp_path, text)
    assert time.process_time() - start < AT_ONCE
    assert parsed.project is None
    assert len(as_text(parsed.findings)) < 200_000


# ---------------------------------------------------------------- YAML

YAML = {
    "yaml_wide_space": (SITE.replace("site_name: ", "site_name:　"), 3),
    "yaml_colon_space": (SITE.replace("site_name: ", "site_name:"), 3),
    "yaml_fullwidth_colon": (SITE.replace("site_name: ", "site_name："), 3),
    "yaml_tab": ("a:\n\tb: 1\n", 2),
    "hidden_character": (SITE.replace("花の約束", '"\\ud800"'), 3),
    "yaml_alias": ("a: &a [x, x]\nb: [*a, *a]\n", 1),
    "yaml_merge": ("<<: {a: b}\n", 1),
    "yaml_tag": ("a: !!python/object/apply:os.system [x]\n", 1),
    "yaml_too_deep": ("a: " + "[" * 3000 + "]" * 3000, 1),
    "yaml_key_not_text": ("? [a]\n: b\n", 1),
    "yaml_many_documents": ("a: 1\n---\nb: 2\n", 2),
}


@pytest.mark.parametrize("code", YAML)
def test_yaml_that_is_not_plain_data(code: str) -> None:
    """What YAML can do beyond data, and what a Japanese keyboard does to it, is named with its line."""
    text, line = YAML[code]
    found = read_yaml("site_config/site.yml", text.encode()).findings
    assert (code, line) in [(f.code, f.place.line) for f in found]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("organization: " + "あ" * 3000, "wrong_length"),
        ("site_url: https://me:secret@example.org/", "bad_web_address"),
        ("languages: []", "wrong_length"),
        ("brand: [a]", "not_mapping"),
        ("sample: yes", "not_true_or_false"),
        ("fiscal_year_start: 4月", "not_whole_number"),
    ],
)
def test_wrong_values_in_the_settings(text: str, code: str, tmp_path: Path) -> None:
    """A value of the wrong kind or size is named with its key."""
    make(tmp_path)
    (tmp_path / "data/values/values.csv").write_text(BASE, "utf-8")
    key = text.partition(":")[0]
    kept = [line for line in SITE.strip().split("\n") if not line.startswith(key + ":")]
    (tmp_path / "site_config/site.yml").write_text("\n".join([*kept, text]) + "\n", "utf-8")
    found = told(parse_project(load_project(tmp_path)))
    assert [(f.code, f.place.key) for f in found] == [(code, key)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[a](\njavascript:x)", "unsafe_address"),
        ("[a][b]\n\n[b]:\n  javascript:x", "unsafe_address"),
        ("[a](JaVa&#x09;Script:x)", "unsafe_address"),
        ("![a](https://example.org/x.png)", "image_from_elsewhere"),
        ("![a](//example.org/x.png)", "image_from_elsewhere"),
        ("<svg\nonload=x>", "html_in_text"),
        ("<!-- x -->", "html_in_text"),
    ],
)
def test_pages_that_would_run(body: str, code: str, tmp_path: Path) -> None:
    """An address or tag is found wherever it stands, also on the line below its bracket."""
    make(tmp_path)
    (tmp_path / "data/values/values.csv").write_text(BASE, "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/note.md").write_text(f"---\ntitle: x\n---\n\n{body}\n", "utf-8")
    found = told(parse_project(load_project(tmp_path)))
    assert [(f.code, f.place.file) for f in found] == [(code, "content/note.md")]
