"""`{=K07 R6 みどり町商工会 目標}` → the published number with its unit, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator import grammar
from generator.model import IndicatorResult, Number, Project, Reason, Results, Sentence, YearResult
from generator.model_story import Story
from generator.parse.lookup import key_of
from generator.sentences.ja_verdict import unit_of

PLACEHOLDER = re.compile(r"\{=([^{}]*)\}")
OPENING = re.compile(r"[{｛][ \u3000]*[=＝]")
"""What begins like a placeholder, closed or not."""
MEASURES = {
    **dict.fromkeys(("実績", "実績値", "actual"), "actual"),
    **dict.fromkeys(("目標", "目標値", "target"), "target"),
    **dict.fromkeys(("達成率", "achievement"), "achievement"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a placeholder asks for. `society` empty = the federation."""

    indicator: IndicatorResult
    fiscal_year: int
    society: str = ""
    measure: str = "actual"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a placeholder has no number: code of the finding and what fills its sentence."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A published number and the unit that is printed behind it."""

    number: Number
    unit: str = ""

    @property
    def parts(self) -> tuple[str | Number, ...]:
        return (self.number, self.unit) if self.unit else (self.number,)


@dataclass(slots=True)
class _Words:
    years: list[int] = field(default_factory=list)
    societies: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)


def pieces(text: str, story: Story, project: Project, results: Results) -> Iterator[str | Resolved]:
    """The text with its placeholders resolved; what cannot be resolved stays as typed (`findings`
    rejects it)."""
    at = 0
    for match in PLACEHOLDER.finditer(text):
        if match.start() > at:
            yield text[at : match.start()]
        answer = resolve(match.group(1), story, project, results)
        yield answer if isinstance(answer, Resolved) else match.group()
        at = match.end()
    if text[at:]:
        yield text[at:]


def parts(text: str, story: Story, project: Project, results: Results) -> tuple[str | Number, ...]:
    """The same, each number followed by its unit."""
    found: list[str | Number] = []
    for piece in pieces(text, story, project, results):
        found += piece.parts if isinstance(piece, Resolved) else (piece,)
    return tuple(found)


def sentence(text: str, story: Story, project: Project, results: Results) -> Sentence:
    """The same as a `Sentence`: pages mark up its numbers, descriptions take its text."""
    return Sentence(parts(text, story, project, results))


def plain_text(text: str, story: Story, project: Project, results: Results) -> str:
    """The text with the published strings in it."""
    return sentence(text, story, project, results).text


def resolve(inside: str, story: Story, project: Project, results: Results) -> Resolved | Refused:
    """The number that the words between `{=` and `}` ask for."""
    asked = read(inside, story, project, results)
    return asked if isinstance(asked, Refused) else published(asked)


def read(inside: str, story: Story, project: Project, results: Results) -> Asked | Refused:
    """What is asked for, as far as the words are understood."""
    name, *words = inside.split() or [""]
    indicator = next((r for r in results.indicators if r.indicator.id == name), None)
    if indicator is None:
        known = ", ".join(story.indicators)
        return Refused("story_number_unknown_indicator", (("found", name), ("known", known)))
    found = _Words()
    refused = _sorted_out(words, found, project)
    if refused is not None:
        return refused
    for listed in (found.years, found.societies, found.measures):
        if len(listed) > 1:
            return Refused("story_number_twice", (("found", " / ".join(map(str, listed))),))
    return Asked(
        indicator,
        next(iter(found.years), story.fiscal_year),
        next(iter(found.societies), ""),
        next(iter(found.measures), "actual"),
    )


def _sorted_out(words: list[str], found: _Words, project: Project) -> Refused | None:
    """Put every word where it belongs; a name of several words is tried as a whole."""
    names = {key_of(society.name): society.name for society in project.societies}
    names[key_of(project.site.organization)] = ""
    start = project.site.fiscal_year_start
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            word = " ".join(words[at:end])
            year = grammar.year(word, start)
            if word.lower() in MEASURES:
                found.measures.append(MEASURES[word.lower()])
            elif isinstance(year, int):
                found.years.append(year)
            elif key_of(word) in names:
                found.societies.append(names[key_of(word)])
            else:
                continue
            at = end
            break
        else:
            return Refused("story_number_unknown_word", (("found", words[at]),))
    return None


def published(asked: Asked) -> Resolved | Refused:
    """The number where it is on the site; hidden, missing and unknown ones are refused."""
    about = asked.indicator.indicator
    series = series_of(asked.indicator, asked.society)
    if series is None:
        return Refused("story_number_not_public", (("area", asked.society),))
    years = [year for year in series if year.fiscal_year == asked.fiscal_year]
    values = [_value(year, asked.measure) for year in years]
    numbers = [value for value in values if isinstance(value, Number)]
    unit = "" if asked.measure == "achievement" else unit_of(about)
    if len(years) > 1:
        return Refused("story_number_two_periods", (("year", str(asked.fiscal_year)),))
    if numbers:
        return Resolved(numbers[0], unit)
    if any(value is Reason.SUPPRESSED for value in values):
        return Refused("story_number_hidden", (("year", str(asked.fiscal_year)),))
    possible = ", ".join(str(year) for year in _possible(series, asked.measure)) or "-"
    return Refused("story_number_no_value", (("possible", possible), ("year", str(asked.fiscal_year))))


def series_of(result: IndicatorResult, society: str) -> tuple[YearResult, ...] | None:
    """The years of the federation or of one society; None where they are not published."""
    if not society:
        return result.series
    own = next((area for area in result.by_society if area.society.name == society), None)
    return own.series if own is not None and result.indicator.public_by_society else None


def _value(year: YearResult, measure: str) -> Number | Reason:
    value = {"actual": year.actual, "target": year.target, "achievement": year.achievement}[measure]
    return value if isinstance(value, Number) else value.reason


def _possible(series: tuple[YearResult, ...], measure: str) -> Iterator[int]:
    return (year.fiscal_year for year in series if isinstance(_value(year, measure), Number))
