"""The use cases of gatherings. Never commits: the writer does."""

from __future__ import annotations

from dataclasses import replace

from server.contract.gatherings import NEED_LIMIT
from server.database import Connection
from server.errors import Refused
from server.programmes.gatherings import rules, store
from server.programmes.gatherings.model import Expected as Expected
from server.programmes.gatherings.model import Gathering as Gathering
from server.programmes.gatherings.model import Need as Need
from server.programmes.gatherings.rules import circle_of as circle_of
from server.programmes.gatherings.rules import is_invited as is_invited
from server.programmes.gatherings.store import by_id as by_id
from server.programmes.gatherings.store import by_ids as by_ids
from server.programmes.gatherings.store import due as due
from server.programmes.gatherings.store import expect as expect
from server.programmes.gatherings.store import following as following
from server.programmes.gatherings.store import forget_needs_of as forget_needs_of
from server.programmes.gatherings.store import has_old_needs as has_old_needs
from server.programmes.gatherings.store import is_due as is_due
from server.programmes.gatherings.store import needs_by as needs_by
from server.programmes.gatherings.store import next_expected as next_expected
from server.programmes.gatherings.store import of_run as of_run
from server.programmes.gatherings.store import take_agenda as take_agenda
from server.programmes.gatherings.store import take_expected as take_expected
from server.programmes.words import clean_words
from server.unit_of_work import UnitOfWork


def schedule(unit: UnitOfWork, id: str, cohort: str, start: int, end: int, *, off: bool, moved: bool) -> None:
    """Its door follows its time (ms). Moved ahead, it closes again, whoever had opened it."""
    known = store.by_id(unit.connection, id) or Gathering(id, cohort, "closed", None)
    if moved:
        known = replace(known, opened_by=None, opened_at=None)
    opened = known.opened_at is not None
    door, due_at = ("off", None) if off else rules.door_at(start, end, opened=opened, now=unit.now)
    store.put(unit.connection, replace(known, door=door, due_at=due_at))
    if moved:
        store.keep_needs_until(unit.connection, id, end + rules.KEPT)


def follow_until(unit: UnitOfWork, id: str, end: int) -> None:
    """Its guests follow who takes part until it is over (ms); of what is over when it is planned, long enough that its
    guests are written down."""
    store.follow_until(unit.connection, id, max(end, unit.now + rules.WRITTEN_DOWN))


def turn(unit: UnitOfWork, one: Gathering, start: int, end: int) -> bool:
    """Its door as it has to be now, however long nobody looked. Whether people may come in now who could not before."""
    door, due_at = rules.door_at(start, end, opened=one.opened_at is not None, now=unit.now)
    store.turn(unit.connection, one.id, door, due_at)
    return door in ("lobby", "open") and door != one.door


def open_door(unit: UnitOfWork, one: Gathering, person: str, start: int, end: int) -> bool:
    """Whether it was closed. Raises Refused gathering_over, door_too_early."""
    rules.check_opens(one.door, start, end, unit.now)
    if one.door == "open":
        return False
    store.put(unit.connection, replace(one, door="open", due_at=end, opened_by=person, opened_at=unit.now))
    return True


def await_agenda(unit: UnitOfWork, id: str, start: int, end: int, *, wanted: bool) -> None:
    """What it is about goes to its room a week before, if there is anything and it is not over."""
    store.await_agenda(unit.connection, id, start - rules.AGENDA if wanted and end > unit.now else None)


def confirm(unit: UnitOfWork, one: Gathering, person: str, start: int, minutes: int) -> None:
    """Somebody says who came, and that it took so many minutes. Raises Refused gathering_over, gathering_not_begun."""
    rules.check_begun(one.door, start, unit.now)
    store.confirm(unit.connection, one.id, person, unit.now, minutes)


def say_need(unit: UnitOfWork, one: Gathering, person: str, words: str, readers: tuple[str, ...], end: int) -> None:
    """Empty words take it back. Raises Refused gathering_over, nobody_reads_needs, text_…"""
    if not words.strip():
        store.take_need(unit.connection, one.id, person)
        return
    if one.door in ("over", "off"):
        raise Refused("gathering_over")
    if not readers:
        raise Refused("nobody_reads_needs")
    cleaned = clean_words(words, NEED_LIMIT)
    store.put_need(unit.connection, Need(one.id, person, cleaned, readers), end + rules.KEPT)


def needs_for(connection: Connection, id: str, reader: str) -> list[Need]:
    """Those that were told when the reader was named."""
    return [one for one in store.needs_of(connection, id) if reader in one.told_to]


def forgotten_at(end: int) -> int:
    """ms, when what people needed is deleted."""
    return end + rules.KEPT


def forget_old_needs(unit: UnitOfWork) -> None:
    store.forget_old_needs(unit.connection, unit.now)
