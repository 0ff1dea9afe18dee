"""The hub: once, in order, joined; and what happens at the seams between log and feed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from server.live.hub import BATCH_BYTES, JOIN_SECONDS, JOINER_LIMIT, Hub
from server.publication import ClientInfo, Notice, Publication
from tests.live.readers import Bare, Reader


class Seams:
    """A hub with what it reported. `later` are the functions it wants run in the loop's next pass."""

    def __init__(self) -> None:
        self.gaps: list[tuple[str, int]] = []
        self.firsts: list[str] = []
        self.lasts: list[str] = []
        self.later: list[Callable[[], None]] = []
        self.hub = Hub(self.later.append, lambda c, p: self.gaps.append((c, p)), self.firsts.append, self.lasts.append)

    def reader(self, *args: Any, **kwargs: Any) -> Reader:
        return Reader(self.hub, *args, **kwargs)

    def publish(self, *offsets: int, channel: str = "room:1", removes: dict[int, str] | None = None) -> None:
        self.hub.stage([entry(offset, channel, (removes or {}).get(offset)) for offset in offsets])
        self.hub.flush()

    def pass_loop(self) -> None:
        while self.later:
            self.later.pop(0)()


def entry(offset: int, channel: str = "room:1", removes: str | None = None, data: bytes = b"{}") -> Publication:
    return Publication(channel, offset, data, removes)


@pytest.fixture
def seams() -> Seams:
    return Seams()


# ── delivery ──


def test_what_is_committed_together_is_one_write_per_member(seams: Seams) -> None:
    readers = [seams.reader() for _ in range(3)]
    for reader in readers:
        reader.subscribe(0)
    seams.pass_loop()
    seams.publish(1, 2, 3)
    for reader in readers:
        assert reader.offsets == [1, 2, 3]
        assert len(reader.writes) == 2, "the subscribe reply and one joined frame"


def test_a_write_that_fails_holds_up_nothing_that_comes_later(seams: Seams) -> None:
    class Broken(Reader):
        def _write(self, frame: bytes) -> None:
            if b"push" in frame:
                raise OSError("broken")

    broken, reader = Broken(seams.hub, "bor"), seams.reader()
    for one in (broken, reader):
        one.subscribe(0)
    seams.pass_loop()
    with pytest.raises(OSError, match="broken"):
        seams.publish(1)
    seams.hub.leave("room:1", broken)
    seams.publish(2)
    assert reader.offsets[-1] == 2


def test_a_publication_is_encoded_and_packed_once_per_format(seams: Seams) -> None:
    formats = Bare(), Bare()
    for format in formats * 5:
        seams.reader(format=format).subscribe(0)
    seams.pass_loop()
    seams.publish(1)
    assert [format.packed for format in formats] == [1, 1]


def test_the_authors_reply_is_in_the_same_write_as_the_push(seams: Seams) -> None:
    author = seams.reader()
    author.subscribe(0)
    seams.pass_loop()
    seams.hub.stage([entry(1)])
    author.queue(b'{"id":2,"rpc":{"data":{}}}')
    seams.hub.flush()
    assert author.writes[1].split(b"\n")[0] == b'{"id":2,"rpc":{"data":{}}}'
    assert author.offsets == [1]
    assert len(author.writes) == 2
    assert seams.later == []


def test_a_reply_outside_of_a_batch_is_written_in_the_next_pass(seams: Seams) -> None:
    reader = seams.reader()
    reader.queue(b"{}")
    assert reader.writes == []
    seams.pass_loop()
    assert reader.writes == [b"{}"]


def test_several_channels_of_a_batch_are_one_write_per_member(seams: Seams) -> None:
    both, one = seams.reader(), seams.reader()
    both.subscribe(0, "room:1")
    both.subscribe(0, "room:2")
    one.subscribe(0, "room:2")
    seams.pass_loop()
    seams.hub.stage([entry(1, "room:1"), entry(1, "room:2"), entry(2, "room:1")])
    seams.hub.flush()
    assert both.offsets == [1, 2, 1]
    assert one.offsets == [1]
    assert (len(both.writes), len(one.writes)) == (2, 2)


