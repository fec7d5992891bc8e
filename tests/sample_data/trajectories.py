"""The invented course of each indicator: federation totals of R4–R7 and targets of R5–R10.

Chosen so that a believable year appears (18 of 34 achieved) and every state occurs somewhere.
The societies' numbers are shares of these totals, so the site's sums come back to them.
"""

from __future__ import annotations

from dataclasses import dataclass

YEARS = (2022, 2023, 2024, 2025)
TARGET_YEARS = (2023, 2024, 2025, 2026, 2027, 2028)


@dataclass(frozen=True, slots=True)
class Count:
    """A count of all societies: totals by year, and the weight by which societies share it."""

    id: str
    totals: tuple[int, int, int, int]
    weight: str = "members"
    own_targets: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """A rate, ratio or survey: percent by year; the denominator is `per` × members or staff."""

    id: str
    percents: tuple[float | None, float | None, float | None, float | None]
    weight: str
    per: float


@dataclass(frozen=True, slots=True)
class FederationShare:
    """A survey that only the federation carries out: (numerator, denominator) by year."""

    id: str
    counts: tuple[tuple[int, int] | None, ...]


COUNTS: tuple[Count, ...] = (
    Count("K02", (48, 53, 57, 66)),
    Count("K03", (402, 421, 437, 455), own_targets=True),
    Count("K04", (112, 118, 127, 121)),
    Count("K05", (9820, 10640, 11900, 13260)),
    Count("K06", (38400, 43900, 49200, 55100)),
    Count("K07", (58430, 59870, 61240, 60985), weight="staff", own_targets=True),
    Count("K08", (1980, 2110, 2260, 2415), own_targets=True),
    Count("K09", (612, 655, 702, 768)),
    Count("K10", (2340, 2410, 1760, 1705)),
    Count("K11", (486, 472, 455, 431)),
    Count("K12", (720, 795, 866, 940)),
    Count("K13", (418, 395, 352, 241)),
    Count("K14", (210, 224, 236, 251)),
    Count("K15", (210, 288, 365, 452)),
    Count("K16", (28, 41, 55, 66)),
    Count("K17", (34, 47, 88, 101)),
    Count("K18", (520, 604, 655, 702)),
    Count("K23", (-312, -268, -205, -148)),
    Count("K24", (96, 101, 108, 118), own_targets=True),
    Count("K25", (74, 70, 78, 71)),
    Count("K26", (31, 35, 38, 44)),
    Count("K29", (164, 131, 118, 62)),
)

SHARES: tuple[Share, ...] = (
    Share("K20", (None, 14.0, 31.0, 52.2), "staff", 1.0),
    Share("K21", (71.8, 72.6, 73.9, 73.2), "staff", 0.86),
    Share("K28", (41.2, 41.9, 42.6, 43.4), "members", 128.0),
    Share("K31", (None, 69.1, 70.4, 71.6), "members", 0.155),
    Share("K33", (64.0, 65.8, 66.9, 70.4), "staff", 0.86),
)

FEDERATION_SHARES: tuple[FederationShare, ...] = (
    FederationShare("K32", ((263, 327), (277, 341), (287, 348), None)),
    FederationShare("K34", ((113, 192), (120, 196), (127, 199), (123, 198))),
)

# Courses of the federation's training: share of the participants and of the satisfied answers.
COURSES: tuple[tuple[str, int], ...] = (("初任者研修", 20), ("経営支援研修", 50), ("管理職研修", 30))

MISCONDUCT = (1, 0, 2, 1)

# Societies (by position in the list) that newly enter records with generative AI in a year.
AI_KARTE_STARTS: dict[int, tuple[int, ...]] = {2024: (4, 12, 13, 19), 2025: (8, 10, 14, 20, 23, 2, 17)}

# Societies with a deficit in a year; the year 2025 is not settled yet.
DEFICITS: dict[int, tuple[int, ...]] = {
    2022: (0, 2, 3, 6, 9, 16, 22, 26, 27),
    2023: (0, 3, 5, 6, 11, 16, 18, 22, 26, 27),
    2024: (2, 3, 6, 11, 18, 21, 26, 27),
}

WITHOUT_SENIOR_YOUTH = (0, 2, 3, 5, 6, 7, 16, 18, 22, 25, 26, 27)

