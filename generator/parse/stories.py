"""content/stories/*.md: which stories may be public on a day, and what is wrong with the others.

A story without consent, under embargo, withdrawn or a draft is left out and told as a warning; its other
faults are warnings too. Any other fault rejects, like in every file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, TypeAlias

from pydantic import Field

from generator import pictures
from generator.findings import Finding, Severity
from generator.load.photos import Photo
from generator.load.yamlfile import YamlDocument
from generator.model_impact import Claim
from generator.model_story import Consent, Picture, Story, StoryNumber, Use
from generator.parse.faults import checked, warning
from generator.parse.names import taken
from generator.parse.schemas import IndicatorId, Shape, Slug, Text, Words, Year

Day: TypeAlias = date

FOLDER = "content/stories"
_BODY_IMAGE = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)>\s]*)")


class ConsentShape(Shape):
    obtained: bool
    date: Day
    scope: Annotated[list[Annotated[Use, Field(strict=False)]], Field(min_length=1)]
    until: Day | None = None
    withdrawn: Day | None = None


class NumberShape(Shape):
    label: Words
    text: Words


class StoryShape(Shape):
    """Front matter of content/stories/*.md (contract: a story's front matter)."""

    title: Words
    slug: Slug
    society: Text
    fiscal_year: Year
    indicators: Annotated[list[IndicatorId], Field(min_length=1)]
    image: Words
    image_alt: Words
    consent: ConsentShape
    image_caption: Text = ""
    image_credit: Text = ""
    summary: Text = ""
    industry: Text = ""
    place: Text = ""
    theme: Text = ""
    quote: Text = ""
    quote_by: Text = ""
    before: Text = ""
    support: Text = ""
    result: Text = ""
    numbers: list[NumberShape] = []
    sns_text: Text = ""
    impact: Text = ""
    level: Annotated[int, Field(ge=1, le=5)] | None = None
    what: Text = ""
    who: Text = ""
    how_much: Text = ""
    contribution: Text = ""
    risk: Text = ""
    publish_on: date | None = None
    draft: bool = False
    sample: bool = False


@dataclass(frozen=True, slots=True)
class StoryGround:
    """What stories may speak about, and the day that decides."""

    as_of: date | None
    """None: nobody said which day it is, so no story is public."""
    indicators: Collection[str]
    societies: Collection[str]
    photos: Mapping[str, Photo]


@dataclass(frozen=True, slots=True)
class ReadStories:
    """Stories that may be public; `left_out` are files (stories and photos) that must leave no trace."""

    stories: tuple[Story, ...]
    findings: list[Finding]
    left_out: frozenset[str] = frozenset()


def read_stories(documents: Iterable[YamlDocument], ground: StoryGround) -> ReadStories:
    stories: list[Story] = []
    findings: list[Finding] = []
    left_out: set[str] = set()
    for document in documents:
        story, faults = _story(document, ground)
        if story is None:
            left_out.add(document.file)
        else:
            stories.append(story)
        findings += faults
    ordered = sorted(stories, key=lambda s: (-s.fiscal_year, s.slug))
    return ReadStories(tuple(ordered), findings, frozenset(left_out))


def _story(document: YamlDocument, ground: StoryGround) -> tuple[Story | None, list[Finding]]:
    data = document.data if isinstance(document.data, dict) else {}
    shape, faults = checked(document, StoryShape, data)
    held_back = left_out(document, data, ground.as_of)
    if shape is not None:
        faults += _names(document, shape, ground)
    if held_back is not None:
        return None, [held_back, *(replace(fault, severity=Severity.WARNING) for fault in faults)]
    if shape is None or any(fault.severity is Severity.REJECTED for fault in faults):
        return None, faults
    return _made(document, shape, ground), faults


def left_out(document: YamlDocument, data: Mapping[str, object], as_of: date | None) -> Finding | None:
    """Why the story may not be public on that day, or None."""
    consent = data.get("consent")
    consent = consent if isinstance(consent, dict) else {}
    if data.get("draft") is True:
        return warning("story_draft", document.place("draft"))
    if consent.get("obtained") is not True:
        return warning(
            "story_without_consent", document.place("consent.obtained"), consent.get("obtained", "")
        )
    return None


def _names(document: YamlDocument, shape: StoryShape, ground: StoryGround) -> list[Finding]:
    return taken(document.place("slug"), shape.slug)


def _made(document: YamlDocument, shape: StoryShape, ground: StoryGround) -> Story:
    main = _picture(shape, ground.photos[shape.image])
    claim = None
    if shape.level is not None:
        claim = Claim(shape.level, shape.what, shape.who, shape.how_much, shape.contribution, shape.risk)
    return Story(
        slug=shape.slug,
        title=shape.title,
        society=shape.society,
        fiscal_year=shape.fiscal_year,
        indicators=tuple(shape.indicators),
        picture=main,
        consent=Consent(shape.consent.date, tuple(sorted(set(shape.consent.scope))), shape.consent.until),
        body=document.body,
        body_line=document.body_line,
        file=document.file,
        summary=shape.summary,
        industry=shape.industry,
        place=shape.place,
        theme=shape.theme,
        quote=shape.quote,
        quote_by=shape.quote_by,
        before=shape.before,
        support=shape.support,
        result=shape.result,
        numbers=tuple(StoryNumber(n.label, n.text) for n in shape.numbers),
        sns_text=shape.sns_text,
        impact=shape.impact,
        claim=claim,
        publish_on=shape.publish_on,
        sample=shape.sample,
        lines=tuple(sorted(document.lines.items())),
    )


def _picture(shape: StoryShape, photo: Photo) -> Picture:
    seen = photo.seen
    assert isinstance(seen, pictures.Seen)
    return Picture(
        file=photo.file,
        sha256=photo.sha256,
        width=seen.width,
        height=seen.height,
        alt=shape.image_alt,
        address=f"assets/stories/{shape.slug}-{photo.sha256[:10]}",
        widths=pictures.widths(seen),
        caption=shape.image_caption,
        credit=shape.image_credit,
    )
