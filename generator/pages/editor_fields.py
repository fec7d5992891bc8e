"""The fields of the editor's forms, made from the shapes that check what they write.

`FORM` says in which order a story's fields stand and what each is typed or chosen with; everything else
(required, longest, patterns, limits, choices) is read from the shape. A key of the shape that has no
place here is a mistake that `fields` raises, so that a new key never misses its field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.model_story import Use
from generator.pages.site import Site, numbered
from generator.parse.schemas import NOT_BLANK, SLUG
from generator.parse.stories import RESERVED_STORY_SLUGS
from generator.parse.story_shapes import StoryShape

Json: TypeAlias = "dict[str, Any]"
"""A part of the editor's configuration."""

LARGEST_PHOTO = 40_000_000
"""Bytes of a photo as it comes from a camera (load.photos refuses larger ones)."""
COUNTED = 200
"""Characters: a field that holds more has no counter; the checker names what is too long."""
WIDEST = 2560
"""Pixels: a larger photo is made smaller before it is kept, and everything a camera wrote into it goes."""
QUALITY = 88
BUTTONS = (
    "bold",
    "italic",
    "link",
    "heading-two",
    "heading-three",
    "quote",
    "bulleted-list",
    "numbered-list",
)
"""What the pages keep of a text: nothing is offered that would be taken out again."""

SAYS_SOMETHING = (
    r"^(?!\s*(?:画像|写真|イメージ|図|image|img|photo|picture|dsc|pxl)?[\s\d_\-]*$)"
    r"(?!.*\.(?:[jJ][pP][eE]?[gG]|[pP][nN][gG]|[wW][eE][bB][pP]|[hH][eE][iI][cCfF])\s*$).+"
)
"""The commonest alternative texts that say nothing; the checker knows more of them."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What every field is made from: the project and its words, and where the field stands."""

    site: Site
    name: str
    """Dotted: consent.date."""
    schema: Json
    """Its part of the shape's JSON Schema."""
    required: bool

    def told(self, kind: str, **values: object) -> str:
        return self.site.word(f"editor.{kind}.{self.name}", **values)


Widget: TypeAlias = Callable[[Ground], Json]


def _line(ground: Ground) -> Json:
    return {"widget": "string", **_limits(ground)}


def _text(ground: Ground) -> Json:
    return {"widget": "text", **_limits(ground)}


def _limits(ground: Ground) -> Json:
    """How long a short text may be (a count of 20,000 tells nobody anything); required is not blank."""
    longest = ground.schema.get("maxLength", COUNTED + 1)
    made: Json = {"maxlength": longest} if longest <= COUNTED else {}
    if "minLength" in ground.schema:
        made["pattern"] = [NOT_BLANK, ground.site.word("editor.fault.empty")]
    return made


def _alt(ground: Ground) -> Json:
    return {**_line(ground), "pattern": [SAYS_SOMETHING, ground.site.word("editor.fault.alt")]}


def _slug(ground: Ground) -> Json:
    taken = "|".join(sorted(RESERVED_STORY_SLUGS))
    pattern = rf"^(?!(?:{taken})$)" + SLUG.removeprefix("^")
    return {**_line(ground), "pattern": [pattern, ground.site.word("editor.fault.slug")]}


def _society(ground: Ground) -> Json:
    own = ground.site.project.site.organization
    names = [society.name for society in ground.site.project.societies]
    return {"widget": "select", "options": _options([*names, own], [*names, own])}


def _year(ground: Ground) -> Json:
    project = ground.site.project
    years = {observation.fiscal_year for observation in project.observations}
    years |= set(range(project.plan.period_from, project.plan.period_to + 1))
    shown = sorted(years, reverse=True)
    chosen = ground.site.results.report_year
    default = {"default": chosen} if chosen in years else {}
    return {"widget": "select", "options": _options(shown, map(ground.site.year, shown)), **default}


def _indicators(ground: Ground) -> Json:
    results = [r for plan in ground.site.project.plan.plans for r in ground.site.of_plan(plan.id)]
    named = [
        (r.indicator.id, f"{numbered(r.indicator)}（{r.indicator.id}・{ground.site.plan(r.plan_id).title}）")
        for r in results
    ]
    ids, labels = zip(*named, strict=True) if named else ((), ())
    options = _options(ids, labels)
    return {"widget": "select", "multiple": True, "min": 1, "max": len(ids), "options": options}


def _photo(ground: Ground) -> Json:
    return {
        "widget": "image",
        "choose_url": False,
        "accept": "image/jpeg,image/png,image/webp,image/heic,image/heif",
    }


def _day(ground: Ground) -> Json:
    return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "picker_utc": False}


def _tick(ground: Ground) -> Json:
    return {"widget": "boolean", "default": bool(ground.schema.get("default", False))}


def _uses(ground: Ground) -> Json:
    labels = [ground.site.word(f"editor.use.{use.value}") for use in Use]
    options = _options([use.value for use in Use], labels)
    return {"widget": "select", "multiple": True, "min": 1, "options": options}


