"""Personal data in a text: phone numbers, mail and street addresses, My Number, accounts, cards.

Found in every spelling: full-width digits, every dash, spaces and brackets, entities, tags in between,
in HTML comments too. Pure: a text in, its matches out. What is found is held, never removed: a
person decides, match by match.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_DASHES = "‐‑‒–—―−─━﹘﹣－⁃➖"
_S = r"(?:[-. ()・/]{0,3}|-\n)"
_KANJI = "〇○零一二三四五六七八九"
_KANJI_DIGITS = str.maketrans(_KANJI, "000123456789")
_N = rf"[0-9{_KANJI}十百千]{{1,6}}"
_WORD_BEFORE = "|".join(f"(?<={word})" for word in ("TEL", "Tel", "tel", "FAX", "Fax", "fax", "AX:", "EL:"))
_BEFORE = rf"(?:(?<![0-9A-Za-z_])(?<![0-9][-.,/])|{_WORD_BEFORE})"
_AFTER = r"(?![0-9]|[,.][0-9]|[A-Za-z_])"
_NO_UNIT = r"(?![円千万億兆件人%社名])"

_PHONES = (
    rf"{_BEFORE}0[0-9]{{1,4}}{_S}[0-9]{{1,4}}{_S}[0-9]{{3,4}}{_AFTER}",
    rf"{_BEFORE}(?:0120|0800|0570|0990)(?:{_S}[0-9]){{6,7}}{_AFTER}",
    rf"(?<![0-9])(?:\+|00){_S}81{_S}(?:\(0\)|0)?{_S}[1-9](?:{_S}[0-9]){{7,9}}(?![0-9])",
    r"(?:電話|携帯|ファックス|ファクス|TEL|Tel|tel|FAX|Fax|fax)(?:番号)?[はが: .]{0,3}"
    r"(?!(?:19|20)[0-9]{2}-(?:19|20))[0-9]{2,4}-[0-9]{4}(?![0-9-])",
)
_MAIL_NAME = r"[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}"
_DOT = r"(?:\.|\[dot\]|\(dot\)|ドット)"
_LABEL = "[A-Za-z0-9\u3041-\u30ff\u4e00-\u9fff-]{1,63}"
_MAILS = (
    rf"{_MAIL_NAME} ?(?:@|\[at\]|\(at\)|<at>|\[アット\]|\(アット\)|アットマーク) ?"
    rf"(?:{_LABEL}{_DOT}){{1,6}}[A-Za-z]{{2,}}",
)
_KANA_KANJI = "\u3041-\u30ff\u3400-\u9fff々ヶ"
_STREET = r"[0-9]{1,4}-[0-9]{1,4}"
_ADDRESSES = (
    r"(?:〒 ?|郵便番号[^0-9\n]{0,3})[0-9]{3} ?-? ?[0-9]{4}(?![0-9])",
    rf"{_N} ?丁目 ?{_N}[-の番地号 0-9{_KANJI}十百]{{0,12}}",
    rf"{_N} ?番地(?:[の-]?{_N})?",
    rf"{_N} ?番 ?{_N} ?号",
    rf"(?:[都道府県][{_KANA_KANJI}]{{1,12}}[市区町村]|[市郡][{_KANA_KANJI}]{{1,8}}[町村区])"
    rf"[{_KANA_KANJI}]{{0,12}} ?(?!(?:19|20)[0-9]{{2}}-){_STREET}(?:-[0-9]{{1,4}})?(?![0-9年月日件人円])",
    rf"[市区町村字][{_KANA_KANJI}]{{0,12}} ?(?!(?:19|20)[0-9]{{2}}-){_STREET}-[0-9]{{1,4}}(?![0-9])",
)
_MY_NUMBERS = (rf"{_BEFORE}[0-9]{{4}}[- ]?[0-9]{{4}}[- ]?[0-9]{{4}}{_AFTER}{_NO_UNIT}",)
_CARDS = (
    rf"{_BEFORE}[3-6](?:[0-9]{{3}}[- ]?[0-9]{{4}}[- ]?[0-9]{{4}}[- ]?[0-9]{{2,4}}){_AFTER}{_NO_UNIT}",
    rf"{_BEFORE}3[0-9]{{3}}[- ]?[0-9]{{6}}[- ]?[0-9]{{5}}{_AFTER}{_NO_UNIT}",
)
_ACCOUNTS = (
    r"(?:普通|当座|貯蓄)(?:預金|貯金)?(?:口座)?(?:番号)?[: ]{0,2}(?:No\.?)?[: ]{0,2}[0-9]{6,8}(?![0-9,円])",
    r"口座番号[^0-9\n]{0,6}[0-9]{6,8}(?![0-9,円])",
    r"記号[^0-9\n]{0,3}[0-9]{5}[^0-9\n]{0,6}番号[^0-9\n]{0,3}[0-9]{6,8}(?![0-9])",
)

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_IMAGE = re.compile(r"(!\[[^\]]{0,1000}\]\()([^)\n\"']*)")
_WEB = re.compile(r"https?://[^\s<>\"')]+")
"""File names and web addresses: digits in them are no phone numbers."""
_UNIT = re.compile(r"&#?[A-Za-z0-9]{1,12};|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Match:
    """One find: the code of its finding, its text as written, where it begins, and its text in one
    spelling (what two spellings of the same data have in common)."""

    code: str
    text: str
    start: int
    plain: str


@dataclass(frozen=True, slots=True)
class _View:
    """A text in plain characters, each with the span of the original it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def personal_data(text: str) -> tuple[Match, ...]:
    """Every match in the order of the text; overlapping finds of one code are one."""
    spans: list[tuple[str, int, int]] = []
    for view in _views(text):
        for code, patterns, holds in _KINDS:
            for start, end in _found(view, patterns, holds):
                spans.append((code, view.starts[start], view.ends[end - 1]))
    merged = _without_overlap(sorted(set(spans), key=lambda span: (span[1], -span[2], span[0])))
    return tuple(Match(code, text[a:b], a, _plain(text[a:b])) for code, a, b in merged)


