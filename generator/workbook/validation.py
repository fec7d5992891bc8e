"""What Excel lets be typed into a cell, and what it says before and after (xlsxwriter's options).

Excel refuses what these rules refuse; what is pasted past them is found when the file is read back.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.model import Aggregation, Indicator, Kind, Status
from generator.workbook import headings
from generator.workbook.words import say, state

Rule = dict[str, Any]

LONGEST_TITLE, LONGEST_TEXT = 32, 255
FARTHEST = Decimal(10) ** 15
"""Beyond this Excel keeps no exact whole numbers."""
LONGEST_NOTE = 500


def of_number(indicator: Indicator, lang: str) -> Rule:
    """A value of an indicator: its type and its limits."""
    if indicator.aggregation is Aggregation.COUNT_TRUE:
        hint = say("ask.yes_no", lang)
        return _with_words(
            {"validate": "list", "source": ["1", "0"]}, _unit_title(indicator, lang), hint, lang
        )
    whole = indicator.kind is Kind.COUNT and not indicator.decimals
    key = "ask.whole" if whole else "ask.percent" if indicator.is_percent else "ask.number"
    hints = [say(key, lang), _limits(indicator, lang), say("ask.zero", lang)]
    rule: Rule = {
        "validate": "integer" if whole else "decimal",
        "criteria": "between",
        "minimum": _bound(indicator.minimum, -FARTHEST),
        "maximum": _bound(indicator.maximum, FARTHEST),
    }
    return _with_words(rule, _unit_title(indicator, lang), " ".join(h for h in hints if h), lang)


def of_part(name: str, lang: str) -> Rule:
    """A numerator or a denominator; what they are to each other is checked when the file is read."""
    low = Decimal(0) if name == headings.DENOMINATOR else -FARTHEST
    rule: Rule = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": _bound(low, low),
        "maximum": _bound(None, FARTHEST),
    }
    return _with_words(rule, say(f"title.{name}", lang), say(f"ask.{name}", lang), lang)


def of_status(lang: str) -> Rule:
    """One of the states, or nothing."""
    return {
        "validate": "list",
        "source": [state(s, lang) for s in Status],
        "input_title": say("title.status", lang),
        "input_message": say("ask.status", lang),
        "error_title": say("refused.title", lang),
        "error_message": say("refused.status", lang),
    }


def of_note(lang: str) -> Rule:
    return {
        "validate": "length",
        "criteria": "<=",
        "value": LONGEST_NOTE,
        "input_title": say("title.note", lang),
        "input_message": say("ask.note", lang),
        "error_title": say("refused.title", lang),
        "error_message": say("refused.note", lang),
    }


def _with_words(rule: Rule, title: str, hint: str, lang: str) -> Rule:
    return rule | {
        "input_title": title[:LONGEST_TITLE],
        "input_message": hint[:LONGEST_TEXT],
        "error_title": say("refused.title", lang),
        "error_message": say("refused.number", lang, hint=hint)[:LONGEST_TEXT],
    }


def _unit_title(indicator: Indicator, lang: str) -> str:
    unit = indicator.unit if lang == "ja" else indicator.unit_en
    return say("ask.title", lang, unit=unit) if unit else say("ask.title_plain", lang)


def _limits(indicator: Indicator, lang: str) -> str:
    low, high = indicator.minimum, indicator.maximum
    shown = {
        "low": "" if low is None else format(low, "f"),
        "high": "" if high is None else format(high, "f"),
    }
    if low is not None and high is not None:
        return say("ask.between", lang, **shown)
    if low is not None:
        return say("ask.least", lang, low=shown["low"])
    return say("ask.most", lang, high=shown["high"]) if high is not None else ""


def _bound(value: Decimal | None, instead: Decimal) -> int | float:
    chosen = instead if value is None else value
    return int(chosen) if chosen == int(chosen) else float(chosen)
