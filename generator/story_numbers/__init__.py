"""Numbers in stories: placeholders become the published string, typed figures must not contradict the data.

`{=K07}` is the federation's value of the story's fiscal year. Words after the id, in any order, ask for
another year (R6, 令和6年度, 2024), a society (its name), or another number (目標, 実績, 達成率).
Only what is published can be asked for.
"""

from __future__ import annotations

from generator.story_numbers.checking import findings
from generator.story_numbers.placeholders import Resolved, parts, pieces, plain_text, sentence

__all__ = ["Resolved", "findings", "parts", "pieces", "plain_text", "sentence"]
