"""What people look for and can give: said by themselves, seen by the team, and written by the team for whoever told it
by other ways."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import cast

from server.accounts.service import names_of
from server.contract import profiles as contract
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows.cohort_pages import Seen, cohort_seen
from server.matching.profiles import service as profiles
from server.matching.profiles.service import TEAM_WORDS_LIMIT, WORDS_LIMIT, Profile, Role
from server.matching.terms import service as terms
from server.matching.terms.service import NAME_LIMIT, Term, Terms
from server.policy import Actor, Verb, may
from server.post.latin import latin
from server.programmes.enrolments import service as enrolments
from server.programmes.enrolments.rules import OTHER_SIDE
from server.programmes.founding import service as founding
from server.programmes.founding.rules import COUNTRIES
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.model import Cohort, Enrolment
from server.programmes.words import by_language, clean_line, clean_words
from server.scheduling.availability import service as availability
from server.unit_of_work import UnitOfWork

ROLES = ("mentee", "mentor")

# ── my own ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str, cohort: str, role: str) -> contract.MyProfile:
    """Raises Refused not_found for who does not take part in it as that."""
    run, part = _my_part(connection, person, cohort, role)
    return _mine(connection, run, profiles.of_person(connection, cohort, person, part))


def say(unit: UnitOfWork, person: str, cohort: str, role: str, wanted: contract.SetMyProfile) -> contract.MyProfile:
    """Raises Refused not_found, cohort_over, changed_meanwhile, person_not_found for somebody whom the team has not
    named, and for what is wrong in it: text_…, country_unknown, term_unknown, language_unknown, too_much_chosen."""
    run, part = _my_part(unit.connection, person, cohort, role)
    before = profiles.of_person(unit.connection, cohort, person, part)
    if set(wanted.excludes) - set(before.excludes):
        raise Refused("person_not_found")
    said = replace(_said(before, wanted.profile), excludes=wanted.excludes)
    after = _put(unit, run, replace(said, version=wanted.version), person)
    return _mine(unit.connection, run, after)


def _my_part(connection: Connection, person: str, cohort: str, role: str) -> tuple[Cohort, Role]:
    run = founding.cohorts(connection, [cohort]).get(cohort)
    own = {part.person for part in enrolments.of_people(connection, cohort, [person]) if part.role == role}
    standing = subject(coordinators(connection, cohort), concerned=own)
    if run is None or role not in ROLES or not may(Actor(person), Verb.TAKE_PART, standing):
        raise Refused("not_found")
    return run, cast(Role, role)


def _mine(connection: Connection, run: Cohort, one: Profile) -> contract.MyProfile:
    names = _names(connection, [one])
    return contract.MyProfile(
        cohort=one.cohort,
        role=one.role,
        profile=shown(one),
        excludes=_people(one.excludes, names),
        ranking=tuple(_people(equals, names) for equals in one.ranking),
        missing=profiles.missing(one),
        hours=one.person in availability.said_by(connection, [one.person]),
        said_by=_author(one, names),
        said_at=one.said_at,
        version=one.version,
        open=run.state != "ended",
        terms=shown_terms(terms.of_cohort(connection, one.cohort)),
    )


# ── for the team ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's part in a run, and what they said there; an empty profile where they said nothing."""

    part: Enrolment
    profile: Profile


def everybody(connection: Connection, cohort: str) -> list[Said]:
    """Every mentee and mentor of the run, in the order in which they came."""
    said = {(one.person, one.role): one for one in profiles.of_cohort(connection, cohort)}
    found = []
    for part in enrolments.of_cohort(connection, cohort):
        if part.role in ROLES:
            role = cast(Role, part.role)
            found.append(Said(part, said.get((part.person, role)) or Profile(cohort, part.person, role)))
    return found


def of_run(connection: Connection, actor: str, cohort: str) -> contract.CohortProfiles:
    """All for who leads it, their own people for a partner. Raises Refused not_found for who does not coordinate it."""
    who = cohort_seen(connection, actor, cohort)
    theirs = [one for one in everybody(connection, cohort) if who.brought_in(one.part)]
    return contract.CohortProfiles(
        profiles=_rows(connection, theirs), terms=shown_terms(terms.of_cohort(connection, cohort))
    )


def _rows(connection: Connection, found: Sequence[Said]) -> tuple[contract.PersonProfile, ...]:
    names = _names(connection, [one.profile for one in found])
    with_hours = availability.said_by(connection, {one.part.person for one in found})
    return tuple(
        contract.PersonProfile(
            person=Person(one.part.person, names.get(one.part.person, "")),
            role=one.profile.role,
            organisation=one.part.organisation,
            profile=shown(one.profile),
            excludes=_people(one.profile.excludes, names),
            ranking=one.profile.ranking,
            missing=profiles.missing(one.profile),
            hours=one.part.person in with_hours,
            said_by=_author(one.profile, names),
            said_at=one.profile.said_at,
            version=one.profile.version,
        )
        for one in found
    )


def write(
    unit: UnitOfWork, actor: str, cohort: str, role: str, person: str, wanted: contract.SetProfile
) -> contract.PersonProfile:
    """For somebody who told it; they hear that it was done. Raises Refused not_found, not_enrolled for somebody who
    is not of the other side, and as `say`."""
    who = cohort_seen(unit.connection, actor, cohort)
    part = _part_of(unit.connection, who, person, role)
    before = profiles.of_person(unit.connection, cohort, person, cast(Role, role))
    named = [*wanted.excludes, *(one for equals in wanted.ranking for one in equals)]
    _check_named(unit.connection, who, before, named)
    said = replace(_said(before, wanted.profile), excludes=wanted.excludes, ranking=wanted.ranking)
    after = _put(unit, who.cohort, replace(said, version=wanted.version), actor)
    return _rows(unit.connection, [Said(part, after)])[0]


