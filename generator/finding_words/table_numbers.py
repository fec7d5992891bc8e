"""Words of cells that are no number, no year or no state that the grammar takes."""

from __future__ import annotations

from generator.finding_words.words import Bilingual, entry

_NUMBER_JA = "1200 · 1,200 · -5 · ▲5 · (5) · 12.5% · 1.2万 のような数"
_NUMBER_EN = "a number such as 1200 · 1,200 · -5 · ▲5 · (5) · 12.5% · 1.2万"
_STATUS_JA = "値がなければ空にし、status に not_due, not_reported, not_applicable などを書きます"
_STATUS_EN = "no value: an empty cell, and not_due, not_reported, not_applicable … in status"
_YEAR_JA = "2025 · 2025年度 · FY2025 · 令和7年度 · R7 のような年度"
_YEAR_EN = "a fiscal year such as 2025 · 2025年度 · FY2025 · 令和7年度 · R7"


def _number(ja: str, ja_fix: str, en: str, en_fix: str) -> Bilingual:
    return entry(
        (f"{{column}} の「{{value}}」{ja}", _NUMBER_JA, ja_fix),
        (f"{{column}} “{{value}}” {en}", _NUMBER_EN, en_fix),
    )


def _year(ja: str, ja_fix: str, en: str, en_fix: str) -> Bilingual:
    return entry(
        (f"年度「{{value}}」{ja}", _YEAR_JA, ja_fix), (f"fiscal_year “{{value}}” {en}", _YEAR_EN, en_fix)
    )


_REWRITE_JA = "数だけを書き、説明は note に移してください"
_REWRITE_EN = "Write the number alone and move remarks to note"

_NUMBERS: dict[str, Bilingual] = {
    "number_empty": _number("は空です", "数を書いてください", "is empty", "Write a number"),
    "number_approximate": _number("はおよその数です", _REWRITE_JA, "is approximate", _REWRITE_EN),
    "number_range": _number(
        "は範囲です", "一つの数に決め、範囲は note に書いてください", "is a range", "Decide on one number"
    ),
    "number_two_values": _number("に数が二つあります", _REWRITE_JA, "holds two values", _REWRITE_EN),
    "number_is_date": _number(
        "は日付に見えます",
        "Excel が日付に変えていないか確かめ、数を書いてください",
        "looks like a date",
        "Check whether Excel turned the number into a date",
    ),
    "number_is_boolean": _number(
        "は「はい・いいえ」や○×の印です",
        "数える指標なら 1 か 0 を書いてください",
        "is a yes/no mark",
        "Write 1 or 0 if it is to be counted",
    ),
    "number_is_infinite": _number(
        "は数ではありません",
        "割り算の元を確かめてください",
        "is no number",
        "Check the division it comes from",
    ),
    "number_footnote_mark": _number(
        "に注の印、丸数字、分数の文字があります",
        _REWRITE_JA,
        "carries a footnote mark, circled digit or fraction",
        _REWRITE_EN,
    ),
    "number_foreign_digits": _number(
        "は算用数字ではありません", "0–9 で書いてください", "is not written in 0–9", "Write it in 0–9"
    ),
    "number_kanji_numerals": _number(
        "は漢数字です", "0–9 で書いてください", "is in kanji numerals", "Write it in 0–9"
    ),
    "number_dash_not_minus": _number(
        "の先頭は負号ではなく、長音や横線です",
        "半角の - か ▲ に直してください",
        "starts with a dash that is no minus",
        "Use - or ▲",
    ),
    "number_grouping": _number(
        "の桁区切りが三桁ごとではありません",
        "1,200 か 1200 と書いてください",
        "is not grouped in threes",
        "Write 1,200 or 1200",
    ),
    "number_underscore": _number(
        "に下線があります", "下線を消してください", "contains an underscore", "Remove the underscore"
    ),
    "number_scientific": _number(
        "は指数の形で、桁が落ちているかもしれません",
        "Excel の表示形式を「数値」にして保存し直してください",
        "is in scientific notation and may have lost digits",
        "Set the cell format to Number and save again",
    ),
    "number_leading_zero": _number(
        "は 0 で始まります",
        "番号でなければ先頭の 0 を消してください",
        "starts with 0",
        "Remove the leading 0 unless it is a code",
    ),
    "number_space_inside": _number(
        "の中に空白があります", "空白を消してください", "contains spaces", "Remove the spaces"
    ),
    "number_decimal_point": _number(
        "の小数点の前か後に数字がありません",
        "0.5 のように書いてください",
        "lacks a digit beside the point",
        "Write it like 0.5",
    ),
    "number_signs": _number(
        "の符号や括弧が重なっています",
        "-5、▲5、(5) のどれか一つで書いてください",
        "has too many signs or brackets",
        "Use one of -5, ▲5, (5)",
    ),
    "number_with_unit": entry(
        (
            "{column} の「{value}」に単位や説明が付いています",
            _NUMBER_JA,
            "{meant} と書き、単位は指標の定義に任せてください",
        ),
        (
            "{column} “{value}” carries a unit or remark",
            _NUMBER_EN,
            "Write {meant}; the unit stands in the definition",
        ),
    ),
    "number_with_words": _number(
        "には数のほかに言葉があります", _REWRITE_JA, "has words behind the number", _REWRITE_EN
    ),
    "words_not_number": entry(
        (
            "{column} の「{value}」は数ではありません",
            _STATUS_JA,
            "数を書くか、空にして status と note に書いてください",
        ),
        (
            "{column} “{value}” is no number",
            _STATUS_EN,
            "Write a number, or leave it empty and use status and note",
        ),
    ),
    "condition_in_words": entry(
        (
            "{column} の「{value}」は条件の言葉です",
            _NUMBER_JA,
            "指標の direction(maintain, beat_last_year など)で表してください",
        ),
        (
            "{column} “{value}” is a condition in words",
            _NUMBER_EN,
            "Express it by the indicator's direction (maintain, beat_last_year …)",
        ),
    ),
    "state_ambiguous": entry(
        (
            "{column} の「{value}」は 0 か、該当なしか、未報告か分かりません",
            _STATUS_JA,
            "0 なら 0、ほかは空にして status に状態を書いてください",
        ),
        (
            "{column} “{value}” may mean zero, not applicable or not reported",
            _STATUS_EN,
            "Write 0 if it is zero; else leave it empty and write the state into status",
        ),
    ),
    "state_needs_value": entry(
        (
            "{column} は「{value}」だけで、値がありません",
            "値と、status に provisional",
            "値を書き、status に provisional と書いてください",
        ),
        (
            "{column} says “{value}” and gives no value",
            "a value, and provisional in status",
            "Write the value, and provisional in status",
        ),
    ),
    "number_is_formula": _number(
        "は式です", "計算した値を書いてください", "is a formula", "Write the result"
    ),
    "number_is_error": _number(
        "は計算の誤りです",
        "元の式を直し、値を書いてください",
        "is a spreadsheet error",
        "Mend the formula and write the value",
    ),
    "number_too_long": _number(
        "は長すぎます", "数だけを書いてください", "is too long", "Write the number alone"
    ),
    "number_unknown": _number("は数として読めません", _REWRITE_JA, "cannot be read as a number", _REWRITE_EN),
    "percent_not_expected": entry(
        (
            "{column} の「{value}」は百分率ですが、単位は {unit} です",
            "単位 {unit} の数",
            "数を書くか、指標の単位を確かめてください",
        ),
        (
            "{column} “{value}” is a percentage, but the unit is {unit}",
            "a number in {unit}",
            "Write the number or check the unit",
        ),
    ),
    "not_whole_positive": entry(
        (
            "{column} の「{value}」は 1 から {most} の整数ではありません",
            "1 から {most} の整数",
            "整数を書いてください",
        ),
        (
            "{column} “{value}” is no whole number from 1 to {most}",
            "a whole number from 1 to {most}",
            "Write a whole number",
        ),
    ),
}

