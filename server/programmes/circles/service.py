"""The use cases of groups. Never commits: the writer does. Their rooms are changed by who asks, in the same unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from server.contract.commands import Role
from server.contract.programmes import CircleKind
from server.programmes.circles import store
from server.programmes.circles.rules import seats
from server.programmes.circles.store import Opened as Opened
from server.programmes.circles.store import by_room as by_room
from server.programmes.circles.store import come_back as come_back
from server.programmes.circles.store import leave as leave
from server.programmes.circles.store import look_at as look_at
from server.programmes.circles.store import look_at_everybody as look_at_everybody
from server.programmes.circles.store import of_person as of_person
from server.programmes.circles.store import of_run as of_run
from server.programmes.circles.store import run_that_waits as run_that_waits
from server.programmes.circles.store import take as take
from server.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Moves:
    """What has to change so that people are in the groups of their parts: who comes, as what, and who goes."""

    come: Mapping[CircleKind, Mapping[str, Role]]
    go: Mapping[CircleKind, Collection[str]]


def open_circle(unit: UnitOfWork, cohort: str, one: Opened) -> None:
    store.add(unit.connection, cohort, one, unit.now)
    store.look_at_everybody(unit.connection, cohort)


def moves(unit: UnitOfWork, cohort: str, people: Collection[str]) -> Moves:
    """Of these people, among the groups that are open."""
    there = {one.kind for one in store.of_run(unit.connection, cohort)}
    parts = store.parts(unit.connection, cohort, people)
    are_in = store.members(unit.connection, cohort, people)
    come: defaultdict[CircleKind, dict[str, Role]] = defaultdict(dict)
    go: defaultdict[CircleKind, list[str]] = defaultdict(list)
    for person in people:
        wanted = seats(parts.get(person, ()))
        now = are_in.get(person, set())
        for kind in wanted.keys() & there - now:
            come[kind][person] = wanted[kind]
        for kind in now - wanted.keys():
            go[kind].append(person)
    return Moves(come, go)


def move(unit: UnitOfWork, cohort: str, moves: Moves) -> None:
    """Who goes first: nobody is in both of the two sides, not even in passing."""
    store.remove_members(unit.connection, cohort, moves.go)
    store.add_members(unit.connection, cohort, moves.come)
