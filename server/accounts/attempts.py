"""How often a password, a code or a mail may be tried: decided before anything is spent on it, in the memory of this
node.

Three bounds. A pair of place and account has few tries: that stops who guesses. An address has more, for everybody
behind it. An account has many, from everywhere: that slows who guesses from many addresses. The last two could shut a
person out by a stranger's doing, so they are wide, they end no login, and they do not count where the person has come
in before: by a browser that keeps the mark of it, which a server that starts anew still knows, or, as long as this node
remembers, from the same address. The answer is the same whether or not the account exists.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from server.addresses import network_of
from server.errors import Refused

KEPT = 10_000
"""Of each kind. Above it the one unused for longest is forgotten, as if it had never tried: filling them all takes as
many tries as the bounds of addresses allow, and gains a handful of guesses."""


class Tries(NamedTuple):
    """`burst` at once, then one each `seconds`."""

    burst: int
    seconds: float


class Bounds(NamedTuple):
    pair: Tries
    network: Tries
    account: Tries


PASSWORDS = Bounds(pair=Tries(6, 60), network=Tries(60, 3), account=Tries(60, 30))
CODES = Bounds(pair=Tries(5, 60), network=Tries(60, 3), account=Tries(10, 300))
"""Only who has the password comes so far. Three of a million codes are good at a time."""
MAILS = Bounds(pair=Tries(3, 600), network=Tries(20, 60), account=Tries(10, 600))
"""Each is a mail in somebody's box."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class _Buckets:
    def __init__(self, tries: Tries) -> None:
        self._burst, self._seconds = tries
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, key: str, now: float, tries: int = 1) -> float:
        """Seconds until so many tries are possible."""
        return max(0.0, tries - self._filled(key, now).tokens) * self._seconds

    def take(self, key: str, now: float, tries: int = 1) -> None:
        self._filled(key, now).tokens -= tries

    def give_back(self, key: str, now: float) -> None:
        bucket = self._filled(key, now)
        bucket.tokens = min(self._burst, bucket.tokens + 1)

    def forget(self, key: str) -> None:
        self._buckets.pop(key, None)

    def _filled(self, key: str, now: float) -> _Bucket:
        bucket = self._buckets.setdefault(key, _Bucket(self._burst, now))
        self._buckets.move_to_end(key)
        if len(self._buckets) > KEPT:
            self._buckets.popitem(last=False)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) / self._seconds)
        bucket.at = now
        return bucket


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try that was let through. It counts as failed until it is said to be something else. `mark`: of a browser by
    which the person has come in before; empty for any other."""

    account: str
    network: str
    mark: str = ""

    @property
    def pair(self) -> str:
        return f"{self.mark or self.network} {self.account}"


class Places:
    """Pairs of address and account that belong together: the person has come in from there."""

    def __init__(self) -> None:
        self._pairs: OrderedDict[str, None] = OrderedDict()

    def remember(self, pair: str) -> None:
        self._pairs[pair] = None
        self._pairs.move_to_end(pair)
        if len(self._pairs) > KEPT:
            self._pairs.popitem(last=False)

    def __contains__(self, pair: str) -> bool:
        return pair in self._pairs

    def __len__(self) -> int:
        return len(self._pairs)


class Attempts:
    """`now`: monotonic seconds. With `limited` off everything is let through. `known`: may be shared."""

    def __init__(
        self,
        now: Callable[[], float],
        *,
        limited: bool = True,
        bounds: Bounds = PASSWORDS,
        known: Places | None = None,
    ) -> None:
        self._now = now
        self._limited = limited
        self._pairs = _Buckets(bounds.pair)
        self._networks = _Buckets(bounds.network)
        self._accounts = _Buckets(bounds.account)
        self._known = Places() if known is None else known

    def begin(self, account: str, address: str, mark: str = "") -> Attempt:
        """Raises Refused too_many_attempts."""
        attempt, now = Attempt(account, network_of(address), mark), self._now()
        if self._limited:
            bounds = self._bounds(attempt)
            wait = max(buckets.wait(key, now) for buckets, key in bounds)
            if wait:
                raise Refused("too_many_attempts", seconds=ceil(wait))
            for buckets, key in bounds:
                buckets.take(key, now)
        return attempt

    def _bounds(self, attempt: Attempt) -> list[tuple[_Buckets, str]]:
        bounds = [(self._pairs, attempt.pair)]
        if not attempt.mark and attempt.pair not in self._known:
            bounds += [(self._networks, attempt.network), (self._accounts, attempt.account)]
        return bounds

    def succeeded(self, attempt: Attempt) -> None:
        self.not_tried(attempt)
        self._pairs.forget(attempt.pair)
        self.know(attempt.account, attempt.network)

    def know(self, account: str, address: str) -> None:
        """The person has come in from there."""
        self._known.remember(Attempt(account, network_of(address)).pair)

    def not_tried(self, attempt: Attempt) -> None:
        """Nobody looked at what was tried."""
        for buckets, key in self._bounds(attempt):
            buckets.give_back(key, self._now())


class Limit:
    """One bound for what nobody has to do often. `now`: monotonic seconds."""

    def __init__(self, now: Callable[[], float], tries: Tries, *, limited: bool = True) -> None:
        self._now = now
        self._limited = limited
        self._buckets = _Buckets(tries)

    def check(self, key: str, tries: int = 1) -> None:
        """Raises Refused too_many_attempts."""
        wait = self._buckets.wait(key, self._now(), tries) if self._limited else 0
        if wait:
            raise Refused("too_many_attempts", seconds=ceil(wait))

    def count(self, key: str, tries: int = 1) -> None:
        self._buckets.take(key, self._now(), tries)

    def take(self, key: str, tries: int = 1) -> None:
        """Counts at once, whatever comes of it: many that come together are many. Raises Refused too_many_attempts."""
        self.check(key, tries)
        self.count(key, tries)
