"""data/surveys.csv: how many people gave each answer, checked question by question.

One row is one answer; the rows of one question, year and society belong together and must say
the same of whom was asked. Blank answers have a row of their own (answer empty or 無回答).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.findings import Finding
from generator.load.raw import RawTable, Role
from generator.model import Indicator, Society
from generator.model_impact import SurveyAnswer, SurveyReturn
from generator.parse.lookup import Indicators, Societies, is_total
from generator.parse.tables import Faults, Row, number_cell, rows_of, sample_cell, text_cell
from generator.parse.years import YearRules, year_cell

BLANK_WORDS = frozenset({"", "無回答", "未回答", "回答なし", "no answer", "blank"})
ABOUT = ("population", "sent", "undeliverable", "valid")
"""Columns that are the same in all rows of one question, year and society."""
_TRUE, _FALSE = ("1", "true"), ("", "0", "false")
Group = tuple[str, int, str | None]


@dataclass(frozen=True, slots=True)
class _Line:
    """One row that could be read."""

    row: Row
    survey_id: str
    indicator: Indicator
    fiscal_year: int
    society: str | None
    about: tuple[int | None, ...]
    answer: str
    positive: bool
    count: int
    sample: bool

    @property
    def group(self) -> Group:
        return (self.indicator.id, self.fiscal_year, self.society)

    @property
    def blank(self) -> bool:
        return self.answer.lower() in BLANK_WORDS


@dataclass(frozen=True, slots=True)
class ReadSurveys:
    """The returns, the rows they stand in, and every finding."""

    returns: tuple[SurveyReturn, ...]
    rows: Mapping[Group, Row]
    findings: tuple[Finding, ...]


def parse_surveys(
    tables: Iterable[RawTable],
    indicators: Iterable[Indicator],
    societies: Iterable[Society],
    rules: YearRules,
) -> ReadSurveys:
    """Returns in the order of the file; those with a fault are left out, their findings say why."""
    faults = Faults()
    known, members = Indicators(indicators), Societies(societies)
    groups: dict[Group, list[_Line]] = defaultdict(list)
    for table in tables:
        for row in rows_of(table, Role.SURVEYS, faults):
            line = _line(row, known, members, rules, faults)
            if line is not None:
                groups[line.group].append(line)
    found = {key: made for key, lines in groups.items() if (made := _return(lines, faults)) is not None}
    _totals_beside_parts(found, groups, faults)
    _answers_changed(found, groups, faults)
    return ReadSurveys(tuple(found.values()), {k: v[0].row for k, v in groups.items()}, tuple(faults.found))


def _line(row: Row, known: Indicators, members: Societies, rules: YearRules, faults: Faults) -> _Line | None:
    before = faults.rejections()
    indicator = known.named(row, faults)
    year = year_cell(row, rules, faults)
    society = members.named(row, faults)
    survey_id = text_cell(row, "survey_id", faults)
    if not survey_id:
        faults.reject("cell_empty", row.place("survey_id"))
    answer = text_cell(row, "answer", faults)
    if answer and is_total(answer):
        faults.reject("survey_answer_is_total", row.place("answer"), answer)
    about = tuple(_people(row, column, faults, needed=column in ("sent", "valid")) for column in ABOUT)
    count = _people(row, "count", faults, needed=True)
    positive = _yes(row, faults)
    if year is not None and year > rules.latest_actual:
        last = str(rules.latest_actual)
        faults.reject("year_of_actual_to_come", row.place("fiscal_year"), row.text("fiscal_year"), last=last)
    sample = sample_cell(row, faults)
    text_cell(row, "note", faults, free=True)
    if faults.rejections() > before or indicator is None or year is None or count is None:
        return None
    return _Line(row, survey_id, indicator, year, society, about, answer, positive, count, sample)


def _people(row: Row, column: str, faults: Faults, needed: bool) -> int | None:
    """A whole number of people, zero or more; None for an empty cell."""
    found = number_cell(row, column, faults)
    if found is None:
        if needed and not row.text(column):
            faults.reject("cell_empty", row.place(column))
        return None
    if found.percent or found.value < 0 or found.value != int(found.value):
        faults.reject("survey_not_people", row.place(column), row.text(column))
        return None
    return int(found.value)


def _yes(row: Row, faults: Faults) -> bool:
    text = text_cell(row, "positive", faults).lower()
    if text not in (*_TRUE, *_FALSE):
        faults.reject("survey_positive_unknown", row.place("positive"), row.text("positive"))
    return text in _TRUE


def _return(lines: list[_Line], faults: Faults) -> SurveyReturn | None:
    """The rows of one question, year and society as one; None where they contradict each other."""
    before = faults.rejections()
    first = lines[0]
    for line in lines[1:]:
        _same(first, line, faults)
    answers = _answers(lines, faults)
    population, sent, undeliverable, valid = first.about
    sent, valid, undeliverable = sent or 0, valid or 0, undeliverable or 0
    blanks = sum(line.count for line in lines if line.blank)
    made = SurveyReturn(
        survey_id=first.survey_id,
        indicator_id=first.indicator.id,
        fiscal_year=first.fiscal_year,
        society=first.society,
        population=sent if population is None else population,
        sent=sent,
        undeliverable=undeliverable,
        valid=valid,
        answers=answers,
        blanks=blanks,
        sample=any(line.sample for line in lines),
        file=first.row.file,
        row=first.row.line,
    )
    _adds_up(first.row, made, faults)
    return made if faults.rejections() == before else None


def _same(first: _Line, line: _Line, faults: Faults) -> None:
    for column, wanted, found in zip(ABOUT, first.about, line.about, strict=True):
        if wanted != found:
            place, at = line.row.place(column), str(first.row.line)
            faults.reject(
                "survey_rows_differ", place, line.row.text(column), first=at, wanted=str(wanted or "")
            )
    if line.survey_id != first.survey_id:
        place = line.row.place("survey_id")
        faults.reject(
            "survey_rows_differ", place, line.survey_id, first=str(first.row.line), wanted=first.survey_id
        )


def _answers(lines: list[_Line], faults: Faults) -> tuple[SurveyAnswer, ...]:
    """The answers in the order of the file, each once."""
    seen: dict[str, _Line] = {}
    for line in lines:
        name = "" if line.blank else line.answer
        if name in seen:
            first = str(seen[name].row.line)
            faults.reject("survey_answer_repeated", line.row.place("answer"), line.answer, first=first)
        elif line.blank and line.positive:
            faults.reject("survey_blank_positive", line.row.place("positive"), line.row.text("positive"))
        seen.setdefault(name, line)
    return tuple(SurveyAnswer(n, line.positive, line.count) for n, line in seen.items() if n)


def _adds_up(row: Row, made: SurveyReturn, faults: Faults) -> None:
    """Answers (with or without the blanks) add up to `valid`; nobody answers who was not asked."""
    # Both customs occur: blanks counted among the valid questionnaires, and beside them. Neither
    # changes a result, because the denominator is those who answered.
    if made.valid not in (made.answered, made.answered + made.blanks):
        values = {"answers": str(made.answered), "blanks": str(made.blanks)}
        faults.reject("survey_sum_differs", row.place("valid"), row.text("valid"), **values)
    if made.asked < 0:
        sent = row.text("sent")
        faults.reject(
            "survey_more_back_than_sent", row.place("undeliverable"), str(made.undeliverable), sent=sent
        )
    elif max(made.valid, made.answered) > made.asked:
        asked = str(made.asked)
        faults.reject("survey_more_valid_than_asked", row.place("valid"), row.text("valid"), asked=asked)
    if made.answered > made.population:
        people = str(made.population)
        faults.reject(
            "survey_more_than_population", row.place("population"), people, answers=str(made.answered)
        )
    if made.answers and not any(a.positive for a in made.answers):
        faults.reject("survey_no_positive", row.place("positive"), made.survey_id)


def _totals_beside_parts(
    found: Mapping[Group, SurveyReturn], groups: Mapping[Group, list[_Line]], faults: Faults
) -> None:
    """A federation's own return beside those of its societies would count people twice."""
    for (indicator, year, society), _ in sorted(found.items(), key=lambda item: item[1].row):
        beside = next((k for k in found if k[:2] == (indicator, year) and k[2] is not None), None)
        if society is None and beside is not None:
            row, other = groups[indicator, year, None][0].row, groups[beside][0].row
            named = {"indicator": indicator, "year": str(year), "other": str(other.line)}
            faults.reject("survey_federation_beside_societies", row.place("society"), "", **named)


