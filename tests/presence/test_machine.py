"""Any connections of anybody at any time, against an oracle that keeps the whole story and reads it anew each time.

Faults that were planted in the rules to see this die: a late end that takes the new line along; a grace that a second
end prolongs; no grace; a grace after leaving on purpose; a broken line that outlives its return; away as soon as one
device is; a drop that leaves what other nodes say; a change told twice, or not told after a crowd; a count too many.
"""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from server.presence import rules
from server.presence.model import Came, Counted, Mark, Turned, Went
from server.presence.roster import Roster

PEOPLE = ("ana", "bor", "iva")
CLIENTS = [(person, f"{person} {which}") for person in PEOPLE for which in ("laptop", "phone")]
CROWD = 2
LOOKS = frozenset(map(str, Mark))
MARKS = st.sampled_from(list(Mark))
Event = tuple[float, str, str, str]
"""When, what, who, by which connection."""


class Oracle:
    def __init__(self) -> None:
        self.story: list[Event] = []
        self.elsewhere: dict[str, Mark] = {}

    def people(self, now: float) -> dict[str, Mark]:
        marks = {person: self._marks(person, now) for person in PEOPLE}
        for person, mark in self.elsewhere.items():
            marks[person].append(mark)
        return {person: Mark.HERE if Mark.HERE in found else Mark.AWAY for person, found in marks.items() if found}

    def open(self, person: str, client: str) -> bool:
        last = [what for _, what, who, by in self.story if (who, by) == (person, client) and what not in LOOKS]
        return bool(last) and last[-1] == "arrive"

    def _marks(self, person: str, now: float) -> list[Mark]:
        mine = [event for event in self.story if event[2] == person]
        found = []
        for client in {by for _, _, _, by in mine}:
            mark = self._mark(mine, client, now)
            if mark is not None:
                found.append(mark)
        return found

    def _mark(self, mine: list[Event], client: str, now: float) -> Mark | None:
        """As of now; None when this connection counts no more."""
        mark, broken = None, None
        for at, what, _, by in mine:
            if broken is not None and at >= broken + 8:
                mark, broken = None, None
            if what == "drop" or (what == "arrive" and broken is not None):
                mark, broken = None, None
            if by != client:
                continue
            if what == "arrive":
                mark, broken = Mark.HERE, None
            elif what == "leave":
                mark, broken = None, None
            elif what == "break" and mark is not None and broken is None:
                broken = at
            elif what in LOOKS and mark is not None:
                mark = Mark(what)
        return None if broken is not None and now >= broken + 8 else mark


class Room(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.roster, self.oracle = Roster(), Oracle()
        self.now = 0.0
        self.seen: dict[str, Mark] | None = {}
        """What a reader has made of the news; None while it only counts."""
        self.counted_at = -1.0

    @rule(one=st.sampled_from(CLIENTS))
    def arrive(self, one: tuple[str, str]) -> None:
        """Also one that is there already: a subscription may be given up and taken again."""
        self.roster.arrive(*one)
        self.oracle.story.append((self.now, "arrive", *one))

    @rule(data=st.data(), what=st.sampled_from(["leave", "break", "break", *Mark]))
    def go_on(self, data: st.DataObject, what: str) -> None:
        """Whose line is open ends it or looks elsewhere; an end may also come late, or twice."""
        opened = [one for one in CLIENTS if self.oracle.open(*one) and self.roster.has(*one)]
        ends = what not in LOOKS
        if ends or opened:
            person, client = data.draw(st.sampled_from(opened or CLIENTS))
            self._do(what, person, client)

    @rule(one=st.sampled_from(CLIENTS), deliberate=st.booleans())
    def end_late(self, one: tuple[str, str], deliberate: bool) -> None:
        self._do("leave" if deliberate else "break", *one)

    def _do(self, what: str, person: str, client: str) -> None:
        if what in LOOKS:
            self.roster.turn(person, client, Mark(what))
        else:
            self.roster.depart(person, client, deliberate=what == "leave", now=self.now)
        self.oracle.story.append((self.now, what, person, client))

    @rule(person=st.sampled_from(PEOPLE))
    def drop(self, person: str) -> None:
        self.roster.drop(person)
        self.oracle.story.append((self.now, "drop", person, ""))
        self.oracle.elsewhere.pop(person, None)

    @rule(elsewhere=st.dictionaries(st.sampled_from(PEOPLE), MARKS))
    def hear(self, elsewhere: dict[str, Mark]) -> None:
        self.roster.hear(elsewhere)
        self.oracle.elsewhere = dict(elsewhere)

    @rule(seconds=st.sampled_from([0.3, 1.0, 4.0, 8.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.roster.expire(self.now)

    @rule()
    def tell(self) -> None:
        pending = self.roster.restless
        for news in self.roster.news(self.now):
            match news:
                case Came(person, mark):
                    assert self.seen is not None
                    assert person not in self.seen
                    self.seen[person] = mark
                case Turned(person, mark):
                    assert self.seen is not None
                    assert self.seen[person] is not mark
                    self.seen[person] = mark
                case Went(person):
                    assert self.seen is not None
                    del self.seen[person]
                case Counted(people):
                    assert pending
                    assert self.now >= self.counted_at + 1
                    self.counted_at = self.now
                    assert people == len(self.oracle.people(self.now))
                    # No crowd any more: a reader asks for the whole.
                    self.seen = None if people > CROWD else self.oracle.people(self.now)
        if self.seen is not None and not self.roster._touched:
            assert self.seen == self.oracle.people(self.now)

    @invariant()
    def everybody_is_seen_as_they_are(self) -> None:
        if hasattr(self, "roster"):
            people = self.oracle.people(self.now)
            assert self.roster.people == people
            assert self.roster.own.keys() <= people.keys()
            for person, client in CLIENTS:
                if self.roster.has(person, client):
                    assert self.oracle.open(person, client)


def test_any_story_of_a_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "CROWD", CROWD)
    run_state_machine_as_test(Room, settings=settings(stateful_step_count=60))


@pytest.mark.soak
def test_any_long_story_of_a_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "CROWD", CROWD)
    run_state_machine_as_test(Room, settings=settings(stateful_step_count=60))
