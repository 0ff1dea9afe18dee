"""A desk in memory, and a node of it on a real port: what the wire needs of a product, and no more.

post      {"channel", "text"}            one more entry; answers {"offset"}
remove    {"channel", "person"}          one more entry that removes this person
echo      anything                       answers it
never     anything                       is not answered until `release`
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from server.live.desk import (
    BAD_REQUEST,
    NOT_AVAILABLE,
    PERMISSION_DENIED,
    UNKNOWN_CHANNEL,
    Answer,
    Caller,
    Opening,
    WireError,
)
from server.live.hub import Hub
from server.publication import ClientInfo, Notice, Position, Publication

EPOCH = "e1"


@dataclass
class Log:
    entries: list[bytes] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)

    @property
    def top(self) -> Position:
        return Position(EPOCH, len(self.entries))


class MemoryDesk:
    """`channels` named `room:…` exist from the first mention. Token `token-<person>` signs that person in."""

    def __init__(self, call_soon: Callable[[Callable[[], None]], object] | None = None) -> None:
        self.logs: dict[str, Log] = {}
        self.hub: Hub | None = None
        self.recovery_limit = 500
        self.tells_presence = False
        self.held: list[Answer] = []
        self.calls: list[tuple[str, str, bytes]] = []
        self.here: list[tuple[str, str, str]] = []
        """(person, client, channel) of everybody who is subscribed."""
        self.departures: list[tuple[str, bool]] = []
        """(person, deliberate)"""
        self._call_soon = call_soon
        self._batch: list[tuple[Publication | None, Answer, bytes]] = []

    # ── Desk ──

    async def sign_in(self, token: str) -> Caller | None:
        person = token.removeprefix("token-")
        return Caller(person) if person and person != token else None

    async def open(self, caller: Caller, channel: str, since: Position | None, token: str = "") -> Opening:
        if not channel.startswith("room:"):
            raise UNKNOWN_CHANNEL
        log = self.logs.setdefault(channel, Log())
        if caller.person in log.removed:
            raise PERMISSION_DENIED
        return Opening(log.top, self._after(log, since))

    def call(self, caller: Caller, method: str, data: bytes, answer: Answer) -> None:
        self.calls.append((caller.person, method, data))
        match method:
            case "post":
                self._write(answer, data)
            case "remove":
                self._write(answer, data)
            case "echo":
                self._commit(None, answer, data)
            case "never":
                self.held.append(answer)
            case _:
                answer(NOT_AVAILABLE)

    def arrived(self, caller: Caller, client: str, channel: str) -> None:
        self.here.append((caller.person, client, channel))
        self._tell("join", caller, client, channel)

    def departed(self, caller: Caller, client: str, channel: str, *, deliberate: bool) -> None:
        self.here.remove((caller.person, client, channel))
        self.departures.append((caller.person, deliberate))
        self._tell("leave", caller, client, channel)

    # ── what a test does ──

    def release(self) -> None:
        held, self.held = self.held, []
        for answer in held:
            answer(b"{}")

    def append(self, channel: str, data: bytes, removes: str | None = None) -> Publication:
        """An entry that is committed but not announced."""
        log = self.logs.setdefault(channel, Log())
        log.entries.append(data)
        if removes is not None:
            log.removed.add(removes)
        return Publication(channel, len(log.entries), data, removes)

    def announce(self, *publications: Publication) -> None:
        assert self.hub is not None
        self.hub.stage(publications)
        self.hub.flush()

    def publish(self, channel: str, *texts: str) -> None:
        self.announce(*[self.append(channel, msgspec.json.encode(text)) for text in texts])

    # ── inside ──

    def _tell(self, kind: Literal["join", "leave"], caller: Caller, client: str, channel: str) -> None:
        if self.tells_presence and self.hub is not None:
            self.hub.notify(Notice(channel, kind, info=ClientInfo(caller.person, client)))

    def _after(self, log: Log, since: Position | None) -> tuple[tuple[int, bytes], ...] | None:
        if since is None:
            return ()
        if since.epoch not in ("", EPOCH) or since.offset > len(log.entries):
            return None
        missed = log.entries[since.offset :]
        if len(missed) > self.recovery_limit:
            return None
        return tuple(enumerate(missed, since.offset + 1))

    def _write(self, answer: Answer, data: bytes) -> None:
        try:
            request: dict[str, Any] = msgspec.json.decode(data, type=dict[str, Any])
            channel = request["channel"]
        except (msgspec.DecodeError, KeyError):
            answer(BAD_REQUEST)
            return
        publication = self.append(channel, msgspec.json.encode(request), request.get("person"))
        self._commit(publication, answer, b'{"offset":%d}' % publication.offset)

    def _commit(self, publication: Publication | None, answer: Answer, result: bytes) -> None:
        """Group commit as the product does it: one announcement for all that came in one pass of the loop."""
        self._batch.append((publication, answer, result))
        if len(self._batch) == 1:
            assert self._call_soon is not None
            self._call_soon(self._announce)

    def _announce(self) -> None:
        batch, self._batch = self._batch, []
        assert self.hub is not None
        self.hub.stage([publication for publication, _, _ in batch if publication is not None])
        for _, answer, result in batch:
            answer(result)
        self.hub.flush()


__all__ = ["EPOCH", "Log", "MemoryDesk", "WireError"]
