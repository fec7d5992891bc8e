"""Words of what can be wrong with a table as a whole: file, encoding, workbook, header, rows."""

from __future__ import annotations

from generator.finding_words.words import Bilingual, entry

_SAVE_JA = "表計算ソフトで開き、「CSV UTF-8」か .xlsx で保存し直してください"
_SAVE_EN = "Open it in a spreadsheet and save it as “CSV UTF-8” or as .xlsx"

_FILES: dict[str, Bilingual] = {
    "file_empty": entry(
        (
            "ファイルに何も入っていません",
            "見出しの行とデータの行",
            "中身を入れるか、ファイルを消してください",
        ),
        ("the file is empty", "a header row and data rows", "Fill it or remove it"),
    ),
    "file_too_large": entry(
        ("ファイルが大きすぎます", "CSV は 60 MB、xlsx は 30 MB まで", "年度などで分けてください"),
        ("the file is too large", "at most 60 MB of CSV or 30 MB of xlsx", "Split it, for example by year"),
    ),
    "file_unreadable": entry(
        ("ファイルを読めません({value})", "ふつうのファイル", "置き場所と読み取りの権限を確かめてください"),
        ("the file cannot be read ({value})", "a regular file", "Check where it lies and who may read it"),
    ),
    "file_name_unprintable": entry(
        (
            "ファイル名「{value}」に見えない文字か改行があります",
            "見える文字だけのファイル名",
            "ファイル名を付け直してください",
        ),
        (
            "the file name “{value}” holds invisible characters or line breaks",
            "visible characters only",
            "Rename the file",
        ),
    ),
    "file_is_lfs_pointer": entry(
        (
            "データではなく Git LFS の参照だけが入っています",
            "データそのもの",
            "git lfs pull で本体を取り出してください",
        ),
        ("this is a Git LFS pointer, not the data", "the data itself", "Fetch the file with git lfs pull"),
    ),
    "file_is_workbook": entry(
        (".csv という名前ですが、中身は Excel ブックです", "文字だけの CSV、または .xlsx", _SAVE_JA),
        ("named .csv, but it is an Excel workbook", "a text table, or .xlsx", _SAVE_EN),
    ),
    "file_is_binary": entry(
        ("表ではないファイルです(画像、PDF、圧縮など)", "CSV か .xlsx", "表のファイルと取り替えてください"),
        ("this is no table (a picture, PDF or archive)", "CSV or .xlsx", "Replace it by the table"),
    ),
    "file_is_html": entry(
        ("中身はウェブページ(HTML か XML)です", "CSV か .xlsx", _SAVE_JA),
        ("this is a web page (HTML or XML)", "CSV or .xlsx", _SAVE_EN),
    ),
    "file_has_conflict": entry(
        (
            "Git の衝突の印(<<<<<<<)が残っています",
            "どちらかに決めた内容",
            "残す行を選び、印の行を消してください",
        ),
        ("Git conflict marks (<<<<<<<) are left in it", "one version", "Keep one side and remove the marks"),
    ),
    "encoding_unknown": entry(
        ("文字コードが分かりません", "UTF-8、UTF-16(BOM 付き)、Shift_JIS(cp932)", _SAVE_JA),
        ("the character encoding is unknown", "UTF-8, UTF-16 with BOM, or Shift_JIS (cp932)", _SAVE_EN),
    ),
    "values_file_ignored": entry(
        (
            "読まれないファイルです: {value}",
            ".csv、.tsv、.xlsx",
            "データなら形式を変え、違うなら移してください",
        ),
        (
            "this file is not read: {value}",
            ".csv, .tsv or .xlsx",
            "Convert it if it holds data, else move it",
        ),
    ),
    "story_file_ignored": entry(
        (
            "事例として読まれません: {value}",
            "content/stories の直下にある、名前が .md で終わるファイル",
            "事例なら名前の終わりを .md（小文字）にして直下に置き、違うなら移してください",
        ),
        (
            "this is not read as a story: {value}",
            "a file directly in content/stories whose name ends in .md",
            "If it is a story let its name end in .md and put it there, else move it",
        ),
    ),
    "values_folder_ignored": entry(
        (
            "data/values の中のフォルダーは読まれません: {value}",
            "data/values の直下のファイル",
            "直下に移してください",
        ),
        (
            "folders in data/values are not read: {value}",
            "files directly in data/values",
            "Move the files up",
        ),
    ),
}

