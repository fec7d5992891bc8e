"""A source is named in words and for BibTeX, whatever letters its names have."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from generator import catalogue, opendata, sentences
from generator.model import Project
from generator.model_release import Release
from generator.opendata.citation import escaped
from tests.opendata.made import FOLDERS, computed


def project() -> Project:
    return computed(FOLDERS["smallest"])[0]


def released() -> Project:
    return dataclasses.replace(project(), releases=(Release(date(2025, 7, 9), "会", 1, "x"),))


def words(of: Project, work: str) -> str:
    voice = sentences.for_language("ja", of.site.fiscal_year_start)
    return opendata.in_words(of, catalogue.read("ja"), voice, work, "2024年", "indicators/flowers/")


def test_words_name_everything() -> None:
    """Organisation, work, year, day of the release, licence, address."""
    site = project().site
    told = words(released(), "花だんの数")
    licence = opendata.licence(site.license).title
    address = f"{site.site_url}indicators/flowers/"
    for part in (site.organization, "花だんの数", "2024年", "7月9日", licence, address):
        assert part in told


def test_no_release_no_day() -> None:
    """Data that was never released is cited without a day."""
    assert "公開" not in words(project(), "花だんの数")
    assert "date =" not in opendata.bibtex(project(), "花", "2024年", 2024, "flowers", "")


def test_bibtex_is_one_entry() -> None:
    """Braces are balanced, the key is plain, the year is that of the release."""
    entry = opendata.bibtex(released(), "100% {花} & \\株_1", "2024年", 2024, "flowers-1", "indicators/f/")
    assert re.match(r"@misc\{flowers-1-2025,\n", entry)
    assert "year = {2025}" in entry
    assert r"100\% \{花\} \& \textbackslash{}株\_1" in entry
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    assert entry.endswith("}\n")


def test_lines_do_not_leave_a_field() -> None:
    """A name with line ends stays on its line."""
    assert escaped("a\n}\n@misc{x") == r"a \} @misc\{x"
