"""`impact schema`: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from generator import catalogue, file_schemas, theme
from generator.cli import options
from generator.cli.commands import main
from generator.cli.screen import Screen


@main.command("schema")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site_config/schemas"),
    metavar="DIR",
    help="置き場（既定: site_config/schemas）",
)
@options.language
def schema_(out: Path, lang: str, debug: bool) -> None:
    """YAML ファイルの書き方（JSON Schema）を書き出します。

    VS Code などのエディタが、書ける項目を示し、誤りをその場で知らせるのに使います。

    \b
    例:
      impact schema
      impact schema --out schemas
    """
    screen = Screen(lang, debug)
    with screen.faults_told():
        made = file_schemas.build(catalogue.read("ja", theme.folders()))
        out.mkdir(parents=True, exist_ok=True)
        for artefact in made:
            (out / artefact.path).write_bytes(artefact.content)
        screen.result("schemas_written", place=out, count=len(made))
