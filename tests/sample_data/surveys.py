"""The invented answers behind ㉑, ㉛, ㉜ and ㉝: who was asked, and what they said.

The positive answers add up to the courses of `trajectories`; the member survey of its first year
(R5) reached too few, so that year is shown as a reference value.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.sample_data import trajectories as course
from tests.sample_data.rows import Row, answer_counts
from tests.sample_data.shares import apportion, wobble
from tests.sample_data.societies import SOCIETIES
from tests.sample_data.trajectories import FederationShare, Share

COLUMNS = (
    *("survey_id", "indicator_id", "fiscal_year", "society", "population", "sent", "undeliverable"),
    *("valid", "answer", "positive", "count", "sample"),
)
SATISFIED = ("満足", "やや満足", "どちらでもない", "やや不満", "不満")
REWARDING = (
    *("感じている", "どちらかといえば感じている", "どちらでもない"),
    *("どちらかといえば感じていない", "感じていない"),
)
ANSWERS = {"K21": REWARDING, "K31": SATISFIED, "K32": SATISFIED, "K33": SATISFIED}
SURVEY = {"K21": "staff", "K31": "members", "K32": "training", "K33": "staff"}
POSITIVE, OTHERS = (42, 58), (58, 29, 13)
"""Shares of the two positive and the three other answers."""
MEMBER_RESPONSE = {2023: 0.55, 2024: 0.63, 2025: 0.66}


def answer_rows(
    about: Row, names: tuple[str, ...], positives: int, answered: int, blanks: int
) -> Iterator[Row]:
    """One row an answer, the blanks last."""
    good = apportion(positives, POSITIVE)
    counts = [*good, *apportion(answered - positives, OTHERS)]
    for n, (name, count) in enumerate(zip(names, counts, strict=True)):
        yield {
            **about,
            "answer": name,
            "positive": str(int(n < len(good))),
            "count": str(count),
            "sample": "1",
        }
    if blanks:
        yield {**about, "answer": "", "positive": "0", "count": str(blanks), "sample": "1"}


def about(indicator_id: str, year: int, society: str, **people: int) -> Row:
    """The cells that all rows of one question, year and society share."""
    named = {"survey_id": SURVEY[indicator_id], "indicator_id": indicator_id, "fiscal_year": str(year)}
    return {**named, "society": society, **{name: str(count) for name, count in people.items()}}


def society_rows(share: Share) -> Iterator[Row]:
    """All years of a survey that is counted by society."""
    for year, counted in answer_counts(share):
        for society, (positives, answered) in zip(SOCIETIES, counted, strict=True):
            people = staff(society.staff, answered)
            if share.id == "K31":
                people = members(society.slug, society.members, answered, year)
            blanks = people["valid"] - answered
            shared = about(share.id, year, society.name, **people)
            yield from answer_rows(shared, ANSWERS[share.id], positives, answered, blanks)


def staff(employed: int, answered: int) -> dict[str, int]:
    """All staff are asked; whoever answers leaves nothing out."""
    return {"population": employed, "sent": employed, "undeliverable": 0, "valid": answered}


def members(slug: str, listed: int, answered: int, year: int) -> dict[str, int]:
    """A part of the members is asked by letter; some letters come back, some questions stay blank."""
    valid = answered + (answered + len(slug)) // 40
    reached = round(valid / (MEMBER_RESPONSE[year] * (1 + 0.06 * wobble("response", slug, year))))
    back = reached // 60
    return {"population": listed, "sent": reached + back, "undeliverable": back, "valid": valid}


def training_rows(share: FederationShare) -> Iterator[Row]:
    """㉜: everybody who took a course is asked at its end."""
    for year, counts in zip(course.YEARS, share.counts, strict=True):
        if counts is not None:
            positives, answered = counts
            took = answered + answered // 8
            people = {"population": took, "sent": took, "undeliverable": 0, "valid": answered}
            yield from answer_rows(
                about(share.id, year, "", **people), ANSWERS[share.id], positives, answered, 0
            )


def all_rows() -> list[Row]:
    """Every row of data/surveys.csv, in the order of indicators and years."""
    rows = [row for share in course.SHARES if share.id in SURVEY for row in society_rows(share)]
    rows += [row for share in course.FEDERATION_SHARES if share.id in SURVEY for row in training_rows(share)]
    return sorted(rows, key=lambda r: (r["indicator_id"], r["fiscal_year"]))
