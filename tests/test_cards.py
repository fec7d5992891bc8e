"""Cards: drawn once, whole, small, and never saying another number than the page."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from generator import cards, theme
from generator.model import Brand
from generator.model_card import SQUARE, WIDE, Card
from generator.phrases import phrases

PRESS = cards.press(theme.folders(), Brand())
PLAIN = Card(
    kind="indicator", slug="x", lang="ja", title="⑦経営支援数", kicker="伴走支援", value="12,345", unit="件",
    facts=("目標 12,000件", "達成率 102.8%"), grade="A", grade_letter="A", grade_word="達成",
    foot="みほん連合会　令和7年度", address="example.org", sample="サンプル", mark="み", site="成果レポート",
)  # fmt: skip


def drawn(card: Card, kept: Path, square: bool = False) -> Image.Image:
    [artefact] = cards.drawn(PRESS, [(card, square)], kept)
    return Image.open(io.BytesIO(artefact.content)).convert("RGB")


def test_a_card_has_the_size_networks_ask_for(tmp_path: Path) -> None:
    """1200 × 630, and 1080 × 1080 in its square form."""
    assert drawn(PLAIN, tmp_path).size == WIDE
    assert drawn(PLAIN, tmp_path, square=True).size == SQUARE


def test_an_unchanged_card_is_not_drawn_again(tmp_path: Path) -> None:
    """What is kept is taken as it is, even if somebody drew over it."""
    [first] = cards.drawn(PRESS, [(PLAIN, False)], tmp_path)
    kept = tmp_path / Path(first.path).relative_to(cards.FOLDER)
    kept.write_bytes(b"kept")
    [again] = cards.drawn(PRESS, [(PLAIN, False)], tmp_path)
    assert (again.path, again.content) == (first.path, b"kept")


def test_what_is_withdrawn_leaves_nothing(tmp_path: Path) -> None:
    """A card nobody asks for any more is removed from what is kept."""
    list(cards.drawn(PRESS, [(PLAIN, False), (replace(PLAIN, slug="y"), False)], tmp_path))
    list(cards.drawn(PRESS, [(PLAIN, False)], tmp_path))
    assert [p.name.split("-")[1] for p in tmp_path.rglob("*.png")] == ["x"]


@pytest.mark.parametrize(
    "change",
    [{"value": "12,346"}, {"grade": "B"}, {"sample": ""}, {"title": "⑦経営支援の数"}, {"lang": "en"}],
)
def test_a_changed_card_has_another_name(change: dict[str, str]) -> None:
    """The hash in the name is of everything the card says."""
    assert PRESS.name(replace(PLAIN, **change)) != PRESS.name(PLAIN)


def test_the_brand_is_part_of_the_name() -> None:
    """Other colours make another picture."""
    assert cards.press(theme.folders(), Brand(deep="#006644")).name(PLAIN) != PRESS.name(PLAIN)


def test_the_same_card_gives_the_same_bytes(tmp_path: Path) -> None:
    [one] = cards.drawn(PRESS, [(PLAIN, False)], tmp_path / "a")
    [two] = cards.drawn(PRESS, [(PLAIN, False)], tmp_path / "b")
    assert one == two


def test_text_is_never_read_as_markup(tmp_path: Path) -> None:
    """A name with the drawing's own signs is drawn as it is, and draws."""
    hostile = '#panic("x") $a$ *b* _c_ `d` \\ #image("/etc/passwd") <e> @f // g [h] {{ i }} "'
    assert drawn(replace(PLAIN, title=hostile, kicker=hostile, unit=hostile), tmp_path).size == WIDE


LONGEST = (
    "商工会地域における事業承継・引継ぎ支援センターとの連携による第三者承継および親族内承継の成約件数" * 2
)


