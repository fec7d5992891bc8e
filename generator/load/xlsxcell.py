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
_LITERALS = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|_.|\*.')
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Seen:
    """What one cell shows, its kind, and a code when its format changes its size."""

    text: str
    kind: CellKind
    warning: str = ""


def seen(typed: Cell | MergedCell, computed: Cell | MergedCell) -> Seen:
    """Text and kind of a cell; `typed` holds the formula, `computed` the stored result."""
    value = typed.value
    if value is None or isinstance(typed, MergedCell) or isinstance(computed, MergedCell):
        return Seen("", CellKind.EMPTY)
    if typed.data_type == "f":
        return _formula(str(getattr(value, "text", value)), computed)
    shown = _plain(typed, value)
    if shown.kind is not CellKind.EMPTY and _struck(typed):
        return Seen(shown.text, CellKind.STRUCK)
    return shown


def _formula(formula: str, computed: Cell) -> Seen:
    """A stored result is taken; none, another workbook or a result that moves is not."""
    outside = "[" in formula or "://" in formula or _VOLATILE.search(formula)
    if outside or computed.value is None:
        return Seen(formula, CellKind.FORMULA)
    shown = _plain(computed, computed.value)
    return Seen(shown.text, shown.kind, shown.warning or "cell_is_formula")


def _plain(cell: Cell, value: object) -> Seen:
    if isinstance(value, bool):
        return Seen("TRUE" if value else "FALSE", CellKind.BOOLEAN)
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return Seen(_date_text(value), CellKind.DATE)
    if isinstance(value, (int, float)):
        return _number(value, str(cell.number_format or "General"))
    text = str(value)
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
    scaled = re.search(r"[0#?],+(;|$|\s|\.)", bare) or any(
        re.search(r"[万億兆]|百万", text) for text in _QUOTED.findall(number_format.split(";")[0])
    )
    return Seen(_shortest(exact), CellKind.NUMBER, "cell_format_scales" if scaled else "")


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
