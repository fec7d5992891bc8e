"""The `impact` command: the only room that prints, exits, and reads clock and environment."""

from __future__ import annotations

from generator.cli.commands import main

__all__ = ["main"]
