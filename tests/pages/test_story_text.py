"""The body of a story becomes plain elements, own photos and published numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Number
from generator.model_story import Story
from generator.pages import story_text
from tests.pages.sites_made import Document
from tests.pages.test_story_safety import site
from tests.stories_made import computed, one_story


def story(body: str, **changes: object) -> Story:
    return replace(one_story(computed()[0]), body=body, pictures=(), inline=(), **changes)  # type: ignore[arg-type]


def made(body: str) -> str:
    return str(story_text.html(story(body), site()))


def with_photo(body: str) -> str:
    told = story(body)
    photo = replace(told.picture, alt='店主 "A" & <b>', caption="蔵の前", credit="撮影: A <b>")
    return str(story_text.html(replace(told, pictures=(photo,), inline=(("images/a.jpg", 0),)), site()))


def test_markdown_becomes_plain_elements() -> None:
    """Headings, lists, emphasis, quotes, rules and code are what Markdown says they are."""
    text = "## 題\n\n**強** *弱*\n\n- 一\n- 二\n\n1. 壱\n\n> 言葉\n\n---\n\n`x`\n\n~~~\na\n\n  b\n~~~\n"
    tags = [tag for tag, _ in Document(made(text)).tags]
    assert tags == ["h2", "p", "strong", "em", "ul", "li", "li", "ol", "li", *REST]


REST = ["blockquote", "p", "hr", "p", "code", "pre", "code"]


def test_headings_start_below_the_title_and_skip_no_level() -> None:
    """h1 and #### become what stands in order; h4 is the deepest."""
    text = "#### いきなり\n\n## つぎ\n\n#### 下\n\n##### 下の下\n\n###### 底\n\n# 上\n"
    assert [tag for tag, _ in Document(made(text)).tags] == ["h2", "h2", "h3", "h4", "h4", "h2"]


def test_an_empty_heading_or_link_is_left_out() -> None:
    """What has no name cannot be read out."""
    assert made("## \n\n[](https://example.org)\n\n<p></p>\n\n本文").strip() == "<p>本文</p>"


def test_a_table_has_header_cells_and_its_own_frame() -> None:
    """Markdown's header row is one; the frame moves, not the page."""
    text = made("| 年 | 件 |\n|---|---|\n| 2024 | 1 |\n")
    assert text.startswith('<div class="table-scroll" tabindex="0"><table>')
    assert text.count('<th scope="col">') == 2 and text.count("<td>") == 2


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>年</td><td>件</td></tr><tr><td>2024</td><td>1</td></tr></table>",
        "| | |\n|---|---|\n| 年 | 件 |\n| 2024 | 1 |\n",
    ],
)
def test_a_table_without_header_has_it_in_its_first_row(table: str) -> None:
    """Written in HTML, or with an empty header in Markdown."""
    text = made(table)
    assert '<th scope="col">年</th>' in text and "<td>2024</td>" in text
    assert text.count("<th") == 2


def test_a_th_at_the_beginning_of_a_row_is_the_rows() -> None:
    """The others are their column's."""
    rows = "<table><tr><th>年</th><th>件</th></tr><tr><th>2024</th><td>1</td></tr></table>"
    scopes = [a["scope"] for a in Document(made(rows)).all("th")]
    assert scopes == ["col", "col", "row"]


def test_a_photo_stands_outside_its_paragraph() -> None:
    """As a figure with files for every width, its size, its words and its caption."""
    text = with_photo("前の文 ![代わり](images/a.jpg) 後の文")
    document = Document(text)
    assert [tag for tag, _ in document.tags if tag in ("p", "figure")] == ["p", "figure", "p"]
    (image,) = document.all("img")
    photo = one_story(computed()[0]).picture
    assert image["alt"] == '店主 "A" & <b>' and image["loading"] == "lazy"
    assert image["src"] == f"../../{photo.address}-{photo.fallback_width}.jpg"
    assert int(image["width"]) == photo.fallback_width
    assert abs(int(image["height"]) / int(image["width"]) - photo.height / photo.width) < 0.01
    (source,) = document.all("source", type="image/webp")
    assert source["srcset"].count("w,") == len(photo.widths) - 1
    assert "蔵の前" in document.text and "撮影: A <b>" in document.text


def test_a_photo_alone_leaves_no_empty_paragraph() -> None:
    """Also inside a link, which a photo has none of."""
    for body in ("![x](images/a.jpg)", "[![x](images/a.jpg)](https://example.org)"):
        tags = [tag for tag, _ in Document(with_photo(body)).tags]
        assert tags == ["figure", "picture", "source", "img", "figcaption"]


def test_an_unknown_picture_vanishes() -> None:
    """Of another host, of another story, of nowhere."""
    text = with_photo("![x](https://example.org/x.jpg) ![y](b.jpg) ![z](../x/images/a.jpg) 文")
    assert Document(text).all("img") == [] and "文" in text


