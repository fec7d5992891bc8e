"""What a change of data alters, seen by a reader: figures, grades, sentences, pages (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import ledger, sentences
from generator.model import Grade, IndicatorResult, Project, Results, YearResult
from generator.model_release import Cell, Figures
from generator.pages.site import mark, numbered
from generator.sentences import Voice

NO_GRADE = frozenset({"", "－"})
"""No such year, and a year that is not judged: the step from one to the other is no news."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: a project, its results, and the bytes of its pages by address."""

    project: Project
    results: Results
    pages: Mapping[str, bytes]

    @property
    def voice(self) -> Voice:
        site = self.project.site
        return sentences.for_language(site.languages[0], site.fiscal_year_start)


@dataclass(frozen=True, slots=True)
class CellDifference:
    """Figures that differ: `old` lacks what is new, `new` what is gone. `follows`: a total that moves
    only because its parts do."""

    cell: Cell
    old: Figures
    new: Figures
    follows: bool = False


@dataclass(frozen=True, slots=True)
class GradeDifference:
    """Another grade for the same year and area (`society` "" = the federation), "" where there is none."""

    mark: str
    name: str
    indicator_id: str
    fiscal_year: int
    year: str
    society: str
    old: str
    new: str
    current: bool
    """Whether it is the grade that the indicator's page now speaks about."""

    @property
    def first(self) -> bool:
        """A year that was not there before: a first grade and no other one."""
        return not self.old


@dataclass(frozen=True, slots=True)
class SentenceDifference:
    """A generated sentence before and after, "" where there is none."""

    about: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs, in the order of plan and year; pages by address."""

    cells: tuple[CellDifference, ...]
    grades: tuple[GradeDifference, ...]
    sentences: tuple[SentenceDifference, ...]
    pages: tuple[str, ...]
    pages_added: tuple[str, ...]
    pages_removed: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not any(
            (self.cells, self.grades, self.sentences, self.pages, self.pages_added, self.pages_removed)
        )

    @property
    def regraded(self) -> tuple[GradeDifference, ...]:
        """The federation's grades that are other ones than before."""
        return tuple(one for one in self.grades if not one.society and not one.first)


def compare(old: Side, new: Side) -> Difference:
    """Everything that differs from `old` to `new`."""
    both = old.pages.keys() & new.pages.keys()
    return Difference(
        cells=tuple(_cells(old, new)),
        grades=tuple(_grades(old, new)),
        sentences=tuple(_sentences(old, new)),
        pages=tuple(sorted(address for address in both if old.pages[address] != new.pages[address])),
        pages_added=tuple(sorted(new.pages.keys() - both)),
        pages_removed=tuple(sorted(old.pages.keys() - both)),
    )


def _cells(old: Side, new: Side) -> Iterator[CellDifference]:
    before = {one.cell: one for one in ledger.public_figures(old.results)}
    after = {one.cell: one for one in ledger.public_figures(new.results)}
    compared = ledger.compare(before.values(), after.values(), new.project)
    own = {change.cell for change in compared.changes} | {one.cell for one in compared.added}
    for cell in sorted(before.keys() | after.keys()):
        was = dict(before[cell].figures) if cell in before else {}
        is_ = dict(after[cell].figures) if cell in after else {}
        moved = [name for name in (was | is_) if was.get(name) != is_.get(name)]
        if moved:
            old_figures, new_figures = _only(was, moved), _only(is_, moved)
            yield CellDifference(cell, old_figures, new_figures, follows=cell not in own)


def _only(figures: Mapping[str, str], names: list[str]) -> Figures:
    return tuple((name, figures[name]) for name in names if name in figures)


# ---------------------------------------------------------------- grades


def _grades(old: Side, new: Side) -> Iterator[GradeDifference]:
    before = {result.indicator.id: result for result in old.results.indicators}
    after = {result.indicator.id: result for result in new.results.indicators}
    gone = [result for name, result in before.items() if name not in after]
    for result in (*new.results.indicators, *gone):
        name = result.indicator.id
        yield from _indicator_grades(before.get(name), after.get(name), new.voice)


def _indicator_grades(
    old: IndicatorResult | None, new: IndicatorResult | None, voice: Voice
) -> Iterator[GradeDifference]:
    shown = new or old
    was, is_ = _graded(old), _graded(new)
    if shown is None:
        return
    current = new.current.fiscal_year if new is not None and new.current is not None else None
    for key in sorted(was.keys() | is_.keys()):
        society, year, period = key
        if was.get(key, "") != is_.get(key, "") and {was.get(key, ""), is_.get(key, "")} - NO_GRADE:
            yield GradeDifference(
                mark=mark(shown.indicator.number),
                name=numbered(shown.indicator),
                indicator_id=shown.indicator.id,
                fiscal_year=year,
                year=period or voice.fiscal_year(year),
                society=society,
                old=was.get(key, ""),
                new=is_.get(key, ""),
                current=not society and year == current,
            )


def _graded(result: IndicatorResult | None) -> Mapping[tuple[str, int, str], str]:
    """Grade by society ("" = federation), fiscal year and period; － where a year has none."""
    if result is None:
        return {}
    areas: list[tuple[str, tuple[YearResult, ...]]] = [("", result.series)]
    areas += [(area.society.name, area.series) for area in result.by_society]
    return {
        (society, year.fiscal_year, year.period): "－" if year.grade is Grade.NONE else year.grade.value
        for society, series in areas
        for year in series
    }


# ---------------------------------------------------------------- sentences


def _sentences(old: Side, new: Side) -> Iterator[SentenceDifference]:
    before, after = dict(_spoken(old)), dict(_spoken(new))
    for about in dict.fromkeys((*after, *before)):
        was, is_ = before.get(about, ""), after.get(about, "")
        if was != is_:
            yield SentenceDifference(about, was, is_)


def _spoken(side: Side) -> Iterator[tuple[str, str]]:
    """The sentences of the whole, the plans and the indicators, each with what it is about."""
    voice, project, results = side.voice, side.project, side.results
    yield project.plan.title, voice.year(results, project).text
    groups = {group.id: group for group in results.plans}
    for plan in project.plan.plans:
        sample = any(r.sample for r in results.indicators if r.plan_id == plan.id)
        yield plan.title, voice.plan(groups[plan.id], plan, sample).text
    for result in results.indicators:
        yield numbered(result.indicator), voice.indicator(result, project).text
