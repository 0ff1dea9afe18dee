"""What a child is told of a round, as it is stored, and what it makes of it: reading what thousands of people said, and
their hours, takes a second that the server has not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec

from server.matching.profiles import service as profiles
from server.matching.rounds.entering import entrant
from server.matching.rounds.service import (
    Asked,
    Entrant,
    Locks,
    Outcome,
    Pair,
    ScoreRows,
    Settings,
)
from server.scheduling import typical
from server.scheduling.availability import service as availability
from server.scheduling.availability.service import Stored
from server.scheduling.hours import Hours


class Told(msgspec.Struct, frozen=True, array_like=True):
    """`people`: rows of profiles; `brought_by`: the organisation of each, `countries`: where it is; `seats`: of
    mentors."""

    cohort: str
    zone: str
    first: date
    last: date
    settings: Settings
    locks: Locks
    declined: tuple[Pair, ...]
    people: tuple[profiles.Stored, ...]
    brought_by: dict[str, str | None]
    countries: dict[str, str]
    seats: dict[str, int]
    hours: tuple[Stored, ...]
    outcome: bytes | None
    scores: bytes | None


def asked(told: bytes) -> Asked:
    one = msgspec.msgpack.decode(told, type=Told)
    mentees, mentors = _entrants(one)
    return Asked(
        mentees,
        mentors,
        one.settings,
        pin=tuple(sorted(one.locks.pin)),
        forbid=tuple(sorted(one.locks.forbid)),
        chosen=tuple(sorted(one.locks.chosen)),
        declined=one.declined,
        previous=() if one.outcome is None else previous(one.outcome),
        scores=None if one.scores is None else msgspec.json.decode(one.scores, type=ScoreRows),
        seed=one.cohort,
    )


def previous(outcome: bytes) -> tuple[Pair, ...]:
    """The pairs of an answer."""
    return tuple((one.mentee, one.mentor) for one in msgspec.json.decode(outcome, type=Outcome).pairs)


def _entrants(one: Told) -> tuple[tuple[Entrant, ...], tuple[Entrant, ...]]:
    hours = {stored[0]: availability.said(stored) for stored in one.hours}
    mondays = typical.weeks(one.zone, {said.zone for said in hours.values()}, one.first, one.last)
    sides: dict[str, list[Entrant]] = {"mentee": [], "mentor": []}
    for row in one.people:
        profile = profiles.read(row)
        said = hours.get(profile.person)
        slots = None if said is None else typical.slots(one.zone, Hours(said.zone, said.weekly), mondays)
        # Whoever has not said where they are from is from where the organisation is that brought them in.
        country = profile.country or one.countries.get(profile.person)
        organisation = one.brought_by[profile.person]
        organisations = () if organisation is None else (organisation,)
        known = profiles.candidate(replace(profile, country=country), organisations, slots)
        sides[profile.role].append(entrant(known, one.seats.get(profile.person, 1)))
    return tuple(sides["mentee"]), tuple(sides["mentor"])
