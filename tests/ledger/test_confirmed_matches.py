"""Personal data in a story: held from the public until a person confirms that very match by name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.ledger.release_story import BY, findings, impact, project, released
from tests.parse.bad_project import CASES

BASE = (CASES / "base" / "story.md").read_text("utf-8")
FILE = "content/stories/story.md"


def told(folder: Path) -> list[tuple[str, str, int]]:
    """(value, name of the match, line) of what is held in the story."""
    held = [f for f in findings(folder)[1] if f["severity"] == "held"]
    named = [(f["value"], re.search(r"'([^'=]+#[0-9a-f]{12})=", f["fix"]), f["line"]) for f in held]
    return [(value, found.group(1), line) for value, found, line in named if found is not None]


def with_story(folder: Path, body: str, file: str = FILE) -> Path:
    """A released project with one story of this body."""
    if not (folder / "data").exists():
        project(folder)
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    slug = "misogura" if file == FILE else path.stem
    path.write_text(BASE.split("## ")[0].replace("slug: misogura", f"slug: {slug}") + body, "utf-8")
    shutil.copy(CASES / "base" / "photo.jpg", path.parent / "photo.jpg")
    return folder


def test_the_public_build_waits_for_the_confirmation(tmp_path: Path) -> None:
    """check 3; release and build --release 3 without an answer; 0 after it, and the number stands in
    no file of the memory."""
    folder = with_story(tmp_path / "p", "電話 ０９０－００００－００００ まで。\n")
    ((value, name, line),) = told(folder)
    assert (value, line) == ("０９０－００００－００００", 18)
    assert findings(folder)[0] == 3
    assert impact("build", "--release", "--project", folder, "--out", tmp_path / "site").returncode == 3
    asked = impact("release", "--by", BY, "--project", folder)
    assert asked.returncode == 3 and name in asked.stderr
    released(folder, "--reason", f"{name}=店の代表電話で、本人の了解がある")
    memory = (folder / "data" / "releases.yml").read_text("utf-8")
    assert "personal_phone" in memory and BY in memory
    assert not re.search("0000|００００", memory)
    assert findings(folder)[0] == 0
    assert impact("build", "--release", "--project", folder, "--out", tmp_path / "site").returncode == 0


def test_each_match_is_confirmed_by_itself(tmp_path: Path) -> None:
    """No pattern answers for several; the same number again, another number or another file asks anew;
    another line or another spelling of the same number does not."""
    first = "電話 090-0000-0000 まで。\n"
    folder = with_story(tmp_path / "p", first + "\nメール taro@example.jp まで。\n")
    (_, phone, _), (_, mail, _) = told(folder)
    assert phone != mail
    every = impact("release", "--by", BY, "--project", folder, "--reason", "content/stories/*=よい")
    assert every.returncode == 3
    assert impact("release", "--by", BY, "--project", folder, "--reason", f"{phone}=よい").returncode == 3
    released(folder, "--reason", f"{phone}=よい", "--reason", f"{mail}=よい")
    assert told(folder) == []
    with_story(folder, "前置き。\n\n## 連絡\n\n電話　０９０ー００００ー００００ まで。\n")
    assert told(folder) == []
    with_story(folder, first + "\n" + first)
    assert [line for _, _, line in told(folder)] == [20]
    with_story(folder, first + "\n090-0000-0001\n")
    assert [value for value, _, _ in told(folder)] == ["090-0000-0001"]
    with_story(folder, first)
    with_story(folder, first, "content/stories/other.md")
    assert [name.partition("#")[0] for _, name, _ in told(folder)] == ["content/stories/other.md"]


def test_front_matter_and_comments_are_looked_at_too(tmp_path: Path) -> None:
    """Also what no page shows: the file lies in a public repository."""
    folder = with_story(tmp_path / "p", "蔵です。\n<!-- 控え 0857-22-1234 -->\n")
    path = folder / FILE
    path.write_text(
        path.read_text("utf-8").replace("consent:", "quote_by: 店主（taro@example.jp）\nconsent:"), "utf-8"
    )
    assert [(value, line) for value, _, line in told(folder)] == [
        ("taro@example.jp", 10),
        ("0857-22-1234", 20),
    ]


def test_the_sites_own_contact_is_held_in_a_story(tmp_path: Path) -> None:
    """Public elsewhere is not agreed to here."""
    folder = with_story(tmp_path / "p", "info@example.org へ。\n")
    assert [value for value, _, _ in told(folder)] == ["info@example.org"]
