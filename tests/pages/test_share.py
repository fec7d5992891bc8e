"""The share bar: the right text behind the right link, never longer than the network takes."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages import qr, share
from generator.pages.share_lengths import LIMITS, characters, fitting, graphemes, shorter, weight

ADDRESS = "https://example.org/indicators/support-cases/"
SENTENCE = "令和7年度は12,345.6件。目標12,000件に対し達成率102.8%で、目標を達成しました(A)。(サンプル値)"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("abc 123", 7),
        ("件", 2),
        ("令和7年度", 9),
        ("\u10ff", 1),
        ("\u1100", 2),
        ("\u2019\u2014", 2),
        ("\u2015", 1),
        ("\u2022", 2),
        ("\u2033", 1),
        ("か\u3099", 2),
        ("𠮷", 2),
        ("⑦", 2),
    ],
)
def test_x_counts_by_its_own_weights(text: str, length: int) -> None:
    """Latin letters and a few marks weigh 1, all others 2, after joining what can be one sign (NFC)."""
    assert weight(text) == length


def test_bluesky_counts_letters_with_what_stands_on_them() -> None:
    """A mark on a letter is no letter of its own."""
    assert graphemes("か\u3099き") == 2
    assert graphemes("𠮷田") == 2


def test_threads_counts_a_picture_by_its_bytes() -> None:
    """An emoji takes four characters, a kanji one."""
    assert characters("漢😀") == 5


def test_a_link_counts_23_to_x_whatever_its_length() -> None:
    """280 − 23 − a space = 256: 128 Japanese letters fit, 129 do not."""
    limit = LIMITS["x"]
    assert limit.takes("あ" * 128, ADDRESS * 9)
    assert not limit.takes("あ" * 129, "https://a.jp/")


def test_shorter_texts_end_with_whole_sentences() -> None:
    """No text ends within a sentence, a decimal number, a bracket or a quotation."""
    assert list(shorter(SENTENCE)) == [
        SENTENCE,
        "令和7年度は12,345.6件。目標12,000件に対し達成率102.8%で、目標を達成しました(A)。",
        "令和7年度は12,345.6件。",
    ]
    assert list(shorter("The rate is 3.5 per cent. It fell.")) == [
        "The rate is 3.5 per cent. It fell.",
        "The rate is 3.5 per cent.",
    ]
    quoted = "店主は「売れた。うれしい。」と話します。次は春です。"
    assert list(shorter(quoted)) == [quoted, "店主は「売れた。うれしい。」と話します。"]


def test_the_longest_text_that_fits_is_taken() -> None:
    """Networks with a limit get a shorter one, the others the longest; an address is always possible."""
    texts = ["長" * 400, "中" * 200, "短" * 20]
    assert fitting("line", texts, ADDRESS) == texts[0]
    assert fitting("threads", texts, ADDRESS) == texts[0]
    assert fitting("bluesky", texts, ADDRESS) == texts[1]
    assert fitting("x", texts, ADDRESS) == texts[2]
    assert fitting("x", ["長" * 300], ADDRESS) == ""


PLACES = {
    "line": ("https", "social-plugins.line.me", "/lineit/share"),
    "x": ("https", "x.com", "/intent/post"),
    "facebook": ("https", "www.facebook.com", "/sharer/sharer.php"),
    "bluesky": ("https", "bsky.app", "/intent/compose"),
    "threads": ("https", "www.threads.com", "/intent/post"),
    "hatena": ("https", "b.hatena.ne.jp", "/entry/panel/"),
    "mail": ("mailto", "", ""),
}
SAID = (f"⑦支援数 & <件> 100% #1+1\n{SENTENCE}", "⑦支援数 & <件> 100% #1+1")
GIVEN = {
    "line": {"url": ADDRESS, "text": SAID[0]},
    "x": {"url": ADDRESS, "text": SAID[0]},
    "facebook": {"u": ADDRESS},
    "bluesky": {"text": f"{SAID[0]}\n{ADDRESS}"},
    "threads": {"url": ADDRESS, "text": SAID[0]},
    "hatena": {"url": ADDRESS, "btitle": SAID[1]},
    "mail": {"subject": SAID[1], "body": f"{SAID[0]}\n{ADDRESS}".replace("\n", "\r\n")},
}


@pytest.mark.parametrize("network", share.NETWORKS)
def test_links_open_the_right_place_with_the_right_text(network: str) -> None:
    """Read back from the link, text and address are what they were, whatever signs they hold."""
    found = urlsplit(share.link(network, SAID, ADDRESS))
    assert (found.scheme, found.netloc, found.path) == PLACES[network]
    assert {key: value for key, [value] in parse_qs(found.query).items()} == GIVEN[network]
    assert re.fullmatch(r"[A-Za-z0-9%=&._~-]+", found.query), "every other sign is encoded"


def test_a_code_holds_its_finder_patterns() -> None:
    """The three corners of a QR code are 7 modules wide, four modules from the edge."""
    code = qr.code(ADDRESS)
    far = code.side - qr.QUIET - 7
    for corner in ("M4 4.5h7", f"M{far} 4.5h7", f"M4 {far}.5h7"):
        assert corner in code.path
    assert code.side == 33 + 2 * qr.QUIET
    assert len(code.path) < 3500
