"""The files of the project around the indicators: plan, site, targets, the about page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.importers.open_sdg.indicators import ImportedIndicator
from generator.importers.open_sdg.plain_text import escaped_markdown, one_line
from generator.importers.open_sdg.source import Repository, natural_order
from generator.importers.open_sdg.targets import ADOPTED, LAST_YEAR
from generator.importers.written import YamlContent, csv_text, yaml_document, yaml_flow, yaml_list
from generator.parse.years import YEARS_BEFORE

GOALS = (
    "No Poverty", "Zero Hunger", "Good Health and Well-being", "Quality Education", "Gender Equality",
    "Clean Water and Sanitation", "Affordable and Clean Energy", "Decent Work and Economic Growth",
    "Industry, Innovation and Infrastructure", "Reduced Inequalities", "Sustainable Cities and Communities",
    "Responsible Consumption and Production", "Climate Action", "Life Below Water", "Life on Land",
    "Peace, Justice and Strong Institutions", "Partnerships for the Goals",
)  # fmt: skip
"""Short names of the seventeen Sustainable Development Goals: part of the format, not of one plan."""

FIRST_YEAR = 2015
"""The 2030 Agenda runs from 2015 to LAST_YEAR."""

SITE, ABOUT = "site_config/site.yml", "content/about.md"
EDITABLE = (SITE, ABOUT)
"""Files that people are meant to fill in; a later import leaves their changes alone."""

_LICENCES = (
    (r"open government licen[cs]e", "OGL-UK-3.0", "Open Government Licence v3.0"),
    (r"cc[- ]?by[- ]?4\.0|attribution 4\.0", "CC-BY-4.0", "Creative Commons Attribution 4.0"),
    (r"cc0|public domain", "CC0-1.0", "CC0 1.0"),
    (r"open data commons attribution|odc-by", "ODC-By-1.0", "Open Data Commons Attribution"),
    (r"\bmit\b", "MIT", "MIT"),
)
_FIRST_LINES = 6


def licence(text: str) -> tuple[str, str]:
    """(SPDX id, name) of the data's licence; ("", "") when it is not one of the known."""
    lower = text.lower()
    return next(((i, name) for pattern, i, name in _LICENCES if re.search(pattern, lower)), ("", ""))


def project_files(repository: Repository, indicators: Sequence[ImportedIndicator]) -> dict[str, str]:
    """Path → text of every file but the report."""
    has_targets = any(i.targets.rows for i in indicators)
    files = {
        SITE: _site(repository),
        ABOUT: _about(repository, indicators),
        "data/plan.yml": _plan(repository, indicators),
        "data/indicators.yml": yaml_list(i.definition for i in indicators),
    }
    files |= {f"data/values/{i.id}.csv": i.values_csv for i in indicators if i.values_csv}
    if has_targets:
        files["data/targets.csv"] = _targets(indicators)
    return files


def _site(repository: Repository) -> str:
    spdx, _ = licence(repository.licence_text)
    return yaml_document(
        {
            "organization": repository.name,
            "site_name": f"{repository.name}: Sustainable Development Goals",
            "site_url": "https://example.org/",
            "languages": ["ja"],
            "license": spdx or "see the about page",
            "contact": "",
            "sample": False,
            "fiscal_year_start": 1,
        }
    )


def _targets(indicators: Sequence[ImportedIndicator]) -> str:
    rows = [
        [i.id, year, value, ADOPTED, reason] for i in indicators for year, value, reason in i.targets.rows
    ]
    return csv_text(["indicator_id", "fiscal_year", "target", "decided_on", "reason"], rows)


# ---------------------------------------------------------------- plan


def _plan(repository: Repository, indicators: Sequence[ImportedIndicator]) -> str:
    head = yaml_document({"title": "Sustainable Development Goals", "period": _period(indicators)})
    groups: dict[str, list[ImportedIndicator]] = {}
    for indicator in indicators:
        groups.setdefault("archived" if indicator.archived else _goal_id(indicator.goal), []).append(
            indicator
        )
    parts = [_part(n, key, members, repository) for n, (key, members) in enumerate(groups.items(), start=1)]
    return head + "plans:\n" + "".join(parts)


def _period(indicators: Sequence[ImportedIndicator]) -> Mapping[str, int]:
    """The Agenda's own years, wider only where the figures reach further than a project may
    (YEARS_BEFORE before its first year, no actual after its last)."""
    targets = [int(year) for i in indicators for year, _, _ in i.targets.rows]
    years = [year for i in indicators for year in i.years]
    first = min([FIRST_YEAR, *(year + YEARS_BEFORE for year in years)])
    last = int(LAST_YEAR)
    return {"from": first, "to": last, "targets_to": max([last, *targets, *years])}


def _goal_id(goal: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", goal.lower()).strip("-")
    return f"goal-{slug}"[:60] if slug else "other"


def _part(position: int, key: str, members: Sequence[ImportedIndicator], repository: Repository) -> str:
    goals = sorted({m.goal for m in members}, key=natural_order)
    head: dict[str, YamlContent] = {"id": key, "number": position, "title": _title(key, goals[0], repository)}
    lines = [f"{name}: {yaml_flow(value)}" for name, value in head.items()]
    measures: dict[str, list[str]] = {}
    for member in members:
        measures.setdefault(member.target, []).append(member.id)
    text = "  - " + "\n    ".join(lines) + "\n    measures:\n"
    for target, ids in measures.items():
        text += f"      - {yaml_flow(_measure(key, target, ids, repository))}\n"
    return text


def _title(key: str, goal: str, repository: Repository) -> str:
    if key == "archived":
        return "Archived indicators"
    if key == "other":
        return "Other indicators"
    translated = repository.translations.name(f"global_goals.{goal}-title")
    if translated:
        return translated
    known = goal.isascii() and goal.isdecimal() and 1 <= int(goal) <= len(GOALS)
    return f"Goal {goal}: {GOALS[int(goal) - 1]}" if known else f"Goal {goal}"


def _measure(key: str, target: str, ids: list[str], repository: Repository) -> Mapping[str, YamlContent]:
    name = target or "other"
    translated = repository.translations.name(f"global_targets.{target.replace('.', '-')}-title")
    own_id = name if key.startswith("goal-") else f"{key}-{name}"
    return {
        "id": own_id,
        "title": translated or (f"Target {target}" if target else "Other"),
        "indicators": ids,
    }


# ---------------------------------------------------------------- about


def _about(repository: Repository, indicators: Sequence[ImportedIndicator]) -> str:
    _, name = licence(repository.licence_text)
    paragraphs = [
        f"{len(indicators)} indicators, imported from the Open SDG data repository "
        f"{escaped_markdown(repository.name)}. Figures, names and definitions are the source's own; "
        "what each field became is described in the documentation of the import.",
    ]
    if name == "Open Government Licence v3.0":
        paragraphs.append(
            "Contains public sector information licensed under the "
            "[Open Government Licence v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/)."
        )
    elif name:
        paragraphs.append(f"The data are licensed under {name}.")
    for title, text in (("Licence of the source", repository.licence_text), ("Note", repository.note_text)):
        if one_line(text):
            paragraphs.append(f"## {title}\n\n" + "\n\n".join(_first_lines(text)))
    return f"---\ntitle: {yaml_flow('About the data')}\n---\n" + "\n\n".join(paragraphs) + "\n"


def _first_lines(text: str) -> list[str]:
    """The lines that say whose the data are; a licence's full text is at its own address."""
    lines = [line[:500] for line in text.splitlines() if re.search(r"\w", line)]
    return [escaped_markdown(line) for line in lines[:_FIRST_LINES]]
