"""docs/grammar.md promises nothing that the grammar does not do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.grammar import Parsed, Refusal, number, state, year

TEXT = (Path(__file__).parents[2] / "docs" / "grammar.md").read_text(encoding="utf-8")
NUMBERS, YEARS, STATES = (part.partition("\n")[2] for part in TEXT.split("\n## ")[1:])


def rows(section: str) -> Iterator[tuple[str, str]]:
    """(first cell, second cell) of each row of the section's table."""
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 2 and "---" not in cells[0]:
            yield cells[0], cells[1]


def taken(section: str) -> list[tuple[str, str]]:
    return [(text, read) for cell, read in rows(section) for text in re.findall("`([^`]+)`", cell)]


def refused(section: str) -> list[str]:
    line = next(line for line in section.splitlines() if line.startswith("読まない例"))
    return re.findall("`([^`]+)`", line.partition("。")[0])


@pytest.mark.parametrize(("text", "read"), taken(NUMBERS))
def test_numbers(text: str, read: str) -> None:
    """A documented number is read as documented."""
    found = number(text)
    assert isinstance(found, Parsed)
    if re.match(r"-?\d", read):
        assert str(found.value) == re.split(r"\(", read)[0]


@pytest.mark.parametrize(("text", "read"), taken(YEARS))
def test_years(text: str, read: str) -> None:
    """A documented year is read as documented."""
    assert year(text) == int(read)


def test_refused() -> None:
    """What the page calls refused is refused."""
    assert all(isinstance(number(text), Refusal) for text in refused(NUMBERS))
    assert all(isinstance(year(text), Refusal) for text in refused(YEARS))
    assert len(refused(NUMBERS)) == 18
    assert len(refused(YEARS)) == 8


@pytest.mark.parametrize(("name", "words"), [row for row in rows(STATES) if row[0].startswith("`")])
def test_states(name: str, words: str) -> None:
    """Each documented word names its state."""
    for word in re.sub(r"\(.*?\)", "", words).split(","):
        found = state(word)
        assert found is not None
        assert found.value == name.strip("`")
