"""Rooms from people: a mentorship and its room are opened, changed and ended as one, and told to whom it concerns.

Nothing here reads what is said in a room, and the team learns of a stop that it was, never whose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from server.accounts.service import Reader, readers
from server.contract import programmes as contract
from server.contract.commands import AddMember, Done, Kind
from server.contract.entries import FoundingMember
from server.contract.programmes import AddMentor, OpenMentorship, SetMentorshipState
from server.errors import Refused
from server.flows.cohort_pages import mentorship_view
from server.flows.dates import follow_members
from server.flows.letting_go import let_go
from server.flows.stopping import close_room, step_out, tell
from server.ids import new_id
from server.languages import best_language
from server.policy import Actor, CohortSubject, Verb, may
from server.post.service import Mail, enqueue
from server.programmes.audit import service as audit
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.model import Run
from server.programmes.mentorships.service import subject
from server.programmes.model import Mentorship, MentorshipRole
from server.programmes.repeats import service as repeats
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import NewRoom, Rooms, open_rooms
from server.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Pairing:
    """`to_demo`: mail may be written to the demo's people too, since none leaves this machine."""

    rooms: Rooms
    to_demo: bool

    # ── opening ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def open(self, unit: UnitOfWork, actor: str, cohort: str, wanted: OpenMentorship) -> contract.Mentorship:
        """Raises Refused not_found for who may not, mentorship_incomplete, cohort_over, not_enrolled, has_mentorship,
        command_conflict."""
        run = _seen_run(unit, actor, cohort)
        asked = repeats.digest(wanted, cohort)
        made = repeats.made_before(unit, actor, wanted.command_id, asked)
        if made is not None:
            return _same_again(unit, actor, made)
        people = [member.person for member in wanted.people]
        found = mentorships.candidates(unit.connection, cohort, people)
        organisations = {found.enrolled.get((one.person, one.role)) for one in wanted.people}
        if not _may_pair(unit, actor, cohort, organisations):
            raise Refused("not_found")
        if len(set(people)) < len(people):
            raise Refused("mentorship_incomplete", limit=mentorships.PEOPLE_LIMIT)
        new = self.open_for(unit, actor, run, {one.person: one.role for one in wanted.people}, wanted.command_id)
        repeats.keep(unit, actor, wanted.command_id, asked, new.id)
        return mentorship_view(new, mine=True)

    def open_for(
        self, unit: UnitOfWork, actor: str, run: Run, seats: Mapping[str, MentorshipRole], command_id: str
    ) -> Mentorship:
        """With its room, whose first entry has this id; whether `actor` may is decided, and `run` locked. What these
        people are asked about besides comes to nothing.

        Raises Refused mentorship_incomplete, cohort_over, not_enrolled, has_mentorship.
        """
        new = Mentorship(new_id(), run.id, new_id(), dict(seats), unit.now, since=unit.now)
        mentorships.open_mentorship(unit, run, new)
        self._open_room(unit, run, new, command_id)
        audit.keep_acts(unit, run.id, "mentorship_opened", actor, tuple(seats.items()))
        let_go(unit, run.id, [person for person, role in seats.items() if role == "mentee"])
        tell(unit, new)
        return new

    def _open_room(self, unit: UnitOfWork, run: Run, new: Mentorship, command_id: str) -> None:
        founders = tuple(FoundingMember(person, role) for person, role in new.people.items())
        kind: Kind = "pair" if len(founders) == 2 else "team"
        open_rooms(unit, [NewRoom(new.room, kind, founders, command_id, run.first_words)])
        for person in new.people:
            unit.tell(person, "room_joined", new.room)
        self._welcome(unit, run, new, new.people)

    def _welcome(self, unit: UnitOfWork, run: Run, one: Mentorship, people: Iterable[str]) -> None:
        """To those who have come already; who has not finds the room on the day they do."""
        there = readers(unit.connection, one.people.keys())
        for person in people:
            reader = there.get(person)
            if reader is not None and (self.to_demo or not reader.demo):
                others = ", ".join(there[other].name for other in one.people if other != person and other in there)
                enqueue(unit, _welcome_mail(run, one, person, reader, others))

    # ── changing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def set_state(
        self, unit: UnitOfWork, actor: str, mentorship: str, wanted: SetMentorshipState
    ) -> contract.Mentorship:
        """Raises Refused not_found for who may not, mentorship_over, cohort_over, changed_meanwhile."""
        run, one = _theirs(unit, actor, mentorship)
        if one.state == wanted.state:
            return mentorship_view(one, mine=True)
        _check_version(one, wanted.version)
        mentorships.check_open(run)
        mentorships.change_state(unit, one, wanted.state)
        if wanted.state == "ended":
            close_room(unit, self.rooms, one, "ended")
        acts = tuple((person, wanted.state) for person in one.people)
        audit.keep_acts(unit, one.cohort, "mentorship_changed", actor, acts)
        tell(unit, one)
        return _now(unit, one)

    def add_mentor(self, unit: UnitOfWork, actor: str, mentorship: str, wanted: AddMentor) -> contract.Mentorship:
        """Raises Refused not_found for who may not, changed_meanwhile, mentorship_over, not_enrolled, already_member,
        command_conflict."""
        run, one = _theirs(unit, actor, mentorship)
        if not _may_seat(unit, actor, one, wanted.person):
            raise Refused("not_found")
        command = AddMember(one.room, wanted.command_id, wanted.person, "mentor")
        asked = RoomCommand(actor, command, digest(command), (actor,))
        try:
            _accepted, after = self.rooms.carry_out(unit, asked)
        except Refused as refused:
            raise Refused("mentorship_over") if refused.code == "room_closed" else refused from None
        if after is None:
            return mentorship_view(one, mine=True)
        # Behind it, as a no takes back the whole unit: who asks again gets the answer of then.
        _check_version(one, wanted.version)
        mentorships.check_open(run)
        mentorships.add_person(unit, one, wanted.person, "mentor")
        follow_members(unit, one.room)
        unit.tell(wanted.person, "room_joined", one.room)
        audit.record(unit, one.cohort, "mentor_added", actor, wanted.person, "mentor")
        grown = mentorships.by_id(unit.connection, one.id)
        assert grown is not None
        self._welcome(unit, run, grown, [wanted.person])
        tell(unit, grown)
        return mentorship_view(grown, mine=True)

    def stop(self, unit: UnitOfWork, actor: str, mentorship: str) -> Done:
        """By one of its people, alone and at once. Raises Refused not_found, mentorship_over; who has stopped it
        already is told that it is done."""
        one = mentorships.by_id(unit.connection, mentorship)
        if one is None or not may(Actor(actor), Verb.STOP, CohortSubject(concerned=tuple(one.people))):
            raise Refused("not_found")
        mentorships.lock_run(unit.connection, one.cohort)
        one = mentorships.by_id(unit.connection, mentorship)
        assert one is not None
        if one.state != "stopped":
            step_out(unit, self.rooms, one, actor)
        return Done()


