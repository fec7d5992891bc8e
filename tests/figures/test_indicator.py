"""The chart of an indicator's page: picture, table and live twin say the same."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures import figure_artefacts, indicator_chart, live_attributes, spark
from generator.figures.figure import Figure
from generator.figures.series import stretches
from generator.model import IndicatorResult, Kind, Notice, Number, Reason, SeriesBreak, TimeBasis
from tests.figures.results_made import (
    SENTENCE,
    WORDS,
    boxes,
    indicator,
    result,
    root_of,
    texts,
    year,
    year_label,
)

DECIMAL_TEXT = st.decimals(-(10**10), 10**10, places=1).map(str)
ACTUAL = st.one_of(DECIMAL_TEXT, st.sampled_from(Reason))
TARGET = st.none() | DECIMAL_TEXT


@st.composite
def any_result(draw: st.DrawFn) -> IndicatorResult:
    """An indicator of any kind with up to thirty years of anything."""
    of = indicator(
        unit=draw(st.sampled_from(["件", "%", "千円", "Number per 100,000 population aged 10 to 24"])),
        decimals=draw(st.integers(0, 2)),
        kind=draw(st.sampled_from(Kind)),
        basis=draw(st.sampled_from(TimeBasis)),
    )
    years = draw(st.lists(st.integers(1990, 2019), unique=True, max_size=30))
    noted = draw(st.lists(st.sampled_from(years), max_size=3)) if years else []
    of = replace(
        of, notices=tuple(Notice("注", y) for y in noted), breaks=tuple(SeriesBreak(y, "変") for y in noted)
    )
    made = [
        year(
            of,
            y,
            draw(ACTUAL),
            draw(TARGET),
            draw(TARGET),
            period=draw(st.sampled_from(["", f"{y}/{(y + 1) % 100:02}", f"{y}/11–2012/13"])),
            provisional=draw(st.booleans()),
            reference=draw(st.booleans()),
        )
        for y in sorted(years)
    ]
    return replace(result(of, *made), sample=draw(st.booleans()))


def chart(of: IndicatorResult) -> Figure:
    return indicator_chart(of, SENTENCE, WORDS, year_label)


def cells(figure: Figure) -> list[str]:
    return [cell.shown if isinstance(cell, Number) else cell for row in figure.rows for cell in row.cells]


@given(any_result())
@settings(max_examples=150, deadline=None)
def test_every_number_is_in_the_table_and_nothing_leaves_the_sheet(of: IndicatorResult) -> None:
    """Whatever the data: well-formed, same bytes twice, every shown string in the table, one row a
    year, all text inside the view box, one name: the sentence."""
    figure = chart(of)
    assert chart(of) == figure
    shown = {
        n.shown for y in of.series for n in (y.actual, y.target, y.target_revised) if isinstance(n, Number)
    }
    assert shown <= set(cells(figure))
    assert len(figure.rows) == len(of.series)
    root = root_of(figure.svg)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == SENTENCE.text
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    for said, left, top, right, bottom in boxes(figure.svg):
        assert left >= -0.5 and right <= wide + 0.5, said
        assert top >= -0.5 and bottom <= high + 0.5, said
    assert "style=" not in figure.svg


@given(any_result())
@settings(max_examples=40, deadline=None)
def test_the_live_twin_is_a_valid_figure(of: IndicatorResult) -> None:
    """Plotly's own checker takes data and layout; hover texts carry the shown strings."""
    figure = chart(of)
    if figure.plotly is None:
        assert not any(
            isinstance(n, Number) for y in of.series for n in (y.actual, y.target, y.target_revised)
        )
        return
    go.Figure({"data": figure.plotly["data"], "layout": figure.plotly["layout"]})
    assert len(figure_artefacts([figure])) == 1


@given(any_result())
@settings(max_examples=40, deadline=None)
def test_the_mini_chart_is_silent(of: IndicatorResult) -> None:
    """No text, hidden from screen readers, well-formed; nothing at all without numbers."""
    drawn = spark(of)
    if drawn:
        assert root_of(drawn).attrib["aria-hidden"] == "true"
        assert texts(drawn) == []


@pytest.mark.parametrize("form", [(Kind.COUNT, TimeBasis.FLOW), (Kind.COUNT, TimeBasis.STOCK)])
def test_labels_do_not_meet(form: tuple[Kind, TimeBasis]) -> None:
    """Values, targets and gap words of an ordinary chart stand clear of each other."""
    of = indicator(kind=form[0], basis=form[1])
    years = [
        year(of, 2022 + i, a, t)
        for i, (a, t) in enumerate([("980", "1000"), ("1005", "1000"), ("1010", "1020")])
    ]
    years += [year(of, 2025 + i, Reason.NOT_DUE, str(1040 + 10 * i)) for i in range(4)]
    placed = list(boxes(chart(result(of, *years)).svg))
    for index, (one, left, top, right, bottom) in enumerate(placed):
        for other, left2, top2, right2, bottom2 in placed[index + 1 :]:
            apart = right <= left2 or right2 <= left or bottom <= top2 + 1 or bottom2 <= top + 1
            assert apart, (one, other)


