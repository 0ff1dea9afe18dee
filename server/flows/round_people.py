"""Who is in a round: those of the run who have told something of themselves, are not in a mentorship already, or have a
seat left; with their organisation, their country, and the hours of a typical week of the run.

Gathered in one read; what takes long is worked out of it elsewhere (`entrants`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b

import msgspec

from server.database import Connection
from server.matching.people import Candidate
from server.matching.profiles import service as profiles
from server.matching.profiles.service import Profile
from server.matching.rounds.entering import bits, entrant, excluded
from server.matching.rounds.service import Entrant, Pair
from server.programmes.mentorships import service as mentorships
from server.programmes.sight import service as sight
from server.programmes.sight.service import Part, Run
from server.scheduling import typical
from server.scheduling.availability import service as availability
from server.scheduling.availability.service import Said
from server.scheduling.hours import Hours

SIDES = ("mentee", "mentor")


@dataclass(frozen=True, slots=True)
class There:
    """`said`: what those of the round told of themselves, by role and person; `capacity`: free seats of mentors;
    `hours`: of those who gave any; `silent`: who has told nothing and so is not in it; `words`: need and goals of
    mentees; `stamp`: tells whether anything of all this has changed."""

    run: Run
    said: Mapping[tuple[str, str], Candidate]
    capacity: Mapping[str, int]
    hours: Mapping[str, Said]
    silent: frozenset[str]
    words: Mapping[str, tuple[str, str]]
    stamp: str

    @property
    def mentees(self) -> frozenset[str]:
        return frozenset(person for role, person in self.said if role == "mentee")

    @property
    def mentors(self) -> dict[str, int]:
        """With their free seats."""
        return {person: self.capacity[person] for role, person in self.said if role == "mentor"}

    @property
    def excluded(self) -> set[Pair]:
        return excluded({person: one.excludes for (_, person), one in self.said.items()})


def there(connection: Connection, run: Run) -> There:
    parts = {(one.role, one.person): one for one in sight.team(connection, run.id, SIDES)}
    said = {(one.role, one.person): one for one in profiles.of_cohort(connection, run.id)}
    with_mentor, load = _paired(connection, run.id)
    left = {one.person: one.capacity - load[one.person] for one in said.values() if one.role == "mentor"}
    here = {
        key: one
        for key, one in said.items()
        if key in parts and (one.person not in with_mentor if one.role == "mentee" else left[one.person] > 0)
    }
    people = [person for _, person in here]
    origins = sight.origins_of(connection, run.id, people)
    hours = availability.said_by(connection, people)
    told = [
        sorted((role, person, one.organisation or "") for (role, person), one in parts.items()),
        sorted((role, person, one.version) for (role, person), one in here.items()),
        sorted((person, one.version) for person, one in hours.items()),
        sorted(left.items()),
    ]
    return There(
        run,
        {key: _candidate(one, parts[key], origins.get(one.person)) for key, one in here.items()},
        left,
        hours,
        frozenset(person for role, person in parts if (role, person) not in said and person not in with_mentor),
        {one.person: (one.need, one.goals) for one in here.values() if one.role == "mentee"},
        blake2b(msgspec.json.encode(told), digest_size=16).hexdigest(),
    )


def _paired(connection: Connection, cohort: str) -> tuple[set[str], Counter[str]]:
    """Mentees who have a mentor, and how many each mentor has."""
    with_mentor: set[str] = set()
    load: Counter[str] = Counter()
    for one in mentorships.of_run(connection, cohort):
        if mentorships.goes_on(one):
            mentees = [person for person, role in one.people.items() if role == "mentee"]
            with_mentor.update(mentees)
            load.update(person for person, role in one.people.items() if role == "mentor" for _ in mentees)
    return with_mentor, load


def _candidate(one: Profile, part: Part, origin: tuple[str, str] | None) -> Candidate:
    """Whoever has not said where they are from is from where the organisation is that brought them in."""
    country = one.country or (None if origin is None else origin[1])
    return profiles.candidate(replace(one, country=country), () if part.organisation is None else (part.organisation,))


def entrants(found: There) -> tuple[tuple[Entrant, ...], tuple[Entrant, ...]]:
    """Mentees and mentors as the engine is told of them. Takes a part of a second for thousands: not in the loop's
    thread."""
    run = found.run
    mondays = typical.weeks(run.home_zone, {one.zone for one in found.hours.values()}, run.start, run.end)
    slots = {
        person: typical.slots(run.home_zone, Hours(one.zone, one.weekly), mondays)
        for person, one in found.hours.items()
    }
    sides: dict[str, list[Entrant]] = {role: [] for role in SIDES}
    for (role, person), one in found.said.items():
        known = msgspec.structs.replace(entrant(one), capacity=found.capacity.get(person, 1))
        if person in slots:
            known = msgspec.structs.replace(known, slots=bits(slots[person]))
        sides[role].append(known)
    return tuple(sides["mentee"]), tuple(sides["mentor"])
