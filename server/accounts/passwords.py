"""Passwords are hashed and checked with argon2id, in threads of their own: a check takes a tenth of a second and 64
MiB, which the event loop must not feel and twenty of which must not run at once."""

from __future__ import annotations

import asyncio
import base64
import hmac
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from server.accounts.rules import PASSWORD_BYTES, plain_password
from server.errors import Refused

T = TypeVar("T")

THREADS = 2
WAITING_LIMIT = 32
"""Passwords that are being hashed or wait for it; above it a try is refused at once, before anything is spent on it."""
BUSY_SECONDS = 5


class Passwords:
    """Costs are argon2's: passes, KiB, lanes. They may change: a hash of other costs is made anew at the next sign-in.

    `hashed` counts how often argon2 ran.
    """

    def __init__(
        self, *, time_cost: int = 3, memory_cost: int = 64 * 1024, parallelism: int = 4, threads: int = THREADS
    ) -> None:
        self._hasher = PasswordHasher(time_cost, memory_cost, parallelism)
        self._nobodys = [_hash_of_nothing(f"m={memory_cost},t={time_cost},p={parallelism}")]
        self._key = os.urandom(32)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="passwords")
        self._waiting = 0
        self.hashed = 0

    async def hash(self, password: str) -> str:
        """Raises Refused too_many_attempts."""
        return await self._run(lambda: self._hasher.hash(_bytes(password)))

    def imitate(self, costs: Sequence[str]) -> None:
        """Addresses that nobody has take these costs, each as often as it stands here: after a change of costs not
        everybody's hash has been made anew, and the clock must not tell whose."""
        if costs:
            self._nobodys = [_hash_of_nothing(one) for one in costs]

    async def verify(self, stored: str | None, password: str, account: str = "") -> bool:
        """False takes as long as True, also for None: whoever asks cannot tell by the clock who has an account.
        `account`: what was asked for, so that asking twice takes as long twice.

        Raises Refused too_many_attempts.
        """
        return await self._run(lambda: self._verify(stored or self._nobodys_for(account), password))

    def _nobodys_for(self, account: str) -> str:
        digest = hmac.digest(self._key, account.encode(errors="surrogatepass"), "sha256")
        return self._nobodys[int.from_bytes(digest[:8], "big") % len(self._nobodys)]

    def _verify(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, _bytes(password))
        except VerifyMismatchError:
            return False

    def is_outdated(self, stored: str) -> bool:
        """Made with other costs than today's."""
        return self._hasher.check_needs_rehash(stored)

    async def _run(self, work: Callable[[], T]) -> T:
        if self._waiting >= WAITING_LIMIT:
            raise Refused("too_many_attempts", seconds=BUSY_SECONDS)
        self._waiting += 1
        self.hashed += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


def _bytes(password: str) -> bytes:
    # Cut before normalising, which takes long for long runs of marks; no longer password was ever stored.
    kept = password[: PASSWORD_BYTES + 1]
    return plain_password(kept).encode("utf-8", "surrogatepass")


def costs_of(stored: str) -> str:
    """What a hash says of its costs: `m=65536,t=3,p=4`."""
    return stored.split("$")[3]


def _hash_of_nothing(costs: str) -> str:
    """A well-formed hash that no password has."""
    salt, digest = (base64.b64encode(os.urandom(size)).decode().rstrip("=") for size in (16, 32))
    return f"$argon2id$v=19${costs}${salt}${digest}"


def common_passwords() -> frozenset[str]:
    """The 3 000 most common ones that are long enough to be taken; `first_guesses.txt` says where from."""
    text = resources.files("server.accounts").joinpath("first_guesses.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
