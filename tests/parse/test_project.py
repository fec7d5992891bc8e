"""From a folder to a project: what the smallest needs, and what stops any."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from generator import finding_words
from generator.findings import Severity
from generator.load import load_project
from generator.model import Direction, Grade, Indicator
from generator.parse import Parsed, parse_project

CONTRACT = Path(__file__).parents[3] / "shared" / "design" / "contract.md"


def codes(parsed: Parsed, severity: Severity = Severity.REJECTED) -> list[str]:
    return [f.code for f in parsed.findings if f.severity is severity]


def test_smallest_project_parses(smallest: Path) -> None:
    """The contract's smallest project has no finding, and every default is sensible."""
    parsed = parse_project(load_project(smallest))
    assert parsed.findings == ()
    project = parsed.project
    assert project is not None
    assert [i.id for i in project.indicators] == ["FLOWER"]
    assert project.plan.plans[0].slug == "town"
    assert project.plan.plans[0].measures[0].actions[0].children[0].id == "1-1-1-1"
    assert [(o.society, o.target, o.actual) for o in project.observations] == [
        ("北の会", Decimal(10), Decimal(12))
    ]
    assert not project.has_reviews_file


def test_garden_parses(garden: Path) -> None:
    """A project with other words, other years and a calendar year parses without a finding."""
    parsed = parse_project(load_project(garden))
    assert parsed.findings == ()
    assert parsed.project is not None
    assert parsed.project.site.fiscal_year_start == 1
    assert parsed.project.plan.targets_to == 2015
    assert parsed.project.settings.grade_bands[1].at_least == Decimal("0.9")
    assert parsed.project.settings.reasons == {"grade_bands": "庭では九割できれば上出来とする"}
    guests = parsed.project.indicator("GUESTS")
    assert (guests.number, guests.slug, guests.direction) == (3, "garden-guests", Direction.BEAT_LAST_YEAR)
    assert [page.slug for page in parsed.project.pages] == ["about"]


def test_indicator_defaults(smallest: Path, altered) -> None:
    """Only seven keys of an indicator are required; the others have the contract's defaults."""
    least = (
        "- {id: FLOWER_1, name: 花, unit: か所, direction: none, kind: count, aggregation: sum, "
        "time_basis: stock}"
    )
    for file in ("data/plan.yml", "data/values/any-name.csv", "data/targets.csv"):
        path = smallest / file
        path.write_text(path.read_text("utf-8").replace("FLOWER", "FLOWER_1"), "utf-8")
    project = altered(smallest, "data/indicators.yml", whole=least).project
    assert project is not None
    found: Indicator = project.indicators[0]
    assert (found.number, found.slug, found.name_en, found.unit_en) == (1, "flower-1", "花", "か所")
    assert (found.key, found.min_coverage, found.public_by_society) == (True, Decimal(1), True)
    assert found.target_basis is found.time_basis


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line", "key"),
    [
        ("data/indicators.yml", "direction: increase,", "", "missing_key", 1, "0.direction"),
        ("data/indicators.yml", "direction: increase", "direction: up", "not_one_of", 1, "0.direction"),
        ("data/indicators.yml", "definition:", "defenition:", "unknown_key", 2, "0.defenition"),
        ("data/indicators.yml", "decimals: 0", "decimals: two", "not_whole_number", 2, "0.decimals"),
        ("data/indicators.yml", "min: 0", 'min: "0"', "not_number", 2, "0.min"),
        ("data/indicators.yml", "slug: flower", "slug: Flower Bed", "bad_slug", 1, "0.slug"),
        ("data/indicators.yml", "slug: flower", "slug: index", "reserved_slug", 1, "0.slug"),
        ("data/indicators.yml", "slug: flower", "slug: con", "reserved_slug", 1, "0.slug"),
        ("data/indicators.yml", "id: FLOWER", "id: ../FLOWER", "bad_indicator_id", 1, "0.id"),
        ("data/indicators.yml", "increase", "range", "range_missing", 1, "0.direction"),
        ("data/indicators.yml", "increase", "maintain", "baseline_missing", 1, "0.direction"),
        ("data/indicators.yml", "min: 0", "min: 9, max: 3", "limits_reversed", 2, "0.max"),
        ("data/indicators.yml", "min: 0", "related: [TREE]", "related_unknown", 2, "0.related.0"),
        (
            "data/indicators.yml",
            "min: 0",
            "baseline: {fiscal_year: 2031}",
            "baseline_after_plan",
            2,
            "0.baseline.fiscal_year",
        ),
        ("data/plan.yml", "from: 2024", "from: 2025", "period_reversed", 2, "period.to"),
        (
            "data/plan.yml",
            "targets_to: 2026",
            "targets_to: 2023",
            "targets_end_early",
            2,
            "period.targets_to",
        ),
        ("data/plan.yml", "from: 2024", "from: 令和6年度", "not_whole_number", 2, "period.from"),
        ("data/plan.yml", "id: town", "id: まち", "bad_slug", 4, "plans.0.id"),
        ("data/plan.yml", "[FLOWER]", "FLOWER", "not_list", 9, "plans.0.measures.0.indicators"),
        ("data/plan.yml", "title: まちに花を", "", "missing_key", 4, "plans.0.title"),
        ("site_config/site.yml", "sample: false", "sample: no", "not_true_or_false", 1, "sample"),
        ("site_config/site.yml", "https://example.org/", "example.org", "bad_web_address", 1, "site_url"),
        (
            "site_config/site.yml",
            "https://example.org/",
            "'javascript:alert(1)//https://x'",
            "bad_web_address",
            1,
            "site_url",
        ),
        ("site_config/site.yml", "[ja]", "[jp]", "language_unknown", 1, "languages.0"),
        ("site_config/site.yml", "[ja]", "[ja, ja]", "repeated_language", 1, "languages.1"),
        ("site_config/site.yml", "site_name: 花の約束", "site_name: ''", "empty_text", 1, "site_name"),
        (
            "site_config/site.yml",
            "sample: false",
            "brand: {accent: 'red;}body{'}",
            "bad_colour",
            1,
            "brand.accent",
        ),
        (
            "site_config/site.yml",
            "sample: false",
            "report_year: 2019",
            "report_year_unknown",
            None,
            "report_year",
        ),
    ],
)
def test_rejected(smallest: Path, altered, file, old, new, code, line, key) -> None:
    """One wrong key stops the project with a finding that names file, line and dotted key."""
    parsed = altered(smallest, file, old, new)
    assert parsed.project is None
    found = [f for f in parsed.findings if f.code == code]
    assert [(f.place.file, f.place.line, f.place.key) for f in found] == [(file, line, key)]


