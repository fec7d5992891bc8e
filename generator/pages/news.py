"""The entries of the feeds: figures of each release, stories, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from urllib.parse import quote, urlsplit

from generator import formats, ledger
from generator.ledger.news import News
from generator.model import Grade, Indicator, Number
from generator.model_release import PublicFigures
from generator.model_story import Story
from generator.pages import story_cards
from generator.pages.atom import Entry, newest_first
from generator.pages.corrections import SECTION, told
from generator.pages.corrections import newest_first as ledger_lines
from generator.pages.site import Site, grade_class, indicator_address, worded


def home(site: Site) -> str:
    """The address of this language's tree."""
    settings = site.project.site
    below = "" if site.lang == settings.languages[0] else f"{site.lang}/"
    return settings.site_url.rstrip("/") + "/" + below


def first_day(site: Site) -> date:
    """The plan's first day: the date of a feed before there is any other."""
    return date(site.project.plan.period_from, site.project.site.fiscal_year_start, 1)


def updated(site: Site) -> date:
    """The day of the last release."""
    return max((release.on for release in site.project.releases), default=first_day(site))


# ---------------------------------------------------------------- figures


def figures(site: Site, *, typed: bool = True) -> tuple[Entry, ...]:
    """What each release brought, the newest first. Without `typed`, changes that are lines of the
    ledger are left to it."""
    order = {snapshot.name: at for at, snapshot in enumerate(site.project.snapshots)}
    found = [one for one in ledger.news(site.project, site.results) if typed or not one.typed]
    return newest_first(_figure(site, one) for one in sorted(found, key=lambda n: -order[n.release.name]))


def _figure(site: Site, one: News) -> Entry:
    about = one.result.indicator
    year = _year(site, one.now)
    title = site.word(_key(one), **_parts(site, one), indicator=about.name, year=year)
    parts = [part for part in (_actual(site, one), _target(site, one), _graded(site, one)) if part]
    return Entry(
        id=_tag(site, one.release.on, f"figures/{one.release.name}/{one.now.cell.name}"),
        kind="figures",
        title=_marked(site, title, one.result.sample),
        text=site.word("feeds.text", parts=site.word("coverage.separator").join(parts)),
        address=home(site) + indicator_address(about),
        on=one.release.on,
    )


def _key(one: News) -> str:
    if one.old is None:
        return "feeds.new"
    same = dict(one.old.figures).get("actual") == dict(one.now.figures)["actual"]
    return "feeds.regraded" if same else "feeds.changed"


def _parts(site: Site, one: News) -> dict[str, str]:
    """What the title may name: values, or the letters of grades."""
    about, old = one.result.indicator, one.old
    if old is None:
        return {"new": valued(about, one.now, "actual")}
    if _key(one) == "feeds.regraded":
        return {"old": _letter(site, old.grade), "new": _letter(site, one.now.grade)}
    return {"old": valued(about, old, "actual"), "new": valued(about, one.now, "actual")}


def _actual(site: Site, one: News) -> str:
    about, before = one.result.indicator, one.old or one.earlier
    now = valued(about, one.now, "actual")
    if before is None or (one.old is not None and valued(about, before, "actual") == now):
        return site.word("feeds.actual", value=now)
    was = valued(about, before, "actual")
    if one.old is not None:
        return site.word("feeds.actual_moved", old=was, new=now)
    return site.word("feeds.actual_since", old=was, year=_year(site, before), new=now)


def _target(site: Site, one: News) -> str:
    value = valued(one.result.indicator, one.now, "target")
    return site.word("feeds.target", value=value) if value else ""


def _graded(site: Site, one: News) -> str:
    """The grade, and the one before it where it is another."""
    before = one.old or one.earlier
    if before is None or before.grade == one.now.grade:
        return site.word("feeds.grade", grade=_grade(site, one.now.grade)) if one.now.grade else ""
    return site.word("feeds.grade_moved", old=_grade(site, before.grade), new=_grade(site, one.now.grade))


def valued(about: Indicator, one: PublicFigures, measure: str) -> str:
    """A figure with its unit, as the pages print it; "" where there is none."""
    given = dict(one.figures).get(measure)
    if given is None:
        return ""
    number: Number = formats.value_number(Decimal(given), about.decimals, about.is_percent, "")
    if about.is_percent or not about.unit:
        return number.shown
    return f"{number.shown}{' ' if worded(about.unit) else ''}{about.unit}"


def _letter(site: Site, grade: str) -> str:
    return site.word(f"grade.{grade_class(grade or Grade.NONE)}.letter")


def _grade(site: Site, grade: str) -> str:
    key = grade_class(grade or Grade.NONE)
    if key == "none":
        return site.word("feeds.no_grade")
    return site.word("feeds.grade_told", letter=_letter(site, grade), word=site.word(f"grade.{key}.word"))


def _year(site: Site, one: PublicFigures) -> str:
    return one.cell.period or site.year(one.cell.fiscal_year)


def _tag(site: Site, on: date, what: str) -> str:
    """A tag URI (RFC 4151): it stays the same when a page moves."""
    place = urlsplit(home(site))
    return f"tag:{place.hostname},{on.isoformat()}:{place.path.lstrip('/')}{quote(what)}"


def _marked(site: Site, title: str, sample: bool) -> str:
    return site.word("feeds.sample", title=title) if sample else title


# ---------------------------------------------------------------- stories and corrections


def stories(site: Site) -> tuple[Entry, ...]:
    return newest_first(_story(site, story) for story in site.project.stories)


def _story(site: Site, story: Story) -> Entry:
    address = home(site) + story_cards.address(story)
    title = site.word("stories.named", title=story.title)
    summary = story_cards.shortened(story_cards.summary(site, story), 300)
    return Entry(
        address, "stories", _marked(site, title, story.sample), summary, address, told_on(site, story)
    )


def told_on(site: Site, story: Story) -> date:
    """`publish_on`; else the first release since the story's year began; else the first day of that year.
    Never a day of its consent, and never one that moves with later releases."""
    began = date(story.fiscal_year, site.project.site.fiscal_year_start, 1)
    since = (release.on for release in site.project.releases if release.on >= began)
    return story.publish_on or next(since, began)


def corrections(site: Site) -> Iterator[Entry]:
    """The public ledger, the newest line first."""
    for entry in ledger_lines(site):
        line = entry.line
        address = f"{home(site)}{SECTION}/#{entry.anchor}"
        kind = site.word(f"corrections.kind.{line.kind.value}")
        title = site.word(
            "corrections.entry", kind=kind, indicator=line.name, year=entry.year, where=entry.where
        )
        moved = site.word("coverage.separator").join(told(site, entry)) or site.word("corrections.withheld")
        text = site.word("corrections.feed_text", figures=moved, reason=line.reason, by=line.by)
        yield Entry(address, "corrections", title, text, address, line.on)
