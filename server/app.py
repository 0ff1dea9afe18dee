"""The composition root: every part is built once, here, and gets what it needs as an argument."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import HTTPConnection

from server import VERSION, timer
from server.accounts.passwords import Passwords
from server.accounts.service import Accounts, Visitor, person_exists
from server.clock import Clock
from server.config import Config
from server.database import Database, StorageError
from server.fanout.memory import MemoryFanout
from server.fanout.port import Fanout, Hint, LoginsHint, NoticeHint, PostHint, RosterHint, ShowingHint, log_hint
from server.flows.allowance import Allowance
from server.flows.dispatch import Dispatch
from server.flows.follow import Follower
from server.flows.letters import post_letter
from server.flows.unread_mail import UnreadMail
from server.flows.unread_notices import UnreadNotices
from server.http import accounts as http_accounts
from server.http import openapi, operations, rooms, rpc, site
from server.http import post as http_post
from server.http import presence as http_presence
from server.http import programmes as http_programmes
from server.http.guard import Requests, allowed_origins, guards
from server.http.problem import TRANSLATIONS
from server.inbox.service import write_told
from server.installation import Installation
from server.live.desk import TOKEN_EXPIRED, Caller
from server.live.hub import Hub
from server.live.node import DEFAULT_LIMITS, LiveNode
from server.live.product import ProductDesk
from server.live.transports.stream import Post as StreamPost
from server.metrics import SECONDS, Metrics, Tally, watch_lag
from server.migrations import is_current
from server.post.service import Post
from server.presence.memory import MemoryBoard
from server.presence.port import Board
from server.presence.service import Ports, Presence
from server.programmes.service import leads
from server.publication import Announcement, LoginsEnded, Notice, Publication, Showing
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.timer import Chore
from server.unit_of_work import Writer

log = logging.getLogger("atelje")

WRITES_BURST = 60
WRITES_PER_SECOND = 100 / 60
"""What a person may send: a long outbox at once after a day offline, and a hundred a minute sustained."""
OPENS_BURST = 500
OPENS_PER_SECOND = 5
"""Channels that a person may open: all their rooms on all their devices at once when a server comes back."""
READS_BURST = 300
READS_PER_SECOND = 20
"""What a person may ask to read over HTTP: many times what their devices ask for after a day away."""
NOTICES_BURST = 100
NOTICES_PER_SECOND = 5
"""What a person may tell and ask of who is here: of all their rooms at once when a connection comes back."""
READY_SECONDS = 3.0
MAIL_SECONDS = 2.0
UNREAD_SECONDS = 30.0
TIDY_SECONDS = 600.0
COUNT_SECONDS = 10.0


class EndLogin(Protocol):
    def __call__(self, login: str, *, renewed: bool) -> None: ...


class Announcements:
    """Commits of this node go to its own readers and, as hints, to the other nodes; what comes from elsewhere goes to
    the readers alone. `hub`, `end_login` and `show` are set once those exist."""

    def __init__(self, fanout: Fanout) -> None:
        self._fanout = fanout
        self.hub: Hub
        self.end_login: EndLogin
        self.show: Callable[[Showing], None]

    def stage(self, announcements: Sequence[Announcement]) -> None:
        self._deliver(announcements)
        if not self._fanout.alone:
            self._hint(announcements)

    def notify_here(self, notice: Notice) -> None:
        """Without a commit, for this node's readers."""
        self.hub.notify(notice)

    def notify(self, notice: Notice) -> None:
        """Without a commit, for readers everywhere."""
        self.hub.notify(notice)
        if not self._fanout.alone:
            self._fanout.send(NoticeHint(notice))

    def _hint(self, announcements: Sequence[Announcement]) -> None:
        by_channel: defaultdict[str, list[Publication]] = defaultdict(list)
        for one in announcements:
            if isinstance(one, Publication):
                by_channel[one.channel].append(one)
            elif isinstance(one, Notice):
                self._fanout.send(NoticeHint(one))
            elif isinstance(one, LoginsEnded):
                self._fanout.send(LoginsHint(one.logins, one.renewed))
            else:
                self._fanout.send(ShowingHint(one))
        for channel, publications in by_channel.items():
            self._fanout.send(log_hint(channel, publications))

    def flush(self) -> None:
        self.hub.flush()

    def hear(self, announcements: Sequence[Announcement]) -> None:
        """What other nodes committed, or what was missing here."""
        try:
            self._deliver(announcements)
        finally:
            # Also of what another node spelt wrong: until then the hub waits for it.
            self.hub.flush()

    def _deliver(self, announcements: Sequence[Announcement]) -> None:
        self.hub.stage([one for one in announcements if isinstance(one, Publication | Notice)])
        for one in announcements:
            if isinstance(one, LoginsEnded):
                for login in one.logins:
                    self.end_login(login, renewed=one.renewed)
            elif isinstance(one, Showing):
                self.show(one)


