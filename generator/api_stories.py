"""The stories as JSON: /api/v1/stories.json, and which of them belong to an indicator.

Of a consent nothing is said but that the story is here: its day, scope and end are nobody's business.
"""

from __future__ import annotations

import re

from generator import story_numbers
from generator.api_results import ROOT, Json, Object
from generator.model import Project, Results
from generator.model_story import Picture, Story

FILE = f"{ROOT}/stories.json"
_HERE = "../../"
"""The way from the API's folder to the site's root."""


def document(project: Project, results: Results) -> Object:
    """/api/v1/stories.json: every story that may be public, newest year first."""
    listed: list[Json] = [_story(story, project, results) for story in project.stories]
    return {"$schema": "stories.schema.json", "stories": listed}


def of_indicator(project: Project, indicator_id: str) -> list[Json]:
    """Slugs of the stories that an indicator has, in the order of stories.json."""
    return [story.slug for story in project.stories if indicator_id in story.indicators]


def _story(story: Story, project: Project, results: Results) -> Object:
    return {
        "slug": story.slug,
        "title": story.title,
        "url": f"{_HERE}stories/{story.slug}/",
        "society": story.society or None,
        "fiscal_year": story.fiscal_year,
        "indicators": list(story.indicators),
        "industry": story.industry,
        "theme": story.theme,
        "place": story.place,
        "summary": _one_line(story_numbers.plain_text(story.summary, story, project, results)),
        "quote": _one_line(story.quote),
        "picture": _picture(story.picture),
        "sample": story.sample,
    }


def _picture(picture: Picture) -> Object:
    """The JPEG that is published; width and height in pixels."""
    width = picture.fallback_width
    return {
        "url": f"{_HERE}{picture.address}-{width}.jpg",
        "alt": picture.alt,
        "width": width,
        "height": round(picture.height * width / picture.width),
    }


def _one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text.strip())
