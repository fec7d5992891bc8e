"""What rows of values say of each other: repeats, totals beside their parts, silent societies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.findings import Place
from generator.model import Aggregation, Indicator, Observation, Society
from generator.parse.tables import Faults, Row

_OTHERS_NAMED = 5
"""Repeats named in each finding: all of them would grow with the square of the rows."""

_Key = tuple[str, int, str | None, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class Read:
    """A row whose key could be read; `sound` = nothing in it is rejected."""

    row: Row
    observation: Observation
    indicator: Indicator
    sound: bool

    @property
    def key(self) -> _Key:
        o = self.observation
        return (o.indicator_id, o.fiscal_year, o.society, tuple((n.lower(), c) for n, c in o.dimensions))


def look_across(reads: list[Read], societies: Iterable[Society], faults: Faults) -> None:
    """Report repeated keys, federation rows beside society rows, and societies without rows."""
    _repeats(reads, faults)
    _federation_beside_societies(reads, faults)
    _without_rows(reads, tuple(societies), faults)


def where(place: Place) -> str:
    """A place in few words, for naming the other row of two."""
    inside = f"{place.sheet}!{place.cell}" if place.cell else f":{place.line}"
    return f"{place.file}{' ' if place.cell else ''}{inside}"


def _repeats(reads: list[Read], faults: Faults) -> None:
    by_key: dict[_Key, list[Read]] = defaultdict(list)
    for read in reads:
        by_key[read.key].append(read)
    for same in by_key.values():
        if len(same) < 2:
            continue
        first = [where(o.row.place("actual")) for o in same[: _OTHERS_NAMED + 1]]
        for n, read in enumerate(same):
            named = [place for m, place in enumerate(first) if m != n][:_OTHERS_NAMED]
            others = ", ".join(named) + (" …" if len(same) - 1 > len(named) else "")
            place = read.row.place("actual")
            faults.reject("row_repeated", place, read.row.text("actual"), others=others, **_named(read))
            read.sound = False


def _named(read: Read) -> dict[str, str]:
    o = read.observation
    return {"indicator": o.indicator_id, "year": str(o.fiscal_year), "society": o.society or "–"}


def _federation_beside_societies(reads: list[Read], faults: Faults) -> None:
    """A federation row beside its societies' rows would be counted twice, or contradict them."""
    societies = {_without_society(r): r for r in reads if r.observation.society is not None}
    for read in reads:
        beside = societies.get(_without_society(read))
        own = read.indicator.aggregation is Aggregation.NONE
        if read.observation.society is None and beside is not None and not own:
            other = where(beside.row.place("society"))
            faults.reject(
                "federation_beside_societies", read.row.place("society"), "", other=other, **_named(read)
            )
            read.sound = False


def _without_society(read: Read) -> tuple[object, ...]:
    indicator, year, _, dimensions = read.key
    return (indicator, year, dimensions)


def _without_rows(reads: list[Read], societies: tuple[Society, ...], faults: Faults) -> None:
    """Where most societies have rows of an indicator, one without any was perhaps forgotten."""
    reporting: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Read] = {}
    for read in reads:
        if read.observation.society is not None:
            reporting[read.indicator.id].add(read.observation.society)
            first.setdefault(read.indicator.id, read)
    for indicator_id, names in sorted(reporting.items()):
        silent = [s.name for s in societies if s.name not in names]
        if silent:
            place = replace(first[indicator_id].row.place("society"), line=None, cell="")
            listed = "、".join(silent[:8]) + ("…" if len(silent) > 8 else "")
            faults.warn("societies_without_rows", place, indicator_id, names=listed, count=str(len(silent)))
