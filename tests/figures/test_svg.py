"""The element writer: well-formed, escaped, and unable to write what a strict policy refuses."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures import svg


@given(st.text())
def test_any_text_comes_back_as_text(said: str) -> None:
    """Whatever a label says, the XML is well formed and holds no element but ours."""
    drawn = str(svg.element("text", said, x=1, aria_label=said))
    read = ElementTree.fromstring(drawn)
    assert [child.tag for child in read.iter()] == ["text"]
    assert "\n" not in drawn


def test_markup_in_a_label_is_literal() -> None:
    """A label with a tag is printed with its angle brackets."""
    assert "&lt;b&gt;&amp;amp;" in str(svg.text(0, 0, "<b>&amp;", "f-label"))


@pytest.mark.parametrize("attribute", ["style", "onclick", "ONLOAD"])
def test_live_attributes_cannot_be_written(attribute: str) -> None:
    """Inline styles and event handlers are refused."""
    with pytest.raises(ValueError, match="not an attribute"):
        svg.element("rect", **{attribute: "x"})


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "//other.example/", " java"])
def test_links_leave_by_no_other_door(href: str) -> None:
    """Only pages of the site and plain web addresses may be linked."""
    with pytest.raises(ValueError, match="not a link"):
        svg.element("a", href=href)


def test_coordinates_are_short() -> None:
    """Two decimals at most, no trailing zeros, no negative zero."""
    assert [svg.coordinate(v) for v in (1.0, 1.239, -0.001, 10.5)] == ["1", "1.24", "0", "10.5"]
