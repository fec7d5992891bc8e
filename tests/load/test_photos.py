"""Which file an address means, and that nothing else is ever touched."""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import socket
import time
import unicodedata
from pathlib import Path

import pytest

from generator import finding_words, pictures
from generator.findings import Finding, Place, Severity
from generator.load import photos
from generator.pictures import Refused, Seen
from tests import photographs as made

JPEG = made.saved(made.quarters())
GA_NFC, GA_NFD = "が.jpg", unicodedata.normalize("NFD", "が.jpg")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one photo in each of the two folders."""
    folder = tmp_path / "project"
    (folder / "content/stories/images").mkdir(parents=True)
    (folder / "content/stories/images/photo.jpg").write_bytes(JPEG)
    (folder / "content/stories/beside.jpg").write_bytes(JPEG)
    return folder


def refused(folder: Path, address: str) -> Refused:
    found = photos.photo(folder, address)
    assert isinstance(found.seen, Refused), found
    assert found.sha256 == ""
    return found.seen


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("photo.jpg", "content/stories/images/photo.jpg"),
        ("images/photo.jpg", "content/stories/images/photo.jpg"),
        ("./images//photo.jpg", "content/stories/images/photo.jpg"),
        ("beside.jpg", "content/stories/beside.jpg"),
    ],
)
def test_an_address_is_looked_up_in_both_folders(project: Path, address: str, file: str) -> None:
    """Images first, then beside the stories."""
    found = photos.photo(project, address)
    assert (found.file, found.sha256) == (file, hashlib.sha256(JPEG).hexdigest())
    assert isinstance(found.seen, Seen)


@pytest.mark.parametrize("on_disk", [GA_NFC, GA_NFD])
@pytest.mark.parametrize("written", [GA_NFC, GA_NFD])
def test_japanese_names_match_however_they_are_composed(project: Path, on_disk: str, written: str) -> None:
    """macOS takes が apart; `file` is spelled as it lies on the disk, so that it can be opened."""
    (project / "content/stories/images" / on_disk).write_bytes(JPEG)
    assert photos.photo(project, written).file == f"content/stories/images/{on_disk}"


@pytest.mark.parametrize("address", ["my%20photo.jpg", "my photo.jpg", " my photo.jpg "])
def test_blanks_may_be_written_as_browsers_write_them(project: Path, address: str) -> None:
    """An editor of Markdown writes %20."""
    (project / "content/stories/my photo.jpg").write_bytes(JPEG)
    assert photos.photo(project, address).file == "content/stories/my photo.jpg"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://127.0.0.1:9/x.jpg", "picture_remote"),
        ("HTTPS://example.org/x.jpg", "picture_remote"),
        ("//example.org/x.jpg", "picture_remote"),
        ("\\\\server\\share\\x.jpg", "picture_remote"),
        ("data:image/png;base64,AAAA", "picture_remote"),
        ("file:///etc/passwd", "picture_remote"),
        ("javascript:alert(1)", "picture_remote"),
        ("/etc/passwd", "picture_absolute"),
        ("/dev/zero", "picture_absolute"),
        ("C:\\Users\\a.jpg", "picture_absolute"),
        ("C:/Users/a.jpg", "picture_absolute"),
        ("~/a.jpg", "picture_absolute"),
        ("../stories/photo.jpg", "picture_outside"),
        ("images/../images/photo.jpg", "picture_outside"),
        ("..%2f..%2f..%2fetc/passwd", "picture_outside"),
        ("images\\photo.jpg", "picture_outside"),
        ("images%5Cphoto.jpg", "picture_outside"),
        ("photo\x00.jpg", "picture_name_unprintable"),
        ("photo%00.jpg", "picture_name_unprintable"),
        ("photo\u202egpj.jpg", "picture_name_unprintable"),
        ("photo\u200b.jpg", "picture_name_unprintable"),
        ("photo\ud800.jpg", "picture_name_unprintable"),
        ("nothing.jpg", "picture_missing"),
        ("photo.jpg/x.jpg", "picture_not_file"),
        ("images/images/photo.jpg", "picture_missing"),
        ("images", "picture_not_file"),
        ("a" * 5000 + ".jpg", "picture_missing"),
        ("", "picture_missing"),
        (".", "picture_missing"),
        ("/", "picture_absolute"),
    ],
)
def test_what_is_no_place_of_a_photo_is_refused(project: Path, address: str, code: str) -> None:
    """Each in its own words, whatever lies on the disk."""
    assert refused(project, address).code == code


def test_a_near_name_is_offered(project: Path) -> None:
    """Did you mean photo.jpg?"""
    assert dict(refused(project, "foto.jpg").values)["near"] == "photo.jpg"
    assert dict(refused(project, "zzzzzzz.webp").values)["near"] == "–"


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("PHOTO.JPG", "photo.jpg"),
        ("photo.JPG", "photo.jpg"),
        ("Images/photo.jpg", "images/photo.jpg"),
        ("BESIDE.jpg", "beside.jpg"),
    ],
)
def test_other_case_is_refused_with_the_right_spelling(project: Path, address: str, right: str) -> None:
    """On every system: what opens on Windows must also open where the site is built."""
    found = refused(project, address)
    assert (found.code, dict(found.values)["right"]) == ("picture_other_case", right)


def test_the_exact_name_wins_over_a_near_one(project: Path) -> None:
    """Photo.jpg beside the stories, photo.jpg in images: each is found by its own name."""
    (project / "content/stories/Photo.jpg").write_bytes(JPEG)
    assert photos.photo(project, "Photo.jpg").file == "content/stories/Photo.jpg"
    assert photos.photo(project, "photo.jpg").file == "content/stories/images/photo.jpg"


def test_a_link_to_a_file_is_refused(project: Path) -> None:
    """Also where it leads to a photo of the same folder."""
    (project / "content/stories/images/link.jpg").symlink_to("photo.jpg")
    (project / "content/stories/images/passwd.jpg").symlink_to("/etc/passwd")
    assert refused(project, "link.jpg").code == "picture_link"
    assert refused(project, "passwd.jpg").code == "picture_link"


@pytest.mark.parametrize(
    "link", ["content", "content/stories", "content/stories/images", "content/stories/x"]
)
def test_a_link_anywhere_on_the_way_is_refused(project: Path, tmp_path: Path, link: str) -> None:
    """A linked folder leads out of the project as well as a linked file."""
    elsewhere = tmp_path / "elsewhere"
    if (project / link).exists():
        shutil.move(project / link, elsewhere)
    else:
        shutil.copytree(project / "content/stories/images", elsewhere)
    (project / link).symlink_to(elsewhere, target_is_directory=True)
    address = "x/photo.jpg" if link.endswith("x") else "photo.jpg"
    found = refused(project, address)
    assert (found.code, dict(found.values)["link"]) == ("picture_link", link)


def test_devices_pipes_and_sockets_are_never_opened(project: Path) -> None:
    """Opening a pipe would wait for ever for its other end."""
    images = project / "content/stories/images"
    os.mkfifo(images / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as end:
        os.chdir(images)  # the name of a socket must be short
        end.bind("socket.jpg")
    begun = time.monotonic()
    assert refused(project, "pipe.jpg").code == "picture_not_file"
    assert refused(project, "socket.jpg").code == "picture_not_file"
    assert time.monotonic() - begun < 1


def test_a_pipe_that_takes_the_photos_place_does_not_hang(project: Path) -> None:
    """Between looking and opening a file may be exchanged."""
    file = photos.find(project, "photo.jpg")
    assert isinstance(file, str)
    (project / file).unlink()
    os.mkfifo(project / file)
    content = photos.read(project, file)
    assert isinstance(content, Refused)
    assert content.code == "picture_not_file"


def test_a_link_that_takes_the_photos_place_is_not_followed(project: Path) -> None:
    """Nor is a link that appears in that moment."""
    file = photos.find(project, "photo.jpg")
    assert isinstance(file, str)
    (project / file).unlink()
    (project / file).symlink_to("/etc/passwd")
    assert isinstance(photos.read(project, file), Refused)


def test_a_file_that_is_too_large_is_not_read_to_its_end(project: Path) -> None:
    """One byte over 40 MB."""
    with (project / "content/stories/images/huge.jpg").open("wb") as file:
        file.truncate(photos.LARGEST + 1)
    assert refused(project, "huge.jpg").code == "picture_too_large"


def test_a_file_without_permission_is_told(project: Path) -> None:
    """Not a crash. (Whoever may read everything sees a folder's missing entry instead.)"""
    content = photos.read(project, "content/stories/images/gone.jpg")
    assert isinstance(content, Refused)
    assert content.code == "picture_unreadable"


def test_a_project_without_the_folders_has_no_photos(tmp_path: Path) -> None:
    """Missing, not a crash."""
    assert refused(tmp_path, "photo.jpg").code == "picture_missing"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("![a](photo.jpg)", ["photo.jpg"]),
        ('![a](photo.jpg "title") ![b]( x.png )', ["photo.jpg", "x.png"]),
        ("![a](<my photo.jpg>)", ["my photo.jpg"]),
        ("![a](写真(1).jpg)", ["写真(1).jpg"]),
        ("![](photo.jpg)", ["photo.jpg"]),
        ("[a](photo.jpg)", []),
        ("![a]()", [""]),
    ],
)
def test_images_of_a_body_are_found(body: str, named: list[str]) -> None:
    """As people and editors write them."""
    assert photos.in_body(body) == named


