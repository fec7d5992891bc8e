"""content/stories/*.md: which stories may be public on a day, and what is wrong with the others.

A story without consent, under embargo, withdrawn or a draft is left out and told as one warning; whatever
else is wrong in its file is a warning too. Any other fault rejects, like in every file. A story that is
left out exists for nobody: its slug is free, and nothing downstream knows its file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.findings import Finding, Severity
from generator.load.photos import Photo
from generator.load.yamlfile import YamlDocument
from generator.model_impact import Claim
from generator.model_story import Consent, Story, StoryNumber
from generator.parse.faults import checked, did_you_mean, rejected
from generator.parse.lookup import key_of
from generator.parse.names import RESERVED_SLUGS, taken
from generator.parse.story_consent import left_out
from generator.parse.story_links import SitePages
from generator.parse.story_mentions import Gone, of_story
from generator.parse.story_pictures import ShownPhotos, shown_photos
from generator.parse.story_privacy import held_matches
from generator.parse.story_shapes import ConsentShape, NumberShape, StoryShape
from generator.parse.story_text import body_findings

__all__ = [
    "FOLDER", "RESERVED_STORY_SLUGS", "ConsentShape", "NumberShape", "ReadStories", "StoryGround",
    "StoryShape", "read_stories",
]  # fmt: skip

FOLDER = "content/stories"
RESERVED_STORY_SLUGS = RESERVED_SLUGS | {
    *("plan", "plans", "theme", "themes", "society", "societies", "industry", "industries"),
    *("year", "years", "page", "pages", "images", "indicator", "indicators", "stories", "all"),
}
"""Addresses below /stories/ that the gallery uses itself, or may."""


@dataclass(frozen=True, slots=True)
class StoryGround:
    """What stories may speak about, and the day that decides."""

    as_of: date | None
    """None: nobody said which day it is, so no story is public."""
    indicators: Collection[str]
    societies: Collection[str]
    photos: Mapping[str, Photo]
    years: Collection[int] = ()
    """Fiscal years of the plan and of the data; empty = any."""
    pages: SitePages = field(default_factory=lambda: SitePages("", {}))
    """What a story can link to, without the stories."""
    organization: str = ""
    """The federation's own name, which a story may give as its society."""


@dataclass(frozen=True, slots=True)
class ReadStories:
    """Stories that may be public; `left_out` are story files that must leave no trace."""

    stories: tuple[Story, ...]
    findings: list[Finding]
    left_out: frozenset[str] = frozenset()
    gone: Gone = field(default_factory=lambda: Gone.of((), ""))
    """The same by their slugs: what no public text may link to."""


@dataclass(frozen=True, slots=True)
class _File:
    """One story's file before it is set beside the others."""

    document: YamlDocument
    shape: StoryShape | None
    faults: tuple[Finding, ...]
    held_back: Finding | None

    @property
    def slug(self) -> str:
        data = self.document.data
        return str(data.get("slug", "")) if isinstance(data, dict) else ""


def read_stories(documents: Iterable[YamlDocument], ground: StoryGround) -> ReadStories:
    """All stories, newest year first. The findings hold those of reading the files, too."""
    files = [_file(document, ground.as_of) for document in documents]
    public = [file for file in files if file.held_back is None]
    pages = ground.pages.beside(file.slug for file in public if file.slug)
    taken_slugs = {file.slug for file in public}
    hidden = {file.slug for file in files if file.held_back is not None} - taken_slugs
    gone = Gone.of(hidden, ground.pages.site_url)
    ground = replace(ground, pages=pages)
    stories: list[Story] = []
    findings = _repeated(public)
    repeated = {finding.place.file for finding in findings}
    for file in files:
        story, faults = _story(file, ground, gone.slugs)
        findings += faults
        if story is not None and file.document.file not in repeated:
            stories.append(of_story(story, gone))
    shown = {story.file for story in stories}
    ordered = sorted(stories, key=lambda s: (-s.fiscal_year, s.slug))
    unseen = frozenset(file.document.file for file in files if file.document.file not in shown)
    return ReadStories(tuple(ordered), findings, unseen, gone)


def _file(document: YamlDocument, as_of: date | None) -> _File:
    if document.findings and document.data is None:
        return _File(document, None, document.findings, None)
    shape, faults = checked(document, StoryShape, document.data)
    return _File(document, shape, (*document.findings, *faults), left_out(document, as_of))


