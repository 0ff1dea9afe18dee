"""Loads the demo programme through the same rules that hold live: only the clock is another one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from zoneinfo import ZoneInfo

from server.accounts.model import NewPerson
from server.accounts.passwords import Passwords
from server.accounts.service import add_people, names_of, people_exist
from server.clock import Clock, system_clock
from server.contract.calendar import DateFor, DateKind, PlannedDate, SetCalendar
from server.contract.commands import EditMessage, MarkRead, PostMessage, SaveDraft, WithdrawMessage
from server.contract.entries import FoundingMember
from server.database import Connection, Database, metadata
from server.flows.dates import arrange
from server.flows.demo import next_year
from server.flows.demo.script import (
    DemoPerson,
    Edit,
    Gathering,
    Line,
    Met,
    Moment,
    Proposed,
    Room,
    Script,
    Talk,
    Wanted,
    read_script,
)
from server.flows.meetings import record
from server.ids import spell, uuid7
from server.installation import begin_new_epoch
from server.post.service import call_back
from server.programmes.calendar.service import RunDates, plan
from server.programmes.model import Cohort, Credit, Enrolment, Help, Organisation, Programme
from server.programmes.service import (
    add_cohort,
    add_organisation,
    add_programme,
    enrol,
    open_mentorship,
    set_credits,
)
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms, open_room
from server.rooms.things.agenda.contract import AddPoint
from server.rooms.things.dates.contract import AcceptTime, ProposeTimes
from server.rooms.things.meeting.contract import CloseMeeting, HoldMeeting
from server.scheduling.appointments.service import of_rooms
from server.unit_of_work import UnitOfWork

DEMO_PASSWORD = "atelje-demo"  # noqa: S105 (printed at start; good on loopback only)

GATHERINGS: Mapping[str, tuple[DateKind, DateFor]] = {
    "joint_live": ("kick_off", "all"),
    "joint_online": ("midterm", "all"),
    "circle_mentors": ("consultation", "mentors"),
    "circle_mentees": ("consultation", "mentees"),
}
"""What the common dates of the data file are in a run's calendar."""

NOWHERE = -1

Progress = Callable[[int, int], None]
"""Called with (done, of) while the rooms fill."""


class DemoExists(Exception):
    """The database holds people already; their words may not be thrown away unasked."""

    def __init__(self) -> None:
        super().__init__("There is data already. With --replace it is thrown away and the demo programme put in.")


def has_data(connection: Connection) -> bool:
    """Whether anybody is here. Everything else in the database comes from people."""
    return people_exist(connection)


def demo_people(connection: Connection) -> list[DemoPerson]:
    """Whom one can sign in as: the people of each room beside each other, then the team. Empty without the demo."""
    people = read_script().people
    here = names_of(connection, people.keys())
    return [person for person in people.values() if person.key in here]


async def load_demo(
    database: Database,
    passwords: Passwords,
    *,
    today: date | None = None,
    replace: bool = False,
    progress: Progress = lambda _done, _of: None,
    clock: Clock = system_clock,
) -> str:
    """Puts the demo programme into a database that nobody else is writing, in one transaction; `today` becomes the
    day that it shows. Gives what was done, in words.

    Raises DemoExists when somebody is here already, unless `replace` is asked for.
    """
    script = read_script()
    if today is None:
        today = datetime.fromtimestamp(clock() / 1000, ZoneInfo(script.programme.cohort.home_zone)).date()
    # One hash for all: they share the password, and a hash each would take seconds.
    password_hash = await passwords.hash(DEMO_PASSWORD)
    loading = _Loading(script, today, password_hash, progress)
    return await database.write_once(partial(_load, loading=loading, replace=replace))


def _load(connection: Connection, *, loading: _Loading, replace: bool) -> str:
    replacing = has_data(connection)
    if replacing and not replace:
        raise DemoExists
    # Also where nobody is: a set-up link that was made before must not open a house full of people.
    gone = _empty(connection)
    if not replacing:
        return loading.run(connection)
    # Offsets are given anew, to other words: the logs begin a new life.
    begin_new_epoch(connection)
    return f"Thrown away: {gone}. {loading.run(connection)}"


def _empty(connection: Connection) -> str:
    """Everything but what the database knows about itself. Says what was thrown away."""
    gone = {
        table.name: connection.execute(table.delete()).rowcount
        for table in reversed(metadata.sorted_tables)
        if table.name != "installation"
    }
    return f"{gone['person']} people, {gone['room']} rooms, {gone['message']} messages"


