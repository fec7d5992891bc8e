"""Sentences of findings, and the three forms in which tools print them.

A finding is data (`findings.Finding`); its wording depends on the reader. Every code has one
entry in one of the tables here. What was read is never printed raw: control and direction
characters become \\uXXXX, so that no input can write to a terminal or turn a line around.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.finding_words import (
    actions,
    editor,
    impact,
    machine_rules,
    pictures,
    project,
    releases,
    site,
    stories,
    story_numbers,
    surveys,
    tables,
    workbooks,
)
from generator.finding_words.words import Bilingual, Table, Words
from generator.findings import Finding, Place, Severity

__all__ = ["LONGEST_VALUE", "Told", "as_github", "as_json", "as_text", "in_order", "printable", "tell"]

MOST_ALIKE = 50
"""Findings of one code in one file that the text form shows; the others are counted."""
LONGEST_VALUE = 80
"""Characters of a found value that are printed; the rest is cut with an ellipsis."""


TOPICS: Mapping[str, Table] = {
    "tables": tables.WORDS,
    "workbooks": workbooks.WORDS,
    "machine_rules": machine_rules.WORDS,
    "stories": stories.WORDS,
    "pictures": pictures.WORDS,
    "story_numbers": story_numbers.WORDS,
    "editor": editor.WORDS,
    "actions": actions.WORDS,
    "releases": releases.WORDS,
    "site": site.WORDS,
    "project": project.WORDS,
    "surveys": surveys.WORDS,
    "impact": impact.WORDS,
}
"""Every code that any room uses, by what it is about, in the order of the staff's guide; a code stands in
one table only."""

WORDS: Table = {code: words for table in TOPICS.values() for code, words in table.items()}

_UNKNOWN = Bilingual(
    ja=Words("{code}: {value}", "", ""),
    en=Words("{code}: {value}", "", ""),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: what was found, what is expected, the fix."""

    message: str
    expected: str
    fix: str


def printable(text: str, longest: int = LONGEST_VALUE) -> str:
    """`text` safe to print: controls, direction marks and unassigned characters escaped."""
    shown = "".join(_shown(c) for c in text[: longest + 1])
    return shown if len(text) <= longest else shown[:longest] + "…"


def _shown(char: str) -> str:
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return f"\\u{ord(char):04x}"
    return char


Reword = Callable[[str], str]
"""Our words in the reader's: columns by the headings that a form has. Found values never pass it."""


def tell(finding: Finding, lang: str = "ja", reword: Reword = str) -> Told:
    """The sentences of `finding` in `lang` (ja or en; anything else is en)."""
    both = WORDS.get(finding.code, _UNKNOWN)
    words = both.ja if lang == "ja" else both.en
    names = _Names(_named_values(finding))
    return Told(
        message=reword(words.message).format_map(names),
        expected=reword(words.expected).format_map(names),
        fix=reword(words.fix).format_map(names),
    )


