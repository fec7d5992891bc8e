"""data/indicators.yml: what is measured, and how it is to be judged."""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Finding
from generator.load.yamlfile import YamlDocument
from generator.model import Direction, Indicator, Notice, PlanDocument, SeriesBreak
from generator.parse.faults import checked, did_you_mean, rejected, warning
from generator.parse.names import RESERVED_IDS, is_slug, repeated, taken
from generator.parse.plan import indicator_ids_of
from generator.parse.schemas import IndicatorShape, as_written


@dataclass(frozen=True, slots=True)
class ReadIndicators:
    """The indicators that could be read, and the ids of all, also of those that could not.

    `paths` gives the dotted path of each id in the document.
    """

    indicators: tuple[Indicator, ...]
    paths: dict[str, str]
    findings: tuple[Finding, ...]


def read_indicators(document: YamlDocument) -> ReadIndicators:
    """Each item is checked by itself, so that one faulty item does not hide the others' faults."""
    if not isinstance(document.data, list) or not document.data:
        return ReadIndicators((), {}, (rejected("not_list_of_indicators", document.place()),))
    read: list[tuple[str, Indicator]] = []
    paths: dict[str, str] = {}
    findings: list[Finding] = []
    for position, item in enumerate(document.data):
        at = str(position)
        own_id = as_written(item.get("id")) if isinstance(item, dict) else None
        if isinstance(own_id, str):
            paths.setdefault(own_id, at)
        shape, faults = checked(document, IndicatorShape, item, at)
        findings += faults
        if shape is not None:
            read.append((at, _indicator(shape, position + 1)))
    findings += _names(document, read)
    for at, indicator in read:
        findings += _judging(document, at, indicator)
    return ReadIndicators(tuple(i for _, i in read), paths, tuple(findings))


def _indicator(shape: IndicatorShape, position: int) -> Indicator:
    low, high = shape.range if shape.range is not None else (None, None)
    baseline = shape.baseline
    return Indicator(
        id=shape.id,
        number=position if shape.number is None else shape.number,
        name=shape.name,
        name_en=shape.name_en or shape.name,
        slug=shape.slug or shape.id.lower().replace("_", "-"),
        unit=shape.unit,
        unit_en=shape.unit_en or shape.unit,
        direction=shape.direction,
        kind=shape.kind,
        aggregation=shape.aggregation,
        time_basis=shape.time_basis,
        target_basis=shape.target_basis or shape.time_basis,
        minimum=shape.min,
        maximum=shape.max,
        decimals=shape.decimals,
        definition=shape.definition,
        how_counted=shape.how_counted,
        source=shape.source,
        contact=shape.contact,
        next_update=shape.next_update,
        decision=shape.decision,
        sdgs=tuple(shape.sdgs),
        key=shape.key,
        baseline_year=baseline.fiscal_year if baseline else None,
        baseline_value=baseline.value if baseline else None,
        range_low=low,
        range_high=high,
        band=shape.band,
        cap=shape.cap,
        min_coverage=shape.min_coverage,
        public_by_society=shape.public_by_society,
        suppress_below=shape.suppress_below,
        all_societies=shape.societies == "all",
        dimensions=tuple(shape.dimensions),
        notices=tuple(Notice(n.text, n.fiscal_year) for n in shape.notices),
        breaks=tuple(SeriesBreak(b.fiscal_year, b.note) for b in shape.breaks),
        related=tuple(shape.related),
    )


def _names(document: YamlDocument, read: list[tuple[str, Indicator]]) -> list[Finding]:
    findings = [
        *repeated(document, "repeated_id", ((f"{at}.id", i.id) for at, i in read)),
        *repeated(document, "repeated_slug", ((f"{at}.slug", i.slug) for at, i in read)),
        *repeated(document, "repeated_number", ((f"{at}.number", i.number) for at, i in read)),
    ]
    for at, indicator in read:
        place = document.place(f"{at}.slug" if f"{at}.slug" in document.lines else f"{at}.id")
        findings += taken(place, indicator.slug)
        if not is_slug(indicator.slug):
            findings.append(rejected("bad_slug", place, indicator.slug, key=place.key))
        if indicator.id in RESERVED_IDS:
            findings.append(rejected("reserved_id", document.place(f"{at}.id"), indicator.id))
    return findings


def _judging(document: YamlDocument, at: str, indicator: Indicator) -> list[Finding]:
    """Whether the direction has what it needs, and the limits leave room."""
    findings = []
    direction = indicator.direction
    if direction is Direction.RANGE and indicator.range_low is None:
        findings.append(rejected("range_missing", document.place(f"{at}.direction"), "range"))
    if direction is not Direction.RANGE and indicator.range_low is not None:
        findings.append(warning("range_unused", document.place(f"{at}.range"), direction.value))
    has_measure = indicator.baseline_year is not None or indicator.band is not None
    if direction is Direction.MAINTAIN and not has_measure:
        findings.append(rejected("baseline_missing", document.place(f"{at}.direction"), "maintain"))
    for low, high, key in (
        (indicator.minimum, indicator.maximum, "max"),
        (indicator.range_low, indicator.range_high, "range"),
    ):
        if low is not None and high is not None and low > high:
            findings.append(rejected("limits_reversed", document.place(f"{at}.{key}"), f"{low} > {high}"))
    return findings


def check_against_plan(
    document: YamlDocument, read: ReadIndicators, plan_document: YamlDocument, plan: PlanDocument
) -> list[Finding]:
    """Plan and definitions name the same indicators; years and relations point somewhere."""
    mentioned = {indicator_id: path for path, indicator_id in indicator_ids_of(plan)}
    findings = [
        rejected("indicator_not_defined", plan_document.place(path), i, near=did_you_mean(i, read.paths))
        for i, path in mentioned.items()
        if i not in read.paths
    ]
    for indicator_id, at in read.paths.items():
        if indicator_id not in mentioned:
            findings.append(rejected("indicator_in_no_measure", document.place(f"{at}.id"), indicator_id))
    for indicator in read.indicators:
        findings += _points_somewhere(document, read, indicator, plan.targets_to)
    return findings


def _points_somewhere(
    document: YamlDocument, read: ReadIndicators, indicator: Indicator, last_year: int
) -> list[Finding]:
    at = read.paths[indicator.id]
    findings = []
    if indicator.baseline_year is not None and indicator.baseline_year > last_year:
        place = document.place(f"{at}.baseline.fiscal_year")
        findings.append(rejected("baseline_after_plan", place, indicator.baseline_year, last=last_year))
    for n, other in enumerate(indicator.related):
        if other not in read.paths or other == indicator.id:
            place = document.place(f"{at}.related.{n}")
            findings.append(rejected("related_unknown", place, other, near=did_you_mean(other, read.paths)))
    return findings