@dataclass(frozen=True, slots=True)
class _Act:
    """Something that a person does to a message: `what` is the line (say it), an edit, or None (take it back). What
    they do beside the talk has no place in it."""

    at: int
    place: int
    what: Line | Edit | Met | Wanted | Proposed | None


@dataclass(slots=True)
class _Loading:
    script: Script
    today: date
    password_hash: str
    progress: Progress
    rooms: Rooms = field(default_factory=Rooms)
    ids: count[int] = field(default_factory=count)

    def run(self, connection: Connection) -> str:
        programme = self.script.programme
        enrolled = UnitOfWork(connection, self._at_home(programme.cohort.enrolled))
        self._enrol_all(enrolled)
        next_year.say_profiles(enrolled, self.script)
        next_year.begin(connection, self.script, self.today, self.password_hash)
        acts = [self._acts(talk) for talk in self.script.talks]
        step = partial(self._step, count(1), sum(map(len, acts)))
        for room, talk, theirs in zip(programme.rooms, self.script.talks, acts, strict=True):
            self._open(connection, room)
            self._replay(connection, talk, theirs, step)
            self._leave_unread(connection, room, talk)
        said = sum(len(talk.talk) for talk in self.script.talks)
        return f"The demo programme is in: {len(programme.people)} people, {len(acts)} rooms, {said} messages."

    def _step(self, done: count[int], of: int) -> None:
        self.progress(next(done), of)

    def _at_home(self, moment: Moment) -> int:
        return moment.in_zone(self.script.programme.cohort.home_zone, self.today)

    def _at(self, moment: Moment, person: str) -> int:
        return moment.in_zone(self.script.people[person].zone, self.today)

    def _command_id(self, at: int) -> str:
        return spell(uuid7(at, next(self.ids)))

    # The programme and its people.

    def _enrol_all(self, unit: UnitOfWork) -> None:
        programme, cohort = self.script.programme, self.script.programme.cohort
        for one in programme.organisations:
            add_organisation(unit, Organisation(one.key, one.names, one.town, one.country, one.zone))
        offer = programme.programme
        add_programme(unit, Programme(offer.key, offer.names, offer.lead))
        start = cohort.start + (self.today - programme.today)
        least = (cohort.least_meetings, cohort.least_gatherings)
        end = start + timedelta(weeks=cohort.weeks, days=-1)
        run = Cohort(
            cohort.key,
            offer.key,
            start,
            end,
            cohort.home_zone,
            *least,
            help=Help(cohort.help.name, cohort.help.phone),
            silence_days=cohort.silence_days,
            first_words=cohort.first_words,
        )
        add_cohort(unit, run, {one.key: one.role for one in programme.organisations})
        credits = [Credit(one.funder, one.words, one.disclaimer) for one in cohort.credits]
        set_credits(unit, cohort.key, credits)
        dates = SetCalendar(1, tuple(self._planned(one) for one in cohort.calendar))
        plan(unit, RunDates(cohort.key, offer.names, start, end, cohort.home_zone, 1, ()), dates)
        add_people(unit, [self._person(person) for person in programme.people])
        for person in programme.people:
            enrol(unit, Enrolment(person.key, cohort.key, person.role, person.organisation))

    def _planned(self, one: Gathering) -> PlannedDate:
        kind, whom = GATHERINGS[one.kind]
        moved = self.today - self.script.programme.today
        if one.local is not None:
            return PlannedDate(kind, whom, one.local.date() + moved, one.local.strftime("%H:%M"))
        assert one.start is not None
        return PlannedDate("closing" if one.key == "closing" else kind, whom, one.start + moved)

    def _person(self, person: DemoPerson) -> NewPerson:
        return NewPerson(
            id=person.key,
            name=person.name,
            email=person.email,
            language=person.ui,
            zone=person.zone,
            password_hash=self.password_hash,
            demo=True,
        )

    # The rooms and what was said in them.

    def _open(self, connection: Connection, room: Room) -> None:
        cohort = self.script.programme.cohort
        unit = UnitOfWork(connection, self._at_home(cohort.opened))
        founders = [FoundingMember(person, role) for person, role in room.people.items()]
        open_mentorship(unit, room.key, cohort.key, room.key, room.people)
        open_room(unit, room.key, room.kind, founders, self._command_id(unit.now))

    def _acts(self, talk: Talk) -> list[_Act]:
        acts = []
        for place, line in enumerate(talk.talk):
            acts.append(_Act(self._at(line, line.by), place, line))
            acts += [_Act(self._at(edit, line.by), place, edit) for edit in line.edits]
            if line.withdrawn:
                acts.append(_Act(self._at(line.withdrawn, line.by), place, None))
        beside: tuple[Met | Wanted | Proposed, ...] = (*talk.meetings, *talk.agenda, *talk.dates)
        acts += [_Act(self._at(one, one.by), NOWHERE, one) for one in beside]
        # Stable: what was said within one minute stays in the order of the file.
        return sorted(acts, key=lambda act: act.at)

    def _replay(self, connection: Connection, talk: Talk, acts: list[_Act], step: Callable[[], None]) -> None:
        offsets: dict[int, int] = {}
        places = {line.key: place for place, line in enumerate(talk.talk) if line.key}
        for act in acts:
            unit = UnitOfWork(connection, act.at)
            if isinstance(act.what, Met | Wanted | Proposed):
                self._stand_beside(unit, talk.room, act.what)
                step()
                continue
            line = talk.talk[act.place]
            command = self._command(talk.room, act, offsets, places)
            accepted = self.rooms.execute(unit, RoomCommand(line.by, command, digest(command)))
            if accepted.offset is not None:
                offsets.setdefault(act.place, accepted.offset)
            step()

    def _stand_beside(self, unit: UnitOfWork, room: str, what: Met | Wanted | Proposed) -> None:
        if isinstance(what, Proposed):
            self._propose(unit, room, what)
            return
        if isinstance(what, Wanted):
            point = AddPoint(room, self._command_id(unit.now), what.title, what.minutes, what.by)
            self.rooms.execute(unit, RoomCommand(what.by, point, digest(point)))
            return
        day = self.today + timedelta(days=what.day)
        held = HoldMeeting(room, self._command_id(unit.now), day, what.minutes, what.manner)
        meeting = record(unit, self.rooms, what.by, held).offset
        assert meeting is not None
        close = CloseMeeting(room, self._command_id(unit.now), meeting)
        self.rooms.execute(unit, RoomCommand(what.by, close, digest(close)))

    def _propose(self, unit: UnitOfWork, room: str, what: Proposed) -> None:
        zone = self.script.people[what.by].zone
        starts = tuple(start.in_zone(zone, self.today) for start in what.starts)
        times = ProposeTimes(room, self._command_id(unit.now), starts, what.minutes, zone, words=what.words)
        item = arrange(unit, self.rooms, what.by, times).offset
        assert item is not None
        if what.agreed is not None:
            then = UnitOfWork(unit.connection, self._at(what.agreed, what.agreed.by))
            accepted = AcceptTime(room, self._command_id(then.now), item, starts[0])
            arrange(then, self.rooms, what.agreed.by, accepted)
        # What was mailed then was read long ago.
        for about in (f"times {room}", *(one.id for one in of_rooms(unit.connection, [room], 0))):
            call_back(unit, about)

    def _command(
        self, room: str, act: _Act, offsets: dict[int, int], places: dict[str, int]
    ) -> PostMessage | EditMessage | WithdrawMessage:
        command_id = self._command_id(act.at)
        match act.what:
            case Line(text=text, reply_to=None):
                return PostMessage(room, command_id, text)
            case Line(text=text, reply_to=str(key)):
                return PostMessage(room, command_id, text, offsets[places[key]])
            case Edit(text=text):
                return EditMessage(room, command_id, offsets[act.place], text)
            case _:
                return WithdrawMessage(room, command_id, offsets[act.place])

    def _leave_unread(self, connection: Connection, room: Room, talk: Talk) -> None:
        last = talk.talk[-1]
        unit = UnitOfWork(connection, self._at(last, last.by))
        for person in room.people:
            number = len(talk.talk) - talk.unread.get(person, 0)
            self.rooms.mark_read(unit, person, MarkRead(room.key, number))
        for person, draft in talk.drafts.items():
            begun = UnitOfWork(connection, self._at(draft, person))
            self.rooms.save_draft(begun, person, SaveDraft(room.key, draft.text))
