"""The commands, each a few lines: what it takes, what it calls, what it says."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from generator import __version__, finding_words, pipeline, serve, theme, verify
from generator.cli import options
from generator.cli.failures import Exit, of_fault, of_findings
from generator.cli.screen import Screen
from generator.cli.words import say
from generator.importers import io_table
from generator.importers.open_sdg import import_open_sdg


@click.group(context_settings={"max_content_width": 100})
@click.version_option(__version__, "--version", message="impact %(version)s", help="版を出す")
@click.help_option("-h", "--help", help="この説明を出す")
def main() -> None:
    """計画と数値から、実績を伝えるウェブサイトを作ります。

    Builds an impact-report website from a plan and its numbers.

    \b
    例:
      impact check            データを点検する
      impact build            サイトを site/ に作る
      impact serve            手元で見ながら直す

    終了コード: 0 正常 · 1 ツールの不具合 · 2 データの誤り · 3 公開前の確認待ち · 4 ほかの作成が実行中
    """


@main.command()
@options.common
@options.dated
@options.form
def check(folder: Path, as_of: datetime | None, form: str, lang: str, debug: bool) -> None:
    """データを読み、すべて点検します。何も書きません。

    \b
    例:
      impact check
      impact check --project examples/small --format json
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        findings = pipeline.check(options.need_project(folder), screen.stage, options.on(as_of)).findings
        screen.stage("")
        screen.findings(findings, form)
        if form == "text" and not findings:
            screen.result("ok")
        sys.exit(of_findings(findings))


@main.command()
@options.common
@options.building
def build(
    folder: Path, out: Path | None, as_of: datetime | None, release: bool, lang: str, debug: bool
) -> None:
    """サイトを作り、確かめてから、前のサイトと入れ替えます。

    誤りがあれば、前のサイトは1バイトも変わりません。

    \b
    例:
      impact build
      impact build --release --out public
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        order = options.order(screen, folder, out, as_of, release)
        findings = pipeline.build(order)
        screen.stage("")
        screen.findings(findings)
        screen.result("built", place=order.out / "index.html")


@main.command()
@options.common
@options.building
def generate(
    folder: Path, out: Path | None, as_of: datetime | None, release: bool, lang: str, debug: bool
) -> None:
    """MkDocs に渡すページの原稿（build/docs/<言語>/）だけを作ります。

    \b
    例:
      impact generate && mkdocs build
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        order = options.order(screen, folder, out, as_of, release)
        findings = pipeline.generate(order)
        screen.stage("")
        screen.findings(findings)
        screen.result("generated", place=order.workshop / "docs")


@main.command("serve")
@options.common
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="ポート番号（既定: 8000）")
def serve_(folder: Path, port: int, lang: str, debug: bool) -> None:
    """手元でサイトを見せ、変更のたびに作り直して画面を更新します。

    \b
    例:
      impact serve --port 8080
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        order = options.order(screen, folder, folder.absolute() / "build" / "preview")
        watched = [order.folder / name for name in serve.WATCHED] + [theme.packaged()]
        with serve.preview(order.out, watched, port, lambda: _rebuild(screen, order)) as address:
            screen.result("serving", place=address)
            serve.until_interrupted()


def _rebuild(screen: Screen, order: pipeline.Order) -> str:
    """Build for the preview; what the overlay says, "" when the new site is in place."""
    try:
        screen.findings(pipeline.build(order))
    except Exception as fault:
        failure = of_fault(fault)
        screen.failure(failure)
        told = finding_words.as_text(failure.findings, screen.lang)
        return f"{told}\n{say(failure.key, screen.lang, **failure.values)}".strip()
    screen.stage("")
    screen.result("rebuilt")
    return ""


@main.command("verify")
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@options.common
def verify_(site: Path, folder: Path, lang: str, debug: bool) -> None:
    """できたサイトのリンク、ファイルの一覧、数値を確かめます。

    \b
    例:
      impact verify site
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        screen.stage("verify")
        findings = verify.check_with_data(site, options.need_project(folder))
        screen.stage("")
        screen.findings(findings)
        if findings:
            sys.exit(Exit.REJECTED)
        screen.result("verified", place=site)


@main.group("import")
@click.help_option("-h", "--help", help="この説明を出す")
def import_() -> None:
    """ほかの仕組みのデータを、このツールのプロジェクトに変えます。"""


@import_.command("open-sdg")
@click.argument("source", type=click.Path(path_type=Path, exists=True, file_okay=False))
@options.into
@options.language
def open_sdg_(source: Path, out: Path, lang: str, debug: bool) -> None:
    """Open SDG のデータの置き場からプロジェクトを作ります。

    \b
    例:
      impact import open-sdg uk-data --out uk && impact build --project uk
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        screen.stage("import")
        report = import_open_sdg(source, out, lambda stage: None)
        screen.stage("")
        screen.note(report.as_text(lang))
        screen.result("imported", place=out)


@import_.command("io-table")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="CSV",
    help="作る CSV（data/impact/io/ の下に置くと使えます）",
)
@click.option("--year", default="", help="表の年（表に書かれていないとき）")
@click.option("--unit", default="", help="金額の単位（表に書かれていないとき）")
@click.option("--source", default="", help="出典（例: 県統計課「平成27年県産業連関表」）")
@click.option("--sheet", default="", help="ブックの中のシート名（取引基本表が複数あるとき）")
@options.language
def io_table_(
    file: Path, out: Path, year: str, unit: str, source: str, sheet: str, lang: str, debug: bool
) -> None:
    """県などが公表する産業連関表（Excel か CSV）を確かめ、このツールの CSV に変えます。

    列の合計と逆行列を確かめ、合わない表は部門の名前を示して拒みます。

    \b
    例:
      impact import io-table 取引基本表.xlsx --out data/impact/io/table.csv --source 県統計課
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        screen.stage("import")
        about = {name: text for name, text in (("year", year), ("unit", unit), ("source", source)) if text}
        content, table, findings = io_table.normalised(file.name, file.read_bytes(), about, sheet)
        screen.stage("")
        screen.findings(tuple(findings))
        if content is None or table is None:
            screen.problem("io_table_refused", place=file)
            sys.exit(Exit.REJECTED)
        io_table.write(out, content)
        screen.result("io_table_imported", place=out, sectors=len(table.sectors), year=table.year or "?")
