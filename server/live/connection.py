"""One connection as a machine without I/O: what was received or completed goes in, actions come out, in order.

    fresh ──connect──▶ connecting ──signed in, own channels live──▶ open ──▶ closed
                          └──── no caller ───────────────────────────────▶

Channels of the caller's own are subscribed to by the server, and the reply to the connect command tells of them. A
subscription is *opening* (the log is read, then joined to the hub's feed) until the hub has `joined` it, and *live*
until it is gone. Commands keep their order up to the actions; what cannot be taken yet waits in a backlog, and while
there is one the transport reads nothing more, which bounds it by one read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from msgspec import Raw, Struct
from msgspec.structs import replace

from server.live.desk import (
    ALREADY_SUBSCRIBED,
    BAD_REQUEST,
    LIMIT_EXCEEDED,
    METHOD_NOT_FOUND,
    NOT_AVAILABLE,
    PERMISSION_DENIED,
    UNRECOVERABLE_POSITION,
    Opening,
    WireError,
)
from server.live.protocol import (
    COMMAND_LIMIT,
    FRAME_COMMANDS,
    REJECT_UNRECOVERED,
    Command,
    Connect,
    ConnectResult,
    Encoding,
    Malformed,
    Presence,
    PresenceStats,
    Publish,
    Question,
    ReadHistory,
    RecoveredEntry,
    Recovery,
    Refresh,
    Rpc,
    Subscribe,
    SubscribeResult,
    Undecodable,
    Unsubscribe,
    bodies,
    is_json,
)
from server.publication import Position

IN_FLIGHT_LIMIT = 32
"""Commands of one connection that wait for their answer; the next ones wait unread."""

SUBSCRIPTION_LIMIT = 128
FAULT_LIMIT, FAULT_SECONDS = 20, 60.0
RECOVERED_LIMIT = 768 * 1024
"""Bytes of recovered entries in one reply: with its envelope it stays below the 1 MiB that SDKs read in one frame."""

NEVER_MATCHES = "_"
"""The epoch that SDKs send once their state was declared invalid."""

NOWHERE = Recovery()


class CloseCode(Struct, frozen=True):
    """A code of the protocol with its reason: never empty, never JSON, at most 123 bytes, carrying no data."""

    code: int
    reason: str


INVALID_TOKEN = CloseCode(3500, "invalid token")
EXPIRED = CloseCode(3005, "connection expired")
BAD_PROTOCOL = CloseCode(3501, "bad request")
TOO_MANY_FAULTS = CloseCode(3509, "too many errors")
SERVER_ERROR = CloseCode(3004, "internal server error")


class State(Enum):
    FRESH = "fresh"
    CONNECTING = "connecting"
    OPEN = "open"
    CLOSED = "closed"


class Subscription:
    """A subscription from the command to the hub's `joined`. Its identity tells it from a later one of that channel.
    One of the caller's own has no command, and `id` 0."""

    __slots__ = ("channel", "id", "reject_unrecovered", "token", "wanted", "was_recovering")

    def __init__(self, id: int, channel: str, recovery: Recovery, token: str = "", flag: int = 0) -> None:
        self.id = id
        self.channel = channel
        self.token = token
        self.was_recovering = recovery.recover
        self.reject_unrecovered = bool(flag & REJECT_UNRECOVERED)
        matchable = recovery.recover and recovery.epoch != NEVER_MATCHES
        self.wanted = Position(recovery.epoch, recovery.offset) if matchable else None


class Live:
    """All that has to be kept of a subscription once it is live: whether it is the server's doing."""

    __slots__ = ("own",)

    def __init__(self, own: bool) -> None:
        self.own = own


LIVE: Final = Live(own=False)
OWN: Final = Live(own=True)


class Greeting:
    """The reply to the connect command, in the making. `result` is there once somebody is signed in."""

    __slots__ = ("id", "positions", "result", "subs")

    def __init__(self, id: int, positions: Mapping[str, Recovery]) -> None:
        self.id = id
        self.positions = positions
        self.result: ConnectResult
        self.subs: dict[str, SubscribeResult] = {}


# ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Reply(Struct, frozen=True, gc=False):
    """Write this part."""

    part: bytes


class SignIn(Struct, frozen=True, gc=False):
    """Find out who this is, then call `signed_in`."""

    token: str


class Call(Struct, frozen=True, gc=False):
    """Run this rpc at the desk, then call `answered`."""

    id: int
    method: str
    data: bytes