_WORKBOOKS: dict[str, Bilingual] = {
    "workbook_damaged": entry(
        (
            "ブックが壊れていて、読めません {value}",
            "Excel で開ける .xlsx",
            "元のファイルをもう一度写し、保存し直してください",
        ),
        (
            "the workbook is damaged {value}",
            "an .xlsx that Excel opens",
            "Copy the original again and save it anew",
        ),
    ),
    "workbook_locked": entry(
        (
            "ブックにパスワードがかかっています",
            "パスワードのない .xlsx",
            "パスワードを外して保存してください",
        ),
        (
            "the workbook is protected by a password",
            "an .xlsx without one",
            "Remove the password and save it",
        ),
    ),
    "workbook_is_xls": entry(
        ("古い形式の Excel ブック(.xls)です", ".xlsx", "Excel で開き、.xlsx で保存してください"),
        ("this is an old Excel workbook (.xls)", ".xlsx", "Open it in Excel and save it as .xlsx"),
    ),
    "workbook_is_xlsb": entry(
        ("バイナリ形式のブック(.xlsb)です", ".xlsx", "Excel で開き、.xlsx で保存してください"),
        ("this is a binary workbook (.xlsb)", ".xlsx", "Open it in Excel and save it as .xlsx"),
    ),
    "workbook_is_ods": entry(
        ("Excel 以外の表計算ソフトの形式です", ".xlsx か .csv", "そのソフトで .xlsx に保存してください"),
        ("this is another spreadsheet's format", ".xlsx or .csv", "Save it as .xlsx in that program"),
    ),
    "workbook_has_macros": entry(
        (
            "マクロ付きのブック(.xlsm)は読みません",
            "マクロのない .xlsx",
            "「Excel ブック(.xlsx)」で保存してください",
        ),
        (
            "workbooks with macros (.xlsm) are not read",
            "an .xlsx without macros",
            "Save it as “Excel workbook (.xlsx)”",
        ),
    ),
    "workbook_has_entities": entry(
        (
            "ブックの中に XML の実体宣言があり、開くと危険です",
            "ふつうに保存した .xlsx",
            "届いた元を確かめ、新しいブックに値だけを写してください",
        ),
        (
            "the workbook declares XML entities, which is unsafe",
            "an ordinary .xlsx",
            "Check where it came from; copy the values to a new book",
        ),
    ),
    "workbook_too_large": entry(
        (
            "ブックを開くと大きくなりすぎます",
            "開いて 80 MB まで",
            "要らないシート、行、図を消して保存してください",
        ),
        (
            "the workbook grows too large when opened",
            "at most 80 MB unpacked",
            "Remove unused sheets, rows and drawings",
        ),
    ),
    "sheet_without_header": entry(
        ("どのシートにも見出しの行がありません({value})", "見出し: {names}", "見出しの行を入れてください"),
        ("no sheet has a header row ({value})", "the header: {names}", "Add the header row"),
    ),
    "sheet_hidden": entry(
        (
            "非表示のシート「{value}」は読みません",
            "見えるシート",
            "要るなら表示し、要らないなら消してください",
        ),
        ("the hidden sheet “{value}” is not read", "a visible sheet", "Show it if needed, else delete it"),
    ),
    "column_hidden": entry(
        ("非表示の列 {column} を読みました", "見える列", "値が今年のものか確かめ、列を表示してください"),
        (
            "the hidden column {column} was read",
            "a visible column",
            "Check that its values are current, and show it",
        ),
    ),
    "rows_hidden": entry(
        (
            "非表示の行 {count} 行も読みました({value} 行目)",
            "見える行",
            "絞り込みを解いて、値を確かめてください",
        ),
        (
            "{count} hidden rows were read too (rows {value})",
            "visible rows",
            "Clear the filter and check the values",
        ),
    ),
    "cells_merged": entry(
        (
            "セルが結合されています({value})",
            "一行に一件、すべてのセルに値",
            "結合を解き、それぞれの行に値を書いてください",
        ),
        (
            "cells are merged ({value})",
            "one record a row, every cell filled",
            "Unmerge them and fill in each row",
        ),
    ),
}

