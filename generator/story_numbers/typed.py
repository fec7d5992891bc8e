"""Figures that people typed and that contradict the published ones of what the sentence names.

A sentence that names an indicator, a year, a society or the federation is compared; what it does not name
is taken from the story. A figure may be the year's actual or target value, what was revised, achieved
or changed, or last year's. Where the sentence names no indicator, a figure whose noun is none of the
indicator's (新商品を3件) is the story's own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product

from generator import grammar
from generator.grammar import Parsed
from generator.grammar.characters import plain
from generator.model import Exact, Indicator, IndicatorResult, Number, Project, Results, Value, YearResult
from generator.model_story import Story
from generator.sentences.ja_verdict import unit_of
from generator.story_numbers.figures import Figure, canonical, figures, scale
from generator.story_numbers.placeholders import series_of
from generator.story_numbers.texts import Written, texts

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_MARKUP = re.compile(r"\{=[^{}]*\}|(?<=\])\([^)\n]*\)|<[^<>\n]*>|[*`]")
_YEAR = re.compile(
    r"(?:(?:令和|平成|昭和|令|平|昭|㋿|㍻|㍼) ?(?:元|[0-9]{1,2})"
    r"|(?<![A-Za-z])(?:R|H|S) ?[0-9]{1,2}(?![0-9A-Za-z])"
    r"|FY ?[0-9]{4}|(?<![0-9.,])(?:19|20)[0-9]{2}(?=年))(?:年度|年)?(?: ?\([^()]{2,8}\))?",
    re.IGNORECASE,
)
GONE = "\x00"
"""What stands in a sentence in place of a name that was read."""
_DATE = re.compile(r"[0-9]{1,2}月(?:[0-9]{1,2}日)?")
_ALL = re.compile(r"全体|全県|県内|合計")
_NEXT_YEAR = re.compile(r"翌年|来年|次年度")
_NOUN = r"[\u3005\u3400-\u9fff\u30a1-\u30ffA-Za-z]{2,}"
_BEFORE = re.compile(rf"({_NOUN})(?:は|が|を|も|の|で|に|と|、|:|,|\|)*$")
_BEHIND = re.compile(rf"\(?の?({_NOUN})")
_NEUTRAL = re.compile(
    r"実績値?|目標値?|件数|合計|結果|数値|全体|年間|総数|今回|当初|最終|年度|達成|前年度?|昨年度?|増加?|減少?|以上|以下|超"
)


@dataclass(frozen=True, slots=True)
class Differs:
    """A typed figure that is none of the published ones, and those."""

    written: Written
    position: int
    found: str
    published: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence names; the rest of it is what its figures are read from."""

    indicators: tuple[IndicatorResult, ...]
    societies: tuple[str, ...]
    """Names; empty text = the federation."""
    years: tuple[int, ...]
    calendar: tuple[int, ...]
    """Years without 度 where a fiscal year begins later: it may be one of two."""
    rest: str

    @property
    def anything(self) -> bool:
        return bool(self.indicators or self.societies or self.years)


@dataclass(frozen=True, slots=True)
class Ground:
    """What stories may name, once for all of them."""

    results: Results
    by_id: Mapping[str, IndicatorResult]
    indicators: tuple[tuple[str, IndicatorResult], ...]
    societies: tuple[tuple[str, str], ...]
    start: int

    @classmethod
    def of(cls, project: Project, results: Results) -> Ground:
        named = sorted(((_close(r.indicator.name), r) for r in results.indicators), key=lambda p: -len(p[0]))
        areas = [(_close(s.name), s.name) for s in project.societies]
        areas.append((_close(project.site.organization), ""))
        return cls(
            results,
            {r.indicator.id: r for r in results.indicators},
            tuple(pair for pair in named if len(pair[0]) > 1),
            tuple(sorted(areas, key=lambda pair: -len(pair[0]))),
            project.site.fiscal_year_start,
        )


def differing(story: Story, ground: Ground) -> Iterator[Differs]:
    """Every typed figure of the story that contradicts what is published."""
    for written in texts(story):
        for match in _SENTENCE.finditer(written.text):
            if not re.search(r"\d", match.group()):
                continue
            for figure, known in _contradictions(f"{written.before} {match.group()}", story, ground):
                yield Differs(written, match.start(), figure.text, known)


def _contradictions(text: str, story: Story, ground: Ground) -> Iterator[tuple[Figure, tuple[str, ...]]]:
    named = _named(_close(_MARKUP.sub("", text)), story, ground)
    if not named.anything:
        return
    spoken_of = named.indicators or tuple(ground.by_id[i] for i in story.indicators if i in ground.by_id)
    by_unit: dict[str, list[IndicatorResult]] = {}
    for result in spoken_of:
        by_unit.setdefault(canonical(result.indicator.unit), []).append(result)
    rates = "達成率" in named.rest
    for figure in figures(named.rest, [*by_unit, *(("%",) if rates else ())]):
        candidates = by_unit.get(figure.unit, [])
        if rates and figure.unit == "%" and not candidates:
            candidates = list(spoken_of)
        if not named.indicators and not rates:
            sure = bool(named.societies and named.years)
            candidates = [r for r in candidates if _may_mean(figure, named.rest, r, sure)]
        known = _Known.of(candidates, named, story)
        if known.shown and not any(figure.agrees(value) for value in known.values):
            yield figure, known.shown


