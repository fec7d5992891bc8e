"""Words of what can be wrong with the photo of a story: its address, its file, what it shows."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

_PLACE_JA = "content/stories/images/ に置いた写真のファイル名（例: photo.jpg）"
_PLACE_EN = "the name of a photo in content/stories/images/, such as photo.jpg"
_SORT_JA = "JPEG、PNG、WebP、HEIC の写真"
_SORT_EN = "a photo as JPEG, PNG, WebP or HEIC"

WORDS: Table = {
    "picture_missing": entry(
        (
            "写真「{value}」が見つかりません",
            _PLACE_JA,
            "写真を content/stories/images/ に置くか、名前を直してください。近い名前: {near}",
        ),
        (
            "the photo “{value}” is not there",
            _PLACE_EN,
            "Put it into content/stories/images/ or mend the name. Nearest: {near}",
        ),
    ),
    "picture_other_case": entry(
        (
            "写真「{value}」の大文字・小文字が、ファイルの名前と違います",
            "{right}（ファイルの名前と同じつづり）",
            "「{right}」と書き直してください",
        ),
        (
            "upper and lower case of “{value}” differ from the file's name",
            "{right}, spelled as the file is",
            "Write “{right}”",
        ),
    ),
    "picture_remote": entry(
        (
            "写真「{value}」は、ほかのサイトの住所です",
            _PLACE_JA,
            "使う許しを得た写真を保存して content/stories/images/ に置き、そのファイル名を書いてください",
        ),
        (
            "the photo “{value}” lies on another site",
            _PLACE_EN,
            "Save the photo (if it may be used) into content/stories/images/ and write its file name",
        ),
    ),
    "picture_absolute": entry(
        (
            "写真「{value}」は、パソコンの中の場所です",
            _PLACE_JA,
            "写真を content/stories/images/ に写し、ファイル名だけを書いてください",
        ),
        (
            "the photo “{value}” is a place on a computer",
            _PLACE_EN,
            "Copy the photo into content/stories/images/ and write its file name only",
        ),
    ),
    "picture_outside": entry(
        (
            "写真「{value}」に使えない書き方（.. や ¥）があります",
            _PLACE_JA,
            "写真を content/stories/images/ に写し、ファイル名だけを書いてください",
        ),
        (
            "“{value}” leaves the folder of the stories, or has a backslash",
            _PLACE_EN,
            "Copy the photo into content/stories/images/ and write its file name only",
        ),
    ),
    "picture_link": entry(
        (
            "写真「{value}」の途中の {link} は、別の場所へのリンクです",
            "リンク（ショートカット）ではない、写真そのもの",
            "リンクを消し、写真そのものを content/stories/images/ に置いてください",
        ),
        (
            "{link} on the way to the photo “{value}” is a link to another place",
            "the photo itself, not a link to it",
            "Remove the link and put the photo itself into content/stories/images/",
        ),
    ),
    "picture_not_file": entry(
        (
            "「{value}」は写真のファイルではありません（フォルダーなど）",
            _PLACE_JA,
            "写真のファイル名を書いてください",
        ),
        ("“{value}” is not a file (but a folder, say)", _PLACE_EN, "Write the file name of a photo"),
    ),
    "picture_name_unprintable": entry(
        (
            "写真の名前「{value}」に、目に見えない文字があります",
            _PLACE_JA,
            "ファイルの名前を付け直し、その名前を打ち直してください",
        ),
        (
            "the photo's name “{value}” has invisible characters",
            _PLACE_EN,
            "Rename the file and type that name again",
        ),
    ),
    "picture_unreadable": entry(
        (
            "写真「{value}」を開けません（{reason}）",
            "読み取りを許された写真のファイル",
            "ファイルの読み取りの許可を確かめるか、写真を置き直してください",
        ),
        (
            "the photo “{value}” cannot be opened ({reason})",
            "a file that may be read",
            "Check who may read the file, or put the photo there again",
        ),
    ),
    "picture_too_large": entry(
        (
            "写真「{value}」のファイルが大きすぎます",
            "{limit} MB まで",
            "写真アプリで小さくするか、JPEG で保存し直してください",
        ),
        (
            "the file of the photo “{value}” is too large",
            "at most {limit} MB",
            "Make the photo smaller, or save it as JPEG",
        ),
    ),
    "picture_kind": entry(
        (
            "「{value}」は写真として使えない種類です（{kind}）",
            _SORT_JA,
            "写真アプリで開き、JPEG で保存し直してください",
        ),
        ("“{value}” is of a kind that is not taken ({kind})", _SORT_EN, "Open it and save it as JPEG"),
    ),
    "picture_moving": entry(
        (
            "「{value}」は動く画像です",
            "動かない写真（点滅は見る人の体に障ることがあります）",
            "一場面を JPEG で保存し直してください",
        ),
        (
            "“{value}” is an animation",
            "a photo that stands still (flashing can harm people)",
            "Save one picture of it as JPEG",
        ),
    ),
    "picture_disguised": entry(
        (
            "「{value}」の中身は {kind} で、名前の終わりと合いません",
            "{right}",
            "ファイルの名前を「{right}」に変え、ストーリーの名前も合わせてください",
        ),
        (
            "“{value}” is a {kind} inside, which its name does not say",
            "{right}",
            "Rename the file to “{right}”, and the name in the story too",
        ),
    ),
    "picture_broken": entry(
        (
            "写真「{value}」は途中で切れているか、壊れています",
            "最後まで開ける写真",
            "元の写真から写し直すか、写真アプリで開いて JPEG で保存し直してください",
        ),
        (
            "the photo “{value}” ends early or is damaged",
            "a photo that opens to its end",
            "Copy it again from where it came, or open it and save it as JPEG",
        ),
    ),
    "picture_heic_unreadable": entry(
        (
            "スマートフォンの写真「{value}」（HEIC）を開けません",
            _SORT_JA,
            "写真を JPEG で保存し直してください（iPhone: 設定→カメラ→フォーマット→互換性優先）",
        ),
        (
            "the phone's photo “{value}” (HEIC) cannot be opened",
            _SORT_EN,
            "Save it as JPEG (iPhone: Settings, Camera, Formats, Most Compatible)",
        ),
    ),
    "picture_bomb": entry(
        (
            "写真「{value}」の画素が多すぎます（{size}）",
            "{limit} 画素まで",
            "写真アプリで小さくし、JPEG で保存し直してください",
        ),
        (
            "the photo “{value}” has too many pixels ({size})",
            "at most {limit} pixels",
            "Make it smaller and save it as JPEG",
        ),
    ),
    "picture_too_small": entry(
        (
            "写真「{value}」は小さすぎます（{size} 画素）",
            "{limit} 画素以上。幅 1600 画素以上がおすすめです",
            "元の大きな写真を使ってください（LINE などで送ると小さくなります）",
        ),
        (
            "the photo “{value}” is too small ({size} pixels)",
            "at least {limit} pixels, better 1600 wide",
            "Use the original photo (messengers make photos smaller)",
        ),
    ),
    "picture_small": entry(
        (
            "写真「{value}」は小さめで、ぼやけて見えます（{size} 画素）",
            "幅 {limit} 画素以上。1600 画素以上がおすすめです",
            "あれば、元の大きな写真に取り替えてください（LINE などで送ると小さくなります）",
        ),
        (
            "the photo “{value}” is small and will look soft ({size} pixels)",
            "at least {limit} pixels wide, better 1600",
            "Use the original photo if there is one (messengers make photos smaller)",
        ),
    ),
    "picture_too_long": entry(
        (
            "写真「{value}」は細長すぎます（{size} 画素）",
            "長い辺が短い辺の {limit} 倍まで",
            "見せたいところを切り抜いて保存し直してください",
        ),
        (
            "the photo “{value}” is too long and thin ({size} pixels)",
            "one side at most {limit} times the other",
            "Crop it to what it shall show",
        ),
    ),
}
