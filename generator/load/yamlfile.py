"""YAML as data and nothing else: no aliases, tags, merge keys, duplicate keys or guessed types.

A scalar without quotes is null (`null`, `~`, nothing), `true`, `false`, a whole number, a decimal
number (kept exact) or a date (2026-04-01); everything else is text, also `no`, `on`, `20:24` and
`007`. Built on PyYAML's events, not on its constructors, so that nothing is ever instantiated
and every key keeps its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import yaml

from generator.findings import Finding, Place, Severity

YamlValue: TypeAlias = "bool | int | Decimal | date | str | list[YamlValue] | dict[str, YamlValue] | None"
_Container: TypeAlias = "dict[str, YamlValue] | list[YamlValue]"

LARGEST = 5_000_000
"""Bytes; the whole plan of 34 indicators takes 50 KB."""
DEEPEST = 30
"""Levels of nesting; the plan's schema needs ten."""

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,30})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,30})\.[0-9]{1,30}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FULLWIDTH_COLON = re.compile(r"^[ \-]*\"?[A-Za-z_][A-Za-z0-9_]*\"?[ 　]*：")
_FOLDED_COLON = re.compile(r"(^|\s)[A-Za-z_]+[ 　]*：")
"""A `key：` that was read as the continuation of the line above."""
_WIDE_SPACE = re.compile(r"^ *[\u00a0\u3000]|^[ \-]*\"?[A-Za-z_][A-Za-z0-9_]*\"?:[\u00a0\u3000]")
_TIGHT_COLON = re.compile(r"^[ \-]*[A-Za-z_][A-Za-z0-9_]*:(?!//)\S")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ufffd-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, zero-width and direction marks, half characters: a reader cannot see them."""
_COMMENT = re.compile(r"(?:^|\s)#(.*)")
_PLAIN_WORDS: Mapping[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """One YAML file, or the front matter of a Markdown file with its `body` beneath.

    `lines` holds the line (from 1) of every key and list item by dotted path: `plans.0.title`.
    `data` is None where nothing could be read; `findings` then says why.
    """

    file: str
    data: YamlValue = None
    lines: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    body: str = ""
    body_line: int = 1
    """Line of the file on which the body begins."""
    comments: tuple[tuple[int, str], ...] = ()
    """(line, text) of what follows a # in a front matter; some may stand within quotes."""

    def line(self, key: str) -> int | None:
        """Line of `key`, or of the nearest key above it that is written in the file."""
        path = key
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return self.lines.get(path)

    def place(self, key: str = "") -> Place:
        return Place(self.file, line=self.line(key) or (1 if not key else None), key=key)


def read_yaml(file: str, content: bytes) -> YamlDocument:
    """Read a YAML file. `file` is its path in the project. Never raises; faults are findings."""
    text, fault = _decode(file, content)
    return _read(file, text, 1) if fault is None else YamlDocument(file, findings=(fault,))


def read_markdown(file: str, content: bytes) -> YamlDocument:
    """Read the front matter between two `---` lines; the rest is `body`. Never raises."""
    text, fault = _decode(file, content)
    if fault is not None:
        return YamlDocument(file, findings=(fault,))
    lines = text.split("\n")
    ends = [n for n, line in enumerate(lines) if n and line.rstrip() == "---"]
    if lines[0].rstrip() != "---" or not ends:
        return YamlDocument(file, findings=(_fault("front_matter_missing", Place(file, line=1)),), body=text)
    front = _read(file, "\n".join(lines[1 : ends[0]]), 2)
    start = ends[0] + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    body = "\n".join(lines[start:]).rstrip("\n") + "\n"
    hidden = _hidden_places(file, lines, first=ends[0] + 1)
    comments = tuple(
        (number + 1, found.group(1))
        for number, line in enumerate(lines[: ends[0]])
        if number and (found := _COMMENT.search(line))
    )
    return YamlDocument(file, front.data, front.lines, front.findings + hidden, body, start + 1, comments)


def _fault(code: str, place: Place, value: str = "", **values: str) -> Finding:
    return Finding(Severity.REJECTED, code, place, value, tuple(sorted(values.items())))


def _decode(file: str, content: bytes) -> tuple[str, Finding | None]:
    """Strict UTF-8 with or without BOM; line ends become \\n."""
    if len(content) > LARGEST:
        return "", _fault("yaml_too_large", Place(file), f"{len(content)}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return "", _fault("yaml_not_utf8", Place(file, line=line), f"0x{content[error.start]:02x}")
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _hidden_places(file: str, lines: list[str], first: int) -> tuple[Finding, ...]:
    return tuple(
        _fault("hidden_character", Place(file, line=number + 1), f"U+{ord(match.group()):04X}")
        for number, line in enumerate(lines)
        if number >= first and (match := _HIDDEN.search(line))
    )


def _read(file: str, text: str, first_line: int) -> YamlDocument:
    reading = _Reading(file, first_line)
    try:
        for event in _events(text):
            reading.take(event)
    except yaml.YAMLError as error:
        reading.findings.append(_syntax(file, text, first_line, error))
    except _GiveUp:
        pass
    findings = tuple(reading.findings)
    return YamlDocument(file, None if findings else reading.root, reading.lines, findings)


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=yaml.SafeLoader)


