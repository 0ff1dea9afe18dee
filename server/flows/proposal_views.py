"""Proposals as they are read: by who is asked, and by the team. What a person may not know yet stands in no answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.accounts.service import names_of, readers
from server.contract import proposals as contract
from server.contract.views import Person
from server.database import Connection
from server.flows.overview import scope_of
from server.matching.profiles import service as profiles
from server.matching.proposals import service as proposals
from server.matching.proposals.model import PairReasons
from server.matching.proposals.service import Proposal, Question
from server.matching.reasons import COORDINATOR, Reason
from server.matching.terms import service as terms
from server.policy import Actor, Verb, may
from server.programmes.founding import service as founding
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.model import Mentorship, Organisation
from server.programmes.sight import service as sight
from server.programmes.sight.service import EVERYBODY
from server.scheduling.availability import service as availability
from server.scheduling.together import first_common

HOUR = 3_600_000
SOONEST, HORIZON = 12 * HOUR, 21 * 24 * HOUR
"""ms: the first meeting is neither within hours nor beyond three weeks."""
FIRST_MINUTES, FIRST_TIMES = 60, 3
TERMS = ("skills", "disciplines", "traits")
"""Parameters of reasons that hold keys of the run's terms."""
PLAIN_LEVEL = 3
"""Of a shared language, up to which plain words help: B1."""


# ── for who is asked ──────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str, now: int) -> contract.MyProposals:
    shown = [one for one in proposals.of_person(connection, person) if proposals.is_shown(one, person, now)]
    found = [one for one in shown if one.mentorship is None or _walk(connection, one, person) is not None]
    return contract.MyProposals(tuple(my_views(connection, found, person, now)))


def _walk(connection: Connection, one: Proposal, person: str) -> Mentorship | None:
    """What it became, as long as it goes on with this person in it."""
    walk = None if one.mentorship is None else mentorships.by_id(connection, one.mentorship)
    return walk if walk is not None and person in walk.people and mentorships.goes_on(walk) else None


def my_views(connection: Connection, found: Sequence[Proposal], person: str, now: int) -> list[contract.MyProposal]:
    lines: defaultdict[str, list[Question]] = defaultdict(list)
    for line in proposals.questions_of(connection, [one.id for one in found]):
        if line.person == person:
            lines[line.proposal].append(line)
    return [_my_view(connection, one, person, lines[one.id], now) for one in found]


def _my_view(
    connection: Connection, one: Proposal, person: str, lines: Sequence[Question], now: int
) -> contract.MyProposal:
    asked = proposals.of(one, person)
    assert asked is not None
    run = mentorships.run_of(connection, one.cohort)
    walk = _walk(connection, one, person)
    standing = _standing(one, asked.says)
    # Of what is over nothing stands here that could tell how it came to be.
    reasons = proposals.reasons_for(one, person) if standing != "over" else ()
    about = _About(connection, one)
    others = about.others(person) if standing != "over" else ()
    keys = _keys(reasons) | {key for other in others for key in (*other.skills, *other.disciplines)}
    return contract.MyProposal(
        id=one.id,
        cohort=one.cohort,
        programme={} if run is None else dict(run.programme_names),
        role=asked.role,
        standing=standing,
        says=asked.says,
        people=others,
        reasons=_reasons(reasons),
        caveats=_reasons(about.caveats(person, reasons)) if standing != "over" else (),
        terms=_named(connection, one.cohort, keys),
        thread=_thread(lines, about.names({line.by for line in lines})),
        expires_at=one.expires_at if standing == "asked" else None,
        room=None if walk is None else walk.room,
        first_times=() if walk is None else first_times(connection, tuple(walk.people), about.zone(person), now),
    )


def _standing(one: Proposal, says: str) -> contract.Standing:
    if one.state == "opened":
        return "opened"
    if not proposals.is_open(one):
        return "over"
    return "asked" if says == "waiting" else "waiting"