def test_indicator_in_no_measure(smallest: Path, altered) -> None:
    """A defined indicator that no measure names is rejected where it is defined."""
    parsed = altered(smallest, "data/plan.yml", "[FLOWER]", "[]")
    assert codes(parsed) == ["indicator_in_no_measure"]
    assert parsed.findings[0].place.file == "data/indicators.yml"


def test_indicator_not_defined(smallest: Path, altered) -> None:
    """A measure that names an unknown indicator is rejected, with the nearest id."""
    parsed = altered(smallest, "data/plan.yml", "[FLOWER]", "[FLOWER, FLOWERS]")
    assert codes(parsed) == ["indicator_not_defined"]
    assert dict(parsed.findings[0].values)["near"] == "FLOWER"


def test_indicator_in_two_measures(smallest: Path, altered) -> None:
    """An indicator belongs to one measure."""
    parsed = altered(smallest, "data/plan.yml", "[FLOWER]", "[FLOWER, FLOWER]")
    assert codes(parsed) == ["indicator_in_two_measures"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: WATER", "id: COMPOST", "repeated_id"),
        ("slug: garden-guests", "slug: water", "repeated_slug"),
        ("- id: WATER", "- number: 1\n  id: WATER", "repeated_number"),
    ],
)
def test_names_are_unique(garden: Path, altered, old, new, code) -> None:
    """Ids, addresses (also those made from ids) and numbers are used once."""
    assert code in codes(altered(garden, "data/indicators.yml", old, new))


def test_all_faults_at_once(garden: Path, altered) -> None:
    """Faults of several files are told together, in the order of their places."""
    altered(garden, "site_config/site.yml", "languages: [ja]", "languages: [xx]")
    altered(garden, "data/values/garden.csv", "48.5", "四十八")
    altered(garden, "content/about.md", "二つの庭", "<script>alert(1)</script>二つの庭")
    parsed = altered(garden, "data/indicators.yml", "direction: decrease", "direction: less")
    files = [f.place.file for f in parsed.findings]
    assert files == sorted(files)
    assert set(files) == {
        "site_config/site.yml",
        "data/values/garden.csv",
        "content/about.md",
        "data/indicators.yml",
    }


def test_a_faulty_indicator_is_not_unknown(garden: Path, altered) -> None:
    """An indicator that cannot be read is told once, not again for each of its values."""
    parsed = altered(garden, "data/indicators.yml", "direction: decrease", "direction: less")
    assert codes(parsed) == ["not_one_of"]


def test_unreadable_definitions_are_told_once(smallest: Path, altered) -> None:
    """Where the definitions cannot be read at all, values and targets are not blamed."""
    assert codes(altered(smallest, "data/indicators.yml", whole="a: [")) == ["yaml_syntax"]


@pytest.mark.parametrize(
    "file", ["site_config/site.yml", "data/plan.yml", "data/indicators.yml", "data/societies.csv"]
)
def test_missing_file(smallest: Path, file: str) -> None:
    """A required file that is not there is named, with an example of its smallest content."""
    (smallest / file).unlink()
    parsed = parse_project(load_project(smallest))
    assert [(f.code, f.place.file) for f in parsed.findings if f.code == "missing_file"] == [
        ("missing_file", file)
    ]
    assert codes(parsed) == ["missing_file"]


