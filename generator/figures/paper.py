"""A sheet to draw on that remembers where text stands, so that no two labels meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.figures import svg
from generator.figures.lettering import LEADING, SIZE, width, wrap

Anchor = Literal["start", "middle", "end"]
WIDTH = 360.0
EDGE = 2.0
"""Nothing is written nearer to the edge of the sheet."""


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a label could stand: its baseline and the class it would have there."""

    x: float
    y: float
    class_: str


@dataclass(slots=True)
class Paper:
    """Elements drawn so far, and the boxes that further labels must keep clear of."""

    elements: list[svg.Element] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def draw(self, *elements: svg.Element) -> None:
        self.elements.extend(elements)

    def keep_clear(self, box: Box) -> None:
        self.taken.append(box)

    def label(self, content: str, spots: Iterable[Spot], *, must: bool = False) -> bool:
        """Write `content` (centred) at the first spot where it meets nothing; a label that must
        stand takes the first spot when none is clear. True when it was written."""
        places = [(spot, label_box(content, spot)) for spot in spots]
        clear = [place for place in places if not any(place[1].meets(box) for box in self.taken)]
        if not clear and not must:
            return False
        spot, box = (clear or places)[0]
        self.taken.append(box)
        self.draw(svg.text((box.left + box.right) / 2, spot.y, content, spot.class_, "middle"))
        return True

    def upright(self, content: str, x: float, bottom: float, top: float, class_: str) -> bool:
        """Write a word in a gap, standing on `bottom`: level where it fits, else top to bottom."""
        tall = SIZE * len(content)
        box = Box(x - SIZE / 2, bottom - tall, x + SIZE / 2, bottom)
        if box.top < top or any(box.meets(other) for other in self.taken):
            return False
        self.taken.append(box)
        self.draw(svg.text(x, box.top, content, f"{class_} f-upright"))
        return True


def label_box(content: str, spot: Spot) -> Box:
    """The room of a centred label, moved inwards where it would leave the sheet."""
    half = width(content) / 2
    x = min(max(spot.x, EDGE + half), WIDTH - EDGE - half)
    return Box(x - half, spot.y - SIZE * 0.85, x + half, spot.y + SIZE * 0.2)


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: a swatch and its word."""

    swatch: Literal[
        "bar",
        "line",
        "dot",
        "dash",
        "upright-dash",
        "hollow-dash",
        "hatched",
        "outlined",
        "open-dot",
        "framed",
        "none",
    ]
    word: str


SWATCH = 20.0


def legend(keys: Iterable[Key], figure_id: str) -> tuple[list[svg.Element], float]:
    """Legend lines from the top of the sheet, and how much height they took."""
    drawn: list[svg.Element] = []
    x, y = EDGE, LEADING - 3
    for key in _broken(keys):
        swatch = {"none": 0.0, "framed": 5.0}.get(key.swatch, SWATCH)
        room = swatch + width(key.word) + (5.0 if key.swatch == "framed" else 0.0)
        if x > EDGE and x + room > WIDTH - EDGE:
            x, y = EDGE, y + LEADING
        drawn += _swatch(key, x, y, figure_id)
        # A frame fits the widest type; smaller type stands in its middle.
        framed = key.swatch == "framed"
        at = x + (width(key.word) + 10) / 2 if framed else x + swatch
        drawn.append(svg.text(at, y, key.word, "f-key", "middle" if framed else "start"))
        x += room + 12
    return drawn, y + 4 if drawn else 0.0


def _swatch(key: Key, x: float, y: float, figure_id: str) -> list[svg.Element]:
    middle = y - SIZE * 0.36
    match key.swatch:
        case "bar":
            return [svg.rect(x, y - 11, 14, 12, "f-actual")]
        case "line":
            dot = svg.element("circle", cx=x + 7, cy=middle, r=3.5, class_="f-point")
            return [svg.line(x, middle, x + 14, middle, "f-line"), dot]
        case "dot":
            return [svg.element("circle", cx=x + 7, cy=middle, r=5, class_="f-point")]
        case "open-dot":
            return [svg.element("circle", cx=x + 7, cy=middle, r=4.5, class_="f-point f-point-open")]
        case "upright-dash":
            return [svg.line(x + 7, middle - 7, x + 7, middle + 7, "f-target")]
        case "dash":
            return [svg.line(x, middle, x + 14, middle, "f-target")]
        case "hollow-dash":
            return [svg.rect(x, middle - 2, 14, 4, "f-revised")]
        case "hatched":
            return [svg.rect(x, y - 11, 14, 12, "f-provisional", f"url(#{figure_id}-hatch)")]
        case "outlined":
            return [svg.rect(x + 1, y - 10, 12, 10, "f-reference")]
        case "framed":
            return [svg.rect(x, y - SIZE * 0.95, width(key.word) + 10, SIZE * 1.25, "f-frame")]
        case "none":
            return []


def _broken(keys: Iterable[Key]) -> Iterator[Key]:
    """Keys with words too long for a line broken into several (units of imported data)."""
    for key in keys:
        first, *more = wrap(key.word, WIDTH - 2 * EDGE - SWATCH, 3) or ("",)
        yield Key(key.swatch, first)
        yield from (Key("none", line) for line in more)
