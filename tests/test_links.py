"""Links as a browser sees them."""

from __future__ import annotations

import pytest

from generator.links import Reference, Target, of_css, of_page, resolve

SITE = "https://example.org/impact/"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<a href="../x/">', Reference("../x/", False)),
        ("<a title='a > b' href='x?a=1&amp;b=2'>", Reference("x?a=1&b=2", False)),
        ("<img alt=x src=a.png>", Reference("a.png", True)),
        ('<img srcset="b.png 2x">', Reference("b.png", True)),
        ('<link rel="stylesheet" href="s.css">', Reference("s.css", True)),
        ('<link rel="canonical" href="/c/">', Reference("/c/", False)),
        ('<div style="background:url(d.png)">', Reference("d.png", True)),
        ("<style>@import 'e.css';</style>", Reference("e.css", True)),
        ('<svg><use xlink:href="#u"/></svg>', Reference("#u", True)),
        ('<object data="o.svg"></object>', Reference("o.svg", True)),
        ('<script\nsrc="f.js" defer></script>', Reference("f.js", True)),
    ],
)
def test_every_kind_of_reference_is_seen(tag: str, expected: Reference) -> None:
    """Each way a page can point or load is found, quoted or not, with entities undone."""
    assert of_page(tag).references == (expected,)


def test_what_only_looks_like_a_tag_is_not_one() -> None:
    """Comments, script text and escaped text refer to nothing."""
    text = '<!-- <a href="a"> --><script>var x = "<img src=b>"</script><p>&lt;a href="c"&gt;</p>'
    assert of_page(text).references == ()


def test_ids_and_names_are_anchors() -> None:
    """A fragment can name an id or a name."""
    assert of_page('<h2 id="達成率">x</h2><a name="b">').anchors == {"達成率", "b"}


def test_a_style_sheet_loads_what_its_urls_name() -> None:
    """url() and @import, in any quotes."""
    text = "@import \"a.css\"; p{background:url('b.png')} i{background:url( c.png )}"
    assert [reference.address for reference in of_css(text)] == ["a.css", "b.png", "c.png"]


@pytest.mark.parametrize(
    ("address", "page", "expected"),
    [
        ("../b/#c", "a/index.html", Target("b/", "c")),
        ("", "a/index.html", Target("a/")),
        ("#x", "a/index.html", Target("a/", "x")),
        ("/impact/b/", "a/index.html", Target("b/")),
        ("/b/", "a/index.html", Target(None)),
        ("../../..", "a/index.html", Target(None)),
        ("https://example.org/impact/%E8%A8%88/", "index.html", Target("計/")),
        ("https://example.com/", "index.html", Target(None)),
        ("//example.com/x.js", "index.html", Target(None)),
        ("java\nscript:alert(1)", "index.html", Target(None, runs_code=True)),
        ("mailto:a@example.org", "index.html", None),
        ("data:image/png;base64,AA", "index.html", None),
    ],
)
def test_an_address_leads_where_a_browser_would_go(address: str, page: str, expected: Target | None) -> None:
    """Relative to the page; ours is what lies below the site's own URL."""
    assert resolve(address, page, SITE) == expected
