"""The only place that rounds: exact values become Number objects and strings here.

One rule everywhere: 四捨五入, half away from zero (JIS Z 8401 rule B), once, at the end. The
negative sign is U+2212 (−). A percentage below 100 is never shown as 100, a rate below a grade's
bound never at it, a difference never as none: digits are added until it can be seen. `shown`
carries '%' where the number is a percentage, else no unit; a difference in percentage points is
not a percentage and carries no sign of one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from generator.model import Exact, Number

MINUS = "−"
RATE_DIGITS = 1
"""Digits after the point of a rate shown in percent (102.9%)."""
HUNDRED = 100
"""Percent: what is below is never shown as it."""
EXACT_DIGITS = 30
"""A decimal that ends within so many places is written exactly in `raw`."""
SIGNIFICANT_DIGITS = 15
"""Significant digits of `raw` where the decimal does not end."""


def units(value: Exact, digits: int) -> int:
    """`value` in units of its last place (10^−digits), half away from zero."""
    above, below = value.as_integer_ratio()
    if digits >= 0:
        above *= 10**digits
    else:
        below *= 10**-digits
    whole = (2 * abs(above) + below) // (2 * below)
    return whole if above >= 0 else -whole


def rounded(value: Exact, digits: int) -> Fraction:
    """`value` to `digits` places after the point, half away from zero; exact result.

    Negative `digits` round to tens, hundreds …
    """
    return units(value, digits) / Fraction(10) ** digits


def plain(value: Exact, digits: int, *, grouped: bool) -> str:
    """`value` rounded, in ASCII digits with '-' as sign; never '-0'."""
    return written(units(value, digits), digits, grouped=grouped)


def written(whole: int, digits: int, *, grouped: bool) -> str:
    """A number of units of 10^−digits in ASCII digits."""
    if digits < 0:
        whole, digits = whole * 10**-digits, 0
    integer, fraction = divmod(abs(whole), 10**digits)
    text = f"{integer:,}" if grouped else str(integer)
    if digits:
        text += f".{fraction:0{digits}d}"
    return f"-{text}" if whole < 0 else text


def _ending_digits(value: Fraction) -> int | None:
    """Places after the point that write `value` exactly; None when it does not end."""
    denominator, twos, fives = value.denominator, 0, 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _first_digit(value: Fraction) -> int:
    """Decimal exponent of the leading digit: 0 for 3.1, 2 for 314, −2 for 0.031."""
    size = abs(value)
    exponent = len(str(size.numerator)) - len(str(size.denominator))
    return exponent if size >= Fraction(10) ** exponent else exponent - 1


def raw(value: Exact) -> str:
    """Decimal string of the unrounded value, without exponent, grouping or trailing zeros.

    What was read is written in full. A computed value is exact when it ends within
    EXACT_DIGITS places; else it has SIGNIFICANT_DIGITS, and more where fewer would lift a
    ratio below 1 to 1, so that a reader of `raw` judges as we did.
    """
    if isinstance(value, Decimal):
        return _trimmed(format(value, "f"))
    digits = _ending_digits(value)
    if digits is None or digits > EXACT_DIGITS:
        digits = SIGNIFICANT_DIGITS - 1 - _first_digit(value)
        while value < 1 <= rounded(value, digits):
            digits += 1
    return _trimmed(plain(value, digits, grouped=False))


def _trimmed(text: str) -> str:
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _signed(text: str) -> str:
    return text.replace("-", MINUS)


def percent_text(percent: Exact, digits: int, bounds: Iterable[Exact] = ()) -> str:
    """A percentage (50 = half) with its sign; what is below 100 or one of the further `bounds`
    (percentages too) never reads as if it had reached it."""
    above = min((b for b in (HUNDRED, *bounds) if percent < b), default=None)
    while above is not None and units(percent, digits) >= above * 10**digits:
        digits += 1
    return _signed(written(units(percent, digits), digits, grouped=True)) + "%"


def value_text(value: Exact, decimals: int, *, percent: bool) -> str:
    """A value in its indicator's unit: `12,345`, `−4`, `57.9%`."""
    if percent:
        return percent_text(value, decimals)
    return _signed(plain(value, decimals, grouped=True))


def rate_text(ratio: Exact, digits: int = RATE_DIGITS, bounds: Iterable[Exact] = ()) -> str:
    """A ratio as a percentage: 1.02875 → `102.9%`; `bounds` are ratios."""
    return percent_text(Fraction(ratio) * 100, digits, [Fraction(b) * 100 for b in bounds])


def seen_digits(value: Exact, decimals: int) -> int:
    """Digits that show a difference: `decimals`, more where it would read as none."""
    while value and not units(value, decimals):
        decimals += 1
    return decimals


def difference_text(value: Exact, decimals: int) -> str:
    """A difference with its sign: `+345`, `−17.1`, `0`; no unit, points for percentages."""
    text = distance_text(value, decimals)
    return f"+{text}" if value > 0 else f"{MINUS}{text}" if value < 0 else text


def distance_text(value: Exact, decimals: int) -> str:
    """The size of a difference: `345`, `17.1`, `0`."""
    return plain(abs(Fraction(value)), seen_digits(value, decimals), grouped=True)


def value_number(value: Exact, decimals: int, percent: bool, src: str) -> Number:
    """A published value in the indicator's own unit."""
    return Number(value, value_text(value, decimals, percent=percent), src)


def rate_number(ratio: Exact, src: str, bounds: Iterable[Exact] = ()) -> Number:
    """A published ratio (achievement, progress, pace, share), shown in percent; `bounds` are the
    ratios at which its grade or band changes."""
    return Number(ratio, rate_text(ratio, bounds=bounds), src)


def limit_number(ratio: Exact, src: str) -> Number:
    """A published limit (a cap), shown in percent with the digits it has: 1 → `100%`."""
    percent = Fraction(ratio) * 100
    return Number(ratio, percent_text(percent, _ending_digits(percent) or 0), src)


def difference_number(value: Exact, decimals: int, src: str) -> Number:
    """A published difference or change, shown with its sign."""
    return Number(value, difference_text(value, decimals), src)


def distance_number(value: Exact, decimals: int, src: str) -> Number:
    """A published difference without its sign."""
    return Number(abs(Fraction(value)), distance_text(value, decimals), src)


def year_number(year: int, src: str) -> Number:
    """A fiscal year as a number: no thousands separator."""
    return Number(Decimal(year), str(year), src)


def count_number(count: int, src: str) -> Number:
    """A published count (societies that reported, indicators achieved)."""
    return Number(Decimal(count), value_text(Decimal(count), 0, percent=False), src)
