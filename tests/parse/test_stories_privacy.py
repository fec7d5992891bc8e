"""Personal data in a text is found in every spelling, and nothing else is taken for it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from story_project import BASE, one, told

from generator.parse.privacy import is_card_number, is_my_number, personal_data

PHONES = (
    *(
        "090-0000-0000",
        "０９０－００００－００００",
        "090‐1234‐5678",
        "090–1234–5678",
        "090—1234—5678",
        "090−1234−5678",
    ),
    *(
        "０９０ー１２３４ー５６７８",
        "090 1234 5678",
        "０９０　１２３４　５６７８",
        "09012345678",
        "090(1234)5678",
    ),
    *("（０９０）１２３４－５６７８", "090.1234.5678", "090・1234・5678", "080-1234-5678", "070-1234-5678"),
    *(
        "050-1234-5678",
        "0857-22-1234",
        "(0857)22-1234",
        "０８５７（２２）１２３４",
        "0857221234",
        "03-1234-5678",
    ),
    *("0120-123-456", "0120-12-3456", "0120 00 00 00", "0800-123-4567", "0570-000-000", "+81-90-1234-5678"),
    *(
        "+81 857 22 1234",
        "+81(0)857-22-1234",
        "090&#45;1234&#45;5678",
        "090-<b>1234</b>-5678",
        "**090**-1234-5678",
    ),
    *(
        "〇九〇-一二三四-五六七八",
        "TEL0857-22-1234",
        "電話：22-1234",
        "090 - 1234 - 5678",
        "090\\-1234\\-5678",
    ),
    *(
        "<tel:0857-22-1234>",
        "[電話](tel:0857221234)",
        "<!-- 090-1234-5678 -->",
        "090-\n1234-5678",
        "090/1234/5678",
    ),
)
MAILS = (
    *(
        "taro@example.jp",
        "taro.yamada+x@mail.example.co.jp",
        "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ",
        "taro＠example.jp",
    ),
    *(
        "taro[at]example.jp",
        "taro@例え.jp",
        "[書く](mailto:taro@example.jp)",
        "<taro@example.jp>",
        "taro&#64;example.jp",
    ),
    '<a href="mailto:taro@example.jp">書く</a>',
)
ADDRESSES = (
    *(
        "〒680-0011",
        "〒６８０－００１１",
        "郵便番号 680-0011",
        "本町1丁目2番3号",
        "本町一丁目２－３",
        "東町220番地",
    ),
    *(
        "東町二百二十番地の三",
        "鳥取市東町1-220",
        "東町１丁目２２０",
        "東京都千代田区丸の内1-2-3",
        "大字上1-2-3",
    ),
)
INNOCENT = (
    *(
        "2024-2025年度",
        "2024年4月1日",
        "2025-02-01",
        "1,200,000円",
        "令和6年度は1,234,567,890円",
        "売上は前年比102.9%",
    ),
    *(
        "misogura-2024-01",
        "![味噌蔵の店主](IMG_0901234-5678.jpg)",
        "https://example.org/0312345678",
        "10:00-17:00",
    ),
    *(
        "1回100人、年10回",
        "第3番目の成果",
        "28の商工会",
        "3丁目の夕日という店",
        "100-2000人",
        "SNSの@misogura",
    ),
    *(
        "123456789012個",
        "FY2024/2025",
        "令和6年4月～令和7年3月",
        "R6-R8",
        "0.123456789",
        "5 < 6 & 7 | 8 100%",
    ),
    *(
        "1234-5678-9012-3456",
        "商品番号 4901234567894",
        "01-04-2024",
        "350-500万円",
        "K07 2024 2025",
        "普通の1年目",
    ),
    *(
        "3-4日",
        "町の会員10-20人",
        "市の2023-2024-2025年の計画",
        "２０２４－２０２５",
        "番地のない道",
        "1/2/3",
        "0-1-2-3",
    ),
)


@pytest.mark.parametrize("text", PHONES)
def test_a_phone_number_is_found_in_every_spelling(text: str) -> None:
    """Any width, dash, space or bracket; mobile, landline, free dial, +81; hidden in markup too."""
    found = personal_data(f"連絡は {text} まで。")
    assert [match.code for match in found] == ["personal_phone"], found


@pytest.mark.parametrize("text", MAILS)
def test_a_mail_address_is_found(text: str) -> None:
    """Half and full width, with a word for @, as a link."""
    assert [m.code for m in personal_data(f"宛先 {text} です")] == ["personal_mail"]


@pytest.mark.parametrize("text", ADDRESSES)
def test_a_street_address_is_found(text: str) -> None:
    """A postal code, or a place down to the house."""
    assert {m.code for m in personal_data(f"蔵は{text}にあります")} == {"personal_address"}


@pytest.mark.parametrize("text", INNOCENT)
def test_numbers_of_a_story_are_no_personal_data(text: str) -> None:
    """Years, dates, amounts, spans, slugs and file names are not held."""
    assert personal_data(f"成果は {text} でした。") == ()


def test_my_number_is_known_by_its_check_digit() -> None:
    """Of the ten numbers with the same first eleven digits exactly one is held."""
    told = [m.code for d in range(10) for m in personal_data(f"番号 12345678901{d} です")]
    assert told == ["personal_my_number"]
    assert is_my_number("123456789018") and not is_my_number("123456789012")
    assert [m.code for m in personal_data("１２３４－５６７８－９０１８")] == ["personal_my_number"]


def test_my_numbers_in_use_for_tests_have_the_digit_the_law_computes() -> None:
    """Weights 6 5 4 3 2 7 6 5 4 3 2 from the left, written out here a second way."""
    for first in ("00000000001", "98765432109", "31415926535", "27182818284"):
        total = sum(int(a) * b for a, b in zip(first, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True))
        digit = 0 if total % 11 < 2 else 11 - total % 11
        assert [d for d in range(10) if is_my_number(f"{first}{d}")] == [digit]


def test_card_and_account_numbers_are_held() -> None:
    """A card by Luhn's sum; an account where the words say so."""
    assert is_card_number("4111111111111111") and not is_card_number("4111111111111112")
    assert [m.code for m in personal_data("4111-1111-1111-1111")] == ["personal_card"]
    assert [m.code for m in personal_data("普通 1234567")] == ["personal_account"]
    assert [m.code for m in personal_data("口座番号は １２３４５６７")] == ["personal_account"]


