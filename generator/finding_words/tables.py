"""Words of what can be wrong in tables: files, headers, rows, numbers, years, names, values."""

from __future__ import annotations

from generator.finding_words import table_files, table_numbers, table_values
from generator.finding_words.words import Table

WORDS: Table = {**table_files.WORDS, **table_numbers.WORDS, **table_values.WORDS}
