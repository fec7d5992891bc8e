"""What a workbook says to the person who fills it in, in Japanese and in English.

{member} is what a member is called, {year} a year; 年度 becomes 年 where years are calendar years.
Input messages of Excel hold 32 letters of title and 255 of text; a test counts them.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Status

STATES: Mapping[Status, tuple[str, str, str, str]] = {
    Status.REPORTED: (
        "確定",
        "値が決まっています。選ばなくても、実績を書けばこの状態になります。",
        "reported",
        "The value is final. Writing a value is enough.",
    ),
    Status.PROVISIONAL: (
        "暫定",
        "値を書き、あとで変わるかもしれないときに選びます。",
        "provisional",
        "A value that may still change.",
    ),
    Status.NOT_DUE: (
        "集計予定",
        "まだ数え終わっていません。実績は空けておき、備考に時期を書きます。",
        "not_due",
        "Not counted yet; leave the value empty and say when in the note.",
    ),
    Status.NOT_REPORTED: (
        "未報告",
        "報告できません。実績は空けておきます。",
        "not_reported",
        "Cannot be reported; leave the value empty.",
    ),
    Status.NOT_APPLICABLE: (
        "該当なし",
        "この指標に当てはまる事業や人がいません。0件とは違います。",
        "not_applicable",
        "The indicator does not concern you. This is not zero.",
    ),
    Status.NOT_MEASURABLE: (
        "測定不能",
        "測ることができませんでした。備考に理由を書きます。",
        "not_measurable",
        "Could not be measured; say why in the note.",
    ),
    Status.NOT_CARRIED_OUT: (
        "未実施",
        "取組を行いませんでした。備考に理由を書きます。",
        "not_carried_out",
        "Was not carried out; say why in the note.",
    ),
    Status.SUPPRESSED: (
        "秘匿",
        "値は書きますが、公表しません。合計には入ります。",
        "suppressed",
        "The value counts in totals and is never published.",
    ),
}
"""ja label, ja meaning, en label, en meaning. The labels are what the closed grammar reads."""

WORDS: Mapping[str, tuple[str, str]] = {
    "cover": ("はじめに", "Read me first"),
    "cover.title": ("{year}の実績の報告", "Report of {year}"),
    "cover.for": ("報告する団体", "Reported by"),
    "cover.to": ("提出先", "Send to"),
    "cover.until": ("提出の期限", "Until"),
    "cover.until_open": ("提出先からの案内のとおり", "as the addressee has told"),
    "cover.asked": ("お尋ねする数", "Asked"),
    "cover.asked_value": ("{n} 行（シート {sheets} 枚）", "{n} rows on {sheets} sheets"),
    "cover.everyone": ("すべての{member}", "all {member}"),
    "cover.steps": ("書き方", "How to fill in"),
    "cover.step.1": (
        "黄色のセルだけに書きます。灰色のセルは書きかえられません。",
        "Write in the yellow cells only. Grey cells are locked.",
    ),
    "cover.step.2": (
        "1つのセルに数を1つだけ書きます。単位、「約」、かっこ書きは書きません。説明は備考に書きます。",
        "One number a cell: no unit, no “about”, no brackets. Remarks belong in the note.",
    ),
    "cover.step.3": (
        "割合は、分子と分母の2つの数を書きます。割合そのものは計算します。",
        "For shares write numerator and denominator; the share is computed.",
    ),
    "cover.step.4": (
        "数が0のときは 0 と書きます。空のセルは「まだ書いていない」とみなし、前の値を変えません。",
        "Zero is written 0. An empty cell means “not yet” and changes nothing.",
    ),
    "cover.step.5": (
        "値が書けないときは、「状態」から理由を選びます。",
        "Where there is no value, choose the reason under State.",
    ),
    "cover.step.6": (
        "行や列を増やしたり、セルを結合したり、シートの名前を変えたりしません。印刷はA4横に収まります。",
        "Do not add rows or columns, merge cells or rename sheets. Printing fits A4 landscape.",
    ),
    "cover.step.7": (
        "書き終えたら、そのまま保存して送ります。"
        "Excel、LibreOffice、Google スプレッドシート（.xlsx で書き出す）のどれでも書けます。",
        "Save and send it. Excel, LibreOffice and Google Sheets (exported as .xlsx) all work.",
    ),
    "cover.sample": (
        "「前回の値」にはサンプル（架空の値）が含まれています。",
        "Some of the last values are samples (made up).",
    ),
    "cover.states": ("状態の意味", "States"),
    "cover.sheets": ("シート", "Sheets"),
    "cover.rows": ("{n} 行", "{n} rows"),
    "with_year": ("{heading}（{year}）", "{heading} ({year})"),
    "total": ("合計", "total"),
    "ask.title": ("{unit}で書きます", "In {unit}"),
    "ask.title_plain": ("数を書きます", "A number"),
    "ask.whole": ("整数を書きます。単位やカンマは要りません。", "A whole number, without a unit."),
    "ask.number": ("数を書きます。小数も書けます。単位は要りません。", "A number, without a unit."),
    "ask.percent": ("百分率の数を書きます。30％なら 30 です。", "A percentage: 30 for 30 %."),
    "ask.yes_no": ("できていれば 1、いなければ 0 を選びます。", "1 for yes, 0 for no."),
    "ask.between": ("{low} から {high} までです。", "From {low} to {high}."),
    "ask.least": ("{low} 以上です。", "At least {low}."),
    "ask.most": ("{high} 以下です。", "At most {high}."),
    "ask.zero": ("0のときは 0 と書きます。", "Write 0 for zero."),
    "ask.numerator": (
        "割合の上の数（当てはまる数）を書きます。割合ではありません。",
        "The upper number of the share, not the share.",
    ),
    "ask.denominator": (
        "割合の下の数（全体の数）を書きます。割合ではありません。",
        "The lower number of the share (the whole).",
    ),
    "ask.status": (
        "値が書けないとき、または値が暫定のときに選びます。ふつうは空のままでかまいません。",
        "Choose where there is no value, or where it is provisional. Usually empty.",
    ),
    "ask.note": (
        "説明があれば書きます（500字まで）。公表されることがあります。",
        "Remarks, up to 500 letters. May be published.",
    ),
    "refused.title": ("この値は書けません", "Not possible"),
    "refused.number": (
        "{hint}「約」「件」などの文字や、2つの数は書けません。値が書けないときは空にして、「状態」から選んでください。",
        "{hint} No words and no second number. Without a value, leave the cell empty and choose a state.",
    ),
    "refused.status": (
        "一覧から選んでください。説明は備考に書きます。",
        "Choose from the list; remarks belong in the note.",
    ),
    "refused.note": ("500字までです。", "At most 500 letters."),
    "title.numerator": ("分子", "Numerator"),
    "title.denominator": ("分母", "Denominator"),
    "title.status": ("状態", "State"),
    "title.note": ("備考", "Note"),
    "print.page": ("{sheet}　&P/&N ページ", "{sheet}  page &P/&N"),
}


def say(key: str, lang: str, **values: object) -> str:
    """One phrase in `lang` (ja; anything else is English)."""
    japanese, english = WORDS[key]
    return (japanese if lang == "ja" else english).format(**values)


def state(status: Status, lang: str) -> str:
    """The label of a state in the drop-down."""
    return STATES[status][0 if lang == "ja" else 2]


def state_meaning(status: Status, lang: str) -> str:
    return STATES[status][1 if lang == "ja" else 3]
