"""A difference in words: for the terminal, for a pull request (Markdown), for a program (JSON)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from generator.compare import CellDifference, Difference, GradeDifference
from generator.ledger.comparison import told
from generator.model_release import MEASURES, Figures

_WORDS: Mapping[str, tuple[str, str]] = {
    "same": ("違いはありません。", "No difference."),
    "grades": ("{n}指標の評価が変わります: {list}", "The grades of {n} indicators change: {list}"),
    "no_grades": ("評価の変わる指標はありません。", "No indicator's grade changes."),
    "between": ("・", ", "),
    "cells": (
        "数値（変わる {changed} · なくなる {lost} · 加わる {added} · 連動 {follows}）",
        "Figures ({changed} change · {lost} go · {added} come · {follows} follow)",
    ),
    "cell": ("セル", "cell"),
    "old": ("前", "before"),
    "new": ("後", "after"),
    "follows": ("連動", "follows"),
    "grade_list": ("評価（{n}）", "Grades ({n})"),
    "indicator": ("指標", "indicator"),
    "year": ("年度", "year"),
    "area": ("団体", "area"),
    "whole": ("全体", "whole"),
    "sentences": ("文（{n}）", "Sentences ({n})"),
    "pages": ("ページ（変わる {changed} · 加わる {added} · なくなる {removed}）",
              "Pages ({changed} change · {added} come · {removed} go)"),
    "rest": ("… ほかに {n} 件（--format json ですべて出ます）", "… and {n} more (--format json lists all)"),
}  # fmt: skip
MOST = 60
"""Lines of one list that people are shown."""


def _say(lang: str, key: str, **values: object) -> str:
    japanese, english = _WORDS[key]
    return (japanese if lang == "ja" else english).format(**values)


def headline(found: Difference, lang: str) -> str:
    """「3指標の評価が変わります: ⑦ B→A・…」; years other than the one shown are named."""
    if found.same:
        return _say(lang, "same")
    regraded = found.regraded
    if not regraded:
        return _say(lang, "no_grades")
    listed = [f"{g.mark} {'' if g.current else f'{g.year} '}{g.old}→{g.new or '–'}" for g in regraded]
    count = len({g.indicator_id for g in regraded})
    return _say(lang, "grades", n=count, list=_say(lang, "between").join(listed))


def as_text(found: Difference, lang: str) -> str:
    """Headline, then each list, indented."""
    lines = [headline(found, lang)]
    for title, items in _parts(found, lang, _cell_line, _grade_line):
        lines += ["", title, *(f"  {item}" for item in _some(items, lang))]
    return "\n".join(lines) + "\n"


def as_markdown(found: Difference, lang: str) -> str:
    """For a pull request: headline in bold, lists folded away."""
    lines = [f"**{_cell(headline(found, lang))}**"]
    for title, items in _parts(found, lang, _cell_line, _grade_line):
        lines += ["", "<details>", f"<summary>{_cell(title)}</summary>", ""]
        lines += [f"- {_cell(item)}" for item in _some(items, lang)]
        lines += ["", "</details>"]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """Text that Markdown and GitHub leave as it is: a name in the data is no markup and calls nobody."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{c}" if c in "\\`*_[]|#!~" else "&#64;" if c == "@" else c for c in plain)


def _parts(
    found: Difference,
    lang: str,
    cell: Callable[[CellDifference, str], str],
    grade: Callable[[GradeDifference, str], str],
) -> Iterator[tuple[str, list[str]]]:
    """(title, lines) of every list that is not empty."""
    if found.cells:
        yield _say(lang, "cells", **_counts(found)), [cell(one, lang) for one in found.cells]
    if found.grades:
        title = _say(lang, "grade_list", n=len(found.grades))
        yield title, [grade(one, lang) for one in found.grades]
    if found.sentences:
        spoken = [f"{s.about}: {s.old or '–'} → {s.new or '–'}" for s in found.sentences]
        yield _say(lang, "sentences", n=len(found.sentences)), spoken
    counts = {
        "changed": len(found.pages),
        "added": len(found.pages_added),
        "removed": len(found.pages_removed),
    }
    pages = [f"/{address}" for address in found.pages]
    pages += [f"+ /{address}" for address in found.pages_added]
    pages += [f"− /{address}" for address in found.pages_removed]
    if pages:
        yield _say(lang, "pages", **counts), pages


def _counts(found: Difference) -> Mapping[str, int]:
    kinds = [_kind(one) for one in found.cells]
    return {kind: kinds.count(kind) for kind in ("changed", "lost", "added", "follows")}


def _kind(one: CellDifference) -> str:
    if one.follows:
        return "follows"
    return "added" if not one.old else "lost" if not one.new else "changed"


def _cell_line(one: CellDifference, lang: str) -> str:
    fresh = set(dict(one.new)) - set(dict(one.old))
    old: Figures = (*one.old, *((name, "–") for name in MEASURES if name in fresh))
    mark = f"（{_say(lang, 'follows')}）" if one.follows else ""
    return f"{mark}{one.cell.name}: {told(old, one.new)}"


def _grade_line(one: GradeDifference, lang: str) -> str:
    area = one.society or _say(lang, "whole")
    return f"{one.name}　{one.year}　{area}: {one.old or '–'} → {one.new or '–'}"


def _some(items: list[str], lang: str) -> list[str]:
    rest = len(items) - MOST
    return items if rest <= 0 else [*items[:MOST], _say(lang, "rest", n=rest)]


def as_json(found: Difference, lang: str) -> str:
    """Everything, with stable keys; `lang` only chooses the headline."""
    content = {
        "same": found.same,
        "headline": headline(found, lang),
        "cells": [
            {
                "cell": one.cell.name,
                "indicator": one.cell.indicator_id,
                "fiscal_year": one.cell.fiscal_year,
                "society": one.cell.society or None,
                "kind": _kind(one),
                "old": dict(one.old),
                "new": dict(one.new),
            }
            for one in found.cells
        ],
        "grades": [
            {
                "indicator": one.indicator_id,
                "name": one.name,
                "fiscal_year": one.fiscal_year,
                "society": one.society or None,
                "old": one.old or None,
                "new": one.new or None,
            }
            for one in found.grades
        ],
        "sentences": [{"about": s.about, "old": s.old, "new": s.new} for s in found.sentences],
        "pages": {
            "changed": list(found.pages),
            "added": list(found.pages_added),
            "removed": list(found.pages_removed),
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
