"""`impact new story`: from answers to a file that `impact check` takes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import load
from generator.cli import main
from generator.load.yamlfile import read_markdown, read_yaml
from generator.new_story import Answers, Part, photo_name, scalar, written

GARDEN = Path(__file__).parent / "projects" / "garden"
PHOTO = Path(__file__).parents[1] / "content" / "stories" / "images" / "misogura.jpg"
DAY = {"SOURCE_DATE_EPOCH": "1798761600"}
"""2027-01-01, the day on which every story of these tests is made."""
WHOLE = (
    *("--title", "花だんの朝", "--year", "2013", "--indicators", "1", "--alt", "花だんに水をやる二人"),
    *("--consent", "--consent-date", "2025-02-01", "--scope", "site sns", "--no-input"),
)
HOSTILE = (
    "a: b",
    "# 見出し",
    "- 一つ",
    "yes",
    "null",
    "2025-01-01",
    "8.10",
    "'",
    '"',
    "[a, b]",
    "{{ x }}",
    "*印",
    "&印",
    "!印",
    "終わり: #1",
    "二行\n---\n目",
    "後ろの空白 ",
    "　全角",
    "\\",
    "見えない\x07音",
    "｜",
    "味噌蔵の再出発",
    "",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with societies, in a folder of its own."""
    return Path(shutil.copytree(GARDEN, tmp_path / "p", ignore=shutil.ignore_patterns("build", "site")))


def run(project: Path, *arguments: str | Path, typed: str = "") -> Result:
    words = ["new", "story", "--project", str(project), *map(str, arguments)]
    return CliRunner().invoke(main, words, input=typed, env=DAY)


