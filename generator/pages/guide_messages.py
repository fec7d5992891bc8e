"""Every message of the checker, by topic, for the guide: read from the very words that it prints.

The blanks of a message are filled with an example, marked as one. A code cannot be missing here: topics
and codes are those of `finding_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator import finding_words
from generator.finding_words.words import Words
from generator.render import Html

Examples = Mapping[str, Mapping[str, str]]
"""Code → blank → what stands there, for instance."""
COMMON = "*"
UNKNOWN = "…"


@dataclass(frozen=True, slots=True)
class Message:
    """One message as the checker would print it, and what to do about it."""

    code: str
    message: Html
    expected: Html
    fix: Html


@dataclass(frozen=True, slots=True)
class Topic:
    """Messages about one sort of thing. `name` is the key of its heading: guide.topic.<name>."""

    name: str
    messages: tuple[Message, ...]


def topics(lang: str, examples: Examples) -> Iterator[Topic]:
    """All messages in the order of `finding_words.TOPICS`, each code once."""
    for name, table in finding_words.TOPICS.items():
        yield Topic(name, tuple(_message(code, lang, examples) for code in table))


def _message(code: str, lang: str, examples: Examples) -> Message:
    both = finding_words.WORDS[code]
    words: Words = both.ja if lang == "ja" else both.en
    blanks = _Blanks({**examples.get(COMMON, {}), **examples.get(code, {})})
    return Message(
        code=code,
        message=_filled(words.message, blanks),
        expected=_filled(words.expected, blanks),
        fix=_filled(words.fix, blanks),
    )


def _filled(pattern: str, blanks: Mapping[str, str]) -> Html:
    return Markup(escape(pattern).format_map(blanks))


class _Blanks(dict[str, str]):
    """Each example in an element of its own, so that it does not pass for a part of the message."""

    def __getitem__(self, name: str) -> Html:
        return Markup('<span class="for-instance">{}</span>').format(super().__getitem__(name))

    def __missing__(self, name: str) -> str:
        return UNKNOWN
