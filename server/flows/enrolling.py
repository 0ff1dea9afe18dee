"""Who takes part in a run: taken in, all or nobody, and invited with that; invited again; taken out. Decided, written
and told in one transaction each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from server.accounts.invitations import Invitations as Inviting
from server.accounts.rules import fold_email
from server.accounts.service import (
    Expected,
    Letter,
    comers,
    end_logins,
    known_by_email,
    names_of,
    person_exists,
    readers,
)
from server.contract.accounts import Invite
from server.contract.commands import Done
from server.contract.programmes import Enrolled, EnrolledPerson, EnrolPeople, NewPart
from server.errors import Refused
from server.flows import circles, gatherings, guests
from server.flows.cohort_pages import Seen, part_view, seen
from server.flows.dates import follow_members
from server.flows.letting_go import let_go
from server.flows.people_lists import Looked, Wanted, look_over
from server.flows.ways_in import may_hold
from server.languages import best_language
from server.matching.profiles import service as profiles
from server.policy import Actor, Verb, may
from server.post.service import Mail, enqueue_all
from server.presence import service as presence
from server.programmes.audit import service as audit
from server.programmes.circles import service as groups
from server.programmes.enrolments import rules
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import rules as founding_rules
from server.programmes.founding import service as founding
from server.programmes.mentorships import service as mentorships
from server.programmes.model import Cohort, Enrolment, EnrolmentRole
from server.programmes.repeats import service as repeats
from server.rooms.reads import rooms_of
from server.rooms.service import Rooms
from server.scheduling.polls import service as polls
from server.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Enrolling:
    """`to_demo`: mail may be written to the demo's people too, since none leaves this machine."""

    rooms: Rooms
    inviting: Inviting
    to_demo: bool

    # ── taking in ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def enrol(self, unit: UnitOfWork, actor: str, cohort: str, wanted: EnrolPeople) -> Enrolled:
        """All of them or nobody. Raises Refused not_found for who may not, command_conflict, cohort_over; and for what
        is wrong with a person its own code, with a line of a list list_has_faults."""
        who = seen(unit.connection, actor, founding.lock_cohort(unit.connection, cohort))
        asked = repeats.digest(wanted, cohort)
        if repeats.made_before(unit, actor, wanted.command_id, asked) is not None:
            return _same_again(unit, who, wanted.people)
        _check_right(who, {one.organisation for one in wanted.people})
        founding_rules.check_not_over(who.cohort.state)
        lines = list(map(_wanted, wanted.people))
        looked = _faultless(look_over(unit.connection, who, lines, unit.now, doubts=False))
        expected = self.inviting.expect(unit, actor, _invitations(unit, who, looked))
        parts = [
            Enrolment(one.person, cohort, cast(EnrolmentRole, line.role), line.organisation)
            for one, line in zip(expected, looked, strict=True)
        ]
        here = [one.person for one in expected if one.here]
        _end_logins(unit, {part.person for part in parts if part.role == "coordinator"} & set(here))
        enrolments.add(unit.connection, parts, unit.now)
        repeats.keep(unit, actor, wanted.command_id, asked, cohort)
        audit.keep_acts(unit, cohort, "enrolled", actor, [(part.person, part.role) for part in parts])
        self._post(unit, who, expected)
        self._changed(unit, who, {part.person for part in parts}, here)
        return _enrolled(unit, who, parts, {one.person: one for one in expected})

    def take_in(self, unit: UnitOfWork, run: Cohort, part: Enrolment, asked_by: str) -> None:
        """Somebody who is here, was asked, and has said yes. `run` is locked. Raises Refused cohort_over,
        already_enrolled, other_side."""
        founding_rules.check_not_over(run.state)
        roles = {one.role for one in enrolments.of_people(unit.connection, run.id, [part.person])}
        if part.role in roles:
            raise Refused("already_enrolled")
        if rules.collides(part.role, roles):
            raise Refused("other_side")
        enrolments.add(unit.connection, [part], unit.now)
        audit.record(unit, run.id, "enrolled", asked_by, part.person, part.role)
        who = Seen(asked_by, run, mentorships.coordinators(unit.connection, run.id), None)
        self._changed(unit, who, {part.person}, [part.person])

    def _post(self, unit: UnitOfWork, who: Seen, expected: Iterable[Expected]) -> None:
        """A way in for who is not here, word of it for who is; one for each person."""
        people = {one.person: one for one in expected}
        letters = [_mail(one.letter) for one in people.values() if one.letter is not None]
        enqueue_all(unit, [*letters, *self._words(unit, who, [one.person for one in people.values() if one.here])])

    def _words(self, unit: UnitOfWork, who: Seen, people: Sequence[str]) -> list[Mail]:
        programme = founding.programmes(unit.connection, [who.cohort.programme])[who.cohort.programme]
        inviter = names_of(unit.connection, [who.actor])[who.actor]
        names = who.cohort.names or programme.names
        return [
            Mail(
                "enrolled",
                reader.email,
                reader.language,
                reader.zone,
                person,
                {"inviter": inviter, "programme": names[best_language(names, reader.language)], "link": "/"},
            )
            for person, reader in readers(unit.connection, people).items()
            if person != who.actor and (self.to_demo or not reader.demo)
        ]

    def _changed(self, unit: UnitOfWork, who: Seen, people: Collection[str], here: Iterable[str]) -> None:
        """Behind a change of who takes part: groups follow, and screens of who is `here` and of the team."""
        if len(people) > circles.AT_ONCE:
            follow_all(unit, who.cohort.id)
        else:
            for person in sorted(people):
                circles.follow(unit, self.rooms, who.cohort.id, person)
        if people:
            guests.expect(unit, who.cohort.id, people)
        for person in (*here, *(one.person for one in who.coordinators)):
            unit.tell(person, "programme_changed", who.cohort.id)

    # ── inviting again, taking out ────────────────────────────────────────────────────────────────────────────────────

    def invite_again(self, unit: UnitOfWork, actor: str, cohort: str, person: str) -> EnrolledPerson:
        """Raises Refused not_found for who may not and for who does not take part, cohort_over, already_here."""
        who = seen(unit.connection, actor, founding.lock_cohort(unit.connection, cohort))
        parts = [one for one in enrolments.of_people(unit.connection, cohort, [person]) if who.brought_in(one)]
        if not parts:
            raise Refused("not_found")
        _check_right(who, {one.organisation for one in parts})
        founding_rules.check_not_over(who.cohort.state)
        there = comers(unit.connection, [person], unit.now)[person]
        if there.arrival in ("here", "gone"):
            raise Refused("already_here")
        # Of what is asked here only the address counts: who is invited keeps what was said of them.
        expected = self.inviting.expect(unit, actor, [Invite(there.name, there.email, "en")])
        audit.record(unit, cohort, "invited_again", actor, person)
        self._post(unit, who, expected)
        self._changed(unit, who, (), ())
        return _enrolled(unit, who, parts[:1], {person: expected[0]}).people[0]

    def end(self, unit: UnitOfWork, actor: str, cohort: str, person: str, role: str) -> Done:
        """Raises Refused not_found for who may not, cohort_over, not_enrolled, last_coordinator, has_mentorship."""
        who = seen(unit.connection, actor, founding.lock_cohort(unit.connection, cohort))
        parts = enrolments.of_people(unit.connection, cohort, [person])
        part = next((one for one in parts if one.role == role), None)
        if part is None and who.leads:
            raise Refused("not_enrolled")
        _check_right(who, {None if part is None else part.organisation})
        assert part is not None
        founding_rules.check_not_over(who.cohort.state)
        rules.check_leaves(
            _leads_left(unit, who, part),
            enrolments.has_open_mentorship(unit.connection, cohort, person, part.role),
        )
        enrolments.remove(unit.connection, cohort, person, part.role)
        audit.record(unit, cohort, "enrolment_ended", actor, person, part.role)
        profiles.remove(unit, cohort, person, part.role)
        self._give_up(unit, who, person)
        if not enrolments.of_people(unit.connection, cohort, [person]):
            gatherings.leave(unit, cohort, person)
            polls.leave(unit, cohort, person)
        if part.role in ("mentee", "mentor"):
            let_go(unit, cohort, [person])
        self._changed(unit, who, {person}, [person])
        self._leave_rooms(unit, who, person)
        return Done()

    def _leave_rooms(self, unit: UnitOfWork, who: Seen, person: str) -> None:
        """Whoever takes part in no run of the programme any more is out of the rooms where they were a guest. What they
        walked through themselves, as a mentor or a mentee, they keep until it is removed."""
        runs = [run.id for run in founding.cohorts_of_programmes(unit.connection, [who.cohort.programme])]
        if any(part.cohort in runs for part in enrolments.of_person(unit.connection, person)):
            return
        walks = {one.room: one for one in mentorships.of_runs(unit.connection, runs) if person not in one.people}
        theirs = sorted(walks.keys() & rooms_of(unit.connection, person))
        self.rooms.lock(unit, theirs)
        for room in theirs:
            if self.rooms.change_members(unit, room, gone=[person])[1]:
                presence.forget(unit, person, room)
                follow_members(unit, room)
                unit.tell(person, "room_left", room)
                audit.record(unit, walks[room].cohort, "member_removed", who.actor, person)

    def _give_up(self, unit: UnitOfWork, who: Seen, person: str) -> None:
        """Whoever was invited to take part in this alone, and has not come, is not expected any more."""
        # A part in another run may be given them meanwhile, which this run's lock does not hold up.
        self.inviting.hold(unit, person)
        there = comers(unit.connection, [person], unit.now)[person]
        waits = there.arrival not in ("here", "gone")
        if waits and _ours(who, there.inviter) and not enrolments.of_person(unit.connection, person):
            self.inviting.give_up(unit, person)


