"""Values that may be right but would not be published without a second look (metrics: jumps).

A value is compared with last year's value and with the other half of its row (an actual with
its target). Only what lies far from all of them is held, so that a new target explains a leap.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from generator.model import MetricSettings, Status
from generator.parse.tables import Faults
from generator.parse.value_rows import Read

_Series = tuple[str, str | None, tuple[tuple[str, str], ...]]
_RATIO_AT_MOST = Decimal(1)
YEARS_APART = 15
_PERCENT_FROM = Decimal(5)
"""A percentage of at most 1 beside neighbours above 5 was probably written as a ratio."""


def look_for_jumps(reads: list[Read], settings: MetricSettings, faults: Faults) -> None:
    """Hold actuals and targets that are far from every number they can be compared with."""
    series: dict[_Series, dict[int, Read]] = defaultdict(dict)
    for read in reads:
        o = read.observation
        series[(o.indicator_id, o.society, o.dimensions)][o.fiscal_year] = read
    _look_at_whole_indicators(reads, faults)
    for years in series.values():
        for year, read in sorted(years.items()):
            _look(read, _comparable(read, years.get(year - 1)), settings, faults)


def _look_at_whole_indicators(reads: list[Read], faults: Faults) -> None:
    by_indicator: dict[str, list[Read]] = defaultdict(list)
    for read in reads:
        by_indicator[read.indicator.id].append(read)
    for same in by_indicator.values():
        _lonely_years(same, faults)
        _ratios_throughout(same, faults)


def _lonely_years(reads: list[Read], faults: Faults) -> None:
    """A year far from all others of its indicator is more often 1994 for 2024 than history."""
    years = {read.observation.fiscal_year for read in reads}
    for read in reads:
        own = read.observation.fiscal_year
        others = sorted(years - {own})
        if others and all(abs(own - other) > YEARS_APART for other in others):
            shown = f"{others[0]}–{others[-1]}"
            place, text = read.row.place("fiscal_year"), read.row.text("fiscal_year")
            named = {"indicator": read.indicator.id, "others": shown, "limit": str(YEARS_APART)}
            faults.hold("year_alone", place, text, **named)


def _ratios_throughout(reads: list[Read], faults: Faults) -> None:
    """Where every percentage is at most 1 there is no neighbour to compare with."""
    values = [(r, r.observation.actual) for r in reads if r.observation.actual is not None]
    indicator = reads[0].indicator
    percent = indicator.is_percent and indicator.maximum == 100
    targets = [r.observation.target for r in reads if r.observation.target is not None]
    # Few values say little; few values below targets that are ratios too say enough.
    enough = len(values) > 2 or (targets and all(0 < t <= _RATIO_AT_MOST for t in targets))
    small = bool(values) and all(0 < v <= _RATIO_AT_MOST for _, v in values if v is not None)
    if percent and enough and small:
        first = values[0][0].row
        place, text = first.place("actual"), first.text("actual")
        faults.hold("ratios_throughout", place, text, indicator=indicator.id)


def _comparable(read: Read, last: Read | None) -> Read | None:
    broken = any(b.fiscal_year == read.observation.fiscal_year for b in read.indicator.breaks)
    return None if broken else last


def _look(read: Read, last: Read | None, settings: MetricSettings, faults: Faults) -> None:
    o = read.observation
    before = last.observation if last else None
    last_actual = before.actual if before else None
    last_target = before.target if before else None
    if o.actual is not None and o.status in (Status.REPORTED, Status.PROVISIONAL):
        _compare(read, "actual", o.actual, [last_actual, o.target], settings, faults)
    if o.target is not None:
        _compare(read, "target", o.target, [last_target, last_actual, o.actual], settings, faults)


def _compare(
    read: Read,
    column: str,
    value: Decimal,
    others: list[Decimal | None],
    settings: MetricSettings,
    faults: Faults,
) -> None:
    known = [other for other in others if other is not None]
    if not known:
        return
    place, text = read.row.place(column), read.row.text(column)
    shown = ", ".join(format(other, "f") for other in known)
    if read.indicator.is_percent:
        if 0 < abs(value) <= _RATIO_AT_MOST and all(abs(other) > _PERCENT_FROM for other in known):
            meant = format((value * 100).normalize(), "f")
            faults.hold("looks_like_ratio", place, text, others=shown, meant=meant)
        elif all(abs(value - other) > settings.jump_points for other in known):
            faults.hold("jump_points", place, text, others=shown, limit=str(settings.jump_points))
    elif all(_far(value, other, settings) for other in known):
        faults.hold("jump_factor", place, text, others=shown, limit=str(settings.jump_factor))


def _far(value: Decimal, other: Decimal, settings: MetricSettings) -> bool:
    """Whether `value` is outside 1/factor … factor of `other`, and by more than a trifle.

    Net changes pass through zero; there only the size of the difference can be judged.
    """
    if abs(value - other) < settings.jump_smallest:
        return False
    low, high = sorted((abs(value), abs(other)))
    return high > low * settings.jump_factor
