"""How long 300 cards take, cold, and how large they are: `python -m tests.benchmarks.cards`.

CPU seconds of this process and its threads, wide cards only, the sample project's own cards drawn again under
other names until there are 300. Run it alone on the machine; it is a measurement, not a test.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from generator import cards, catalogue, pages, theme
from tests.pages.sites_made import ROOT, computed

MANY = 300


def main() -> None:
    project, results = computed(ROOT)
    press = cards.press(theme.folders(), project.site.brand)
    made = pages.edition(
        project, results, "ja", catalogue.read("ja"), theme.assets(theme.folders()), (), press.name
    )
    wide = [card for card, square in made.cards if not square]
    many = [
        (replace(card, slug=f"{card.slug}-{number}"), False)
        for number, card in enumerate(islice(cycle(wide), MANY))
    ]
    with tempfile.TemporaryDirectory() as kept:
        began = time.process_time()
        drawn = list(cards.drawn(press, many, Path(kept)))
        cold = time.process_time() - began
        began = time.process_time()
        again = list(cards.drawn(press, many, Path(kept)))
        warm = time.process_time() - began
    assert again == drawn
    mean = sum(len(picture.content) for picture in drawn) / len(drawn)
    print(f"{MANY} cards: {cold:.2f} s of CPU cold, {warm:.2f} s warm, {mean / 1000:.1f} KB on average")


if __name__ == "__main__":
    main()
