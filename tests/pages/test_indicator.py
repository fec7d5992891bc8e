"""The indicator page and the home page, on a project that is not the repository's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import sentences
from generator.pages.site import mark
from tests.pages.sites_made import SMALLEST, computed, html, page


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return html(SMALLEST, tmp_path_factory.mktemp("smallest"))


def test_one_sentence_everywhere(site: Path) -> None:
    """Lead, meta description and name of the chart are the same generated sentence."""
    project, results = computed(SMALLEST)
    said = sentences.for_language("ja").indicator(results.indicators[0], project).text
    document = page(site, f"indicators/{project.indicators[0].slug}")
    assert document.all("meta", name="description")[0]["content"] == said
    assert document.text.count(said) >= 1
    source = (site / "indicators" / project.indicators[0].slug / "index.html").read_text(encoding="utf-8")
    assert f">{said}</title>" in source


def test_title_and_heading_carry_number_and_name(site: Path) -> None:
    """「①花だんの数 | 花の約束」: the number as the plan prints it, the name, the site."""
    project, _ = computed(SMALLEST)
    about = project.indicators[0]
    source = (site / "indicators" / about.slug / "index.html").read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", source)
    assert title is not None
    assert title.group(1) == f"{mark(about.number)}{about.name} | {project.site.site_name}"
    assert f"{mark(about.number)}</span>{about.name}</h1>" in source


def test_every_number_says_what_it_is_and_where_it_comes_from(site: Path) -> None:
    """A published number is a <data> with raw value and source."""
    project, _ = computed(SMALLEST)
    numbers = page(site, f"indicators/{project.indicators[0].slug}").all("data")
    assert numbers
    assert [n for n in numbers if not n.get("value") or not n.get("data-src")] == []


def test_the_board_has_one_linked_cell_for_each_indicator(site: Path) -> None:
    """Each cell leads to its page and is named by number, name, grade in words and value."""
    project, _ = computed(SMALLEST)
    cells = [a for a in page(site).all("a") if a.get("class", "").startswith("cell ")]
    assert [a["href"] for a in cells] == [f"./indicators/{i.slug}/" for i in project.indicators]
    source = (site / "index.html").read_text(encoding="utf-8")
    assert "data-src" in source.split('class="cell ')[1].split("</a>")[0]


def test_no_word_of_another_plan(site: Path) -> None:
    """A project of one's own shows nothing of the repository's plan, samples or federation."""
    for path in [site / "index.html", *site.glob("indicators/*/index.html"), site / "404.html"]:
        source = path.read_text(encoding="utf-8")
        assert [word for word in ("商工会", "サンプル", "みほん") if word in source] == []


SHARED_WITH = {
    *("social-plugins.line.me", "x.com", "www.facebook.com", "bsky.app", "www.threads.com"),
    "b.hatena.ne.jp",
}


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    """Nothing inline, nothing foreign: the policy of the page allows neither. Links lead elsewhere only
    from the share bar."""
    for path in [site / "index.html", *site.glob("indicators/*/index.html")]:
        source = path.read_text(encoding="utf-8")
        assert "default-src 'none'" in source
        assert "<style" not in source
        assert re.findall(r'src="https?://(?!example\.org/)', source) == []
        foreign = re.findall(r'<(\w+) href="https?://(?!example\.org/)([^/"]+)', source)
        assert {tag for tag, _ in foreign} == {"a"}
        hosts = {host for _, host in foreign}
        assert SHARED_WITH <= hosts <= SHARED_WITH | {"creativecommons.org"}


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "①"), (20, "⑳"), (21, "㉑"), (35, "㉟"), (36, "㊱"), (50, "㊿"), (51, "51.")]
)
def test_numbers_are_circled_up_to_fifty(number: int, printed: str) -> None:
    """The circled numbers of Unicode end at fifty; beyond that the plain number stands."""
    assert mark(number) == printed
