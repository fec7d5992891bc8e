"""The way from files to a published site, as a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator import (
    api,
    cards,
    catalogue,
    charts,
    compare,
    ledger,
    load,
    lock,
    metrics,
    opendata,
    pages,
    parse,
    photos,
    publish,
    release_rules,
    releasing,
    render,
    sentences,
    story_numbers,
    theme,
    write,
)
from generator.findings import Finding, Place, Severity
from generator.model import Artefact, Project, Results

REPEATED = ("embed/", "admin/")
"""Pages that `impact diff` does not name: what they say is said by another page, or by nobody's data."""


class Stopped(Exception):
    """The input does not allow what was asked for; `findings` holds everything found."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: from which project to which place, as of which day, for the public or not.

    stage is told the name of every stage as it begins (`read`, `compute`, `write`, `publish`);
    pid is written into the locks.
    """

    folder: Path
    out: Path
    as_of: date
    release: bool = False
    pid: int = 0
    stage: Callable[[str], None] = lambda name: None

    @property
    def workshop(self) -> Path:
        """Where everything between input and site lies."""
        return self.folder / "build"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and computed; project and results are None when something was rejected."""

    findings: tuple[Finding, ...]
    project: Project | None = None
    results: Results | None = None


def check(
    folder: Path, stage: Callable[[str], None] = lambda name: None, as_of: date | None = None
) -> Checked:
    """Read and check everything, write nothing. `as_of` decides which stories may be public."""
    stage("read")
    parsed = parse.parse_project(load.load_project(folder), as_of)
    if parsed.project is None:
        return Checked(parsed.findings)
    if findings := _languages(parsed.project, folder):
        return Checked((*parsed.findings, *findings))
    stage("compute")
    results = metrics.compute(parsed.project)
    misses = (
        *release_rules.unanswered_misses(parsed.project, results),
        *release_rules.targets_left_open(parsed.project, results),
    )
    changed = ledger.changed_figures(parsed.project, results)
    told = story_numbers.findings(parsed.project, results)
    if any(finding.severity is Severity.REJECTED for finding in (*changed, *told)):
        return Checked((*parsed.findings, *told, *changed))
    open_ = ledger.without_confirmed((*parsed.findings, *told), parsed.project)
    return Checked((*open_, *misses, *changed), parsed.project, results)


def draft_release(order: Order) -> releasing.Draft:
    """What a release would have to answer for. Raises Stopped for faults and samples."""
    checked = check(order.folder, order.stage, order.as_of)
    if checked.project is None or checked.results is None:
        raise Stopped(checked.findings)
    if samples := release_rules.samples(checked.project):
        raise Stopped((*samples, *checked.findings))
    return releasing.draft(checked.project, checked.results, checked.findings)


def side(
    folder: Path, stage: Callable[[str], None] = lambda name: None, as_of: date | None = None
) -> compare.Side:
    """A project as `compare` sees it, its pages in the packaged theme. Raises Stopped for faults."""
    checked = check(folder, stage, as_of)
    if checked.project is None or checked.results is None:
        raise Stopped(checked.findings)
    folders = theme.folders()
    lang = checked.project.site.languages[0]
    words, assets = catalogue.read(lang, folders), theme.assets(folders)
    stage("write")
    made = pages.build(checked.project, checked.results, lang, words, assets, folders)
    pages_ = (a for a in made if a.path.endswith(".md") and not a.path.startswith(REPEATED))
    shown = {render.served_at(a.path): a.content for a in pages_}
    return compare.Side(checked.project, checked.results, shown)


def generate(order: Order) -> tuple[Finding, ...]:
    """Write the Markdown trees and MkDocs settings; the findings that did not stop it."""
    with lock.held(order.workshop / ".lock", order.pid):
        checked, edition = _generate(order)
        publish.configure(edition, order.workshop / "mkdocs", order.workshop / "mkdocs" / "site")
    return checked.findings


def build(order: Order) -> tuple[Finding, ...]:
    """The whole way; the findings that did not stop it. Raises Stopped, Busy, BrokenSite, NotASite."""
    with ExitStack() as locks:
        locks.enter_context(lock.held(order.workshop / ".lock", order.pid))
        locks.enter_context(lock.held(order.out.parent / f".{order.out.name}.lock", order.pid))
        checked, edition = _generate(order)
        order.stage("publish")
        publish.publish(edition, order.workshop / "mkdocs", order.out)
    return checked.findings


def _generate(order: Order) -> tuple[Checked, publish.Edition]:
    checked = _with_memory(check(order.folder, order.stage, order.as_of), order.release)
    project, results = _cleared(checked, order.release)
    order.stage("write")
    folders = theme.folders(order.folder)
    overrides = order.workshop / "theme" / "overrides"
    write.write_tree(_artefacts(theme.files(folders, "overrides")), overrides)
    return checked, _edition(project, _trees(order, project, results), overrides)


def _cleared(checked: Checked, release: bool) -> tuple[Project, Results]:
    """Project and results, when the findings allow them to be built (and released)."""
    if checked.project is None or checked.results is None:
        raise Stopped(checked.findings)
    samples = release_rules.samples(checked.project) if release else ()
    held = release and any(f.severity is Severity.HELD for f in checked.findings)
    if samples or held:
        raise Stopped((*samples, *checked.findings))
    return checked.project, checked.results


def _with_memory(checked: Checked, release: bool) -> Checked:
    """A public build also says what nobody would notice a change of."""
    if not release or checked.project is None or checked.results is None:
        return checked
    return replace(
        checked, findings=(*checked.findings, *ledger.not_remembered(checked.project, checked.results))
    )


def _trees(order: Order, project: Project, results: Results) -> tuple[publish.Tree, ...]:
    """Write the tree of every language; what all of them share (data, photos, cards) into the first."""
    folders, languages = theme.folders(order.folder), project.site.languages
    assets, press = theme.assets(folders), cards.press(folders, project.site.brand)
    words = {lang: catalogue.read(lang, folders) for lang in languages}
    editions = {
        lang: pages.edition(project, results, lang, words[lang], assets, folders, press.name)
        for lang in languages
    }
    order.stage("draw")
    first = languages[0]
    made = api.build(project, results, _speakers(project))
    voice = sentences.for_language(first, project.site.fiscal_year_start)
    shared = [
        *made,
        *opendata.build(project, results, words[first], voice, made),
        *photos.published(order.folder, project.stories, order.workshop / "pictures"),
        *cards.drawn(press, (c for e in editions.values() for c in e.cards), order.workshop / "cards"),
    ]
    for lang, edition in editions.items():
        own = [*shared] if lang == first else []
        kept = order.workshop / "charts" / lang
        own += charts.pictures(edition.charts, press.fonts, press.digest, kept)
        write.write_tree([*edition.artefacts, *own], order.workshop / "docs" / lang)
    return tuple(
        publish.Tree(
            lang,
            order.workshop / "docs" / lang,
            "" if lang == languages[0] else lang,
            pages.chrome(project, words[lang], lang, assets),
        )
        for lang in languages
    )


def _speakers(project: Project) -> Mapping[str, api.Speaker]:
    start = project.site.fiscal_year_start
    return {lang: sentences.for_language(lang, start) for lang in project.site.languages}


def _edition(project: Project, trees: tuple[publish.Tree, ...], overrides: Path) -> publish.Edition:
    return publish.Edition(
        site_name=project.site.site_name,
        site_url=project.site.site_url,
        sample=bool(release_rules.samples(project)),
        trees=trees,
        overrides=overrides,
        base_config=theme.packaged() / "mkdocs.base.yml",
        inputs=project.input_hashes,
        written_in={f"{page.slug}/index.html": page.file for page in project.pages},
    )


def _artefacts(files: Mapping[str, bytes]) -> list[Artefact]:
    return [Artefact(path, content) for path, content in files.items()]


def _languages(project: Project, folder: Path) -> tuple[Finding, ...]:
    """A finding for each language of the site that nobody wrote the interface words of."""
    known = {path.removesuffix(".yml") for path in theme.files(theme.folders(folder), "messages")}
    return tuple(
        Finding(
            Severity.REJECTED, "language_without_words", Place(release_rules.SITE_FILE, key="languages"), lang
        )
        for lang in project.site.languages
        if lang not in known
    )
