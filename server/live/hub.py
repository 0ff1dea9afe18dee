"""This node's subscribers, channel by channel: what was committed goes to each of them once, in order, joined.

Who subscribes first joins the hub as a joiner, which keeps every publication staged from then on; then the log is
read; then both are merged by offset. The read can be ahead of the hub, so a joiner waits until the hub's position has
reached the top that was read; and it can be behind what another joiner's read gave the hub as its first position, so
what its buffer does not cover up to that position makes it read again. Only here is a position raised.

Everything is called in the event loop's thread and nothing waits. Members change only between the fan-out loops.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from server.live.desk import INTERNAL, PERMISSION_DENIED, WireError
from server.live.protocol import Encoding, Format
from server.publication import Notice, Publication, Push

JOINER_LIMIT = 1_000
"""Publications that a joiner keeps while its log is read; one more and the subscription is refused for a retry."""

JOIN_SECONDS = 5.0
"""How long a joiner waits for the hub to reach the top that was read."""

BATCH_BYTES = 128 * 1024
"""Publications are joined into one frame up to about this size, well below what SDKs read in one frame."""

REMOVED_CODE, REMOVED_REASON = 2000, "removed from room"
RESYNC_CODE, RESYNC_REASON = 2500, "insufficient state"


class Subscriber(Protocol):
    """One connection, as the hub sees it. None of these calls changes the hub's members."""

    @property
    def format(self) -> Format: ...
    @property
    def person(self) -> str: ...
    @property
    def client(self) -> str:
        """The connection's id."""

    @property
    def busy(self) -> bool:
        """Parts are queued or bytes unsent: more has to be queued behind them."""

    @property
    def write(self) -> Callable[[bytes], object]:
        """Write a frame that is shared with others; only while not busy."""

    def queue(self, part: bytes) -> None:
        """Keep a part for the next `flush`."""

    def flush(self) -> None:
        """Write what is queued, joined."""

    def joined(self, channel: str) -> None: ...
    def refused(self, channel: str, error: WireError) -> None: ...
    def ended(self, channel: str, code: int, reason: str) -> None: ...


class Joiner:
    """A subscriber between its command and its first push. `top` and `reply` are there once the log was read."""

    __slots__ = ("channel", "kept", "read", "reply", "subscriber", "top")

    def __init__(self, channel: str, subscriber: Subscriber, read: Callable[[Joiner], None]) -> None:
        self.channel = channel
        self.subscriber = subscriber
        self.read = read
        self.kept: dict[int, Publication] = {}
        self.top: int | None = None
        self.reply = b""

    def covered(self, position: int) -> list[Publication] | None:
        """What was published after the read up to `position`, or None when some of it was never seen here."""
        assert self.top is not None
        kept = [self.kept.get(offset) for offset in range(self.top + 1, position + 1)]
        return [publication for publication in kept if publication is not None] if None not in kept else None


class Channel:
    """`position` is None until the first joiner's read gives it; `seen` is the highest offset heard of."""

    __slots__ = ("joining", "live", "name", "position", "seen", "staged")

    def __init__(self, name: str) -> None:
        self.name = name
        self.live: set[Subscriber] = set()
        self.joining: dict[Subscriber, Joiner] | None = None
        self.position: int | None = None
        self.seen = 0
        self.staged: list[Push] | None = None

    @property
    def lags(self) -> bool:
        return self.position is not None and self.seen > self.position


class Batch:
    """Pushes of one channel, encoded once per format that asks: as a part to join, as a frame to write."""

    __slots__ = ("_audience", "_frames", "_parts", "_pushes")

    def __init__(self, pushes: Sequence[Push], audience: frozenset[str] | None = None) -> None:
        self._pushes = pushes
        self._audience = audience
        self._parts: dict[Encoding, bytes] = {}
        self._frames: dict[Format, bytes] = {}

    def readers(self, channel: Channel) -> Iterable[Subscriber]:
        """Who of the channel gets it."""
        if self._audience is None:
            return channel.live
        return [subscriber for subscriber in channel.live if subscriber.person in self._audience]

    def part(self, format: Format) -> bytes:
        encoding = format.encoding
        part = self._parts.get(encoding)
        if part is None:
            part = encoding.join([_encoded(encoding, push) for push in self._pushes])
            self._parts[encoding] = part
        return part

    def frame(self, format: Format) -> bytes:
        frame = self._frames.get(format)
        if frame is None:
            frame = self._frames[format] = format.pack([self.part(format)])
        return frame


