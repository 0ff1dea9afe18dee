"""What may be stored as a message: cleaned once, at the edge of the log, so that nothing behind it has to wonder."""

from __future__ import annotations

import re
import unicodedata

from server.contract.commands import MESSAGE_LIMIT
from server.errors import Refused

# C0 and C1 controls but tab and line feed, and lone surrogates: they break databases, terminals and readers.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Among the canonical classes of a text's code points, one byte each; 0 is no mark.
_LONG_RUN = re.compile(rb"[^\x00]{31,}")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")
# Nothing to see: separators, format characters (zero width, direction), and the blanks that Unicode calls letters.
_BLANK_CATEGORIES = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Mn"))
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u00ad\u034f")


def clean_text(text: str) -> str:
    """The text in NFC with plain line ends. Raises Refused: text_not_allowed, text_too_long, text_empty."""
    if text.isascii() and text.isprintable() and 0 < len(text) <= MESSAGE_LIMIT and not text.isspace():
        return text
    text = _LINE_ENDS.sub("\n", text)
    if _FORBIDDEN.search(text):
        raise Refused("text_not_allowed")
    # NFC makes at most four code points into one: this can't come within the limit, so it need not be tried.
    if len(text) > 4 * MESSAGE_LIMIT:
        raise Refused("text_too_long", length=len(text), limit=MESSAGE_LIMIT)
    text = unicodedata.normalize("NFC", _with_sorted_marks(text))
    if len(text) > MESSAGE_LIMIT:
        raise Refused("text_too_long", length=len(text), limit=MESSAGE_LIMIT)
    if all(map(_is_blank, text)):
        raise Refused("text_empty")
    return text


def _with_sorted_marks(text: str) -> str:
    """Long runs of combining marks in their canonical order. Normalising does that too, in quadratic time: a hostile
    text of 60 KB would take more than a second."""
    classes = bytes(map(unicodedata.combining, text))
    pieces, done = [], 0
    for run in _LONG_RUN.finditer(classes):
        start, end = run.span()
        pieces += [text[done:start], *map(text.__getitem__, sorted(range(start, end), key=classes.__getitem__))]
        done = end
    return "".join([*pieces, text[done:]])


def _is_blank(character: str) -> bool:
    return unicodedata.category(character) in _BLANK_CATEGORIES or character in _BLANK_LETTERS