class Ask(Struct, frozen=True, gc=False):
    """Put this question to the desk, then call `replied`."""

    id: int
    question: Question


class Open(Struct, frozen=True):
    """Join the hub in buffering mode, then open the log, then call `opened` or `refused`."""

    subscription: Subscription


class Admit(Struct, frozen=True):
    """Let the hub merge log and feed: when its position has reached `top` it calls `joined`, and the reply goes out.
    Of one's own channel there is no reply."""

    subscription: Subscription
    top: int
    reply: bytes


class Leave(Struct, frozen=True, gc=False):
    """Take the subscription out of the hub, then write the reply."""

    channel: str
    reply: bytes


class Close(Struct, frozen=True, gc=False):
    code: CloseCode


Action = Reply | SignIn | Call | Ask | Open | Admit | Leave | Close


class Held:
    """The command has to wait until an earlier one is done."""

    __slots__ = ()


HELD: Final = Held()


class Connection:
    """The transport reads while `backlog` is None. `subscriptions` are by channel, opening or live."""

    __slots__ = (
        "_faults",
        "_faulty_since",
        "_greeting",
        "_in_flight",
        "_owes_pong",
        "backlog",
        "encoding",
        "state",
        "subscriptions",
    )

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding
        self.state = State.FRESH
        self._greeting: Greeting | None = None
        self.subscriptions: dict[str, Subscription | Live] = {}
        self.backlog: deque[bytes] | None = None
        self._in_flight = 0
        self._owes_pong = False
        self._faults = 0
        self._faulty_since = 0.0

    # ── input ──

    def receive(self, payload: bytes, now: float) -> Sequence[Action]:
        """A frame's payload: one or more commands. `now` in seconds of any clock that never goes back."""
        if self.state is State.CLOSED:
            return ()
        try:
            commands = self.encoding.split(payload)
        except Undecodable:
            return (self._close(BAD_PROTOCOL),)
        if len(commands) == 1 and self.backlog is None and self._takes():
            action = self._run(commands[0], now)
            if action is None:
                return ()
            if not isinstance(action, Held):
                return (action,)
        if len(commands) > FRAME_COMMANDS:
            return (self._close(TOO_MANY_FAULTS),)
        if self.backlog is None:
            self.backlog = deque()
        self.backlog.extend(commands)
        return self.resume(now)

    def resume(self, now: float) -> Sequence[Action]:
        """Take what waits, as far as possible now."""
        actions: list[Action] = []
        while self.backlog and self._takes():
            action = self._run(self.backlog[0], now)
            if isinstance(action, Held):
                break
            if self.backlog:
                self.backlog.popleft()
            if action is not None:
                actions.append(action)
        if not self.backlog:
            self.backlog = None
        return actions

    @property
    def resumable(self) -> bool:
        return self.backlog is not None and self._takes()

    def signed_in(self, result: ConnectResult, own_channels: Sequence[str] = ()) -> Sequence[Action]:
        """The greeting, or what has to be opened before it. Nothing else may be written until then."""
        greeting = self._greeting
        if greeting is None:
            return ()
        greeting.result = result
        for channel in own_channels:
            position = greeting.positions.get(channel, NOWHERE)
            self.subscriptions[channel] = Subscription(0, channel, position)
        greeted = self._greeted()
        if greeted is not None:
            return (Reply(greeted),)
        return [Open(one) for one in self.subscriptions.values() if isinstance(one, Subscription)]

    def not_signed_in(self, error: WireError | None) -> Sequence[Action]:
        """None: for good. An error: not now, for a reason that the client can do something about; what it asked for
        besides is dropped."""
        if self._greeting is None:
            return ()
        if error is None:
            return (self._close(INVALID_TOKEN),)
        return self._not_greeted(error, EXPIRED)

    def answered(self, id: int, answer: bytes | WireError, now: float) -> Reply | Close | None:
        """The reply to an rpc, or None when nobody waits for it any more."""
        if self.state is not State.OPEN:
            return None
        self._in_flight -= 1
        if isinstance(answer, WireError):
            return self._failed(id, answer, now)
        return Reply(self.encoding.answered(id, answer))

    def replied(self, id: int, reply: bytes | WireError, now: float) -> Reply | Close | None:
        """The same to a question, spelt already."""
        if self.state is not State.OPEN:
            return None
        self._in_flight -= 1
        return self._failed(id, reply, now) if isinstance(reply, WireError) else Reply(reply)

    def opened(self, subscription: Subscription, opening: Opening) -> Sequence[Action]:
        """The log was read. Dropped when the subscription is gone; may come again when the hub wants a later read."""
        if self.subscriptions.get(subscription.channel) is not subscription:
            return ()
        entries = opening.entries if subscription.wanted is not None else None
        if entries is not None and sum(len(data) for _, data in entries) > RECOVERED_LIMIT:
            entries = None
        if subscription.was_recovering and entries is None and subscription.reject_unrecovered:
            return self.refused(subscription, UNRECOVERABLE_POSITION)
        result = self._subscribe_result(subscription, opening.top, entries)
        if self._greeting is not None:
            self._greeting.subs[subscription.channel] = result
            return (Admit(subscription, opening.top.offset, b""),)
        reply = self.encoding.subscribed(subscription.id, result)
        return (Admit(subscription, opening.top.offset, reply),)

    def refused(self, subscription: Subscription, error: WireError) -> Sequence[Action]:
        """The log may not or cannot be read. The hub has to be left by the caller."""
        if self.subscriptions.get(subscription.channel) is not subscription:
            return ()
        del self.subscriptions[subscription.channel]
        if self._greeting is None:
            self._in_flight -= 1
            return (Reply(self.encoding.failed(subscription.id, error)),)
        if error.temporary:
            return self._not_greeted(error, SERVER_ERROR)
        self._greeting.subs.pop(subscription.channel, None)
        greeted = self._greeted()
        return () if greeted is None else (Reply(greeted),)

    def joined(self, channel: str) -> bytes | None:
        """The hub writes the reply now, and pushes follow it. Gives the greeting when this was what it waited for: it
        comes before everything that was queued meanwhile."""
        if not isinstance(self.subscriptions.get(channel), Subscription):
            return None
        if self._greeting is None:
            self.subscriptions[channel] = LIVE
            self._in_flight -= 1
            return None
        self.subscriptions[channel] = OWN
        return self._greeted()

    def ended(self, channel: str, code: int, reason: str) -> bytes | None:
        """The server ends a live subscription: it is gone before its push, so that a new one may follow at once."""
        if not isinstance(self.subscriptions.get(channel), Live):
            return None
        del self.subscriptions[channel]
        return self.encoding.unsubscription(channel, code, reason)

    def ping(self) -> bytes:
        self._owes_pong = True
        return self.encoding.ping

    @property
    def owes_pong(self) -> bool:
        return self._owes_pong

    @property
    def greets(self) -> bool:
        """Somebody is signed in, or about to be, and was not greeted yet."""
        return self._greeting is not None

    def close(self) -> Mapping[str, Subscription | Live]:
        """Over, for whatever reason. Gives the subscriptions that the hub has to forget."""
        subscriptions, self.subscriptions = self.subscriptions, {}
        self.state = State.CLOSED
        self.backlog = None
        self._greeting = None
        return subscriptions

    # ── one command ──

    def _takes(self) -> bool:
        return self._in_flight < IN_FLIGHT_LIMIT if self.state is State.OPEN else self.state is State.FRESH

    def _run(self, raw: bytes, now: float) -> Action | Held | None:
        try:
            command = self.encoding.decode(raw)
        except Undecodable:
            return self._close(BAD_PROTOCOL)
        except Malformed as wrong:
            return self._close(BAD_PROTOCOL) if self.state is State.FRESH else self._wrong(wrong.id, now)
        if self.state is State.FRESH:
            return self._connect(command, raw)
        if len(raw) > COMMAND_LIMIT:
            return self._wrong(command.id, now)
        return self._dispatch(command, now)

    def _connect(self, command: Command, raw: bytes) -> Action:
        match command:
            case Command(id=id, connect=Connect() as request) if id > 0 and len(raw) <= COMMAND_LIMIT:
                self.state = State.CONNECTING
                self._greeting = Greeting(id, request.subs)
                return SignIn(request.token)
            case _:
                return self._close(BAD_PROTOCOL)

    def _dispatch(self, command: Command, now: float) -> Action | Held | None:
        given = [body for body in bodies(command) if body is not None]
        if len(given) > 1:
            return self._wrong(command.id, now)
        if not given:
            return self._pong_or_unknown(command, now)
        if command.id == 0:
            return None if command.send is not None else self._wrong(0, now)
        match given[0]:
            case Rpc(method=method, data=data):
                self._in_flight += 1
                return Call(command.id, method, bytes(data))
            case Subscribe() as request:
                return self._subscribe(command.id, request)
            case Unsubscribe(channel=channel):
                return self._unsubscribe(command.id, channel)
            case Connect():
                return self._close(BAD_PROTOCOL)
            case Publish(type=type) if type != 0:
                return self._fail(command.id, NOT_AVAILABLE)
            case Publish(data=data) if not is_json(bytes(data)):
                return self._wrong(command.id, now)
            case (Publish(channel=channel) | ReadHistory(channel=channel)) as question:
                return self._ask_inside(command.id, question, channel)
            case (Presence() | PresenceStats() | Refresh()) as question:
                return self._ask(command.id, question)
            case _:
                # The rest of the protocol is not for channels that are logs; `send`, even with an id, is not answered.
                return None if command.send is not None else self._fail(command.id, NOT_AVAILABLE)

    def _pong_or_unknown(self, command: Command, now: float) -> Action | None:
        if command.id:
            return self._fail(command.id, METHOD_NOT_FOUND)
        self._owes_pong = False
        return None

    def _subscribe(self, id: int, request: Subscribe) -> Action:
        if request.type != 0:
            return self._fail(id, NOT_AVAILABLE)
        if request.channel in self.subscriptions:
            return self._fail(id, ALREADY_SUBSCRIBED)
        if len(self.subscriptions) >= SUBSCRIPTION_LIMIT:
            return self._fail(id, LIMIT_EXCEEDED)
        subscription = Subscription(id, request.channel, request, request.token, request.flag)
        self.subscriptions[request.channel] = subscription
        self._in_flight += 1
        return Open(subscription)

    def _unsubscribe(self, id: int, channel: str) -> Action | Held:
        subscription = self.subscriptions.get(channel)
        if subscription is None:
            return Reply(self.encoding.unsubscribed(id))
        if isinstance(subscription, Subscription):
            # SDKs take a subscribe without an answer for a broken connection, so that answer has to come first.
            return HELD
        if subscription.own:
            return self._fail(id, PERMISSION_DENIED)
        del self.subscriptions[channel]
        return Leave(channel, self.encoding.unsubscribed(id))

    def _ask_inside(self, id: int, question: Question, channel: str) -> Action | Held:
        """For subscribers only."""
        subscription = self.subscriptions.get(channel)
        if isinstance(subscription, Subscription):
            return HELD
        return self._fail(id, PERMISSION_DENIED) if subscription is None else self._ask(id, question)

    def _ask(self, id: int, question: Question) -> Ask:
        self._in_flight += 1
        return Ask(id, question)

    # ── greeting ──

    def _greeted(self) -> bytes | None:
        """The reply to the connect command, once nothing is opening any more; from here on the connection is open."""
        greeting = self._greeting
        if greeting is None or any(isinstance(one, Subscription) for one in self.subscriptions.values()):
            return None
        self._greeting = None
        self.state = State.OPEN
        result = replace(greeting.result, subs=greeting.subs) if greeting.subs else greeting.result
        return self.encoding.connected(greeting.id, result)

    def _not_greeted(self, error: WireError, code: CloseCode) -> Sequence[Action]:
        assert self._greeting is not None
        reply = Reply(self.encoding.failed(self._greeting.id, error))
        return (reply, self._close(code))

    def _subscribe_result(
        self, subscription: Subscription, top: Position, entries: Sequence[tuple[int, bytes]] | None
    ) -> SubscribeResult:
        recovered = entries is not None and subscription.wanted is not None
        return SubscribeResult(
            epoch=top.epoch,
            offset=subscription.wanted.offset if recovered and subscription.wanted else top.offset,
            recoverable=True,
            positioned=True,
            was_recovering=subscription.was_recovering,
            recovered=recovered,
            publications=tuple(RecoveredEntry(offset, Raw(data)) for offset, data in entries or ()),
        )

    # ── refusals ──

    def _fail(self, id: int, error: WireError) -> Reply:
        return Reply(self.encoding.failed(id, error))

    def _failed(self, id: int, error: WireError, now: float) -> Reply | Close:
        return self._wrong(id, now) if error == BAD_REQUEST else self._fail(id, error)

    def _wrong(self, id: int, now: float) -> Reply | Close:
        if now - self._faulty_since >= FAULT_SECONDS:
            self._faulty_since = now
            self._faults = 0
        self._faults += 1
        if self._faults >= FAULT_LIMIT:
            return self._close(TOO_MANY_FAULTS)
        return self._fail(id, BAD_REQUEST)

    def _close(self, code: CloseCode) -> Close:
        self.state = State.CLOSED
        self.backlog = None
        self._greeting = None
        return Close(code)
