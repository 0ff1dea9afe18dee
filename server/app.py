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
from server.flows.alumni import AlumniCare
from server.flows.applying import Applying
from server.flows.bulletins import BulletinNews
from server.flows.busy_calendars import BusyCalendars
from server.flows.calendars import Calendars
from server.flows.calls import BigBlueButton, CallServers
from server.flows.care import SilenceCare
from server.flows.circles import BringingIn
from server.flows.clock_rules import ClockRules
from server.flows.dispatch import Dispatch
from server.flows.ending import Finishing
from server.flows.enrolling import Enrolling
from server.flows.files import Files
from server.flows.follow import Follower
from server.flows.gatherings import Gatherings
from server.flows.indexing import Indexing
from server.flows.interviews import Interviews
from server.flows.letters import post_letter
from server.flows.mentor_pool import Asking
from server.flows.outcome_letters import OutcomeMail
from server.flows.pairing import Pairing
from server.flows.polls import Links
from server.flows.proposing import ProposalCare, Proposing
from server.flows.pushing import reached
from server.flows.pushing import tell as push_to
from server.flows.releases import Releases
from server.flows.reminding import Reminding
from server.flows.round_work import RoundWork
from server.flows.searching import Searches
from server.flows.taking_in import Arriving
from server.flows.talks import Deputies
from server.flows.unread_mail import UnreadMail
from server.flows.unread_notices import UnreadNotices
from server.flows.ways_in import may_hold
from server.http import accounts as http_accounts
from server.http import alumni as http_alumni
from server.http import applying as http_applying
from server.http import bulletins as http_bulletins
from server.http import calendar as http_calendar
from server.http import calendars as http_calendars
from server.http import calls as http_calls
from server.http import dates as http_dates
from server.http import enrolments as http_enrolments
from server.http import files as http_files
from server.http import founding as http_founding
from server.http import gatherings as http_gatherings
from server.http import hours as http_hours
from server.http import library as http_library
from server.http import memory as http_memory
from server.http import mentor_pool as http_mentor_pool
from server.http import notes as http_notes
from server.http import open_calls as http_open_calls
from server.http import openapi, operations, public_page, rooms, rpc, site
from server.http import pairing as http_pairing
from server.http import photos as http_photos
from server.http import polls as http_polls
from server.http import post as http_post
from server.http import presence as http_presence
from server.http import profiles as http_profiles
from server.http import proposals as http_proposals
from server.http import push as http_push
from server.http import reflections as http_reflections
from server.http import releases as http_releases
from server.http import reports as http_reports
from server.http import rounds as http_rounds
from server.http import selecting as http_selecting
from server.http import signals as http_signals
from server.http import sums as http_sums
from server.http.doors import Doors
from server.http.guard import Requests, allowed_origins, guards
from server.http.problem import TRANSLATIONS
from server.inbox.service import write_told
from server.installation import Installation
from server.live.desk import TOKEN_EXPIRED, Caller
from server.live.hub import Hub
from server.live.node import DEFAULT_LIMITS, LiveNode
from server.live.product import ProductDesk
from server.live.transports.stream import Post as StreamPost
from server.matching.mentor_pool import service as mentor_pool
from server.metrics import SECONDS, Metrics, Tally, watch_lag
from server.migrations import is_current
from server.outside import Bounds, Outside
from server.post.push.service import Push
from server.post.push.vapid import Vapid
from server.post.service import Post
from server.presence.memory import MemoryBoard
from server.presence.port import Board
from server.presence.service import Ports, Presence
from server.programmes.repeats import service as repeats
from server.programmes.service import leads
from server.publication import Announcement, LoginsEnded, Notice, Publication, Showing
from server.reports.service import Expiry
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.scheduling.polls import service as polls
from server.storage.directory import DirectoryStorage
from server.storage.port import Storage
from server.timer import Chore
from server.unit_of_work import Writer

log = logging.getLogger("atelje")

