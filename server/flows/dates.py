"""What the people of a room agree on as their date: in the room with all its words, and, in the same transaction, the
time alone where reminders, calendars and the team look.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace as changed
from datetime import date

from msgspec.structs import replace

from server.accounts.service import names_of, readers
from server.contract import dates as contract
from server.contract.commands import Accepted
from server.contract.things import Item
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows import pushing
from server.flows.appointments import guests_of, settle
from server.ids import new_id
from server.post.service import Mail, call_back, enqueue_wanted
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.service import Mentorship
from server.programmes.sight import service as sight
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.reads import item_of, items_of, items_of_rooms, members_of
from server.rooms.service import Rooms
from server.rooms.things.call import CALL
from server.rooms.things.call.contract import Call
from server.rooms.things.dates import DATES
from server.rooms.things.dates.contract import (
    AcceptTime,
    CancelDate,
    CanCome,
    CannotCome,
    DateChanged,
    DropTimes,
    MeetingDate,
    MoveDate,
    PlaceDate,
    ProposeTimes,
    Repeats,
    RunLate,
)
from server.scheduling import series
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import TZ_RELEASE, Appointment, wall_of, zone_names
from server.scheduling.days_off import known_days_off
from server.unit_of_work import UnitOfWork

Arranging = ProposeTimes | AcceptTime | MoveDate | PlaceDate | DropTimes | CancelDate | CannotCome | CanCome | RunLate


def arrange(unit: UnitOfWork, rooms: Rooms, person: str, command: Arranging) -> Accepted:
    """Raises Refused: zone_unknown, and what the rules of dates refuse."""
    if isinstance(command, ProposeTimes) and command.zone not in zone_names():
        raise Refused("zone_unknown")
    accepted, after = rooms.carry_out(unit, RoomCommand(person, command, digest(command)))
    if after is None:
        # What was carried out before has been followed then.
        return accepted
    room = command.room
    if isinstance(command, ProposeTimes):
        _ask(unit, room, person)
        return accepted
    if isinstance(command, RunLate):
        # They may be on their way, without a screen before them.
        pushing.tell(unit, members_of(unit.connection, room) - {person}, "starting")
        return accepted
    item = item_of(unit.connection, room, DATES, command.item)
    assert item is not None
    if isinstance(command, AcceptTime) and item.body.repeats is not None and item.body.series is None:
        _follow(unit, room, _go_on(unit, rooms, room, item), person)
    elif isinstance(command, CancelDate) and command.rest and item.body.series is not None:
        _follow(unit, room, [item, *_cancel_rest(unit, rooms, room, item)], person)
    else:
        _follow(unit, room, [item], person)
    if isinstance(command, MoveDate):
        _ask(unit, room, person)
    elif isinstance(command, AcceptTime | DropTimes | CancelDate):
        # A mail that waits for the morning would ask about what is answered.
        call_back(unit, _asked(room))
        _tell_room(unit, room)
    return accepted


def _ask(unit: UnitOfWork, room: str, person: str) -> None:
    """Times wait for somebody's answer: the others are told on their devices, or by a mail, once for all that waits."""
    _tell_room(unit, room)
    others = members_of(unit.connection, room) - {person}
    told = pushing.tell(unit, others, "meeting")
    values = {"sender": names_of(unit.connection, {person})[person], "link": f"/room/{room}"}
    # Of earlier times nobody needs to hear any more.
    call_back(unit, _asked(room))
    mails = [
        Mail("date_asked", to.email, to.language, to.zone, other, values, _asked(room))
        for other, to in readers(unit.connection, others - told).items()
    ]
    enqueue_wanted(unit, "date_asked", mails)


def _asked(room: str) -> str:
    """What a mail about times that wait tells of."""
    return f"times {room}"


def _tell_room(unit: UnitOfWork, room: str) -> None:
    """Whose move it is has changed, and no time yet."""
    for member in sorted(members_of(unit.connection, room)):
        unit.tell(member, "dates_changed", room)


# ── series ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _go_on(unit: UnitOfWork, rooms: Rooms, room: str, first: Item[MeetingDate]) -> list[Item[MeetingDate]]:
    """All dates of a series whose first one was agreed on, that one too: each is a date of its own from now on."""
    body = first.body
    assert body.at is not None
    assert body.repeats is not None
    found = series.occurrences(_series(unit.connection, room, body, body.at, body.repeats))
    rooms.arrange(unit, room, DateChanged(first.id, series=first.id, day=wall_of(body.at, body.zone).date()))
    for one in found:
        at = int(one.start.timestamp() * 1000)
        if at > body.at:
            rooms.arrange(unit, room, replace(body, at=at, series=first.id, day=one.day, repeats=None, words=""))
    return [item for item in items_of(unit.connection, room, DATES) if item.body.series == first.id]


