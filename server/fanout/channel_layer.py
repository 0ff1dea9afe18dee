"""The fan-out of many nodes over channels-redis' pub/sub layer: an inbox per node, a group per log with local readers.

Nothing here is awaited by a command. Redis may restart, freeze or be empty at any time: hints are then dropped, and the
node knows that it is deaf because its own beat no longer comes back.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from channels_redis.pubsub import RedisPubSubChannelLayer

from server.fanout.port import (
    Hint,
    LogHint,
    LoginsHint,
    NoticeHint,
    PeopleHint,
    PostHint,
    RosterHint,
    ShowingHint,
    nobody_waits,
)
from server.publication import ClientInfo, Notice, Publication, Showing

log = logging.getLogger("atelje.fanout")

OUTBOX_LIMIT = 10_000
"""Hints that may wait for Redis; above it the oldest are dropped, above half of it notices."""
POST_LIMIT = 256
"""Above so many waiting hints no post is taken: they are large, and the one who posts asks again."""
SEND_SECONDS = 3.0
BEAT_SECONDS = 2.0
LINGER_SECONDS = 30.0
"""A group is left that long after its last local reader, so that a reload of a page does not churn."""
TROUBLED_SECONDS = 0.05
"""A pause after what could not be read, so that a library that only fails does not take the whole processor."""
RETRY_SECONDS = 0.5
CLOSE_ATTEMPTS = 60
EVERYBODY = "nodes"
VERSION = 1

Message = dict[str, Any]


class ChannelLayerFanout:
    """Adapter of `Fanout`. `prefix` keeps installations that share a Redis apart."""

    def __init__(
        self, url: str, *, prefix: str = "atelje", beat_seconds: float = BEAT_SECONDS, linger: float = LINGER_SECONDS
    ) -> None:
        host = {"address": url, "socket_timeout": 3, "socket_connect_timeout": 3, "health_check_interval": 15}
        self._layer = RedisPubSubChannelLayer(hosts=[host], prefix=prefix)
        self.name = secrets.token_hex(8)
        self._own_group = _group_of_node(self.name)
        self._beat_seconds = beat_seconds
        self._linger = linger
        self._inbox = ""
        self._wanted: set[str] = set()
        self._entered: set[str] = set()
        self._left_at: dict[str, float] = {}
        self._outbox: deque[tuple[str, Message]] = deque(maxlen=OUTBOX_LIMIT)
        self._outgoing = asyncio.Event()
        self._changed = asyncio.Event()
        self._missed_beats = 0
        self._tasks: list[asyncio.Task[None]] = []
        self._receive: Callable[[Hint], None] = lambda hint: None
        self._joined: Callable[[str], None] = nobody_waits

    @property
    def alone(self) -> bool:
        return False

    @property
    def waiting(self) -> int:
        return len(self._outbox)

    @property
    def deaf(self) -> bool:
        return self._missed_beats >= 2

    async def start(self, receive: Callable[[Hint], None], joined: Callable[[str], None] = nobody_waits) -> None:
        self._receive, self._joined = receive, joined
        # Everything comes through groups: the layer subscribes to a group again after a failure, but never again to an
        # inbox whose first subscription met a Redis that did not answer.
        self._inbox = f"inbox.{self.name}"
        loops: tuple[Coroutine[Any, Any, None], ...] = (self._read(), self._send(), self._follow_groups(), self._beat())
        self._tasks = [asyncio.create_task(loop) for loop in loops]

    def join(self, channel: str) -> None:
        self._wanted.add(channel)
        self._left_at.pop(channel, None)
        self._changed.set()

    def leave(self, channel: str) -> None:
        if channel in self._wanted:
            self._wanted.discard(channel)
            self._left_at[channel] = asyncio.get_running_loop().time()
            self._changed.set()

    def send(self, hint: Hint) -> None:
        match hint:
            case LogHint():
                self._queue(_group(hint.channel), _log_message(hint))
            case NoticeHint(notice):
                if len(self._outbox) < OUTBOX_LIMIT // 2:
                    self._queue(_group(notice.channel), _notice_message(notice))
            case RosterHint(channel):
                if len(self._outbox) < OUTBOX_LIMIT // 2:
                    self._queue(_group(channel), {"type": "roster", "channel": channel})
            case LoginsHint(logins, renewed):
                self._queue(EVERYBODY, {"type": "logins", "logins": list(logins), "renewed": renewed})
            case PeopleHint(notices):
                if len(self._outbox) < OUTBOX_LIMIT // 2:
                    told = [[list(people), data] for people, data in notices]
                    self._queue(EVERYBODY, {"type": "people", "notices": told})
            case PostHint(node, key, login, data):
                if len(self._outbox) < POST_LIMIT:
                    self._queue(_group_of_node(node), {"type": "post", "key": key, "login": login, "data": data})
            case ShowingHint(showing):
                self._queue(EVERYBODY, _showing_message(showing))

    async def close(self) -> None:
        pending = set(self._tasks)
        for _ in range(CLOSE_ATTEMPTS):
            if not pending:
                break
            for task in pending:
                task.cancel()
            # A client that is just connecting may take the cancellation for a failed connection, and try again.
            _, pending = await asyncio.wait(pending, timeout=TROUBLED_SECONDS)
        with contextlib.suppress(Exception):
            async with asyncio.timeout(SEND_SECONDS):
                await self._layer.flush()

    def _queue(self, group: str, message: Message) -> None:
        self._outbox.append((group, {"v": VERSION, "node": self.name, **message}))
        self._outgoing.set()

    async def _send(self) -> None:
        while True:
            await self._outgoing.wait()
            self._outgoing.clear()
            while self._outbox:
                group, message = self._outbox.popleft()
                await self._attempt(self._layer.group_send(group, message), "a hint was dropped")

    async def _attempt(self, work: Coroutine[Any, Any, Any], lost: str) -> bool:
        """Whatever Redis or its client raise, what is lost here is found in the log."""
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await work
        except Exception as error:  # noqa: BLE001 (whatever Redis or its client raise)
            log.warning(lost, extra={"error": type(error).__name__})
            return False
        return True

    async def _read(self) -> None:
        """One reader for the life of the node, never under a time limit: a cancelled receive loses what follows."""
        while True:
            try:
                message = await self._layer.receive(self._inbox)
                self._hear(message)
            except Exception as error:  # noqa: BLE001 (foreign bytes, a library in trouble: none may end the reader)
                log.warning("a hint could not be read", extra={"error": type(error).__name__})
                await asyncio.sleep(TROUBLED_SECONDS)

    def _hear(self, message: Message) -> None:
        """Unknown versions and types come from newer nodes during an upgrade."""
        if message.get("v") != VERSION:
            return
        own = message.get("node") == self.name
        match message.get("type"):
            case "beat" if own:
                self._missed_beats = 0
            case "log" if not own:
                self._receive(_log_hint(message))
            case "notice" if not own:
                self._receive(NoticeHint(_notice(message)))
            case "post" if not own:
                self._receive(PostHint(self.name, message["key"], message["login"], message["data"]))
            case "people" if not own:
                self._receive(PeopleHint(tuple((tuple(people), data) for people, data in message["notices"])))
            case "roster" if not own:
                self._receive(RosterHint(str(message["channel"])))
            case "logins" if not own:
                self._receive(LoginsHint(tuple(message["logins"]), message.get("renewed", False)))
            case "showing" if not own:
                self._receive(ShowingHint(_showing(message)))

    async def _beat(self) -> None:
        """Our own beat through Redis and back: the only sign that we still hear."""
        while True:
            self._missed_beats += 1
            self._queue(self._own_group, {"type": "beat"})
            await asyncio.sleep(self._beat_seconds)

    async def _follow_groups(self) -> None:
        standing = [EVERYBODY, self._own_group]
        while True:
            self._changed.clear()
            standing = [group for group in standing if not await self._enter(group)]
            for channel in self._wanted - self._entered:
                if not await self._enter(_group(channel)):
                    break
                self._entered.add(channel)
                self._joined(channel)
            for channel in self._lingered():
                # Before the attempt, which may fail half done: who comes back then enters anew.
                self._entered.discard(channel)
                if not await self._leave(_group(channel)):
                    break
                self._left_at.pop(channel, None)
            failing = bool(standing) or bool(self._wanted - self._entered)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RETRY_SECONDS if failing else self._until_next_leave()):
                    await self._changed.wait()

    def _lingered(self) -> list[str]:
        """Channels whose last local reader left long enough ago."""
        before = asyncio.get_running_loop().time() - self._linger
        return [channel for channel, left_at in self._left_at.items() if left_at <= before]

    def _until_next_leave(self) -> float | None:
        """Seconds, at least those of a retry; None when nobody has left."""
        if not self._left_at:
            return None
        due = min(self._left_at.values()) + self._linger - asyncio.get_running_loop().time()
        return max(due, RETRY_SECONDS if due <= 0 else 0.0)

    async def _enter(self, group: str) -> bool:
        return await self._attempt(self._layer.group_add(group, self._inbox), "a group is not heard yet")

    async def _leave(self, group: str) -> bool:
        return await self._attempt(self._layer.group_discard(group, self._inbox), "a group is still heard")


def _group_of_node(name: str) -> str:
    return f"node.{name}"


def _group(channel: str) -> str:
    """Apart from the nodes' own groups, whatever name a channel has: a client may ask for any."""
    return "log." + channel.replace(":", ".")


