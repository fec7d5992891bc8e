"""data/impact/*.yml: no number without its source and range, no sector or step that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.finding_words import impact as impact_words
from generator.findings import Severity
from generator.load import load_project
from generator.parse import Parsed, parse_project
from tests.io_tables import SMALL

CLAIM = "{level: 1, what: 何, who: 誰, how_much: 量, contribution: 寄与, risk: 確かさ}"
SURE = "{value: 0, low: 0, high: 0, source: 記録}"
SROI = f"""
kind: sroi
id: care
title: 世話
fiscal_year: 2024
inputs: [{{name: 費用, amount: 100, source: 決算}}]
discount_rate: {{value: 0.03, low: 0.02, high: 0.04, source: 国の手引}}
outcomes:
  - id: joy
    name: 喜び
    stakeholder: 会員
    quantity: {{value: 5, low: 4, high: 6, unit: 人, source: 調査}}
    proxy: {{name: 花代, value: 30, low: 20, high: 40, source: 店の値段}}
    deadweight: {SURE}
    displacement: {SURE}
    attribution: {SURE}
    drop_off: {SURE}
    claim: {CLAIM}
"""
RIPPLE = f"""
kind: ripple
id: fair
title: 花市
fiscal_year: 2024
table: t.csv
table_about: {{source: 架空}}
unit: 百万円
demand: [{{sector: サービス業, amount: 10, price: purchaser, source: 売上}}]
margins: {{commerce: サービス業, rates: [{{sector: サービス業, commerce: 0.3, source: 表}}]}}
self_sufficiency: {{source: 規約, rates: {{サービス業: 1}}}}
conversion: {{value: 0.6, source: 家計調査}}
budget: {{value: 5, source: 決算}}
claim: {CLAIM}
"""
MODEL = f"""
kind: logic_model
id: town
plan: town
title: 花のまち
nodes:
  - {{id: sow, stage: activity, text: 種をまく, indicators: [FLOWER], leads_to: [bloom]}}
  - {{id: bloom, stage: outcome, text: 花が咲く, claim: {CLAIM}}}
