"""What a finding sentence is made of.

`{value}` is what was found, `{column}` the canonical column or key, `{file}` and `{line}` the
place; further names come from `Finding.values`. Everything is escaped before it is filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What was found, what is expected, and how to mend it, in one language."""

    message: str
    expected: str
    fix: str


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The words of one code in every language findings are printed in."""

    ja: Words
    en: Words


Table = Mapping[str, Bilingual]
"""Finding code → its words."""


def entry(ja: tuple[str, str, str], en: tuple[str, str, str]) -> Bilingual:
    """One code's words: (message, expected, fix) in Japanese, then in English."""
    return Bilingual(ja=Words(*ja), en=Words(*en))
