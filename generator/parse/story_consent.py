"""Whether a story may be public on a day: consent, embargo, draft.

What is in doubt is not public. A consent counts when `obtained` is YAML's true, it was given on a day
that has come, for the site, is not over (`until` is its last day) and was not withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from generator.findings import Finding, Place
from generator.load.yamlfile import YamlDocument
from generator.model_story import Use
from generator.parse.faults import as_found, warning
from generator.parse.story_shapes import as_day_or_none

Values = Mapping[str, object]
Reason = tuple[str, str, object]
"""Code of the finding, key at which it stands, what was found there."""


def left_out(document: YamlDocument, as_of: date | None) -> Finding | None:
    """The first reason why the story may not be public on that day, at its key; None when it may.

    Without a day only reasons that hold on every day count; whoever asks without a day publishes nothing.
    A file that cannot be read at all (front matter that is no map) is a fault, not a story left out.
    """
    if not isinstance(document.data, dict):
        return None
    for asked in _REASONS:
        reason = asked(document.data, as_of)
        if reason is not None:
            code, key, found = reason
            day = as_of.isoformat() if as_of is not None else ""
            place = Place(document.file, line=document.line(key) or 1, key=key)
            return warning(code, place, _found(found), day=day)
    return None


def _found(value: object) -> str:
    return "" if value is None else as_found(value)


def _consent(data: Values) -> Values:
    consent = data.get("consent")
    return consent if isinstance(consent, dict) else {}


def _day(value: object) -> date | None:
    found = as_day_or_none(value)
    return found if isinstance(found, date) else None


def _is_draft(data: Values, as_of: date | None) -> Reason | None:
    return ("story_draft", "draft", True) if data.get("draft") is True else None


def _not_obtained(data: Values, as_of: date | None) -> Reason | None:
    obtained = _consent(data).get("obtained")
    return None if obtained is True else ("story_without_consent", "consent.obtained", obtained)


def _withdrawn(data: Values, as_of: date | None) -> Reason | None:
    """Also where the day cannot be read: somebody wanted to say that it is withdrawn."""
    found = as_day_or_none(_consent(data).get("withdrawn"))
    if found is None or found is False:
        return None
    if isinstance(found, date) and (as_of is None or found > as_of):
        return None
    return "story_withdrawn", "consent.withdrawn", found


def _not_for_site(data: Values, as_of: date | None) -> Reason | None:
    scope = _consent(data).get("scope")
    if scope is not None and (not isinstance(scope, list) or Use.SITE.value in scope):
        return None
    told = ", ".join(as_found(one) for one in scope) if isinstance(scope, list) else ""
    return "story_not_for_site", "consent.scope", told


def _not_yet_given(data: Values, as_of: date | None) -> Reason | None:
    given = as_day_or_none(_consent(data).get("date"))
    if given is None:
        return "story_consent_undated", "consent.date", ""
    future = isinstance(given, date) and as_of is not None and given > as_of
    return ("story_consent_future", "consent.date", given) if future else None


def _over(data: Values, as_of: date | None) -> Reason | None:
    until = _day(_consent(data).get("until"))
    over = until is not None and as_of is not None and until < as_of
    return ("story_consent_expired", "consent.until", until) if over else None


def _embargoed(data: Values, as_of: date | None) -> Reason | None:
    day = _day(data.get("publish_on"))
    early = day is not None and as_of is not None and day > as_of
    return ("story_embargoed", "publish_on", day) if early else None


_REASONS: tuple[Callable[[Values, date | None], Reason | None], ...] = (
    *(_is_draft, _not_obtained, _withdrawn, _not_for_site),
    *(_not_yet_given, _over, _embargoed),
)
