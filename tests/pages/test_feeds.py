"""Feeds and calendar: valid, dated by the data alone, and true to what is public."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from generator import releasing
from generator.model_release import Answer, ChangeKind
from generator.pages import atom, updates
from generator.pipeline import check
from tests.ledger.release_story import BY, project, replaced, write_values
from tests.pages.sites_made import ROOT, copy, tree
from tests.parse.bad_project import CASES

BASE = (CASES / "base" / "indicators.csv").read_text("utf-8")
FEEDS = ("feed.xml", "feeds/figures.xml", "feeds/stories.xml", "feeds/corrections.xml")
ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://example.org/"
FIRST, LATER = date(2025, 5, 1), date(2025, 7, 1)
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00Z")


def release(folder: Path, on: date, reason: str = "転記の誤り") -> None:
    found = check(folder)
    assert found.project is not None and found.results is not None, found.findings
    made = releasing.draft(found.project, found.results, found.findings)
    answers = [Answer("*", ChangeKind.CORRECTION, reason)]
    releasing.write(folder, made, releasing.release(made, answers, BY, on))


def there(address: str, files: Mapping[str, bytes]) -> bool:
    """Whether an absolute address is a page or a file of the site, with its anchor."""
    assert address.startswith(HOME), address
    path, _, anchor = unquote(address.removeprefix(HOME)).partition("#")
    if path in files:
        return True
    for name in (f"{path}index.md", f"{path.removesuffix('/')}.md"):
        if name in files:
            return not anchor or f'id="{anchor}"'.encode() in files[name]
    return False


def valid(name: str, files: Mapping[str, bytes]) -> list[dict[str, str]]:
    """A feed as RFC 4287 wants it; its entries as plain texts."""
    root = ElementTree.fromstring(files[name])
    assert root.tag == f"{ATOM}feed"
    for key in ("title", "id", "updated"):
        assert len(root.findall(f"{ATOM}{key}")) == 1 and (root.findtext(f"{ATOM}{key}") or "").strip()
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") or "" for link in root.findall(f"{ATOM}link")}
    assert links["self"] == root.findtext(f"{ATOM}id") == HOME + name
    assert there(links["alternate"], files)
    entries = [_entry(entry, files) for entry in root.findall(f"{ATOM}entry")]
    assert len({entry["id"] for entry in entries}) == len(entries)
    days = [entry["updated"] for entry in entries]
    assert days == sorted(days, reverse=True), "newest first"
    assert all(day <= (root.findtext(f"{ATOM}updated") or "") for day in days)
    return entries


def _entry(entry: ElementTree.Element, files: Mapping[str, bytes]) -> dict[str, str]:
    texts = {key: entry.findtext(f"{ATOM}{key}") or "" for key in ("id", "title", "updated", "content")}
    assert all(texts.values()) and re.match(r"(https://|tag:)", texts["id"])
    assert INSTANT.fullmatch(texts["updated"])
    (link,) = entry.findall(f"{ATOM}link")
    assert there(link.get("href") or "", files), link.get("href")
    (category,) = entry.findall(f"{ATOM}category")
    return {**texts, "kind": category.get("term") or ""}


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Released, two figures changed, released again."""
    folder = project(tmp_path_factory.mktemp("feeds") / "p")
    release(folder, FIRST)
    write_values(folder, BASE.replace("420,447", "420,374").replace("85,79", "79,79"))
    release(folder, LATER, "転記の誤り <b>& ]]>")
    return folder


@pytest.fixture(scope="module")
def files(twice: Path) -> Mapping[str, bytes]:
    return tree(twice)


@pytest.mark.parametrize("name", FEEDS)
def test_every_feed_is_valid(files: Mapping[str, bytes], name: str) -> None:
    """Required elements, unique ids, addresses that exist, newest first; no clock in it."""
    assert all(entry["updated"][:10] in ("2025-05-01", "2025-07-01") for entry in valid(name, files))


def test_the_feed_of_all_has_each_piece_once(files: Mapping[str, bytes]) -> None:
    """Figures, stories and corrections together."""
    everything = {entry["id"] for entry in valid("feed.xml", files)}
    assert everything == {e["id"] for name in FEEDS[1:] for e in valid(name, files)}


def test_a_figure_tells_old_and_new_with_its_grade(files: Mapping[str, bytes]) -> None:
    """A total that moved: both values and both grades; a new year: the year before."""
    found = {(e["updated"][:10], e["title"]): e["content"] for e in valid("feeds/figures.xml", files)}
    moved = found["2025-07-01", "値の変更: 創業支援件数 令和6年度 652件 → 579件"]
    assert "実績 652件 → 579件" in moved and "評価 A（達成） → B" in moved
    new = found["2025-05-01", "新しい値: 創業支援件数 令和6年度 652件"]
    assert "実績 629件（令和5年度） → 652件" in new and "目標 625件" in new


def test_a_reason_is_text(files: Mapping[str, bytes]) -> None:
    """Angle brackets, ampersands and the end of CDATA come out as typed."""
    assert all("転記の誤り <b>& ]]>" in e["content"] for e in valid("feeds/corrections.xml", files))


