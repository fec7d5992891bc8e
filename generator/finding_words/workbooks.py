"""Words of what can be wrong with a workbook as a filled form (`impact import values`)."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "template_not_ours": entry(
        (
            "このブックは報告用のひな形ではありません",
            "impact template で作ったブック",
            "impact template --year 2026 で作ったブックに書き写してください",
        ),
        (
            "this workbook is not a form of this tool",
            "a workbook made by impact template",
            "Make one with impact template --year 2026 and copy the values",
        ),
    ),
    "template_version": entry(
        (
            "古い版のひな形です（版 {value}、いまは {now}）",
            "版 {now} のひな形",
            "impact template で作り直したブックに書き写してください",
        ),
        (
            "a form of another version ({value}; now {now})",
            "a form of version {now}",
            "Make a new one with impact template and copy the values",
        ),
    ),
    "template_heading_lost": entry(
        (
            "見出しの行が変わっているため、どの欄か分かりません",
            "ひな形の見出し（実績、状態、備考、照合用の記号）",
            "見出しを元に戻すか、新しいひな形に書き写してください",
        ),
        (
            "the header row was changed",
            "the headings of the form",
            "Put the headings back, or copy into a new form",
        ),
    ),
    "template_sheet_hidden": entry(
        ("シート「{sheet}」が非表示です。値は読みました", "見えるシート", "表示して、値を確かめてください"),
        ("the sheet “{sheet}” is hidden; it was read", "a visible sheet", "Show it and check its values"),
    ),
    "template_years_mixed": entry(
        (
            "1冊に違う年の行があります（{value}）",
            "1冊に1つの年",
            "ほかのブックから写した行を消し、その年のブックに書いてください",
        ),
        (
            "rows of different years in one workbook ({value})",
            "one year a workbook",
            "Remove the copied rows",
        ),
    ),
    "template_other_year": entry(
        (
            "{value} 年のひな形です。今回は {year} 年です",
            "{year} 年のひな形",
            "{year} 年のひな形に書き写すか、別の回に --year {value} で取り込んでください",
        ),
        (
            "a form of {value}; this import is of {year}",
            "a form of {year}",
            "Copy into a form of {year}, or import it with --year {value}",
        ),
    ),
    "template_society_unknown": entry(
        (
            "「{value}」は団体の一覧にありません",
            "data/societies.csv の slug",
            "団体の名前が変わったなら、新しいひな形を作って書き写してください",
        ),
        ("“{value}” is not in the list of societies", "a slug of data/societies.csv", "Make a new form"),
    ),
    "template_file_name": entry(
        (
            "ファイルの名前は「{named}」ですが、中は「{value}」の報告です",
            "名前と中身が同じ団体",
            "別の団体のブックに書いていないか確かめてください",
        ),
        (
            "the file is named after “{named}” and holds the report of “{value}”",
            "one society",
            "Check that it was filled in by the right one",
        ),
    ),
    "template_rows_lost": entry(
        (
            "ひな形にあった {count} 行がありません（{value}）。その値は変えません",
            "ひな形のすべての行",
            "消したのが誤りなら、新しいひな形に書いてください",
        ),
        (
            "{count} rows of the form are gone ({value}); their values stay as they are",
            "every row of the form",
            "Use a new form if that was a mistake",
        ),
    ),
    "template_target_changed": entry(
        (
            "目標の欄が {was} から {value} に変わっています",
            "目標は {was}（ここには書きません）",
            "実績なら実績の欄に書いてください。目標を変えるなら data/targets.csv か値のファイルで変えます",
        ),
        (
            "the target was changed from {was} to {value}",
            "the target {was}; it is not typed here",
            "Write a result under Actual; targets are changed in data/targets.csv",
        ),
    ),
    "mark_damaged": entry(
        (
            "照合用の記号「{value}」が読めません",
            "渡したときの記号（近いもの: {near}）",
            "記号を元に戻すか、新しいひな形に書き写してください",
        ),
        (
            "the key “{value}” cannot be read",
            "the key as handed out ({near})",
            "Put it back, or use a new form",
        ),
    ),
    "mark_not_handed_out": entry(
        (
            "照合用の記号「{value}」は、このブックにはなかったものです",
            "渡したときの記号（近いもの: {near}）",
            "記号を元に戻すか、新しいひな形に書き写してください",
        ),
        (
            "the key “{value}” was not in this workbook",
            "the key as handed out ({near})",
            "Put it back, or use a new form",
        ),
    ),
    "mark_of_other_society": entry(
        (
            "「{value}」は、ほかの団体の行です（このブックは {own}）",
            "{own} の行",
            "その団体のブックに書いてください",
        ),
        (
            "“{value}” is a row of another society (this is {own}'s)",
            "rows of {own}",
            "Use that society's form",
        ),
    ),
    "input_without_mark": entry(
        (
            "照合用の記号のない行に「{value}」があります。どの指標か分かりません",
            "ひな形にある行",
            "ひな形の行に書いてください。行は足せません",
        ),
        (
            "“{value}” stands in a row without a key: which indicator is it?",
            "a row of the form",
            "Write it in a row of the form; rows cannot be added",
        ),
    ),
    "answer_repeated": entry(
        ("同じ行の同じ答えが {other} にもあります", "1つの行は1冊に", "古いほうのファイルを外してください"),
        ("the same answer is in {other} too", "each row in one workbook", "Leave one of the files out"),
    ),
    "answer_conflict": entry(
        (
            "同じ行に違う答えがあります。ここは「{value}」、{other} は「{other_value}」です",
            "1つの行に1つの答え",
            "正しいほうを残し、もう1冊を外すか直してください",
        ),
        (
            "two answers for one row: “{value}” here and “{other_value}” in {other}",
            "one answer a row",
            "Keep the right one",
        ),
    ),
    "answer_for_workbook_row": entry(
        (
            "この行は Excel のファイル（{other}）にあり、書きかえられません",
            "CSV にある行、または新しい行",
            "{other} のその行を「{value}」に直すか、消してから取り込んでください",
        ),
        (
            "this row stands in a workbook ({other}), which is not rewritten",
            "a row of a CSV, or a new one",
            "Correct or delete the row there",
        ),
    ),
    "answer_not_in_encoding": entry(
        (
            "「{value}」は、このファイルの文字コード（{encoding}）で書けません",
            "{encoding} にある文字",
            "ファイルを UTF-8 で保存し直してから取り込んでください",
        ),
        (
            "“{value}” cannot be written in this file's encoding ({encoding})",
            "characters of {encoding}",
            "Save the file as UTF-8 first",
        ),
    ),
    "parts_wanted": entry(
        (
            "割合「{value}」だけが書かれています",
            "分子と分母の2つの数",
            "このセルを空にし、分子と分母を書いてください",
        ),
        ("only the share “{value}” is written", "numerator and denominator", "Write both numbers instead"),
    ),
    "parts_not_wanted": entry(
        (
            "この指標に分子や分母は要りません（{value}）",
            "実績の1つの数",
            "このセルを空にし、実績に数を書いてください",
        ),
        ("this indicator has no numerator or denominator ({value})", "one number", "Write it under Actual"),
    ),
    "actuals_equal_targets": entry(
        (
            "目標のある {value} 行すべてで、実績が目標と同じです",
            "数えた実績",
            "目標を実績の欄に写していないか確かめてください",
        ),
        (
            "in all {value} rows the value is the target",
            "counted values",
            "Check that targets were not copied",
        ),
    ),
}
