"""Words of what can be wrong in a project: names, and what its files say of each other."""

from __future__ import annotations

from generator.finding_words import numbers, project_files, project_shape
from generator.finding_words.words import Bilingual, Table, entry

_NAMES: dict[str, Bilingual] = {
    "repeated_id": entry(
        (
            "id「{value}」は {first} 行目でもう使われています",
            "一つだけの id（大文字小文字は区別しません）",
            "どちらかの id を変えてください",
        ),
        (
            "the id “{value}” is already used in line {first}",
            "an id of its own (case does not count)",
            "Change one of the two",
        ),
    ),
    "repeated_slug": entry(
        (
            "slug（アドレスの名前）「{value}」は {first} 行目でもう使われています",
            "一つだけの slug",
            "どちらかの slug を変えてください",
        ),
        ("the slug “{value}” is already used in line {first}", "a slug of its own", "Change one of the two"),
    ),
    "repeated_number": entry(
        (
            "番号 {value} は {first} 行目でもう使われています",
            "一つだけの番号",
            "どちらかの number を変えてください",
        ),
        (
            "the number {value} is already used in line {first}",
            "a number of its own",
            "Change one of the two",
        ),
    ),
    "repeated_language": entry(
        ("言語「{value}」が二度書かれています", "一度だけ", "一方を消してください"),
        ("the language “{value}” is named twice", "each language once", "Remove one"),
    ),
    "repeated_review": entry(
        (
            "「{value}」の振り返りは {first} 行目にもあります",
            "指標と年度ごとに一つ",
            "一つにまとめてください",
        ),
        (
            "a review of “{value}” is already in line {first}",
            "one review an indicator and year",
            "Make one of the two",
        ),
    ),
    "reserved_slug": entry(
        (
            "「{value}」はサイトが自分で使う名前です",
            "ほかの名前",
            "slug（ページではファイル名）を変えてください",
        ),
        (
            "“{value}” is a name the site uses itself",
            "another name",
            "Change the slug (of a page: its file name)",
        ),
    ),
    "reserved_id": entry(
        ("id「{value}」はファイル名として使えません", "ほかの id", "id を変えてください"),
        ("the id “{value}” cannot be a file name", "another id", "Change the id"),
    ),
}

