"""Words of what can be wrong in one YAML file: keys, types, limits."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "missing_key": entry(
        ("項目 {name} がありません", "{name}: の行", "{name}: に値を書いて加えてください"),
        ("the key {name} is missing", "a line {name}: …", "Add {name}: with its value"),
    ),
    "unknown_key": entry(
        (
            "知らない項目名「{value}」です",
            "{known}",
            "綴りを直すか、その行を消してください（近い名前: {near}）",
        ),
        ("unknown key “{value}”", "{known}", "Correct the spelling or remove the line (nearest: {near})"),
    ),
    "not_one_of": entry(
        ("「{value}」は使えません", "{allowed} のどれか", "どれか一つを選んでください（近い語: {near}）"),
        ("“{value}” is not allowed here", "one of {allowed}", "Choose one of them (nearest: {near})"),
    ),
    "not_text": entry(
        ("文字ではありません（{value}）", "文字", '文字で書いてください。true や false は " " で囲みます'),
        ("not text ({value})", "text", "Write text; put true or false in quotes"),
    ),
    "not_whole_number": entry(
        (
            "整数ではありません（{value}）",
            "半角の整数。年度は 2024 のような始まりの年",
            "引用符や単位を付けず、半角数字だけで書いてください",
        ),
        (
            "not a whole number ({value})",
            "a whole number; a fiscal year as 2024",
            "Write digits only, no quotes, no unit",
        ),
    ),
    "not_number": entry(
        (
            "数ではありません（{value}）",
            "半角の数（例 12 や 0.8）",
            "引用符、単位、桁区切りを付けずに書いてください",
        ),
        (
            "not a number ({value})",
            "a number such as 12 or 0.8",
            "Write it without quotes, unit or separators",
        ),
    ),
    "not_true_or_false": entry(
        (
            "true でも false でもありません（{value}）",
            "true または false",
            "true か false と書いてください（yes や no は使えません）",
        ),
        ("neither true nor false ({value})", "true or false", "Write true or false (not yes, no, on, off)"),
    ),
    "not_date": entry(
        (
            "日付ではありません（{value}）",
            "2026-04-01 の形の日付",
            "年-月-日 を半角で、引用符なしで書いてください",
        ),
        ("not a date ({value})", "a date such as 2026-04-01", "Write year-month-day without quotes"),
    ),
    "not_list": entry(
        (
            "一覧ではありません（{value}）",
            "[a, b] または - で始まる行",
            "一つだけでも [ ] で囲むか、- を付けてください",
        ),
        (
            "not a list ({value})",
            "[a, b] or lines that begin with -",
            "Put it in [ ] or begin the line with -",
        ),
    ),
    "not_mapping": entry(
        (
            "「項目: 値」の形ではありません（{value}）",
            "項目: 値 を並べたもの",
            "半角の「:」と空白を使い、項目: 値 の形で書いてください",
        ),
        ("not “key: value” ({value})", "lines of key: value", "Write key: value with a colon and a space"),
    ),
    "empty_text": entry(
        ("中身がありません", "一文字以上の文字", "内容を書いてください"),
        ("the text is empty", "at least one character", "Write the text"),
    ),
    "out_of_range": entry(
        ("{value} は使える範囲の外です", "{limit}", "範囲の中の値にしてください"),
        ("{value} is out of range", "{limit}", "Use a value within the limit"),
    ),
    "wrong_length": entry(
        ("個数または長さが合いません（{value}）", "{limit}", "個数または長さを合わせてください"),
        ("the number of items or characters does not fit ({value})", "{limit}", "Use as many as expected"),
    ),
    "bad_slug": entry(
        (
            "「{value}」はページのアドレス（URL）に使えません",
            "半角の小文字、数字、ハイフン（先頭は英数字）",
            "slug: に例 flower-beds のような名前を書いてください",
        ),
        (
            "“{value}” cannot be part of an address",
            "a–z, 0–9 and hyphens, beginning with a letter or digit",
            "Write a slug: such as flower-beds",
        ),
    ),
    "bad_part_id": entry(
        (
            "id「{value}」に空白か記号が入っています",
            "空白と < > \" ' # % & ? / のない id（例 1-1）",
            "空白や記号を - に変えてください",
        ),
        (
            "the id “{value}” holds spaces or signs",
            "an id without spaces and < > \" ' # % & ? / (such as 1-1)",
            "Use hyphens instead",
        ),
    ),
    "bad_indicator_id": entry(
        (
            "「{value}」は指標の番号（id）に使えません",
            "半角の大文字、数字、_ と -（例 K01）",
            "小文字や空白、全角を直してください",
        ),
        (
            "“{value}” cannot be an indicator id",
            "A–Z, 0–9, _ and - (such as K01)",
            "Use capitals and no spaces",
        ),
    ),
    "bad_colour": entry(
        (
            "「{value}」は色ではありません",
            "#0a5c36 のような # と 16 進 6 桁",
            '# と 6 桁で書き、" " で囲んでください',
        ),
        (
            "“{value}” is not a colour",
            "# and six hex digits, such as #0a5c36",
            'Write it in quotes, "#0a5c36"',
        ),
    ),
    "bad_web_address": entry(
        (
            "「{value}」はサイトのアドレスとして使えません",
            "http:// または https:// で始まるアドレス（? と # と @ は不可）",
            "https://example.org/ のように書いてください",
        ),
        (
            "“{value}” is not a site address",
            "an address that begins with http:// or https://, without ?, # and @",
            "Write it as https://example.org/",
        ),
    ),
    "bad_goal": entry(
        (
            "「{value}」は SDGs の目標・ターゲットの番号ではありません",
            "8 や 8.3 や 11.a",
            "1 から 17 の番号で書いてください",
        ),
        ("“{value}” is not an SDG goal or target", "8, 8.3 or 11.a", "Use a number from 1 to 17"),
    ),
}
