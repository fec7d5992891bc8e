"""data/plan.yml against the printed plan (tests/cases/implementation-plan.md), word for word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
PRINTED = (Path(__file__).parent / "cases" / "implementation-plan.md").read_text(encoding="utf-8")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞"
MARKS = re.compile(r"^\| |^\|[-|]+$|^- \| \| \|$|</?p>|\|$|^\s*- ?・?|^\s+")
SECTION_NUMBER = re.compile(r"^(?:II? |\d(?:-\d)?\.? )")


def plan() -> dict[str, Any]:
    """The plan file, read by the plain YAML reader: a second way beside `load`."""
    text = (ROOT / "data" / "plan.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read


def fragments() -> list[str]:
    """Every text fragment of the printed plan in order, without table marks and bullets."""
    found = []
    for line in PRINTED.replace("</p>", "\n").replace("<p>", "\n").splitlines():
        text = line
        while (bare := MARKS.sub("", text).strip()) != text:
            text = bare
        if text:
            found.append(text)
    return found


def printed_words() -> list[str]:
    """Fragments as the plan file words them: in part I the numbers are the ids of the sections,
    and the heading that continues a measure on the next page is not said twice."""
    words: list[str] = []
    chapter_two = False
    for text in fragments():
        chapter_two = chapter_two or text.startswith("II ")
        if not chapter_two or text.startswith("II "):
            text = SECTION_NUMBER.sub("", text)
        if text.endswith("(続き)") and text.removesuffix("(続き)") in words:
            continue
        words.append(text)
    return words


def action_words(actions: list[dict[str, Any]]) -> list[str]:
    """Actions and their sub-points, in order."""
    words: list[str] = []
    for action in actions:
        words.append(action["text"])
        words += action_words(action.get("children", []))
    return words


def plan_file_words() -> list[str]:
    """Every word of the plan file in the order of the document; title and ids are not words."""
    words = []
    for section in plan()["sections"]:
        words.append(" ".join(filter(None, (section["heading"], section.get("text")))))
        words += section.get("items", [])
    for one in plan()["plans"]:
        words.append(f"{one['number']} {one['title']}")
        for measure in one["measures"]:
            words.append(f"{measure['id']} {measure['title']}")
            words += measure["indicator_text"].splitlines()
            words += action_words(measure["actions"])
    return words


def measures() -> list[dict[str, Any]]:
    return [measure for one in plan()["plans"] for measure in one["measures"]]


def test_every_fragment_of_the_plan_is_there_unaltered_in_order_and_nothing_else() -> None:
    """None missing, none altered, none added."""
    assert plan_file_words() == printed_words()


def test_no_character_of_the_plan_is_lost_by_the_stripping_of_marks() -> None:
    """The stripping takes marks only: what is left out of the fragments is |, -, ・, <p>, space."""
    left = PRINTED
    for fragment in sorted(fragments(), key=len, reverse=True):
        left = left.replace(fragment, "", 1)
    assert set(re.sub(r"</?p>", "", left)) <= set("|-・ \n")


def test_the_plan_has_four_plans_nineteen_measures_and_34_indicators_in_order() -> None:
    """3-3 is one measure although the plan prints its heading twice."""
    assert [one["number"] for one in plan()["plans"]] == [1, 2, 3, 4]
    assert len(measures()) == 19
    assert len({measure["id"] for measure in measures()}) == 19
    ids = [i for measure in measures() for i in measure["indicators"]]
    assert ids == [f"K{number:02d}" for number in range(1, 35)]


def test_each_measure_lists_the_indicators_whose_numbers_the_plan_prints_under_it() -> None:
    """The circled numbers of the printed line are the indicators of the measure."""
    for measure in measures():
        circled = [c for c in measure["indicator_text"] if c in CIRCLED]
        assert measure["indicators"] == [f"K{CIRCLED.index(c) + 1:02d}" for c in circled]


def test_indicator_names_are_the_plans_words() -> None:
    """A name is printed after its number; one printed label stands for the three divisions."""
    indicators = yaml.safe_load((ROOT / "data" / "indicators.yml").read_text(encoding="utf-8"))
    for indicator in indicators:
        number = CIRCLED[indicator["number"] - 1]
        division = re.fullmatch(r"(青年部|女性部|壮青年部)(新規加入部員数)", indicator["name"])
        if division:
            assert "㉔㉕㉖青年部、女性部、壮青年部新規加入部員数" in PRINTED
        else:
            assert number + indicator["name"] in PRINTED


def test_garbled_words_are_kept_and_marked_as_printed() -> None:
    """原文のまま: the two places that look like misprints, and no other."""
    marked = [a["text"] for m in measures() for a in m["actions"] if a.get("as_printed")]
    assert len(marked) == 2
    assert "起業が「外付」" in marked[0]
    assert "共済事業成功化事例" in marked[1]


def test_the_title_is_made_of_names_the_plan_uses_for_itself() -> None:
    """The printed plan has no title line, so the title may only join words of the plan."""
    assert all(word in PRINTED for word in plan()["title"].split())
