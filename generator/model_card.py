"""A card: the picture that stands for a page in a social network, before it is drawn.

Every text is one of the page's own strings, so that the picture cannot say another number than the page.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDE = (1200, 630)
"""Pixels; what the networks ask for."""
SQUARE = (1080, 1080)
"""Pixels; to keep and to post by hand."""


@dataclass(frozen=True, slots=True)
class CardBar:
    """One year's column. All lengths are shares of the chart's width or height, y from below."""

    x: float
    width: float
    low: float
    high: float
    now: bool
    open: bool
    """Outlined only: a provisional value."""


@dataclass(frozen=True, slots=True)
class CardLabel:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class CardChart:
    """The mini chart: columns or a line, targets as dashes, the years below."""

    ground: float
    bars: tuple[CardBar, ...] = ()
    lines: tuple[tuple[tuple[float, float], ...], ...] = ()
    dot: tuple[float, float] | None = None
    targets: tuple[tuple[float, float, float], ...] = ()
    """(x, width, y)"""
    labels: tuple[CardLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class CardCell:
    """One indicator on the board: number, letter and the key of its grade."""

    mark: str
    letter: str
    grade: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. `grade` is a grade key (A … E, none) or "" for a card without a badge."""

    kind: str
    slug: str
    lang: str
    title: str
    kicker: str = ""
    value: str = ""
    unit: str = ""
    facts: tuple[str, ...] = ()
    grade: str = ""
    grade_letter: str = ""
    grade_word: str = ""
    lines: tuple[str, ...] = ()
    chart: CardChart | None = None
    cells: tuple[CardCell, ...] = ()
    quote: bool = False
    """Whether `lines` are somebody's words."""
    foot: str = ""
    address: str = ""
    sample: str = ""
    mark: str = ""
    site: str = ""

    @property
    def alt(self) -> str:
        """Everything the picture says, as one text for those who do not see it."""
        badge = f"{self.grade_letter} {self.grade_word}" if self.grade else ""
        said = (
            *(self.sample, self.kicker, self.title, f"{self.value}{self.unit}"),
            *(*self.facts, badge, *self.lines, self.foot, self.site),
        )
        return " ".join(text for text in said if text)
