"""What a run's planned date becomes: a gathering, with its guests, its invitation, its room and its door, in the
transaction in which the date is planned, moved or called off.

A date without a time is a plan and nothing more; so is everything before the run begins.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from msgspec.structs import replace as changed

from server.accounts.service import names_of
from server.clock import Clock, day_in
from server.contract import gatherings as contract
from server.contract.calendar import PlannedDate
from server.contract.commands import Done
from server.contract.gatherings import AnswerGathering, SayNeed, SetAttendance
from server.contract.programmes import CircleKind, OpenCircle
from server.contract.views import Person
from server.database import Connection, Database
from server.errors import Refused
from server.flows import circles, guests
from server.flows.appointments import Wanted, guests_of, settle
from server.flows.guests import team_of
from server.flows.lobbies import AT_ONCE, tell_guests, turn_some
from server.policy import Actor, CohortSubject, Verb, may
from server.programmes.calendar import service as calendar
from server.programmes.calendar.service import RunDates
from server.programmes.circles import service as groups
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import service as founding
from server.programmes.gatherings import service as gatherings
from server.programmes.gatherings.service import Gathering
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.service import coordinators
from server.programmes.model import Organisation
from server.programmes.sight import service as sight
from server.rooms.reads import items_of, rooms_of
from server.rooms.service import Rooms
from server.rooms.things.agenda import AGENDA
from server.rooms.things.agenda.contract import POINTS, Point
from server.rooms.things.rank import rank_after
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import TZ_RELEASE, Answer, Appointment, Guest, wall_of
from server.unit_of_work import UnitOfWork, Writer

COMING: Mapping[str, bool | None] = {"ACCEPTED": True, "DECLINED": False, "TENTATIVE": None, "NEEDS-ACTION": None}
TEAM = ("coordinator", "facilitator", "safeguarding")
"""Who may be named as leading a date, or as reading what people need there."""


# ── from the plan ─────────────────────────────────────────────────────────────────────────────────────────────────────


def follow_plan(unit: UnitOfWork, rooms: Rooms, actor: str, cohort: str) -> None:
    """The gatherings of a run become what is planned now. Raises Refused cohort_over."""
    run = mentorships.lock_run(unit.connection, cohort)
    dates = calendar.find(unit.connection, cohort)
    assert run is not None
    assert dates is not None
    mentorships.check_open(run)
    known = gatherings.of_run(unit.connection, cohort)
    planned = {one.id: one for one in dates.dates if one.id is not None and one.time is not None}
    if not known and (run.state == "draft" or not planned):
        return
    open_rooms = _rooms(unit, rooms, actor, cohort, [one for one in planned.values() if not one.called_off])
    expected = guests.expect_all(unit, cohort, actor)
    there = appointments.locked(unit.connection, {*known, *planned}, ())
    wanted: list[Wanted] = [
        (there.get(id), _appointment(dates, one, open_rooms))
        for id, one in planned.items()
        # What is called off before anybody was invited is no news.
        if id in there or not one.called_off
    ]
    wanted += [(there[id], replace(there[id], state="cancelled")) for id in known if id in there and id not in planned]
    guests.revise(unit, cohort, wanted, actor)
    for _, one in wanted:
        agenda = planned[one.id].agenda if one.id in planned and one.state == "agreed" else ()
        gatherings.await_agenda(unit, one.id, one.start, one.end, wanted=bool(agenda))
    if expected <= guests.PEOPLE:
        # A few people need not wait for the chore.
        guests.follow_some(unit, cohort)


def _rooms(
    unit: UnitOfWork, rooms: Rooms, actor: str, cohort: str, planned: Sequence[PlannedDate]
) -> dict[CircleKind, str]:
    """By group: its room; opened now, if nobody has needed it yet."""
    there = {one.kind: one.room for one in groups.of_run(unit.connection, cohort)}
    for kind in sorted({gatherings.circle_of(one.kind, one.whom) for one in planned} - there.keys()):
        there[kind] = circles.open_circle(unit, rooms, actor, cohort, OpenCircle(kind)).room
    return there


def _appointment(run: RunDates, one: PlannedDate, open_rooms: Mapping[CircleKind, str]) -> Appointment:
    """Without its guests, who follow."""
    start = calendar.moment(one, run.zone)
    assert one.id is not None
    assert start is not None
    return Appointment(
        id=one.id,
        kind=one.kind,
        start=start,
        minutes=one.minutes,
        zone=run.zone,
        wall=wall_of(start, run.zone),
        tz_release=TZ_RELEASE,
        place=one.place,
        cohort=run.cohort,
        room=open_rooms.get(gatherings.circle_of(one.kind, one.whom)),
        names=one.names,
        address=one.address if one.place == "address" else "",
        state="cancelled" if one.called_off else "agreed",
    )


def leave(unit: UnitOfWork, cohort: str, person: str) -> None:
    """Who takes part in the run no more."""
    gatherings.forget_needs_of(unit.connection, person, cohort)


def bring_agenda(unit: UnitOfWork, rooms: Rooms) -> bool:
    """What one gathering is about goes onto its room's agenda, behind what stands there. Whether one was due."""
    due = gatherings.take_agenda(unit.connection, unit.now)
    if due is None:
        return False
    one = appointments.by_id(unit.connection, due.id)
    planned = _plans(unit.connection, [due.cohort]).get(due.id)
    if one is not None and one.room is not None and planned is not None:
        ranks = [item.body.rank for item in items_of(unit.connection, one.room, AGENDA)]
        for title in planned.agenda[: max(0, POINTS - len(ranks))]:
            ranks.append(rank_after(ranks, max(ranks, default=None)))
            point = Point(title=title, minutes=0, brings="", rank=ranks[-1], done=False, meeting=None)
            rooms.arrange(unit, one.room, point)
    return True