class _About:
    """The people of one proposal, as others of it may see them."""

    def __init__(self, connection: Connection, one: Proposal) -> None:
        self._connection = connection
        self._one = one
        people = [each.person for each in one.people]
        self._names = names_of(connection, people)
        self._zones = {person: reader.zone for person, reader in readers(connection, people).items()}
        origins = sight.origins_of(connection, one.cohort, people)
        known: Mapping[str, Organisation] = founding.organisations(connection, {id for id, _ in origins.values()})
        self._from = {person: known[id] for person, (id, _) in origins.items() if id in known}
        self._said = {
            each.person: profiles.of_person(connection, one.cohort, each.person, each.role) for each in one.people
        }

    def names(self, people: Collection[str]) -> dict[str, str]:
        return self._names | names_of(self._connection, set(people) - self._names.keys())

    def zone(self, person: str) -> str:
        return self._zones.get(person, "UTC")

    def others(self, person: str) -> tuple[contract.Proposed, ...]:
        return tuple(
            contract.Proposed(
                person=Person(each.person, self._names.get(each.person, "")),
                role=each.role,
                organisation=dict(self._from[each.person].names) if each.person in self._from else {},
                town=self._from[each.person].town if each.person in self._from else "",
                gives=self._said[each.person].need,
                goals=self._said[each.person].goals,
                skills=self._said[each.person].skills,
                disciplines=self._said[each.person].disciplines,
            )
            for each in self._one.people
            if each.person != person
        )

    def caveats(self, person: str, reasons: Collection[Reason]) -> list[Reason]:
        """Clocks that differ, ways that are long, a language that is not at home yet."""
        others = [each.person for each in self._one.people if each.person != person]
        found = []
        apart = max((self._hours_apart(person, other) for other in others), default=0)
        if apart:
            found.append(Reason("clocks_apart", {"hours": apart}))
        if any(self._lives_elsewhere(person, other) for other in others):
            found.append(Reason("countries_apart"))
        for reason in reasons:
            level = reason.parameters.get("level")
            if reason.code == "language_shared" and isinstance(level, int) and level <= PLAIN_LEVEL:
                found.append(Reason("plain_language", dict(reason.parameters)))
        return found

    def _hours_apart(self, person: str, other: str) -> int:
        if person not in self._zones or other not in self._zones:
            return 0
        at = datetime.fromtimestamp(self._one.made_at / 1000, ZoneInfo("UTC"))
        walls = [at.astimezone(ZoneInfo(self._zones[one])).replace(tzinfo=None) for one in (person, other)]
        return round(abs(walls[0] - walls[1]).total_seconds() / 3600)

    def _lives_elsewhere(self, person: str, other: str) -> bool:
        here, there = self._country(person), self._country(other)
        return here is not None and there is not None and here != there

    def _country(self, person: str) -> str | None:
        """Their own word of it; else where those are who brought them in."""
        return self._said[person].country or (self._from[person].country if person in self._from else None)


def first_times(connection: Connection, people: Collection[str], zone: str, now: int) -> tuple[int, ...]:
    """ms. Nothing where somebody gave no hours."""
    start, end = (now + SOONEST) // 1000, (now + HORIZON) // 1000
    there = availability.hours_of(connection, people, start, end)
    found = first_common([there[one] for one in people], start, end, FIRST_MINUTES, zone, FIRST_TIMES)
    return tuple(at * 1000 for at in found)


def _thread(lines: Sequence[Question], names: Mapping[str, str]) -> tuple[contract.ThreadLine, ...]:
    return tuple(contract.ThreadLine(Person(line.by, names.get(line.by, "")), line.at, line.text) for line in lines)


def _keys(reasons: Iterable[Reason]) -> set[str]:
    """Of terms."""
    given = (one.parameters.get(name) for one in reasons for name in TERMS)
    return {key for keys in given if isinstance(keys, tuple) for key in keys}


def _named(connection: Connection, cohort: str, keys: Collection[str]) -> dict[str, dict[str, str]]:
    return {one.key: dict(one.names) for one in terms.of_cohort(connection, cohort).list if one.key in keys}


