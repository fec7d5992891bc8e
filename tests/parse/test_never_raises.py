"""Whatever stands in a project's files, the answer is findings and never a traceback."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import finding_words
from generator.load import load_project
from generator.load.yamlfile import read_markdown, read_yaml
from generator.parse import parse_project

GARDEN = Path(__file__).parent.parent / "projects" / "garden"
LOADED = load_project(GARDEN)
TEXTS = {name: (GARDEN / name).read_text("utf-8") for name in sorted(LOADED.documents)}
ODD = ["null", "[]", "{}", "true", "-1", "1.5", "2024-01-01", "'x'", "&a x", "!t", "：", "\t", "- ", "?"]


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(sorted(TEXTS)), st.integers(min_value=0), st.sampled_from(ODD))
def test_any_value_replaced(name: str, at: int, odd: str) -> None:
    """Any one value replaced by something of another sort gives a project or findings."""
    lines = TEXTS[name].split("\n")
    at %= len(lines)
    lines[at] = lines[at].partition(": ")[0] + ": " + odd
    read = read_markdown if name.endswith(".md") else read_yaml
    document = read(name, "\n".join(lines).encode())
    parsed = parse_project(replace(LOADED, documents={**LOADED.documents, name: document}))
    assert (parsed.project is None) == any(f.severity == "rejected" for f in parsed.findings)
    assert finding_words.as_json(parsed.findings)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=60))
def test_any_bytes(content: bytes) -> None:
    """Any bytes at all are read as a document or refused with a finding."""
    for read in (read_yaml, read_markdown):
        assert read("data/x.yml", content).file == "data/x.yml"
