"""The use cases of mentorships. Never commits: the writer does. Their rooms are opened and closed by who asks, in the
same unit."""

from __future__ import annotations

from server.errors import Refused
from server.programmes import store as programmes
from server.programmes.mentorships import rules, store
from server.programmes.mentorships.model import Run
from server.programmes.mentorships.rules import PEOPLE_LIMIT as PEOPLE_LIMIT
from server.programmes.mentorships.rules import subject as subject
from server.programmes.mentorships.store import by_id as by_id
from server.programmes.mentorships.store import by_room as by_room
from server.programmes.mentorships.store import candidates as candidates
from server.programmes.mentorships.store import coordinators as coordinators
from server.programmes.mentorships.store import lock_run as lock_run
from server.programmes.mentorships.store import of_person as of_person
from server.programmes.mentorships.store import of_run as of_run
from server.programmes.mentorships.store import of_runs as of_runs
from server.programmes.mentorships.store import run_of as run_of
from server.programmes.mentorships.store import seats_of_run as seats_of_run
from server.programmes.model import Mentorship as Mentorship
from server.programmes.model import MentorshipRole, MentorshipState
from server.unit_of_work import UnitOfWork


def open_mentorship(unit: UnitOfWork, run: Run, new: Mentorship) -> None:
    """`run` is locked. Raises Refused mentorship_incomplete, cohort_over, not_enrolled, has_mentorship."""
    seats = list(new.people.items())
    rules.check_open(seats, store.candidates(unit.connection, run.id, new.people.keys()), run.state)
    programmes.add_mentorship(unit.connection, new)


def check_open(run: Run) -> None:
    """Raises Refused cohort_over."""
    if run.state == "ended":
        raise Refused("cohort_over")


def goes_on(one: Mentorship) -> bool:
    return one.state in rules.GOES_ON


def change_state(unit: UnitOfWork, one: Mentorship, state: MentorshipState) -> bool:
    """Whether anything changed. Raises Refused mentorship_over."""
    if not rules.check_change(one.state, state):
        return False
    store.change_state(unit.connection, one.id, state, unit.now)
    return True


def add_person(unit: UnitOfWork, one: Mentorship, person: str, role: MentorshipRole) -> None:
    """Raises Refused mentorship_over, mentorship_incomplete, not_enrolled, has_mentorship."""
    if not goes_on(one):
        raise Refused("mentorship_over")
    if len(one.people) >= rules.PEOPLE_LIMIT:
        raise Refused("mentorship_incomplete", limit=rules.PEOPLE_LIMIT)
    rules.check_seat(person, role, store.candidates(unit.connection, one.cohort, [person]))
    store.add_people(unit.connection, one.id, [(person, role)])


def remove_person(unit: UnitOfWork, one: Mentorship, person: str) -> None:
    """What is over stays as it was."""
    if person in one.people and goes_on(one):
        store.remove_person(unit.connection, one.id, person)


def step_out(unit: UnitOfWork, one: Mentorship, person: str) -> bool:
    """A person wants no more of it, and nobody asks why. Whether it is over for everybody with that.

    Raises Refused mentorship_over.
    """
    if not goes_on(one):
        raise Refused("mentorship_over")
    if rules.ends_without(one.people, person):
        store.change_state(unit.connection, one.id, "stopped", unit.now)
        return True
    store.remove_person(unit.connection, one.id, person)
    return False
