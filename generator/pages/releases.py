"""/data/versions/: the figures of every release, to cite and to compare."""

from __future__ import annotations

from collections.abc import Iterator

from generator import versions
from generator.pages.site import Site
from generator.render import Page


def pages(site: Site) -> Iterator[Page]:
    """The files themselves lie in the first language's tree alone, as all data do."""
    made = versions.versions(site.project, site.results)
    first = site.lang == site.project.site.languages[0]
    yield Page(
        path=f"{versions.FOLDER}/index.md",
        template="versions.md.j2",
        title=site.word("versions.title"),
        description=site.word("versions.description", plan=site.project.plan.title),
        section="data",
        files=tuple(versions.build(site.project, site.results)) if first else (),
        context={
            "crumbs": ((site.word("nav.data"), "data/"), (site.word("versions.title"), "")),
            "versions": made[::-1],
            "index": versions.INDEX,
            "withheld": any(version.withheld for version in made),
            "missing": len(site.project.releases) - len(made),
        },
    )
