"""The shell around one connection's machine: performs its actions, queues what has to be written, keeps it bounded.

It knows no socket: an outlet of one of the transports writes, and tells here what was received and what is unsent.
"""

from __future__ import annotations

import logging
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import Protocol, assert_never

from server.live.connection import (
    OWN,
    SERVER_ERROR,
    Action,
    Admit,
    Ask,
    Call,
    Close,
    CloseCode,
    Connection,
    Leave,
    Live,
    Open,
    Reply,
    SignIn,
    Subscription,
)
from server.live.desk import INTERNAL, Caller, Desk, HistoryRequest, Opening, WireError
from server.live.hub import RESYNC_CODE, Hub, Joiner
from server.live.protocol import (
    ConnectResult,
    Format,
    Presence,
    PresenceStats,
    Publish,
    Question,
    ReadHistory,
    Refresh,
    RefreshResult,
)
from server.publication import Position

logger = logging.getLogger("atelje.live")

QUEUE_LIMIT = 1024 * 1024
"""Bytes kept for a reader that is slower than its channels; beyond, the connection closes and recovers."""

FRAME_BYTES = 128 * 1024
"""Parts are joined into one frame up to this size; SDKs read frames of up to 1 MiB."""

ABNORMAL = 1006
SIGNED_OUT_CODES = range(4500, 4600)
"""Whoever is closed with one of these is not expected back."""
SLOW = CloseCode(3008, "slow")
INSUFFICIENT_STATE = CloseCode(3010, "insufficient state")


class Outlet(Protocol):
    """A transport's way out. It calls the link's `received`, `block`, `unblock` and `lost`."""

    @property
    def key(self) -> str:
        """By which single posts find it; empty where commands come by the way that replies go."""

    def write(self, data: bytes) -> object:
        """One frame made by the link's format."""

    def unsent(self) -> int:
        """Bytes that the peer's side has not taken yet; it shrinks as long as the peer reads."""

    def pause_reading(self) -> None: ...
    def resume_reading(self) -> None: ...
    def close(self, code: int, reason: str) -> None:
        """Say why, then wait for the peer to close."""

    def abort(self) -> None:
        """Free everything at once; leads to `lost`."""

    def new_period(self) -> None:
        """Bounds that count per ping begin anew."""


class Home(Protocol):
    """What a link needs of its node."""

    desk: Desk
    hub: Hub
    now: float

    def greeting(self, link: Link) -> ConnectResult: ...
    def spawn(self, work: Coroutine[object, object, None]) -> None: ...
    def soon(self, link: Link) -> None:
        """Call `proceed` in the loop's next pass."""

    def welcome(self, link: Link, caller: Caller) -> CloseCode | None:
        """The connection speaks for this caller from now on, or why not."""

    def greeted(self, link: Link) -> None:
        """The reply to its connect command goes out."""

    def renewed(self, link: Link, caller: Caller) -> RefreshResult:
        """It speaks for the same person, for longer."""

    def blocked(self, link: Link) -> None: ...
    def unblocked(self, link: Link) -> None: ...
    def close_soon(self, link: Link, code: CloseCode) -> None:
        """Close it, but not now: a fan-out may be under way."""

    def closing(self, link: Link, code: int) -> None:
        """It takes no more part, whatever its socket still does."""

    def gone(self, link: Link) -> None:
        """Its socket is free."""


