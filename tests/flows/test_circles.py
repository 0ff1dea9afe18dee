"""Groups of a run on both databases: who is in them follows from who takes part, and nobody is in both sides."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from server.flows import circles
from server.flows.circles import AT_ONCE, BringingIn
from server.programmes.circles.rules import SIDES, seats
from server.programmes.circles.tables import circle_change, circle_member
from server.programmes.model import Enrolment, EnrolmentRole
from server.programmes.service import enrol
from server.programmes.tables import enrolment
from server.rooms.reads import members_of
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork
from tests.flows.office import COLLEAGUE, COORDINATOR, RUN, STRANGER, Killed, Office

MENTORS, MENTEES = {"tadeja", "ines", "blagica", "goran"}, {"djordje", "nika", "zvezda", "xhemile"}
OPEN = f"/cohorts/{RUN}/circles"


async def opened(office: Office, kind: str, by: str = COORDINATOR) -> str:
    found = await office.post(by, OPEN, {"kind": kind})
    assert found["kind"] == kind
    return str(found["room"])


async def people(office: Office, room: str) -> set[str]:
    return set(await office.read(lambda connection: members_of(connection, room)))


async def change(office: Office, person: str, *roles: EnrolmentRole) -> None:
    """The person takes part in the run as these, and as nothing else."""

    def work(unit: UnitOfWork) -> None:
        unit.connection.execute(delete(enrolment).where(enrolment.c.person == person, enrolment.c.cohort_id == RUN))
        for role in roles:
            enrol(unit, Enrolment(person, RUN, role))
        circles.follow(unit, Rooms(), RUN, person)

    await office.unit(work)


async def bring(office: Office) -> None:
    await BringingIn(office.database, office.product.writer, Rooms()).bring_all()


def test_the_two_sides_share_nobody_whatever_parts_people_have() -> None:
    everything: tuple[EnrolmentRole, ...] = ("mentor", "mentee", "coordinator", "facilitator", "safeguarding", "alumna")
    for number in range(2 ** len(everything)):
        parts = [part for place, part in enumerate(everything) if number >> place & 1]
        found = seats(parts)
        assert not found.keys() >= set(SIDES), parts
        assert found.keys() & set(SIDES) <= {f"{part}s" for part in parts}
    assert seats(["safeguarding"]) == {"staff": "guest"}
    assert seats(["coordinator", "mentor"]) == {
        "mentors": "mentor",
        "joint": "coordinator",
        "workshop": "mentor",
        "staff": "coordinator",
    }
    assert seats(["facilitator"]) == {"joint": "facilitator", "workshop": "facilitator", "staff": "facilitator"}


async def test_each_group_has_whom_it_is_for_once(either_office: Office) -> None:
    office = either_office
    rooms = {kind: await opened(office, kind) for kind in ("mentors", "mentees", "joint", "staff", "workshop")}
    team = {COORDINATOR, COLLEAGUE}
    assert await people(office, rooms["mentors"]) == MENTORS
    assert await people(office, rooms["mentees"]) == MENTEES
    assert await people(office, rooms["joint"]) == MENTORS | MENTEES | team | {"aida"}
    assert await people(office, rooms["workshop"]) == MENTORS | MENTEES | {"aida"}
    assert await people(office, rooms["staff"]) == team | {"aida"}
    assert await opened(office, "mentors") == rooms["mentors"]
    for other in (COLLEAGUE, STRANGER, "nika"):
        assert await office.refused(other, "POST", OPEN, {"kind": "joint"}) == "not_found"
    told = await office.told("nika")
    assert (told.count("room_joined"), told.count("room_left")) == (3, 0)
    # Who is in a group is nobody's to change by hand.
    body = {"room": rooms["mentors"], "command_id": office.id(), "person": "nika", "role": "guest"}
    assert (await office.ask(COORDINATOR, "POST", "/rpc/room.add_member", body)).json()["code"] == "not_found"


async def test_who_changes_sides_is_never_in_both(either_office: Office) -> None:
    office = either_office
    mentors, mentees = await opened(office, "mentors"), await opened(office, "mentees")
    await change(office, "nika", "mentor")
    # Out at once; in with the next turn, from then on.
    assert await people(office, mentees) == MENTEES - {"nika"}
    assert await people(office, mentors) == MENTORS
    await bring(office)
    assert await people(office, mentors) == MENTORS | {"nika"}
    await change(office, "nika")
    await bring(office)
    assert await people(office, mentors) == MENTORS

    def both(unit: UnitOfWork) -> None:
        row = {"cohort_id": RUN, "kind": "mentors", "person": "djordje"}
        with pytest.raises(IntegrityError), unit.connection.begin_nested():
            unit.connection.execute(insert(circle_member).values(row))

    await office.unit(both)


async def test_who_leaves_a_group_alone_is_not_brought_back(office: Office) -> None:
    room = await opened(office, "mentees")
    await office.post("nika", "/rpc/room.leave", {"room": room, "command_id": office.id()})
    await change(office, "nika", "mentee")
    await bring(office)
    assert await people(office, room) == MENTEES - {"nika"}


async def test_who_goes_and_who_is_taken_out_lock_the_same_things_in_the_same_order(office: Office) -> None:
    room = await opened(office, "mentees")
    with office.statements() as alone:
        await office.post("nika", "/rpc/room.leave", {"room": room, "command_id": office.id()})
    with office.statements() as taken_out:
        await change(office, "djordje")
    for heard in (alone, taken_out):
        marks = ["room_head" if "room_head" in sql else "circle_member" for sql in heard if MARKED.search(sql)]
        assert marks.index("room_head") < marks.index("circle_member")


MARKED = re.compile(r"FROM room_head h|(UPDATE|DELETE FROM) circle_member")
MANY = 3 * AT_ONCE


def _crowd(unit: UnitOfWork) -> None:
    for number in range(MANY):
        enrol(unit, Enrolment(f"m{number:03}", RUN, "mentee"))


async def test_a_crowd_comes_in_by_parts_and_a_kill_loses_nobody(either_office: Office) -> None:
    office = either_office
    await office.unit(_crowd)
    room = await opened(office, "mentees")
    here = await people(office, room)
    assert 0 < len(here) <= AT_ONCE
    rooms = Rooms()

    def killed(unit: UnitOfWork) -> None:
        assert circles.bring_in(unit, rooms) == AT_ONCE
        raise Killed

    with pytest.raises(Killed):
        await office.unit(killed)
    assert await people(office, room) == here
    await bring(office)
    await bring(office)
    assert await people(office, room) == MENTEES | {f"m{number:03}" for number in range(MANY)}
    assert await office.rows(circle_change) == []
    assert len(await office.rows(circle_member)) == len(MENTEES) + MANY
