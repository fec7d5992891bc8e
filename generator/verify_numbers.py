"""Are the numbers of a built site right? Two questions, asked of the files alone.

`numbers`: does every number on every page equal what it points at (API or downloads)?
`recomputed`: do the federation's values and rates follow from the project's raw files, by a
second way that shares nothing with `metrics`: plain csv, plain Decimal, the definitions in the API.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.findings import Finding, Place, Severity
from generator.recount import Recount, recount

_TOLERANCE = 12
"""Significant digits in which a computed raw value and its recount must agree."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One number of a page: what a machine reads, what a person reads, where it is from."""

    raw: str
    shown: str
    src: str
    line: int


class _Reader(HTMLParser):
    """Collects <data value data-src> elements of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Printed] = []
        self._open: tuple[str, str, int] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "data" and given.get("data-src") is not None:
            self._open = (given.get("value") or "", given["data-src"] or "", self.getpos()[0])
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "data" and self._open is not None:
            raw, src, line = self._open
            self.found.append(Printed(raw, "".join(self._text).strip(), src, line))
            self._open = None


def printed_in(page: str) -> tuple[Printed, ...]:
    """Every number of an HTML page, in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return tuple(reader.found)


def numbers(site: Path) -> tuple[Finding, ...]:
    """A finding for every printed number that differs from its source or has none.

    `src` of an input (`data/values/a.csv#12`) is looked up in the site's own data/all.csv,
    which carries the source of every row; of a result in the API file it names.
    """
    sources = _Sources(site)
    findings: list[Finding] = []
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        for number in printed_in(page.read_text("utf-8")):
            findings += _compare(name, number, sources.of(number.src))
    return tuple(findings)


def _compare(page: str, number: Printed, allowed: frozenset[tuple[str, str]]) -> list[Finding]:
    if (number.raw, number.shown) in allowed:
        return []
    found = f"{number.shown} ({number.raw})"
    if not allowed:
        return [_finding("number_without_source", Place(page, line=number.line), found, src=number.src)]
    wanted = "; ".join(sorted(f"{shown} ({raw})" for raw, shown in allowed))
    place = Place(page, line=number.line)
    return [_finding("number_differs", place, found, src=number.src, wanted=wanted)]


def _finding(code: str, place: Place, value: str, **values: str) -> Finding:
    return Finding(Severity.REJECTED, code, place, value, tuple(sorted(values.items())))


class _Sources:
    """What the site's own data files say, by source."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._documents: dict[str, Any] = {}
        self._inputs: dict[str, set[tuple[str, str]]] = {}
        self._read_inputs()

    def of(self, src: str) -> frozenset[tuple[str, str]]:
        """The (raw, shown) pairs that a number with this source may have; empty when unknown."""
        file, _, fragment = src.partition("#")
        if file.startswith("api/"):
            pair = as_pair(at_pointer(self._document(file), fragment))
            return frozenset({pair} if pair else ())
        return frozenset(self._inputs.get(src, ()))

    def _document(self, file: str) -> Any:
        if file not in self._documents:
            path = self._site / file
            inside = path.resolve().is_relative_to(self._site.resolve())
            self._documents[file] = json.loads(path.read_bytes()) if inside and path.is_file() else None
        return self._documents[file]

    def _read_inputs(self) -> None:
        """Inputs are found wherever the API repeats one: `src` beside `raw` and `shown`."""
        documents = (path for path in (self._site / "api").rglob("*.json") if ".schema." not in path.name)
        for path in sorted(documents):
            for number in _numbers_below(json.loads(path.read_bytes())):
                if "src" in number:
                    pair = as_pair(number)
                    self._inputs.setdefault(number["src"], set()).update([pair] if pair else ())


def _numbers_below(node: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(node, dict):
        if "raw" in node and "shown" in node:
            yield node
        for child in node.values():
            yield from _numbers_below(child)
    elif isinstance(node, list):
        for child in node:
            yield from _numbers_below(child)


def at_pointer(document: Any, pointer: str) -> Any:
    """The value at a JSON pointer (RFC 6901); None where there is none."""
    here = document
    for step in pointer.split("/")[1:]:
        name = unquote(step).replace("~1", "/").replace("~0", "~")
        if isinstance(here, list):
            here = here[int(name)] if name.isdigit() and int(name) < len(here) else None
        else:
            here = here.get(name) if isinstance(here, dict) else None
    return here


def as_pair(found: Any) -> tuple[str, str] | None:
    """(raw, shown) of a number object or of a plain count."""
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found), f"{found:,}"
    if isinstance(found, dict) and isinstance(found.get("raw"), str):
        return found["raw"], str(found.get("shown"))
    return None


def recomputed(site: Path, project: Path) -> tuple[Finding, ...]:
    """A finding for every federation value or rate that does not follow from the raw files.

    Only what the API publishes is checked; a year that the raw files give in a form that
    this second way does not read (a workbook, 1.2万, 令和7年度) is left to the tests of `grammar`.
    """
    findings: list[Finding] = []
    for path in sorted((site / "api" / "v1" / "indicators").glob("*.json")):
        published = json.loads(path.read_bytes())
        counted = recount(project, published)
        name = path.relative_to(site).as_posix()
        for position, year in enumerate(published["series"]):
            findings += _differences(name, position, year, counted)
    return tuple(findings)


def _differences(
    file: str, position: int, year: Mapping[str, Any], counted: Mapping[tuple[int, str], Recount]
) -> Iterator[Finding]:
    mine = counted.get((year["fiscal_year"], year["period"]))
    if mine is None:
        return
    for field, own in (("actual", mine.actual), ("achievement", mine.achievement)):
        raw = year[field]["raw"]
        if raw is None or own is None:
            continue
        if not mine.agrees(raw, own, _TOLERANCE):
            place = Place(file, key=f"#/series/{position}/{field}")
            yield _finding("number_recounted_differs", place, raw, wanted=str(own))
