"""The guide below /admin/guide/ for the people who write the site: chapters from `theme/guide/<lang>/`.

A chapter is Markdown that says nothing about one project: `{society_word}`, `{year}` … stand for what the
project calls things, and `{editor.label.title}` for a word of the interface, so that the guide names a
field as its form does. The chapter of messages is drawn from the messages themselves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import picture_files
from generator.model import Artefact, Status
from generator.pages.guide_messages import Examples, Topic, topics
from generator.pages.prose import Shown, opening, prose
from generator.pages.site import Site
from generator.render import Html, Page

FOLDER = "admin/guide"
STYLE = "assets/css/guide.css"
UNUSED = tuple(f"assets/css/{name}.css" for name in ("figures", "review", "impact"))
"""Style sheets of figures and reviews, which no chapter has."""
START = "index"
MESSAGES = "messages"
CHAPTERS = (START, "story", "numbers", "review", "publish", MESSAGES)
PICTURES = "images/"
EXAMPLES = "examples.json"
"""Code → what fills the blanks of its message; "*" for those that have no example of their own."""
_BLANK = re.compile(r"\{([a-z][\w.]*)\}")
_TITLE = re.compile(r"# (.+)\n")
_HEADING = re.compile(r"<h2 id=\"([^\"]+)\">(.*?)</h2>")
_ONE_YEAR = 1


@dataclass(frozen=True, slots=True)
class Chapter:
    """One page of the guide before it is drawn."""

    name: str
    title: str
    description: str
    body: Html
    address: str
    headings: tuple[tuple[str, str], ...]
    """(id, words) of its sections."""


def pages(site: Site, files: Mapping[str, bytes]) -> Iterator[Page]:
    """Every chapter; none where the guide is not written in the site's language.

    files: what lies below theme/guide/<lang>/, by path there.
    """
    pictures = [Artefact(f"{FOLDER}/{path}", files[path]) for path in files if path.startswith(PICTURES)]
    chapters = [_chapter(site, name, files) for name in CHAPTERS if f"{name}.md" in files]
    for place, chapter in enumerate(chapters):
        yield Page(
            path=f"{FOLDER}/{chapter.name}.md",
            template="guide.md.j2",
            title=chapter.title,
            description=chapter.description,
            section="admin",
            styles=(STYLE,),
            without=UNUSED,
            files=pictures if chapter.name == START else (),
            extra={"noindex": True},
            context={
                "chapter": chapter,
                "chapters": chapters,
                "before": chapters[place - 1] if place else None,
                "after": chapters[place + 1] if place + 1 < len(chapters) else None,
                "topics": _topics(site, files) if chapter.name == MESSAGES else (),
            },
        )


def _chapter(site: Site, name: str, files: Mapping[str, bytes]) -> Chapter:
    text = _filled(site, files[f"{name}.md"].decode())
    title = _TITLE.match(text)
    if title is None:
        raise ValueError(f"theme/guide/{site.lang}/{name}.md must begin with its title")
    told = text[title.end() :]
    body = prose(told, _shown(name, files))
    return Chapter(
        name=name,
        title=title.group(1),
        description=opening(told),
        body=body,
        address=f"{FOLDER}/" if name == START else f"{FOLDER}/{name}/",
        headings=tuple((id_, re.sub("<[^>]+>", "", words)) for id_, words in _HEADING.findall(str(body))),
    )


def _shown(chapter: str, files: Mapping[str, bytes]) -> Mapping[str, Shown]:
    """The pictures as the chapter's page reaches them, with their sizes in CSS pixels."""
    up = "" if chapter == START else "../"
    found = {}
    for path in (path for path in files if path.startswith(PICTURES)):
        picture = picture_files.read(files[path])
        found[path] = Shown(f"{up}{path}", picture.width, picture.height)
    return found


def _filled(site: Site, text: str) -> str:
    """The text with every blank filled; KeyError names one that nothing fills."""
    facts = _facts(site)

    def fill(blank: re.Match[str]) -> str:
        name = blank.group(1)
        return site.word(name) if "." in name else facts[name]

    return _BLANK.sub(fill, text)


def _facts(site: Site) -> Mapping[str, str]:
    """What the guide may say of the project it stands in."""
    settings, plan = site.project.site, site.project.plan
    year = site.results.report_year or plan.period_from
    indicator, member = _example(site, year)
    return {
        "society_word": site.word("guide.society_word"),
        "organization": settings.organization,
        "site_name": settings.site_name,
        "indicator": indicator,
        "years": site.word("guide.years"),
        "year": site.year(year),
        "year_number": str(year),
        "next": site.year(year + _ONE_YEAR),
        "next_number": str(year + _ONE_YEAR),
        "member": member,
        "slug": site.project.societies[0].slug if site.project.societies else "all",
    }


def _example(site: Site, year: int) -> tuple[str, str]:
    """An indicator and a society whose value of the year can be shown, where there is one."""
    shown = (
        (row.indicator_id, row.society)
        for row in site.project.observations
        if row.fiscal_year == year and row.society and row.status is Status.REPORTED and not row.dimensions
    )
    return next(shown, (site.project.indicators[0].id, site.project.site.organization))


def _topics(site: Site, files: Mapping[str, bytes]) -> tuple[Topic, ...]:
    found: Examples = json.loads(files[EXAMPLES]) if EXAMPLES in files else {}
    return tuple(topics(site.lang, found))
