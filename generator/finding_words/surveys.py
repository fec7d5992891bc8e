"""Words of what can be wrong in data/surveys.csv."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "survey_not_people": entry(
        (
            "{column} の「{value}」は人数ではありません",
            "0以上の整数",
            "人数を書いてください。割合ではなく、答えた人の数です",
        ),
        (
            "“{value}” in {column} is not a number of people",
            "a whole number, zero or more",
            "Write people, not shares",
        ),
    ),
    "survey_positive_unknown": entry(
        (
            "positive の「{value}」が読めません",
            "肯定の答えは 1、そのほかは 0(空も 0)",
            "1 か 0 を書いてください",
        ),
        ("positive “{value}” cannot be read", "1 for a positive answer, else 0 (or empty)", "Write 1 or 0"),
    ),
    "survey_answer_is_total": entry(
        (
            "答え「{value}」は合計のようです",
            "一つの選択肢ごとに一行",
            "合計の行を消してください。合計は計算します",
        ),
        (
            "the answer “{value}” looks like a total",
            "one row for each answer",
            "Remove the row; totals are computed",
        ),
    ),
    "survey_rows_differ": entry(
        (
            "同じ調査の {column} が行によって違います: {value}({first} 行目は {wanted})",
            "同じ問い・年度・団体の行では {column} がすべて同じ",
            "どちらが正しいか確かめて、そろえてください",
        ),
        (
            "{column} differs within one survey: {value}, but {wanted} in line {first}",
            "the same {column} in all rows of one question, year and society",
            "Find out which is right and make them equal",
        ),
    ),
    "survey_answer_repeated": entry(
        (
            "答え「{value}」が2回あります(先の行は {first} 行目)",
            "同じ問い・年度・団体では一つの答えに一行",
            "片方を消すか、答えの言葉を直してください",
        ),
        (
            "the answer “{value}” stands twice (first in line {first})",
            "one row for each answer of one question, year and society",
            "Remove one of them or correct the answer",
        ),
    ),
    "survey_blank_positive": entry(
        ("無回答の行が肯定になっています", "無回答の positive は 0", "positive を 0 にしてください"),
        ("blank answers are marked as positive", "positive 0 for blanks", "Write 0"),
    ),
    "survey_positive_differs": entry(
        (
            "答え「{value}」の positive が {first} 行目と違います",
            "一つの年度では、同じ答えはどの団体でも同じ扱い",
            "肯定に数えるかどうかを一つに決めてください",
        ),
        (
            "positive of the answer “{value}” differs from line {first}",
            "within a year an answer counts the same everywhere",
            "Decide once whether it is positive",
        ),
    ),
    "survey_no_positive": entry(
        (
            "調査 {value} には肯定の答え(positive が 1)が一つもありません",
            "指標に数える答えに 1",
            "肯定に数える答えの positive を 1 にしてください(0人でも行は要ります)",
        ),
        (
            "the survey {value} has no positive answer",
            "1 for the answers that count",
            "Write 1 for them (they keep their row even with nobody in it)",
        ),
    ),
    "survey_sum_differs": entry(
        (
            "有効な回答 {value} が、答えの合計 {answers} とも、無回答 {blanks} を加えた数とも違います",
            "答えの人数の合計",
            "書きもれた答えがないか、valid が正しいか確かめてください",
        ),
        (
            "valid is {value}, but the answers add up to {answers} ({blanks} blanks beside them)",
            "the sum of the answers",
            "Look for an answer that was left out, or correct valid",
        ),
    ),
    "survey_more_back_than_sent": entry(
        (
            "宛先不明 {value} が発送数 {sent} より多くなっています",
            "発送数以下",
            "sent と undeliverable を確かめてください",
        ),
        ("undeliverable {value} exceeds sent {sent}", "at most sent", "Check sent and undeliverable"),
    ),
    "survey_more_valid_than_asked": entry(
        (
            "有効な回答 {value} が、届いた数 {asked}(発送数 − 宛先不明)より多くなっています",
            "{asked} 以下",
            "発送数と有効回答数を確かめてください",
        ),
        (
            "valid {value} exceeds the {asked} who were reached (sent − undeliverable)",
            "at most {asked}",
            "Check sent and valid",
        ),
    ),
    "survey_more_than_population": entry(
        (
            "答えた人 {answers} が母集団 {value} より多くなっています",
            "答えた人以上の population",
            "population(調べたい人すべての数)を確かめてください",
        ),
        (
            "{answers} people answered, but the population is {value}",
            "a population of at least that many",
            "Check population: everyone the survey speaks about",
        ),
    ),
    "survey_federation_beside_societies": entry(
        (
            "指標 {indicator} の {year} 年度に、全体の行(society が空)と団体ごとの行({other} 行目)があります",
            "どちらか一方",
            "団体ごとの行があれば全体の値は計算されます。全体の行を消してください",
        ),
        (
            "{indicator} in {year} has rows of the federation (no society) and of societies (line {other})",
            "one or the other",
            "Remove the federation's rows: they are computed from the societies'",
        ),
    ),
    "survey_answers_changed": entry(
        (
            "指標 {indicator} の選択肢が {year} 年度から変わりました: {names}",
            "同じ問いと選択肢、または区切り(breaks)の宣言",
            "data/indicators.yml の breaks に {year} 年度を加えてください。前の年度と比べなくなります",
        ),
        (
            "the answers offered for {indicator} changed in {year}: {names}",
            "the same question and answers, or a declared break",
            "Add {year} to breaks in data/indicators.yml; it is then not compared with earlier years",
        ),
    ),
    "survey_status_differs": entry(
        (
            "{other} の状態は {value} ですが、調査には回答があります",
            "状態と調査のどちらか一方",
            "data/values の行の状態を消すか、調査の行を消してください",
        ),
        (
            "{other} says {value}, but the survey has answers",
            "one or the other",
            "Empty the status in data/values or remove the survey's rows",
        ),
    ),
    "survey_differs": entry(
        (
            "調査の {value} が {other} の {found} と違います",
            "同じ値、またはどちらか一方",
            "data/values の行を消してください。値は調査から計算します",
        ),
        (
            "the survey says {value}, but {other} says {found}",
            "the same value, or only one of them",
            "Remove the row in data/values: the value is computed from the survey",
        ),
    ),
    "survey_other_level": entry(
        (
            "調査とは別の区分(全体と団体)の値が {other} にあります",
            "全体か団体のどちらか一方",
            "data/values の行を消すか、調査をそろえてください",
        ),
        (
            "{other} has a value at another level (federation or society) than the survey",
            "the federation or the societies, not both",
            "Remove the row in data/values, or the survey's",
        ),
    ),
}
