"""From what people said of themselves to what the engine is told of them; the hours of a typical week. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from server.matching.people import SLOTS, Candidate
from server.matching.rounds.model import Entrant


def entrant(one: Candidate, capacity: int = 1) -> Entrant:
    return Entrant(
        id=one.id,
        country=one.country,
        organisation=min(one.organisations, default=None),
        languages=tuple(sorted(one.languages.items())),
        skills=tuple(sorted(one.skills)),
        disciplines=tuple(sorted(one.disciplines)),
        traits=tuple(sorted(one.traits)),
        requires=tuple(sorted(one.requires)),
        excludes=tuple(sorted(one.excludes)),
        back=tuple(sorted(one.offers_back)),
        ranking=tuple(tuple(sorted(names)) for names in one.ranking),
        slots=None if one.slots is None else bits(one.slots),
        capacity=capacity,
    )


def bits(slots: Iterable[int]) -> bytes:
    """A bit for each quarter of an hour of the week."""
    marks = np.zeros(SLOTS, dtype=np.uint8)
    marks[list(slots)] = 1
    return np.packbits(marks).tobytes()
