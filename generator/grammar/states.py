"""States written where a number is expected, or in the status column. A closed table.

A dash alone, N/A and なし are not in it: one office means zero, the next means nothing was
planned, the third that nobody has answered. They are refused (`state_ambiguous`).
"""

from __future__ import annotations

import re

from generator.grammar.characters import plain
from generator.model import Status

_WORDS: dict[Status, str] = {
    Status.REPORTED: "報告済 報告済み 確定 確定値 実績",
    Status.PROVISIONAL: "暫定 暫定値 速報 速報値",
    Status.NOT_DUE: "集計予定 集計中 集計前 未集計 集計待ち 公表前 公表予定 未公表 "
    "未到来 調査中 時期未到来 期限前 報告期限前",
    Status.NOT_REPORTED: "未報告 未提出 報告なし 未回答 回答なし 未入力",
    Status.NOT_APPLICABLE: "該当なし 非該当 対象外 該当せず 該当無し",
    Status.NOT_MEASURABLE: "測定不能 算出不能 算定不能 計測不能 把握不能 "
    "測定不可 算出不可 算定不可 把握できず",
    Status.NOT_CARRIED_OUT: "未実施 実施せず 実施なし 中止 不実施",
    Status.SUPPRESSED: "秘匿 非公表 非公開 秘匿値",
}
STATES: dict[str, Status] = {word: status for status, words in _WORDS.items() for word in words.split()}
STATES |= {status.value: status for status in Status}

_NOT_YET = re.compile(
    r"[^0-9]{0,12}[0-9]{0,2}[^0-9]{0,12}(に|頃に?|時点で)?(集計|公表|確定)(予定|中|待ち)"
    r"|.{1,14}月?(末|頃|末頃)集計"
)


def state(text: str) -> Status | None:
    """The state that `text` names exactly, or None. Case and brackets around do not matter."""
    return STATES.get(_bare(text))


def not_yet(text: str) -> bool:
    """Whether `text` says when a value will come (来年5月に集計予定, R3.4月末頃集計)."""
    return bool(_NOT_YET.fullmatch(plain(text)))


def _bare(text: str) -> str:
    bare = plain(text)
    if len(bare) > 2 and bare[0] in "([〔【" and bare[-1] in ")]〕】":
        bare = bare[1:-1].strip()
    return bare.lower().replace(" ", "_") if bare.isascii() else bare
