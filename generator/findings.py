"""A finding is data; its wording depends on who reads it.

Rooms that check input add findings to a list; only `cli` prints them. Every code has one
sentence, one expectation and one fix in each language (theme/messages/<lang>.yml is for
pages; findings have their own table, `finding_words`, because tools print them too).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """rejected = cannot be right; held = needs a named acknowledgement before it is public."""

    REJECTED = "rejected"
    HELD = "held"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input: file relative to the project; line counts from 1; sheet and cell for
    workbooks; column by its canonical name; key is a dotted path in YAML or front matter."""

    file: str
    line: int | None = None
    column: str = ""
    sheet: str = ""
    cell: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. `values` fill the sentence of `code`; `value` is what was found, as read."""

    severity: Severity
    code: str
    place: Place
    value: str = ""
    values: tuple[tuple[str, str], ...] = field(default=())
