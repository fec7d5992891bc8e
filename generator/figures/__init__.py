"""Charts: a static picture that needs no script, its live twin as data, and its data table."""

from generator.figures.answers import answer_bar
from generator.figures.artefacts import figure_artefacts, live_attributes
from generator.figures.categories import category_chart
from generator.figures.figure import Cell, Figure, Note, Row, Words, YearLabel, figure_id
from generator.figures.grades import grade_bar
from generator.figures.indicator import indicator_chart
from generator.figures.kept import Told, kept_chart, path_of
from generator.figures.societies import society_dots
from generator.figures.spans import Span, span_chart
from generator.figures.spark import spark
from generator.figures.tiles import Tile, draw_tiles, tile_map

__all__ = [
    "Cell",
    "Figure",
    "Note",
    "Row",
    "Span",
    "Tile",
    "Told",
    "Words",
    "YearLabel",
    "answer_bar",
    "category_chart",
    "draw_tiles",
    "figure_artefacts",
    "figure_id",
    "grade_bar",
    "indicator_chart",
    "kept_chart",
    "live_attributes",
    "path_of",
    "society_dots",
    "span_chart",
    "spark",
    "tile_map",
]
