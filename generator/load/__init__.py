"""The only reader of files: bytes in, cells and documents with their places out."""

from __future__ import annotations

from generator.load.folder import load_project
from generator.load.raw import CellKind, LoadedProject, RawCell, RawRow, RawTable, Role

__all__ = ["CellKind", "LoadedProject", "RawCell", "RawRow", "RawTable", "Role", "load_project"]
