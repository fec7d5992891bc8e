"""Stories for the tests: the repository's own project, with one of its stories to be altered."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from generator import load, metrics, parse
from generator.model import Number, Project, Results
from generator.model_story import Story

ROOT = Path(__file__).parent.parent
DAY = date(2026, 4, 1)
"""A day on which the sample stories may be public."""


@lru_cache(maxsize=1)
def computed() -> tuple[Project, Results]:
    """Project and results of this repository on that day."""
    parsed = parse.parse_project(load.load_project(ROOT), DAY)
    assert parsed.project is not None, [f for f in parsed.findings if f.severity == "rejected"]
    return parsed.project, metrics.compute(parsed.project)


def one_story(project: Project) -> Story:
    """A story of a society whose first indicator has a value of the society in its year."""
    _, results = computed()
    for story in project.stories:
        result = results.of(story.indicators[0])
        for area in result.by_society:
            years = [y for y in area.series if y.fiscal_year == story.fiscal_year]
            if area.society.name == story.society and years and isinstance(years[0].actual, Number):
                return story
    raise AssertionError("no story of this project has a value of its own")