@pytest.mark.parametrize("square", [False, True])
@pytest.mark.parametrize(
    "card",
    [
        replace(PLAIN, title=LONGEST, value="−1,234,567,890", unit="千円／事業者"),
        replace(PLAIN, title=LONGEST, value="", facts=(), grade="", lines=(LONGEST,)),
        replace(PLAIN, site=LONGEST[:40], foot=LONGEST[:40]),
    ],
    ids=["number", "words", "names"],
)
def test_the_longest_names_stay_on_the_card(card: Card, square: bool, tmp_path: Path) -> None:
    """Nothing is cut at the rim: the outermost pixels are paper (below the brand's band)."""
    image = drawn(card, tmp_path, square)
    wide, high = image.size
    paper = image.getpixel((5, high - 5))
    for box in ((0, 20, 40, high), (wide - 40, 20, wide, high), (0, high - 24, wide, high)):
        part = image.crop(box)
        assert ImageChops.difference(part, Image.new("RGB", part.size, paper)).getbbox() is None


@pytest.mark.parametrize("rare", ["𠮷", "髙", "﨑", "𡈽"])
def test_rare_characters_are_drawn(rare: str, tmp_path: Path) -> None:
    """A character the first font lacks comes from the second: it is not the empty box that stands for
    characters no font has."""
    shown = drawn(replace(PLAIN, title=rare), tmp_path)
    missing = drawn(replace(PLAIN, title="\U0003134a"), tmp_path)
    blank = drawn(replace(PLAIN, title="　"), tmp_path)
    assert ImageChops.difference(shown, missing).getbbox() is not None
    assert ImageChops.difference(shown, blank).getbbox() is not None


def test_japanese_is_broken_between_phrases() -> None:
    """35％ and に stay together with what they belong to, and no letter is lost."""
    parts = phrases("会員満足度を35％に引き上げることを目標とします", "ja")
    assert len(parts) > 2 and "".join(parts) == "会員満足度を35％に引き上げることを目標とします"


@pytest.mark.parametrize("grade", ["A", "B", "C", "D", "E"])
def test_a_grade_keeps_its_colour(grade: str, tmp_path: Path) -> None:
    """A picture of few colours still has the grade's field exactly, and the paper's."""
    shown = drawn(replace(PLAIN, grade=grade), tmp_path).getcolors(256)
    assert shown is not None
    found = {"#" + bytes(pixel).hex() for _, pixel in shown if isinstance(pixel, tuple)}
    assert {cards.GRADES[grade]["fill"], cards.LIGHT["paper"], cards.LIGHT["accent"]} <= found


def test_a_card_is_light(tmp_path: Path) -> None:
    """A picture of few colours: a usual card stays below 30 KB."""
    [artefact] = cards.drawn(PRESS, [(PLAIN, False)], tmp_path)
    assert len(artefact.content) < 30_000


def test_colours_are_those_of_the_stylesheet() -> None:
    """Grades and inks of cards are the tokens of the light scheme."""
    css = theme.files(theme.folders(), "assets")["css/site.css"].decode()
    tokens = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6}|transparent);", css.split("@media")[0]))
    for letter, tones in cards.GRADES.items():
        name = letter.lower()
        assert tokens[f"grade-{name}-ink"] == tones["ink"]
        assert tokens[f"grade-{name}-edge"] == tones["edge"]
        assert tokens[f"grade-{name}"] == (tones["fill"] or "transparent")
    for ours, theirs in (
        ("paper", "paper"),
        ("ink", "ink"),
        ("muted", "muted"),
        ("line", "line"),
        ("actual", "actual"),
        ("before", "actual-past"),
    ):
        assert tokens[theirs] == cards.LIGHT[ours]


def test_what_is_drawn_is_what_the_alternative_text_says() -> None:
    """Every text of the card is in its alternative text, and in what the drawing is given."""
    told = json.loads(PRESS.told(PLAIN, False))
    for text in (PLAIN.title, PLAIN.value, PLAIN.grade_word, PLAIN.sample, PLAIN.foot, *PLAIN.facts):
        assert text in PLAIN.alt
    assert "".join(told["title"]) == PLAIN.title and told["value"] == PLAIN.value
