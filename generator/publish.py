"""From trees of Markdown to the published site: MkDocs aside, checks, swap.

Nothing is checked after the swap and nothing is swapped before the last check, so a reader of
the old site never notices a build that fails. The only room that knows MkDocs.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import material  # type: ignore[import-untyped]
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator import manifest, sitemap, swap, verify
from generator.findings import Finding, Place, Severity

_VERSIONED = ("babel", "impact-report", "jinja2", "markdown", "mkdocs", "mkdocs-material")
_NEVER_OURS = ("sitemap.xml", "sitemap.xml.gz")


class BrokenSite(Exception):
    """The new site is faulty; the old one stays. `findings` says where.

    by_hand: every fault stands in a file that a person wrote, so it is theirs to mend.
    """

    def __init__(self, findings: tuple[Finding, ...], written_in: Mapping[str, str]) -> None:
        super().__init__(f"{len(findings)} faults in the built site")
        self.findings = findings
        self.by_hand = all(finding.place.file in written_in.values() for finding in findings)


@dataclass(frozen=True, slots=True)
class Tree:
    """One language's Markdown tree and what its pages need beside it.

    below: folder of the site, "" for the first language; chrome: words and navigation of header
    and footer (`extra.ir`).
    """

    lang: str
    docs: Path
    below: str
    chrome: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Edition:
    """What one build publishes: where it will stand, from which trees and which theme folder.

    written_in: page of the site → input file that a person wrote it in.
    """

    site_name: str
    site_url: str
    sample: bool
    trees: tuple[Tree, ...]
    overrides: Path
    base_config: Path
    inputs: Mapping[str, str]
    written_in: Mapping[str, str]


def publish(edition: Edition, configs: Path, target: Path) -> None:
    """Build aside, check, swap: afterwards `target` is the new site, or untouched and an error raised."""
    swap.check_replaceable(target, manifest.NAME)
    target.parent.mkdir(parents=True, exist_ok=True)
    swap.recover(target)
    aside = swap.aside(target)
    try:
        make(edition, configure(edition, configs, aside), aside)
        swap.swap(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def configure(edition: Edition, configs: Path, site: Path) -> tuple[Path, ...]:
    """Write `configs/<lang>.yml` for every tree; MkDocs will put that language below `site`."""
    configs.mkdir(parents=True, exist_ok=True)
    return tuple(_configure(edition, tree, configs / f"{tree.lang}.yml", site) for tree in edition.trees)


def make(edition: Edition, configs: tuple[Path, ...], site: Path) -> None:
    """Build and check the whole site in the fresh folder `site`; raises BrokenSite."""
    for config, tree in zip(configs, edition.trees, strict=True):
        _run_mkdocs(config, edition.written_in)
        _remove_theme_files(site / tree.below, tree, edition.overrides)
    for path, content in sitemap.files(site, edition.site_url, edition.sample).items():
        (site / path).write_bytes(content)
    versions = {name: version(name) for name in _VERSIONED}
    (site / manifest.NAME).write_bytes(manifest.make(site, edition.site_url, versions, edition.inputs))
    if findings := verify.check_site(site, edition.written_in):
        raise BrokenSite(findings, edition.written_in)


def _configure(edition: Edition, tree: Tree, path: Path, site: Path) -> Path:
    below = f"{tree.below}/" if tree.below else ""
    config = {
        "INHERIT": str(edition.base_config),
        "site_name": edition.site_name,
        "site_url": edition.site_url.rstrip("/") + "/" + below,
        "docs_dir": str(tree.docs),
        "site_dir": str(site / tree.below),
        "theme": {"custom_dir": str(edition.overrides), "language": tree.lang},
        "nav": _sections(tree.docs),
        "not_in_nav": "*.md",
        "extra": {"ir": tree.chrome},
    }
    # JSON is YAML: the words of a project need no second set of quoting rules.
    path.write_text(json.dumps(config, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    return path


def _sections(docs: Path) -> list[str]:
    """Front page and section pages: a nav with every page in it would cost their square."""
    pages = ("/".join(path.relative_to(docs).parts) for path in docs.glob("*/index.md"))
    return [*(["index.md"] if (docs / "index.md").is_file() else []), *sorted(pages)]


def _run_mkdocs(config_file: Path, written_in: Mapping[str, str]) -> None:
    with _warnings() as warnings:
        try:
            mkdocs_build(load_config(str(config_file)))
        except MkDocsException as fault:
            warnings = warnings or [str(fault)]
    if warnings:
        raise BrokenSite(tuple(_told_by_mkdocs(warning, written_in) for warning in warnings), written_in)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs warns of; its own strict mode keeps quiet when its log is off."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    logger, collector = logging.getLogger("mkdocs"), Collector(logging.WARNING)
    before, propagate = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(collector)
        logger.setLevel(before)
        logger.propagate = propagate


def _told_by_mkdocs(message: str, written_in: Mapping[str, str]) -> Finding:
    """MkDocs names its Markdown file in quotes; people know the file they wrote it in."""
    named = re.search(r"'([^']+)\.md'", message)
    page = f"{named[1]}/index.html" if named else "mkdocs"
    return Finding(Severity.REJECTED, "mkdocs_warning", Place(written_in.get(page, page)), message)


def _remove_theme_files(root: Path, tree: Tree, overrides: Path) -> None:
    """Take out what MkDocs and Material bring along. Were a page to ask for any of it, the link
    check would say so."""
    brought = Path(material.__file__).parent / "templates"
    for path in sorted(root.rglob("*"), reverse=True):
        inside = path.relative_to(root)
        ours = (tree.docs / inside).exists() or (overrides / inside).exists()
        if path.is_file() and not ours and (str(inside) in _NEVER_OURS or (brought / inside).is_file()):
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
