"""JSON Schemas of YAML files: complete, in step with the parser, and never against a valid file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator import catalogue, file_schemas, load
from generator.cli import main
from generator.findings import Severity
from generator.load.yamlfile import YamlDocument, YamlValue, read_markdown, read_yaml
from generator.parse import faults, impact, settings
from generator.parse.impact_schemas import LogicModelShape
from generator.parse.published import parse_releases
from generator.parse.reviews import read_reviews
from generator.parse.schemas import IndicatorShape, PageShape, PlanShape
from generator.parse.story_shapes import StoryShape

ROOT = Path(__file__).parents[1]
PROJECTS = (ROOT, *sorted(path for path in (ROOT / "tests" / "projects").iterdir() if path.is_dir()))
MADE = {
    artefact.path.removesuffix(".schema.json"): artefact
    for artefact in file_schemas.build(catalogue.read("ja"))
}
SCHEMAS: dict[str, dict[str, Any]] = {name: json.loads(made.content) for name, made in MADE.items()}


def kind_of(file: str) -> str:
    """Which schema a file of a project has."""
    if file.startswith("content/"):
        return "story" if file.startswith("content/stories/") else "page"
    return "impact" if file.startswith("data/impact/") else Path(file).stem


def documents() -> Iterator[tuple[str, YamlDocument]]:
    for project in PROJECTS:
        loaded = load.load_project(project)
        yield from ((f"{project.name}/{name}", one) for name, one in sorted(loaded.documents.items()))


DOCUMENTS = dict(documents())


def as_an_editor_sees(value: YamlValue) -> object:
    """A date is text; nothing else differs."""
    if isinstance(value, dict):
        return {key: as_an_editor_sees(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_an_editor_sees(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def marked(kind: str, value: YamlValue) -> list[str]:
    found = Draft202012Validator(SCHEMAS[kind]).iter_errors(as_an_editor_sees(value))
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("name", MADE)
def test_the_committed_schemas_are_the_generated_ones(name: str) -> None:
    """Editors read site_config/schemas: after a change of a shape or a word, run `impact schema`."""
    assert (ROOT / "site_config" / "schemas" / MADE[name].path).read_bytes() == MADE[name].content


def test_no_committed_schema_is_left_over() -> None:
    """A kind of file that is gone leaves the folder too."""
    there = {path.name for path in (ROOT / "site_config" / "schemas").iterdir()}
    assert there == {made.path for made in MADE.values()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    """Valid against the 2020-12 meta-schema, with a title of its own."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["title"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_has_a_japanese_name(name: str) -> None:
    """Whoever completes a key reads what it means."""
    for key, part in _properties(SCHEMAS[name]):
        if key not in ("MetricsPair",):
            assert any(ord(c) > 0x2E7F for c in part.get("title", "")), f"{name}: {key}"


def _properties(part: object) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, list):
        for one in part:
            yield from _properties(one)
    if isinstance(part, dict):
        if isinstance(part.get("additionalProperties"), bool):
            yield from part["properties"].items()
        for one in part.values():
            yield from _properties(one)


@pytest.mark.parametrize("file", DOCUMENTS)
def test_a_file_the_parser_takes_is_not_marked(file: str) -> None:
    """Every YAML file of this project and of the projects of the tests."""
    assert marked(kind_of(file.partition("/")[2]), DOCUMENTS[file].data) == []


def refused(kind: str, text: str) -> bool:
    """Whether the parser rejects the file by its shape."""
    read = read_markdown if kind in ("page", "story") else read_yaml
    document = read(f"{kind}.yml", text.encode())
    assert not document.findings, document.findings
    return any(fault.severity is Severity.REJECTED for fault in READERS[kind](document))


def _items(document: YamlDocument) -> list[faults.Finding]:
    assert isinstance(document.data, list)
    return [
        f
        for n, one in enumerate(document.data)
        for f in faults.checked(document, IndicatorShape, one, str(n))[1]
    ]


