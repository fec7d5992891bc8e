"""Cards drawn: from what they say to PNG pictures, each drawn once and kept.

A card's name carries the hash of all it is made of (its words, the drawing, the fonts, the colours), so it is
known before the card is drawn, an unchanged card is never drawn again, and a changed one has another address.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from generator import colour, drawing
from generator.model import Artefact, Brand
from generator.model_card import SQUARE, WIDE, Card
from generator.phrases import phrases

FOLDER = "cards"
DRAWING = "cards/card.typ"
LIGHT, GRADES = colour.LIGHT, colour.GRADES
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
    colours = colour.of_brand(brand)
    made_of = [hashlib.sha256(drawing).hexdigest(), *shades(colours), *sums]
    digest = hashlib.sha256("\n".join(made_of).encode()).hexdigest()
    return Press(drawing, tuple(dict.fromkeys(f.parent for f in files)), digest, colours)


def shades(colours: Mapping[str, str]) -> tuple[str, ...]:
    """All colours of a finished picture: every field and ink as it is, and between an ink and the field it
    stands on the steps that make the edges of letters soft."""
    inks = (("ink", 5), ("muted", 3), ("actual", 2))
    pairs = [
        *((colours["paper"], colours[ink], steps) for ink, steps in inks),
        (colours["accent"], colours["on_accent"], 2),
        *((tones["fill"] or colours["paper"], tones["ink"], 3) for tones in GRADES.values()),
    ]
    mixed = [_between(field, ink, step, steps) for field, ink, steps in pairs for step in range(steps + 1)]
    plain = [*colours.values(), *(tones["edge"] for tones in GRADES.values())]
    return tuple(dict.fromkeys(shade.lower() for shade in (*plain, *mixed)))


def _between(field: str, ink: str, step: int, steps: int) -> str:
    """One of the colours that a drawing of ink on a field has at its edges (mixed as screens mix)."""
    ends = zip(bytes.fromhex(field[1:]), bytes.fromhex(ink[1:]), strict=True)
    return "#" + bytes(a + (b - a) * step // steps for a, b in ends).hex()


def drawn(press: Press, cards: Iterable[tuple[Card, bool]], kept: Path) -> Iterator[Artefact]:
    """The picture of every (card, square), sorted by name; those in `kept` are taken from there.

    Pictures that are no longer asked for are removed from `kept`: what is withdrawn leaves nothing.
    """
    wanted = {press.name(card, square): (card, square) for card, square in cards}
    board = drawing.Board(press.fonts, shades(press.colours))
    for name, (card, square) in sorted(wanted.items()):
        path = kept / Path(name).relative_to(FOLDER)
        if not path.is_file():
            drawing.keep(path, board.picture(press.drawing, {"card": press.told(card, square)}))
        yield Artefact(name, path.read_bytes())
    for path in sorted(kept.rglob("*.png")):
        if f"{FOLDER}/{path.relative_to(kept).as_posix()}" not in wanted:
            path.unlink()
