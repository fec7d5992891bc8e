"""An invented five-sector table of domestic and imported goods: it balances exactly.

No region has it; every amount is made up (サンプル) in million yen.
"""

from __future__ import annotations

from tests.sample_data.rows import Row

SECTORS = ("農林水産業", "製造業", "商業", "運輸", "サービス")
INPUTS = (
    (120, 900, 10, 5, 260),
    (310, 5200, 420, 480, 2100),
    (90, 760, 150, 90, 640),
    (60, 430, 260, 220, 410),
    (110, 1900, 900, 520, 4200),
)
PRIVATE = (420, 3100, 2700, 900, 9800)
OTHER_DEMAND = (60, 2900, 450, 160, 7400)
EXPORTS = (900, 7200, 1200, 700, 1900)
IMPORTS = (575, 7110, 890, 540, 2530)
WAGES = (380, 2700, 2300, 960, 12100)
JOBS = (520, 1450, 1380, 420, 5600)
ABOUT = {
    "year": "架空の年",
    "unit": "百万円",
    "source": "架空の5部門表（サンプル。実在の地域の表ではありません）",
}
COLUMNS = ("row_kind", "row_code", "row", "column_kind", "column_code", "column", "value")


def outputs() -> list[int]:
    """Row totals: what every sector sells inside and outside, imports taken off."""
    return [
        sum(INPUTS[i]) + PRIVATE[i] + OTHER_DEMAND[i] + EXPORTS[i] - IMPORTS[i] for i in range(len(SECTORS))
    ]


def surplus() -> list[int]:
    """The rest of value added, so that columns come to the same totals."""
    bought = [sum(line[j] for line in INPUTS) for j in range(len(SECTORS))]
    return [out - b - w for out, b, w in zip(outputs(), bought, WAGES, strict=True)]


def rows() -> list[Row]:
    """The table as `impact import io-table` writes one."""
    found = [cells("about", "", name, "", "", "", text) for name, text in ABOUT.items()]
    codes = [f"{n:02d}" for n in range(1, len(SECTORS) + 1)]
    final = (
        ("private_consumption", "民間消費支出", PRIVATE),
        ("demand", "そのほかの最終需要", OTHER_DEMAND),
        ("export", "移輸出", EXPORTS),
        ("import", "（控除）移輸入", tuple(-v for v in IMPORTS)),
    )
    below = (
        ("wages", "雇用者所得", WAGES),
        ("value_added", "そのほかの粗付加価値", surplus()),
        ("output", "生産額", outputs()),
        ("employment", "従業者数（人）", JOBS),
    )
    for i, sector in enumerate(SECTORS):
        row = ("industry", codes[i], sector)
        for j, to in enumerate(SECTORS):
            found.append(cells(*row, "industry", codes[j], to, str(INPUTS[i][j])))
        found += [cells(*row, kind, "", name, str(line[i])) for kind, name, line in final]
    for kind, name, line in below:
        for j, to in enumerate(SECTORS):
            found.append(cells(kind, "", name, "industry", codes[j], to, str(line[j])))
    return found


def cells(*texts: str) -> Row:
    return dict(zip(COLUMNS, texts, strict=True))
