"""What was done for a mentee, on five levels: written by who runs the programme for them, read by the mentee too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from server.accounts.service import names_of
from server.clock import day_in
from server.contract import signals as contract
from server.contract.commands import Done
from server.contract.signals import GiveSupport, WishSupport
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows.overview import scope_of
from server.flows.talks import seeing, taking_part
from server.policy import Actor, Verb, may
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.repeats import service as repeats
from server.programmes.sight import service as sight
from server.programmes.support import service as support
from server.programmes.support.model import Support
from server.unit_of_work import UnitOfWork

MENTEE = "mentee"


def of_run(connection: Connection, actor: str, cohort: str, now: int) -> contract.CohortSupport:
    """Raises Refused not_found for who does not coordinate the run."""
    run, scope = scope_of(connection, actor, cohort)
    seen = sight.look(connection, run, scope, day_in(now, run.home_zone))
    mentees = [one for one in seen.parts if one.role == MENTEE]
    given = support.given_in(connection, cohort, [one.person for one in mentees])
    people = {one.person for one in mentees} | {one.given_by for theirs in given.values() for one in theirs}
    names = names_of(connection, people)
    return contract.CohortSupport(
        tuple(
            contract.MenteeSupport(
                person=Person(one.person, names.get(one.person, "")),
                organisation=one.organisation,
                given=shown(given.get(one.person, ()), names),
                wishes=tuple(level for level in support.LEVELS if level in seen.wishes.get(one.person, ())),
            )
            for one in mentees
        )
    )


def shown(given: Iterable[Support], names: Mapping[str, str]) -> tuple[contract.Support, ...]:
    return tuple(_shown(one, names) for one in given)


def _shown(one: Support, names: Mapping[str, str]) -> contract.Support:
    return contract.Support(one.id, one.level, one.day, one.words, Person(one.given_by, names.get(one.given_by, "")))


def give(unit: UnitOfWork, actor: str, cohort: str, wanted: GiveSupport) -> contract.Support:
    """Raises Refused not_found for who does not coordinate it for the mentee, not_enrolled for who is no mentee,
    day_invalid, text_…, command_conflict."""
    asked = repeats.digest(wanted, cohort)
    run = sight.run(unit.connection, cohort)
    _check(unit, actor, cohort, wanted.person)
    assert run is not None
    made = repeats.made_before(unit, actor, wanted.command_id, asked)
    there = None if made is None else support.by_id(unit.connection, made)
    if made is None:
        there = support.give(
            unit,
            cohort,
            wanted.person,
            wanted.level,
            wanted.day,
            wanted.words,
            actor,
            start=run.start,
            today=day_in(unit.now, run.home_zone),
        )
        repeats.keep(unit, actor, wanted.command_id, asked, there.id)
        for told in (wanted.person, actor):
            unit.tell(told, "programme_changed")
    if there is None:
        # Meanwhile it was taken back.
        raise Refused("not_found")
    return _shown(there, names_of(unit.connection, {there.given_by}))


def take_back(unit: UnitOfWork, actor: str, cohort: str, id: str) -> Done:
    """Raises Refused not_found for who does not coordinate it for the mentee."""
    one = support.by_id(unit.connection, id)
    if one is None or one.cohort != cohort:
        raise Refused("not_found")
    _check(unit, actor, cohort, one.person)
    support.take_back(unit, one)
    for told in (one.person, actor):
        unit.tell(told, "programme_changed")
    return Done()


def _check(unit: UnitOfWork, actor: str, cohort: str, person: str) -> None:
    """Raises Refused not_found; not_enrolled only to who sees that the person is no mentee."""
    there = coordinators(unit.connection, cohort)
    parts = [one for one in sight.parts_of(unit.connection, cohort, person) if one.role == MENTEE]
    theirs = subject(there, {one.organisation for one in parts})
    if not may(Actor(actor), Verb.SUPPORT, theirs):
        raise Refused("not_found")
    if not parts:
        raise Refused("not_enrolled")


# ── by the mentee ─────────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str) -> contract.MySupport:
    runs = [run for run, roles in sight.runs_of(connection, person) if MENTEE in roles]
    given, wishes = support.given_to(connection, person), support.wishes_of(connection, person)
    names = names_of(connection, {one.given_by for theirs in given.values() for one in theirs})
    return contract.MySupport(
        tuple(contract.RunSupport(run.id, shown(given.get(run.id, ()), names), wishes.get(run.id, ())) for run in runs)
    )


def mine_in(connection: Connection, person: str, cohort: str) -> Sequence[contract.Support]:
    """What was done for the person in one run."""
    given = support.given_to(connection, person).get(cohort, [])
    return shown(given, names_of(connection, {one.given_by for one in given}))


def wish(unit: UnitOfWork, person: str, wanted: WishSupport) -> contract.RunSupport:
    """Raises Refused not_found for who takes no part, not_enrolled for who is no mentee, cohort_over."""
    run, parts = taking_part(unit.connection, person, wanted.cohort)
    brought_by = {one.organisation for one in parts if one.role == MENTEE}
    if not brought_by:
        raise Refused("not_enrolled")
    if run.state == "ended":
        raise Refused("cohort_over")
    support.wish(unit, run.id, person, wanted.level, wished=wanted.wished)
    for told in (person, *seeing(unit.connection, run.id, brought_by)):
        unit.tell(told, "programme_changed")
    wishes = support.wishes_of(unit.connection, person).get(run.id, ())
    return contract.RunSupport(run.id, tuple(mine_in(unit.connection, person, run.id)), wishes)
