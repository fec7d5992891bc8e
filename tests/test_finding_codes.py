"""Every finding that any room can make has words, and no words wait for a finding in vain."""

from __future__ import annotations

import ast
from pathlib import Path

from generator import finding_words

GENERATOR = Path(finding_words.__file__).parent.parent
MADE_BY = ("rejected", "warning", "repeated", "_fault", "_say", "_stop", "_finding")
ROOMS = (
    *(f"parse/{name}.py" for name in ("faults", "names", "plan", "indicators", "settings")),
    *(f"parse/{name}.py" for name in ("content", "reviews", "project")),
    "load/yamlfile.py",
    *(f"parse/{name}.py" for name in ("stories", "story_text", "story_pictures", "story_mentions")),
    "verify_numbers.py",
)


def words_in(room: str) -> set[str]:
    """Every string constant of a module: the codes are among them."""
    tree = ast.parse((GENERATOR / room).read_text("utf-8"))
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def codes_made_in(room: str) -> set[str]:
    """Codes that stand as text in the calls that make findings."""
    found = set()
    for node in ast.walk(ast.parse((GENERATOR / room).read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name in MADE_BY and texts:
                found.add(texts[0])
    return found


def test_every_code_has_words() -> None:
    """A finding without words would print its bare code."""
    made = set().union(*(codes_made_in(room) for room in ROOMS))
    assert len(made) > 30
    assert made - set(finding_words.WORDS) == set()


def test_all_words_are_used() -> None:
    """Words whose code nobody makes are left over from something removed."""
    from generator.finding_words import project

    used = set().union(*(words_in(room) for room in ROOMS))
    assert set(project.WORDS) - used == set()


def test_all_words_of_stories_are_used() -> None:
    """Reasons to leave a story out and kinds of personal data are codes in tables of their own."""
    from generator.finding_words import stories

    rooms = (path.relative_to(GENERATOR).as_posix() for path in sorted((GENERATOR / "parse").glob("*.py")))
    used = set().union(*(words_in(room) for room in rooms))
    assert set(stories.WORDS) - used == set()