def _repeated(public: Iterable[_File]) -> list[Finding]:
    """A slug that an earlier file has already."""
    first: dict[str, str] = {}
    findings = []
    for file in public:
        name = file.document.file
        if file.shape is not None and file.slug in first:
            place = file.document.place("slug")
            findings.append(rejected("story_slug_repeated", place, file.slug, first=first[file.slug]))
        first.setdefault(file.slug, name)
    return findings


def _story(file: _File, ground: StoryGround, hidden: Collection[str]) -> tuple[Story | None, list[Finding]]:
    faults = list(file.faults)
    if isinstance(file.document.data, dict):
        faults += body_findings(file.document, ground.pages, hidden)
        faults += held_matches(file.document)
    photos = None
    if file.shape is not None:
        faults += _names(file.document, file.shape, ground)
        photos = shown_photos(file.document, file.shape, ground.photos)
        faults += photos.findings
    if file.held_back is not None:
        return None, _as_warnings(file.held_back, faults)
    rejects = any(fault.severity is Severity.REJECTED for fault in faults)
    if file.shape is None or photos is None or rejects or ground.as_of is None:
        return None, faults
    return _made(file.document, file.shape, photos, ground), faults


def _as_warnings(reason: Finding, faults: Iterable[Finding]) -> list[Finding]:
    """The reason, and the other faults below it: nothing of the file is public."""
    key = reason.place.key
    others = [f for f in faults if not f.place.key or not (key == f.place.key or _below(key, f.place.key))]
    return [reason, *(replace(fault, severity=Severity.WARNING) for fault in others)]


def _below(key: str, above: str) -> bool:
    return above == "consent" and key.startswith("consent.")


def _names(document: YamlDocument, shape: StoryShape, ground: StoryGround) -> list[Finding]:
    """Slug, society, indicators and year against what there is."""
    findings = taken(document.place("slug"), shape.slug, RESERVED_STORY_SLUGS)
    if _society(shape, ground) is None:
        near = did_you_mean(shape.society, ground.societies)
        findings.append(
            rejected("story_society_unknown", document.place("society"), shape.society, near=near)
        )
    for position, named in enumerate(shape.indicators):
        if ground.indicators and named not in ground.indicators:
            place = document.place(f"indicators.{position}")
            near = did_you_mean(named, ground.indicators)
            findings.append(rejected("story_indicator_unknown", place, named, near=near))
    if ground.years and shape.fiscal_year not in ground.years:
        known = f"{min(ground.years)}–{max(ground.years)}"
        place = document.place("fiscal_year")
        findings.append(rejected("story_year_unknown", place, shape.fiscal_year, known=known))
    return findings


def _society(shape: StoryShape, ground: StoryGround) -> str | None:
    """The society as the list writes it; "" = the federation; None = not in the list."""
    key = key_of(shape.society)
    if key in ("", key_of(ground.organization)):
        return ""
    return next((name for name in ground.societies if key_of(name) == key), None)


def _made(document: YamlDocument, shape: StoryShape, photos: ShownPhotos, ground: StoryGround) -> Story:
    assert photos.main is not None
    claim = None
    if shape.level is not None:
        claim = Claim(shape.level, shape.what, shape.who, shape.how_much, shape.contribution, shape.risk)
    return Story(
        slug=shape.slug,
        title=shape.title,
        society=_society(shape, ground) or "",
        fiscal_year=shape.fiscal_year,
        indicators=tuple(dict.fromkeys(shape.indicators)),
        picture=photos.main,
        consent=Consent(shape.consent.date, tuple(sorted(set(shape.consent.scope))), shape.consent.until),
        body=document.body,
        body_line=document.body_line,
        file=document.file,
        summary=shape.summary,
        industry=shape.industry,
        place=shape.place,
        theme=shape.theme,
        quote=shape.quote,
        quote_by=shape.quote_by,
        before=shape.before,
        support=shape.support,
        result=shape.result,
        numbers=tuple(StoryNumber(n.label, n.text) for n in shape.numbers),
        sns_text=shape.sns_text,
        impact=shape.impact,
        claim=claim,
        publish_on=shape.publish_on,
        pictures=photos.others,
        inline=photos.inline,
        sample=shape.sample,
    )
