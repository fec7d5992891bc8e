"""What every page model is made from: project, results, words; and the few things they all say.

A page module offers `pages(site) -> Iterator[Page]`. It chooses what a page shows; how it looks is the
template's, how a number reads was decided in `formats`, and sentences come from `sentences`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from generator import formats
from generator.catalogue import Catalogue
from generator.figures import Row
from generator.model import (
    Absent,
    Exact,
    Grade,
    GroupResult,
    Indicator,
    IndicatorResult,
    Measure,
    Number,
    Plan,
    Project,
    Results,
    YearResult,
)
from generator.model_card import Card
from generator.model_release import Correction
from generator.pages.assets import addressed
from generator.sentences import Voice

API = "api/v1/"
LAST_CIRCLED = 50
_OWN_NUMBER = re.compile(r"(?<!\S)\d+(?:[.-]\w+){2,}(?!\S)")
"""A number that the name brings along (3.7.2 Age-specific …): no second one stands before it."""
_CLOSE = re.compile(r"\s?[^\s\u3040-\u309f\u3000-\u303f（），．：；！？!-/:-@]{1,8}")
"""What belongs to the number before it: a unit up to the next particle, mark or space."""
NARROW = 8
"""Longest unit (in letters) that is never parted from its number."""


@dataclass(frozen=True, slots=True)
class Site:
    """One language of one project."""

    project: Project
    results: Results
    lang: str
    catalogue: Catalogue
    voice: Voice
    versions: Mapping[str, str] = field(default_factory=dict)
    """Path of a static file → the beginning of its hash (`pages.assets`)."""
    corrections: tuple[Correction, ...] = ()
    """The public ledger, oldest first."""
    address: Callable[[Card, bool], str] | None = None
    """Where a card (wide or square) will be, below the site's root; None: no cards are drawn."""

    def asset(self, path: str) -> str:
        """The address of a static file, with its version: a changed file has another address."""
        return addressed(path, self.versions)

    def word(self, key: str, /, **values: object) -> str:
        return self.catalogue.word(key, **values)

    def year(self, year: YearResult | int | None) -> str:
        """The label of a year: the source's own where it prints another one (2013/14)."""
        if year is None:
            return ""
        if isinstance(year, int):
            return self.voice.fiscal_year(year)
        return year.period or self.voice.fiscal_year(year.fiscal_year)

    def dated(self, fiscal_year: int | None, text: str) -> str:
        """A remark with the year it belongs to, unless it names that year itself."""
        label = self.year(fiscal_year)
        if not label or text.startswith(label):
            return text
        return self.word("indicator.note_line", year=label, text=text)

    def short_year(self, year: int, period: str) -> str:
        """The label of a year on the axis of a chart."""
        return period or self.voice.short_year(year)

    def plan(self, plan_id: str) -> Plan:
        return next(p for p in self.project.plan.plans if p.id == plan_id)

    def measure(self, plan_id: str, measure_id: str) -> Measure:
        return next(m for m in self.plan(plan_id).measures if m.id == measure_id)

    def measure_name(self, measure: Measure) -> str:
        """Number and title of a measure; the number once, where the title says it already."""
        said = re.search(rf"(?<![\w.-]){re.escape(measure.id)}(?![\w.-])", measure.title)
        return measure.title if said else f"{measure.id} {measure.title}"

    def group(self, plan_id: str) -> GroupResult:
        return next(g for g in self.results.plans if g.id == plan_id)

    def group_src(self, plan_id: str) -> str:
        """data-src of a plan's result, to which a field name is added."""
        return f"{API}index.json#/plans/{[g.id for g in self.results.plans].index(plan_id)}"

    def of_plan(self, plan_id: str) -> tuple[IndicatorResult, ...]:
        """The results of a plan's indicators, in the order of the plan."""
        return tuple(r for r in self.results.indicators if r.plan_id == plan_id)


