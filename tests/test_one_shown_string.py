"""One number, one string: in sentence, table, still chart, live chart, CSV and API, on every page.

Read from the tree that `impact generate` makes of this repository, as bytes: nothing here asks the
generator how it shows a number.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.verify_numbers import at_pointer, printed_in

ROOT = Path(__file__).parents[1]
Pair = tuple[str, str]
SHOWN_IN_CHART = {"実績": "actual", "目標": "target", "見直し後の目標": "target_revised"}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Japanese tree of a copy of this repository's project."""
    project = tmp_path_factory.mktemp("project")
    for folder in ("site_config", "data", "content"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, project / folder)
    done = CliRunner().invoke(main, ["generate", "--project", str(project)])
    assert done.exit_code == 0, done.output
    return project / "build" / "docs" / "ja"


@pytest.fixture(scope="module")
def documents(tree: Path) -> dict[str, Any]:
    """Every API document by its path."""
    paths = [p for p in sorted((tree / "api").rglob("*.json")) if ".schema." not in p.name]
    return {p.relative_to(tree).as_posix(): json.loads(p.read_bytes()) for p in paths}


@pytest.fixture(scope="module")
def indicators(documents: Mapping[str, Any]) -> dict[str, Any]:
    """The documents of the indicators by id."""
    return {d["id"]: d for path, d in documents.items() if path.startswith("api/v1/indicators/")}


def numbers_in(node: Any) -> Iterator[Mapping[str, Any]]:
    """Every number object below a node of the API."""
    if isinstance(node, dict):
        if isinstance(node.get("raw"), str):
            yield node
        for child in node.values():
            yield from numbers_in(child)
    elif isinstance(node, list):
        for child in node:
            yield from numbers_in(child)


def pair(found: Any) -> Pair:
    """(raw, shown) of what stands at an address of the API: a number object, or a plain count."""
    if isinstance(found, dict):
        return found["raw"], found["shown"]
    return str(found), f"{found:,}"


def chart_of(page: str, name: str) -> str:
    """The still chart of a page by its id."""
    found = re.search(rf'<svg[^>]*id="{name}".*?</svg>', page, re.DOTALL)
    assert found is not None, name
    return found.group(0)


def page_of(tree: Path, document: Mapping[str, Any]) -> str:
    return (tree / "indicators" / f"{document['definition']['slug']}.md").read_text("utf-8")


def test_an_input_is_shown_one_way(documents: Mapping[str, Any]) -> None:
    """A cell of an input file has one raw value, and one string in each of its roles."""
    known: dict[str, set[str]] = {}
    for number in (n for d in documents.values() for n in numbers_in(d) if "src" in n):
        known.setdefault(number["src"], set()).add(number["raw"])
    assert len(known) > 500
    assert [src for src, raws in known.items() if len(raws) > 1 and "/values/" not in src] == []


def test_pages_show_what_the_api_shows(tree: Path, documents: Mapping[str, Any]) -> None:
    """Every <data> of every page has value and string of its source."""
    inputs: dict[str, set[Pair]] = {}
    for number in (n for d in documents.values() for n in numbers_in(d) if "src" in n):
        inputs.setdefault(number["src"], set()).add(pair(number))
    wrong, seen = [], 0
    for path in sorted(tree.rglob("*.md")):
        for printed in printed_in(path.read_text("utf-8")):
            file, _, pointer = printed.src.partition("#")
            seen += 1
            if file in documents:
                allowed = {pair(at_pointer(documents[file], pointer))}
            else:
                allowed = inputs.get(printed.src, set())
            if (printed.raw, printed.shown) not in allowed:
                wrong.append((path.name, printed, allowed))
    assert seen > 5000 and wrong == []


