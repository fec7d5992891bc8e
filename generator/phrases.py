"""Where a line of Japanese may be broken: between phrases, as a reader would; the only user of BudouX."""

from __future__ import annotations

from functools import cache

import budoux

SHORTEST = 2
"""Letters of a first phrase that is not left alone on a line: a number and the beginning of a name."""


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def phrases(text: str, lang: str) -> list[str]:
    """The text in parts that a line break may stand between."""
    if lang != "ja":
        return [text]
    parts = [part for part in _parser().parse(text) if part]
    if len(parts) > 1 and len(parts[0]) <= SHORTEST:
        parts[:2] = [parts[0] + parts[1]]
    return parts