def test_links_lead_from_the_storys_page() -> None:
    """Pages by their address below the root or by kind and name; other hosts get to know nothing."""
    project = computed()[0]
    about, plan, own = project.indicators[0], project.plan.plans[0], project.stories[0]
    text = made(
        f"[a](indicators/{about.slug}/) [b](indicator:{about.id}) [c](plans/{plan.slug}/#x)"
        f" [d](stories/{own.slug}/) [e](https://other.example/a?b=1&c=2) [f](mailto:a@example.org)"
    )
    links = Document(text).all("a")
    assert [a["href"] for a in links] == [
        f"../../indicators/{about.slug}/",
        f"../../indicators/{about.slug}/",
        f"../../plans/{plan.slug}/#x",
        f"../../stories/{own.slug}/",
        "https://other.example/a?b=1&c=2",
        "mailto:a@example.org",
    ]
    assert [a.get("rel", "") for a in links] == ["", "", "", "", "noopener noreferrer", ""]
    assert all("target" not in a for a in links)


def test_a_link_to_nowhere_keeps_its_words() -> None:
    """A page that is not there, a story that is left out, an address that could run."""
    text = made("[一](nai.md) [二](stories/hidden/) [三](javascript:alert(1)) [四](../../../etc/passwd)")
    assert text.strip() == "<p>一 二 三 四</p>"


def test_a_placeholder_is_a_published_number_with_its_unit() -> None:
    """With raw value and source, kept on one line; in code it stays as typed."""
    project, results = computed()
    told = one_story(project)
    result = results.of(told.indicators[0])
    year = next(y for y in result.series if y.fiscal_year == told.fiscal_year)
    assert isinstance(year.actual, Number)
    text = made(f"**{{={result.indicator.id}}}**と`{{={result.indicator.id}}}`")
    (number,) = Document(text).all("data")
    assert number["data-src"] == year.actual.src
    assert f"{year.actual.shown}</data>{result.indicator.unit}</span></strong>" in text
    assert f"<code>{{={result.indicator.id}}}</code>" in text


def test_a_text_of_the_front_matter_is_escaped_with_its_numbers() -> None:
    """Lines stay lines; no Markdown and no HTML is read in it."""
    told = story("")
    line = str(story_text.line(f"<b>*a*</b>\n{{={told.indicators[0]}}}", told, site()))
    assert line.startswith("&lt;b&gt;*a*&lt;/b&gt;<br>") and "<data value=" in line


def test_template_words_come_out_as_typed() -> None:
    """Nothing is filled in but `{=…}`."""
    text = '# 5 < 6 & "引用" | {{ 未展開 }} と {% これも %} 100%\n'
    assert Document(made(text)).text.strip() == '5 < 6 & "引用" | {{ 未展開 }} と {% これも %} 100%'


def test_nothing_of_a_comment_or_a_style_is_left() -> None:
    """An editor's note is not published, nor what stands in elements that are no text."""
    text = made("前\n\n<!-- 年商850万円 掲載不可 -->\n\n<style>秘</style><template>密</template>\n\n後")
    assert Document(text).text.split() == ["前", "後"]


NESTED = ("- 一\n  - 二\n- 三", "- 一\n    - 二\n- 三", "1. 一\n   - 二\n2. 三", "1. 一\n   1. 二\n2. 三")


@pytest.mark.parametrize("text", NESTED)
def test_a_list_in_a_list_may_be_indented_as_editors_do(text: str) -> None:
    """By two, three or four spaces."""
    tags = [tag for tag, _ in Document(made(text)).tags]
    outer, inner = ("ul" if text[0] == "-" else "ol"), ("ul" if "- 二" in text else "ol")
    assert tags == [outer, "li", inner, "li", "li"]


def test_a_list_follows_its_paragraph_without_an_empty_line() -> None:
    """But a year at the beginning of a line is no number of a list, and code stays code."""
    assert [tag for tag, _ in Document(made("準備したもの\n- 箱\n- 札")).tags] == ["p", "ul", "li", "li"]
    assert [tag for tag, _ in Document(made("始まりは\n2024. その年")).tags] == ["p"]
    assert "- a\n  - b" in Document(made("~~~\n- a\n  - b\n~~~")).text


def test_a_numbered_list_keeps_its_first_number() -> None:
    """10. is not shown as 1."""
    assert made("10. 十\n11. 十一").startswith('<ol start="10">')


def test_a_line_within_japanese_goes_on_without_a_gap() -> None:
    """A line end between letters of another script stays the space it is."""
    assert made("前の行\nつぎの行\nNew\nline").strip() == "<p>前の行つぎの行\nNew\nline</p>"
