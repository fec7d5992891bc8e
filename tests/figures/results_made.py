"""Results made by hand, and the means to read a drawn chart back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from xml.etree import ElementTree

from generator import catalogue, formats
from generator.figures.lettering import SIZE, width
from generator.model import (
    Absent,
    Aggregation,
    Direction,
    Grade,
    Indicator,
    IndicatorResult,
    Kind,
    Number,
    Pace,
    PaceBand,
    Reason,
    Sentence,
    Society,
    SocietySeries,
    Status,
    TimeBasis,
    YearResult,
)

WORDS = catalogue.read("ja")
NO_TARGET = Absent(Reason.NO_TARGET)
SENTENCE = Sentence(("令和7年度は123件です。",))
SVG = "{http://www.w3.org/2000/svg}"


def indicator(
    unit: str = "件", decimals: int = 0, kind: Kind = Kind.COUNT, basis: TimeBasis = TimeBasis.FLOW
) -> Indicator:
    """An indicator with nothing but what a chart asks for."""
    return Indicator(
        id="T-1",
        number=1,
        name="試し",
        name_en="trial",
        slug="trial",
        unit=unit,
        unit_en="cases",
        direction=Direction.INCREASE,
        kind=kind,
        aggregation=Aggregation.SUM,
        time_basis=basis,
        target_basis=basis,
        decimals=decimals,
    )


def number(of: Indicator, value: Decimal) -> Number:
    return formats.value_number(value, of.decimals, of.is_percent, "values.csv#2")


def year(
    of: Indicator,
    fiscal_year: int,
    actual: str | Reason,
    target: str | None = None,
    revised: str | None = None,
    *,
    period: str = "",
    provisional: bool = False,
    reference: bool = False,
) -> YearResult:
    """One year; `actual` is a decimal text or the reason why there is none."""
    missing = isinstance(actual, Reason)
    return YearResult(
        fiscal_year=fiscal_year,
        period=period,
        status=Status.NOT_REPORTED if missing else Status.REPORTED,
        actual=Absent(actual) if isinstance(actual, Reason) else number(of, Decimal(actual)),
        target=number(of, Decimal(target)) if target is not None else NO_TARGET,
        target_revised=number(of, Decimal(revised)) if revised is not None else None,
        achievement=NO_TARGET,
        difference=NO_TARGET,
        in_year_progress=NO_TARGET,
        achieved=None,
        grade=Grade.NONE,
        grade_reason=Reason.NO_TARGET,
        change=NO_TARGET,
        change_rate=NO_TARGET,
        pace=Pace(PaceBand.NOT_ASSESSABLE, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, NO_TARGET, None, None),
        coverage=None,
        reference_only=reference,
        provisional=provisional,
        sample=False,
        numerator=None,
        denominator=None,
        notes=(),
        workings=(),
    )


def result(of: Indicator, *years: YearResult) -> IndicatorResult:
    valued = [y for y in years if isinstance(y.actual, Number)]
    return IndicatorResult(
        indicator=of,
        plan_id="p",
        measure_id="1-1",
        series=years,
        current=valued[-1] if valued else None,
        last=None,
        history=(),
        by_society=(),
        breakdowns=(),
        review=None,
        needs_review=False,
        sample=False,
        previous_id=None,
        next_id=None,
        related=(),
    )


def with_societies(of: Indicator, values: dict[str, str | Reason]) -> IndicatorResult:
    """One year (2025) of societies on a grid of three columns, each with a target of 10."""
    entries = []
    for index, (name, value) in enumerate(values.items()):
        society = Society(name, f"s{index}", "", index % 3 + 1, index // 3 + 1)
        entries.append(SocietySeries(society, (year(of, 2025, value, "10"),), None))
    return replace(result(of), by_society=tuple(entries))


def year_label(fiscal_year: int, period: str) -> str:
    return period or f"R{fiscal_year - 2018}"


def root_of(drawn: str) -> ElementTree.Element:
    """The chart read back as XML; raises when it is not well formed."""
    return ElementTree.fromstring(drawn)


def texts(drawn: str) -> list[str]:
    return [text.text or "" for text in root_of(drawn).iter(f"{SVG}text")]


def boxes(drawn: str) -> Iterator[tuple[str, float, float, float, float]]:
    """Every text with its estimated left, top, right and bottom, in user units."""
    for text in root_of(drawn).iter(f"{SVG}text"):
        said, x, y = text.text or "", float(text.attrib["x"]), float(text.attrib["y"])
        if "f-upright" in text.attrib["class"]:
            yield said, x - SIZE / 2, y, x + SIZE / 2, y + SIZE * len(said)
            continue
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib.get("text-anchor", "start")]
        left = x - width(said) * shift
        yield said, left, y - SIZE * 0.8, left + width(said), y + SIZE * 0.15
