"""Choosing among applications, for who leads the run: who reads, what they think in one list, and the outcomes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from server.accounts.service import names_of
from server.contract import selecting as contract
from server.contract.selecting import NameReviewer, SetOutcome
from server.database import Connection
from server.errors import Refused
from server.flows.reviewing import (
    Standing,
    begin_of,
    countries_of,
    country_of,
    interview_view,
    named,
    need_of,
    read_of,
    sent_to,
    shown,
    standing_of,
    tell_team,
    titles_of,
)
from server.matching.calls import service as calls
from server.matching.calls.service import Application
from server.matching.selection import service as selection
from server.matching.selection.service import Conflict, Interview, Note, Reviewer, Sending, TakingIn
from server.policy import Actor, CohortSubject, Verb, may
from server.programmes.audit import service as audit
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import service as founding
from server.unit_of_work import UnitOfWork

# ── who may ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def decider(connection: Connection, actor: str, call: str) -> Standing:
    """Raises Refused not_found for who does not lead the run."""
    who = standing_of(connection, actor, call)
    if not may(Actor(actor), Verb.SELECT, CohortSubject(leads=(actor,) if who.leads else ())):
        raise Refused("not_found")
    return who


def decided_by(connection: Connection, actor: str, application: str) -> tuple[Standing, Application]:
    """Raises Refused not_found for who does not lead the run, and for whom the application does not exist."""
    who, one = read_of(connection, actor, application)
    if not who.decides(one):
        raise Refused("not_found")
    return who, one


# ── the list ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def of_call(connection: Connection, actor: str, call: str) -> contract.Selection:
    """Raises Refused not_found."""
    return _shown(connection, decider(connection, actor, call))


def _shown(connection: Connection, who: Standing) -> contract.Selection:
    call = who.call
    seen = [one for one in sent_to(connection, call) if who.sees(one)]
    ids = [one.id for one in seen]
    notes, conflicts = selection.notes(connection, ids), selection.conflicts(connection, ids)
    interviews = selection.interviews(connection, ids)
    letters: dict[str, list[Sending]] = {id: [] for id in ids}
    for sending in selection.sendings(connection, call.id):
        if sending.application in letters:
            letters[sending.application].append(sending)
    told = [sending for theirs in letters.values() for sending in theirs]
    arrivals = {one.application: one for one in selection.taken_in(connection, call.id)}
    readers = _reviewers(connection, call.cohort, selection.reviewers(connection, call.id))
    parts = enrolments.of_cohort(connection, call.cohort)
    people = list(dict.fromkeys(part.person for part in parts))
    countries = countries_of(connection, call.cohort, people)
    wrote = {note.person for theirs in notes.values() for note in theirs}
    asked = {one.asked_by for one in interviews.values()}
    names = names_of(connection, {*people, *wrote, *asked})
    reach = {one.id: _readers_of(call, one, readers, countries, conflicts.get(one.id, ())) for one in seen}
    left = selection.to_send({one.id: one.outcome for one in seen}, {(one.application, one.outcome) for one in told})
    return contract.Selection(
        call=call.id,
        cohort=call.cohort,
        titles=titles_of(call),
        closes_at=call.closes_at,
        purge_on=call.purge_on,
        reviewers=tuple(
            contract.Reviewer(
                person=named(one.person, names),
                reach=one.reach,
                country=countries.get(one.person),
                applications=sum(one.person in theirs for theirs in reach.values()),
                written=sum(note.person == one.person for theirs in notes.values() for note in theirs),
            )
            for one in readers
        ),
        possible=tuple(
            contract.PossibleReviewer(named(person, names), countries.get(person))
            for person in people
            if person in names and person not in {one.person for one in readers}
        ),
        applications=tuple(
            _row(
                one,
                begin_of(need_of(call, one)),
                notes.get(one.id, []),
                [person for person in reach[one.id] if person not in {n.person for n in notes.get(one.id, [])}],
                len(conflicts.get(one.id, ())),
                interviews.get(one.id),
                letters[one.id],
                arrivals.get(one.id),
                names,
            )
            for one in seen
        ),
        organisations=_organisations(connection, call.cohort),
        to_tell=len(left),
        leaving=sum(one.state == "waiting" for one in told),
        told=sum(one.state == "gone" for one in told),
    )


def _organisations(connection: Connection, cohort: str) -> dict[str, dict[str, str]]:
    """Who leads the run first."""
    partners = founding.partners(connection, [cohort]).get(cohort, {})
    there = founding.organisations(connection, list(partners))
    inorder = sorted(partners, key=lambda id: partners[id] != "lead")
    return {id: dict(there[id].names) for id in inorder if id in there}


def _reviewers(connection: Connection, cohort: str, found: Sequence[Reviewer]) -> list[Reviewer]:
    """Those who still take part in the run."""
    there = {part.person for part in enrolments.of_people(connection, cohort, [one.person for one in found])}
    return [one for one in found if one.person in there]


def _readers_of(
    call: calls.Call,
    one: Application,
    readers: Sequence[Reviewer],
    countries: Mapping[str, str],
    conflicts: Collection[Conflict],
) -> list[str]:
    """Who is to read it."""
    against, country = {each.person for each in conflicts}, country_of(call, one)
    return [
        reader.person
        for reader in readers
        if reader.person not in against and selection.reaches(reader, countries.get(reader.person), country)
    ]


def _row(
    one: Application,
    need: str,
    notes: Sequence[Note],
    unread: Sequence[str],
    conflicts: int,
    interview: Interview | None,
    letters: Sequence[Sending],
    arrival: TakingIn | None,
    names: Mapping[str, str],
) -> contract.SelectionRow:
    return contract.SelectionRow(
        id=one.id,
        name=one.name,
        part=one.part,
        language=one.language,
        need=need,
        leanings=tuple(contract.Leaning(named(note.person, names), note.tendency) for note in notes),
        unread=tuple(named(person, names) for person in unread),
        conflicts=conflicts,
        interview=None if interview is None else interview_view(interview, names),
        outcome=one.outcome,
        told=letters[-1].outcome if letters else None,
        taken_in=None if arrival is None else arrival.state,
        code=None if arrival is None else arrival.code,
        version=one.version,
    )


# ── who reads ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def name_reviewer(unit: UnitOfWork, actor: str, call: str, person: str, wanted: NameReviewer) -> contract.Selection:
    """Somebody of the run: of its people, or who coordinates for a partner. Raises Refused not_found, not_enrolled,
    too_many_reviewers."""
    who = decider(unit.connection, actor, call)
    if not enrolments.of_people(unit.connection, who.call.cohort, [person]):
        raise Refused("not_enrolled")
    if selection.name_reviewer(unit, call, person, wanted.reach):
        audit.record(unit, who.call.cohort, "reviewer_named", actor, person, wanted.reach)
    tell_team(unit, who.call.cohort, people=[person])
    return _shown(unit.connection, who)


def remove_reviewer(unit: UnitOfWork, actor: str, call: str, person: str) -> contract.Selection:
    """What they have written stays, for who decides. Raises Refused not_found."""
    who = decider(unit.connection, actor, call)
    if not selection.remove_reviewer(unit.connection, call, person):
        raise Refused("not_found")
    audit.record(unit, who.call.cohort, "reviewer_removed", actor, person)
    tell_team(unit, who.call.cohort, people=[person])
    return _shown(unit.connection, who)


def lift_conflict(unit: UnitOfWork, actor: str, application: str, person: str) -> contract.ReviewedApplication:
    """A tap that was a mistake, or that is settled. Raises Refused not_found."""
    who, one = decided_by(unit.connection, actor, application)
    selection.lift(unit, one.id, person)
    audit.record(unit, one.cohort, "conflict_lifted", actor, one.id)
    tell_team(unit, one.cohort, one.id, [person])
    return shown(unit.connection, who, one)


# ── outcomes ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def set_outcome(unit: UnitOfWork, actor: str, application: str, wanted: SetOutcome) -> contract.ReviewedApplication:
    """Raises Refused not_found, changed_meanwhile, letter_gone, state_not_possible."""
    who, one = decided_by(unit.connection, actor, application)
    if one.version != wanted.version:
        raise Refused("changed_meanwhile")
    if one.outcome != wanted.outcome:
        letters = selection.sendings_to(unit.connection, one.id)
        selection.check_outcome(wanted.outcome, letters)
        one = calls.set_outcome(unit, one.id, wanted.outcome)
        audit.record(unit, one.cohort, "application_decided", actor, one.id, wanted.outcome)
        tell_team(unit, one.cohort, one.id)
    return shown(unit.connection, who, one)
