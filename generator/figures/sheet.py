"""The sheet of a time chart: where the plot stands, and the way from numbers to places on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures.paper import EDGE, WIDTH, Paper
from generator.figures.series import FEW, Form, Point, Series, stretches
from generator.model import Exact

HEIGHT = 236.0
"""Height of the sheet with one line of legend."""
EMPTY_HEIGHT = 110.0
"""Height where there is not a single number to draw."""
LABEL_BELOW = 24.0
"""The same under the plot, where labels stand below points and negative bars."""
HEADROOM = 18.0
"""Room between the last tick and the edge of the plot, for the label of the longest bar."""


@dataclass(slots=True)
class Sheet:
    """A chart being drawn: where the plot stands, and the way from numbers to places."""

    series: Series
    axis: axes.Axis
    left: float
    top: float
    bottom: float
    paper: Paper = field(default_factory=Paper)

    @property
    def slot(self) -> float:
        """Width of one year."""
        return (WIDTH - EDGE - self.left) / len(self.series.years)

    def x(self, year: int) -> float:
        """Middle of a year."""
        return self.left + self.slot * (year - self.series.points[0].year + 0.5)

    def y(self, value: Exact) -> float:
        below = LABEL_BELOW if self.axis.low < 0 or self.series.form is Form.LINE else 0.0
        low = self.bottom - below
        return low - (low - self.top - HEADROOM) * self.axis.share(value)

    @property
    def ground(self) -> float:
        """Where bars start: zero, or the lowest tick of an axis that does not reach it."""
        return self.y(max(self.axis.low, min(self.axis.high, Fraction(0))))

    @property
    def crowded(self) -> bool:
        """Whether there are too many years to label every one."""
        return len(self.series.years) > FEW

    @property
    def bar_width(self) -> float:
        return min(self.slot * 0.62, 44)


def neighbours(series: Series) -> list[list[Point]]:
    """Stretches of a line: points with values that the line may join."""
    valued = {point.year: point for point in series.points if point.actual}
    return [[valued[year] for year in run] for run in stretches(list(valued), series.breaks)]
