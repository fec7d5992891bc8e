"""The brand's colours as a few custom properties at the end of the stylesheet.

Pages run under a policy without inline styles, so colours of site.yml reach them as CSS. Only hex
colours are let through: nothing of the settings can become another rule.
"""

from __future__ import annotations

import re

from generator import colour
from generator.model import Brand

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
ON_LIGHT = "@media screen and (prefers-color-scheme: light) {{ :root {{ {rules} }} }}\n"
"""Only screens: on paper the theme prints in ink, whatever the brand's colours are."""

SOFT = (
    "@media screen and (prefers-color-scheme: {scheme}) {{ :root {{ "
    "--accent-soft: color-mix(in oklab, var(--accent) {part}%, var(--paper)); }} }}\n"
)


def stylesheet(brand: Brand) -> str:
    """Rules to add to the stylesheet; empty where the brand names no colour.

    accent: a field or an underline in both schemes, with an ink that can be read on it. deep: achieved
    values, links and bars on light ground; on dark ground the theme's own lighter blue stays, because a
    deep colour would vanish."""
    return "".join((_accent(brand.accent), _deep(brand.deep)))


def _accent(accent: str) -> str:
    if not _HEX.fullmatch(accent):
        return ""
    rules = f"--accent: {accent}; --on-accent: {colour.ink_on(accent)};"
    return f"\n/* brand (site.yml) */\n:root {{ {rules} }}\n" + "".join(
        SOFT.format(scheme=scheme, part=part) for scheme, part in (("light", 36), ("dark", 24))
    )


def _deep(deep: str) -> str:
    if not _HEX.fullmatch(deep):
        return ""
    names = ("--achieved", "--actual", "--link", "--focus")
    return ON_LIGHT.format(rules=" ".join(f"{name}: {deep};" for name in names))
