"""How well one colour stands on another, by the formula of WCAG 2.2 (relative luminance)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Brand

INK, WHITE, BLACK = "#1a1d26", "#ffffff", "#000000"
PAPER = "#fbf8f1"
"""The ground of every page on light screens (theme/assets/css/site.css: --paper)."""
TEXT = 4.5
"""Least ratio of text to its ground (WCAG 1.4.3, AA)."""
LIGHT: Mapping[str, str] = {
    "paper": "#fbf8f1",
    "ink": "#1a1d26",
    "muted": "#595c66",
    "line": "#ddd5c4",
    "accent": "#f6c700",
    "on_accent": "#1a1d26",
    "actual": "#0b3f91",
    "before": "#8aa3c8",
}
"""The stylesheet's tokens, light scheme, that pictures for keeping are drawn in (tests compare them)."""
CHART: Mapping[str, str] = {"card": "#fffdf8", "grid": "#e6dfd0", "target": "#1a1d26"}
"""Further tokens, of charts alone."""
GRADES: Mapping[str, Mapping[str, str]] = {
    "A": {"fill": "#005aff", "ink": "#ffffff", "edge": "#005aff"},
    "B": {"fill": "#d5eeff", "ink": "#12324f", "edge": "#1277b5"},
    "C": {"fill": "#ffdc9c", "ink": "#4a2a00", "edge": "#b06a00"},
    "D": {"fill": "#ff4b00", "ink": "#1a0a00", "edge": "#d63f00"},
    "E": {"fill": "#84919e", "ink": "#0d1116", "edge": "#66727e"},
    "none": {"fill": "", "ink": "#595c66", "edge": "#8b8d93"},
}
"""Field, the ink on it and its edge, light scheme."""


def contrast_ratio(one: str, other: str) -> float:
    """Ratio of two colours `#rrggbb`: 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(field: str) -> str:
    """The colour of text on a field: the site's ink where it can be read, else white, else black.

    One of black and white always reaches 4.5 : 1."""
    return next((ink for ink in (INK, WHITE) if contrast_ratio(ink, field) >= TEXT), BLACK)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)


def of_brand(brand: Brand) -> Mapping[str, str]:
    """The colours of pictures for keeping: the theme's, and the brand's where it names some."""
    own = dict(LIGHT)
    if brand.accent:
        own |= {"accent": brand.accent, "on_accent": ink_on(brand.accent)}
    if brand.deep:
        own["actual"] = brand.deep
    return own


def mixed(one: str, other: str, part: float) -> str:
    """So much (0 … 1) of one colour in another, as CSS mixes them `in oklab`."""
    first, second = _oklab(one), _oklab(other)
    return _hex(tuple(a * part + b * (1 - part) for a, b in zip(first, second, strict=True)))


_TO_LMS = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
"""Oklab (Ottosson 2020): linear RGB → cone responses → lightness and two opponent axes, and back."""


def _times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _oklab(colour: str) -> tuple[float, ...]:
    linear = [_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5)]
    return _times(_TO_LAB, [cone ** (1 / 3) for cone in _times(_TO_LMS, linear)])


def _hex(oklab: Sequence[float]) -> str:
    linear = _times(_FROM_LMS, [cone**3 for cone in _times(_FROM_LAB, oklab)])
    return "#" + "".join(f"{round(255 * _gamma(min(max(channel, 0.0), 1.0))):02x}" for channel in linear)


def _gamma(channel: float) -> float:
    return float(channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055)
