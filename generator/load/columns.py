"""The columns of every table (contract), and how a printed header finds its canonical name.

Headers are matched without regard to case, spaces and full or half width; nothing looser:
a near miss (`acutal`) is a finding that proposes the right name.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass

from generator.load.raw import Role

DIMENSION_PREFIX = "by_"
_WIDEST, _LONGEST = 60, 60
"""Columns, and characters of a heading, among which a meaning is looked for: likeness is slow."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Names a table must have, may have, and whether by_<dimension> columns are taken."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    dimensions: bool = False

    @property
    def all(self) -> tuple[str, ...]:
        return self.required + self.optional


COLUMNS: dict[Role, Columns] = {
    Role.VALUES: Columns(
        ("indicator_id", "fiscal_year", "society", "target", "actual"),
        ("numerator", "denominator", "status", "period", "note", "sample"),
        dimensions=True,
    ),
    Role.TARGETS: Columns(("indicator_id", "fiscal_year", "target", "decided_on", "reason"), ("sample",)),
    Role.PROJECTS: Columns(
        ("project_id", "name", "society", "fiscal_year", "metric", "unit", "direction", "target", "actual"),
        ("cost", "note", "sample"),
    ),
    Role.SURVEYS: Columns(
        (
            *("survey_id", "indicator_id", "fiscal_year", "society", "population", "sent"),
            *("undeliverable", "valid", "answer", "positive", "count"),
        ),
        ("note", "sample"),
    ),
    Role.ACTIONS: Columns(("action_id", "fiscal_year", "state"), ("note", "updated_on", "sample")),
    Role.SOCIETIES: Columns(("society", "slug"), ("block", "grid_col", "grid_row", "municipality_codes")),
    Role.PUBLISHED: Columns(
        (
            *("indicator_id", "fiscal_year", "period", "society", "dimensions", "decided_on"),
            *("target", "actual", "numerator", "denominator", "status", "grade"),
        )
    ),
}

OTHER_NAMES = {
    "指標": "indicator_id",
    "指標id": "indicator_id",
    "指標番号": "indicator_id",
    "年度": "fiscal_year",
    "会計年度": "fiscal_year",
    "商工会": "society",
    "商工会名": "society",
    "団体名": "society",
    "目標": "target",
    "目標値": "target",
    "実績": "actual",
    "実績値": "actual",
    "分子": "numerator",
    "分母": "denominator",
    "状態": "status",
    "備考": "note",
    "期間": "period",
    "決定日": "decided_on",
    "理由": "reason",
    "事業名": "name",
    "費用": "cost",
    "ブロック": "block",
    "year": "fiscal_year",
    "fy": "fiscal_year",
    "id": "indicator_id",
    "indicator": "indicator_id",
    "value": "actual",
    "result": "actual",
}
"""Other headings people write; they are proposed in a finding, not taken."""


def canonical(printed: str, columns: Columns) -> str:
    """The canonical name of a printed header, or "" where it is none of `columns`."""
    bare = "".join(unicodedata.normalize("NFKC", printed).split()).lower()
    if bare in columns.all:
        return bare
    if columns.dimensions and bare.startswith(DIMENSION_PREFIX) and len(bare) > len(DIMENSION_PREFIX):
        return (
            DIMENSION_PREFIX + unicodedata.normalize("NFC", printed).strip()[len(DIMENSION_PREFIX) :].strip()
        )
    return ""


def suggestion(printed: str, columns: Columns) -> str:
    """The canonical name that a strange header was probably meant to be, or ""."""
    if len(printed) > _LONGEST:
        return ""
    bare = "".join(unicodedata.normalize("NFKC", printed).split()).lower().replace("-", "_")
    bare = re.sub(r"[\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\(.*\)$", "", bare)
    if OTHER_NAMES.get(bare) in columns.all:
        return OTHER_NAMES[bare]
    joined = {name.replace("_", ""): name for name in columns.all}
    if bare.replace("_", "") in joined:
        return joined[bare.replace("_", "")]
    near = difflib.get_close_matches(bare, columns.all, n=1, cutoff=0.75)
    return near[0] if near else ""


def meant_names(cells: list[str], columns: Columns) -> int:
    """How many different names a row of texts holds or seems to mean (指標, 年度, 実績)."""
    heads = cells[:_WIDEST]
    return len({canonical(text, columns) or suggestion(text, columns) for text in heads} - {""})


def known_names(cells: list[str], columns: Columns) -> int:
    """How many different canonical names a row of texts holds."""
    return len({canonical(text, columns) for text in cells} - {""})