def _found(
    view: _View, patterns: tuple[re.Pattern[str], ...], holds: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        for match in pattern.finditer(view.text):
            if holds(match.group()):
                yield match.span()


def _without_overlap(spans: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Spans that touch become one; the code of the earlier (and longer) one stays."""
    kept: list[tuple[str, int, int]] = []
    for code, start, end in spans:
        if kept and start < kept[-1][2]:
            before = kept[-1]
            kept[-1] = (before[0], before[1], max(before[2], end))
        else:
            kept.append((code, start, end))
    return kept


def _views(text: str) -> Iterator[_View]:
    """As it stands; without tags; with kanji for digits. Marks of emphasis and escapes are not seen."""
    seen = _blanked(text)
    yield _view(seen, hidden=())
    if tags := [match.span() for match in _TAG.finditer(seen)]:
        yield _view(seen, hidden=tags)
    if any(mark in seen for mark in "〇○零"):
        as_it_stands = _view(seen, hidden=())
        digits = as_it_stands.text.translate(_KANJI_DIGITS)
        yield _View(_joined(digits), as_it_stands.starts, as_it_stands.ends)


def _blanked(text: str) -> str:
    text = _IMAGE.sub(lambda m: m.group(1) + "\x00" * len(m.group(2)), text)
    return _WEB.sub(lambda m: "\x00" * len(m.group()), text)


def _view(text: str, hidden: list[tuple[int, int]] | tuple[()]) -> _View:
    dropped = {at for start, end in hidden for at in range(start, end)}
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for unit in _UNIT.finditer(text):
        if unit.start() in dropped:
            continue
        for letter in _folded(unit.group()):
            letters.append(letter)
            starts.append(unit.start())
            ends.append(unit.end())
    return _View(_joined("".join(letters)), tuple(starts), tuple(ends))


@lru_cache(maxsize=4096)
def _folded(unit: str) -> str:
    letter = html.unescape(unit) if len(unit) > 1 else unit
    if letter in ("*", "\\", "`", "\u00ad"):
        return ""
    if letter in _DASHES:
        return "-"
    if letter in ("\u3000", "\u00a0", "\t"):
        return " "
    return unicodedata.normalize("NFKC", letter)


def _joined(text: str) -> str:
    """A long-vowel mark between digits was typed for a dash; no letter changes its place."""
    return re.sub(r"(?<=[0-9) ])ー(?=[0-9( ])", "-", text)


def _plain(text: str) -> str:
    """One spelling: no spaces, dashes or brackets, half-width."""
    folded = "".join(_folded(unit.group()) for unit in _UNIT.finditer(text))
    return re.sub(r"[-\s.()・/ー]", "", folded).casefold()


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _is_phone(text: str) -> bool:
    """Ten digits, eleven for mobile, internet and 0800; +81 and numbers behind 電話 as they are."""
    digits = _digits(text)
    if not text.startswith("0") or text.startswith("00"):
        return True
    eleven = re.match(r"0[5789]0|0800", digits) is not None
    return len(digits) == 11 if eleven else len(digits) == 10 and digits[1] != "0"


def is_my_number(digits: str) -> bool:
    """Whether the last of twelve digits is their check digit (番号法施行規則: weights 2–7, then 2–6)."""
    if len(digits) != 12 or len(set(digits)) == 1:
        return False
    weights = [n + 1 if n <= 6 else n - 5 for n in range(1, 12)]
    rest = sum(int(d) * w for d, w in zip(reversed(digits[:11]), weights, strict=True)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)


def is_card_number(digits: str) -> bool:
    """Luhn's sum of a card number. 14 to 16 digits: 13 have goods (JAN) and companies (法人番号)."""
    if not 14 <= len(digits) <= 16 or len(set(digits)) == 1:
        return False
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _always(text: str) -> bool:
    return True


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_KINDS: tuple[tuple[str, tuple[re.Pattern[str], ...], Callable[[str], bool]], ...] = (
    ("personal_mail", _compiled(_MAILS), _always),
    ("personal_card", _compiled(_CARDS), lambda text: is_card_number(_digits(text))),
    ("personal_my_number", _compiled(_MY_NUMBERS), lambda text: is_my_number(_digits(text))),
    ("personal_account", _compiled(_ACCOUNTS), _always),
    ("personal_phone", _compiled(_PHONES), _is_phone),
    ("personal_address", _compiled(_ADDRESSES), _always),
)
