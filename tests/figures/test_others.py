"""Societies, categories, grades, and the words all charts need."""

from __future__ import annotations

from dataclasses import replace

import plotly.graph_objects as go

from generator.figures import category_chart, grade_bar, society_dots, tile_map
from generator.figures.figure import figure_id
from generator.figures.words import KEYS
from generator.model import Absent, Breakdown, CategorySeries, Grade, GroupResult, Number, Reason
from tests.figures.results_made import (
    NO_TARGET,
    SVG,
    WORDS,
    boxes,
    indicator,
    result,
    root_of,
    texts,
    with_societies,
    year,
    year_label,
)

SOCIETIES: dict[str, str | Reason] = {
    "山の会": "12",
    "海の会": Reason.SUPPRESSED,
    "川の会": "30",
    "<b>里</b>の会": "-4",
    "空の会": Reason.NOT_APPLICABLE,
}


def inside(drawn: str) -> bool:
    """Whether all text stands within the view box."""
    _, _, wide, high = map(float, root_of(drawn).attrib["viewBox"].split())
    return all(
        le >= -0.5 and t >= -0.5 and r <= wide + 0.5 and b <= high + 0.5 for _, le, t, r, b in boxes(drawn)
    )


def test_the_catalogue_has_every_word() -> None:
    """No key of the figures is missing from the Japanese catalogue."""
    assert [key for key in KEYS if not WORDS.has(key)] == []


def test_societies_are_ranked_and_the_rest_says_why() -> None:
    """Highest first; societies without a value follow with their word."""
    figure = society_dots(with_societies(indicator(), SOCIETIES), 2025, "会ごと", WORDS)
    assert [row.label for row in figure.rows][:3] == ["川の会", "山の会", "<b>里</b>の会"]
    assert {"30", "−4", WORDS.word("figure.missing.suppressed")} <= set(texts(figure.svg))
    assert "<b>" not in figure.svg and inside(figure.svg)
    assert figure.plotly is not None
    go.Figure({"data": figure.plotly["data"], "layout": figure.plotly["layout"]})


def test_every_tile_links_and_says_its_value() -> None:
    """One link a society, named with its value or the word for none."""
    made = with_societies(indicator(), SOCIETIES)
    societies = [entry.society for entry in made.by_society]
    figure = tile_map(made, 2025, societies, "配置", WORDS, lambda s: f"../societies/{s.slug}/")
    assert figure is not None and inside(figure.svg)
    links = list(root_of(figure.svg).iter(f"{SVG}a"))
    assert [link.attrib["href"] for link in links] == [f"../societies/s{i}/" for i in range(5)]
    assert links[1][0].text == f"海の会 {WORDS.word('figure.missing.suppressed')}"
    assert "f-tile-none" in figure.svg and "f-tile-4" in figure.svg


def test_no_grid_no_map() -> None:
    """Without places in the list of societies there is no map."""
    made = with_societies(indicator(), SOCIETIES)
    nowhere = [replace(entry.society, grid_col=None) for entry in made.by_society]
    assert tile_map(made, 2025, nowhere, "配置", WORDS, lambda s: "#") is None


def breakdown(categories: int, years: int) -> Breakdown:
    of = indicator(unit="%", decimals=1)
    rows = tuple(
        CategorySeries(
            (("age", f"とても長い名前の区分その{c}" * 2),),
            tuple(
                year(of, 2015 + y, Reason.SUPPRESSED if (c + y) % 5 == 0 else f"{c}.{y % 10}")
                for y in range(years)
            ),
        )
        for c in range(categories)
    )
    return Breakdown(("age",), rows)


def test_categories_all_stand_in_the_table() -> None:
    """The picture may leave categories out, and says so; the table has every one and every value."""
    for years in (1, 12):
        made = breakdown(15, years)
        figure = category_chart(result(indicator("%", 1)), made, "区分ごと", WORDS, year_label)
        assert len(figure.rows) == 15 and inside(figure.svg)
        left_out = 15 - (12 if years == 1 else 8)
        assert WORDS.word("figure.more_categories", n=str(left_out)) in texts(figure.svg)
        shown = {c.shown for row in figure.rows for c in row.cells if isinstance(c, Number)}
        assert shown == {y.actual.shown for r in made.rows for y in r.series if isinstance(y.actual, Number)}


def test_categories_without_any_value_still_draw() -> None:
    """A breakdown that is wholly suppressed is words, not a crash."""
    of = indicator()
    rows = (CategorySeries((("age", "若い"),), (year(of, 2025, Reason.SUPPRESSED),)),)
    figure = category_chart(result(of), Breakdown(("age",), rows), "区分", WORDS, year_label)
    assert WORDS.word("figure.missing.suppressed") in texts(figure.svg)


def test_grades_keep_letter_and_count() -> None:
    """Each grade that occurs has its letter and count above its part; the table has all."""
    counts = ((Grade.A, 20), (Grade.B, 1), (Grade.C, 0), (Grade.D, 1), (Grade.E, 1), (Grade.NONE, 9))
    nothing = Absent(Reason.NO_TARGET)
    group = GroupResult("p", 32, 23, 20, nothing, nothing, 0, nothing, NO_TARGET, NO_TARGET, counts)
    figure = grade_bar(group, "評価", WORDS)
    assert [text.split()[0] for text in texts(figure.svg)] == [
        "A",
        "B",
        "D",
        "E",
        WORDS.word("figure.no_grade"),
    ]
    assert len(figure.rows) == 6 and inside(figure.svg)


def test_ids_are_safe_and_differ() -> None:
    """Ids hold only letters, digits and dashes, and different keys give different ids."""
    assert figure_id("category", "K07", "性別") == "fig-category-k07-x6027x5225"


def test_a_category_may_end_early() -> None:
    """A category without recent years keeps its label at its last point."""
    of = indicator()
    long = CategorySeries((("age", "長い"),), tuple(year(of, 2010 + y, str(y)) for y in range(10)))
    short = CategorySeries((("age", "短い"),), (year(of, 2010, "77"),))
    figure = category_chart(result(of), Breakdown(("age",), (long, short)), "区分", WORDS, year_label)
    assert "77" in texts(figure.svg) and inside(figure.svg)
