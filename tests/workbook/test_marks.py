"""Marks say a row's key whatever its categories are called."""

from __future__ import annotations

import pytest

from generator.workbook.marks import Mark, looks_like_one, read


@pytest.mark.parametrize("category", ["駅前", "a/b", "x=y&z", "100%", "50%0020", "全　角", " 前"])
def test_a_mark_reads_back(category: str) -> None:
    """Separators, spaces and per cents in a category do not end it."""
    mark = Mark(2025, "aoba", "K07", (("place", category), ("way", "=1")))
    assert read(f"  {mark.text}\n") == mark


def test_the_federation_has_a_mark_of_its_own() -> None:
    """No slug can be a star."""
    assert read(Mark(2025, "", "K30").text) == Mark(2025, "", "K30")


@pytest.mark.parametrize("text", ["", "K07", "1/2025/aoba", "1/25/aoba/K07", "1/2025/aoba/K07/駅前"])
def test_what_is_no_mark_is_none(text: str) -> None:
    """A damaged mark is never half understood."""
    assert read(text) is None


def test_a_damaged_mark_is_still_known_as_one() -> None:
    """So that its row can be named."""
    assert looks_like_one("1/2025/あ") and not looks_like_one("合計")
