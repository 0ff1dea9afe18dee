"""A desk in memory, and a node of it on a real port: what the wire needs of a product, and no more.

post      {"channel", "text"}            one more entry; answers {"offset"}
remove    {"channel", "person"}          one more entry that removes this person
echo      anything                       answers it
never     anything                       is not answered until `release`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import msgspec

from server.live.desk import (
    BAD_REQUEST,
    NOT_AVAILABLE,
    PERMISSION_DENIED,
    UNAUTHORIZED,
    UNKNOWN_CHANNEL,
    UNRECOVERABLE_POSITION,
    Answer,
    Caller,
    History,
    HistoryRequest,
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
        self.expires_at: float | None = None
        """Of those who come with a token."""
        self.renewed: Caller | None = None
        self.own: dict[str, list[str]] = {}
        self.here: list[tuple[str, str, str]] = []
        """(person, client, channel) of everybody who is subscribed."""
        self.departures: list[tuple[str, bool]] = []
        """(person, deliberate)"""
        self._call_soon = call_soon
        self._batch: list[tuple[Publication | None, Answer, bytes]] = []

    # ── Desk ──

    async def sign_in(self, token: str) -> Caller | None:
        person = token.removeprefix("token-")
        return Caller(person, f"login-{person}", self.expires_at) if person and person != token else None

    async def renew(self, caller: Caller) -> Caller | None:
        return self.renewed

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

    def own_channels(self, caller: Caller) -> Sequence[str]:
        return self.own.get(caller.person, ())

    async def refresh(self, caller: Caller, token: str) -> Caller:
        longer = await self.sign_in(token)
        if longer is None or longer.person != caller.person:
            raise UNAUTHORIZED
        return longer

    async def publish(self, caller: Caller, client: str, channel: str, data: bytes) -> None:
        if data == b"null":
            raise BAD_REQUEST
        assert self.hub is not None
        self.hub.notify(Notice(channel, "publication", data, ClientInfo(caller.person, client)))

    async def presence(self, caller: Caller, channel: str) -> Mapping[str, ClientInfo]:
        return {client: ClientInfo(person, client) for person, client, where in self.here if where == channel}

    async def history(self, caller: Caller, channel: str, request: HistoryRequest) -> History:
        log = self.logs[channel]
        if request.since is not None and request.since.epoch != EPOCH:
            raise UNRECOVERABLE_POSITION
        entries = list(enumerate(log.entries, 1))
        if request.since is not None:
            after = request.since.offset
            entries = [e for e in entries if (e[0] < after if request.reverse else e[0] > after)]
        ordered = entries[::-1] if request.reverse else entries
        return History(log.top, tuple(ordered if request.limit < 0 else ordered[: request.limit]))

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

    def say(self, channel: str, *texts: str) -> None:
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
