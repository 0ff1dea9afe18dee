"""Words that people of a programme write outside of rooms: cleaned once, so that nothing behind has to wonder. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from server.errors import Refused
from server.nfc import nfc

# Controls but tab and line feed, lone surrogates, what is no character, and what turns the direction of what follows.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
_SPACES = re.compile(r"\s+")
_UNSEEN = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Mn"))
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_NFC_SHRINKS = 4
"""It makes at most so many code points into one."""


def clean_words(text: str, limit: int) -> str:
    """In NFC, with plain line ends and none around. Raises Refused text_not_allowed, text_too_long, text_empty."""
    text = _LINE_ENDS.sub("\n", text).strip()
    if _FORBIDDEN.search(text):
        raise Refused("text_not_allowed")
    # What can't come within the limit need not be composed.
    if len(text) > _NFC_SHRINKS * limit:
        raise Refused("text_too_long", length=len(text), limit=limit)
    text = nfc(text)
    if len(text) > limit:
        raise Refused("text_too_long", length=len(text), limit=limit)
    if all(unicodedata.category(character) in _UNSEEN for character in text):
        raise Refused("text_empty")
    return text


def clean_line(text: str, limit: int) -> str:
    """The same in one line. Raises what `clean_words` raises."""
    return clean_words(_SPACES.sub(" ", text), limit)


def by_language(words: Mapping[str, str], limit: int, clean: Callable[[str, int], str] = clean_words) -> dict[str, str]:
    """In the order of who wrote them, without those that hold nothing. Raises Refused language_unknown, and what
    `clean` raises."""
    return {checked_tag(tag): clean(text, limit) for tag, text in words.items() if text.strip()}


def checked_tag(tag: str) -> str:
    """Raises Refused language_unknown."""
    if _TAG.fullmatch(tag) is None:
        raise Refused("language_unknown")
    return tag
