"""Words of the national rules for machine-readable data, each with the rule's number.

The rules are those of 「行政データにおける機械可読性に関するルール」; see `load.machine_rules`.
"""

from __future__ import annotations

from generator.finding_words.words import Bilingual, Table, entry

_RULES: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "L1-02": (
        (
            "1枚のシートに表が2つあります（{value}）",
            "1シートに1つの表",
            "2つ目の表を別のシートに移してください",
        ),
        (
            "two tables on one sheet ({value})",
            "one table a sheet",
            "Move the second table to a sheet of its own",
        ),
    ),
    "L1-03": (
        ("空の行か列が、表を2つに分けています {value}", "間を空けない表", "空の行や列を消してください"),
        ("an empty row or column divides the table {value}", "no gaps", "Delete the empty row or column"),
    ),
    "L1-04": (
        ("表の外に「{value}」があります", "表だけのシート", "備考の列に移すか、消してください"),
        (
            "“{value}” stands outside the table",
            "nothing but the table",
            "Move it to the note column or delete it",
        ),
    ),
    "L1-05": (
        (
            "見出しのない列に「{value}」があります",
            "すべての列に見出し",
            "1行目に見出しを書くか、列を消してください",
        ),
        ("“{value}” stands in a column without a heading", "a heading for each column", "Add a heading"),
    ),
    "L1-06": (
        (
            "空白や改行で形を整えています（{value}）",
            "余分な空白と改行のない文字",
            "空白と改行を消してください",
        ),
        ("spaces or line breaks for the look of it ({value})", "no needless spaces", "Remove them"),
    ),
    "L1-07": (
        (
            "1つのセルに2つ以上のデータがあります（{value}）",
            "1セルに1データ",
            "数を1つだけ残し、ほかは備考に書いてください",
        ),
        (
            "more than one datum in a cell ({value})",
            "one datum a cell",
            "Keep one number; the rest is a remark",
        ),
    ),
    "L1-08": (
        (
            "機種依存文字があります（{value}）",
            "どの機種でも読める文字",
            "①は 1、㈱は (株)、㎡は m2 のように書きかえてください",
        ),
        ("a character of some platforms only ({value})", "ordinary characters", "Write 1 for ①, (株) for ㈱"),
    ),
    "L1-09": (
        (
            "ゼロを表示しない設定のため、ゼロと空白の区別がつきません",
            "ゼロは 0 と見えること",
            "Excel の「ゼロ値のセルにゼロを表示する」を選んでください",
        ),
        ("zeros are not shown and look like blanks", "zeros shown as 0", "Turn on “show a zero in cells”"),
    ),
    "L1-10": (
        (
            "図、画像、グラフのどれかが置かれています",
            "セルの中の文字と数だけ",
            "図の中の説明を備考に書き、図を消してください",
        ),
        (
            "a picture, shape or chart lies on the sheet",
            "cells only",
            "Write its message into a note and delete it",
        ),
    ),
    "L1-11": (
        (
            "「{value}」だけ色や太字や取り消し線が違います",
            "書式で意味を表さない",
            "意味を状態か備考に書き、書式をほかとそろえてください",
        ),
        ("“{value}” is marked out by its format", "no meaning in formats", "Say it in the state or the note"),
    ),
    "L1-12": (
        (
            "セルが結合されています（{value}）",
            "結合のないセル",
            "結合を解き、それぞれのセルに値を書いてください",
        ),
        ("cells are merged ({value})", "no merged cells", "Unmerge them and fill each"),
    ),
    "L1-13": (
        (
            "行か列が隠れています（{value}）",
            "隠れた行や列がないこと",
            "表示するか、要らないなら消してください",
        ),
        ("a row or column is hidden ({value})", "nothing hidden", "Show it, or delete it"),
    ),
    "L2-01": (
        (
            "数が文字として書かれています（{value}）",
            "単位や記号のない数値",
            "半角の数だけを打ち直してください",
        ),
        ("a number is written as text ({value})", "a number without unit or sign", "Type the plain number"),
    ),
    "L2-02": (
        ("上の行と同じものを省略しています", "どの行にもすべての項目", "このセルに値を書いてください"),
        ("a repeated item is left out", "every item in every row", "Fill in this cell"),
    ),
    "L2-03": (
        (
            "同じ見出し「{value}」の列が2つあります",
            "列ごとに違う見出し",
            "片方の見出しを変えるか、列を消してください",
        ),
        ("two columns are headed “{value}”", "a different heading each", "Rename or delete one"),
    ),
    "L2-04": (
        (
            "同じ意味の言葉が何通りにも書かれています（{value}）",
            "1つの意味に1つの言葉",
            "一覧から選び直してください",
        ),
        ("one meaning is written in several ways ({value})", "one word each", "Choose from the list"),
    ),
    "L2-05": (
        (
            "「その他」と説明が1つのセルにあります（{value}）",
            "選択肢と説明は別の列",
            "「その他」だけにして、説明を備考に移してください",
        ),
        ("a choice and its remark in one cell ({value})", "separate columns", "Move the remark to the note"),
    ),
    "L2-06": (
        ("数式が残っています（{value}）", "数値", "コピーし、「値の貼り付け」で数値にしてください"),
        ("a formula is left ({value})", "a number", "Copy it and paste it as a value"),
    ),
    "L3-01": (
        (
            "見出しが {value} 行目にあります",
            "1行目が見出し、2行目からデータ",
            "見出しの上の行を消してください",
        ),
        ("the header is in row {value}", "header in row 1, data from row 2", "Delete the rows above it"),
    ),
    "L3-03": (
        (
            "数の列に、意味の決まっていない記号があります（{value}）",
            "数、または決まった状態の言葉",
            "セルを空にし、状態の欄で理由を選んでください",
        ),
        (
            "an undefined sign in a number column ({value})",
            "a number or a state",
            "Leave it empty and choose a state",
        ),
    ),
    "L3-05": (
        ("和暦だけの年です（{value}）", "西暦、または和暦と西暦", "2025 のように西暦で書いてください"),
        ("a year of the Japanese era only ({value})", "the western year", "Write 2025"),
    ),
    "L3-09": (
        ("年が横に並んでいます（{value}）", "1行に1つの値", "年ごとに行を分け、年の列を作ってください"),
        (
            "years stand side by side ({value})",
            "one value a row",
            "One row a year, with a column for the year",
        ),
    ),
}


def _entry(rule: str, ja: tuple[str, str, str], en: tuple[str, str, str]) -> Bilingual:
    return entry((f"機械可読性ルール {rule}: {ja[0]}", ja[1], ja[2]), (f"rule {rule}: {en[0]}", en[1], en[2]))


WORDS: Table = {
    f"rule_{rule.lower().replace('-', '_')}": _entry(rule, *words) for rule, words in _RULES.items()
}
