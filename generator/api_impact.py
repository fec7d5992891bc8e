"""Social impact as JSON: /api/v1/impact.json, and the surveys of an indicator's own file.

Everything stands at the address that its `Number.src` names. What was declared (factors of an SROI
account, demand of an event) stands beside what follows from it, each with its source in words.
"""

from __future__ import annotations

from dataclasses import fields

from generator.api_results import ROOT, Json, Object, number, workings
from generator.metrics import declared
from generator.model_impact import (
    Claim,
    ImpactResults,
    Links,
    LogicModel,
    OutcomeResult,
    RippleResult,
    RoundResult,
    SectorRipple,
    SroiResult,
    SurveyArea,
    SurveyResult,
    SurveyYear,
)

FILE = f"{ROOT}/impact.json"
_AREA = (
    *("population", "sent", "undeliverable", "valid", "answered", "positives", "blanks"),
    *("response_rate", "share", "low", "high", "at_least", "at_most"),
)


def document(impact: ImpactResults) -> Object:
    """/api/v1/impact.json."""
    return {
        "$schema": "impact.schema.json",
        "ripples": [_ripple(found, f"{FILE}#/ripples/{n}") for n, found in enumerate(impact.ripples)],
        "sroi": [_sroi(found, f"{FILE}#/sroi/{n}") for n, found in enumerate(impact.sroi)],
        "logic_models": [_logic_model(model) for model in impact.logic_models],
    }


def _links(links: Links) -> Object:
    return {
        "projects": list(links.projects),
        "indicators": list(links.indicators),
        "stories": list(links.stories),
    }


def _claim(claim: Claim) -> Object:
    return {field.name: getattr(claim, field.name) for field in fields(claim)}


# ---------------------------------------------------------------- ripple


def _ripple(found: RippleResult, base: str) -> Object:
    event, table = found.event, found.event.table
    amounts = declared.sums(tuple(item.amount for item in event.demand), f"{base}/demand_items")
    return {
        "id": event.id,
        "title": event.title,
        "fiscal_year": event.fiscal_year,
        "summary": event.summary,
        "unit": table.unit,
        "gross": True,
        "table": {
            "year": table.year,
            "source": table.source,
            "file": table.file,
            "sectors": len(table.sectors),
            "domestic": table.domestic,
        },
        "demand_items": [
            {
                "sector": item.sector,
                "amount": number(n),
                "price": "purchaser" if item.purchaser else "producer",
                "source": item.source,
            }
            for item, n in zip(event.demand, amounts, strict=True)
        ],
        "demand": number(found.demand),
        "rounds": [_round(one) for one in found.rounds],
        "total": _round(found.total),
        "sectors": [_sector(one) for one in found.sectors],
        "self_sufficiency_source": event.self_sufficiency_source,
        "conversion": number(found.conversion),
        "conversion_source": event.conversion.source,
        "consumption": number(found.consumption),
        "multiplier": number(found.multiplier),
        "budget_multiplier": number(found.budget_multiplier),
        "rounded_sums": {name: number(value) for name, value in found.rounded_sums},
        "claim": _claim(event.claim),
        "links": _links(event.links),
        "workings": workings(found.workings),
        "sample": event.sample,
    }


def _round(one: RoundResult) -> Object:
    return {
        "name": one.name,
        "output": number(one.output),
        "value_added": number(one.value_added),
        "wages": number(one.wages),
        "employment": number(one.employment),
    }


def _sector(one: SectorRipple) -> Object:
    return {
        "sector": one.sector,
        "demand": number(one.demand),
        "self_sufficiency": number(one.self_sufficiency),
        "overridden": one.overridden,
        "direct": number(one.direct),
        "first": number(one.first),
        "second": number(one.second),
        "total": number(one.total),
    }


# ---------------------------------------------------------------- SROI


def _sroi(found: SroiResult, base: str) -> Object:
    account = found.account
    amounts = declared.sums(tuple(i.amount for i in account.inputs), f"{base}/input_items")
    items: list[Json] = [
        {"name": item.name, "amount": number(n), "source": item.source}
        for item, n in zip(account.inputs, amounts, strict=True)
    ]
    rate = declared.ends("discount_rate", account.discount, f"{base}/discount_rate")
    return {
        "id": account.id,
        "title": account.title,
        "fiscal_year": account.fiscal_year,
        "summary": account.summary,
        "unit": account.unit,
        "low": number(found.low),
        "high": number(found.high),
        "ratio": number(found.ratio),
        "net_ratio": number(found.net_ratio),
        "present_value": number(found.present_value),
        "inputs": number(found.inputs),
        "input_items": items,
        "discount_rate": _ends(rate, account.discount.source),
        "outcomes": [_outcome(o, f"{base}/outcomes/{i}") for i, o in enumerate(found.outcomes)],
        "tornado": [
            {
                "outcome": bar.outcome_id or None,
                "factor": bar.factor,
                "low": number(bar.low),
                "high": number(bar.high),
                "at_low": number(bar.at_low),
                "at_high": number(bar.at_high),
            }
            for bar in found.tornado
        ],
        "seed": account.seed,
        "runs": account.runs,
        "links": _links(account.links),
        "workings": workings(found.workings),
        "sample": account.sample,
    }


def _ends(numbers: declared.Ends, source: str) -> Object:
    stated: Object = {end: number(n) for end, n in zip(declared.ENDS, numbers, strict=True)}
    return {**stated, "source": source}


def _outcome(found: OutcomeResult, base: str) -> Object:
    outcome = found.outcome
    return {
        "id": outcome.id,
        "name": outcome.name,
        "stakeholder": outcome.stakeholder,
        "quantity_unit": outcome.quantity_unit,
        "proxy_name": outcome.proxy_name,
        "years": outcome.years,
        "factors": {n: _ends(numbers, f.source) for n, f, numbers in declared.factors(outcome, base)},
        "first_year": number(found.first_year),
        "by_year": [number(value) for value in found.by_year],
        "present_value": number(found.present_value),
        "claim": _claim(outcome.claim),
    }


# ---------------------------------------------------------------- logic models


def _logic_model(model: LogicModel) -> Object:
    nodes: list[Json] = [
        {
            "id": node.id,
            "stage": node.stage,
            "text": node.text,
            "leads_to": list(node.leads_to),
            "links": _links(node.links),
            "claim": None if node.claim is None else _claim(node.claim),
        }
        for node in model.nodes
    ]
    return {
        "id": model.id,
        "plan": model.plan_id,
        "title": model.title,
        "summary": model.summary,
        "nodes": nodes,
        "sample": model.sample,
    }


# ---------------------------------------------------------------- surveys


def surveys(found: SurveyResult | None) -> Object:
    """The keys that an indicator's file has where a survey stands behind it; none otherwise."""
    if found is None:
        return {}
    years: list[Json] = [_survey_year(year) for year in found.years]
    return {"survey_gate": number(found.gate), "surveys": years}


def _survey_year(year: SurveyYear) -> Object:
    return {
        "fiscal_year": year.fiscal_year,
        "survey_id": year.survey_id,
        "federation": _area(year.federation),
        "societies": [_area(area) for area in year.societies],
        "breaks_here": year.breaks_here,
        "sample": year.sample,
    }


def _area(area: SurveyArea) -> Object:
    return {
        "society": area.society,
        **{name: number(getattr(area, name)) for name in _AREA},
        "passes": area.passes,
        "hidden": area.hidden,
        "answers": [
            {
                "answer": given.answer,
                "positive": given.positive,
                "count": number(given.count),
                "share": number(given.share),
            }
            for given in area.answers
        ],
        "workings": workings(area.workings),
    }
