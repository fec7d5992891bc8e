"""What is written about the commands and what the commands are: in step, or a test fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli import main, words

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(_commands(main))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_japanese_with_an_example(name: str) -> None:
    """`--help` exits 0, speaks Japanese and shows a line that can be copied."""
    shown = CliRunner().invoke(main, [*name.split(), "--help"])
    assert shown.exit_code == 0
    assert re.search("[ぁ-ん]", shown.output)
    assert f"impact {name}" in shown.output


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    """A command that no reader can find does not exist for them."""
    assert f"`impact {name}" in README


def test_the_readme_names_no_command_or_option_that_is_not_there() -> None:
    """Each `impact …` of the README parses as a command with the options it is shown with."""
    for line in re.findall(r"`?impact ([a-z][^`\n#　]*)", README):
        parts = line.split()
        name = next((n for n in COMMANDS if parts[: len(n.split())] == n.split()), None)
        assert name, f"README: impact {line}"
        known = {option for parameter in COMMANDS[name].params for option in parameter.opts}
        used = {part for part in parts if part.startswith("--")}
        assert used <= known | {"--help"}, f"README: impact {line}"


def test_the_readme_names_only_make_targets_that_are_there() -> None:
    """`make x` in the README is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", README, re.M)) != set()
    named = {a or b for a, b in re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", README, re.M)}
    assert named <= targets


@pytest.mark.parametrize("key", words.keys())
def test_every_sentence_of_the_terminal_is_there_in_both_languages(key: str) -> None:
    """Both languages fill the same fields."""
    fields = [set(re.findall(r"{(\w+)", words.pattern(key, lang))) for lang in words.LANGUAGES]
    assert fields[0] == fields[1]
