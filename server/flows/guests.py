"""The guests of what a programme has for many follow its plan, and who takes part, a few people at a time.

When a plan is made, moved or called off, its appointments are as wanted with the transaction that asks, and whoever may
have to hear of it is written down there (`outdated_guest`). A chore then brings some people up to date in each of its
transactions, with all of their run's dates: that they are invited, what they are told, their reminders. What each guest
was told last stands with them (`appointment_guest.known_at`), so what they are told is the difference to how it is
then: who has not heard of a date yet is not told that it has moved, and nobody is told twice, whichever node looks, and
whenever a server dies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from server.contract.calendar import PlannedDate
from server.database import Connection
from server.flows.appointments import Wanted, guests_of, settle
from server.flows.invitations import LEFT_OUT
from server.policy import CohortSubject
from server.post.service import call_back, take_back
from server.programmes.calendar import service as calendar
from server.programmes.enrolments import service as enrolments
from server.programmes.gatherings import service as gatherings
from server.programmes.mentorships.model import Coordinator
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.sight import service as sight
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment, Guest, is_revised
from server.unit_of_work import UnitOfWork

PEOPLE = 16
"""In one transaction: each may get a few mails with a file."""
PLACES = 100
"""In one transaction: a person has one for each date of their run, with two reminders."""


@dataclass(frozen=True, slots=True)
class Team:
    """Of a run."""

    coordinators: Sequence[Coordinator]
    facilitators: tuple[str, ...]

    def leaders(self, one: PlannedDate) -> tuple[str, ...]:
        """Who is named, or, where nobody is, the run's facilitators."""
        return one.led_by or self.facilitators

    def holders(self, one: PlannedDate) -> CohortSubject:
        return subject(self.coordinators, concerned=self.leaders(one))


def team_of(connection: Connection, cohort: str) -> Team:
    facilitators = tuple(part.person for part in sight.team(connection, cohort, ["facilitator"]))
    return Team(coordinators(connection, cohort), facilitators)


# ── written down ──────────────────────────────────────────────────────────────────────────────────────────────────────


def revise(unit: UnitOfWork, cohort: str, wanted: Sequence[Wanted], actor: str | None) -> None:
    """Appointments of a run, as they are from now on; all its people follow. `wanted` are locked, and without guests:
    after `expect_all`, so that who brings the guests up to date meanwhile is waited for."""
    settle(unit, wanted, actor)
    outdated = [after.id for before, after in wanted if before is not None and is_revised(before, after)]
    if not outdated:
        return
    # Not by those to whom it has ended already: nobody else tells them.
    call_back(unit, *outdated, but=[LEFT_OUT])
    take_back(unit, appointments.mails_that_told(outdated))


def expect_all(unit: UnitOfWork, cohort: str, actor: str | None) -> int:
    """Everybody who takes part in the run, or is invited to anything of it, is looked at soon; how many they are."""
    there = {part.person for part in enrolments.of_cohort(unit.connection, cohort)}
    invited = appointments.guests_in(unit.connection, gatherings.following(unit.connection, cohort, unit.now))
    gatherings.expect(unit.connection, cohort, there | invited, actor)
    return len(there | invited)


def expect(unit: UnitOfWork, cohort: str, people: Collection[str]) -> None:
    """Whether these take part has changed: the same for them."""
    if gatherings.following(unit.connection, cohort, unit.now):
        gatherings.expect(unit.connection, cohort, people, None)


# ── done, some at a time ──────────────────────────────────────────────────────────────────────────────────────────────


def follow_some(unit: UnitOfWork, cohort: str | None = None) -> bool:
    """Of one run, be it this one, some people are invited, and told, as it has to be now. Whether there was anybody."""
    cohort = cohort or gatherings.next_expected(unit.connection)
    if cohort is None:
        return False
    ids = gatherings.following(unit.connection, cohort, unit.now)
    taken = gatherings.take_expected(unit.connection, cohort, max(1, min(PEOPLE, PLACES // max(1, len(ids)))))
    run = calendar.find(unit.connection, cohort)
    if taken and run is not None:
        people = [one.person for one in taken]
        there = appointments.locked(unit.connection, ids, people)
        planned = {one.id: one for one in run.dates}
        guests = _Guests(unit, cohort, people)
        wanted = [(one, replace(one, guests=guests.of(one, planned.get(id)))) for id, one in there.items()]
        settle(unit, wanted, taken[0].actor)
    return bool(taken)


class _Guests:
    """Some people of a run: to which of its dates they are invited."""

    def __init__(self, unit: UnitOfWork, cohort: str, people: Sequence[str]) -> None:
        roles: defaultdict[str, set[str]] = defaultdict(set)
        for part in enrolments.of_people(unit.connection, cohort, people):
            roles[part.person].add(part.role)
        self._roles: Mapping[str, Collection[str]] = roles
        self._team = team_of(unit.connection, cohort)
        self._invited = guests_of(unit, cohort, roles.keys())

    def of(self, one: Appointment, planned: PlannedDate | None) -> tuple[Guest, ...]:
        """Those it is for, and who leads it; whoever takes part no more leads nothing either. What is off keeps the
        guests that it had."""
        if one.state == "cancelled" or planned is None:
            return one.guests
        leaders = self._team.leaders(planned)
        known = {guest.person: guest for guest in one.guests}
        return tuple(
            _as_said(guest, known.get(guest.person), one.start)
            for guest in self._invited
            if guest.person in leaders or gatherings.is_invited(planned.whom, self._roles[guest.person])
        )


def _as_said(guest: Guest, known: Guest | None, start: int) -> Guest:
    """Who could not come before can't now either, unless it is another time."""
    absent = known is not None and known.answer == "DECLINED" and known.known_start == start
    return replace(guest, answer="DECLINED") if absent else guest


# ── a room closes ─────────────────────────────────────────────────────────────────────────────────────────────────────


def call_off(unit: UnitOfWork, room: str) -> None:
    """All that was still to come in a room that closes."""
    coming = appointments.of_rooms(unit.connection, [room], unit.now)
    meetings = appointments.by_ids(unit.connection, [one.id for one in coming if one.kind == "meeting"])
    settle(unit, [(one, replace(one, state="cancelled")) for one in meetings.values()], None)
    for cohort in sorted({one.cohort for one in coming if one.kind != "meeting" and one.cohort is not None}):
        expect_all(unit, cohort, None)
        theirs = appointments.locked(unit.connection, [one.id for one in coming if one.cohort == cohort], ())
        revise(unit, cohort, [(one, replace(one, state="cancelled")) for one in theirs.values()], None)