_HEADERS: dict[str, Bilingual] = {
    "delimiter": entry(
        ("列が「{value}」で区切られています", "コンマかタブ", "コンマ区切りで保存し直してください"),
        ("columns are separated by “{value}”", "commas or tabs", "Save it with commas"),
    ),
    "header_missing": entry(
        ("見出しの行がありません。最初の行: {value}", "見出し: {names}", "1 行目に見出しを入れてください"),
        (
            "there is no header row; the first row is: {value}",
            "the header: {names}",
            "Put the header into the first row",
        ),
    ),
    "header_repeated": entry(
        ("見出しの行がもう一度あります", "見出しは一つ", "この行を消してください"),
        ("the header row is there twice", "one header", "Delete this row"),
    ),
    "rows_above_header": entry(
        ("見出しより上の行は読みません: {value}", "1 行目が見出し", "このままでもかまいません"),
        ("rows above the header are not read: {value}", "the header in row 1", "It may stay as it is"),
    ),
    "data_above_header": entry(
        (
            "見出しより上にデータのような行があります: {value}",
            "データは見出しの下",
            "見出しを一番上に移してください",
        ),
        (
            "a row above the header looks like data: {value}",
            "data below the header",
            "Move the header to the top",
        ),
    ),
    "table_is_wide": entry(
        (
            "年度が列の見出しになっています({value})。fiscal_year の列がありません",
            "一行に一年度: indicator_id, fiscal_year, society, target, actual",
            "年度ごとに行を分け、年度を fiscal_year の列に書いてください",
        ),
        (
            "years are column headings ({value}) and there is no fiscal_year column",
            "one year a row: indicator_id, fiscal_year, society, target, actual",
            "Make a row for each year and write the year into fiscal_year",
        ),
    ),
    "column_missing": entry(
        (
            "{column} の列がありません",
            "列: {names}",
            "見出しに {column} を加えてください(値は空でもかまいません)",
        ),
        (
            "the column {column} is missing",
            "the columns {names}",
            "Add {column} to the header; cells may be empty",
        ),
    ),
    "column_missing_renamed": entry(
        (
            "{column} の列がありません。「{value}」のことですか",
            "列: {names}",
            "「{value}」を {column} に書き換えてください",
        ),
        (
            "the column {column} is missing; is it “{value}”?",
            "the columns {names}",
            "Rename “{value}” to {column}",
        ),
    ),
    "column_repeated": entry(
        (
            "{column} の列が二つあります",
            "列の名前は一つずつ",
            "使う方だけを残し、もう一方を消すか note に移してください",
        ),
        (
            "there are two columns {column}",
            "each name once",
            "Keep the right one; delete the other or move it to note",
        ),
    ),
    "column_misspelt": entry(
        ("見出し「{value}」は {near} の書き間違いと思われます", "{near}", "見出しを {near} に直してください"),
        ("the heading “{value}” is probably {near}", "{near}", "Rename it to {near}"),
    ),
    "column_unknown": entry(
        ("列「{value}」は読みません", "列: {names}", "要らなければ、そのままでかまいません"),
        ("the column “{value}” is not read", "the columns {names}", "Leave it if it is not needed"),
    ),
    "column_without_name": entry(
        (
            "見出しのない列に値「{value}」があります",
            "すべての列に見出し",
            "見出しを付けるか、値を消してください",
        ),
        (
            "a column without heading holds “{value}”",
            "a heading over each column",
            "Add the heading or clear the cell",
        ),
    ),
    "too_many_columns": entry(
        ("列が {value} あります", "200 列まで", "要らない列を消してください"),
        ("there are {value} columns", "at most 200", "Remove columns that are not needed"),
    ),
    "too_many_rows": entry(
        ("行が {value} あります", "一つのファイルに 300,000 行まで", "年度などで分けてください"),
        ("there are {value} rows", "at most 300,000 in a file", "Split the file, for example by year"),
    ),
    "no_rows": entry(
        ("見出しだけで、データの行がありません", "データの行", "データを入れるか、ファイルを消してください"),
        ("there is a header and no data", "data rows", "Add data or remove the file"),
    ),
}