# (society, hired five years ago, still there): no society hires in two following years.
COHORTS: dict[int, tuple[tuple[int, int, int], ...]] = {
    2022: ((4, 3, 2), (8, 4, 3), (13, 4, 4), (15, 2, 1), (19, 4, 3), (23, 3, 3), (9, 2, 1)),
    2023: ((1, 2, 2), (10, 3, 2), (12, 4, 4), (14, 3, 2), (17, 3, 2), (20, 4, 3), (21, 2, 2)),
    2024: ((4, 3, 2), (8, 4, 3), (13, 5, 4), (11, 2, 2), (19, 3, 2), (24, 3, 3), (9, 2, 1)),
    2025: ((0, 2, 2), (10, 4, 3), (12, 4, 4), (14, 3, 2), (16, 3, 3), (20, 4, 3), (23, 5, 4)),
}

TARGETS: dict[str, tuple[str | None, ...]] = {
    "K01": ("85", "88", "90", "92", "93", "95"),
    "K02": ("50", "55", "60", "65", "70", "75"),
    "K03": ("410", "430", "450", "470", "490", "510"),
    "K04": ("120", "128", "136", "144", "152", "160"),
    "K05": ("10000", "11500", "13000", "13800", "14600", "15400"),
    "K06": ("42000", "48000", "54000", "60000", "66000", "72000"),
    "K07": ("59000", "60000", "61000", "62000", "63000", "64000"),
    "K08": ("2050", "2200", "2350", "2500", "2650", "2800"),
    "K09": ("640", "700", "750", "800", "850", "900"),
    "K10": ("2400", "2450", "2500", "1850", "1900", "1950"),
    "K11": ("490", "495", "500", "505", "510", "520"),
    "K12": ("750", "820", "900", "980", "1060", "1150"),
    "K13": ("410", "400", "400", "280", "300", "320"),
    "K14": ("215", "225", "240", "250", "260", "270"),
    "K15": ("280", "360", "440", "520", "600", "680"),
    "K16": ("40", "55", "70", "85", "100", "115"),
    "K17": ("45", "60", "75", "115", "130", "145"),
    "K18": ("550", "610", "680", "740", "800", "860"),
    "K19": (None, "5", "10", "16", "22", "28"),
    "K20": (None, "30", "50", "65", "80", "90"),
    "K21": ("72", "73", "75", "76", "78", "80"),
    "K22": ("80", "80", "82", "84", "86", "88"),
    "K23": ("0", "0", "0", "0", "50", "100"),
    "K24": ("100", "105", "110", "115", "120", "125"),
    "K25": ("80", "80", "85", "85", "90", "90"),
    "K26": ("32", "36", "40", "44", "48", "52"),
    "K27": ("19", "20", "21", "22", "23", "24"),
    "K28": ("41.5", "42", "43", "44", "45", "46"),
    "K29": ("150", "200", "250", "300", "350", "400"),
    "K30": ("0", "0", "0", "0", "0", "0"),
    "K31": ("69", "70", "71", "72", "74", "75"),
    "K32": ("81", "82", "83", "84", "85", "86"),
    "K33": ("65", "66", "68", "70", "72", "74"),
    "K34": ("60", "62", "65", "68", "70", "72"),
}

FIRST_DECISION = ("2023-03-28", "当初の目標（サンプル）")
PLAN_DECISION = ("2026-03-25", "実施計画（令和8年度）の策定（サンプル）")

# Later decisions: indicator, fiscal year, target, decided on, reason.
REVISIONS: tuple[tuple[str, int, str, str, str], ...] = (
    ("K10", 2025, "1800", "2025-03-20", "専門家派遣制度の再編で対象の制度が減ったため（サンプル）"),
    ("K17", 2025, "100", "2025-03-20", "フレッシュミモザが加わり対象が広がったため（サンプル）"),
    ("K13", 2025, "260", "2025-09-30", "国の公募の回数が年度の途中で減ったため（サンプル）"),
    ("K05", 2026, "14500", "2026-07-15", "令和7年度の実績が目標を上回ったため（サンプル）"),
    ("K05", 2027, "15500", "2026-07-15", "令和7年度の実績が目標を上回ったため（サンプル）"),
    ("K05", 2028, "16500", "2026-07-15", "令和7年度の実績が目標を上回ったため（サンプル）"),
    ("K29", 2026, "200", "2026-07-15", "満期を迎える契約が増える見込みのため（サンプル）"),
)
