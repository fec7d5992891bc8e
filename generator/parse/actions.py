"""data/actions.csv: how far each action of the plan had come in a fiscal year.

A year's newest row counts; an action without a row is in no state and is never taken for not started.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.findings import Finding
from generator.grammar.dates import day
from generator.load.raw import CellKind, RawTable, Role
from generator.model import Action, PlanDocument
from generator.model_review import ActionRecord, ActionState
from generator.parse.faults import did_you_mean
from generator.parse.tables import Faults, Row, rows_of, sample_cell, text_cell
from generator.parse.years import YearRules, year_cell

_WORDS: dict[ActionState, str] = {
    ActionState.NOT_STARTED: "未着手 not_started",
    ActionState.IN_PROGRESS: "進行中 in_progress",
    ActionState.DONE: "完了 done",
    ActionState.REVISED: "見直し revised",
}
STATES = {word: state for state, words in _WORDS.items() for word in words.split()}
"""The words of a state; a closed list."""
PRINTED_STATES = "、".join(words.split()[0] for words in _WORDS.values())


def parse_actions(
    tables: Iterable[RawTable], plan: PlanDocument | None, rules: YearRules
) -> tuple[tuple[ActionRecord, ...], list[Finding]]:
    """The states in the order of the file, and every finding.

    plan None: the plan could not be read, so its ids are not known and none is called wrong.
    """
    faults = Faults()
    known = None if plan is None else tuple(action_ids(plan))
    read: list[tuple[Row, ActionRecord]] = []
    for table in tables:
        for row in rows_of(table, Role.ACTIONS, faults):
            before = faults.rejections()
            record = _record(row, known, rules, faults)
            if record is not None and faults.rejections() == before:
                read.append((row, record))
    _repeats(read, faults)
    return tuple(record for _, record in read), faults.found


def action_ids(plan: PlanDocument) -> list[str]:
    """Ids of all actions and their sub-points, in the order of the plan."""

    def below(actions: Iterable[Action]) -> Iterable[str]:
        for action in actions:
            yield action.id
            yield from below(action.children)

    return [name for part in plan.plans for measure in part.measures for name in below(measure.actions)]


def _record(row: Row, known: tuple[str, ...] | None, rules: YearRules, faults: Faults) -> ActionRecord | None:
    action_id = _action_id(row, known, faults)
    year = year_cell(row, rules, faults)
    state = _state(row, faults)
    updated_on = _updated_on(row, rules, faults)
    if year is None or state is None or not action_id:
        return None
    if updated_on is not None and updated_on < date(year, rules.start_month, 1):
        faults.warn("action_before_year", row.place("updated_on"), row.text("updated_on"), year=str(year))
    return ActionRecord(
        action_id=action_id,
        fiscal_year=year,
        state=state,
        note=text_cell(row, "note", faults, free=True),
        updated_on=updated_on,
        sample=sample_cell(row, faults),
        file=row.file,
        row=row.line,
    )


def _action_id(row: Row, known: tuple[str, ...] | None, faults: Faults) -> str:
    # A spreadsheet takes 1-1-1 for a day; text_cell refuses a cell that became one.
    found = text_cell(row, "action_id", faults)
    if not found:
        if row.cell("action_id").kind is CellKind.EMPTY:
            faults.reject("action_id_empty", row.place("action_id"))
        return ""
    if known is not None and found not in known:
        near = did_you_mean(found, known)
        code = "action_unknown" if near == "–" else "action_unknown_near"
        faults.reject(code, row.place("action_id"), found, near=near, count=str(len(known)))
        return ""
    return found


def _state(row: Row, faults: Faults) -> ActionState | None:
    text = text_cell(row, "state", faults)
    found = STATES.get(text.lower().replace(" ", "_"))
    if found is None:
        near = did_you_mean(text, STATES)
        faults.reject("action_state_unknown", row.place("state"), text, known=PRINTED_STATES, near=near)
    return found


def _updated_on(row: Row, rules: YearRules, faults: Faults) -> date | None:
    cell = row.cell("updated_on")
    if cell.kind is CellKind.EMPTY or not row.text("updated_on"):
        return None
    found = day(cell.text) if cell.kind in (CellKind.TEXT, CellKind.DATE) else None
    if found is None or not rules.earliest <= found.year <= rules.latest_target + 1:
        faults.reject("updated_on_unknown", cell.place, cell.text)
        return None
    return found


def _repeats(read: list[tuple[Row, ActionRecord]], faults: Faults) -> None:
    """One row a day: of two rows of the same day nobody can say which one counts."""
    seen: dict[tuple[str, int, date | None], Row] = {}
    for row, record in read:
        key = (record.action_id, record.fiscal_year, record.updated_on)
        if key in seen:
            first = str(seen[key].line)
            faults.reject("action_repeated", row.place("action_id"), row.text("action_id"), first=first)
        seen.setdefault(key, row)
