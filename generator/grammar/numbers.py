"""Numbers. What is taken:

    number    = sign? amount "%"? | "(" amount ")"
    sign      = "-" "−" "－" "﹣" "▲" "△" (all negative) | "+" "＋"
    amount    = plain | plain multiple | compound
    plain     = digits ("." digits)? ; digits may be grouped in threes: 1,200
    multiple  = 千 | 万 | 億 | 兆 | 百万 | 千万
    compound  = (plain 兆)? (plain 億)? (plain 万)? plain?   ; 1兆7,319億
                but not 1万5 or 1億5000, which are also short for 1万5千 and 1億5000万

Digits and signs may be full width; spaces around are cut off, and one may stand before %.
(5) is −5, as accounts write it. 12.5% is 12.5 and says that it was a percentage.
Everything else is refused by name; 4.47E+02 too, because Excel has already dropped digits
when it writes that way.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from generator.grammar.characters import MINUS_LOOKALIKES, WAVES, WHOLE_DASH, plain
from generator.grammar.refusal import Refusal, RefusalCode

MULTIPLES = {
    "千": Decimal(10) ** 3,
    "万": Decimal(10) ** 4,
    "百万": Decimal(10) ** 6,
    "千万": Decimal(10) ** 7,
    "億": Decimal(10) ** 8,
    "兆": Decimal(10) ** 12,
}

LONGEST = 60
"""Characters; no published number needs more, and hostile ones cost time."""

MOST_DIGITS = 24
"""Below the 28 digits that Decimal keeps by default: nothing is ever rounded while reading."""

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_PLAIN = rf"{_DIGITS}(?:\.[0-9]+)?"
_ONE = re.compile(rf"({_PLAIN})(千万|百万|千|万|億|兆)?")
_COMPOUND = re.compile(rf"(?:({_DIGITS})兆)?(?:({_DIGITS})億)?(?:({_DIGITS})万)?({_DIGITS})?")
_SIGNED = re.compile(r"([-▲△+]?) ?(.*?) ?(%?)")
_BRACKETED = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A number read exactly. `percent`: it was written with %, and `value` is 12.5 for 12.5%."""

    value: Decimal
    percent: bool = False


def number(text: str) -> Parsed | Refusal:
    """The number that `text` writes, exactly, or why it is none."""
    if len(text) > LONGEST or sum(c.isdigit() for c in text) > MOST_DIGITS:
        return Refusal(RefusalCode.TOO_LONG)
    shown = plain(text)
    bracketed = _BRACKETED.fullmatch(shown)
    if bracketed:
        amount = _amount(plain(bracketed.group(1)))
        return Parsed(-amount) if amount is not None else _why(shown)
    signed = _SIGNED.fullmatch(shown)
    if signed is None:
        return _why(shown)
    sign, rest, percent = signed.groups()
    amount = _amount(rest)
    if amount is None or (percent and not re.fullmatch(_PLAIN, rest)):
        return _why(shown)
    return Parsed(-amount if sign in "-▲△" and sign and amount else amount, bool(percent))


def _amount(text: str) -> Decimal | None:
    one = _ONE.fullmatch(text)
    if one:
        digits, multiple = one.groups()
        if _padded(digits):
            return None
        return _decimal(digits) * MULTIPLES.get(multiple, Decimal(1))
    return _compound(text)


def _compound(text: str) -> Decimal | None:
    """1兆7,319億 → 1,731,900,000,000; every part but the first is below ten thousand."""
    found = _COMPOUND.fullmatch(text)
    if not found or not any(found.groups()):
        return None
    sizes = (MULTIPLES["兆"], MULTIPLES["億"], MULTIPLES["万"], Decimal(1))
    parts = [(_decimal(p), size) for p, size in zip(found.groups(), sizes, strict=True) if p]
    if any(value >= 10000 for value, _ in parts[1:]) or any(_padded(p) for p in found.groups() if p):
        return None
    if _is_short(parts):
        return None
    return sum((value * size for value, size in parts), Decimal(0))