def test_downloads_show_what_the_api_shows(tree: Path, indicators: Mapping[str, Any]) -> None:
    """Every row of every CSV: the federation's, the societies' and the categories' values."""
    known: dict[tuple[str, ...], Pair] = {}
    for name, document in indicators.items():
        areas = [("federation", "", document["series"])]
        areas += [("society", a["society"], a["series"]) for a in document["societies"]]
        for row in (r for b in document["breakdowns"] for r in b["rows"]):
            place = "|".join(f"{k}={v}" for k, v in sorted(row["categories"].items()))
            areas.append(("federation", place, row["series"]))
        for kind, place, series in areas:
            for year in series:
                for measure in ("actual", "target", "target_revised", "achievement"):
                    if year[measure] and year[measure]["raw"] is not None:
                        key = (name, kind, place, str(year["fiscal_year"]), year["period"], measure)
                        known[key] = pair(year[measure])
    read: dict[tuple[str, ...], Pair] = {}
    text = (tree / "data" / "all.csv").read_bytes().decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        by = {k[3:]: v for k, v in row.items() if k.startswith("by_") and v}
        place = row["area"] if row["area_kind"] == "society" else "|".join(f"{k}={by[k]}" for k in sorted(by))
        key = (
            row["indicator_id"],
            row["area_kind"],
            place,
            row["fiscal_year"],
            row["period"],
            row["measure"],
        )
        if row["raw"]:
            read[key] = (row["raw"], row["shown"].removeprefix("'"))
    assert len(read) > 3000 and read == known


def test_single_downloads_are_parts_of_the_whole(tree: Path, indicators: Mapping[str, Any]) -> None:
    """data/<id>.csv has the numbers that data/all.csv has."""

    def shown(name: str) -> list[tuple[str, str, str, str]]:
        text = (tree / "data" / f"{name}.csv").read_bytes().decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""))
        return [(r["indicator_id"], r["measure"], r["raw"], r["shown"]) for r in rows]

    whole = shown("all")
    for name in indicators:
        assert shown(name) == [row for row in whole if row[0] == name]


def test_charts_show_what_the_api_shows(tree: Path, indicators: Mapping[str, Any]) -> None:
    """Labels of the still chart; texts, hover texts and heights of the live one."""
    labels = 0
    for name, document in indicators.items():
        years = {y["fiscal_year"]: y for y in document["series"]}
        known = {y[m]["shown"] for y in years.values() for m in SHOWN_IN_CHART.values() if y[m]}
        chart = chart_of(page_of(tree, document), f"fig-indicator-{name.lower()}")
        written = re.findall(r'<text[^>]*class="f-(?:target-)?label"[^>]*>([^<]*)</text>', chart)
        assert {html.unescape(text) for text in written} <= known, name
        labels += len(written)
        live = json.loads((tree / "assets" / "figures" / f"fig-indicator-{name.lower()}.json").read_bytes())
        for trace in live["data"]:
            texts = trace.get("text", trace["hovertext"])
            for year, height, hover, text in zip(
                trace["x"], trace["y"], trace["hovertext"], texts, strict=True
            ):
                number = years.get(year, {}).get(SHOWN_IN_CHART[trace["name"]])
                if not number or number["raw"] is None:
                    assert height is None and not text, (name, year)
                    continue
                assert height == pytest.approx(float(number["raw"])), (name, year)
                assert number["shown"] in re.split(r" |<br>", hover), (name, year, hover)
                assert "text" not in trace or text in (number["shown"], ""), (name, year, text)
    assert labels > 150


def test_society_charts_show_what_the_api_shows(tree: Path, indicators: Mapping[str, Any]) -> None:
    """Tiles of the map: the society's own value of the year that the page speaks about."""
    seen = 0
    for name, document in indicators.items():
        now = document["current_year"]
        own = {a["society"]: y for a in document["societies"] for y in a["series"] if y["fiscal_year"] == now}
        current = {society: year["actual"]["shown"] for society, year in own.items()}
        page = page_of(tree, document)
        if f'id="fig-map-{name.lower()}"' not in page:
            continue
        titles = re.findall(r"<title>([^<]*)</title>", chart_of(page, f"fig-map-{name.lower()}"))
        for title in map(html.unescape, titles):
            society, _, shown = title.partition(" ")
            if current.get(society):
                assert shown.split()[0] == current[society], (name, title)
                seen += 1
    assert seen > 300


def test_the_sentence_is_the_same_everywhere(tree: Path, indicators: Mapping[str, Any]) -> None:
    """API, description, lead and the still chart's name; its numbers are those of the API."""
    for name, document in indicators.items():
        page, said = page_of(tree, document), document["sentence"]["ja"]
        assert f'description: "{said}"' in page, name
        lead = re.search(r'<p class="lead">(.*?)</p>', page)
        assert lead is not None and html.unescape(re.sub(r"<[^>]+>", "", lead.group(1))) == said
        title = re.search(r"<title[^>]*>([^<]*)</title>", chart_of(page, f"fig-indicator-{name.lower()}"))
        assert title is not None and html.unescape(title.group(1)) == said
