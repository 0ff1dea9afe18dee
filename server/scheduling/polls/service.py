"""The use cases of searches for a time. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from server.database import Connection
from server.errors import Refused
from server.scheduling.group import Candidate as Candidate
from server.scheduling.polls import rules, store
from server.scheduling.polls.model import Answers as Answers
from server.scheduling.polls.model import Guest as Guest
from server.scheduling.polls.model import Poll as Poll
from server.scheduling.polls.model import Says as Says
from server.scheduling.polls.rules import check_mailed as check_mailed
from server.scheduling.polls.rules import guest_of as guest_of
from server.scheduling.polls.rules import hours_of as hours_of
from server.scheduling.polls.rules import look as look
from server.scheduling.polls.rules import look_at as look_at
from server.scheduling.polls.rules import unknown as unknown
from server.scheduling.polls.rules import windows as windows
from server.scheduling.polls.store import answers as answers
from server.scheduling.polls.store import asking as asking
from server.scheduling.polls.store import find as find
from server.scheduling.polls.store import of_cohort as of_cohort
from server.scheduling.polls.store import people_of as people_of
from server.scheduling.polls.store import remove as remove
from server.scheduling.polls.turns import Turn as Turn
from server.scheduling.polls.turns import Turns as Turns
from server.scheduling.polls.turns import take_turns as take_turns
from server.unit_of_work import UnitOfWork

KEPT = 180 * 24 * 3_600_000
"""ms, from when it was made: names and addresses of people without an account stand there."""


def begin(connection: Connection, one: Poll, today: date) -> None:
    """Raises Refused minutes_unlikely, poll_days, poll_hours, poll_guests, poll_series, too_many_polls."""
    rules.check(one, today)
    if store.count(connection, one.cohort) >= rules.POLLS:
        raise Refused("too_many_polls", limit=rules.POLLS)
    store.add(connection, one)


def ask(unit: UnitOfWork, one: Poll, version: int, starts: Sequence[int]) -> Poll:
    """Raises Refused changed_meanwhile, poll_over, time_over, time_twice, poll_asked."""
    if one.state == "decided":
        raise Refused("poll_over")
    return _put(unit, replace(one, state="asking", asked=rules.check_asked(one, starts, unit.now)), version)


def decide(unit: UnitOfWork, one: Poll, version: int, starts: Sequence[int]) -> Poll:
    """Raises Refused as `ask`."""
    if one.state == "decided":
        raise Refused("poll_over")
    if one.meetings > 1 and len(starts) > one.meetings:
        raise Refused("poll_asked", limit=one.meetings)
    return _put(unit, replace(one, state="decided", decided=rules.check_asked(one, starts, unit.now)), version)


def _put(unit: UnitOfWork, one: Poll, version: int) -> Poll:
    after = replace(one, version=version + 1)
    if one.version != version or not store.put(unit.connection, after):
        raise Refused("changed_meanwhile")
    return after


def answer(unit: UnitOfWork, one: Poll, guest: Guest, said: Mapping[int, Says]) -> None:
    """Raises Refused poll_over, time_not_offered."""
    if one.state != "asking":
        raise Refused("poll_over")
    if any(start not in one.asked for start in said):
        raise Refused("time_not_offered")
    store.answer(unit.connection, one.id, guest.id, said)


def leave(unit: UnitOfWork, cohort: str, person: str) -> None:
    """Whoever takes part no more is asked no more, nor do their answers count; what was decided stays as it is."""
    for one in store.of_cohort(unit.connection, cohort):
        guest = rules.guest_of(one, person)
        if guest is not None and one.state != "decided":
            store.remove_guest(unit.connection, one.id, guest.id)


def tidy(unit: UnitOfWork) -> None:
    for old in store.made_before(unit.connection, unit.now - KEPT):
        store.remove(unit.connection, old)
