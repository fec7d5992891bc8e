"""The data page: every file that can be taken away, what stands in it, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import downloads
from generator.api_results import ROOT as API
from generator.model import IndicatorResult, Plan
from generator.pages.chrome import has_samples
from generator.pages.site import Site
from generator.render import Page

WHOLE = ("index", "indicators", "reviews", "corrections")
"""The API's files about everything; each has its schema beside it, and `indicator` and `review`
have one too. Social impact has a file only where a project keeps accounts of it."""


@dataclass(frozen=True, slots=True)
class Files:
    """One indicator and its two files."""

    result: IndicatorResult
    csv: str
    json: str


@dataclass(frozen=True, slots=True)
class PlanFiles:
    plan: Plan
    rows: tuple[Files, ...]


def pages(site: Site) -> Iterator[Page]:
    settings = site.project.site
    groups = tuple(
        PlanFiles(plan, tuple(_files(r) for r in site.of_plan(plan.id))) for plan in site.project.plan.plans
    )
    accounts = site.results.impact
    impact = ("impact",) if accounts and (accounts.ripples or accounts.sroi) else ()
    yield Page(
        path="data/index.md",
        template="data.md.j2",
        title=site.word("nav.data"),
        description=site.word("data.description", plan=site.project.plan.title, license=settings.license),
        section="data",
        context={
            "settings": settings,
            "all_csv": f"{downloads.FOLDER}/all.csv",
            "api": API,
            "whole": (*WHOLE, *impact),
            "schemas": (*WHOLE, *impact, "indicator", "review"),
            "groups": groups,
            "sample": has_samples(site.project),
            "columns": columns(site),
            "citation": citation(site),
        },
    )


def _files(result: IndicatorResult) -> Files:
    about = result.indicator
    return Files(result, f"{downloads.FOLDER}/{about.id}.csv", f"{API}/indicators/{about.id}.json")


def columns(site: Site) -> Sequence[tuple[str, str]]:
    """The columns of the CSV files in their order, each with its meaning; by_… stands for them all."""
    before, after = downloads.BEFORE_DIMENSIONS, downloads.AFTER_DIMENSIONS
    named = (*((name, name) for name in before), ("by", "by_…"), *((name, name) for name in after))
    return tuple((printed, site.word(f"data.column.{key}")) for key, printed in named)


def citation(site: Site) -> str:
    """How to name this source; without a day, because the data's own year tells which version it is."""
    settings, year = site.project.site, site.year(site.results.report_year)
    key = "data.citation" if year else "data.citation_no_year"
    return site.word(
        key, organization=settings.organization, site=settings.site_name, year=year, url=settings.site_url
    )
