"""One room's roster at one node: its own people's devices and what the other nodes say, merged into what is told here.

Every node tells its own readers what changed in its own view of the room, so that nothing is told twice or missed,
whichever of the nodes' words came late.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from server.presence import rules
from server.presence.model import Counted, Devices, Mark, News

COUNT_SECONDS = 1.0
"""Between two counts of a crowd."""


class Roster:
    """`people` is everybody who is to be seen, by person. Nothing here looks at a clock."""

    __slots__ = ("_counted_at", "_crowded", "_devices", "_elsewhere", "_lingering", "_told", "_touched", "people")

    def __init__(self) -> None:
        self.people: dict[str, Mark] = {}
        self._devices: dict[str, Devices] = {}
        self._elsewhere: Mapping[str, Mark] = {}
        self._lingering: set[str] = set()
        self._told: dict[str, Mark] = {}
        self._touched: set[str] = set()
        self._crowded = False
        self._counted_at = float("-inf")

    # ── what happens ──

    def arrive(self, person: str, client: str) -> None:
        self._change(person, lambda devices: rules.arrive(devices, client))

    def depart(self, person: str, client: str, *, deliberate: bool, now: float) -> None:
        self._change(person, lambda devices: rules.depart(devices, client, deliberate=deliberate, now=now))

    def turn(self, person: str, client: str, mark: Mark) -> None:
        self._change(person, lambda devices: rules.turn(devices, client, mark))

    def drop(self, person: str) -> None:
        """Is not to be seen here any more, whatever is open and whatever the other nodes still say."""
        self._elsewhere = {one: mark for one, mark in self._elsewhere.items() if one != person}
        self._change(person, lambda devices: ())
        self._settle((person,))

    def hear(self, elsewhere: Mapping[str, Mark]) -> None:
        """Who is there on all the other nodes together, from now on."""
        touched = self._elsewhere.keys() | elsewhere.keys()
        self._elsewhere = elsewhere
        self._settle(touched)

    def expire(self, now: float) -> None:
        for person in tuple(self._lingering):
            self._change(person, lambda devices: rules.expire(devices, now))

    # ── what follows ──

    @property
    def own(self) -> dict[str, Mark]:
        """This node's part of it, for the other nodes."""
        marks = ((person, rules.mark_of(devices)) for person, devices in self._devices.items())
        return {person: mark for person, mark in marks if mark is not None}

    @property
    def deserted(self) -> bool:
        """Nobody of this node is in it, so there is nobody to tell."""
        return not self._devices

    @property
    def restless(self) -> bool:
        """Something is due that time alone brings."""
        return bool(self._lingering) or bool(self._touched)

    def has(self, person: str, client: str) -> bool:
        """Whether this very connection is in it."""
        return rules.has(self._devices.get(person, ()), client)

    def news(self, now: float) -> list[News]:
        """What its readers have not been told yet. In a crowd a count about once a second, which may leave some of it
        for later; once it is none any more a last count says so, and who still reads asks for the whole."""
        if not self._touched:
            return []
        if self._crowded or len(self.people) > rules.CROWD:
            return self._count(now)
        touched, self._touched = self._touched, set()
        news = [rules.change(person, self._told.get(person), self.people.get(person)) for person in sorted(touched)]
        self._told = dict(self.people)
        return [one for one in news if one is not None]

    def _count(self, now: float) -> list[News]:
        if now < self._counted_at + COUNT_SECONDS:
            return []
        self._touched.clear()
        self._counted_at = now
        self._crowded = len(self.people) > rules.CROWD
        self._told = dict(self.people)
        return [Counted(len(self.people))]

    def _change(self, person: str, change: Callable[[Devices], Devices]) -> None:
        before = self._devices.get(person, ())
        after = change(before)
        if after == before:
            return
        if after:
            self._devices[person] = after
        else:
            self._devices.pop(person, None)
        (self._lingering.add if rules.lingers(after) else self._lingering.discard)(person)
        self._settle((person,))

    def _settle(self, people: Iterable[str]) -> None:
        for person in people:
            here = rules.mark_of(self._devices.get(person, ()))
            there = self._elsewhere.get(person)
            mark = rules.merged([one for one in (here, there) if one is not None])
            if mark is self.people.get(person):
                continue
            self._touched.add(person)
            if mark is None:
                del self.people[person]
            else:
                self.people[person] = mark
