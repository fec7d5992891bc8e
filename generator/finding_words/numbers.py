"""Words of what `verify` can find wrong with the numbers of a built site."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "number_without_source": entry(
        (
            "ページの数 {value} の出どころ {src} が見つかりません",
            "API か入力にある数",
            "ページを手で直していないか確かめ、もう一度組み立ててください",
        ),
        (
            "the number {value} names a source that does not exist: {src}",
            "a number of the API or of an input",
            "Check that the page was not edited by hand, and build again",
        ),
    ),
    "number_differs": entry(
        (
            "ページの数 {value} が出どころ {src} と違います",
            "{wanted}",
            "ページを手で直していないか確かめ、もう一度組み立ててください",
        ),
        (
            "the number {value} differs from its source {src}",
            "{wanted}",
            "Check that the page was not edited by hand, and build again",
        ),
    ),
    "number_recounted_differs": entry(
        (
            "公開された値 {value} が、元の表から数え直した値と違います",
            "{wanted}",
            "データを変えたあとに組み立て直したか確かめてください。直らなければ不具合として知らせてください",
        ),
        (
            "the published value {value} differs from a recount of the raw tables",
            "{wanted}",
            "Build again after changing data; if it stays, report it as a bug",
        ),
    ),
}