_CELLS: dict[str, Bilingual] = {
    "cell_is_boolean": entry(
        ("{column} は「はい・いいえ」のセル（{value}）です", _NUMBER_JA, "数を書いてください"),
        ("{column} is the truth value {value}", _NUMBER_EN, "Write a number"),
    ),
    "cell_is_date": entry(
        ("{column} は日付のセルです({value})", "日付でない値", "表示形式を「標準」にして打ち直してください"),
        (
            "{column} is a date cell ({value})",
            "a value that is no date",
            "Set the format to General and type it again",
        ),
    ),
    "cell_is_error": entry(
        ("{column} は計算の誤り {value} です", "値", "元の式を直すか、空にして status を書いてください"),
        ("{column} is the error {value}", "a value", "Mend the formula, or leave it empty and use status"),
    ),
    "cell_is_open_formula": entry(
        (
            "{column} の式は、ほかのブックを指すか、結果が保存されていません: {value}",
            "値",
            "「値の貼り付け」で値に変えてください",
        ),
        (
            "the formula in {column} points outside or has no stored result: {value}",
            "a value",
            "Paste it as a value",
        ),
    ),
    "cell_is_formula": entry(
        ("{column} は式で、保存された結果 {value} を読みました", "値", "結果が新しいか確かめてください"),
        (
            "{column} is a formula; its stored result {value} was read",
            "a value",
            "Check that the result is current",
        ),
    ),
    "cell_is_struck": entry(
        (
            "{column} の「{value}」に取り消し線があります",
            "取り消し線のない値",
            "消すなら空に、残すなら線を外してください",
        ),
        (
            "{column} “{value}” is struck through",
            "a value that is not struck",
            "Clear the cell or remove the strike",
        ),
    ),
    "cell_format_scales": entry(
        (
            "{column} の値は {value} ですが、表示形式が千や百万で割って見せています",
            "見えるとおりの値",
            "表示形式を「標準」にして、値が正しいか確かめてください",
        ),
        (
            "{column} holds {value}, but its format shows it in thousands or millions",
            "a value as it is shown",
            "Set the format to General and check the value",
        ),
    ),
    "cell_not_visible": entry(
        (
            "{column} の値 {value} は、表示形式か白い文字で見えなくしてあります",
            "見える値",
            "消すつもりなら空に、公表しない値なら status に suppressed と書いてください",
        ),
        (
            "{column} holds {value}, which its format or white letters hide",
            "a value that can be seen",
            "Clear it, or write suppressed into status if it is not to be published",
        ),
    ),
    "cell_format_unit": entry(
        (
            "{column} の {value} を、表示形式が「{value}{beside}」と見せています。指標の単位は {unit} です",
            "単位 {unit} の数",
            "{unit} の数か確かめ、表示形式を「標準」にしてください",
        ),
        (
            "the format of {column} shows {value} as “{value}{beside}”; the indicator's unit is {unit}",
            "a number in {unit}",
            "Check that it is in {unit}, and set the format to General",
        ),
    ),
    "cell_format_vague": entry(
        (
            "{column} の {value} に、表示形式が「{beside}」を付けて見せています",
            "確かな数",
            "確かな数なら表示形式を「標準」に、暫定の値なら status に provisional と書いてください",
        ),
        (
            "the format of {column} shows “{beside}” beside {value}",
            "a definite number",
            "Set the format to General; write provisional into status if the value is",
        ),
    ),
    "beyond_exact_integers": entry(
        ("{column} の「{value}」は 2^53 以上です", "9,007,199,254,740,991 まで", "桁を確かめてください"),
        ("{column} “{value}” is 2^53 or more", "up to 9,007,199,254,740,991", "Check the digits"),
    ),
    "sample_unknown": entry(
        ("sample の「{value}」が分かりません", "1(サンプル)か空", "1 か空にしてください"),
        ("sample “{value}” is not known", "1 (sample) or empty", "Write 1 or leave it empty"),
    ),
}

