"""Personal data in a story's file: each match is held until a person confirms that very match.

A match is known by a digest of file, kind, plain text and its how-manieth occurrence, so that
the record of a confirmation does not repeat the phone number and survives the line moving.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from generator.findings import Finding, Place, Severity
from generator.load.yamlfile import YamlDocument
from generator.parse.privacy import Match, personal_data
from generator.parse.story_text import LONGEST_BODY

_NOT_TEXT = frozenset({"slug", "image", "indicators", "fiscal_year", "publish_on", "consent", "society"})
SHORT = 12
"""Characters of the digest by which people name a match."""


def held_matches(document: YamlDocument) -> list[Finding]:
    """One held finding a match, in front matter and body."""
    seen: Counter[tuple[str, str]] = Counter()
    findings = []
    for place, match in _matches(document):
        seen[match.code, match.plain] += 1
        findings.append(_held(document.file, place, match, seen[match.code, match.plain]))
    return findings


def _matches(document: YamlDocument) -> Iterator[tuple[Place, Match]]:
    """Those of the values, of the body, then of the comments beside the values."""
    front = list(_front(document))
    yield from front
    yield from _body(document)
    told = Counter((place.line, match.code, match.plain) for place, match in front)
    for line, text in document.comments:
        for match in personal_data(text):
            # A # within quotes begins no comment: what it was told for already is not told again.
            if not told[line, match.code, match.plain]:
                yield Place(document.file, line=line), match


def _held(file: str, place: Place, match: Match, occurrence: int) -> Finding:
    told = "\n".join((file, match.code, match.plain, str(occurrence)))
    digest = hashlib.sha256(told.encode()).hexdigest()
    values = (("confirm", f"{file}#{digest[:SHORT]}"), ("digest", digest))
    return Finding(Severity.HELD, match.code, place, match.text, values)


def _front(document: YamlDocument) -> Iterator[tuple[Place, Match]]:
    data = document.data if isinstance(document.data, dict) else {}
    for key, value in data.items():
        if key in _NOT_TEXT:
            continue
        for path, text in _texts(key, value):
            yield from ((document.place(path), match) for match in personal_data(text))


def _texts(path: str, value: object) -> Iterator[tuple[str, str]]:
    """Every text below a key, with its dotted path. A number without quotes is text here too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(f"{path}.{key}", inner)
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _texts(f"{path}.{position}", inner)
    elif isinstance(value, (str, int)) and not isinstance(value, bool):
        yield path, str(value)


def _body(document: YamlDocument) -> Iterator[tuple[Place, Match]]:
    if len(document.body) > LONGEST_BODY:
        return  # rejected already
    for match in personal_data(document.body):
        line = document.body_line + document.body.count("\n", 0, match.start)
        yield Place(document.file, line=line), match
