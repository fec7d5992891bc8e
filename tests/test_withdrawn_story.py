"""A story that may not be public leaves no byte in the site; the hard stories leave nothing of what
the manifest forbids."""

from __future__ import annotations

import gzip
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from PIL import Image

from tests.ledger.release_story import impact, project
from tests.parse.bad_project import CASES

BASE = (CASES / "base" / "story.md").read_text("utf-8")
FIRST, LATER = "2025-06-01", "2025-07-01"
KINDS = ("expired", "withdrawn", "future", "draft", "embargo", "nosite", "noconsent")
CHANGES = {
    "expired": ("until: '2030-03-31'", "until: '2025-06-30'"),
    "withdrawn": ("until: '2030-03-31'", "withdrawn: 2025-06-15"),
    "future": ("date: '2025-02-01'", "date: '2025-07-02'"),
    "draft": ("consent:", "draft: true\nconsent:"),
    "embargo": ("consent:", "publish_on: '2025-07-02'\nconsent:"),
    "nosite": ("  - site\n", ""),
    "noconsent": ("obtained: true", "obtained: false"),
}
PEOPLE = dict(
    zip(KINDS, ("梨木紺太", "椋本朱里", "楢崎藍子", "榎並翠", "柊谷橙也", "樫尾茜", "榛葉墨人"), strict=True)
)


def photo(number: int) -> bytes:
    """A photo like no other."""
    drawn = io.BytesIO()
    Image.new("RGB", (640, 400), (number, 90, 140)).save(drawn, "JPEG")
    return drawn.getvalue()


def story(kind: str) -> str:
    """A story with consent, whose every text bears its person's name."""
    name = PEOPLE[kind]
    text = BASE.split("## ")[0].replace("味噌蔵の再出発", f"{name}の{kind}な挑戦")
    text = text.replace("slug: misogura", f"slug: slug-of-{kind}").replace(
        "photo.jpg", f"photo-of-{kind}.jpg"
    )
    text = text.replace("木造の味噌蔵の前に立つ店主と経営指導員", f"工房の前に立つ{name}さん")
    more = "".join(
        f"{key}: {name}の{key}\n"
        for key in (
            "summary",
            "quote",
            "quote_by",
            "place",
            "industry",
            "theme",
            "before",
            "support",
            "result",
            "sns_text",
            "impact",
        )
    )
    return text.replace("consent:", f"{more}consent:") + f"## {name}の歩み\n\n{name}さんです。\n"


def traces(kind: str) -> dict[str, bytes]:
    """What may not be found: as text, escaped in JSON, in an address; names of files and addresses."""
    name = PEOPLE[kind]
    return {
        "name": name.encode(),
        "in json": json.dumps(name).strip('"').encode(),
        "in an address": quote(name).encode(),
        "as entities": "".join(f"&#{ord(c)};" for c in name).encode(),
        "slug": f"slug-of-{kind}".encode(),
        "file": f"file-of-{kind}".encode(),
        "photo": f"photo-of-{kind}".encode(),
    }


def with_stories(folder: Path) -> Path:
    """One story of each kind, all public, and one that links to all of them."""
    project(folder)
    stories = folder / "content" / "stories"
    stories.mkdir(parents=True)
    shutil.copy(CASES / "base" / "photo.jpg", stories / "photo.jpg")
    links = "".join(
        f"[次の事例](story:slug-of-{k}) [もう一つ](https://example.org/stories/slug-of-{k}/)\n\n"
        for k in KINDS
    )
    (stories / "open.md").write_text(BASE + "\n" + links, "utf-8")
    for number, kind in enumerate(KINDS):
        (stories / f"file-of-{kind}.md").write_text(story(kind), "utf-8")
        (stories / f"photo-of-{kind}.jpg").write_bytes(photo(number))
    return folder


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    """Every file with its path, unpacked where it is packed."""
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        content = path.read_bytes()
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        yield path.relative_to(site).as_posix(), path.relative_to(site).as_posix().encode() + b"\n" + content


def found(site: Path, wanted: dict[str, bytes]) -> set[tuple[str, str]]:
    return {
        (what, path) for path, content in contents(site) for what, told in wanted.items() if told in content
    }


