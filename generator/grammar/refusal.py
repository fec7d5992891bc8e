"""Why a cell was not understood. Every code has its sentences in `finding_words`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RefusalCode(StrEnum):
    """One code for each way of writing that the grammar knows and declines."""

    EMPTY = "number_empty"
    APPROXIMATE = "number_approximate"
    RANGE = "number_range"
    TWO_VALUES = "number_two_values"
    DATE = "number_is_date"
    BOOLEAN = "number_is_boolean"
    INFINITE = "number_is_infinite"
    SUPERSCRIPT = "number_footnote_mark"
    FOREIGN_DIGITS = "number_foreign_digits"
    KANJI_NUMERALS = "number_kanji_numerals"
    DASH_NOT_MINUS = "number_dash_not_minus"
    GROUPING = "number_grouping"
    UNDERSCORE = "number_underscore"
    SCIENTIFIC = "number_scientific"
    LEADING_ZERO = "number_leading_zero"
    SPACE_INSIDE = "number_space_inside"
    DECIMAL_POINT = "number_decimal_point"
    SIGNS = "number_signs"
    UNIT = "number_with_unit"
    WORDS_AFTER = "number_with_words"
    WORDS = "words_not_number"
    CONDITION = "condition_in_words"
    STATE_AMBIGUOUS = "state_ambiguous"
    STATE_NEEDS_VALUE = "state_needs_value"
    FORMULA = "number_is_formula"
    ERROR_VALUE = "number_is_error"
    TOO_LONG = "number_too_long"
    UNKNOWN = "number_unknown"
    YEAR_EMPTY = "year_empty"
    YEAR_TWO_DIGITS = "year_two_digits"
    YEAR_FRACTION = "year_fraction"
    YEAR_RANGE = "year_range"
    YEAR_DATE = "year_is_date"
    YEAR_SERIAL = "year_is_serial"
    YEAR_WITH_MONTH = "year_with_month"
    YEAR_WITH_WORDS = "year_with_words"
    YEAR_CALENDAR = "year_without_fiscal"
    YEAR_CONTRADICTION = "year_contradiction"
    YEAR_NEVER_CAME = "year_never_came"
    YEAR_NOT_NAMED = "year_not_named"
    YEAR_UNKNOWN = "year_unknown"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text the grammar does not take, and why. `hint` is what it may have meant, if known."""

    code: RefusalCode
    hint: str = ""
