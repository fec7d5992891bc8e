"""Drawing with typst: pictures of few colours, kept by what they were made from; the only user of typst.

Fonts come from the theme alone, so that every machine draws the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

from generator import palette

PIXELS_PER_INCH = 72
"""One point of a drawing is one pixel."""


@dataclass(slots=True)
class Board:
    """A typst compiler, made when the first picture is asked for: most builds draw none.

    `colours`: how many a finished picture has, or which; flat fields and the soft edges of letters need few.
    """

    fonts: Sequence[Path]
    colours: int | Sequence[str]
    _compiler: typst.Compiler | None = None

    def picture(self, drawing: bytes, told: Mapping[str, str]) -> bytes:
        """The PNG of a drawing; `told` is what it reads as `sys.inputs`."""
        self._compiler = self._compiler or typst.Compiler(
            font_paths=[str(folder) for folder in self.fonts], ignore_system_fonts=True
        )
        made = self._compiler.compile(drawing, format="png", ppi=PIXELS_PER_INCH, sys_inputs=dict(told))
        assert isinstance(made, bytes)
        if isinstance(self.colours, int):
            return palette.few_colours(made, self.colours)
        return palette.these_colours(made, self.colours)


def keep(path: Path, content: bytes) -> None:
    """Written aside and renamed: a build that is stopped leaves no half picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    aside.write_bytes(content)
    aside.replace(path)
