"""The table of rights. No role reads a room: only membership of it does, and no rule here says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from msgspec import Struct


class Verb(StrEnum):
    READ = "room.read"
    POST = "room.post"
    EDIT = "room.edit"
    WITHDRAW = "room.withdraw"
    REACT = "room.react"
    LEAVE = "room.leave"
    OPEN_PAST = "room.open_past"
    SHARE = "room.share"
    DRAFT = "room.draft"
    MARK_READ = "room.mark_read"
    SHOW_PRESENCE = "room.show_presence"
    SEE_PRESENCE = "room.presence"
    SHOW_TYPING = "room.typing"
    REPORT = "room.report"
    FACILITATE = "room.facilitate"
    MANAGE = "room.manage"
    INVITE = "person.invite"
    FOUND = "programme.found"
    RUN = "programme.run"
    ADD_ORGANISATION = "organisation.add"
    CHANGE_ORGANISATION = "organisation.change"
    SEE_COHORT = "cohort.see"
    CHANGE_COHORT = "cohort.change"
    ENROL = "cohort.enrol"
    PAIR = "cohort.pair"
    STOP = "mentorship.stop"
    ANNOUNCE = "bulletin.announce"
    READ_BULLETIN = "bulletin.read"
    HEAR_ANSWERS = "bulletin.hear_answers"
    TAKE_PART = "cohort.take_part"
    SHOW_LIFE = "mentorship.show_life"
    ANSWER_TALK = "talk.answer"
    TAKE_BACK_TALK = "talk.take_back"
    SUPPORT = "mentee.support"
    READ_REPORT = "report.read"
    SEE_GATHERING = "gathering.see"
    HOLD_GATHERING = "gathering.hold"
    READ_NEEDS = "gathering.read_needs"
    ANSWER_PROPOSAL = "proposal.answer"
    ANSWER_QUESTION = "proposal.answer_question"
    REVIEW = "application.review"
    SELECT = "application.select"


class Actor(Struct, frozen=True, gc=False):
    """The person behind a command."""

    person: str


class RoomSubject(Struct, frozen=True, gc=False):
    """What a right in a room depends on. `managers`: who runs the programme that the room belongs to."""

    members: Collection[str]
    managers: Collection[str] = ()
    author: str | None = None
    """Of the message that the command is about."""
    shown: Collection[str] = ()
    """Who shows there that they are here, or that they write."""
    leads: Collection[str] = ()
    """Who leads the group; in the room of a mentorship nobody does."""


@dataclass(frozen=True, slots=True)
class HouseSubject:
    """What a right on the server as a whole depends on. `keepers`: who set it up; `leads`: who runs a programme."""

    keepers: Collection[str] = ()
    leads: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class CohortSubject:
    """What a right in a run of a programme depends on. `leads` coordinate it for the organisation that leads it,
    `partners` for another one; `own` for every organisation whose people the act is about; `concerned` are the people
    whom it is about themselves."""

    leads: Collection[str] = ()
    partners: Collection[str] = ()
    own: Collection[str] = ()
    concerned: Collection[str] = ()


Subject = RoomSubject | HouseSubject | CohortSubject


def _member(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members


def _author(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members and actor.person == room.author


def _shown(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members and actor.person in room.shown


def _leads_it(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.members and actor.person in room.leads


def _runs_its_programme(actor: Actor, room: RoomSubject) -> bool:
    return actor.person in room.managers


RULES: dict[Verb, Callable[[Actor, RoomSubject], bool]] = {
    Verb.READ: _member,
    Verb.POST: _member,
    Verb.EDIT: _author,
    Verb.WITHDRAW: _author,
    Verb.REACT: _member,
    Verb.LEAVE: _member,
    Verb.OPEN_PAST: _member,
    # Whatever the members keep together beside the talk: each may add to it, change it, take away.
    Verb.SHARE: _member,
    Verb.DRAFT: _member,
    Verb.MARK_READ: _member,
    Verb.SHOW_PRESENCE: _member,
    # Alone, and nobody there hears of it.
    Verb.REPORT: _member,
    # Seeing and being seen go together.
    Verb.SEE_PRESENCE: _shown,
    Verb.SHOW_TYPING: _shown,
    # Hiding, taking out, slowing down: in the open, by a member whom the group has as its facilitator or coordinator.
    Verb.FACILITATE: _leads_it,
    # Bringing somebody in or taking somebody out is no right to read what is said there.
    Verb.MANAGE: _runs_its_programme,
}


def _keeps_it_or_runs_a_programme(actor: Actor, house: HouseSubject) -> bool:
    return actor.person in house.keepers or actor.person in house.leads


def _keeps_it(actor: Actor, house: HouseSubject) -> bool:
    return actor.person in house.keepers


HOUSE_RULES: dict[Verb, Callable[[Actor, HouseSubject], bool]] = {
    Verb.INVITE: _keeps_it_or_runs_a_programme,
    Verb.FOUND: _keeps_it,
    Verb.ADD_ORGANISATION: _keeps_it_or_runs_a_programme,
}


def _leads(actor: Actor, cohort: CohortSubject) -> bool:
    return actor.person in cohort.leads


def _coordinates(actor: Actor, cohort: CohortSubject) -> bool:
    return actor.person in cohort.leads or actor.person in cohort.partners


def _leads_or_brought_them_in(actor: Actor, cohort: CohortSubject) -> bool:
    return actor.person in cohort.leads or actor.person in cohort.own


def _is_concerned(actor: Actor, cohort: CohortSubject) -> bool:
    return actor.person in cohort.concerned


def _leads_or_is_concerned(actor: Actor, cohort: CohortSubject) -> bool:
    return _leads(actor, cohort) or _is_concerned(actor, cohort)


def _coordinates_or_is_concerned(actor: Actor, cohort: CohortSubject) -> bool:
    return _coordinates(actor, cohort) or _is_concerned(actor, cohort)


COHORT_RULES: dict[Verb, Callable[[Actor, CohortSubject], bool]] = {
    Verb.RUN: _leads,
    Verb.CHANGE_ORGANISATION: _leads_or_brought_them_in,
    Verb.SEE_COHORT: _coordinates,
    Verb.CHANGE_COHORT: _leads,
    Verb.ENROL: _leads_or_brought_them_in,
    Verb.PAIR: _leads_or_brought_them_in,
    # Alone, at once, without a reason: nobody is asked.
    Verb.STOP: _is_concerned,
    Verb.ANNOUNCE: _leads_or_brought_them_in,
    # It is for them; what they answer is for its author, whoever leads.
    Verb.READ_BULLETIN: _is_concerned,
    Verb.HEAR_ANSWERS: _is_concerned,
    Verb.TAKE_PART: _is_concerned,
    Verb.SHOW_LIFE: _is_concerned,
    # Who was asked, and their deputy once it is time: no other coordinator, whatever they lead.
    Verb.ANSWER_TALK: _is_concerned,
    Verb.TAKE_BACK_TALK: _is_concerned,
    Verb.SUPPORT: _leads_or_brought_them_in,
    # To whom it was shown: nobody of the team, whatever they lead.
    Verb.READ_REPORT: _is_concerned,
    # Who leads it is concerned.
    Verb.SEE_GATHERING: _coordinates_or_is_concerned,
    Verb.HOLD_GATHERING: _leads_or_is_concerned,
    # The two who are named: nobody else of the team, whatever they lead.
    Verb.READ_NEEDS: _is_concerned,
    # Who was asked: whoever is in it and was not asked yet is told that there is nothing.
    Verb.ANSWER_PROPOSAL: _is_concerned,
    # Of who asked: the lead, and the partner that brought them in.
    Verb.ANSWER_QUESTION: _leads_or_brought_them_in,
    # Who was named to read it, and who leads, as long as they have not declared a conflict.
    Verb.REVIEW: _leads_or_is_concerned,
    Verb.SELECT: _leads,
}


def may(actor: Actor, verb: Verb, subject: Subject) -> bool:
    """Whether the actor may do this to the subject now. What the tables do not name is denied."""
    if isinstance(subject, HouseSubject):
        of_house = HOUSE_RULES.get(verb)
        return of_house is not None and of_house(actor, subject)
    if isinstance(subject, CohortSubject):
        of_cohort = COHORT_RULES.get(verb)
        return of_cohort is not None and of_cohort(actor, subject)
    rule = RULES.get(verb)
    return rule is not None and rule(actor, subject)
