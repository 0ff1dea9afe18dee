"""Addresses are counted by who holds them, and logged as the region they come from."""

from __future__ import annotations

import pytest

from server.addresses import network_of, region_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1%eth0", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("::1", "::/64"),
        ("", ""),
        ("no address" * 100, ("no address" * 100)[:64]),
    ],
)
def test_an_address_stands_for_who_holds_it(address: str, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("203.0.113.7", "203.0.113.0"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::"),
        ("2001:db8:1:2::1%eth0", "2001:db8:1::"),
        ("::ffff:203.0.113.7", "203.0.113.0"),
        ("no address", ""),
    ],
)
def test_a_log_keeps_no_more_than_the_region_of_an_address(address: str, region: str) -> None:
    assert region_of(address) == region
