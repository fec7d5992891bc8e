"""What is said of a year as a whole."""

from __future__ import annotations

from decimal import Decimal

from generator.formats import count_number
from generator.model import Number
from generator.model_review import ActionState, ActionTally
from generator.sentences.ja_review import actions


def tally(total: int, **states: int) -> str:
    """The sentence of so many actions."""
    counts = {state: states.get(state.value, 0) for state in ActionState}
    recorded = sum(counts.values())
    numbers = [count_number(n, "x") for n in (total, recorded, total - recorded)]
    made = ActionTally("all", *numbers, tuple((s, count_number(n, "x")) for s, n in counts.items()))
    return "".join(p if isinstance(p, str) else p.shown for p in actions(made))


def test_actions_in_words() -> None:
    """Only states that occur are named, and what nobody recorded is said."""
    assert tally(5, done=2, revised=3) == "取組5件のうち、完了が2件、見直しが3件です。"
    assert tally(5, in_progress=4) == "取組5件のうち、進行中が4件です。1件は状態の記録がありません。"
    assert tally(5) == "取組5件の状態は記録されていません。"
    assert tally(0) == "計画に取組の記載はありません。"


def test_counts_are_published_numbers() -> None:
    """A count in the sentence is a Number with its address, like every other."""
    made = ActionTally(
        "all",
        *(Number(Decimal(n), str(n), f"a#{n}") for n in (1, 1, 0)),
        tuple((s, Number(Decimal(s is ActionState.DONE), "1", "b#1")) for s in ActionState),
    )
    assert [p.src for p in actions(made) if isinstance(p, Number)] == ["a#1", "b#1"]
