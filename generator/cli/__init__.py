"""The `impact` command: the only room that prints, exits, and reads clock and environment."""

from __future__ import annotations

from generator.cli import diff as _diff  # noqa: F401 - registers its command
from generator.cli import import_values as _import_values  # noqa: F401 - registers its command
from generator.cli import new as _new  # noqa: F401 - registers its command
from generator.cli import release as _release  # noqa: F401 - registers its command
from generator.cli import schema as _schema  # noqa: F401 - registers its command
from generator.cli import template as _template  # noqa: F401 - registers its command
from generator.cli.commands import main

__all__ = ["main"]
