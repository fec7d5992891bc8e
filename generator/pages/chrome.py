"""The frame around every page: brand, navigation, footer, in words of one language.

`chrome(...)` is what mkdocs.yml carries under `extra.ir`; theme/overrides reads nothing else from the
configuration. It is plain data (str, bool, list, dict), so it can be written as YAML or JSON:

    extra:
      ir:
        lang: ja                 # <html lang>
        locale: ja_JP            # og:locale
        site_name: …
        url: https://…/          # the site's root, with the slash
        organization: …
        mark: …                  # one or two characters in the coloured square, may be empty
        motto: …
        contact: …
        sample: true             # some published number is invented: band on every page, noindex
        nav:    [{key: home, href: "", label: ホーム}, {key: indicators, href: indicators/, label: …}, …]
        footer: [the same, and more]
        styles: [assets/css/site.css?v=…, …]     # every address of a static file carries its version
        icon: assets/favicon.svg?v=…
        feeds: [{href: feed.xml, label: …}, …]   # Atom, the one with everything first
        search: search/
        words:  {skip, menu, navigation, footer_navigation, search, contact, license, sample, sample_band,
                 not_found, not_found_help}

Hrefs are relative to the site's root; the templates make them relative to the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.catalogue import Catalogue
from generator.model import Direction, Project
from generator.pages.assets import ICON, STYLES, addressed, branded, versions

FEEDS = {"all": "feed.xml", **{kind: f"feeds/{kind}.xml" for kind in ("figures", "stories", "corrections")}}
"""Where each feed is, below the tree's root."""
MANY = 10
"""From here on things are counted without a counter word."""
Item = dict[str, str]
Chrome = dict[str, str | bool | list[Item] | list[str] | dict[str, str]]


def chrome(
    project: Project, catalogue: Catalogue, lang: str, assets: Mapping[str, bytes] | None = None
) -> Chrome:
    """The frame of `project` in `lang` (form: see above). `assets`: the static files as `pages.build`
    gets them, so that their addresses carry their versions."""
    site = project.site
    version = versions(branded(assets or {}, project))
    catalogue = catalogue.speaking_of(site)
    return {
        "lang": lang,
        "locale": catalogue.word("frame.locale"),
        "site_name": site.site_name,
        "url": site.site_url if site.site_url.endswith("/") else f"{site.site_url}/",
        "organization": site.organization,
        "mark": site.brand.mark,
        "motto": site.brand.motto,
        "contact": site.contact,
        "sample": has_samples(project),
        "nav": list(_nav(project, catalogue)),
        "footer": [*_nav(project, catalogue), *_footer(project, catalogue)],
        "styles": [addressed(path, version) for path in STYLES],
        "icon": addressed(ICON, version),
        "feeds": list(_feeds(project, catalogue)),
        "search": "search/",
        "words": _words(project, catalogue),
    }


def has_samples(project: Project) -> bool:
    """Whether any published number of the site is invented."""
    return (
        project.site.sample
        or any(
            any(row.sample for row in rows)
            for rows in (project.observations, project.targets, project.projects, project.actions)
        )
        or any(returned.sample for returned in project.surveys)
        or any(story.sample for story in project.stories)
        or _sample_accounts(project)
    )


def _sample_accounts(project: Project) -> bool:
    found = project.impact
    return found is not None and any(
        (
            any(account.sample for account in found.sroi),
            any(event.sample for event in found.ripples),
            any(model.sample for model in found.logic_models),
        )
    )


def aims(project: Project) -> bool:
    """Whether the project aims at anything, so that its years can be reviewed at all."""
    return any(indicator.direction is not Direction.NONE for indicator in project.indicators)


def shows_impact(project: Project) -> bool:
    """Whether there is anything for the page of social impact: accounts or surveys."""
    found = project.impact
    accounts = found is not None and bool(found.sroi or found.ripples or found.logic_models)
    return accounts or bool(project.surveys)


def _nav(project: Project, catalogue: Catalogue) -> Iterator[Item]:
    yield _item("home", "", catalogue)
    plans = len(project.plan.plans)
    key = "nav.plan" if plans == 1 else "nav.plans" if plans < MANY else "nav.plans_many"
    label = catalogue.word(key, n=plans)
    yield {"key": "plans", "href": "plans/", "label": label}
    yield _item("indicators", "indicators/", catalogue)
    if aims(project):
        yield _item("overall", "overall/", catalogue)
    if shows_impact(project):
        yield _item("impact", "impact/", catalogue)
    if project.societies:
        yield _item("societies", "societies/", catalogue)
    if project.stories:
        yield _item("stories", "stories/", catalogue)
    for key in ("data", "about"):
        yield _item(key, f"{key}/", catalogue)


def _footer(project: Project, catalogue: Catalogue) -> Iterator[Item]:
    """What only the footer leads to: how it is computed, what is in, the years, the ledger, and the
    pages that somebody wrote. The header has room for one line."""
    yield _item("method", "method/", catalogue)
    yield _item("status", "status/", catalogue)
    if aims(project):
        yield _item("reviews", "reviews/", catalogue)
    yield _item("corrections", "corrections/", catalogue)
    yield _item("feeds", "feeds/", catalogue)
    written = {page.slug: page.title for page in project.pages if page.slug != "about"}
    if "accessibility" not in written:
        yield _item("accessibility", "accessibility/", catalogue)
    for slug, title in written.items():
        yield {"key": slug, "href": f"{slug}/", "label": title}


def _feeds(project: Project, catalogue: Catalogue) -> Iterator[Item]:
    for kind, href in FEEDS.items():
        yield {"href": href, "label": catalogue.word(f"feeds.title.{kind}", site=project.site.site_name)}


def _item(key: str, href: str, catalogue: Catalogue) -> Item:
    return {"key": key, "href": href, "label": catalogue.word(f"nav.{key}")}


def _words(project: Project, catalogue: Catalogue) -> dict[str, str]:
    frame = (
        *("skip", "menu", "navigation", "footer_navigation", "contact"),
        *("not_found", "not_found_help"),
    )
    return {
        **{key: catalogue.word(f"frame.{key}") for key in frame},
        "search": catalogue.word("nav.search"),
        "license": catalogue.word("frame.license", license=project.site.license),
        "sample": catalogue.word("sample.mark"),
        "sample_band": catalogue.word("sample.band"),
    }
