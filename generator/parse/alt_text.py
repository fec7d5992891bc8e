"""Whether a photo's alternative text says anything: 画像, IMG_1234 and the title again do not."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

_ENDING = re.compile(r"\.(jpe?g|png|webp|heic|heif|gif|svg|avif|tiff?|bmp)$")
_CAMERA = re.compile(r"[a-z]{1,5}[\s_-]*\d{2,}([\s_-]*\d+)*")
"""IMG_1234, dsc00123, pxl_20240401_123456."""
_EMPTY = re.compile(
    "alternative|description|photograph|screenshot|thumbnail|スクリーンショット|pictures|untitled"
    "|入力してください|alttext|caption|picture|figure|images|photos|アイキャッチ|キャプション"
    "|代替テキスト|dummy|image|mvimg|photo|サムネイル|ファイル名|名称未設定|dscf|dscn|heic|imgp|jpeg"
    "|none|null|test|text|todo|webp|イメージ|スクショ|テキスト|ピクチャ|ファイル|ヘッダー|alt|dsc|fig"
    "|gif|img|jpg|pic|png|pxl|tbd|the|xxx|カバー|ダミー|テスト|トップ|フォト|メイン|代替文|未入力"
    "|してください|未設定|未記入|ここに|記入|入力|説明文|an|na|of|こと|その|です|なし|上記|代替|写真|同じ"
    "|同上|図版|挿絵|未定|枚目|無し|無題|画像"
    "|番目|見本|説明|a|が|と|に|の|は|を|仮|例|図|枚|無|用|番|絵"
)
"""Words that name a photo as a photo, longest first."""
LEAST_LETTERS = 2


def meaningless(alt: str, title: str, address: str) -> bool:
    """Whether `alt` tells a reader who cannot see the photo nothing, or only what the title says."""
    folded = unicodedata.normalize("NFKC", alt).casefold().strip()
    said = _letters(folded)
    if len(said) < LEAST_LETTERS or not _EMPTY.sub("", said):
        return True
    name = PurePosixPath(unicodedata.normalize("NFKC", address).casefold()).name
    is_name = _ENDING.search(folded) or folded in (name, PurePosixPath(name).stem)
    return bool(is_name or _CAMERA.fullmatch(folded) or said == _letters(_folded(title)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _letters(folded: str) -> str:
    """Letters only: digits, marks and spaces say nothing by themselves."""
    return "".join(c for c in folded if unicodedata.category(c)[0] == "L")