# ── mine ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def of_guest(connection: Connection, person: str, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """By gathering that the person is invited to, what a date of theirs says of it."""
    there, doors = appointments.by_ids(connection, ids), gatherings.by_ids(connection, ids)
    mine = {id: guest for id, one in there.items() for guest in one.guests if guest.person == person and id in doors}
    plans = _plans(connection, {doors[id].cohort for id in mine})
    names = names_of(connection, {reader for id in mine if id in plans for reader in plans[id].needs_to})
    rooms, needs = rooms_of(connection, person), gatherings.needs_by(connection, person, ids)
    teams = {cohort: team_of(connection, cohort) for cohort in {doors[id].cohort for id in mine}}
    return {
        id: {
            "gathering": id,
            "door": doors[id].door,
            "coming": COMING[guest.answer],
            "room": there[id].room if there[id].room in rooms else None,
            "leads": may(Actor(person), Verb.HOLD_GATHERING, teams[doors[id].cohort].holders(plans[id])),
            "sees": may(Actor(person), Verb.SEE_GATHERING, teams[doors[id].cohort].holders(plans[id])),
            "needs_to": tuple(Person(one, names.get(one, "")) for one in plans[id].needs_to),
            "need": needs.get(id, ""),
        }
        for id, guest in mine.items()
        if id in plans
    }


def _plans(connection: Connection, cohorts: Collection[str]) -> dict[str, PlannedDate]:
    """By id, those that are in the plans of these runs. Who was named, and is of the team no more, is named no more."""
    plans: dict[str, PlannedDate] = {}
    for cohort in sorted(cohorts):
        run = calendar.find(connection, cohort)
        team = {part.person for part in sight.team(connection, cohort, TEAM)}
        for one in () if run is None else run.dates:
            led_by, needs_to = (tuple(each for each in named if each in team) for named in (one.led_by, one.needs_to))
            if one.id is not None:
                plans[one.id] = changed(one, led_by=led_by, needs_to=needs_to)
    return plans


# ── by its guests and who leads it ────────────────────────────────────────────────────────────────────────────────────


def answer(unit: UnitOfWork, person: str, id: str, said: AnswerGathering) -> Done:
    """Raises Refused not_found for who is not invited, gathering_over."""
    one = appointments.locked(unit.connection, [id], [person]).get(id)
    if one is None or gatherings.by_id(unit.connection, id) is None or not _is_invited(one, person):
        raise Refused("not_found")
    if one.state == "cancelled" or one.end <= unit.now:
        raise Refused("gathering_over")
    answered: Answer = "ACCEPTED" if said.coming else "DECLINED"
    settle(unit, [(one, replace(one, guests=tuple(replace(guest, answer=answered) for guest in one.guests)))], person)
    return Done()


def open_door(unit: UnitOfWork, person: str, id: str) -> Done:
    """Raises Refused not_found for who does not lead it, gathering_over, door_too_early."""
    found, one = _there(unit.connection, id)
    if not may(Actor(person), Verb.HOLD_GATHERING, holders(unit.connection, found)):
        raise Refused("not_found")
    if gatherings.open_door(unit, found, person, one.start, one.end):
        tell_guests(unit, one)
    return Done()


def say_need(unit: UnitOfWork, person: str, id: str, said: SayNeed) -> Done:
    """Raises Refused not_found for who is not invited, gathering_over, nobody_reads_needs, text_…"""
    found, one = _invited_to(unit.connection, person, id)
    readers = planned_as(unit.connection, found).needs_to
    gatherings.say_need(unit, found, person, said.need, readers, one.end)
    return Done()


def needs(connection: Connection, person: str, id: str) -> contract.GatheringNeeds:
    """Raises Refused not_found for who is not named to read them."""
    found, one = _there(connection, id)
    named = CohortSubject(concerned=planned_as(connection, found).needs_to)
    if not may(Actor(person), Verb.READ_NEEDS, named):
        raise Refused("not_found")
    told = gatherings.needs_for(connection, id, person)
    names = names_of(connection, {need.person for need in told})
    return contract.GatheringNeeds(
        tuple(contract.GatheringNeed(Person(need.person, names.get(need.person, "")), need.words) for need in told),
        day_in(gatherings.forgotten_at(one.end), one.zone),
    )


