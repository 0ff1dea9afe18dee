"""What may stand on a public page, and until when. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from server.contract.alumni import PAGE_WORDS_LIMIT, PageLink, SetPage
from server.errors import Refused
from server.programmes.model import Credit
from server.programmes.pages.model import Page
from server.programmes.words import by_language, clean_line

NAME_LIMIT = 100
ADDRESS_LIMIT = 500
LONGEST = timedelta(days=730)
_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9]|-(?!-)){1,38}[a-z0-9]")
# Printable ASCII without what ends an attribute or an address: others are written in their encoded form.
_ADDRESS = re.compile(r"https://[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]+")


def cleaned(wanted: SetPage, person: str, today: date) -> Page:
    """Raises Refused slug_invalid, web_address_invalid, until_invalid, language_unknown, text_…"""
    if _SLUG.fullmatch(wanted.slug) is None:
        raise Refused("slug_invalid")
    if not today <= wanted.until <= today + LONGEST:
        raise Refused("until_invalid")
    words = by_language(wanted.words, PAGE_WORDS_LIMIT)
    if not words:
        raise Refused("text_empty")
    return Page(
        person=person,
        slug=wanted.slug,
        name=clean_line(wanted.name, NAME_LIMIT),
        words=words,
        links=[PageLink(clean_line(link.title, NAME_LIMIT), checked_address(link.address)) for link in wanted.links],
        cohort=wanted.cohort,
        until=wanted.until,
        listed=wanted.listed,
    )


def checked_address(address: str) -> str:
    """Raises Refused web_address_invalid: nothing but https to a named host, without a name and password in it."""
    if len(address) > ADDRESS_LIMIT or _ADDRESS.fullmatch(address) is None:
        raise Refused("web_address_invalid")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise Refused("web_address_invalid") from None
    host = parts.hostname or ""
    if "@" in parts.netloc or "." not in host.strip(".") or port == 0:
        raise Refused("web_address_invalid")
    return address


def holding(credits: Sequence[Credit], day: date) -> list[Credit]:
    """Those that have to be named on that day."""
    return [
        one for one in credits if (one.starts is None or one.starts <= day) and (one.ends is None or day <= one.ends)
    ]
