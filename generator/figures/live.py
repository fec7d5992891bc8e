"""The live twin of a chart: a Plotly figure as plain JSON, for the vendored basic bundle.

Positions are floats; every text is the number's one shown string. Colours are the names of the
site's custom properties, which the loader (theme/assets/js/figure.js) looks up when it draws,
so that dark mode and a second brand need no second file. Nothing here can call home: the mode
bar lists its four buttons, and text is escaped the way Plotly reads it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from generator.figures import axis as axes
from generator.figures.figure import Json, Words
from generator.figures.lettering import wrap
from generator.figures.series import Form, Point, Series, remarks
from generator.model import Number

INK, MUTED, LINE, PAPER = "var(--ink)", "var(--muted)", "var(--line)", "var(--paper)"
ACTUAL, TARGET = "var(--actual)", "var(--target)"
MOST_LETTERS = 5
"""Longest number that has room beside its neighbours on a phone."""
TALL = 0.15
"""Share of the axis from which a bar can hold its label."""
HALF_DASH = 0.4
"""Half the width of a target's dash, in years."""


def literal(text: str) -> str:
    """`text` so that Plotly prints it as it stands: no tags, no links, no %{…} templates, and
    no $…$ formulas."""
    plain = " ".join(text.split())
    for live, dead in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("%{", "%&#123;"), ("$", "&#36;")):
        plain = plain.replace(live, dead)
    return plain


def position(number: Number | None) -> float | None:
    """Where a number stands on the axis; only for drawing, never printed."""
    return None if number is None else float(number.raw)


def config(figure_id: str, words: Words, lang: str) -> Mapping[str, Json]:
    """Four buttons, no logo, no cloud, and the mode bar's words in the page's language."""
    dictionary = {
        "Zoom in": words.word("figure.live.zoom_in"),
        "Zoom out": words.word("figure.live.zoom_out"),
        "Reset axes": words.word("figure.live.reset"),
        "Download plot as a PNG": words.word("figure.live.download"),
        "Download plot as a png": words.word("figure.live.download"),
        "Download plot": words.word("figure.live.download"),
    }
    # Plotly falls back to its own English for a locale it does not know, so the words travel along.
    return {
        "displayModeBar": True,
        "displaylogo": False,
        "locale": lang,
        "locales": {lang: {"dictionary": dictionary, "format": {}}},
        "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]],
        "plotlyServerURL": "",
        "responsive": True,
        "scrollZoom": False,
        "showLink": False,
        "toImageButtonOptions": {"filename": figure_id, "format": "png", "scale": 2},
        "typesetMath": False,
    }


def layout(
    figure_id: str, xaxis: Mapping[str, Json], yaxis: Mapping[str, Json], **more: Json
) -> dict[str, Json]:
    """The frame every live chart shares; no template, transparent ground."""
    return {
        "template": None,
        "uirevision": figure_id,
        "autosize": True,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": INK, "size": 14},
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": INK,
            "font": {"color": INK, "size": 15},
            "align": "left",
        },
        "hovermode": "closest",
        "legend": {"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"},
        "margin": {"l": 8, "r": 8, "t": 56, "b": 8},
        "xaxis": {"automargin": True, "showgrid": False, "zeroline": False, "linecolor": LINE, **xaxis},
        "yaxis": {"automargin": True, "gridcolor": LINE, "zerolinecolor": INK, "zerolinewidth": 1, **yaxis},
        **more,
    }


def figure(series: Series, words: Words) -> Mapping[str, Json]:
    """data, layout and config of an indicator's chart."""
    data = [_actual(series, words), _dashes(series, words, revised=False)]
    if any(point.revised for point in series.points):
        data.append(_dashes(series, words, revised=True))
    return {
        "data": data,
        "layout": layout(
            series.id,
            _years(series),
            _values(series),
            shapes=_breaks(series),
            annotations=[*_head(series, words), *_note_marks(series), *_gaps(series)],
            bargap=0.38,
            showlegend=True,
        ),
        "config": config(series.id, words, series.lang),
    }


def _hover(series: Series, point: Point, number: Number | None, key: str, words: Words) -> str:
    if number is None:
        return ""
    unit = f" {series.unit}" if series.unit else ""
    told = f"{point.result.period or point.label} {words.word(key)} {number.shown}{unit}"
    remark = remarks(series, point, words) if key == "figure.actual" else ""
    lines = [literal(part) for line in (told, remark) for part in wrap(line, 300, 4)]
    return "<br>".join(lines)


def _actual(series: Series, words: Words) -> Mapping[str, Json]:
    x: list[Json] = []
    points: list[Point | None] = []
    for point in series.points:
        if series.form is Form.LINE and point.year in series.breaks:
            x.append(point.year - 0.5)
            points.append(None)
        x.append(point.year)
        points.append(point)
    common: dict[str, Json] = {
        "uid": f"{series.id}-actual",
        "name": literal(words.word("figure.actual")),
        "x": x,
        "y": [position(point.actual) if point else None for point in points],
        "hoverinfo": "text",
        "hovertext": [
            _hover(series, point, point.actual, "figure.actual", words) if point else "" for point in points
        ],
    }
    uncertain: list[Json] = [bool(point and (point.provisional or point.reference)) for point in points]
    if series.form is Form.LINE:
        symbols: list[Json] = ["circle-open" if flag else "circle" for flag in uncertain]
        marker: Json = {"color": ACTUAL, "size": 9, "symbol": symbols, "line": {"color": ACTUAL, "width": 2}}
        style: Json = {"color": ACTUAL, "width": 2.5}
        return {
            **common,
            "type": "scatter",
            "mode": "lines+markers",
            "connectgaps": False,
            "line": style,
            "marker": marker,
        }
    axis = _axis(series)
    text: list[Json] = [literal(point.actual.shown) if point and point.actual else "" for point in points]
    places: list[Json] = [_label_place(axis, point) for point in points]
    return {
        **common,
        "type": "bar",
        "text": text,
        "textposition": places,
        "insidetextanchor": "middle",
        "insidetextfont": {"color": PAPER},
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "marker": {
            "color": ACTUAL,
            "line": {"color": ACTUAL, "width": 1.5},
            "pattern": {
                "shape": ["/" if flag else "" for flag in uncertain],
                "bgcolor": PAPER,
                "fgcolor": ACTUAL,
            },
        },
    }