def follow_all(unit: UnitOfWork, cohort: str) -> None:
    """Who came as one of many is brought into the groups soon after, some at a time."""
    if groups.of_run(unit.connection, cohort):
        groups.look_at_everybody(unit.connection, cohort)


# ── who may ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _check_right(who: Seen, organisations: Collection[str | None]) -> None:
    if not may(Actor(who.actor), Verb.ENROL, who.subject(organisations)):
        raise Refused("not_found")


def _leads_left(unit: UnitOfWork, who: Seen, part: Enrolment) -> bool:
    """Whether somebody who has come coordinates the run for the lead without this part."""
    if part.role != "coordinator":
        return True
    leads = {str(person) for person in who.subject(()).leads}
    return part.person not in leads or any(person_exists(unit.connection, one) for one in leads - {part.person})


def _ours(who: Seen, inviter: str | None) -> bool:
    """Whether somebody of this run's team invited them: of others' people nobody here may hold the way in."""
    return inviter is not None and (inviter == who.actor or inviter in {one.person for one in who.coordinators})


def _end_logins(unit: UnitOfWork, coordinate: set[str]) -> None:
    """Of those who coordinate nothing until now: what a login of before opens is not to open more, and a login of who
    coordinates lives shorter."""
    before = enrolments.everywhere(unit.connection, sorted(coordinate))
    for person in sorted(coordinate - {part.person for part in before if part.role == "coordinator"}):
        end_logins(unit, person)


