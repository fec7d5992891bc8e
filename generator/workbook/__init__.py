"""Workbooks that societies fill in: what is asked of whom (`form`), and its bytes (`book`).

The way back is in `importers.values`; both sides share `marks` and `headings`, and nothing else.
"""

from __future__ import annotations

from generator.workbook.book import written
from generator.workbook.form import Form, everyone, federation, forms

__all__ = ["Form", "everyone", "federation", "forms", "written"]
