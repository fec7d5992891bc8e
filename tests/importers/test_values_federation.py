"""A whole federation at once: 28 workbooks filled, 20 cells of them wrong, mended, imported."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator import importing, workbook
from generator.importing import Ground
from generator.model import Aggregation, Indicator, Kind
from generator.workbook import Form, headings, marks
from generator.workbook.book import is_asked
from tests.workbook import villages

ROOT = Path(__file__).parent.parent.parent
DAY = date(2027, 5, 1)
YEAR = 2026
MISTAKES = (
    "12件", "約30", "1,2OO", "10〜20", "3・4", "2026/4/1", date(2026, 4, 1), True, "#DIV/0!", "=NOW()",
    "-", "なし", -5, 12.5, "三百", "120※1", "12.5%", "N/A", "１２人", "1.2e3",
)  # fmt: skip
Cell = tuple[str, str]
"""Mark and column."""


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ground]:
    """The repository's own sample, in a folder of its own."""
    folder = tmp_path_factory.mktemp("federation")
    for name in ("site_config", "data", "content"):
        shutil.copytree(ROOT / name, folder / name)
    return folder, importing.ground(folder, DAY)


def typed(form: Form) -> Iterator[tuple[Cell, Decimal]]:
    """For every input cell a number that fits: last year's, a little more."""
    for n, ask in enumerate(form.asks):
        for column in (headings.ACTUAL, headings.NUMERATOR, headings.DENOMINATOR):
            if is_asked(column, ask):
                yield (ask.mark.text, column), _value(ask.indicator, ask.last, column, n)


def _value(indicator: Indicator, last: object, column: str, n: int) -> Decimal:
    if indicator.aggregation is Aggregation.COUNT_TRUE:
        return Decimal(n % 2)
    if column != headings.ACTUAL:
        return Decimal(30 if column == headings.NUMERATOR else 50)
    places = Decimal(1).scaleb(-indicator.decimals)
    return (Decimal(str(float(last or 10))) * Decimal("1.04")).quantize(places)  # type: ignore[arg-type]


def test_twenty_mistakes_among_28_workbooks_and_then_none(at: tuple[Path, Ground], tmp_path: Path) -> None:
    """Import names exactly the 20 cells, each with a fix; mended, the data is what was typed."""
    folder, ground = at
    forms = workbook.forms(ground.project, YEAR, ground.project.societies)
    assert len(forms) == 28
    wanted = {cell: value for form in forms for cell, value in typed(form)}
    wrong = dict(zip(_every_37th(ground, wanted), MISTAKES, strict=False))
    assert len(wrong) == len(MISTAKES) == 20
    paths, places = _filled(forms, {**wanted, **wrong}, tmp_path / "bad")
    read = villages.reader(folder)
    bad = importing.plan(ground, paths, DAY, read)
    faults = [f for f in bad.findings if f.severity != "warning"]
    assert {(f.place.file, f.place.sheet, f.place.cell) for f in faults} == {places[cell] for cell in wrong}
    assert bad.rejected and not bad.files.contents

    paths, _ = _filled(forms, wanted, tmp_path / "good")
    good = importing.plan(ground, paths, DAY, read)
    held = [f for f in good.findings if f.severity != "warning"]
    assert not good.rejected, held
    importing.write(ground, folder, good, DAY, 1)
    slugs = {s.name: s.slug for s in ground.project.societies}
    got = {
        (marks.Mark(YEAR, slugs[o.society or ""], o.indicator_id, o.dimensions).text, column): value
        for o in importing.ground(folder, DAY).project.observations
        if o.fiscal_year == YEAR
        for column in (headings.ACTUAL, headings.NUMERATOR, headings.DENOMINATOR)
        if (value := getattr(o, column)) is not None
    }
    assert got == wanted


def _every_37th(ground: Ground, wanted: dict[Cell, Decimal]) -> list[Cell]:
    """Cells of counts that are added up: any of the mistakes is one there."""
    counted = {
        i.id
        for i in ground.project.indicators
        if i.kind is Kind.COUNT and i.aggregation is Aggregation.SUM and i.minimum is not None
    }
    cells = [cell for cell in wanted if marks.read(cell[0]).indicator_id in counted]  # type: ignore[union-attr]
    return cells[::37]


def _filled(
    forms: tuple[Form, ...], answers: dict[Cell, object], folder: Path
) -> tuple[list[Path], dict[Cell, tuple[str, str, str]]]:
    """Workbooks with the answers, and where each of them stands."""
    paths, places = [], {}
    for form in forms:
        book = villages.opened(workbook.written(form))
        path = folder / f"{form.name}.xlsx"
        for sheet in book.worksheets[1:-1]:
            names = {headings.column_named(str(c.value or "")): c.column for c in sheet[1]}
            for row in range(2, sheet.max_row + 1):
                mark = str(sheet.cell(row, names[headings.MARK]).value)
                for column in names:
                    if (mark, column) in answers:
                        cell = sheet.cell(row, names[column])
                        value = answers[mark, column]
                        cell.value = float(value) if isinstance(value, Decimal) else value  # type: ignore[assignment]
                        places[mark, column] = (path.as_posix(), sheet.title, cell.coordinate)
        paths.append(villages.saved(folder, path.name, book))
    return paths, places
