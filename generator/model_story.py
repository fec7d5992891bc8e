"""Case stories: what was read of content/stories, after consent, embargo and drafts were decided.

Only a story that may be public on the day of the build becomes a `Story`; whatever is left out is known to
nobody downstream, so that no page, feed, index or manifest can mention it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model_impact import Claim


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
    its published names below the site's root: `<address>-<width>.webp`, `<address>-<width>.jpg`.
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

    @property
    def shareable(self) -> bool:
        """Whether share buttons and cards may be made: the person agreed to SNS."""
        return Use.SNS in self.consent.scope
