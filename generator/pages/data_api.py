"""The page of the API: its files, what each field means, and how to fetch a number.

The fields are those that the published schemas promise, so that a new one asks for its words here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator import api_schemas
from generator.api_results import ROOT as API
from generator.api_results import number
from generator.model import IndicatorResult, Number
from generator.pages.site import Site
from generator.render import Page

_SHAPES = ("number", "year", "pace", "coverage")


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of file. `path` below the API's root (with <id> where there are many); `link` an
    address that is there."""

    name: str
    path: str
    link: str
    meaning: str
    fields: tuple[Field, ...]

    @property
    def schema(self) -> str:
        return f"{API}/{self.name}.schema.json"


def page(site: Site) -> Page:
    settings = site.project.site
    example = next((r for r in site.results.indicators if r.current and _actual(r)), None)
    return Page(
        path="data/api.md",
        template="data_api.md.j2",
        title=site.word("api.title"),
        description=site.word("api.description", site=settings.site_name),
        section="data",
        context={
            "base": f"{settings.site_url}{API}/",
            "documents": documents(site),
            "shapes": tuple((name, tuple(_shape(site, name))) for name in _SHAPES),
            "example": example,
            "address": f"{settings.site_url}{API}/indicators/{example.indicator.id}.json" if example else "",
            "at": example.series.index(example.current) if example and example.current else 0,
            "answer": _answer(example),
        },
    )


def _actual(result: IndicatorResult) -> Number | None:
    value = result.current.actual if result.current else None
    return value if isinstance(value, Number) and result.current in result.series else None


def _answer(result: IndicatorResult | None) -> str:
    value = _actual(result) if result else None
    return json.dumps(number(value), ensure_ascii=False) if value else ""


def documents(site: Site) -> tuple[Document, ...]:
    """Every kind of file that this site has."""
    indicators, years = site.results.indicators, site.results.years
    accounts = site.results.impact
    made = [_document(site, "index", api_schemas.INDEX), _list(site, "indicators", api_schemas.INDICATORS)]
    if indicators:
        made.append(_many(site, "indicator", "indicators/", "<id>", indicators[0].indicator.id))
    made.append(_list(site, "reviews", api_schemas.REVIEWS))
    if years:
        made.append(_many(site, "review", "reviews/", "<year>", str(years[-1].fiscal_year)))
    made.append(_list(site, "corrections", api_schemas.CORRECTIONS))
    made.append(_list(site, "stories", api_schemas.STORIES))
    if accounts and (accounts.ripples or accounts.sroi or accounts.logic_models):
        made.append(_document(site, "impact", api_schemas.IMPACT))
    return tuple(made)


def _document(site: Site, name: str, schema: Any) -> Document:
    path = f"{name}.json"
    return Document(name, path, f"{API}/{path}", site.word(f"api.file.{name}"), tuple(_fields(site, schema)))


def _many(site: Site, name: str, folder: str, place: str, first: str) -> Document:
    schema = api_schemas.INDICATOR if name == "indicator" else api_schemas.REVIEW
    link = f"{API}/{folder}{first}.json"
    meaning = site.word(f"api.file.{name}")
    return Document(name, f"{folder}{place}.json", link, meaning, tuple(_fields(site, schema)))


def _list(site: Site, name: str, schema: Any) -> Document:
    """A file that is one list: what matters is what stands in each entry."""
    entries = {"reviews": "years"}.get(name, name)
    fields = tuple(_fields(site, schema["properties"][entries]["items"], f"{entries}[]."))
    rest = tuple(f for f in _fields(site, schema) if f.name != entries)
    path = f"{name}.json"
    return Document(name, path, f"{API}/{path}", site.word(f"api.file.{name}"), (*rest, *fields))


def _fields(site: Site, shape: Any, before: str = "") -> Iterator[Field]:
    for name, own in shape["properties"].items():
        yield Field(before + name, _kind(site, own), site.word(f"api.field.{name}"))


def _shape(site: Site, name: str) -> Iterator[Field]:
    definitions = api_schemas.INDICATOR["$defs"]
    assert isinstance(definitions, dict)
    year: Any = definitions["year"]
    inside = {
        "number": definitions["number"],
        "year": year,
        "pace": year["properties"]["pace"],
        "coverage": year["properties"]["coverage"]["anyOf"][0],
    }
    return _fields(site, inside[name])


def _kind(site: Site, shape: Any) -> str:
    """What a field holds, in a word."""
    if "$ref" in shape:
        return site.word(f"api.kind.{shape['$ref'].rpartition('/')[2]}")
    if "anyOf" in shape:
        return site.word("api.or_none", kind=_kind(site, shape["anyOf"][0]))
    told = shape.get("type") or ("integer" if isinstance(shape.get("const"), int) else "string")
    if isinstance(told, list):
        kind = site.word(f"api.kind.{told[0]}")
        return site.word("api.or_none", kind=kind) if "null" in told else kind
    return site.word(f"api.kind.{told}")
