"""All answers to a survey's question in one bar, each part with the number of its line below.

Positive answers are darker; which is which is told by number and words, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures import svg
from generator.figures.figure import Figure, Row, figure_id
from generator.figures.lettering import width, wrap
from generator.figures.paper import EDGE, WIDTH
from generator.model import Number
from generator.model_impact import AnswerResult

HEIGHT = 26.0
LINE = 19.0
SWATCH = 26.0
_POSITIVE = (4, 3)
_OTHER = (2, 1, 0)


def answer_bar(
    key: str,
    title: str,
    answers: Sequence[AnswerResult],
    columns: tuple[str, ...],
    rows: tuple[Row, ...],
) -> Figure:
    """The bar of one area and year; empty where no answer has a share."""
    identity = figure_id("answers", key)
    return Figure(identity, title, _drawn(identity, title, answers), None, columns, rows)


def _drawn(identity: str, title: str, answers: Sequence[AnswerResult]) -> str:
    looks = _looks(answers)
    # From the counts: a share stands in the indicator's own unit, which may be percent or ratio.
    whole = sum(float(a.count.raw) for a in answers if isinstance(a.count, Number)) or 1.0
    drawn: list[svg.Element] = []
    x, y = EDGE, HEIGHT + 12
    for n, (given, look) in enumerate(zip(answers, looks, strict=True), start=1):
        if not (isinstance(given.share, Number) and isinstance(given.count, Number)):
            continue
        room = float(given.count.raw) / whole * (WIDTH - 2 * EDGE)
        drawn.append(svg.rect(x, 1, room, HEIGHT, f"f-tile f-tile-{look}"))
        if room >= width(str(n)) + 6:
            inside = "f-label f-inside" if look >= 3 else "f-label"
            drawn.append(svg.text(x + room / 2, 1 + HEIGHT / 2 + 5, str(n), inside, "middle"))
        x += room
        drawn += _line(n, given, given.share.shown, look, y)
        y += LINE
    return svg.picture(identity, title, WIDTH, y, *drawn)


def _line(n: int, given: AnswerResult, share: str, look: int, y: float) -> list[svg.Element]:
    room = WIDTH - 2 * EDGE - SWATCH - width(share) - 8
    label = "".join(wrap(f"{n} {given.answer}", room, 1))
    return [
        svg.rect(EDGE, y, 16, 12, f"f-tile f-tile-{look}"),
        svg.text(EDGE + SWATCH, y + 11, label, "f-key"),
        svg.text(WIDTH - EDGE, y + 11, share, "f-label", "end"),
    ]


def _looks(answers: Sequence[AnswerResult]) -> list[int]:
    """Steps of one colour: the positive ones dark, the others light, in the order offered."""
    used = {True: 0, False: 0}
    found = []
    for given in answers:
        steps = _POSITIVE if given.positive else _OTHER
        found.append(steps[used[given.positive] % len(steps)])
        used[given.positive] += 1
    return found
