"""A federation of three village clubs: one indicator of each kind, for templates and their return."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator import importing, workbook
from generator.importing import Ground, Plan
from generator.workbook import headings

TODAY = date(2026, 6, 1)
YEAR = 2025
CLUBS = ("あおば会", "髙みの会", "みどりの会")

SITE = """organization: 花の連合会
site_name: 花の約束
site_url: https://example.org/
languages: [ja]
license: CC-BY-4.0
contact: info@example.org
sample: false
"""
PLAN = """title: 花の計画
period: {from: 2024, to: 2026, targets_to: 2028}
plans:
  - id: town
    title: "まち/花[1]"
    measures:
      - {id: "1-1", title: 花だん, indicators: [BEDS, SHARE, PLAN], actions: [{text: 植える}]}
  - id: people
    title: 人
    measures:
      - {id: "2-1", title: 人, indicators: [COST, BOARD, MEAN, SURVEY], actions: [{text: 集まる}]}
"""
_KIND = "name_en: x, direction: increase, time_basis: flow, source: 会"
INDICATORS = f"""
- {{id: BEDS, number: 1, name: 花だんの数, unit: か所, kind: count, aggregation: sum, {_KIND},
   min: 0, max: 5000, decimals: 0, definition: "=会員が世話をする花だん", dimensions: [place]}}
- {{id: SHARE, number: 2, name: 咲いた割合, unit: "%", kind: rate, aggregation: ratio_of_sums, {_KIND},
   min: 0, max: 100, decimals: 1, definition: 咲いた花だんの割合}}
- {{id: PLAN, number: 3, name: 計画を作った会, unit: 会, kind: count, aggregation: count_true, {_KIND},
   min: 0, decimals: 0, definition: 計画を作った会, societies: all}}
- {{id: COST, number: 4, name: 費用, unit: 千円, kind: amount, aggregation: sum, {_KIND},
   decimals: 1, definition: 費用}}
- {{id: BOARD, number: 5, name: 役員会, unit: 回, kind: count, aggregation: none, {_KIND},
   min: 0, decimals: 0, definition: 役員会の回数}}
- {{id: MEAN, number: 6, name: 平均, unit: "%", kind: derived, aggregation: mean_of_projects, {_KIND},
   min: 0, max: 100, decimals: 1, definition: 平均}}
- {{id: SURVEY, number: 7, name: 満足, unit: "%", kind: survey, aggregation: ratio_of_sums, {_KIND},
   min: 0, max: 100, decimals: 1, definition: 満足}}
"""
SOCIETIES = """society,slug,block,grid_col,grid_row
あおば会,aoba,北,1,1
髙みの会,takami,北,2,1
みどりの会,midori,南,1,2
"""
VALUES = """indicator_id,fiscal_year,society,target,actual,numerator,denominator,status,note,by_place,sample
BEDS,2024,あおば会,10,12,,,,,,
BEDS,2024,あおば会,,7,,,,,駅前,
BEDS,2024,あおば会,,5,,,,,"公園, 川辺",
BEDS,2024,髙みの会,8,6,,,,,,
BEDS,2025,あおば会,14,,,,not_due,,,
SHARE,2024,あおば会,,,9,12,,,,
SHARE,2024,髙みの会,,,5,6,,,,
COST,2024,あおば会,,120.5,,,,,,
COST,2024,髙みの会,,80,,,,,,
COST,2025,髙みの会,90,81.5,,,provisional,仮の値,,
BOARD,2024,,6,5,,,,,,
"""
SURVEYS = (
    "survey_id,indicator_id,fiscal_year,society,population,sent,undeliverable,valid,answer,positive,count\n"
    "S,SURVEY,2024,あおば会,40,40,0,30,はい,1,24\n"
    "S,SURVEY,2024,あおば会,40,40,0,30,いいえ,0,6\n"
)


def project(folder: Path, values: str | bytes = VALUES, name: str = "club.csv") -> Path:
    """Write the project below `folder`."""
    files: Mapping[str, str | bytes] = {
        "site_config/site.yml": SITE,
        "data/plan.yml": PLAN,
        "data/indicators.yml": INDICATORS,
        "data/societies.csv": SOCIETIES,
        "data/surveys.csv": SURVEYS,
        f"data/values/{name}": values,
    }
    for path, content in files.items():
        if content:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ground(folder: Path) -> Ground:
    return importing.ground(folder, TODAY)


def forms(folder: Path, year: int = YEAR) -> dict[str, workbook.Form]:
    """Slug of the club ("" = the federation) → its form."""
    at = ground(folder)
    made = {f.society.slug: f for f in workbook.forms(at.project, year, at.project.societies) if f.society}
    own = workbook.federation(at.project, year)
    return made | ({"": own} if own else {})


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cell(book: Workbook, mark: str, column: str) -> tuple[Worksheet, str]:
    """Sheet and address of a column in the row whose mark ends in `mark`."""
    for sheet in book.worksheets:
        names = {headings.column_named(str(c.value or "")): c.column_letter for c in sheet[1]}
        for row in range(2, sheet.max_row + 1) if headings.MARK in names else ():
            if str(sheet[f"{names[headings.MARK]}{row}"].value or "").endswith(mark):
                return sheet, f"{names[column]}{row}"
    raise KeyError(mark)


def filled(form: workbook.Form, answers: Mapping[tuple[str, str], object]) -> Workbook:
    """The form's workbook with (mark's end, column) → what is typed."""
    book = opened(workbook.written(form))
    for (mark, column), value in answers.items():
        sheet, at = cell(book, mark, column)
        sheet[at].value = value
    return book


def saved(folder: Path, name: str, book: Workbook) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / name)
    return folder / name


def planned(folder: Path, *paths: Path, year: int | None = None) -> Plan:
    """What importing these workbooks into the project would do."""
    return importing.plan(ground(folder), list(paths), TODAY, reader(folder), year)


def reader(folder: Path) -> importing.Reader:
    def read(name: str) -> bytes | None:
        path = folder / name
        return path.read_bytes() if path.is_file() else None

    return read


def imported(folder: Path, *paths: Path) -> Plan:
    """Import them for good."""
    made = planned(folder, *paths)
    assert not made.rejected, made.findings
    importing.write(ground(folder), folder, made, TODAY, 1)
    return made


def codes(made: Plan) -> list[tuple[str, str]]:
    """(code, cell) of everything that is no warning."""
    return [(f.code, f.place.cell) for f in made.findings if f.severity != "warning"]
