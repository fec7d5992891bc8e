"""YAML is read as data: no surprise types, nothing that expands, every key with its line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.load.yamlfile import YamlDocument, read_markdown, read_yaml


def read(text: str) -> YamlDocument:
    return read_yaml("data/x.yml", text.encode())


def codes(document: YamlDocument) -> list[str]:
    return [finding.code for finding in document.findings]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("TRUE", "TRUE"),
        ("20:24", "20:24"),
        ("007", "007"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("1-1", "1-1"),
        ("2024-13-01", "2024-13-01"),
        ("'12'", "12"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("12", 12),
        ("-3", -3),
        ("1.50", Decimal("1.50")),
        ("2024-04-01", date(2024, 4, 1)),
    ],
)
def test_scalars(written: str, meant: object) -> None:
    """Only null, true, false, plain numbers and real dates are more than text."""
    found = read(f"key: {written}\n").data
    assert found == {"key": meant}
    assert type(found["key"]) is type(meant)


def test_decimal_keeps_its_digits() -> None:
    """0.1 is read as the exact decimal, never as a binary float."""
    assert str(read("a: 0.10").data["a"]) == "0.10"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &x [1]\nb: *x", "yaml_alias", 1),
        ("b: *x", "yaml_alias", 1),
        ("a: 1\nb: 2\na: 3", "yaml_duplicate_key", 3),
        ("a: !!python/object:os.system {}", "yaml_tag", 1),
        ("a: !!str 1", "yaml_tag", 1),
        ("a: 1\n<<: {b: 2}", "yaml_merge", 2),
        ("a: 1\n? [b]\n: 2", "yaml_key_not_text", 2),
        ("a: 1\n---\nb: 2", "yaml_many_documents", 2),
        ("[" * 5000, "yaml_too_deep", 1),
        ("a: 1\n\tb: 2", "yaml_tab", 2),
        ("a: 1\nperiod：2", "yaml_fullwidth_colon", 2),
        ("title：花", "yaml_fullwidth_colon", 1),
        ("- a: 1\n  b： 2", "yaml_fullwidth_colon", 2),
        ("a: [1", "yaml_syntax", 1),
        ("a: 'x", "yaml_syntax", 1),
        ('a: 1\nb: "\\u202E"', "hidden_character", 2),
        ("a: 1\nb: x\u200by", "hidden_character", 2),
        ("a: 1\nb: \x00", "hidden_character", 2),
    ],
)
def test_refused(text: str, code: str, line: int) -> None:
    """What is refused is one finding of its own kind that names the line, and no data."""
    document = read(text)
    assert codes(document) == [code]
    assert document.findings[0].place.line == line
    assert document.data is None


def test_alias_bomb_is_refused_at_the_first_anchor() -> None:
    """Nine levels of ten aliases each never unfold."""
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert codes(read("\n".join(lines))) == ["yaml_alias"]


def test_not_utf8() -> None:
    """A Shift_JIS file is a finding that names the line, not mojibake."""
    document = read_yaml("data/x.yml", b"a: 1\nb: " + "花".encode("cp932"))
    assert codes(document) == ["yaml_not_utf8"]
    assert document.findings[0].place.line == 2


def test_bom_and_line_ends() -> None:
    """BOM and CRLF, as Windows editors write them, change nothing."""
    document = read_yaml("data/x.yml", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert document.data == {"a": 1, "b": 2}
    assert document.lines == {"a": 1, "b": 2}


def test_every_key_has_its_line() -> None:
    """Lines are found by dotted path, and for a path that is not written by the nearest above."""
    document = read("plans:\n  - id: a\n    measures:\n      - {id: b}\n")
    assert document.lines["plans.0.measures.0.id"] == 4
    assert document.line("plans.0.title") == 2


def test_empty_file_has_no_data() -> None:
    """An empty file is no fault here; whether it may be empty is for the schema to say."""
    assert read("") == YamlDocument("data/x.yml", lines={})


def test_front_matter_is_split_from_the_text() -> None:
    """Lines of the front matter and of the body are counted in the whole file."""
    document = read_markdown("content/a.md", "---\ntitle: 花\n---\n\n# 見出し\n".encode())
    assert document.data == {"title": "花"}
    assert document.lines == {"title": 2}
    assert (document.body, document.body_line) == ("# 見出し\n", 5)


@pytest.mark.parametrize("text", ["# x\n", "", "---\ntitle: x\n"])
def test_front_matter_missing(text: str) -> None:
    """A page without front matter, or with an open one, is a finding."""
    assert codes(read_markdown("content/a.md", text.encode())) == ["front_matter_missing"]


def test_hidden_character_in_text() -> None:
    """A direction mark in the body is named with its line."""
    document = read_markdown("content/a.md", "---\ntitle: x\n---\na\nb\u202ec\n".encode())
    assert [(f.code, f.place.line) for f in document.findings] == [("hidden_character", 5)]
