"""`impact import values`: filled workbooks into data/values, or every fault of all of them."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from generator import differences, finding_words, importing
from generator.cli import options
from generator.cli.commands import import_
from generator.cli.failures import Exit, of_findings
from generator.cli.screen import Screen
from generator.cli.words import say
from generator.findings import Finding
from generator.importers.values import Change
from generator.importing import Ground, Plan
from generator.model import Project, Status
from generator.sentences import for_language
from generator.workbook.headings import HEADINGS, INPUT, STATUS, TARGET, heading
from generator.workbook.words import state

MOST = 60
"""Changed cells that people are shown."""
MOST_EMPTY = 40


@import_.command("values")
@click.argument(
    "places", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path, exists=True)
)
@options.common
@options.form
@click.option("--year", default="", metavar="YEAR", help="取り込む年度（既定: ブックのうち最も新しい年度）")
@click.option("--dry-run", is_flag=True, help="変わるところを示すだけで、何も書かない")
@click.option("--confirmed", is_flag=True, help="「要確認」の値を確かめたので書く")
def values_(
    places: tuple[Path, ...],
    folder: Path,
    form: str,
    year: str,
    dry_run: bool,
    confirmed: bool,
    lang: str,
    debug: bool,
) -> None:
    """書き込まれたひな形（impact template）を読み、data/values に取り込みます。

    ファイルかフォルダをいくつでも指定できます。誤りがあれば、すべてのファイルのすべての誤りを、セルと直し方
    とともに示し、何も書きません。誤りがなければ、変わる値と評価を示してから書きます。空のセルは何も変えません。

    \b
    例:
      impact import values 回収/
      impact import values 回収/2026_midori.xlsx --dry-run
      impact import values 回収/ --format json
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        day = options.today()
        screen.stage("read")
        at = importing.ground(options.need_project(folder), day)
        wanted = importing.year_of(year, at.project) if year else None
        if year and wanted is None:
            screen.problem("template.year_unknown", year=year)
            sys.exit(Exit.REJECTED)
        paths, others = importing.workbooks(places)
        if not paths and not others:
            screen.problem("import_values.no_files", place=", ".join(map(str, places)))
            sys.exit(Exit.REJECTED)
        screen.stage("workbooks")

        def told(n: int, path: Path) -> None:
            screen.problem("import_values.file", n=n, count=len(paths), name=path.name)

        made = importing.plan(at, paths, day, _reader(folder), wanted, told)
        made = replace(made, findings=finding_words.in_order([*others, *made.findings]))
        screen.stage("")
        writes = not dry_run and not made.rejected and (confirmed or not made.held)
        if writes and made.files.contents:
            importing.write(at, folder, made, day, os.getpid())
        _tell(screen, at, made, form, writes)
        _outcome(screen, made, writes, dry_run, confirmed)


def _reader(folder: Path) -> importing.Reader:
    def read(name: str) -> bytes | None:
        path = folder / name
        return path.read_bytes() if path.is_file() else None

    return read


def _outcome(screen: Screen, made: Plan, writes: bool, dry_run: bool, confirmed: bool) -> None:
    """The last line (on stderr, so that JSON stays JSON) and the exit."""
    if made.rejected:
        screen.problem("import_values.refused")
        sys.exit(Exit.REJECTED)
    if made.held and not confirmed:
        screen.problem("import_values.held")
        sys.exit(Exit.HELD)
    if not writes and dry_run:
        screen.problem("import_values.dry")
        sys.exit(of_findings(made.findings) if not confirmed else Exit.OK)
    if made.files.contents:
        screen.problem("import_values.check_next")


