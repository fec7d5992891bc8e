"""What keeps a correct project from being public: invented numbers, misses nobody answered for.

`parse` says whether the input can be right; here it is asked whether it may be shown. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from generator.findings import Finding, Place, Severity
from generator.model import IndicatorResult, Project, Results, Review, YearResult
from generator.model_impact import LogicModel, RippleEvent, SroiAccount
from generator.model_review import TargetChoice

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

    Asked of the year shown, and of every earlier year since the first one that data/reviews.yml speaks
    of. Held where the project reviews its years (keeps data/reviews.yml, or says so), else a warning.
    """
    rule = project.settings.review_required
    required = project.has_reviews_file if rule is None else rule
    severity = Severity.HELD if required else Severity.WARNING
    shown = [(r, r.current) for r in results.indicators if r.needs_review and r.current is not None]
    earlier = [
        (line.result, line.year)
        for board in results.years
        if board.reviewed
        for line in board.lines
        if line.unanswered and line.year is not None
    ]
    known = {(r.indicator.id, y.fiscal_year) for r, y in shown}
    since = [(r, y) for r, y in earlier if (r.indicator.id, y.fiscal_year) not in known]
    return tuple(_miss(result, year, severity) for result, year in (*shown, *since))


def _miss(result: IndicatorResult, missed: YearResult, severity: Severity) -> Finding:
    year, grade = str(missed.fiscal_year), missed.grade.value
    named = (("grade", grade), ("indicator", result.indicator.name), ("year", year))
    return Finding(severity, "review_missing", Place(REVIEWS_FILE), result.indicator.id, named)


def targets_left_open(project: Project, results: Results) -> tuple[Finding, ...]:
    """A warning for each review that decides on a new target which nobody has entered since."""
    moves = (TargetChoice.RAISE, TargetChoice.LOWER)
    return tuple(
        _left_open(review)
        for review in project.reviews
        if review.decision is not None
        and review.decision.choice in moves
        and not _decided_since(review, results, project.site.fiscal_year_start)
    )


def _decided_since(review: Review, results: Results, start_month: int) -> bool:
    """Whether a target was decided once the year under review had begun, for that year or a later one."""
    begun = date(review.fiscal_year, start_month, 1)
    history = results.of(review.indicator_id).history
    return any(
        h.decided_on is not None and h.decided_on >= begun and h.fiscal_year > review.fiscal_year
        for h in history
    )


def _left_open(review: Review) -> Finding:
    choice = review.decision.choice.value if review.decision is not None else ""
    named = (("choice", choice), ("year", str(review.fiscal_year)))
    place = Place(REVIEWS_FILE, key="decision")
    return Finding(Severity.WARNING, "decision_without_target", place, review.indicator_id, named)


def samples(project: Project) -> tuple[Finding, ...]:
    """Every file that still holds invented numbers, with how many rows and the first of them."""
    rows: list[_Row] = [*project.observations, *project.targets, *project.projects, *project.actions]
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
