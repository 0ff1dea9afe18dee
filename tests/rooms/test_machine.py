"""Any commands of anybody in batches of any size, against the oracle: after each batch everybody reads the same there.

Faults that were planted in the server to see this die: a floor one too low, or kept by who comes back, or not lowered
when the past opens; reading, paging or answering below it; a repeated id not found within its batch, or found under
another actor; a conflict not seen; a hash kept of words that were taken back; `last` not set by an edit; an edit's
words kept when its message is taken back; editing as somebody else; a talk count that falls with a withdrawal; a marker
that falls, or stands above the newest message; a state kept after another node's change; an offset told to who is no
member, or used up by a refusal; what was undone announced; a rebuilding that counts wrong or forgets an answer;
reactions, mentions or a quote kept of what was taken back, or the bodies of their entries; mentions kept by an edit;
one's own mentions counted; reacting below the floor; who left told to who came at that moment.
These lived here and die in the tests beside: an agreement that outlives its author's membership; a state kept from a
unit that was undone; a draft kept after a removal; a withdrawal, or the later of two edits, not seen within its batch;
an emoji that loses its place with who gave it first; a reaction kept that came and went in one batch; a quote of words
that stood before; an edit that loses whom it named before.
"""

from __future__ import annotations

import asyncio
from copy import deepcopy
from functools import partial
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from server.contract.commands import (
    AddMember,
    EditMessage,
    LeaveRoom,
    MarkRead,
    OpenPast,
    PostMessage,
    Quote,
    React,
    RemoveMember,
    SaveDraft,
    Unreact,
    WithdrawMessage,
)
from server.database import Connection
from server.errors import Refused
from server.rooms import reads
from server.rooms.model import RoomCommand
from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork
from tests.rooms.house import MANAGER, House, asked, open_house
from tests.rooms.oracle import BAD_EMOJIS, BAD_TEXTS, EMOJIS, TEXTS, Room, fold, folded, given_by, in_order, readable

PEOPLE = ("ana", "bor", "vesna", "goran", MANAGER)
FOUNDERS = ("ana", "bor")
COMMANDS: dict[str, Any] = {
    "post": PostMessage,
    "edit": EditMessage,
    "withdraw": WithdrawMessage,
    "react": React,
    "unreact": Unreact,
    "add": AddMember,
    "remove": RemoveMember,
    "leave": LeaveRoom,
    "open_past": OpenPast,
}
WEIGHTS = ["post"] * 6 + ["edit"] * 3 + ["react"] * 5 + ["unreact"] * 3 + ["withdraw"] * 2
WEIGHTS += ["add"] * 2 + ["remove", "leave"] + ["open_past"] * 4

Asked = tuple[str, str, str, str, dict[str, Any]]
"""Room, actor, name of the command, its id, everything else that it says."""


