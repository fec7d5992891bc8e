"""Options that several commands share, and the order made from them."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.failures import NotAProject
from generator.cli.screen import Screen
from generator.cli.words import LANGUAGES
from generator.pipeline import Order

Command = TypeVar("Command", bound=Callable[..., None])

_PROJECT = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="DIR",
    help="プロジェクトのフォルダ（既定: 今いるフォルダ）",
)
_LANG = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="ja", help="メッセージの言語（既定: ja）"
)
_HELP = click.help_option("-h", "--help", help="この説明を出す")
_DEBUG = click.option("--debug", is_flag=True, help="不具合の詳しい記録を出す")
_OUT = click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="サイトの出力先（既定: プロジェクトの site/）",
)
_DAY = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="掲載の同意や期日を判断する日 YYYY-MM-DD（既定: SOURCE_DATE_EPOCH、なければ今日）",
)
_RELEASE = click.option("--release", is_flag=True, help="公開用: サンプル値や確認待ちがあれば作らない")

form = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="出力の形"
)
into = click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PROJECT",
    help="作るプロジェクトのフォルダ",
)


def common(command: Command) -> Command:
    """--project, --lang and --debug."""
    return _PROJECT(language(command))


def language(command: Command) -> Command:
    """--lang, --debug and --help, which every command has."""
    return _LANG(_DEBUG(_HELP(command)))


def dated(command: Command) -> Command:
    """--as-of, of everything that decides what may be shown."""
    return _DAY(command)


def building(command: Command) -> Command:
    """--out, --as-of and --release, of the commands that build."""
    return _OUT(dated(_RELEASE(command)))


def order(
    screen: Screen,
    folder: Path,
    out: Path | None = None,
    as_of: datetime | None = None,
    release: bool = False,
) -> Order:
    """What the options ask for; raises NotAProject."""
    home = need_project(folder).resolve()
    place = out.absolute() if out is not None else home / "site"
    return Order(home, place, on(as_of), release, os.getpid(), screen.stage)


def need_project(folder: Path) -> Path:
    """The folder, when it is a project; raises NotAProject."""
    if not (folder / "site_config").is_dir():
        raise NotAProject(folder)
    return folder


def on(as_of: datetime | None) -> date:
    """The day that was asked for, else today."""
    return as_of.date() if as_of is not None else today()


def today() -> date:
    """The day that decides what may be shown: SOURCE_DATE_EPOCH (UTC) if set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
