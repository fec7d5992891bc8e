"""Names in a row to the things they name: indicators by id, societies by name.

Society names are compared after NFC and without any spaces or line breaks, and never after
NFKC: 髙 and 高, 𠮷 and 吉 stay different. What is near but not the same is a finding that
names the candidate; nothing is matched by likeness.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

from generator.load.raw import CellKind
from generator.model import Indicator, Society
from generator.parse.tables import Faults, Row, text_cell

INDICATOR_ID = re.compile(r"[A-Z0-9_-]+")

_TOTAL_WORDS = (
    "合計 小計 計 総計 総合計 累計 全体 全体計 県計 都計 府計 道計 市計 町計 全県 県全体 総数 平均 平均値 "
    "中央値 全商工会 全会 合計値 小計値 総計値 ブロック計 ｺﾞｳｹｲ ｹｲ 集計 "
    "全体平均 全体合計 加重平均 単純平均 全県計 "
    "total totals subtotal sub-total grandtotal sum all overall average mean"
)
_TOTALS = frozenset(_TOTAL_WORDS.split())


def key_of(name: str) -> str:
    """What two spellings of one name have in common."""
    return "".join(unicodedata.normalize("NFC", name).split())


def is_total(name: str) -> bool:
    """Whether a name says that the row sums up other rows (合計, 小計, 北ブロック計, total)."""
    bare = re.sub(r"[()（）【】\[\]<>＜＞・:：]", "", key_of(name)).lower()
    return bare in _TOTALS or bool(
        re.fullmatch(
            r".+(ブロック|地区|管内|地域|支部|エリア)(小|合|総)?計|.+(合計|小計|総計)|(合計|総計|小計).{1,8}",
            bare,
        )
    )


MOST_PROPOSED = 200
"""Wrong names for which a right one is looked for; likeness is slow, and thousands of wrong
names are not typing errors."""


class Societies:
    """The societies of a project by the key of their name."""

    def __init__(self, societies: Iterable[Society]) -> None:
        self.by_key: Mapping[str, Society] = {key_of(s.name): s for s in societies}
        self._proposed: dict[str, tuple[str, str]] = {}

    def named(self, row: Row, faults: Faults) -> str | None:
        """Name of the row's society as the list writes it; None = the federation (or a fault)."""
        before = faults.rejections()
        cell = row.cell("society")
        text_cell(row, "society", faults)
        key = key_of(cell.text)
        if not key or faults.rejections() > before:
            return None
        if key in self.by_key:
            return self.by_key[key].name
        if is_total(cell.text):
            faults.reject("row_is_total", cell.place, cell.text)
            return None
        self._unknown(row, key, faults)
        return None

    def nearest(self, name: str) -> str:
        """The listed name that `name` was probably meant to be, or ""."""
        return self._near(key_of(name))

    def _unknown(self, row: Row, key: str, faults: Faults) -> None:
        cell = row.cell("society")
        if key not in self._proposed and len(self._proposed) < MOST_PROPOSED:
            self._proposed[key] = (self._before_mojibake(key), self._near(key))
        original, near = self._proposed.get(key, ("", ""))
        if original:
            faults.reject("society_mojibake", cell.place, cell.text, near=original)
        elif "\ufffd" in key:
            faults.reject("lost_character", cell.place, cell.text, character="U+FFFD")
        elif near:
            faults.reject("society_unknown_near", cell.place, cell.text, near=near)
        else:
            count = str(len(self.by_key))
            faults.reject("society_unknown", cell.place, cell.text, count=count)

    def _near(self, key: str, cutoff: float = 0.6) -> str:
        folded = {unicodedata.normalize("NFKC", k).casefold(): s.name for k, s in self.by_key.items()}
        near = difflib.get_close_matches(
            unicodedata.normalize("NFKC", key).casefold(), folded, n=1, cutoff=cutoff
        )
        return folded[near[0]] if near else ""

    def _before_mojibake(self, key: str) -> str:
        """The known name that `key` becomes when one wrong decoding is undone, or ""."""
        for wrong, right in _WRONG_DECODINGS:
            undone = key.encode(wrong, "ignore").decode(right, "ignore")
            near = self._near(key_of(undone), 0.7) if undone and undone != key else ""
            if near:
                return near
        return ""


_WRONG_DECODINGS = (
    ("cp932", "utf-8"),
    ("latin-1", "utf-8"),
    ("cp1252", "utf-8"),
    ("latin-1", "cp932"),
    ("cp932", "euc-jp"),
    ("utf-8", "cp932"),
)


class Indicators:
    """The indicators of a project by id."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self.by_id: Mapping[str, Indicator] = {i.id: i for i in indicators}
        self._proposed: dict[str, str] = {}

    def named(self, row: Row, faults: Faults) -> Indicator | None:
        """The indicator of a row, or None with a fault. Ids are compared exactly."""
        cell = row.cell("indicator_id")
        if cell.kind not in (CellKind.TEXT, CellKind.NUMBER):
            if cell.kind is CellKind.EMPTY:
                faults.reject("indicator_id_empty", cell.place)
            text_cell(row, "indicator_id", faults)
            return None
        text = row.text("indicator_id")
        if text in self.by_id:
            return self.by_id[text]
        self._unknown(row, text, faults)
        return None

    def _unknown(self, row: Row, text: str, faults: Faults) -> None:
        cell = row.cell("indicator_id")
        if text not in self._proposed and len(self._proposed) < MOST_PROPOSED:
            self._proposed[text] = self._near(text)
        near = self._proposed.get(text, "")
        if near:
            faults.reject("indicator_unknown_near", cell.place, text, near=near)
        elif is_total(text):
            faults.reject("row_is_total", cell.place, text)
        elif not INDICATOR_ID.fullmatch(text):
            faults.reject("indicator_id_unsafe", cell.place, text)
        else:
            faults.reject("indicator_unknown", cell.place, text, count=str(len(self.by_id)))

    def _near(self, text: str) -> str:
        folded = {unicodedata.normalize("NFKC", i).upper(): i for i in self.by_id}
        near = difflib.get_close_matches(unicodedata.normalize("NFKC", text).upper(), folded, n=1, cutoff=0.6)
        return folded[near[0]] if near else ""
