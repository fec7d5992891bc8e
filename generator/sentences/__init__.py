"""Generated sentences: made once, used for lead, description, alternative text, card and API.

One module per language; `for_language` gives the voice of one. A sentence is a list of parts
in which every number is the very Number object of the results.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from generator.model import (
    GroupResult,
    IndicatorResult,
    Plan,
    Project,
    Results,
    Sentence,
    SocietySeries,
)
from generator.model_review import ActionTally, YearBoard
from generator.sentences import ja

LANGUAGES = ("ja",)
"""Languages that have a module of sentences."""
APRIL = 4


class Voice(Protocol):
    """What every language can say."""

    def fiscal_year(self, year: int) -> str: ...
    def short_year(self, year: int) -> str: ...
    def month(self, day: date) -> str: ...
    def date(self, day: date) -> str: ...
    def indicator(self, result: IndicatorResult, project: Project) -> Sentence: ...
    def society(self, own: SocietySeries, result: IndicatorResult, project: Project) -> Sentence: ...
    def plan(self, group: GroupResult, plan: Plan, sample: bool = False) -> Sentence: ...
    def year(self, results: Results, project: Project) -> Sentence: ...
    def review(self, board: YearBoard, project: Project) -> Sentence: ...
    def actions(self, tally: ActionTally, sample: bool) -> Sentence: ...
    def overall(self, board: YearBoard, project: Project) -> Sentence: ...


def for_language(lang: str, fiscal_year_start: int = APRIL) -> Voice:
    """The voice of `lang`; `fiscal_year_start` 1 makes years calendar years. KeyError for a
    language without sentences."""
    return {"ja": ja.Japanese}[lang](fiscal_year_start)
