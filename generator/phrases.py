"""Where a line of Japanese may be broken: between phrases, as a reader would; the only user of BudouX."""

from __future__ import annotations

from functools import cache

import budoux


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def phrases(text: str, lang: str) -> list[str]:
    """The text in parts that a line break may stand between."""
    if lang == "ja":
        return [part for part in _parser().parse(text) if part]
    return [text]
