"""The about page, every other hand-written page, and the word on accessibility."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import HandWrittenPage, Project
from generator.pages.prose import opening, prose
from generator.pages.site import Site
from generator.render import Page

ABOUT = "about"
ACCESSIBILITY = "accessibility"


def pages(site: Site) -> Iterator[Page]:
    written = {page.slug: page for page in site.project.pages}
    yield _about(site, written.get(ABOUT))
    if ACCESSIBILITY not in written:
        yield _accessibility(site)
    for page in own_pages(site.project):
        yield _hand_written(site, page)


def own_pages(project: Project) -> tuple[HandWrittenPage, ...]:
    """The hand-written pages with an address of their own, in the order their authors gave them."""
    return tuple(page for page in project.pages if page.slug != ABOUT)


def _about(site: Site, page: HandWrittenPage | None) -> Page:
    """What somebody wrote about the site, then what the plan says about itself."""
    settings, plan = site.project.site, site.project.plan
    told = opening(page.body) if page else ""
    title = page.title if page else site.word("nav.about")
    return Page(
        path=f"{ABOUT}/index.md",
        template="about.md.j2",
        title=title,
        description=told or settings.description or site.word("about.description", plan=plan.title),
        section=ABOUT,
        context={
            "title": title,
            "body": prose(page.body) if page else None,
            "settings": settings,
            "plan": plan,
        },
    )


def _hand_written(site: Site, page: HandWrittenPage) -> Page:
    return Page(
        path=f"{page.slug}/index.md",
        template="written.md.j2",
        title=page.title,
        description=opening(page.body) or page.title,
        section=page.slug,
        context={"title": page.title, "body": prose(page.body)},
    )


def _accessibility(site: Site) -> Page:
    return Page(
        path=f"{ACCESSIBILITY}/index.md",
        template="accessibility.md.j2",
        title=site.word("nav.accessibility"),
        description=site.word("accessibility.description", site=site.project.site.site_name),
        section=ACCESSIBILITY,
        context={"contact": site.project.site.contact},
    )