@dataclass(slots=True)
class Product:
    """The running parts, for the process that serves them and for tests."""

    app: Starlette
    live: LiveNode
    accounts: Accounts
    post: Post
    database: Database
    writer: Writer[RoomCommand]
    metrics: Metrics
    draining: bool = False
    failed: bool = False
    """One of its parts ended with an error, and the process ends for that."""


def build(
    config: Config,
    database: Database,
    installation: Installation,
    passwords: Passwords,
    clock: Clock,
    *,
    tokens_are_names: bool = False,
) -> Product:
    """All parts, not started: they start and stop with the application's lifespan. `tokens_are_names`: a connection
    token is a person's id, for load tests on loopback."""
    fanout = _fanout(config, installation)
    announcements = Announcements(fanout)
    unread = UnreadNotices(fanout, lambda channel: live.hub.position(channel) is not None, announcements.hear)
    rooms_lane = Rooms(unread.spoken)
    writer: Writer[RoomCommand] = Writer(database.writer, rooms_lane, announcements, clock, write_told)
    accounts = Accounts(
        database, writer, passwords, clock, config, installation.token_key, send=post_letter, leads=leads
    )
    post = Post(database, writer, clock, config, installation.token_key)
    allowance = Allowance(time.monotonic, burst=WRITES_BURST, per_second=WRITES_PER_SECOND) if config.limits else None
    opens = Allowance(time.monotonic, burst=OPENS_BURST, per_second=OPENS_PER_SECOND) if config.limits else None
    notices = Allowance(time.monotonic, burst=NOTICES_BURST, per_second=NOTICES_PER_SECOND) if config.limits else None
    dispatch = Dispatch(writer, rooms_lane, allowance)

    async def sign_in(token: str) -> Caller | None:
        if tokens_are_names:
            return Caller(token) if await database.look_up(lambda c: person_exists(c, token)) else None
        who = await accounts.who_by_connection_token(token)
        if who is None and accounts.issued(token):
            raise TOKEN_EXPIRED
        return _caller(who)

    async def renew(caller: Caller) -> Caller | None:
        return None if caller.login is None else _caller(await accounts.again(caller.login))

    async def identify(connection: HTTPConnection) -> Caller | None:
        return _caller(await accounts.who(connection.cookies.get(accounts.cookie, "")))

    def forward(node: str, post: StreamPost) -> bool:
        if not fanout.alone:
            fanout.send(PostHint(node, post.key, post.login, post.payload))
        return not fanout.alone

    def hear(hint: Hint) -> None:
        match hint:
            case PostHint(_, key, login, data):
                live.streams.take(StreamPost(key, login, data))
            case RosterHint(channel):
                board.stir(channel.removeprefix("room:"))
            case ShowingHint(showing):
                announcements.hear([showing])
            case _:
                follower.hear(hint)

    live: LiveNode
    follower: Follower
    board = _board(config, installation, fanout)
    ports = Ports(
        deliver=announcements.notify_here,
        notify=announcements.notify,
        readers=lambda room: [(one.person, one.client) for one in live.hub.readers(f"room:{room}")],
    )
    presence = Presence(board, database, writer, installation.token_key, clock, ports)
    live = LiveNode(
        ProductDesk(database, dispatch, presence, installation.epoch, sign_in, renew, opens, notices),
        identify=identify,
        allowed_origin=allowed_origins(config).__contains__,
        clock=clock,
        version=VERSION,
        limits=DEFAULT_LIMITS if config.limits else False,
        name=fanout.name,
        secret=installation.token_key,
        forward=forward,
        on_first=fanout.join,
        on_last=fanout.leave,
        on_gap=lambda channel, _position: follower.repair(channel),
    )
    announcements.hub, announcements.end_login, announcements.show = live.hub, live.end_login, presence.show
    follower = Follower(database, fanout, live.hub, announcements.hear, unread.hear, clock)

    unread_mail = UnreadMail(database, writer, clock, live.is_connected, leaves=config.mail_server is not None)
    chores = [
        Chore("mail", MAIL_SECONDS, post.send_all),
        Chore("unread", UNREAD_SECONDS, unread_mail.tell),
        Chore("tidy mail", TIDY_SECONDS, post.tidy),
        Chore("imitate costs", TIDY_SECONDS, accounts.imitate_costs),
    ]

    requests, lag = Requests(), Tally(SECONDS)
    figures = _figures(live, writer, fanout, follower, post, requests, lag)
    if config.metrics_port is not None:
        chores.append(Chore("count mails", COUNT_SECONDS, post.count))

    async def ready() -> str | None:
        return "the server is shutting down" if product.draining else await _database_ready(database)

    def end_with(task: asyncio.Task[None]) -> None:
        """A node without one of its parts would look well and serve badly: better to end and be started again."""
        if not task.cancelled() and task.exception() is not None:
            log.critical("a part of the node failed", extra={"part": task.get_name()}, exc_info=task.exception())
            product.failed = True
            signal.raise_signal(signal.SIGTERM)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        writer.start()
        await post.start()
        await accounts.imitate_costs()
        await fanout.start(hear, follower.joined)
        tasks = [
            asyncio.create_task(live.run(), name="live"),
            asyncio.create_task(follower.run(), name="follower"),
            asyncio.create_task(unread.run(), name="unread"),
            asyncio.create_task(presence.run(), name="presence"),
            asyncio.create_task(timer.run(chores), name="timer"),
        ]
        if config.metrics_port is not None:
            await post.count()
            tasks.append(asyncio.create_task(watch_lag(lag), name="lag"))
        for task in tasks:
            task.add_done_callback(end_with)
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await follower.close()
            await writer.close()
            await fanout.close()
            accounts.close()
            await database.close()

    app = Starlette(
        routes=[
            # First, because they are looked through in order for every connection.
            *live.routes(),
            *operations.routes(ready, config, clock),
            *openapi.routes(VERSION),
            *http_accounts.routes(accounts),
            *http_post.routes(post, accounts, config),
            *http_presence.routes(presence, accounts),
            *http_programmes.routes(accounts),
            *rooms.routes(database, accounts, installation.epoch),
            *rpc.routes(dispatch, accounts),
            *site.routes(config.web),
        ],
        middleware=[*guards(config, requests), Middleware(GZipMiddleware, minimum_size=1024)],
        exception_handlers=TRANSLATIONS,
        lifespan=lifespan,
    )
    if config.limits:
        app.state.reads = Allowance(time.monotonic, burst=READS_BURST, per_second=READS_PER_SECOND)
        app.state.writes = Allowance(time.monotonic, burst=READS_BURST, per_second=WRITES_PER_SECOND)
    product = Product(app, live, accounts, post, database, writer, figures)
    return product


