"""site_config/site.yml and site_config/metrics.yml: who publishes, and by which thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator import colour
from generator.findings import Finding
from generator.load.yamlfile import YamlDocument, YamlValue
from generator.model import Brand, GitHost, Grade, GradeBand, MetricSettings, SiteSettings
from generator.parse.faults import checked, did_you_mean, rejected, warning
from generator.parse.names import repeated
from generator.parse.schemas import BandShape, GitShape, MetricsShape, SiteShape

KNOWN_LANGUAGES = ("en", "ja")
BUILT_LANGUAGES = ("ja",)
"""Languages with a message catalogue and a module of sentences."""


def read_site(document: YamlDocument) -> tuple[SiteSettings | None, list[Finding]]:
    """The site's settings, or None with the findings that say why."""
    shape, findings = checked(document, SiteShape, document.data)
    if shape is None:
        return None, findings
    site = SiteSettings(
        organization=shape.organization,
        site_name=shape.site_name,
        site_url=shape.site_url if shape.site_url.endswith("/") else shape.site_url + "/",
        languages=tuple(lang for lang in shape.languages if lang in BUILT_LANGUAGES),
        license=shape.license,
        contact=shape.contact,
        sample=shape.sample,
        fiscal_year_start=shape.fiscal_year_start,
        report_year=shape.report_year,
        mission=shape.mission,
        description=shape.description,
        brand=Brand(shape.brand.mark, shape.brand.motto, shape.brand.accent, shape.brand.deep),
        society_word=shape.society_word,
        git=_git(shape.git),
    )
    return site, [*_languages(document, shape.languages), *_contrast(document, shape.brand.deep)]


def _git(shape: GitShape | None) -> GitHost | None:
    return GitHost(shape.host, shape.repo, shape.branch, shape.api or "") if shape is not None else None


def _contrast(document: YamlDocument, deep: str) -> list[Finding]:
    """brand.deep carries text (links, values); brand.accent never does, so any colour will do there."""
    if not deep or (ratio := colour.contrast_ratio(deep, colour.PAPER)) >= colour.TEXT:
        return []
    # Cut, never rounded up: 4.49 must not be told as 4.5.
    told = f"{int(ratio * 100) / 100:.2f}"
    return [rejected("brand_contrast", document.place("brand.deep"), deep, ratio=told, least=colour.TEXT)]


def _languages(document: YamlDocument, languages: Sequence[str]) -> list[Finding]:
    named = [(f"languages.{n}", language) for n, language in enumerate(languages)]
    findings = repeated(document, "repeated_language", named)
    for path, language in named:
        place = document.place(path)
        if language not in KNOWN_LANGUAGES:
            near = did_you_mean(language, KNOWN_LANGUAGES)
            known = ", ".join(KNOWN_LANGUAGES)
            findings.append(rejected("language_unknown", place, language, known=known, near=near))
        elif language not in BUILT_LANGUAGES:
            findings.append(warning("language_not_built", place, language, built=", ".join(BUILT_LANGUAGES)))
    if not set(languages) & set(BUILT_LANGUAGES):
        built = ", ".join(BUILT_LANGUAGES)
        findings.append(
            rejected("no_language_built", document.place("languages"), ", ".join(languages), built=built)
        )
    return findings


def read_metrics(
    document: YamlDocument | None, indicator_ids: Iterable[str] | None
) -> tuple[MetricSettings | None, list[Finding]]:
    """The thresholds; every key that is not written keeps the default of metrics.md.

    `indicator_ids` None = not known, because their file could not be read.
    """
    if document is None or document.data is None:
        return MetricSettings(), []
    if not isinstance(document.data, dict):
        return None, [rejected("not_mapping", document.place(), "")]
    values, reasons = _opened(document.data)
    shape, findings = checked(document, MetricsShape, values)
    if shape is None:
        return None, findings
    given = {key: value for key in MetricsShape.model_fields if (value := getattr(shape, key)) is not None}
    bands = given.pop("grade_bands", None)
    settings = replace(MetricSettings(), **given, reasons=reasons)
    if bands is not None:
        findings += _bands(document, bands)
        settings = replace(settings, grade_bands=tuple(GradeBand(b.grade, b.at_least) for b in bands))
    if settings.pace_accelerate > settings.pace_on_track:
        findings.append(
            rejected("pace_reversed", document.place("pace_accelerate"), settings.pace_accelerate)
        )
    if indicator_ids is not None:
        findings += _weights(document, settings, sorted(indicator_ids))
    return settings, findings


def _opened(data: dict[str, YamlValue]) -> tuple[dict[str, YamlValue], dict[str, str]]:
    """`key: {value: …, reason: …}` becomes `key: …`, the reason beside it."""
    values: dict[str, YamlValue] = {}
    reasons: dict[str, str] = {}
    for key, given in data.items():
        reason = given.get("reason") or "" if isinstance(given, dict) else None
        if (
            isinstance(given, dict)
            and "value" in given
            and set(given) <= {"value", "reason"}
            and isinstance(reason, str)
        ):
            values[key] = given["value"]
            reasons[key] = reason
        else:
            values[key] = given
    return values, reasons


def _bands(document: YamlDocument, bands: Sequence[BandShape]) -> list[Finding]:
    """A to C, each once, each lower than the one before; D is what is below them, E a state."""
    place = document.place("grade_bands")
    least = [band.at_least for band in bands]
    grades = [band.grade for band in bands]
    falling = all(high > low for high, low in pairwise(least))
    in_order = grades == sorted(set(grades))
    judged = set(grades) <= {Grade.A, Grade.B, Grade.C}
    if falling and in_order and judged:
        return []
    return [rejected("grade_bands_wrong", place, ", ".join(f"{b.grade} {b.at_least}" for b in bands))]


def _weights(document: YamlDocument, settings: MetricSettings, known: Sequence[str]) -> list[Finding]:
    return [
        rejected("weight_unknown", document.place(f"weights.{i}"), i, near=did_you_mean(i, known))
        for i in settings.weights
        if i not in known
    ]