def _is_short(parts: list[tuple[Decimal, Decimal]]) -> bool:
    """Whether a multiple may have been left out at the end: 1万5 is 10,005 or 15,000."""
    if len(parts) < 2 or parts[-1][1] != 1 or not parts[-1][0]:
        return False
    return parts[-1][0] < 10 or parts[-2][1] != MULTIPLES["万"]


def _padded(digits: str) -> bool:
    """Whether a whole part starts with a needless zero (007): a code, not a quantity."""
    return len(digits) > 1 and digits[0] == "0" and digits[1] != "."


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


# ---------------------------------------------------------------- why not

_UNIT_WORDS = (
    "パーセント ポイント 事業所 事業者 商工会 会議所 百万円 十億円 億円 万円 千円 千人 万人 百人 円 件 人 名 "
    "社 者 回 点 年 組合 項目 機関 会員 事業 指標 施策 戦略 店 店舗 校 台 本 枚 戸 棟 世帯 地区 市町村 団体 "
    "企業 時間 日 か月 ヶ月 月 か所 箇所 カ所 ヶ所 位 割 分 pt 倍 kg t ha km ㎡ m2 冊 種 品"
)
UNITS = tuple(sorted(_UNIT_WORDS.split(), key=lambda u: (-len(u), u)))
"""Units known to stand behind a number, longest first."""

_COMPATIBILITY_UNITS = "㌫㌍㌔㌘㌧㌢㎜㎝㎞㎎㎏㏄㍉㍍㌃㌶㌻㍑㌦㌣‰℃㎥"
_KANJI_DIGITS = "〇零一二三四五六七八九十百千万億兆"
_DATE = re.compile(
    r"\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?月?|\d{1,2}月\d{1,2}日|\d{1,2}-\d{1,2}(-\d{2,4})?"
)
_ERRORS = re.compile(r"#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|#+)", re.IGNORECASE)
_AMBIGUOUS = re.compile(
    r"n\.?/?a\.?|none|null|nil|nan|なし|無し|無|-+|未定|未設定|tbd|tba|\?+|？+|不詳|空欄", re.IGNORECASE
)
_BOOLEAN = re.compile(r"true|false|yes|no|真|偽|はい|いいえ|有|あり|○|◯|〇|×|✓|✔|☑|レ|●|◎", re.IGNORECASE)
_ABOUT_BEFORE = re.compile(r"約|およそ|おおよそ|ほぼ|概ね|≒|≈|ca\.?|[<>≦≧≤≥＜＞]")
_ABOUT_BEHIND = re.compile(r"\d\D{0,4}(程度|前後|以上|以下|未満|超|弱|強|余|くらい|ほど|台)$")
_CONDITION = re.compile(r"前年|上回|下回|達成|維持|増加|減少|以上|以下|未満|全て|すべて|全員|全会")
_INFINITE = re.compile(r"[-+]?(inf(inity)?|∞)", re.IGNORECASE)


def _why(text: str) -> Refusal:
    """The first rule that names what is wrong with `text`; the order goes from sure to vague."""
    if not text:
        return Refusal(RefusalCode.EMPTY)
    whole = (
        (_ERRORS.fullmatch(text), RefusalCode.ERROR_VALUE),
        (_BOOLEAN.fullmatch(text), RefusalCode.BOOLEAN),
        (_INFINITE.fullmatch(text), RefusalCode.INFINITE),
        (_AMBIGUOUS.fullmatch(text) or WHOLE_DASH.fullmatch(text), RefusalCode.STATE_AMBIGUOUS),
        (re.fullmatch(r"暫定値?|速報値?|見込み?|見込値|推計値?|概数", text), RefusalCode.STATE_NEEDS_VALUE),
        (text[0] in "=@" or (text[0] == "+" and not text[1:2].isdigit()), RefusalCode.FORMULA),
        (_DATE.fullmatch(text), RefusalCode.DATE),
    )
    for found, code in whole:
        if found:
            return Refusal(code)
    return _why_inside(text)


