"""Ids are made here, before the insert: 128 bits, time-ordered (UUIDv7, RFC 9562), 26 letters and digits.

The alphabet (base32hex, lower case) sorts as the bytes do, is safe in an address, and has one spelling.
"""

import os
import time
from base64 import b32hexencode

LETTERS = 26


def new_id() -> str:
    """A fresh id, ordered by the millisecond it was made in."""
    return spell(uuid7(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10), "big")))


def uuid7(milliseconds: int, chance: int) -> int:
    """The 128-bit integer of a UUIDv7 made of a time and 74 bits of `chance`."""
    random_a, random_b = (chance >> 62) & 0xFFF, chance & (2**62 - 1)
    return milliseconds << 80 | 0x7 << 76 | random_a << 64 | 0b10 << 62 | random_b


def spell(number: int) -> str:
    """26 characters, the most significant first."""
    # 160 bits are 32 letters without padding; the 128 of a UUID are the last 26 of them.
    return b32hexencode(number.to_bytes(20, "big")).decode()[-LETTERS:].lower()
