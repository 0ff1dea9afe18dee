"""How fast one person may write, or read: a bucket of tokens that fills with time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

PEOPLE_KEPT = 10_000
"""Buckets kept; the one unused for longest is forgotten, which only makes it full again."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    closed_until: float = 0.0


class Allowance:
    """`burst` commands at once, `per_second` sustained. `now`: monotonic seconds.

    After a refusal everything is refused until the pause is over: a client that sends several messages in a row must
    not see a later one accepted before an earlier one.
    """

    def __init__(self, now: Callable[[], float], *, burst: int, per_second: float, pause: float = 3.0) -> None:
        self._now = now
        self._burst = burst
        self._per_second = per_second
        self._pause = pause
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, person: str) -> float:
        """0 when the command is allowed, else the seconds to wait."""
        now = self._now()
        bucket = self._bucket(person, now)
        if now < bucket.closed_until:
            return bucket.closed_until - now
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) * self._per_second)
        bucket.at = now
        if bucket.tokens < 1:
            bucket.closed_until = now + self._pause
            return self._pause
        bucket.tokens -= 1
        return 0.0

    def _bucket(self, person: str, now: float) -> _Bucket:
        bucket = self._buckets.get(person)
        if bucket is None:
            bucket = self._buckets[person] = _Bucket(self._burst, now)
            if len(self._buckets) > PEOPLE_KEPT:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(person)
        return bucket
