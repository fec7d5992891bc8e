"""What a survey publishes never tells what a hidden society answered: a solver tries."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.metrics import compute
from generator.model import Absent, Aggregation, Kind, Number, Project, Reason, Results, Value
from generator.model_impact import SurveyAnswer, SurveyArea, SurveyReturn
from generator.parse.survey_values import observation
from tests.metrics.projects_made import indicator, project

NAMES = tuple("甲乙丙丁戊")
ANSWERS = ("満足", "どちらでもない", "不満")
QUESTIONS = ("Q1", "Q2")
SURVEY = {"kind": Kind.SURVEY, "aggregation": Aggregation.RATIO_OF_SUMS, "unit": "%", "minimum": 0}
Term = tuple[str, ...]


def returned(
    question: str, society: str | None, counts: Sequence[int], blanks: int = 0, **changed: int
) -> SurveyReturn:
    """One return; everybody who was asked answered unless `changed` says otherwise."""
    valid = sum(counts) + blanks
    about = {"population": valid, "sent": valid, "undeliverable": 0, "valid": valid} | changed
    answers = tuple(SurveyAnswer(a, i == 0, n) for i, (a, n) in enumerate(zip(ANSWERS, counts, strict=True)))
    return SurveyReturn(
        "S", question, 2024, society, *about.values(), answers, blanks, False, "data/surveys.csv", 2
    )


def surveyed(returns: Sequence[SurveyReturn], **changed: object) -> Project:
    """A project whose indicators are fed by the returns alone."""
    about = {**SURVEY, **changed}
    listed = tuple(indicator(q, **about) for q in sorted({r.indicator_id for r in returns}))
    known = {i.id: i for i in listed}
    rows = [observation(r, known[r.indicator_id]) for r in returns]
    return project(listed, rows, societies=NAMES, surveys=tuple(returns))


def amount(value: Value) -> Fraction | None:
    return Fraction(value.raw) if isinstance(value, Number) else None


def cells_of(question: str, society: str) -> dict[str, list[Term]]:
    """Every published count of a society as a sum of its unknown cells."""
    answers: list[Term] = [(question, society, a) for a in ANSWERS]
    blank: Term = (question, society, "")
    return {
        "answered": answers,
        "positives": answers[:1],
        "blanks": [blank],
        "valid": [*answers, blank],
        **{a: [c] for a, c in zip(ANSWERS, answers, strict=True)},
    }


def shown(area: SurveyArea) -> dict[str, Fraction]:
    """The counts that an area publishes."""
    fields = {name: getattr(area, name) for name in ("answered", "positives", "blanks", "valid")}
    fields |= {a.answer: a.count for a in area.answers}
    return {name: found for name, value in fields.items() if (found := amount(value)) is not None}


def equations(results: Results) -> list[list[Term]]:
    """Left sides of everything that is published, by surveys and by indicators."""
    known: list[list[Term]] = []
    for one in results.surveys:
        year = one.years[0]
        for area in year.societies:
            known += [cells_of(one.indicator_id, str(area.society))[name] for name in shown(area)]
        for name in shown(year.federation):
            known.append([t for n in NAMES for t in cells_of(one.indicator_id, n)[name]])
    for result in results.indicators:
        for society in result.by_society:
            own = society.series[0]
            cells = cells_of(result.indicator.id, society.society.name)
            known += [cells["positives"]] if isinstance(own.numerator, Number) else []
            known += [cells["answered"]] if isinstance(own.denominator, Number) else []
    return known


class Basis:
    """What is known, as rows of which each has a leading 1 that no earlier one has."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, dict[int, Fraction]]] = []

    def left(self, row: Sequence[Fraction]) -> list[Fraction]:
        """What remains of a sum when everything known is taken out; nothing: it is known too."""
        rest = list(row)
        for lead, known in self.rows:
            if factor := rest[lead]:
                for i, value in known.items():
                    rest[i] -= factor * value
        return rest

    def take(self, row: Sequence[Fraction]) -> None:
        rest = self.left(row)
        lead = next((i for i, value in enumerate(rest) if value), None)
        if lead is not None:
            head = rest[lead]
            self.rows.append((lead, {i: v / head for i, v in enumerate(rest) if v}))