def _close(text: str) -> str:
    """Digits and letters of one width, and no spaces but between letters or digits."""
    return re.sub(r"(?<![0-9A-Za-z])[ \u3000\t]+|[ \u3000\t]+(?![0-9A-Za-z])", "", plain(text))


def _named(text: str, story: Story, ground: Ground) -> Named:
    found: dict[str, IndicatorResult] = {}
    societies: list[str] = []
    rest = text
    for name, result in ground.indicators:
        if name in rest:
            found[result.indicator.id] = result
            rest = rest.replace(name, GONE)
    for name, society in ground.societies:
        if name and name in rest:
            societies.append(society)
            rest = rest.replace(name, GONE)
    found |= {result.indicator.id: result for result in _by_mark(rest, story, ground)}
    years, calendar = _years(rest, ground.start)
    if societies and _ALL.search(rest):
        societies.append("")
    rest = _DATE.sub(GONE, _YEAR.sub(GONE, rest))
    return Named(tuple(found.values()), tuple(dict.fromkeys(societies)), years, calendar, rest)


def _by_mark(text: str, story: Story, ground: Ground) -> Iterator[IndicatorResult]:
    """Indicators named by their id, or the story's own by their circled number."""
    circled = {int(unicodedata.numeric(c)) for c in text if unicodedata.decomposition(c)[:8] == "<circle>"}
    for name, result in ground.by_id.items():
        whole = name in text and re.search(rf"(?<![0-9A-Za-z_-]){re.escape(name)}(?![0-9A-Za-z_-])", text)
        if whole or (name in story.indicators and result.indicator.number in circled):
            yield result


def _years(text: str, start: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Fiscal years that a text names, and calendar years where they are not the same."""
    years, calendar = set(), set()
    for match in _YEAR.finditer(text):
        found = grammar.year(match.group(), start)
        if isinstance(found, int):
            years.add(found)
        elif found.code is grammar.RefusalCode.YEAR_CALENDAR:
            calendar.add(int(found.hint.removesuffix("年度")))
    if years and _NEXT_YEAR.search(text):
        years |= {year + 1 for year in years}
    return tuple(sorted(years)), tuple(sorted(calendar))


def _may_mean(figure: Figure, sentence: str, result: IndicatorResult, sure: bool) -> bool:
    """Whether a figure may be this indicator's: no noun beside it, or one of the indicator's own.
    Where year and society are named (`sure`), only what somebody made or sold (〜を3件) is another's."""
    before = _BEFORE.search(_NEUTRAL.sub(GONE, sentence[: figure.start]))
    behind = _BEHIND.match(_NEUTRAL.sub(GONE, sentence[figure.end :]))
    if sure:
        before, behind = (before if before and before.group().endswith("を") else None), None
    nouns = [noun.group(1) for noun in (before, behind) if noun]
    name = result.indicator.name
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return not nouns or any(noun[at : at + 2] in pairs for noun in nouns for at in range(len(noun) - 1))


@dataclass(frozen=True, slots=True)
class _Known:
    """The published values that a figure may be, in the canonical unit; and the two that are told."""

    values: frozenset[Fraction]
    shown: tuple[str, ...]

    @classmethod
    def of(cls, candidates: Iterable[IndicatorResult], named: Named, story: Story) -> _Known:
        years = set(named.years)
        years |= {year - back for year in named.calendar for back in (0, 1)}
        years = years or {story.fiscal_year}
        societies = named.societies or tuple(dict.fromkeys((story.society, "")))
        values: set[Fraction] = set()
        shown: list[str] = []
        for result, society in product(candidates, societies):
            for year in series_of(result, society) or ():
                if year.fiscal_year in years:
                    values |= set(_values(year, result.indicator))
                    shown += _told(year, result.indicator, society)
                elif year.fiscal_year + 1 in years:
                    values |= set(_read(year.actual, result.indicator))
        return cls(frozenset(values), tuple(shown))


def _values(year: YearResult, about: Indicator) -> Iterator[Fraction]:
    """What a sentence about the year may say, each as it is and as it is shown."""
    own = (year.actual, year.target, year.target_revised, year.numerator, year.denominator)
    for value in (*own, year.difference, year.change):
        yield from _read(value, about)
    for rate in (year.achievement, year.change_rate, year.in_year_progress):
        if isinstance(rate, Number):
            yield from _sizes(Fraction(rate.raw) * 100, rate.shown, Decimal(1))


def _read(value: Value | None, about: Indicator) -> Iterator[Fraction]:
    if isinstance(value, Number):
        yield from _sizes(value.raw, value.shown, scale(about.unit))


def _sizes(raw: Exact, shown: str, times: Decimal) -> Iterator[Fraction]:
    """The exact and the shown value; differences also without their sign."""
    seen = grammar.number(shown)
    for value in (raw, *((seen.value,) if isinstance(seen, Parsed) else ())):
        size = Fraction(value) * Fraction(times)
        yield from (size, abs(size))


def _told(year: YearResult, about: Indicator, society: str) -> Iterator[str]:
    """Actual, target and rate as they are published: `K07 2024 社: 1,438件 / 1,400件 / 102.7%`."""
    shown = [f"{v.shown}{unit_of(about)}" for v in (year.actual, year.target) if isinstance(v, Number)]
    if shown and isinstance(year.achievement, Number):
        shown.append(year.achievement.shown)
    if shown:
        yield f"{' '.join(filter(None, (about.id, str(year.fiscal_year), society)))}: {' / '.join(shown)}"