def test_every_bar_has_its_number() -> None:
    """Few years: each value is printed in the picture, however long it is."""
    of = indicator(unit="千円", kind=Kind.AMOUNT)
    values = ["1234567890", "-234567890", "0", "98765432109876"]
    figure = chart(result(of, *[year(of, 2022 + i, v, "1000000000") for i, v in enumerate(values)]))
    assert {"1,234,567,890", "−234,567,890", "0", "98,765,432,109,876"} <= set(texts(figure.svg))


def test_a_gap_says_why() -> None:
    """A year without value is a gap with its word, not a zero."""
    of = indicator()
    figure = chart(result(of, year(of, 2024, "5"), year(of, 2025, Reason.NOT_REPORTED)))
    assert WORDS.word("figure.missing.not_reported") in texts(figure.svg)
    assert "0" not in [cell for row in figure.rows[1:] for cell in row.cells]


def test_provisional_and_reference_values_look_different() -> None:
    """Provisional bars are hatched, reference values outlined; legend and table name both."""
    of = indicator()
    figure = chart(result(of, year(of, 2024, "5", provisional=True), year(of, 2025, "6", reference=True)))
    assert f"url(#{figure.id}-hatch)" in figure.svg
    assert 'class="f-reference"' in figure.svg
    for key in ("figure.provisional", "figure.reference"):
        assert WORDS.word(key) in texts(figure.svg)
        assert WORDS.word(key) in cells(figure)


def test_breaks_and_notices_are_numbered_in_picture_and_notes() -> None:
    """A break parts the line with a dotted rule; its note and a notice share one numbering."""
    of = replace(
        indicator(basis=TimeBasis.STOCK),
        breaks=(SeriesBreak(2024, "基準変更"),),
        notices=(Notice("台風", 2023),),
    )
    figure = chart(result(of, *[year(of, 2022 + i, str(5 + i)) for i in range(4)]))
    assert [(n.mark, n.fiscal_year, n.text) for n in figure.notes] == [
        ("※1", 2023, "台風"),
        ("※2", 2024, "基準変更"),
    ]
    assert {"※1", "※2"} <= set(texts(figure.svg))
    assert figure.svg.count("f-break") == 1 and figure.svg.count("<polyline") == 2


def test_hostile_labels_are_literal_everywhere() -> None:
    """A tag, a link or a template in the data is printed as it stands, in both drawings."""
    of = indicator(unit='<a href="https://evil.example/">x</a>%{y}$a$')
    figure = chart(result(of, year(of, 2025, "1", period="<b>%{x}</b>")))
    assert "<a " not in figure.svg and "<b>" not in figure.svg
    written = figure_artefacts([figure])[0].content.decode()
    assert "<a " not in written and "<b>" not in written and "%{" not in written


def test_the_live_twin_calls_nobody() -> None:
    """Four buttons, no logo, no cloud, no template; colours are names of custom properties."""
    of = indicator()
    figure = chart(result(of, year(of, 2025, "1", "2")))
    assert figure.plotly is not None
    config, layout = figure.plotly["config"], figure.plotly["layout"]
    assert isinstance(config, dict) and isinstance(layout, dict)
    assert config["modeBarButtons"] == [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]]
    assert config["displaylogo"] is False and config["plotlyServerURL"] == ""
    assert layout["template"] is None
    assert "var(--actual)" in figure_artefacts([figure])[0].content.decode()


def test_the_page_gets_its_words_from_the_catalogue() -> None:
    """The loader's words and addresses come as data attributes of the figure."""
    of = indicator()
    figure = chart(result(of, year(of, 2025, "1")))
    attributes = live_attributes(figure, WORDS, "../../", "assets/vendor/plotly/plotly-basic.min.js")
    assert attributes["data-plotly"].split("?v=")[0] == f"../../{figure_artefacts([figure])[0].path}"
    assert attributes["data-open"] == WORDS.word("figure.live.open")
    assert live_attributes(chart(result(of)), WORDS, "", "x") == {}


def test_a_line_joins_years_at_the_usual_step() -> None:
    """Every year or every fifth; a longer gap and a break part the line."""
    assert stretches([2000, 2001, 2002, 2005, 2006]) == [[2000, 2001, 2002], [2005, 2006]]
    assert stretches([2000, 2005, 2010]) == [[2000, 2005, 2010]]
    assert stretches([2000, 2001, 2002], breaks=[2002]) == [[2000, 2001], [2002]]
    assert stretches([]) == []
