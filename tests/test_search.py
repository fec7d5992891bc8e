"""The index of the search: what a page says, each text once, in files of a bounded size."""

from __future__ import annotations

import json

from generator import search
from generator.search import RECEIVER, Entry, Words, files, words


def entry(address: str, *texts: str, headings: tuple[str, ...] = ()) -> Entry:
    return Entry(address, "other", address, Words("", headings, texts))


def read(made: bytes) -> dict[str, object]:
    """What a file hands over to the page."""
    before, after = f"(self.{RECEIVER}??=[]).push(", ");\n"
    text = made.decode()
    assert text.startswith(before) and text.endswith(after)
    return dict(json.loads(text.removeprefix(before).removesuffix(after)))


def unrun(runs: list[int]) -> list[int]:
    numbers: list[int] = []
    end = 0
    for gap, many in zip(runs[::2], runs[1::2], strict=True):
        numbers += range(end + gap, end + gap + many)
        end += gap + many
    return numbers


def test_blocks_are_what_stands_together() -> None:
    """Elements within a line do not part a phrase; cells, lines and paragraphs do."""
    found = words(
        "<p>事業<b>承継</b>の<a href='x'>支援</a></p><table><tr><td>目標</td><td>値</td></tr></table>a<br>b"
    )
    assert found.texts == ("事業承継の支援", "目標", "値", "a", "b")


def test_title_headings_and_texts_are_told_apart() -> None:
    """The h1 is the title; a text that is a heading too is only a heading; each text stands once."""
    found = words("<h1><span>㉗</span>黒字</h1><h2>推移</h2><p>甲</p><p>推移</p><p>甲</p>")
    assert found == Words("㉗黒字", ("推移",), ("甲",))


def test_what_is_not_seen_is_not_found() -> None:
    """Navigation, hidden parts, scripts, choices of a form and readings above a word are left out."""
    body = """<nav><a>前の指標</a></nav><div hidden><p>内<img alt="側">部</p></div><script>x("密")</script>
    <select><option>全部</option></select><noscript>要る</noscript><p>見える</p>
    <p><ruby>承継<rp>(</rp><rt>しょうけい</rt><rp>)</rp></ruby>する</p>"""
    assert words(body).texts == ("見える", "承継する")


def test_pictures_are_found_by_their_words() -> None:
    """alt of a photo, title and labels of a chart; a picture without words says nothing."""
    photos = "<p><img src=a alt='直売所の朝'><img src=b alt=''></p>"
    chart = "<svg><title>推移</title><path d=''/><text>6年度</text></svg>"
    assert words(photos + chart).texts == ("直売所の朝", "推移", "6年度")


def test_text_is_taken_as_text() -> None:
    """What a text says in entities is what a reader sees; spaces and line ends are one space."""
    assert words("<p>A &amp; B &lt;b&gt;\n  C</p>").texts == ("A & B <b> C",)


def test_a_text_of_many_pages_is_written_once() -> None:
    """Pages name texts by their numbers, and every page's texts come back in its order."""
    given = [entry("a/", "一", "二", "三"), entry("b/", "三", "四", "一", headings=("二",))]
    pages, texts = (read(file.content) for file in files(given, "search"))
    assert texts == {"from": 0, "texts": ["一", "二", "三", "四"]}
    rows = pages["pages"]
    assert isinstance(rows, list)
    assert [unrun(row["x"]) for row in rows] == [[0, 1, 2], [2, 3, 0]]
    assert unrun(rows[1]["h"]) == [1]


def test_no_file_is_larger_than_said() -> None:
    """Many texts make several files, each beginning where the one before ended."""
    given = [entry(f"{n}/", *(f"{n}の{m}番目の文" for m in range(20))) for n in range(50)]
    made = files(given, "search", largest=2000)
    assert max(len(file.content) for file in made) <= 2000
    parts = [read(file.content) for file in made if "texts-" in file.path]
    texts: list[object] = []
    for part in parts:
        assert part["from"] == len(texts)
        assert isinstance(part["texts"], list)
        texts += part["texts"]
    assert len(parts) > 5 and len(texts) == len(set(map(str, texts))) == 1000


def test_the_same_pages_make_the_same_files() -> None:
    """No clock, no chance: same bytes, and a text cannot end the script it stands in."""
    given = [entry("a/", 'x"); alert(1); ("', "</script>", "\u2028")]
    assert files(given, "search") == files(given, "search")
    assert read(files(given, "search")[1].content)["texts"] == list(given[0].words.texts)


def test_an_index_of_nothing_is_nothing() -> None:
    """No page, no file."""
    assert search.files([], "search") == ()
