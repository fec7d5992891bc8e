"""One table and its metadata → the definitions (data/indicators.yml) and the values file."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.importers.open_sdg.headline import Figure, UnitTable
from generator.importers.open_sdg.plain_text import one_line, plain_text
from generator.importers.open_sdg.rows import PERIOD
from generator.importers.open_sdg.source import SourceFile, Translations
from generator.importers.open_sdg.targets import Targets
from generator.importers.written import YamlContent, csv_text

_RATE = re.compile(r"\b(rate|per|index|ratio|proportion|share)\b", re.IGNORECASE)
_MONEY = re.compile(r"[£$€¥]|\b(GBP|USD|EUR|JPY|dollars?|pounds?|euros?)\b")
MOST_DECIMALS = 10
SIGNIFICANT = 3
"""Digits that a middling value keeps when shown, where the source has them."""


@dataclass(frozen=True, slots=True)
class ImportedIndicator:
    """One indicator of the project: where it belongs, its definition, its values file."""

    id: str
    goal: str
    target: str
    archived: bool
    definition: dict[str, YamlContent]
    values_csv: str
    rows: int
    values: int
    years: tuple[int, ...]
    """First and last year of its figures; () when there are none."""
    targets: Targets


@dataclass(frozen=True, slots=True)
class Naming:
    """Id, slug and running number given to one indicator."""

    id: str
    slug: str
    number: int
    related: tuple[str, ...]
    label: str
    """What tells it from the others of the same file; "" when the file has one unit."""


def imported_indicator(
    source: SourceFile,
    table: UnitTable,
    naming: Naming,
    sentences: Sequence[str],
    targets: Targets,
    translations: Translations,
) -> ImportedIndicator:
    """Put one unit's table into the project's words."""
    columns = dimension_columns(table.dimensions)
    parts = source.key.split("-")
    definition = _definition(source, table, naming, sentences, targets, translations)
    return ImportedIndicator(
        id=naming.id,
        goal=parts[0] if len(parts) > 1 else "",
        target=".".join(parts[:2]) if len(parts) > 1 else "",
        archived=source.archived,
        definition=definition,
        values_csv=_values(naming.id, table, columns) if table.figures else "",
        rows=len(table.figures),
        values=sum(f.value is not None for f in table.figures),
        years=_first_and_last(f.year for f in table.figures),
        targets=targets,
    )


def _first_and_last(years: Iterable[int]) -> tuple[int, ...]:
    ordered = sorted(set(years))
    return (ordered[0], ordered[-1]) if ordered else ()


def dimension_columns(dimensions: Iterable[str]) -> dict[str, str]:
    """A `by_…` column for each dimension in the source's own words, unique also without case."""
    columns: dict[str, str] = {}
    taken: set[str] = set()
    for name in dimensions:
        base = unicodedata.normalize("NFC", name)
        column, n = base, 2
        while column.casefold() in taken:
            column, n = f"{base} {n}", n + 1
        taken.add(column.casefold())
        columns[name] = f"by_{column}"
    return columns


def _values(indicator_id: str, table: UnitTable, columns: dict[str, str]) -> str:
    header = ["indicator_id", "fiscal_year", "society", "target", "actual", "status", "period", "note"]
    rows = (_row(indicator_id, figure, columns) for figure in table.figures)
    return csv_text([*header, *columns.values()], rows)


def _row(indicator_id: str, figure: Figure, columns: dict[str, str]) -> list[str]:
    categories = dict(figure.categories)
    state = figure.state.status or ""
    # A part of a year is told by its category; a label of its own would look like the year's.
    label = "" if PERIOD in categories else figure.label
    own = [indicator_id, str(figure.year), "", "", figure.value or "", state, label, figure.state.note]
    return [*own, *(categories.get(name, "") for name in columns)]


# ---------------------------------------------------------------- definition


def _definition(
    source: SourceFile,
    table: UnitTable,
    naming: Naming,
    sentences: Sequence[str],
    targets: Targets,
    translations: Translations,
) -> dict[str, YamlContent]:
    meta = source.metadata
    name = indicator_name(source, translations)
    name = f"{name} – {naming.label}" if naming.label and naming.label.lower() not in name.lower() else name
    content: dict[str, YamlContent] = {
        "id": naming.id,
        "number": naming.number,
        "name": name,
        "name_en": name,
        "slug": naming.slug,
        "unit": table.unit,
        "unit_en": table.unit,
        "direction": targets.direction,
        "kind": kind_of(table),
        "aggregation": "none",
        "time_basis": "flow",
        "decimals": decimals_of(table, meta.items("precision")),
    }
    texts = {
        "definition": _definition_text(source),
        "how_counted": _passage(source, "computation_calculations"),
        "source": sources(source),
        "contact": _passage(source, "source_contact_1"),
        "next_update": _passage(source, "source_next_release_1"),
    }
    content |= {key: text for key, text in texts.items() if text}
    if (goal := _goal(source)) and not source.archived:
        content["sdgs"] = [goal]
    if targets.baseline_year is not None:
        content["baseline"] = {"fiscal_year": targets.baseline_year}
    if dimensions := [column[3:] for column in dimension_columns(table.dimensions).values()]:
        content["dimensions"] = dimensions
    if notices := _notices(source, table, sentences, name):
        content["notices"] = notices
    if breaks := targets.breaks:
        content["breaks"] = [{"fiscal_year": year, "note": note} for year, note in breaks]
    if naming.related:
        content["related"] = list(naming.related)
    return content


