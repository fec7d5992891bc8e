"""Words of names that are not known, and of values that do not fit their definition or rows."""

from __future__ import annotations

from generator.finding_words.words import Bilingual, entry

_NAMES: dict[str, Bilingual] = {
    "indicator_unknown": entry(
        (
            "指標「{value}」は data/indicators.yml にありません",
            "{count} 個の指標のどれかの id",
            "id を直すか、定義を加えてください",
        ),
        (
            "the indicator “{value}” is not in data/indicators.yml",
            "the id of one of {count} indicators",
            "Correct the id or define it",
        ),
    ),
    "indicator_unknown_near": entry(
        (
            "指標「{value}」は data/indicators.yml にありません。{near} のことですか",
            "{near}",
            "{near} に直すか、定義を加えてください",
        ),
        (
            "the indicator “{value}” is not in data/indicators.yml; did you mean {near}?",
            "{near}",
            "Write {near}, or define it",
        ),
    ),
    "indicator_id_unsafe": entry(
        (
            "指標の id「{value}」に使えない文字があります",
            "A–Z、0–9、_、- だけの id",
            "定義の id のとおりに書いてください",
        ),
        (
            "the indicator id “{value}” has characters that are not allowed",
            "A–Z, 0–9, _ and - only",
            "Write the id as it is defined",
        ),
    ),
    "indicator_id_empty": entry(
        ("indicator_id が空です", "指標の id", "id を書いてください"),
        ("indicator_id is empty", "an indicator's id", "Write the id"),
    ),
    "society_unknown": entry(
        (
            "society「{value}」は data/societies.csv にありません",
            "一覧の {count} の名前のどれか(空は全体の値)",
            "名前を直すか、一覧に加えてください",
        ),
        (
            "society “{value}” is not in data/societies.csv",
            "one of the {count} names (empty = the whole)",
            "Correct it or add it to the list",
        ),
    ),
    "society_unknown_near": entry(
        (
            "society「{value}」は data/societies.csv にありません。「{near}」のことですか",
            "{near}",
            "「{near}」に直すか、一覧に加えてください",
        ),
        (
            "society “{value}” is not in data/societies.csv; did you mean “{near}”?",
            "{near}",
            "Write “{near}”, or add it to the list",
        ),
    ),
    "society_mojibake": entry(
        (
            "society「{value}」は文字化けです。元は「{near}」と思われます",
            "{near}",
            "元のファイルを「CSV UTF-8」で保存し直してください",
        ),
        (
            "society “{value}” is garbled by a wrong encoding; it was probably “{near}”",
            "{near}",
            "Save the original again as “CSV UTF-8”",
        ),
    ),
    "society_empty": entry(
        ("society が空です", "名前", "名前を書くか、行を消してください"),
        ("society is empty", "a name", "Write the name or delete the row"),
    ),
    "society_repeated": entry(
        ("「{value}」は {first} 行目にもあります", "一つの名前に一行", "どちらかを消してください"),
        ("“{value}” is in line {first} too", "one row a name", "Delete one of the two"),
    ),
    "society_slug": entry(
        (
            "slug「{value}」はアドレス（URL）に使えません",
            "a–z、0–9、- だけで、ほかに使われない語",
            "例: aoba",
        ),
        (
            "the slug “{value}” cannot be an address",
            "a–z, 0–9 and -, and no word the site uses",
            "For example: aoba",
        ),
    ),
    "society_slug_repeated": entry(
        ("slug「{value}」は {first} 行目にもあります", "一つだけの slug", "どちらかを変えてください"),
        ("the slug “{value}” is in line {first} too", "a slug of its own", "Change one of the two"),
    ),
    "grid_half": entry(
        ("grid_col と grid_row の片方だけがあります", "両方か、両方とも空", "もう一方も書いてください"),
        ("only one of grid_col and grid_row is there", "both or neither", "Add the other"),
    ),
    "grid_taken": entry(
        (
            "地図の同じマスを {first} 行目が使っています",
            "一つのマスに一つ",
            "grid_col か grid_row を変えてください",
        ),
        ("the tile is taken by line {first}", "one society a tile", "Change grid_col or grid_row"),
    ),
    "municipality_code": entry(
        ("市区町村コード「{value}」が読めません", "5 桁か 6 桁の数字、空白区切り", "例: 28201 28202"),
        (
            "the municipality codes “{value}” cannot be read",
            "5 or 6 digits, separated by spaces",
            "For example: 28201 28202",
        ),
    ),
    "row_is_total": entry(
        (
            "「{value}」は合計や平均の行です",
            "もとの一件ずつの行",
            "この行を消してください。合計は計算されます",
        ),
        (
            "“{value}” is a row of totals or averages",
            "single records",
            "Delete this row; totals are computed",
        ),
    ),
    "category_is_total": entry(
        ("区分「{value}」は合計に見えます", "合計は by_ の列を空に", "合計なら空にしてください"),
        (
            "the category “{value}” looks like a total",
            "by_ columns empty for the total",
            "Leave it empty if it is the total",
        ),
    ),
    "dimension_unknown": entry(
        ("指標に「{value}」の区分はありません", "{names}", "列を直すか、定義の dimensions に加えてください"),
        ("the indicator has no dimension “{value}”", "{names}", "Correct the column or add it to dimensions"),
    ),
    "direction_unknown": entry(
        ("direction「{value}」が分かりません", "{names}", "どれかを書いてください"),
        ("the direction “{value}” is not known", "{names}", "Write one of them"),
    ),
}