def solved(results: Results) -> set[str]:
    """Hidden counts that follow from what is published (two questions share `valid`)."""
    terms = [(q, n, a) for q in QUESTIONS for n in NAMES for a in (*ANSWERS, "")]
    at = {term: i for i, term in enumerate(terms)}

    def line(parts: Sequence[Term], minus: Sequence[Term] = ()) -> list[Fraction]:
        row = [Fraction(0)] * len(terms)
        for part in parts:
            row[at[part]] += 1
        for part in minus:
            row[at[part]] -= 1
        return row

    asked = {r.indicator_id for r in results.surveys}
    rows = [line(parts) for parts in equations(results)]
    if len(asked) == 2:
        rows += [line(cells_of("Q1", n)["valid"], cells_of("Q2", n)["valid"]) for n in NAMES]
    known, found = Basis(), set()
    for row in rows:
        known.take(row)
    # Questionnaires that came back are the survey's: one question may show them, another not.
    open_in_one = {a.society for one in results.surveys for a in one.years[0].societies if not a.hidden}
    for one in results.surveys:
        for area in one.years[0].societies:
            if area.hidden:
                for name, parts in cells_of(one.indicator_id, str(area.society)).items():
                    if name == "valid" and area.society in open_in_one:
                        continue
                    if not any(known.left(line(parts))):
                        found.add(f"{one.indicator_id} {area.society} {name}")
    return found


COUNTS = st.tuples(st.integers(0, 14), st.integers(0, 6), st.integers(0, 9), st.integers(0, 3))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(COUNTS, st.integers(0, 3), st.integers(0, 4)), min_size=1, max_size=5))
def test_no_hidden_answer_can_be_solved_for(drawn: list[tuple[tuple[int, int, int, int], int, int]]) -> None:
    """Two questions of one survey, by answer and society, with all sums that pages show."""
    returns = []
    for name, ((a, b, c, blank), more, moved) in zip(NAMES, drawn, strict=False):
        valid = a + b + c + blank
        other = (min(a, moved), valid - min(a, moved) - min(blank, more), 0)
        returns.append(returned("Q1", name, (a, b, c), blank))
        returns.append(returned("Q2", name, other, min(blank, more)))
    results = compute(surveyed(returns))
    small = {r.society for r in returns if 0 < r.answered < 10}
    for one in results.surveys:
        areas = {a.society: a for a in one.years[0].societies}
        assert all(areas[name].hidden for name in small)
    assert solved(results) == set()


@settings(max_examples=80, deadline=None)
@given(st.lists(COUNTS, min_size=2, max_size=5))
def test_no_zero_is_given_away(drawn: list[tuple[int, int, int, int]]) -> None:
    """Where the hidden societies' sum of an answer is zero, each of them would be known."""
    returns = [returned("Q1", n, c[:3], c[3]) for n, c in zip(NAMES, drawn, strict=False)]
    year = compute(surveyed(returns)).surveys[0].years[0]
    hidden = {a.society for a in year.societies if a.hidden}
    if not hidden or year.federation.hidden:
        return
    people = [r for r in returns if r.society in hidden and r.answered]
    for k in range(3):
        total = sum(r.answers[k].count for r in returns)
        assert not people or total == 0 or sum(r.answers[k].count for r in people) > 0
    assert not people or (sum(r.answered for r in people) >= 10 and len(people) > 1)


def test_survey_and_indicator_hide_the_same_societies() -> None:
    """Otherwise each would give away what the other one hides."""
    counts = {"甲": (3, 1, 0), "乙": (9, 3, 1), "丙": (12, 5, 4), "丁": (30, 10, 6)}
    results = compute(surveyed([returned("Q1", n, c) for n, c in counts.items()]))
    hidden = {a.society for a in results.surveys[0].years[0].societies if a.hidden}
    own = {
        s.society.name
        for s in results.indicators[0].by_society
        if s.series[0].actual == Absent(Reason.SUPPRESSED)
    }
    assert hidden == own == {"甲", "乙"}


def test_everything_of_a_hidden_area_is_absent() -> None:
    """Counts, rates, bounds and answers."""
    results = compute(surveyed([returned("Q1", "甲", (3, 1, 0))]))
    year = results.surveys[0].years[0]
    for area in (year.federation, *year.societies):
        assert area.hidden and area.answers == () and area.passes is None
        assert {area.valid, area.sent, area.response_rate, area.share, area.at_most} == {
            Absent(Reason.SUPPRESSED)
        }


def test_federation_level_survey_names_no_society() -> None:
    """public_by_society false: only the sum of all is shown."""
    counts = {"甲": (3, 1, 0), "乙": (9, 3, 1)}
    returns = [returned("Q1", n, c) for n, c in counts.items()]
    year = compute(surveyed(returns, public_by_society=False)).surveys[0].years[0]
    assert year.societies == () and isinstance(year.federation.share, Number)
