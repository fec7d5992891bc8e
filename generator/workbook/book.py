"""A form to the bytes of an .xlsx. The only user of xlsxwriter; the same form gives the same bytes.

Everything that comes from data is written as text or as a number, never as a formula or a link.
The sheets keep the national rules for machine-readable data themselves: one header row, one row a
datum, no merged or hidden cells, no object, no character of one platform only.
"""

from __future__ import annotations

import io
import re
from datetime import datetime
from decimal import Decimal

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from generator.formats import rounded
from generator.model import Aggregation, Exact, Indicator, Kind
from generator.sentences.ja_years import Manner, fiscal_year
from generator.workbook import headings, marks
from generator.workbook.cover import write_cover
from generator.workbook.form import KEPT_STATES, Ask, Form, Group
from generator.workbook.headings import heading
from generator.workbook.validation import of_note, of_number, of_part, of_status
from generator.workbook.words import say, state

FONT = "BIZ UDPGothic"
"""Comes with Windows and Microsoft 365; a programme without it takes its own gothic."""
CREATED = datetime(2020, 1, 1)
"""Of every workbook: the day it is made must not change its bytes."""
WIDTHS = {
    headings.NUMBER: 6, headings.NAME: 34, headings.CATEGORY: 12, headings.AREA: 18, headings.UNIT: 7,
    headings.LAST: 17, headings.TARGET: 17, headings.ACTUAL: 17, headings.NUMERATOR: 12,
    headings.DENOMINATOR: 12, headings.STATUS: 11, headings.NOTE: 28, headings.MEANING: 56, headings.MARK: 22,
}  # fmt: skip
MEANING_LETTERS, NAME_LETTERS, KEY_LETTERS = 34, 17, 18
"""Letters (full width; of the key, half width) that stand on one line of these columns."""
_NUMBERS = (headings.LAST, headings.TARGET)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LONGEST_SHEET_NAME = 31