def _dashes(series: Series, words: Words, *, revised: bool) -> Mapping[str, Json]:
    """Targets as dashes: error bars without a point, because they keep their width in years."""
    key, uid = ("figure.target_revised", "revised") if revised else ("figure.target", "target")
    picked = [(p, p.revised if revised else p.target) for p in series.points]
    found = [(point, number) for point, number in picked if number]
    symbol = "line-ew-open"
    width = 2 if revised else 4
    return {
        "uid": f"{series.id}-{uid}",
        "type": "scatter",
        "mode": "markers",
        "name": literal(words.word(key)),
        "x": [point.year for point, _ in found],
        "y": [position(number) for _, number in found],
        "hoverinfo": "text",
        "hovertext": [_hover(series, point, number, key, words) for point, number in found],
        "marker": {"color": TARGET, "size": 12, "symbol": symbol, "line": {"color": TARGET, "width": width}},
        "error_x": {
            "type": "constant",
            "value": HALF_DASH,
            "thickness": width,
            "width": 4 if revised else 0,
            "color": TARGET,
        },
    }


def _years(series: Series) -> Mapping[str, Json]:
    if not series.points:
        return {"visible": False}
    every = max(1, -(-len(series.points) // 10))
    shown = list(reversed(series.points[::-1][::every]))
    return {
        "tickvals": [point.year for point in shown],
        "ticktext": [literal(wrap(point.label, 110, 1)[0]) if point.label.strip() else "" for point in shown],
        "range": [series.points[0].year - 0.6, series.points[-1].year + 0.6],
    }


def _label_place(axis: axes.Axis, point: Point | None) -> str:
    """Inside a plain, tall bar, clear of the targets' dashes; else outside; long numbers are left
    to the hover, because they would run into each other."""
    if point is None or point.actual is None or len(point.actual.shown) > MOST_LETTERS:
        return "none"
    height = abs(axis.share(point.actual.raw) - axis.share(max(axis.low, min(axis.high, Fraction(0)))))
    plain = not point.provisional and not point.reference
    return "inside" if plain and height > TALL else "outside"


def _axis(series: Series) -> axes.Axis:
    return axes.make(
        [number.raw for number in series.numbers],
        zero=series.form is Form.BARS,
        whole=series.indicator.decimals == 0,
        percent=series.indicator.is_percent,
        lang=series.lang,
        most=6,
    )


def _values(series: Series) -> Mapping[str, Json]:
    axis = _axis(series)
    rim = float(axis.high - axis.low) * 0.08
    return {
        "tickvals": [float(tick) for tick in axis.ticks],
        "ticktext": [literal(label) for label in axis.labels],
        "range": [float(axis.low) - (rim if axis.low < 0 else 0), float(axis.high) + rim],
    }


def _breaks(series: Series) -> Sequence[Json]:
    line: Json = {"color": MUTED, "width": 1.5, "dash": "dot"}
    return [
        {"type": "line", "x0": year - 0.5, "x1": year - 0.5, "y0": 0, "y1": 1, "yref": "paper", "line": line}
        for year in sorted(series.breaks)
    ]


def _head(series: Series, words: Words) -> Sequence[Json]:
    """What the chart is drawn in, and that its numbers are samples, above the plot."""
    told = [words.word("figure.sample")] if series.sample else []
    told += [words.word("figure.unit", unit=series.unit)] if series.unit else []
    if not told:
        return []
    lines = [literal(line) for line in wrap(" ".join(told), 180, 2)]
    place: dict[str, Json] = {"x": 0, "xref": "paper", "y": 1, "yref": "paper", "yshift": 16}
    anchor: dict[str, Json] = {"xanchor": "left", "yanchor": "bottom", "align": "left", "showarrow": False}
    return [{**place, **anchor, "text": "<br>".join(lines)}]


def _note_marks(series: Series) -> Sequence[Json]:
    years = sorted({note.fiscal_year for note in series.notes})
    return [
        {
            "x": year - (0.5 if year in series.breaks else 0),
            "y": 1,
            "yref": "paper",
            "yanchor": "bottom",
            "showarrow": False,
            "text": literal(" ".join(series.marks(year))),
        }
        for year in years
    ]


def _gaps(series: Series) -> Sequence[Json]:
    """The words of gaps, upright at the foot of the plot; long series leave them to the table."""
    if len(series.points) > 12:
        return []
    return [
        {
            "x": point.year,
            "y": 0,
            "yref": "paper",
            "yanchor": "bottom",
            "showarrow": False,
            "textangle": -90,
            "text": literal(point.gap),
            "font": {"color": MUTED, "size": 13},
        }
        for point in series.points
        if point.gap
    ]
