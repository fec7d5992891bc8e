"""Hand-written pages are Markdown and nothing a browser would run."""

from __future__ import annotations

import pytest

from generator.load.yamlfile import read_markdown
from generator.parse.content import read_pages


def codes(body: str, file: str = "content/about.md", front: str = "title: 花") -> list[str]:
    document = read_markdown(file, f"---\n{front}\n---\n{body}\n".encode())
    assert document.findings == ()
    return [finding.code for finding in read_pages([document])[1]]


@pytest.mark.parametrize(
    "body",
    [
        "# 見出し\n\n文と[リンク](https://example.org/)と[近く](../plans/)。",
        "<https://example.org/> と <info@example.org> と [m](mailto:info@example.org)",
        "1 < 2 で 3 > 2、a <- b",
        "[r]: https://example.org/ '題'",
        "![花だん](images/flower.jpg)",
    ],
)
def test_markdown_is_fine(body: str) -> None:
    """Headings, links, pictures, autolinks and comparison signs are plain Markdown."""
    assert codes(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <!-- b -->",
        "</div>",
        "<javascript:alert(1)>",
        "<?php x ?>",
    ],
)
def test_html_is_refused(body: str) -> None:
    """Any tag is a finding, whatever it would do."""
    assert codes(body) == ["html_in_text"]


@pytest.mark.parametrize(
    "body",
    [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](javascript&#58;alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](data:text/html;base64,xx)",
        "[a]: vbscript:x",
    ],
)
def test_running_address_is_refused(body: str) -> None:
    """A link leads somewhere; it never runs anything."""
    assert codes(body) == ["unsafe_address"]


@pytest.mark.parametrize("name", ["index", "indicators", "api", "con"])
def test_taken_page_name(name: str) -> None:
    """A page cannot stand where the site itself puts one."""
    assert codes("x", f"content/{name}.md") == ["reserved_slug"]


def test_page_name_is_an_address() -> None:
    """The file's name becomes the address and must be fit for one."""
    assert codes("x", "content/私たち.md") == ["bad_slug"]


def test_unknown_front_matter() -> None:
    """Front matter has the keys it has, and no template or other switch."""
    assert codes("x", front="title: a\ntemplate: evil.html") == ["unknown_key"]


def test_order() -> None:
    """Pages come by `order`, then by name."""
    fronts = {"b": "order: 1", "c": "order: 1", "a": "order: 2"}
    documents = [
        read_markdown(f"content/{n}.md", f"---\ntitle: {n}\n{f}\n---\n".encode()) for n, f in fronts.items()
    ]
    assert [page.slug for page in read_pages(documents)[0]] == ["b", "c", "a"]
