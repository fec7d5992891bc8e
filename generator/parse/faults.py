"""From a document and a shape to checked data, or to findings that name the line and the key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from generator.findings import Finding, Place, Severity
from generator.load.yamlfile import YamlDocument
from generator.parse import schemas

S = TypeVar("S", bound=schemas.Shape)

_BY_TYPE: Mapping[str, str] = {
    "string_type": "not_text",
    "int_type": "not_whole_number",
    "is_instance_of": "not_number",
    "decimal_type": "not_number",
    "bool_type": "not_true_or_false",
    "date_type": "not_date",
    "list_type": "not_list",
    "dict_type": "not_mapping",
    "model_type": "not_mapping",
    "missing": "missing_key",
    "extra_forbidden": "unknown_key",
    "enum": "not_one_of",
    "literal_error": "not_one_of",
}
_BY_PATTERN: Mapping[str, str] = {
    schemas.SLUG: "bad_slug",
    schemas.INDICATOR_ID: "bad_indicator_id",
    schemas.COLOUR: "bad_colour",
    schemas.WEB_ADDRESS: "bad_web_address",
    schemas.GOAL: "bad_goal",
    schemas.NOT_BLANK: "empty_text",
    schemas.PART_ID: "bad_part_id",
    schemas.REPOSITORY: "bad_repository",
    schemas.BRANCH: "bad_branch",
}
MOST_TOLD = 200
"""Faults told of one mapping; whoever has more has put the wrong file there."""
_LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length")
_SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "min_length": "≥ ", "max_length": "≤ "}


def rejected(code: str, place: Place, value: object = "", **values: object) -> Finding:
    """A finding that stops the project."""
    return _finding(Severity.REJECTED, code, place, value, values)


def warning(code: str, place: Place, value: object = "", **values: object) -> Finding:
    """A finding that is told and nothing more."""
    return _finding(Severity.WARNING, code, place, value, values)


def _finding(
    severity: Severity, code: str, place: Place, value: object, values: Mapping[str, object]
) -> Finding:
    named = tuple(sorted((name, str(text)) for name, text in values.items()))
    return Finding(severity, code, place, str(value), named)


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """The known word nearest to `found`, or – when none is near."""
    by_folded = {word.casefold(): word for word in sorted(known)}
    near = difflib.get_close_matches(found.casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[near[0]] if near else "–"


def checked(
    document: YamlDocument, shape: type[S], data: object, at: str = ""
) -> tuple[S | None, list[Finding]]:
    """Check `data`, found at the dotted path `at` of the document, against a shape."""
    if not isinstance(data, dict):
        return None, [rejected("not_mapping", document.place(at), as_found(data))]
    try:
        return shape.model_validate(data), []
    except ValidationError as error:
        faults = error.errors(include_url=False)[:MOST_TOLD]
        return None, [_from_pydantic(document, shape, at, dict(fault)) for fault in faults]


def _from_pydantic(
    document: YamlDocument, shape: type[schemas.Shape], at: str, fault: Mapping[str, Any]
) -> Finding:
    location: tuple[str | int, ...] = fault["loc"]
    path = dotted(at, location)
    context: Mapping[str, Any] = fault.get("ctx") or {}
    code = _code(str(fault["type"]), context, fault["input"])
    values: dict[str, object] = {"key": path}
    if code == "unknown_key":
        known = keys_at(shape, location[:-1])
        values |= {"near": did_you_mean(str(location[-1]), known), "known": ", ".join(known)}
    elif code == "missing_key":
        values["name"] = str(location[-1])
    elif code == "not_one_of":
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        values |= {"allowed": ", ".join(allowed), "near": did_you_mean(as_found(fault["input"]), allowed)}
    elif code in ("out_of_range", "wrong_length"):
        values["limit"] = " ".join(f"{_SIGNS[k]}{context[k]}" for k in _LIMITS if k in context)
    # A missing key stands nowhere: its place is the mapping that lacks it.
    found = "" if code == "missing_key" else as_found(fault["input"])
    place = Place(document.file, line=document.line(path) or 1, key=path)
    return rejected(code, place, location[-1] if code == "unknown_key" else found, **values)


def _code(kind: str, context: Mapping[str, Any], found: object) -> str:
    if kind == "string_pattern_mismatch":
        return _BY_PATTERN[str(context["pattern"])]
    if kind in ("string_too_short", "too_short", "too_long", "string_too_long"):
        return "empty_text" if isinstance(found, str) and "short" in kind else "wrong_length"
    return _BY_TYPE.get(kind, "out_of_range")


def dotted(at: str, location: Sequence[str | int]) -> str:
    """`plans.0.title` from where the data stands and where in it the fault is."""
    return ".".join([at, *map(str, location)] if at else [str(part) for part in location])


def keys_at(shape: type[BaseModel], location: Sequence[str | int]) -> tuple[str, ...]:
    """The keys known at a place inside a shape; () where there is no mapping of known keys."""
    here: type[BaseModel] | None = shape
    for part in location:
        if isinstance(part, int):
            continue
        here = _shape_of(here, part) if here is not None else None
    return schemas.keys_of(here) if here is not None else ()


def _shape_of(shape: type[BaseModel], key: str) -> type[BaseModel] | None:
    for name, info in shape.model_fields.items():
        if key in (name, info.alias):
            return _first_shape(info.annotation)
    return None


def _first_shape(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_first_shape(part) for part in get_args(annotation))
    return next((shape for shape in found if shape is not None), None)


def as_found(value: object) -> str:
    """What was read, in the file's own spelling as far as it matters to the reader."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, Decimal)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return "{…}" if isinstance(value, dict) else "[…]"