def _tell(screen: Screen, at: Ground, made: Plan, form: str, written: bool) -> None:
    shown = made.findings if form == "json" else tuple(_with_heading(f, screen.lang) for f in made.findings)
    if form == "json":
        screen.note(_as_json(made, screen.lang, written))
        return
    if form == "github":
        screen.findings(shown, form)
        return
    screen.note(finding_words.as_text(shown, screen.lang, lambda text: _in_form_words(text, screen.lang)))
    if not made.rejected:
        _changes(screen, at.project, made)
    if made.empty:
        listed = [
            say("import_values.empty_book", screen.lang, name=Path(f).name, n=n)
            for f, n in made.empty.items()
        ]
        more = " …" if len(listed) > MOST_EMPTY else ""
        names = "、".join(listed[:MOST_EMPTY]) + more
        screen.result("import_values.empty", n=sum(made.empty.values()), books=len(made.empty), list=names)
    if written:
        for file, rows in sorted(made.files.rows.items()):
            screen.result("import_values.written", file=file, n=rows)


def _with_heading(finding: Finding, lang: str) -> Finding:
    """People look for the heading they see; programs for the canonical name."""
    column = finding.place.column
    if not finding.place.sheet or column not in HEADINGS:
        return finding
    return replace(finding, place=replace(finding.place, column=heading(column, lang)))


def _in_form_words(text: str, lang: str) -> str:
    """Names of columns and states as the form has them; those in {} are filled in later."""
    if lang != "ja":
        return text
    states = {status.value: state(status, lang) for status in Status}
    names = states | {name: heading(name, lang) for name in (*INPUT, TARGET)}
    return re.sub(
        r"(?<![{\w])[a-z_]+(?![}\w])", lambda m: names.get(m.group(), m.group()), text, flags=re.ASCII
    )


def _changes(screen: Screen, project: Project, made: Plan) -> None:
    if not made.changes:
        screen.result("import_values.nothing")
        return
    cells = [(change, cell) for change in made.changes for cell in _shown_cells(change)]
    added = sum(1 for _, cell in cells if not cell.old)
    screen.result("import_values.title", changed=len(cells) - added, added=added, books=made.books)
    voice = for_language("ja", project.site.fiscal_year_start)
    names = {i.id: (i.name if screen.lang == "ja" else i.name_en or i.name) for i in project.indicators}
    for change, cell in cells[:MOST]:
        indicator, year, society, categories = change.key
        name = "・".join([names[indicator], *(c for _, c in categories)])
        screen.result(
            "import_values.change",
            area=society or project.site.organization,
            name=name,
            year=voice.fiscal_year(year) if screen.lang == "ja" else str(year),
            column=heading(cell.column, screen.lang),
            old=_shown(cell.column, cell.old, screen.lang),
            new=_shown(cell.column, cell.new, screen.lang),
        )
    if len(cells) > MOST:
        screen.result("import_values.rest", n=len(cells) - MOST)
    if made.effects is not None:
        screen.note("\n")
        screen.result("import_values.effects")
        screen.note(differences.as_text(made.effects, screen.lang) + "\n")


def _shown(column: str, text: str, lang: str) -> str:
    """A cell for people: states by their labels, a dash for an empty one."""
    label = state(Status(text), lang) if column == STATUS and text else text
    return finding_words.printable(label) or "–"


def _shown_cells(change: Change) -> list[importing.Cell]:
    """Without the mark of a sample, and without 未報告 that ends because there is a value."""
    return [c for c in change.cells if c.column in HEADINGS and (c.column, c.new) != (STATUS, "")]


def _as_json(made: Plan, lang: str, written: bool) -> str:
    content: Mapping[str, object] = {
        "findings": json.loads(finding_words.as_json(made.findings, lang)),
        "changes": [_change_as_json(change) for change in made.changes],
        "effects": json.loads(differences.as_json(made.effects, lang)) if made.effects is not None else None,
        "empty": dict(made.empty),
        "written": dict(sorted(made.files.rows.items())) if written else {},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _change_as_json(change: Change) -> Mapping[str, object]:
    indicator, year, society, categories = change.key
    return {
        "indicator": indicator,
        "fiscal_year": year,
        "society": society,
        "dimensions": dict(categories),
        "cells": {cell.column: {"old": cell.old, "new": cell.new} for cell in change.cells},
        "from": f"{change.answer.place.file} {change.answer.place.sheet}!{change.answer.place.cell}",
    }
