"""Filled workbooks back into data/values: read, checked like every values file, written byte by byte."""

from __future__ import annotations

from generator.importers.values.answers import Answer, Returned, returned, shape_of
from generator.importers.values.changes import Cell, Change, Files, changes, files
from generator.importers.values.overlay import Laid, key_of, lay_over

__all__ = [
    "Answer", "Cell", "Change", "Files", "Laid", "Returned",
    "changes", "files", "key_of", "lay_over", "returned", "shape_of",
]  # fmt: skip