# ── a list ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _wanted(one: NewPart) -> Wanted:
    return Wanted(one.name, one.email, one.role, one.language, one.organisation)


def _faultless(looked: list[Looked]) -> list[Looked]:
    """Raises Refused: of one person their own fault, of several which line it is."""
    for number, one in enumerate(looked, 1):
        if one.findings.faults:
            code = one.findings.faults[0]
            raise Refused(code) if len(looked) == 1 else Refused("list_has_faults", line=number, fault=code)
    return looked


def _invitations(unit: UnitOfWork, who: Seen, looked: Iterable[Looked]) -> list[Invite]:
    """Who is brought in by an organisation most likely lives where it is; they say so themselves when they come."""
    partners = founding.partners(unit.connection, [who.cohort.id]).get(who.cohort.id, {})
    zones = {id: one.zone for id, one in founding.organisations(unit.connection, list(partners)).items()}
    return [
        Invite(one.name, one.email, one.language or "", zones.get(one.organisation or "", who.cohort.home_zone))
        for one in looked
    ]


def _mail(letter: Letter) -> Mail:
    return Mail(letter.template, letter.address, letter.language, letter.zone, letter.person, letter.values)


def _enrolled(unit: UnitOfWork, who: Seen, parts: Sequence[Enrolment], expected: dict[str, Expected]) -> Enrolled:
    """`expected`: whose fresh links there are to be told, to who may give them everything that opens with it."""
    there = comers(unit.connection, {part.person for part in parts}, unit.now)
    ours = {person for person, one in expected.items() if one.link and _ours(who, one.inviter)}
    held = may_hold(unit.connection, who.actor, ours) if ours else ()
    links = {person: expected[person].link for person in held}
    return Enrolled(
        tuple(EnrolledPerson(part_view(part, there[part.person], own=True), links.get(part.person)) for part in parts)
    )


def _same_again(unit: UnitOfWork, who: Seen, people: Sequence[NewPart]) -> Enrolled:
    """Those of the list who still take part, without their links."""
    known = known_by_email(unit.connection, [one.email for one in people])
    ids = {email: one.id for email, one in known.items()}
    parts = enrolments.of_people(unit.connection, who.cohort.id, list(ids.values()))
    there = {(part.person, part.role): part for part in parts if who.brought_in(part)}
    found = (there.get((ids.get(fold_email(one.email), ""), one.role)) for one in people)
    return _enrolled(unit, who, [part for part in found if part is not None], {})
