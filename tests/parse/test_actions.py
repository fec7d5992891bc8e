"""data/actions.csv, decisions of reviews, and revised targets without day or reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from conftest import Parse

from generator import finding_words
from generator.model_review import ActionState, ReviewDecision, TargetChoice
from generator.parse import Parsed

HEAD = "action_id,fiscal_year,state,note,updated_on\n"


def found(parsed: Parsed) -> list[tuple[str, str]]:
    return [(f.code, f.severity.value) for f in parsed.findings]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("1-1-1,2024,進行中,,2025-03-31\n", []),
        ("1-1-1,令和6年度,not_started,,\n", []),
        ("1-1-1-1,2024,完了,,\n", []),
        ("1-1-9,2024,完了,,\n", [("action_unknown_near", "rejected")]),
        ("BELLS,2024,完了,,\n", [("action_unknown", "rejected")]),
        (",2024,完了,,\n", [("action_id_empty", "rejected")]),
        ("1-1-1,2024,だいたい完了,,\n", [("action_state_unknown", "rejected")]),
        ("1-1-1,2024,,,\n", [("action_state_unknown", "rejected")]),
        ("1-1-1,2024,完了,,三月\n", [("updated_on_unknown", "rejected")]),
        ("1-1-1,2024,完了,,2025-02-30\n", [("updated_on_unknown", "rejected")]),
        ("1-1-1,2024,完了,,2024-03-31\n", [("action_before_year", "warning")]),
        ("1-1-1,2024,完了,,\n1-1-1,2024,見直し,,\n", [("action_repeated", "rejected")]),
        ("1-1-1,2024,進行中,,2024-06-30\n1-1-1,2024,完了,,2025-03-31\n", []),
    ],
)
def test_states_of_actions(
    smallest: Path, altered: Parse, rows: str, expected: list[tuple[str, str]]
) -> None:
    """A row names an action (or sub-point) of the plan, a year, one of four states, and one day once."""
    parsed = altered(smallest, "data/actions.csv", whole=HEAD + rows)
    assert found(parsed) == expected


def test_a_wrong_action_is_told_its_neighbour(smallest: Path, altered: Parse) -> None:
    """The finding names the id that was probably meant, in either language."""
    parsed = altered(smallest, "data/actions.csv", whole=HEAD + "1-1-11,2024,完了,,\n")
    (finding,) = parsed.findings
    for lang in ("ja", "en"):
        told = finding_words.tell(finding, lang)
        assert "1-1-1" in told.fix and "?" not in told.fix


def test_a_record_keeps_its_place(smallest: Path, altered: Parse) -> None:
    """A state carries its day, its note and the row it stands in."""
    rows = "1-1-1,2024,見直し,種を替える,2025-03-31\n"
    project = altered(smallest, "data/actions.csv", whole=HEAD + rows).project
    assert project is not None
    (record,) = project.actions
    assert (record.state, record.note, record.src) == (
        ActionState.REVISED,
        "種を替える",
        "data/actions.csv#2",
    )
    assert record.updated_on == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("keep", ReviewDecision(TargetChoice.KEEP)),
        ("引き下げ", ReviewDecision(TargetChoice.LOWER)),
        ("{target: raise, text: 来年から}", ReviewDecision(TargetChoice.RAISE, "来年から")),
        ("{target: 指標の見直し}", ReviewDecision(TargetChoice.REDEFINE)),
    ],
)
def test_a_review_may_decide(smallest: Path, altered: Parse, decision: str, expected: ReviewDecision) -> None:
    """A decision is one of five words, in Japanese or English, alone or with its text."""
    text = f"- {{fiscal_year: 2024, indicator_id: FLOWER, decision: {decision}}}\n"
    project = altered(smallest, "data/reviews.yml", whole=text).project
    assert project is not None
    assert project.reviews[0].decision == expected
    assert not project.reviews[0].answers


def test_an_unknown_decision_is_rejected(smallest: Path, altered: Parse) -> None:
    """What is decided is never guessed."""
    text = "- {fiscal_year: 2024, indicator_id: FLOWER, decision: 検討する}\n"
    assert found(altered(smallest, "data/reviews.yml", whole=text)) == [("not_one_of", "rejected")]


TARGETS = "indicator_id,fiscal_year,target,decided_on,reason\nFLOWER,2024,10,2024-04-01,\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("FLOWER,2024,8,2024-09-30,雨のため\n", []),
        ("FLOWER,2024,8,2024-09-30,\n", [("target_change_unexplained", "held")]),
        ("FLOWER,2024,10,2024-09-30,\n", []),
        ("FLOWER,2024,8,,雨のため\n", [("target_change_undated", "held")]),
        ("FLOWER,2025,8,,雨のため\n", [("decided_on_unknown", "rejected")]),
        ("FLOWER,2024,8,2024-02-30,雨のため\n", [("decided_on_unknown", "rejected")]),
        ("FLOWER,2024,12,2024-03-01,\n", [("target_change_unexplained", "held")]),
    ],
)
def test_a_changed_target_says_when_and_why(
    smallest: Path, altered: Parse, row: str, expected: list[tuple[str, str]]
) -> None:
    """A later decision without day or reason is held; the first one of a year needs a day and no reason."""
    assert found(altered(smallest, "data/targets.csv", whole=TARGETS + row)) == expected


def test_an_undated_change_is_not_used(smallest: Path, altered: Parse) -> None:
    """Nobody knows from when on it is in force, so the year keeps the target it had."""
    project = altered(smallest, "data/targets.csv", whole=TARGETS + "FLOWER,2024,8,,雨\n").project
    assert project is not None
    assert [t.target for t in project.targets] == [10]