def test_a_blocked_reader_gets_everything_joined_once_it_reads_again(seams: Seams) -> None:
    slow, quick = seams.reader(), seams.reader()
    for reader in (slow, quick):
        reader.subscribe(0)
    seams.pass_loop()
    slow.block()
    for offset in (1, 2, 3):
        seams.publish(offset)
    assert (slow.offsets, quick.offsets) == ([], [1, 2, 3])
    slow.unblock()
    assert slow.offsets == [1, 2, 3]
    assert len(slow.writes) == 2


def test_a_large_batch_is_cut_into_frames(seams: Seams) -> None:
    reader = seams.reader()
    reader.subscribe(0)
    seams.pass_loop()
    data = b'"' + b"x" * 60_000 + b'"'
    seams.hub.stage([entry(offset, data=data) for offset in range(1, 11)])
    seams.hub.flush()
    assert reader.offsets == list(range(1, 11))


def test_a_lone_reader_of_a_large_batch_gets_frames_that_sdks_can_read(seams: Seams) -> None:
    sizes = []

    class Sizing(Bare):
        def pack(self, parts: Any) -> bytes:
            sizes.append(sum(map(len, parts)))
            return super().pack(parts)

    seams.reader(format=Sizing()).subscribe(0)
    seams.pass_loop()
    for offset in range(1, 6):
        seams.hub.stage([entry(offset, data=b'"' + b"x" * 100_000 + b'"')])
        seams.hub.flush()
    assert max(sizes) < BATCH_BYTES * 2


def test_channels_without_readers_cost_nothing(seams: Seams) -> None:
    seams.publish(1, 2, 3)
    assert seams.hub.positions() == {}
    assert seams.gaps == []


# ── continuity ──


def test_what_was_delivered_is_dropped(seams: Seams) -> None:
    reader = seams.reader()
    reader.subscribe(5)
    seams.publish(4, 5, 6, 6, 5)
    seams.publish(6, 7)
    assert reader.offsets == [6, 7]
    assert seams.gaps == []


def test_a_gap_is_reported_and_nothing_is_delivered_until_it_is_filled(seams: Seams) -> None:
    reader = seams.reader()
    reader.subscribe(5)
    seams.publish(7)
    assert seams.gaps == [("room:1", 5)]
    seams.publish(8)
    assert seams.gaps == [("room:1", 5)], "reported once"
    assert reader.offsets == []
    seams.publish(6, 7, 8)
    assert reader.offsets == [6, 7, 8]
    seams.hub.tick(1.0)
    assert seams.gaps == [("room:1", 5)]


def test_a_gap_that_was_filled_in_part_is_reported_again(seams: Seams) -> None:
    reader = seams.reader()
    reader.subscribe(5)
    seams.publish(7)
    seams.publish(8)
    seams.publish(6, 7)
    assert seams.gaps == [("room:1", 5), ("room:1", 7)]
    assert reader.offsets == [6, 7]


def test_a_gap_that_nobody_filled_is_reported_again_with_time(seams: Seams) -> None:
    seams.reader().subscribe(5)
    seams.publish(7)
    seams.hub.tick(1.0)
    assert seams.gaps == [("room:1", 5)] * 2


def test_positions_are_those_of_active_channels(seams: Seams) -> None:
    one, two = seams.reader(), seams.reader()
    one.subscribe(5)
    two.join("room:2")
    seams.publish(6)
    assert seams.hub.positions() == {"room:1": 6}


# ── joining ──


def test_what_is_published_while_the_log_is_read_follows_the_reply(seams: Seams) -> None:
    seams.reader().subscribe(5)
    reader = seams.reader()
    (joiner,) = reader.join()
    seams.publish(6)
    seams.publish(7)
    assert reader.log == []
    seams.hub.admit(joiner, 6, b"{}")
    seams.pass_loop()
    assert reader.log == ["joined", 7]


def test_a_read_ahead_of_the_hub_waits_for_it(seams: Seams) -> None:
    seams.reader().subscribe(5)
    reader = seams.reader()
    (joiner,) = reader.join()
    seams.hub.admit(joiner, 7, b"{}")
    seams.pass_loop()
    assert reader.log == []
    seams.publish(6)
    assert reader.log == []
    seams.publish(7, 8)
    assert reader.log == ["joined", 8]
    assert seams.hub.positions() == {"room:1": 8}