_ROWS: dict[str, Bilingual] = {
    "row_short": entry(
        (
            "この行のセルは {value} 個で、見出しより少なく、{column} からありません",
            "{count} 個",
            "空のセルもコンマを残してください",
        ),
        (
            "this row has {value} cells; {column} and what follows is missing",
            "{count} cells",
            "Keep the commas of empty cells",
        ),
    ),
    "row_long": entry(
        (
            "この行は見出しより長く、余りに「{value}」があります",
            "{count} 個のセル",
            '数の桁区切りや文中のコンマなら、セルを " で囲んでください',
        ),
        (
            "this row is longer than the header and ends in “{value}”",
            "{count} cells",
            "Put cells that contain commas into quotes",
        ),
    ),
    "cell_beside_table": entry(
        ("表の外の「{value}」は読みません", "表の列の中の値", "説明なら、そのままでかまいません"),
        (
            "“{value}” stands beside the table and is not read",
            "values in the table's columns",
            "A remark may stay",
        ),
    ),
    "quote_unclosed": entry(
        ('引用符 " が閉じていません', '"…" で囲んだセル', 'この行の " を消すか、閉じてください'),
        ('a quote " is opened and not closed', 'cells in "…"', "Close it or remove it"),
    ),
    "control_character": entry(
        ("制御文字({character})が入っています: {value}", "見える文字だけ", "セルを打ち直してください"),
        (
            "there is a control character ({character}): {value}",
            "visible characters only",
            "Type the cell again",
        ),
    ),
    "direction_character": entry(
        (
            "文字の向きを変える記号({character})が入っています: {value}",
            "見える文字だけ",
            "セルを打ち直してください",
        ),
        (
            "there is a direction mark ({character}): {value}",
            "visible characters only",
            "Type the cell again",
        ),
    ),
    "invisible_character": entry(
        ("見えない文字({character})が入っています: {value}", "見える文字だけ", "セルを打ち直してください"),
        (
            "there is an invisible character ({character}): {value}",
            "visible characters only",
            "Type the cell again",
        ),
    ),
    "lost_character": entry(
        (
            "読めなくなった文字か外字({character})があります: {value}",
            "Unicode の文字",
            "元のファイルから正しい文字を写してください",
        ),
        (
            "a character was lost or is private ({character}): {value}",
            "Unicode characters",
            "Copy it again from the original",
        ),
    ),
    "cell_too_long": entry(
        ("セルの文字数が {count} です", "5,000 字まで", "短くしてください"),
        ("the cell has {count} characters", "at most 5,000", "Shorten it"),
    ),
    "cell_empty": entry(
        ("{column} が空です", "空でない値", "{column} を書いてください"),
        ("{column} is empty", "a value", "Fill in {column}"),
    ),
}

WORDS: dict[str, Bilingual] = {**_FILES, **_WORKBOOKS, **_HEADERS, **_ROWS}