def _part_of(connection: Connection, who: Seen, person: str, role: str) -> Enrolment:
    parts = enrolments.of_people(connection, who.cohort.id, [person])
    part = next((one for one in parts if one.role == role and role in ROLES), None)
    if part is None or not may(Actor(who.actor), Verb.ENROL, who.subject({part.organisation})):
        raise Refused("not_found")
    return part


def _check_named(connection: Connection, who: Seen, before: Profile, named: Collection[str]) -> None:
    """Of the other side, and seen by who writes; whoever stands there already may go on to."""
    other = OTHER_SIDE[before.role]
    parts = enrolments.of_people(connection, who.cohort.id, list(named))
    known = {part.person for part in parts if part.role == other and who.brought_in(part)}
    there = {*before.excludes, *(one for equals in before.ranking for one in equals)}
    if set(named) - known - there:
        raise Refused("not_enrolled")


# ── terms ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def terms_of(connection: Connection, person: str, cohort: str) -> contract.Terms:
    """Raises Refused not_found for who takes no part in the run."""
    there = {part.person for part in enrolments.of_people(connection, cohort, [person])}
    standing = subject(coordinators(connection, cohort), concerned=there)
    if not may(Actor(person), Verb.TAKE_PART, standing):
        raise Refused("not_found")
    found = terms.of_cohort(connection, cohort)
    may_change = may(Actor(person), Verb.CHANGE_COHORT, standing)
    return contract.Terms(shown_terms(found), found.version, mine=may_change)


def set_terms(unit: UnitOfWork, actor: str, cohort: str, wanted: contract.SetTerms) -> contract.Terms:
    """Raises Refused not_found for who does not coordinate it for the lead, cohort_over, changed_meanwhile, term_twice,
    too_many_terms, names_invalid, language_unknown."""
    who = cohort_seen(unit.connection, actor, cohort)
    if not who.leads:
        raise Refused("not_found")
    _check_open(who.cohort)
    before = terms.of_cohort(unit.connection, cohort)
    after = terms.put(unit, cohort, wanted.version, [_term(one) for one in wanted.terms])
    kept = {(one.key, one.kind) for one in after.list}
    profiles.drop_terms(unit, cohort, {one.key for one in before.list if (one.key, one.kind) not in kept})
    return contract.Terms(shown_terms(after), after.version, mine=True)


def _term(one: contract.Term) -> Term:
    """Serbian in Cyrillic has its Latin form, unless somebody wrote another one."""
    try:
        names = by_language(one.names, NAME_LIMIT, clean_line)
    except Refused as refused:
        raise refused if refused.code == "language_unknown" else Refused("names_invalid", limit=NAME_LIMIT) from None
    if not names:
        raise Refused("names_invalid", limit=NAME_LIMIT)
    if "sr-Cyrl" in names:
        names.setdefault("sr-Latn", latin(names["sr-Cyrl"]))
    return Term(one.key, one.kind, names)


def shown_terms(found: Terms) -> tuple[contract.Term, ...]:
    return tuple(contract.Term(one.key, one.kind, dict(one.names)) for one in found.list)


# ── in common ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _said(before: Profile, wanted: contract.Profile) -> Profile:
    """Cleaned. Raises Refused text_…, country_unknown."""
    if wanted.country is not None and wanted.country not in COUNTRIES:
        raise Refused("country_unknown")
    return replace(
        before,
        need=_words(wanted.need, WORDS_LIMIT),
        goals=_words(wanted.goals, WORDS_LIMIT),
        skills=wanted.skills,
        back=wanted.back,
        disciplines=wanted.disciplines,
        traits=wanted.traits,
        requires=wanted.requires,
        languages=wanted.languages,
        country=wanted.country,
        capacity=wanted.capacity,
        for_team=_words(wanted.for_team, TEAM_WORDS_LIMIT),
    )


def _words(text: str, limit: int) -> str:
    return clean_words(text, limit) if text.strip() else ""


def _put(unit: UnitOfWork, run: Cohort, one: Profile, by: str) -> Profile:
    _check_open(run)
    after = profiles.put(unit, one, by)
    unit.tell(one.person, "programme_changed", run.id)
    return after


def _check_open(run: Cohort) -> None:
    if run.state == "ended":
        raise Refused("cohort_over")


def shown(one: Profile) -> contract.Profile:
    return contract.Profile(
        need=one.need,
        goals=one.goals,
        skills=one.skills,
        back=one.back,
        disciplines=one.disciplines,
        traits=one.traits,
        requires=one.requires,
        languages=dict(one.languages),
        country=one.country,
        capacity=one.capacity,
        for_team=one.for_team,
    )


def _names(connection: Connection, found: Sequence[Profile]) -> Mapping[str, str]:
    people = {person for one in found for person in (one.person, *one.excludes, *chain.from_iterable(one.ranking))}
    return names_of(connection, people | {one.said_by for one in found if one.said_by is not None})


def _people(ids: Collection[str], names: Mapping[str, str]) -> tuple[Person, ...]:
    return tuple(Person(id, names.get(id, "")) for id in ids)


def _author(one: Profile, names: Mapping[str, str]) -> Person | None:
    return None if one.said_by is None else Person(one.said_by, names.get(one.said_by, ""))
