"""Who is in a round: those of the run who have told something of themselves, are in no mentorship and asked about none,
or have a seat left; with their organisation, their country, and the hours of a typical week of the run.

`heads` is who, in a few small statements, for every look at a round; `there` is what they said, for the engine.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

import msgspec

from server.database import Connection
from server.matching.profiles import service as profiles
from server.matching.proposals import service as proposals
from server.matching.rounds.service import Pair
from server.programmes.mentorships import service as mentorships
from server.programmes.sight import service as sight
from server.programmes.sight.service import Part, Run
from server.scheduling.availability import service as availability

SIDES = ("mentee", "mentor")

Seat = tuple[str, str]
"""A role, and who has it."""
Row = Any
"""Of a table, as its store reads it."""


@dataclass(frozen=True, slots=True)
class Heads:
    """`parts`: everybody who takes part as mentee or mentor; `mentees`, `mentors` (with their free seats): who is in
    the round; `silent`: who has told nothing, and so is not; `declined`: pairs that were proposed, and one said no;
    `stamp`: tells whether anything that an answer is made of has changed."""

    run: Run
    parts: Mapping[Seat, Part]
    mentees: frozenset[str]
    mentors: Mapping[str, int]
    silent: frozenset[str]
    declined: frozenset[Pair]
    stamp: str

    @property
    def people(self) -> frozenset[str]:
        return self.mentees | self.mentors.keys()


def heads(connection: Connection, run: Run) -> Heads:
    parts: dict[Seat, Part] = {(one.role, one.person): one for one in sight.team(connection, run.id, SIDES)}
    said = profiles.heads(connection, run.id)
    taken, declined = _taken(connection, run.id)
    told = {(role, person): version for role, person, version, _ in said if (role, person) in parts}
    left = {person: seats - taken["mentor", person] for role, person, _, seats in said if role == "mentor"}
    mentees = frozenset(person for role, person in told if role == "mentee" and not taken[role, person])
    mentors = {person: left[person] for role, person in told if role == "mentor" and left[person] > 0}
    inside = mentees | mentors.keys()
    versions = availability.versions(connection, profiles.people_of(run.id))
    hours = {person: version for person, version in versions.items() if person in inside}
    stamp = [
        sorted((*seat, one.organisation or "") for seat, one in parts.items()),
        sorted((*seat, version) for seat, version in told.items()),
        sorted(hours.items()),
        sorted(mentees),
        sorted(mentors.items()),
        sorted(declined),
        [run.start.isoformat(), run.end.isoformat(), run.home_zone],
    ]
    return Heads(
        run,
        parts,
        mentees,
        mentors,
        frozenset(person for role, person in parts if (role, person) not in told and not taken[role, person]),
        declined,
        blake2b(msgspec.json.encode(stamp), digest_size=16).hexdigest(),
    )


def _taken(connection: Connection, cohort: str) -> tuple[Counter[Seat], frozenset[Pair]]:
    """How many seats of each are taken, by mentorships that go on and by proposals that are not answered yet; and the
    pairs of which one said no."""
    walking: defaultdict[str, dict[str, str]] = defaultdict(dict)
    over: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for mentorship, person, role in mentorships.seats_of_run(connection, cohort):
        walking[mentorship][person] = role
    for proposal, state, person, part in proposals.seats_of(connection, cohort):
        if state in proposals.ASKING:
            walking[proposal][person] = part
        elif state == "declined":
            over[proposal][person] = part
    taken: Counter[Seat] = Counter()
    for people in walking.values():
        mentees = sum(role == "mentee" for role in people.values())
        for one, seat in people.items():
            taken[seat, one] += mentees if seat == "mentor" else 1
    return taken, frozenset(pair for people in over.values() for pair in _pairs(people))


def _pairs(people: Mapping[str, str]) -> list[Pair]:
    mentors = [person for person, role in people.items() if role == "mentor"]
    return [(person, mentor) for person, role in people.items() if role == "mentee" for mentor in mentors]


def excluded(connection: Connection, cohort: str) -> set[Pair]:
    """Both ways round: whoever does not want somebody."""
    found = profiles.exclusions(connection, cohort)
    return {pair for one, names in found.items() for name in names for pair in ((one, name), (name, one))}


# ── for the engine ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class There:
    """What people of the round told, as it is stored: `said`, by role and person; `countries` of the organisations that
    brought them in; `hours` of those who gave any."""

    heads: Heads
    said: Mapping[Seat, profiles.Stored]
    countries: Mapping[str, str]
    hours: Sequence[availability.Stored]

    def of(self, people: Collection[str]) -> There:
        """Of these alone."""
        said = {seat: stored for seat, stored in self.said.items() if seat[1] in people}
        return replace(self, said=said, hours=[stored for stored in self.hours if stored[0] in people])

    def words(self, mentee: str) -> tuple[str, str, tuple[str, ...]]:
        """Their need, their goals, and what they want to be able to do, as keys."""
        one = profiles.read(self.said["mentee", mentee])
        return one.need, one.goals, one.skills


def there(connection: Connection, known: Heads) -> There:
    said: dict[Seat, profiles.Stored] = {}
    for stored in profiles.stored_of_cohort(connection, known.run.id):
        _, role, person, *_ = stored
        if person in (known.mentees if role == "mentee" else known.mentors):
            said[role, person] = stored
    people, inside = profiles.people_of(known.run.id), known.people
    origins = sight.origins_of(connection, known.run.id, people)
    hours = [stored for stored in availability.stored_of(connection, people) if stored[0] in inside]
    countries = {person: country for person, (_, country) in origins.items() if person in inside}
    return There(known, said, countries, hours)
