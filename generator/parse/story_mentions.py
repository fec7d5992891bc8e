"""Links to stories that are left out, in texts that are public: taken out before any page is made.

The end of a consent must not stop the build (the site that still shows the story would stay), and
the address of the story must not stay behind in another page. The words of a link stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.findings import Finding, Place
from generator.load.yamlfile import YamlDocument
from generator.model import HandWrittenPage
from generator.model_story import Story
from generator.parse.faults import warning
from generator.parse.names import is_slug
from generator.parse.story_links import Leads, SitePages, target

_LINK = re.compile(r"(?<!!)\[([^\[\]]{0,1000})\]\(\s*<?([^)>\s]*)[^)\n]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,300}\]:\s*<?([^>\s]*)[^\n]*$", re.MULTILINE)
_REST = r"[A-Za-z0-9:/.%?#=&_~+-]{0,300}"
_TEXTS = (
    *("title", "body", "summary", "industry", "place", "theme", "quote", "quote_by", "before", "support"),
    *("result", "sns_text", "impact"),
)


@dataclass(frozen=True, slots=True)
class Gone:
    """Stories that are left out, by their slugs; `pages` knows every way to link to them."""

    slugs: tuple[str, ...]
    pages: SitePages

    @classmethod
    def of(cls, slugs: Iterable[str], site_url: str) -> Gone:
        named = tuple(sorted(slug for slug in set(slugs) if is_slug(slug)))
        return cls(named, SitePages(site_url, {}).beside(named))

    def taken_out(self, text: str) -> str:
        """The text without links to them and without their addresses; lines stay lines."""
        if not self.slugs:
            return text
        text = _LINK.sub(lambda m: m.group(1) if self._leads_to(m.group(2)) else m.group(), text)
        text = _DEFINITION.sub(lambda m: "" if self._leads_to(m.group(1)) else m.group(), text)
        if not any(slug in text for slug in self.slugs):
            return text
        named = "|".join(map(re.escape, sorted(self.slugs, key=lambda slug: (-len(slug), slug))))
        bare = rf"<?{_REST}(?:stories/|story:)(?:{named})(?![a-z0-9-]){_REST}>?"
        return re.sub(bare, "", text)

    def _leads_to(self, address: str) -> bool:
        return target(address, self.pages).leads is Leads.PAGE


def of_story(story: Story, gone: Gone) -> Story:
    """The story without links to others that are left out."""
    texts = {name: getattr(story, name) for name in _TEXTS}
    changed: dict[str, Any] = {
        name: new for name, text in texts.items() if (new := gone.taken_out(text)) != text
    }
    return replace(story, **changed) if changed else story


def of_pages(
    pages: Iterable[HandWrittenPage], gone: Gone, documents: Mapping[str, YamlDocument]
) -> tuple[tuple[HandWrittenPage, ...], list[Finding]]:
    """The hand-written pages likewise, with a warning at each line that changes."""
    made, findings = [], []
    for page in pages:
        body = gone.taken_out(page.body)
        before, after = page.body.split("\n"), body.split("\n")
        start = documents[page.file].body_line
        for number, (old, new) in enumerate(zip(before, after, strict=False)):
            if old != new:
                place = Place(page.file, line=start + number)
                findings.append(warning("story_link_left_out", place, old.strip()))
        made.append(replace(page, body=body))
    return tuple(made), findings
