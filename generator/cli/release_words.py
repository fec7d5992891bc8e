"""What `impact release` and `impact diff` say on the terminal (see `words`)."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "release.summary": (
        "前回の公開から: 変わった数値 {changes} 件 · 連動する全体の数値 {follows} 件 · 新しい数値 {added} 件",
        "Since the last release: {changes} changed · {follows} totals that follow · {added} new",
    ),
    "release.change": ("  {cell}: {change}", "  {cell}: {change}"),
    "release.follows": ("  （連動）{cell}: {change}", "  (follows) {cell}: {change}"),
    "release.ask_type": (
        "    種類（訂正 = 誤りを直した、改定 = 予定された変更）",
        "    type (correction = it was wrong, revision = planned)",
    ),
    "release.ask_reason": ("    理由", "    reason"),
    "release.open_change": (
        "  答えがありません: {cell} …… --type '{cell}=訂正'（または 改定）と --reason '{cell}=理由'",
        "  unanswered: {cell} — --type '{cell}=correction' (or revision) and --reason '{cell}=why'",
    ),
    "release.open_value": (
        "  確かめた人の言葉がありません: {cell} …… --reason '{cell}=この値で正しい理由'",
        "  not confirmed: {cell} — --reason '{cell}=why this value is right'",
    ),
    "release.left": (
        "確認の要る点が {count} 件残っているため、公開の記録を書きませんでした。",
        "{count} points are left open; the release was not recorded.",
    ),
    "release.typed": (
        "  {type}: {cell}（{change}）{reason}",
        "  {type}: {cell} ({change}) {reason}",
    ),
    "release.done": (
        "公開の記録を書きました: 数値 {count} 件、{on}、{by}。"
        "data/published.csv、data/releases.yml、{snapshot} を保存（コミット）し、"
        "impact build --release で公開してください。",
        "Recorded: {count} figures, {on}, {by}. Commit data/published.csv, data/releases.yml and {snapshot},"
        " then publish with impact build --release.",
    ),
    "release.unchanged": (
        "前回の公開（{on}）から変わった数値はありません。何も書きませんでした。",
        "Nothing has changed since the release of {on}; nothing was written.",
    ),
    "unknown_revision": (
        "{revision} は、プロジェクトのフォルダでも、プロジェクトのある git の版でもありません。",
        "{revision} is neither a project folder nor a git revision that holds the project.",
    ),
    "release.no_name": ("氏名が空です", "the name is empty"),
    "release.too_early": (
        "{on} は前回の公開（{last}）より前です",
        "{on} is before the last release ({last})",
    ),
    "release.bad_type": (
        "{value} は CELL=訂正 か CELL=改定 の形ではありません",
        "{value} is not CELL=correction or CELL=revision",
    ),
}