WRITES_BURST = 60
WRITES_PER_SECOND = 100 / 60
"""What a person may send: a long outbox at once after a day offline, and a hundred a minute sustained."""
NOTES_BURST = 100
NOTES_PER_SECOND = 6
"""What a person may write in shared notes: five times a second while they type, and what was written offline."""
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
GROUPS_SECONDS = 2.0
FINISH_SECONDS = 5.0
UNREAD_SECONDS = 30.0
TIDY_SECONDS = 600.0
REMINDERS_SECONDS = 10.0
GATHERINGS_SECONDS = 5.0
CALENDARS_SECONDS = 60.0
CALENDAR_BYTES = 5_000_000
"""Of a calendar at an address: years of somebody busy."""
CARE_SECONDS = 300.0
PROPOSALS_SECONDS = 60.0
FILES_SECONDS = 5.0
APPLICATIONS_SECONDS = 30.0
SWEEP_SECONDS = 3_600.0
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

    def worded(rooms: frozenset[int], erased: bool) -> None:
        indexing.worded(rooms, erased)

    rooms_lane = Rooms(unread.spoken, worded)
    writer: Writer[RoomCommand] = Writer(database.writer, rooms_lane, announcements, clock, write_told)
    indexing = Indexing(database, writer)
    accounts = Accounts(
        database,
        writer,
        passwords,
        clock,
        config,
        installation.token_key,
        send=post_letter,
        leads=leads,
        may_hold=may_hold,
    )
    post = Post(database, writer, clock, config, installation.token_key)
    allowance = Allowance(time.monotonic, burst=WRITES_BURST, per_second=WRITES_PER_SECOND) if config.limits else None
    opens = Allowance(time.monotonic, burst=OPENS_BURST, per_second=OPENS_PER_SECOND) if config.limits else None
    notices = Allowance(time.monotonic, burst=NOTICES_BURST, per_second=NOTICES_PER_SECOND) if config.limits else None
    writing = Allowance(time.monotonic, burst=NOTES_BURST, per_second=NOTES_PER_SECOND) if config.limits else None
    dispatch = Dispatch(writer, rooms_lane, allowance, writing)
    pairing = Pairing(rooms_lane, to_demo=config.mail_server is None)
    enrolling = Enrolling(rooms_lane, accounts.invitations, to_demo=config.mail_server is None)
    proposing = Proposing(pairing, accounts.invitations)

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

    files = Files(database, writer, rooms_lane, _storage(config), clock, config.room_files)
    applying = Applying(database, writer, files.storage, clock, limited=config.limits)
    outside = Outside(on="push" in config.outside, loopback="loopback" in config.outside)
    to_calendars = Outside(
        on="calendars" in config.outside, loopback="loopback" in config.outside, bounds=Bounds(size=CALENDAR_BYTES)
    )
    busy_calendars = BusyCalendars(database, writer, to_calendars, clock)
    push = Push(database, writer, clock, _vapid(config, installation), outside, reached, live.is_connected)
    unread_mail = UnreadMail(database, writer, clock, live.is_connected, push_to, leaves=config.mail_server is not None)
    bulletin_news = BulletinNews(database, writer, leaves=config.mail_server is not None)
    alumni_care = AlumniCare(database, writer, clock, leaves=config.mail_server is not None)
    deputies = Deputies(database, writer, clock, to_demo=config.mail_server is None)
    silence = SilenceCare(database, writer, clock, to_demo=config.mail_server is None)
    gatherings = Gatherings(database, writer, rooms_lane, clock)
    round_work = RoundWork(database, writer)
    chores = [
        Chore("mail", MAIL_SECONDS, post.send_all),
        Chore("push", MAIL_SECONDS, push.send_all),
        Chore("bulletins", MAIL_SECONDS, bulletin_news.tell),
        Chore("letters", MAIL_SECONDS, OutcomeMail(database, writer).send_all),
        Chore("taking in", GROUPS_SECONDS, Arriving(database, writer, enrolling).bring_all),
        Chore("groups", GROUPS_SECONDS, BringingIn(database, writer, rooms_lane).bring_all),
        Chore("finish", FINISH_SECONDS, Finishing(database, writer, rooms_lane, clock).finish_all),
        Chore("unread", UNREAD_SECONDS, unread_mail.tell),
        Chore("clock rules", SWEEP_SECONDS, ClockRules(writer, rooms_lane).look_again, at_start=True),
        Chore("reminders", REMINDERS_SECONDS, Reminding(database, writer, clock).tell, at_start=True),
        Chore("gatherings", GATHERINGS_SECONDS, gatherings.look_after, at_start=True),
        Chore("calendars", CALENDARS_SECONDS, busy_calendars.look_again),
        Chore("deputies", CARE_SECONDS, deputies.tell),
        Chore("silence", CARE_SECONDS, silence.look),
        Chore("proposals", PROPOSALS_SECONDS, ProposalCare(database, writer, clock, proposing).look, at_start=True),
        Chore("applications", APPLICATIONS_SECONDS, applying.tidy, at_start=True),
        Chore("files", FILES_SECONDS, files.tidy),
        Chore("sweep files", SWEEP_SECONDS, files.sweep, at_start=True),
        Chore("tidy mail", TIDY_SECONDS, post.tidy),
        Chore("tidy push", TIDY_SECONDS, push.tidy),
        Chore("tidy polls", SWEEP_SECONDS, lambda: writer.run(polls.tidy)),
        Chore("tidy mentor pool", TIDY_SECONDS, lambda: writer.run(mentor_pool.tidy)),
        Chore("tidy commands", TIDY_SECONDS, lambda: writer.run(repeats.tidy)),
        Chore("reports", TIDY_SECONDS, Expiry(database, writer, clock).forget_all),
        Chore("alumni", TIDY_SECONDS, alumni_care.look_after),
        Chore("imitate costs", TIDY_SECONDS, accounts.imitate_costs),
    ]

    bigbluebutton = BigBlueButton(config.bbb_url, config.bbb_secret) if config.bbb_url else None
    call_servers = CallServers(config.call_server, bigbluebutton, config.url, installation.token_key)

    requests, lag = Requests(), Tally(SECONDS)
    figures = _figures(live, writer, fanout, follower, post, push, requests, lag)
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
        await push.start(alone=config.embedded)
        await accounts.imitate_costs()
        await fanout.start(hear, follower.joined)
        tasks = [
            asyncio.create_task(live.run(), name="live"),
            asyncio.create_task(follower.run(), name="follower"),
            asyncio.create_task(unread.run(), name="unread"),
            asyncio.create_task(indexing.run(), name="indexing"),
            asyncio.create_task(presence.run(), name="presence"),
            asyncio.create_task(round_work.run(), name="rounds"),
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
            outside.close()
            searches.close()
            to_calendars.close()
            await database.close()

    doors, searches = Doors(database, writer, accounts, clock), Searches()
    app = Starlette(
        routes=[
            # First, because they are looked through in order for every connection.
            *live.routes(),
            *operations.routes(ready, config, clock),
            *openapi.routes(VERSION),
            *http_accounts.routes(accounts),
            *http_post.routes(post, accounts, config),
            *http_push.routes(push, accounts, on=outside.on),
            *http_presence.routes(presence, accounts),
            *http_signals.routes(doors, to_demo=config.mail_server is None),
            *http_releases.routes(doors, Releases(rooms_lane, installation.token_key, config.url)),
            *http_reports.routes(doors, to_demo=config.mail_server is None),
            *http_pairing.routes(doors, pairing),
            *http_proposals.routes(doors, proposing),
            *http_rounds.routes(doors, round_work, proposing),
            *http_reflections.routes(doors),
            *http_photos.routes(doors),
            *http_alumni.routes(doors),
            *public_page.routes(database, clock),
            *http_bulletins.routes(doors),
            *http_founding.routes(doors, rooms_lane),
            *http_calendar.routes(doors, rooms_lane),
            *http_dates.routes(doors),
            *http_gatherings.routes(doors),
            *http_sums.routes(doors),
            *http_hours.routes(doors, busy_calendars),
            *http_open_calls.routes(doors),
            *http_selecting.routes(
                doors, Interviews(installation.token_key, to_demo=config.mail_server is None), files.storage
            ),
            *http_applying.routes(applying, accounts),
            *http_polls.routes(doors, rooms_lane, Links(installation.token_key), searches),
            *http_calendars.routes(
                doors, Calendars(rooms_lane, config.url, config.mail_from.addr_spec), config.replies_key
            ),
            *http_profiles.routes(doors),
            *http_mentor_pool.routes(doors, Asking(enrolling, to_demo=config.mail_server is None)),
            *http_library.routes(doors),
            *http_enrolments.routes(doors, enrolling),
            *http_memory.routes(doors),
            *http_files.routes(doors, files),
            *rooms.routes(database, accounts, files, installation.epoch, clock, call_servers),
            *http_calls.routes(database, accounts, call_servers),
            *http_notes.routes(doors, installation.epoch),
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
    push: Push,
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
    metrics.counters("pushes", "Pushes tried, by how that ended.", ("state",), lambda: _by(push.ended))
    metrics.counters("requests", "HTTP requests.", ("method", "route", "status"), lambda: dict(requests.counts))
    metrics.counters("request_seconds", "Time spent on them.", ("route",), lambda: dict(requests.seconds))
    metrics.histogram("loop_lag_seconds", "How late the event loop is.", lag)
    metrics.gauge("loop_lag_largest_seconds", "The same, at worst since the start.", lambda: lag.largest)
    return metrics


def _vapid(config: Config, installation: Installation) -> Vapid:
    subject = config.url if config.secure else f"mailto:{config.mail_from.addr_spec}"
    return Vapid(installation.push_key, config.security_contact or subject)


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


def _storage(config: Config) -> Storage:
    if config.s3_url is None:
        return DirectoryStorage(config.data / "files")
    # Only who keeps files elsewhere installs what speaks with it.
    from server.storage.s3 import S3Storage

    return S3Storage(config.s3_url)


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
