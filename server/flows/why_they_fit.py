"""Why people who are proposed by hand fit: what the engine says of them by their profiles and hours, as in a round."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from server.database import Connection
from server.matching.people import SLOT_MINUTES, SLOTS, Candidate, HardRules, MentorCandidate, Weights
from server.matching.profiles import service as profiles
from server.matching.proposals.model import Seat
from server.matching.reasons import Reason, why, why_not
from server.matching.scoring import Scores
from server.programmes.sight import service as sight
from server.scheduling.availability import service as availability
from server.scheduling.hours import Hours, free

WEEK = 7 * 86_400
MONDAY = 4 * 86_400
"""Seconds, of the first week that began after 1970 did."""


def why_they_fit(
    connection: Connection, cohort: str, people: Sequence[Seat], now: int
) -> dict[tuple[str, str], Sequence[Reason]]:
    """By mentee and mentor, with the rules of a round that they would not keep. `now`: ms; their hours are those of the
    week in which it lies."""
    slots = _slots(connection, {person for person, _ in people}, now // 1000)
    origins = sight.origins_of(connection, cohort, [person for person, _ in people])
    mentees, mentors = list[Candidate](), list[MentorCandidate]()
    for person, role in people:
        said = profiles.of_person(connection, cohort, person, role)
        brought_by = [origins[person][0]] if person in origins else []
        one = profiles.candidate(said, brought_by, slots.get(person))
        if isinstance(one, MentorCandidate):
            mentors.append(one)
        else:
            mentees.append(one)
    scores = Scores(mentees, mentors, HardRules(), Weights())
    return {
        (one.id, other.id): (*why(scores, one.id, other.id), *why_not(scores, one.id, other.id))
        for one in mentees
        for other in mentors
    }


def _slots(connection: Connection, people: Collection[str], now: int) -> Mapping[str, frozenset[int]]:
    """Quarters of an hour of the week, of those who gave hours; what they are busy with in it does not count."""
    start = now - (now - MONDAY) % WEEK
    there = availability.hours_of(connection, people, start, start + WEEK)
    return {person: _quarters(one.hours, start) for person, one in there.items() if one.hours is not None}


def _quarters(hours: Hours, start: int) -> frozenset[int]:
    length = SLOT_MINUTES * 60
    spans = [(int(a) - start, int(b) - start) for a, b in free(hours, start, start + WEEK).tolist()]
    return frozenset(slot for a, b in spans for slot in range(-(-a // length), b // length) if slot < SLOTS)
