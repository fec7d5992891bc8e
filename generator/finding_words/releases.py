"""Words of what was public: changed and lost figures, and the two files that remember them."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "figure_changed": entry(
        (
            "公開した数値が変わっています: {cell}（{change}）",
            "前回公開した値のまま。変えるときは、訂正（誤り）か改定（予定された変更）の別、理由、氏名、日付",
            "値が正しければ impact release --by 氏名 で種類と理由を記録してください。"
            "誤って変えたなら {old} に戻してください。",
        ),
        (
            "A published figure has changed: {cell} ({change})",
            "the value that was released; or a type (訂正 correction, 改定 revision), reason, name and date",
            "If the value is right, record type and reason with impact release --by NAME;"
            " if not, put {old} back.",
        ),
    ),
    "figure_lost": entry(
        (
            "公開した数値がなくなっています: {cell}（{change}）",
            "前回公開した値のまま。取り下げるときは、訂正か改定の別、理由、氏名、日付",
            "行が抜けたなら元に戻してください。"
            "取り下げるなら impact release --by 氏名 で種類と理由を記録してください。",
        ),
        (
            "A published figure is gone: {cell} ({change})",
            "the value that was released; or a type (訂正 correction, 改定 revision), reason, name and date",
            "If rows were lost, put them back; to withdraw the figure, record type and reason with"
            " impact release --by NAME.",
        ),
    ),
    "figure_follows": entry(
        (
            "公開した全体の数値や評価が、ほかの変更に連動して変わります: {cell}（{change}）",
            "連動する変更（記録はもとの数値に対して行います）",
            "変わってよいか確かめてください。",
        ),
        (
            "A published total or grade moves with another change: {cell} ({change})",
            "a consequence; what is recorded is the change behind it",
            "Check that it should move.",
        ),
    ),
    "grade_moves": entry(
        (
            "公開した評価が、数値の変更なしに変わります: {cell}（{change}）",
            "評価の基準や回答の範囲を変えたときだけ起こる変更",
            "site_config/metrics.yml と指標の定義を確かめてください。",
        ),
        (
            "A published grade moves without a change of figures: {cell} ({change})",
            "only after a change of thresholds, definitions or of who reports",
            "Check site_config/metrics.yml and the indicator's definition.",
        ),
    ),
    "target_revised_without_reason": entry(
        (
            "公開した目標の見直しに理由がありません: {cell}",
            "reason 列に見直しの理由",
            "data/targets.csv のこの行に理由を書いてください。",
        ),
        (
            "A published target was revised without a reason: {cell}",
            "the reason of the revision in the reason column",
            "Write the reason in this row of data/targets.csv.",
        ),
    ),
    "never_released": entry(
        (
            "公開した数値の記録がまだありません（{value}件）。あとで数値が変わっても気づけません。",
            "impact release による公開の記録",
            "公開の前に impact release --by 氏名 を実行し、"
            "data/published.csv、data/releases.yml、data/releases を保存してください。",
        ),
        (
            "Nothing remembers what is published ({value} figures); later changes would go unnoticed.",
            "a record made by impact release",
            "Run impact release --by NAME before publishing,"
            " and commit data/published.csv, data/releases.yml and data/releases.",
        ),
    ),
    "figures_not_released": entry(
        (
            "前回の公開の記録にない新しい数値があります（{value}件）。あとで変わっても気づけません。",
            "impact release による公開の記録",
            "公開の前に impact release --by 氏名 を実行してください。",
        ),
        (
            "{value} new figures are not in the record of the last release;"
            " later changes would go unnoticed.",
            "a record made by impact release",
            "Run impact release --by NAME before publishing.",
        ),
    ),
    "published_altered": entry(
        (
            "data/published.csv と data/releases.yml が合いません（{value}件。記録では{count}件）。",
            "impact release が書いたままの2つのファイル",
            "手で直さず、2つとも版管理（git）から元に戻してください。",
        ),
        (
            "data/published.csv and data/releases.yml do not fit ({value} figures; {count} by the record).",
            "both files as impact release wrote them",
            "Restore both from version control; they are not edited by hand.",
        ),
    ),
    "published_unreadable": entry(
        (
            "公開の記録の {column} 列「{value}」を読めません。",
            "impact release が書いたままの値",
            "data/published.csv を版管理（git）から元に戻してください。",
        ),
        (
            "The record of what was published has {value} in {column}, which cannot be read.",
            "the value as impact release wrote it",
            "Restore data/published.csv from version control.",
        ),
    ),
    "published_repeated": entry(
        (
            "公開の記録に同じ数値が2度あります: {value}（{first}行目）",
            "1つの数値に1行",
            "data/published.csv を版管理（git）から元に戻してください。",
        ),
        (
            "The record of what was published names {value} twice (line {first}).",
            "one row a figure",
            "Restore data/published.csv from version control.",
        ),
    ),
    "snapshot_missing": entry(
        (
            "公開の版（{value}）の数値のファイルがないため、この版は /data/versions/ に載りません。",
            "impact release が書いた {file}",
            "版管理（git）にあれば元に戻してください。"
            "最後の公開の分は、次の impact release が書きます。",
        ),
        (
            "The figures of the release of {value} are not kept; this version is not in /data/versions/.",
            "{file} as impact release wrote it",
            "Restore it from version control if it is there; the next impact release writes the last one.",
        ),
    ),
    "snapshot_altered": entry(
        (
            "公開の版（{value}）の数値が、公開したときから変わっています（{count}件。記録では{known}件）。",
            "impact release が書いたままのファイル",
            "公開した版は直しません。版管理（git）から元に戻してください。",
        ),
        (
            "The figures of the release of {value} differ from those released"
            " ({count} figures; {known} by the record).",
            "the file as impact release wrote it",
            "A released version is never edited: restore it from version control.",
        ),
    ),
    "snapshot_unknown": entry(
        (
            "どの公開にもあたらないファイルです。公開しません。",
            "data/releases.yml にある公開の日付のファイル",
            "不要なら消してください。",
        ),
        (
            "This file belongs to no release and is not published.",
            "a file for each release in data/releases.yml",
            "Remove it if nobody needs it.",
        ),
    ),
    "release_order": entry(
        (
            "公開の日付が前の公開（{before}）より古くなっています: {value}",
            "公開した順に並んだ記録",
            "data/releases.yml を版管理（git）から元に戻してください。",
        ),
        (
            "A release of {value} stands after the one of {before}.",
            "releases in the order in which they happened",
            "Restore data/releases.yml from version control.",
        ),
    ),
}
