"""What the command says on the terminal, in Japanese and in English (pure; only `cli` prints)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.cli import release_words, story_words, workbook_words

LANGUAGES = ("ja", "en")

_WORDS: Mapping[str, tuple[str, str]] = {
    "stage.read": ("読み込みと点検", "reading and checking"),
    "stage.compute": ("計算", "computing"),
    "stage.write": ("ページの作成", "writing pages"),
    "stage.draw": ("共有画像の作成", "drawing cards"),
    "stage.publish": ("サイトの組み立てと検証", "building and verifying the site"),
    "stage.import": ("取り込み", "importing"),
    "stage.verify": ("検証", "verifying"),
    "seconds": ("  {name} … {seconds:.1f}秒", "  {name} … {seconds:.1f} s"),
    "ok": ("問題はありません。", "Nothing to report."),
    "built": ("サイトができました: {place}", "The site is ready: {place}"),
    "generated": ("ページの原稿ができました: {place}", "The pages are written: {place}"),
    "verified": (
        "サイトはデータとファイルの一覧のとおりです: {place}",
        "The site agrees with its data and its manifest: {place}",
    ),
    "imported": ("取り込みました: {place}", "Imported: {place}"),
    "rejected": (
        "入力に誤りがあるため、作りませんでした。前のサイトは元のままです。",
        "The input has mistakes; nothing was built. The site is as it was.",
    ),
    "held": (
        "公開の前に確認が要る点があるため、作りませんでした。前のサイトは元のままです。",
        "Something needs an acknowledgement before release; nothing was built. The site is as it was.",
    ),
    "busy": (
        "ほかの作成が動いています（プロセス {pid}）。終わってからもう一度実行してください。",
        "Another build is running (process {pid}). Try again when it has finished.",
    ),
    "not_a_site": (
        "出力先 {place} には、このツールが作ったのではないファイルがあります。"
        "--out に別のフォルダを指定してください。",
        "{place} holds files that no build made. Name another folder with --out.",
    ),
    "not_a_project": (
        "{place} はプロジェクトのフォルダではありません（site_config/ がありません）。",
        "{place} is not a project folder (it has no site_config/).",
    ),
    "import_no_data": (
        "{place} に取り込むデータ（data/*.csv）がありません。",
        "{place} has no data to import (data/*.csv).",
    ),
    "import_refused": (
        "取り込み先には、ほかのファイルか、手で直したファイルがあります: {place}\n"
        "空のフォルダを --out に指定してください。",
        "The place to import to holds other files, or files edited by hand: {place}\n"
        "Name an empty folder with --out.",
    ),
    "io_table_imported": (
        "{place} を作りました（{year}、{sectors}部門）。",
        "{place} written ({year}, {sectors} sectors).",
    ),
    "io_table_refused": (
        "{place} は使えないため、取り込みませんでした。",
        "{place} cannot be used and was not imported.",
    ),
    "broken_site": (
        "作ったサイトに誤りが見つかったため、入れ替えませんでした。前のサイトは元のままです。\n"
        "これはツールの不具合です。上の内容を、このツールのリポジトリの Issues にお知らせください。",
        "The new site is faulty and was not put in place. The site is as it was.\n"
        "This is a bug of the tool: please send the above to the issues of its repository.",
    ),
    "bug": (
        "ツールの不具合です（データの誤りではありません）: {fault}\n"
        "このツールのリポジトリの Issues にお知らせください。--debug を付けると詳しい記録が出ます。",
        "This is a bug of the tool, not a mistake in your data: {fault}\n"
        "Please report it in the issues of its repository (--debug shows details).",
    ),
    "cannot_write": (
        "ファイルを読み書きできません: {fault}",
        "A file cannot be read or written: {fault}",
    ),
    "serving": (
        "{place} で見られます。データ、本文、テーマを変えると作り直します。終わるには Ctrl+C。",
        "Open {place} . It is rebuilt when data, content or theme change. Ctrl+C stops it.",
    ),
    "rebuilt": ("作り直しました。", "Rebuilt."),
    **release_words.WORDS,
    **story_words.WORDS,
    **workbook_words.WORDS,
}


def say(key: str, lang: str, **values: object) -> str:
    """The sentence `key` in `lang` with its fields filled."""
    return pattern(key, lang).format(**values)


def pattern(key: str, lang: str) -> str:
    """The sentence as written (ja; anything else is English); KeyError for an unknown key."""
    japanese, english = _WORDS[key]
    return japanese if lang == "ja" else english


def keys() -> tuple[str, ...]:
    """Every sentence, for the test that walks them."""
    return tuple(_WORDS)
