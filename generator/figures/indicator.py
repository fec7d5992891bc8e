"""The chart of an indicator's page."""

from __future__ import annotations

from generator.figures import live, rowchart, svg, timechart
from generator.figures.figure import Figure, Words, YearLabel
from generator.figures.paper import WIDTH
from generator.figures.series import Form, Series, prepare, table
from generator.model import IndicatorResult, Sentence


def indicator_chart(
    result: IndicatorResult, sentence: Sentence, words: Words, year_label: YearLabel, lang: str = "ja"
) -> Figure:
    """Picture, live twin and data table of one indicator.

    The sentence is the picture's accessible name; `year_label` makes short year labels."""
    series = prepare(result, sentence, words, year_label, lang)
    columns, rows = table(series, words)
    return Figure(
        id=series.id,
        title=series.title,
        svg=_drawn(series, words),
        plotly=live.figure(series, words) if series.numbers else None,
        columns=columns,
        rows=rows,
        notes=series.notes,
    )


def _drawn(series: Series, words: Words) -> str:
    if not series.points:
        said = svg.text(WIDTH / 2, 46, words.word("figure.empty"), "f-gap", "middle")
        return svg.picture(series.id, series.title, WIDTH, 80, said)
    if series.form is Form.BARS and not timechart.fits(series):
        return rowchart.draw(series, words)
    return timechart.draw(series, words)
