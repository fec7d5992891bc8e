"""data/plan.yml: the plan in its own words, with ids, numbers and addresses filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.findings import Finding
from generator.load.yamlfile import YamlDocument
from generator.model import Action, Measure, Plan, PlanDocument, Section
from generator.parse.faults import checked, rejected
from generator.parse.names import is_slug, repeated, taken
from generator.parse.schemas import ActionShape, MeasureShape, PlanPartShape, PlanShape


def read_plan(document: YamlDocument) -> tuple[PlanDocument | None, list[Finding]]:
    """The plan, or None with the findings that say why."""
    shape, findings = checked(document, PlanShape, document.data)
    if shape is None:
        return None, findings
    plan = _plan_document(shape)
    return plan, _period(document, shape) + _names(document, plan) + _indicators_once(document, plan)


def _plan_document(shape: PlanShape) -> PlanDocument:
    period = shape.period
    return PlanDocument(
        title=shape.title,
        period_from=period.from_,
        period_to=period.to,
        targets_to=period.to if period.targets_to is None else period.targets_to,
        plans=tuple(_plan(part, position) for position, part in enumerate(shape.plans, start=1)),
        sections=tuple(Section(s.id, s.heading, s.text, tuple(s.items)) for s in shape.sections),
        mission=shape.mission,
    )


def _plan(part: PlanPartShape, position: int) -> Plan:
    return Plan(
        id=part.id,
        slug=part.id if part.slug is None else part.slug,
        number=position if part.number is None else part.number,
        title=part.title,
        measures=tuple(map(_measure, part.measures)),
        summary=part.summary,
    )


def _measure(shape: MeasureShape) -> Measure:
    return Measure(
        id=shape.id,
        title=shape.title,
        indicators=tuple(shape.indicators),
        actions=_actions(shape.actions, shape.id),
        indicator_text=shape.indicator_text,
    )


def _actions(shapes: Sequence[ActionShape], above: str) -> tuple[Action, ...]:
    return tuple(_action(shape, f"{above}-{n}") for n, shape in enumerate(shapes, start=1))


def _action(shape: ActionShape, default_id: str) -> Action:
    own_id = default_id if shape.id is None else shape.id
    return Action(own_id, shape.text, _actions(shape.children, own_id), shape.as_printed)


def _period(document: YamlDocument, shape: PlanShape) -> list[Finding]:
    period = shape.period
    findings = []
    if period.from_ > period.to:
        place = document.place("period.to")
        findings.append(rejected("period_reversed", place, period.to, first=period.from_))
    if period.targets_to is not None and period.targets_to < period.to:
        place = document.place("period.targets_to")
        findings.append(rejected("targets_end_early", place, period.targets_to, last=period.to))
    return findings


def _names(document: YamlDocument, plan: PlanDocument) -> list[Finding]:
    plans = [(f"plans.{n}", part) for n, part in enumerate(plan.plans)]
    findings = [
        *repeated(document, "repeated_id", ((f"{at}.id", part.id) for at, part in plans)),
        *repeated(document, "repeated_slug", ((f"{at}.slug", part.slug) for at, part in plans)),
        *repeated(document, "repeated_number", ((f"{at}.number", part.number) for at, part in plans)),
        *repeated(document, "repeated_id", ((f"{at}.id", m.id) for at, m in measures_of(plan))),
        *repeated(document, "repeated_id", _action_ids(plan)),
        *repeated(document, "repeated_id", ((f"sections.{n}.id", s.id) for n, s in enumerate(plan.sections))),
    ]
    for at, part in plans:
        place = document.place(f"{at}.slug" if f"{at}.slug" in document.lines else f"{at}.id")
        findings += taken(place, part.slug)
        if not is_slug(part.slug):
            findings.append(rejected("bad_slug", place, part.slug, key=place.key))
    return findings


def measures_of(plan: PlanDocument) -> Iterator[tuple[str, Measure]]:
    """Every measure with its dotted path in the document."""
    for p, part in enumerate(plan.plans):
        for m, measure in enumerate(part.measures):
            yield f"plans.{p}.measures.{m}", measure


def indicator_ids_of(plan: PlanDocument) -> Iterator[tuple[str, str]]:
    """Every mention of an indicator with its dotted path, in the order of the plan."""
    for at, measure in measures_of(plan):
        for n, indicator_id in enumerate(measure.indicators):
            yield f"{at}.indicators.{n}", indicator_id


def _action_ids(plan: PlanDocument) -> Iterator[tuple[str, str]]:
    for at, measure in measures_of(plan):
        yield from _ids_below(f"{at}.actions", measure.actions)


def _ids_below(at: str, actions: Sequence[Action]) -> Iterator[tuple[str, str]]:
    for n, action in enumerate(actions):
        yield f"{at}.{n}.id", action.id
        yield from _ids_below(f"{at}.{n}.children", action.children)


def _indicators_once(document: YamlDocument, plan: PlanDocument) -> list[Finding]:
    return repeated(document, "indicator_in_two_measures", indicator_ids_of(plan))
