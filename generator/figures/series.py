"""From an indicator's result to what its chart shows: points, words in gaps, numbered notes.

Both drawings of a chart (SVG and Plotly) and its data table are made from this one object.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.figures.figure import Cell, Note, Row, Words, YearLabel, figure_id
from generator.figures.words import missing, number
from generator.model import (
    Grade,
    Indicator,
    IndicatorResult,
    Kind,
    Number,
    Sentence,
    TimeBasis,
    YearResult,
)

FEW = 8
"""Up to so many years every one has its bar and its label; beyond, a line is calmer."""


class Form(StrEnum):
    """How the actual is drawn: amounts of a year as bars, levels and shares as a line."""

    BARS = "bars"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Point:
    """One year. `gap` is the word that stands where there is no actual value."""

    year: int
    label: str
    actual: Number | None
    target: Number | None
    revised: Number | None
    gap: str
    provisional: bool
    reference: bool
    break_here: bool
    result: YearResult


@dataclass(frozen=True, slots=True)
class Series:
    """A chart before it is drawn."""

    id: str
    title: str
    unit: str
    indicator: Indicator
    form: Form
    points: tuple[Point, ...]
    notes: tuple[Note, ...]
    breaks: frozenset[int]
    sample: bool
    lang: str

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number drawn, in the order of years."""
        return tuple(
            n for point in self.points for n in (point.actual, point.target, point.revised) if n is not None
        )

    @property
    def years(self) -> range:
        """Every year from the first point to the last, those without a point too."""
        return range(self.points[0].year, self.points[-1].year + 1)

    def marks(self, year: int) -> tuple[str, ...]:
        """The note marks that stand at a year."""
        return tuple(note.mark for note in self.notes if note.fiscal_year == year)


def prepare(
    result: IndicatorResult, sentence: Sentence, words: Words, year_label: YearLabel, lang: str
) -> Series:
    """The series of one indicator's page chart; the sentence becomes the chart's name."""
    points = make_points(result.series, words, year_label)
    return Series(
        id=figure_id("indicator", result.indicator.id),
        title=sentence.text,
        unit=lettered_unit(result.indicator, lang),
        indicator=result.indicator,
        form=form_of(result.indicator, points),
        points=points,
        notes=_notes(result, points, words),
        breaks=_breaks(result, points),
        sample=result.sample or any(point.result.sample for point in points),
        lang=lang,
    )


def lettered_unit(indicator: Indicator, lang: str) -> str:
    """The unit to print beside the chart; a percentage carries its sign with every number."""
    if indicator.is_percent:
        return ""
    return indicator.unit if lang == "ja" else indicator.unit_en or indicator.unit


def make_points(series: Sequence[YearResult], words: Words, year_label: YearLabel) -> tuple[Point, ...]:
    """Points in the order of years."""
    return tuple(
        Point(
            year=year.fiscal_year,
            label=year_label(year.fiscal_year, year.period),
            actual=number(year.actual),
            target=number(year.target),
            revised=year.target_revised,
            gap=missing(words, year.actual),
            provisional=year.provisional,
            reference=year.reference_only,
            break_here=year.breaks_here,
            result=year,
        )
        for year in sorted(series, key=lambda year: year.fiscal_year)
    )


def form_of(indicator: Indicator, points: Sequence[Point]) -> Form:
    """Bars for what happened in a year, a line for levels, shares and long series."""
    level = indicator.time_basis is TimeBasis.STOCK or indicator.is_percent
    share = indicator.kind in (Kind.RATE, Kind.RATIO, Kind.SURVEY)
    long = bool(points) and points[-1].year - points[0].year >= FEW
    return Form.LINE if level or share or long else Form.BARS


def stretches(years: Sequence[int], breaks: Collection[int] = ()) -> list[list[int]]:
    """Which years a line joins: those that follow each other at the usual step of the series
    (every year, every fifth …); a longer gap or a break parts it. `years` ascend."""
    steps = Counter(later - earlier for earlier, later in pairwise(years))
    usual = min((step for step, n in steps.items() if n == max(steps.values())), default=1)
    made: list[list[int]] = []
    for year in years:
        apart = not made or year - made[-1][-1] > usual
        if apart or any(made[-1][-1] < parting <= year for parting in breaks):
            made.append([])
        made[-1].append(year)
    return made


def _notes(result: IndicatorResult, points: Sequence[Point], words: Words) -> tuple[Note, ...]:
    """Breaks and notices that belong to a year of the chart, numbered in the order of years."""
    shown = {point.year for point in points}
    remarks = [(entry.fiscal_year, 0, entry.note) for entry in result.indicator.breaks]
    remarks += [(entry.fiscal_year, 1, entry.text) for entry in result.indicator.notices if entry.fiscal_year]
    kept = sorted(remark for remark in remarks if remark[0] in shown)
    return tuple(
        Note(words.word("figure.note_mark", n=str(index)), year, text)
        for index, (year, _, text) in enumerate(kept, start=1)
    )


def _breaks(result: IndicatorResult, points: Sequence[Point]) -> frozenset[int]:
    """Years from which on values are not comparable with those before (never the first year)."""
    declared = {entry.fiscal_year for entry in result.indicator.breaks}
    found = {point.year for point in points if point.break_here or point.year in declared}
    return frozenset(found - {point.year for point in points[:1]})


# ---------------------------------------------------------------- the data table


def table(series: Series, words: Words) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Column names and rows that say everything the picture shows, and what it had no room for."""
    revised = any(point.revised for point in series.points)
    columns = [words.word("figure.year"), words.word("figure.actual"), words.word("figure.target")]
    columns += [words.word("figure.target_revised")] if revised else []
    columns += [words.word("figure.achievement"), words.word("figure.grade"), words.word("figure.remarks")]
    return tuple(columns), tuple(_row(series, point, revised, words) for point in series.points)


def _row(series: Series, point: Point, revised: bool, words: Words) -> Row:
    year = point.result
    cells: list[Cell] = [point.actual or point.gap, point.target or missing(words, year.target)]
    cells += [point.revised or ""] if revised else []
    cells.append(number(year.achievement) or "")
    cells.append("" if year.grade is Grade.NONE else year.grade.value)
    return Row(year.period or point.label, (*cells, remarks(series, point, words)))


def remarks(series: Series, point: Point, words: Words) -> str:
    """States and note marks of one year, in words."""
    told = [words.word("figure.provisional")] if point.provisional else []
    told += [words.word("figure.reference")] if point.reference else []
    told += [words.word("figure.break")] if point.year in series.breaks else []
    told += [words.word("figure.sample")] if point.result.sample else []
    return words.word("figure.between").join([*told, *series.marks(point.year)])
