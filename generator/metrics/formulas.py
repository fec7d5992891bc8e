"""Every formula by its id, with the names of its inputs in the order they are printed.

The method page is generated from this table; the words of `formula.<id>` and
`formula.input.<name>` are in theme/messages/<lang>.formulas.yml. A working names one of these.
"""

from __future__ import annotations

FORMULAS: dict[str, tuple[str, ...]] = {
    "achievement.increase": ("actual", "target"),
    "achievement.decrease": ("actual", "target"),
    "difference": ("actual", "target"),
    "difference.range": ("actual", "range_low", "range_high"),
    "met.increase": ("actual", "target"),
    "met.decrease": ("actual", "target"),
    "met.zero": ("actual",),
    "met.maintain": ("actual", "target", "band"),
    "met.range": ("actual", "range_low", "range_high"),
    "met.beat_last_year": ("actual", "target"),
    "in_year_progress": ("actual", "last_year", "target"),
    "change": ("actual", "last_year"),
    "change_rate": ("change", "last_year"),
    "basis.increment": ("actual", "last_year"),
    "basis.running_sum": ("actual", "first_year"),
    "pace.progress": ("actual", "baseline", "final_target"),
    "pace.expected": ("fiscal_year", "baseline_year", "final_year"),
    "pace.linear": ("progress", "expected"),
    "pace.maintain": ("actual", "baseline", "final_target"),
    "pace.cagr": ("actual", "baseline", "final_target", "fiscal_year", "baseline_year", "final_year"),
    "sum": ("reported", "concerned"),
    "ratio_of_sums": ("numerator", "denominator"),
    "count_true": ("reported", "concerned"),
    "mean_of_projects": ("n", "n_excluded", "cap"),
    "plan.achieved_share": ("achieved", "assessed"),
    "plan.mean_rate": ("rates", "cap"),
    "plan.coverage_share": ("assessed", "total"),
    "plan.low": ("achieved", "total"),
    "plan.high": ("achieved", "missing", "total"),
    "ripple.direct": ("demand",),
    "ripple.first": ("direct",),
    "ripple.consumption": ("wages_direct", "wages_first", "conversion"),
    "ripple.second": ("consumption",),
    "ripple.total": ("direct", "first", "second"),
    "ripple.multiplier": ("effect", "demand"),
    "sroi.ratio": ("present_value", "inputs"),
    "sroi.net_ratio": ("present_value", "inputs"),
    "survey.response_rate": ("valid", "sent", "undeliverable"),
    "survey.share": ("positives", "answered"),
    "survey.interval": ("positives", "answered", "population"),
    "survey.at_least": ("positives", "sent", "undeliverable"),
    "survey.at_most": ("positives", "answered", "sent", "undeliverable"),
}
"""Ids that a `Working` may carry (pace.cagr: only the method page and the comparison field)."""