def built(folder: Path, out: Path, day: str) -> str:
    done = impact("build", "--project", folder, "--out", out, "--as-of", day)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """The site before, the same site rebuilt after each story lost its right to be there, and what
    the second build said."""
    folder = with_stories(tmp_path_factory.mktemp("withdrawn") / "p")
    out = folder.parent / "site"
    built(folder, out, FIRST)
    before = Path(shutil.copytree(out, folder.parent / "before"))
    for kind, (old, new) in CHANGES.items():
        path = folder / "content" / "stories" / f"file-of-{kind}.md"
        text = path.read_text("utf-8")
        assert text.count(old) == 1, kind
        path.write_text(text.replace(old, new), "utf-8")
    return before, out, built(folder, out, LATER)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_public_is_gone_to_the_last_byte(kind: str, sites: tuple[Path, Path, str]) -> None:
    """Present before (so that this test can fail), in no file and no file name after."""
    before, after, said = sites
    seen = {what for what, _ in found(before, traces(kind))}
    assert {"name", "slug"} <= seen
    assert {"file", "photo"} & seen, "the inputs of the build are named in its manifest"
    assert found(after, traces(kind)) == set()
    assert f"file-of-{kind}.md" in said, "the person who builds is told"


def test_the_photos_are_gone_too(sites: tuple[Path, Path, str]) -> None:
    """Only the open story's photo is left, under its own names."""
    before, after, _ = sites
    count = {
        site: len({p.name.rpartition("-")[0] for p in (site / "assets/stories").iterdir()})
        for site in (before, after)
    }
    assert (count[before], count[after]) == (len(KINDS) + 1, 1)


def test_the_open_story_stays_without_the_links(sites: tuple[Path, Path, str]) -> None:
    """Its words are there; what led to the others leads nowhere."""
    before, after, _ = sites
    page = "stories/misogura/index.html"
    assert "slug-of-draft" in (before / page).read_text("utf-8")
    text = (after / page).read_text("utf-8")
    assert "次の事例" in text and "田中一郎" in text


def test_a_photo_of_no_story_is_no_input(sites: tuple[Path, Path, str]) -> None:
    """The manifest names the files of public stories and nothing else of their folder."""
    manifest = (sites[1] / "build-manifest.json").read_text("utf-8")
    assert "content/stories/open.md" in manifest and "content/stories/photo.jpg" in manifest
    assert manifest.count("content/stories/") == 2


# ---------------------------------------------------------------- the cases

ALL: list[dict[str, Any]] = yaml.safe_load((CASES / "manifest.yml").read_text(encoding="utf-8"))
REFUSED = {
    *(
        "yaml-fullwidth-colon",
        "yaml-dup-key",
        "yaml-not-a-map",
        "yaml-sexagesimal",
        "yaml-bad-date",
        "yaml-object",
    ),
    *("yaml-python-name", "cp932", "slug-absolute", "slug-reserved", "inj-js-link", "inj-vbscript-data"),
    *(
        "image-remote",
        "image-case",
        "image-device",
        "image-no-alt",
        "image-body-no-alt",
        "link-broken",
        "link-absolute",
    ),
}
"""Cases that stop a build by themselves (tests/parse/test_stories_cases.py)."""


@pytest.fixture(scope="module")
def case_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One site with every case that is not refused."""
    folder = project(tmp_path_factory.mktemp("cases") / "p")
    stories = folder / "content" / "stories"
    stories.mkdir(parents=True)
    for number, case in enumerate(ALL):
        slug = Path(case["file"]).stem
        if case["file"].startswith("stories/") and slug not in REFUSED:
            text = (CASES / case["file"]).read_text("utf-8").replace("slug: misogura", f"slug: {slug}")
            if not case.get("must_not_contain"):
                text = text.replace("田中一郎", "山田二郎")
            (stories / f"{slug}.md").write_text(text.replace("photo.jpg", f"{slug}.jpg"), "utf-8")
            (stories / f"{slug}.jpg").write_bytes(photo(number))
    built(folder, folder.parent / "site", FIRST)
    return folder.parent / "site"


def test_nothing_forbidden_stands_anywhere(case_site: Path) -> None:
    """`must_not_contain` of every case, in every file of the site."""
    for case in ALL:
        slug = Path(case["file"]).stem
        if case["file"].startswith("stories/") and slug not in REFUSED:
            wanted = {text: text.encode() for text in case.get("must_not_contain", [])}
            assert found(case_site, wanted) == set(), slug
            public = not slug.startswith(("consent-expired", "consent-future", "consent-string", "embargo"))
            assert (case_site / "stories" / slug / "index.html").exists() == public


def test_the_control_reads_as_typed(case_site: Path) -> None:
    """Braces are no template."""
    text = (case_site / "stories/ctl-tricky-text/index.html").read_text("utf-8")
    assert "{{ 未展開 }} と {% これも %}" in text
