"""What a page is about, in the words of schema.org, for those who index data and articles.

Page modules give their own items (`dataset`, `article`, `publisher`); `written` adds what the page knows
itself (picture, way to it) and makes the text of the script element. That element is a data block: it is
never run. Nothing here is computed: every number is a string of the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator import opendata
from generator.model import Direction, IndicatorResult, Number
from generator.model_story import Story
from generator.pages.site import Site, indicator_address, numbered
from generator.render import Page

SCHEMA = "https://schema.org"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_UNSAFE = re.compile("[<>&\u2028\u2029]")
"""What could end the script element, or a line of a script, in the middle of a text."""

Item = Mapping[str, object]


def home(site: Site) -> str:
    """The site's root with its slash: data, pictures and the pages of the first language stand below it."""
    return site.project.site.site_url.rstrip("/") + "/"


def root(site: Site) -> str:
    """The root of this language's pages."""
    first = site.lang == site.project.site.languages[0]
    return home(site) if first else f"{home(site)}{site.lang}/"


def days(page: Page, site: Site) -> Mapping[str, str]:
    """The days a page tells networks. A story's is the day it names; that of figures is the last release,
    and it is their first day too while there has been no other. What was never released has none."""
    found = next((item for item in page.about if item["@type"] == "Article"), None)
    if found is not None:
        return {"published": str(found["datePublished"])} if "datePublished" in found else {}
    if not site.project.releases or page.section == "stories":
        return {}
    once = {"published": released(site)} if len(site.project.releases) == 1 else {}
    return {**once, "modified": released(site)}


def written(page: Page, site: Site, picture: str) -> str:
    """All items of a page as one JSON text that stands safely in a script element.

    picture: absolute address of the picture that stands for the page, or "".
    """
    address = root(site) + page.url
    items = [_seen(item, picture) for item in page.about]
    if crumbs := _crumbs(page, site):
        items.append(crumbs)
    if not items:
        items = [_seen(_web_page(page, site, address), picture)]
    told = json.dumps({"@context": SCHEMA, "@graph": items}, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", told)


def _seen(item: Item, picture: str) -> Item:
    return {**item, "image": picture} if picture and item["@type"] in ("Article", "WebPage") else item


def organization(site: Site) -> Item:
    """The body that answers for the site."""
    return {
        "@type": "Organization",
        "@id": f"{home(site)}#organization",
        "name": site.project.site.organization,
        "url": home(site),
    }


def publisher(site: Site) -> tuple[Item, ...]:
    """For the home page: the organisation and its site."""
    settings = site.project.site
    return (
        organization(site),
        _kept(
            {
                "@type": "WebSite",
                "@id": f"{root(site)}#website",
                "name": settings.site_name,
                "url": root(site),
                "description": settings.description,
                "inLanguage": site.lang,
                "publisher": {"@id": organization(site)["@id"]},
            }
        ),
    )


def dataset(site: Site, result: IndicatorResult, sentence: str) -> Item:
    """An indicator as a data set, with the files that hold it. `sentence`: what its page says first."""
    indicator, settings = result.indicator, site.project.site
    address = root(site) + indicator_address(indicator)
    sample = site.word("share.sample") if result.sample else ""
    about = site.word(
        "structured.dataset" if indicator.direction is not Direction.NONE else "structured.dataset_plain",
        organization=settings.organization,
        plan=site.project.plan.title,
        name=numbered(indicator),
    )
    return _kept(
        {
            "@type": "Dataset",
            "@id": f"{address}#dataset",
            "name": f"{indicator.name}{sample}",
            "description": f"{about}{sentence}{indicator.definition}",
            "url": address,
            "identifier": address,
            "license": opendata.licence(settings.license).url,
            "creator": organization(site),
            "isAccessibleForFree": True,
            "inLanguage": site.lang,
            "temporalCoverage": coverage(site, result),
            "variableMeasured": _kept(
                {
                    "@type": "PropertyValue",
                    "name": indicator.name,
                    "unitText": indicator.unit,
                    "description": indicator.definition,
                }
            ),
            "measurementTechnique": indicator.how_counted,
            "dateModified": released(site),
            "includedInDataCatalog": {"@type": "DataCatalog", "name": settings.site_name, "url": home(site)},
            "distribution": [
                _file(f"{home(site)}data/{indicator.id}.csv", "text/csv"),
                _file(f"{home(site)}data/{indicator.id}.xlsx", EXCEL),
                _file(f"{home(site)}api/v1/indicators/{indicator.id}.json", "application/json"),
            ],
        }
    )


def article(site: Site, story: Story, description: str) -> Item:
    """A story; only a day that the story itself names is its date."""
    address = f"{root(site)}stories/{story.slug}/"
    return _kept(
        {
            "@type": "Article",
            "@id": f"{address}#article",
            "headline": story.title,
            "description": description,
            "url": address,
            "mainEntityOfPage": address,
            "inLanguage": site.lang,
            "datePublished": story.publish_on.isoformat() if story.publish_on else "",
            "author": organization(site),
            "publisher": organization(site),
        }
    )


def released(site: Site) -> str:
    """The day of the last release as ISO day; "" before the first. No other day says when figures changed."""
    return max((release.on.isoformat() for release in site.project.releases), default="")


def coverage(site: Site, result: IndicatorResult) -> str:
    """First to last day of the years that have a value, as an ISO interval; "" without any value."""
    years = [year.fiscal_year for year in result.series if isinstance(year.actual, Number)]
    if not years:
        return ""
    start = site.project.site.fiscal_year_start
    end = date(max(years) + 1, start, 1) - timedelta(days=1)
    return f"{date(min(years), start, 1).isoformat()}/{end.isoformat()}"


def _file(address: str, kind: str) -> Item:
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}


def _web_page(page: Page, site: Site, address: str) -> Item:
    """A page that is nothing more special."""
    return {
        "@type": "WebPage",
        "@id": address,
        "name": page.title,
        "description": page.description,
        "url": address,
        "inLanguage": site.lang,
        "publisher": organization(site),
    }


def _crumbs(page: Page, site: Site) -> Item | None:
    """The way to the page: home, what its breadcrumb says, the page itself."""
    shown = page.context.get("crumbs", ())
    if not isinstance(shown, Sequence) or not shown:
        return None
    steps = [(site.project.site.site_name, ""), *((label, href) for label, href in shown if href)]
    here = shown[-1][0] if not shown[-1][1] else page.title
    if steps[-1][1] != page.url:
        steps.append((here, page.url))
    return {"@type": "BreadcrumbList", "itemListElement": list(_steps(steps, root(site)))}


def _steps(steps: Sequence[tuple[str, str]], below: str) -> Iterator[Item]:
    for position, (label, href) in enumerate(steps, start=1):
        yield {"@type": "ListItem", "position": position, "name": label, "item": below + href}


def _kept(item: Mapping[str, object]) -> Item:
    """Without what the project does not say."""
    return {key: value for key, value in item.items() if value not in ("", None, ())}
