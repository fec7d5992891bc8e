"""Is a built site what it says it is? Links, requests to other hosts, hashes, numbers.

`check_site` asks the site alone, and every build does before the new site takes its place;
`check_with_data` also recounts from the project's files, as `impact verify SITE` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator import links, manifest, verify_numbers
from generator.findings import Finding, Place, Severity

_ALWAYS = ("", "top")
_DIFFERENCES = {
    "missing": "site_file_missing",
    "unlisted": "site_file_unlisted",
    "altered": "site_file_altered",
}


def check_site(site: Path, written_in: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Everything wrong with a built site: its manifest, its links, numbers that differ from their source.

    written_in: page of the site → input file a person wrote it in; a fault there names that file.
    """
    try:
        content = manifest.read(site)
    except (OSError, ValueError) as fault:
        return (_fault("no_manifest", manifest.NAME, str(fault)),)
    differences = (_fault(_DIFFERENCES[d.what], d.path, "") for d in manifest.compare(site, content))
    broken = check_links(site, str(content.get("site_url", "")), written_in or {})
    return (*differences, *broken, *verify_numbers.numbers(site))


def check_with_data(site: Path, project: Path) -> tuple[Finding, ...]:
    """As check_site, and every number of the federation recounted from the input files."""
    return (*check_site(site), *verify_numbers.recomputed(site, project))


def check_links(site: Path, site_url: str, written_in: Mapping[str, str]) -> tuple[Finding, ...]:
    """Every address of every page and style sheet leads somewhere, and none loads from elsewhere."""
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    pages = {path: _links_of(site / path) for path in sorted(files) if path.endswith((".html", ".css"))}
    return tuple(
        _fault(code, written_in.get(page, page), reference.address, page)
        for page, content in pages.items()
        for reference in content.references
        if (code := _fault_code(reference, links.resolve(reference.address, page, site_url), files, pages))
    )


def _links_of(path: Path) -> links.PageLinks:
    text = path.read_text("utf-8")
    return links.PageLinks(links.of_css(text), frozenset()) if path.suffix == ".css" else links.of_page(text)


def _fault_code(
    reference: links.Reference,
    target: links.Target | None,
    files: frozenset[str],
    pages: Mapping[str, links.PageLinks],
) -> str | None:
    if target is None:
        return None
    if target.runs_code:
        return "link_runs_code"
    if target.path is None:
        return "foreign_request" if reference.loads else None
    file = target.path + "index.html" if target.path == "" or target.path.endswith("/") else target.path
    if file not in files:
        return "broken_link"
    known = target.fragment in _ALWAYS or file not in pages or target.fragment in pages[file].anchors
    return None if known else "broken_anchor"


def _fault(code: str, place: str, value: str, page: str = "") -> Finding:
    return Finding(Severity.REJECTED, code, Place(place), value, (("page", page or place),))
