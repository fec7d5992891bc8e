"""Words: every one from the catalogue, every one in use."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator import catalogue, theme
from generator.figures.words import KEYS
from generator.metrics.formulas import FORMULAS
from generator.model import Reason, SiteSettings

ROOT = Path(__file__).parent.parent
VARIANT = f"{catalogue.CALENDAR}."
CALL = re.compile(r"""(?:\bt\(|\bword\(|\bkey = )\s*f?["']([a-zA-Z_.{}]+)["'](\s*~)?""")
KEY = re.compile(r"""["'](?:[a-z_]+\.)[a-zA-Z_.]+["']""")
FIELDS = re.compile(r"\{([a-z_]+)\}")


def sources() -> str:
    """All that may ask for a word: templates, page models, chart words."""
    files = [
        ROOT / "generator" / "catalogue.py",
        ROOT / "generator" / "file_schemas.py",
        *(ROOT / "theme" / "templates").rglob("*.j2"),
        *(ROOT / "generator" / "pages").rglob("*.py"),
        *(ROOT / "generator" / "opendata").rglob("*.py"),
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))


def asked() -> tuple[set[str], set[str]]:
    """Keys asked for as they stand, and beginnings of keys that are put together."""
    whole, begun = set(KEYS), {"formula.", "reason."}
    for key, joined in CALL.findall(sources()):
        if joined or "{" in key:
            begun.add(key.split("{")[0])
        else:
            whole.add(key)
    whole |= {match.strip("\"'") for match in KEY.findall(sources())}
    return whole, begun


def test_every_word_that_is_asked_for_is_there() -> None:
    """A template or page model that names a key finds it in the catalogue."""
    words = catalogue.read("ja").words
    whole = {key for key, joined in CALL.findall(sources()) if not joined and "{" not in key}
    assert sorted(key for key in whole | set(KEYS) if key not in words) == []


def test_every_reason_and_formula_has_words() -> None:
    """What metrics may answer or print can be said: reasons, formulas, their inputs."""
    words = catalogue.read("ja").words
    wanted = {f"reason.{reason.value}" for reason in Reason} | {f"formula.{key}" for key in FORMULAS}
    wanted |= {f"formula.input.{name}" for names in FORMULAS.values() for name in names}
    assert sorted(wanted - set(words)) == []


def test_no_word_is_left_over() -> None:
    """A key nobody asks for is removed, or it will be translated for nothing."""
    whole, begun = asked()
    packaged = catalogue.read("ja").words
    plain = (key.removeprefix(VARIANT) for key in packaged)
    unused = [key for key in plain if key not in whole and not key.startswith(tuple(begun))]
    assert unused == []


def test_a_missing_key_raises_and_names_it() -> None:
    """A page never prints a key instead of a word."""
    with pytest.raises(KeyError, match="no such word"):
        catalogue.read("ja").word("no such word")


def test_a_field_left_empty_raises() -> None:
    """A pattern with a field that nobody fills is a mistake, not a text."""
    with pytest.raises(KeyError):
        catalogue.read("ja").word("home.board")


def test_a_project_replaces_single_words(tmp_path: Path) -> None:
    """theme/messages of a project is laid over the packaged words, key by key."""
    (tmp_path / "theme" / "messages").mkdir(parents=True)
    (tmp_path / "theme" / "messages" / "ja.yml").write_text('nav.about: "花の会とは"\n', encoding="utf-8")
    words = catalogue.read("ja", theme.folders(tmp_path))
    assert words.word("nav.about") == "花の会とは"
    assert words.word("nav.home") == catalogue.read("ja").word("nav.home")


def test_societies_are_called_as_the_project_calls_them() -> None:
    """The word for a member is the project's; without one it is the neutral word."""
    words = catalogue.read("ja")
    assert words.speaking_of(settings(society_word="商工会")).word("nav.societies") == "商工会"
    assert words.word("nav.societies") == words.word("society.word")


def test_calendar_years_are_never_called_fiscal() -> None:
    """Every word that says 年度 has a variant that does not, with the same fields; none is left over."""
    words = catalogue.read("ja")
    fiscal = {key for key, text in words.words.items() if "年度" in text}
    variants = {key.removeprefix(VARIANT) for key in words.words if key.startswith(VARIANT)}
    assert variants == fiscal
    january = words.speaking_of(settings(fiscal_year_start=1))
    for key in sorted(fiscal):
        assert "年度" not in january.pattern(key)
        assert set(FIELDS.findall(january.pattern(key))) == set(FIELDS.findall(words.pattern(key)))
        assert words.speaking_of(settings()).pattern(key) == words.pattern(key)


@pytest.mark.parametrize("word", ["商工会", "連合会", "みほん"])
def test_no_page_word_of_one_organisation(word: str) -> None:
    """What writes pages, charts and sentences speaks of nobody in particular."""
    rooms = ("theme", "generator/pages", "generator/opendata", "generator/figures", "generator/sentences")
    files = [path for room in rooms for path in (ROOT / room).rglob("*") if "vendor" not in path.parts]
    texts = [p for p in sorted(files) if p.suffix in (".py", ".yml", ".j2", ".html", ".css", ".js")]
    assert [str(p.relative_to(ROOT)) for p in texts if word in p.read_text(encoding="utf-8")] == []


def settings(**given: object) -> SiteSettings:
    """A site's settings with nothing but names."""
    return replace(SiteSettings("会", "会の記録", "https://example.org/"), **given)  # type: ignore[arg-type]
