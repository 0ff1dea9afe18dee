"""Addresses of the web that people give each other. The server never asks for one."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_web_address(address: str, limit: int) -> bool:
    """Whether it leads to a page of the web, shows where, and has at most so many characters."""
    if len(address) > limit or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        # With a name in front of the host it shows one place and leads to another.
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
