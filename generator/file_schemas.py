"""JSON Schemas of a project's YAML files, with the words of one language: what editors complete and check."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from generator.catalogue import Catalogue
from generator.model import Artefact
from generator.parse.json_schemas import DIALECT, all_files

FILES: Mapping[str, str] = {
    "impact": "data/impact/*.yml",
    "indicators": "data/indicators.yml",
    "metrics": "site_config/metrics.yml",
    "plan": "data/plan.yml",
    "releases": "data/releases.yml",
    "reviews": "data/reviews.yml",
    "site": "site_config/site.yml",
}
"""Schema → the YAML files it describes. `story` and `page` describe what stands before a Markdown text."""

_IN_FORM = {
    "StoryShape": "",
    "ConsentShape": "consent.",
    "NumberShape": "numbers.",
    "PageShape": "page.",
}
"""Shapes that the web editor has a form for: the key has the words of its field."""


def file_name(name: str) -> str:
    return f"{name}.schema.json"


def build(words: Catalogue) -> list[Artefact]:
    """`<name>.schema.json` for every kind of file. KeyError names a key that has no words."""
    made = []
    for name, schema in all_files().items():
        head = {"$schema": DIALECT, "$id": file_name(name), "title": words.word(f"keys.file.{name}")}
        whole = {**head, **_told(schema, words)}
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        made.append(Artefact(file_name(name), text.encode()))
    return made


def _told(part: Any, words: Catalogue) -> Any:
    """The same with `Shape.key` turned into a title and a description."""
    if isinstance(part, list):
        return [_told(one, words) for one in part]
    if not isinstance(part, dict):
        return part
    rest = {key: _told(value, words) for key, value in part.items() if not _is_title(key, value)}
    return {**_words_of(part["title"], words), **rest} if _is_title("title", part.get("title")) else rest


def _is_title(key: str, value: object) -> bool:
    """A property may be called `title` too; its value is no text."""
    return key == "title" and isinstance(value, str)


def _words_of(title: str, words: Catalogue) -> dict[str, str]:
    shape, _, key = title.partition(".")
    if shape in _IN_FORM:
        at = f"{_IN_FORM[shape]}{key}"
        label = words.word(f"editor.label.{at}").removesuffix("（任意）")
        hint = words.word(f"editor.hint.{at}", known="") if words.has(f"editor.hint.{at}") else ""
    else:
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", shape.removesuffix("Shape")).lower()
        label, _, hint = words.word(f"keys.{name}.{key}").partition("：")
    return {"title": label, **({"description": hint} if hint else {})}
