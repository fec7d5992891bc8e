"""How the parts of a chart look where no style sheet reaches: figures.css as attributes, light scheme.

Values that begin with `$` are tokens of `colour`; a test compares the table with the style sheet.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator import colour

FONTS = "'BIZ UDPGothic', 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif"
SIZE = 11.0
"""Letters in the chart: smaller than the room it was laid out for."""

PARTS: Mapping[str, Mapping[str, str]] = {
    "f-actual": {"fill": "$actual"},
    "f-before": {"fill": "$before"},
    "f-provisional": {"stroke": "$actual", "stroke-width": "1.5"},
    "f-reference": {"fill": "none", "stroke": "$actual", "stroke-width": "1.5"},
    "f-hatch": {"stroke": "$actual", "stroke-width": "1.6", "fill": "none"},
    "f-hatch-ground": {"fill": "$card"},
    "f-line": {
        **{"fill": "none", "stroke": "$actual", "stroke-width": "2.25"},
        **{"stroke-linejoin": "round", "stroke-linecap": "round"},
    },
    "f-point": {"fill": "$actual", "stroke": "$card", "stroke-width": "1.25"},
    "f-point-open": {"fill": "$card", "stroke": "$actual", "stroke-width": "2"},
    "f-target": {"stroke": "$target", "stroke-width": "3"},
    "f-halo": {"stroke": "$card", "stroke-width": "6"},
    "f-frame": {"fill": "none", "stroke": "$muted", "stroke-width": "1"},
    "f-revised": {"fill": "$card", "stroke": "$target", "stroke-width": "1.25"},
    "f-grid": {"stroke": "$grid", "stroke-width": "1"},
    "f-zero": {"stroke": "$ink", "stroke-width": "1"},
    "f-break": {
        **{"stroke": "$muted", "stroke-width": "1.5"},
        **{"stroke-dasharray": "1.5 3.5", "stroke-linecap": "round"},
    },
    "f-stem": {"stroke": "$grid", "stroke-width": "1.5"},
    "f-label": {"font-weight": "700"},
    "f-inside": {"fill": "$card"},
    **{f"f-{name}": {"fill": "$muted"} for name in ("tick", "year", "gap", "note", "target-label")},
    "f-upright": {"writing-mode": "vertical-rl"},
    "f-tile": {"stroke": "$actual", "stroke-width": "1", "fill": "$card"},
    "f-tile-1": {"fill": "$tile-1"},
    "f-tile-2": {"fill": "$tile-2"},
    "f-tile-3": {"fill": "$tile-3"},
    "f-tile-4": {"fill": "$actual"},
    "f-tile-none": {"stroke": "$muted", "stroke-dasharray": "2 2"},
    "f-tile-text-3": {"fill": "$card"},
    "f-tile-text-4": {"fill": "$card"},
}
"""Class → attributes; of two that say the same, the later in this table wins, as in the style sheet."""
MIXED = {"tile-1": 0.14, "tile-2": 0.32, "tile-3": 0.76}
"""Tokens made of so much of the actual's colour in the card's."""


def of(name: str, classes: str, tokens: Mapping[str, str]) -> Mapping[str, str]:
    """The attributes of an element of these classes."""
    asked = set(classes.split())
    found: dict[str, str] = {}
    for part, look in PARTS.items():
        if part in asked:
            found |= look
    if name == "text" and "f-upright" not in asked:
        found.setdefault("font-size", f"{SIZE:.0f}")
    return {key: _value(value, tokens) for key, value in found.items()}


def _value(value: str, tokens: Mapping[str, str]) -> str:
    if not value.startswith("$"):
        return value
    token = value[1:]
    if token in MIXED:
        return colour.mixed(tokens["actual"], tokens["card"], MIXED[token])
    return tokens[token]