def test_no_values(smallest: Path) -> None:
    """A project without a file of values is told where to put one."""
    (smallest / "data/values/any-name.csv").unlink()
    assert codes(parse_project(load_project(smallest))) == ["no_values"]


def test_empty_folder(tmp_path: Path) -> None:
    """An empty folder is findings, never a traceback."""
    parsed = parse_project(load_project(tmp_path))
    assert parsed.project is None
    assert codes(parsed).count("missing_file") == 3


def test_english_is_warned_about(smallest: Path, altered) -> None:
    """A language that is not built yet is a warning, and is left out."""
    parsed = altered(smallest, "site_config/site.yml", "[ja]", "[ja, en]")
    assert codes(parsed, Severity.WARNING) == ["language_not_built"]
    assert parsed.project is not None
    assert parsed.project.site.languages == ("ja",)


@pytest.mark.parametrize(
    ("whole", "code"),
    [
        ("grade_bands: {A: 1, B: 1.2}", "grade_bands_wrong"),
        ("grade_bands: {B: 1, A: 0.8}", "grade_bands_wrong"),
        ("grade_bands: {A: 1, E: 0.8}", "grade_bands_wrong"),
        ("grade_bands: {A: 1, F: 0.8}", "not_one_of"),
        ("weights: {TREE: 2}", "weight_unknown"),
        ("pace_accelerate: 2", "pace_reversed"),
        ("jump_factor: {value: 1, reason: x}", "out_of_range"),
        ("thresholds: 1", "unknown_key"),
        ("- a", "not_mapping"),
    ],
)
def test_metrics_rejected(smallest: Path, altered, whole: str, code: str) -> None:
    """Thresholds that cannot be meant stop the project."""
    assert codes(altered(smallest, "site_config/metrics.yml", whole=whole)) == [code]


def test_metrics_keep_defaults(smallest: Path, altered) -> None:
    """A key that is not written keeps its default; a value may carry its reason."""
    text = "suppress_below: {value: 5, reason: 町の決まり}\nreview_required_below: C\n"
    project = altered(smallest, "site_config/metrics.yml", whole=text).project
    assert project is not None
    settings = project.settings
    assert (settings.suppress_below, settings.review_required_below) == (5, Grade.C)
    assert settings.pace_on_track == 1
    assert settings.reasons == {"suppress_below": "町の決まり"}


@pytest.mark.parametrize(
    ("whole", "code"),
    [
        ("- {fiscal_year: 2024, indicator_id: TREE, reason: a, next_step: b}", "review_indicator_unknown"),
        ("- {fiscal_year: 1999, indicator_id: FLOWER, reason: a, next_step: b}", "review_year_unknown"),
        ("- {fiscal_year: 2024, indicator_id: FLOWER, reason: a}", "missing_key"),
        ("- {fiscal_year: 2024, indicator_id: FLOWER, reason: ' ', next_step: b}", "empty_text"),
        ("- {fiscal_year: 2024, indicator_id: FLOWER, reason: a, next_step: b, on: 四月}", "not_date"),
        ("fiscal_year: 2024", "not_list"),
    ],
)
def test_reviews_rejected(smallest: Path, altered, whole: str, code: str) -> None:
    """A review names a known indicator and year, and says why and what next."""
    assert codes(altered(smallest, "data/reviews.yml", whole=whole)) == [code]


def test_one_review_an_indicator_and_year(smallest: Path, altered) -> None:
    """Two reviews of the same indicator and year contradict each other."""
    one = "- {fiscal_year: 2024, indicator_id: FLOWER, reason: a, next_step: b, by: c, on: 2025-05-01}\n"
    assert codes(altered(smallest, "data/reviews.yml", whole=one * 2)) == ["repeated_review"]
    parsed = altered(smallest, "data/reviews.yml", whole=one)
    assert parsed.project is not None
    assert parsed.project.has_reviews_file
    assert parsed.project.reviews[0].next_step == "b"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_finding_has_words(garden: Path, altered, lang: str) -> None:
    """No placeholder stays open and no code goes without words, in both languages."""
    altered(garden, "site_config/site.yml", "languages: [ja]", "languages: [xx, ja]\nbrannd: 1")
    altered(garden, "data/plan.yml", "to: 2015", "to: 2009")
    parsed = altered(garden, "data/indicators.yml", "direction: decrease", "direction: less")
    for finding in parsed.findings:
        told = finding_words.tell(finding, lang)
        for text in (told.message, told.expected, told.fix):
            assert text
            assert not re.search(r"\?|\{[a-z]+\}", text), (finding, text)


def test_fixture_is_the_contract() -> None:
    """tests/projects/smallest is the contract's example, word for word."""
    if not CONTRACT.is_file():
        pytest.skip("the contract's text is not beside this checkout")
    text = CONTRACT.read_text("utf-8")
    folder = Path(__file__).parents[1] / "projects" / "smallest"
    inputs = [*folder.glob("site_config/**/*"), *folder.glob("data/**/*")]
    for path in sorted(p for p in inputs if p.is_file()):
        assert path.read_text("utf-8").rstrip("\n") in text, path.name
