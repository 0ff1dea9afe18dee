"""What may be stored as a message: cleaned once, at the edge of the log, so that nothing behind it has to wonder."""

from __future__ import annotations

import re
import unicodedata

from server.contract.commands import MESSAGE_LIMIT
from server.errors import Refused
from server.nfc import nfc

# C0 and C1 controls but tab and line feed, and lone surrogates: they break databases, terminals and readers.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
# Nothing to see: separators, format characters (zero width, direction), and the blanks that Unicode calls letters.
_BLANK_CATEGORIES = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Mn"))
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u00ad\u034f")


def clean_text(text: str, limit: int = MESSAGE_LIMIT) -> str:
    """The text in NFC with plain line ends. Raises Refused: text_not_allowed, text_too_long, text_empty."""
    if text.isascii() and text.isprintable() and 0 < len(text) <= limit and not text.isspace():
        return text
    text = _LINE_ENDS.sub("\n", text)
    if _FORBIDDEN.search(text):
        raise Refused("text_not_allowed")
    # NFC makes at most four code points into one: this can't come within the limit, so it need not be tried.
    if len(text) > 4 * limit:
        raise Refused("text_too_long", length=len(text), limit=limit)
    text = nfc(text)
    if len(text) > limit:
        raise Refused("text_too_long", length=len(text), limit=limit)
    if all(map(_is_blank, text)):
        raise Refused("text_empty")
    return text


def _is_blank(character: str) -> bool:
    return unicodedata.category(character) in _BLANK_CATEGORIES or character in _BLANK_LETTERS
