"""Whom an address of the network stands for, and what a log may keep of it."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# The same few come again and again, and a connection asks thrice; the bound is for those who never come twice.
_keep = lru_cache(maxsize=4096)


@_keep
def network_of(address: str) -> str:
    """Whom an address stands for: one of the old kind for itself, one of the new kind for its /64, which is what one
    household or one server gets."""
    found = _read(address)
    if found is None:
        return address[:64]
    return str(found) if isinstance(found, IPv4Address) else str(ip_network((int(found), 64), strict=False))


@_keep
def region_of(address: str) -> str:
    """The wider network, which says enough in a log; empty for what is no address."""
    found = _read(address)
    if found is None:
        return ""
    return str(ip_network((int(found), 24 if isinstance(found, IPv4Address) else 48), strict=False).network_address)


def _read(address: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found
