"""Withdrawing an indicator takes all of it out of the next build: card, feed entry, page and files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ledger.release_story import impact, project, released

SLUG, ID, NAME = "hanro", "HANRO", "販路開拓による売上増加額"


def built(folder: Path) -> dict[str, bytes]:
    """Every file of the site by its path."""
    done = impact("build", "--project", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    site = folder / "site"
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """Released and built; then the indicator is taken out of definitions, plan and values, and the same
    folder is built again."""
    folder = project(tmp_path_factory.mktemp("withdrawn") / "p")
    released(folder, "--on", "2025-05-01")
    before = built(folder)
    definitions = (folder / "data/indicators.yml").read_text("utf-8")
    without = re.sub(rf"- {{id: {ID},.*?}}\n", "", definitions, flags=re.S)
    (folder / "data/indicators.yml").write_text(without, "utf-8")
    plan = (folder / "data/plan.yml").read_text("utf-8")
    (folder / "data/plan.yml").write_text(plan.replace(f"{ID}, ", ""), "utf-8")
    values = (folder / "data/values/values.csv").read_text("utf-8").splitlines(keepends=True)
    kept = "".join(line for line in values if not line.startswith(f"{ID},"))
    (folder / "data/values/values.csv").write_text(kept, "utf-8")
    return folder, before, built(folder)


def named(files: dict[str, bytes]) -> set[str]:
    """Files whose name holds the indicator's; versions of earlier releases are kept as they were."""
    found = {path for path in files if SLUG in path.lower()}
    return {path for path in found if not path.startswith("data/versions/")}


def test_it_was_there(sites: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    """Page, cards in both forms, CSV, JSON and an entry in the feed of figures."""
    _, before, _ = sites
    paths = named(before)
    assert {f"indicators/{SLUG}/index.html", f"data/{ID}.csv", f"api/v1/indicators/{ID}.json"} <= paths
    assert len([path for path in paths if path.startswith("cards/")]) == 2
    assert any(NAME in content.decode() for path, content in before.items() if path.endswith(".xml"))


def test_its_files_and_cards_are_gone(sites: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    """No file of the site has its name, and none that is kept for the next build."""
    folder, _, after = sites
    assert named(after) == set()
    assert [path for path in (folder / "build" / "cards").rglob("*") if SLUG in path.name] == []


def test_feeds_and_calendar_do_not_name_it(sites: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    """Neither its name nor its address is in a feed, the calendar or the search index."""
    _, _, after = sites
    looked = {p: c for p, c in after.items() if p.endswith((".xml", ".ics", ".js"))}
    assert [p for p, c in looked.items() if NAME in c.decode() or f"/{SLUG}/" in c.decode()] == []


def test_other_cards_keep_their_address(sites: tuple[Path, dict[str, bytes], dict[str, bytes]]) -> None:
    """What says the same is the same picture: only cards that counted it along are drawn anew."""
    _, before, after = sites
    own = {p for p in before if p.startswith("cards/ja/indicator-") and SLUG not in p}
    assert own and own <= after.keys()
