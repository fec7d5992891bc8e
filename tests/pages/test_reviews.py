"""The yearly review, the overall evaluation, and the states of actions on the plans' pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pages, sentences
from generator.catalogue import read
from tests.pages.sites_made import ROOT, SMALLEST, Document, computed, copy, html, page

ACTIONS = "action_id,fiscal_year,state,note,updated_on\n"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("data", "content", "site_config"):
        copy(ROOT / name, folder / name)
    return html(folder, tmp_path_factory.mktemp("own-site"))


def smallest(tmp_path: Path, **files: str) -> Path:
    """The smallest project with further files below data/, as a site."""
    folder = copy(SMALLEST, tmp_path / "project")
    for name, text in files.items():
        (folder / "data" / name.replace("_", ".")).write_text(text, "utf-8")
    return html(folder, tmp_path / "workshop")


def numbers(document: Document) -> set[str]:
    return {attributes["data-src"] for attributes in document.all("data")}


def test_every_year_with_grades_has_its_page(own: Path) -> None:
    """The index leads to each year that can be reviewed, and each says its own result first."""
    project, results = computed(ROOT)
    voice = sentences.for_language("ja")
    index = {a["href"] for a in page(own, "reviews").all("a")}
    assert len(results.years) > 1
    for board in results.years:
        assert f"../reviews/{board.fiscal_year}/" in index
        assert voice.review(board, project).text in page(own, f"reviews/{board.fiscal_year}").text


def test_every_number_of_a_year_has_an_address(own: Path) -> None:
    """What is counted over indicators points into the year's own file, values into the indicators'."""
    found = numbers(page(own, "reviews/2025"))
    assert all(found)
    assert any(src.startswith("api/v1/reviews/2025.json#/overall/") for src in found)
    assert any(src.startswith("api/v1/indicators/") for src in found)
    assert not any(src.startswith("api/v1/index.json") for src in found)


def test_a_miss_is_printed_with_what_was_written(own: Path) -> None:
    """理由, 次の一手 and decision of every reviewed indicator stand on the year's page."""
    project, _ = computed(ROOT)
    text = page(own, "reviews/2025").text
    written = [review for review in project.reviews if review.fiscal_year == 2025]
    assert written
    for review in written:
        assert review.reason in text and review.next_step in text
        if review.decision is not None:
            assert review.decision.text in text
            assert read("ja").word(f"review.choice.{review.decision.choice.value}") in text


def test_a_changed_target_is_shown_with_the_one_before(own: Path) -> None:
    """Before, after, day and reason: nothing is changed in silence."""
    _, results = computed(ROOT)
    board = next(b for b in results.years if b.revised_during and b.revised_after)
    text = page(own, f"reviews/{board.fiscal_year}").text
    for changed in (*board.revised_during, *board.revised_after):
        assert changed.before.target.shown in text and changed.after.target.shown in text
        assert changed.after.reason in text


def test_a_state_is_a_sign_and_a_word(tmp_path: Path) -> None:
    """On the plan's page too, where an action without a row says so."""
    site = smallest(tmp_path, actions_csv=ACTIONS + "1-1-1-1,2024,完了,,\n")
    text = page(site, "plans/town").text
    assert "●完了" in text
    assert "－記録なし" in text


def test_without_any_state_the_plan_says_nothing_of_states(tmp_path: Path) -> None:
    """A project without data/actions.csv has no row of empty marks."""
    text = page(smallest(tmp_path), "plans/town").text
    assert "記録なし" not in text and "未着手" not in text


def test_the_overall_page_names_what_is_missing(tmp_path: Path) -> None:
    """Four things side by side; each one that is not there is said to be missing, never left out."""
    text = page(smallest(tmp_path), "overall").text
    for words in ("重点指標", "取組", "社会的インパクト", "アンケート調査", "未設定", "わかっていないこと"):
        assert words in text
    assert "一つの点数にはまとめていません" in text


def test_an_unanswered_miss_is_marked(tmp_path: Path) -> None:
    """The paper says what is still to be written."""
    values = "indicator_id,fiscal_year,society,target,actual\nFLOWER,2024,北の会,100,12\n"
    folder = copy(SMALLEST, tmp_path / "project")
    (folder / "data" / "targets.csv").unlink()
    (folder / "data" / "values" / "any-name.csv").write_text(values, "utf-8")
    site = html(folder, tmp_path / "workshop")
    assert "まだ書かれていません" in page(site, "reviews/2024").text


def test_the_navigation_leads_to_the_evaluation_where_something_is_aimed_at() -> None:
    """One entry in the header; the years are in the footer."""
    project, _ = computed(SMALLEST)
    frame = pages.chrome(project, read("ja"), "ja")
    header, footer = ([item["href"] for item in frame[key]] for key in ("nav", "footer"))  # type: ignore[union-attr,index]
    assert "overall/" in header and "reviews/" not in header
    assert {"overall/", "reviews/"} <= set(footer)