def written(form: Form, lang: str = "ja", until: str = "") -> bytes:
    """The workbook of a form; `until` is printed as the day it is due."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(
        content,
        {
            "in_memory": True,
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        },
    )
    book.set_properties({"title": form.project.plan.title, "created": CREATED})
    _Book(book, form, lang).write(until)
    book.close()
    return content.getvalue()


class _Book:
    """One workbook being written."""

    def __init__(self, book: Workbook, form: Form, lang: str) -> None:
        self.book, self.form, self.lang = book, form, lang
        self.start = form.project.site.fiscal_year_start
        self.formats: dict[tuple[str, ...], Format] = {}
        self.names: list[str] = []

    def write(self, until: str) -> None:
        cover = self.book.add_worksheet(say("cover", self.lang))
        sheets = [(self._sheet(group), group) for group in self.form.groups]
        manner = Manner.of(self.form.project.site)
        listed = [(s.get_name(), len(g.asks)) for s, g in sheets]
        write_cover(cover, self.form, self.lang, manner, until, listed, self.format)
        for sheet, group in sheets:
            self._fill(sheet, group)
        self._list([(s.get_name(), g) for s, g in sheets])
        if sheets:
            sheets[0][0].set_first_sheet()
        cover.activate()
        cover.set_first_sheet()

    def format(self, *names: str) -> Format:
        """A format by its traits; each is made once, in the order of first use."""
        if names not in self.formats:
            made = self.book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter"})
            for name in names:
                _trait(made, name)
            self.formats[names] = made
        return self.formats[names]

    def _sheet(self, group: Group) -> Worksheet:
        base = _NOT_IN_NAMES.sub(" ", f"{group.plan.number} {group.plan.title}").strip()
        name, n = base[:LONGEST_SHEET_NAME], 1
        while name.lower() in self.names:
            n += 1
            name = f"{base[: LONGEST_SHEET_NAME - 3]} {n}"
        self.names.append(name.lower())
        return self.book.add_worksheet(name)

    def _fill(self, sheet: Worksheet, group: Group) -> None:
        columns = columns_of(group)
        for c, name in enumerate(columns):
            sheet.set_column(c, c, WIDTHS[name])
            looks = ("head", "input_head") if name in headings.INPUT else ("head",)
            sheet.write_string(0, c, self._heading(name), self.format(*looks))
        for r, ask in enumerate(group.asks, start=1):
            for c, name in enumerate(columns):
                self._cell(sheet, r, c, name, ask)
            sheet.set_row(r, _height(ask))
        sheet.set_row(0, 32)
        # The meaning and the key are for the screen: without them the page is readable on paper.
        sheet.print_area(0, 0, len(group.asks), columns.index(headings.NOTE))
        sheet.freeze_panes(1, columns.index(headings.NAME) + 1)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        _print_setup(sheet, say("print.page", self.lang, sheet=sheet.get_name().replace("&", "&&")))

    def _heading(self, name: str) -> str:
        """Years stand in the heading in both calendars (rule L3-05)."""
        if name not in (headings.LAST, headings.TARGET, headings.ACTUAL):
            return heading(name, self.lang)
        year = self.form.fiscal_year - (name == headings.LAST)
        return say("with_year", self.lang, heading=heading(name, self.lang), year=self._year(year))

    def _year(self, year: int) -> str:
        shown = fiscal_year(year, self.start)
        if self.lang != "ja":
            return f"FY{year}" if self.start != 1 else str(year)
        return shown if shown.startswith(str(year)) else f"{shown}・{year}年度"

    def _cell(self, sheet: Worksheet, r: int, c: int, name: str, ask: Ask) -> None:
        if name in headings.INPUT:
            self._input(sheet, r, c, name, ask)
        elif name in _NUMBERS:
            value = ask.last if name == headings.LAST else ask.target
            looks = self.format("locked", "right", _number_format(ask.indicator, ask.parts))
            _number(sheet, r, c, value, looks, ask.indicator.decimals)
        elif name == headings.NUMBER:
            sheet.write_number(r, c, ask.indicator.number, self.format("locked", "right", "general"))
        else:
            looks = (
                ("locked", "small", "wrap")
                if name in (headings.MEANING, headings.MARK)
                else ("locked", "wrap")
            )
            sheet.write_string(r, c, self._text(name, ask), self.format(*looks))

    def _text(self, name: str, ask: Ask) -> str:
        i = ask.indicator
        texts = {
            headings.NAME: i.name if self.lang == "ja" else i.name_en or i.name,
            headings.CATEGORY: "・".join(c for _, c in ask.dimensions) or say("total", self.lang),
            headings.AREA: ask.society.name if ask.society else self.form.project.site.organization,
            headings.UNIT: i.unit if self.lang == "ja" else i.unit_en or i.unit,
            headings.MEANING: " ".join(i.definition.split()),
            headings.MARK: ask.mark.text,
        }
        return texts[name]

    def _input(self, sheet: Worksheet, r: int, c: int, name: str, ask: Ask) -> None:
        if not is_asked(name, ask):
            sheet.write_blank(r, c, None, self.format("locked"))
            return
        present = ask.present
        if name in (headings.STATUS, headings.NOTE):
            text = present.note if present is not None and name == headings.NOTE else ""
            if present is not None and name == headings.STATUS and present.status in KEPT_STATES:
                text = state(present.status, self.lang)
            looks = self.format("input", "wrap") if name == headings.NOTE else self.format("input")
            sheet.write_string(r, c, text, looks) if text else sheet.write_blank(r, c, None, looks)
            sheet.data_validation(
                r, c, r, c, of_status(self.lang) if name == headings.STATUS else of_note(self.lang)
            )
            return
        part = name in (headings.NUMERATOR, headings.DENOMINATOR)
        value = getattr(present, name) if present is not None else None
        shown = "general" if part else _number_format(ask.indicator, ask.parts)
        _number(sheet, r, c, value, self.format("input", "right", shown))
        rule = of_part(name, self.lang) if part else of_number(ask.indicator, self.lang)
        sheet.data_validation(r, c, r, c, rule)

    def _list(self, sheets: list[tuple[str, Group]]) -> None:
        """What was handed out: marks and targets, so that a change of either is noticed."""
        sheet = self.book.add_worksheet(marks.LIST_SHEET)
        sheet.very_hidden()
        form = self.form
        slug = "all" if form.whole else form.society.slug if form.society else marks.FEDERATION
        rows = [
            (marks.LIST_TITLE, str(marks.VERSION)),
            ("fiscal_year", str(form.fiscal_year)),
            ("society", slug),
            ("society_name", form.society.name if form.society else ""),
            ("project", form.project.plan.title),
            ("mark", "target", "sheet"),
        ]
        for name, group in sheets:
            rows += [
                (a.mark.text, "" if a.target is None else format(a.target, "f"), name) for a in group.asks
            ]
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                sheet.write_string(r, c, text)


def columns_of(group: Group) -> tuple[str, ...]:
    """The columns of a sheet: no breakdown, numerator or denominator where nothing needs one."""
    asked = {name for ask in group.asks for name in headings.ORDER if is_asked(name, ask)}
    if any(ask.dimensions for ask in group.asks):
        asked.add(headings.CATEGORY)
    optional = {headings.CATEGORY, headings.ACTUAL, headings.NUMERATOR, headings.DENOMINATOR}
    return tuple(name for name in headings.ORDER if name not in optional or name in asked)


def is_asked(name: str, ask: Ask) -> bool:
    """Whether a column is typed into in a row."""
    if name in (headings.NUMERATOR, headings.DENOMINATOR):
        return ask.parts
    return name in headings.INPUT and (name != headings.ACTUAL or not ask.parts)


def _number(
    sheet: Worksheet, r: int, c: int, value: Exact | None, looks: Format, digits: int | None = None
) -> None:
    """A number; quotients that never end are rounded to the indicator's places."""
    if value is None:
        sheet.write_blank(r, c, None, looks)
        return
    if not isinstance(value, Decimal) and digits is not None:
        value = rounded(value, digits)
    sheet.write_number(r, c, float(value), looks)


