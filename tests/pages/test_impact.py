"""The page of social impact and the survey on an indicator's page, on the repository's own project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.figures import answer_bar
from generator.figures.answers import EDGE, WIDTH
from generator.model import Number
from tests.pages.sites_made import ROOT, SMALLEST, computed, copy, html, page


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    for name in ("data", "content", "site_config"):
        copy(ROOT / name, folder / name)
    return html(folder, tmp_path_factory.mktemp("own-site"))


def test_without_impact_and_surveys_there_is_no_page_and_no_link(tmp_path: Path) -> None:
    """The page and its entry in the navigation exist only where there is something to say."""
    site = html(SMALLEST, tmp_path)
    assert not (site / "impact").exists()
    assert "impact/" not in {a.get("href", "").lstrip("./") for a in page(site).all("a")}


def test_every_account_stands_on_the_page_with_its_limits(own: Path) -> None:
    """Logic model, ripple and SROI by title, each claim with its five dimensions; the page is linked."""
    project, results = computed(ROOT)
    assert project.impact is not None and results.impact is not None
    text = page(own, "impact").text
    for model in project.impact.logic_models:
        assert all(node.text in text for node in model.nodes)
    claims = [e.claim for e in project.impact.ripples]
    claims += [o.claim for account in project.impact.sroi for o in account.outcomes]
    for claim in claims:
        words = (claim.what, claim.who, claim.how_much, claim.contribution, claim.risk)
        assert [w for w in words if w not in text] == []
    assert "総額です。" in text
    assert any(a["href"].endswith("impact/") for a in page(own).all("a"))


def test_an_sroi_is_first_told_as_a_range(own: Path) -> None:
    """Low and high stand in the line of the account; the single ratio only among the workings."""
    _, results = computed(ROOT)
    assert results.impact is not None
    for found in results.impact.sroi:
        source = (own / "impact" / "index.html").read_text("utf-8")
        line = re.findall(r'class="account-figure">(.*?)</p>', source)[-1]
        assert isinstance(found.low, Number) and isinstance(found.high, Number)
        assert f">{found.low.shown}<" in line and f">{found.high.shown}<" in line
        ratio = found.ratio
        assert isinstance(ratio, Number)
        assert source.index("account-figure") < source.index(f'data-src="{ratio.src}"')


def test_a_survey_shows_rate_gate_and_the_right_width(own: Path) -> None:
    """Above the gate an interval, below it bounds and no interval; hidden numbers nowhere."""
    _, results = computed(ROOT)
    assert results.surveys
    for survey in results.surveys:
        about = results.of(survey.indicator_id)
        document = page(own, f"indicators/{about.indicator.slug}")
        sources = {n["data-src"] for n in document.all("data")}
        for year in survey.years:
            area = year.federation
            for value in (area.response_rate, area.low if area.passes else area.at_least):
                assert not isinstance(value, Number) or value.src in sources
        assert document.all("section", **{"aria-labelledby": "survey"})


def test_all_answers_share_one_bar() -> None:
    """The parts of the bar add up to its length, whatever unit the shares stand in."""
    _, results = computed(ROOT)
    areas = [y.federation for s in results.surveys for y in s.years if not y.federation.hidden]
    assert areas
    for area in areas:
        drawn = answer_bar("x", "x", area.answers, ("a", "b"), ()).svg
        widths = [float(w) for w in re.findall(r'y="1" width="([0-9.]+)"', drawn)]
        assert sum(widths) == pytest.approx(WIDTH - 2 * EDGE, abs=0.1)