def test_a_photo_published_before_is_not_decoded_again(project: Path) -> None:
    """Its entry in the workshop proves that it was; entries of other settings prove nothing."""
    digest = hashlib.sha256(JPEG).hexdigest()
    folder = project / photos.PUBLISHED
    folder.mkdir(parents=True)
    (folder / f"{digest}-400-{pictures.SETTINGS}-0000.webp").write_bytes(b"")
    (folder / f"{'0' * 64}-400-othersetting-0000.webp").write_bytes(b"")
    assert photos.decoded_before(project) == {digest}
    known = photos.photo(project, "photo.jpg", {digest})
    assert known == photos.photo(project, "photo.jpg")


def test_every_refusal_has_words_and_all_words_are_used() -> None:
    """Of both languages; every value a sentence asks for is there."""
    rooms = (Path(photos.__file__), Path(pictures.__file__))
    texts = {
        node.value
        for room in rooms
        for node in ast.walk(ast.parse(room.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    codes = {text for text in texts if text.startswith("picture_")}
    assert codes == set(finding_words.pictures.WORDS)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_sentences_of_refusals_have_all_their_values(project: Path, lang: str) -> None:
    """An unfilled value would be printed as a question mark."""
    images = project / "content/stories/images"
    (images / "link.jpg").symlink_to("photo.jpg")
    with (images / "huge.jpg").open("wb") as file:
        file.truncate(photos.LARGEST + 1)
    contents = {
        "small.jpg": made.saved(made.quarters(640, 400)),
        "tiny.jpg": made.saved(made.quarters(100, 100)),
        "long.jpg": made.saved(made.quarters(3000, 300)),
        "bomb.png": made.png_of_size(50_000, 50_000),
        "broken.jpg": JPEG[:900],
        "broken.heic": made.heic(made.quarters())[:900],
        "disguised.png": JPEG,
        "moving.gif": made.animation("GIF"),
        "drawn.svg": b"<svg/>",
    }
    for name, content in contents.items():
        (images / name).write_bytes(content)
    addresses = [
        *contents,
        "link.jpg",
        "huge.jpg",
        "PHOTO.JPG",
        "none.jpg",
        "images",
        "http://a/b",
        "/a",
        "../a",
    ]
    seen = [photos.photo(project, address).seen for address in [*addresses, "a\x00"]]
    refusals = [s for s in seen if isinstance(s, Refused)]
    remarks = [*refusals, *(remark for s in seen if isinstance(s, Seen) for remark in s.warnings)]
    unreadable = photos.read(project, "gone.jpg")
    assert isinstance(unreadable, Refused)
    remarks.append(unreadable)
    assert {remark.code for remark in remarks} == set(finding_words.pictures.WORDS)
    for remark in remarks:
        found = Finding(Severity.REJECTED, remark.code, Place("a.md"), remark.value, remark.values)
        told = finding_words.tell(found, lang)
        assert "?" not in told.message + told.expected + told.fix, remark
        assert finding_words.printable(remark.value) in told.message
