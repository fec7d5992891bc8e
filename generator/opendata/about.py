"""What every description of the data says in its own way: names, dates, years, columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import downloads
from generator.catalogue import Catalogue
from generator.model import Grade, IndicatorResult, Project, Reason, Results, Status, YearResult
from generator.opendata.licences import Licence, licence
from generator.sentences import Voice

ALL = "all"
"""The name of the files about every indicator."""
_KINDS = {
    "number": "integer", "fiscal_year": "year", "raw": "number", "provisional": "flag",
    "reference_only": "flag", "sample": "flag", "revision": "integer", "revised_on": "date",
}  # fmt: skip
_VALUES: dict[str, tuple[str, ...]] = {
    "area_kind": ("federation", "society"),
    "measure": ("actual", "target", "target_revised", "achievement"),
    "status": tuple(status.value for status in Status),
    "reason": tuple(reason.value for reason in Reason),
    "grade": tuple(grade.value for grade in Grade if grade is not Grade.NONE),
}
_ALWAYS = frozenset(
    ("indicator_id", "number", "name", "fiscal_year", "area_kind", "area", "measure", "status", "revision")
)
KEY = ("indicator_id", "fiscal_year", "area_kind", "area", "measure")
"""The columns that are never empty and tell a row from others, unless years or areas are divided further."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a CSV file. kind: text, number, integer, year, date or flag (1 or empty)."""

    name: str
    kind: str
    meaning: str
    required: bool
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file: of one indicator, or (`result` None) of all."""

    name: str
    title: str
    description: str
    results: tuple[IndicatorResult, ...]
    page: str
    """Address of the page about it, below the site's root."""

    @property
    def path(self) -> str:
        return f"{downloads.FOLDER}/{self.name}.csv"


@dataclass(frozen=True, slots=True)
class Data:
    """A project's public data with the words of the site's first language."""

    project: Project
    results: Results
    catalogue: Catalogue
    voice: Voice

    def word(self, key: str, /, **values: object) -> str:
        return self.catalogue.word(key, **values)

    @property
    def licence(self) -> Licence:
        return licence(self.project.site.license)

    @property
    def issued(self) -> date | None:
        """The day of the first release."""
        return min((r.on for r in self.project.releases), default=None)

    @property
    def released(self) -> date | None:
        """The day of the last release."""
        return max((r.on for r in self.project.releases), default=None)

    @property
    def stamp(self) -> date:
        """The day that files with a date inside carry: of the last release, else of the plan's beginning."""
        plan, month = self.project.plan, self.project.site.fiscal_year_start
        return self.released or date(max(plan.period_from, 1980), month, 1)

    @property
    def title(self) -> str:
        site = self.project.site
        return self.word("opendata.title", organization=site.organization, site=site.site_name)

    @property
    def description(self) -> str:
        return self.word("opendata.description", plan=self.project.plan.title)

    def url(self, path: str) -> str:
        """The public address of something below the site's root."""
        return self.project.site.site_url + path

    def tables(self) -> Iterator[Table]:
        """The table of all indicators, then each one's own in the order of the plan."""
        everything = tuple(self.results.indicators)
        yield Table(ALL, self.title, self.description, everything, f"{downloads.FOLDER}/")
        for result in everything:
            about = result.indicator
            page = f"indicators/{about.slug}/"
            yield Table(about.id, about.name, about.definition or about.name, (result,), page)

    def columns(self, table: Table) -> tuple[Column, ...]:
        return tuple(self._column(name) for name in downloads.columns(table.results))

    def _column(self, name: str) -> Column:
        kind = "by" if name.startswith("by_") else name
        return Column(
            name,
            _KINDS.get(name, "text"),
            self.word(f"data.column.{kind}"),
            name in _ALWAYS,
            _VALUES.get(name, ()),
        )

    def is_sample(self, table: Table) -> bool:
        """Whether the table holds invented numbers."""
        return self.project.site.sample or any(result.sample for result in table.results)

    def years(self, table: Table) -> tuple[date, date] | None:
        """First and last day of the years that the table has rows of."""
        years = sorted({year.fiscal_year for result in table.results for year in _series(result)})
        if not years:
            return None
        month = self.project.site.fiscal_year_start
        return date(years[0], month, 1), date(years[-1] + 1, month, 1) - timedelta(days=1)


def _series(result: IndicatorResult) -> Iterator[YearResult]:
    yield from result.series
    if result.indicator.public_by_society:
        for area in result.by_society:
            yield from area.series
    for breakdown in result.breakdowns:
        for row in breakdown.rows:
            yield from row.series


def key_of(table: Table) -> Sequence[str]:
    """The columns of `KEY` where they name every row of the table once; else nothing."""
    seen: set[tuple[object, ...]] = set()
    for result in table.results:
        if any(row.series for breakdown in result.breakdowns for row in breakdown.rows):
            return ()
        areas = [("", result.series)]
        if result.indicator.public_by_society:
            areas += [(area.society.name, area.series) for area in result.by_society]
        for name, series in areas:
            for year in series:
                place = (result.indicator.id, name, year.fiscal_year)
                if place in seen:
                    return ()
                seen.add(place)
    return KEY
