"""The use cases of proposals. Never commits: the writer does. Who is told, and the room that comes of it, are the
flow's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from server.database import Connection
from server.errors import Refused
from server.ids import new_id
from server.matching.proposals import rules, store
from server.matching.proposals.model import Asked as Asked
from server.matching.proposals.model import Order, Says, Seat, Why
from server.matching.proposals.model import Proposal as Proposal
from server.matching.proposals.model import Question as Question
from server.matching.proposals.model import ReasonClass as ReasonClass
from server.matching.proposals.rules import ASKING as ASKING
from server.matching.proposals.rules import DAYS as DAYS
from server.matching.proposals.rules import QUESTION as QUESTION
from server.matching.proposals.rules import fresh as fresh
from server.matching.proposals.rules import is_open as is_open
from server.matching.proposals.rules import is_shown as is_shown
from server.matching.proposals.rules import of as of
from server.matching.proposals.rules import reasons_for as reasons_for
from server.matching.proposals.rules import team_owes as team_owes
from server.matching.proposals.rules import waited_for as waited_for
from server.matching.proposals.store import due as due
from server.matching.proposals.store import find as find
from server.matching.proposals.store import forget as forget
from server.matching.proposals.store import of_cohort as of_cohort
from server.matching.proposals.store import of_person as of_person
from server.matching.proposals.store import open_of as open_of
from server.matching.proposals.store import questions_of as questions_of
from server.matching.proposals.store import seats_of as seats_of
from server.unit_of_work import UnitOfWork


def make(
    unit: UnitOfWork,
    cohort: str,
    round: str | None,
    people: Sequence[Seat],
    reasons: Why,
    *,
    made_by: str,
    order: Order = "mentor_first",
    days: int = DAYS,
) -> Proposal:
    """The run is locked. A mentee is asked about one at a time: there is no second choice to be seen.

    Raises Refused mentorship_incomplete, days_unlikely, already_proposed.
    """
    one = rules.new(new_id(), cohort, round, made_by, unit.now, people, reasons, order, days)
    mentees = {person for person, role in people if role == "mentee"}
    for other in store.open_of(unit.connection, cohort, mentees):
        if any(each.person in mentees and each.role == "mentee" for each in other.people):
            raise Refused("already_proposed")
    store.add(unit.connection, one)
    return one


def say(unit: UnitOfWork, one: Proposal, person: str, says: Says, reason: ReasonClass | None) -> Proposal:
    """Of the last yes the caller opens what it is about, in the same unit, and keeps that by `became`.

    Raises Refused not_found, proposal_over.
    """
    return _put(unit, one, rules.say(one, person, says, reason, unit.now))


def became(unit: UnitOfWork, one: Proposal, mentorship: str) -> Proposal:
    return _put(unit, one, replace(one, mentorship=mentorship))


def withdraw(unit: UnitOfWork, one: Proposal) -> Proposal:
    """The last yes came, and it cannot be any more: over, as if it had been taken back."""
    return _put(unit, one, replace(one, state="taken_back"))


def take_back(unit: UnitOfWork, one: Proposal) -> Proposal:
    """Raises Refused proposal_over."""
    return _put(unit, one, rules.take_back(one, unit.now))


def lapse(unit: UnitOfWork, one: Proposal) -> Proposal:
    """What time alone brings."""
    return _put(unit, one, rules.lapse(one, unit.now, store.questions_of(unit.connection, [one.id])))


def ask(unit: UnitOfWork, one: Proposal, person: str, by: str, text: str) -> Proposal:
    """A line more in a person's thread, of theirs or of the team's. Raises Refused proposal_over, thread_full."""
    if not rules.is_open(one):
        raise Refused("proposal_over")
    lines = [line for line in store.questions_of(unit.connection, [one.id]) if line.person == person]
    if len(lines) >= rules.QUESTIONS:
        raise Refused("thread_full", limit=rules.QUESTIONS)
    store.add_question(unit.connection, Question(new_id(), one.id, person, by, unit.now, text))
    return one if by == person else _put(unit, one, rules.answered(one, unit.now))


def open_questions(connection: Connection, cohort: str) -> list[tuple[str, str]]:
    """Proposals that are open, each with a person in it whom the team owes an answer."""
    going = store.open_in(connection, cohort)
    lines = store.questions_of(connection, [one.id for one in going]) if going else []
    return [
        (one.id, each.person)
        for one in going
        for each in one.people
        if each.person in rules.team_owes(line for line in lines if line.proposal == one.id)
    ]


def let_go(unit: UnitOfWork, cohort: str, people: Collection[str], but: str | None = None) -> list[Proposal]:
    """Those that can come to nothing any more, as these people take no part, or walk with others now: taken back.
    `but`: the one that it came of."""
    return [take_back(unit, one) for one in store.open_of(unit.connection, cohort, people) if one.id != but]


def _put(unit: UnitOfWork, before: Proposal, after: Proposal) -> Proposal:
    """Raises Refused unavailable where somebody else has changed it, though the run was locked."""
    if after == before:
        return before
    after = replace(after, version=before.version + 1)
    if not store.put(unit.connection, after):
        raise Refused("unavailable")
    return after
