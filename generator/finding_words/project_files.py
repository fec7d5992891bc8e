"""Words of what can be wrong with a YAML or Markdown file as such, and with missing files."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "yaml_alias": entry(
        (
            "参照（{value}）は使えません",
            "& や * のない値",
            '値をその場所に書き写してください。文字なら " " で囲みます',
        ),
        (
            "anchors and aliases ({value}) are not allowed",
            "values without & and *",
            "Write the value out; put text in quotes",
        ),
    ),
    "yaml_tag": entry(
        ("タグ（{value}）は使えません", "! のない値", 'タグを消してください。文字なら " " で囲みます'),
        ("tags ({value}) are not allowed", "values without !", "Remove the tag; put text in quotes"),
    ),
    "yaml_merge": entry(
        ("結合（<<）は使えません", "すべての項目をその場に", "項目を一つずつ書いてください"),
        ("merge keys (<<) are not allowed", "every key written out", "Write the keys out"),
    ),
    "yaml_duplicate_key": entry(
        (
            "項目「{value}」は {first} 行目にもあります",
            "一つの項目は一度だけ",
            "どちらかを消すか、名前を直してください",
        ),
        ("the key “{value}” is already in line {first}", "each key once", "Remove or rename one of the two"),
    ),
    "yaml_key_not_text": entry(
        ("項目名が文字ではありません", "項目: 値", "項目名を一語の文字にしてください"),
        ("a key is not text", "key: value", "Make the key a word"),
    ),
    "yaml_too_deep": entry(
        ("入れ子が深すぎます", "30 段まで", "かっこや字下げを見直してください"),
        ("nested too deeply", "at most 30 levels", "Check brackets and indentation"),
    ),
    "yaml_too_large": entry(
        (
            "ファイルが大きすぎます（{value} バイト）",
            "5,000,000 バイトまで",
            "別のファイルを置いていないか確かめてください",
        ),
        (
            "the file is too large ({value} bytes)",
            "at most 5,000,000 bytes",
            "Check that it is the right file",
        ),
    ),
    "yaml_many_documents": entry(
        ("一つのファイルに文書が二つあります", "一つのファイルに一つ", "途中の --- を消してください"),
        ("two documents in one file", "one document a file", "Remove the --- in between"),
    ),
    "yaml_not_utf8": entry(
        (
            "文字コードが UTF-8 ではありません（{value}）",
            "UTF-8",
            "エディターで「UTF-8」を選んで保存し直してください",
        ),
        ("the file is not UTF-8 ({value})", "UTF-8", "Save it again as UTF-8"),
    ),
    "yaml_fullwidth_colon": entry(
        ("コロンが全角です（{value}）", "半角の「:」と空白", "「：」を「: 」に直してください"),
        ("a full-width colon ({value})", "a colon and a space", "Write “: ” instead of “：”"),
    ),
    "yaml_wide_space": entry(
        (
            "全角などの空白が、字下げかコロンの後にあります（{value}）",
            "半角の空白",
            "その空白を半角に直してください",
        ),
        (
            "a wide or no-break space in the indentation or behind the colon ({value})",
            "ordinary spaces",
            "Replace it by ordinary spaces",
        ),
    ),
    "yaml_colon_space": entry(
        ("コロンの後に空白がありません（{value}）", "項目: 値", "「:」の後に半角の空白を入れてください"),
        ("no space behind the colon ({value})", "key: value", "Put a space behind the colon"),
    ),
    "yaml_tab": entry(
        ("字下げにタブがあります（{value}）", "半角の空白による字下げ", "タブを半角の空白に直してください"),
        ("a tab in the indentation ({value})", "indentation by spaces", "Replace the tab by spaces"),
    ),
    "yaml_syntax": entry(
        (
            "この行の近くが YAML として読めません: {value}",
            "項目: 値",
            "字下げ、引用符とかっこの閉じ忘れを確かめてください。"
            '値に「: 」や「 #」があるか、値が @ や % などの記号で始まるなら、値を " " で囲みます',
        ),
        (
            "not readable as YAML: {value} ({problem})",
            "key: value",
            "Check indentation, quotes and brackets; put values with “: ” or “ #” in quotes",
        ),
    ),
    "hidden_character": entry(
        ("目に見えない文字 {value} が混じっています", "目に見える文字だけ", "その行を打ち直してください"),
        ("an invisible character {value}", "visible characters only", "Type the line again"),
    ),
    "front_matter_missing": entry(
        (
            "ファイルの初めに見出し部がありません",
            "--- の行、title: の行、--- の行",
            "一行目に ---、次に title: 題名、その次に --- と書いてください",
        ),
        (
            "there is no front matter",
            "a line ---, a line title: …, a line ---",
            "Begin the file with these three lines",
        ),
    ),
    "html_in_text": entry(
        (
            "本文に HTML があります（{value}）",
            "Markdown の文だけ",
            "タグを消してください。不等号を見せたいときは &lt; と書きます",
        ),
        ("HTML in the text ({value})", "Markdown only", "Remove the tag; write &lt; to show the sign"),
    ),
    "unsafe_address": entry(
        (
            "リンク先「{value}」は使えません",
            "https:、http:、mailto: 、またはこのサイトの中の相対パス",
            "リンク先を直してください",
        ),
        (
            "the link “{value}” is not allowed",
            "https:, http:, mailto: or a relative address",
            "Correct the link",
        ),
    ),
    "image_from_elsewhere": entry(
        (
            "画像「{value}」はほかのサイトにあります",
            "このサイトの中の画像",
            "画像のファイルを content/ に置き、その名前を書いてください",
        ),
        (
            "the picture “{value}” is on another site",
            "a picture of this site",
            "Put the file into content/ and write its name",
        ),
    ),
    "language_unknown": entry(
        ("言語「{value}」を知りません", "{known}", "languages を直してください（近い語: {near}）"),
        ("unknown language “{value}”", "{known}", "Correct languages (nearest: {near})"),
    ),
    "language_not_built": entry(
        ("言語「{value}」はまだ作れません。{built} だけを作ります", "{built}", "そのままでもかまいません"),
        ("the language “{value}” is not built yet; only {built} is", "{built}", "It may stay"),
    ),
    "no_language_built": entry(
        ("作れる言語がありません（{value}）", "{built} を含む一覧", "languages に {built} を加えてください"),
        (
            "none of the languages ({value}) can be built yet",
            "a list with {built}",
            "Add {built} to languages",
        ),
    ),
    "missing_file": entry(
        ("ファイル {file} がありません", "{example}", "この例のように {file} を作ってください"),
        ("the file {file} is missing", "{example}", "Write {file} after this example"),
    ),
    "no_values": entry(
        (
            "数値のファイルがありません",
            "data/values/ に CSV または XLSX が一つ以上。列は indicator_id,fiscal_year,society,target,actual",
            "data/values/ に数値のファイルを置いてください",
        ),
        (
            "there is no file of values",
            "at least one CSV or XLSX in data/values/: indicator_id,fiscal_year,society,target,actual",
            "Put a file of values into data/values/",
        ),
    ),
}
