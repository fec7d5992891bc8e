"""/data/<name>.csv-metadata.json: each CSV file as CSV on the Web (W3C), found by its name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from generator import downloads
from generator.api_results import Json, Object
from generator.model import Artefact
from generator.opendata.about import Column, Data, Table, key_of

_TYPES: dict[str, Json] = {
    "text": "string", "number": "decimal", "integer": "nonNegativeInteger", "year": "gYear", "date": "date",
    "flag": {"base": "boolean", "format": "1|0"},
}  # fmt: skip


def build(data: Data, csvs: Sequence[Artefact]) -> Iterator[Artefact]:
    """One description a file that is there."""
    there = {a.path for a in csvs}
    for table in data.tables():
        if table.path in there:
            content = json.dumps(_document(data, table), ensure_ascii=False, indent=1) + "\n"
            yield Artefact(f"{table.path}-metadata.json", content.encode())


def _document(data: Data, table: Table) -> Object:
    site, day, known = data.project.site, data.released, data.licence
    key: list[Json] = list(key_of(table))
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": data.catalogue.lang}],
        "url": table.path.removeprefix(f"{downloads.FOLDER}/"),
        "dc:title": table.title,
        "dc:description": table.description,
        "dc:publisher": site.organization,
        "dc:license": {"@id": known.url} if known.url else known.title,
        "dc:source": data.url(table.page),
        **({"dc:modified": {"@value": day.isoformat(), "@type": "xsd:date"}} if day else {}),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [_column(column) for column in data.columns(table)],
            **({"primaryKey": key} if key else {}),
        },
    }


def _column(column: Column) -> Json:
    """`name` may only hold what a URI template holds, so that by_区分 is written in percent there."""
    return {
        "name": quote(column.name, safe="_"),
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": _TYPES[column.kind],
        **({"required": True} if column.required else {"null": ""}),
    }