def _figures(
    live: LiveNode,
    writer: Writer[RoomCommand],
    fanout: Fanout,
    follower: Follower,
    post: Post,
    requests: Requests,
    lag: Tally,
) -> Metrics:
    """What `/metrics` tells: sums of this node, never who or where."""
    metrics, hub = Metrics(), live.hub
    metrics.gauges("build", "The version that runs.", ("version",), lambda: {(VERSION,): 1})
    metrics.gauge("connections", "Live connections, by whichever transport.", lambda: live.connections)
    metrics.gauge("subscriptions", "Subscriptions of live connections.", lambda: hub.subscriptions)
    metrics.counter("deliveries", "Entries and notices handed to readers.", lambda: hub.deliveries)
    metrics.counters("handshakes_refused", "Live connections refused.", ("reason",), lambda: _by(live.denials))
    metrics.counters("connections_closed", "Live connections that ended.", ("code",), lambda: _by(live.closings))
    metrics.histogram("commit_seconds", "Transactions of the writer, the disk included.", writer.commit_seconds)
    metrics.histogram("batch_size", "Commands that were committed together.", writer.batch_sizes)
    metrics.gauge("commands_waiting", "Commands that wait for their commit.", lambda: writer.waiting)
    metrics.gauge("hints_waiting", "Hints that wait to go to other nodes.", lambda: fanout.waiting)
    metrics.gauge("fanout_deaf", "1 while hints of other nodes are known to be missing.", lambda: fanout.deaf)
    metrics.counter("log_repairs", "Gaps that were read from the log.", lambda: follower.repairs)
    metrics.counter("log_resyncs", "Gaps too wide for that, so that readers began anew.", lambda: follower.resyncs)
    metrics.gauges("mails", "Mails in the database.", ("state",), lambda: _by(post.states))
    metrics.counters("requests", "HTTP requests.", ("method", "route", "status"), lambda: dict(requests.counts))
    metrics.counters("request_seconds", "Time spent on them.", ("route",), lambda: dict(requests.seconds))
    metrics.histogram("loop_lag_seconds", "How late the event loop is.", lag)
    metrics.gauge("loop_lag_largest_seconds", "The same, at worst since the start.", lambda: lag.largest)
    return metrics


