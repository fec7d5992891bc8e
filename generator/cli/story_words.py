"""What `impact new story` and `impact schema` say and ask on the terminal (see `words`)."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "new_story.title": (
        "題名（何が起きたかが分かる短い一文）",
        "Title (a short line that says what happened)",
    ),
    "new_story.society": (
        "支援した団体（名前の一部で探せます。全体の話なら何も書かずに Enter）",
        "Society (a part of its name will do; Enter alone for the federation itself)",
    ),
    "new_story.society_none": (
        "「{part}」を名前に含む団体はありません。別の一部で探してください。",
        "No society has {part} in its name. Try another part.",
    ),
    "new_story.society_many": ("いくつか見つかりました: {names}", "Several were found: {names}"),
    "new_story.year": ("いつの成果か（R7、令和7年度、2025）", "Fiscal year (R7, 2025)"),
    "new_story.year_unknown": (
        "「{year}」は年として読めません。R7、令和7年度、2025 のように書いてください。",
        "{year} is not a year. Write R7 or 2025.",
    ),
    "new_story.indicators": (
        "関係する指標（番号 7、⑦、記号、名前の一部。いくつでも、空白か読点で区切る）",
        "Indicators (number, id or part of a name; several, separated by spaces)",
    ),
    "new_story.indicator_unknown": (
        "「{word}」に当たる指標を一つに決められません。番号で書いてください。{near}",
        "{word} does not name one indicator. Write its number. {near}",
    ),
    "new_story.indicator_needed": (
        "関係する指標を一つは書いてください。番号はサイトの「指標」のページで分かります。",
        "Name one indicator at least. Their numbers are on the page of indicators.",
    ),
    "new_story.photo": (
        "写真のファイル（JPEG・PNG・WebP・HEIC。まだなければ何も書かずに Enter）",
        "Photo file (JPEG, PNG, WebP, HEIC; Enter alone if it comes later)",
    ),
    "new_story.photo_missing": ("{place} というファイルはありません。", "There is no file {place}."),
    "new_story.photo_there": (
        "{place} がすでにあります。上書きしませんでした。",
        "{place} is there already and was not overwritten.",
    ),
    "new_story.alt": (
        "写真に何が写っているか（写真を見られない人に読み上げます）",
        "What the photo shows (read to people who cannot see it)",
    ),
    "new_story.summary": (
        "要約（一、二文。後でも書けます）",
        "Summary (one or two sentences; may come later)",
    ),
    "new_story.quote": ("本人の言葉（かぎ括弧なし。後でも書けます）", "The person's words (may come later)"),
    "new_story.quote_by": ("言葉の主（例: 店主）", "Who said it (the owner)"),
    "new_story.consent": ("本人の同意は得ましたか", "Did the person consent"),
    "new_story.yes_or_no": (
        "「はい」か「いいえ」（y か n）で答えてください。",
        "Answer y or n.",
    ),
    "new_story.consent_date": ("同意を得た日（YYYY-MM-DD）", "Day of the consent (YYYY-MM-DD)"),
    "new_story.scope": (
        "同意の範囲（site = このサイト、sns、print = 印刷物。空白で区切る）",
        "What was agreed to (site, sns, print; separated by spaces)",
    ),
    "new_story.until": (
        "同意の期限（YYYY-MM-DD。期限がなければ何も書かずに Enter）",
        "The consent ends on (YYYY-MM-DD; Enter alone if it does not)",
    ),
    "new_story.slug": (
        "アドレスに使う名前（半角の小文字、数字、ハイフン）",
        "Name in the address (small letters, digits, hyphens)",
    ),
    "new_story.needed": (
        "--no-input では {option} が要ります。",
        "--no-input needs {option}.",
    ),
    "new_story.stopped": ("やめました。何も書いていません。", "Stopped; nothing was written."),
    "new_story.exists": (
        "{place} がすでにあります。上書きしませんでした。--slug で別の名前を付けてください。",
        "{place} is there already and was not overwritten. Choose another name with --slug.",
    ),
    "new_story.written": (
        "{place} を作りました（下書き）。\n"
        "本文を書き、impact check で確かめ、載せるときに draft の行を消します。",
        "{place} was written, as a draft.\n"
        "Write the text, run impact check, and remove the line draft to publish.",
    ),
    "new_story.written_public": (
        "{place} を作りました。本文を書き、impact check で確かめてください。",
        "{place} was written. Write the text, then run impact check.",
    ),
    "new_story.heading_before": ("相談のきっかけ", "How it began"),
    "new_story.heading_support": ("支援の内容", "The support"),
    "new_story.heading_result": ("成果", "What came of it"),
    "new_story.hint_before": (
        "（誰が、何に困って相談に来たか。書いたら、この行を消します。）",
        "(Who came, and with which trouble. Replace this line.)",
    ),
    "new_story.hint_support": (
        "（誰が、何を、どれだけ行ったか。書いたら、この行を消します。）",
        "(Who did what, and how much of it. Replace this line.)",
    ),
    "new_story.hint_result": (
        "（何が変わったか。起きたことを書きます。書いたら、この行を消します。）",
        "(What changed: what happened, not more. Replace this line.)",
    ),
    "new_story.draft_remark": ("載せるときに、この行を消します", "remove this line to publish"),
    "schemas_written": ("{place} に {count} のファイルを書きました。", "{count} files written to {place}."),
}
