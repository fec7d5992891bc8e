"""Charts to keep: whole without a page around them, and looking as the style sheet says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator import cards, charts, colour, theme
from generator.figures import Figure, Told, kept_chart, looks, path_of
from generator.figures import svg as writing
from generator.figures.kept import broken
from generator.figures.lettering import width
from generator.model import Artefact, Brand

COLOURS = colour.of_brand(Brand())
TOLD = Told(
    title="⑦経営支援数", part="実績と目標の推移", sample="サンプル", sentence="令和7年度は768件。",
    notes=("※1 数え方を変えた",), facts=("出典　台帳", "令和4年度から令和7年度まで", "CC-BY-4.0"),
    organization="みほん連合会", address="https://example.org/indicators/x/", lang="ja",
)  # fmt: skip
HOSTILE = '</text><script>alert(1)</script>&"\'<a href="javascript:x">\x00]]>'


def figure(*children: writing.Element) -> Figure:
    drawn = writing.picture("fig-indicator-k07", "文", 360, 100, *children)
    return Figure("fig-indicator-k07", "文", drawn, None, (), ())


PLAIN = figure(
    writing.hatch("fig-indicator-k07"),
    writing.rect(1, 2, 3, 4, "f-provisional", "url(#fig-indicator-k07-hatch)"),
    writing.element("a", writing.rect(0, 0, 9, 9, "f-tile f-tile-3"), href="../x/"),
    writing.text(5, 5, "1,234", "f-label"),
)


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("}text")]


def test_it_says_everything_inside_the_picture() -> None:
    """Title, mark, sentence, note, source, years, licence, organisation and address are drawn."""
    said = "".join(texts(kept_chart(PLAIN, TOLD, COLOURS)))
    for text in (*TOLD.facts, *TOLD.notes, TOLD.title, TOLD.part, TOLD.sample, TOLD.sentence):
        assert text.replace("　", "") in said.replace("　", "").replace(" ", "") or text in said
    assert TOLD.organization in said and TOLD.address in said


def test_it_needs_nothing_from_elsewhere() -> None:
    """No class, link, script, style, custom property or address to load; only its own pattern is named."""
    svg = kept_chart(PLAIN, TOLD, COLOURS)
    for word in ("class=", "href", "<script", "<style", "style=", "var(", "@import", "<image"):
        assert word not in svg
    assert set(re.findall(r"url\(([^)]*)\)", svg)) == {"#fig-indicator-k07-hatch"}
    assert 'id="fig-indicator-k07-hatch"' in svg


def test_hostile_texts_stay_texts() -> None:
    """Whatever stands in a name is text of a well-formed file."""
    told = replace(TOLD, title=HOSTILE, sentence=HOSTILE, facts=(HOSTILE,), organization=HOSTILE)
    svg = kept_chart(PLAIN, told, COLOURS)
    names = {node.tag.rpartition("}")[2] for node in ElementTree.fromstring(svg).iter()}
    assert names <= {"svg", "title", "desc", "g", "rect", "path", "text", "defs", "pattern", "line"}
    assert "<script" not in svg


def test_the_brand_colours_it() -> None:
    assert "#006644" in kept_chart(PLAIN, TOLD, colour.of_brand(Brand(deep="#006644")))


@pytest.mark.parametrize(
    "text",
    ["事業承継・引継ぎ支援センターとの連携による成約件数" * 3, "x" * 90, "a b " * 40],
)
def test_a_long_name_is_broken_and_never_cut(text: str) -> None:
    """Every letter is there, no line is wider than its room, none begins with a closing mark."""
    lines = broken(text, 300, 17, "ja")
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, 17) <= 317 for line in lines)
    assert not any(line[0] in "、。・）」" for line in lines)


def test_the_path_is_the_same_in_every_build() -> None:
    assert path_of(PLAIN) == "charts/indicator-k07"


def test_looks_are_those_of_the_style_sheet() -> None:
    """Every rule of figures.css for a class of the table says the same, and no class is left out."""
    css = (theme.packaged() / "assets" / "css" / "figures.css").read_text("utf-8")
    plain = re.sub(r"/\*.*?\*/", "", css, flags=re.S).partition("/* the live twin */")[0]
    plain = plain[: plain.find(".f-open")] if ".f-open" in plain else plain
    plain = re.sub(r"@container[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", plain)
    seen = set()
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", plain):
        rules = dict(re.findall(r"([\w-]+):\s*([^;]+);", body))
        for selector in selectors.split(","):
            found = re.fullmatch(r"(?:\.f-(?:chart|map) )?(?:text)?\.(f-[\w-]+)", selector.strip())
            if not found or "spark" in selector or found[1] in ("f-spark", "f-chart", "f-map", "f-grades"):
                continue
            if found[1].startswith("f-grade-"):
                continue  # bars of grades are not kept
            seen.add(found[1])
            assert looks.PARTS[found[1]] == {key: _told(found[1], value) for key, value in rules.items()}
    assert seen | {"f-tile-text-3", "f-tile-text-4"} == set(looks.PARTS)


def _told(part: str, value: str) -> str:
    value = value.strip()
    if value.startswith("color-mix"):
        share = re.search(r"(\d+)%", value)
        assert share and looks.MIXED[part.removeprefix("f-")] == int(share[1]) / 100
        return f"${part.removeprefix('f-')}"
    named = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return f"${named[1].replace('actual-past', 'before')}" if named else value


def test_tokens_are_those_of_the_style_sheet() -> None:
    css = (theme.packaged() / "assets" / "css" / "site.css").read_text("utf-8").partition("@media")[0]
    tokens = dict(re.findall(r"--([\w-]+): (#\w{6});", css))
    for name, value in colour.CHART.items():
        assert tokens[name] == value


def test_colours_are_mixed_as_css_does() -> None:
    """Worked out by Chromium: color-mix(in oklab, #0b3f91 32%, #fffdf8)."""
    assert colour.mixed("#0b3f91", "#fffdf8", 1) == "#0b3f91"
    assert colour.mixed("#0b3f91", "#fffdf8", 0) == "#fffdf8"


def test_a_picture_is_drawn_once_and_pruned(tmp_path: Path) -> None:
    """PNG at its width beside the SVG; kept as it is; gone when nobody asks for it."""
    press = cards.press(theme.folders(), Brand())
    chart = Artefact("charts/indicator-k07.svg", kept_chart(PLAIN, TOLD, COLOURS).encode())
    [png] = charts.pictures([chart], press.fonts, press.digest, tmp_path)
    assert png.path == "charts/indicator-k07.png" and png.content[:4] == b"\x89PNG"
    assert int.from_bytes(png.content[16:20]) == 1000
    [place] = tmp_path.iterdir()
    place.write_bytes(b"kept")
    assert charts.pictures([chart], press.fonts, press.digest, tmp_path)[0].content == b"kept"
    assert charts.pictures([], press.fonts, press.digest, tmp_path) == [] and not list(tmp_path.iterdir())
