"""A small project around cases/bad/base, into which one hard table at a time is put."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.load import load_project
from generator.parse import Parsed, parse_project

CASES = Path(__file__).parents[1] / "cases" / "bad"

SITE = """
organization: 花の会
site_name: 花の約束
site_url: https://example.org/
languages: [ja]
license: CC-BY-4.0
contact: info@example.org
sample: false
"""

PLAN = """
title: 花の計画
period: {from: 2023, to: 2026, targets_to: 2030}
plans:
  - id: town
    title: まちに花を
    measures:
      - id: "1-1"
        title: 花だんづくり
        indicators: [SOGYO, MANZOKU, HANRO, ZOGEN]
        actions: [{text: 種をまく}]
"""

# base/definitions.yml in the project's own terms.
INDICATORS = """
- {id: SOGYO, number: 1, name: 創業支援件数, slug: sogyo, unit: 件, direction: increase,
   kind: count, aggregation: sum, time_basis: flow, min: 0}
- {id: MANZOKU, number: 2, name: 会員満足度, slug: manzoku, unit: "%", direction: increase,
   kind: rate, aggregation: ratio_of_sums, time_basis: stock, min: 0, max: 100, decimals: 1}
- {id: HANRO, number: 3, name: 販路開拓による売上増加額, slug: hanro, unit: 千円, direction: increase,
   kind: amount, aggregation: sum, time_basis: flow, min: 0}
- {id: ZOGEN, number: 4, name: 会員数の増減, slug: zogen, unit: 人, direction: increase,
   kind: count, aggregation: sum, time_basis: flow}
"""

SOCIETIES = """society,slug,block,grid_col,grid_row
あおば市商工会,aoba,東,1,1
みどり町商工会,midori,東,2,1
髙森町商工会,takamori,西,1,2
𠮷野村商工会,yoshino,西,2,2
"""

FILES = {
    "site_config/site.yml": SITE,
    "data/plan.yml": PLAN,
    "data/indicators.yml": INDICATORS,
    "data/societies.csv": SOCIETIES,
}


def make(folder: Path) -> Path:
    """The project without any values file."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "data/values").mkdir(parents=True, exist_ok=True)
    return folder


def with_file(folder: Path, source: Path) -> Parsed:
    """The project with one values file of the cases."""
    make(folder)
    shutil.copy(source, folder / "data/values" / source.name)
    return parse_project(load_project(folder))


def with_values(folder: Path, text: str | bytes, name: str = "values.csv") -> Parsed:
    """The project with one values file of this content."""
    make(folder)
    content = text.encode() if isinstance(text, str) else text
    (folder / "data/values" / name).write_bytes(content)
    return parse_project(load_project(folder))
