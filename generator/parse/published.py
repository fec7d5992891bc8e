"""data/published.csv and data/releases.yml: what was made public, by whom, and what was typed since.

Both are written by `impact release` and never by hand; they are read strictly, and a fault in them
says so. Indicators and societies that are gone may still be named here: they were public.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from urllib.parse import quote, unquote

from pydantic import Field

from generator import formats
from generator.findings import Finding
from generator.load.raw import RawTable, Role
from generator.load.yamlfile import YamlDocument
from generator.model_release import (
    MEASURES,
    Acknowledgement,
    Answer,
    Cell,
    ChangeKind,
    Figures,
    PublicFigures,
    Release,
    TypedChange,
)
from generator.parse.faults import checked, rejected
from generator.parse.schemas import Exact, Shape, Text, Words, Year
from generator.parse.tables import Faults, Row, rows_of

ANSWERED_KINDS = Literal["訂正", "改定", "correction", "revision"]
KINDS: Mapping[str, ChangeKind] = {"訂正": ChangeKind.CORRECTION, "改定": ChangeKind.REVISION}
"""The types as the plan's people write them."""
NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
"""Canonical decimals, as `formats.raw` writes them."""
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})?")


class ChangeShape(Shape):
    """One typed change of a release."""

    indicator_id: Words
    name: Text = ""
    unit: Text = ""
    fiscal_year: Year
    period: Text = ""
    society: Text = ""
    dimensions: dict[str, Text] = {}
    decided_on: date | None = None
    type: Literal["訂正", "改定"]
    reason: Words
    by: Words
    on: date
    old: dict[str, Exact] = {}
    new: dict[str, Exact] = {}
    withheld: bool = False
    whole_old: dict[str, Exact] = {}
    whole_new: dict[str, Exact] = {}


class AcknowledgementShape(Shape):
    """One confirmed value of a release."""

    code: Words
    cell: Words
    column: Text = ""
    value: Text = ""
    reason: Words
    by: Words
    on: date


class ReleaseShape(Shape):
    """One item of data/releases.yml."""

    on: date
    by: Words
    figures: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(min_length=64, max_length=64)]
    changes: list[ChangeShape] = []
    acknowledged: list[AcknowledgementShape] = []


class AnswerShape(Shape):
    """One item of an answers file for `impact release`."""

    cell: Words
    type: ANSWERED_KINDS | None = None
    reason: Words
    by: Text = ""
    on: date | None = None


def kind_named(word: str) -> ChangeKind:
    """訂正 or correction, 改定 or revision; ValueError for any other word."""
    return KINDS.get(word) or ChangeKind(word)


def parse_answers(document: YamlDocument) -> tuple[tuple[Answer, ...], list[Finding]]:
    """The answers of a file that a person wrote for `impact release`."""
    if document.findings:
        return (), list(document.findings)
    if not isinstance(document.data, list):
        return (), [rejected("not_list", document.place(), "", key="")]
    read = [checked(document, AnswerShape, item, str(n)) for n, item in enumerate(document.data)]
    shapes = [shape for shape, _ in read if shape is not None]
    answers = (Answer(s.cell, kind_named(s.type) if s.type else None, s.reason, s.by, s.on) for s in shapes)
    return tuple(answers), [fault for _, faults in read for fault in faults]


def parse_published(tables: Iterable[RawTable]) -> tuple[tuple[PublicFigures, ...], list[Finding]]:
    """The figures last made public, in the order of the file, and every finding."""
    faults = Faults()
    found: dict[Cell, PublicFigures] = {}
    for table in tables:
        for row in rows_of(table, Role.PUBLISHED, faults):
            before = faults.rejections()
            figures = _figures(row, faults)
            if figures is None or faults.rejections() > before:
                continue
            if figures.cell in found:
                first = str(found[figures.cell].line)
                faults.reject("published_repeated", row.place("indicator_id"), figures.cell.name, first=first)
            found.setdefault(figures.cell, figures)
    return tuple(found.values()), faults.found