class Lane(RuleBasedStateMachine):
    house: House
    runner: asyncio.Runner
    rooms_opened = 0

    @initialize()
    def open_two_rooms(self) -> None:
        """On the one database of the test; the rooms of earlier examples stay where they are."""
        type(self).rooms_opened += 2
        self.keys = [f"r{self.rooms_opened - one}" for one in (1, 0)]
        self.nodes = [Rooms(), Rooms()]
        self.oracle: dict[str, Room] = {}
        self.history: list[Asked] = []
        self.steps = 0
        for key in self.keys:
            self.run(self.house.open(key, *FOUNDERS))
            self.oracle[key] = Room(FOUNDERS, self.house.now, f"c{self.house.now}")
            # The house made the id of the first entry; what the oracle has to know of it is only what it is.
            first = self.run(self.house.read(reads.entries_after, key, 0, 1))[0]
            self.oracle[key].entries[0]["command_id"] = readable(first.data)["command_id"]
        self.house.ears.heard.clear()

    def run(self, work: Any) -> Any:
        return self.runner.run(work)

    # ── what is asked ─────────────────────────────────────────────────────────────────────────────────────────────────

    # Twice, because a step is one rule of all with equal chances.
    @rule(data=st.data())
    def another_batch_is_committed(self, data: st.DataObject) -> None:
        self.a_batch_is_committed(data)

    @rule(data=st.data())
    def a_batch_is_committed(self, data: st.DataObject) -> None:
        """Some of it in units of their own, some of those undone; what is undone has never been."""
        self.house.rooms = data.draw(st.sampled_from(self.nodes))
        at = self.house.now + 1_000
        works: list[Any] = []
        expected: list[Any] = []
        for _ in range(data.draw(st.integers(1, 7))):
            match data.draw(st.sampled_from(["append"] * 9 + ["unit", "unit", "undone", "draft", "mark", "mark"])):
                case "append":
                    command, outcome = self.drawn(data, self.oracle, at)
                    works.append(command)
                    expected.append(outcome)
                case "unit":
                    trial = deepcopy(self.oracle)
                    drawn = [self.drawn(data, trial, at) for _ in range(data.draw(st.integers(1, 3)))]
                    refused = next((outcome for _, outcome in drawn if isinstance(outcome, str)), None)
                    works.append(partial(unit, self.house.rooms, [command for command, _ in drawn]))
                    expected.append(refused)
                    self.oracle = self.oracle if refused else trial
                case "draft" | "mark" as what:
                    work, outcome = self.own(data, what)
                    works.append(work)
                    expected.append(outcome)
                case _:
                    trial = deepcopy(self.oracle)
                    drawn = [self.drawn(data, trial, at) for _ in range(data.draw(st.integers(1, 3)))]
                    works.append(partial(undone_unit, self.house.rooms, [command for command, _ in drawn]))
                    expected.append("undone")
        before = {key: len(self.entries_heard(key)) for key in self.keys}
        # One transaction on SQLite, some on PostgreSQL; all at one time, so that the oracle needs to know no more.
        self.house.now, self.house.tick = at, 0
        outcomes = self.run(self.house.ask(*works))
        self.house.tick = 1_000
        assert outcomes == expected
        for key in self.keys:
            heard = [one.offset for one in self.entries_heard(key)]
            assert heard == sorted(set(heard))
            assert len(heard) >= before[key]

    def drawn(self, data: st.DataObject, oracle: dict[str, Room], at: int) -> tuple[RoomCommand, Any]:
        repeat = self.history and data.draw(st.integers(0, 5)) == 0
        key, actor, name, id, said = self.again(data) if repeat else self.fresh(data, oracle)
        self.history.append((key, actor, name, id, said))
        more = {"role": "guest"} if name == "add" else {}
        command = asked(actor, COMMANDS[name](room=key, command_id=id, **said, **more), (MANAGER,))
        return command, oracle[key].accept(actor, actor == MANAGER, at, name, id, **said)

    def again(self, data: st.DataObject) -> Asked:
        """An id that was used, mostly for the same command, else by somebody else or for something else."""
        key, actor, name, id, said = data.draw(st.sampled_from(self.history))
        match data.draw(st.sampled_from(["same", "same", "same", "other actor", "other words"])):
            case "other actor":
                actor = data.draw(st.sampled_from(PEOPLE))
            case "other words":
                name, said = "post", {"text": data.draw(st.sampled_from(list(TEXTS))), "reply_to": None, "quote": None}
        return key, actor, name, id, said

    def fresh(self, data: st.DataObject, oracle: dict[str, Room]) -> Asked:
        """Mostly what is possible, drawn from what exists; often about the wrong message, sometimes anything."""
        key = data.draw(st.sampled_from(self.keys[:1] * 3 + self.keys))
        room = oracle[key]
        name = data.draw(st.sampled_from(WEIGHTS))
        wild = data.draw(st.integers(0, 7)) == 0
        # About any message that they read: also somebody else's, also one that was taken back.
        careless = data.draw(st.integers(0, 3)) == 0
        members = sorted(room.people()) or list(PEOPLE)
        actor = data.draw(st.sampled_from(PEOPLE if wild else members))
        anything = st.integers(1, room.top + 2)
        texts = st.sampled_from([*TEXTS, *BAD_TEXTS] if wild else list(TEXTS))
        emojis = st.sampled_from([*EMOJIS, *BAD_EMOJIS] if wild else list(EMOJIS)[:3] * 4 + list(EMOJIS))
        floor = room.people().get(actor, {"floor": 0})["floor"]
        known = {id: message for id, message in room.messages().items() if id > floor or wild}
        messages = st.sampled_from(list(known)) if known and not wild else anything
        standing = [id for id, message in known.items() if "text" in message]
        own = [id for id in standing if known[id]["author"] == actor]
        later = {person: one.get("agreed", []) for person, one in room.people().items() if one["floor"]}
        given = [(id, emoji) for id in standing for emoji in given_by(actor, known[id])]
        if careless:
            own, standing, given = [], [], []
        elif not wild:
            possible = {"edit": own, "withdraw": own, "react": standing, "unreact": given, "open_past": later}
            name = name if possible.get(name, known) else "add" if name == "open_past" else "post"
        said: dict[str, Any] = {}
        match name:
            case "post":
                answered = data.draw(st.none() | messages) if known or wild else None
                quote = quotes(known.get(answered or 0), wild) if answered or wild else st.none()
                said = {"text": data.draw(texts), "reply_to": answered, "quote": data.draw(st.none() | quote)}
            case "edit" | "withdraw":
                said = {"message": data.draw(st.sampled_from(own) if own and not wild else messages)}
                said |= {"text": data.draw(texts)} if name == "edit" else {}
            case "react" | "unreact":
                newest = st.sampled_from(standing[-2:]) if standing and not wild else messages
                said = {"message": data.draw(newest), "emoji": data.draw(emojis)}
                if given and name == "unreact" and not wild:
                    said["message"], said["emoji"] = data.draw(st.sampled_from(given))
            case "add" | "remove":
                actor = actor if wild else MANAGER
                said = {"person": data.draw(st.sampled_from(PEOPLE))}
            case "open_past":
                said = {"person": data.draw(st.sampled_from(list(later) if later and not wild else PEOPLE))}
                missing = [one for one in members if one not in (said["person"], *later.get(said["person"], []))]
                actor = actor if wild or not missing else data.draw(st.sampled_from(missing))
        return key, actor, name, self.house.id(), said

    def own(self, data: st.DataObject, what: str) -> tuple[Any, str | None]:
        """Somebody saves what they began to write, or has read up to a message."""
        key = data.draw(st.sampled_from(self.keys))
        room = self.oracle[key]
        person = data.draw(st.sampled_from([*room.people()] * 3 + [*PEOPLE]))
        member = person in room.people()
        if what == "draft":
            words = data.draw(st.sampled_from(["", "I wonder", "Ж"]))
            if member:
                room.drafts[person] = words
            work = partial(self.house.rooms.save_draft, person=person, command=SaveDraft(key, words))
        else:
            number = data.draw(st.integers(0, room.talk + 3))
            if member:
                room.mark(person, number)
            work = partial(self.house.rooms.mark_read, person=person, command=MarkRead(key, number))
        return work, None if member else "not_found"

    @precondition(lambda self: self.steps > 4)
    @rule(data=st.data())
    def a_room_is_emptied(self, data: st.DataObject) -> None:
        """In the product a closed one; that talk goes on afterwards shows that nothing is left over."""
        once = [key for key, room in self.oracle.items() if all(one["kind"] != "room_emptied" for one in room.entries)]
        if not once or data.draw(st.integers(0, 3)):
            return
        key = data.draw(st.sampled_from(once))
        self.house.rooms = data.draw(st.sampled_from(self.nodes))
        assert self.run(self.house.ask(partial(emptied, self.house.rooms, key))) == [None]
        offset = self.oracle[key].top + 1
        last = self.run(self.house.read(reads.entries_after, key, offset - 1, 1))[0]
        self.oracle[key].empty(self.house.now, readable(last.data)["command_id"])

    @rule()
    def everything_derived_is_written_anew(self) -> None:
        """What everybody reads is compared after this step as after any other."""
        ids = self.run(self.house.read(room_ids))[-2:]
        self.run(self.house.database.write_once(lambda c: [rebuild_room(c, id) for id in ids]))

    # ── what is read ──────────────────────────────────────────────────────────────────────────────────────────────────

    def entries_heard(self, key: str) -> list[Any]:
        return [one for one in self.house.ears.publications if one.channel == f"room:{key}"]

    @invariant()
    def everybody_reads_what_the_oracle_says(self) -> None:
        self.run(self.house.database.write_once(self.compare))

    def compare(self, connection: Connection) -> None:
        for key, room in self.oracle.items():
            whole = [(one.offset, readable(one.data)) for one in reads.entries_after(connection, key, 0, 10_000)]
            assert whole == room.wire()
            assert reads.members_of(connection, key) == set(room.people())
            for person in PEOPLE:
                self.compare_reads_of(connection, key, room, person)
        self.steps += 1
        self.compare_cards(connection, PEOPLE[self.steps % len(PEOPLE)])

    def compare_reads_of(self, connection: Connection, key: str, room: Room, person: str) -> None:
        member = room.people().get(person)
        if member is None:
            assert reads.snapshot(connection, key, person) is None
            assert reads.open_log(connection, key, person, 0) is None
            assert reads.page(connection, key, person, "before", room.top) is None
            return
        floor = member["floor"]
        for since in {max(0, floor - 1), floor, room.top - 1}:
            opened = reads.open_log(connection, key, person, since)
            assert opened is not None
            assert opened.top == room.top
            found = opened.publications
            readable_now = "unrecoverable" if found is None else [(one.offset, readable(one.data)) for one in found]
            assert readable_now == room.log(person, since)
        self.compare_snapshot(connection, key, room, person, floor)

    def compare_snapshot(self, connection: Connection, key: str, room: Room, person: str, floor: int) -> None:
        found = reads.snapshot(connection, key, person)
        assert found is not None
        assert (found.offset, found.talk, found.floor) == (room.top, room.talk, floor)
        assert found.read == room.markers.get(person, 0) <= room.talk
        assert found.draft == room.drafts.get(person, "")
        assert {one: (it.role, it.floor) for one, it in found.state.members.items()} == {
            one: (it["role"], it["floor"]) for one, it in room.people().items()
        }
        assert {one: (it.role, it.left) for one, it in found.state.former.items()} == room.former(above=floor)
        assert folded(found)["messages"] == room.page(person, room.top + 1)
        if floor == 0 and not found.earlier:
            empty = {"offset": 0, "talk": 0, "members": [], "messages": []}
            assert in_order(folded(found)) == in_order(fold(empty, room.wire()))

    def compare_cards(self, connection: Connection, person: str) -> None:
        cards = {card.key: card for card in reads.cards(connection, person) if card.key in self.keys}
        assert set(cards) == {key for key, room in self.oracle.items() if person in room.people()}
        for key, card in cards.items():
            room = self.oracle[key]
            newest = [one["at"] for one in room.page(person, room.top + 1)]
            assert (card.offset, card.talk, card.read) == (room.top, room.talk, room.markers.get(person, 0))
            assert card.mentioned == room.mentioned(person)
            assert card.last_at == (newest[-1] if newest else None)
            assert card.draft == bool(room.drafts.get(person))
            assert card.people == tuple(sorted(room.people()))


