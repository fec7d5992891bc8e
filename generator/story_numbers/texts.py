"""The texts of a story with the line each stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.findings import Place
from generator.model_story import Story
from generator.parse.story_text import without_code

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """One text. `resolves`: placeholders in it become numbers."""

    key: str
    text: str
    place: Place
    resolves: bool = True
    before: str = ""
    """Words that the text belongs to (the label of a line of 数字で見る)."""

    def at(self, position: int) -> Place:
        """Where a character stands; in the front matter the line of its key."""
        if self.key or self.place.line is None:
            return self.place
        return Place(self.place.file, line=self.place.line + self.text.count("\n", 0, position))


def texts(story: Story) -> Iterator[Written]:
    """Every text a reader sees, the body last. Code and comments of the body are blank."""
    for key in ("title", "quote", "quote_by", "industry", "place", "theme"):
        yield Written(key, getattr(story, key), _place(story, key), resolves=False)
    yield Written("image_alt", story.picture.alt, _place(story, "image_alt"), resolves=False)
    yield Written("image_caption", story.picture.caption, _place(story, "image_caption"), resolves=False)
    for key in ("summary", "before", "support", "result", "sns_text"):
        yield Written(key, getattr(story, key), _place(story, key))
    for position, number in enumerate(story.numbers):
        key = f"numbers.{position}.text"
        yield Written(key, number.text, _place(story, key), before=number.label)
        key = f"numbers.{position}.label"
        yield Written(key, number.label, _place(story, key), resolves=False)
    yield Written("", body(story), Place(story.file, line=story.body_line))


def body(story: Story) -> str:
    """The body with code and comments blanked out; every other character stays where it is."""
    return _COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), without_code(story.body))


def _place(story: Story, key: str) -> Place:
    lines, path = dict(story.lines), key
    while path and path not in lines:
        path = path.rpartition(".")[0]
    return Place(story.file, line=lines.get(path), key=key)
