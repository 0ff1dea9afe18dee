"""What may be in a run's library, and for whom it is. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set

from server.contract.library import CREDIT_LIMIT, LINK_LIMIT, TITLE_LIMIT, WORDS_LIMIT, LibraryItem
from server.errors import Refused
from server.programmes.words import checked_tag, clean_line, clean_words
from server.web_address import is_web_address

OF_ROLE = {"mentor": "mentors", "mentee": "mentees"}


def checked(items: Sequence[LibraryItem]) -> tuple[LibraryItem, ...]:
    """Raises Refused language_unknown, link_not_allowed, text_…: text_empty for what has neither link nor words."""
    return tuple(_checked(one) for one in items)


def _checked(one: LibraryItem) -> LibraryItem:
    link = one.link.strip()
    if link and not is_web_address(link, LINK_LIMIT):
        raise Refused("link_not_allowed", limit=LINK_LIMIT)
    if not link and not one.words.strip():
        raise Refused("text_empty")
    return LibraryItem(
        title=clean_line(one.title, TITLE_LIMIT),
        whom=one.whom,
        language=checked_tag(one.language),
        link=link,
        words=clean_words(one.words, WORDS_LIMIT) if one.words.strip() else "",
        author=_credit(one.author),
        licence=_credit(one.licence),
        first=one.first,
    )


def _credit(words: str) -> str:
    return clean_line(words, CREDIT_LIMIT) if words.strip() else ""


def for_roles(items: Sequence[LibraryItem], roles: Set[str]) -> tuple[LibraryItem, ...]:
    """What is for somebody with these roles. The team sees all of it."""
    if not roles <= {*OF_ROLE}:
        return tuple(items)
    wanted = {"all", *(OF_ROLE[role] for role in roles)}
    return tuple(one for one in items if one.whom in wanted)