def _log_message(hint: LogHint) -> Message:
    publications = [[one.offset, one.data, one.removes] for one in hint.publications]
    return {"type": "log", "channel": hint.channel, "head": hint.head, "publications": publications}


def _log_hint(message: Message) -> LogHint:
    channel = str(message["channel"])
    return LogHint(
        channel,
        int(message["head"]),
        tuple(Publication(channel, offset, data, removes) for offset, data, removes in message["publications"]),
    )


def _notice_message(notice: Notice) -> Message:
    info = None if notice.info is None else [notice.info.person, notice.info.client, notice.info.about]
    audience = None if notice.audience is None else sorted(notice.audience)
    return {
        "type": "notice",
        "channel": notice.channel,
        "kind": notice.kind,
        "data": notice.data,
        "info": info,
        "audience": audience,
    }


def _notice(message: Message) -> Notice:
    info, audience = message["info"], message["audience"]
    return Notice(
        message["channel"],
        message["kind"],
        message["data"],
        None if info is None else ClientInfo(*info),
        None if audience is None else frozenset(audience),
    )


def _showing_message(showing: Showing) -> Message:
    return {"type": "showing", "person": showing.person, "rooms": list(showing.rooms), "typing": showing.typing}


def _showing(message: Message) -> Showing:
    return Showing(str(message["person"]), tuple(message["rooms"]), bool(message["typing"]))
