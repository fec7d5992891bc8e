"""What surveys say of their indicators: numerators and denominators beside data/values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from generator.findings import Finding
from generator.model import Aggregation, Indicator, MetricSettings, Observation, Status
from generator.model_impact import SurveyReturn
from generator.parse.jumps import look_for_jumps
from generator.parse.surveys import ReadSurveys
from generator.parse.tables import Faults, Row
from generator.parse.value_rows import Read


def into_values(
    read: ReadSurveys,
    observations: tuple[Observation, ...],
    indicators: Iterable[Indicator],
    settings: MetricSettings | None,
) -> tuple[tuple[Observation, ...], list[Finding]]:
    """The observations with the surveys' numerators and denominators.

    A row of data/values without a value is filled, one with the same value stays, one with
    another value is rejected; where there is no row, one is added.
    """
    faults = Faults()
    known = {i.id: i for i in indicators}
    places = {
        (o.indicator_id, o.fiscal_year, o.society): n for n, o in enumerate(observations) if not o.dimensions
    }
    merged, added = list(observations), []
    for returned in read.returns:
        key = (returned.indicator_id, returned.fiscal_year, returned.society)
        row, indicator = read.rows[key], known[returned.indicator_id]
        own = observation(returned, indicator)
        if key in places:
            merged[places[key]] = _beside(merged[places[key]], own, indicator, row, faults)
        else:
            merged.append(own)
            added.append(Read(row, _measured(own), indicator, True))
    look_for_jumps(added, settings or MetricSettings(), faults)
    _both_levels(read, observations, faults)
    return tuple(merged), faults.found


def observation(returned: SurveyReturn, indicator: Indicator) -> Observation:
    """One return as a row of values: parts of a ratio, or the people where people are added up."""
    counts = indicator.aggregation is not Aggregation.SUM
    parts = (Decimal(returned.positives), Decimal(returned.answered))
    return Observation(
        indicator_id=returned.indicator_id,
        fiscal_year=returned.fiscal_year,
        society=returned.society,
        dimensions=(),
        target=None,
        actual=None if counts else parts[0],
        numerator=parts[0] if counts else None,
        denominator=parts[1] if counts else None,
        status=Status.REPORTED,
        period="",
        note="",
        sample=returned.sample,
        file=returned.file,
        row=returned.row,
    )


def _measured(own: Observation) -> Observation:
    """The row as a jump would be seen in it: with its value in percent."""
    if own.actual is not None or not own.numerator or not own.denominator:
        return own
    return replace(own, actual=100 * own.numerator / own.denominator)


def _beside(
    given: Observation, own: Observation, indicator: Indicator, row: Row, faults: Faults
) -> Observation:
    """A row of data/values that a survey speaks about too."""
    if given.actual is None and given.numerator is None:
        if given.status not in (Status.REPORTED, Status.NOT_REPORTED, Status.NOT_DUE):
            faults.reject("survey_status_differs", row.place("count"), given.status.value, other=given.src)
        return replace(
            given,
            actual=own.actual,
            numerator=own.numerator,
            denominator=own.denominator,
            status=own.status,
            sample=given.sample or own.sample,
        )
    if not _agree(given, own, indicator):
        shown = _shown(own)
        faults.reject("survey_differs", row.place("count"), shown, other=given.src, found=_shown(given))
    return replace(given, numerator=own.numerator, denominator=own.denominator)


def _agree(given: Observation, own: Observation, indicator: Indicator) -> bool:
    if own.actual is not None:
        return given.actual == own.actual
    if given.numerator is not None or given.denominator is not None:
        return (given.numerator, given.denominator) == (own.numerator, own.denominator)
    if given.actual is None or not own.denominator or own.numerator is None:
        return False
    ratio = own.numerator / own.denominator * (100 if indicator.is_percent else 1)
    digits = max(0, -int(given.actual.as_tuple().exponent))
    return abs(ratio - given.actual) <= Decimal(1).scaleb(-digits)


def _shown(row: Observation) -> str:
    if row.numerator is not None and row.denominator is not None:
        return f"{row.numerator}/{row.denominator}"
    return "" if row.actual is None else format(row.actual, "f")


def _both_levels(read: ReadSurveys, observations: tuple[Observation, ...], faults: Faults) -> None:
    """Societies in the survey and the federation's value in data/values, or the other way round."""
    with_value = {
        (o.indicator_id, o.fiscal_year, o.society is None): o
        for o in observations
        if not o.dimensions and (o.actual is not None or o.numerator is not None)
    }
    told: set[tuple[str, int]] = set()
    for returned in read.returns:
        key = (returned.indicator_id, returned.fiscal_year)
        beside = with_value.get((*key, returned.society is not None))
        if beside is not None and key not in told:
            told.add(key)
            row = read.rows[(*key, returned.society)]
            faults.reject(
                "survey_other_level", row.place("society"), returned.society or "", other=beside.src
            )
