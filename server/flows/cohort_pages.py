"""A run as its coordinators see it: for the lead all of it, for a partner its own people and what is joint.

Levels L0 to L2 alone: nothing here asks a room for anything. A bounded number of statements, however many people.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from server.accounts.service import Comer, comers
from server.contract import programmes as contract
from server.contract.programmes import CohortCard, CohortPage, Part
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows import organisations
from server.policy import Actor, CohortSubject, Verb, may
from server.programmes.circles import service as circles
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import rules
from server.programmes.founding import service as founding
from server.programmes.founding.rules import Progress
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.model import Coordinator
from server.programmes.mentorships.service import subject
from server.programmes.model import Cohort, Credit, Enrolment, Help, Mentorship, PartnerRole


@dataclass(frozen=True, slots=True)
class Seen:
    """A run, and who looks. `organisation`: of a partner's coordinator, whose own people alone they see; None for the
    lead's."""

    actor: str
    cohort: Cohort
    coordinators: Sequence[Coordinator]
    organisation: str | None

    @property
    def leads(self) -> bool:
        return may(Actor(self.actor), Verb.CHANGE_COHORT, subject(self.coordinators))

    def subject(self, organisations: Collection[str | None]) -> CohortSubject:
        return subject(self.coordinators, organisations)

    def brought_in(self, one: Enrolment) -> bool:
        """Whether this part is one of those that they look after."""
        return self.leads or one.organisation == self.organisation


def seen(connection: Connection, actor: str, cohort: Cohort | None) -> Seen:
    """Raises Refused not_found for who does not coordinate it."""
    if cohort is None:
        raise Refused("not_found")
    coordinators = mentorships.coordinators(connection, cohort.id)
    if not may(Actor(actor), Verb.SEE_COHORT, subject(coordinators)):
        raise Refused("not_found")
    mine = next((one.organisation for one in coordinators if one.person == actor), None)
    return Seen(actor, cohort, coordinators, mine)


def cohort_seen(connection: Connection, actor: str, cohort_id: str) -> Seen:
    """Raises Refused not_found for who does not coordinate it."""
    return seen(connection, actor, founding.cohorts(connection, [cohort_id]).get(cohort_id))


def cohort_page(connection: Connection, actor: str, cohort_id: str, now: int) -> CohortPage:
    """`now`: ms. Raises Refused not_found for who does not coordinate it."""
    return page_of(connection, cohort_seen(connection, actor, cohort_id), now)


def page_of(connection: Connection, who: Seen, now: int) -> CohortPage:
    one = who.cohort
    programme = founding.programmes(connection, [one.programme])[one.programme]
    partners = founding.partners(connection, [one.id]).get(one.id, {})
    credits = founding.credits_of(connection, one.id)
    parts = enrolments.of_cohort(connection, one.id)
    walks = _walks(connection, who, parts)
    shown = _shown_parts(who, parts, walks)
    there = comers(connection, {part.person for part in shown}, now)
    progress = _progress(who, partners, credits, shown, there, walks)
    return CohortPage(
        id=one.id,
        programme=one.programme,
        programme_names=dict(programme.names),
        names=dict(one.names),
        start=one.start,
        end=one.end,
        home_zone=one.home_zone,
        state=one.state,
        least_meetings=one.least_meetings,
        least_gatherings=one.least_gatherings,
        help=help_view(one.help),
        silence_days=one.silence_days,
        first_words=dict(one.first_words),
        version=one.version,
        lead=who.leads,
        organisations=organisations.shown(connection, who.actor, list(partners)),
        partners=tuple(contract.Partner(id, role) for id, role in partners.items()),
        credits=tuple(map(_credit, credits)),
        people=tuple(
            part_view(part, there[part.person], own=who.brought_in(part)) for part in shown if part.person in there
        ),
        mentorships=tuple(mentorship_view(walk, mine=mine) for walk, mine in walks),
        circles=tuple(contract.Circle(*opened) for opened in circles.of_run(connection, one.id)),
        steps=tuple(contract.Step(name, state, left) for name, state, left in rules.steps(progress)),
    )


# ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def card(one: Cohort) -> CohortCard:
    return CohortCard(one.id, dict(one.names), one.start, one.end, one.state)


def help_view(help: Help | None) -> contract.Help | None:
    return None if help is None else contract.Help(help.name, help.phone)


def _credit(one: Credit) -> contract.Credit:
    return contract.Credit(one.funder, dict(one.words), dict(one.disclaimer), one.starts, one.ends)


def part_view(part: Enrolment, comer: Comer, *, own: bool) -> Part:
    """Where an invitation went is told to who looks after the person."""
    waits = own and comer.arrival not in ("here", "gone")
    return Part(
        person=Person(part.person, comer.name),
        role=part.role,
        organisation=part.organisation,
        arrival=comer.arrival,
        email=comer.email if waits else None,
        invited_at=comer.invited_at if waits else None,
    )


def mentorship_view(one: Mentorship, *, mine: bool) -> contract.Mentorship:
    return contract.Mentorship(
        id=one.id,
        room=one.room,
        people=tuple(contract.MentorshipMember(person, role) for person, role in sorted(one.people.items())),
        state=one.state,
        opened_at=one.opened_at,
        since=one.since,
        version=one.version,
        mine=mine,
    )


def _walks(connection: Connection, who: Seen, parts: Sequence[Enrolment]) -> list[tuple[Mentorship, bool]]:
    """The mentorships that they see, each with whether they may change it."""
    brought_by = {(part.person, part.role): part.organisation for part in parts}
    found = []
    for one in mentorships.of_run(connection, who.cohort.id):
        theirs = {brought_by.get(seat) for seat in one.people.items()}
        if who.leads or who.organisation in theirs:
            found.append((one, may(Actor(who.actor), Verb.PAIR, who.subject(theirs))))
    return found


def _shown_parts(who: Seen, parts: Sequence[Enrolment], walks: Sequence[tuple[Mentorship, bool]]) -> list[Enrolment]:
    """Their own people, and those whom these walk with: a mentorship with somebody without a name says nothing."""
    beside = {seat for one, _ in walks for seat in one.people.items()}
    return [part for part in parts if who.brought_in(part) or (part.person, part.role) in beside]


def _progress(
    who: Seen,
    partners: Mapping[str, PartnerRole],
    credits: Sequence[Credit],
    parts: Sequence[Enrolment],
    there: Mapping[str, Comer],
    walks: Sequence[tuple[Mentorship, bool]],
) -> Progress:
    working = {id for id, role in partners.items() if role in ("lead", "partner")}
    own = [part for part in parts if who.brought_in(part)]
    mentees = {part.person for part in own if part.role == "mentee"}
    walking = {
        person for one, _ in walks if one.state in ("active", "paused") for person, role in one.people.items()
        if role == "mentee"
    }  # fmt: skip
    arrivals = [there[person].arrival for person in {part.person for part in own} if person in there]
    return Progress(
        teamless=len(working - {one.organisation for one in who.coordinators}),
        has_help=who.cohort.help is not None,
        has_credits=bool(credits),
        mentors=sum(part.role == "mentor" for part in own),
        mentees=len(mentees),
        waiting=sum(arrival not in ("here", "gone") for arrival in arrivals),
        roomless=len(mentees - walking),
        state=who.cohort.state,
    )
