"""tests/cases/vectors.csv: published worked examples by their id."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

VECTORS = Path(__file__).parents[1] / "cases" / "vectors.csv"

with VECTORS.open(encoding="utf-8", newline="") as _file:
    ROWS = {row["id"]: row for row in csv.DictReader(_file)}


def numbers(text: str) -> list[Fraction]:
    """Every number of a vector's inputs, thousands separators removed."""
    return [Fraction(n.replace(",", "")) for n in re.findall(r"(?<![\w-])[+-]?\d[\d,]*(?:\.\d+)?", text)]


def expected(id: str) -> list[float]:
    """The published results of a vector."""
    return [float(x) for x in ROWS[id]["expected"].split("|")]
