"""Words of what can be wrong on the way out: samples, unanswered misses, the built site."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "sample_site": entry(
        (
            "サイト全体がサンプルと宣言されているため、公開できません。",
            "実績と目標がすべて本物で、sample: false であること",
            "サンプル値を本物の値に置き換え、site_config/site.yml を sample: false にしてください。",
        ),
        (
            "The whole site is declared a sample and cannot be released.",
            "real values everywhere, and sample: false",
            "Replace the sample values by real ones and set sample: false in site_config/site.yml.",
        ),
    ),
    "sample_values": entry(
        (
            "サンプル値が{count}行あります（行: {rows}）。",
            "sample 列が空の、本物の値だけ",
            "本物の値に置き換えてから sample 列の 1 を消してください。",
        ),
        (
            "{count} rows are sample values (rows: {rows}).",
            "real values only, with an empty sample column",
            "Put the real value in and clear the 1 in the sample column.",
        ),
    ),
    "review_missing": entry(
        (
            "「{indicator}」（{value}）は{year}年度の評価が{grade}ですが、理由と次の一手がありません。",
            "fiscal_year: {year}, indicator_id: {value} の項目に reason と next_step",
            "data/reviews.yml に理由と次の一手を書いてください。",
        ),
        (
            "{value} ({indicator}) was graded {grade} for {year} and has no reason and next step.",
            "an entry with fiscal_year: {year}, indicator_id: {value}, reason and next_step",
            "Write the reason and the next step in data/reviews.yml.",
        ),
    ),
    "language_without_words": entry(
        (
            "言語「{value}」の画面の言葉がありません。",
            "theme/messages/ に言葉の表がある言語",
            "languages からこの言語を外すか、theme/messages/{value}.yml を用意してください。",
        ),
        (
            "There are no interface words for language {value}.",
            "a language with a file in theme/messages/",
            "Take it out of languages, or add theme/messages/{value}.yml.",
        ),
    ),
    "mkdocs_warning": entry(
        (
            "MkDocs の警告: {value}",
            "警告のないページ",
            "リンク先と見出しを確かめてください。",
        ),
        ("MkDocs warns: {value}", "pages without warnings", "Check the link and its heading."),
    ),
    "broken_link": entry(
        (
            "ページ {page} のリンク先 {value} がありません。",
            "サイトの中にあるページかファイル",
            "リンク先の書き方を直してください。",
        ),
        (
            "{value}, linked on {page}, does not exist.",
            "a page or file of the site",
            "Correct the address.",
        ),
    ),
    "broken_anchor": entry(
        (
            "ページ {page} のリンク {value} の # の先の見出しがありません。",
            "リンク先のページにある見出し",
            "# より後を、リンク先の見出しに合わせてください。",
        ),
        (
            "{value}, linked on {page}, names no heading of its page.",
            "an anchor that the linked page has",
            "Correct what follows the #.",
        ),
    ),
    "foreign_request": entry(
        (
            "ページ {page} が他のサーバーの {value} を読み込みます。",
            "サイトの中のファイルだけ",
            "ファイルをこのサイトに置き、そこを指してください。",
        ),
        (
            "{page} loads {value} from another host.",
            "files of this site only",
            "Keep the file in this site and point there.",
        ),
    ),
    "link_runs_code": entry(
        (
            "ページ {page} のリンク {value} はプログラムを動かします。",
            "http、https、mailto か、サイトの中のリンク",
            "このリンクを消してください。",
        ),
        (
            "The link {value} on {page} would run code.",
            "http, https, mailto, or a link inside the site",
            "Remove the link.",
        ),
    ),
    "no_manifest": entry(
        (
            "一覧 {page} を読めません: {value}",
            "impact build が作ったサイトのフォルダ",
            "フォルダを確かめるか、impact build で作り直してください。",
        ),
        (
            "{page} cannot be read: {value}",
            "a folder made by impact build",
            "Check the folder, or build it again.",
        ),
    ),
    "site_file_missing": entry(
        ("一覧にあるファイルがありません。", "一覧と同じファイル", "impact build で作り直してください。"),
        ("The file is in the manifest but not there.", "the files of the manifest", "Build the site again."),
    ),
    "site_file_unlisted": entry(
        (
            "一覧にないファイルがあります。",
            "一覧と同じファイル",
            "消すか、impact build で作り直してください。",
        ),
        (
            "The file is not in the manifest.",
            "the files of the manifest",
            "Remove it, or build the site again.",
        ),
    ),
    "site_file_altered": entry(
        (
            "作られた後に書き換えられています。",
            "一覧と同じ大きさと sha256",
            "impact build で作り直してください。",
        ),
        (
            "The file was altered after the build.",
            "the size and sha256 of the manifest",
            "Build the site again.",
        ),
    ),
}
