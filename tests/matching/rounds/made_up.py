"""What a round is asked about made-up people."""

from __future__ import annotations

import random
from typing import Any

import msgspec

from bench.people import people
from server.contract.rounds import RoundRules, RoundSettings, RoundWeights
from server.matching.rounds.entering import entrant
from server.matching.rounds.model import Asked

WEIGHTS = RoundWeights(mentee_ranking=0, mentor_ranking=0)


def asked(mentees: int, mentors: int, seed: int, **more: Any) -> Asked:
    """`rules`, `settings`: of them; the rest as of `Asked`."""
    sides = people(mentees, mentors, seed)
    rules = RoundRules(**more.pop("rules", {}))
    settings = RoundSettings(**{"weights": WEIGHTS, "rules": rules} | more.pop("settings", {}))
    return Asked(
        tuple(entrant(one) for one in sides[0]),
        tuple(entrant(one, one.capacity) for one in sides[1]),
        settings,
        seed="run",
        **more,
    )


def shuffled(one: Asked, seed: int) -> Asked:
    """The same, told in another order."""
    chance = random.Random(seed)

    def mixed(many: Any) -> Any:
        return None if many is None else tuple(chance.sample(many, len(many)))

    def person(each: Any) -> Any:
        names = ("languages", "skills", "disciplines", "traits", "requires", "excludes", "back")
        return msgspec.structs.replace(each, **{name: mixed(getattr(each, name)) for name in names})

    lists = ("pin", "forbid", "chosen", "declined", "previous", "scores")
    return msgspec.structs.replace(
        one,
        mentees=mixed(tuple(map(person, one.mentees))),
        mentors=mixed(tuple(map(person, one.mentors))),
        **{name: mixed(getattr(one, name)) for name in lists},
    )
