"""Words of what can be wrong in input–output tables and in data/impact/*.yml."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

_TABLES: Table = {
    "io_layout_unknown": entry(
        (
            "産業連関表として読める形ではありません",
            "取引基本表(内生部門計・最終需要・移輸入・生産額・粗付加価値)、"
            "または impact import io-table が書いたCSV",
            "取引基本表のシートを渡してください(投入係数表や逆行列係数表ではありません)",
        ),
        (
            "this is no input–output table in a known layout",
            "a transactions table, or the CSV that impact import io-table writes",
            "Give the sheet of transactions, not of coefficients",
        ),
    ),
    "io_several_sheets": entry(
        ("取引基本表が複数のシートにあります: {value}", "一つのシート", "使うシートの名前を指定してください"),
        ("several sheets hold a table: {value}", "one sheet", "Name the sheet to be used"),
    ),
    "io_kind_unknown": entry(
        (
            "行か列の種類「{value}」がわかりません",
            "industry, private_consumption, demand, export, import, output, wages, value_added, "
            "other_input, employment",
            "種類を直すか、公表された表から読み込み直してください",
        ),
        (
            "the kind “{value}” of a row or column is not known",
            "industry, private_consumption, demand, export, import, output, wages, value_added, "
            "other_input, employment",
            "Correct it, or import the published table again",
        ),
    ),
    "io_not_number": entry(
        ("「{value}」は数ではありません", "金額(空欄と - は0)", "セルの値を確かめてください"),
        ("“{value}” is not a number", "an amount (blank and - are 0)", "Check the cell"),
    ),
    "io_no_sectors": entry(
        ("部門が {value} あります", "1から600までの部門", "表の見出しを確かめてください"),
        ("there are {value} sectors", "1 to 600 sectors", "Check the headings of the table"),
    ),
    "io_sector_repeated": entry(
        ("部門「{value}」が2回あります", "部門ごとに一つの名前", "部門名を確かめてください"),
        ("the sector “{value}” stands twice", "one name for each sector", "Check the sector names"),
    ),
    "io_sectors_differ": entry(
        (
            "行の部門「{value}」と列の部門「{column}」が同じ位置にあります",
            "行と列で同じ部門名が同じ順",
            "部門名と順序をそろえてください",
        ),
        (
            "the row sector “{value}” stands where the column has “{column}”",
            "the same sectors in the same order across and down",
            "Make the names and their order agree",
        ),
    ),
    "io_role_missing": entry(
        (
            "{value} にあたる列または行が見つかりません",
            "民間消費支出(private_consumption)の列と、雇用者所得(wages)の行",
            "名前を公表のとおりにするか、部門数の多い表を使ってください",
        ),
        (
            "no column or row for {value} was found",
            "a column of private consumption and a row of compensation of employees",
            "Keep the published names, or use a more detailed table",
        ),
    ),
    "io_about_missing": entry(
        (
            "表の {value} がわかりません",
            "年(year)、単位(unit)、出典(source)",
            "読み込むときに渡すか、表の about の行に書いてください",
        ),
        (
            "the {value} of the table is not known",
            "year, unit and source",
            "Give it when importing, or write it in the about rows",
        ),
    ),
    "io_unbalanced": entry(
        (
            "部門「{value}」の行と列の合計が合いません: 行 {row}、印刷された行計 {printed}、列 {column}、"
            "生産額 {output}(相対差 {relative})",
            "相対差 {limit} 以内",
            "この部門の行と列の値を、公表された表と見比べてください",
        ),
        (
            "the totals of “{value}” do not agree: row {row}, row total as printed {printed}, "
            "column {column}, output {output} (relative difference {relative})",
            "a relative difference of at most {limit}",
            "Compare the row and the column of this sector with the published table",
        ),
    ),
    "io_slightly_unbalanced": entry(
        (
            "部門「{value}」の合計がわずかに合いません: 行 {row}、印刷された行計 {printed}、列 {column}、"
            "生産額 {output}(相対差 {relative})。列の値を使います",
            "同じ合計(相対差 {limit} までは使う)",
            "公表された表の端数かどうか確かめてください",
        ),
        (
            "the totals of “{value}” differ a little: row {row}, row total as printed {printed}, "
            "column {column}, output {output} (relative difference {relative}); the column's is used",
            "equal totals (up to {limit} the table is used)",
            "Check that the published table has the same difference",
        ),
    ),
    "io_self_sufficiency_outside": entry(
        (
            "部門「{value}」の自給率が {rate} になります",
            "0から1まで",
            "移輸入が域内の需要より多いかどうか、公表された表で確かめてください",
        ),
        (
            "the self-sufficiency of “{value}” is {rate}",
            "0 to 1",
            "Check in the published table that imports exceed demand inside the area",
        ),
    ),
    "io_no_inverse": entry(
        (
            "この表には逆行列がありません",
            "逆行列のある取引基本表",
            "部門の列がすべて0でないか確かめてください",
        ),
        ("the table has no inverse", "a table with a Leontief inverse", "Check the columns of the sectors"),
    ),
    "io_identity_fails": entry(
        (
            "逆行列 × 最終需要が生産額に戻りません(最大の相対差 {value})",
            "B[S・F + E] ＝ 生産額",
            "最終需要・移輸出・移輸入の列を確かめてください",
        ),
        (
            "the inverse times final demand is not the output (largest relative difference {value})",
            "B[S·F + E] = output",
            "Check the columns of final demand, exports and imports",
        ),
    ),
}

_ACCOUNTS: Table = {
    "impact_file_ignored": entry(
        ("{value} は読みません", ".yml(io の下は .csv か .xlsx)", "不要なら消してください"),
        ("{value} is not read", ".yml (below io: .csv or .xlsx)", "Remove it if it is not needed"),
    ),
    "sample_account": entry(
        (
            "「{value}」はサンプル(架空の値)です",
            "実際の調査や決算にもとづく値",
            "自分の値に書きかえて sample を消すか、ファイルを消してください",
        ),
        (
            "“{value}” is a sample (invented)",
            "numbers from real surveys and accounts",
            "Replace it with your own and remove sample, or remove the file",
        ),
    ),
    "impact_kind_unknown": entry(
        ("kind の「{value}」がわかりません", "{known}", "近いもの: {near}"),
        ("the kind “{value}” is not known", "{known}", "Nearest: {near}"),
    ),
    "impact_id_repeated": entry(
        ("id「{value}」は {first} にもあります", "ほかと違う id", "どちらかの id を変えてください"),
        ("the id “{value}” also stands in {first}", "an id of its own", "Change one of them"),
    ),
    "impact_part_repeated": entry(
        ("id「{value}」が {first} 行目にもあります", "ほかと違う id", "どちらかの id を変えてください"),
        ("the id “{value}” also stands in line {first}", "an id of its own", "Change one of them"),
    ),
    "impact_link_unknown": entry(
        ("{name} に「{value}」はありません", "実在する id", "近いもの: {near}"),
        ("there is no “{value}” among the {name}", "an id that exists", "Nearest: {near}"),
    ),
    "impact_share_outside": entry(
        ("{value} は割合の範囲の外です", "0から1まで(60%は 0.6)", "割合を直してください"),
        ("{value} is outside the range of a share", "0 to 1 (60 % is 0.6)", "Correct the share"),
    ),
    "factor_without_source": entry(
        (
            "{column} の {value} に出典(source)がありません",
            "どの数にも出典",
            "source に、調査・統計・見積もりの根拠を書いてください。根拠のない数からは計算しません",
        ),
        (
            "{value} of {column} has no source",
            "a source for every number",
            "Name the survey, statistics or estimate; nothing is computed from a number without one",
        ),
    ),
    "factor_without_range": entry(
        (
            "{column} の {value} に low と high がありません",
            "ありうる幅の両端(確かな値なら両端を同じに)",
            "low と high を書いてください。結果は必ず幅で示します",
        ),
        (
            "{value} of {column} has no low and high",
            "both ends of what is possible (equal where it is certain)",
            "Write low and high; the result is always shown as a range",
        ),
    ),
    "factor_outside_range": entry(
        (
            "{column} の {value} が {low}〜{high} の外にあります",
            "low ≤ value ≤ high",
            "三つの数を確かめてください",
        ),
        ("{value} of {column} is outside {low}–{high}", "low ≤ value ≤ high", "Check the three numbers"),
    ),
    "sroi_inputs_zero": entry(
        ("投入の合計が0です", "0より大きい投入", "かかった費用と時間を金額で書いてください"),
        ("the inputs add up to nothing", "inputs above zero", "Write what was spent, time included"),
    ),
    "sroi_without_range": entry(
        (
            "どの数にも幅がありません",
            "少なくとも一つの数に、違う low と high",
            "もっとも不確かな数に幅を付けてください。SROIを一つの数だけで示すことはしません",
        ),
        (
            "no number has a range",
            "low and high that differ, for at least one number",
            "Give the least certain one a range; SROI is never shown as a single number",
        ),
    ),
    "ripple_table_missing": entry(
        (
            "産業連関表「{value}」が data/impact/io にありません",
            "{known}",
            "impact import io-table で読み込むか、名前を直してください(近いもの: {near})",
        ),
        (
            "there is no table “{value}” in data/impact/io",
            "{known}",
            "Import it with impact import io-table, or correct the name (nearest: {near})",
        ),
    ),
    "ripple_unit_differs": entry(
        (
            "単位「{value}」が表の「{table}」と違います",
            "表と同じ単位",
            "需要と費用を表の単位に直してください",
        ),
        ("the unit “{value}” is not the table's “{table}”", "the table's unit", "Convert demand and budget"),
    ),
    "ripple_sector_unknown": entry(
        ("部門「{value}」は表にありません", "{known}", "近いもの: {near}"),
        ("the table has no sector “{value}”", "{known}", "Nearest: {near}"),
    ),
    "ripple_domestic_override": entry(
        (
            "域内の取引だけの表なので、自給率は置きかえられません: {value}",
            "移輸入を含む表、または自給率の指定なし",
            "self_sufficiency を消してください",
        ),
        (
            "the table holds domestic flows: no self-sufficiency can be replaced ({value})",
            "a table with imports, or no self_sufficiency",
            "Remove self_sufficiency",
        ),
    ),
    "ripple_budget_zero": entry(
        ("費用が {value} です", "0より大きい費用", "費用を書くか、budget を消してください"),
        ("the budget is {value}", "a budget above zero", "Write it, or remove budget"),
    ),
    "ripple_margin_missing": entry(
        (
            "購入者価格の「{value}」に商業・運輸マージン率がありません。マージンなしで計算します",
            "物を買う支出には margins.rates",
            "物の部門ならマージン率を書いてください。サービスなら price: producer にできます",
        ),
        (
            "“{value}” is at purchasers' prices but has no margin rates; none are taken off",
            "margins.rates for goods",
            "Write the rates for goods; for services say price: producer",
        ),
    ),
    "ripple_margin_nowhere": entry(
        (
            "{value} マージンを受け取る部門がありません",
            "margins.commerce と margins.transport に部門名",
            "部門名を書いてください",
        ),
        (
            "no sector receives the {value} margin",
            "a sector in margins.commerce and margins.transport",
            "Name it",
        ),
    ),
    "logic_step_unknown": entry(
        ("つながる先「{value}」がありません", "nodes にある id", "近いもの: {near}"),
        ("there is no box “{value}” to lead to", "an id among nodes", "Nearest: {near}"),
    ),
    "logic_goes_back": entry(
        (
            "「{start}」から「{value}」へ戻っています",
            "活動→結果→成果→インパクトの順(同じ段では下に書いた箱へ)",
            "つながりの向きを直してください",
        ),
        (
            "“{start}” leads back to “{value}”",
            "activity → output → outcome → impact (within a stage, to a box below)",
            "Turn the step around",
        ),
    ),
    "logic_claim_missing": entry(
        (
            "「{value}」に claim がありません",
            "成果とインパクトには、根拠の強さ(1〜5)と五つの次元",
            "claim を書いてください",
        ),
        (
            "“{value}” has no claim",
            "level 1–5 and the five dimensions for every outcome and impact",
            "Write its claim",
        ),
    ),
}

WORDS: Table = {**_TABLES, **_ACCOUNTS}
