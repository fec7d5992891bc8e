"""Rendering: text stays text, Markdown stays out, front matter cannot be broken."""

from __future__ import annotations

import markdown
import pytest
from mkdocs.utils.meta import get_data

from generator.render import front_matter, left_alone, served_at

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% raw %}",
    "| a | b |",
    "\"quotes\" & 'more'",
    "]]> --> <!--",
    "[link](javascript:alert(1))",
    "---\nsample: false",
    "a: b # c",
    "\x85\u2028\ufeff𠮷😀",
    "# 見出し",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_front_matter_gives_back_any_text(text: str) -> None:
    """A title of any characters comes back as it was, and adds no key of its own."""
    body, facts = get_data(front_matter({"title": text, "sample": True}) + "<p>x</p>\n")
    assert (facts, body.strip()) == ({"title": text, "sample": True}, "<p>x</p>")


@pytest.mark.parametrize("line", ["```", "~~~", "    code", "\n\n", "* a", "[a]: b", "1. a", "*a* _b_ `c`"])
def test_markdown_leaves_the_body_alone(line: str) -> None:
    """Whatever a line of data looks like, the reader sees it as it stands in the HTML."""
    body = left_alone(f"<div>\n<p>\n{line}\n</p>\n{line}\n</div>")
    shown = markdown.markdown(body, extensions=["toc", "tables", "fenced_code"])
    assert shown.strip() == body.strip()


@pytest.mark.parametrize(
    ("path", "address"),
    [("index.md", ""), ("a/b.md", "a/b/"), ("a/index.md", "a/"), ("reindex.md", "reindex/")],
)
def test_pages_know_their_address(path: str, address: str) -> None:
    """The address of a page is the one MkDocs serves it at."""
    assert served_at(path) == address
