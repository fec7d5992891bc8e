"""The data page: every file that can be taken away, what stands in it, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import downloads, opendata
from generator.api_results import ROOT as API
from generator.model import IndicatorResult, Plan
from generator.pages import data_api
from generator.pages.chrome import has_samples
from generator.pages.site import Site, indicator_address
from generator.render import Page


@dataclass(frozen=True, slots=True)
class Cited:
    """How to name a page's numbers, and on what terms they may be used."""

    words: str
    bibtex: str
    licence: opendata.Licence


@dataclass(frozen=True, slots=True)
class Files:
    """One indicator and its files: (CSV, address) and so on."""

    result: IndicatorResult
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlanFiles:
    plan: Plan
    rows: tuple[Files, ...]


def pages(site: Site) -> Iterator[Page]:
    settings = site.project.site
    groups = tuple(
        PlanFiles(plan, tuple(Files(r, kinds(r)) for r in site.of_plan(plan.id)))
        for plan in site.project.plan.plans
    )
    yield Page(
        path="data/index.md",
        template="data.md.j2",
        title=site.word("nav.data"),
        description=site.word("data.description", plan=site.project.plan.title, license=settings.license),
        section="data",
        context={
            "settings": settings,
            "folder": downloads.FOLDER,
            "package": opendata.PACKAGE,
            "catalog": opendata.CATALOGUE,
            "documents": data_api.documents(site),
            "groups": groups,
            "sample": has_samples(site.project),
            "columns": columns(site),
            "cited": of_site(site),
        },
    )
    yield data_api.page(site)


def kinds(result: IndicatorResult) -> tuple[tuple[str, str], ...]:
    """The files of an indicator: what people call each, and where it is."""
    base = f"{downloads.FOLDER}/{result.indicator.id}"
    return (
        ("CSV", f"{base}.csv"),
        ("Excel", f"{base}.xlsx"),
        ("JSON", f"{API}/indicators/{result.indicator.id}.json"),
    )


def columns(site: Site) -> Sequence[tuple[str, str]]:
    """The columns of the CSV files in their order, each with its meaning; by_… stands for them all."""
    before, after = downloads.BEFORE_DIMENSIONS, downloads.AFTER_DIMENSIONS
    named = (*((name, name) for name in before), ("by", "by_…"), *((name, name) for name in after))
    return tuple((printed, site.word(f"data.column.{key}")) for key, printed in named)


def of_site(site: Site) -> Cited:
    """How to name the whole of it."""
    return _cited(site, "", site.year(site.results.report_year), site.results.report_year, "data", "")


def of_indicator(site: Site, result: IndicatorResult) -> Cited:
    """How to name one indicator's numbers."""
    about, now = result.indicator, result.current
    year = now.fiscal_year if now else None
    return _cited(site, about.name, site.year(now), year, about.slug, indicator_address(about))


def _cited(site: Site, work: str, label: str, year: int | None, slug: str, path: str) -> Cited:
    project = site.project
    return Cited(
        opendata.in_words(project, site.catalogue, site.voice, work, label, path),
        opendata.bibtex(project, work, label, year, slug, path),
        opendata.licence(project.site.license),
    )
