"""Composing letters with their marks (Unicode's form NFC) in time that grows with the text alone."""

from __future__ import annotations

import re
import unicodedata

# Among the canonical classes of a text's code points, one byte each; 0 is no mark.
_LONG_RUN = re.compile(rb"[^\x00]{31,}")


def nfc(text: str) -> str:
    """The text in NFC."""
    return unicodedata.normalize("NFC", with_sorted_marks(text))


def with_sorted_marks(text: str) -> str:
    """Long runs of combining marks in their canonical order. Normalising does that too, in quadratic time: a hostile
    text of 60 KB would take more than a second."""
    if text.isascii():
        return text
    classes = bytes(map(unicodedata.combining, text))
    pieces, done = [], 0
    for run in _LONG_RUN.finditer(classes):
        start, end = run.span()
        pieces += [text[done:start], *map(text.__getitem__, sorted(range(start, end), key=classes.__getitem__))]
        done = end
    return "".join([*pieces, text[done:]])
