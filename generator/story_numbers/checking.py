"""Findings about the numbers of stories: placeholders without a number, figures that contradict the data."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from generator.findings import Finding, Severity
from generator.model import Project, Results
from generator.model_story import Story
from generator.story_numbers.placeholders import OPENING, PLACEHOLDER, Refused, resolve
from generator.story_numbers.texts import Written, texts
from generator.story_numbers.typed import Ground, differing

CODE = "story_figure_differs"
SHORT = 12
"""Characters of the digest by which people name a match."""
LONGEST = 60
"""Characters of a broken placeholder that are told."""


def findings(project: Project, results: Results) -> tuple[Finding, ...]:
    """Of all stories that may be public: placeholders are rejected, contradictions held."""
    ground = Ground.of(project, results)
    found: list[Finding] = []
    for story in project.stories:
        for written in texts(story):
            found += _placeholders(written, story, project, results)
        found += _contradictions(story, ground)
    return tuple(found)


def _placeholders(written: Written, story: Story, project: Project, results: Results) -> Iterator[Finding]:
    whole = {match.start(): match for match in PLACEHOLDER.finditer(written.text)}
    for opening in OPENING.finditer(written.text):
        match = whole.get(opening.start())
        if match is None:
            shown = re.split(r"[\n}｝]", written.text[opening.start() :])[0][:LONGEST]
            yield _rejected("story_number_shape", written, opening.start(), shown)
        elif not written.resolves:
            yield _rejected("story_number_not_here", written, opening.start(), match.group())
        else:
            answer = resolve(match.group(1), story, project, results)
            if isinstance(answer, Refused):
                yield _rejected(answer.code, written, opening.start(), match.group(), answer.values)


def _rejected(
    code: str, written: Written, position: int, value: str, values: tuple[tuple[str, str], ...] = ()
) -> Finding:
    return Finding(Severity.REJECTED, code, written.at(position), value, values)


def _contradictions(story: Story, ground: Ground) -> Iterator[Finding]:
    """A person may confirm each by its digest: of file, figure, how-manieth of its kind, and what was
    published then: new data ask again."""
    seen: Counter[str] = Counter()
    for one in differing(story, ground):
        seen[one.found] += 1
        published = "、".join(one.published)
        told = "\n".join((story.file, CODE, one.found, str(seen[one.found]), published))
        digest = hashlib.sha256(told.encode()).hexdigest()
        values = (
            ("confirm", f"{story.file}#{digest[:SHORT]}"),
            ("digest", digest),
            ("published", published),
        )
        yield Finding(Severity.HELD, CODE, one.written.at(one.position), one.found, values)
