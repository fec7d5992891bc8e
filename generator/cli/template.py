"""`impact template`: workbooks for societies to fill in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import importing, workbook
from generator.cli import options
from generator.cli.commands import main
from generator.cli.failures import Exit
from generator.cli.screen import Screen
from generator.model import Project, Society
from generator.workbook import Form


@main.command("template")
@options.common
@click.option("--year", required=True, metavar="YEAR", help="報告する年度（2026、R8、令和8年度）")
@click.option(
    "--society", "names", multiple=True, metavar="NAME", help="この団体のブックだけを作る（くり返せます）"
)
@click.option("--federation", "own", is_flag=True, help="連合会など全体の値を書くブックだけを作る")
@click.option("--together", is_flag=True, help="すべての団体を1冊にまとめる（事務局がまとめて書き込むとき）")
@click.option("--all", "all_", is_flag=True, help="すべての団体に1冊ずつと、全体の値の1冊（既定）")
@click.option("--until", default="", metavar="TEXT", help="表紙に書く提出の期限（例: 令和9年5月31日）")
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="置き場（既定: build/template/）")
@click.option("--overwrite", is_flag=True, help="同じ名前のブックがあれば作り直す（書き込んだ値は消えます）")
def template_(
    folder: Path,
    year: str,
    names: tuple[str, ...],
    own: bool,
    together: bool,
    all_: bool,
    until: str,
    out: Path | None,
    overwrite: bool,
    lang: str,
    debug: bool,
) -> None:
    """1年度分の数値を書き込む Excel ブックを作ります。

    団体ごとに、その団体が報告する指標だけを並べます。単位、前回の値、目標、入力の決まりが入っていて、
    黄色のセルだけに書けます。書き込んだブックは impact import values で取り込みます。

    \b
    例:
      impact template --year R8 --until 令和9年5月31日
      impact template --year 2026 --society みどり町会 --out 依頼
      impact template --year 2026 --together
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        screen.stage("read")
        project = importing.ground(options.need_project(folder), options.today()).project
        fiscal_year = importing.year_of(year, project)
        screen.stage("")
        if fiscal_year is None:
            screen.problem("template.year_unknown", year=year)
            sys.exit(Exit.REJECTED)
        societies = () if all_ else _societies(screen, project, names)
        forms = _forms(project, fiscal_year, societies, own and not all_, together)
        if not forms:
            screen.problem("template.nothing_asked", year=year)
            sys.exit(Exit.REJECTED)
        _write(screen, forms, out or folder / "build" / "template", until, overwrite)


def _societies(screen: Screen, project: Project, names: tuple[str, ...]) -> tuple[Society, ...]:
    """The societies that are named; exits when one is not in the list."""
    found = []
    for name in names:
        society, near = importing.society_named(name, project)
        if society is None:
            screen.problem(
                "template.society_near" if near else "template.society_unknown", name=name, near=near
            )
            sys.exit(Exit.REJECTED)
        found.append(society)
    return tuple(dict.fromkeys(found))


def _forms(
    project: Project, year: int, societies: tuple[Society, ...], own: bool, together: bool
) -> tuple[Form, ...]:
    """What the options ask for; all societies and the federation's own values without any."""
    if together:
        form = workbook.everyone(project, year)
        return (form,) if form.groups else ()
    chosen = societies if societies or own else project.societies
    federation = workbook.federation(project, year) if own or not societies else None
    return (*workbook.forms(project, year, chosen), *((federation,) if federation else ()))


def _write(screen: Screen, forms: tuple[Form, ...], out: Path, until: str, overwrite: bool) -> None:
    """All workbooks, or none where one would lie over another file."""
    made = {out / f"{form.name}.xlsx": workbook.written(form, screen.lang, until) for form in forms}
    there = [path for path, content in made.items() if path.exists() and path.read_bytes() != content]
    if there and not overwrite:
        screen.problem("template.exists", place=there[0], count=len(there))
        sys.exit(Exit.REJECTED)
    out.mkdir(parents=True, exist_ok=True)
    for path, content in made.items():
        path.write_bytes(content)
    rows = sum(len(form.asks) for form in forms)
    screen.result("template.written", place=out, count=len(made), rows=rows)
