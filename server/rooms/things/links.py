"""Addresses that people put into a room. The server never asks for one."""

from __future__ import annotations

from server.errors import Refused
from server.rooms.things.words import clean_line
from server.web_address import is_web_address

LINK = 2_000
"""Characters."""


def clean_link(address: str) -> str:
    """Raises Refused link_not_allowed for what is no web address, or leads elsewhere than it seems to."""
    address = address.strip()
    if not is_web_address(address, LINK):
        raise Refused("link_not_allowed", limit=LINK)
    return clean_line(address, LINK)
