"""Which characters are the same for numbers and years. Never applied to names.

A closed table, not NFKC: NFKC would turn 447² into 4472 and ① into 1.
"""

from __future__ import annotations

import re

SPACES = " \t\u00a0\u3000\u2007\u2009\u202f"
"""Spaces cut off at both ends: ASCII, tab, NBSP, ideographic, figure, thin, narrow NBSP."""

_FULL_WIDTH = {0xFF10 + d: str(d) for d in range(10)}
_FULL_WIDTH |= {0xFF21 + i: chr(ord("A") + i) for i in range(26)}
_FULL_WIDTH |= {0xFF41 + i: chr(ord("a") + i) for i in range(26)}
_FULL_WIDTH |= {
    ord("，"): ",",
    ord("．"): ".",
    ord("％"): "%",
    ord("﹪"): "%",
    ord("＋"): "+",
    ord("－"): "-",  # U+FF0D
    ord("−"): "-",  # U+2212
    ord("﹣"): "-",  # U+FE63
    ord("（"): "(",
    ord("）"): ")",
    ord("／"): "/",
    ord("＿"): "_",
    ord("："): ":",
    ord("＝"): "=",
    ord("＃"): "#",
}

MINUS_LOOKALIKES = "‐‑‒–—―─━ーｰ一_╴⁻₋˗"
"""Drawn like a minus, typed by mistake: hyphens, dashes, rules, long vowel marks, kanji one."""

WAVES = "〜~～∼"

WHOLE_DASH = re.compile(r"[-‐‑‒–—―─━ーｰ_…‥・.*＊×〜~～∼/▲△▼▽]+")
"""A cell that holds nothing but dashes, waves, dots, stars, slashes or a sign without a number."""


def plain(text: str) -> str:
    """`text` with full-width digits, letters and signs made ASCII, and outer spaces cut off."""
    return text.translate(_FULL_WIDTH).strip(SPACES)