# ── who may, and who is told ──────────────────────────────────────────────────────────────────────────────────────────


def _seen_run(unit: UnitOfWork, actor: str, cohort: str) -> Run:
    """Locked until the commit. Raises Refused not_found for who does not coordinate it."""
    run = mentorships.lock_run(unit.connection, cohort)
    seen = run is not None and may(
        Actor(actor), Verb.SEE_COHORT, subject(mentorships.coordinators(unit.connection, cohort))
    )
    if run is None or not seen:
        raise Refused("not_found")
    return run


def _may_pair(unit: UnitOfWork, actor: str, cohort: str, organisations: Collection[str | None]) -> bool:
    there = mentorships.coordinators(unit.connection, cohort)
    return may(Actor(actor), Verb.PAIR, subject(there, organisations))


def _theirs(unit: UnitOfWork, actor: str, mentorship: str) -> tuple[Run, Mentorship]:
    """A mentorship that the actor may change, with its run, which is locked. Raises Refused not_found."""
    first = mentorships.by_id(unit.connection, mentorship)
    run = None if first is None else mentorships.lock_run(unit.connection, first.cohort)
    # Anew, behind the lock.
    one = mentorships.by_id(unit.connection, mentorship)
    if run is None or one is None or not _may_change(unit, actor, one):
        raise Refused("not_found")
    return run, one


def _may_change(unit: UnitOfWork, actor: str, one: Mentorship) -> bool:
    return _may_pair(unit, actor, one.cohort, _organisations(unit, one))


def _organisations(unit: UnitOfWork, one: Mentorship) -> set[str | None]:
    enrolled = mentorships.candidates(unit.connection, one.cohort, one.people.keys()).enrolled
    return {enrolled.get(seat) for seat in one.people.items()}


def _may_seat(unit: UnitOfWork, actor: str, one: Mentorship, person: str) -> bool:
    enrolled = mentorships.candidates(unit.connection, one.cohort, [person]).enrolled
    brought_by = {organisation for (_, role), organisation in enrolled.items() if role == "mentor"} or {None}
    return _may_pair(unit, actor, one.cohort, brought_by)


# ── answers and mails ─────────────────────────────────────────────────────────────────────────────────────────────────


def _same_again(unit: UnitOfWork, actor: str, id: str) -> contract.Mentorship:
    made = mentorships.by_id(unit.connection, id)
    assert made is not None
    return mentorship_view(made, mine=_may_change(unit, actor, made))


def _check_version(one: Mentorship, seen: int) -> None:
    """Raises Refused changed_meanwhile, with what is there now."""
    if one.version != seen:
        raise Refused("changed_meanwhile", now=mentorship_view(one, mine=True))


def _now(unit: UnitOfWork, one: Mentorship) -> contract.Mentorship:
    changed = mentorships.by_id(unit.connection, one.id)
    assert changed is not None
    return mentorship_view(changed, mine=True)


def _welcome_mail(run: Run, one: Mentorship, person: str, reader: Reader, others: str) -> Mail:
    programme = run.programme_names[best_language(run.programme_names, reader.language)]
    values = {"programme": programme, "people": others, "link": f"/room/{one.room}"}
    return Mail("welcome", reader.email, reader.language, reader.zone, person, values)
