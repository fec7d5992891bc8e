"""What `impact template` and `impact import values` say on the terminal (see `words`)."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "template.written": (
        "{place} にブックを {count} 冊作りました（尋ねる行は合わせて {rows} 行）。\n"
        "書き込んだブックは impact import values {place} で取り込みます。",
        "{count} workbooks in {place}, asking {rows} rows.\n"
        "Read them back with: impact import values {place}",
    ),
    "template.exists": (
        "{place} など {count} 冊がすでにあります。書き込んだ値が消えないように、何も書きませんでした。\n"
        "別の --out を指定するか、作り直すなら --overwrite を付けてください。",
        "{place} and others ({count}) are there already; nothing was written, so that no answer is lost.\n"
        "Name another --out, or use --overwrite.",
    ),
    "template.year_unknown": (
        "年度「{year}」が分かりません。2026、R8、令和8年度 のように書いてください。",
        "“{year}” is not a year. Write 2026 or R8.",
    ),
    "template.nothing_asked": (
        "{year} に尋ねる指標がありません。団体の名前、data/indicators.yml、data/values を確かめてください。",
        "There is nothing to ask for {year}. Check the name, data/indicators.yml and data/values.",
    ),
    "template.society_unknown": (
        "「{name}」は data/societies.csv にありません。{near}",
        "“{name}” is not in data/societies.csv. {near}",
    ),
    "template.society_near": (
        "「{name}」は data/societies.csv にありません。「{near}」のことですか。",
        "“{name}” is not in data/societies.csv. Did you mean “{near}”?",
    ),
    "stage.workbooks": ("ブックの読み込み", "reading workbooks"),
    "import_values.file": ("  {n}/{count} {name}", "  {n}/{count} {name}"),
    "import_values.no_files": (
        "読むブック（.xlsx）がありません: {place}",
        "There is no workbook (.xlsx) to read: {place}",
    ),
    "import_values.refused": (
        "誤りがあるため、何も書きませんでした。上のセルを直し、もう一度実行してください。",
        "There are mistakes; nothing was written. Correct the cells above and run it again.",
    ),
    "import_values.held": (
        "確かめが要る値があるため、何も書きませんでした。"
        "直すか、正しければ --confirmed を付けて実行してください。",
        "Some values need a second look; nothing was written. "
        "Correct them, or use --confirmed if they are right.",
    ),
    "import_values.dry": ("--dry-run のため、何も書きませんでした。", "Nothing was written (--dry-run)."),
    "import_values.nothing": ("変わる値はありません。", "No value changes."),
    "import_values.title": (
        "変わる値 {changed} 件 · 新しい値 {added} 件（{books} 冊）",
        "{changed} values change · {added} are new ({books} workbooks)",
    ),
    "import_values.change": (
        "  {area}　{name}　{year}　{column}: {old} → {new}",
        "  {area}  {name}  {year}  {column}: {old} → {new}",
    ),
    "import_values.rest": (
        "  … ほかに {n} 件（--format json ですべて出ます）",
        "  … and {n} more (--format json lists all)",
    ),
    "import_values.effects": ("公表する数値への影響", "What readers will see"),
    "import_values.empty": (
        "まだ空の行 {n} 行（{books} 冊）: {list}",
        "{n} rows are still empty ({books} workbooks): {list}",
    ),
    "import_values.empty_book": ("{name} {n} 行", "{name} {n}"),
    "import_values.written": ("書きました: {file}（{n} 行）", "Written: {file} ({n} rows)"),
    "import_values.check_next": (
        "次に impact check と impact build を実行してください。",
        "Next: impact check and impact build.",
    ),
    "import_values.project_faults": (
        "プロジェクトのデータに誤りがあるため、取り込めません。先に impact check の誤りを直してください。",
        "The project has mistakes itself. Mend what impact check tells first.",
    ),
}
