"""HTML and Markdown of the source's metadata as one line of plain text; links keep their address."""

from __future__ import annotations

import html
import re

_DROPPED = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_HTML_LINK = re.compile(
    r"<a\b[^>]*?\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))[^>]*>(.*?)</a\s*>",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)>?[^()]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_EMPHASIS = re.compile(r"\*\*([^*]+)\*\*|__([^_]+)__")
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE)
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ue000-\uf8ff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Control, zero-width and direction characters: a reader cannot see them, so none is carried."""
_WHITE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Text without hidden characters, every run of white space one blank, a lost character ?."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _WHITE.sub(" ", _HIDDEN.sub("", _WHITE.sub(" ", text.replace("\ufffd", "?")))).strip()


def plain_text(text: str) -> str:
    """What a reader sees of an HTML or Markdown passage, on one line."""
    if "<" in text:
        text = _DROPPED.sub(" ", _COMMENT.sub(" ", text))
        text = _HTML_LINK.sub(_link, text)
        text = _TAG.sub(" ", text)
    if "](" in text:
        text = _MARKDOWN_LINK.sub(lambda m: _with_address(m.group(1), m.group(2)), text)
    text = _EMPHASIS.sub(lambda m: m.group(1) or m.group(2), _HEADING.sub("", text))
    return re.sub(r" ([.,;)])(?= |$)", r"\1", one_line(html.unescape(text)))


def _link(match: re.Match[str]) -> str:
    address = next((g for g in match.group(1, 2, 3) if g), "")
    return _with_address(_TAG.sub(" ", match.group(4)), address)


def _with_address(words: str, address: str) -> str:
    """`words (address)`; the address only when it is one a reader can open, and not said already."""
    words, address = one_line(words), one_line(address)
    if not address.lower().startswith(("http://", "https://")) or words == address:
        return words or address
    return f"{words} ({address})" if words else address


def escaped_markdown(text: str) -> str:
    """Foreign text inside a Markdown page of ours: no mark-up, no HTML survives."""
    return re.sub(r"([\\`*_{}\[\]()#+!|~>-])", r"\\\1", html.escape(one_line(text), quote=False))
