"""A chart to keep: the page's picture on a sheet of its own, with all that tells what it is.

What leaves the site has no style sheet, no page around it and no scripts. So colours and type stand in
the elements themselves (light scheme), and title, sample mark, sentence, notes, source, years, licence
and organisation are part of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree

from generator import colour
from generator.figures import looks
from generator.figures.figure import Figure
from generator.figures.lettering import width
from generator.figures.svg import Element, coordinate, element
from generator.phrases import phrases

FOLDER = "charts"
EDGE, SHEET = 20.0, 400.0
"""Margin and width of the sheet in user units; the chart between is 360 wide, as in the page."""
SURE = 0.97
"""How much of a line is filled: widths are estimates, and some face is a little wider."""
PIXELS = 1000
"""Width at which a program that asks nothing shows the sheet, and width of its PNG."""
_NEVER_FIRST = frozenset(
    "、。，．・：；？！）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%％"
)
"""What may not begin a line of Japanese."""
_DROPPED = ("class", "href", "role", "id")


@dataclass(frozen=True, slots=True)
class Told:
    """What a kept chart says around itself; empty texts take no room. `sample` is the word of the mark,
    `facts` (source, years, licence …) are lines of their own at the foot."""

    title: str
    part: str
    sample: str
    sentence: str
    notes: tuple[str, ...]
    facts: tuple[str, ...]
    organization: str
    address: str
    lang: str


@dataclass(frozen=True, slots=True)
class _Style:
    """Lines of one kind: size of type, distance to the next baseline, colour, weight."""

    size: float
    leading: float
    ink: str
    bold: bool = False


def path_of(figure: Figure) -> str:
    """Where a chart lies below the tree's root, without its ending: the same address in every build."""
    return f"{FOLDER}/{figure.id.removeprefix('fig-')}"


def kept_chart(figure: Figure, told: Told, colours: Mapping[str, str]) -> str:
    """The SVG file of a chart. `colours`: `colour.of_brand`."""
    tokens = {**colour.CHART, **colours}
    drawn = ElementTree.fromstring(figure.svg)
    *_, wide, high = (float(number) for number in drawn.attrib["viewBox"].split())
    head, top = _head(told, tokens)
    foot, height = _foot(told, top + high + 6, tokens)
    inside = (_standing_alone(child, tokens) for child in drawn if _name(child) != "title")
    place = f"translate({coordinate((SHEET - wide) / 2)} {coordinate(top)})"
    chart = element("g", *inside, transform=place)
    ground = element("rect", width=SHEET, height=height, fill=tokens["paper"])
    return _file(told, height, (ground, *head, chart, *foot), tokens)


def _file(told: Told, height: float, children: Sequence[Element], tokens: Mapping[str, str]) -> str:
    said = (told.sample, told.sentence, *told.notes, *told.facts, told.organization, told.address)
    attributes = (
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("xml:lang", told.lang),
        ("viewBox", f"0 0 {SHEET:.0f} {coordinate(height)}"),
        ("width", f"{PIXELS}"),
        ("height", coordinate(height * PIXELS / SHEET)),
        ("role", "img"),
        ("aria-labelledby", "title"),
        ("aria-describedby", "desc"),
        ("font-family", looks.FONTS),
        ("font-size", coordinate(looks.SIZE)),
        ("fill", tokens["ink"]),
    )
    title = element("title", " ".join(text for text in (told.title, told.part) if text), id="title")
    described = element("desc", " ".join(text for text in said if text), id="desc")
    return str(Element("svg", attributes, (title, described, *children))) + "\n"


def _head(told: Told, tokens: Mapping[str, str]) -> tuple[list[Element], float]:
    """A band in the accent, the title with the sample mark beside it, part and sentence; and where the
    chart begins."""
    room = SHEET - 2 * EDGE
    title = _Style(17, 23, tokens["ink"], bold=True)
    mark = _mark(told.sample, tokens) if told.sample else []
    beside = width(told.sample, 11) + 24 if told.sample else 0.0
    drawn = [element("rect", width=SHEET, height=6, fill=tokens["accent"]), *mark]
    y = 18.0
    for text, style, less in (
        (told.title, title, beside),
        (told.part, _Style(12.5, 18, tokens["ink"], bold=True), 0.0),
        (told.sentence, _Style(11, 16, tokens["ink"]), 0.0),
    ):
        if text:
            drawn += _lines(text, style, y, room - less, told.lang)
            y = _below(drawn, y) + 4
    return drawn, y + 6


