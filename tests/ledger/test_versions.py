"""Every release keeps its figures: written once, checked by their digest, published with a checksum."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import downloads, load, metrics, parse, releasing, versions
from generator.model import Project, Results
from generator.model_release import Answer, Cell, ChangeKind, PublicFigures, Release, release_names
from generator.parse import snapshots
from generator.pipeline import check
from tests.ledger.release_story import BY, project, replaced, write_values
from tests.parse.bad_project import CASES

BASE = (CASES / "base" / "indicators.csv").read_text("utf-8")
FIRST, LATER = date(2025, 5, 1), date(2025, 7, 1)
HIDDEN = "SOGYO,2024,髙森町商工会"


def computed(folder: Path) -> tuple[Project, Results]:
    found = check(folder)
    assert found.project is not None and found.results is not None, found.findings
    return found.project, found.results


def release(folder: Path, on: date, kind: ChangeKind = ChangeKind.CORRECTION) -> None:
    """What `impact release` does when everything is answered."""
    found = check(folder)
    assert found.project is not None and found.results is not None, found.findings
    made = releasing.draft(found.project, found.results, found.findings)
    releasing.write(folder, made, releasing.release(made, [Answer("*", kind, "転記の誤り")], BY, on))


def codes(folder: Path) -> list[str]:
    return [f.code for f in parse.parse_project(load.load_project(folder)).findings if "snapshot" in f.code]


def listed(folder: Path) -> list[dict[str, Any]]:
    """The list of versions; each file has the bytes and the checksum that it says."""
    files = {a.path: a.content for a in versions.build(*computed(folder))}
    found: list[dict[str, Any]] = json.loads(files.pop(versions.INDEX))["versions"]
    assert {f"{versions.FOLDER}/{one['file']}" for one in found} == set(files)
    for one in found:
        content = files[f"{versions.FOLDER}/{one['file']}"]
        assert (len(content), hashlib.sha256(content).hexdigest()) == (one["bytes"], one["sha256"])
    return found


def rows(folder: Path, version: str) -> list[dict[str, str]]:
    files = {a.path: a.content for a in versions.build(*computed(folder))}
    text = files[f"{versions.FOLDER}/{version}/figures.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    """Released, one figure changed, released again."""
    folder = project(tmp_path / "p")
    release(folder, FIRST)
    write_values(folder, BASE.replace("420,447", "420,474"))
    release(folder, LATER)
    return folder


def value(found: list[dict[str, str]], society: str) -> str:
    return next(
        r["actual"]
        for r in found
        if (r["indicator_id"], r["fiscal_year"], r["society"], r["decided_on"])
        == ("SOGYO", "2024", society, "")
    )


def test_both_versions_are_there_with_their_own_numbers(twice: Path) -> None:
    """Release, change, release: the first version still says 447, the second 474; newest first."""
    assert [one["version"] for one in listed(twice)] == ["2025-07-01", "2025-05-01"]
    assert value(rows(twice, "2025-05-01"), "あおば市商工会") == "447"
    assert value(rows(twice, "2025-07-01"), "あおば市商工会") == "474"


def test_a_version_is_published_byte_for_byte(twice: Path) -> None:
    """What lies in data/releases is what is published, also where git wrote other line ends."""
    files = {a.path: a.content for a in versions.build(*computed(twice))}
    kept = twice / "data" / "releases" / "2025-05-01.csv"
    published = files["data/versions/2025-05-01/figures.csv"]
    assert kept.read_bytes() == published
    kept.write_bytes(published.replace(b"\r\n", b"\n"))
    assert {a.path: a.content for a in versions.build(*computed(twice))} == files


@pytest.mark.parametrize(
    "change", [("420,447", "420,448"), (HIDDEN.split(",")[2], "北の会"), (",reported", ",")]
)
def test_a_changed_snapshot_is_refused(twice: Path, change: tuple[str, str]) -> None:
    """A number, a name, a state: the digest in data/releases.yml does not fit, and nothing is built."""
    kept = twice / "data" / "releases" / "2025-05-01.csv"
    old, new = (part.encode() for part in change)
    kept.write_bytes(kept.read_bytes().replace(old, new))
    assert codes(twice) == ["snapshot_altered"]
    assert check(twice).project is None


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"x", b'"', b"a,b\n" * 9, ",".join(versions.COLUMNS).encode(), None]
)
def test_a_damaged_snapshot_is_refused_and_never_raises(twice: Path, content: bytes | None) -> None:
    """Empty, another encoding, another table, a year of 5000 digits: one finding."""
    kept = twice / "data" / "releases" / "2025-05-01.csv"
    endless = kept.read_bytes().replace(b",2024,", b"," + b"9" * 5000 + b",", 1)
    kept.write_bytes(endless if content is None else content)
    assert codes(twice) == ["snapshot_altered"]


def test_a_second_release_of_a_day_has_a_number(tmp_path: Path) -> None:
    """The first keeps its address."""
    folder = project(tmp_path / "p")
    for actual in ("447", "474", "475"):
        write_values(folder, BASE.replace("420,447", f"420,{actual}"))
        release(folder, FIRST)
    names = ["2025-05-01", "2025-05-01-2", "2025-05-01-3"]
    assert [one["version"] for one in listed(folder)] == names[::-1]
    assert [value(rows(folder, name), "あおば市商工会") for name in names] == ["447", "474", "475"]


def test_a_project_that_kept_none_publishes_those_that_exist(twice: Path) -> None:
    """Releases from before: a warning each, and the next release keeps the last one too."""
    for name in ("2025-05-01", "2025-07-01"):
        (twice / "data" / "releases" / f"{name}.csv").unlink()
    assert codes(twice) == ["snapshot_missing", "snapshot_missing"]
    assert listed(twice) == []
    write_values(twice, BASE.replace("420,447", "420,475"))
    release(twice, date(2025, 8, 1))
    assert [one["version"] for one in listed(twice)] == ["2025-08-01", "2025-07-01"]


def test_a_file_of_no_release_is_not_published(twice: Path) -> None:
    """Somebody's copy beside the snapshots is named and left alone."""
    (twice / "data" / "releases" / "2025-06-01.csv").write_text("x\n", "utf-8")
    assert codes(twice) == ["snapshot_unknown"]
    assert len(listed(twice)) == 2