def _count(ground: Ground) -> Json:
    return {"widget": "number", "value_type": "int", "min": ground.schema["minimum"]}


def _level(ground: Ground) -> Json:
    whole = next(part for part in ground.schema["anyOf"] if part.get("type") == "integer")
    return {"widget": "number", "value_type": "int", "min": whole["minimum"], "max": whole["maximum"]}


def _sample(ground: Ground) -> Json:
    return {"widget": "hidden", "default": ground.site.project.site.sample}


def _consent(ground: Ground) -> Json:
    return {"widget": "object", "fields": list(_inner(ground, CONSENT, ground.schema))}


def _numbers(ground: Ground) -> Json:
    rows = list(_inner(ground, NUMBER, ground.schema["items"]))
    return {
        "widget": "list",
        "fields": rows,
        "summary": "{{fields.label}}",
        "label_singular": ground.site.word("editor.number"),
    }


FORM: Mapping[str, Widget] = {
    "title": _line,
    "slug": _slug,
    "society": _society,
    "fiscal_year": _year,
    "indicators": _indicators,
    "image": _photo,
    "image_alt": _alt,
    "image_caption": _line,
    "image_credit": _line,
    "consent": _consent,
    "place": _line,
    "industry": _line,
    "theme": _line,
    "summary": _text,
    "quote": _text,
    "quote_by": _line,
    "before": _text,
    "support": _text,
    "result": _text,
    "numbers": _numbers,
    "body": lambda ground: body(),
    "sns_text": _text,
    "publish_on": _day,
    "draft": _tick,
    "impact": _text,
    "level": _level,
    "what": _text,
    "who": _text,
    "how_much": _text,
    "contribution": _text,
    "risk": _text,
    "sample": _sample,
}
"""A story's keys in the order of the form; `body` is the text below them."""
CONSENT: Mapping[str, Widget] = {
    "obtained": _tick,
    "date": _day,
    "scope": _uses,
    "until": _day,
    "withdrawn": _day,
}
GALLERY = ("industry", "theme")
"""Free words by which the gallery is sorted."""
NUMBER: Mapping[str, Widget] = {"label": _line, "text": _line}


def body() -> Json:
    """A text in Markdown, written with buttons."""
    return {
        "widget": "richtext",
        "buttons": list(BUTTONS),
        "editor_components": ["image"],
        "linked_images": False,
    }


PAGE: Mapping[str, Widget] = {
    "title": _line,
    "order": _count,
    "description": _text,
    "body": lambda ground: {"widget": "richtext", "modes": ["raw"], "editor_components": []},
}
"""A page written by hand."""


def story(site: Site) -> list[Json]:
    """The fields of a story; KeyError names a key without a field, or a field without a key."""
    schema = StoryShape.model_json_schema()
    schema["properties"] = {**schema["properties"], "body": {}}
    return list(_inner(Ground(site, "", schema, True), FORM, schema, schema.get("$defs", {})))


def page(site: Site, schema: Json) -> list[Json]:
    """The fields of a page written by hand."""
    schema["properties"] = {**schema["properties"], "body": {}}
    return list(_inner(Ground(site, "page", schema, True), PAGE, schema))


def _inner(
    ground: Ground, form: Mapping[str, Widget], schema: Json, shapes: Mapping[str, Json] | None = None
) -> Iterator[Json]:
    shapes = StoryShape.model_json_schema()["$defs"] if shapes is None else shapes
    schema = _opened(schema, shapes)
    if set(form) != set(schema["properties"]):
        raise KeyError(
            f"editor: {sorted(set(form) ^ set(schema['properties']))} of {ground.name or 'a story'}"
        )
    for name, widget in form.items():
        full = f"{ground.name}.{name}" if ground.name else name
        part = _opened(schema["properties"][name], shapes)
        yield _field(Ground(ground.site, full, part, name in schema.get("required", ())), widget)


def _opened(schema: Json, shapes: Mapping[str, Json]) -> Json:
    """The schema, where it only points at another one that one."""
    return shapes[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _field(ground: Ground, widget: Widget) -> Json:
    made = widget(ground)
    field: Json = {"name": ground.name.rpartition(".")[2], "label": ground.told("label"), **made}
    if made["widget"] != "hidden":
        field |= {"hint": ground.told("hint", known=_known(ground)), "required": ground.required}
    return field


def _known(ground: Ground) -> str:
    """The words that published stories use already, so that the same thing keeps one name."""
    used = {str(getattr(story, ground.name, "")) for story in ground.site.project.stories} - {""}
    if ground.name not in GALLERY or not used:
        return ""
    return ground.site.word("editor.known", words="、".join(sorted(used)))


def _options(values: Sequence[Any], labels: Any) -> list[Json]:
    return [{"label": str(label), "value": value} for value, label in zip(values, labels, strict=True)]
