"""Colours: the ratio of WCAG, and what the theme and the settings do with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import colour, load, parse
from generator.findings import Severity
from generator.model import Brand
from generator.pages.brand import stylesheet
from tests.pages.sites_made import SMALLEST, copy

ROOT = Path(__file__).parent.parent
CSS = (ROOT / "theme" / "assets" / "css" / "site.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#FFFFFF", 4.54)],
)
def test_ratio_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Published examples: black on white 21, #777 just fails on white, #767676 just passes."""
    assert colour.contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert colour.contrast_ratio(other, one) == colour.contrast_ratio(one, other)


def test_the_paper_is_the_paper_of_the_theme() -> None:
    """What the check measures against is what the stylesheet prints on."""
    light = CSS.split("@media", 1)[0]
    assert re.findall(r"--paper: (#[0-9a-f]{6});", light) == [colour.PAPER]
    assert re.findall(r"--ink: (#[0-9a-f]{6});", light) == [colour.INK]


@pytest.mark.parametrize("field", ["#f3c73c", "#804000", "#777777", "#000000", "#ffffff", "#ff0000"])
def test_the_accent_always_gets_an_ink(field: str) -> None:
    """Any accent may be a field, because its ink is chosen for it."""
    assert colour.contrast_ratio(colour.ink_on(field), field) >= colour.TEXT
    assert f"--on-accent: {colour.ink_on(field)}" in stylesheet(Brand(accent=field))


def test_brand_colours_stay_off_paper() -> None:
    """The deep colour is for light screens; print and the dark scheme keep the theme's own."""
    assert "@media screen and (prefers-color-scheme: light)" in stylesheet(Brand(deep="#143f7a"))


@pytest.mark.parametrize(("deep", "codes"), [("#5a2d00", []), ("#f3c73c", ["brand_contrast"])])
def test_a_deep_colour_nobody_can_read_is_refused(tmp_path: Path, deep: str, codes: list[str]) -> None:
    """brand.deep carries text: below 4.5 to 1 the finding names the key and the ratio."""
    folder = copy(SMALLEST, tmp_path / "project")
    settings = folder / "site_config" / "site.yml"
    written = settings.read_text(encoding="utf-8").strip().removesuffix("}")
    settings.write_text(f'{written}, brand: {{deep: "{deep}"}}}}\n', encoding="utf-8")
    found = [f for f in parse.parse_project(load.load_project(folder)).findings if f.code == "brand_contrast"]
    assert [f.code for f in found] == codes
    for finding in found:
        assert finding.severity is Severity.REJECTED
        assert (finding.place.key, finding.value) == ("brand.deep", deep)
        assert dict(finding.values)["ratio"] == "1.51"
