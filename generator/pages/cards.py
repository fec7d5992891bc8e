"""What the cards of a site say: one for every page that somebody would share, made of the page's strings."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from generator import story_numbers
from generator.figures.card import card_chart
from generator.model import Grade, IndicatorResult, Number, YearResult
from generator.model_card import Card, CardCell
from generator.model_story import Story
from generator.pages.site import Site, board_grade, grade_class, numbered, short_mark, worded

LONGEST_LINE = 120
"""Letters of running text a card has room for; beyond, whole sentences are left out."""


def indicator_card(site: Site, result: IndicatorResult) -> Card:
    """Value, target, rate, grade and mini chart of the year the page speaks about."""
    now, indicator = result.current, result.indicator
    card = _card(site, "indicator", indicator.slug, numbered(indicator), result.sample)
    card = replace(card, kicker=site.plan(result.plan_id).title, chart=card_chart(result, site.short_year))
    if now is None or not isinstance(now.actual, Number):
        return replace(card, lines=(site.voice.indicator(result, site.project).text,))
    if now.grade is not Grade.NONE:
        card = _graded(site, card, grade_class(now.grade))
    return replace(
        card,
        value=now.actual.shown,
        unit=_unit(site, result),
        facts=_facts(site, result, now),
        foot=_foot(site, site.year(now)),
    )


def _unit(site: Site, result: IndicatorResult) -> str:
    """The unit beside the value; a percentage carries its sign already."""
    if result.indicator.is_percent:
        return ""
    unit = result.indicator.unit if site.lang == "ja" else result.indicator.unit_en
    return f" {unit}" if worded(unit) else unit


def _facts(site: Site, result: IndicatorResult, now: YearResult) -> tuple[str, ...]:
    """Target and rate, each only where the page has it."""
    facts = []
    if isinstance(now.target, Number):
        facts.append(site.word("card.target", value=f"{now.target.shown}{_unit(site, result)}"))
    if isinstance(now.achievement, Number):
        facts.append(site.word("card.rate", value=now.achievement.shown))
    if now.reference_only:
        facts.append(site.word("card.reference"))
    elif now.provisional:
        facts.append(site.word("card.provisional"))
    return tuple(facts)


def _graded(site: Site, card: Card, grade: str) -> Card:
    letter, word = (site.word(f"grade.{grade}.{part}") for part in ("letter", "word"))
    return replace(card, grade=grade, grade_letter=letter, grade_word=word)


def board_card(
    site: Site, kind: str, slug: str, title: str, text: str, results: tuple[IndicatorResult, ...]
) -> Card:
    """A sentence and the board of some indicators (home, a plan)."""
    card = _card(site, kind, slug, title, any(result.sample for result in results))
    year = site.results.report_year
    return replace(card, lines=told(text), cells=tuple(_cell(site, result, year) for result in results))


def _cell(site: Site, result: IndicatorResult, year: int | None) -> CardCell:
    grade = board_grade(result, year)
    return CardCell(short_mark(result.indicator), site.word(f"grade.{grade}.letter"), grade)


def text_card(site: Site, kind: str, slug: str, title: str, text: str, sample: bool) -> Card:
    """A title and what is said about it (a review, a story)."""
    return replace(_card(site, kind, slug, title, sample), lines=told(text))


def story_card(site: Site, story: Story, text: str) -> Card | None:
    """A story's title with the person's own words, or `text` where there are none, all in the strings of
    its page; None where nobody agreed to pass it on."""
    if not story.shareable:
        return None
    quote = story_numbers.plain_text(story.quote.strip(), story, site.project, site.results)
    said = told(quote) if len(quote) <= LONGEST_LINE else ()
    card = text_card(site, "story", story.slug, story.title, text, story.sample)
    where = replace(card, kicker=story.society, foot=_foot(site, site.year(story.fiscal_year)))
    return replace(where, lines=said, quote=True) if said else where


def _card(site: Site, kind: str, slug: str, title: str, sample: bool) -> Card:
    settings = site.project.site
    return Card(
        kind=kind,
        slug=slug,
        lang=site.lang,
        title=title,
        foot=_foot(site, site.year(site.results.report_year)),
        address=urlsplit(settings.site_url).netloc,
        sample=site.word("sample.mark") if sample or settings.sample else "",
        mark=settings.brand.mark,
        site=settings.site_name,
    )


def _foot(site: Site, year: str) -> str:
    return "　".join(text for text in (site.project.site.organization, year) if text)


def told(text: str) -> tuple[str, ...]:
    """As many whole sentences as a card has room for; never a sentence cut in two.

    A single sentence longer than that stands whole: the drawing makes it smaller."""
    chosen, rest = "", text
    while rest:
        end = rest.find("。") + 1 or len(rest)
        if chosen and len(chosen) + end > LONGEST_LINE:
            break
        chosen, rest = chosen + rest[:end], rest[end:]
    return (chosen,) if chosen else ()
