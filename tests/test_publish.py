"""From Markdown trees to a checked site, with trees that the tests write themselves."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from generator import manifest, publish, theme, verify, write
from generator.model import Artefact

CHROME = {
    "lang": "ja",
    "locale": "ja_JP",
    "site_name": "花の約束",
    "organization": "花の会",
    "sample": False,
    "mark": "",
    "motto": "",
    "contact": "",
    "nav": [{"key": "home", "href": "", "label": "はじめ"}],
    "footer": [],
    "words": {
        key: key
        for key in (
            "skip",
            "menu",
            "navigation",
            "footer_navigation",
            "license",
            "contact",
            "sample",
            "sample_band",
            "not_found",
            "not_found_help",
        )
    },
}
HOME = (
    '---\ntitle: "花"\ndescription: "説"\nsection: "home"\nhome: true\n---\n\n'
    '<p id="top-figure"><a href="plans/a/#b">x</a></p>\n'
)
LEAF = '---\ntitle: "<b>題</b>"\ndescription: "d"\nsection: "plans"\n---\n\n<h1 id="b">葉</h1>\n'


def _site(tmp_path: Path, pages: dict[str, str], written_in: dict[str, str] | None = None) -> Path:
    docs, site = tmp_path / "docs", tmp_path / "site"
    assets = {f"assets/{name}": content for name, content in theme.assets(theme.folders()).items()}
    texts = {path: text.encode() for path, text in pages.items()}
    write.write_tree([Artefact(path, content) for path, content in (assets | texts).items()], docs)
    overrides = theme.packaged() / "overrides"
    edition = publish.Edition(
        "花の約束",
        "https://example.org/x/",
        False,
        (publish.Tree("ja", docs, "", CHROME),),
        overrides,
        theme.packaged() / "mkdocs.base.yml",
        {"data/plan.yml": "00"},
        written_in or {},
    )
    publish.make(edition, publish.configure(edition, tmp_path / "configs", site), site)
    return site


def test_a_site_holds_its_pages_and_nothing_of_the_theme_underneath(tmp_path: Path) -> None:
    """Pages, our assets, 404, sitemap, robots, manifest: no file of Material, no build date."""
    site = _site(tmp_path, {"index.md": HOME, "plans/a.md": LEAF})
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ours = {f"assets/{name}" for name in theme.assets(theme.folders())}
    expected = {"index.html", "plans/a/index.html", "404.html", "sitemap.xml", "robots.txt", manifest.NAME}
    assert files - ours == expected
    assert "lastmod" not in (site / "sitemap.xml").read_text()
    assert "<loc>https://example.org/x/plans/a/</loc>" in (site / "sitemap.xml").read_text()


def test_a_title_is_text_and_never_markup(tmp_path: Path) -> None:
    """MkDocs escapes nothing; our document does."""
    site = _site(tmp_path, {"index.md": HOME, "plans/a.md": LEAF})
    page = (site / "plans/a/index.html").read_text("utf-8")
    assert "<b>題" not in page and "&lt;b&gt;題" in page


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """The manifest lists the sha256 of every file, and a second build's is the same."""
    pages = {"index.md": HOME, "plans/a.md": LEAF}
    one, two = _site(tmp_path / "1", pages), _site(tmp_path / "2", pages)
    assert (one / manifest.NAME).read_bytes() == (two / manifest.NAME).read_bytes()
    content = json.loads((one / manifest.NAME).read_text("utf-8"))
    page = (one / "index.html").read_bytes()
    assert content["files"]["index.html"] == {"sha256": hashlib.sha256(page).hexdigest(), "size": len(page)}


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ('<a href="../nowhere/">', "broken_link"),
        ('<a href="#nowhere">', "broken_anchor"),
        ('<img src="https://example.com/a.png">', "foreign_request"),
        ('<a href="javascript:alert(1)">', "link_runs_code"),
    ],
)
def test_a_fault_of_a_page_stops_the_build(tmp_path: Path, link: str, code: str) -> None:
    """Each is found with page and address, named by the file a person wrote it in."""
    with pytest.raises(publish.BrokenSite) as broken:
        _site(tmp_path, {"index.md": HOME, "plans/a.md": LEAF + link}, {"plans/a/index.html": "content/a.md"})
    assert [(f.code, f.place.file) for f in broken.value.findings] == [(code, "content/a.md")]


def test_what_mkdocs_warns_of_stops_the_build(tmp_path: Path) -> None:
    """A Markdown link to a page that does not exist is MkDocs's to notice, and ours to act on."""
    with pytest.raises(publish.BrokenSite) as broken:
        _site(tmp_path, {"index.md": HOME, "plans/a.md": LEAF + "\n[x](nowhere.md)\n"})
    assert {f.code for f in broken.value.findings} == {"mkdocs_warning"}


def test_a_changed_missing_or_added_file_is_found(tmp_path: Path) -> None:
    """`verify` compares every file with the manifest, both ways."""
    site = _site(tmp_path, {"index.md": HOME, "plans/a.md": LEAF})
    assert verify.check_site(site) == ()
    (site / "robots.txt").write_text("altered")
    (site / "404.html").unlink()
    (site / "added.txt").write_text("x")
    found = {(f.code, f.place.file) for f in verify.check_site(site)}
    assert found == {
        ("site_file_altered", "robots.txt"),
        ("site_file_missing", "404.html"),
        ("site_file_unlisted", "added.txt"),
    }