def test_every_match_is_told_as_written_and_apart() -> None:
    """Two numbers are two finds, with the text of the file and where it begins."""
    text = "自宅 ０８５７－２２－１２３４、携帯 090-1234-5678"
    found = personal_data(text)
    assert [m.text for m in found] == ["０８５７－２２－１２３４", "090-1234-5678"]
    assert [text[m.start :].startswith(m.text) for m in found] == [True, True]
    assert found[0].plain == "0857221234"


@pytest.mark.parametrize(
    "text",
    [
        "0" * 60_000,
        "-" * 60_000,
        "1番" * 30_000,
        "a@" * 30_000,
        "![" * 30_000,
        "<a " * 20_000,
        "市一" * 30_000,
        "〇" * 60_000,
        "090-" * 15_000,
    ],
)
def test_a_long_text_is_looked_through_at_once(text: str) -> None:
    """No pattern needs more than time in proportion to the text."""
    start = time.perf_counter()
    personal_data(text)
    assert time.perf_counter() - start < 4


def test_a_comment_beside_the_values_is_looked_through(tmp_path: Path) -> None:
    """A phone number behind a # in the front matter is in the file that everybody can fetch."""
    for number, line in enumerate(("industry: 食品 # 090-1234-5678", "# 090-1234-5678")):
        text = BASE.replace("\n---\n", f"\n{line}\n---\n", 1)
        found = told(one(tmp_path / str(number), text))
        assert found == [("held", "personal_phone", BASE[: BASE.index("\n---\n")].count("\n") + 2)]


def test_a_number_sign_within_quotes_is_told_once(tmp_path: Path) -> None:
    """`"組 #090…"` is a value and no comment."""
    text = BASE.replace("\n---\n", '\nplace: "組 #090-1234-5678"\n---\n', 1)
    assert [code for _, code, _ in told(one(tmp_path, text))] == ["personal_phone"]