READERS: dict[str, Callable[[YamlDocument], list[faults.Finding]]] = {
    "site": lambda document: settings.read_site(document)[1],
    "metrics": lambda document: settings.read_metrics(document, None)[1],
    "plan": lambda document: faults.checked(document, PlanShape, document.data)[1],
    "indicators": _items,
    "reviews": lambda document: read_reviews(document, ("K",), (2024,))[1],
    "releases": lambda document: parse_releases(document)[1],
    "impact": lambda document: (
        (
            faults.checked(document, LogicModelShape, document.data)[1]
            if isinstance(document.data, dict)
            else []
        )
        or impact.read_impact([document], impact.Known(plans=("p",)))[1]
    ),
    "page": lambda document: faults.checked(document, PageShape, document.data)[1],
    "story": lambda document: faults.checked(document, StoryShape, document.data)[1],
}

SITE = "organization: 会\nsite_name: 記録\nsite_url: https://example.org/\n"
PLAN = (
    "title: 計画\nperiod: {from: 2024, to: 2024}\n"
    "plans: [{id: p, title: 柱, measures: [{id: 1-1, title: 策%s}]}]\n"
)
INDICATOR = (
    "- {id: K, name: 数, unit: 件, direction: increase, kind: count, aggregation: sum, time_basis: flow%s}\n"
)
REVIEW = "- {fiscal_year: 2024, indicator_id: K%s}\n"
STORY = (
    "---\ntitle: 題\nslug: dai\nsociety: ''\nfiscal_year: 2024\nindicators: [K]\n"
    "image: a.jpg\nimage_alt: 人\n"
    "consent: {obtained: true, date: 2025-02-01, scope: [site]}\n%s---\n本文\n"
)
MODEL = "kind: logic_model\nid: m\ntitle: 図\nplan: p\nnodes: [{id: a, stage: activity, text: 行う%s}]\n"

GOOD = [
    ("site", SITE + "contact: 123\nfiscal_year_start: 1\nbrand: {accent: '#FFFFFF', mark: 8}\n"),
    ("site", SITE + "report_year: 2024\ndescription: 2026-04-01\n"),
    ("metrics", "grade_bands: {A: 1, B: 0.8}\npace_on_track: {value: 1, reason: 前}\n"),
    ("metrics", "grade_bands: [{grade: A, at_least: 1}]\nsurvey_gate: {value: 0.6}\n"),
    ("metrics", "suppress_below: null\n"),
    ("plan", PLAN % ""),
    ("plan", PLAN % ", actions: [種をまく, {text: 育てる, children: [水をやる]}]"),
    ("indicators", INDICATOR % ", sdgs: [8.10, 3, '11.b'], min: 0, cap: 1.5, range: [0, 1]"),
    (
        "indicators",
        INDICATOR % ", notices: [注意, {text: 別, fiscal_year: 2024}], societies: all, decimals: 2",
    ),
    ("reviews", REVIEW % ", reason: 雨, next_step: 傘, on: 2025-07-10"),
    ("reviews", REVIEW % ", decision: 引き下げ"),
    ("reviews", REVIEW % ", reason: 雨, next_step: 傘, decision: {target: keep, text: 同じ}"),
    ("releases", "- {on: 2025-01-01, by: 山田, figures: 3, sha256: " + "a" * 64 + "}\n"),
    ("impact", MODEL % ""),
    ("page", "---\ntitle: 2024\n---\n本文\n"),
    ("story", STORY % ""),
    ("story", STORY % "publish_on: '2025-03-01'\nlevel: 1\nnumbers: [{label: 数, text: 3}]\n"),
    ("story", STORY % "publish_on: ''\ndraft: true\nquote: 12\n"),
]
BAD = [
    ("site", SITE + "organisation: 会\n"),
    ("site", SITE.replace("site_name", "name")),
    ("site", SITE + "sample: いいえ\n"),
    ("site", SITE + "fiscal_year_start: 13\n"),
    ("site", SITE + "brand: {accent: red}\n"),
    ("site", SITE + "languages: []\n"),
    ("site", SITE + "contact: null\n"),
    ("site", SITE.replace("https://", "javascript:")),
    ("metrics", "pace: 1\n"),
    ("metrics", "pace_on_track: '1'\n"),
    ("metrics", "survey_gate: {value: 60}\n"),
    ("metrics", "project_cap: {value: 1, why: 前}\n"),
    ("metrics", "grade_bands: {S: 1}\n"),
    ("plan", PLAN.replace("from: 2024, ", "") % ""),
    ("plan", PLAN % ", actions: [{child: x}]"),
    ("plan", PLAN % ", actions: ['  ']"),
    ("plan", PLAN % ", indicators: K"),
    ("plan", (PLAN % "").replace("2024", "令和6年度")),
    ("indicators", INDICATOR.replace("direction: increase, ", "") % ""),
    ("indicators", INDICATOR.replace("increase", "up") % ""),
    ("indicators", INDICATOR % ", min_coverage: 80"),
    ("indicators", INDICATOR % ", max: '100'"),
    ("indicators", INDICATOR % ", range: [1]"),
    ("indicators", INDICATOR % ", sdgs: ['18']"),
    ("indicators", INDICATOR.replace("id: K", "id: k 1") % ""),
    ("indicators", INDICATOR.replace("name: 数", "name: ' '") % ""),
    ("reviews", REVIEW % ", reason: 雨"),
    ("reviews", REVIEW % ", reason: '', next_step: 傘"),
    ("reviews", REVIEW % ", decision: 様子見"),
    ("reviews", REVIEW % ", decision: {text: 同じ}"),
    ("reviews", "a: 1\n"),
    ("releases", "- {on: 2025-01-01, by: 山田, figures: -1, sha256: " + "a" * 64 + "}\n"),
    ("impact", (MODEL % "").replace("logic_model", "model")),
    ("impact", MODEL % ", level: 1"),
    ("impact", (MODEL % "").replace("plan: p\n", "")),
    ("impact", MODEL % ", claim: {level: 6, what: a, who: b, how_much: c, contribution: d, risk: e}"),
    ("page", "---\norder: 1\n---\n本文\n"),
    ("page", "---\ntitle: 題\norder: 一\n---\n本文\n"),
    ("story", STORY % "colour: 赤\n"),
    ("story", (STORY % "").replace("title: 題\n", "")),
    ("story", (STORY % "").replace("[K]", "[]")),
    ("story", (STORY % "").replace("true", "'はい'")),
    ("story", (STORY % "").replace("2025-02-01", "去年")),
    ("story", (STORY % "").replace("[site]", "[blog]")),
    ("story", (STORY % "").replace("slug: dai", "slug: /etc")),
    ("story", STORY % "level: 7\n"),
]