def test_a_read_behind_the_first_joiners_is_made_again(seams: Seams) -> None:
    """6 was committed after this reader's log was read and before another's; its announcement comes last of all."""
    late, early = seams.reader(), seams.reader()
    reads = late.join()
    early.subscribe(6)
    seams.hub.admit(reads[0], 5, b"{}")
    assert len(reads) == 2
    assert late.log == []
    seams.publish(6)
    seams.hub.admit(reads[1], 6, b"{}")
    seams.pass_loop()
    seams.publish(7)
    assert late.log == ["joined", 7]
    assert early.offsets == [7]


def test_a_first_joiner_delivers_what_was_announced_since_it_joined(seams: Seams) -> None:
    reader, other = seams.reader(), seams.reader()
    (joiner,) = reader.join()
    (second,) = other.join()
    seams.publish(5, 6, 7)
    seams.hub.admit(joiner, 5, b"{}")
    seams.hub.admit(second, 6, b"{}")
    seams.pass_loop()
    assert reader.log == ["joined", 6, 7]
    assert other.log == ["joined", 7]
    assert seams.hub.positions() == {"room:1": 7}


def test_a_first_joiner_notices_a_gap(seams: Seams) -> None:
    reader = seams.reader()
    (joiner,) = reader.join()
    seams.publish(7)
    seams.hub.admit(joiner, 5, b"{}")
    seams.pass_loop()
    assert reader.log == ["joined"]
    assert seams.gaps == [("room:1", 5)]
    seams.publish(6, 7)
    assert reader.offsets == [6, 7]


def test_a_log_read_between_staging_and_writing_is_joined_after_it(seams: Seams) -> None:
    seams.reader().subscribe(5)
    reader = seams.reader()
    (joiner,) = reader.join()
    seams.hub.stage([entry(6)])
    seams.hub.admit(joiner, 5, b"{}")
    assert reader.log == []
    seams.hub.flush()
    assert reader.log == ["joined", 6]


def test_a_reader_who_joins_between_staging_and_writing_misses_nothing(seams: Seams) -> None:
    seams.reader().subscribe(5)
    reader = seams.reader()
    seams.hub.stage([entry(6)])
    (joiner,) = reader.join()
    seams.hub.flush()
    seams.hub.admit(joiner, 6, b"{}")
    seams.publish(7)
    assert reader.log == ["joined", 7]


def test_a_joiner_that_the_hub_never_reaches_is_refused_for_a_retry(seams: Seams) -> None:
    seams.reader().subscribe(5)
    reader = seams.reader()
    (joiner,) = reader.join()
    seams.hub.admit(joiner, 7, b"{}")
    seams.hub.tick(100.0)
    seams.hub.tick(101.0)
    assert seams.gaps, "what it waits for is asked for"
    seams.hub.tick(100.0 + JOIN_SECONDS)
    assert reader.log == [("refused", 100)]
    seams.hub.admit(joiner, 7, b"{}")
    seams.publish(6, 7)
    assert reader.log == [("refused", 100)]


def test_a_joiner_keeps_no_more_than_its_bound(seams: Seams) -> None:
    reader = seams.reader()
    reader.join()
    seams.publish(*range(1, JOINER_LIMIT + 2))
    assert reader.log == [("refused", 100)]


def test_a_channel_that_was_never_opened_is_no_concern_of_other_nodes(seams: Seams) -> None:
    stranger, reader = seams.reader(), seams.reader()
    (joiner,) = stranger.join()
    seams.hub.leave("room:1", stranger)
    (joiner,) = reader.join()
    stranger.join()
    assert (seams.firsts, seams.lasts) == ([], [])
    seams.hub.admit(joiner, 0, b"{}")
    assert seams.firsts == ["room:1"]
    seams.hub.leave("room:1", reader)
    assert seams.lasts == []
    seams.hub.leave("room:1", stranger)
    assert seams.lasts == ["room:1"]


def test_a_read_that_comes_after_the_reader_left_is_dropped(seams: Seams) -> None:
    reader = seams.reader()
    (joiner,) = reader.join()
    seams.hub.leave("room:1", reader)
    seams.hub.admit(joiner, 5, b"{}")
    seams.pass_loop()
    assert reader.log == []
    (again,) = reader.join()
    seams.hub.admit(joiner, 5, b"{}")
    assert reader.log == []
    seams.hub.admit(again, 6, b"{}")
    assert reader.log == ["joined"]


# ── notices ──


def typing(text: str = "t", channel: str = "room:1") -> Notice:
    return Notice(channel, "publication", b'"%b"' % text.encode(), ClientInfo("ben", "c1"))


