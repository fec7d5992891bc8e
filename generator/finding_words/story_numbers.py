"""Words of what can be wrong with the numbers of a story."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "story_number_unknown_indicator": entry(
        (
            "{value} の指標「{found}」はありません",
            "この事例の指標は {known}",
            "{{= のすぐ後に指標の番号を書いてください。例：{{=K07}}",
        ),
        (
            "{value}: there is no indicator “{found}”",
            "the indicators of this story are {known}",
            "Write the id of an indicator right after {{=, for example {{=K07}}",
        ),
    ),
    "story_number_unknown_word": entry(
        (
            "{value} の「{found}」が何を指すか分かりません",
            "年度（R6、令和6年度、2024）、名簿にある名前、実績・目標・達成率のどれか",
            "名簿のとおりの名前か、年度、実績・目標・達成率を書いてください",
        ),
        (
            "{value}: “{found}” is not understood",
            "a year (R6, 2024), a name of the list, or actual, target, achievement",
            "Write a name as the list has it, a year, or which number is meant",
        ),
    ),
    "story_number_twice": entry(
        (
            "{value} に同じ種類の言葉が二つあります（{found}）",
            "年度、名前、実績・目標・達成率は一つずつ",
            "どちらか一つにしてください。両方を見せるときは {{= }} を二つ書きます",
        ),
        (
            "{value} says the same kind of thing twice ({found})",
            "one year, one name, one of actual, target, achievement",
            "Keep one of them; write two placeholders to show both",
        ),
    ),
    "story_number_not_public": entry(
        (
            "{value} の {area} の値は公表していません",
            "全体の値、または公表している値",
            "全体の値にするか（名前を消します）、数字を使わない文にしてください",
        ),
        (
            "{value}: values of {area} are not published",
            "a value of the whole, or one that is published",
            "Remove the name to show the value of the whole, or write the sentence without a number",
        ),
    ),
    "story_number_hidden": entry(
        (
            "{value} の {year} の値は、個人や団体の特定を防ぐため公表していません",
            "公表している値",
            "別の年の値にするか、数字を使わない文にしてください",
        ),
        (
            "{value}: the value of {year} is not published, to protect those behind it",
            "a value that is published",
            "Take another year, or write the sentence without a number",
        ),
    ),
    "story_number_no_value": entry(
        (
            "{value} の {year} の値はありません",
            "値があるのは {possible}",
            "値のある年を書くか、その年の値をデータに入れてください",
        ),
        (
            "{value}: there is no value for {year}",
            "there are values for {possible}",
            "Name a year that has a value, or add the value to the data",
        ),
    ),
    "story_number_two_periods": entry(
        (
            "{value} の {year} には値が二つあります",
            "一つの年に一つの値",
            "この数字は {{= }} では書けません。文に数字を書き、どちらの期間かを添えてください",
        ),
        (
            "{value}: there are two values for {year}",
            "one value a year",
            "Type the number and say which period it is of",
        ),
    ),
    "story_number_shape": entry(
        (
            "数字の書き方が途中で終わっているか、全角の記号です（{value}）",
            "{{=K07}} のように半角の {{= と }} で囲む",
            "半角の {{= と }} で、一行の中に書いてください",
        ),
        (
            "a number is not closed or is written with wide signs ({value})",
            "{{=K07}} between {{= and }}",
            "Write it on one line between {{= and }}",
        ),
    ),
    "story_number_not_here": entry(
        (
            "「{column}」には {value} を使えません",
            "本文、summary、before、support、result、numbers、sns_text の中",
            "この項目には言葉だけを書き、数字は本文などに書いてください",
        ),
        (
            "{value} cannot be used in “{column}”",
            "in the body, summary, before, support, result, numbers or sns_text",
            "Write words only here and put the number into one of those",
        ),
    ),
    "story_figure_differs": entry(
        (
            "「{value}」は公表している値と違います。公表値（実績 / 目標 / 達成率）は {published}",
            "公表している値、またはどの値かがはっきり分かる文",
            "{{=K07}} の書き方なら必ず公表値になります。別の数字なら何の数字かを書き足し、"
            "正しければ impact release で確かめたことを記録してください",
        ),
        (
            "“{value}” is not what is published: {published} (actual / target / achievement)",
            "the published value, or a sentence that says which number it is",
            "Write {{=K07}} to show the published value; say what other number it is; "
            "if it is right, confirm it with impact release",
        ),
    ),
}