def _mark(word: str, tokens: Mapping[str, str]) -> list[Element]:
    wide = width(word, 11) + 12
    x = SHEET - EDGE - wide
    return [
        element("rect", x=x, y=19, width=wide, height=19, fill="none", stroke=tokens["ink"]),
        _text(x + 6, 32.5, word, _Style(11, 0, tokens["ink"], bold=True)),
    ]


def _foot(told: Told, y: float, tokens: Mapping[str, str]) -> tuple[list[Element], float]:
    """Notes, a line, the facts, organisation and address; and the height of the sheet."""
    room = SHEET - 2 * EDGE
    small = _Style(9.5, 14, tokens["muted"])
    drawn: list[Element] = []
    for note in told.notes:
        drawn += _lines(note, small, y, room, told.lang)
        y = _below(drawn, y)
    rule = f"M{EDGE:.0f} {coordinate(y + 6)}H{SHEET - EDGE:.0f}"
    drawn.append(element("path", d=rule, stroke=tokens["line"]))
    y += 10
    for text in told.facts:
        drawn += _lines(text, small, y, room, told.lang)
        y = _below(drawn, y)
    drawn += _lines(told.organization, _Style(10.5, 16, tokens["ink"], bold=True), y + 2, room, told.lang)
    y = _below(drawn, y)
    drawn += _lines(told.address, small, y, room, "")
    return drawn, _below(drawn, y) + 14


def _below(drawn: Sequence[Element], least: float) -> float:
    """The lower edge of the last line written."""
    last = next((dict(e.attributes) for e in reversed(drawn) if e.name == "text"), None)
    return max(least, float(last["y"]) + float(last["font-size"]) * 0.35) if last else least


def _lines(text: str, style: _Style, top: float, room: float, lang: str) -> list[Element]:
    lines = broken(text, room * SURE, style.size, lang)
    first = top + style.size
    return [_text(EDGE, first + style.leading * index, line, style) for index, line in enumerate(lines)]


def _text(x: float, y: float, content: str, style: _Style) -> Element:
    return element(
        "text",
        content,
        x=x,
        y=y,
        font_size=style.size,
        fill=style.ink,
        font_weight="700" if style.bold else None,
    )


def broken(text: str, room: float, size: float, lang: str) -> list[str]:
    """The whole text in lines of at most `room` units, broken between phrases and spaces where it can be,
    inside a phrase where it must be."""
    lines = [""]
    for part in chain.from_iterable(_parts(phrase, room, size) for phrase in _pieces(text, lang)):
        if lines[-1] and width(lines[-1] + part.rstrip(), size) > room and part[0] not in _NEVER_FIRST:
            lines.append("")
        lines[-1] += part
    return [line.strip() for line in lines if line.strip()]


def _pieces(text: str, lang: str) -> Iterator[str]:
    """Phrases; words with the space behind them."""
    for phrase in phrases(" ".join(text.split()), lang):
        head, *rest = phrase.split(" ")
        yield from (f"{word} " for word in (head, *rest)[:-1])
        if last := (head, *rest)[-1]:
            yield last


def _parts(phrase: str, room: float, size: float) -> Iterator[str]:
    """The phrase, or its letters where it is wider than a line."""
    if width(phrase.rstrip(), size) <= room:
        yield phrase
    else:
        yield from phrase


def _name(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2]


def _standing_alone(node: ElementTree.Element, tokens: Mapping[str, str]) -> Element:
    """The same element with its look in attributes, without classes and without links."""
    name = _name(node)
    own = [(key, value) for key, value in node.attrib.items() if key not in _DROPPED or name == "pattern"]
    own = [(key, value) for key, value in own if not key.startswith("aria-")]
    given = {key for key, _ in own}
    look = looks.of(name, node.get("class", ""), tokens)
    written = (*own, *((key, value) for key, value in look.items() if key not in given))
    children: list[Element | str] = [node.text] if node.text else []
    for child in node:
        children.append(_standing_alone(child, tokens))
    return Element("g" if name == "a" else name, written, tuple(children))
