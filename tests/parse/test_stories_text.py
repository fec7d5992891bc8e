"""Links, headings and HTML in the text of a story."""

from __future__ import annotations

from pathlib import Path

import pytest
from story_project import BASE, one, project, put, read, slugs, told, with_body

from generator.parse.story_links import Leads, SitePages, pages_of, target

PAGES = {
    "indicators/sogyo/": "indicators/sogyo/",
    "indicators/sogyo": "indicators/sogyo/",
    "./indicators/sogyo/": "indicators/sogyo/",
    "../../indicators/sogyo/": "indicators/sogyo/",
    "indicators/sogyo/#history": "indicators/sogyo/#history",
    "indicator:SOGYO": "indicators/sogyo/",
    "indicator:sogyo": "indicators/sogyo/",
    "plans/town/": "plans/town/",
    "plan:town": "plans/town/",
    "society:みどり町商工会": "societies/midori/",
    "society:%E3%81%BF%E3%81%A9%E3%82%8A%E7%94%BA%E5%95%86%E5%B7%A5%E4%BC%9A": "societies/midori/",
    "societies/midori/": "societies/midori/",
    "story:misogura": "stories/misogura/",
    "stories/misogura/index.html": "stories/misogura/",
    "stories/": "stories/",
    "method/": "method/",
    "https://example.org/indicators/sogyo/": "indicators/sogyo/",
    "https://example.org": "",
}
OUTSIDE = (
    "https://example.com/x",
    "http://example.com",
    "https://example.org.evil.invalid/",
    "mailto:a@b.jp",
    "https://example.org/data/all.csv",
)
WRONG = {
    "nai.md": "story_link_unknown",
    "indicators/nai/": "story_link_unknown",
    "indicator:NAI": "story_link_unknown",
    "story:nai": "story_link_unknown",
    "": "story_link_unknown",
    "#part": "story_link_unknown",
    "https://example.org/stories/nai/": "story_link_unknown",
    "https://example.org/report.pdf": "story_link_unknown",
    "/indicators/sogyo/": "story_link_absolute",
    "/nai/": "story_link_absolute",
    "//evil.invalid/x": "story_link_unsafe",
    "javascript:alert(1)": "story_link_unsafe",
    "JaVaScRiPt:alert(1)": "story_link_unsafe",
    "java&#115;cript:alert(1)": "story_link_unsafe",
    "&#x6A;avascript:alert(1)": "story_link_unsafe",
    "java&Tab;script:alert(1)": "story_link_unsafe",
    "data:text/html;base64,PHNjcmlwdD4=": "story_link_unsafe",
    "vbscript:msgbox(1)": "story_link_unsafe",
    "file:///etc/passwd": "story_link_unsafe",
    "C:\\x.doc": "story_link_unsafe",
    "\\\\host\\x": "story_link_unsafe",
    "blob:https://example.org/1": "story_link_unsafe",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> SitePages:
    parsed = one(tmp_path_factory.mktemp("pages"), BASE)
    assert parsed.project is not None
    return pages_of(parsed.project)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_the_site_is_found_by_every_way_to_write_it(
    address: str, pages: SitePages, tmp_path: Path
) -> None:
    """The writer of pages gets the address below the root; reading finds no fault."""
    found = target(address, pages)
    assert (found.leads, found.address) == (Leads.PAGE, PAGES[address])
    assert told(one(tmp_path, with_body(f"[創業支援](<{address}>)\n"))) == []


@pytest.mark.parametrize("address", OUTSIDE)
def test_other_addresses_stay_as_they_are(address: str, pages: SitePages) -> None:
    """http, https and mail; a mail address is held as personal data, elsewhere."""
    assert target(address, pages).leads is Leads.OUTSIDE


@pytest.mark.parametrize("address", WRONG)
def test_a_link_that_leads_nowhere_rejects(address: str, tmp_path: Path) -> None:
    """At its line, inline or by reference."""
    assert told(one(tmp_path / "a", with_body(f"味噌です。\n\n[x]({address})\n"))) == [
        ("rejected", WRONG[address], 20)
    ]
    if address:
        found = told(one(tmp_path / "b", with_body(f"[x][1]\n\n[1]: {address}\n")))
        assert found == [("rejected", WRONG[address], 20)]


def test_the_right_spelling_is_told(tmp_path: Path) -> None:
    """A root-absolute link names the one to write."""
    parsed = one(tmp_path, with_body("[x](/indicators/sogyo/)\n"))
    (finding,) = [f for f in parsed.findings if f.code == "story_link_absolute"]
    assert dict(finding.values)["right"] == "indicators/sogyo/"


@pytest.mark.parametrize("address", ["story:kobo", "stories/kobo/", "https://example.org/stories/kobo/"])
def test_a_link_to_a_left_out_story_is_a_warning(address: str, tmp_path: Path) -> None:
    """The end of one consent does not stop the site; the writer of pages does not know the page."""
    gone = BASE.replace("misogura", "kobo").replace("2030-03-31", "2025-03-31")
    folder = put(project(tmp_path), gone, "kobo.md")
    parsed = read(put(folder, with_body(f"[隣の工房]({address})\n"), "misogura.md"))
    assert slugs(parsed) == ["misogura"]
    assert ("warning", "story_link_left_out", 18) in told(parsed)
    assert parsed.project is not None
    assert target(address, pages_of(parsed.project)).leads is Leads.UNKNOWN


MENTIONS = {
    "[隣の工房](../stories/kobo/) です": "隣の工房 です",
    "[隣の工房](https://example.org/stories/kobo/#a) です": "隣の工房 です",
    "[隣の工房](../stories/%6Bobo/) です": "隣の工房 です",
    "<https://example.org/stories/kobo/> です": " です",
    "https://example.org/stories/kobo/ です": " です",
    "ここ（stories/kobo/）です": "ここ（）です",
    "[隣の工房][1]\n\n[1]: ../stories/kobo/": "[隣の工房][1]\n\n",
    "[隣の工房](../stories/kobo-2/) です": "[隣の工房](../stories/kobo-2/) です",
    "工房 kobo です": "工房 kobo です",
}


@pytest.mark.parametrize("text", MENTIONS)
def test_no_address_of_a_left_out_story_stays_behind(text: str, tmp_path: Path) -> None:
    """In stories and in hand-written pages, whose build it does not stop; the words stay."""
    gone = BASE.replace("misogura", "kobo").replace("2030-03-31", "2025-03-31")
    folder = put(put(project(tmp_path), gone, "k.md"), BASE.replace("misogura", "kobo-2"), "k2.md")
    page = f"---\ntitle: お知らせ\n---\n{text}\n"
    (folder / "content" / "news.md").write_text(page, "utf-8")
    quiet = text.replace("../", "")
    parsed = read(put(folder, with_body(f"{quiet}\n"), "misogura.md"))
    assert parsed.project is not None, told(parsed)
    (shown,) = parsed.project.pages
    assert shown.body.rstrip("\n") == MENTIONS[text].rstrip("\n")
    story = next(s for s in parsed.project.stories if s.slug == "misogura")
    assert story.body.rstrip("\n") == MENTIONS[text].replace("../", "").rstrip("\n")
    told_of = [
        f.place.line for f in parsed.findings if f.code == "story_link_left_out" and "news" in f.place.file
    ]
    assert told_of == ([] if text == MENTIONS[text] else [6 if "[1]" in text else 4])


def test_a_photo_that_is_a_link_is_both(tmp_path: Path) -> None:
    """The photo is looked up, the link too."""
    assert told(one(tmp_path / "a", with_body("[![蔵の中の樽](photo.jpg)](indicators/sogyo/)\n"))) == []
    found = told(one(tmp_path / "b", with_body("[![蔵の中の樽](photo.jpg)](nai/)\n")))
    assert found == [("rejected", "story_link_unknown", 18)]


HTML = (
    "<b>x</b>",
    "<!-- メモ -->",
    "<script>x</script>",
    "<div markdown>",
    "<table><tr><td>1</td></tr></table>",
    "<svg/onload=alert(1)>",
    "<?php ?>",
    "<img src=x onerror=alert(1)>",
)


@pytest.mark.parametrize("text", HTML)
def test_html_is_told_at_its_line(text: str, tmp_path: Path) -> None:
    """A warning: the writer of pages takes it out."""
    parsed = one(tmp_path, with_body(f"味噌です。\n\n{text}\n"))
    assert ("warning", "story_html_removed", 20) in told(parsed)
    assert slugs(parsed) == ["misogura"]


@pytest.mark.parametrize(
    "text", ["5 < 6 > 4", "x <- y", "<https://example.com/>", "`<b>`", "```\n<b>\n```", "a<3"]
)
def test_what_is_no_html_is_not_told(text: str, tmp_path: Path) -> None:
    """Signs, addresses and code."""
    assert told(one(tmp_path, with_body(f"{text}\n"))) == []


HEADINGS = {
    "## a\n\n### b\n\n## c\n": [],
    "a\n\n## b\n": [],
    "# a\n": [18],
    "### a\n": [18],
    "#### a\n\n## b\n": [18],
    "## a\n\n#### b\n": [20],
    "a\n===\n": [18],
    "a\n---\n": [],
    "```\n#### a\n```\n": [],
    "#a\n": [],
}


@pytest.mark.parametrize("body", HEADINGS)
def test_headings_follow_the_title(body: str, tmp_path: Path) -> None:
    """h2 first, no level left out; only told."""
    found = told(one(tmp_path, with_body(body)))
    assert found == [("warning", "story_heading_level", line) for line in HEADINGS[body]]


def test_a_bold_line_is_no_heading(tmp_path: Path) -> None:
    """Told where a whole paragraph is bold, not where a word is."""
    found = told(one(tmp_path / "a", with_body("**成果**\n\n本文\n")))
    assert found == [("warning", "story_bold_heading", 18)]
    assert told(one(tmp_path / "b", with_body("**成果** は大きい。\n次の**行**\n"))) == []


def test_a_text_of_no_end_is_refused(tmp_path: Path) -> None:
    """A whole book in a story is a mistake; what is allowed is looked through at once."""
    codes = [code for _, code, _ in told(one(tmp_path / "a", with_body("あ" * 30_001)))]
    assert codes == ["story_too_long"]
    assert told(one(tmp_path / "c", with_body("[" * 501))) == [("rejected", "story_marks", 18)]
    for number, piece in enumerate(
        ("[" * 99, "`a``b" * 20, "![[" * 33, "**" * 50, "<a " * 33, "](" * 50, "\n" * 99)
    ):
        one(tmp_path / f"b{number}", with_body(piece * 250 + "\n"))


LIST_IN_LIST = "\n".join(f"{'    ' * depth}- 段" for depth in range(40))


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("1. " * 300 + "段", "story_nested", 18),
        ("前\n\n" + "- " * 300 + "段", "story_nested", 20),
        ("> - " * 100 + "段", "story_nested", 18),
        (LIST_IN_LIST, "story_nested", 30),
        ("<a " * 1001, "story_marks", 18),
        ("{=" * 201, "story_marks", 18),
        ("見出し\n=\n" * 300, "story_long_block", 518),
    ],
)
def test_what_a_renderer_cannot_bear_is_refused(body: str, code: str, line: int, tmp_path: Path) -> None:
    """Lists without a bottom, tags without an end, one block of a thousand lines: told at their line."""
    assert ("rejected", code, line) in told(one(tmp_path, with_body(body)))


def test_ordinary_lists_tables_and_code_are_deep_and_long_enough(tmp_path: Path) -> None:
    """Five levels, a table of 200 rows, and code may hold anything."""
    five = "\n".join(f"{'    ' * depth}- 段" for depth in range(5))
    table = "| 年 | 件 |\n|---|---|\n" + "| 1 | 2 |\n" * 200
    code = "```\n" + "- " * 100 + "\n```\n"
    assert told(one(tmp_path, with_body(f"{five}\n\n{table}\n{code}"))) == []
