"""Front matter of content/stories/*.md: which keys there are and what each may hold."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from generator.model_story import Use
from generator.parse.schemas import IndicatorId, Shape, Slug, Text, Words, Year

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_day(value: object) -> object:
    """'2025-02-01' in quotes is the day it names; what names no day stays what it is."""
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            return value
    return value


def as_day_or_none(value: object) -> object:
    """An empty field of a form is no day."""
    return None if isinstance(value, str) and not value.strip() else as_day(value)


Day: TypeAlias = Annotated[date, BeforeValidator(as_day)]
DayOrNone: TypeAlias = Annotated[date | None, BeforeValidator(as_day_or_none)]


class ConsentShape(Shape):
    """What the person agreed to, and for how long."""

    obtained: bool
    date: Day
    scope: Annotated[list[Annotated[Use, Field(strict=False)]], Field(min_length=1)]
    until: DayOrNone = None
    withdrawn: DayOrNone = None


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
    publish_on: DayOrNone = None
    draft: bool = False
    sample: bool = False
