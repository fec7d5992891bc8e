"""Open data of the test projects, made once each."""

from __future__ import annotations

import csv
import functools
import io
from pathlib import Path

from generator import api, catalogue, metrics, opendata, sentences
from generator.load import load_project
from generator.model import Project, Results
from generator.parse import parse_project

TESTS = Path(__file__).parent.parent
FOLDERS = {
    "smallest": TESTS / "projects" / "smallest",
    "garden": TESTS / "projects" / "garden",
    "own": TESTS.parent,
}


def computed(folder: Path) -> tuple[Project, Results]:
    project = parse_project(load_project(folder)).project
    assert project is not None
    return project, metrics.compute(project)


def files_of(project: Project, results: Results) -> dict[str, bytes]:
    """Everything that API, CSV and open data publish, by path."""
    voice = sentences.for_language("ja", project.site.fiscal_year_start)
    made = api.build(project, results, {"ja": voice})
    return {
        a.path: a.content
        for a in [*made, *opendata.build(project, results, catalogue.read("ja"), voice, made)]
    }


@functools.cache
def published(name: str) -> dict[str, bytes]:
    return files_of(*computed(FOLDERS[name]))


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