def test_entries_stay_when_more_is_released(twice: Path, files: Mapping[str, bytes], tmp_path: Path) -> None:
    """An id, once given, says the same for ever: readers would show it again otherwise."""
    folder = copy(twice, tmp_path / "p")
    write_values(folder, BASE.replace("420,447", "420,375").replace("85,79", "79,79"))
    release(folder, date(2025, 8, 1))
    later = tree(folder)
    for name in FEEDS:
        after = {entry["id"]: entry for entry in valid(name, later)}
        assert all(after[entry["id"]] == entry for entry in valid(name, files))
    assert len(valid("feed.xml", later)) > len(valid("feed.xml", files))


def test_a_federation_figure_that_was_typed_comes_once(tmp_path: Path) -> None:
    """In the feed of all it is the line of the ledger; the feed of figures has it with its grade."""
    folder = project(tmp_path / "p")
    own = [r for r in BASE.splitlines() if not r.startswith("SOGYO")]
    write_values(folder, "\n".join([*own, "SOGYO,2023,,600,610", "SOGYO,2024,,700,690"]) + "\n")
    release(folder, FIRST)
    write_values(folder, "\n".join([*own, "SOGYO,2023,,600,610", "SOGYO,2024,,700,710"]) + "\n")
    release(folder, LATER)
    made = tree(folder)
    kinds = [e["kind"] for e in valid("feed.xml", made) if e["updated"][:10] == "2025-07-01"]
    own_feed = [e["title"] for e in valid("feeds/figures.xml", made) if e["updated"][:10] == "2025-07-01"]
    assert kinds == ["corrections"]
    assert own_feed == ["値の変更: 創業支援件数 令和6年度 690件 → 710件"]


def test_withdrawing_takes_the_entries_along(twice: Path, tmp_path: Path) -> None:
    """A withdrawn indicator is in no entry about figures; the others stay."""
    folder = copy(twice, tmp_path / "p")
    own = [r for r in BASE.splitlines() if not r.startswith("SOGYO")]
    write_values(folder, "\n".join(own) + "\n")
    release(folder, date(2025, 8, 1))
    made = tree(folder)
    assert not [e for e in valid("feeds/figures.xml", made) if "創業支援件数" in e["title"]]
    assert valid("feeds/figures.xml", made)


def test_without_a_release_the_feeds_are_there_and_empty(tmp_path: Path) -> None:
    """The addresses are good from the first day; the date is the plan's."""
    made = tree(project(tmp_path / "p"))
    for name in FEEDS:
        assert valid(name, made) == []
        root = ElementTree.fromstring(made[name])
        assert root.findtext(f"{ATOM}updated") == "2023-04-01T00:00:00Z"


def test_a_feed_brings_no_more_than_a_reader_needs() -> None:
    """The newest ones, when there are very many."""
    day = date(2025, 1, 1)
    entries = tuple(
        atom.Entry(f"tag:x,2025-01-01:{n}", "figures", f"{n}", "x", HOME, day + timedelta(n))
        for n in range(1000)
    )
    feed = atom.Feed(HOME, HOME, "a", "b", "c", "ja", day, atom.newest_first(entries))
    root = ElementTree.fromstring(atom.document(feed))
    titles = [e.findtext(f"{ATOM}title") for e in root.findall(f"{ATOM}entry")]
    assert titles == [str(n) for n in range(999, 999 - atom.MOST, -1)]


def test_no_character_breaks_the_feed() -> None:
    """What XML cannot hold is left out, everything else comes back as it was."""
    title = "a<b>&\"'\x00\x0b\ufffe𠮷 ]]>"
    entry = atom.Entry("tag:x,2025-01-01:1", "figures", title, title, HOME, FIRST)
    feed = atom.Feed(HOME, HOME, title, "b", "c", "ja", FIRST, (entry,))
    root = ElementTree.fromstring(atom.document(feed))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "a<b>&\"'𠮷 ]]>"


# ---------------------------------------------------------------- stories


@pytest.fixture(scope="module")
def sample() -> Mapping[str, bytes]:
    return tree(ROOT)


def test_public_stories_are_told_with_their_mark(sample: Mapping[str, bytes]) -> None:
    """One entry a story, marked as a sample; nothing of a consent in it."""
    found = valid("feeds/stories.xml", sample)
    slugs = {p for p in sample if re.fullmatch(r"stories/[^/]+\.md", p) and p != "stories/index.md"}
    assert {e["id"].removeprefix(HOME).strip("/") + ".md" for e in found} == slugs
    assert all(e["title"].startswith("【サンプル】") for e in found)


