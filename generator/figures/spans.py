"""Rows of a label, a number and a bar from one value to another: waterfalls and tornado charts.

The words stand above each bar, so that the longest name still fits on a phone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.figures import svg
from generator.figures.figure import Figure, Row, figure_id
from generator.figures.lettering import width, wrap
from generator.figures.paper import EDGE, WIDTH

LINE = 17.0
BAR = 12.0
GAP = 12.0
INSIDE = WIDTH - 2 * EDGE - 4


@dataclass(frozen=True, slots=True)
class Span:
    """One bar from `start` to `end` (same scale in all rows); `said` is its number in words."""

    label: str
    said: str
    start: float
    end: float
    look: str = "f-actual"


def span_chart(
    key: str,
    title: str,
    spans: Sequence[Span],
    columns: tuple[str, ...],
    rows: tuple[Row, ...],
    marker: float | None = None,
    zero: bool = True,
) -> Figure:
    """`marker`: a value that a line crosses all bars at. `zero`: whether the scale begins at 0;
    otherwise it begins at the smallest value."""
    identity = figure_id("spans", key)
    return Figure(identity, title, _drawn(identity, title, spans, marker, zero), None, columns, rows)


def _drawn(identity: str, title: str, spans: Sequence[Span], marker: float | None, zero: bool) -> str:
    values = [value for span in spans for value in (span.start, span.end)]
    values += [0.0] if zero else []
    low, high = min(values, default=0.0), max(values, default=1.0)
    scale = INSIDE / (high - low or 1.0)
    drawn: list[svg.Element] = []
    top = 0.0
    crossings = []
    for span in spans:
        words, height = _words(span, top)
        drawn += words
        bar = top + height + 4
        left = EDGE + 2 + (min(span.start, span.end) - low) * scale
        drawn.append(svg.rect(left, bar, max(abs(span.end - span.start) * scale, 1.5), BAR, span.look))
        crossings.append(bar)
        top = bar + BAR + GAP
    at = marker if marker is not None else (0.0 if zero else None)
    if at is not None:
        x = EDGE + 2 + (at - low) * scale
        look = "f-zero" if marker is None else "f-target"
        drawn += [svg.line(x, y - 3, x, y + BAR + 3, look) for y in crossings]
    return svg.picture(identity, title, WIDTH, top, *drawn)


def _words(span: Span, top: float) -> tuple[list[svg.Element], float]:
    """Label and number above a bar, and their height: on one line where both fit."""
    lines = wrap(span.label, WIDTH - 2 * EDGE, 2)
    drawn = list(_label(lines, top))
    room = WIDTH - 2 * EDGE - width(lines[-1] if lines else "") - 8
    height = LINE * max(len(lines), 1)
    if width(span.said) > room:
        height += LINE
    drawn.append(svg.text(WIDTH - EDGE, top + height - 3, span.said, "f-label", "end"))
    return drawn, height


def _label(lines: Sequence[str], top: float) -> Iterator[svg.Element]:
    for n, text in enumerate(lines, start=1):
        yield svg.text(EDGE, top + n * LINE - 3, text, "f-key")
