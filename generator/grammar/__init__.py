"""The closed grammar of numbers, years and states as Japanese offices write them.

Whatever is not described here is refused with a code of its own, never guessed: a wrong
number that looks right is worse than a message. Each module documents its grammar.
"""

from __future__ import annotations

from generator.grammar.cells import CellReading, cell
from generator.grammar.numbers import Parsed, number
from generator.grammar.refusal import Refusal, RefusalCode
from generator.grammar.states import state
from generator.grammar.years import year

__all__ = ["CellReading", "Parsed", "Refusal", "RefusalCode", "cell", "number", "state", "year"]
