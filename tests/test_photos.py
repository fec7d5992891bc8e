"""Published photos: made once, kept, never wrong, and gone when nobody needs them."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from generator import photos, pictures
from generator.load import photos as files
from generator.model import Artefact
from generator.model_story import Consent, Picture, Story, Use
from tests import photographs as made


def picture(project: Path, name: str, content: bytes, slug: str) -> Picture:
    """A photo put into a project, as the reader of stories takes it."""
    (project / "content/stories/images").mkdir(parents=True, exist_ok=True)
    (project / "content/stories/images" / name).write_bytes(content)
    found = files.photo(project, name)
    assert isinstance(found.seen, pictures.Seen)
    address = f"assets/stories/{slug}-{found.sha256[:10]}"
    widths = pictures.widths(found.seen)
    return Picture(found.file, found.sha256, found.seen.width, found.seen.height, "alt", address, widths)


def story(slug: str, *shown: Picture) -> Story:
    consent = Consent(date(2025, 2, 1), (Use.SITE,))
    file = f"content/stories/{slug}.md"
    return Story(slug, slug, "", 2024, (), shown[0], consent, "", 1, file, pictures=shown[1:])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def stories(project: Path) -> list[Story]:
    """Two stories, three photos."""
    first = picture(project, "a.jpg", made.saved(made.quarters(900, 600)), "one")
    second = picture(project, "b.png", made.saved(made.quarters(500, 400), "PNG"), "one")
    third = picture(project, "c.webp", made.saved(made.quarters(1300, 900), "WEBP"), "two")
    return [story("one", first, second), story("two", third)]


def built(project: Path, stories: list[Story]) -> dict[str, bytes]:
    artefacts: list[Artefact] = list(photos.published(project, stories, cache(project)))
    assert len({a.path for a in artefacts}) == len(artefacts)
    return {a.path: a.content for a in artefacts}


def cache(project: Path) -> Path:
    return project / files.PUBLISHED


def entries(project: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(cache(project).iterdir())}


def test_every_width_is_published_and_one_jpeg(project: Path, stories: list[Story]) -> None:
    """By the addresses that pages use."""
    wanted = {
        f"{p.address}-{ending}"
        for s in stories
        for p in (s.picture, *s.pictures)
        for ending in (*(f"{w}.webp" for w in p.widths), f"{p.fallback_width}.jpg")
    }
    found = built(project, stories)
    assert set(found) == wanted
    for path, content in found.items():
        assert made.opened(content).width == int(path.rpartition("-")[2].partition(".")[0])
        assert made.opened(content).format == ("JPEG" if path.endswith("jpg") else "WEBP")


@pytest.mark.parametrize(
    ("widths", "fallback"),
    [((400,), 400), ((320,), 320), ((400, 800, 1200, 1600), 1200), ((400, 800, 1350), 800), ((1300,), 1300)],
)
def test_the_jpeg_is_the_largest_up_to_1200(widths: tuple[int, ...], fallback: int) -> None:
    """Or the only width there is."""
    assert Picture("", "", 9, 9, "", "", widths).fallback_width == fallback


def test_a_second_build_decodes_nothing(project: Path, stories: list[Story]) -> None:
    """With the photos taken away it still gives the same bytes, from the cache alone."""
    first = built(project, stories)
    before = entries(project)
    for file in (project / "content/stories/images").iterdir():
        file.unlink()
    assert built(project, stories) == first
    assert entries(project) == before


def test_two_workshops_make_the_same_bytes(project: Path, stories: list[Story], tmp_path: Path) -> None:
    """In the same order, whichever photo is finished first."""
    first = list(photos.published(project, stories, tmp_path / "x"))
    second = list(photos.published(project, list(reversed(stories)), tmp_path / "y"))
    assert first == second
    assert [a.path for a in first] == [a.path for a in second]


def test_a_photo_shown_twice_is_published_once(project: Path, stories: list[Story]) -> None:
    """At the head and in the body."""
    one = stories[0]
    assert built(project, [replace(one, pictures=(one.picture, one.picture))])


def test_one_photo_of_two_stories_lies_in_the_cache_once(project: Path, stories: list[Story]) -> None:
    """Entries are named by the photo and not by the story."""
    one = stories[0].picture
    built(project, [story("one", one)])
    before = set(entries(project))
    found = built(project, [story("one", one), story("two", replace(one, address="assets/stories/two-x"))])
    assert set(entries(project)) == before
    assert len(found) == 2 * (len(one.widths) + 1)


def test_one_photo_of_two_stories_is_made_once(project: Path, stories: list[Story]) -> None:
    """The second story has the files of the first: its own way to the photo is never gone."""
    one = stories[0].picture
    same = replace(one, address="assets/stories/two-x", file="content/stories/images/nowhere.jpg")
    found = built(project, [story("two", same), story("one", one)])
    assert {found[f"{same.address}-{w}.webp"] == found[f"{one.address}-{w}.webp"] for w in one.widths} == {
        True
    }


def test_many_stories_may_show_the_same_photo(project: Path) -> None:
    """Written by two threads at the same time, the entry is whole and nothing is left beside it."""
    content = made.saved(made.quarters(420, 400))
    same = [story(f"s{n}", picture(project, "same.jpg", content, f"s{n}")) for n in range(12)]
    assert len(built(project, same)) == 12 * len(built(project, same[:1]))
    assert not [path for path in cache(project).iterdir() if path.name.endswith(".new")]


def test_a_withdrawn_storys_photo_leaves_the_workshop(project: Path, stories: list[Story]) -> None:
    """Nothing of it may lie in build/ after the next build."""
    built(project, stories)
    gone = stories[1].picture.sha256
    assert any(name.startswith(gone) for name in entries(project))
    built(project, stories[:1])
    assert not any(name.startswith(gone) for name in entries(project))
    built(project, [])
    assert entries(project) == {}


@pytest.mark.parametrize("damage", [b"", b"<html>", None])
def test_a_damaged_entry_is_never_published(
    project: Path, stories: list[Story], damage: bytes | None
) -> None:
    """Emptied, overwritten or with one byte changed: made anew."""
    first = built(project, stories)
    for entry in cache(project).iterdir():
        whole = entry.read_bytes()
        entry.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    assert built(project, stories) == first
    for name, (content, _) in entries(project).items():
        assert hashlib.sha256(content).hexdigest()[:16] in name


def test_a_lost_entry_is_made_again(project: Path, stories: list[Story]) -> None:
    """Whoever cleans up by hand loses nothing."""
    first = built(project, stories)
    next(cache(project).iterdir()).unlink()
    assert built(project, stories) == first


def test_what_lies_about_in_the_cache_is_removed(project: Path, stories: list[Story]) -> None:
    """Halves of an interrupted build, entries of other settings."""
    built(project, stories)
    before = set(entries(project))
    for name in ("x.webp.new", "x.webp", f"{'0' * 64}-400-oldsetting-0000.webp", ".hidden", "no-ending"):
        (cache(project) / name).write_bytes(b"x")
    (cache(project) / "folder").mkdir()
    built(project, stories)
    assert set(entries_of_files(project)) == before


def entries_of_files(project: Path) -> list[str]:
    return [p.name for p in cache(project).iterdir() if p.is_file()]


@pytest.mark.parametrize("exchanged", ["other", "gone", "link", "folder"])
def test_a_photo_exchanged_during_the_build_stops_it(
    project: Path, stories: list[Story], exchanged: str
) -> None:
    """Nobody has looked at the new one: it is not published."""
    file = project / stories[0].picture.file
    file.unlink()
    if exchanged == "other":
        file.write_bytes(made.saved(Image.new("RGB", (900, 600), "black")))
    if exchanged == "link":
        file.symlink_to(project / stories[1].picture.file)
    if exchanged == "folder":
        file.mkdir()
    with pytest.raises(photos.PhotoChanged, match=r"a\.jpg"):
        built(project, stories)


def test_nothing_keeps_running(project: Path, stories: list[Story]) -> None:
    """The threads end with the work."""
    before = threading.active_count()
    built(project, stories)
    assert threading.active_count() == before