_VALUES: dict[str, Bilingual] = {
    "below_minimum": entry(
        (
            "{column} の「{value}」は下限 {minimum} より小さい値です",
            "{minimum} 以上({unit})",
            "値か、定義の min を確かめてください",
        ),
        (
            "{column} “{value}” is below the minimum {minimum}",
            "at least {minimum} ({unit})",
            "Check the value, or min in the definition",
        ),
    ),
    "above_maximum": entry(
        (
            "{column} の「{value}」は上限 {maximum} より大きい値です",
            "{maximum} 以下({unit})",
            "値か、定義の max を確かめてください",
        ),
        (
            "{column} “{value}” is above the maximum {maximum}",
            "at most {maximum} ({unit})",
            "Check the value, or max in the definition",
        ),
    ),
    "count_not_whole": entry(
        (
            "{column} の「{value}」は、数える指標としては小数の桁が多すぎます",
            "小数 {decimals} 桁まで",
            "値か、定義の kind と decimals を確かめてください",
        ),
        (
            "{column} “{value}” has too many decimals for a count",
            "at most {decimals} decimals",
            "Check the value, or kind and decimals in the definition",
        ),
    ),
    "count_true_only": entry(
        (
            "{column} の「{value}」は 1 でも 0 でもありません",
            "1(はい)か 0(いいえ)",
            "1 か 0 を書いてください",
        ),
        ("{column} “{value}” is neither 1 nor 0", "1 (yes) or 0 (no)", "Write 1 or 0"),
    ),
    "denominator_negative": entry(
        ("denominator「{value}」が負です", "0 以上", "分母を確かめてください"),
        ("denominator “{value}” is negative", "0 or more", "Check the denominator"),
    ),
    "denominator_zero": entry(
        (
            "denominator が 0 なのに actual {actual} があります",
            "0 より大きい分母",
            "分母を確かめてください。対象がなければ actual を空にし、status に not_applicable と書きます",
        ),
        (
            "denominator is 0 but there is the actual {actual}",
            "a denominator above 0",
            "Check it; if nobody was concerned, clear actual and write not_applicable into status",
        ),
    ),
    "numerator_alone": entry(
        ("numerator {value} に denominator がありません", "分子と分母の両方", "denominator も書いてください"),
        ("numerator {value} has no denominator", "both", "Add the denominator"),
    ),
    "numerator_above_denominator": entry(
        (
            "numerator {numerator} が denominator {denominator} より大きい値です",
            "分子は分母以下",
            "入れ違いでないか確かめてください",
        ),
        (
            "numerator {numerator} is above denominator {denominator}",
            "at most the denominator",
            "Check whether they are swapped",
        ),
    ),
    "ratio_disagrees": entry(
        (
            "actual {value} が {numerator} ÷ {denominator} = {ratio}% と合いません",
            "分子 ÷ 分母と同じ百分率",
            "三つの値を確かめてください",
        ),
        (
            "actual {value} does not agree with {numerator} ÷ {denominator} = {ratio}%",
            "the same percentage",
            "Check the three values",
        ),
    ),
    "status_unknown": entry(
        ("status「{value}」が分かりません", "{names}", "どれかを書くか、空にしてください"),
        ("status “{value}” is not known", "{names}", "Write one of them, or leave it empty"),
    ),
    "status_contradicts_cell": entry(
        ("status「{value}」と actual「{actual}」が食い違います", "同じ状態", "どちらかに直してください"),
        ("status “{value}” contradicts actual “{actual}”", "one state", "Correct one of them"),
    ),
    "status_with_value": entry(
        (
            "status「{value}」なのに値 {actual} があります",
            "値があれば reported, provisional, suppressed",
            "status を直すか、値を消してください",
        ),
        (
            "status “{value}” but there is the value {actual}",
            "with a value: reported, provisional or suppressed",
            "Correct the status or clear the value",
        ),
    ),
    "status_without_value": entry(
        ("status「{value}」なのに値がありません", "値", "actual を書くか、status を直してください"),
        ("status “{value}” but there is no value", "a value", "Fill in actual or correct the status"),
    ),
    "row_repeated": entry(
        (
            "{indicator}・{year} 年度・{society} の行がほかにもあります: {others}",
            "一つの指標・年度・団体・区分に一行",
            "正しい行だけを残してください",
        ),
        (
            "{indicator}, {year}, {society} is there more than once: {others}",
            "one row for an indicator, year, society and category",
            "Keep the right one",
        ),
    ),
    "federation_beside_societies": entry(
        (
            "{indicator}・{year} 年度に、全体の行(society が空)と団体ごとの行({other})の両方があります",
            "どちらか一方",
            "全体の値は団体の値から計算されます。この行を消すか、目標なら data/targets.csv に移してください",
        ),
        (
            "{indicator}, {year}: a row for the whole (empty society) beside society rows ({other})",
            "one or the other",
            "The value of the whole is computed: delete this row, or move its target to data/targets.csv",
        ),
    ),
    "societies_without_rows": entry(
        (
            "{value} に一度も行のない団体が {count} あります: {names}",
            "関係する団体すべての行",
            "関係しなければそのままで、関係すれば行を加えてください",
        ),
        (
            "{count} societies have no row for {value}: {names}",
            "rows of all societies concerned",
            "Add rows where they are concerned",
        ),
    ),
    "target_empty": entry(
        ("target が空です", "目標の数", "数を書くか、行を消してください"),
        ("target is empty", "a number", "Write the number or delete the row"),
    ),
    "target_repeated": entry(
        (
            "同じ指標・年度・決定日の目標が {first} 行目にもあります",
            "一つの決定に一行",
            "正しい行だけを残してください",
        ),
        (
            "line {first} has the same indicator, year and day of decision",
            "one row a decision",
            "Keep the right one",
        ),
    ),
    "target_not_the_sum": entry(
        (
            "{indicator} の {year} 年度の目標 {value} は、各団体の目標を合わせた {sum} と違います",
            "各団体の目標を合わせた数(評価にはこの表の目標を使います)",
            "どちらが正しいか確かめてください。意図した違いなら、そのままで構いません",
        ),
        (
            "the target {value} of {indicator} for {year} differs from what the societies' targets "
            "come to, {sum}",
            "the same number (this table's target is the one that counts)",
            "Check which one is right; leave it if the difference is meant",
        ),
    ),
    "decided_on_unknown": entry(
        (
            "decided_on「{value}」が日付として読めません",
            "2026-04-01 のような、ある日付",
            "決めた日を書いてください",
        ),
        ("decided_on “{value}” is no day", "a day such as 2026-04-01", "Write the day of the decision"),
    ),
    "project_repeated": entry(
        (
            "事業「{value}」の同じ年度・同じ測り方の行が {first} 行目にもあります",
            "一つの事業・年度・metric に一行",
            "正しい行だけを残してください",
        ),
        ("line {first} has the same project, year and metric: {value}", "one row each", "Keep the right one"),
    ),
    "jump_factor": entry(
        (
            "{column} {value} は、比べる値({others})から {limit} 倍を超えて離れています",
            "{limit} 分の 1 から {limit} 倍の間",
            "単位や桁を確かめてください。正しければ公表の時に確認を残します",
        ),
        (
            "{column} {value} is more than {limit} times off ({others})",
            "between 1/{limit} and {limit} times",
            "Check unit and digits; if right, acknowledge it at release",
        ),
    ),
    "jump_points": entry(
        (
            "{column} {value} は、比べる値({others})から {limit} ポイントを超えて離れています",
            "{limit} ポイント以内",
            "値を確かめてください。正しければ公表の時に確認を残します",
        ),
        (
            "{column} {value} is more than {limit} points off ({others})",
            "within {limit} points",
            "Check it; if right, acknowledge it at release",
        ),
    ),
    "ratios_throughout": entry(
        (
            "{indicator} の actual はどれも 1 以下で、百分率ではなく比率に見えます(最初は {value})",
            "百分率の数",
            "96.2% は 0.962 ではなく 96.2 と書きます。正しければ公表の時に確認を残します",
        ),
        (
            "every actual of {indicator} is at most 1: ratios, not percentages? (the first is {value})",
            "percentages",
            "Write 96.2% as 96.2, not as 0.962; if right, acknowledge it at release",
        ),
    ),
    "year_alone": entry(
        (
            "年度「{value}」は、{indicator} のほかの年度({others})から {limit} 年より離れています",
            "続いた年度",
            "年度の打ち間違いでないか確かめてください。正しければ公表の時に確認を残します",
        ),
        (
            "fiscal_year “{value}” is more than {limit} years from the other years of {indicator} ({others})",
            "a year near the others",
            "Check for a typing error; if right, acknowledge it at release",
        ),
    ),
    "looks_like_ratio": entry(
        (
            "{column} {value} は百分率ではなく比率に見えます(比べる値: {others})",
            "百分率の数",
            "{meant} のことなら書き直してください",
        ),
        (
            "{column} {value} looks like a ratio, not a percentage (beside {others})",
            "a percentage",
            "Write {meant} if that is meant",
        ),
    ),
}

WORDS: dict[str, Bilingual] = {**_NAMES, **_VALUES}