def quotes(message: dict[str, Any] | None, wild: bool) -> st.SearchStrategy[Quote]:
    """Mostly a part of the message's words, sometimes of others."""
    if message is None or wild:
        return st.builds(Quote, st.integers(1, 9), st.integers(0, 3), st.integers(1, 9))
    end = max(1, len(message.get("text", "")))
    return st.builds(Quote, st.just(message["last"]), st.integers(0, end - 1), st.just(end))


def unit(rooms: Rooms, commands: list[RoomCommand], unit: UnitOfWork) -> None:
    """All of them or none."""
    for command in commands:
        rooms.execute(unit, command)


def emptied(rooms: Rooms, key: str, unit: UnitOfWork) -> None:
    assert rooms.empty(unit, key)


def undone_unit(rooms: Rooms, commands: list[RoomCommand], unit: UnitOfWork) -> None:
    rooms.commit(unit, commands)
    raise Refused("undone")


@pytest.mark.timeout(180)
def test_the_lane_does_what_the_oracle_does(sqlite_url: str) -> None:
    play(sqlite_url, share=0.12, steps=16)


@pytest.mark.timeout(180)
def test_the_lane_does_what_the_oracle_does_on_postgresql(postgres_url: str) -> None:
    play(postgres_url, share=0.03, steps=20)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_lane_does_what_the_oracle_does_for_long(sqlite_url: str) -> None:
    play(sqlite_url, share=0.25, steps=16)


def play(url: str, share: float, steps: int) -> None:
    with asyncio.Runner() as runner:
        opening = open_house(url)
        house = runner.run(opening.__aenter__())
        machine = type("Lane", (Lane,), {"house": house, "runner": runner})
        try:
            examples = max(1, int(settings().max_examples * share))
            run_state_machine_as_test(
                machine, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None)
            )
        finally:
            runner.run(opening.__aexit__(None, None, None))