def _by(counts: Mapping[Any, int]) -> dict[tuple[str, ...], float]:
    return {(str(label),): count for label, count in dict(counts).items()}


def _caller(visitor: Visitor | None) -> Caller | None:
    return None if visitor is None else Caller(visitor.person, visitor.login, visitor.expires_at)


def _fanout(config: Config, installation: Installation) -> Fanout:
    if config.redis_url is None:
        return MemoryFanout()
    # Brings Django and a Redis client along: only the large form pays for them.
    from server.fanout.channel_layer import ChannelLayerFanout

    return ChannelLayerFanout(config.redis_url, prefix=_prefix(installation))


def _board(config: Config, installation: Installation, fanout: Fanout) -> Board:
    if config.redis_url is None:
        return MemoryBoard()
    from server.presence.leases import LeaseBoard

    tell = partial(_tell_roster, fanout)
    return LeaseBoard(config.redis_url, tell, prefix=_prefix(installation))


def _tell_roster(fanout: Fanout, room: str) -> None:
    fanout.send(RosterHint(f"room:{room}"))


def _prefix(installation: Installation) -> str:
    """Installations that share a Redis, whose databases keep pub/sub apart from nothing, must not hear each other: also
    a copy that was restored elsewhere, where rooms and offsets have the same names but not the same words."""
    return f"atelje-{installation.epoch}"


async def _database_ready(database: Database) -> str | None:
    try:
        async with asyncio.timeout(READY_SECONDS):
            current = await database.read(is_current)
    except (*StorageError, TimeoutError):
        return "the database does not answer"
    return None if current else "the database has another schema"
