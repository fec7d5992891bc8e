"""What the sheet of notes in a workbook says: blocks of a title and lines of up to three cells."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import IndicatorResult, Status
from generator.opendata.about import ALL, Data, Table
from generator.opendata.citation import in_words

Line = tuple[str, ...]


def notes(data: Data, table: Table) -> Iterator[list[Line]]:
    """Blocks in the order in which they are read; the first line of each is its title."""
    yield [(table.title,), *((label, "", text) for label, text in _facts(data, table))]
    if table.name == ALL:
        yield [(data.word("opendata.notes.indicators"),), *(_defined(r) for r in table.results)]
    yield [(data.word("opendata.notes.columns"),), *_columns(data, table)]
    yield [(data.word("opendata.notes.states"),), *_states(data)]


def _facts(data: Data, table: Table) -> Iterator[tuple[str, str]]:
    """Everything one must know to use and to name the numbers."""
    site = data.project.site
    year = data.results.report_year
    label = data.voice.fiscal_year(year) if year is not None else ""
    if data.is_sample(table):
        yield data.word("sample.mark"), data.word("sample.band")
    if table.name != ALL:
        about = table.results[0].indicator
        told = ("definition", about.definition), ("unit", about.unit), ("how_counted", about.how_counted)
        for key, text in (*told, ("source", about.source)):
            yield data.word(f"indicator.{key}"), " ".join(text.split())
        current = table.results[0].current
        label = (current.period or data.voice.fiscal_year(current.fiscal_year)) if current else ""
    yield data.word("opendata.notes.released"), _released(data)
    yield data.word("opendata.notes.license"), f"{data.licence.title} {data.licence.url}".strip()
    work = "" if table.name == ALL else table.title
    path = "" if table.name == ALL else table.page
    cited = in_words(data.project, data.catalogue, data.voice, work, label, path)
    yield data.word("opendata.notes.citation"), cited
    yield data.word("opendata.notes.page"), data.url(table.page)
    if site.contact:
        yield data.word("indicator.contact"), site.contact
    yield data.word("opendata.notes.exact"), data.word("opendata.notes.exact_words")


def _released(data: Data) -> str:
    day = data.released
    return data.voice.date(day) if day else data.word("opendata.notes.unreleased")


def _defined(result: IndicatorResult) -> Line:
    about = result.indicator
    unit = f" ({about.unit})" if about.unit else ""
    return about.id, about.name + unit, " ".join(about.definition.split())


def _columns(data: Data, table: Table) -> Iterator[Line]:
    for column in data.columns(table):
        by = column.name.startswith("by_")
        name = column.name.removeprefix("by_") if by else data.word(f"data.head.{column.name}")
        yield name, column.name, column.meaning


def _states(data: Data) -> Iterator[Line]:
    for status in Status:
        code = status.value
        yield data.word(f"status.{code}"), code, data.word(f"data.state.{code}")