def _figures(row: Row, faults: Faults) -> PublicFigures | None:
    year = row.text("fiscal_year")
    if not re.fullmatch("[0-9]{4}", year):
        faults.reject("published_unreadable", row.place("fiscal_year"), year)
        return None
    if not _DAY.fullmatch(row.text("decided_on")):
        faults.reject("published_unreadable", row.place("decided_on"), row.text("decided_on"))
    cell = Cell(
        row.text("indicator_id"),
        int(year),
        row.text("period"),
        row.text("society"),
        read_dimensions(row.text("dimensions")),
        row.text("decided_on"),
    )
    numbers = tuple((name, row.text(name)) for name in MEASURES if row.text(name))
    for name, number in numbers:
        if not re.fullmatch(NUMBER, number):
            faults.reject("published_unreadable", row.place(name), number)
            return None
    figures = tuple((name, formats.raw(Decimal(number))) for name, number in numbers)
    return PublicFigures(cell, figures, row.text("status"), row.text("grade"), row.line)


def digest(figures: Iterable[PublicFigures]) -> str:
    """sha256 of the figures themselves: the same for any order of rows and any line ends."""
    lines = sorted("\x1f".join(_parts(one)) for one in figures)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _parts(one: PublicFigures) -> Iterator[str]:
    yield one.cell.name
    yield from (f"{measure}={number}" for measure, number in one.figures)
    yield from (one.status, one.grade)


def written_dimensions(dimensions: Iterable[tuple[str, str]]) -> str:
    """`industry=bakery;size=small` in one CSV cell; marks inside a name are percent-encoded."""
    return ";".join(f"{_marked(name)}={_marked(category)}" for name, category in dimensions)


def _marked(text: str) -> str:
    return "".join(quote(c, safe="") if c in "%=;" else c for c in text)


def read_dimensions(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs that `written_dimensions` wrote."""
    pairs = (part.partition("=") for part in text.split(";") if part)
    return tuple((unquote(name), unquote(category)) for name, _, category in pairs)


def parse_releases(document: YamlDocument | None) -> tuple[tuple[Release, ...], list[Finding]]:
    """The releases in the order of the file, which is the order in which they happened."""
    if document is None or document.data is None:
        return (), []
    if not isinstance(document.data, list):
        return (), [rejected("not_list", document.place(), "", key="")]
    findings: list[Finding] = []
    shapes: list[ReleaseShape] = []
    for position, item in enumerate(document.data):
        shape, faults = checked(document, ReleaseShape, item, str(position))
        findings += faults
        if shape is not None and shapes and shape.on < shapes[-1].on:
            place = document.place(f"{position}.on")
            findings.append(rejected("release_order", place, shape.on.isoformat(), before=shapes[-1].on))
        shapes += [shape] if shape is not None else []
    return tuple(map(_release, shapes)), findings


def _release(shape: ReleaseShape) -> Release:
    return Release(
        on=shape.on,
        by=shape.by,
        count=shape.figures,
        digest=shape.sha256,
        changes=tuple(map(_change, shape.changes)),
        acknowledged=tuple(
            Acknowledgement(a.code, a.cell, a.column, a.value, a.reason, a.by, a.on)
            for a in shape.acknowledged
        ),
    )


def _change(shape: ChangeShape) -> TypedChange:
    cell = Cell(
        shape.indicator_id,
        shape.fiscal_year,
        shape.period,
        shape.society,
        tuple(sorted(shape.dimensions.items())),
        shape.decided_on.isoformat() if shape.decided_on else "",
    )
    return TypedChange(
        cell=cell,
        name=shape.name,
        unit=shape.unit,
        kind=KINDS[shape.type],
        reason=shape.reason,
        by=shape.by,
        on=shape.on,
        old=_numbers(shape.old),
        new=_numbers(shape.new),
        withheld=shape.withheld,
        whole_old=_numbers(shape.whole_old),
        whole_new=_numbers(shape.whole_new),
    )


def _numbers(given: Mapping[str, Decimal]) -> Figures:
    return tuple((name, formats.raw(given[name])) for name in MEASURES if name in given)
