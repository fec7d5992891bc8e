"""Numbers: what the closed grammar takes, exactly, and how it names what it declines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.grammar import Parsed, Refusal, RefusalCode, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1200", "1200"),
        ("１，２００", "1200"),
        ("1,200", "1200"),
        ("1,234,567.89", "1234567.89"),
        ("　447\u00a0", "447"),
        ("4４7", "447"),
        ("▲5", "-5"),
        ("△5", "-5"),
        ("▲ 1,200", "-1200"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("－５", "-5"),
        ("﹣5", "-5"),
        ("(5)", "-5"),
        ("（1,200）", "-1200"),
        ("+3", "3"),
        ("＋３", "3"),
        ("1.2万", "12000"),
        ("3百万", "3000000"),
        ("2千", "2000"),
        ("1億2,345万6,789", "123456789"),
        ("1兆7,319億", "1731900000000"),
        ("-0.5", "-0.5"),
        ("9007199254740993", "9007199254740993"),
    ],
)
def test_taken(text: str, value: str) -> None:
    """Every form of the grammar is read to its exact value."""
    assert number(text) == Parsed(Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"), [("12.5%", "12.5"), ("１２．５％", "12.5"), ("12.5 %", "12.5"), ("▲0.5%", "-0.5")]
)
def test_percentages_say_so(text: str, value: str) -> None:
    """A percent sign is kept as a mark; the value is the number before it."""
    assert number(text) == Parsed(Decimal(value), percent=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", RefusalCode.EMPTY),
        ("約450", RefusalCode.APPROXIMATE),
        ("450程度", RefusalCode.APPROXIMATE),
        ("≒450", RefusalCode.APPROXIMATE),
        ("450人以上", RefusalCode.APPROXIMATE),
        ("440〜450", RefusalCode.RANGE),
        ("440-450", RefusalCode.RANGE),
        ("447/450", RefusalCode.TWO_VALUES),
        ("447(450)", RefusalCode.TWO_VALUES),
        ("447→450", RefusalCode.TWO_VALUES),
        ("2024/4/1", RefusalCode.DATE),
        ("4月1日", RefusalCode.DATE),
        ("1-2", RefusalCode.DATE),
        ("TRUE", RefusalCode.BOOLEAN),
        ("○", RefusalCode.BOOLEAN),
        ("inf", RefusalCode.INFINITE),
        ("-Infinity", RefusalCode.INFINITE),
        ("447²", RefusalCode.SUPERSCRIPT),
        ("①", RefusalCode.SUPERSCRIPT),
        ("½", RefusalCode.SUPERSCRIPT),
        ("447※", RefusalCode.SUPERSCRIPT),
        ("447*1", RefusalCode.SUPERSCRIPT),
        ("٤٤٧", RefusalCode.FOREIGN_DIGITS),
        ("五百", RefusalCode.KANJI_NUMERALS),
        ("ー4", RefusalCode.DASH_NOT_MINUS),
        ("ｰ4", RefusalCode.DASH_NOT_MINUS),
        ("―4", RefusalCode.DASH_NOT_MINUS),
        ("—4", RefusalCode.DASH_NOT_MINUS),
        ("–4", RefusalCode.DASH_NOT_MINUS),
        ("‐4", RefusalCode.DASH_NOT_MINUS),
        ("─4", RefusalCode.DASH_NOT_MINUS),
        ("一4", RefusalCode.DASH_NOT_MINUS),
        ("1,20,0", RefusalCode.GROUPING),
        ("12,5", RefusalCode.GROUPING),
        ("1.234,56", RefusalCode.GROUPING),
        ("4_47", RefusalCode.UNDERSCORE),
        ("4.47E+02", RefusalCode.SCIENTIFIC),
        ("1e3", RefusalCode.SCIENTIFIC),
        ("007", RefusalCode.LEADING_ZERO),
        ("1 200", RefusalCode.SPACE_INSIDE),
        (".5", RefusalCode.DECIMAL_POINT),
        ("5.", RefusalCode.DECIMAL_POINT),
        ("--5", RefusalCode.SIGNS),
        ("▲(5)", RefusalCode.SIGNS),
        ("5-", RefusalCode.SIGNS),
        ("447件", RefusalCode.UNIT),
        ("3,000千円", RefusalCode.UNIT),
        ("12.5㌫", RefusalCode.UNIT),
        ("¥1,200", RefusalCode.UNIT),
        ("447件の増", RefusalCode.WORDS_AFTER),
        ("全て達成する", RefusalCode.CONDITION),
        ("ﾃｽﾄ", RefusalCode.WORDS),
        ("-", RefusalCode.STATE_AMBIGUOUS),
        ("―", RefusalCode.STATE_AMBIGUOUS),
        ("…", RefusalCode.STATE_AMBIGUOUS),
        ("***", RefusalCode.STATE_AMBIGUOUS),
        ("N/A", RefusalCode.STATE_AMBIGUOUS),
        ("NaN", RefusalCode.STATE_AMBIGUOUS),
        ("なし", RefusalCode.STATE_AMBIGUOUS),
        ("暫定", RefusalCode.STATE_NEEDS_VALUE),
        ("=1+1", RefusalCode.FORMULA),
        ("@SUM(1)", RefusalCode.FORMULA),
        ("#DIV/0!", RefusalCode.ERROR_VALUE),
        ("9" * 30, RefusalCode.TOO_LONG),
    ],
)
def test_declined_by_name(text: str, code: RefusalCode) -> None:
    """What is outside the grammar is refused with the code that says why."""
    found = number(text)
    assert isinstance(found, Refusal)
    assert found.code is code


@settings(deadline=None)
@given(st.decimals(-(10**15), 10**15, allow_nan=False, places=4))
def test_plain_decimals_come_back_exactly(value: Decimal) -> None:
    """Any plain decimal is read to itself, grouped or not, negative in each way of writing."""
    digits = format(abs(value), "f")
    grouped = format(abs(value), ",f")
    for text in (digits, grouped, digits.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})):
        assert number(text) == Parsed(abs(value))
        for minus in ("-", "▲", "△", "−"):
            assert number(minus + text) == Parsed(-abs(value) if value else Decimal(0))


@settings(deadline=None)
@given(st.text(max_size=70))
def test_never_raises(text: str) -> None:
    """Any text at all is a number or a refusal."""
    assert isinstance(number(text), Parsed | Refusal)
