"""The command as people and CI meet it: exit codes, words, and a site that is never half."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import lock
from generator.cli import main
from tests import io_tables

SMALLEST = Path(__file__).parent / "projects" / "smallest"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The smallest project, in a folder of its own."""
    return Path(
        shutil.copytree(SMALLEST, tmp_path / "project", ignore=shutil.ignore_patterns("build", "site"))
    )


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def prints(site: Path) -> dict[str, str]:
    """sha256 of every file below a folder."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def values_file(project: Path) -> Path:
    return next(iter(sorted((project / "data" / "values").glob("*.csv"))))


def break_a_value(project: Path) -> None:
    file = values_file(project)
    file.write_text(file.read_text("utf-8").replace(",12\n", ",12x\n"), "utf-8")


def test_a_good_project_passes_and_nothing_is_written(project: Path) -> None:
    """check: exit 0, and the folder is as it was."""
    before = prints(project)
    assert run("check", "--project", project).exit_code == 0
    assert prints(project) == before


def test_a_mistake_is_told_with_its_place_and_no_traceback(project: Path) -> None:
    """check: exit 2; the JSON names file, line, column and value."""
    break_a_value(project)
    result = run("check", "--project", project, "--format", "json")
    assert result.exit_code == 2
    (finding,) = json.loads(result.stdout)
    assert finding["file"] == f"data/values/{values_file(project).name}"
    assert (finding["line"], finding["column"], finding["value"]) == (2, "actual", "12x")
    assert "Traceback" not in result.output


def test_every_form_and_language_can_be_asked_for(project: Path) -> None:
    """GitHub's form annotates the line; English is English."""
    break_a_value(project)
    assert run("check", "--project", project, "--format", "github").stdout.startswith(
        "::error file=data/values/"
    )
    assert "誤り" in run("check", "--project", project).stdout
    assert "誤り" not in run("check", "--project", project, "--lang", "en").stdout


def test_a_build_makes_a_site_that_verifies(project: Path) -> None:
    """build: exit 0, a manifest, and verify agrees with it; a changed byte is found."""
    result = run("build", "--project", project)
    assert result.exit_code == 0, result.output
    assert run("verify", project / "site", "--project", project).exit_code == 0
    (project / "site" / "index.html").write_text("altered")
    assert run("verify", project / "site", "--project", project).exit_code == 2


def test_two_builds_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Another folder, another day, another process: not one byte differs."""
    assert run("build", "--project", project).exit_code == 0
    command = [
        sys.executable,
        "-m",
        "generator.cli",
        "build",
        "--project",
        str(project),
        "--out",
        str(tmp_path / "2"),
    ]
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run(command, check=True, capture_output=True, env=surroundings)
    assert prints(tmp_path / "2") == prints(project / "site")


def test_a_broken_input_leaves_the_site_byte_for_byte(project: Path) -> None:
    """build: exit 2, and the old site is untouched."""
    assert run("build", "--project", project).exit_code == 0
    before = prints(project / "site")
    break_a_value(project)
    result = run("build", "--project", project)
    assert result.exit_code == 2
    assert "12x" in result.output
    assert prints(project / "site") == before


def test_a_broken_link_in_a_hand_written_page_is_the_writers_to_mend(project: Path) -> None:
    """build: exit 2 with the name of the file, not a bug of the tool."""
    (project / "content").mkdir(exist_ok=True)
    (project / "content" / "history.md").write_text("---\ntitle: 歩み\n---\n\n[ここ](../nowhere/)\n", "utf-8")
    result = run("build", "--project", project)
    assert result.exit_code == 2, result.output
    assert "content/history.md" in result.output
    assert not (project / "site").exists()


def test_a_second_build_at_once_is_told_that_one_is_running(project: Path) -> None:
    """build: exit 4 while another process holds the lock, with that process's number."""
    with lock.held(project / "build" / ".lock", 4711):
        result = run("build", "--project", project)
    assert result.exit_code == 4
    assert "4711" in result.output


def test_a_killed_build_leaves_the_old_site(project: Path) -> None:
    """Killed outright at any moment, the old site is whole; the next build puts all right."""
    assert run("build", "--project", project).exit_code == 0
    before = prints(project / "site")
    for wait in (0.3, 0.8, 1.2):
        command = [sys.executable, "-m", "generator.cli", "build", "--project", str(project)]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert prints(project / "site") == before
    assert run("build", "--project", project).exit_code == 0
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".site-")) == []


def test_samples_are_never_released(project: Path) -> None:
    """build --release: exit 2, naming the file and the rows; the site is not touched."""
    file = values_file(project)
    header, *rows = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([f"{header},sample", *(f"{row},1" for row in rows)]) + "\n", "utf-8")
    assert run("build", "--project", project).exit_code == 0
    before = prints(project / "site")
    result = run("build", "--project", project, "--release")
    assert result.exit_code == 2
    assert f"data/values/{file.name}" in result.output and "サンプル" in result.output
    assert prints(project / "site") == before


def test_a_folder_of_someone_else_is_not_replaced(project: Path, tmp_path: Path) -> None:
    """build --out at a folder with other files: exit 2, files untouched."""
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "a.jpg").write_bytes(b"x")
    assert run("build", "--project", project, "--out", photos).exit_code == 2
    assert prints(photos) == prints(photos) | {"a.jpg": hashlib.sha256(b"x").hexdigest()}


def test_a_folder_that_is_no_project_says_so(tmp_path: Path) -> None:
    """Any command: exit 2 and a sentence."""
    result = run("build", "--project", tmp_path)
    assert result.exit_code == 2
    assert "site_config/" in result.output


def test_plain_mkdocs_builds_what_generate_wrote(project: Path) -> None:
    """generate, then MkDocs by hand on the settings it wrote: no warning, the same pages."""
    assert run("generate", "--project", project).exit_code == 0
    config = project / "build" / "mkdocs" / "ja.yml"
    by_hand = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config)]
    subprocess.run(by_hand, check=True, capture_output=True)
    assert (project / "build" / "mkdocs" / "site" / "index.html").is_file()


def test_an_io_table_is_imported_or_refused(tmp_path: Path) -> None:
    """A sound table becomes a CSV (exit 0); what is no table is told in words and writes nothing (2)."""
    sound, broken, out = tmp_path / "table.csv", tmp_path / "letter.csv", tmp_path / "io" / "made.csv"
    sound.write_text(io_tables.SMALL.strip() + "\n", "utf-8")
    broken.write_text("拝啓\n", "utf-8")
    refused = CliRunner().invoke(main, ["import", "io-table", str(broken), "--out", str(out)])
    assert (refused.exit_code, out.exists()) == (2, False)
    done = CliRunner().invoke(main, ["import", "io-table", str(sound), "--out", str(out), "--source", "架空"])
    assert done.exit_code == 0, done.output
    assert "サービス業" in out.read_text("utf-8")