_BETWEEN: dict[str, Bilingual] = {
    "period_reversed": entry(
        (
            "計画の終わり {value} が始まり {first} より前です",
            "from ≦ to",
            "period の from と to を確かめてください",
        ),
        ("the plan ends in {value}, before it begins in {first}", "from ≤ to", "Check from and to"),
    ),
    "targets_end_early": entry(
        (
            "目標の最後の年度 {value} が計画の終わり {last} より前です",
            "to ≦ targets_to",
            "targets_to を {last} 以後にしてください",
        ),
        (
            "targets end in {value}, before the plan ends in {last}",
            "to ≤ targets_to",
            "Make targets_to {last} or later",
        ),
    ),
    "indicator_in_two_measures": entry(
        (
            "指標 {value} は {first} 行目の施策にもあります",
            "一つの指標は一つの施策に",
            "どちらかの施策から外してください",
        ),
        (
            "the indicator {value} already belongs to the measure in line {first}",
            "one measure an indicator",
            "Remove it from one of the two",
        ),
    ),
    "not_list_of_indicators": entry(
        (
            "指標の一覧がありません",
            "- {{id: …, name: …, …}} を並べたもの",
            "一つ以上の指標を「- id: …」で書いてください",
        ),
        (
            "there is no list of indicators",
            "a list of - {{id: …, name: …, …}}",
            "Write at least one item “- id: …”",
        ),
    ),
    "indicator_not_defined": entry(
        (
            "指標 {value} は data/indicators.yml にありません",
            "定義のある指標の id",
            "定義を加えるか、綴りを直してください（近い id: {near}）",
        ),
        (
            "the indicator {value} is not in data/indicators.yml",
            "the id of a defined indicator",
            "Define it or correct the spelling (nearest: {near})",
        ),
    ),
    "indicator_in_no_measure": entry(
        (
            "指標 {value} はどの施策にもありません",
            "data/plan.yml の施策の indicators に一度",
            "施策の indicators に {value} を加えるか、定義を消してください",
        ),
        (
            "the indicator {value} belongs to no measure",
            "once in the indicators of a measure in data/plan.yml",
            "Add {value} to a measure's indicators or remove the definition",
        ),
    ),
    "range_missing": entry(
        (
            "direction: range に範囲がありません",
            "range: [下限, 上限]",
            "range: [80, 120] のように加えてください",
        ),
        ("direction: range has no range", "range: [lowest, highest]", "Add it, such as range: [80, 120]"),
    ),
    "range_unused": entry(
        (
            "direction が {value} なので range は使われません",
            "direction: range のときだけ range",
            "direction か range を見直してください",
        ),
        (
            "the range is not used, as the direction is {value}",
            "a range only with direction: range",
            "Reconsider direction or range",
        ),
    ),
    "baseline_missing": entry(
        (
            "direction: maintain に比べる基準がありません",
            "baseline または band",
            "baseline: {{fiscal_year: 2021}} のように加えてください",
        ),
        (
            "direction: maintain has nothing to be held against",
            "a baseline or a band",
            "Add it, such as baseline: {{fiscal_year: 2021}}",
        ),
    ),
    "limits_reversed": entry(
        ("下限が上限より大きくなっています（{value}）", "下限 ≦ 上限", "二つの値を入れ替えてください"),
        ("the lower limit is above the upper one ({value})", "lower ≤ upper", "Swap the two"),
    ),
    "baseline_after_plan": entry(
        (
            "基準年度 {value} が目標の最後の年度 {last} より後です",
            "{last} 以前の年度",
            "基準年度を直してください",
        ),
        (
            "the baseline year {value} is after the last target year {last}",
            "a year up to {last}",
            "Correct the baseline year",
        ),
    ),
    "related_unknown": entry(
        (
            "関連する指標 {value} がないか、自分自身です",
            "ほかの指標の id",
            "綴りを直すか消してください（近い id: {near}）",
        ),
        (
            "the related indicator {value} does not exist or is the indicator itself",
            "the id of another indicator",
            "Correct or remove it (nearest: {near})",
        ),
    ),
    "weight_unknown": entry(
        (
            "重みの指標 {value} がありません",
            "data/indicators.yml にある id",
            "綴りを直すか消してください（近い id: {near}）",
        ),
        (
            "the weight's indicator {value} does not exist",
            "an id of data/indicators.yml",
            "Correct or remove it (nearest: {near})",
        ),
    ),
    "pace_reversed": entry(
        (
            "pace_accelerate（{value}）が pace_on_track より大きくなっています",
            "pace_accelerate ≦ pace_on_track",
            "二つの値を見直してください",
        ),
        (
            "pace_accelerate ({value}) is above pace_on_track",
            "pace_accelerate ≤ pace_on_track",
            "Reconsider the two",
        ),
    ),
    "brand_contrast": entry(
        (
            "brand.deep の色 {value} は、紙の色とのコントラストが {ratio}:1 しかなく、文字が読めません",
            "{least}:1 以上（リンクと実績の数字に使う色です）",
            "もっと濃い色にしてください。明るい色は brand.accent に書けば、地色と下線だけに使います",
        ),
        (
            "brand.deep {value} has a contrast of only {ratio}:1 with the paper: text in it cannot be read",
            "at least {least}:1 (links and achieved values are printed in it)",
            "Take a deeper colour; a light one may be brand.accent, which is a field or an underline only",
        ),
    ),
    "grade_bands_wrong": entry(
        (
            "評価の区切りが正しくありません（{value}）",
            "A, B, C の順に、だんだん低く（その下は D、E は未実施）",
            "{{A: 1, B: 0.8, C: 0.3}} のように書いてください",
        ),
        (
            "the grade bands are not right ({value})",
            "A, B, C, each lower than the one before (below is D; E is a state)",
            "Write {{A: 1, B: 0.8, C: 0.3}}",
        ),
    ),
    "review_indicator_unknown": entry(
        (
            "振り返りの指標 {value} がありません",
            "data/indicators.yml にある id",
            "綴りを直してください（近い id: {near}）",
        ),
        (
            "the review's indicator {value} does not exist",
            "an id of data/indicators.yml",
            "Correct the spelling (nearest: {near})",
        ),
    ),
    "review_year_unknown": entry(
        ("振り返りの年度 {value} は計画にも数値にもありません", "{known}", "年度を確かめてください"),
        ("the review's year {value} is neither in the plan nor in the values", "{known}", "Check the year"),
    ),
    "report_year_unknown": entry(
        ("report_year {value} には数値がありません", "{known}", "数値のある年度にするか、行を消してください"),
        (
            "there are no values for report_year {value}",
            "{known}",
            "Use a year with values or remove the line",
        ),
    ),
}

WORDS: Table = {**project_files.WORDS, **project_shape.WORDS, **numbers.WORDS, **_NAMES, **_BETWEEN}
