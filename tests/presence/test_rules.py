"""Who is here, device by device: grace, late ends, away, and the id that stands for a person in a room."""

from __future__ import annotations

from server.presence import rules
from server.presence.model import Came, Counted, Devices, Mark, Turned, Went
from server.presence.roster import Roster

HERE, AWAY = Mark.HERE, Mark.AWAY


def devices(*clients: str) -> Devices:
    found: Devices = ()
    for client in clients:
        found = rules.arrive(found, client)
    return found


def test_a_broken_line_is_waited_for_and_then_gone() -> None:
    broken = rules.depart(devices("a"), "a", deliberate=False, now=100)
    assert rules.mark_of(rules.expire(broken, 107.9)) is HERE
    assert rules.expire(broken, 108) == ()


def test_leaving_on_purpose_is_not_waited_for() -> None:
    assert rules.depart(devices("a"), "a", deliberate=True, now=100) == ()


def test_an_old_lines_late_end_never_takes_the_new_one_along() -> None:
    both = rules.arrive(devices("old"), "new")
    for deliberate in (True, False):
        after = rules.expire(rules.depart(both, "old", deliberate=deliberate, now=100), 1_000)
        assert rules.has(after, "new")
        assert not rules.has(after, "old")


def test_a_late_end_that_comes_twice_does_not_prolong_the_grace() -> None:
    broken = rules.depart(devices("a"), "a", deliberate=False, now=100)
    assert rules.depart(broken, "a", deliberate=False, now=107) == broken


def test_who_is_back_needs_no_grace_for_the_line_before() -> None:
    here = rules.turn(devices("old"), "old", HERE)
    back = rules.arrive(rules.depart(here, "old", deliberate=False, now=100), "new")
    assert rules.mark_of(rules.turn(back, "new", AWAY)) is AWAY


def test_somebody_is_away_only_on_all_their_devices() -> None:
    two = devices("laptop", "phone")
    assert rules.mark_of(rules.turn(two, "phone", AWAY)) is HERE
    assert rules.mark_of(rules.turn(rules.turn(two, "phone", AWAY), "laptop", AWAY)) is AWAY
    assert rules.mark_of(()) is None


def test_the_id_in_a_roster_is_stable_for_person_and_room_and_tells_neither() -> None:
    one = rules.row_id(b"k" * 32, "r1", "ana")
    assert one == rules.row_id(b"k" * 32, "r1", "ana")
    others = {
        rules.row_id(b"k" * 32, "r2", "ana"),
        rules.row_id(b"k" * 32, "r1", "bor"),
        rules.row_id(b"l", "r1", "ana"),
    }
    assert len({one, *others}) == 4
    assert "ana" not in one


# ── a room at a node ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_second_device_is_no_news() -> None:
    roster = Roster()
    roster.arrive("ana", "laptop")
    assert roster.news(0) == [Came("ana", HERE)]
    roster.arrive("ana", "phone")
    roster.turn("ana", "phone", AWAY)
    roster.depart("ana", "phone", deliberate=True, now=1)
    assert roster.news(1) == []
    assert roster.own == {"ana": HERE}


def test_a_reload_of_a_page_is_no_news() -> None:
    roster = Roster()
    roster.arrive("ana", "one")
    roster.news(0)
    roster.depart("ana", "one", deliberate=False, now=1)
    assert roster.restless
    roster.arrive("ana", "two")
    roster.expire(100)
    assert roster.news(100) == []
    assert not roster.restless


def test_devices_on_other_nodes_are_merged() -> None:
    roster = Roster()
    roster.arrive("ana", "one")
    roster.hear({"ana": AWAY, "bor": AWAY})
    assert roster.news(0) == [Came("ana", HERE), Came("bor", AWAY)]
    roster.turn("ana", "one", AWAY)
    roster.hear({"ana": AWAY, "bor": HERE})
    assert roster.news(1) == [Turned("ana", AWAY), Turned("bor", HERE)]
    roster.depart("ana", "one", deliberate=True, now=2)
    assert roster.news(2) == [], "still there by another node"
    roster.hear({})
    assert roster.news(3) == [Went("ana"), Went("bor")]


def test_who_is_dropped_is_gone_at_once_whatever_others_say() -> None:
    roster = Roster()
    roster.arrive("ana", "one")
    roster.hear({"ana": HERE, "bor": HERE})
    roster.news(0)
    roster.drop("ana")
    assert roster.news(0) == [Went("ana")]
    assert roster.deserted


def test_what_came_and_went_between_two_tellings_is_no_news() -> None:
    roster = Roster()
    roster.arrive("bor", "b")
    roster.news(0)
    roster.arrive("ana", "a")
    roster.depart("ana", "a", deliberate=True, now=0)
    assert roster.news(0) == []


def test_a_crowd_is_counted_at_most_once_a_second() -> None:
    roster = Roster()
    for number in range(51):
        roster.arrive(f"p{number}", "c")
    assert roster.news(10) == [Counted(51)]
    roster.arrive("ana", "a")
    assert roster.news(10.9) == []
    assert roster.restless, "the rest is due"
    assert roster.news(11) == [Counted(52)]
    assert roster.news(13) == []


def test_what_is_no_crowd_any_more_is_counted_once_more_and_then_told_one_by_one() -> None:
    roster = Roster()
    for number in range(51):
        roster.arrive(f"p{number}", "c")
    roster.news(0)
    roster.drop("p0")
    roster.drop("p1")
    assert roster.news(1) == [Counted(49)]
    roster.drop("p2")
    assert roster.news(1) == [Went("p2")]
