"""Every kind of page beside home and indicator, on projects that are not the repository's own."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest

from generator import catalogue, downloads
from generator.metrics.formulas import FORMULAS
from generator.model import MetricSettings, Number
from tests.pages.sites_made import ROOT, SMALLEST, Document, computed, copy, html, page

GARDEN = ROOT / "tests" / "projects" / "garden"
WORDS = catalogue.read("ja")
HEADING = re.compile(r"h[1-6]")


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return html(GARDEN, tmp_path_factory.mktemp("garden"))


@pytest.fixture(scope="module")
def smallest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return html(SMALLEST, tmp_path_factory.mktemp("smallest"))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("data", "content", "site_config"):
        copy(ROOT / name, folder / name)
    return html(folder, tmp_path_factory.mktemp("own-site"))


def documents(site: Path) -> dict[str, Document]:
    """Every page for readers; the editor is a program, frames stand in other sites, and both have tests of
    their own (test_editor, test_embed)."""
    return {
        path.parent.relative_to(site).as_posix(): Document(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("index.html"))
        if path.relative_to(site).parts[0] not in ("admin", "embed")
    }


@pytest.mark.parametrize("project", ["garden", "smallest", "own"])
def test_every_page_has_its_own_title_and_description(project: str, request: pytest.FixtureRequest) -> None:
    """One h1, headings without a gap, a title and a description that no other page has."""
    found = documents(request.getfixturevalue(project))
    told = [document.all("meta", name="description")[0]["content"] for document in found.values()]
    assert [d for d in told if not d] == []
    titles = [document.all("meta", property="og:title")[0]["content"] for document in found.values()]
    assert len(titles) == len(set(titles))
    assert len(told) == len(set(told))
    for address, document in found.items():
        levels = [int(tag[1]) for tag, _ in document.tags if HEADING.fullmatch(tag)]
        assert levels[0] == 1 and levels.count(1) == 1, address
        assert [b for a, b in pairwise(levels) if b > a + 1] == [], address


def test_ids_are_unique_on_every_page(own: Path) -> None:
    """An anchor leads to one place."""
    for address, document in documents(own).items():
        ids = [attributes["id"] for _, attributes in document.tags if "id" in attributes]
        assert len(ids) == len(set(ids)), address


def test_a_plan_page_holds_every_word_of_its_plan(own: Path) -> None:
    """Summary, measures, printed indicators, actions and their sub-points: nothing is lost."""
    project, _ = computed(ROOT)
    for plan in project.plan.plans:
        text = page(own, f"plans/{plan.slug}").text
        wanted = [plan.title, plan.summary]
        for measure in plan.measures:
            wanted += [measure.id, measure.title, *measure.indicator_text.splitlines()]
            actions = list(measure.actions)
            for action in actions:
                wanted.append(action.text)
                actions += action.children
        assert [words for words in wanted if words not in text] == []


def test_words_kept_as_printed_are_marked(garden: Path) -> None:
    """原文のまま stands behind the action that the plan marks so, and behind no other."""
    text = " ".join(page(garden, "plans/soil").text.split())
    assert "積んで待つ （原文のまま）" in text
    assert text.count("原文のまま") == 1


def test_a_plan_shows_three_numbers_and_the_range(garden: Path) -> None:
    """Achieved share, mean of rates and coverage side by side, with the range where one is open."""
    _, results = computed(GARDEN)
    group = results.plans[0]
    text = page(garden, "plans/soil").text
    for value in (group.achieved_share, group.mean_rate, group.coverage_share, group.low, group.high):
        assert isinstance(value, Number)
        assert value.shown in text


def test_the_table_of_indicators_is_whole_without_a_script(own: Path) -> None:
    """One row an indicator with its link; filters stay hidden until the script shows them."""
    project, _ = computed(ROOT)
    document = page(own, "indicators")
    assert len([1 for tag, a in document.tags if tag == "tr" and "data-grade" in a]) == len(
        project.indicators
    )
    assert all("hidden" in a for a in document.all("div") if a.get("class") == "table-tools")
    for plan in project.plan.plans:
        assert document.all("tbody", id=f"plan-{plan.slug}")


def test_a_society_shows_its_share_only_where_the_parts_add_up(garden: Path) -> None:
    """Guests of both gardens add up to the total; compost of 2013 lacks one garden."""
    _, results = computed(GARDEN)
    guests, compost = results.of("GUESTS").by_society[0], results.of("COMPOST").by_society[0]
    assert guests.current is not None and compost.current is not None
    share = dict(guests.current.extra)["share_of_total"]
    assert isinstance(share, Number) and share.shown == "66.7%"
    assert "share_of_total" not in dict(compost.current.extra)
    assert share.shown in page(garden, "societies/east").text


def test_what_stays_with_the_federation_is_not_on_a_society_page(tmp_path: Path) -> None:
    """public_by_society: false keeps value and target off every society's page."""
    folder = copy(SMALLEST, tmp_path / "project")
    file = folder / "data" / "indicators.yml"
    file.write_text(
        file.read_text("utf-8").replace("kind: count", "kind: count, public_by_society: false"), "utf-8"
    )
    document = page(html(folder, tmp_path / "site"), "societies/north")
    assert document.all("data") == []
    assert WORDS.word("society.private") in document.text


