"""Places in an order that several people change at once: a new place never moves another one.

A rank is a word of digits and small letters that sorts by its characters, read as a fraction in base 36: between any
two there is a third. The idea is that of David Greenspan's "Implementing Fractional Indexing" (2020).
"""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def rank_between(before: str, after: str) -> str:
    """A rank between two; empty stands for the beginning and the end. `before` is lower than `after`."""
    place, rank = 0, ""
    while True:
        low = DIGITS.index(before[place]) if place < len(before) else 0
        high = DIGITS.index(after[place]) if place < len(after) else len(DIGITS)
        if high - low > 1:
            return rank + DIGITS[(low + high) // 2]
        rank += DIGITS[low]
        if high > low:
            after = ""
        place += 1


def rank_after(ranks: Sequence[str], anchor: str | None) -> str:
    """A rank right behind the anchor among these; first without an anchor, last behind one that is not there."""
    ordered = sorted(ranks)
    if anchor is None:
        return rank_between("", ordered[0] if ordered else "")
    later = [rank for rank in ordered if rank > anchor]
    if anchor not in ordered:
        return rank_between(ordered[-1] if ordered else "", "")
    return rank_between(anchor, later[0] if later else "")
