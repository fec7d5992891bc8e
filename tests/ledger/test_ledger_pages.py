"""What was changed stays readable: on the ledger's page, the indicator's page, in the API and the feed."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.verify_numbers import numbers
from tests.ledger.release_story import BY, impact, project, released, write_values
from tests.pages.sites_made import Document, page
from tests.parse.bad_project import CASES

BASE = (CASES / "base" / "indicators.csv").read_text("utf-8")
ATOM = "{http://www.w3.org/2005/Atom}"
REASON = "転記の誤り <b>&"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole story: released, changed, typed, released again, built for the public."""
    folder = project(tmp_path_factory.mktemp("story") / "p")
    released(folder, "--on", "2025-05-01")
    write_values(folder, BASE.replace("420,447", "420,474").replace("85,79", "79,79"))
    kinds = ("--type", "SOGYO/2024/あおば市商工会=訂正", "--type", "SOGYO/2024/髙森町商工会=改定")
    released(folder, *kinds, "--reason", REASON, "--on", "2025-07-01")
    done = impact("build", "--release", "--project", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def entries(document: Document) -> str:
    return "".join(document.text.split())


@pytest.mark.parametrize("address", ["corrections", "indicators/sogyo"])
def test_the_page_shows_old_and_new_with_type_reason_and_name(site: Path, address: str) -> None:
    """447 → 474, 訂正, why and who; the reason's angle brackets are text."""
    document = page(site, address)
    values = [tag["value"] for tag in document.all("data")]
    assert {"447", "474", "85", "79"} <= set(values)
    assert {"652", "679"} <= set(values), "the total that moved along is told too"
    for word in ("訂正", "改定", "転記の誤り<b>&", BY, "令和7年7月1日"):
        assert word in entries(document)
    assert document.all("del") and document.all("ins")


def test_the_home_page_tells_what_changed_lately(site: Path) -> None:
    """Old and new of the newest changes, the total that moved along, and the grade of that year."""
    shown = page(site)
    text = entries(shown)
    values = [tag["value"] for tag in shown.all("data")]
    assert "公開した値の変更" in text and "この年の評価" in text
    assert {"447", "474", "85", "79", "652", "679"} <= set(values)


def test_pages_without_corrections_have_no_section(site: Path) -> None:
    """The other indicators' pages stay as they were."""
    assert "このページの訂正・改定" not in page(site, "indicators/zogen").text


def test_every_number_of_the_ledger_is_in_the_api(site: Path) -> None:
    """The verifier finds each printed number at the address it names."""
    assert numbers(site) == ()


def test_the_api_lists_the_changes_of_the_indicator(site: Path) -> None:
    """corrections.json has them all, the indicator's file its own."""
    whole = json.loads((site / "api/v1/corrections.json").read_text("utf-8"))["corrections"]
    own = json.loads((site / "api/v1/indicators/SOGYO.json").read_text("utf-8"))["corrections"]
    other = json.loads((site / "api/v1/indicators/ZOGEN.json").read_text("utf-8"))["corrections"]
    assert whole == own and other == []
    first = own[0]
    assert (first["type"], first["society"], first["on"]) == ("correction", "あおば市商工会", "2025-07-01")
    assert (first["old"]["actual"]["raw"], first["new"]["actual"]["raw"]) == ("447", "474")


def test_the_feed_is_atom_with_dates_of_the_releases(site: Path) -> None:
    """Well-formed; id, title and date for each change; every page names it."""
    root = ElementTree.fromstring((site / "feed.xml").read_text("utf-8"))
    entries = root.findall(f"{ATOM}entry")
    found = [e for e in entries if e.find(f"{ATOM}category[@term='corrections']") is not None]
    assert root.findtext(f"{ATOM}updated") == "2025-07-01T00:00:00Z"
    assert {e.findtext(f"{ATOM}updated") for e in found} == {"2025-07-01T00:00:00Z"}
    assert len({e.findtext(f"{ATOM}id") for e in found}) == len(found) == 2
    assert any("447 → 474" in (e.findtext(f"{ATOM}content") or "") for e in found)
    links = page(site, "indicators/sogyo").all("link", rel="alternate", type="application/atom+xml")
    assert links[0]["href"] == "../../feed.xml" and len(links) == 4


def test_an_empty_ledger_still_has_a_feed(tmp_path: Path) -> None:
    """The address is stable from the first day, and its date does not come from a clock."""
    folder = project(tmp_path / "p")
    assert impact("build", "--project", folder).returncode == 0
    root = ElementTree.fromstring((folder / "site" / "feed.xml").read_text("utf-8"))
    assert root.findtext(f"{ATOM}updated") == "2023-04-01T00:00:00Z"


def test_a_cell_hidden_later_keeps_its_line_and_loses_its_numbers(tmp_path: Path) -> None:
    """What may not be public any more is in no page, API file or feed."""
    folder = project(tmp_path / "p")
    released(folder)
    write_values(folder, BASE.replace("420,447", "420,474"))
    released(folder, "--type", "*=訂正", "--reason", "転記の誤り")
    header, *rows = BASE.replace("420,447", "420,474").splitlines()
    hidden = [row + (",suppressed" if "2024,あおば市商工会,420" in row else ",") for row in rows]
    write_values(folder, "\n".join([header + ",status", *hidden]) + "\n")
    assert impact("build", "--project", folder).returncode == 0
    site = folder / "site"
    ledger = json.loads((site / "api/v1/corrections.json").read_text("utf-8"))["corrections"]
    assert [(line["withheld"], line["old"], line["new"]) for line in ledger] == [(True, {}, {})]
    shown = ("corrections/index.html", "indicators/sogyo/index.html", "feed.xml", "feeds/figures.xml")
    versions = sorted((site / "data" / "versions").rglob("*.csv"))
    assert len(versions) == 2
    for path in (*(site / name for name in shown), *versions):
        assert "447" not in path.read_text("utf-8"), path
