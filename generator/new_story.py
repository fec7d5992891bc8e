"""A new story from answers: what was meant by them, whether they may stand, and the text of the file.

Pure: the project as it was read, the answers and the day come in; names, findings and text go out.
Answers are checked by writing the file and reading it again as `impact check` does: both say the same.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.findings import Finding, Severity
from generator.load.photos import Photo
from generator.load.raw import LoadedProject
from generator.load.yamlfile import plain_value, read_markdown
from generator.model import Indicator, Project
from generator.model_story import Use
from generator.parse.lookup import key_of
from generator.parse.stories import FOLDER, StoryGround, read_stories
from generator.parse.story_links import site_pages
from generator.pictures import Seen

IMAGES = f"{FOLDER}/images"
PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
_PLAIN = re.compile(r"(?=.*[^\x00-\x7f])[^\W\d_](?:[\w・、。（）！？ー〜々 ]*[\w。、）！？ー々])?")
"""What may stand without quotes and be read as text by every reader of YAML."""
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a story; the defaults are what a question is asked with, not what is written."""

    slug: str
    title: str
    society: str
    fiscal_year: int
    indicators: tuple[str, ...]
    image: str = ""
    """As written in the file: images/<name>; "" = the photo comes later."""
    image_alt: str = ""
    obtained: bool = False
    consent_date: str = ""
    scope: tuple[str, ...] = ()
    until: str = ""
    summary: str = ""
    quote: str = ""
    quote_by: str = ""
    draft: bool = True
    sample: bool = False

    @property
    def file(self) -> str:
        return f"{FOLDER}/{self.slug}.md"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the body, and the line that says what to write below it."""

    heading: str
    hint: str


def written(answers: Answers, parts: Sequence[Part], remarks: Mapping[str, str] | None = None) -> str:
    """The whole file. `remarks` (key → words) become comments at the end of the key's line."""
    remarks = remarks or {}
    lines = [*_front(answers)]
    for n, line in enumerate(lines):
        if remark := remarks.get(line.partition(":")[0]):
            lines[n] = f"{line}  # {remark}"
    hint = [f"\n{part.hint}\n" if answers.draft and part.hint else "" for part in parts]
    body = "\n".join(f"## {part.heading}\n{below}" for part, below in zip(parts, hint, strict=True))
    return "---\n" + "".join(f"{line}\n" for line in lines) + f"---\n{body}"


def _front(a: Answers) -> Iterable[str]:
    yield f"title: {scalar(a.title)}"
    yield f"slug: {scalar(a.slug)}"
    yield f"society: {scalar(a.society)}"
    yield f"fiscal_year: {a.fiscal_year}"
    yield "indicators:"
    yield from (f"  - {scalar(one)}" for one in a.indicators)
    yield f"image: {scalar(a.image)}"
    yield f"image_alt: {scalar(a.image_alt)}"
    for key in ("summary", "quote", "quote_by"):
        if text := getattr(a, key):
            yield f"{key}: {scalar(text)}"
    yield "consent:"
    yield f"  obtained: {str(a.obtained).lower()}"
    yield f"  date: {_day(a.consent_date)}"
    yield f"  scope: [{', '.join(scalar(one) for one in a.scope)}]"
    if a.until:
        yield f"  until: {_day(a.until)}"
    if a.draft:
        yield "draft: true"
    if a.sample:
        yield "sample: true"


