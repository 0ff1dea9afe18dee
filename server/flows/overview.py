"""The team's first screen: what needs them, and the mentorships as one plain list.

From tables of levels L0 to L2 alone, by one question (`sight.look`) whose scope is the viewer's: all of the run for who
leads it, their own people for a partner's coordinator, and, on the page of what the team sees, one's own rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from server.accounts.service import Comer, comers
from server.clock import day_in
from server.contract import signals as contract
from server.contract.views import Person
from server.database import Connection
from server.errors import Refused
from server.flows.cohort_pages import cohort_page
from server.flows.talks import for_me
from server.matching.proposals import service as proposals
from server.matching.rounds import service as rounds
from server.policy import Actor, Verb, may
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.sight import service as sight
from server.programmes.sight.service import EVERYBODY, Run, Scope, SeenMentorship, Sight
from server.programmes.talks.model import TalkRequest
from server.programmes.talks.service import TEAM_ROLES
from server.scheduling.appointments import service as appointments

Dates = Mapping[str, tuple[int, int | None]]
"""By mentorship: how many dates it has agreed on, and when the next one is (ms)."""

FIRST_DATE = 7 * 24 * 3_600_000
"""ms: who has none by then may like to be asked."""

URGENT = ("stuck", "hard")
"""Words that ask for somebody."""
NOT_OPENED = ("unopened", "lapsed")
GOES_ON = ("active", "paused")


def scope_of(connection: Connection, actor: str, cohort: str) -> tuple[Run, Scope]:
    """The run, and how much of it the actor sees. Raises Refused not_found for who does not coordinate it."""
    run = sight.run(connection, cohort)
    there = coordinators(connection, cohort)
    standing = subject(there)
    if run is None or not may(Actor(actor), Verb.SEE_COHORT, standing):
        raise Refused("not_found")
    if actor in standing.leads:
        return run, EVERYBODY
    return run, Scope(organisation=next(one.organisation for one in there if one.person == actor))


def overview(connection: Connection, actor: str, cohort: str, now: int) -> contract.TeamOverview:
    """`now`: ms. Raises Refused not_found for who does not coordinate it."""
    run, scope = scope_of(connection, actor, cohort)
    seen = sight.look(connection, run, scope, day_in(now, run.home_zone))
    there = comers(connection, people_of(seen), now)
    team = sight.team(connection, cohort, TEAM_ROLES)
    talks = for_me(connection, actor, run, team, now)
    dates = appointments.dates_of(connection, cohort, now)
    questions = proposals.open_questions(connection, cohort)
    pairs_wait = _found_pairs(connection, cohort) if scope == EVERYBODY else ()
    waiting = (*_needs(seen, there, talks, questions, dates, now), *pairs_wait)
    needs = [*waiting, *_next_step(connection, actor, run, now)]
    return contract.TeamOverview(
        cohort=run.id,
        state=run.state,
        lead=scope == EVERYBODY,
        needs=tuple(needs),
        pairs=pairs(seen, names_in(there), dates),
        numbers=_numbers(seen),
    )


def people_of(seen: Sight) -> set[str]:
    """Everybody whose name is shown."""
    return {one.person for one in seen.parts} | {one.person for pair in seen.mentorships for one in pair.people}


def names_in(there: Mapping[str, Comer]) -> dict[str, str]:
    return {person: one.name for person, one in there.items()}


def pairs(seen: Sight, names: Mapping[str, str], dates: Dates) -> tuple[contract.Pair, ...]:
    """Those that go on first; within the scope of `seen` alone."""
    in_order = sorted(seen.mentorships, key=lambda one: one.state not in GOES_ON)
    return tuple(_pair(one, seen.words, names, dates) for one in in_order)


def _pair(one: SeenMentorship, words: Mapping[str, Any], names: Mapping[str, str], dates: Dates) -> contract.Pair:
    people = tuple(
        contract.PairPerson(_named(each.person, names), each.role, each.organisation, words.get(each.person))
        for each in one.people
    )
    _, next_date = dates.get(one.id, (0, None))
    return contract.Pair(one.id, people, one.state, one.since, one.quiet, one.met, one.last_met, next_date)


def _named(person: str, names: Mapping[str, str]) -> Person:
    return Person(person, names.get(person, ""))


# ── needs you ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _needs(
    seen: Sight,
    there: Mapping[str, Comer],
    talks: Sequence[TalkRequest],
    questions: Sequence[tuple[str, str]],
    dates: Dates,
    now: int,
) -> Iterator[contract.Need]:
    """What presses most first."""
    names = names_in(there)
    for talk in talks:
        if talk.state == "waiting":
            # Who it is stands where it is answered, and not on a screen that others may look at.
            yield contract.Need("talk", talk.id, due=talk.answer_by)
    theirs = {one.person for one in seen.parts}
    for proposal, person in questions:
        if person in theirs:
            yield contract.Need("question", proposal, people=(_named(person, names),))
    for pair in seen.mentorships:
        if pair.quiet:
            yield contract.Need("silence", pair.id, tuple(_named(one.person, names) for one in pair.people))
    words: Mapping[str, Any] = seen.words
    for person in sorted(words, key=lambda one: (URGENT[::-1].index(words[one]) if words[one] in URGENT else 0, one)):
        if words[person] in URGENT:
            yield contract.Need("pulse", people=(_named(person, names),), word=words[person])
    wishes: Mapping[str, Any] = seen.wishes
    for person, levels in wishes.items():
        for level in levels:
            yield contract.Need("wish", people=(_named(person, names),), level=level)
    dateless = [
        one
        for one in seen.mentorships
        if one.state == "active" and one.since < now - FIRST_DATE and not one.met and one.id not in dates
    ]
    if dateless:
        yield contract.Need("no_date", count=len(dateless))
    unopened = {one.person for one in seen.parts if one.person in there and there[one.person].arrival in NOT_OPENED}
    if unopened:
        yield contract.Need("unopened", count=len(unopened))


def _found_pairs(connection: Connection, cohort: str) -> Iterator[contract.Need]:
    """Of a round that was worked on, and of which nobody was asked."""
    for one in rounds.of_cohort(connection, cohort):
        if one.state == "open" and one.work.state == "done" and not one.released:
            yield contract.Need("matching", one.id)


def _next_step(connection: Connection, actor: str, run: Run, now: int) -> Iterator[contract.Need]:
    """Of setting up, as long as it has not begun."""
    if run.state == "draft":
        for step in cohort_page(connection, actor, run.id, now).steps:
            if step.state == "next":
                yield contract.Need("step", step=step.name, count=step.left)


def _numbers(seen: Sight) -> contract.Numbers:
    roles: Mapping[Any, int] = Counter(one.role for one in seen.parts)
    states: Mapping[Any, int] = Counter(one.state for one in seen.mentorships)
    return contract.Numbers(
        people=dict(roles),
        mentorships=dict(states),
        meetings=sum(one.met for one in seen.mentorships),
        minutes=sum(one.minutes for one in seen.mentorships),
    )
