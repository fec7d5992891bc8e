"""Words of what can be wrong with a story: consent, names, links, photos' words, personal data."""

from __future__ import annotations

from generator.finding_words.words import Bilingual, Table, entry

_ASK_JA = (
    "消してください。本人が公開に同意していて必要なら、"
    "impact release --by 氏名 --reason '{confirm}=理由' で確かめたことを記録します"
)
_ASK_EN = (
    "Remove it; if it must be public and the person agreed, record that with"
    " impact release --by NAME --reason '{confirm}=why'"
)


def _personal(ja: str, en: str) -> Bilingual:
    """A match that a named person must confirm before it is public."""
    return entry(
        (f"{ja}らしいものがあります: {{value}}", "個人情報のない文章", _ASK_JA),
        (f"this looks like {en}: {{value}}", "a text without personal data", _ASK_EN),
    )


def _left_out(ja: tuple[str, str, str], en: tuple[str, str, str]) -> Bilingual:
    """Why a story is not on the site; the build goes on."""
    return entry(
        (f"この事例は載せません: {ja[0]}", ja[1], ja[2]), (f"this story is left out: {en[0]}", en[1], en[2])
    )


CONSENT: Table = {
    "story_draft": _left_out(
        ("下書きです", "draft: false、または draft の行なし", "公開するときに draft の行を消してください"),
        ("it is a draft", "draft: false, or no draft line", "Remove the line draft when it may be public"),
    ),
    "story_without_consent": _left_out(
        (
            "同意がありません（obtained: {value}）",
            "consent: の下に obtained: true",
            '本人の同意を得てから obtained: true と書いてください（"true" や yes は同意とみなしません）',
        ),
        (
            "there is no consent (obtained: {value})",
            "obtained: true below consent:",
            'Write obtained: true once the person agreed ("true" in quotes or yes do not count)',
        ),
    ),
    "story_withdrawn": _left_out(
        (
            "同意が取り下げられました（{value}）",
            "取り下げのない同意",
            "取り下げのままなら、このファイルと写真を消してください",
        ),
        (
            "the consent was withdrawn ({value})",
            "a consent that was not withdrawn",
            "If it stays withdrawn, delete this file and its photos",
        ),
    ),
    "story_not_for_site": _left_out(
        (
            "同意の範囲にサイトがありません（{value}）",
            "scope: [site] または [site, sns, print]",
            "本人がサイトへの掲載に同意していれば、scope に site を加えてください",
        ),
        (
            "the consent does not cover the site ({value})",
            "scope: [site] or [site, sns, print]",
            "Add site to scope if the person agreed to it",
        ),
    ),
    "story_consent_undated": _left_out(
        (
            "同意の日付がありません",
            "date: 2025-02-01",
            "consent: の下に date: と同意を得た日を書いてください",
        ),
        ("the consent has no date", "date: 2025-02-01", "Write the day of the consent below consent:"),
    ),
    "story_consent_future": _left_out(
        (
            "同意の日付がまだ来ていません（{value}、きょうは {day}）",
            "同意を得た日",
            "日付の打ち間違いなら直してください。その日が来れば載ります",
        ),
        (
            "the day of the consent is still to come ({value}; today is {day})",
            "the day on which the person agreed",
            "Mend the date if it is a mistake; else the story appears on that day",
        ),
    ),
    "story_consent_expired": _left_out(
        (
            "同意の期限が過ぎました（{value} まで、きょうは {day}）",
            "期限内の同意",
            "あらためて同意を得たら until を直してください",
        ),
        (
            "the consent is over (until {value}; today is {day})",
            "a consent that is in force",
            "Ask again, then write the new day in until",
        ),
    ),
    "story_embargoed": _left_out(
        (
            "公開日がまだ来ていません（{value}、きょうは {day}）",
            "公開日",
            "その日の朝に作り直すと載ります",
        ),
        (
            "its day has not come ({value}; today is {day})",
            "the day of publication",
            "It appears with the first build on that day",
        ),
    ),
}
NAMES: Table = {
    "story_slug_repeated": entry(
        (
            "URL の名前「{value}」は {first} も使っています",
            "事例ごとに違う slug",
            "どちらかの slug を変えてください",
        ),
        ("{first} has the slug “{value}” already", "a slug of its own", "Change one of the two slugs"),
    ),
    "story_society_unknown": entry(
        (
            "「{value}」は data/societies.csv にありません（近い名前: {near}）",
            "一覧にある名前。とりまとめる団体自身の事例なら空欄",
            "一覧の名前をそのまま写してください",
        ),
        (
            "“{value}” is not in data/societies.csv (near: {near})",
            "a name of the list; empty for the federation itself",
            "Copy the name from the list",
        ),
    ),
    "story_indicator_unknown": entry(
        (
            "指標「{value}」は data/indicators.yml にありません（近い番号: {near}）",
            "data/indicators.yml の id",
            "指標の id を確かめてください",
        ),
        (
            "data/indicators.yml has no indicator “{value}” (near: {near})",
            "an id of data/indicators.yml",
            "Check the id of the indicator",
        ),
    ),
    "story_year_unknown": entry(
        (
            "{value} は計画にもデータにもない年です",
            "{known} のどれか",
            "事例の年を西暦4けたで確かめてください",
        ),
        (
            "{value} is a year of neither the plan nor the data",
            "one of {known}",
            "Check the year of the story",
        ),
    ),
}
TEXT: Table = {
    "story_too_long": entry(
        ("本文が長すぎます（{value} 字）", "{most} 字まで", "別のものを貼り付けていないか確かめてください"),
        ("the text is too long ({value} characters)", "at most {most}", "Check that it is the right text"),
    ),
    "story_marks": entry(
        (
            "{mark} が多すぎます（{value} 個）",
            "{most} 個まで",
            "別のものを貼り付けていないか確かめてください",
        ),
        ("too many {mark} ({value})", "at most {most}", "Check that it is the right text"),
    ),
    "story_nested": entry(
        ("箇条書きや引用が深く重なりすぎています（{value}）", "{most} 段まで", "段を減らしてください"),
        ("lists and quotations lie too deep in each other ({value})", "at most {most} levels", "Use fewer"),
    ),
    "story_long_block": entry(
        ("空行のない行が {value} 行を超えて続いています", "段落のあいだの空行", "空行を入れてください"),
        ("more than {value} lines without an empty one", "empty lines between paragraphs", "Add some"),
    ),
    "story_html_removed": entry(
        (
            "HTML の部分（{value}）は取り除かれます",
            "見出し ##、箇条書き -、リンク [ことば](行き先)、写真 ![説明](ファイル名)",
            "HTML を使わずに書き直してください",
        ),
        (
            "HTML ({value}) is taken out",
            "headings ##, lists -, links [words](address), photos ![description](file)",
            "Write it without HTML",
        ),
    ),
    "story_heading_level": entry(
        (
            "見出し「{value}」の段が合いません（# が {level} 個）",
            "{wanted} で始まる見出し（題名の次は ##、その下は ###）",
            "# の数を直してください（このままでも、ページでは正しい段に直します）",
        ),
        (
            "the heading “{value}” has the wrong level ({level} #)",
            "a heading with {wanted} (## below the title, ### below that)",
            "Mend the number of # (the page is put in order either way)",
        ),
    ),
    "story_bold_heading": entry(
        (
            "太字だけの行「{value}」は見出しになりません",
            "## で始まる見出し",
            "見出しなら ** を消して ## を付けてください",
        ),
        (
            "a line in bold (“{value}”) is no heading",
            "a heading with ##",
            "If it is a heading, write ## before it instead of **",
        ),
    ),
    "story_link_unsafe": entry(
        (
            "この行き先にはリンクできません: {value}",
            "https:// の住所、または indicators/名前/ のようなサイトの中の住所",
            "リンクを書き直すか、消してください",
        ),
        (
            "no link may lead there: {value}",
            "an address with https://, or one of the site such as indicators/name/",
            "Rewrite or remove the link",
        ),
    ),
    "story_link_absolute": entry(
        (
            "/ で始まるリンクは、サイトの置き場所によって切れます: {value}",
            "{right}",
            "先頭の / を取って {right} と書いてください",
        ),
        (
            "a link that begins with / breaks where the site lies below a path: {value}",
            "{right}",
            "Write {right} without the leading /",
        ),
    ),
    "story_link_unknown": entry(
        (
            "リンク先のページがありません: {value}（近いページ: {near}）",
            "indicators/名前/、plans/名前/、societies/名前/、stories/名前/、または https:// の住所",
            "行き先を確かめてください",
        ),
        (
            "there is no such page: {value} (near: {near})",
            "indicators/name/, plans/name/, societies/name/, stories/name/, or an address with https://",
            "Check where the link leads",
        ),
    ),
    "story_link_left_out": entry(
        (
            "リンク先の事例はいま載っていません: {value}",
            "載っている事例へのリンク",
            "リンクは外され、ことばだけが残ります。ことばに人の名前があれば消してください",
        ),
        (
            "the story behind this link is left out: {value}",
            "a link to a story that is public",
            "The link is dropped and its words stay; remove a person's name from them",
        ),
    ),
    "story_image_form": entry(
        (
            "この書き方の写真は読めません: {value}",
            "![何が写っているか](ファイル名.jpg)",
            "( ) の中に写真のファイル名を書いてください",
        ),
        (
            "a photo written like this is not read: {value}",
            "![what can be seen](file.jpg)",
            "Write the file name of the photo in ( )",
        ),
    ),
    "picture_without_alt": entry(
        (
            "写真（{value}）に説明がありません",
            "![木造の蔵の前に立つ店主](ファイル名.jpg)",
            "[ ] の中に、何が写っているかを書いてください。見えない人にはこの文だけが伝わります",
        ),
        (
            "the photo ({value}) has no description",
            "![the owner in front of the wooden store](file.jpg)",
            "Write in [ ] what can be seen: it is all that some readers get",
        ),
    ),
    "picture_alt_empty_of_meaning": entry(
        (
            "写真の説明「{value}」からは、何が写っているか分かりません",
            "「木造の蔵の前に立つ店主と指導員」のような一文",
            "だれが、どこで、何をしているかを書いてください（題名やファイル名ではなく）",
        ),
        (
            "the description “{value}” does not say what the photo shows",
            "a sentence such as “the owner and an adviser in front of the wooden store”",
            "Write who does what where; neither the title nor a file name",
        ),
    ),
}
PERSONAL: Table = {
    "personal_phone": _personal("電話番号", "a phone number"),
    "personal_mail": _personal("メールアドレス", "a mail address"),
    "personal_address": _personal("住所", "a street address"),
    "personal_my_number": _personal("マイナンバー", "a My Number"),
    "personal_account": _personal("口座番号", "a bank account number"),
    "personal_card": _personal("カード番号", "a card number"),
}
WORDS: Table = {**CONSENT, **NAMES, **TEXT, **PERSONAL}
