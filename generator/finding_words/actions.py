"""Words of what can be wrong in the yearly review: data/actions.csv, decisions, revised targets."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "action_id_empty": entry(
        ("action_id が空です", "計画の取組の id(1-1-1 など)", "id を書くか、行を消してください"),
        ("action_id is empty", "the id of an action of the plan", "Write the id or delete the row"),
    ),
    "action_unknown": entry(
        (
            "取組「{value}」は data/plan.yml にありません",
            "計画にある {count} 個の取組のどれかの id",
            "id を直すか、計画に取組を加えてください",
        ),
        (
            "the action “{value}” is not in data/plan.yml",
            "the id of one of the plan's {count} actions",
            "Correct the id or add the action to the plan",
        ),
    ),
    "action_unknown_near": entry(
        (
            "取組「{value}」は data/plan.yml にありません。{near} のことですか",
            "{near}",
            "{near} に直すか、計画に取組を加えてください",
        ),
        (
            "the action “{value}” is not in data/plan.yml; did you mean {near}?",
            "{near}",
            "Write {near}, or add the action to the plan",
        ),
    ),
    "action_state_unknown": entry(
        (
            "取組の状態「{value}」は使えません",
            "{known} のどれか",
            "どれかに直してください(近い語: {near})。ほかのことは note に書きます",
        ),
        (
            "the state “{value}” is not one of those of an action",
            "not_started, in_progress, done or revised",
            "Use one of them (nearest: {near}); write anything else into note",
        ),
    ),
    "action_repeated": entry(
        (
            "取組 {value} の同じ年度・同じ日の行が {first} 行目にもあります",
            "同じ日の状態は一つ",
            "正しい行だけを残すか、updated_on に更新した日を書いてください",
        ),
        (
            "line {first} has the same action, year and day: {value}",
            "one state a day",
            "Keep the right row, or write the day of the change into updated_on",
        ),
    ),
    "action_before_year": entry(
        (
            "updated_on「{value}」は {year} 年度が始まる前の日です",
            "年度が始まってからの日",
            "年度か日付を確かめてください",
        ),
        (
            "updated_on “{value}” is before fiscal year {year} begins",
            "a day of the year or later",
            "Check the year and the day",
        ),
    ),
    "updated_on_unknown": entry(
        (
            "updated_on「{value}」が日付として読めません",
            "2026-04-01 のような、ある日付",
            "更新した日を書くか、空にしてください",
        ),
        ("updated_on “{value}” is no day", "a day such as 2026-04-01", "Write the day or leave it empty"),
    ),
    "target_change_undated": entry(
        (
            "決めた日のない見直しです(先の目標は {first} 行目)。日が書かれるまで使いません",
            "2026-04-01 のような、決めた日",
            "decided_on に見直しを決めた日を書いてください",
        ),
        (
            "a revised target without a day (the earlier one is in line {first}); not used until then",
            "the day of the decision, such as 2026-04-01",
            "Write the day into decided_on",
        ),
    ),
    "target_change_unexplained": entry(
        (
            "目標を {before} から {value} に変えた理由がありません",
            "見直しの理由",
            "reason に理由を書いてください",
        ),
        (
            "no reason is given for changing the target from {before} to {value}",
            "why it was changed",
            "Write it into reason",
        ),
    ),
    "decision_without_target": entry(
        (
            "{value} の目標を「{choice}」と決めていますが、その後の目標が data/targets.csv にありません",
            "{year} 年度より後の目標の、新しい行",
            "data/targets.csv に決めた目標、日、理由を書き足してください",
        ),
        (
            "the review decides to {choice} the target of {value}, "
            "but data/targets.csv holds no later decision",
            "a new row for a year after {year}",
            "Add the new target with its day and reason to data/targets.csv",
        ),
    ),
}
