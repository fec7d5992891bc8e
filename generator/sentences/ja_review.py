"""What is said of a year under review, in Japanese: its actions, and the year as a whole."""

from __future__ import annotations

from generator.model import Number
from generator.model_review import ActionState, ActionTally, YearBoard
from generator.sentences.ja_verdict import Parts

STATES = {
    ActionState.DONE: "完了",
    ActionState.IN_PROGRESS: "進行中",
    ActionState.NOT_STARTED: "未着手",
    ActionState.REVISED: "見直し",
}
NO_SCORE = "数え方の違うものどうしなので、一つの点数にはまとめていません。"


def actions(tally: ActionTally) -> Parts:
    """How far the actions have come, and of how many nobody has written a state."""
    if tally.total.raw == 0:
        return ["計画に取組の記載はありません。"]
    if tally.recorded.raw == 0:
        return ["取組", tally.total, "件の状態は記録されていません。"]
    found: Parts = ["取組", tally.total, "件のうち"]
    for state, number in ((s, n) for s, n in tally.states if n.raw):
        found += ["、", f"{STATES[state]}が", number, "件"]
    found += ["です。"]
    if tally.unrecorded.raw:
        found += [tally.unrecorded, "件は状態の記録がありません。"]
    return found


def whole_year(board: YearBoard, head: Parts) -> Parts:
    """The paragraph of the overall evaluation: what is known of each of the four, side by side."""
    return [*head, *actions(board.actions), *surveys(board), *impact(board), NO_SCORE]


def surveys(board: YearBoard) -> Parts:
    """How many surveys can be relied on."""
    tally = board.surveys
    if tally.total.raw == 0:
        return ["回答数を記録した調査はありません。"]
    if tally.passed.raw == tally.total.raw:
        return ["アンケート調査", tally.total, "件は、どれも回答率の基準に届きました。"]
    found: Parts = [
        "アンケート調査",
        tally.total,
        "件のうち、回答率の基準に届いたのは",
        tally.passed,
        "件です。",
    ]
    if tally.below.raw:
        found += [tally.below, "件は参考値です。"]
    return found


def impact(board: YearBoard) -> Parts:
    """Which accounts of social impact there are."""
    named: list[tuple[str, Number]] = [
        ("経済波及効果", board.impact.ripples),
        ("社会的投資収益率(SROI)", board.impact.sroi),
    ]
    there = [(name, n) for name, n in named if n.raw]
    missing = [name for name, n in named if not n.raw]
    found: Parts = ["社会的インパクトは、" if there else ""]
    for index, (name, number) in enumerate(there):
        found += ["、" if index else "", f"{name}を", number, "件"]
    found += ["試算しました。"] if there else ["社会的インパクトの試算は、まだありません。"]
    if there and missing:
        found += [f"{'と'.join(missing)}の試算は、まだありません。"]
    return [part for part in found if part != ""]
