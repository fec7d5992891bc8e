"""/data/datapackage.json: the CSV files as a Frictionless Tabular Data Package (specification 1)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from generator import downloads
from generator.api_results import Json, Object
from generator.model import Artefact
from generator.opendata.about import Column, Data, Table, key_of

_TYPES = {"text": "string", "flag": "boolean"}
_FLAG: Object = {"trueValues": ["1"], "falseValues": ["0"]}
"""A flag is 1 or empty; empty is not known to be otherwise, so it reads as a missing value."""


def document(data: Data, csvs: Sequence[Artefact]) -> bytes:
    """The descriptor; paths are beside it, so that it also holds for an unpacked all.zip."""
    content = {a.path: a.content for a in csvs}
    site = data.project.site
    described: Object = {
        "profile": "tabular-data-package",
        "name": urlsplit(site.site_url).hostname or "data",
        "title": data.title,
        "description": data.description,
        "homepage": site.site_url,
        **({"version": data.released.isoformat()} if data.released else {}),
        "licenses": [_licence(data)],
        "contributors": [{"title": site.organization, "role": "publisher"}],
        "sources": _sources(next(data.tables())),
        "sample": any(data.is_sample(table) for table in data.tables()),
        "resources": [_resource(data, table, content[table.path]) for table in data.tables()],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _licence(data: Data) -> Json:
    known = data.licence
    return {"name": known.id, "title": known.title, **({"path": known.url} if known.url else {})}


def _sources(table: Table) -> list[Json]:
    """Each source once, in the order of the plan."""
    named = dict.fromkeys(" ".join(r.indicator.source.split()) for r in table.results)
    return [{"title": title} for title in named if title]


def _resource(data: Data, table: Table, content: bytes) -> Json:
    sources = _sources(table)
    key: list[Json] = list(key_of(table))
    return {
        "profile": "tabular-data-resource",
        "name": table.name.lower(),
        "path": table.path.removeprefix(f"{downloads.FOLDER}/"),
        "title": table.title,
        "description": table.description,
        "homepage": data.url(table.page),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"lineTerminator": "\r\n", "delimiter": ",", "doubleQuote": True, "header": True},
        **({"sources": sources} if sources else {}),
        "sample": data.is_sample(table),
        "schema": {
            "fields": [_field(column) for column in data.columns(table)],
            "missingValues": [""],
            **({"primaryKey": key} if key else {}),
        },
    }


def _field(column: Column) -> Json:
    limits: Object = {"required": True} if column.required else {}
    if column.values:
        limits["enum"] = list(column.values)
    if column.name == "revision":
        limits["minimum"] = 0
    extra: Mapping[str, Json] = _FLAG if column.kind == "flag" else {}
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, column.kind),
        "description": column.meaning,
        **extra,
        **({"constraints": limits} if limits else {}),
    }
