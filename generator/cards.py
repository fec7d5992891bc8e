"""Cards drawn: from what they say to PNG pictures, each drawn once and kept. The only user of typst.

A card's name carries the hash of all it is made of (its words, the drawing, the fonts, the colours), so it is
known before the card is drawn, an unchanged card is never drawn again, and a changed one has another address.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import budoux
import typst

from generator import colour, palette
from generator.model import Artefact, Brand
from generator.model_card import SQUARE, WIDE, Card

FOLDER = "cards"
DRAWING = "cards/card.typ"
COLOURS = 32
"""Colours of a finished picture: flat fields and the soft edges of letters need no more."""
PIXELS_PER_INCH = 72
"""One point of the drawing is one pixel."""
LIGHT: Mapping[str, str] = {
    "paper": "#fbf8f1",
    "ink": "#1a1d26",
    "muted": "#595c66",
    "line": "#ddd5c4",
    "accent": "#f6c700",
    "on_accent": "#1a1d26",
    "actual": "#0b3f91",
    "before": "#8aa3c8",
}
GRADES: Mapping[str, Mapping[str, str]] = {
    "A": {"fill": "#005aff", "ink": "#ffffff", "edge": "#005aff"},
    "B": {"fill": "#d5eeff", "ink": "#12324f", "edge": "#1277b5"},
    "C": {"fill": "#ffdc9c", "ink": "#4a2a00", "edge": "#b06a00"},
    "D": {"fill": "#ff4b00", "ink": "#1a0a00", "edge": "#d63f00"},
    "E": {"fill": "#84919e", "ink": "#0d1116", "edge": "#66727e"},
    "none": {"fill": "", "ink": "#595c66", "edge": "#8b8d93"},
}
"""As in the stylesheet's tokens, light scheme (a test compares them)."""


@dataclass(frozen=True, slots=True)
class Press:
    """The drawing and what it is drawn with. `fonts`: folders; `digest`: of the drawing and the fonts."""

    drawing: bytes
    fonts: tuple[Path, ...]
    digest: str
    colours: Mapping[str, str]

    def name(self, card: Card, square: bool = False) -> str:
        """The picture's path below the site's root."""
        made_of = hashlib.sha256(f"{self.digest}\n{self.told(card, square)}".encode()).hexdigest()
        form = "-square" if square else ""
        return f"{FOLDER}/{card.lang}/{card.kind}-{card.slug}{form}-{made_of[:10]}.png"

    def told(self, card: Card, square: bool) -> str:
        """What the drawing is given, as JSON."""
        width, height = SQUARE if square else WIDE
        facts = asdict(card) | {
            "title": phrases(card.title, card.lang),
            "lines": [phrases(line, card.lang) for line in card.lines],
            "width": width,
            "height": height,
            "colours": dict(self.colours),
            "grades": GRADES,
        }
        return json.dumps(facts, ensure_ascii=False, sort_keys=True)


def press(theme_folders: Sequence[Path], brand: Brand) -> Press:
    """The first drawing and all fonts of the theme folders, in the colours of a brand."""
    drawing = next(folder / DRAWING for folder in theme_folders if (folder / DRAWING).is_file()).read_bytes()
    files = sorted(
        (path for folder in theme_folders for path in (folder / "fonts").rglob("*.[to]tf")),
        key=lambda path: path.name,
    )
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    digest = hashlib.sha256("\n".join([hashlib.sha256(drawing).hexdigest(), f"{COLOURS}", *sums]).encode())
    return Press(
        drawing, tuple(dict.fromkeys(f.parent for f in files)), digest.hexdigest(), colours_of(brand)
    )


def colours_of(brand: Brand) -> Mapping[str, str]:
    """The colours of cards: the theme's, and the brand's where it names some."""
    own = dict(LIGHT)
    if brand.accent:
        own |= {"accent": brand.accent, "on_accent": colour.ink_on(brand.accent)}
    if brand.deep:
        own["actual"] = brand.deep
    return own


def drawn(press: Press, cards: Iterable[tuple[Card, bool]], kept: Path) -> Iterator[Artefact]:
    """The picture of every (card, square), sorted by name; those in `kept` are taken from there.

    Pictures that are no longer asked for are removed from `kept`: what is withdrawn leaves nothing.
    """
    wanted = {press.name(card, square): (card, square) for card, square in cards}
    compiler: typst.Compiler | None = None
    for name, (card, square) in sorted(wanted.items()):
        path = kept / Path(name).relative_to(FOLDER)
        if not path.is_file():
            compiler = compiler or _compiler(press)
            _keep(path, _picture(compiler, press.drawing, press.told(card, square)))
        yield Artefact(name, path.read_bytes())
    for path in sorted(kept.rglob("*.png")):
        if f"{FOLDER}/{path.relative_to(kept).as_posix()}" not in wanted:
            path.unlink()


def _compiler(press: Press) -> typst.Compiler:
    fonts: list[str] = [str(folder) for folder in press.fonts]
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def _picture(compiler: typst.Compiler, drawing: bytes, told: str) -> bytes:
    made = compiler.compile(drawing, format="png", ppi=PIXELS_PER_INCH, sys_inputs={"card": told})
    assert isinstance(made, bytes)
    return palette.few_colours(made, COLOURS)


def _keep(path: Path, content: bytes) -> None:
    """Written aside and renamed: a build that is stopped leaves no half picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.write_bytes(content)
    aside.replace(path)


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def phrases(text: str, lang: str) -> list[str]:
    """The text in parts that a line break may stand between."""
    if lang == "ja":
        return [part for part in _parser().parse(text) if part]
    return [text]
