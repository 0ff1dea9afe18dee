"""Why this, why not that: stable codes with parameters, and who may read each. Words are made elsewhere.

Nothing here says what one person wrote about another to anybody but the coordinator: an exclusion, a rank, a score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from server.matching.graph import Numbers
from server.matching.people import SLOT_MINUTES, Candidate
from server.matching.scoring import Scores, Whole


class Reader(StrEnum):
    MENTEE = "mentee"
    MENTOR = "mentor"
    COORDINATOR = "coordinator"


ALL = frozenset(Reader)
COORDINATOR = frozenset((Reader.COORDINATOR,))


@dataclass(frozen=True, slots=True)
class Reason:
    code: str
    """One of CODES."""
    parameters: dict[str, str | int | tuple[str, ...]] = field(default_factory=dict)
    readers: frozenset[Reader] = ALL


CODES = {
    # What speaks for the pair.
    "needs_met": ("skills",),
    "disciplines_shared": ("disciplines",),
    "hours_shared": ("minutes",),
    "language_shared": ("language", "level"),
    "two_countries": ("mentee_country", "mentor_country"),
    "can_learn": ("skills",),
    # What to know before.
    "needs_open": ("skills",),
    "hours_unknown": (),
    # Hard rules.
    "no_language": ("level",),
    "hours_too_few": ("minutes", "needed"),
    "conflict_of_interest": ("organisations",),
    "excluded_by_mentee": (),
    "excluded_by_mentor": (),
    "wish_of_mentee": ("traits",),
    "wish_of_mentor": ("traits",),
    # The answer as a whole.
    "forbidden": (),
    "pinned": (),
    "lower_score": ("points",),
    "seat_worth_more": ("points", "moved"),
    "equally_good": (),
    "declined": (),
    "quota": ("country", "min_cross_pairs"),
    "not_scored": (),
    # What would make a pair possible.
    "change_language": ("level",),
    "change_hours": ("minutes",),
    "change_conflict_of_interest": (),
    "change_excluded_by_mentee": (),
    "change_excluded_by_mentor": (),
    "change_wish_of_mentee": (),
    "change_wish_of_mentor": (),
    "change_forbidden": (),
    "change_declined": (),
}
"""Each code with the names of its parameters."""


def why_not(scores: Scores, mentee: str, mentor: str) -> tuple[Reason, ...]:
    """The hard rules that the pair breaks, with their numbers; empty where it may be."""
    return tuple(_hard(scores, *_both(scores, mentee, mentor)))


def why(scores: Scores, mentee: str, mentor: str) -> tuple[Reason, ...]:
    """What speaks for the pair, what is met first, and what to know before."""
    return tuple(_soft(scores, *_both(scores, mentee, mentor)))


def parts(scores: Scores, mentee: str, mentor: str) -> dict[str, int]:
    """Each soft criterion's part of the score, in thousandths: for those who like numbers."""
    row, column, minutes = _at(scores, mentee, mentor)
    return {name: int(part[0]) for name, part in scores.parts(row, column, minutes)}


def _both(scores: Scores, mentee: str, mentor: str) -> tuple[Candidate, Candidate]:
    return scores.mentees[scores.mentee_at[mentee]], scores.mentors[scores.mentor_at[mentor]]


def _at(scores: Scores, mentee: str, mentor: str) -> tuple[Numbers, Numbers, Whole]:
    row, column = scores.mentee_at[mentee], scores.mentor_at[mentor]
    minutes = scores.block(row, row + 1).minutes[0, column]
    return np.array([row]), np.array([column]), np.array([minutes], dtype=np.int32)


def _minutes(mentee: Candidate, mentor: Candidate) -> int | None:
    if mentee.slots is None or mentor.slots is None:
        return None
    return len(mentee.slots & mentor.slots) * SLOT_MINUTES


def _language(mentee: Candidate, mentor: Candidate) -> tuple[str, int] | None:
    """That both speak best: the weaker of the two levels decides; of equal ones the first by name."""
    shared = {name: min(level, mentor.languages.get(name, 0)) for name, level in mentee.languages.items()}
    best = min(((-level, name) for name, level in shared.items() if level), default=None)
    return None if best is None else (best[1], -best[0])


def _hard(scores: Scores, mentee: Candidate, mentor: Candidate) -> Iterator[Reason]:
    rules = scores.rules
    language = _language(mentee, mentor)
    if rules.language_level and (language is None or language[1] < rules.language_level):
        yield Reason("no_language", {"level": rules.language_level})
    minutes = _minutes(mentee, mentor)
    if rules.overlap_minutes and minutes is not None and minutes < rules.overlap_minutes:
        yield Reason("hours_too_few", {"minutes": minutes, "needed": rules.overlap_minutes})
    shared = mentee.organisations & mentor.organisations
    if rules.conflict_of_interest and shared:
        yield Reason("conflict_of_interest", {"organisations": tuple(sorted(shared))}, COORDINATOR)
    if mentor.id in mentee.excludes:
        yield Reason("excluded_by_mentee", readers=COORDINATOR)
    if mentee.id in mentor.excludes:
        yield Reason("excluded_by_mentor", readers=COORDINATOR)
    if missing := mentee.requires - mentor.traits:
        yield Reason("wish_of_mentee", {"traits": tuple(sorted(missing))}, COORDINATOR)
    if missing := mentor.requires - mentee.traits:
        yield Reason("wish_of_mentor", {"traits": tuple(sorted(missing))}, COORDINATOR)


def _soft(scores: Scores, mentee: Candidate, mentor: Candidate) -> Iterator[Reason]:
    if met := mentee.skills & mentor.skills:
        yield Reason("needs_met", {"skills": tuple(sorted(met))})
    if shared := mentee.disciplines & mentor.disciplines:
        yield Reason("disciplines_shared", {"disciplines": tuple(sorted(shared))})
    if language := _language(mentee, mentor):
        yield Reason("language_shared", {"language": language[0], "level": language[1]})
    minutes = _minutes(mentee, mentor)
    if minutes:
        yield Reason("hours_shared", {"minutes": minutes})
    if scores.weights.cross_country and mentee.country and mentor.country and mentee.country != mentor.country:
        yield Reason("two_countries", {"mentee_country": mentee.country, "mentor_country": mentor.country})
    if learned := mentor.offers_back & mentee.offers_back:
        yield Reason("can_learn", {"skills": tuple(sorted(learned))})
    if minutes is None:
        yield Reason("hours_unknown")
    if open_needs := mentee.skills - mentor.skills:
        yield Reason("needs_open", {"skills": tuple(sorted(open_needs))}, COORDINATOR)
