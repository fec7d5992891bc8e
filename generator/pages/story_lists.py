r"""Lists as people and editors write them, for a Markdown that only knows steps of four spaces.

`1. a` with `   - b` below it (two or three spaces, as editors indent) is a list in a list, and a list may
follow a paragraph without an empty line (a numbered one where it begins with 1: 「…は\n2024. …」 is none).
"""

from __future__ import annotations

import re

from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]

STEP = 4
_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +)(?=\S)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")


class Lists(Preprocessor):  # type: ignore[misc]
    """Runs after code fences and HTML were put aside."""

    def run(self, lines: list[str]) -> list[str]:
        return in_steps(lines)


def in_steps(lines: list[str]) -> list[str]:
    """The lines with every list item indented by its depth times four."""
    written: list[str] = []
    depths: list[int] = []
    """Column at which the text of each open item begins."""
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        item = None if _RULE.match(line) else _ITEM.match(line)
        if not line.strip():
            written.append(line)
            continue
        if item is None and not indent and (not written or not written[-1].strip()):
            depths.clear()
        within = bool(depths)
        while depths and indent < depths[-1] and (item is not None or indent):
            depths.pop()
        if item is None:
            written.append(" " * STEP * len(depths) + line.lstrip(" ") if depths and indent else line)
            continue
        after_text = bool(not within and written and written[-1].strip())
        if after_text and item.group(2) not in (*"-*+", "1.", "1)"):
            written.append(line)
            continue
        if after_text:
            written.append("")
        written.append(f"{' ' * STEP * len(depths)}{line.lstrip(' ')}")
        depths.append(item.end())
    return written
