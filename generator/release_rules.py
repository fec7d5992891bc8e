"""What keeps a correct project from being public: invented numbers, misses nobody answered for.

`parse` says whether the input can be right; here it is asked whether it may be shown. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from generator.findings import Finding, Place, Severity
from generator.model import IndicatorResult, Project, Results
from generator.model_impact import LogicModel, RippleEvent, SroiAccount

SITE_FILE = "site_config/site.yml"
REVIEWS_FILE = "data/reviews.yml"
_ROWS_NAMED = 5
"""Sample rows of a file that are named one by one; of the others the number is enough."""

Account = LogicModel | RippleEvent | SroiAccount


class _Row(Protocol):
    @property
    def sample(self) -> bool: ...
    @property
    def file(self) -> str: ...
    @property
    def row(self) -> int: ...


def unanswered_misses(project: Project, results: Results) -> tuple[Finding, ...]:
    """Indicators below the set grade whose year has no 理由 and 次の一手 yet.

    Held where the project reviews its years (keeps data/reviews.yml, or says so), else a warning.
    """
    rule = project.settings.review_required
    required = project.has_reviews_file if rule is None else rule
    severity = Severity.HELD if required else Severity.WARNING
    return tuple(_miss(result, severity) for result in results.indicators if result.needs_review)


def _miss(result: IndicatorResult, severity: Severity) -> Finding:
    year = result.current.fiscal_year if result.current is not None else ""
    grade = result.current.grade.value if result.current is not None else ""
    named = (("grade", grade), ("indicator", result.indicator.name), ("year", str(year)))
    return Finding(severity, "review_missing", Place(REVIEWS_FILE), result.indicator.id, named)


def samples(project: Project) -> tuple[Finding, ...]:
    """Every file that still holds invented numbers, with how many rows and the first of them."""
    rows: list[_Row] = [*project.observations, *project.targets, *project.projects]
    return (
        *_sample_site(project),
        *_sample_accounts(project),
        *_sample_rows(row for row in rows if row.sample),
    )


def _sample_site(project: Project) -> Iterator[Finding]:
    if project.site.sample:
        yield Finding(Severity.REJECTED, "sample_site", Place(SITE_FILE, key="sample"), "true")


def _sample_accounts(project: Project) -> Iterator[Finding]:
    """Accounts of data/impact that are marked as samples."""
    impact = project.impact
    if impact is not None:
        accounts: list[Account] = [*impact.sroi, *impact.ripples, *impact.logic_models]
        for account in accounts:
            if account.sample:
                yield Finding(
                    Severity.REJECTED, "sample_account", Place(account.file, key="sample"), account.id
                )


def _sample_rows(rows: Iterable[_Row]) -> Iterator[Finding]:
    ordered = sorted(rows, key=attrgetter("file", "row"))
    for file, group in groupby(ordered, key=attrgetter("file")):
        lines = [row.row for row in group]
        named = ", ".join(map(str, lines[:_ROWS_NAMED])) + (" …" if len(lines) > _ROWS_NAMED else "")
        values = (("count", str(len(lines))), ("rows", named))
        place = Place(file, line=lines[0], column="sample")
        yield Finding(Severity.REJECTED, "sample_values", place, "1", values)
