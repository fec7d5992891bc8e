"""Text written by hand comes out as text, whatever stands in it."""

from __future__ import annotations

import pytest

from generator.pages.prose import opening, prose, safe_address
from tests.pages.sites_made import Document


def test_markdown_becomes_plain_elements() -> None:
    """Headings, lists, links and emphasis are what Markdown says they are."""
    made = prose("## 目的\n\n**約束**を[たどる](../method/)。\n\n- 一つ\n- 二つ\n")
    assert '<h2 id="目的">目的</h2>' in made
    assert '<strong>約束</strong>を<a href="../method/">たどる</a>' in made
    assert made.count("<li>") == 2


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<div onclick='alert(1)'>\n\ntext\n\n</div>",
        "</main></body><p>",
        "<style>body{display:none}</style>",
        "<!-- a comment -->",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        '<a href="javascript:alert(1)">x</a>',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "`<script>alert(1)</script>`",
        "    <script>alert(1)</script>",
        '[x]: <> "\'><script>alert(1)</script>"\n\n[x]',
    ],
)
def test_html_is_text(hostile: str) -> None:
    """No element but the allowed ones, no attribute that could run."""
    document = Document(prose(hostile))
    allowed = {"p", "code", "pre", "a", "h2", "ul", "li"}
    assert {tag for tag, _ in document.tags} <= allowed
    assert all(set(attributes) <= {"href", "id"} for _, attributes in document.tags)
    assert [a for a in document.all("a") if a.get("href", "").startswith("javascript")] == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_an_address_that_could_run_is_no_link(address: str) -> None:
    """Only pages and mail are linked; invisible characters hide nothing."""
    assert safe_address(address) is None


LINKS = (
    "[x](javascript:alert(1))",
    "[x](\njavascript:alert(1))",
    "[x][y]\n\n[y]:\n  javascript:alert(1)",
    "[x](javascript&#58;alert(1))",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_could_run_keeps_only_its_words(link: str) -> None:
    """Also where the address stands on the next line, in a reference or in character codes."""
    document = Document(prose(link))
    assert [a["href"] for a in document.all("a") if "href" in a] == []
    assert document.all("img") == []


def test_headings_begin_below_the_page_title_and_leave_no_gap() -> None:
    """The page has its h1; `#` becomes h2, and a jump to `####` the next level."""
    tags = [tag for tag, _ in Document(prose("# 一\n\n#### 二\n\n## 三\n")).tags]
    assert tags == ["h2", "h3", "h2"]


def test_lines_of_code_stay_lines() -> None:
    """A page holds no indented and no empty line, so code keeps its own as characters."""
    made = prose("    a\n\n      b\n")
    assert "\n" not in made.partition("<pre>")[2]
    assert "a\n\n  b" in Document(made).text


def test_a_table_moves_in_its_own_frame() -> None:
    """A wide table never widens the page."""
    made = prose("| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert made.startswith('<div class="table-scroll" tabindex="0"><table>')
    assert made.count("<div") == made.count("</div>") == 1


def test_a_file_beside_is_the_page_beside() -> None:
    """`more.md` is served as ../more/."""
    assert safe_address("more.md#here") == "../more/#here"


def test_the_description_is_the_first_paragraph() -> None:
    """In plain words, cut where it is long."""
    assert opening("## 目的\n\n**約束**を伝えます。\n\n次の段落。") == "約束を伝えます。"
    assert len(opening("長" * 400)) == 110
    assert opening("- 一覧だけ") == ""
