"""An agreement is narrowed by one alone, at once, and widened only by all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from server.contract.things import Item
from server.rooms.model import Membership, RoomState
from server.rooms.things.agreement.contract import AnswerProposal, ChangeAgreement, QuietHours, TalkedThrough
from server.rooms.things.agreement.quiet import covers, is_quiet, quiet_hours
from server.rooms.things.agreement.rules import OFFER
from tests.rooms.things.test_path import Table, body


def change(**fields: Any) -> ChangeAgreement:
    return ChangeAgreement("r", "c", **fields)


def standing(item: Item[Any] | None) -> tuple[Item[Any], Any]:
    assert item is not None
    return item, item.body


@pytest.mark.parametrize(
    "fields",
    [
        {"themes": ("beliefs", "money", "health")},
        {"own_themes": ("My brother", " my  Brother ")},
        {"ways": ("room",)},
        {"ways": ()},
        {"quiet": QuietHours("20:30", "08:00", (7,))},
        {"quiet": QuietHours("21:00", "08:00", (7, 6, 6))},
        {"quiet": QuietHours("00:00", "00:00", (1, 2, 3, 4, 5, 6, 7))},
    ],
)
def test_what_is_narrower_holds_at_once_by_one_alone(fields: dict[str, Any]) -> None:
    table = Table()
    item, agreement = standing(table.ask("ana", change(**fields)))
    assert agreement.proposals == ()
    (name,) = fields
    assert getattr(agreement, name) != getattr(OFFER, name)
    assert [getattr(agreement, other) for other in ("answer_days", "confidence")] == [3, ""]
    assert quiet_hours([item]) == (agreement.quiet,)


@pytest.mark.parametrize(
    "fields",
    [
        {"themes": ("beliefs",)},
        {"themes": ("family", "money")},
        {"ways": ("room", "call", "in_person", "phone")},
        {"ways": ("room", "phone")},
        {"quiet": QuietHours("22:00", "08:00", (7,))},
        {"quiet": QuietHours("20:00", "07:00", (7,))},
        {"quiet": QuietHours("21:00", "08:00", (6,))},
        {"answer_days": 5},
        {"answer_days": 1},
        {"confidence": "Between us"},
    ],
)
def test_anything_else_waits_until_all_agree(fields: dict[str, Any]) -> None:
    table = Table()
    item, agreement = standing(table.ask("ana", change(**fields)))
    (name,) = fields
    assert getattr(agreement, name) == getattr(OFFER, name)
    (proposal,) = agreement.proposals
    assert (proposal.number, proposal.by, proposal.agreed) == (1, "ana", ("ana",))
    mine = body(table.ask("ana", AnswerProposal("r", "c", item.id, 1)))
    assert getattr(mine, name) == getattr(OFFER, name), "agreeing with oneself is no agreement"
    theirs, agreed = standing(table.ask("bor", AnswerProposal("r", "c", item.id, 1)))
    assert (agreed.proposals, getattr(agreed, name)) == ((), getattr(proposal, name))
    assert theirs.history[-1].was[name] is not None
    assert table.refuses("bor", AnswerProposal("r", "c", item.id, 1)) == "proposal_gone"


def test_of_several_answers_each_goes_its_own_way() -> None:
    table = Table()
    _, agreement = standing(table.ask("bor", change(ways=("room",), answer_days=7, themes=OFFER.themes)))
    assert (agreement.ways, agreement.answer_days) == (("room",), 3)
    assert [one.question for one in agreement.proposals] == ["answer_days"]


def test_no_by_one_is_enough_and_a_new_proposal_takes_the_place_of_the_old() -> None:
    table = Table()
    item, _ = standing(table.ask("ana", change(answer_days=7)))
    newer = body(table.ask("bor", change(answer_days=5)))
    assert [(one.number, one.answer_days, one.agreed) for one in newer.proposals] == [(2, 5, ("bor",))]
    assert table.refuses("bor", AnswerProposal("r", "c", item.id, 1)) == "proposal_gone"
    assert body(table.ask("ana", AnswerProposal("r", "c", item.id, 2, yes=False))).proposals == ()
    assert body(table.ask("ana", change(confidence="x"))).proposals[0].number == 3, "a number is never used twice"


def test_all_means_who_is_there_now() -> None:
    table = Table("ana", "bor", "iva")
    item, _ = standing(table.ask("ana", change(answer_days=7)))
    assert body(table.ask("bor", AnswerProposal("r", "c", item.id, 1))).answer_days == 3
    table.room = RoomState("team", {person: Membership("mentor", 0) for person in ("bor", "iva")})
    assert body(table.ask("iva", AnswerProposal("r", "c", item.id, 1))).answer_days == 7
    table.room = RoomState("team", {"iva": Membership("mentor", 0)})
    assert body(table.ask("iva", change(answer_days=1))).answer_days == 1


def test_we_talked_it_through_is_said_by_each_and_again_later() -> None:
    table = Table()
    table.ask("ana", TalkedThrough("r", "c"))
    table.ask("bor", TalkedThrough("r", "c"))
    talked = body(table.ask("ana", TalkedThrough("r", "c"))).talked
    assert [(one.person, one.at) for one in talked] == [("bor", 2_000), ("ana", 3_000)]
    assert len(table.items) == 1


def test_what_stands_is_not_changed_by_saying_it_again() -> None:
    table = Table()
    same = change(themes=("beliefs", "health"), quiet=OFFER.quiet, ways=OFFER.ways, answer_days=3, confidence=" ")
    assert table.refuses("ana", same) == "nothing_changed"
    assert table.refuses("ana", change(own_themes=("x" * 101,))) == "text_too_long"
    assert table.refuses("ana", change(confidence="nul\0")) == "text_not_allowed"
    assert table.refuses("ana", AnswerProposal("r", "c", 9, 1)) == "item_not_found"


def test_who_came_later_puts_no_offer_in_the_place_of_what_the_others_keep() -> None:
    table = Table()
    table.ask("ana", change(ways=("room",)))
    assert table.refuses("bor", change(ways=("room",)), hidden=1) == "agreement_before"
    assert table.refuses("bor", TalkedThrough("r", "c"), hidden=1) == "agreement_before"


def at(day: int, time: str) -> datetime:
    """A day of November 2026: the 29th is a Sunday."""
    return datetime.fromisoformat(f"2026-11-{day}T{time}")


@pytest.mark.parametrize(
    ("moment", "quiet"),
    [
        (at(27, "20:59"), False),
        (at(27, "21:00"), True),
        (at(28, "07:59"), True),
        (at(28, "08:00"), False),
        (at(29, "12:00"), True),
        (at(30, "08:00"), False),
    ],
)
def test_quiet_hours_go_over_midnight_and_over_whole_days(moment: datetime, quiet: bool) -> None:
    assert is_quiet(OFFER.quiet, moment) is quiet


def test_longer_is_what_leaves_no_quiet_moment_out() -> None:
    none, night = QuietHours("09:00", "09:00", ()), QuietHours("22:00", "06:00", ())
    assert covers(night, none)
    assert not covers(none, night)
    assert covers(QuietHours("21:59", "06:01", ()), night)
    assert not covers(QuietHours("22:01", "09:00", ()), night)
    assert not is_quiet(none, at(27, "09:00"))
    assert quiet_hours([]) == ()
