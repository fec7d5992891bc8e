"""From what was read to a checked project: pure, and every fault of a run at once."""

from __future__ import annotations

from generator.parse.project import Parsed, parse_project

__all__ = ["Parsed", "parse_project"]
