"""data/targets.csv beats the sum of the societies' targets; a difference is told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator import finding_words
from generator.findings import Severity
from generator.model import Aggregation, Society, Status
from generator.parse.target_sums import differing_targets
from tests.metrics.projects_made import decision, indicator, row

NAMES = ("甲", "乙", "丙")
MEMBERS = tuple(Society(name, f"s{i}") for i, name in enumerate(NAMES))
RATIO: dict[str, Any] = {"aggregation": Aggregation.RATIO_OF_SUMS, "unit": "%"}


def told(targets: dict[str, int | None], decided: list[int], **changed: Any) -> list[tuple[str, str]]:
    """(target, sum) of every warning; the societies' targets by name, None = a row without one."""
    rows = [row(2025, 1, target, society=name) for name, target in targets.items()]
    decisions = [decision(2025, t, on=f"202{k}-04-01", line=k + 2) for k, t in enumerate(decided)]
    found = differing_targets(decisions, rows, (indicator(**changed),), MEMBERS)
    assert all((f.code, f.severity) == ("target_not_the_sum", Severity.WARNING) for f in found)
    return [(f.value, dict(f.values)["sum"]) for f in found]


@pytest.mark.parametrize(
    ("targets", "decided", "changed", "found"),
    [
        ({"甲": 4, "乙": 5}, [9], {}, []),
        ({"甲": 4, "乙": 5}, [10], {}, [("10", "9")]),
        ({"甲": 4, "乙": 5}, [9, 12], {}, []),
        ({"甲": 4, "乙": 5}, [10, 12], {}, [("12", "9")]),
        ({"甲": 4, "乙": None}, [10], {}, []),
        ({"甲": 4, "乙": 5}, [10], {"all_societies": True}, []),
        ({"甲": 1, "乙": 0}, [2], {"aggregation": Aggregation.COUNT_TRUE}, [("2", "1")]),
        ({"甲": 50, "乙": 50}, [50], RATIO, []),
        ({"甲": 50, "乙": 50}, [60], RATIO, [("60", "50")]),
        ({"甲": 50, "乙": 70}, [60], RATIO, []),
        ({"甲": 4, "乙": 5}, [10], {"aggregation": Aggregation.NONE}, []),
    ],
)
def test_difference_is_told(
    targets: dict[str, int | None],
    decided: list[int],
    changed: dict[str, Any],
    found: list[tuple[str, str]],
) -> None:
    """Only where every society concerned has a target, and only if no decision agrees."""
    assert told(targets, decided, **changed) == found


def test_who_is_not_concerned_needs_no_target() -> None:
    """A society marked not applicable takes no part in the sum; rows by category neither."""
    rows = [row(2025, 1, 4, society="甲"), row(2025, society="乙", status=Status.NOT_APPLICABLE)]
    rows.append(row(2025, 1, 3, society="甲", dims=(("x", "a"),)))
    found = differing_targets([decision(2025, Decimal("4.5"))], rows, (indicator(),), MEMBERS)
    assert [dict(f.values)["sum"] for f in found] == ["4"]


def test_place_and_words() -> None:
    """The warning stands at the newest decision and names indicator, year and both numbers."""
    rows = [row(2025, 1, 4, society="甲")]
    found = differing_targets([decision(2025, 5, line=7)], rows, (indicator(),), MEMBERS)[0]
    assert (found.place.file, found.place.line, found.place.column) == ("data/targets.csv", 7, "target")
    assert finding_words.tell(found, "ja").message.startswith("X の 2025 年度の目標 5 は")
    assert "4" in finding_words.tell(found, "en").message