def _number_format(indicator: Indicator, parts: bool) -> str:
    """Whole numbers are grouped; others are shown as far as they were written."""
    if indicator.aggregation is Aggregation.COUNT_TRUE or (
        indicator.kind is Kind.COUNT and not indicator.decimals
    ):
        return "whole"
    return "places:" + str(indicator.decimals) if parts else "general"


def _height(ask: Ask) -> float:
    """Points that the longest wrapped cell takes: Excel does not do it by itself for written rows."""
    meaning = -(-len(ask.indicator.definition) // MEANING_LETTERS) * 11
    name = -(-len(ask.indicator.name) // NAME_LETTERS) * 13
    key = -(-len(ask.mark.text) // KEY_LETTERS) * 11
    return float(max(18, meaning + 6, name + 6, key + 6))


def _print_setup(sheet: Worksheet, footer: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&C{footer}")


def _trait(made: Format, name: str) -> None:
    """One trait of a format by its name."""
    border = {"border": 1, "border_color": "#B8C0C8"}
    traits: dict[str, dict[str, object]] = {
        "head": {"bold": True, "bg_color": "#E6EBF0", "text_wrap": True, **border},
        "input_head": {"bg_color": "#FFE9A8"},
        "locked": {"bg_color": "#F1F3F5", "font_color": "#333B44", **border},
        "input": {"bg_color": "#FFF9DB", "locked": False, **border},
        "wrap": {"text_wrap": True},
        "small": {"font_size": 8, "font_color": "#5A6570"},
        "right": {"align": "right"},
        "whole": {"num_format": "#,##0"},
        "general": {},
        "title": {"font_size": 16, "bold": True},
        "bold": {"bold": True},
        "top": {"valign": "top"},
    }
    if name.startswith("places:"):
        digits = int(name.partition(":")[2])
        traits[name] = {"num_format": "#,##0" + ("." + "0" * digits if digits else "")}
    for trait, value in traits[name].items():
        getattr(made, f"set_{trait}")(value)