def indicator_name(source: SourceFile, translations: Translations) -> str:
    """The number and the name the source's page shows for its own data, else the global one."""
    keys = ("indicator_available", "national_indicator_available", "graph_title", "indicator_name")
    texts = (plain_text(translations.name(source.metadata.text(key))) for key in keys)
    number = source.key.replace("-", ".")
    name = next((t for t in texts if t), "")
    if not name:
        return f"Indicator {number}"
    return name if name.startswith(number) or not number[:1].isdecimal() else f"{number} {name}"


def _definition_text(source: SourceFile) -> str:
    """What the figure is, what its words mean, and all that the source remarks on it."""
    keys = ("national_indicator_description", "computation_definitions", "other_info", "comments_limitations")
    texts = [*(_passage(source, key) for key in keys), *_remarks(source)[1], plain_text(source.metadata.body)]
    return " ".join(dict.fromkeys(t for t in texts if t))


def _goal(source: SourceFile) -> str:
    first = source.key.split("-")[0]
    return first if first.isascii() and first.isdecimal() and 1 <= int(first) <= 17 else ""


def _passage(source: SourceFile, *keys: str) -> str:
    texts = (plain_text(source.metadata.raw(key)) for key in keys)
    return next((t for t in texts if t and t.lower() not in ("none", "n/a", "not applicable")), "")


def sources(source: SourceFile) -> str:
    """Every active source: organisation, title, address, release date."""
    meta = source.metadata
    numbers = sorted(
        {int(m.group(1)) for k in meta.values if (m := re.fullmatch(r"source_organisation_(\d{1,3})", k))}
    )
    told = []
    for n in numbers:
        if meta.text(f"source_active_{n}").lower() == "false":
            continue
        parts = [plain_text(meta.raw(f"source_{key}_{n}")) for key in ("organisation", "url_text", "url")]
        parts.append(f"released {d}" if (d := plain_text(meta.raw(f"source_release_date_{n}"))) else "")
        told.append(", ".join(p for p in parts if p))
    return "; ".join(t for t in told if t)


_NOTICES = ("data_notice_text", "data_footnote", "copyright")
"""What the source's site prints beside the figure; longer remarks are part of the definition."""
LONGEST_NOTICE = 280
"""Characters: a longer one would push the chart off the first screen."""


def _notices(source: SourceFile, table: UnitTable, sentences: Sequence[str], name: str) -> list[YamlContent]:
    told = [*sentences, " ".join(_short_facts(source, table, name)), *_remarks(source)[0]]
    return [*dict.fromkeys(one_line(t) for t in told if one_line(t))]


def _remarks(source: SourceFile) -> tuple[list[str], list[str]]:
    """The source's remarks: those short enough for a notice, and the others."""
    texts = [plain_text(source.metadata.raw(key)) for key in _NOTICES]
    return [t for t in texts if len(t) <= LONGEST_NOTICE], [t for t in texts if len(t) > LONGEST_NOTICE]


def _short_facts(source: SourceFile, table: UnitTable, name: str) -> list[str]:
    """What one has to know to read the figure: series, categories, area; one notice for all."""
    told = []
    if table.headline_series and (table.series_count > 1 or table.headline_series not in name):
        words = "The figure shown is the series" if table.series_count > 1 else "Series"
        told.append(f"{words}: {table.headline_series}.")
    told += [f"{column}: {category}." for column, category in table.narrowed]
    if table.figures and not table.has_headline:
        told.append("The source has no overall figure, only figures by category.")
    if withheld := [str(f.year) for f in table.figures if f.contradicts and not f.categories]:
        told.append(f"The source gives different values for {', '.join(withheld)}; none of them is shown.")
    if coverage := plain_text(source.metadata.raw("national_geographical_coverage")):
        told.append(f"Coverage: {coverage}.")
    if source.metadata.text("proxy").lower() in ("proxy", "both"):
        told.append("These data approximate the global indicator (proxy).")
    return told


def kind_of(table: UnitTable) -> str:
    """What sort of quantity the unit says it is; a count has no fractions anywhere."""
    if table.unit == "%":
        return "rate"
    if _RATE.search(table.unit):
        return "ratio"
    whole = all(not _decimals(Decimal(f.value)) for f in table.figures if f.value is not None)
    return "count" if whole and not _MONEY.search(table.unit) else "amount"


def decimals_of(table: UnitTable, precision: Sequence[object]) -> int:
    """Decimals to show: what the metadata say, else those the headline's values have, cut so
    that a middling value keeps three significant digits. The exact value stays in the data."""
    for item in precision:
        said = item.get("decimals", "") if isinstance(item, dict) and not item.get("series") else ""
        if not (isinstance(item, dict) and item.get("unit")) and said.isdecimal() and said.isascii():
            return min(int(said[:3]), MOST_DECIMALS)
    headline = [Decimal(f.value) for f in table.figures if f.value is not None and not f.categories]
    values = headline or [Decimal(f.value) for f in table.figures if f.value is not None]
    if not values:
        return 0
    written = max(_decimals(v) for v in values)
    sizes = sorted(abs(v) for v in values if v)
    if not sizes:
        return 0
    whole = math.floor(sizes[len(sizes) // 2].log10()) + 1
    return max(0, min(written, SIGNIFICANT - whole, MOST_DECIMALS))


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
