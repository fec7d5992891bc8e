"""How long a text is to each network, and the longest of several texts that still fits.

X counts by its own weights (twitter-text, configuration 3: 280, a link 23), Bluesky 300 graphemes, Threads
500 characters of which a sign outside the scripts (an emoji) takes as many as it has bytes. Where a network
joins several signs into one, they are counted one by one here: never fewer than the network counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_LIGHT = ((0x0000, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points of weight 1 to X; all others, Japanese among them, weigh 2."""
_SENTENCE = re.compile(r".*?(?:[。！？]+|[.!?]+(?=\s)|$)\s*", re.S)
_PAIRS = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"))


@dataclass(frozen=True, slots=True)
class Limit:
    """The most a network takes. `link`: what an address counts there; None: as it is written."""

    most: int
    count: Callable[[str], int]
    link: int | None = None

    def takes(self, text: str, address: str) -> bool:
        """Whether the text, a space and the address fit."""
        link = self.count(address) if self.link is None else self.link
        return self.count(text) + 1 + link <= self.most


def weight(text: str) -> int:
    """Length to X (an address in the text is counted as letters)."""
    composed = unicodedata.normalize("NFC", text)
    return sum(1 if any(a <= ord(c) <= b for a, b in _LIGHT) else 2 for c in composed)


def graphemes(text: str) -> int:
    """Letters with what stands on them. Signs that are joined into one picture count one by one."""
    return sum(1 for c in text if unicodedata.category(c) not in ("Mn", "Me"))


def characters(text: str) -> int:
    """Length to Threads."""
    return sum(len(c.encode()) if unicodedata.category(c) in ("So", "Sk") else 1 for c in text)


LIMITS: Mapping[str, Limit] = {
    "x": Limit(280, weight, link=23),
    "bluesky": Limit(300, graphemes),
    "threads": Limit(500, characters),
}
"""Networks that take only so much; the others take any length."""


def fitting(network: str, texts: Sequence[str], address: str) -> str:
    """The first of `texts` that the network takes together with the address; "" when it takes none."""
    limit = LIMITS.get(network)
    return next((text for text in texts if limit is None or limit.takes(text, address)), "")


def shorter(text: str) -> Iterator[str]:
    """The text, then ever fewer of its sentences, always whole ones from the beginning: nothing ends
    inside a sentence, a number, a quotation or a bracket."""
    sentences = [part for part in _SENTENCE.findall(text) if part]
    for count in range(len(sentences), 0, -1):
        told = "".join(sentences[:count]).strip()
        if all(told.count(opened) == told.count(closed) for opened, closed in _PAIRS):
            yield told
