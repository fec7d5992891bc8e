"""`impact release`: what it asks, what it refuses, what it writes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from generator.load.yamlfile import read_yaml
from tests.ledger.release_story import BY, held, impact, project, released, replaced, write_values
from tests.parse.bad_project import CASES

BASE = (CASES / "base" / "indicators.csv").read_text("utf-8")
CHANGED = "SOGYO/2024/あおば市商工会"
MEMORY = ("data/published.csv", "data/releases.yml")


def prints(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in MEMORY}


def corrected(folder: Path) -> Path:
    """A released project with one figure changed since."""
    project(folder)
    released(folder)
    write_values(folder, BASE.replace("420,447", "420,474"))
    return folder


def last_release(folder: Path) -> dict[str, Any]:
    """Read as the generator reads it: to YAML 1.1 the key `on` would be true."""
    data = read_yaml("releases.yml", (folder / "data" / "releases.yml").read_bytes()).data
    assert isinstance(data, list) and isinstance(data[-1], dict)
    return data[-1]


def test_the_first_release_asks_nothing_and_remembers_every_public_figure(tmp_path: Path) -> None:
    """Both files are there, with person and day (SOURCE_DATE_EPOCH when none is given)."""
    folder = project(tmp_path / "p")
    released(folder)
    release = last_release(folder)
    rows = (folder / "data" / "published.csv").read_text("utf-8").splitlines()
    assert (str(release["on"]), release["by"], release["figures"]) == ("2025-06-01", BY, len(rows) - 1)
    assert "SOGYO,2024,,あおば市商工会,,,420,447,,,reported," in rows


def test_a_changed_figure_without_an_answer_is_listed_and_nothing_is_written(tmp_path: Path) -> None:
    """Exit 3 with the cell and the options that answer it."""
    folder = corrected(tmp_path / "p")
    before = prints(folder)
    done = impact("release", "--by", BY, "--project", folder)
    assert done.returncode == 3
    assert f"--type '{CHANGED}=訂正'" in done.stderr
    assert prints(folder) == before


def test_options_type_a_change_and_the_gate_opens(tmp_path: Path) -> None:
    """--type and --reason: recorded with old, new, name and day; afterwards nothing is held."""
    folder = corrected(tmp_path / "p")
    released(folder, "--type", f"{CHANGED}=訂正", "--reason", "転記の誤り", "--on", "2025-07-01")
    (change,) = last_release(folder)["changes"]
    assert (change["type"], change["reason"], change["by"]) == ("訂正", "転記の誤り", BY)
    assert (str(change["on"]), change["old"], change["new"]) == (
        "2025-07-01",
        {"actual": 447},
        {"actual": 474},
    )
    assert held(folder) == []


def test_after_the_release_the_public_build_goes_through(tmp_path: Path) -> None:
    """build --release: 3 before the change is typed, 0 after."""
    folder = corrected(tmp_path / "p")
    assert impact("build", "--release", "--project", folder).returncode == 3
    released(folder, "--type", f"{CHANGED}=訂正", "--reason", "転記の誤り")
    done = impact("build", "--release", "--project", folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_person_is_asked_for_type_and_reason_in_japanese(tmp_path: Path) -> None:
    """--ask: both questions, and an answer that is no type is asked for again."""
    folder = corrected(tmp_path / "p")
    done = impact("release", "--by", BY, "--project", folder, "--ask", typed="さあ\n改定\n確定値\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "447 → 474" in done.stdout and "理由" in done.stdout
    (change,) = last_release(folder)["changes"]
    assert (change["type"], change["reason"]) == ("改定", "確定値")


def test_an_answers_file_answers_many_cells_at_once(tmp_path: Path) -> None:
    """Patterns with *; the exact cell wins over a pattern; own names and days are kept."""
    folder = project(tmp_path / "p")
    released(folder)
    write_values(folder, BASE.replace("420,447", "420,474").replace("85,79", "85,80"))
    answers = tmp_path / "answers.yml"
    answers.write_text(
        f"- {{cell: 'SOGYO/2024/*', type: 改定, reason: 確定値}}\n"
        f"- {{cell: {CHANGED}, type: 訂正, reason: 転記の誤り, by: 佐藤, on: 2025-05-30}}\n",
        "utf-8",
    )
    released(folder, "--answers", str(answers), "--no-ask")
    typed = {c["society"]: c for c in last_release(folder)["changes"]}
    assert typed["髙森町商工会"]["type"] == "改定"
    assert (typed["あおば市商工会"]["type"], typed["あおば市商工会"]["by"]) == ("訂正", "佐藤")


def test_a_faulty_answers_file_is_rejected(tmp_path: Path) -> None:
    """Exit 2: an unknown type is no answer."""
    folder = corrected(tmp_path / "p")
    answers = tmp_path / "answers.yml"
    answers.write_text(f"- {{cell: {CHANGED}, type: 修正, reason: 転記の誤り}}\n", "utf-8")
    assert impact("release", "--by", BY, "--project", folder, "--answers", answers).returncode == 2


@pytest.mark.parametrize("site", ["site", "row"])
def test_samples_are_not_released(tmp_path: Path, site: str) -> None:
    """Exit 2, whether the site or a single row says that it is invented."""
    folder = project(tmp_path / "p")
    if site == "site":
        replaced(folder, "sample: false", "sample: true", "site_config/site.yml")
    else:
        header, first, *rest = BASE.splitlines()
        write_values(
            folder, "\n".join([header + ",sample", first + ",1", *(row + "," for row in rest)]) + "\n"
        )
    done = impact("release", "--by", BY, "--project", folder)
    assert done.returncode == 2
    assert not (folder / "data" / "releases.yml").exists()


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    """A second release of the same figures leaves both files as they are."""
    folder = project(tmp_path / "p")
    released(folder)
    before = prints(folder)
    released(folder, "--on", "2025-12-01")
    assert prints(folder) == before


def test_a_release_is_never_dated_before_the_last_one(tmp_path: Path) -> None:
    """Exit 2: the ledger runs forward."""
    folder = corrected(tmp_path / "p")
    done = impact("release", "--by", BY, "--project", folder, "--on", "2025-01-01")
    assert done.returncode == 2


@pytest.mark.parametrize("damage", ["edited", "removed", "row"])
def test_memory_altered_by_hand_is_rejected(tmp_path: Path, damage: str) -> None:
    """An edited figure, a lost file or a lost row of published.csv would open the gate: exit 2."""
    folder = project(tmp_path / "p")
    released(folder)
    file = folder / "data" / "published.csv"
    if damage == "edited":
        replaced(folder, "あおば市商工会,,,420,447", "あおば市商工会,,,420,474", "data/published.csv")
    elif damage == "removed":
        file.unlink()
    else:
        file.write_text("\n".join(file.read_text("utf-8").splitlines()[:-1]) + "\n", "utf-8")
    assert impact("check", "--project", folder).returncode == 2


def test_line_ends_of_the_memory_do_not_matter(tmp_path: Path) -> None:
    """git may write CRLF on Windows; the figures are the same."""
    folder = project(tmp_path / "p")
    released(folder)
    for name in MEMORY:
        path = folder / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert impact("check", "--project", folder).returncode == 0


def test_a_jump_is_confirmed_once_by_name(tmp_path: Path) -> None:
    """A value far from its neighbours is held until somebody confirms it at a release."""
    folder = project(tmp_path / "p", BASE.replace("13000,12980", "13000,99000"))
    assert impact("check", "--project", folder).returncode == 3
    assert impact("release", "--by", BY, "--project", folder).returncode == 3
    cell = "HANRO/2024/あおば市商工会"
    released(folder, "--reason", f"{cell}=大口の契約があった")
    assert impact("check", "--project", folder).returncode == 0
    write_values(folder, BASE.replace("13000,12980", "13000,990000"))
    codes = impact("check", "--project", folder, "--format", "json").stdout
    assert "jump_factor" in codes, "another value needs another confirmation"


def test_a_revised_target_carries_its_own_type_and_reason(tmp_path: Path) -> None:
    """A later decision in data/targets.csv is a 改定 by itself: no question, but a line in the ledger."""
    folder = project(tmp_path / "p")
    targets = folder / "data" / "targets.csv"
    header = "indicator_id,fiscal_year,target,decided_on,reason\n"
    first = "SOGYO,2026,700,2024-04-01,当初\n"
    targets.write_text(header + first, "utf-8")
    released(folder)
    targets.write_text(header + first + "SOGYO,2026,720,2025-03-01,実績が目標を超えたため\n", "utf-8")
    assert held(folder) == []
    released(folder)
    (change,) = last_release(folder)["changes"]
    assert (change["type"], change["reason"]) == ("改定", "実績が目標を超えたため")
    assert (change["old"], change["new"]) == ({"target": 700}, {"target": 720})


def test_a_decided_target_that_is_overwritten_is_held(tmp_path: Path) -> None:
    """data/targets.csv only grows: another number on the same day is a changed figure."""
    folder = project(tmp_path / "p")
    targets = folder / "data" / "targets.csv"
    header = "indicator_id,fiscal_year,target,decided_on,reason\n"
    targets.write_text(header + "SOGYO,2026,700,2024-04-01,当初\n", "utf-8")
    released(folder)
    targets.write_text(header + "SOGYO,2026,600,2024-04-01,当初\n", "utf-8")
    (finding,) = held(folder)
    assert (finding["file"], finding["line"]) == ("data/targets.csv", 2)


def test_a_revised_target_without_a_reason_is_held(tmp_path: Path) -> None:
    """A published target moves only with a reason."""
    folder = project(tmp_path / "p")
    targets = folder / "data" / "targets.csv"
    header = "indicator_id,fiscal_year,target,decided_on,reason\n"
    first = "SOGYO,2026,700,2024-04-01,当初\n"
    targets.write_text(header + first, "utf-8")
    released(folder)
    targets.write_text(header + first + "SOGYO,2026,720,2025-03-01,\n", "utf-8")
    assert impact("check", "--project", folder).returncode == 3
    assert impact("release", "--by", BY, "--project", folder).returncode == 3


def test_what_is_hidden_is_never_remembered(tmp_path: Path) -> None:
    """A suppressed cell stands in no file of the memory; hidden later, its old number is not kept."""
    folder = project(tmp_path / "p")
    released(folder)
    header, *rows = BASE.splitlines()
    hidden = [row + (",suppressed" if row.startswith("SOGYO,2024,髙森") else ",") for row in rows]
    write_values(folder, "\n".join([header + ",status", *hidden]) + "\n")
    assert held(folder)
    released(folder, "--type", "*=改定", "--reason", "人数が少ないため非公表に改めた")
    assert "髙森町商工会,,,85,79" not in (folder / "data" / "published.csv").read_text("utf-8")
    typed = {c["society"]: c for c in last_release(folder)["changes"] if c.get("society")}
    assert typed["髙森町商工会"]["withheld"] is True
    assert "old" not in typed["髙森町商工会"]
