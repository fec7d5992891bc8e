"""How many indicators of a plan stand where: one bar, each part with its letter and count."""

from __future__ import annotations

from generator.figures import svg
from generator.figures.figure import Figure, Row, Words, figure_id
from generator.figures.lettering import width
from generator.figures.paper import EDGE, WIDTH
from generator.model import Grade, GroupResult

HEIGHT = 42.0


def grade_bar(group: GroupResult, title: str, words: Words) -> Figure:
    """Counts by grade of one plan (or the whole), in the order A … E, not assessable."""
    counts = [(grade, count) for grade, count in group.grades if count > 0]
    identity = figure_id("grades", group.id)
    rows = tuple(
        Row(_letter(grade, words), (words.word("figure.count_of", n=str(count)),))
        for grade, count in group.grades
    )
    columns = (words.word("figure.grade"), words.word("figure.count"))
    return Figure(identity, title, _drawn(identity, title, counts, words), None, columns, rows)


def _letter(grade: Grade, words: Words) -> str:
    return words.word("figure.no_grade") if grade is Grade.NONE else grade.value


def _drawn(identity: str, title: str, counts: list[tuple[Grade, int]], words: Words) -> str:
    said = [
        f"{_letter(grade, words)} {words.word('figure.count_of', n=str(count))}" for grade, count in counts
    ]
    # Every part is at least as wide as its words; the rest of the bar is shared out by count.
    least = [width(text) + 6 for text in said]
    spare = max(WIDTH - 2 * EDGE - sum(least), 0.0)
    total = sum(count for _, count in counts) or 1
    parts: list[svg.Element] = []
    x = EDGE
    for (grade, count), text, narrow in zip(counts, said, least, strict=True):
        room = narrow + spare * count / total
        look = "none" if grade is Grade.NONE else grade.value.lower()
        parts.append(svg.text(x + 1, 14, text, "f-label"))
        parts.append(svg.rect(x + 0.5, 20.5, room - 3, 20, f"f-grade-{look}"))
        x += room
    return svg.picture(identity, title, WIDTH, HEIGHT, *parts).replace(
        'class="f-chart"', 'class="f-grades"', 1
    )