def test_notices_keep_their_place_among_the_entries_of_a_batch(seams: Seams) -> None:
    ann, busy = seams.reader("ann"), seams.reader("busy")
    for reader in (ann, busy):
        reader.subscribe(0)
    seams.pass_loop()
    busy.block()
    seams.hub.stage([typing("a"), entry(1), typing("b"), entry(2, removes="ben"), typing("c", "room:9"), typing("d")])
    seams.hub.flush()
    busy.unblock()
    for reader in (ann, busy):
        assert reader.log == ["joined", "a", 1, "b", 2, "d"]
    assert seams.hub.positions() == {"room:1": 2}
    assert seams.gaps == []


def test_a_notice_without_a_commit_goes_out_in_the_next_pass_and_nobody_waits_for_it(seams: Seams) -> None:
    reader = seams.reader()
    (joiner,) = reader.join()
    seams.hub.notify(typing("early"))
    seams.hub.admit(joiner, 0, b"{}")
    seams.pass_loop()
    seams.hub.notify(typing("a"))
    seams.hub.notify(typing("b"))
    seams.hub.notify(typing("elsewhere", "room:9"))
    assert reader.log == ["joined"]
    seams.pass_loop()
    assert reader.log == ["joined", "a", "b"]
    assert len(reader.writes) == 2, "the subscribe reply and one joined frame"


def test_a_notice_with_an_audience_is_for_nobody_else_and_keeps_its_place(seams: Seams) -> None:
    ann, ben, busy = seams.reader("ann"), seams.reader("ben"), seams.reader("ann")
    for reader in (ann, ben, busy):
        reader.subscribe(0)
    seams.pass_loop()
    seams.hub.notify(Notice("room:1", "join", info=ClientInfo("cvetka", "c2"), audience=frozenset(("ann", "cvetka"))))
    seams.pass_loop()
    busy.block()
    secret = Notice("room:1", "publication", b'"s"', ClientInfo("cvetka", "c2"), frozenset(("ann",)))
    seams.hub.stage([entry(1), secret, entry(2), typing("t")])
    seams.hub.flush()
    busy.unblock()
    for reader in (ann, busy):
        assert reader.log == ["joined", ("join", "cvetka"), 1, "s", 2, "t"]
    assert ben.log == ["joined", 1, 2, "t"]
    assert {reader.person for reader in seams.hub.readers("room:1")} == {"ann", "ben"}
    assert list(seams.hub.readers("room:none")) == []


def test_a_notice_is_encoded_once_per_format(seams: Seams) -> None:
    formats = Bare(), Bare()
    for format in formats * 5:
        seams.reader(format=format).subscribe(0)
    seams.pass_loop()
    seams.hub.notify(typing())
    seams.pass_loop()
    assert [format.packed for format in formats] == [1, 1]


def test_who_goes_live_amid_a_delivery_hears_of_the_own_arrival_after_the_reply(seams: Seams) -> None:
    old, new = seams.reader("ann"), seams.reader("ben")
    old.subscribe(5)
    seams.pass_loop()
    (joiner,) = new.join()
    new.on_joined = lambda: seams.hub.notify(Notice("room:1", "join", info=ClientInfo("ben", "c2")))
    seams.hub.stage([entry(6)])
    seams.hub.admit(joiner, 5, b"{}")
    seams.hub.flush()
    seams.pass_loop()
    assert new.log == ["joined", 6, ("join", "ben")]
    assert old.log == ["joined", 6, ("join", "ben")]


def test_a_notice_for_readers_who_left_before_the_flush_is_dropped(seams: Seams) -> None:
    reader = seams.reader()
    reader.subscribe(0)
    seams.pass_loop()
    seams.hub.notify(typing())
    seams.hub.leave("room:1", reader)
    seams.pass_loop()
    assert reader.log == ["joined"]
    assert seams.lasts == ["room:1"]


# ── the end of a subscription ──


def test_who_is_removed_gets_the_end_instead_of_the_entry(seams: Seams) -> None:
    ann, ben = seams.reader("ann"), seams.reader("ben")
    for reader in (ann, ben):
        reader.subscribe(0)
    seams.pass_loop()
    seams.publish(1, 2, 3, removes={2: "ben"})
    assert ann.offsets == [1, 2, 3]
    assert ben.log == ["joined", 1, ("ended", 2000)]
    assert len(ben.writes) == 2
    seams.publish(4)
    assert ben.offsets == [1]