def mark(number: int) -> str:
    """The number of an indicator as the plan prints it: ① … ㊿, beyond that plain with a dot."""
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if 21 <= number <= 35:
        return chr(0x3251 + number - 21)
    if 36 <= number <= LAST_CIRCLED:
        return chr(0x32B1 + number - 36)
    return f"{number}."


def own_number(indicator: Indicator) -> str:
    """The number of several parts in the indicator's own name, or nothing."""
    found = _OWN_NUMBER.search(indicator.name)
    return found.group() if found else ""


def short_mark(indicator: Indicator) -> str:
    """What stands for the indicator in a cell: the number in its name, else the plan's."""
    return own_number(indicator) or mark(indicator.number)


def title_mark(indicator: Indicator) -> str:
    """What stands before the indicator's name: the plan's number, unless the name brings its own."""
    return "" if own_number(indicator) else mark(indicator.number)


def numbered(indicator: Indicator) -> str:
    """Number and name of an indicator, as text."""
    return f"{title_mark(indicator)}{indicator.name}"


def worded(unit: str) -> bool:
    """Whether the unit is a Latin word, which a space parts from its number (3.1 tonnes, 12件)."""
    return unit[:1].isascii() and unit[:1].isalnum()


def joined(parts: Sequence[str | Number]) -> Iterator[tuple[Number | None, str, str]]:
    """A sentence as (number, what must stay with it, the text that follows)."""
    number: Number | None = None
    for part in (*parts, ""):
        if isinstance(part, Number):
            if number is not None:
                yield number, "", ""
            number = part
            continue
        found = _CLOSE.match(part) if number is not None else None
        close = found.group() if found else ""
        yield number, close, part[len(close) :]
        number = None


def grade_class(grade: Grade | str) -> str:
    """The grade as a class name and catalogue key: A … E, none."""
    return "none" if grade == Grade.NONE else str(grade)


def board_grade(result: IndicatorResult, report_year: int | None) -> str:
    """The grade of an indicator's cell: the report year's, or none where the latest value is older."""
    now = result.current
    same_year = now is not None and report_year in (None, now.fiscal_year)
    return grade_class(now.grade) if now is not None and same_year else "none"


def indicator_address(indicator: Indicator) -> str:
    """Where the indicator's page is, below the site's root."""
    return f"indicators/{indicator.slug}/"


def indicator_src(result: IndicatorResult, pointer: str) -> str:
    """data-src of something in the indicator's API file (JSON pointer without the leading slash)."""
    return f"{API}indicators/{result.indicator.id}.json#/{pointer}"


def year_src(result: IndicatorResult, year: YearResult) -> str:
    """data-src of one year of the indicator, to which a field name is added."""
    return indicator_src(result, f"series/{result.series.index(year)}")


def share(part: int, whole: int) -> str:
    """Width of a bar of 100 units for k of n; geometry, not a published number."""
    return formats.plain(Fraction(100 * part, whole), 2, grouped=False)


def numeric(rows: Sequence[Row]) -> frozenset[int]:
    """Which columns of a data table hold numbers (column 0 is the row's label)."""
    return frozenset(
        index for row in rows for index, cell in enumerate(row.cells, start=1) if isinstance(cell, Number)
    )


def raw(value: Exact) -> str:
    return formats.raw(value)


def template_globals(site: Site) -> Mapping[str, object]:
    """Functions every template may call beside `t`."""
    return {
        "site": site,
        "mark": mark,
        "short_mark": short_mark,
        "title_mark": title_mark,
        "numbered": numbered,
        "joined": joined,
        "worded": worded,
        "narrow": NARROW,
        "grade_class": grade_class,
        "board_grade": lambda result: board_grade(result, site.results.report_year),
        "raw": raw,
        "share": share,
        "numeric": numeric,
        "year": site.year,
        "date": site.voice.date,
        "dated": site.dated,
    }


def is_number(value: object) -> bool:
    return isinstance(value, Number)


def is_absent(value: object) -> bool:
    return isinstance(value, Absent)


TESTS: Mapping[str, Callable[[object], bool]] = {"number_": is_number, "absent_": is_absent}
"""Template tests: `v is number_`, `v is absent_`."""
