"""Room for words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.figures.lettering import shorten, width, wrap

WORDY = st.text(st.sampled_from("山田町 abcW1,."), max_size=60)


@given(WORDY, st.floats(40, 300), st.integers(1, 4))
def test_wrapped_lines_fit(text: str, room: float, lines: int) -> None:
    """No line is wider than its room, and there are no more lines than asked for."""
    made = wrap(text, room, lines)
    assert len(made) <= lines
    assert all(width(line) <= room for line in made)


@given(WORDY)
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    """With lines enough every letter is still there."""
    assert "".join(wrap(text, 60, 99)).replace(" ", "") == text.replace(" ", "")


def test_what_does_not_fit_says_so() -> None:
    """A cut text ends in an ellipsis."""
    assert wrap("とても長い区分の名前です", 70, 1)[0].endswith("…")


def test_shared_endings_go() -> None:
    """Names lose the ending they share, but never everything."""
    assert shorten(["山の会", "海の会"]) == ("山", "海")
    assert shorten(["の会", "海の会"]) == ("の", "海の")
    assert shorten(["山の会"]) == ("山の会",)