class Hub:
    """`on_gap(channel, position)`: the channel lacks entries after `position`; stage them, read from the log. It is
    called again about every second while that lasts. `on_first` and `on_last` tell when a channel was opened for a
    first local subscriber, so that there is such a channel, and when the last is gone. `call_soon` runs a function in
    the loop's next pass.
    """

    def __init__(
        self,
        call_soon: Callable[[Callable[[], None]], object],
        on_gap: Callable[[str, int], None],
        on_first: Callable[[str], None],
        on_last: Callable[[str], None],
    ) -> None:
        self._call_soon = call_soon
        self._on_gap = on_gap
        self._on_first = on_first
        self._on_last = on_last
        self._channels: dict[str, Channel] = {}
        self._staged: list[Channel] = []
        self._dirty: list[Subscriber] = []
        self._waiting: dict[Joiner, float | None] = {}
        self._lagging: dict[Channel, None] = {}
        self._staging = False
        self._flush_is_due = False
        self.deliveries = 0
        """Entries and notices that were handed to readers."""

    # ── what the composition root calls, in this order, for each batch ──

    def stage(self, pushes: Iterable[Push]) -> None:
        """Take committed entries, and notices among them. `flush` has to follow in the same pass of the loop."""
        self._staging = True
        moved: dict[Channel, None] = {}
        for push in pushes:
            channel = self._channels.get(push.channel)
            if channel is None:
                continue
            if isinstance(push, Notice):
                self._stage_notice(channel, push)
            elif self._accept(channel, push):
                moved[channel] = None
        for channel in moved:
            if channel in self._lagging:
                self._report(channel)

    def flush(self) -> None:
        """Write everything: what was staged, and the replies that were queued meanwhile, once per member."""
        self._staging = True
        self._flush_is_due = False
        try:
            self._deliver_staged()
        finally:
            self._staging = False
            dirty, self._dirty = self._dirty, []
            for subscriber in dirty:
                subscriber.flush()
            if self._staged:
                # Notices about what happened in this flush: who went live in it, who was removed.
                self._flush_soon()

    def notify(self, notice: Notice) -> None:
        """A notice without a commit: it goes out with the batch in work, or else in the loop's next pass."""
        channel = self._channels.get(notice.channel)
        if channel is not None:
            self._stage_notice(channel, notice)
            self._flush_soon()

    # ── channels ──

    def position(self, channel: str) -> int | None:
        """The offset up to which a channel has been delivered here; None for one that nobody reads."""
        found = self._channels.get(channel)
        return None if found is None else found.position

    def positions(self) -> dict[str, int]:
        """The same of every active channel."""
        return {name: channel.position for name, channel in self._channels.items() if channel.position is not None}

    @property
    def subscriptions(self) -> int:
        """Live ones. May be asked from another thread."""
        return sum(len(channel.live) for channel in tuple(self._channels.values()))

    def readers(self, channel: str) -> Iterable[Subscriber]:
        """Who reads a channel live at this moment."""
        found = self._channels.get(channel)
        return () if found is None else tuple(found.live)

    def unsubscribe(self, channel: str, person: str, code: int, reason: str) -> None:
        """End a person's subscriptions to a channel; one that is still joining is refused."""
        found = self._channels.get(channel)
        if found is not None:
            self._end(found, [s for s in found.live if s.person == person], code, reason)
            self._refuse(found, [s for s in found.joining or () if s.person == person], PERMISSION_DENIED)

    def resync(self, channel: str) -> None:
        """Continuity cannot be kept: have everybody subscribe anew, with recovery."""
        found = self._channels.get(channel)
        if found is not None:
            self._end(found, list(found.live), RESYNC_CODE, RESYNC_REASON)
            self._refuse(found, list(found.joining or ()), INTERNAL)

    def tick(self, now: float) -> None:
        """About once a second: ask again for what is missing, and refuse joiners who waited too long for it."""
        behind = dict.fromkeys(channel for channel in self._lagging)
        for joiner, since in list(self._waiting.items()):
            channel = self._channels.get(joiner.channel)
            if channel is None or not _joins(channel, joiner):
                continue
            if since is None:
                self._waiting[joiner] = now
            elif now - since < JOIN_SECONDS:
                behind[channel] = None
            else:
                self._refuse(channel, [joiner.subscriber], INTERNAL)
        for channel in behind:
            self._report(channel)

    # ── what a subscriber calls ──

    def join(self, channel: str, subscriber: Subscriber, read: Callable[[Joiner], None]) -> None:
        """Begin to keep what is published, then call `read`: it opens the log and leads to `admit` or `leave`."""
        found = self._channels.get(channel)
        if found is None:
            found = self._channels[channel] = Channel(channel)
        if found.joining is None:
            found.joining = {}
        joiner = found.joining[subscriber] = Joiner(found.name, subscriber, read)
        read(joiner)

    def admit(self, joiner: Joiner, top: int, reply: bytes) -> None:
        """The log was read up to `top`; `reply`, if there is one, goes out when the feed joins it."""
        channel = self._channels.get(joiner.channel)
        if channel is None or not _joins(channel, joiner):
            return
        joiner.top, joiner.reply = top, reply
        if channel.position is None:
            self._begin(channel, joiner, top)
        if channel.staged is None:
            self._complete_one(channel, joiner)

    def leave(self, channel: str, subscriber: Subscriber) -> None:
        """Forget a subscriber, joining or live."""
        found = self._channels.get(channel)
        if found is not None:
            found.live.discard(subscriber)
            self._forget_joiner(found, subscriber)
            self._drop_if_empty(found)

    def wake(self, subscriber: Subscriber) -> None:
        """The subscriber has queued parts: flush it with the batch in work, or else in the loop's next pass."""
        self._dirty.append(subscriber)
        self._flush_soon()

    # ── continuity ──

    def _accept(self, channel: Channel, publication: Publication) -> bool:
        """Keep it for the joiners; stage it when it is the next one. True when the position moved."""
        self._keep(channel, publication)
        offset, position = publication.offset, channel.position
        if position is None or offset <= position:
            return False
        channel.seen = max(channel.seen, offset)
        if offset > position + 1:
            self._report_once(channel)
            return False
        channel.position = offset
        self._stage(channel, publication)
        return True

    def _stage_notice(self, channel: Channel, notice: Notice) -> None:
        if channel.live:
            self._stage(channel, notice)

    def _stage(self, channel: Channel, push: Push) -> None:
        if channel.staged is None:
            channel.staged = []
            self._staged.append(channel)
        channel.staged.append(push)

    def _keep(self, channel: Channel, publication: Publication) -> None:
        for joiner in tuple((channel.joining or {}).values()):
            joiner.kept[publication.offset] = publication
            if len(joiner.kept) > JOINER_LIMIT:
                self._refuse(channel, [joiner.subscriber], INTERNAL)

    def _report_once(self, channel: Channel) -> None:
        if channel not in self._lagging:
            self._lagging[channel] = None
            self._report(channel)

    def _report(self, channel: Channel) -> None:
        if channel.lags and channel.position is not None:
            self._on_gap(channel.name, channel.position)
        else:
            self._lagging.pop(channel, None)

    # ── joining ──

    def _begin(self, channel: Channel, joiner: Joiner, top: int) -> None:
        """The channel's first read gives its position, and what was published after it takes the usual way."""
        channel.position = channel.seen = top
        self._on_first(channel.name)
        for offset in sorted(joiner.kept):
            self._accept(channel, joiner.kept[offset])
        if channel.staged is not None:
            self._flush_soon()

    def _complete(self, channel: Channel) -> None:
        for joiner in tuple((channel.joining or {}).values()):
            self._complete_one(channel, joiner)

    def _complete_one(self, channel: Channel, joiner: Joiner) -> None:
        position, top = channel.position, joiner.top
        if position is None or top is None:
            return
        if top > position:
            self._waiting.setdefault(joiner, None)
            channel.seen = max(channel.seen, top)
            return
        missed = joiner.covered(position)
        if missed is None:
            joiner.top = None
            joiner.read(joiner)
        elif any(publication.removes == joiner.subscriber.person for publication in missed):
            self._refuse(channel, [joiner.subscriber], PERMISSION_DENIED)
        else:
            self._go_live(channel, joiner, missed)

    def _go_live(self, channel: Channel, joiner: Joiner, missed: Sequence[Publication]) -> None:
        subscriber = joiner.subscriber
        self._forget_joiner(channel, subscriber)
        channel.live.add(subscriber)
        subscriber.joined(channel.name)
        if joiner.reply:
            subscriber.queue(joiner.reply)
        for batch in _batches(missed):
            subscriber.queue(batch.part(subscriber.format))

    def _refuse(self, channel: Channel, subscribers: Iterable[Subscriber], error: WireError) -> None:
        for subscriber in subscribers:
            self._forget_joiner(channel, subscriber)
            subscriber.refused(channel.name, error)
        self._drop_if_empty(channel)

    def _forget_joiner(self, channel: Channel, subscriber: Subscriber) -> None:
        if channel.joining is not None and (joiner := channel.joining.pop(subscriber, None)) is not None:
            self._waiting.pop(joiner, None)
            if not channel.joining:
                channel.joining = None

    # ── delivery ──

    def _deliver_staged(self) -> None:
        staged, self._staged = self._staged, []
        steps = [step for channel in staged for step in self._steps(channel)]
        for channel in staged:
            self.deliveries += len(channel.staged or ()) * len(channel.live)
            # Before anything is written: what goes wrong there must not hold up what is staged next.
            channel.staged = None
        if len(steps) == 1:
            self._fan_out(*steps[0])
        else:
            self._fan_out_many(steps)
        for channel in staged:
            self._complete(channel)
            self._drop_if_empty(channel)

    def _steps(self, channel: Channel) -> Iterator[tuple[Channel, Batch | str]]:
        """What happens in a channel, in order: batches to deliver, and before them the persons who are removed."""
        run: list[Push] = []
        for push in channel.staged or ():
            if isinstance(push, Publication) and push.removes is not None:
                for batch in _batches(run):
                    yield channel, batch
                run = []
                yield channel, push.removes
            if isinstance(push, Notice) and push.audience is not None:
                for batch in _batches(run):
                    yield channel, batch
                run = []
                yield channel, Batch([push], push.audience)
            else:
                run.append(push)
        for batch in _batches(run):
            yield channel, batch

    def _fan_out(self, channel: Channel, step: Batch | str) -> None:
        """One batch for one channel, the usual case: the same frame to all."""
        if isinstance(step, str):
            self._remove(channel, step)
            return
        shared: Format | None = None
        frame = b""
        for subscriber in step.readers(channel):
            if subscriber.busy:
                subscriber.queue(step.part(subscriber.format))
                continue
            if subscriber.format is not shared:
                shared = subscriber.format
                frame = step.frame(shared)
            subscriber.write(frame)

    def _fan_out_many(self, steps: Sequence[tuple[Channel, Batch | str]]) -> None:
        """Several batches: who gets one of them gets the shared frame, who gets more gets them joined."""
        alone: dict[Subscriber, Batch] = {}
        for channel, step in steps:
            if isinstance(step, str):
                self._settle(alone, [s for s in channel.live if s.person == step])
                self._remove(channel, step)
                continue
            for subscriber in step.readers(channel):
                if subscriber.busy:
                    subscriber.queue(step.part(subscriber.format))
                elif (earlier := alone.pop(subscriber, None)) is None:
                    alone[subscriber] = step
                else:
                    subscriber.queue(earlier.part(subscriber.format))
                    subscriber.queue(step.part(subscriber.format))
        for subscriber, batch in alone.items():
            subscriber.write(batch.frame(subscriber.format))

    def _settle(self, alone: dict[Subscriber, Batch], subscribers: Iterable[Subscriber]) -> None:
        """What these would have got as a shared frame comes before what is queued next."""
        for subscriber in subscribers:
            if (batch := alone.pop(subscriber, None)) is not None:
                subscriber.queue(batch.part(subscriber.format))

    def _remove(self, channel: Channel, person: str) -> None:
        self._end(channel, [s for s in channel.live if s.person == person], REMOVED_CODE, REMOVED_REASON)

    def _end(self, channel: Channel, subscribers: Sequence[Subscriber], code: int, reason: str) -> None:
        for subscriber in subscribers:
            channel.live.discard(subscriber)
            subscriber.ended(channel.name, code, reason)

    def _drop_if_empty(self, channel: Channel) -> None:
        # Staged entries keep the channel for the flush that is due; it comes back here.
        empty = not channel.live and channel.joining is None and channel.staged is None
        if empty and self._channels.get(channel.name) is channel:
            del self._channels[channel.name]
            self._lagging.pop(channel, None)
            if channel.position is not None:
                self._on_last(channel.name)

    def _flush_soon(self) -> None:
        if not self._staging and not self._flush_is_due:
            self._flush_is_due = True
            self._call_soon(self.flush)


def _joins(channel: Channel, joiner: Joiner) -> bool:
    return channel.joining is not None and channel.joining.get(joiner.subscriber) is joiner


def _batches(pushes: Sequence[Push]) -> Iterator[Batch]:
    size, start = 0, 0
    for index, push in enumerate(pushes):
        if size and size + len(push.data) > BATCH_BYTES:
            yield Batch(pushes[start:index])
            size, start = 0, index
        size += len(push.data)
    if start < len(pushes):
        yield Batch(pushes[start:])


def _encoded(encoding: Encoding, push: Push) -> bytes:
    if isinstance(push, Notice):
        return encoding.notice(push)
    return encoding.publication(push.channel, push.offset, push.data)
