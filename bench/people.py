"""Made-up people of a programme over several countries, the same for the same seed: what matching is measured on."""

from __future__ import annotations

import random

from server.matching.people import SLOTS, Candidate, HardRules, MentorCandidate, Weights

COUNTRIES = ("AL", "BA", "HR", "ME", "MK", "RS", "SI", "XK")
LANGUAGES = ("bs", "en", "mk", "sl", "sq", "sr")
SKILLS = tuple(f"skill {n}" for n in range(40))
DISCIPLINES = tuple(f"discipline {n}" for n in range(20))
ORGANISATIONS = tuple(f"organisation {n}" for n in range(120))
RULES = HardRules()
WEIGHTS = Weights(mentee_ranking=0, mentor_ranking=0)


def people(mentees: int, mentors: int, seed: int) -> tuple[list[Candidate], list[MentorCandidate]]:
    chance = random.Random(f"{seed}")
    return (
        [Candidate(f"E{n:05}", **_said(chance)) for n in range(mentees)],
        [
            MentorCandidate(f"M{n:05}", **_said(chance), capacity=chance.choice((1, 1, 1, 1, 2, 2, 3)))
            for n in range(mentors)
        ],
    )


def _said(chance: random.Random) -> dict:
    return {
        "country": chance.choice(COUNTRIES),
        "organisations": frozenset(chance.sample(ORGANISATIONS, 1)) if chance.random() < 0.5 else frozenset(),
        "languages": {name: chance.randint(2, 6) for name in chance.sample(LANGUAGES, chance.choice((1, 1, 2)))},
        "skills": frozenset(chance.sample(SKILLS, chance.randint(2, 8))),
        "disciplines": frozenset(chance.sample(DISCIPLINES, chance.randint(1, 3))),
        "slots": _hours(chance),
        "traits": frozenset(("woman",)) if chance.random() < 0.6 else frozenset(),
        "requires": frozenset(("woman",)) if chance.random() < 0.05 else frozenset(),
        "offers_back": frozenset(chance.sample(SKILLS, chance.randint(0, 3))),
    }


def _hours(chance: random.Random) -> frozenset[int] | None:
    """A few evenings or mornings of two or three hours."""
    if chance.random() < 0.1:
        return None
    slots: set[int] = set()
    for _ in range(chance.randint(2, 5)):
        first = chance.randrange(7) * 96 + chance.choice((32, 36, 64, 68, 72))
        slots.update(range(first, first + chance.choice((8, 12))))
    return frozenset(slot % SLOTS for slot in slots)