"""
FILES = {"sroi": SROI, "ripple": RIPPLE, "model": MODEL}


def parsed(folder: Path, **files: str) -> Parsed:
    below = folder / "data" / "impact"
    (below / "io").mkdir(parents=True, exist_ok=True)
    (below / "io" / "t.csv").write_text(SMALL, "utf-8")
    for name, text in files.items():
        (below / f"{name}.yml").write_text(text, "utf-8")
    return parse_project(load_project(folder))


def codes(found: Parsed, severity: Severity = Severity.REJECTED) -> list[str]:
    return [f.code for f in found.findings if f.severity is severity]


def test_all_three_kinds_are_read(smallest: Path) -> None:
    """Accounts, their table and their links."""
    found = parsed(smallest, **FILES)
    assert found.findings == () and found.project is not None and found.project.impact is not None
    accounts = found.project.impact
    assert [a.id for a in accounts.sroi] == ["care"] and accounts.sroi[0].outcomes[0].years == 1
    (event,) = accounts.ripples
    assert event.table.year == "平成27年" and event.commerce_sector == "サービス業"
    assert accounts.logic_models[0].nodes[0].links.indicators == ("FLOWER",)


def test_without_the_folder_there_is_nothing(smallest: Path) -> None:
    """SROI and ripple are off unless configured."""
    project = parse_project(load_project(smallest)).project
    assert project is not None and project.impact is not None
    assert project.impact.sroi == project.impact.ripples == project.impact.logic_models == ()


FAULTS = {
    "factor_without_source": ("sroi", ", source: 店の値段", ""),
    "factor_without_range": ("sroi", "low: 20, high: 40, ", ""),
    "factor_outside_range": ("sroi", "low: 20", "low: 31"),
    "sroi_inputs_zero": ("sroi", "amount: 100", "amount: 0"),
    "impact_part_repeated": ("model", "id: bloom", "id: sow"),
    "impact_kind_unknown": ("sroi", "kind: sroi", "kind: sori"),
    "impact_id_repeated": ("sroi", "id: care", "id: fair"),
    "impact_link_unknown": ("model", "[FLOWER]", "[FLOWERS]"),
    "impact_share_outside": ("ripple", "conversion: {value: 0.6", "conversion: {value: 60"),
    "ripple_table_missing": ("ripple", "table: t.csv", "table: u.csv"),
    "ripple_unit_differs": ("ripple", "unit: 百万円", "unit: 円"),
    "ripple_sector_unknown": ("ripple", "sector: サービス業, amount", "sector: サービス, amount"),
    "ripple_budget_zero": ("ripple", "budget: {value: 5", "budget: {value: 0"),
    "ripple_margin_nowhere": ("ripple", "commerce: サービス業, rates", "rates"),
    "logic_step_unknown": ("model", "leads_to: [bloom]", "leads_to: [blooms]"),
    "logic_goes_back": ("model", "花が咲く,", "花が咲く, leads_to: [sow],"),
    "logic_claim_missing": ("model", f", claim: {CLAIM}", ""),
    "io_about_missing": ("ripple", "table_about: {source: 架空}\n", ""),
    "unknown_key": ("sroi", "stakeholder:", "stakeholders:"),
    "out_of_range": ("model", "level: 1", "level: 6"),
    "not_one_of": ("model", "stage: outcome", "stage: result"),
}


@pytest.mark.parametrize("code", FAULTS)
def test_fault(smallest: Path, code: str) -> None:
    """Each is rejected under its own name, at the key it is about."""
    file, old, new = FAULTS[code]
    assert old in FILES[file]
    found = parsed(smallest, **FILES | {file: FILES[file].replace(old, new, 1)})
    faults = [f for f in found.findings if f.code == code]
    assert faults and found.project is None
    assert all(f.place.file.startswith("data/impact/") for f in faults)


def test_an_unsourced_factor_is_named_with_its_line(smallest: Path) -> None:
    """The finding points at the proxy of the first outcome."""
    found = parsed(smallest, sroi=SROI.replace(", source: 店の値段", ""))
    (fault,) = [f for f in found.findings if f.code == "factor_without_source"]
    assert (fault.place.key, fault.value) == ("outcomes.0.proxy", "30")
    assert (
        fault.place.line
        == SROI.splitlines().index("    proxy: {name: 花代, value: 30, low: 20, high: 40, source: 店の値段}")
        + 1
    )


def test_one_number_without_any_range_is_refused(smallest: Path) -> None:
    """SROI is never a single number."""
    text = SROI.replace("low: 4, high: 6", "low: 5, high: 5").replace(
        "low: 20, high: 40", "low: 30, high: 30"
    )
    found = parsed(smallest, sroi=text.replace("low: 0.02, high: 0.04", "low: 0.03, high: 0.03"))
    assert codes(found) == ["sroi_without_range"]


def test_a_domestic_table_takes_no_self_sufficiency(smallest: Path) -> None:
    """Its flows are met from inside already."""
    parsed(smallest)
    table = (
        SMALL.replace(",-20,70,100", ",0,90,120")
        .replace("営業余剰,40", "営業余剰,60")
        .replace("（控除）移輸入", "（控除）計")
    )
    domestic = (
        table.replace("県内生産額,100", "県内生産額,120")
        .replace(",-80,110,200", ",0,190,280")
        .replace(",30,70,", ",110,170,")
        .replace("県内生産額,120,200", "県内生産額,120,280")
        .replace("営業余剰,60,30", "営業余剰,60,110")
    )
    (smallest / "data" / "impact" / "io" / "d.csv").write_text(domestic, "utf-8")
    found = parsed(smallest, ripple=RIPPLE.replace("t.csv", "d.csv"))
    assert codes(found) == ["ripple_domestic_override"]


def test_purchasers_prices_without_margins_are_told(smallest: Path) -> None:
    """Nothing is taken off then, which is right only for services."""
    found = parsed(smallest, ripple=RIPPLE.replace("rates: [{sector: サービス業", "rates: [{sector: 農林業"))
    assert codes(found) == [] and codes(found, Severity.WARNING) == ["ripple_margin_missing"]


def test_other_files_are_told_and_not_read(smallest: Path) -> None:
    """A forgotten file does not silently drop out."""
    parsed(smallest)
    (smallest / "data" / "impact" / "old.json").write_text("{}", "utf-8")
    assert codes(parsed(smallest), Severity.WARNING) == ["impact_file_ignored"]


def test_every_account_code_is_tried() -> None:
    """No words without a file that brings them up."""
    elsewhere = {
        *("impact_file_ignored", "sample_account", "sroi_without_range"),
        *("ripple_domestic_override", "ripple_margin_missing"),
    }
    named = {c for c in impact_words.WORDS if not c.startswith("io_")}
    assert named - elsewhere <= set(FAULTS)
