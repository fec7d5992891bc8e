"""Words of what can be wrong with the repository that the web editor writes to (site.yml: git)."""

from __future__ import annotations

from generator.finding_words.words import Table, entry

WORDS: Table = {
    "bad_repository": entry(
        (
            "「{value}」はリポジトリの名前ではありません（{key}）。",
            "持ち主/名前（例: mihon/report）。https:// や末尾の .git は付けない",
            "リポジトリのページの上に出ている「持ち主/名前」だけを書いてください。",
        ),
        (
            "{value} is not the name of a repository ({key}).",
            "owner/name (mihon/report), without https:// and without .git",
            "Write only the owner/name that the repository's page shows.",
        ),
    ),
    "bad_branch": entry(
        (
            "「{value}」はブランチの名前として使えません（{key}）。",
            "半角の英数字と - _ . / （例: main）",
            "公開に使うブランチの名前を書くか、branch の行を消して main にしてください。",
        ),
        (
            "{value} cannot be the name of a branch ({key}).",
            "ASCII letters, digits, - _ . / (main)",
            "Name the branch that is published, or remove the line for main.",
        ),
    ),
}
