"""Readers join, leave, stall and are removed while announcements are late, doubled, out of order or lost.

The oracle is naive: who joined after reading up to `top` has seen top+1, top+2, … without a hole, nothing twice,
nothing from the entry on that removed them; and once everything was announced and read, all there is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from server.live.hub import Hub, Joiner
from server.publication import Publication
from tests.live.readers import Reader

ROOM = "room:1"
PERSONS = ("ann", "ann", "ben", "cid")
"""Ann is never removed."""

which = st.integers(0, 1_000)


@dataclass
class Read:
    """A log that is being read for a joiner: `top` once the read has happened, None when it was refused."""

    joiner: Joiner
    happened: bool = False
    top: int | None = None


@dataclass
class Subscription:
    reader: Reader
    reads: list[Read] = field(default_factory=list)
    top: int | None = None
    left: bool = False


class Feed(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.later: list[Callable[[], None]] = []
        self.active = False
        self.lacks = False
        self.hub = Hub(self.later.append, self.note_gap, self.begin, self.end)
        self.log: list[Publication] = []
        self.unannounced: list[Publication] = []
        self.removed: dict[str, int] = {}
        self.subscriptions: list[Subscription] = []
        self.now = 0.0

    def note_gap(self, channel: str, position: int) -> None:
        assert position < len(self.log), "nothing is lacking"
        self.lacks = True

    def begin(self, channel: str) -> None:
        assert not self.active
        self.active = True

    def end(self, channel: str) -> None:
        assert self.active
        self.active = False

    # ── the product ──

    @rule(count=st.integers(1, 3))
    def commit(self, count: int) -> None:
        for _ in range(count):
            self.append(None)

    @rule(person=st.sampled_from(PERSONS[2:]))
    def remove(self, person: str) -> None:
        if person not in self.removed:
            self.append(person)
            self.removed[person] = len(self.log)

    @precondition(lambda self: self.unannounced)
    @rule(count=st.integers(1, 4), between=st.booleans(), at=which)
    def announce(self, count: int, between: bool, at: int) -> None:
        """With `between`, a read completes after staging and before writing."""
        batch, self.unannounced = self.unannounced[:count], self.unannounced[count:]
        self.hub.stage(batch)
        if between and self.subscriptions:
            self.complete_read(self.subscriptions[at % len(self.subscriptions)])
        self.hub.flush()

    @precondition(lambda self: self.unannounced)
    @rule(at=which)
    def lose_an_announcement(self, at: int) -> None:
        self.unannounced.pop(at % len(self.unannounced))

    @precondition(lambda self: len(self.unannounced) > 1)
    @rule(at=which)
    def overtake(self, at: int) -> None:
        self.unannounced.append(self.unannounced.pop(at % len(self.unannounced)))

    @precondition(lambda self: self.log)
    @rule(at=which, count=st.integers(1, 3))
    def announce_again(self, at: int, count: int) -> None:
        start = at % len(self.log)
        self.deliver(self.log[start : start + count])

    @precondition(lambda self: self.lacks)
    @rule()
    def fill_the_gap(self) -> None:
        self.lacks = False
        if ROOM in self.hub.positions():
            self.deliver(self.log[self.hub.positions()[ROOM] :])

    @precondition(lambda self: len(self.log) > 6)
    @rule()
    def resync(self) -> None:
        self.hub.resync(ROOM)

    # ── connections ──

    @rule(person=st.sampled_from(PERSONS))
    def join(self, person: str) -> None:
        if len(self.subscriptions) < 12:
            self.subscribe(person)

    @rule(person=st.sampled_from(PERSONS))
    def join_and_read(self, person: str) -> None:
        if len(self.subscriptions) < 12:
            self.read_log(self.subscribe(person))

    @initialize(alone=st.booleans())
    def be_there_from_the_beginning(self, alone: bool) -> None:
        """Two who read at the same time, or one whose position is known to the hub."""
        self.read_log(self.subscribe("ben"))
        if alone:
            self.complete_read(self.subscriptions[0])
        else:
            self.subscribe("ann")

    @precondition(lambda self: ROOM not in self.hub.positions() and len(self.subscriptions) < 12)
    @rule(first=st.sampled_from(PERSONS), second=st.sampled_from(PERSONS))
    def join_around_a_commit(self, first: str, second: str) -> None:
        """The later read comes back first and gives the hub its position."""
        earlier = self.subscribe(first)
        self.read_log(earlier)
        self.append(None)
        later = self.subscribe(second)
        self.read_log(later)
        self.complete_read(later)
        self.complete_read(earlier)

    @precondition(lambda self: self.unread)
    @rule(at=which)
    def read(self, at: int) -> None:
        """The read's transaction; its result comes back later."""
        self.read_log(self.unread[at % len(self.unread)])

    @precondition(lambda self: self.uncompleted)
    @rule(at=which)
    def complete(self, at: int) -> None:
        self.complete_read(self.uncompleted[at % len(self.uncompleted)])

    @precondition(lambda self: len(self.subscriptions) > 2)
    @rule(at=which)
    def leave(self, at: int) -> None:
        self.give_up(self.subscriptions[at % len(self.subscriptions)])

    @precondition(lambda self: self.subscriptions)
    @rule(at=which)
    def stall_or_go_on(self, at: int) -> None:
        reader = self.subscriptions[at % len(self.subscriptions)].reader
        if reader.blocked:
            reader.unblock()
        else:
            reader.block()

    @rule()
    def pass_loop(self) -> None:
        while self.later:
            self.later.pop(0)()

    @rule()
    def tick(self) -> None:
        self.now += 1.0
        self.hub.tick(self.now)

    # ── the oracle ──

    @invariant()
    def nobody_sees_a_hole_or_a_double(self) -> None:
        for subscription in self.subscriptions:
            offsets = subscription.reader.offsets
            if offsets:
                assert subscription.top is not None
                first = subscription.top + 1
                assert offsets == list(range(first, first + len(offsets)))

    @invariant()
    def nobody_sees_what_comes_from_their_removal_on(self) -> None:
        for subscription in self.subscriptions:
            removal = self.removed.get(subscription.reader.person)
            if removal is not None:
                assert all(offset < removal for offset in subscription.reader.offsets)

    @invariant()
    def a_position_means_a_subscriber(self) -> None:
        assert self.active or not self.hub.positions()

    def teardown(self) -> None:
        for _ in range(6):
            for subscription in self.subscriptions:
                self.read_log(subscription)
                self.complete_read(subscription)
            self.deliver(self.log)
            self.pass_loop()
        for subscription in self.subscriptions:
            if subscription.reader.blocked:
                subscription.reader.unblock()
            self.check_end(subscription)

    def check_end(self, subscription: Subscription) -> None:
        self.nobody_sees_a_hole_or_a_double()
        self.nobody_sees_what_comes_from_their_removal_on()
        reader = subscription.reader
        over = [event[1] for event in reader.log if isinstance(event, tuple)]
        if subscription.left or over:
            assert over in ([], [2500], [100], [2000], [103])
            assert over not in ([2000], [103]) or reader.person in self.removed
            return
        assert reader.person not in self.removed, "who was removed is told so"
        assert subscription.top is not None
        assert reader.offsets == list(range(subscription.top + 1, len(self.log) + 1))

    # ── inside ──

    @property
    def unread(self) -> list[Subscription]:
        return [s for s in self.subscriptions if s.reads and not s.reads[0].happened]

    @property
    def uncompleted(self) -> list[Subscription]:
        return [s for s in self.subscriptions if s.reads and s.reads[0].happened]

    def append(self, removes: str | None) -> None:
        publication = Publication(ROOM, len(self.log) + 1, b"{}", removes)
        self.log.append(publication)
        self.unannounced.append(publication)

    def deliver(self, publications: list[Publication]) -> None:
        self.hub.stage(publications)
        self.hub.flush()

    def subscribe(self, person: str) -> Subscription:
        subscription = Subscription(Reader(self.hub, person))
        self.subscriptions.append(subscription)
        self.hub.join(ROOM, subscription.reader, lambda joiner: subscription.reads.append(Read(joiner)))
        return subscription

    def read_log(self, subscription: Subscription) -> None:
        for read in subscription.reads:
            if not read.happened:
                read.happened = True
                if subscription.reader.person not in self.removed:
                    read.top = len(self.log)

    def complete_read(self, subscription: Subscription) -> None:
        if subscription.reads and subscription.reads[0].happened:
            read = subscription.reads.pop(0)
            if read.top is None:
                self.give_up(subscription)
            else:
                subscription.top = read.top
                self.hub.admit(read.joiner, read.top, b"{}")

    def give_up(self, subscription: Subscription) -> None:
        subscription.reads.clear()
        subscription.left = True
        self.hub.leave(ROOM, subscription.reader)


Feed.TestCase.settings = settings(stateful_step_count=60, max_examples=max(250, settings().max_examples))
TestFeed = Feed.TestCase