class _Names(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _named_values(finding: Finding) -> dict[str, str]:
    place = finding.place
    named = {
        "code": finding.code,
        "value": printable(finding.value),
        "column": printable(place.column or place.key),
        "file": printable(place.file),
        "line": str(place.line or ""),
        "sheet": printable(place.sheet),
        "cell": place.cell,
    }
    return named | {name: printable(text, 400) for name, text in finding.values}


_RANK = {Severity.REJECTED: 0, Severity.HELD: 1, Severity.WARNING: 2}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without repeats, by file, sheet, line, cell, then severity and code."""

    def key(finding: Finding) -> tuple[object, ...]:
        p = finding.place
        where = (p.file, p.sheet, p.line or 0, p.cell, p.column, p.key)
        return (*where, _RANK[finding.severity], finding.code, finding.value, finding.values)

    return tuple(sorted(set(findings), key=key))


_SEVERITY_WORDS = {
    "ja": {Severity.REJECTED: "誤り", Severity.HELD: "要確認", Severity.WARNING: "注意"},
    "en": {Severity.REJECTED: "rejected", Severity.HELD: "held", Severity.WARNING: "warning"},
}
_LABELS = {
    "ja": {
        "expected": "正しい形",
        "fix": "直し方",
        "line": "{0}行目",
        "column": "{0} 列",
        "count": "{0} 件",
        "rest": "… 同じ誤りがほかに {0} 件あります（--format json ですべて出ます）",
    },
    "en": {
        "expected": "expected",
        "fix": "fix",
        "line": "line {0}",
        "column": "column {0}",
        "count": "{0}",
        "rest": "… and {0} more of the same kinds (--format json lists all)",
    },
}


def as_text(findings: Iterable[Finding], lang: str = "ja", reword: Reword = str) -> str:
    """For people: grouped by file, place first, then found, expected, fix; counts at the end.

    Of one kind of fault in one file, the first `MOST_ALIKE` are shown and the rest counted.
    """
    ordered = in_order(findings)
    lines: list[str] = []
    for file, group in groupby(ordered, key=lambda finding: finding.place.file):
        lines += ([""] if lines else []) + [printable(file)]
        alike: Counter[str] = Counter()
        for finding in group:
            alike[finding.code] += 1
            lines += _text_lines(finding, lang, reword) if alike[finding.code] <= MOST_ALIKE else []
        rest = sum(max(0, count - MOST_ALIKE) for count in alike.values())
        lines += [f"  {_LABELS['ja' if lang == 'ja' else 'en']['rest'].format(rest)}"] if rest else []
    if ordered:
        lines += ["", _counts(ordered, lang)]
    return "\n".join(lines) + ("\n" if lines else "")


def _text_lines(finding: Finding, lang: str, reword: Reword) -> list[str]:
    labels = _LABELS["ja" if lang == "ja" else "en"]
    severity = _SEVERITY_WORDS["ja" if lang == "ja" else "en"][finding.severity]
    told = tell(finding, lang, reword)
    where = _where(finding.place, lang)
    lines = [f"  {where}{'  ' if where else ''}[{severity}] {told.message}"]
    if told.expected:
        lines.append(f"      {labels['expected']}: {told.expected}")
    if told.fix:
        lines.append(f"      {labels['fix']}: {told.fix}")
    return lines


def _where(place: Place, lang: str) -> str:
    labels = _LABELS["ja" if lang == "ja" else "en"]
    parts = [printable(place.sheet), place.cell]
    if place.line is not None and not place.cell:
        parts.append(labels["line"].format(place.line))
    if place.column:
        parts.append(labels["column"].format(printable(place.column)))
    if place.key:
        parts.append(printable(place.key))
    return " ".join(p for p in parts if p)


def _counts(findings: tuple[Finding, ...], lang: str) -> str:
    words = _SEVERITY_WORDS["ja" if lang == "ja" else "en"]
    label = _LABELS["ja" if lang == "ja" else "en"]["count"]
    return " · ".join(
        f"{words[s]} {label.format(n)}" for s in Severity if (n := sum(f.severity == s for f in findings))
    )


def as_json(findings: Iterable[Finding], lang: str = "ja") -> str:
    """A JSON array; absent places are null. Fields are the contract's, plus sheet and key."""
    return (
        json.dumps([_json_object(f, lang) for f in in_order(findings)], ensure_ascii=False, indent=1) + "\n"
    )


def _json_object(finding: Finding, lang: str) -> dict[str, str | int | None]:
    place, told = finding.place, tell(finding, lang)
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "file": printable(place.file, 400),
        "line": place.line,
        "cell": place.cell or None,
        "column": printable(place.column) or None,
        "value": printable(finding.value),
        "message": told.message,
        "expected": told.expected,
        "fix": told.fix,
        "sheet": printable(place.sheet) or None,
        "key": printable(place.key) or None,
    }


_ANNOTATION = {Severity.REJECTED: "error", Severity.HELD: "warning", Severity.WARNING: "notice"}


def as_github(findings: Iterable[Finding], lang: str = "ja") -> str:
    """Workflow commands, one a line, which GitHub shows beside the changed lines."""
    lines = [_annotation(f, lang) for f in in_order(findings)]
    return "\n".join(lines) + ("\n" if lines else "")


def _annotation(finding: Finding, lang: str) -> str:
    place, told = finding.place, tell(finding, lang)
    properties = [("file", place.file)]
    if place.line is not None:
        properties.append(("line", str(place.line)))
    properties.append(("title", finding.code))
    shown = ",".join(f"{name}={_property(text)}" for name, text in properties)
    where = " ".join(p for p in (place.sheet, place.cell, place.column or place.key) if p)
    body = " / ".join(t for t in (printable(where), told.message, told.expected, told.fix) if t)
    return f"::{_ANNOTATION[finding.severity]} {shown}::{_body(body)}"


def _body(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _body(printable(text, 400)).replace(":", "%3A").replace(",", "%2C")
