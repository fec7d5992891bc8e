"""Rules for names that become addresses: unique, safe in every file system, not taken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.findings import Finding, Place
from generator.load.yamlfile import YamlDocument
from generator.parse.faults import rejected
from generator.parse.schemas import SLUG

DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
"""Windows cannot check out a file of this name, whatever its ending."""

RESERVED_SLUGS = DEVICE_NAMES | {
    "index", "404", "assets", "api", "data", "embed", "cards", "feed", "search", "admin", "ja", "en",
}  # fmt: skip
"""Addresses that the site uses itself (contract: Outputs)."""

RESERVED_PAGES = RESERVED_SLUGS | {
    "indicators", "plans", "stories", "societies", "reviews", "corrections", "method", "status", "feeds",
}  # fmt: skip
"""A hand-written page stands at the top of the site, beside the generated ones."""

RESERVED_IDS = {name.upper() for name in DEVICE_NAMES} | {"ALL", "INDEX", "DATAPACKAGE"}
"""data/all.csv and data/<id>.csv stand side by side, also where case does not count."""


def is_slug(text: str) -> bool:
    """Whether `text` can be a part of an address as it is."""
    return re.fullmatch(SLUG.strip("^$"), text) is not None


def repeated(
    document: YamlDocument, code: str, named: Iterable[tuple[str, str | int | None]]
) -> list[Finding]:
    """A finding for every name that an earlier place of the document already uses.

    `named` are (dotted path, name); case does not count; None is no name.
    """
    first: dict[str, str] = {}
    findings = []
    for path, name in named:
        if name is None:
            continue
        folded = str(name).casefold()
        if folded in first:
            line = document.line(first[folded]) or 1
            findings.append(rejected(code, document.place(path), name, first=line))
        first.setdefault(folded, path)
    return findings


def taken(place: Place, slug: str, reserved: Iterable[str] = RESERVED_SLUGS) -> list[Finding]:
    """A finding when `slug` is an address of the site itself."""
    return [rejected("reserved_slug", place, slug)] if slug in reserved else []
