"""What may be announced, to whom, and in which language it is read. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from server.contract.bulletins import TITLE_LIMIT, WORDS_LIMIT, BulletinText
from server.errors import Refused
from server.languages import best_language
from server.programmes.words import checked_tag, clean_line, clean_words

Latin = Callable[[str], str]
"""Serbian Cyrillic in Latin letters."""


def cleaned(texts: Mapping[str, BulletinText]) -> dict[str, BulletinText]:
    """Raises Refused language_unknown, text_not_allowed, text_too_long, text_empty."""
    return {checked_tag(tag): _cleaned(text) for tag, text in texts.items()}


def _cleaned(text: BulletinText) -> BulletinText:
    return BulletinText(clean_line(text.title, TITLE_LIMIT), clean_words(text.words, WORDS_LIMIT))


def reach(wished: str | None, own: str | None) -> str | None:
    """The organisation whose people are told; None for all of the run. `own`: for whom the author coordinates, None for
    the lead, who may reach everybody. Raises Refused organisation_unknown for a partner who wishes for others' people.
    """
    if own is not None and wished not in (None, own):
        raise Refused("organisation_unknown")
    return own or wished


def in_language(texts: Mapping[str, BulletinText], wanted: str, latin: Latin) -> tuple[str, BulletinText]:
    """The words for who reads `wanted`, with their language: theirs, or the nearest. What is written in Serbian
    Cyrillic is there in Latin letters too."""
    there = dict(texts)
    if "sr-Cyrl" in there:
        cyrillic = there["sr-Cyrl"]
        there.setdefault("sr-Latn", BulletinText(latin(cyrillic.title), latin(cyrillic.words)))
    language = best_language(there, wanted)
    return language, there[language]
