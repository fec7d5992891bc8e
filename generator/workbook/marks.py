"""What ties a row of a workbook to a row of the data, wherever the row is moved to.

    mark = version "/" fiscal year "/" area "/" indicator id ("/" dimension "=" category ("&" …)?)?
    area = slug of the society | "*" for the federation

It stands in the last column of its row and says everything by itself: a programme that drops hidden
sheets, columns or names loses nothing that reading back depends on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

VERSION = 1
"""Of the layout. A workbook with another one is asked for again, never guessed at."""
FEDERATION = "*"
LIST_SHEET = "_impact"
"""The very hidden sheet that lists what was handed out, so that a change of it is noticed."""
LIST_TITLE = "impact-template"

_ESCAPED = re.compile(r"[%/&=\x00-\x20\u3000]")
_MARK = re.compile(r"(\d+)/(\d{4})/([^/]+)/([^/]+)(?:/([^/]+))?")
_ALIKE = re.compile(r"\s*\d+\s*/\s*\d{4}\s*/")


@dataclass(frozen=True, slots=True)
class Mark:
    """One row's key. `slug` "" = the federation itself; dimensions sorted, () = the total."""

    fiscal_year: int
    slug: str
    indicator_id: str
    dimensions: tuple[tuple[str, str], ...] = ()
    version: int = VERSION

    @property
    def text(self) -> str:
        parts = [str(self.version), str(self.fiscal_year), self.slug or FEDERATION, self.indicator_id]
        if self.dimensions:
            parts.append("&".join(f"{_escape(n)}={_escape(c)}" for n, c in self.dimensions))
        return "/".join(parts)


def read(text: str) -> Mark | None:
    """The mark that `text` is, or None. Outer spaces do not matter."""
    found = _MARK.fullmatch(text.strip())
    if found is None:
        return None
    version, year, slug, indicator, rest = found.groups()
    pairs = [part.partition("=") for part in (rest or "").split("&") if part]
    if any(not mark for _, mark, _ in pairs):
        return None
    dimensions = tuple(sorted((_unescape(n), _unescape(c)) for n, _, c in pairs))
    return Mark(int(year), "" if slug == FEDERATION else slug, indicator, dimensions, int(version))


def looks_like_one(text: str) -> bool:
    """Whether a text was a mark before somebody typed into it."""
    return bool(_ALIKE.match(text))


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda m: f"%{ord(m.group()):04X}", text)


def _unescape(text: str) -> str:
    return re.sub(r"%([0-9A-F]{4})", lambda m: chr(int(m.group(1), 16)), text)