def _series(connection: Connection, room: str, body: MeetingDate, at: int, repeats: Repeats) -> series.Series:
    wall = wall_of(at, body.zone)
    plain = series.Series(
        zone=body.zone,
        first=wall,
        minutes=body.minutes,
        times=repeats.times,
        every_weeks=repeats.weeks or 1,
        every_months=repeats.months,
        make_up=True,
    )
    if not repeats.skip_holidays:
        return plain
    last = series.occurrences(plain)[-1].day
    # What is skipped is made up for at the end, so the holidays of some time after the last one count too.
    until = date(last.year + 1, 12, 31)
    skipped = _holidays(connection, room, wall.date(), until) - {wall.date()}
    return changed(plain, skipped=skipped)


def _holidays(connection: Connection, room: str, first: date, last: date) -> frozenset[date]:
    one = mentorships.by_room(connection, room)
    if one is None:
        return frozenset()
    countries = {country for _, country in sight.origins_of(connection, one.cohort, one.people).values() if country}
    return frozenset(day for country in sorted(countries) for day in known_days_off(country, first, last))


def _cancel_rest(unit: UnitOfWork, rooms: Rooms, room: str, item: Item[MeetingDate]) -> Iterator[Item[MeetingDate]]:
    """The later ones of its series."""
    at = item.body.at or 0
    for other in items_of(unit.connection, room, DATES):
        if other.body.series == item.body.series and other.body.state != "cancelled" and (other.body.at or 0) > at:
            rooms.arrange(unit, room, DateChanged(other.id, state="cancelled", offers=()))
            after = item_of(unit.connection, room, DATES, other.id)
            assert after is not None
            yield after


# ── what is known outside of the room ─────────────────────────────────────────────────────────────────────────────────


def _follow(unit: UnitOfWork, room: str, items: Collection[Item[MeetingDate]], actor: str | None) -> None:
    one = mentorships.by_room(unit.connection, room)
    members = members_of(unit.connection, room)
    guests = guests_of(unit, None if one is None else one.cohort, members)
    wanted = []
    for item in items:
        before = appointments.of_item(unit.connection, room, item.id)
        if item.body.at is None and before is None:
            continue
        there = tuple(
            changed(guest, answer="DECLINED") if guest.person in item.body.absent else guest for guest in guests
        )
        wanted.append((before, changed(_appointment(room, one, item), guests=there)))
    settle(unit, wanted, actor)


def follow_members(unit: UnitOfWork, room: str) -> None:
    """Who is in a room has changed: they, and nobody else, are invited to what is still to begin there."""
    coming = {
        one.item
        for one in appointments.of_rooms(unit.connection, [room], unit.now)
        if one.item is not None and one.start > unit.now
    }
    if coming:
        _follow(unit, room, [one for one in items_of(unit.connection, room, DATES) if one.id in coming], None)


def _appointment(room: str, one: Mentorship | None, item: Item[MeetingDate]) -> Appointment:
    body = item.body
    assert body.at is not None
    return Appointment(
        id=new_id(),
        kind="meeting",
        start=body.at,
        minutes=body.minutes,
        zone=body.zone,
        wall=wall_of(body.at, body.zone),
        tz_release=TZ_RELEASE,
        place=body.place,
        cohort=None if one is None else one.cohort,
        mentorship=None if one is None else one.id,
        room=room,
        item=item.id,
        state="cancelled" if body.state == "cancelled" else "agreed",
    )


# ── what I see first ──────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str, now: int) -> contract.MyMeetings:
    """Of each of my mentorships that goes on: the next date, and the times that wait for an answer."""
    there = [one for one in mentorships.of_person(connection, person) if one.state in ("active", "paused")]
    rooms = [one.room for one in there]
    dates = items_of_rooms(connection, person, rooms, DATES)
    calls = items_of_rooms(connection, person, rooms, CALL)
    people = {other for one in there for other in one.people} - {person}
    names = names_of(connection, people)
    zones = {other: reader.zone for other, reader in readers(connection, people).items()}
    return contract.MyMeetings(
        tuple(
            contract.RoomMeetings(
                mentorship=one.id,
                room=one.room,
                people=tuple(Person(other, names.get(other, "")) for other in sorted(one.people) if other != person),
                zones={other: zones[other] for other in sorted(one.people) if other in zones},
                call=_call(calls.get(one.room, ())),
                next=_next(dates.get(one.room, ()), now),
                asked=tuple(_shown(item) for item in dates.get(one.room, ()) if _waits(item.body, now)),
            )
            for one in there
        )
    )


def _call(calls: Sequence[Item[Call]]) -> str | None:
    return calls[-1].body.link or None if calls else None


def _next(items: Collection[Item[MeetingDate]], now: int) -> contract.ShownDate | None:
    agreed = [item for item in items if item.body.state == "agreed" and item.body.at is not None]
    coming = [item for item in agreed if _end(item.body) > now]
    return _shown(min(coming, key=lambda item: item.body.at or 0)) if coming else None


def _waits(body: MeetingDate, now: int) -> bool:
    return body.state != "cancelled" and any(at > now for at in body.offers)


def _shown(item: Item[MeetingDate]) -> contract.ShownDate:
    body = item.body
    return contract.ShownDate(
        item=item.id,
        at=body.at,
        minutes=body.minutes,
        place=body.place,
        offers=body.offers,
        asked_by=body.asked_by,
        absent=body.absent,
    )


def _end(body: MeetingDate) -> int:
    return (body.at or 0) + body.minutes * 60_000
