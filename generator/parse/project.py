"""The whole project: every file by itself first, then what the files say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from generator.finding_words import in_order
from generator.findings import Finding, Place, Severity
from generator.load import LoadedProject, Role
from generator.load.yamlfile import YamlDocument
from generator.model import (
    HandWrittenPage,
    MetricSettings,
    Observation,
    PlanDocument,
    Project,
    PromotionProject,
    Review,
    SiteSettings,
    Society,
    TargetDecision,
)
from generator.model_impact import ImpactAccounts, SurveyReturn
from generator.model_review import ActionRecord
from generator.parse.actions import parse_actions
from generator.parse.content import read_pages
from generator.parse.faults import rejected
from generator.parse.impact import Known, read_impact, tables_by_name
from generator.parse.indicators import ReadIndicators, check_against_plan, read_indicators
from generator.parse.plan import read_plan
from generator.parse.published import parse_published, parse_releases
from generator.parse.reviews import read_reviews
from generator.parse.settings import read_metrics, read_site
from generator.parse.snapshots import parse_snapshots
from generator.parse.stories import FOLDER as STORIES
from generator.parse.stories import ReadStories, StoryGround, read_stories
from generator.parse.story_links import site_pages
from generator.parse.story_mentions import of_pages
from generator.parse.survey_values import into_values
from generator.parse.surveys import parse_surveys
from generator.parse.target_sums import differing_targets
from generator.parse.values import (
    YearRules,
    parse_projects,
    parse_societies,
    parse_targets,
    parse_values,
)

SITE = "site_config/site.yml"
METRICS = "site_config/metrics.yml"
PLAN = "data/plan.yml"
INDICATORS = "data/indicators.yml"
REVIEWS = "data/reviews.yml"
RELEASES = "data/releases.yml"
SOCIETIES = "data/societies.csv"

EXAMPLES: Mapping[str, str] = {
    SITE: "{organization: 花の会, site_name: 花の約束, site_url: https://example.org/, languages: [ja]}",
    PLAN: "{title: 花の計画, period: {from: 2024, to: 2024, targets_to: 2026}, plans: [{id: town, "
    'title: まちに花を, measures: [{id: "1-1", title: 花だんづくり, indicators: [FLOWER]}]}]}',
    INDICATORS: "[{id: FLOWER, name: 花だんの数, unit: か所, direction: increase, kind: count, "
    "aggregation: sum, time_basis: flow}]",
    SOCIETIES: "society,slug,block,grid_col,grid_row ⏎ 北の会,north,北,1,1",
}
"""The smallest content of each required file (contract: the smallest project)."""

_UNKNOWN_INDICATOR = ("indicator_unknown", "indicator_unknown_near", "indicator_id_unsafe")
_UNKNOWN_SOCIETY = ("society_unknown", "society_unknown_near")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The project, or None when something is rejected; all findings in the order of their places."""

    project: Project | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Documents:
    """What the YAML files say, as far as they could be read."""

    site: SiteSettings | None
    settings: MetricSettings | None
    plan: PlanDocument | None
    indicators: ReadIndicators
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the tables say, as far as it could be read."""

    societies: tuple[Society, ...]
    observations: tuple[Observation, ...]
    targets: tuple[TargetDecision, ...]
    projects: tuple[PromotionProject, ...]
    findings: list[Finding]
    surveys: tuple[SurveyReturn, ...] = ()
    actions: tuple[ActionRecord, ...] = ()


def parse_project(loaded: LoadedProject, as_of: date | None = None) -> Parsed:
    """Check everything that was read. Never raises on bad data.

    `as_of` decides which stories may be public; without it none is.
    """
    documents = _documents(loaded)
    tables = _tables(loaded, documents)
    reviews, review_faults = _reviews(loaded, documents, tables)
    pages, page_faults = read_pages(_pages(loaded))
    impact, impact_faults = read_impact(_accounts(loaded), _known(loaded, documents, tables))
    told = read_stories(_stories(loaded), _story_ground(loaded, documents, tables, as_of))
    pages, mentions = of_pages(pages, told.gone, loaded.documents)
    published, published_faults = parse_published(loaded.of(Role.PUBLISHED))
    releases, release_faults = parse_releases(_readable(loaded, RELEASES))
    snapshots, snapshot_faults = parse_snapshots(loaded.snapshots, releases)
    findings = in_order(
        [
            *loaded.findings,
            *_faults_of_reading(loaded),
            *documents.findings,
            *tables.findings,
            *_between(documents, tables),
            *review_faults,
            *page_faults,
            *impact_faults,
            *told.findings,
            *mentions,
            *published_faults,
            *release_faults,
            *snapshot_faults,
        ]
    )
    rejects = any(finding.severity is Severity.REJECTED for finding in findings)
    project = None if rejects else _project(loaded, documents, tables, reviews, pages, impact)
    if project is not None:
        project = replace(
            project,
            published=published,
            releases=releases,
            snapshots=snapshots,
            stories=told.stories,
            input_hashes=_public_hashes(project.input_hashes, told),
        )
    return Parsed(project, findings)


def _is_story(name: str) -> bool:
    return str(PurePosixPath(name).parent) == STORIES


def _faults_of_reading(loaded: LoadedProject) -> Iterator[Finding]:
    """Of every document but the stories: what those are worth depends on whether they are public."""
    for name, document in loaded.documents.items():
        yield from () if _is_story(name) else document.findings


def _public_hashes(hashes: Mapping[str, str], told: ReadStories) -> Mapping[str, str]:
    """Inputs of what is public: without the files of stories left out, with the photos of the others."""
    photos = {p.file: p.sha256 for story in told.stories for p in (story.picture, *story.pictures)}
    kept = {name: digest for name, digest in hashes.items() if name not in told.left_out}
    return dict(sorted({**kept, **photos}.items()))


def _readable(loaded: LoadedProject, name: str) -> YamlDocument | None:
    """A document without faults of reading; those that have some are reported already."""
    document = loaded.documents.get(name)
    return document if document is not None and not document.findings else None


def _missing(loaded: LoadedProject, names: Iterable[str]) -> list[Finding]:
    unread = {finding.place.file for finding in loaded.findings}
    return [
        rejected("missing_file", Place(name), example=EXAMPLES[name])
        for name in names
        if name not in loaded.documents and name not in unread
    ]


def _documents(loaded: LoadedProject) -> _Documents:
    findings = _missing(loaded, (SITE, PLAN, INDICATORS))
    site, plan, read = None, None, ReadIndicators((), {}, ())
    site_file, plan_file = _readable(loaded, SITE), _readable(loaded, PLAN)
    indicators_file, metrics_file = _readable(loaded, INDICATORS), _readable(loaded, METRICS)
    if site_file is not None:
        site, faults = read_site(site_file)
        findings += faults
    if plan_file is not None:
        plan, faults = read_plan(plan_file)
        findings += faults
    if indicators_file is not None:
        read = read_indicators(indicators_file)
        findings += read.findings
    if plan is not None and plan_file is not None and indicators_file is not None:
        findings += check_against_plan(indicators_file, read, plan_file, plan)
    settings, faults = read_metrics(metrics_file, read.paths if indicators_file else None)
    return _Documents(site, settings, plan, read, findings + faults)


def _tables(loaded: LoadedProject, documents: _Documents) -> _Tables:
    indicators, settings = documents.indicators.indicators, documents.settings
    start = documents.site.fiscal_year_start if documents.site is not None else 4
    rules = YearRules(start) if documents.plan is None else YearRules.of_plan(documents.plan, start)
    societies, faults = parse_societies(loaded.of(Role.SOCIETIES))
    observations, value_faults = parse_values(loaded.of(Role.VALUES), indicators, societies, rules, settings)
    targets, target_faults = parse_targets(loaded.of(Role.TARGETS), indicators, rules)
    projects, project_faults = parse_projects(loaded.of(Role.PROJECTS), societies, rules)
    read = parse_surveys(loaded.of(Role.SURVEYS), indicators, societies, rules)
    observations, survey_faults = into_values(read, observations, indicators, settings)
    actions, action_faults = parse_actions(loaded.of(Role.ACTIONS), documents.plan, rules)
    found = [*value_faults, *target_faults, *project_faults, *read.findings, *survey_faults, *action_faults]
    found += differing_targets(targets, observations, indicators, societies)
    follow_on = _follow_on(loaded, documents)
    told = [fault for fault in found if not follow_on.covers(fault)]
    nameless = any(fault.code in _UNKNOWN_SOCIETY for fault in found)
    findings = [*faults, *told, *_no_tables(loaded, nameless)]
    return _Tables(societies, observations, targets, projects, findings, read.returns, actions)


@dataclass(frozen=True, slots=True)
class _FollowOn:
    """Faults that only repeat what is wrong in another file: an indicator that could not be read
    is not unknown, and where there is no list of societies no name can be in it."""

    indicator_ids: frozenset[str] | None
    societies: bool

    def covers(self, finding: Finding) -> bool:
        if finding.code in _UNKNOWN_INDICATOR:
            return self.indicator_ids is None or finding.value in self.indicator_ids
        return self.societies and finding.code in _UNKNOWN_SOCIETY


def _follow_on(loaded: LoadedProject, documents: _Documents) -> _FollowOn:
    readable = _readable(loaded, INDICATORS) is not None
    known = frozenset(documents.indicators.paths) if readable else None
    return _FollowOn(known, not loaded.of(Role.SOCIETIES))


def _no_tables(loaded: LoadedProject, nameless: bool) -> list[Finding]:
    """No values at all; or values that name societies and no list of them."""
    findings = []
    unread = {f.place.file for f in loaded.findings if f.severity is Severity.REJECTED}
    if not loaded.of(Role.VALUES) and not any(file.startswith("data/values/") for file in unread):
        findings.append(rejected("no_values", Place("data/values")))
    if nameless and not loaded.of(Role.SOCIETIES) and SOCIETIES not in unread:
        findings.append(rejected("missing_file", Place(SOCIETIES), example=EXAMPLES[SOCIETIES]))
    return findings


def _reviews(
    loaded: LoadedProject, documents: _Documents, tables: _Tables
) -> tuple[tuple[Review, ...], list[Finding]]:
    document = _readable(loaded, REVIEWS)
    if document is None or _readable(loaded, INDICATORS) is None or documents.plan is None:
        return (), []
    years = {observation.fiscal_year for observation in tables.observations}
    years |= set(range(documents.plan.period_from, documents.plan.targets_to + 1))
    return read_reviews(document, documents.indicators.paths, years)


def _pages(loaded: LoadedProject) -> list[YamlDocument]:
    """content/*.md; what lies deeper is not a page."""
    paths = (PurePosixPath(name) for name in sorted(loaded.documents))
    names = [str(path) for path in paths if path.suffix == ".md" and str(path.parent) == "content"]
    return [document for name in names if (document := _readable(loaded, name)) is not None]


def _stories(loaded: LoadedProject) -> list[YamlDocument]:
    return [loaded.documents[name] for name in sorted(loaded.documents) if _is_story(name)]


def _story_ground(
    loaded: LoadedProject, documents: _Documents, tables: _Tables, as_of: date | None
) -> StoryGround:
    site, plan = documents.site, documents.plan
    years = {o.fiscal_year for o in tables.observations}
    if plan is not None:
        years |= set(range(plan.period_from, plan.targets_to + 1))
    return StoryGround(
        as_of=as_of,
        indicators=tuple(documents.indicators.paths),
        societies=tuple(society.name for society in tables.societies),
        photos=loaded.pictures,
        years=sorted(years),
        pages=site_pages(
            site.site_url if site is not None else "",
            documents.indicators.indicators,
            plan.plans if plan is not None else (),
            tables.societies,
            (PurePosixPath(page.file).stem for page in _pages(loaded)),
        ),
        organization=site.organization if site is not None else "",
    )


def _accounts(loaded: LoadedProject) -> list[YamlDocument]:
    """The accounts of data/impact that could be read."""
    names = sorted(n for n in loaded.documents if n.startswith("data/impact/"))
    return [document for n in names if (document := _readable(loaded, n)) is not None]


def _known(loaded: LoadedProject, documents: _Documents, tables: _Tables) -> Known:
    """What impact accounts may speak about."""
    return Known(
        plans=tuple(p.id for p in documents.plan.plans) if documents.plan is not None else (),
        indicators=tuple(documents.indicators.paths),
        projects=tuple(dict.fromkeys(p.id for p in tables.projects)),
        tables=tables_by_name(loaded.grids),
    )


def _between(documents: _Documents, tables: _Tables) -> list[Finding]:
    """The report year must be one with values."""
    site = documents.site
    years = sorted({o.fiscal_year for o in tables.observations if o.actual is not None or o.numerator})
    if site is None or site.report_year is None or not years or site.report_year in years:
        return []
    known = f"{years[0]}–{years[-1]}"
    return [rejected("report_year_unknown", Place(SITE, key="report_year"), site.report_year, known=known)]


def _project(
    loaded: LoadedProject,
    documents: _Documents,
    tables: _Tables,
    reviews: tuple[Review, ...],
    pages: tuple[HandWrittenPage, ...],
    impact: ImpactAccounts,
) -> Project | None:
    if documents.site is None or documents.plan is None or documents.settings is None:
        return None
    return Project(
        site=documents.site,
        settings=documents.settings,
        plan=documents.plan,
        indicators=documents.indicators.indicators,
        societies=tables.societies,
        observations=tables.observations,
        targets=tables.targets,
        projects=tables.projects,
        reviews=reviews,
        has_reviews_file=REVIEWS in loaded.documents,
        pages=pages,
        surveys=tables.surveys,
        impact=impact,
        actions=tables.actions,
        input_hashes=loaded.hashes,
    )