def _answers_changed(
    found: Mapping[Group, SurveyReturn], groups: Mapping[Group, list[_Line]], faults: Faults
) -> None:
    """Positive flags that differ are a fault within a year, and answers that differ from the year
    before are another question: a break, which should be declared."""
    offered: dict[str, dict[int, dict[str, tuple[bool, _Line]]]] = defaultdict(lambda: defaultdict(dict))
    for key in found:
        for line in groups[key]:
            if line.blank:
                continue
            known = offered[key[0]][key[1]]
            good, first = known.setdefault(line.answer, (line.positive, line))
            if good is not line.positive:
                at = str(first.row.line)
                faults.reject("survey_positive_differs", line.row.place("positive"), line.answer, first=at)
    for years in offered.values():
        listed = sorted(years)
        for last, year in pairwise(listed):
            _compare(years[last], years[year], faults)


def _compare(
    before: Mapping[str, tuple[bool, _Line]], now: Mapping[str, tuple[bool, _Line]], faults: Faults
) -> None:
    line = next(iter(now.values()))[1]
    declared = any(b.fiscal_year == line.fiscal_year for b in line.indicator.breaks)
    other = sorted(set(before) ^ set(now)) + [n for n in now if n in before and now[n][0] is not before[n][0]]
    if other and not declared:
        named = {"names": "、".join(other), "year": str(line.fiscal_year), "indicator": line.indicator.id}
        faults.warn("survey_answers_changed", line.row.place("answer"), line.indicator.id, **named)
