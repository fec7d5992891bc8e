"""/data/all.zip: all tables with their descriptions in one file; the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from generator import downloads
from generator.model import Artefact
from generator.opendata.about import Data
from generator.opendata.citation import in_words

PATH = f"{downloads.FOLDER}/all.zip"
README = "README.txt"
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def build(data: Data, files: Sequence[Artefact]) -> Artefact:
    """`files` beside each other, and a text that says what they are."""
    inside = {a.path.removeprefix(f"{downloads.FOLDER}/"): a.content for a in files}
    inside[README] = _readme(data)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in sorted(inside):
            archive.writestr(_entry(data, name), inside[name])
    return Artefact(PATH, content.getvalue())


def _entry(data: Data, name: str) -> zipfile.ZipInfo:
    """Neither the day nor the machine of the build is in it."""
    day = data.stamp
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".xlsx") else zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry


def _readme(data: Data) -> bytes:
    """Plain text that opens in any editor, Windows' own too."""
    site = data.project.site
    year = data.results.report_year
    label = data.voice.fiscal_year(year) if year is not None else ""
    lines = [
        data.title,
        "",
        data.description,
        *([data.word("sample.band")] if any(data.is_sample(t) for t in data.tables()) else []),
        *([data.word("cite.released", day=data.voice.date(data.released))] if data.released else []),
        "",
        data.word("opendata.readme.csv"),
        data.word("opendata.readme.xlsx"),
        data.word("opendata.readme.package"),
        data.word("opendata.readme.csvw"),
        "",
        f"{data.licence.title} {data.licence.url}".strip(),
        in_words(data.project, data.catalogue, data.voice, "", label, ""),
        *([data.word("data.contact", contact=site.contact)] if site.contact else []),
        "",
    ]
    return "\r\n".join(lines).encode("utf-8-sig")
