"""What people say about themselves as far as it decides who fits: without names, words or contacts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SLOTS = 672
"""Quarters of an hour in a week, from Monday 00:00 UTC."""
SLOT_MINUTES = 15
LEVELS = 6
"""Of a language: 1 is A1, 6 is C2 or one's own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Common to both sides. Skills, disciplines, languages and traits are keys of the programme's own lists."""

    id: str
    country: str | None = None
    organisations: frozenset[str] = frozenset()
    """Two people of one organisation have a conflict of interest."""
    languages: Mapping[str, int] = field(default_factory=dict)
    skills: frozenset[str] = frozenset()
    """A mentee's: what they want to be able to do. A mentor's: what they can give."""
    disciplines: frozenset[str] = frozenset()
    slots: frozenset[int] | None = None
    """When they can meet; None where they gave no hours, which rules nobody out."""
    traits: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()
    """Traits that the other one must have."""
    excludes: frozenset[str] = frozenset()
    """Ids of the other side."""
    offers_back: frozenset[str] = frozenset()
    """A mentee's: what a mentor could learn from them. A mentor's: what they would like to learn."""
    ranking: tuple[frozenset[str], ...] = ()
    """Ids of the other side, best first; in one set equally good. Empty where they ranked nobody."""


@dataclass(frozen=True, slots=True)
class MentorCandidate(Candidate):
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class HardRules:
    language_level: int = 3
    """Both speak some language at least so well; 0 asks for none."""
    overlap_minutes: int = 60
    """So many minutes in common in a week; 0 asks for none."""
    conflict_of_interest: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the soft criteria, against each other; 0 leaves one out."""

    needs: int = 4
    disciplines: int = 2
    hours: int = 2
    language: int = 1
    cross_country: int = 0
    learning: int = 1
    mentee_ranking: int = 2
    mentor_ranking: int = 1


ENOUGH_MINUTES = 240
"""More hours in common than this make a pair no better."""
