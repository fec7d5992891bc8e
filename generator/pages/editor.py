"""The web editor below /admin/: one page and its configuration, both files beside the Markdown tree.

The page is no page of the site: nothing links to it, it is not in the sitemap, and its policy allows
more than the site's (styles made by script) and no other host, unless site.yml names a Git host. The
configuration is JSON, which is YAML; it is made from the shapes that check what the editor writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.model import Artefact, GitHost, GitHostKind
from generator.pages import editor_fields
from generator.pages.assets import ICON
from generator.pages.editor_fields import Json
from generator.pages.site import Site
from generator.parse.schemas import PageShape
from generator.parse.stories import FOLDER as STORIES
from generator.render import trusted

FOLDER = "admin/"
PAGES = "content"
PHOTOS = f"{STORIES}/images"
SCRIPT = "assets/vendor/sveltia/editor.js"
FONT = "assets/vendor/sveltia/assets/"
HOSTS = {
    GitHostKind.GITHUB: "https://api.github.com",
    GitHostKind.GITLAB: "https://gitlab.com/api/v4",
    GitHostKind.GITEA: "https://gitea.com/api/v1",
}
"""Where a host is asked when site.yml names no address of its own."""

# The link to the guide stands on the first screen alone: a form has no room for it.
# Without </body>: the preview server puts its reload there, and an open form must not vanish.
_PAGE = trusted(
    """<!doctype html>
<html lang="{lang}" data-git="{git}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" href="../{icon}" type="image/svg+xml">
<link rel="cms-config-url" href="config.yml" type="application/yaml">
<style>#start {{ max-width: 36em; margin: 4em auto; padding: 0 1em; font: 1rem/1.8 sans-serif }}
#guide {{ position: fixed; z-index: 9; top: 1rem; right: 1.5rem; font: 1rem/1.8 sans-serif; color: LinkText }}
body:has(.app-shell):not(:has(.powered-by)) #guide {{ display: none }}</style>
<script type="module" src="../{script}"></script>
</head>
<body>
<a id="guide" href="guide/">{guide}</a>
<noscript>{no_script}</noscript>
<main id="start" hidden>
<h1>{title}</h1>
<p>{only_here}</p>
<p>{how}</p>
</main>
"""
)


def files(site: Site) -> Iterator[Artefact]:
    """The page and its configuration."""
    yield Artefact(f"{FOLDER}index.html", str(_page(site)).encode())
    text = json.dumps(config(site), ensure_ascii=False, indent=1)
    yield Artefact(f"{FOLDER}config.yml", f"{text}\n".encode())


def _page(site: Site) -> str:
    git = site.project.site.git
    return _PAGE.format(
        lang=site.lang,
        git="true" if git else "false",
        policy=policy(git),
        title=site.word("editor.title", site=site.project.site.site_name),
        icon=site.asset(ICON),
        script=site.asset(SCRIPT),
        no_script=site.word("editor.no_script"),
        only_here=site.word("editor.only_here"),
        how=site.word("editor.how"),
        guide=site.word("guide.title"),
    )


def policy(git: GitHost | None) -> str:
    """What the editor may load. Only its own files; the Git host's API where there is one."""
    asked = f" {_origin(git.api or HOSTS[git.kind])}" if git else ""
    return "; ".join(
        (
            "default-src 'none'",
            # HEIC photos are read by WebAssembly in a worker; nothing evaluates text as a script.
            "script-src 'self' 'wasm-unsafe-eval'",
            "worker-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src blob:",
            "font-src 'self'",
            f"connect-src 'self' blob: data:{asked}",
            "frame-src 'self' blob:",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def config(site: Site) -> Json:
    """The configuration as data."""
    settings = site.project.site
    return {
        "backend": _backend(settings.git, settings.site_url),
        "app_title": site.word("editor.title", site=settings.site_name),
        "site_url": settings.site_url,
        "logo": {"src": f"{urlsplit(settings.site_url).path}{ICON}", "show_in_header": True},
        "show_preview_links": False,
        "media_folder": PHOTOS,
        "media_libraries": _media(),
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "output": {"omit_empty_optional_fields": True, "yaml": {"quote": "none"}},
        "editor": {"preview": True},
        "collections": [_stories(site), _pages(site)],
    }


def _backend(git: GitHost | None, site_url: str) -> Json:
    """The Git host; without one a name for this site's memory in the browser, and no way to sign in."""
    if git is None:
        name = urlsplit(site_url).netloc.replace(":", "-") or "site"
        return {"name": GitHostKind.GITHUB.value, "repo": f"local/{name}", "auth_methods": []}
    made: Json = {"name": git.kind.value, "repo": git.repo, "branch": git.branch, "auth_methods": ["token"]}
    if git.api:
        made |= {"api_root": git.api.rstrip("/"), "base_url": _origin(git.api)}
    return made


def _media() -> Json:
    smaller = {
        "format": "webp",
        "quality": editor_fields.QUALITY,
        "width": editor_fields.WIDEST,
        "height": editor_fields.WIDEST,
    }
    kept = {
        "max_file_size": editor_fields.LARGEST_PHOTO,
        "slugify_filename": True,
        "transformations": {"raster_image": smaller},
    }
    return {"default": {"config": kept}, "stock_assets": {"providers": []}}


def _stories(site: Site) -> Json:
    return {
        "name": "stories",
        "label": site.word("editor.stories"),
        "label_singular": site.word("editor.stories_one"),
        "description": site.word("editor.stories_hint"),
        "icon": "auto_stories",
        "folder": STORIES,
        "create": True,
        "identifier_field": "title",
        "slug": "{{fields.slug}}",
        "summary": site.word("editor.stories_line"),
        "media_folder": f"/{PHOTOS}",
        "public_folder": "images",
        "aliases_field": False,
        "sortable_fields": {"fields": ["fiscal_year", "title", "society"]},
        "view_groups": {
            "groups": [
                {"name": name, "label": site.word(f"editor.label.{name}"), "field": name} for name in GROUPED
            ]
        },
        "fields": editor_fields.story(site),
    }


GROUPED = ("fiscal_year", "society")


def _pages(site: Site) -> Json:
    """The pages written by hand; their text is kept letter by letter, tables and all."""
    return {
        "name": "pages",
        "label": site.word("editor.pages"),
        "description": site.word("editor.pages_hint"),
        "icon": "article",
        "folder": PAGES,
        "create": False,
        "delete": False,
        "duplicate": False,
        "slug": "{{slug}}",
        "fields": editor_fields.page(site, PageShape.model_json_schema()),
    }