def test_a_story_is_dated_by_its_own_day_and_never_by_its_consent(tmp_path: Path) -> None:
    """publish_on; else the first release since its year began, which later releases do not move."""
    folder = project(tmp_path / "p")
    stories = folder / "content" / "stories"
    stories.mkdir(parents=True)
    shutil.copy(CASES / "base" / "photo.jpg", stories / "photo.jpg")
    text = (CASES / "base" / "story.md").read_text("utf-8")
    (stories / "a.md").write_text(text, "utf-8")
    dated = text.replace("slug: misogura", "slug: other").replace(
        "consent:", "publish_on: '2025-05-20'\nconsent:"
    )
    (stories / "b.md").write_text(dated, "utf-8")
    days = []
    for on, value in ((None, "447"), (FIRST, "447"), (LATER, "474")):
        write_values(folder, BASE.replace("420,447", f"420,{value}"))
        if on is not None:
            release(folder, on)
        found = {e["id"].split("/")[-2]: e["updated"][:10] for e in valid("feeds/stories.xml", tree(folder))}
        assert found["other"] == "2025-05-20"
        days.append(found["misogura"])
    began = days[0]
    assert began.endswith("-04-01")
    assert days[1:] == ["2025-05-01", "2025-05-01"]


# ---------------------------------------------------------------- calendar


def events(content: bytes) -> list[dict[str, str]]:
    """The events of a calendar, read strictly: CRLF, octets, folding, escapes."""
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for octets in content.split(b"\r\n"):
        octets.decode("utf-8")  # no character is cut in two
    lines = content.decode().replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN"} <= set(lines) and any(x.startswith("PRODID:") for x in lines)
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1][name.partition(";")[0]] = re.sub(
                r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value
            )
    return found


def test_the_calendar_has_what_can_be_read_and_nothing_else(tmp_path: Path) -> None:
    """One all-day event a month or day; what is not understood is on the page as it stands."""
    folder = project(tmp_path / "p")
    said = {"SOGYO": "未定", "MANZOKU": "毎年6月ごろ", "HANRO": "令和9年6月ごろ", "ZOGEN": "令和9年6月10日"}
    for indicator, text in said.items():
        replaced(
            folder, f"{{id: {indicator},", f"{{id: {indicator}, next_update: {text},", "data/indicators.yml"
        )
    made = tree(folder)
    found = events(made[updates.FILE])
    assert [e["DTSTART"] for e in found] == ["20270601", "20270610"]
    assert [e["DTEND"] for e in found] == ["20270602", "20270611"]
    assert [e["UID"] for e in found] == [
        "next-update-2027-06@example.org",
        "next-update-2027-06-10@example.org",
    ]
    assert all(e["DTSTAMP"] == "20230401T000000Z" and "予定" in e["SUMMARY"] for e in found)
    assert all(there(e["URL"], made) for e in found)
    page = made["feeds/index.md"].decode()
    assert "未定" in page and "毎年6月ごろ" in page


def test_the_calendar_is_stamped_by_the_last_release(twice: Path, tmp_path: Path) -> None:
    """The same events keep their ids; the stamp and the sequence are the releases'."""
    folder = copy(twice, tmp_path / "p")
    replaced(folder, "{id: HANRO,", "{id: HANRO, next_update: 令和9年6月ごろ,", "data/indicators.yml")
    (event,) = events(tree(folder)[updates.FILE])
    assert (event["DTSTAMP"], event["SEQUENCE"]) == ("20250701T000000Z", "2")
    assert event["UID"] == "next-update-2027-06@example.org"


def test_without_an_announcement_there_is_no_calendar(files: Mapping[str, bytes]) -> None:
    """A calendar needs an event; the page does not offer one."""
    assert updates.FILE not in files
    assert b"calendar.ics" not in files["feeds/index.md"]


def test_the_sample_names_every_indicator_once(sample: Mapping[str, bytes]) -> None:
    """All announcements of the sample are read; samples are marked."""
    found = events(sample[updates.FILE])
    assert all("サンプル" in e["SUMMARY"] for e in found)
    assert sum(len(e["DESCRIPTION"].splitlines()) for e in found) == 34


@pytest.mark.parametrize("text", ["a,b;c\\d\ne", "髙𠮷" * 60, "x" * 300, "", "は" * 24 + "x", "\x00\x1b[31m"])
def test_any_text_is_folded_and_comes_back(text: str) -> None:
    """At most 75 octets a line, whole characters, commas, semicolons, backslashes and line ends escaped."""
    lines = updates.folded(f"SUMMARY:{updates.escaped(text)}").encode().split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() for line in lines)
    joined = b"".join([lines[0], *(line[1:] for line in lines[1:])]).decode()
    shown = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], joined.removeprefix("SUMMARY:"))
    assert shown == re.sub("[\x00-\x09\x0b-\x1f]", "", text)


# ---------------------------------------------------------------- versions


def test_the_page_of_versions_names_each_with_its_checksum(files: Mapping[str, bytes]) -> None:
    """What the page says of a file is what lies there; nobody's name is in it."""
    page = files["data/versions/index.md"].decode()
    for name in ("2025-05-01", "2025-07-01"):
        content = files[f"data/versions/{name}/figures.csv"]
        assert hashlib.sha256(content).hexdigest() in page and f"data/versions/{name}/figures.csv" in page
        assert len(list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))) == 21
    assert BY not in page and BY.encode() not in files["data/versions/index.json"]
