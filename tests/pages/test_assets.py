"""Static files: an address that changes when the file does, and only then."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages.sites_made import SMALLEST, computed, copy, html, tree

ADDRESS = re.compile(r'(?:href|src|data-plotly[a-z-]*)="([^"]*\?v=([0-9a-f]{8}))"')


def test_every_address_of_a_static_file_carries_its_version(tmp_path: Path) -> None:
    """Style sheets, icon, scripts and chart data are never served stale."""
    site = html(SMALLEST, tmp_path)
    for page in [site / "index.html", *site.glob("indicators/*/index.html")]:
        source = page.read_text(encoding="utf-8")
        plain = re.findall(r'(?:href|src|data-plotly[a-z-]*)="([^"?]*assets/[^"?]*)"', source)
        assert plain == []
        assert len(ADDRESS.findall(source)) >= 4


def test_one_changed_number_changes_only_pages_that_show_it(tmp_path: Path) -> None:
    """Versions are hashes of the files themselves: a number moves its own chart's address, no other."""
    folder = copy(SMALLEST, tmp_path / "project")
    before = tree(folder)
    values = next(iter(sorted((folder / "data" / "values").glob("*.csv"))))
    written = values.read_text(encoding="utf-8")
    assert ",10,12" in written
    values.write_text(written.replace(",10,12", ",10,13"), encoding="utf-8")
    after = tree(folder)
    moved = {path for path in before if before[path] != after[path]}
    assert {"index.md", f"indicators/{computed(folder)[0].indicators[0].slug}.md"} <= moved
    assert [path for path in moved if path.startswith(("assets/css/", "assets/js/", "about"))] == []
