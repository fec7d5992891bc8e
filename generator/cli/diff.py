"""`impact diff`: what a reader would see change between two states of a project."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from generator import differences, pipeline, revisions
from generator.cli import options
from generator.cli.commands import main
from generator.cli.failures import Exit
from generator.cli.screen import Screen
from generator.compare import Side, compare

_FORMS = {
    "text": differences.as_text,
    "markdown": differences.as_markdown,
    "json": differences.as_json,
}


@main.command("diff")
@click.argument("old")
@click.argument("new")
@options.common
@click.option("--format", "form", type=click.Choice(list(_FORMS)), default="text", help="出力の形")
def diff_(old: str, new: str, folder: Path, form: str, lang: str, debug: bool) -> None:
    """2つの状態を比べ、変わる数値、評価、文、ページを示します。

    OLD と NEW は、プロジェクトのフォルダか、--project のフォルダの git の版（main、HEAD~1 など）です。
    終了コードは、同じなら 0、違えば 3 です。

    \b
    例:
      impact diff HEAD .
      impact diff main HEAD --format markdown
    """
    screen = Screen(lang, debug)
    with screen.faults_told(), tempfile.TemporaryDirectory() as aside:
        sides = [_side(screen, folder, name, Path(aside) / str(n)) for n, name in enumerate((old, new))]
        screen.stage("")
        found = compare(*sides)
        screen.note(_FORMS[form](found, lang))
        if not found.same:
            sys.exit(Exit.HELD)


def _side(screen: Screen, folder: Path, name: str, aside: Path) -> Side:
    """A folder as it is, or a revision laid out aside."""
    if (Path(name) / "site_config").is_dir():
        return pipeline.side(Path(name), screen.stage, options.today())
    aside.mkdir()
    return pipeline.side(
        revisions.lay_out(options.need_project(folder), name, aside), screen.stage, options.today()
    )
