"""The shapes of YAML files as JSON Schema (2020-12), so that an editor checks what the parser checks.

A schema says what the parser says of one value in one place; what values say of each other (an unknown
indicator, a repeated name) stays with the parser. It sees a file as editors do: a date is text, a number
without quotes is a number. Where the parser bends what is written, the schema takes it as written: a valid
file is never marked. Titles are `Shape.key`, for `file_schemas` to put into words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from generator.model import Grade
from generator.model_review import TargetChoice
from generator.parse import impact_schemas, schemas, story_shapes
from generator.parse.published import ReleaseShape
from generator.parse.schemas import Shape

Json: TypeAlias = "dict[str, Any]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^\s*[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\s*$"
_LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}


def _day() -> Json:
    return {"type": "string", "format": "date", "pattern": _DAY}


def _text() -> Json:
    return {"type": "string", "minLength": 1, "pattern": schemas.NOT_BLANK}


def _or_number(inner: Json) -> Json:
    """8.10 or 3 without quotes is the text as written; where a pattern allows it."""
    pattern = inner.get("pattern", "")
    if not re.search(pattern, "1"):
        return inner
    return {**inner, "type": ["string", "number" if re.search(pattern, "1.5") else "integer"]}


def _or_bands(inner: Json) -> Json:
    short: Json = {
        "type": "object",
        "propertyNames": {"enum": [grade.value for grade in Grade]},
        "additionalProperties": {"type": "number"},
        "minProperties": 1,
    }
    return {"anyOf": [short, inner]}


def _choice() -> Json:
    return {"enum": [*(choice.value for choice in TargetChoice), *schemas.CHOICES]}


BENT: Mapping[Callable[[object], object], Callable[[Json], Json]] = {
    schemas.as_written: _or_number,
    schemas.as_exact: lambda inner: inner,
    schemas.as_text_item: lambda inner: {"anyOf": [_text(), inner]},
    schemas.as_bands: _or_bands,
    schemas.as_choice: lambda inner: _choice(),
    schemas.as_decision_item: lambda inner: {"anyOf": [_choice(), inner]},
    story_shapes.as_day: lambda inner: _day(),
    story_shapes.as_day_or_none: lambda inner: {
        "anyOf": [_day(), {"type": "string", "pattern": r"^\s*$"}, {"type": "null"}]
    },
}
"""What each validator that bends its input lets through; a new one has to be told here (KeyError)."""


class _Writer(GenerateJsonSchema):
    """Pydantic's schemas, strict where the shapes are strict."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Json:
        return BENT[schema["function"]["function"]](self.generate_inner(schema["schema"]))  # type: ignore[index]

    def chain_schema(self, schema: core_schema.ChainSchema) -> Json:
        """Text that is bent first has its pattern in a second step."""
        first, *further = schema["steps"]
        made = self.generate_inner(first)
        for step in further:
            inner: Any = step.get("schema", step)
            made = _or_number({**made, "type": "string", "pattern": _for_editors(inner["pattern"])})
        return made

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> Json:
        limits = {name: _number(schema[key]) for key, name in _LIMITS.items() if key in schema}  # type: ignore[literal-required]
        return {"type": "number", **limits}

    def date_schema(self, schema: core_schema.DateSchema) -> Json:
        return _day()

    def str_schema(self, schema: core_schema.StringSchema) -> Json:
        made = super().str_schema(schema)
        if "pattern" in made:
            made["pattern"] = _for_editors(made["pattern"])
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> Json:
        made = super().model_schema(schema)
        shape = schema["cls"]
        for name, info in shape.model_fields.items():
            key = info.alias or name
            made["properties"][key]["title"] = f"{_owner(shape, name)}.{key}"
        made.pop("title", None)
        made.pop("description", None)
        return made

    def encode_default(self, dft: Any) -> Any:
        return _number(dft) if isinstance(dft, Decimal) else super().encode_default(dft)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Json:
        """Defaults that are shapes, lists or nothing help nobody."""
        made = super().default_schema(schema)
        if not made.get("default") and not isinstance(made.get("default"), bool | int):
            made.pop("default", None)
        if isinstance(made.get("default"), dict):
            made.pop("default")
        return made