def _why_inside(text: str) -> Refusal:
    digits = any(c in "0123456789" for c in text)
    rules = (
        (any(unicodedata.category(c) == "No" for c in text), RefusalCode.SUPERSCRIPT),
        (any(c.isdigit() and c not in "0123456789" for c in text), RefusalCode.FOREIGN_DIGITS),
        (digits and re.search(r"\d ?[※*†‡]|注\d?\)?$|※", text), RefusalCode.SUPERSCRIPT),
        (all(c in _KANJI_DIGITS for c in text), RefusalCode.KANJI_NUMERALS),
        (
            digits and re.match(r"(約|およそ|おおよそ|ほぼ|概ね|≒|≈|ca\.?|[<>≦≧≤≥＜＞])", text),
            RefusalCode.APPROXIMATE,
        ),
        (
            digits and re.search(r"\d\D{0,4}(程度|前後|以上|以下|未満|超|弱|強|余|くらい|ほど|台)$", text),
            RefusalCode.APPROXIMATE,
        ),
        (text[0] in MINUS_LOOKALIKES and digits, RefusalCode.DASH_NOT_MINUS),
        (re.match(rf"[^\d]*\d[\d,.]*\D{{0,3}}[{WAVES}‐–—-]\s*[\d]", text), RefusalCode.RANGE),
        (re.search(r"\d\s*[/:・;、]\s*[\d]|\d\(\s*\d|\d→\d|\n", text), RefusalCode.TWO_VALUES),
        ("_" in text and digits, RefusalCode.UNDERSCORE),
        (re.fullmatch(r"[-+▲△]?[\d.,]+[eE][-+]?\d+", text), RefusalCode.SCIENTIFIC),
        (re.fullmatch(r"[-+▲△(]*0[\d,]+(\.\d+)?\)?", text), RefusalCode.LEADING_ZERO),
        (re.fullmatch(r"[-+▲△(]*\d[\d ]*( \d+)+(\.\d+)?\)?", text), RefusalCode.SPACE_INSIDE),
        (re.fullmatch(r"[-+▲△]?(\.\d+|\d[\d,]*\.)", text), RefusalCode.DECIMAL_POINT),
        (
            re.fullmatch(r"[-+▲△()]*[\d,.]+[%)]*", text)
            and re.match(r"[-+▲△()]*[\d,]*[.\d]", text)
            and ("," in text or text.count(".") > 1),
            RefusalCode.GROUPING,
        ),
        (re.fullmatch(r"[-+▲△() ]*[\d,.]+[-+▲△()% ]*", text), RefusalCode.SIGNS),
        (_unit_behind(text) or (digits and any(c in _COMPATIBILITY_UNITS for c in text)), RefusalCode.UNIT),
        (re.match(r"[¥￥\\$€]", text) and digits, RefusalCode.UNIT),
        (re.match(r"[-+▲△(]*\d", text), RefusalCode.WORDS_AFTER),
        (digits, RefusalCode.WORDS),
        (
            re.search(r"前年|上回|下回|達成|維持|増加|減少|以上|以下|未満|全て|すべて|全員|全会", text),
            RefusalCode.CONDITION,
        ),
        (any(c.isalpha() for c in text), RefusalCode.WORDS),
    )
    for found, code in rules:
        if found:
            return Refusal(code)
    return Refusal(RefusalCode.UNKNOWN)


def _unit_behind(text: str) -> bool:
    number_part = re.match(r"[-+▲△(]*[\d,.]+(千万|百万|千|万|億|兆|[\d,.])*", text)
    return bool(number_part) and text[number_part.end() :].strip() in UNITS if number_part else False