def test_all_connections_of_the_removed_person_end(seams: Seams) -> None:
    devices = [seams.reader("ben") for _ in range(3)]
    for device in devices:
        device.subscribe(0)
    seams.pass_loop()
    seams.publish(1, removes={1: "ben"})
    assert [device.log[-1] for device in devices] == [("ended", 2000)] * 3
    assert seams.lasts == ["room:1"]


def test_a_removal_amid_batches_of_several_channels_keeps_the_order(seams: Seams) -> None:
    ben = seams.reader("ben")
    ben.subscribe(0, "room:1")
    ben.subscribe(0, "room:2")
    seams.pass_loop()
    seams.hub.stage([entry(1, "room:2"), entry(1, "room:1"), entry(2, "room:1", "ben"), entry(2, "room:2")])
    seams.hub.flush()
    assert ben.log == ["joined", "joined", 1, 2, 1, ("ended", 2000)]
    assert len(ben.writes) == 2


def test_a_joiner_who_was_removed_after_the_log_was_read_is_refused(seams: Seams) -> None:
    seams.reader("ann").subscribe(5)
    ben = seams.reader("ben")
    (joiner,) = ben.join()
    seams.publish(6, removes={6: "ben"})
    seams.hub.admit(joiner, 5, b"{}")
    seams.publish(7)
    assert ben.log == [("refused", 103)]


def test_a_joiner_who_waits_for_the_hub_is_refused_by_the_removal(seams: Seams) -> None:
    seams.reader("ann").subscribe(5)
    ben = seams.reader("ben")
    (joiner,) = ben.join()
    seams.hub.admit(joiner, 6, b"{}")
    seams.publish(6, 7, 8, removes={7: "ben"})
    assert ben.log == [("refused", 103)]


def test_a_removal_that_the_log_knew_does_not_refuse(seams: Seams) -> None:
    """Removed and added again before the log was read: the desk said yes to that."""
    ben = seams.reader("ben")
    (joiner,) = ben.join()
    seams.publish(5, removes={5: "ben"})
    seams.hub.admit(joiner, 6, b"{}")
    seams.publish(6, 7)
    assert ben.log == ["joined", 7]


def test_unsubscribe_ends_live_and_refuses_joining_of_one_person(seams: Seams) -> None:
    live, joining, other = seams.reader("ben"), seams.reader("ben"), seams.reader("ann")
    live.subscribe(0)
    other.subscribe(0)
    joining.join()
    seams.hub.unsubscribe("room:1", "ben", 2001, "blocked")
    seams.pass_loop()
    seams.publish(1)
    assert live.log == ["joined", ("ended", 2001)]
    assert joining.log == [("refused", 103)]
    assert other.offsets == [1]
    seams.hub.unsubscribe("room:9", "ben", 2001, "blocked")


def test_resync_has_everybody_subscribe_anew(seams: Seams) -> None:
    live, joining = seams.reader(), seams.reader()
    live.subscribe(5)
    joining.join()
    seams.hub.resync("room:1")
    seams.pass_loop()
    assert live.log == ["joined", ("ended", 2500)]
    assert joining.log == [("refused", 100)]
    assert seams.hub.positions() == {}
    assert seams.lasts == ["room:1"]
    live.subscribe(9)
    seams.publish(10)
    assert live.offsets == [10]


def test_first_and_last_of_a_channel_are_told(seams: Seams) -> None:
    one, two = seams.reader(), seams.reader()
    one.subscribe(0)
    two.subscribe(0)
    seams.hub.leave("room:1", one)
    assert (seams.firsts, seams.lasts) == (["room:1"], [])
    seams.hub.leave("room:1", two)
    seams.hub.leave("room:1", two)
    assert seams.lasts == ["room:1"]
    assert seams.hub.positions() == {}


def test_a_reader_who_leaves_between_staging_and_writing_gets_nothing(seams: Seams) -> None:
    reader = seams.reader()
    reader.subscribe(0)
    seams.pass_loop()
    seams.hub.stage([entry(1)])
    seams.hub.leave("room:1", reader)
    assert seams.lasts == []
    seams.hub.flush()
    assert reader.offsets == []
    assert seams.lasts == ["room:1"]
