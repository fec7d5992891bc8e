"""The stories in the API: what is public of them, in the form that the schema promises."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from generator import api, sentences
from generator.model import Number, Project, Results
from tests.stories_made import computed, one_story


@pytest.fixture(scope="module")
def made() -> tuple[Project, Results]:
    """The repository's own project with two stories of one indicator."""
    project, results = computed()
    story = one_story(project)
    name = story.indicators[0]
    first = replace(story, slug="story-one", summary=f"{{={name}}} &\n<b> {{{{ x }}}}", quote="「はい」")
    second = replace(
        first, slug="story-two", society="", industry="食品", place="県北", theme="創業", summary=""
    )
    return replace(project, stories=(first, second)), results


@pytest.fixture(scope="module")
def files(made: tuple[Project, Results]) -> dict[str, Any]:
    project, results = made
    built = api.build(project, results, {"ja": sentences.for_language("ja")})
    return {a.path: json.loads(a.content) for a in built if a.path.endswith(".json")}


def test_the_schema_holds(files: dict[str, Any]) -> None:
    """stories.json is what stories.schema.json says, and the schema refuses less."""
    document, schema = copy.deepcopy(files["api/v1/stories.json"]), files["api/v1/stories.schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    assert document["$schema"] == "stories.schema.json"
    del document["stories"][0]["picture"]["alt"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_a_text_is_plain_with_the_published_number(
    made: tuple[Project, Results], files: dict[str, Any]
) -> None:
    """Placeholders are the published string with its unit; nothing is escaped twice."""
    project, results = made
    result = results.of(project.stories[0].indicators[0])
    year = next(y for y in result.series if y.fiscal_year == project.stories[0].fiscal_year)
    assert isinstance(year.actual, Number)
    told = files["api/v1/stories.json"]["stories"][0]
    assert told["summary"] == f"{year.actual.shown}{result.indicator.unit} & <b> {{{{ x }}}}"


def test_addresses_lead_from_the_file_to_page_and_picture(
    made: tuple[Project, Results], files: dict[str, Any]
) -> None:
    """url is the story's page, picture.url its JPEG with the size of that file."""
    story = made[0].stories[0]
    told = files["api/v1/stories.json"]["stories"][0]
    width = story.picture.fallback_width
    assert told["url"] == "../../stories/story-one/"
    assert told["picture"]["url"] == f"../../{story.picture.address}-{width}.jpg"
    assert (told["picture"]["width"], told["picture"]["alt"]) == (width, story.picture.alt)
    assert abs(told["picture"]["height"] / width - story.picture.height / story.picture.width) < 0.01


def test_nothing_is_told_of_the_consent(files: dict[str, Any]) -> None:
    """Day, scope and end of a consent are not public, nor is the file the story came from."""
    for told in files["api/v1/stories.json"]["stories"]:
        assert not {"consent", "until", "scope", "file", "publish_on"} & told.keys()
        assert set(told["picture"]) == {"url", "alt", "width", "height"}


def test_an_indicator_lists_its_stories(made: tuple[Project, Results], files: dict[str, Any]) -> None:
    """By slug, in the order of stories.json; an indicator without any has an empty list."""
    name = made[0].stories[0].indicators[0]
    assert files[f"api/v1/indicators/{name}.json"]["stories"] == ["story-one", "story-two"]
    others = [i.id for i in made[0].indicators if i.id not in made[0].stories[0].indicators]
    assert files[f"api/v1/indicators/{others[0]}.json"]["stories"] == []
    assert files["api/v1/index.json"]["stories"] == "stories.json"


def test_a_story_that_is_left_out_is_nowhere(made: tuple[Project, Results]) -> None:
    """Only Project.stories are told: without any the list is empty and the file still there."""
    project, results = made
    built = api.build(replace(project, stories=()), results, {"ja": sentences.for_language("ja")})
    found = {a.path: a.content for a in built}
    assert json.loads(found["api/v1/stories.json"])["stories"] == []
    assert [path for path, content in found.items() if b'"story-one"' in content] == []


def test_the_order_is_that_of_the_project(files: dict[str, Any]) -> None:
    """Newest fiscal year first, then by slug, as the project has them."""
    slugs = [told["slug"] for told in files["api/v1/stories.json"]["stories"]]
    assert slugs == ["story-one", "story-two"]
    assert files["api/v1/stories.json"]["stories"][1]["society"] is None