def test_societies_are_reached_by_map_and_by_list(garden: Path) -> None:
    """Each society is a link in both, and each page leads to its neighbour."""
    document = page(garden, "societies")
    assert len([a for a in document.all("a") if a["href"] == "../societies/east/"]) == 2
    assert [a["href"] for a in page(garden, "societies/east").all("a", rel="next")] == [
        "../../societies/west/"
    ]


def test_a_project_without_societies_has_no_page_of_them(tmp_path: Path) -> None:
    """No list, no navigation entry, no column."""
    folder = copy(SMALLEST, tmp_path / "project")
    (folder / "data" / "societies.csv").unlink()
    values = folder / "data" / "values" / "any-name.csv"
    values.write_text(values.read_text("utf-8").replace("北の会", ""), "utf-8")
    site = html(folder, tmp_path / "site")
    assert not (site / "societies").exists()
    assert [a for a in page(site, "status").all("a") if "societies/" in a["href"]] == []


def test_the_status_names_who_is_missing(garden: Path) -> None:
    """The western garden's scale was broken: it is named, and counted in the table of societies."""
    text = " ".join(page(garden, "status").text.split())
    assert "西の庭" in text.partition(WORDS.word("report.words"))[0]
    assert WORDS.word("report.partial") in text


def test_the_method_is_generated_from_what_computes(smallest: Path, garden: Path) -> None:
    """Every formula and every setting is there; another threshold makes another page."""
    text = page(smallest, "method").text
    assert [key for key in FORMULAS if WORDS.word(f"formula.{key}") not in text] == []
    apart = {"grade_bands", "weights", "reasons"}
    settings = [field.name for field in fields(MetricSettings) if field.name not in apart]
    assert [name for name in settings if WORDS.word(f"method.setting.{name}") not in text] == []
    assert "80%以上" in text and "90%以上" not in text
    assert "90%以上" in page(garden, "method").text
    assert "庭では九割できれば上出来とする" in page(garden, "method").text


def test_every_example_is_read_by_the_grammar_itself(smallest: Path) -> None:
    """What is refused says so; what is read shows the reading."""
    text = " ".join(page(smallest, "method").text.split())
    assert "1.2万12,000" in text
    assert f"5～7{WORDS.word('method.refused')}" in text


def test_the_data_page_leads_to_every_file(smallest: Path) -> None:
    """CSV, Excel and JSON of each indicator, everything in one file, descriptions for machines, and the
    meaning of each column; schemas are on the page of the API."""
    document = page(smallest, "data")
    hrefs = {a["href"] for a in document.all("a")}
    project, _ = computed(SMALLEST)
    for about in project.indicators:
        own = {f"../data/{about.id}.{ending}" for ending in ("csv", "xlsx")}
        assert {*own, f"../api/v1/indicators/{about.id}.json"} <= hrefs
    names = ("all.csv", "all.xlsx", "all.zip", "datapackage.json", "all.csv-metadata.json", "catalog.jsonld")
    assert {*(f"../data/{name}" for name in names), "../api/v1/index.json", "../data/api/"} <= hrefs
    schemas = {a["href"] for a in page(smallest, "data/api").all("a")}
    assert {"../../api/v1/index.schema.json", "../../api/v1/indicator.schema.json"} <= schemas
    columns = (*downloads.BEFORE_DIMENSIONS, *downloads.AFTER_DIMENSIONS)
    assert [name for name in columns if name not in document.text] == []


def test_hand_written_pages_are_published_and_linked(tmp_path: Path) -> None:
    """content/more.md is /more/ and stands in the footer; about shows its text and the plan's own."""
    folder = copy(GARDEN, tmp_path / "project")
    (folder / "content" / "more.md").write_text("---\ntitle: 水やり当番\n---\n\n朝は東から。\n", "utf-8")
    site = html(folder, tmp_path / "site")
    assert "朝は東から。" in page(site, "more").text
    assert any(a["href"].removeprefix("./") == "more/" for a in page(site).all("a"))
    about = page(site, "about").text
    assert "町に木陰が足りないから。" in about and "土をつくり、人をまねく。" in about


def test_about_corrections_and_accessibility_are_always_there(smallest: Path) -> None:
    """Their addresses are stable, also where nobody wrote a page and nothing was corrected."""
    assert WORDS.word("corrections.none") in page(smallest, "corrections").text
    assert WORDS.word("accessibility.untested") in page(smallest, "accessibility").text
    assert "花の計画" in page(smallest, "about").text


def test_no_word_of_another_plan(smallest: Path) -> None:
    """A project of one's own shows nothing of the repository's plan, samples or federation."""
    for path in sorted(smallest.rglob("*.html")):
        source = path.read_text(encoding="utf-8")
        assert [word for word in ("商工会", "みほん", "連合会") if word in source] == [], path
        explained = path.parent.name in ("method", "data") or "guide" in path.parts
        assert "サンプル" not in source or explained, path


@pytest.mark.parametrize("project", ["garden", "smallest", "own"])
def test_every_number_says_where_it_comes_from(project: str, request: pytest.FixtureRequest) -> None:
    """A published number is a <data> with raw value and source."""
    for address, document in documents(request.getfixturevalue(project)).items():
        assert [n for n in document.all("data") if not n.get("value") or not n.get("data-src")] == [], address
