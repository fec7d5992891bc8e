"""The JSON API v1: the same numbers as the pages, as data (contract: Outputs).

A number is {"raw", "shown"}: raw a decimal string (rates as ratios), shown the string that every
page prints. One that was read as it stands adds "src", its file#row. An absent one is
{"raw": null, "shown": null, "reason": …}, so that `raw` can always be asked for. The JSON
pointer of a computed number is its `Number.src`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from generator import api_corrections, api_impact, api_reviews, api_schemas, api_stories, downloads, ledger
from generator.api_results import (
    ROOT,
    Json,
    Object,
    definition,
    group_result,
    number,
    review_given,
    target_revision,
    year_result,
)
from generator.model import (
    Artefact,
    Breakdown,
    GroupResult,
    Indicator,
    IndicatorResult,
    Number,
    Plan,
    Project,
    Results,
    Sentence,
    SocietySeries,
    Value,
    YearResult,
)
from generator.model_impact import ImpactResults
from generator.model_review import YearBoard

SENTENCE_LANGUAGES = ("ja", "en")


class Speaker(Protocol):
    """A module of generated sentences in one language."""

    @property
    def indicator(self) -> Callable[[IndicatorResult, Project], Sentence]: ...
    @property
    def review(self) -> Callable[[YearBoard, Project], Sentence]: ...


def build(project: Project, results: Results, sentences: Mapping[str, Speaker]) -> list[Artefact]:
    """Every file of /api/v1/ and /data/*.csv, sorted by path.

    `sentences` maps a language to its module; a language without one has the sentence null.
    """
    files = {
        f"{ROOT}/index.json": index(project, results),
        f"{ROOT}/indicators.json": indicators(project, results),
        f"{ROOT}/index.schema.json": api_schemas.INDEX,
        f"{ROOT}/indicators.schema.json": api_schemas.INDICATORS,
        f"{ROOT}/indicator.schema.json": api_schemas.INDICATOR,
        f"{ROOT}/reviews.json": api_reviews.index(results),
        f"{ROOT}/reviews.schema.json": api_schemas.REVIEWS,
        f"{ROOT}/review.schema.json": api_schemas.REVIEW,
        api_stories.FILE: api_stories.document(project, results),
        f"{ROOT}/stories.schema.json": api_schemas.STORIES,
    }
    if has_accounts(results):
        files[api_impact.FILE] = api_impact.document(results.impact or ImpactResults())
        files[f"{ROOT}/impact.schema.json"] = api_schemas.IMPACT
    asked = {found.indicator_id: found for found in results.surveys}
    lines = ledger.corrections(project, results)
    files[f"{ROOT}/corrections.json"] = api_corrections.document(lines)
    files[f"{ROOT}/corrections.schema.json"] = api_schemas.CORRECTIONS
    made = [Artefact(path, as_bytes(content)) for path, content in files.items()]
    for result in results.indicators:
        # Bytes at once: the objects of a few hundred indicators together take ten times their room.
        spoken = {lang: sentences[lang].indicator(result, project) for lang in sorted(sentences)}
        own = api_corrections.of_indicator(lines, result.indicator.id)
        survey = api_impact.surveys(asked.get(result.indicator.id))
        content = as_bytes({**indicator(project, result, spoken), **survey, "corrections": own})
        made.append(Artefact(f"{ROOT}/indicators/{result.indicator.id}.json", content))
    for board in results.years:
        told = {lang: speaker.review(board, project).text for lang, speaker in sentences.items()}
        said = {lang: told.get(lang) for lang in SENTENCE_LANGUAGES}
        content = as_bytes(api_reviews.review(board, said))
        made.append(Artefact(f"{ROOT}/reviews/{board.fiscal_year}.json", content))
    return sorted([*made, *downloads.build(project, results)], key=lambda artefact: artefact.path)


def has_accounts(results: Results) -> bool:
    """Whether anything was computed from data/impact."""
    found = results.impact
    return found is not None and bool(found.ripples or found.sroi or found.logic_models)


def as_bytes(content: Object) -> bytes:
    """UTF-8 JSON on one line, with a line end; the same bytes for the same content."""
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def index(project: Project, results: Results) -> Object:
    """/api/v1/index.json: who publishes, the plan, and its results."""
    site, plan = project.site, project.plan
    by_id = {part.id: part for part in plan.plans}
    return {
        "$schema": "index.schema.json",
        "version": 1,
        "organization": site.organization,
        "site_name": site.site_name,
        "license": site.license,
        "sample": site.sample or any(r.sample for r in results.indicators),
        "title": plan.title,
        "period": {"from": plan.period_from, "to": plan.period_to, "targets_to": plan.targets_to},
        "fiscal_year_start": site.fiscal_year_start,
        "report_year": results.report_year,
        "plans": [_plan(by_id[group.id], group) for group in results.plans],
        "overall": group_result(results.overall),
        "indicators": "indicators.json",
        "stories": "stories.json",
        "data": "../../data/all.csv",
    }


def _plan(plan: Plan, group: GroupResult) -> Object:
    measures: list[Json] = [
        {"id": m.id, "title": m.title, "indicators": list(m.indicators)} for m in plan.measures
    ]
    named: Object = {"slug": plan.slug, "number": plan.number, "title": plan.title, "measures": measures}
    return {**group_result(group), **named}


def indicators(project: Project, results: Results) -> Object:
    """/api/v1/indicators.json: one line an indicator, with its current year."""
    return {
        "$schema": "indicators.schema.json",
        "report_year": results.report_year,
        "indicators": [_summary(result) for result in results.indicators],
    }


def _summary(result: IndicatorResult) -> Object:
    about, current = result.indicator, result.current
    return {
        "id": about.id,
        "number": about.number,
        "name": about.name,
        "name_en": about.name_en,
        "slug": about.slug,
        "unit": about.unit,
        "direction": about.direction.value,
        "plan": result.plan_id,
        "measure": result.measure_id,
        "url": f"../../indicators/{about.slug}/",
        "api": f"indicators/{about.id}.json",
        "csv": f"../../data/{about.id}.csv",
        "current": None if current is None else _current(current),
        "sample": result.sample,
    }


def _current(year: YearResult) -> Object:
    return {
        "fiscal_year": year.fiscal_year,
        "period": year.period,
        "status": year.status.value,
        "actual": number(year.actual),
        "target": number(year.target),
        "achievement": number(year.achievement),
        "achieved": year.achieved,
        "grade": year.grade.value,
        "pace": year.pace.band.value,
    }


def indicator(project: Project, result: IndicatorResult, spoken: Mapping[str, Sentence]) -> Object:
    """/api/v1/indicators/<id>.json: everything the indicator's page says."""
    about = result.indicator
    public = about.public_by_society
    return {
        "$schema": "../indicator.schema.json",
        "id": about.id,
        "definition": definition(about),
        "plan": result.plan_id,
        "measure": result.measure_id,
        "current_year": None if result.current is None else result.current.fiscal_year,
        "sentence": {lang: spoken[lang].text if lang in spoken else None for lang in SENTENCE_LANGUAGES},
        "series": [year_result(year, public) for year in result.series],
        "societies": [_society(area) for area in result.by_society] if public else [],
        "breakdowns": [_breakdown(breakdown, public) for breakdown in result.breakdowns],
        "target_history": [target_revision(revision) for revision in result.history],
        "review": None if result.review is None else review_given(result.review),
        "needs_review": result.needs_review,
        "sources": _sources(about, result),
        "stories": api_stories.of_indicator(project, about.id),
        "corrections": [],
        "sample": result.sample,
    }


def _society(area: SocietySeries) -> Object:
    return {
        "society": area.society.name,
        "slug": area.society.slug,
        "current_year": None if area.current is None else area.current.fiscal_year,
        "series": [year_result(year) for year in area.series],
    }


def _breakdown(breakdown: Breakdown, public: bool) -> Object:
    rows: list[Json] = [
        {"categories": dict(row.categories), "series": [year_result(year, public) for year in row.series]}
        for row in breakdown.rows
    ]
    return {"dimensions": list(breakdown.dimensions), "rows": rows}


def _sources(about: Indicator, result: IndicatorResult) -> list[Json]:
    """Where the numbers come from: the declared source, and the input files read."""
    files = sorted({src.partition("#")[0] for src in _input_places(result)})
    return [{"source": about.source, "contact": about.contact, "files": list(files)}]


def _input_places(result: IndicatorResult) -> Iterable[str]:
    series = [*result.series, *(year for area in result.by_society for year in area.series)]
    read: list[Value | None] = [value for year in series for value in (year.actual, year.target)]
    read += [revision.target for revision in result.history]
    return [v.src for v in read if isinstance(v, Number) and not v.src.startswith(f"{ROOT}/")]
