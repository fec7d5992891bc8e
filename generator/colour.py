"""How well one colour stands on another, by the formula of WCAG 2.2 (relative luminance)."""

from __future__ import annotations

INK, WHITE, BLACK = "#1a1d26", "#ffffff", "#000000"
PAPER = "#fbf8f1"
"""The ground of every page on light screens (theme/assets/css/site.css: --paper)."""
TEXT = 4.5
"""Least ratio of text to its ground (WCAG 1.4.3, AA)."""


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