@pytest.mark.parametrize(("kind", "text"), GOOD)
def test_schema_and_parser_take_the_same_good_file(kind: str, text: str) -> None:
    """Short forms, numbers where text is expected, days in quotes: what is bent is not marked."""
    assert not refused(kind, text)
    assert marked(kind, _data(kind, text)) == []


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_schema_and_parser_refuse_the_same_bad_file(kind: str, text: str) -> None:
    """Unknown keys, missing keys, wrong types, words outside of a list, limits, patterns."""
    assert refused(kind, text)
    assert marked(kind, _data(kind, text)) != []


def _data(kind: str, text: str) -> YamlValue:
    read = read_markdown if kind in ("page", "story") else read_yaml
    return read(f"{kind}.yml", text.encode()).data


def test_editors_find_the_schema_of_every_yaml_file() -> None:
    """The first line of a file names its schema, and so do the settings of VS Code."""
    settings_ = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert settings_ == {
        f"./site_config/schemas/{file_schemas.file_name(name)}": place
        for name, place in file_schemas.FILES.items()
    }
    loaded = load.load_project(ROOT)
    for name in loaded.documents:
        if name.endswith(".yml") and name != "data/releases.yml":
            first = (ROOT / name).read_text("utf-8").splitlines()[0]
            up = "../" * name.count("/")
            schema = f"{up}site_config/schemas/{file_schemas.file_name(kind_of(name))}"
            assert first == f"# yaml-language-server: $schema={schema}", name


def test_the_command_writes_them_anywhere(tmp_path: Path) -> None:
    """impact schema --out DIR: the same bytes, every time."""
    for _ in range(2):
        done = CliRunner().invoke(main, ["schema", "--out", str(tmp_path / "s")])
        assert done.exit_code == 0, done.output
    assert {p.name: p.read_bytes() for p in (tmp_path / "s").iterdir()} == {
        m.path: m.content for m in MADE.values()
    }