class Link:
    """`caller` is known before `connect` when a cookie told it. `busy`: parts are queued, bytes unsent, or the greeting
    has to come first."""

    __slots__ = (
        "_blocked",
        "_held",
        "_home",
        "_pending",
        "_performing",
        "_queued",
        "_reading",
        "_retired",
        "address",
        "busy",
        "caller",
        "client",
        "connection",
        "format",
        "lapsed",
        "outlet",
        "refreshes",
        "welcomed",
        "write",
    )

    def __init__(self, home: Home, format: Format, outlet: Outlet, address: str, caller: Caller | None) -> None:
        self._home = home
        self.format = format
        self.outlet = outlet
        self.address = address
        self.caller = caller
        self.client = ""
        """The connection's id, known to others where it is present."""
        self.connection = Connection(format.encoding)
        self.write = outlet.write
        self.busy = False
        self.welcomed = False
        """It counts among its person's connections."""
        self.lapsed = 0.0
        """When the sign-in ends, in the node's monotonic seconds; 0 for never."""
        self.refreshes = False
        """It came with a connection token, and is asked for newer ones."""
        self._blocked = False
        self._held = False
        self._pending: list[bytes] | None = None
        self._queued = 0
        self._performing = False
        self._reading = True
        self._retired = False

    @property
    def person(self) -> str:
        return self.caller.person if self.caller is not None else ""

    @property
    def is_silent(self) -> bool:
        """A pong is overdue that would have been read by now."""
        return self.connection.owes_pong and self._reading and not self._blocked

    # ── from the transport ──

    def received(self, payload: bytes) -> None:
        if not self._retired:
            self._perform(self.connection.receive(payload, self._home.now))

    def block(self) -> None:
        """Bytes are unsent: from now on parts are queued. May come in the middle of a fan-out."""
        self._blocked = self.busy = True
        self._home.blocked(self)

    def unblock(self) -> None:
        self._blocked = False
        self.busy = self._held or self._pending is not None
        self._home.unblocked(self)
        self.flush()

    def lost(self) -> None:
        """The socket is gone."""
        self.retire(ABNORMAL)
        self._home.gone(self)

    # ── from the hub ──

    def queue(self, part: bytes) -> None:
        if self._retired:
            return
        if self._pending is None:
            self._pending = [part]
            self.busy = True
            if not self._performing and not self._blocked:
                self._home.hub.wake(self)
        else:
            self._pending.append(part)
        before = self._queued
        self._queued += len(part)
        # A burst of replies may be above the limit when the peer stops reading: then it is what comes on top of it.
        if (self._blocked or self._held) and before // QUEUE_LIMIT < self._queued // QUEUE_LIMIT:
            self._home.close_soon(self, SLOW)

    def flush(self) -> None:
        """Write what is queued, in as few frames as SDKs can read, until the transport says stop."""
        while self._pending is not None and not self._blocked and not self._held:
            self.outlet.write(self.format.pack(self._next_frame(self._pending)))
        if self._pending is None:
            self.busy = self._blocked or self._held
        if self.connection.backlog is not None and self.connection.resumable:
            self._home.soon(self)

    def joined(self, channel: str) -> None:
        assert self.caller is not None
        greeting = self.connection.joined(channel)
        if greeting is not None:
            self._greet(greeting)
        self._home.desk.arrived(self.caller, self.client, channel)

    def refused(self, channel: str, error: WireError) -> None:
        subscription = self.connection.subscriptions.get(channel)
        if isinstance(subscription, Subscription):
            self._after_refusal(self.connection.refused(subscription, error))

    def ended(self, channel: str, code: int, reason: str) -> None:
        own = self.connection.subscriptions.get(channel) is OWN
        push = self.connection.ended(channel, code, reason)
        if push is not None:
            self._depart(channel, deliberate=code < RESYNC_CODE)
            self.queue(push)
            if own and code >= RESYNC_CODE:
                # SDKs subscribe again only to what they asked for; for the rest they have to come again.
                self._home.close_soon(self, INSUFFICIENT_STATE)

    # ── from the node ──

    def proceed(self) -> None:
        """Take the commands that had to wait."""
        if not self._retired:
            self._perform(())

    def unsent(self) -> int:
        return self.outlet.unsent()

    def ping(self) -> None:
        self.outlet.new_period()
        self.queue(self.connection.ping())

    def close(self, close: CloseCode) -> None:
        """End the connection from this side. What is queued still goes out, unless the peer does not read."""
        if self._retired:
            return
        self.flush()
        self.retire(close.code)
        self._read(True)
        self.outlet.close(close.code, close.reason)

    # ── actions ──

    def _perform(self, actions: Sequence[Action]) -> None:
        self._performing = True
        try:
            while True:
                for action in actions:
                    self._do(action)
                if self.connection.backlog is None or not (actions := self.connection.resume(self._home.now)):
                    break
        finally:
            self._performing = False
        if not self._retired:
            self._read(self.connection.backlog is None)
            if self._pending is not None:
                self.flush()

    def _do(self, action: Action) -> None:
        match action:
            case Call(id=id, method=method, data=data):
                assert self.caller is not None
                self._home.desk.call(self.caller, method, data, partial(self._answer, id))
            case Ask(id=id, question=question):
                self._home.spawn(self._ask(id, question))
            case Reply(part=part):
                self.queue(part)
            case Open(subscription=subscription):
                self._home.hub.join(subscription.channel, self, partial(self._read_log, subscription))
            case Admit():
                # Handled where the log was read: it belongs to that joiner.
                raise AssertionError(action)
            case Leave(channel=channel, reply=reply):
                self._home.hub.leave(channel, self)
                self._depart(channel, deliberate=True)
                self.queue(reply)
            case SignIn(token=token):
                self._sign_in(token)
            case Close(code=code):
                self.close(code)
            case _:
                assert_never(action)

    def _do_all(self, actions: Sequence[Action]) -> None:
        for action in actions:
            self._do(action)

    def _answer(self, id: int, answer: bytes | WireError) -> None:
        action = self.connection.answered(id, answer, self._home.now)
        if action is not None:
            self._do(action)

    def _sign_in(self, token: str) -> None:
        if self.caller is not None:
            self._welcome(self.caller)
        else:
            self._home.spawn(self._look_up(token))

    async def _look_up(self, token: str) -> None:
        try:
            caller = await self._home.desk.sign_in(token)
        except WireError as error:
            self._do_all(self.connection.not_signed_in(error))
            return
        except Exception:
            logger.exception("a connection token could not be looked up")
            self.close(SERVER_ERROR)
            return
        if self._retired:
            return
        if caller is None:
            self._do_all(self.connection.not_signed_in(None))
            return
        self.refreshes = True
        self._welcome(caller)
        self.proceed()

    def _welcome(self, caller: Caller) -> None:
        refusal = self._home.welcome(self, caller)
        if refusal is not None:
            self.close(refusal)
            return
        self.caller = caller
        greeting = self._home.greeting(self)
        self.client = greeting.client
        actions = self.connection.signed_in(greeting, self._home.desk.own_channels(caller))
        if self.connection.greets:
            self._held = self.busy = True
        else:
            self._home.greeted(self)
        self._do_all(actions)

    def _greet(self, greeting: bytes) -> None:
        """What was held goes out, after the greeting; then the commands that had to wait are taken."""
        self._held = False
        if self._pending is not None:
            self._pending.insert(0, greeting)
            self._queued += len(greeting)
            self._home.hub.wake(self)
        else:
            self.queue(greeting)
        self._home.greeted(self)
        self._home.soon(self)

    # ── questions ──

    async def _ask(self, id: int, question: Question) -> None:
        reply: bytes | WireError
        try:
            reply = await self._reply_to(id, question)
        except WireError as error:
            reply = error
        except Exception:
            logger.exception("a question could not be answered")
            reply = INTERNAL
        action = self.connection.replied(id, reply, self._home.now)
        if action is not None:
            self._do(action)

    async def _reply_to(self, id: int, question: Question) -> bytes:
        assert self.caller is not None
        desk, encoding, caller = self._home.desk, self.format.encoding, self.caller
        match question:
            case Publish(channel=channel, data=data):
                await desk.publish(caller, self.client, channel, bytes(data))
                return encoding.published(id)
            case Presence(channel=channel):
                return encoding.present(id, await desk.presence(caller, channel))
            case PresenceStats(channel=channel):
                here = await desk.presence(caller, channel)
                return encoding.counted(id, len(here), len({info.person for info in here.values()}))
            case ReadHistory(channel=channel, limit=limit, since=since, reverse=reverse):
                position = None if since is None else Position(since.epoch, since.offset)
                history = await desk.history(caller, channel, HistoryRequest(limit, position, reverse))
                return encoding.remembered(id, history)
            case Refresh(token=token):
                longer = await desk.refresh(caller, token)
                return encoding.refreshed(id, self._home.renewed(self, longer))
            case _:
                assert_never(question)

    # ── subscribing ──

    def _read_log(self, subscription: Subscription, joiner: Joiner) -> None:
        self._home.spawn(self._open(subscription, joiner))

    async def _open(self, subscription: Subscription, joiner: Joiner) -> None:
        assert self.caller is not None
        try:
            opening = await self._home.desk.open(
                self.caller, subscription.channel, subscription.wanted, subscription.token
            )
        except WireError as error:
            self._refuse(subscription, error)
        except Exception:
            logger.exception("a log could not be opened")
            self._refuse(subscription, INTERNAL)
        else:
            self._admit(subscription, joiner, opening)

    def _admit(self, subscription: Subscription, joiner: Joiner, opening: Opening) -> None:
        for action in self.connection.opened(subscription, opening):
            if isinstance(action, Admit):
                self._home.hub.admit(joiner, action.top, action.reply)
            else:
                self._home.hub.leave(joiner.channel, self)
                self._do(action)

    def _refuse(self, subscription: Subscription, error: WireError) -> None:
        """Nothing when the subscription is gone meanwhile; the hub has forgotten it then."""
        if self.connection.subscriptions.get(subscription.channel) is subscription:
            self._home.hub.leave(subscription.channel, self)
            self._after_refusal(self.connection.refused(subscription, error))

    def _after_refusal(self, actions: Sequence[Action]) -> None:
        """May come amid a delivery."""
        for action in actions:
            if isinstance(action, Close):
                self._home.close_soon(self, action.code)
            elif isinstance(action, Reply) and self._held:
                self._greet(action.part)
            else:
                self._do(action)

    # ── the rest ──

    def _next_frame(self, pending: list[bytes]) -> Sequence[bytes]:
        if self._queued <= FRAME_BYTES:
            self._pending, self._queued = None, 0
            return pending
        size, count = 0, 0
        for part in pending:
            if count and size + len(part) > FRAME_BYTES:
                break
            size += len(part)
            count += 1
        self._pending, self._queued = pending[count:] or None, self._queued - size
        return pending[:count]

    def _read(self, on: bool) -> None:
        if on is not self._reading:
            self._reading = on
            if on:
                self.outlet.resume_reading()
            else:
                self.outlet.pause_reading()

    def retire(self, code: int) -> None:
        """Take no more part: the peer closed with this code, or we do."""
        if self._retired:
            return
        self._retired = True
        self._pending, self._queued = None, 0
        for channel, subscription in self.connection.close().items():
            self._home.hub.leave(channel, self)
            if isinstance(subscription, Live):
                self._depart(channel, deliberate=code in SIGNED_OUT_CODES)
        self._home.closing(self, code)

    def _depart(self, channel: str, *, deliberate: bool) -> None:
        assert self.caller is not None
        self._home.desk.departed(self.caller, self.client, channel, deliberate=deliberate)
