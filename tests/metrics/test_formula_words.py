"""The method page is made from FORMULAS: every formula, input and reason has words."""

from __future__ import annotations

from generator import catalogue, sentences
from generator.metrics.formulas import FORMULAS
from generator.model import Reason


def test_every_formula_input_and_reason_has_words() -> None:
    """In every language that has sentences."""
    inputs = {name for names in FORMULAS.values() for name in names}
    wanted = {f"formula.{f}" for f in FORMULAS} | {f"formula.input.{n}" for n in inputs}
    wanted |= {f"reason.{r.value}" for r in Reason}
    for lang in sentences.LANGUAGES:
        assert not [key for key in sorted(wanted) if not catalogue.read(lang).has(key)]
