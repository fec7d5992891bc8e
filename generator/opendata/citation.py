"""How to name the source: in words and for a list of references (BibTeX)."""

from __future__ import annotations

import re
from datetime import date

from generator.catalogue import Catalogue
from generator.model import Project
from generator.opendata.licences import licence
from generator.sentences import Voice

_MARKS = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What TeX would take for its own."""


def released(project: Project) -> date | None:
    """The day of the last release."""
    return max((release.on for release in project.releases), default=None)


def in_words(project: Project, words: Catalogue, voice: Voice, work: str, year: str, path: str) -> str:
    """A citation as a sentence's worth of words. `work`: the indicator's name, "" for the whole site;
    `year`: the label of the year spoken of; `path`: the page below the site's root."""
    site, day = project.site, released(project)
    whole = words.word("cite.site", organization=site.organization, site=site.site_name)
    parts = [words.word("cite.part", site=whole, work=work) if work else whole]
    parts += [words.word("cite.year", year=year)] if year else []
    parts += [words.word("cite.released", day=voice.date(day))] if day else []
    parts += [licence(site.license).title, site.site_url + path]
    return words.word("cite.between").join(parts)


def bibtex(project: Project, work: str, label: str, year: int | None, slug: str, path: str) -> str:
    """An entry for BibTeX; its year is that of the last release, else the fiscal year spoken of.

    `label`: the year as the page prints it.
    """
    site, day = project.site, released(project)
    title = work or site.site_name
    written = str(day.year) if day else "" if year is None else str(year)
    terms = licence(site.license)
    fields = {
        "author": f"{{{escaped(site.organization)}}}",
        "title": escaped(f"{title} ({label})" if label else title),
        "year": written,
        "howpublished": escaped(site.site_name) if work else "",
        "date": day.isoformat() if day else "",
        "url": re.sub(r"[{}\s\\]", "", site.site_url + path),
        "note": escaped(f"{terms.title} {terms.url}".strip()),
    }
    key = "-".join(part for part in (re.sub(r"[^a-z0-9-]", "", slug.lower()) or "data", written) if part)
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}\n}}\n"


def escaped(text: str) -> str:
    """`text` as TeX prints it."""
    return "".join(_MARKS.get(letter, letter) for letter in " ".join(text.split()))
