"""Files and attributes that bring the live charts to the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from generator import theme
from generator.figures.figure import Figure, Words
from generator.model import Artefact

FOLDER = "assets/figures"
STYLE = "assets/css/figure-live.css"
"""Plotly's rules as a file, because a strict policy lets it write none into the page."""


def path_of(figure: Figure) -> str:
    """Where a figure's JSON stands below the site's root."""
    return f"{FOLDER}/{figure.id}.json"


def figure_artefacts(figures: Iterable[Figure]) -> list[Artefact]:
    """One JSON file for each figure that has a live twin, in the order of their paths."""
    made = [Artefact(path_of(figure), _written(figure)) for figure in figures if figure.plotly is not None]
    return sorted(made, key=lambda artefact: artefact.path)


def _written(figure: Figure) -> bytes:
    return json.dumps(figure.plotly, ensure_ascii=False, separators=(",", ":")).encode()


def live_attributes(
    figure: Figure, words: Words, root: str, bundle: str, address: Callable[[str], str] = str
) -> Mapping[str, str]:
    """The data-… attributes of the `<figure>` element; empty where there is no live twin.

    `root` is the way from the page to the site's root ("../../"), `bundle` the path of the
    Plotly file below it, `address` gives the path of a static file its version. The figure's own
    file carries its version too: a number that changed is never drawn from an old copy."""
    if figure.plotly is None:
        return {}
    return {
        "data-plotly": f"{root}{path_of(figure)}?v={theme.fingerprint(_written(figure))}",
        "data-plotly-bundle": root + address(bundle),
        "data-plotly-style": root + address(STYLE),
        "data-open": words.word("figure.live.open"),
        "data-close": words.word("figure.live.close"),
        "data-loading": words.word("figure.live.loading"),
        "data-failed": words.word("figure.live.failed"),
    }