def _syntax(file: str, text: str, first_line: int, error: yaml.YAMLError) -> Finding:
    """Turn PyYAML's complaint into a finding that names the line and the usual cause."""
    lines = text.split("\n")
    if isinstance(error, yaml.reader.ReaderError):
        at = text[: error.position].count("\n")
        return _fault("hidden_character", Place(file, line=at + first_line), f"U+{_code_point(error):04X}")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.line, len(lines) - 1) if mark is not None else 0
    near = [n for n in (at, at - 1) if n >= 0]
    for n in near:
        if _FULLWIDTH_COLON.match(lines[n]):
            return _fault("yaml_fullwidth_colon", Place(file, line=n + first_line), lines[n].strip())
        if "\t" in lines[n][: len(lines[n]) - len(lines[n].lstrip())]:
            return _fault("yaml_tab", Place(file, line=n + first_line), lines[n].strip())
        if _WIDE_SPACE.match(lines[n]):
            return _fault("yaml_wide_space", Place(file, line=n + first_line), lines[n].strip())
        if _TIGHT_COLON.match(lines[n]):
            return _fault("yaml_colon_space", Place(file, line=n + first_line), lines[n].strip()[:80])
    problem = str(getattr(error, "problem", "") or "")
    return _fault("yaml_syntax", Place(file, line=at + first_line), lines[at].strip()[:80], problem=problem)


def _code_point(error: yaml.reader.ReaderError) -> int:
    character = error.character
    return character if isinstance(character, int) else ord(character[:1])


class _GiveUp(Exception):
    """Nothing sensible can follow (an alias bomb, too deep): stop at the finding just made."""


@dataclass(slots=True)
class _Level:
    """One open mapping or list while reading."""

    value: _Container
    path: str
    key: str | None = None
    seen: dict[str, int] = field(default_factory=dict)

    @property
    def next_path(self) -> str:
        name = self.key if isinstance(self.value, dict) else str(len(self.value))
        return f"{self.path}.{name}" if self.path else str(name)


class _Reading:
    """The state of one pass over the events of one document."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.root: YamlValue = None
        self.lines: dict[str, int] = {}
        self.findings: list[Finding] = []
        self._levels: list[_Level] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop("yaml_many_documents", event, "---")
        elif isinstance(event, yaml.AliasEvent):
            self._stop("yaml_alias", event, f"*{event.anchor}")
        elif isinstance(event, yaml.NodeEvent):
            self._node(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._levels.pop()

    def _node(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._stop("yaml_alias", event, f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._say("yaml_tag", event, str(tag))
        if self._expects_key():
            self._take_key(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._place(event, self._scalar(event))
        else:
            self._open(event)

    def _expects_key(self) -> bool:
        if not self._levels:
            return False
        level = self._levels[-1]
        return isinstance(level.value, dict) and level.key is None

    def _take_key(self, event: yaml.NodeEvent) -> None:
        level = self._levels[-1]
        if not isinstance(event, yaml.ScalarEvent):
            self._say("yaml_key_not_text", event, "")
            raise _GiveUp
        if event.value == "<<" and event.style is None:
            self._say("yaml_merge", event, "<<")
        line = self._line(event)
        level.key = event.value
        if event.value in level.seen:
            self._say("yaml_duplicate_key", event, event.value, first=str(level.seen[event.value]))
        level.seen.setdefault(event.value, line)
        self.lines.setdefault(level.next_path, line)

    def _open(self, event: yaml.NodeEvent) -> None:
        if len(self._levels) >= DEEPEST:
            self._stop("yaml_too_deep", event, "")
        value: _Container = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._levels[-1].next_path if self._levels else ""
        self._place(event, value)
        self._levels.append(_Level(value, path))

    def _place(self, event: yaml.NodeEvent, value: YamlValue) -> None:
        if not self._levels:
            self.root = value
            return
        level = self._levels[-1]
        self.lines.setdefault(level.next_path, self._line(event))
        if isinstance(level.value, list):
            level.value.append(value)
        elif level.key is not None:
            level.value.setdefault(level.key, value)
            level.key = None

    def _scalar(self, event: yaml.ScalarEvent) -> YamlValue:
        text: str = event.value
        if match := _HIDDEN.search(text):
            self._say("hidden_character", event, f"U+{ord(match.group()):04X}")
        if event.style is not None:
            return text
        if (self._spans_lines(event) or not self._levels) and _FOLDED_COLON.search(text):
            self._say("yaml_fullwidth_colon", event, text[:80])
        return plain_value(text)

    @staticmethod
    def _spans_lines(event: yaml.Event) -> bool:
        start, end = event.start_mark, event.end_mark
        return start is not None and end is not None and end.line > start.line

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self.first_line + (int(mark.line) if mark is not None else 0)

    def _say(self, code: str, event: yaml.Event, value: str, **values: str) -> None:
        level = self._levels[-1] if self._levels else None
        key = "" if level is None else level.path if self._expects_key() else level.next_path
        self.findings.append(_fault(code, Place(self.file, line=self._line(event), key=key), value, **values))

    def _stop(self, code: str, event: yaml.Event, value: str) -> None:
        self._say(code, event, value)
        raise _GiveUp


def plain_value(text: str) -> bool | int | Decimal | date | str | None:
    """What an unquoted scalar means. Dates that do not exist stay text."""
    if text in _PLAIN_WORDS:
        return _PLAIN_WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
