"""Whole cells as printed in official tables: a number with its unit and a remark, or a state.

    cell = number unit? remark? | state | words that say when the value will come
    remark = "(" … ")" ; 暫定, 速報, 見込, 集計中 in it make the value provisional

Values files take only `number` and `state`; this reading is for tables taken from elsewhere,
and for proposing what a refused cell probably says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.grammar.characters import plain
from generator.grammar.numbers import UNITS, Parsed, number
from generator.grammar.refusal import Refusal
from generator.grammar.states import not_yet, state
from generator.model import Status

_REMARK = re.compile(r"(.*?[^(]) ?\(([^()]*)\)")
_UNSURE = re.compile(r"暫定|速報|見込|集計中|推計|概数")
_UNIT = re.compile("|".join(re.escape(u) for u in UNITS))


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a printed cell says. `value` is in `unit` (千人 is 人 with the value times 1000)."""

    value: Decimal | None
    status: Status
    unit: str = ""
    remark: str = ""
    percent: bool = False


def cell(text: str) -> CellReading | Refusal:
    """Number, unit, remark and state of a printed cell, or why it cannot be read."""
    named = state(text)
    if named is not None and named is not Status.PROVISIONAL and named is not Status.REPORTED:
        return CellReading(None, named)
    if not_yet(text):
        return CellReading(None, Status.NOT_DUE, remark=text.strip())
    shown, remark = _without_remark(plain(text))
    found, unit = _number_and_unit(shown)
    if isinstance(found, Refusal):
        whole = number(text)
        return whole if isinstance(whole, Refusal) else found
    status = Status.PROVISIONAL if _UNSURE.search(remark) else Status.REPORTED
    return CellReading(found.value, status, "%" if found.percent else unit, remark, found.percent)


def _without_remark(text: str) -> tuple[str, str]:
    found = _REMARK.fullmatch(text)
    return (found.group(1), found.group(2)) if found else (text, "")


def _number_and_unit(text: str) -> tuple[Parsed | Refusal, str]:
    found = number(text)
    if isinstance(found, Parsed):
        return found, ""
    for unit in _UNIT_ENDINGS:
        if text.endswith(unit):
            shorter = number(text[: -len(unit)])
            if isinstance(shorter, Parsed) and not shorter.percent:
                return shorter, unit
    return found, ""


# 千人 is tried as 人 first, so that 千 multiplies; 303千人 is 303,000 人.
_UNIT_ENDINGS = tuple(sorted(UNITS, key=lambda u: (len(u), u)))