def _for_editors(pattern: str) -> str:
    """Editors read patterns as JavaScript, which knows no \\" outside of a string."""
    return pattern.replace('\\"', '"')


def _number(value: Any) -> int | float:
    return int(value) if value == int(value) else float(value)


def _owner(shape: type[BaseModel], name: str) -> str:
    """The first shape that has the key, so that shapes which share a key share its words."""
    classes = (one for one in reversed(shape.__mro__) if name in vars(one).get("__annotations__", {}))
    return next(classes, shape).__name__


def _of(shape: type[Shape]) -> Json:
    return shape.model_json_schema(schema_generator=_Writer)


def _list_of(item: Json, nothing: bool = False) -> Json:
    """A file that is a list; `nothing`: it may also be empty."""
    shapes = item.pop("$defs", {})
    return {"type": ["array", "null"] if nothing else "array", "items": item, "$defs": shapes}


def _metrics() -> Json:
    """Every key plain, or {value, reason}."""
    made = _of(schemas.MetricsShape)
    for key, plain in made["properties"].items():
        title = plain.pop("title")
        pair: Json = {
            "type": "object",
            "properties": {
                "value": {**plain, "title": "MetricsPair.value"},
                "reason": {"type": ["string", "null"], "title": "MetricsPair.reason"},
            },
            "required": ["value"],
            "additionalProperties": False,
        }
        made["properties"][key] = {"anyOf": [plain, pair], "title": title}
    return {**made, "type": ["object", "null"]}


def _reviews() -> Json:
    """理由 and 次の一手 are needed unless the review decides something."""
    item = _of(schemas.DecidedReviewShape)
    item["required"] = [key for key in item["required"] if key != "decision"]
    undecided = {"required": ["reason", "next_step"], "properties": {"reason": _text(), "next_step": _text()}}
    numbers = {"anyOf": [undecided["properties"]["reason"], {"type": "number"}]}  # type: ignore[index]
    undecided["properties"] = {"reason": numbers, "next_step": numbers}
    item |= {"if": {"required": ["decision"]}, "else": undecided}
    return _list_of(item, nothing=True)


def _impact() -> Json:
    """One of three kinds of account, told apart by `kind`."""
    kinds: Mapping[str, type[Shape]] = {
        "logic_model": impact_schemas.LogicModelShape,
        "ripple": impact_schemas.RippleShape,
        "sroi": impact_schemas.SroiShape,
    }
    defs: Json = {}
    ways: list[Json] = []
    for kind, shape in kinds.items():
        made = _of(shape)
        defs |= made.pop("$defs", {})
        defs[shape.__name__] = made
        asked = {"required": ["kind"], "properties": {"kind": {"const": kind}}}
        ways.append({"if": asked, "then": {"$ref": f"#/$defs/{shape.__name__}"}})
    kind_key: Json = {"enum": list(kinds), "title": "AccountShape.kind"}
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": kind_key},
        "allOf": ways,
        "$defs": defs,
    }


def _tidy(part: Any) -> Any:
    """Limits under their JSON Schema names, without titles that only repeat a Python name."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if not isinstance(part, dict):
        return part
    tidy: Json = {}
    for key, value in part.items():
        if key in _LIMITS and not isinstance(value, dict):
            tidy[_LIMITS[key]] = _number(value)
        elif not (key == "title" and isinstance(value, str) and "." not in value):
            tidy[key] = _tidy(value)
    return tidy


def all_files() -> Mapping[str, Json]:
    """Every kind of file by name (`site`, `story` …) → its schema, without words."""
    made = _made()
    return {name: _tidy(made[name]) for name in sorted(made)}


def _made() -> Mapping[str, Json]:
    return {
        "impact": _impact(),
        "indicators": _list_of(_of(schemas.IndicatorShape)),
        "metrics": _metrics(),
        "page": _of(schemas.PageShape),
        "plan": _of(schemas.PlanShape),
        "releases": _list_of(_of(ReleaseShape), nothing=True),
        "reviews": _reviews(),
        "site": _of(schemas.SiteShape),
        "story": _of(story_shapes.StoryShape),
    }
