"""How far each action of the plan had come, invented: one letter an action, year by year.

D 完了, P 進行中, N 未着手, R 見直し; a dot means that nobody has written a state for that year.
"""

from __future__ import annotations

STATES = {"D": "完了", "P": "進行中", "N": "未着手", "R": "見直し"}
UPDATED_ON = {2024: "2025-05-20", 2025: "2026-05-22"}

# Measure: the states of its actions in order, R6 then R7.
ACTIONS: dict[str, tuple[str, str]] = {
    "1-1": ("PPPPNN", "PPPPPP"),
    "1-2": ("PPNP", "PPNP"),
    "1-3": ("PPN", "DPP"),
    "1-4": ("PPNN", "PPPP"),
    "1-5": ("NPNPN", "PPPPD"),
    "2-1": ("PPPPPP", "PDPPPP"),
    "2-2": ("PPN", "PPR"),
    "2-3": ("PP", "PP"),
    "2-4": ("PPP", "PPP"),
    "2-5": ("NPP", "DPP"),
    "2-6": ("PNNN", "PPN."),
    "3-1": ("PN.NN", "PPPN."),
    "3-2": ("PNNNNP", "DPPNRP"),
    "3-3": ("PPNPN", "PPPPR"),
    "3-4": ("PPNPN", "PPDPD"),
    "3-5": ("PP", "PD"),
    "4-1": ("PP", "PP"),
    "4-2": ("PNP", "PNP"),
    "4-3": ("NPP", "PDP"),
}

# Sub-points that have a state of their own.
CHILDREN: dict[str, tuple[str, str]] = {
    "1-1-1-1": ("P", "P"),
    "1-1-1-2": ("N", "P"),
    "1-1-6-1": ("N", "P"),
    "1-1-6-2": ("N", "P"),
    "2-6-4-1": ("N", "N"),
    "4-2-1-1": ("N", "N"),
    "4-2-1-2": ("P", "P"),
    "4-2-3-1": ("P", "P"),
}

# What is written beside a state.
NOTES: dict[tuple[str, int], str] = {
    ("1-2-3", 2025): "委託先が決まらず、令和8年度に始めます",
    ("1-3-1", 2025): "参加者は前年度より14%増えました",
    ("1-5-5", 2025): "動画を12本公開しました",
    ("2-1-2", 2025): "新しい派遣の要領を4月に施行しました",
    ("2-2-3", 2025): "単独の出展から、隣県との共同出展に改めます",
    ("2-5-1", 2025): "相談窓口を2か所に設けました",
    ("2-6-3", 2025): "使うデータの範囲を決めてから始めます",
    ("3-1-4", 2025): "ブロックの案がそろってから検討します",
    ("3-2-1", 2025): "合同面接会に4回参加しました",
    ("3-2-4", 2025): "人事評価制度の試行の後に検討します",
    ("3-2-5", 2025): "評価の段階を5つから4つに改め、もう1年試行します",
    ("3-3-5", 2025): "手数料の改定を令和9年度に延ばします",
    ("3-4-3", 2025): "ガイドラインを10月に定めました",
    ("3-4-5", 2025): "対応方針を12月に定めました",
    ("3-5-2", 2025): "会員満足度調査を行い、回答率は目標の60%を超えました",
    ("4-2-2", 2025): "就業規則の改定を待っています",
    ("4-3-2", 2025): "全職員が受講しました",
}


def rows() -> list[dict[str, str]]:
    """The rows of data/actions.csv: by year, then in the order of the plan."""
    found = []
    for at, year in enumerate(UPDATED_ON):
        lettered = [
            (f"{measure}-{n}", letter)
            for measure, letters in ACTIONS.items()
            for n, letter in enumerate(letters[at], start=1)
        ] + [(action, letters[at]) for action, letters in CHILDREN.items()]
        ordered = sorted(lettered, key=lambda pair: [int(part) for part in pair[0].split("-")])
        found += [_row(action, year, letter) for action, letter in ordered if letter in STATES]
    return found


def _row(action: str, year: int, letter: str) -> dict[str, str]:
    note = NOTES.get((action, year), "")
    cells = {"action_id": action, "fiscal_year": str(year), "state": STATES[letter]}
    told = f"{note}（サンプル）" if note else ""
    return cells | {"note": told, "updated_on": UPDATED_ON[year], "sample": "1"}
