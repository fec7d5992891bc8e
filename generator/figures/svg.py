"""A small, closed way to write SVG: elements in, one line of well-formed text out.

Everything is escaped here, once. Inline styles and event attributes cannot be written at all
(the sites run under `style-src 'self'; script-src 'self'`), and links only lead to places a
page may link to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]*")
_SAFE_LINK = re.compile(r"(?:https?://|/(?!/)|\.{1,2}/|#|[A-Za-z0-9_%-]+(?:[/.#?]|$))")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Element:
    """One SVG element; children are elements or plain text (escaped when written)."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Element | str, ...]

    def __str__(self) -> str:
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        yield f"<{self.name}"
        for key, value in self.attributes:
            yield f' {key}="{escape(value)}"'
        if not self.children:
            yield "/>"
            return
        yield ">"
        for child in self.children:
            yield escape(child) if isinstance(child, str) else str(child)
        yield f"</{self.name}>"


def escape(text: str) -> str:
    """Text for content or attributes: one line, only characters XML allows, nothing live."""
    plain = _SPACE.sub(" ", _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def coordinate(value: float) -> str:
    """A length in user units with at most two decimals: enough for print, short in the page."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, *children: Element | str | None, **attributes: str | float | None) -> Element:
    """Make an element. `class_` is class, `_` stands for `-`; attributes that are None are left out.

    Raises ValueError for names and attributes that must never stand in a page."""
    written = tuple(
        (key, value if isinstance(value, str) else coordinate(value))
        for key, value in ((_attribute(key), value) for key, value in attributes.items())
        if value is not None
    )
    if not _NAME.fullmatch(name):
        raise ValueError(f"not an element name: {name!r}")
    for key, value in written:
        if key == "href" and not _SAFE_LINK.match(value):
            raise ValueError(f"not a link a figure may carry: {value!r}")
    return Element(name, written, tuple(child for child in children if child is not None))


def _attribute(key: str) -> str:
    name = key.rstrip("_").replace("_", "-")
    if not _NAME.fullmatch(name) or name == "style" or name.lower().startswith("on"):
        raise ValueError(f"not an attribute a figure may carry: {name!r}")
    return name


def text(x: float, y: float, content: str, class_: str, anchor: str = "start") -> Element:
    """A line of text whose baseline starts, centres or ends at (x, y)."""
    return element(
        "text", content, x=x, y=y, class_=class_, text_anchor=None if anchor == "start" else anchor
    )


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Element:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=class_)


def rect(x: float, y: float, width: float, height: float, class_: str, fill: str | None = None) -> Element:
    return element("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), class_=class_, fill=fill)


def picture(figure_id: str, title: str, width: float, height: float, *children: Element | None) -> str:
    """The outer element of a chart: an image whose name is its sentence."""
    return str(
        element(
            "svg",
            element("title", title, id=f"{figure_id}-t"),
            *children,
            xmlns="http://www.w3.org/2000/svg",
            id=figure_id,
            class_="f-chart",
            viewBox=f"0 0 {coordinate(width)} {coordinate(height)}",
            role="img",
            aria_labelledby=f"{figure_id}-t",
        )
    )


def hatch(figure_id: str) -> Element:
    """The pattern of provisional values; its id is the figure's own, so a page may hold many."""
    stripes = element("path", d="M-1 1L1 -1M0 6L6 0M5 7L7 5", class_="f-hatch")
    ground = rect(0, 0, 6, 6, "f-hatch-ground")
    return element(
        "defs",
        element(
            "pattern",
            ground,
            stripes,
            id=f"{figure_id}-hatch",
            width=6,
            height=6,
            patternUnits="userSpaceOnUse",
        ),
    )
