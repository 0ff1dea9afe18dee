"""Ids that are made here."""

from __future__ import annotations

import time
import uuid

from hypothesis import given
from hypothesis import strategies as st

from server.ids import new_id, spell, uuid7

MILLISECONDS = st.integers(0, 2**48 - 1)
CHANCE = st.integers(0, 2**80 - 1)
ALPHABET = set("0123456789abcdefghijklmnopqrstuv")


@given(MILLISECONDS, CHANCE)
def test_the_number_is_a_uuid_of_version_seven(milliseconds: int, chance: int) -> None:
    made = uuid.UUID(int=uuid7(milliseconds, chance))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == milliseconds


@given(MILLISECONDS, CHANCE, CHANCE)
def test_what_is_made_later_sorts_later(milliseconds: int, chance: int, other: int) -> None:
    if milliseconds < 2**48 - 1:
        assert spell(uuid7(milliseconds, chance)) < spell(uuid7(milliseconds + 1, other))


@given(st.integers(0, 2**128 - 1), st.integers(0, 2**128 - 1))
def test_spelling_keeps_order_and_loses_nothing(one: int, other: int) -> None:
    spelled = spell(one)
    assert len(spelled) == 26
    assert set(spelled) <= ALPHABET
    assert int(spelled, 32) == one
    assert (spelled < spell(other)) == (one < other)


def test_chance_fills_every_free_bit() -> None:
    assert uuid7(0, 2**74 - 1) == 0x7FFF << 64 | 0b10 << 62 | 2**62 - 1
    assert uuid7(0, 2**80 - 1) == uuid7(0, 2**74 - 1)


def test_a_fresh_id_is_of_this_millisecond_and_unlike_any_other() -> None:
    before = time.time_ns() // 1_000_000
    made = [new_id() for _ in range(10_000)]
    after = time.time_ns() // 1_000_000
    assert len(set(made)) == 10_000
    assert all(before <= int(one, 32) >> 80 <= after for one in made)
