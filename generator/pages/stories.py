"""The gallery of stories: all of them, one run of pages for each filter, and the stories themselves.

Without a script every filter is a page of its own; with one they are combined in place
(theme/assets/js/stories.js). Without a story there is nothing of all this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import theme
from generator.model import Artefact
from generator.model_story import Story
from generator.pages import story_page
from generator.pages.assets import STYLES
from generator.pages.site import Site
from generator.pages.story_cards import STYLE, cards
from generator.pages.story_filters import DATA, Choice, Facet, data, facets
from generator.render import Page, served_at

SCRIPT = "assets/js/stories.js"
PER_PAGE = 24
"""Cards on one page of the gallery."""
WITHOUT = tuple(style for style in STYLES if style != STYLES[0])
"""The gallery is full of photos and needs nothing of charts, tables and reviews."""


@dataclass(frozen=True, slots=True)
class Run:
    """One list of stories over one or more pages. `folder` is below the site's root, without the
    last slash; `choice` is the filter, None for all stories."""

    folder: str
    title: str
    stories: tuple[Story, ...]
    choice: Choice | None = None

    @property
    def pages(self) -> int:
        return -(-len(self.stories) // PER_PAGE)

    def path(self, number: int) -> str:
        """The Markdown file of a page of the run, counted from 1."""
        if number > 1:
            return f"{self.folder}/page/{number}.md"
        return f"{self.folder}.md" if self.choice else f"{self.folder}/index.md"

    def address(self, number: int) -> str:
        return served_at(self.path(number))

    def part(self, number: int) -> tuple[Story, ...]:
        return self.stories[(number - 1) * PER_PAGE : number * PER_PAGE]


def pages(site: Site) -> Iterator[Page]:
    stories = site.project.stories
    if not stories:
        return
    found = facets(site)
    listed = tuple(facet for facet in found if facet.listed)
    told = data(site, listed)
    source = f"{DATA}?v={theme.fingerprint(told)}"
    for run in _runs(site, found):
        for number in range(1, run.pages + 1):
            whole = run.choice is None and number == 1
            files = (Artefact(DATA, told),) if whole else ()
            yield _gallery(site, run, number, listed, source, files)
    yield from (story_page.page(site, story) for story in stories)


def _runs(site: Site, found: Sequence[Facet]) -> Iterator[Run]:
    yield Run("stories", site.word("stories.title"), site.project.stories)
    for facet in found:
        for choice in facet.choices:
            title = site.word("stories.title_of", label=choice.label)
            yield Run(choice.address.rstrip("/"), title, choice.stories, choice)


def _gallery(
    site: Site, run: Run, number: int, listed: Sequence[Facet], source: str, files: Sequence[Artefact]
) -> Page:
    here = ((run.choice.label, ""),) if run.choice else ()
    shown = run.part(number)
    return Page(
        path=run.path(number),
        template="stories.md.j2",
        title=_numbered(site, _title(site, run), number),
        description=_numbered(site, _description(site, run), number),
        section="stories",
        sample=any(story.sample for story in shown),
        scripts=(SCRIPT,),
        styles=(STYLE,),
        without=WITHOUT,
        files=files,
        context={
            "heading": run.title,
            "crumbs": ((site.word("stories.title"), "stories/"), *here),
            "run": run,
            "number": number,
            "total": len(run.stories),
            "all": len(site.project.stories),
            "cards": cards(site, shown),
            "blank": cards(site, shown[:1])[0],
            "facets": listed if len(site.project.stories) > 1 else (),
            "source": source,
            "per_page": PER_PAGE,
        },
    )


def _title(site: Site, run: Run) -> str:
    """The heading, with what kind of filter it is: a theme and an industry may have the same name."""
    if run.choice is None:
        return run.title
    return site.word("stories.choice_title", title=run.title, facet=_facet_word(site, run.choice))


def _facet_word(site: Site, choice: Choice) -> str:
    return site.word(f"stories.facet.{choice.facet}")


def _numbered(site: Site, text: str, number: int) -> str:
    """The text as every page of a run has it for its own."""
    return site.word("stories.page_title", title=text, n=number) if number > 1 else text


def _description(site: Site, run: Run) -> str:
    organization, n = site.project.site.organization, len(run.stories)
    if run.choice is None:
        return site.word("stories.description", organization=organization, n=n)
    facet = _facet_word(site, run.choice)
    return site.word(
        "stories.description_of", organization=organization, n=n, label=run.choice.label, facet=facet
    )
