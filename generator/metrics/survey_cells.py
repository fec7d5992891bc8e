"""Which societies of a survey may show their answers, so that no hidden one can be found.

All questions of one survey and year share their people: a society with too few answers to one
question is hidden in all of them. The hidden societies together are what anyone can work out
(total − shown); so they must be at least two, at least as many people as the limit, and no
answer that somebody gave may be missing among them (else their zero would be known).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model_impact import SurveyReturn

BLANK = ""
"""The key under which answers left blank are counted."""
Cells = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Question:
    """The societies' returns to one question; `limit` None = nothing is too small."""

    returns: Mapping[str, SurveyReturn]
    limit: int | None

    def people(self, name: str) -> int:
        """How many answered there; 0 where the society has no return."""
        found = self.returns.get(name)
        return 0 if found is None else found.answered

    def counted(self, names: Iterable[str]) -> dict[str, int]:
        """People by answer (and blank) over some societies, only answers given at least once."""
        total: dict[str, int] = {}
        for name in names:
            if name in self.returns:
                for answer, count in cells(self.returns[name]).items():
                    total[answer] = total.get(answer, 0) + count
        return {answer: count for answer, count in total.items() if count}


def cells(returned: SurveyReturn) -> Cells:
    """People by answer, blanks under BLANK."""
    return {**{a.answer: a.count for a in returned.answers}, BLANK: returned.blanks}


def too_few(people: int, limit: int | None) -> bool:
    """Whether a denominator is too small to be published; nobody at all says nothing of anyone."""
    return limit is not None and 0 < people < limit


def hidden_societies(questions: Sequence[Question], marked: Iterable[str] = ()) -> frozenset[str]:
    """Societies hidden in every question of one survey and year, `marked` ones among them."""
    hidden = set(marked)
    for question in questions:
        hidden |= {name for name in question.returns if too_few(question.people(name), question.limit)}
    while True:
        more = next((v for q in questions if (v := next_victim(q, hidden)) is not None), None)
        if more is None:
            return frozenset(hidden)
        hidden.add(more)


def next_victim(question: Question, hidden: set[str]) -> str | None:
    """The smallest shown society that makes the hidden ones safer, None when they are safe (or
    nobody is left)."""
    shown = sorted(
        (n for n in question.returns if n not in hidden and question.people(n)),
        key=lambda n: (question.people(n), n),
    )
    if not gives_away(question, hidden):
        return None
    lacking = set(question.counted(question.returns)) - set(question.counted(hidden))
    helpful = [n for n in shown if lacking & set(question.counted([n]))]
    return next(iter(helpful or shown), None)


def gives_away(question: Question, hidden: Iterable[str]) -> bool:
    """Whether total − shown tells something of a single hidden society."""
    parts = [name for name in hidden if question.people(name)]
    if not parts:
        return False
    together = sum(question.people(name) for name in parts)
    lacking = set(question.counted(question.returns)) - set(question.counted(parts))
    return len(parts) == 1 or too_few(together, question.limit) or bool(lacking)


def total_is_hidden(question: Question, hidden: Iterable[str]) -> bool:
    """Whether even the total may not be shown: of too few people, or of one hidden society."""
    everyone = sum(question.people(name) for name in question.returns)
    return too_few(everyone, question.limit) or gives_away(question, hidden)
