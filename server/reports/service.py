"""The use cases of reports. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

import msgspec

from server.clock import Clock
from server.contract.reports import ReportMessages, ReportState
from server.database import Database
from server.errors import Refused
from server.ids import new_id
from server.reports import rules, store
from server.reports.model import Act as Act
from server.reports.model import Report as Report
from server.reports.model import Words as Words
from server.reports.rules import KEPT as KEPT
from server.reports.store import acts_of as acts_of
from server.reports.store import by_id as by_id
from server.reports.store import of_contact as of_contact
from server.reports.store import of_reporter as of_reporter
from server.reports.store import words_of as words_of
from server.unit_of_work import UnitOfWork, Writer

_AT_ONCE = 50
"""Reports that are forgotten in one transaction."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where messages are shown from."""

    cohort: str
    room: str
    kind: str


def digest(wanted: ReportMessages, room: str) -> bytes:
    """Tells whether a repeated command id stands for the same command."""
    return blake2b(msgspec.json.encode(wanted) + room.encode(), digest_size=16).digest()


def made_before(unit: UnitOfWork, reporter: str, wanted: ReportMessages, room: str) -> Report | None:
    """What the command made then; None when it is new. Raises Refused command_conflict."""
    found = store.made_before(unit.connection, reporter, wanted.command_id)
    if found is None:
        return None
    if found[1] != digest(wanted, room):
        raise Refused("command_conflict")
    return store.by_id(unit.connection, found[0])


def send(
    unit: UnitOfWork, reporter: str, place: Place, wanted: ReportMessages, reason: str, words: Sequence[Words]
) -> Report:
    """Raises Refused too_many_reports."""
    rules.check_room_for(store.count_of(unit.connection, reporter))
    new = Report(
        id=new_id(),
        cohort=place.cohort,
        room=place.room,
        room_kind=place.kind,
        reporter=reporter,
        contact=wanted.to,
        reason=reason,
        state="received",
        at=unit.now,
        expires_at=unit.now + KEPT,
        messages=[one.message for one in words],
    )
    store.add(unit.connection, new, words, wanted.command_id, digest(wanted, place.room))
    store.add_act(unit.connection, Act(new.id, "sent", reporter, unit.now))
    return new


def open_report(unit: UnitOfWork, one: Report, by: str) -> list[Words]:
    """What was shown; that it was read is written down."""
    acts = store.acts_of(unit.connection, [one.id])[one.id]
    if rules.is_new_opening(acts, by, unit.now):
        store.add_act(unit.connection, Act(one.id, "opened", by, unit.now))
    return store.words_of(unit.connection, one.id)


def set_state(unit: UnitOfWork, one: Report, state: ReportState, by: str) -> Report:
    """Once more changes nothing."""
    if state == "received" or not rules.changes(one.state, state):
        return one
    store.set_state(unit.connection, one.id, state)
    store.add_act(unit.connection, Act(one.id, state, by, unit.now))
    return replace(one, state=state)


def _forget_some(unit: UnitOfWork) -> int:
    gone = store.forget_expired(unit.connection, unit.now, _AT_ONCE)
    unit.erases = unit.erases or gone > 0
    return gone


@dataclass(frozen=True, slots=True)
class Expiry:
    """The chore that removes what was kept long enough."""

    database: Database
    writer: Writer[Any]
    clock: Clock

    async def forget_all(self) -> None:
        while await self.database.look_up(lambda connection: store.is_expired(connection, self.clock())):
            if not await self.writer.run(_forget_some):
                return