_YEARS: dict[str, Bilingual] = {
    "year_empty": _year("は空です", "年度を書いてください", "is empty", "Write the fiscal year"),
    "year_two_digits": _year(
        "は二桁以下で、西暦か元号か分かりません",
        "四桁の西暦か、R6 のように元号を付けてください",
        "has one or two digits",
        "Write four digits, or the era as in R6",
    ),
    "year_fraction": _year(
        "は整数ではありません",
        "年度の始まりの年を書いてください",
        "is not whole",
        "Write the year in which it starts",
    ),
    "year_range": _year(
        "は二つ以上の年にまたがります",
        "fiscal_year に始まりの年を、period に「{value}」を書いてください",
        "spans several years",
        "Write the first year here and “{value}” into period",
    ),
    "year_is_date": _year(
        "は日付です",
        "年度を書いてください。3 月 31 日は前の年の年度です",
        "is a date",
        "Write the fiscal year; 31 March belongs to the year before",
    ),
    "year_is_serial": _year(
        "は Excel の日付の番号に見えます",
        "年度を書いてください",
        "looks like Excel's number of a date",
        "Write the fiscal year",
    ),
    "year_with_month": _year(
        "に月日があります",
        "年度だけを書き、時点は period に移してください",
        "carries a month",
        "Write the year alone and move the moment to period",
    ),
    "year_with_words": _year(
        "に年度のほかの言葉があります",
        "年度だけを書き、言葉は period か note に移してください",
        "carries other words",
        "Write the year alone and move the words to period or note",
    ),
    "year_without_fiscal": _year(
        "には「度」がなく、暦の年に見えます",
        "年度なら {meant} と書いてください",
        "looks like a calendar year",
        "Write {meant} if it is the fiscal year",
    ),
    "year_contradiction": _year(
        "の元号と西暦が合いません({meant})",
        "どちらかに直してください",
        "names two different years ({meant})",
        "Keep the right one",
    ),
    "year_never_came": _year(
        "は、その元号にない年です(西暦 {meant})",
        "改元後の年度で書いてください",
        "is a year that its era never had ({meant})",
        "Write it in the right era",
    ),
    "year_not_named": _year(
        "に年がありません", "年度を書いてください", "names no year", "Write the fiscal year"
    ),
    "year_unknown": _year(
        "は年度として読めません",
        "四桁の西暦か R7 の形で書いてください",
        "cannot be read as a fiscal year",
        "Write four digits, or the era as in R7",
    ),
    "year_out_of_reach": entry(
        (
            "年度「{value}」は計画の期間から離れすぎています",
            "{first} から {last} まで",
            "打ち間違いでないか確かめてください",
        ),
        (
            "fiscal_year “{value}” is too far from the plan's period",
            "{first} to {last}",
            "Check for a typing error",
        ),
    ),
    "year_of_actual_to_come": entry(
        (
            "年度「{value}」は計画の最後の年度より後なのに、実績があります",
            "{last} 年度までの実績",
            "年度を直すか、実績を消してください",
        ),
        (
            "fiscal_year “{value}” is after the plan's last year but has an actual",
            "actuals up to {last}",
            "Correct the year or clear the actual",
        ),
    ),
}

WORDS: dict[str, Bilingual] = {**_NUMBERS, **_CELLS, **_YEARS}
