"""What an import did and what it left out. Everything that is not carried over is named here."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from enum import StrEnum


class Code(StrEnum):
    """What can be said about an import. Every code has a sentence in each language."""

    FILE_UNREADABLE = "file_unreadable"
    FILE_SKIPPED = "file_skipped"
    ENCODING_GUESSED = "encoding_guessed"
    COLUMN_MISSING = "column_missing"
    COLUMN_NOT_CARRIED = "column_not_carried"
    ROW_TOO_LONG = "row_too_long"
    ROW_IS_TEXT = "row_is_text"
    YEAR_NOT_UNDERSTOOD = "year_not_understood"
    VALUE_NOT_UNDERSTOOD = "value_not_understood"
    ROW_REPEATED = "row_repeated"
    ROWS_CONTRADICT = "rows_contradict"
    NO_HEADLINE = "no_headline"
    SPLIT_BY_UNIT = "split_by_unit"
    NO_METADATA = "no_metadata"
    METADATA_UNREADABLE = "metadata_unreadable"
    METADATA_WITHOUT_DATA = "metadata_without_data"
    METADATA_NOT_CARRIED = "metadata_not_carried"
    TARGET_NOT_CARRIED = "target_not_carried"
    BREAK_NOT_CARRIED = "break_not_carried"
    ID_CHANGED = "id_changed"
    SETTING_TO_FILL_IN = "setting_to_fill_in"
    KEPT_AS_EDITED = "kept_as_edited"


_SENTENCES: dict[str, dict[Code, str]] = {
    "ja": {
        Code.FILE_UNREADABLE: "ファイルを読めないため取り込んでいません（{value}）",
        Code.FILE_SKIPPED: "データファイルではないため読んでいません（{value}）",
        Code.ENCODING_GUESSED: "UTF-8ではないため、{value} として読みました",
        Code.COLUMN_MISSING: "列「{value}」がないため取り込んでいません",
        Code.COLUMN_NOT_CARRIED: "列「{value}」は取り込んでいません",
        Code.ROW_TOO_LONG: "見出しより列が多い行です。取り込んでいません（{value}）",
        Code.ROW_IS_TEXT: "数値でなく文の行です。お知らせとして載せました（{value}）",
        Code.YEAR_NOT_UNDERSTOOD: "年を読み取れないため取り込んでいません（{value}）",
        Code.VALUE_NOT_UNDERSTOOD: "数値として読み取れません。値なしとし、注記に原文を残しました（{value}）",
        Code.ROW_REPEATED: "{other}行目と同じ内容です。1行にまとめました（{value}）",
        Code.ROWS_CONTRADICT: "{other}行目と年・区分が同じで値が違います。公表せず注記に残します（{value}）",
        Code.NO_HEADLINE: "全体の値がありません。区分別の値だけを取り込みました",
        Code.SPLIT_BY_UNIT: "単位が複数あるため、単位ごとの指標に分けました（{value}）",
        Code.NO_METADATA: "説明ファイルがありません",
        Code.METADATA_UNREADABLE: "説明ファイルを読めません（{value}）",
        Code.METADATA_WITHOUT_DATA: "データファイルのない指標です。取り込んでいません",
        Code.METADATA_NOT_CARRIED: "説明項目「{value}」は取り込んでいません（{other}か所）",
        Code.TARGET_NOT_CARRIED: "目標値を取り込んでいません（{value}）",
        Code.BREAK_NOT_CARRIED: "系列の断層を取り込んでいません（{value}）",
        Code.ID_CHANGED: "指標IDを {value} にしました",
        Code.SETTING_TO_FILL_IN: "元データにない設定です。書き込んでください: {value}",
        Code.KEPT_AS_EDITED: "手で直されているため上書きしていません",
    },
    "en": {
        Code.FILE_UNREADABLE: "could not be read and is not carried over ({value})",
        Code.FILE_SKIPPED: "is not a data file and was not read ({value})",
        Code.ENCODING_GUESSED: "is not UTF-8; read as {value}",
        Code.COLUMN_MISSING: "has no column {value} and is not carried over",
        Code.COLUMN_NOT_CARRIED: "column {value} is not carried over",
        Code.ROW_TOO_LONG: "row has more cells than the header; not carried over ({value})",
        Code.ROW_IS_TEXT: "row holds a sentence, not a figure; shown as a notice ({value})",
        Code.YEAR_NOT_UNDERSTOOD: "year not understood; row not carried over ({value})",
        Code.VALUE_NOT_UNDERSTOOD: "value not understood; carried as no value, its text as note ({value})",
        Code.ROW_REPEATED: "says the same as line {other}; carried over once ({value})",
        Code.ROWS_CONTRADICT: "contradicts line {other} for the same year and categories; "
        "neither is published, both are in the note ({value})",
        Code.NO_HEADLINE: "has no overall figure; only its categories are carried over",
        Code.SPLIT_BY_UNIT: "has several units; one indicator for each ({value})",
        Code.NO_METADATA: "has no metadata file",
        Code.METADATA_UNREADABLE: "metadata could not be read ({value})",
        Code.METADATA_WITHOUT_DATA: "has no data file; indicator not carried over",
        Code.METADATA_NOT_CARRIED: "metadata field {value} is not carried over ({other} times)",
        Code.TARGET_NOT_CARRIED: "target not carried over ({value})",
        Code.BREAK_NOT_CARRIED: "series break not carried over ({value})",
        Code.ID_CHANGED: "indicator id became {value}",
        Code.SETTING_TO_FILL_IN: "setting that the source does not have, fill it in: {value}",
        Code.KEPT_AS_EDITED: "was edited by hand and is kept as it is",
    },
}


@dataclass(frozen=True, slots=True, order=True)
class ImportFinding:
    """One thing to know. `file` is relative to the source folder (or, for settings, to the
    project); `line` counts from 1, 0 = the whole file; `other` is a line or a count."""

    file: str
    line: int
    code: Code
    value: str = ""
    other: str = ""

    def tell(self, language: str = "ja") -> str:
        sentence = _SENTENCES[language][self.code]
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place} {sentence.format(value=self.value, other=self.other)}"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts of one import and all its findings, sorted by place.

    rows_read = rows_written + rows_merged + rows_as_notice + rows_left_out.
    """

    files: int
    indicators: int
    rows_read: int
    rows_written: int
    rows_merged: int
    """Repeated or contradicting rows that share one written row with another."""
    rows_as_notice: int
    rows_left_out: int
    values_written: int
    """Written rows that carry a number."""
    findings: tuple[ImportFinding, ...]

    def by_code(self) -> dict[str, int]:
        return dict(sorted(Counter(str(f.code) for f in self.findings).items()))

    def as_text(self, language: str = "ja") -> str:
        """The whole report, one finding a line; counts first."""
        return "\n".join([self.summary(language), *(f.tell(language) for f in self.findings)]) + "\n"

    def summary(self, language: str = "ja") -> str:
        if language == "ja":
            return (
                f"データ{self.files}ファイル、{self.rows_read}行を読み、{self.indicators}指標、"
                f"{self.rows_written}行を書きました（うち数値{self.values_written}、まとめた行{self.rows_merged}、"
                f"お知らせにした行{self.rows_as_notice}、取り込まなかった行{self.rows_left_out}）。"
                f"確認事項{len(self.findings)}件。"
            )
        return (
            f"Read {self.files} data files with {self.rows_read} rows; wrote {self.indicators} indicators "
            f"and {self.rows_written} rows ({self.values_written} with a number, {self.rows_merged} merged, "
            f"{self.rows_as_notice} shown as notices, {self.rows_left_out} left out). "
            f"{len(self.findings)} findings."
        )

    def as_json(self) -> str:
        """The report for machines; the same bytes for the same import."""
        content = asdict(self) | {"codes": self.by_code()}
        return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