def check(project: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--project", str(project)], env=DAY)


def stories(project: Path) -> list[Path]:
    return sorted((project / "content" / "stories").glob("*.md"))


def society(project: Path) -> str:
    """The name of the project's first society."""
    return (project / "data" / "societies.csv").read_text("utf-8").splitlines()[1].split(",")[0]


def test_options_alone_make_a_story_that_check_takes(project: Path) -> None:
    """--no-input with every answer: no question, a file, no fault; without --draft it is public at once."""
    made = run(project, *WHOLE, "--photo", PHOTO, "--society", society(project), "--no-draft")
    assert made.exit_code == 0, made.output
    checked = check(project)
    assert (checked.exit_code, len(stories(project))) == (0, 1)
    assert "stories" not in checked.output


def test_a_story_begins_as_a_draft_with_headings_and_its_photo(project: Path) -> None:
    """The draft is told as one warning; the photo lies beside the stories under an ASCII name."""
    run(project, *WHOLE, "--photo", PHOTO, "--slug", "hana")
    [story] = stories(project)
    document = read_markdown(story.name, story.read_bytes())
    assert isinstance(document.data, dict)
    assert (document.data["draft"], document.data["image"]) == (True, "images/hana.jpg")
    assert document.body.count("\n## ") + document.body.startswith("## ") == 3
    assert (project / "content/stories/images/hana.jpg").read_bytes() == PHOTO.read_bytes()
    assert check(project).output.count("[注意]") == 1


def test_questions_are_asked_in_japanese_until_the_answer_stands(project: Path) -> None:
    """Empty title, wrong year, unknown indicator, photo that is none: asked again, and then a file."""
    wrong = project / "not-a-photo.jpg"
    wrong.write_text("text", "utf-8")
    answers = ["", "花だんの朝", "ない町", society(project), "ぞろ", "平成25年", "999", "①", "A b", "",
               str(wrong), str(PHOTO), "写真", "水をやる二人", "", "また来年も", "会員", "y", "2099-01-01",
               "2025-02-01", "sns", "site", ""]  # fmt: skip
    made = run(project, typed="\n".join(answers) + "\n")
    assert made.exit_code == 0, made.output
    assert "題名" in made.output
    [story] = stories(project)
    data = load.load_project(project).documents[f"content/stories/{story.name}"].data
    assert isinstance(data, dict)
    assert (data["title"], data["society"], data["fiscal_year"]) == ("花だんの朝", society(project), 2013)
    assert story.stem.startswith("2013-")


def test_only_a_clear_answer_is_a_consent(project: Path) -> None:
    """はい is a yes, たぶん is asked again in Japanese; no indicator is told in plain words."""
    typed = [
        "味噌蔵",
        society(project),
        "2013",
        "",
        "1",
        "kura",
        "",
        "",
        "",
        "たぶん",
        "はい",
        "",
        "site",
        "",
    ]
    told = run(project, typed="\n".join(typed) + "\n")
    assert told.exit_code == 0, told.output
    assert "「はい」か「いいえ」" in told.output and "invalid" not in told.output
    assert "指標を一つは書いてください" in told.output and "[ ]" not in told.output
    assert "obtained: true" in (project / "content/stories/kura.md").read_text("utf-8")


@pytest.mark.parametrize(
    "option",
    [("--year", "いつか"), ("--indicators", "999"), ("--title", ""), ("--slug", "../x"), ("--slug", "con"),
     ("--consent-date", "2099-01-01"), ("--until", "2020-01-01"), ("--photo", "no.jpg"), ("--alt", "写真")],
)  # fmt: skip
def test_an_option_that_cannot_stand_writes_nothing(project: Path, option: tuple[str, str]) -> None:
    """Exit 2 with the words of `impact check`, and no file of any kind."""
    made = run(project, *WHOLE, "--photo", PHOTO, *option)
    assert made.exit_code == 2, made.output
    assert "Traceback" not in made.output
    assert not (project / "content" / "stories").exists()


def test_nothing_is_overwritten(project: Path) -> None:
    """A second story of the same name is refused, and the first is as it was."""
    run(project, *WHOLE, "--slug", "hana")
    before = stories(project)[0].read_bytes()
    assert run(project, *WHOLE, "--slug", "hana", "--title", "別の話").exit_code == 2
    assert stories(project)[0].read_bytes() == before


def test_the_proposed_name_is_a_new_one_every_time(project: Path) -> None:
    """2013-<society>-1, then -2."""
    for _ in range(2):
        assert run(project, *WHOLE, "--society", society(project)).exit_code == 0
    assert [story.stem[-2:] for story in stories(project)] == ["-1", "-2"]


def test_stopping_half_way_leaves_nothing(project: Path) -> None:
    """The end of the input (Ctrl+D, Ctrl+C) is no bug of the tool."""
    made = run(project, typed="花だんの朝\n")
    assert made.exit_code == 2
    assert "やめました" in made.output
    assert not (project / "content" / "stories").exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read_back_as_it_was_typed(text: str) -> None:
    """No title ends the front matter, adds a key or turns into a date, a number or a truth."""
    document = read_yaml("x.yml", f"key: {scalar(text)}\nafter: 1\n".encode())
    if document.findings:
        assert [f.code for f in document.findings] == ["hidden_character"]
    else:
        assert document.data == {"key": text, "after": 1}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_file_has_only_the_keys_it_was_given(text: str) -> None:
    """The same in a whole story."""
    answers = Answers("s", text, text, 2024, ("K",), summary=text, quote=text)
    document = read_markdown("s.md", written(answers, [Part("一", "")]).encode())
    expected = {
        "title",
        "slug",
        "society",
        "fiscal_year",
        "indicators",
        "image",
        "image_alt",
        "consent",
        "draft",
    }
    if not document.findings:
        assert isinstance(document.data, dict)
        assert set(document.data) - {"summary", "quote"} == expected


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("写真 1.JPG", "s.jpg"),
        ("a.heic", "s.heic"),
        ("x.svg", "s.jpg"),
        ("noending", "s.jpg"),
        ("a.b.PNG", "s.png"),
    ],
)
def test_a_photo_gets_an_ascii_name_with_its_own_ending(original: str, name: str) -> None:
    """Names from a camera or in Japanese do not become addresses."""
    assert photo_name("s", original) == name
