"""The sample stories of this repository: invented, marked, complete, and careful in what they claim."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator import pipeline
from generator.load import load_project
from generator.model_story import Story
from generator.parse import parse_project

ROOT = Path(__file__).parents[1]
DAY = date(2026, 4, 1)
_PROJECT = parse_project(load_project(ROOT), DAY).project
assert _PROJECT is not None
STORIES = {story.slug: story for story in _PROJECT.stories if story.sample}
MOST_BYTES = 250_000


def body(story: Story) -> str:
    """The text without headings, blanks and placeholders."""
    text = re.sub(r"^#.*$|\{=[^}]*\}", "", story.body, flags=re.M)
    return re.sub(r"\s", "", text)


def test_there_are_ten_and_nothing_is_wrong_with_them() -> None:
    """All ten may be shown; the whole project passes with them."""
    assert len(STORIES) == 10
    told = pipeline.check(ROOT, as_of=DAY).findings
    assert [f for f in told if f.place.file.startswith("content/stories/")] == []


def test_they_speak_of_all_plans_of_several_industries_years_and_societies() -> None:
    """A gallery with something behind every filter."""
    assert _PROJECT is not None
    plan_of = {i: plan.id for plan in _PROJECT.plan.plans for m in plan.measures for i in m.indicators}
    assert {plan_of[i] for s in STORIES.values() for i in s.indicators} == set(plan_of.values())
    assert len({story.fiscal_year for story in STORIES.values()}) == 2
    assert len({story.society for story in STORIES.values()}) == 10
    assert len({story.industry for story in STORIES.values()}) >= 6
    assert len({story.theme for story in STORIES.values()}) >= 6


@pytest.mark.parametrize("slug", STORIES)
def test_a_sample_is_a_whole_story(slug: str) -> None:
    """Before, support, result, the person's words, numbers from the data, a text of readable length."""
    story = STORIES[slug]
    assert all((story.before, story.support, story.result, story.quote, story.quote_by, story.summary))
    assert 1 <= len(story.indicators) <= 4
    assert "{=" in story.body
    assert all("{=" in number.text for number in story.numbers)
    assert 380 <= len(body(story)) <= 700
    assert len(story.sns_text) <= 140
    assert bool(story.sns_text) == story.shareable


@pytest.mark.parametrize("slug", STORIES)
def test_a_sample_says_so_wherever_it_may_be_copied_from(slug: str) -> None:
    """The words of an invented person, the credit and the text for SNS name themselves as samples."""
    story = STORIES[slug]
    for text in (story.quote_by, story.picture.credit, story.sns_text):
        assert "サンプル" in text or not text


@pytest.mark.parametrize("slug", STORIES)
def test_no_sample_claims_more_than_its_level(slug: str) -> None:
    """Below level 3 nothing was compared that could tell what the support did: no 支援により, no おかげ."""
    story = STORIES[slug]
    if story.claim is None or story.claim.level < 3:
        whole = "".join((story.title, story.summary, story.result, story.sns_text, story.body))
        assert not re.search("支援(により|によって|の結果|の効果で)|おかげ", whole)


@pytest.mark.parametrize("slug", STORIES)
def test_a_drawn_picture_is_large_enough_and_light_enough(slug: str) -> None:
    """1600 × 1067 or upright, below 250 KB."""
    picture = STORIES[slug].picture
    assert sorted((picture.width, picture.height)) == [1067, 1600]
    assert (ROOT / picture.file).stat().st_size <= MOST_BYTES


def test_one_picture_is_upright() -> None:
    """Pages and lists have to cope with it."""
    assert sum(story.picture.height > story.picture.width for story in STORIES.values()) == 1
