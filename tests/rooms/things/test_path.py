"""Steps, goals, the half-way card and shared answers: what may be done with them, without a database."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec import UNSET

from server.contract.things import Item
from server.errors import Refused
from server.rooms.model import Membership, RoomState
from server.rooms.things import kind as thing
from server.rooms.things import kind_of_command
from server.rooms.things.goals.contract import ChangeGoal, RemoveGoal, SetGoal
from server.rooms.things.halfway.contract import HalfWay, WriteHalfWay
from server.rooms.things.kind import Items, ThingSituation
from server.rooms.things.reflections.contract import ShareAnswers, SharedAnswer, UnshareReflection
from server.rooms.things.steps.contract import AddStep, ChangeStep, FinishStep


class Table:
    """The items of one kind in a room of Ana and Bor: each command that is accepted is an entry."""

    def __init__(self, *members: str) -> None:
        people = members or ("ana", "bor")
        self.room = RoomState("pair", {person: Membership("mentor", 0) for person in people})
        self.items: Items = ()
        self.offset = 1

    def ask(self, actor: str, command: Any, hidden: int = 0) -> Item[Any] | None:
        """The item that it is about, as it then is. Raises Refused."""
        kind = kind_of_command(command)
        at = ThingSituation(actor, self.room, self.items[hidden:], hidden, None, self.now)
        event = kind.decide(command, at)
        self.offset += 1
        self.items = thing.evolve(self.items, self.offset, self.now, actor, event)
        about = getattr(event, "item", self.offset)
        return next((item for item in self.items if item.id == about), None)

    @property
    def now(self) -> int:
        return self.offset * 1_000

    def refuses(self, actor: str, command: Any, hidden: int = 0) -> str:
        with pytest.raises(Refused) as refused:
            self.ask(actor, command, hidden)
        return str(refused.value.code)


def body(item: Item[Any] | None) -> Any:
    assert item is not None
    return item.body


# ── steps ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_step_has_somebody_and_a_day_and_is_done_by_either() -> None:
    table = Table()
    step = body(table.ask("ana", AddStep("r", "c", " Call  the gallery ", "bor", date(2026, 12, 1), note="n")))
    assert (step.what, step.who, step.until, step.note) == ("Call the gallery", "bor", date(2026, 12, 1), "n")
    done = body(table.ask("ana", FinishStep("r", "c", 2)))
    assert (done.done_by, done.done_at) == ("ana", 2_000)
    again = body(table.ask("bor", FinishStep("r", "c", 2, done=False)))
    assert (again.done_by, again.done_at, again.what) == (None, None, "Call the gallery")


def test_a_null_takes_the_day_away_and_what_is_left_out_stays() -> None:
    table = Table()
    table.ask("ana", AddStep("r", "c", "Call", "bor", date(2026, 12, 1)))
    step = body(table.ask("bor", ChangeStep("r", "c", 2, until=None)))
    assert (step.what, step.who, step.until) == ("Call", "bor", None)
    assert body(table.ask("bor", ChangeStep("r", "c", 2, what="Write", who=None))).what == "Write"


def test_nobody_is_given_a_step_who_is_not_there_but_who_left_keeps_theirs() -> None:
    table = Table()
    assert table.refuses("ana", AddStep("r", "c", "Call", "iva")) == "not_a_member"
    table.ask("ana", AddStep("r", "c", "Call", "bor"))
    assert table.refuses("ana", ChangeStep("r", "c", 2, who="iva")) == "not_a_member"
    table.room = RoomState("pair", {"ana": Membership("mentee", 0)})
    assert body(table.ask("ana", ChangeStep("r", "c", 2, what="Mail", who="bor"))).who == "bor"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddStep("r", "c", " "), "text_empty"),
        (AddStep("r", "c", "x" * 501), "text_too_long"),
        (AddStep("r", "c", "nul\0"), "text_not_allowed"),
        (AddStep("r", "c", "x", until=date(1, 1, 1)), "year_unlikely"),
        (ChangeStep("r", "c", 9, what="x"), "item_not_found"),
        (FinishStep("r", "c", 9), "item_not_found"),
        (SetGoal("r", "c", ""), "text_empty"),
        (SetGoal("r", "c", "x", whose="iva"), "not_a_member"),
        (SetGoal("r", "c", "x", why="x" * 2_001), "text_too_long"),
        (ChangeGoal("r", "c", 9, "because", text="x"), "item_not_found"),
        (RemoveGoal("r", "c", 9), "item_not_found"),
        (WriteHalfWay("r", "c"), "nothing_changed"),
        (WriteHalfWay("r", "c", steps=("x" * 501,)), "text_too_long"),
        (ShareAnswers("r", "c", "2026-11", (SharedAnswer("next", " "),)), "text_empty"),
        (UnshareReflection("r", "c", 9), "item_not_found"),
    ],
)
def test_what_is_refused(command: Any, code: str) -> None:
    assert Table().refuses("ana", command) == code


# ── goals ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_goal_in_other_words_is_a_changed_one_and_keeps_the_first_with_the_reason() -> None:
    table = Table()
    table.ask("ana", SetGoal("r", "c", "A show of my own", "long", sign="An opening", whose="ana"))
    assert table.refuses("bor", ChangeGoal("r", "c", 2, " ", text="A group show")) == "reason_missing"
    item = table.ask("ana", ChangeGoal("r", "c", 2, "It is nearer", text="A group show"))
    assert item is not None
    assert (item.body.text, item.body.state, item.body.sign) == ("A group show", "changed", "An opening")
    assert [(one.by, one.reason, one.was) for one in item.history] == [
        ("ana", "It is nearer", {"text": "A show of my own", "state": "open"})
    ]
    reached = table.ask("bor", ChangeGoal("r", "c", 2, "It hangs", state="reached"))
    assert reached is not None
    assert [one.was.get("text") for one in reached.history] == ["A show of my own", None]
    later = body(table.ask("ana", ChangeGoal("r", "c", 2, "Said better", text="A show with others")))
    assert later.state == "reached", "a state that somebody chose stays"


def test_saying_again_what_stands_changes_nothing() -> None:
    table = Table()
    table.ask("ana", SetGoal("r", "c", "A show"))
    assert table.refuses("ana", ChangeGoal("r", "c", 2, "why", text=" A  show ", state="open")) == "nothing_changed"
    assert body(table.ask("bor", ChangeGoal("r", "c", 2, "why", state="no_longer_needed"))).text == "A show"


# ── half-way ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_room_has_one_card_and_what_stood_there_is_not_lost() -> None:
    table = Table()
    table.ask("ana", WriteHalfWay("r", "c", came="One goal changed", steps=("Call", " ", "Write")))
    card = table.ask("bor", WriteHalfWay("r", "c", came="Two goals changed", works="Tuesdays"))
    assert card is not None
    assert card.body == HalfWay("Two goals changed", "Tuesdays", ("Call", "Write"))
    assert card.history[0].was == {"came": "One goal changed", "works": ""}
    assert table.refuses("ana", WriteHalfWay("r", "c", works="Tuesdays")) == "nothing_changed"


# ── shared answers ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_shares_of_their_own_month_and_alone_takes_it_back() -> None:
    table = Table()
    table.ask("ana", ShareAnswers("r", "c", "2026-11", (SharedAnswer("next", "Paint"),)))
    more = (SharedAnswer("next", "Paint more"), SharedAnswer("moment", "The studio"))
    mine = table.ask("ana", ShareAnswers("r", "c", "2026-11", more))
    assert [(one.question, one.text) for one in body(mine).answers] == [
        ("moment", "The studio"),
        ("next", "Paint more"),
    ]
    theirs = table.ask("bor", ShareAnswers("r", "c", "2026-11", (SharedAnswer("next", "Listen"),)))
    assert (len(table.items), theirs is not None and theirs.by) == (2, "bor")
    assert table.refuses("ana", UnshareReflection("r", "c", 4)) == "not_your_item"
    table.ask("bor", UnshareReflection("r", "c", 4))
    assert [item.by for item in table.items] == ["ana"]


def test_what_is_left_out_of_a_command_is_no_null() -> None:
    assert ChangeStep("r", "c", 2).who is UNSET
