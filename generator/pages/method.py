"""How everything is counted, generated from what counts it: formulas, settings, grammar, definitions.

No threshold and no formula is typed here: formulas are the table of `metrics.formulas`, thresholds the
project's settings, readings of example cells what the grammar itself answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal

from generator import formats, grammar
from generator.metrics.formulas import FORMULAS
from generator.model import (
    Aggregation,
    Direction,
    Grade,
    GradeBand,
    Indicator,
    Kind,
    MetricSettings,
    PaceBand,
    Plan,
    Status,
)
from generator.pages.site import Site
from generator.render import Page

GROUPS = (
    ("change", ("in_year_progress", "change", "change_rate", "basis.")),
    ("pace", ("pace.",)),
    ("roll_up", ("sum", "ratio_of_sums", "count_true", "mean_of_projects")),
    ("plan", ("plan.",)),
    ("survey", ("survey.",)),
)
"""Which formulas stand in which section: ids, or beginnings of ids where they end with a dot."""
OF_A_YEAR = ("achievement.", "met.", "difference")
"""The formulas of the table by direction: achievement.<direction>, met.<direction>, differences."""
MARKS = {Status.PROVISIONAL: "p", Status.SUPPRESSED: "x"}
RATIOS = ("pace_on_track", "pace_accelerate", "project_cap", "plan_cap", "survey_gate")
"""Settings that are ratios and read as percentages."""
APART = ("grade_bands", "weights", "reasons")
"""Settings that are tables of their own."""


@dataclass(frozen=True, slots=True)
class ByDirection:
    """How a year is judged for one direction: ids of its formulas, and how many indicators have it."""

    direction: Direction
    formulas: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Band:
    """One grade or pace band: from `low` up to, not including, `high` (empty: open)."""

    key: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One threshold as it reads, and the reason the project gives for it."""

    name: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An example cell and what the grammar makes of it; empty where it is refused."""

    written: str
    read: str


@dataclass(frozen=True, slots=True)
class Definitions:
    """The indicators of one plan with what decides how they are counted."""

    plan: Plan
    indicators: tuple[Indicator, ...]


def pages(site: Site) -> Iterator[Page]:
    settings = site.project.settings
    yield Page(
        path="method/index.md",
        template="method.md.j2",
        title=site.word("nav.method"),
        description=site.word("method.description", plan=site.project.plan.title),
        section="method",
        context={
            "directions": tuple(_by_direction(site, d) for d in Direction),
            "differences": tuple(key for key in FORMULAS if key.startswith("difference")),
            "bands": grade_bands(settings),
            "no_rate_grades": (Grade.A, Grade.C, Grade.D),
            "pace_bands": pace_bands(settings),
            "formulas": {name: formulas_of(keys) for name, keys in GROUPS},
            "further": further_formulas(),
            "settings": tuple(_settings(site)),
            "reasons": settings.reasons,
            "weights": tuple(settings.weights.items()),
            "digits": formats.RATE_DIGITS,
            "numbers": tuple(_read_number(text) for text in _examples(site, "numbers")),
            "years": tuple(_read_year(site, text) for text in _examples(site, "years")),
            "states": tuple((status, MARKS.get(status, "")) for status in Status),
            "kinds": _kinds(site),
            "aggregations": tuple(Aggregation),
            "suppress_below": settings.suppress_below,
            "report_year": site.results.report_year,
            "report_year_set": site.project.site.report_year is not None,
            "fiscal": site.project.site.fiscal_year_start,
            "definitions": tuple(_definitions(site)),
            "ratio": percent,
            "plain": formats.raw,
        },
    )


def formulas_of(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The formula ids that `keys` name, in the order of the table."""
    return tuple(f for f in FORMULAS if any(f == k or (k.endswith(".") and f.startswith(k)) for k in keys))


def further_formulas() -> tuple[str, ...]:
    """The formulas that no other section names."""
    named = {formula for _, keys in GROUPS for formula in formulas_of(keys)}
    return tuple(f for f in FORMULAS if f not in named and not f.startswith(OF_A_YEAR))


def _by_direction(site: Site, direction: Direction) -> ByDirection:
    names = (f"achievement.{direction.value}", f"met.{direction.value}")
    count = sum(1 for i in site.project.indicators if i.direction is direction)
    return ByDirection(direction, tuple(name for name in names if name in FORMULAS), count)


def percent(ratio: Decimal) -> str:
    """A declared ratio in percent as it was declared: 0.855 → 85.5%."""
    return f"{formats.raw(ratio * 100)}%"


def grade_bands(settings: MetricSettings) -> tuple[Band, ...]:
    """The grades of a rate, best first; the last one has everything below."""
    given = sorted(settings.grade_bands, key=lambda band: -band.at_least)
    highs = ["", *(percent(band.at_least) for band in given)]
    bands = [_band(band, high) for band, high in zip(given, highs, strict=False)]
    return (*bands, Band(Grade.D.value, "", highs[-1]))


def _band(band: GradeBand, high: str) -> Band:
    return Band(band.grade.value, percent(band.at_least), high)


def pace_bands(settings: MetricSettings) -> tuple[Band, ...]:
    """The bands of the pace, best first, with the two rules for targets already met at the start."""
    on_track, accelerate, none = percent(settings.pace_on_track), percent(settings.pace_accelerate), "0%"
    return (
        Band(PaceBand.ON_TRACK.value, on_track, ""),
        Band(PaceBand.ACCELERATE.value, accelerate, on_track),
        Band(PaceBand.FAR.value, none, accelerate),
        Band(PaceBand.AWAY.value, "", none),
    )


def _settings(site: Site) -> Iterator[Setting]:
    settings = site.project.settings
    for field in fields(MetricSettings):
        if field.name not in APART:
            value = getattr(settings, field.name)
            yield Setting(
                field.name, _setting_words(site, field.name, value), settings.reasons.get(field.name, "")
            )


def _setting_words(site: Site, name: str, value: object) -> str:
    if name == "review_required":
        required = site.project.has_reviews_file if value is None else bool(value)
        return site.word("method.required" if required else "method.not_required")
    if isinstance(value, Decimal):
        return percent(value) if name in RATIOS else formats.raw(value)
    return str(value)


def _examples(site: Site, name: str) -> tuple[str, ...]:
    """Example cells, which belong to a language: its readers know how their offices write."""
    return tuple(site.word(f"method.example.{name}").split("|"))


def _read_number(text: str) -> Reading:
    found = grammar.number(text)
    if isinstance(found, grammar.Refusal):
        return Reading(text, "")
    digits = len(formats.raw(found.value).partition(".")[2])
    return Reading(text, formats.value_text(found.value, digits, percent=found.percent))


def _read_year(site: Site, text: str) -> Reading:
    found = grammar.year(text, site.project.site.fiscal_year_start)
    return Reading(text, "" if isinstance(found, grammar.Refusal) else site.year(found))


def _kinds(site: Site) -> Mapping[Kind, int]:
    """How many indicators are of each kind; kinds that do not occur are left out."""
    counts = {kind: sum(1 for i in site.project.indicators if i.kind is kind) for kind in Kind}
    return {kind: count for kind, count in counts.items() if count}


def _definitions(site: Site) -> Iterator[Definitions]:
    for plan in site.project.plan.plans:
        if found := tuple(r.indicator for r in site.of_plan(plan.id)):
            yield Definitions(plan, found)
