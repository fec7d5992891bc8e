"""/data/catalog.jsonld: every file as a DCAT 3 catalogue with absolute addresses, sizes and checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date

from generator import downloads
from generator.api_results import ROOT as API
from generator.api_results import Json, Object
from generator.model import Artefact
from generator.opendata.about import ALL, Data, Table

CONTEXT: Object = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_IANA = "https://www.iana.org/assignments/media-types/"
MEDIA = {
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".json": "application/json",
    ".zip": "application/zip",
}
_LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/"


def document(data: Data, files: Sequence[Artefact]) -> bytes:
    """The catalogue of what is in `files`."""
    by_path = {a.path: a.content for a in files}
    site = data.project.site
    tables = list(data.tables())
    content: Object = {
        "@context": CONTEXT,
        "@id": data.url("data/catalog.jsonld"),
        "@type": "dcat:Catalog",
        **_common(data, data.title, data.description),
        "foaf:homepage": {"@id": site.site_url},
        "dcat:dataset": [_dataset(data, table, by_path) for table in tables],
        "dcat:service": {
            "@id": data.url(f"{API}/"),
            "@type": "dcat:DataService",
            "dct:title": _text(data, data.word("api.title")),
            "dcat:endpointURL": {"@id": data.url(f"{API}/")},
            "dcat:endpointDescription": {"@id": data.url("data/api/")},
            "dcat:servesDataset": [{"@id": _id(data, table)} for table in tables],
        },
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _common(data: Data, title: str, description: str) -> Object:
    """What catalogue and datasets say alike. Without a release there is no date."""
    known = data.licence
    days = {"dct:issued": data.issued, "dct:modified": data.released}
    return {
        "dct:title": _text(data, title),
        "dct:description": _text(data, description),
        "dct:publisher": {
            "@id": data.url("#organization"),
            "@type": "foaf:Organization",
            "foaf:name": _text(data, data.project.site.organization),
        },
        "dct:language": {"@id": f"{_LANGUAGE}{data.catalogue.lang}"},
        **({"dct:license": {"@id": known.url}} if known.url else {"dct:rights": known.title}),
        **{name: _day(day) for name, day in days.items() if day},
    }


def _dataset(data: Data, table: Table, files: dict[str, bytes]) -> Object:
    years = data.years(table)
    description = table.description
    if data.is_sample(table):
        description = data.word("opendata.sample") + description
    covered: Object = {}
    if years:
        covered["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(years[0]),
            "dcat:endDate": _day(years[1]),
        }
    return {
        "@id": _id(data, table),
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        **_common(data, table.title, description),
        "dcat:landingPage": {"@id": data.url(table.page)},
        **covered,
        "dcat:distribution": [_distribution(data, path, files[path]) for path in _paths(table, files)],
    }


def _id(data: Data, table: Table) -> str:
    return data.url(f"{table.page}#{'everything' if table.name == ALL else 'data'}")


def _paths(table: Table, files: dict[str, bytes]) -> list[str]:
    """CSV, workbook and JSON of a table, as far as they are there."""
    base = f"{downloads.FOLDER}/{table.name}"
    json_file = f"{API}/indicators.json" if table.name == ALL else f"{API}/indicators/{table.name}.json"
    return [p for p in (f"{base}.csv", f"{base}.xlsx", json_file, f"{base}.zip") if p in files]


def _distribution(data: Data, path: str, content: bytes) -> Object:
    ending = path[path.rindex(".") :]
    media: Object = {"@id": _IANA + MEDIA[ending]}
    zipped: Object = {"dcat:compressFormat": media} if ending == ".zip" else {}
    known = data.licence
    return {
        "@id": data.url(path),
        "@type": "dcat:Distribution",
        "dct:title": ending.removeprefix(".").upper(),
        "dcat:accessURL": {"@id": data.url(path)},
        "dcat:downloadURL": {"@id": data.url(path)},
        "dcat:mediaType": media,
        **zipped,
        "dcat:byteSize": {"@value": str(len(content)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {
                "@value": hashlib.sha256(content).hexdigest(),
                "@type": "xsd:hexBinary",
            },
        },
        **({"dct:license": {"@id": known.url}} if known.url else {}),
    }


def _text(data: Data, text: str) -> Json:
    return {"@value": text, "@language": data.catalogue.lang}


def _day(day: date) -> Json:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
