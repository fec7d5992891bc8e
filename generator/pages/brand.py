"""The brand's colours as a few custom properties at the end of the stylesheet.

Pages run under a policy without inline styles, so colours of site.yml reach them as CSS. Only hex
colours are let through: nothing of the settings can become another rule.
"""

from __future__ import annotations

import re

from generator.model import Brand

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
ON_LIGHT = "@media (prefers-color-scheme: light) {{ :root {{ {rules} }} }}\n"


def stylesheet(brand: Brand) -> str:
    """Rules to add to the stylesheet; empty where the brand names no colour.

    accent: a field or an underline in both schemes. deep: achieved values, links and bars on light
    ground; on dark ground the theme's own lighter blue stays, because a deep colour would vanish."""
    accent = f":root {{ --accent: {brand.accent}; }}\n" if _HEX.fullmatch(brand.accent) else ""
    names = ("--achieved", "--actual", "--link", "--focus")
    rules = " ".join(f"{name}: {brand.deep};" for name in names)
    deep = ON_LIGHT.format(rules=rules) if _HEX.fullmatch(brand.deep) else ""
    return f"\n/* brand (site.yml) */\n{accent}{deep}" if accent or deep else ""
