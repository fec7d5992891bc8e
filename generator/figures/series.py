"""From an indicator's result to what its chart shows: points, words in gaps, numbered notes.

Both drawings of a chart (SVG and Plotly) and its data table are made from this one object.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.figures.figure import Cell, Note, Row, Words, YearLabel, figure_id
from generator.figures.words import missing, number
from generator.model import (
    Absent,
    Direction,
    Grade,
    Indicator,
    IndicatorResult,
    Kind,
    Number,
    Reason,
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

_SAID_BY_THE_CELL = frozenset(
    (
        Reason.NOT_DUE,
        Reason.NOT_REPORTED,
        Reason.NOT_APPLICABLE,
        Reason.NOT_MEASURABLE,
        Reason.NOT_CARRIED_OUT,
        Reason.NO_TARGET,
        Reason.NO_DIRECTION,
    )
)
"""Reasons that the short word in the cell itself tells in full."""


def table(series: Series, words: Words) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Column names and rows that say everything the picture shows, and what it had no room for.

    A column stands only where it says something: an indicator without a direction has no target and no
    grade, one that is met or missed has no rate."""
    found = [column for column in _columns(series, words) if column is not None]
    rows = tuple(
        Row(point.result.period or point.label, tuple(cells[index] for _, cells in found))
        for index, point in enumerate(series.points)
    )
    return (words.word("figure.year"), *(name for name, _ in found)), rows


def _columns(series: Series, words: Words) -> Iterator[tuple[str, Sequence[Cell]] | None]:
    """Every column in order: its name and a cell for each point."""
    points = series.points
    judged = series.indicator.direction is not Direction.NONE

    def column(key: str, cells: Iterable[Cell], *, wanted: bool = False) -> tuple[str, Sequence[Cell]] | None:
        listed = list(cells)
        return (words.word(key), listed) if wanted or any(listed) else None

    yield column("figure.actual", (p.actual or p.gap for p in points), wanted=True)
    if judged or any(p.target for p in points):
        yield column("figure.target", (p.target or missing(words, p.result.target) for p in points))
    yield column("figure.target_revised", (p.revised or "" for p in points))
    if judged:
        yield column("figure.achievement", (number(p.result.achievement) or "" for p in points))
        yield column("figure.grade", (_letter(p.result.grade) for p in points), wanted=True)
    yield column("figure.remarks", (_noted(series, p, words) for p in points))


def _letter(grade: Grade) -> str:
    return "" if grade is Grade.NONE else grade.value


def wholly_sample(series: Series) -> bool:
    """Whether every year is a sample: then the table is marked once, not in each row."""
    return series.sample and all(point.result.sample for point in series.points)


def _noted(series: Series, point: Point, words: Words) -> str:
    """The remarks of a row: states, why something is missing, marks, and what the data say of the year."""
    told = [words.word(f"reason.{reason.value}") for reason in _unsaid(point.result)]
    said = remarks(series, point, words, sample=not wholly_sample(series), further=told)
    notes = [note for note in point.result.notes if note.strip()]
    return words.word("figure.note_join").join(text for text in (said, *notes) if text)


def _unsaid(year: YearResult) -> Sequence[Reason]:
    """Why there is no value, no grade or no rate, each once, where the cells do not tell it."""
    asked: list[Reason | None] = [v.reason for v in (year.actual, year.target) if isinstance(v, Absent)]
    if isinstance(year.actual, Number):
        asked.append(year.grade_reason)
        if isinstance(year.target, Number) and isinstance(year.achievement, Absent):
            asked.append(year.achievement.reason)
    silent = {None, *_SAID_BY_THE_CELL, Reason.NO_RATE_FOR_DIRECTION}
    return [reason for reason in dict.fromkeys(asked) if reason is not None and reason not in silent]


def remarks(
    series: Series, point: Point, words: Words, *, sample: bool = True, further: Sequence[str] = ()
) -> str:
    """States and note marks of one year, in words."""
    told = [words.word("figure.provisional")] if point.provisional else []
    told += [words.word("figure.reference")] if point.reference and not further else []
    told += [words.word("figure.break")] if point.year in series.breaks else []
    told += [words.word("figure.sample")] if sample and point.result.sample else []
    return words.word("figure.between").join([*told, *further, *series.marks(point.year)])
