"""Figures with a unit as people type them into a sentence: 約1,200件, ３万円, 20件以上."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from generator import grammar
from generator.grammar import Parsed
from generator.grammar.characters import plain
from generator.grammar.numbers import MULTIPLES

PERCENT = ("%", "パーセント", "㌫")
_ALIKE = (PERCENT, ("人", "名"), ("か所", "ヶ所", "ケ所", "カ所", "ヵ所", "箇所"))
"""Spellings of one unit."""
_YEN = re.compile(r"(十億|億|千万|百万|万|千)?円")
_ABOUT_BEFORE = ("約", "およそ", "おおよそ", "おおむね", "概ね", "ほぼ", "≒")
_ABOUT_BEHIND = ("程度", "前後", "ほど", "くらい", "ぐらい", "余り", "あまり", "余", "強", "弱", "近く")
_AT_LEAST = ("以上", "を超", "超", "を上回", "を突破", "を越")
_AT_MOST = ("以下", "以内", "未満", "を下回", "に満たな", "弱")
_OTHER_BEHIND = re.compile(
    r"目|ずつ|あたり|当たり|ごと|おき|間|前(?!後)|後|連続|分の|につき|から|より|[~〜～/-]|ポイント|pt",
    re.IGNORECASE,
)
"""What makes a figure something else: an ordinal, a share, a duration, a range, where it began."""
_OTHER_BEFORE = re.compile(
    r"(?:第|[~〜～/]|[0-9]-|うち|のべ|延べ|累計|通算|合わせて|あわせて|残り|あと|毎[年月週日]|各|これまでに?)[はでに、,]?$"
)
_AMOUNT = r"[-▲△]?[0-9][0-9,]*(?:\.[0-9]+)?(?:千万|百万|千|万|億|兆)?(?:[0-9][0-9,]*(?:千万|百万|千|万|億)?)*"

_THOUSANDS = re.compile(r"(?<=[万億兆])([0-9])千$")
"""98万7千 is 98万7000 in the grammar of cells."""


class Bound(StrEnum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence: `text` as it is matched, value in `unit` (yen for money)."""

    text: str
    value: Decimal
    unit: str
    bound: Bound
    step: Decimal
    """Size of the last digit that was written and is not a zero at the end."""
    start: int
    end: int

    def agrees(self, published: Fraction) -> bool:
        """Whether the figure may stand for that published value."""
        if self.bound is Bound.AT_LEAST:
            return published >= Fraction(self.value)
        if self.bound is Bound.AT_MOST:
            return published <= Fraction(self.value)
        gap = abs(published - Fraction(self.value))
        return gap < Fraction(self.step) if self.bound is Bound.ABOUT else gap == 0


def canonical(unit: str) -> str:
    """The unit by which spellings and multiples of one unit are compared."""
    shown = plain(unit)
    if _YEN.fullmatch(shown):
        return "円"
    return next((alike[0] for alike in _ALIKE if shown in alike), shown)


def scale(unit: str) -> Decimal:
    """What one of the unit is in the canonical one: 千円 is 1000."""
    found = _YEN.fullmatch(plain(unit))
    if found is None or found.group(1) is None:
        return Decimal(1)
    return Decimal(10) ** 9 if found.group(1) == "十億" else MULTIPLES[found.group(1)]


def spellings(units: Iterable[str]) -> tuple[str, ...]:
    """Every way to write these canonical units, longest first."""
    found = {s for unit in units for s in next((a for a in _ALIKE if unit in a), (unit,))}
    return tuple(sorted(found, key=lambda s: (-len(s), s)))


def figures(sentence: str, units: Iterable[str]) -> Iterator[Figure]:
    """The figures of a sentence (already `plain`) that stand before one of the canonical `units`."""
    written = "|".join(re.escape(unit) for unit in spellings(units))
    if not written:
        return
    for match in re.finditer(rf"(?<![0-9.,A-Za-z])({_AMOUNT}) ?({written})", sentence, re.IGNORECASE):
        before, behind = sentence[: match.start()].rstrip(), sentence[match.end() :].lstrip()
        about = next((word for word in _ABOUT_BEFORE if before.endswith(word)), "")
        bare = before.removesuffix(about)
        read = grammar.number(_THOUSANDS.sub(r"\g<1>000", match.group(1)))
        if not isinstance(read, Parsed) or _OTHER_BEHIND.match(behind) or _OTHER_BEFORE.search(bare):
            continue
        unit = canonical(match.group(2))
        bound = Bound.ABOUT if about else _bound(behind)
        yield Figure(
            f"{about}{match.group()}", read.value, unit, bound, _step(match.group(1)), len(bare), match.end()
        )


def _bound(behind: str) -> Bound:
    if behind.startswith(_ABOUT_BEHIND):
        return Bound.ABOUT
    if behind.startswith(_AT_LEAST):
        return Bound.AT_LEAST
    return Bound.AT_MOST if behind.startswith(_AT_MOST) else Bound.EXACT


def _step(amount: str) -> Decimal:
    """1,200 is written to hundreds, 1.25万 to hundreds, 12 to ones."""
    found = re.match(r"[-▲△]?([0-9,]+)(?:\.([0-9]+))?(千万|百万|千|万|億|兆)?(.*)", amount)
    assert found is not None
    whole, decimals, multiple, rest = found.groups()
    if rest:
        return _step(rest)
    size = MULTIPLES[multiple] if multiple else Decimal(1)
    if decimals:
        return size / Decimal(10) ** len(decimals)
    zeros = len(whole) - len(whole.replace(",", "").rstrip("0")) - whole.count(",")
    return size * Decimal(10) ** (zeros if whole.strip("0,") else 0)
