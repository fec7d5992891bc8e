"""The house rules that can be read off the source: who imports whom, who touches the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"
ORDER = (
    ("findings", "model", "model_impact", "model_review", "model_release", "model_story", "model_card"),
    (
        "colour",
        "formats",
        "grammar",
        "leontief",
        "theme",
        "picture_files",
        "pictures",
        "palette",
        "phrases",
        "drawing",
    ),
    ("load",),
    ("finding_words",),
    ("parse", "catalogue"),
    ("metrics",),
    ("ledger",),
    ("sentences",),
    ("story_numbers",),
    ("figures",),
    ("render", "search"),
    (
        "pages",
        "downloads",
        "versions",
        "opendata",
        "api_results",
        "api_schemas",
        "api_corrections",
        "api_impact",
        "api_reviews",
        "api_stories",
        "api",
    ),
    ("release_rules",),
    ("write", "lock", "swap", "manifest", "links", "sitemap", "photos", "cards", "charts"),
    ("recount", "verify", "verify_numbers"),
    ("publish",),
    ("workbook",),
    ("importers",),
    ("releasing", "compare", "differences", "revisions"),
    ("pipeline", "serve", "importing", "new_story", "file_schemas"),
    ("cli",),
)
"""Rooms from the numbers' entrance to the command; a room may use those above it and its own row."""
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}

ONLY_IN = {
    "yaml": {"load"},
    "openpyxl": {"load"},
    "csv": {"load", "importers", "downloads", "versions", "recount"},
    "pydantic": {"parse"},
    "jinja2": {"render"},
    "mkdocs": {"publish"},
    "material": {"publish"},
    "click": {"cli"},
    "watchdog": {"serve"},
    "http": {"serve"},
    "fcntl": {"lock"},
    "ctypes": {"swap"},
    "PIL": {"pictures", "palette"},
    "typst": {"drawing"},
    "budoux": {"phrases"},
    "pillow_heif": {"pictures"},
    "nh3": {"pages"},
    "segno": {"pages"},
    "xlsxwriter": {"workbook", "opendata"},
    "subprocess": {"revisions"},
}
NOWHERE = {"pandas", "numpy", "plotly", "requests", "random", "secrets", "uuid", "socket"}
WORLD = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
    "time": {"time", "monotonic", "perf_counter"},
    "os": {"getenv", "environ", "getpid"},
    "sys": {"exit", "argv", "stdout", "stderr"},
}
"""What only cli may ask: it hands clock, environment and voice on as arguments."""


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "_theme" not in path.parts)


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of what is imported; `from generator import x` counts as generator.x."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_keeps_to_its_room(path: Path) -> None:
    """Imports point one way; one library a room; only cli prints, exits, reads clock or environment."""
    room, tree = _room(path), ast.parse(path.read_text("utf-8"))
    if room == "__init__":
        return
    assert room in LEVEL, f"{room} is a new room: give it a place in ORDER and in docs/architecture.md"
    for name in _imported(tree):
        top, *below = name.split(".")
        if top == "generator" and below and below[0] in LEVEL:
            assert LEVEL[below[0]] <= LEVEL[room], f"{room} must not use {below[0]}"
        assert top not in NOWHERE, f"nothing here may import {top}"
        assert room in ONLY_IN.get(top, {room}), f"{top} belongs in {ONLY_IN[top]}"
    if room != "cli":
        _assert_untouched_world(tree)


def _assert_untouched_world(tree: ast.AST) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "exit", "eval", "exec"}, f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            reads_world = node.attr in WORLD.get(node.value.id, ())
            assert not reads_world, f"line {node.lineno}: {node.value.id}.{node.attr} belongs in cli"


def test_every_room_of_the_order_exists() -> None:
    """A room that is gone leaves the list too."""
    rooms = {_room(path) for path in _modules()}
    assert set(LEVEL) - rooms <= {"verify_numbers"}


def test_a_file_stays_short_enough_to_read() -> None:
    """Past 300 lines is a reason to look again, past 400 it is two things; word tables and model apart."""
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in _modules()
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
        if path.name not in ("model.py", "model_impact.py") and "finding_words" not in path.parts
    }
    assert long == {}
