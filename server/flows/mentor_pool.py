"""Mentors of a programme who may be asked again: said by themselves, asked with one tap, in only after another yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from server.accounts.service import names_of, readers
from server.clock import day_in
from server.contract import mentor_pool as contract
from server.contract.commands import Done
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows.cohort_pages import Seen, cohort_seen
from server.flows.enrolling import Enrolling
from server.flows.profiling import shown, shown_terms
from server.languages import best_language
from server.matching.mentor_pool import service as pool
from server.matching.mentor_pool.service import Asked, Willing
from server.matching.profiles import service as profiles
from server.matching.terms import service as terms
from server.policy import Actor, Verb, may
from server.post.service import Mail, enqueue_wanted
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import service as founding
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.model import Cohort, Enrolment
from server.unit_of_work import UnitOfWork

# ── my own word ───────────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str, now: int) -> contract.MyPool:
    """`now`: ms."""
    held = {one.programme: one for one in pool.of_person(connection, person)}
    mentored = [part.cohort for part in enrolments.of_person(connection, person) if part.role == "mentor"]
    asked = pool.waiting_for(connection, person)
    runs = founding.cohorts(connection, [*mentored, *(one.cohort for one in asked)])
    programmes = founding.programmes(connection, {run.programme for run in runs.values()})
    newest = {run.programme: run for run in sorted((runs[id] for id in mentored), key=lambda run: (run.start, run.id))}
    names = names_of(connection, {one.by for one in asked})
    return contract.MyPool(
        words=tuple(
            contract.MyPoolWord(run.id, dict(programmes[id].names), _until(held.get(id), run, now))
            for id, run in newest.items()
        ),
        questions=tuple(
            _question(runs[one.cohort], one, dict(programmes[runs[one.cohort].programme].names), names[one.by])
            for one in asked
            if one.cohort in runs and runs[one.cohort].state != "ended"
        ),
    )


def _until(one: Willing | None, run: Cohort, now: int) -> date | None:
    return one.until if one is not None and one.until >= day_in(now, run.home_zone) else None


def _question(run: Cohort, one: Asked, programme_names: dict[str, str], by: str) -> contract.PoolQuestion:
    return contract.PoolQuestion(run.id, programme_names, dict(run.names), run.start, run.end, Person(one.by, by))


def say(unit: UnitOfWork, person: str, cohort: str, wanted: contract.AskMeAgain) -> contract.MyPool:
    """Of a run in which they are or were a mentor. Raises Refused not_found, until_invalid."""
    run = founding.cohorts(unit.connection, [cohort]).get(cohort)
    parts = [one for one in enrolments.of_people(unit.connection, cohort, [person]) if one.role == "mentor"]
    standing = subject(coordinators(unit.connection, cohort), concerned=[one.person for one in parts])
    if run is None or not may(Actor(person), Verb.TAKE_PART, standing):
        raise Refused("not_found")
    if wanted.until is None:
        pool.remove(unit.connection, run.programme, person)
    else:
        said = profiles.of_person(unit.connection, cohort, person, "mentor")
        pool.say(unit, run.programme, said, parts[0].organisation, wanted.until, day_in(unit.now, run.home_zone))
    unit.tell(person, "programme_changed", cohort)
    return mine(unit.connection, person, unit.now)


# ── for who coordinates another run ───────────────────────────────────────────────────────────────────────────────────


def of_run(connection: Connection, actor: str, cohort: str, now: int) -> contract.MentorPool:
    """All for who leads it, for a partner those who came with it. Raises Refused not_found for who does not coordinate
    it."""
    who = cohort_seen(connection, actor, cohort)
    found = _willing(connection, who, now)
    asked = {one.person: one for one in pool.asked_of(connection, cohort)}
    names = names_of(connection, {one.person for one in found})
    return contract.MentorPool(
        mentors=tuple(
            contract.PoolMentor(
                person=Person(one.person, names[one.person]),
                organisation=one.organisation,
                until=one.until,
                profile=shown(one.profile),
                asked=_how(asked.get(one.person)),
            )
            for one in found
            if one.person in names
        ),
        terms=shown_terms(terms.of_cohort(connection, cohort)),
        open=who.cohort.state != "ended",
    )


def _how(one: Asked | None) -> Literal["waiting", "yes", "no"] | None:
    if one is None or one.says is None:
        return None if one is None else "waiting"
    return "yes" if one.says else "no"


def _willing(connection: Connection, who: Seen, now: int) -> list[Willing]:
    """Whose word holds, who take no part in the run, and whom the viewer would look after."""
    found = pool.of_programme(connection, who.cohort.programme, day_in(now, who.cohort.home_zone))
    there = {part.person for part in enrolments.of_people(connection, who.cohort.id, [one.person for one in found])}
    return [one for one in found if one.person not in there and (who.leads or one.organisation == who.organisation)]


class Asking:
    """`to_demo`: mail may be written to the demo's people too, since none leaves this machine."""

    def __init__(self, enrolling: Enrolling, *, to_demo: bool) -> None:
        self._enrolling = enrolling
        self._to_demo = to_demo

    def ask(self, unit: UnitOfWork, actor: str, cohort: str, person: str) -> contract.MentorPool:
        """With one tap; again it asks nobody twice. Raises Refused not_found for who may not, and for whoever may not
        be asked (any more), cohort_over."""
        who = cohort_seen(unit.connection, actor, cohort)
        one = next((each for each in _willing(unit.connection, who, unit.now) if each.person == person), None)
        if one is None or not may(Actor(actor), Verb.ENROL, who.subject({one.organisation})):
            raise Refused("not_found")
        if who.cohort.state == "ended":
            raise Refused("cohort_over")
        if pool.ask(unit, cohort, person, actor):
            unit.tell(person, "programme_changed", cohort)
            enqueue_wanted(unit, "pool_asked", self._mails(unit.connection, who, person))
        return of_run(unit.connection, actor, cohort, unit.now)

    def _mails(self, connection: Connection, who: Seen, person: str) -> Sequence[Mail]:
        names = founding.programmes(connection, [who.cohort.programme])[who.cohort.programme].names
        inviter = names_of(connection, [who.actor])[who.actor]
        return [
            Mail(
                "pool_asked",
                to.email,
                to.language,
                to.zone,
                person,
                {"inviter": inviter, "programme": names[best_language(names, to.language)], "link": "/"},
            )
            for to in readers(connection, [person]).values()
            if self._to_demo or not to.demo
        ]

    def answer(self, unit: UnitOfWork, person: str, cohort: str, wanted: contract.AnswerPool) -> Done:
        """A yes takes them in as a mentor, and brings along what they said they could give. Raises Refused not_found
        for who was not asked, act_over, cohort_over, already_enrolled, other_side."""
        asked = pool.find(unit.connection, cohort, person)
        run = founding.lock_cohort(unit.connection, cohort)
        if asked is None or run is None:
            raise Refused("not_found")
        pool.answer(unit, cohort, person, yes=wanted.yes)
        if wanted.yes:
            self._take_in(unit, run, asked)
        unit.tell(asked.by, "programme_changed", cohort)
        unit.tell(person, "programme_changed", cohort)
        return Done()

    def _take_in(self, unit: UnitOfWork, run: Cohort, asked: Asked) -> None:
        held = {one.programme: one for one in pool.of_person(unit.connection, asked.person)}.get(run.programme)
        partners = founding.partners(unit.connection, [run.id]).get(run.id, {})
        organisation = held.organisation if held is not None and held.organisation in partners else None
        self._enrolling.take_in(unit, run, Enrolment(asked.person, run.id, "mentor", organisation), asked.by)
        if held is None:
            # They took their word back before they answered: what they said then goes nowhere.
            return
        known = terms.of_cohort(unit.connection, run.id)
        lost = {key for name in profiles.FIELDS for key in getattr(held.profile, name) if key not in known.kinds}
        profiles.put(unit, replace(profiles.without(held.profile, lost), cohort=run.id))