def set_attendance(unit: UnitOfWork, person: str, id: str, said: SetAttendance) -> contract.GatheringPage:
    """Raises Refused not_found for who does not hold it, gathering_over, gathering_not_begun, not_enrolled."""
    appointments.locked(unit.connection, [id])
    found, one = _there(unit.connection, id)
    if not may(Actor(person), Verb.HOLD_GATHERING, holders(unit.connection, found)):
        raise Refused("not_found")
    gatherings.confirm(unit, found, person, one.start, said.minutes)
    invited = {guest.person for guest in one.guests}
    came = {each.person: each.came for each in said.people}
    uninvited = [each for each, there in came.items() if each not in invited and there]
    if not set(uninvited) <= {part.person for part in enrolments.of_people(unit.connection, found.cohort, uninvited)}:
        raise Refused("not_enrolled")
    appointments.add_guests(unit.connection, id, guests_of(unit, found.cohort, uninvited))
    appointments.set_attendance(unit.connection, id, came)
    return page(unit.connection, person, id)


def page(connection: Connection, person: str, id: str) -> contract.GatheringPage:
    """Raises Refused not_found for who is not of its team."""
    found, one = _there(connection, id)
    planned = planned_as(connection, found)
    held_by = team_of(connection, found.cohort).holders(planned)
    if not may(Actor(person), Verb.SEE_GATHERING, held_by):
        raise Refused("not_found")
    holds = may(Actor(person), Verb.HOLD_GATHERING, held_by)
    own = _own(connection, found.cohort, person)
    shown = [guest for guest in one.guests if holds or guest.organisation in own]
    named = {guest.person for guest in shown} | {*planned.led_by} | {found.confirmed_by or ""}
    names = names_of(connection, named)
    brought_by = founding.organisations(connection, {guest.organisation for guest in shown if guest.organisation})
    return contract.GatheringPage(
        id=id,
        cohort=found.cohort,
        kind=planned.kind,
        whom=planned.whom,
        names=dict(one.names),
        at=one.start,
        minutes=one.minutes,
        zone=one.zone,
        place=planned.place,
        address=one.address,
        door=found.door,
        led_by=tuple(Person(each, names.get(each, "")) for each in planned.led_by),
        guests=tuple(_guest(guest, names, brought_by) for guest in shown),
        others=len(one.guests) - len(shown),
        confirmed_by=Person(found.confirmed_by, names.get(found.confirmed_by, "")) if found.confirmed_by else None,
        confirmed_at=found.confirmed_at,
        took=found.minutes,
        holds=holds,
        reads_needs=person in planned.needs_to,
    )


def _own(connection: Connection, cohort: str, person: str) -> Collection[str | None]:
    """The organisations for which the person coordinates the run."""
    return {one.organisation for one in coordinators(connection, cohort) if one.person == person}


def _guest(guest: Guest, names: Mapping[str, str], brought_by: Mapping[str, Organisation]) -> contract.GatheringGuest:
    organisation = brought_by.get(guest.organisation or "")
    return contract.GatheringGuest(
        Person(guest.person, names.get(guest.person, "")),
        dict(organisation.names) if organisation else {},
        guest.country,
        COMING[guest.answer],
        guest.came,
    )


def _invited_to(connection: Connection, person: str, id: str) -> tuple[Gathering, Appointment]:
    """Raises Refused not_found for who is not invited."""
    found, one = _there(connection, id)
    if not _is_invited(one, person):
        raise Refused("not_found")
    return found, one


def _is_invited(one: Appointment, person: str) -> bool:
    guests = CohortSubject(concerned=tuple(guest.person for guest in one.guests))
    return may(Actor(person), Verb.TAKE_PART, guests)


def holders(connection: Connection, one: Gathering) -> CohortSubject:
    """Who may hold it: who coordinates for the lead, and who leads it. Raises Refused not_found once it is out of the
    plan."""
    return team_of(connection, one.cohort).holders(planned_as(connection, one))


def planned_as(connection: Connection, one: Gathering) -> PlannedDate:
    """Raises Refused not_found once it is out of the plan."""
    planned = _plans(connection, [one.cohort]).get(one.id)
    if planned is None:
        raise Refused("not_found")
    return planned


def _there(connection: Connection, id: str) -> tuple[Gathering, Appointment]:
    """Raises Refused not_found."""
    found, one = gatherings.by_id(connection, id), appointments.by_id(connection, id)
    if found is None or one is None:
        raise Refused("not_found")
    return found, one


# ── the chore of it ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Gatherings:
    """What comes by itself: doors that turn, and guests that follow who takes part."""

    database: Database
    writer: Writer[Any]
    rooms: Rooms
    clock: Clock

    async def look_after(self) -> None:
        now = self.clock()
        if await self.database.read(lambda connection: gatherings.is_due(connection, now)):
            while await self.writer.run(turn_some) == AT_ONCE:
                pass
            while await self.writer.run(guests.follow_some):
                pass
            while await self.writer.run(lambda unit: bring_agenda(unit, self.rooms)):
                pass
        if await self.database.read(lambda connection: gatherings.has_old_needs(connection, now)):
            await self.writer.run(gatherings.forget_old_needs)