def test_a_withdrawn_indicator_stays_in_the_versions(twice: Path) -> None:
    """History is not rewritten: its figures are in the old versions and not in the new one."""
    write_values(twice, "\n".join(r for r in BASE.splitlines() if not r.startswith("SOGYO")) + "\n")
    release(twice, date(2025, 8, 1))
    assert all(r["indicator_id"] != "SOGYO" for r in rows(twice, "2025-08-01"))
    assert value(rows(twice, "2025-05-01"), "あおば市商工会") == "447"


def test_what_is_hidden_now_is_in_no_version(tmp_path: Path) -> None:
    """A cell suppressed since, and societies of an indicator kept at federation level since: taken out
    of the old version too, and counted."""
    folder = project(tmp_path / "p")
    release(folder, FIRST)
    before = {tuple(r.values()) for r in rows(folder, "2025-05-01")}
    header, *lines = BASE.splitlines()
    states = [line + (",suppressed" if line.startswith(HIDDEN) else ",") for line in lines]
    write_values(folder, "\n".join([f"{header},status", *states]) + "\n")
    release(folder, LATER, ChangeKind.REVISION)
    old = rows(folder, "2025-05-01")
    assert not [
        r
        for r in old
        if (r["fiscal_year"], r["society"]) == ("2024", "髙森町商工会") and "SOGYO" in r.values()
    ]
    assert {tuple(r.values()) for r in old} < before
    first = next(one for one in listed(folder) if one["version"] == "2025-05-01")
    assert first["withheld"] == len(before) - len(old) > 0
    assert check(folder).project is not None, "the file that is kept still fits its digest"


def test_an_indicator_without_its_hidden_cells_stays_hidden_when_it_goes(tmp_path: Path) -> None:
    """Hidden first, then withdrawn altogether: the ledger still knows what was withheld."""
    folder = project(tmp_path / "p")
    release(folder, FIRST)
    header, *lines = BASE.splitlines()
    states = [line + (",suppressed" if line.startswith(HIDDEN) else ",") for line in lines]
    write_values(folder, "\n".join([f"{header},status", *states]) + "\n")
    release(folder, LATER, ChangeKind.REVISION)
    write_values(folder, "\n".join([header, *(r for r in lines if not r.startswith("SOGYO"))]) + "\n")
    release(folder, date(2025, 8, 1))
    kept = [r for r in rows(folder, "2025-05-01") if r["indicator_id"] == "SOGYO"]
    assert kept and not [r for r in kept if (r["fiscal_year"], r["society"]) == ("2024", "髙森町商工会")]


def test_societies_of_a_federation_level_indicator_leave_the_versions(twice: Path) -> None:
    """public_by_society false: their rows are in no version any more."""
    replaced(twice, "{id: SOGYO,", "{id: SOGYO, public_by_society: false,", "data/indicators.yml")
    found, results = _of_now(twice)
    old = next(v for v in versions.versions(found, results) if v.name == "2025-05-01")
    table = list(csv.DictReader(io.StringIO(old.content.decode("utf-8-sig"))))
    assert not [r for r in table if r["indicator_id"] == "SOGYO" and r["society"]]
    assert [r for r in table if r["indicator_id"] == "SOGYO"]


def _of_now(folder: Path) -> tuple[Project, Results]:
    """Project and results before anything was typed."""
    parsed = parse.parse_project(load.load_project(folder))
    assert parsed.project is not None, parsed.findings
    return parsed.project, metrics.compute(parsed.project)


def test_texts_that_begin_like_formulas_are_marked_and_read_back() -> None:
    """No cell runs; every name comes back as it was, also one that begins with an apostrophe."""
    names = ("=cmd", "+1", "'=x", "''-y", "'plain", "＝全角", "-5", "@a", "普通")
    figures = tuple(PublicFigures(Cell("A", 2024, society=n), (("actual", "-5"),), "reported") for n in names)
    content = versions.snapshot_csv(figures)
    table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert not [cell for row in table[1:] for cell in row[:6] if cell.startswith(downloads.FORMULA_STARTS)]
    assert {row[7] for row in table[1:]} == {"-5"}, "numbers stay numbers"
    kept = Release(FIRST, BY, len(figures), parse.published.digest(figures))
    read, findings = snapshots.parse_snapshots({"data/releases/2025-05-01.csv": content}, [kept])
    assert findings == [] and {one.cell.society for one in read[0].figures} == set(names)


def test_the_same_beginnings_as_in_the_downloads() -> None:
    """One notion of what a spreadsheet runs."""
    assert set(snapshots.FORMULA_STARTS) == set(downloads.FORMULA_STARTS)


def test_names_of_releases_never_change_when_others_follow() -> None:
    """Counted by day, in the order of the file."""
    one = Release(FIRST, BY, 0, "")
    days = [one, one, replace(one, on=LATER), one]
    names = release_names(days)
    assert names == ("2025-05-01", "2025-05-01-2", "2025-07-01", "2025-05-01-3")
    assert all(release_names(days[:n]) == names[:n] for n in range(len(days)))
