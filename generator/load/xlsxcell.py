"""One workbook cell to text: what the reader of the sheet sees, as far as numbers go.

Two readings of the same cell are set side by side: the formula one (what was typed) and the
value one (what Excel last computed).
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock

from generator.load.raw import CellKind

_VOLATILE = re.compile(
    r"\b(NOW|TODAY|RAND|RANDBETWEEN|INDIRECT|OFFSET|WEBSERVICE|RTD|DDE|CALL|HYPERLINK)\(|\|", re.IGNORECASE
)
_OUTSIDE = re.compile(r"\[\d+\][^\[\]()+*/,]*!|\[[^\[\]]*\.(xl|od|csv)\w*\]|://", re.IGNORECASE)
"""Another workbook, as the file stores it: [1]Sheet!A1. A table column is Sales[2024]."""
_LITERALS = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|_.|\*.')
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_WHITE = ("FFFFFFFF", "00FFFFFF")


@dataclass(frozen=True, slots=True)
class Seen:
    """What one cell shows, its kind, a code when its format changes or hides the number, and
    the words that the format puts beside it (件, 千円)."""

    text: str
    kind: CellKind
    warning: str = ""
    beside: str = ""


def seen(typed: Cell | MergedCell, computed: Cell | MergedCell) -> Seen:
    """Text and kind of a cell; `typed` holds the formula, `computed` the stored result."""
    value = typed.value
    if value is None or isinstance(typed, MergedCell) or isinstance(computed, MergedCell):
        return Seen("", CellKind.EMPTY)
    if typed.data_type == "f":
        shown = _formula(str(getattr(value, "text", value)), computed)
    else:
        shown = _plain(typed, value)
    if shown.kind is not CellKind.EMPTY and _struck(typed):
        return Seen(shown.text, CellKind.STRUCK)
    return shown


def _formula(formula: str, computed: Cell) -> Seen:
    """A stored result is taken; none, another workbook or a result that moves is not."""
    if _OUTSIDE.search(formula) or _VOLATILE.search(formula):
        return Seen(formula, CellKind.FORMULA)
    if computed.value is None:
        # =IF(x="","",x) stores an empty text; without any stored result the type is not text.
        return Seen("", CellKind.EMPTY) if computed.data_type == "str" else Seen(formula, CellKind.FORMULA)
    shown = _plain(computed, computed.value)
    return Seen(shown.text, shown.kind, shown.warning or "cell_is_formula", shown.beside)


def _plain(cell: Cell, value: object) -> Seen:
    if isinstance(value, bool):
        return Seen("TRUE" if value else "FALSE", CellKind.BOOLEAN)
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return Seen(_date_text(value), CellKind.DATE)
    if isinstance(value, (int, float)):
        shown = _number(value, str(cell.number_format or "General"))
        return Seen(shown.text, shown.kind, "cell_not_visible") if _is_white(cell) else shown
    text = _text(value)
    if cell.data_type == "e":
        return Seen(text, CellKind.ERROR)
    return Seen(text, CellKind.TEXT if text.strip() else CellKind.EMPTY)


def _date_text(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return value.isoformat() if not isinstance(value, datetime.timedelta) else str(value)


def _number(value: int | float, number_format: str) -> Seen:
    exact = _exact(value)
    bare = _LITERALS.sub("", number_format)
    if bare.strip().lower() not in ("general", "@", "") and re.search(
        r"[yg]|e(?![+-])|[dhs]", bare, re.IGNORECASE
    ):
        return Seen(format(exact, "f"), CellKind.DATE)
    if "%" in bare:
        return Seen(f"{_shortest(exact * 100)}%", CellKind.PERCENT)
    beside = "".join(a or b for a, b in _QUOTED.findall(number_format.split(";")[0])).strip()
    if beside in ("%", "％"):
        return Seen(f"{_shortest(exact)}%", CellKind.PERCENT)
    scaled = re.search(r"[0#?],+(;|$|\s|\.)", bare)
    warning = (
        "cell_format_scales" if scaled else "cell_not_visible" if _is_blanked(exact, number_format) else ""
    )
    return Seen(_shortest(exact), CellKind.NUMBER, warning, beside)


def _is_blanked(value: Decimal, number_format: str) -> bool:
    """Whether the format shows nothing of a number that is not zero (;;; is how cells are hidden)."""
    sections = number_format.split(";")
    if not value or '"' in number_format or "[" in number_format:
        return False
    chosen = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    return len(sections) > 1 and not chosen.strip()


def _is_white(cell: Cell) -> bool:
    """White letters on no colour: meant not to be seen."""
    colour = cell.font.color if cell.font else None
    if colour is None or (cell.fill is not None and cell.fill.fill_type):
        return False
    white = colour.rgb in _WHITE if colour.type == "rgb" else colour.type == "theme" and colour.theme == 0
    return bool(white) and not colour.tint


def _text(value: object) -> str:
    """The text of a cell; a raised 2 stays a footnote mark and never becomes a digit."""
    if not isinstance(value, CellRichText):
        return str(value)
    return "".join(_run(part) for part in value)


def _run(part: TextBlock | str) -> str:
    raised = isinstance(part, TextBlock) and part.font is not None and part.font.vertAlign
    return str(part).translate(_RAISED) if raised in ("superscript", "subscript") else str(part)


def _exact(value: int | float) -> Decimal:
    """Excel computes with 15 digits: 0.1 + 0.2 is stored as 0.30000000000000004, and is 0.3."""
    return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))


def _shortest(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _struck(cell: Cell) -> bool:
    """Whether any part of the cell is struck through."""
    if isinstance(cell.value, CellRichText):
        return any(isinstance(part, TextBlock) and part.font and part.font.strike for part in cell.value)
    return bool(cell.font and cell.font.strike)
