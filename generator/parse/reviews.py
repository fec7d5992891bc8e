"""data/reviews.yml: why a target was missed, what comes next, and what is decided about the target."""

from __future__ import annotations

from collections.abc import Collection

from generator.findings import Finding
from generator.load.yamlfile import YamlDocument
from generator.model import Review
from generator.model_review import ReviewDecision
from generator.parse.faults import checked, did_you_mean, rejected
from generator.parse.names import repeated
from generator.parse.schemas import DecidedReviewShape, ReviewShape


def read_reviews(
    document: YamlDocument | None, indicator_ids: Collection[str], years: Collection[int]
) -> tuple[tuple[Review, ...], list[Finding]]:
    """Reviews of known indicators in known years, one an indicator and year."""
    if document is None or document.data is None:
        return (), []
    if not isinstance(document.data, list):
        return (), [rejected("not_list", document.place(), "", key="")]
    reviews: list[tuple[str, ReviewShape]] = []
    findings: list[Finding] = []
    for position, item in enumerate(document.data):
        form = DecidedReviewShape if isinstance(item, dict) and "decision" in item else ReviewShape
        shape, faults = checked(document, form, item, str(position))
        findings += faults
        if shape is not None:
            reviews.append((str(position), shape))
            findings += _known(document, str(position), shape, indicator_ids, years)
    pairs = ((at, f"{r.indicator_id} {r.fiscal_year}") for at, r in reviews)
    findings += repeated(document, "repeated_review", pairs)
    return tuple(_review(shape) for _, shape in reviews), findings


def _review(shape: ReviewShape) -> Review:
    decided = shape.decision if isinstance(shape, DecidedReviewShape) else None
    return Review(
        fiscal_year=shape.fiscal_year,
        indicator_id=shape.indicator_id,
        reason=shape.reason,
        next_step=shape.next_step,
        by=shape.by,
        on=shape.on,
        decision=None if decided is None else ReviewDecision(decided.target, decided.text),
    )


def _known(
    document: YamlDocument, at: str, shape: ReviewShape, ids: Collection[str], years: Collection[int]
) -> list[Finding]:
    findings = []
    if shape.indicator_id not in ids:
        near = did_you_mean(shape.indicator_id, ids)
        place = document.place(f"{at}.indicator_id")
        findings.append(rejected("review_indicator_unknown", place, shape.indicator_id, near=near))
    if shape.fiscal_year not in years:
        known = f"{min(years)}–{max(years)}" if years else ""
        place = document.place(f"{at}.fiscal_year")
        findings.append(rejected("review_year_unknown", place, shape.fiscal_year, known=known))
    return findings
