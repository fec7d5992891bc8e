"""The three printed forms of findings, and that every code has its words."""

from __future__ import annotations

import ast
import json
import re
import string
from pathlib import Path

import pytest

from generator.finding_words import WORDS, as_github, as_json, as_text, in_order, printable, tables, tell
from generator.findings import Finding, Place, Severity
from generator.grammar import RefusalCode

ROOT = Path(__file__).parents[2]
HOSTILE = "\x1b[31m\u202e%\r\n::error::x,:"

FINDING = Finding(
    Severity.REJECTED,
    "society_unknown_near",
    Place("data/values/a,b:c%.csv", line=5, column="society"),
    HOSTILE,
    (("near", "あおば市商工会"),),
)


def test_json_has_the_contracts_fields() -> None:
    """Each finding is one object with the fields that other tools rely on."""
    (found,) = json.loads(as_json([FINDING]))
    names = "severity code file line cell column value message expected fix sheet key"
    assert sorted(found) == sorted(names.split())
    assert (found["severity"], found["line"], found["column"]) == ("rejected", 5, "society")
    assert found["cell"] is None
    assert found["value"].startswith("\\u001b[31m\\u202e%")


def test_no_findings_are_an_empty_array() -> None:
    """Nothing wrong: no text, no annotation, and still JSON."""
    assert (as_text([]), as_github([]), json.loads(as_json([]))) == ("", "", [])


def test_github_escapes() -> None:
    """Paths and values cannot end the command or start another one."""
    (line,) = as_github([FINDING]).splitlines()
    assert line.startswith(
        "::error file=data/values/a%2Cb%3Ac%25.csv,line=5,title=society_unknown_near::society / "
    )
    assert "%25\\u000d\\u000a" in line


def test_text_is_grouped_by_file() -> None:
    """A file is named once, above all that is wrong with it; counts come last."""
    other = Finding(Severity.WARNING, "no_rows", Place("data/values/z.csv", line=1))
    again = Finding(Severity.HELD, "jump_factor", Place(FINDING.place.file, line=9, column="actual"), "9")
    lines = as_text([other, FINDING, again], "en").splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "data/values/a,b:c%.csv",
        "data/values/z.csv",
        "rejected 1 · held 1 · warning 1",
    ]


def test_order_does_not_depend_on_discovery() -> None:
    """The same findings print the same way, each once."""
    more = [Finding(Severity.WARNING, "no_rows", Place("b.csv", line=n)) for n in (10, 9)]
    assert in_order([*more, FINDING, FINDING]) == in_order([FINDING, *reversed(more)])
    assert [f.place.line for f in in_order(more)] == [9, 10]


def test_printable_cuts_and_escapes() -> None:
    """Invisible characters are spelt out, and long values cut."""
    assert printable("あ𠮷\u200b\ufeff\x00") == "あ𠮷\\u200b\\ufeff\\u0000"
    assert len(printable("x" * 500)) == 81


@pytest.mark.parametrize("code", sorted(tables.WORDS))
def test_words_are_whole_in_both_languages(code: str) -> None:
    """Message, expectation and fix are there in Japanese and English and name the same values."""
    both = tables.WORDS[code]
    for words in (both.ja, both.en):
        assert all((words.message, words.expected, words.fix))
    fields = [
        {
            name
            for part in (w.message, w.expected, w.fix)
            for _, name, _, _ in string.Formatter().parse(part)
            if name
        }
        for w in (both.ja, both.en)
    ]
    assert fields[0] == fields[1]
    told = tell(Finding(Severity.REJECTED, code, Place("a.csv", line=1, column="actual"), "1"), "en")
    assert not re.search("[ぁ-ん]", told.message + told.fix)


def test_every_code_of_the_grammar_has_words() -> None:
    """A refusal is never printed as a bare code."""
    assert {code.value for code in RefusalCode} <= set(WORDS)


def test_every_code_in_the_source_has_words() -> None:
    """Codes written in load and parse all stand in a table."""
    used = set()
    for path in [*(ROOT / "generator/load").glob("*.py"), *(ROOT / "generator/parse").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("reject", "hold", "warn", "_fault", "_warn", "_reject", "rejected", "warning"):
                    used.add(node.args[0].value)
    assert len(used) > 80
    assert used <= set(WORDS)
