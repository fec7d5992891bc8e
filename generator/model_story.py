"""Case stories: what was read of content/stories, after consent, embargo and drafts were decided.

Only a story that may be public on the day of the build becomes a `Story`; whatever is left out is known to
nobody downstream, so that no page, feed, index or manifest can mention it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model_impact import Claim

FALLBACK_WIDTH = 1200
"""Pixels; what cards for sharing are drawn from, and enough for any screen without WebP."""


class Use(StrEnum):
    """What a person agreed to (consent.scope)."""

    SITE = "site"
    SNS = "sns"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent that is in force: given on a day, for `scope`, up to and including `until`."""

    given_on: date
    scope: tuple[Use, ...]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo that could be read. Width and height in pixels as it is seen (already turned upright).

    `file` is its path in the project, `sha256` that of the file as it came. `address` is the beginning of
    its published names below the site's root: `<address>-<width>.webp` for every one of `widths`, and one
    JPEG, `<address>-<fallback_width>.jpg`, for browsers without WebP, for cards and for sharing.
    Widths of 240 and 400 are meant for lists (up to 6 and 14 KB), 800 and 1200 for phones (64 and 120 KB).
    """

    file: str
    sha256: str
    width: int
    height: int
    alt: str
    address: str
    widths: tuple[int, ...]
    """Published widths, ascending; never wider than the photo itself."""
    caption: str = ""
    credit: str = ""

    @property
    def fallback_width(self) -> int:
        """The only width that also lies there as a JPEG: the largest up to FALLBACK_WIDTH."""
        return max((width for width in self.widths if width <= FALLBACK_WIDTH), default=self.widths[0])


@dataclass(frozen=True, slots=True)
class StoryNumber:
    """One line of 数字で見る: a label and a text that may hold placeholders (`{=K07}`)."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """One published story. Texts are as written and untrusted; `body` is Markdown."""

    slug: str
    title: str
    society: str
    """Name as in societies.csv; empty = the federation itself."""
    fiscal_year: int
    indicators: tuple[str, ...]
    picture: Picture
    consent: Consent
    body: str
    body_line: int
    """Line of the file on which the body begins."""
    file: str
    summary: str = ""
    industry: str = ""
    place: str = ""
    theme: str = ""
    quote: str = ""
    quote_by: str = ""
    before: str = ""
    support: str = ""
    result: str = ""
    numbers: tuple[StoryNumber, ...] = ()
    sns_text: str = ""
    impact: str = ""
    claim: Claim | None = None
    publish_on: date | None = None
    pictures: tuple[Picture, ...] = ()
    """Further photos that the body shows, by their file as the body names it (`inline`)."""
    inline: tuple[tuple[str, int], ...] = ()
    """(address as written in the body, position in `pictures`)."""
    sample: bool = False
    lines: tuple[tuple[str, int], ...] = ()
    """(dotted key of the front matter, its line in the file), sorted."""

    @property
    def shareable(self) -> bool:
        """Whether share buttons and cards may be made: the person agreed to SNS."""
        return Use.SNS in self.consent.scope