def _reasons(reasons: Collection[Reason]) -> tuple[contract.Reason, ...]:
    return tuple(contract.Reason(one.code, dict(one.parameters)) for one in reasons)


# ── for the team ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Viewer:
    """One of the team. `own`: the people of the run whose words to the team are theirs to read, by organisation."""

    everybody: bool
    organisation: str | None

    def owns(self, organisation: str | None) -> bool:
        return self.everybody or (organisation is not None and organisation == self.organisation)


def viewer(connection: Connection, actor: str, cohort: str) -> Viewer:
    """Raises Refused not_found for who does not coordinate it."""
    _, scope = scope_of(connection, actor, cohort)
    return Viewer(scope == EVERYBODY, scope.organisation)


def of_run(connection: Connection, actor: str, cohort: str) -> contract.Proposals:
    """All for the lead's; those with people of their own for a partner's coordinator. Raises Refused not_found."""
    who = viewer(connection, actor, cohort)
    found = proposals.of_cohort(connection, cohort)
    shown = tuple(team_views(connection, found, actor, who))
    keys = {key for one in found for pair in one.reasons for key in _keys(pair.reasons)}
    return contract.Proposals(shown, _named(connection, cohort, keys))


def team_views(connection: Connection, found: Sequence[Proposal], actor: str, who: Viewer) -> list[contract.Proposal]:
    if not found:
        return []
    brought = organisations_of(connection, found[0].cohort, {each.person for one in found for each in one.people})
    lines: defaultdict[tuple[str, str], list[Question]] = defaultdict(list)
    for line in proposals.questions_of(connection, [one.id for one in found]):
        lines[line.proposal, line.person].append(line)
    people = {each.person for one in found for each in one.people}
    writers = {line.by for thread in lines.values() for line in thread} | {one.made_by for one in found}
    names = names_of(connection, people | writers)
    here = readers(connection, people).keys()
    standing = coordinators(connection, found[0].cohort)
    views = []
    for one in found:
        theirs = {each.person: brought.get((each.person, each.role)) for each in one.people}
        if not any(who.owns(organisation) for organisation in theirs.values()):
            continue
        may_pair = may(Actor(actor), Verb.PAIR, subject(standing, set(theirs.values())))
        shown = tuple(
            _asked(each, names, each.person in here, who.owns(theirs[each.person]), lines[one.id, each.person])
            for each in one.people
        )
        views.append(
            contract.Proposal(
                id=one.id,
                round=one.round,
                state=one.state,
                order=one.order,
                people=shown,
                reasons=tuple(_pair(pair, theirs, who) for pair in one.reasons),
                made_by=Person(one.made_by, names.get(one.made_by, "")),
                made_at=one.made_at,
                expires_at=one.expires_at,
                ended_at=one.ended_at,
                mentorship=one.mentorship,
                mine=may_pair and proposals.is_open(one),
            )
        )
    return views


def _pair(pair: PairReasons, theirs: Mapping[str, str | None], who: Viewer) -> contract.PairReasons:
    """What is for the team alone is for who looks after both: it may tell what one said of the other."""
    whole = all(who.owns(theirs.get(person)) for person in (pair.mentee, pair.mentor))
    reasons = [one for one in pair.reasons if whole or one.readers != COORDINATOR]
    return contract.PairReasons(pair.mentee, pair.mentor, _reasons(reasons))


def _asked(
    each: proposals.Asked, names: Mapping[str, str], here: bool, own: bool, lines: Sequence[Question]
) -> contract.ProposalPerson:
    return contract.ProposalPerson(
        person=Person(each.person, names.get(each.person, "")),
        role=each.role,
        asked=each.asked_at is not None,
        here=here,
        own=own,
        says=each.says,
        said_at=each.said_at,
        reason=each.reason if own else None,
        waits_for_answer=own and bool(lines) and lines[-1].by == each.person,
        thread=_thread(lines, names) if own else (),
    )


def organisations_of(connection: Connection, cohort: str, people: Collection[str]) -> Mapping[Any, str | None]:
    """By person and role: who brought them in."""
    return mentorships.candidates(connection, cohort, people).enrolled
