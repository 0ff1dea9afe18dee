"""The words of things: short lines and longer texts, cleaned as messages are."""

from __future__ import annotations

from server.errors import Refused
from server.rooms.text import clean_text


def clean_line(words: str, limit: int) -> str:
    """One line. Raises Refused: text_empty, text_too_long, text_not_allowed."""
    return _bounded(" ".join(clean_text(words).split()), limit)


def clean_words(words: str, limit: int) -> str:
    """Any number of lines, or none: who has nothing to say leaves it empty. Raises Refused as `clean_line`."""
    return _bounded(clean_text(words).strip(), limit) if words.strip() else ""


def clean_long(words: str, limit: int) -> str:
    """As `clean_words`, and may be longer than any message. Raises Refused as `clean_line`."""
    return _bounded(clean_text(words, limit).strip(), limit) if words.strip() else ""


def _bounded(words: str, limit: int) -> str:
    if len(words) > limit:
        raise Refused("text_too_long", length=len(words), limit=limit)
    return words
