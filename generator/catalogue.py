"""The interface words of one language: flat dotted keys, one sentence pattern each.

Templates and page models get every word from here (`t(key)`), so that a second language is a
second file. A key that is not there is a bug of the generator and raises; so does a pattern whose
placeholders are not filled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import theme
from generator.load.yamlfile import read_yaml
from generator.model import SiteSettings

CALENDAR = "calendar"
"""The variant of a project whose years begin in January; its keys are `calendar.<key>`."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Words of `lang` by key. Patterns are `str.format` patterns with named fields."""

    lang: str
    words: Mapping[str, str]
    society_word: str = ""
    """What the project calls its member societies; every pattern may say {society_word}."""
    variant: str = ""
    """Which other set of patterns is asked first: `calendar` for a project of calendar years."""

    def pattern(self, key: str) -> str:
        """The pattern of `key` as written; KeyError names language and key when there is none."""
        own = self.words.get(f"{self.variant}.{key}") if self.variant else None
        if own is not None:
            return own
        try:
            return self.words[key]
        except KeyError:
            raise KeyError(f"theme/messages/{self.lang}.yml has no {key!r}") from None

    def word(self, key: str, /, **values: object) -> str:
        """The words of `key` with its fields filled."""
        return self.pattern(key).format(**self.filled(values))

    def filled(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """The fields of a pattern: the ones given, and those every pattern may use."""
        return {"society_word": self.society_word or self.words["society.word"], **values}

    def speaking_of(self, site: SiteSettings) -> Catalogue:
        """The same words for one project: its own word for a society (empty: the neutral one), and
        the words of its kind of year (theme/messages/<lang>.calendar.yml where years are calendar years)."""
        variant = CALENDAR if site.fiscal_year_start == 1 else ""
        return replace(self, society_word=site.society_word, variant=variant)

    def has(self, key: str) -> bool:
        return key in self.words


def read(lang: str, theme_folders: Sequence[Path] | None = None) -> Catalogue:
    """The catalogue of `lang` from theme/messages/<lang>.yml and <lang>.<room>.yml; a project's own
    file adds to and replaces single words of the packaged one.

    Raises FileNotFoundError for an unknown language and ValueError for a file that is not a flat
    mapping of texts."""
    words: dict[str, str] = {}
    for folder in reversed(theme_folders or theme.folders()):
        for path in sorted((folder / "messages").glob(f"{lang}*.yml")):
            if path.name.split(".")[0] == lang:
                words |= _flat(path.name, path.read_bytes())
    if not words:
        raise FileNotFoundError(f"theme/messages/{lang}.yml")
    return Catalogue(lang, words)


def _flat(file: str, content: bytes) -> dict[str, str]:
    document = read_yaml(file, content)
    if document.findings or not isinstance(document.data, dict):
        raise ValueError(f"{file}: {[(f.code, f.place.line, f.value) for f in document.findings]}")
    wrong = [key for key, value in document.data.items() if not isinstance(value, str)]
    if wrong:
        raise ValueError(f"{file}: not a text: {wrong}")
    return {key: str(value) for key, value in document.data.items()}
