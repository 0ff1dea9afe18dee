"""The use cases of rounds. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from server.database import Connection
from server.errors import Refused
from server.ids import new_id
from server.matching.rounds import rules, store
from server.matching.rounds.model import Asked as Asked
from server.matching.rounds.model import Cost as Cost
from server.matching.rounds.model import Demanded as Demanded
from server.matching.rounds.model import Entrant as Entrant
from server.matching.rounds.model import Explained as Explained
from server.matching.rounds.model import Fault as Fault
from server.matching.rounds.model import Locks as Locks
from server.matching.rounds.model import Needs as Needs
from server.matching.rounds.model import Outcome as Outcome
from server.matching.rounds.model import Pair as Pair
from server.matching.rounds.model import Result as Result
from server.matching.rounds.model import Round as Round
from server.matching.rounds.model import Said as Said
from server.matching.rounds.model import ScoreRows as ScoreRows
from server.matching.rounds.model import Scores as Scores
from server.matching.rounds.model import Settings as Settings
from server.matching.rounds.model import Work as Work
from server.matching.rounds.model import Written as Written
from server.matching.rounds.rules import LEASE as LEASE
from server.matching.rounds.rules import check_locks as check_locks
from server.matching.rounds.rules import merged as merged
from server.matching.rounds.rules import read_scores as read_scores
from server.matching.rounds.rules import stamp as stamp
from server.matching.rounds.rules import still as still
from server.matching.rounds.store import find as find
from server.matching.rounds.store import lock as lock
from server.matching.rounds.store import of_cohort as of_cohort
from server.matching.rounds.store import remove_cohort as remove_cohort
from server.matching.rounds.store import scores_of as scores_of
from server.matching.rounds.store import written_answer as written_answer
from server.unit_of_work import UnitOfWork


def begin(unit: UnitOfWork, cohort: str, actor: str, settings: Settings) -> Round:
    """The run is locked. Raises Refused round_open, quota_invalid."""
    rules.check_settings(settings)
    if any(one.state == "open" for one in store.of_cohort(unit.connection, cohort)):
        raise Refused("round_open")
    one = Round(new_id(), cohort, "open", actor, unit.now, settings, Locks(), frozenset(), Work())
    store.add(unit.connection, one)
    return one


def set_settings(unit: UnitOfWork, one: Round, settings: Settings) -> Round:
    """Raises Refused round_over, quota_invalid, changed_meanwhile."""
    rules.check_settings(settings)
    return change(unit, one, replace(one, settings=settings))


def set_locks(unit: UnitOfWork, one: Round, locks: Locks) -> Round:
    """Raises Refused round_over, changed_meanwhile."""
    return change(unit, one, replace(one, locks=locks))


def set_scores(unit: UnitOfWork, one: Round, scores: Scores | None) -> Round:
    """Raises Refused round_over, changed_meanwhile."""
    after = change(unit, one, one)
    store.put_scores(unit.connection, one.id, scores)
    return after


def change(unit: UnitOfWork, before: Round, after: Round) -> Round:
    """Gives what holds now, one version on. Raises Refused round_over, changed_meanwhile."""
    check_open(before)
    after = replace(after, version=before.version + 1)
    if not store.put(unit.connection, after):
        raise Refused("changed_meanwhile")
    return after


def check_open(one: Round) -> None:
    """Raises Refused round_over."""
    if one.state != "open":
        raise Refused("round_over")


def close(unit: UnitOfWork, one: Round) -> None:
    """What was not released is dropped. Raises Refused round_over, changed_meanwhile."""
    cancel(unit, one)
    change(unit, one, replace(one, state="closed"))


def release(unit: UnitOfWork, one: Round, pairs: Collection[Pair], *, all_of_it: bool) -> Round:
    """Raises Refused round_over, changed_meanwhile."""
    cancel(unit, one)
    locks = rules.without(one.locks, [mentee for mentee, _ in pairs])
    after = replace(one, released=one.released | frozenset(pairs), locks=locks)
    return change(unit, one, replace(after, state="released") if all_of_it else after)


def answer(connection: Connection, round_id: str) -> Result | None:
    written = store.written_answer(connection, round_id)
    return None if written is None else written.read()


# ── orders ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def order(unit: UnitOfWork, one: Round, actor: str) -> Work:
    """In place of the one before, which whoever works on it then gives up. Raises Refused round_over."""
    check_open(one)
    work = rules.ordered(new_id(), one.version, actor, unit.now)
    store.put_work(unit.connection, one.id, work)
    return work


def cancel(unit: UnitOfWork, one: Round) -> Work:
    work = rules.cancelled(one.work)
    if work != one.work:
        store.put_work(unit.connection, one.id, work)
    return work


def take(unit: UnitOfWork, node: str) -> tuple[str, Work] | None:
    """An order to be worked on, by this node alone."""
    found = store.take(unit.connection, node, unit.now, unit.now + rules.LEASE)
    if found is None:
        return None
    round_id, work = found
    started = rules.begun(work)
    if started != work:
        store.put_work(unit.connection, round_id, started)
    return round_id, started


def hear(unit: UnitOfWork, round_id: str, work: Work, progress: tuple[str, int, int]) -> bool:
    """Whether the order stands, and is this node's, still."""
    return store.change_work(unit.connection, round_id, work, rules.heard(work, progress, unit.now))


def finish(unit: UnitOfWork, round_id: str, work: Work, stamp: str, outcome: bytes, read: Outcome) -> bool:
    """Whether the order stood still: else nothing is kept. `outcome`: what was `read`, as it was written."""
    if not store.change_work(unit.connection, round_id, work, rules.done(work)):
        return False
    one = store.find(unit.connection, round_id)
    assert one is not None
    answer = Written(one.run + 1, unit.now, work.version, stamp, outcome)
    store.put_answer(unit.connection, round_id, answer, read.engine, read.input)
    return True


def fail(unit: UnitOfWork, round_id: str, work: Work, fault: Fault) -> None:
    store.change_work(unit.connection, round_id, work, rules.failed(work, fault))


def hand_back(unit: UnitOfWork, round_id: str, work: Work) -> None:
    store.change_work(unit.connection, round_id, work, rules.handed_back(work))
