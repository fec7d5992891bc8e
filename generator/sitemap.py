"""`sitemap.xml` and `robots.txt`, without a date: a page's date would be the build's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

_UNLISTED = re.compile(r"(?:[a-z]{2,3}(?:-[A-Za-z]+)?/)?(?:admin|embed)(?:/|$)")
"""Sections for those who write, and those that only other sites' frames open, in any language."""


def files(site: Path, site_url: str, sample: bool) -> Mapping[str, bytes]:
    """Both files for the pages now in `site`. A site of samples is not announced at all;
    crawlers may still read it, or they would never see that its pages say noindex."""
    home = site_url.rstrip("/") + "/"
    robots = "User-agent: *\nAllow: /\n"
    if sample:
        return {"robots.txt": robots.encode()}
    return {
        "robots.txt": f"{robots}Sitemap: {home}sitemap.xml\n".encode(),
        "sitemap.xml": _sitemap(site, home).encode(),
    }


def _sitemap(site: Path, home: str) -> str:
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    listed = (page for page in pages if not _UNLISTED.match(page))
    addresses = (home if page == "." else f"{home}{quote(page)}/" for page in listed)
    urls = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