def scalar(text: str) -> str:
    """The text as YAML: without quotes where no reader can mistake it, else as a JSON string."""
    if _PLAIN.fullmatch(text) and plain_value(text) == text:
        return text
    if re.fullmatch(r"(?=.*[a-z-])[a-z][a-z0-9]*(-[a-z0-9]+)+|[A-Z]+[0-9]+|site|sns|print", text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def _day(text: str) -> str:
    return text if isinstance(plain_value(text), date) else scalar(text)


@dataclass(frozen=True, slots=True)
class Ground:
    """The project a story is made in, and the day that decides."""

    loaded: LoadedProject
    project: Project
    as_of: date

    @property
    def slugs(self) -> frozenset[str]:
        """Slugs of every story there is, public or not."""
        datas = (d.data for name, d in self.loaded.documents.items() if name.startswith(f"{FOLDER}/"))
        return frozenset(str(data.get("slug", "")) for data in datas if isinstance(data, dict))


def faults(answers: Answers, keys: Collection[str], ground: Ground, photo: Photo | None) -> list[Finding]:
    """What `impact check` will say of the answers at these keys (dotted; what lies below them too).

    `photo` is what lies, or will lie, at `answers.image`. Whatever is not asked about is stood in for.
    """
    stand_in = Photo("", "", Seen(1600, 1067))
    asked = answers
    if "image" not in keys:
        asked, photo = replace(asked, image="stand-in.jpg"), stand_in
    if "image_alt" not in keys:
        asked = replace(asked, image_alt="店の前に立つ二人と、後ろの山")
    if not any(key.startswith("consent") for key in keys):
        day = ground.as_of.isoformat()
        asked = replace(asked, obtained=True, consent_date=day, scope=(Use.SITE.value,), until="")
    elif not asked.scope and "consent.scope" not in keys:
        asked = replace(asked, scope=(Use.SITE.value,))
    text = written(replace(asked, draft=False), ())
    document = read_markdown(answers.file, text.encode("utf-8", "replace"))
    photos = {} if photo is None else {asked.image: photo}
    others = [
        d for n, d in ground.loaded.documents.items() if n.startswith(f"{FOLDER}/") and n != answers.file
    ]
    found = read_stories([*others, document], _story_ground(ground, photos)).findings
    return [f for f in found if f.place.file == answers.file and _is_at(f.place.key, keys)]


def _is_at(key: str, keys: Collection[str]) -> bool:
    return any(key == asked or key.startswith(f"{asked}.") for asked in keys)


def _story_ground(ground: Ground, photos: Mapping[str, Photo]) -> StoryGround:
    project, plan = ground.project, ground.project.plan
    years = {o.fiscal_year for o in project.observations} | set(range(plan.period_from, plan.targets_to + 1))
    return StoryGround(
        as_of=ground.as_of,
        indicators=tuple(one.id for one in project.indicators),
        societies=tuple(one.name for one in project.societies),
        photos={**ground.loaded.pictures, **photos},
        years=sorted(years),
        pages=site_pages(project.site.site_url, project.indicators, plan.plans, project.societies),
        organization=project.site.organization,
    )


def stops(findings: Iterable[Finding]) -> bool:
    """Whether an answer has to be given again."""
    return any(finding.severity is Severity.REJECTED for finding in findings)


def societies_like(part: str, project: Project) -> tuple[str, ...]:
    """The societies whose name or slug holds `part`; one where it is the whole name."""
    key = key_of(part)
    names = {key_of(one.name): one.name for one in project.societies}
    if key in names:
        return (names[key],)
    return tuple(
        one.name for one in project.societies if key and (key in key_of(one.name) or key == one.slug)
    )


def indicators_like(text: str, project: Project) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(ids, what was not understood) of `7、⑦ K07 経営支援数`: numbers, ids or parts of names.

    A part of a name that several indicators have is not understood.
    """
    found: dict[str, None] = {}
    unknown: list[str] = []
    for word in re.split(r"[\s、,，;；]+", text.strip()):
        ids = _indicators_of(word, project.indicators) if word else []
        if len(ids) == 1:
            found[ids[0]] = None
        elif word:
            unknown.append(word)
    return tuple(found), tuple(unknown)


def _indicators_of(word: str, indicators: Sequence[Indicator]) -> list[str]:
    plain = unicodedata.normalize("NFKC", word)
    if plain.isdecimal():
        return [one.id for one in indicators if one.number == int(plain)]
    if exact := [one.id for one in indicators if plain.upper() == one.id.upper()]:
        return exact
    folded = plain.casefold()
    return [one.id for one in indicators if folded in unicodedata.normalize("NFKC", one.name).casefold()]


def indicators_near(word: str, project: Project) -> tuple[Indicator, ...]:
    """The indicators a word could mean, for a question asked again."""
    ids = _indicators_of(word, project.indicators)
    return tuple(one for one in project.indicators if one.id in ids)


def slug_for(year: int, society: str, ground: Ground) -> str:
    """`2025-yukiakari-1`: the first that no story has; without a society `2025-story-1`."""
    named = next((one.slug for one in ground.project.societies if one.name == society), "story")
    number = 1
    while f"{year}-{named}-{number}" in ground.slugs:
        number += 1
    return f"{year}-{named}-{number}"


def photo_name(slug: str, original: str) -> str:
    """The name a photo gets: the story's, and its own ending in small letters."""
    ending = original.rpartition(".")[2].lower() if "." in original else ""
    return f"{slug}.{ending}" if f".{ending}" in PHOTO_ENDINGS else f"{slug}.jpg"
