"""What a round asks of the engine, in one order, whatever order it was gathered in; and its pool of pairs. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

import msgspec
import numpy as np

from server.matching.graph import Marks, Numbers
from server.matching.model import Mentee, Mentor, Pair, Problem, ScoredPair
from server.matching.model import Quota as EngineQuota
from server.matching.people import SLOTS, Candidate, HardRules, MentorCandidate, Weights
from server.matching.pool import Counted, Pairs, Pool, pool
from server.matching.rounds.model import OWN_UNIT, Asked, Entrant, Settings
from server.matching.scoring import Scores

NOT_SCORED = "not_scored"
"""The rule that comes with scores of others: who is not listed together cannot go together."""


class NobodyThere(Exception):
    """A side is empty: there is nothing to solve."""


class Doubled(Exception):
    """Somebody stands there twice."""


# ── one order ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def canonical(asked: Asked) -> Asked:
    """People by id, everything in order, and nothing of people who are not in it. Raises Doubled."""
    mentees, mentors = _people(asked.mentees), _people(asked.mentors)
    here = {one.id for one in mentees}, {one.id for one in mentors}

    def known(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        return tuple(sorted({pair for pair in pairs if pair[0] in here[0] and pair[1] in here[1]}))

    scores = asked.scores
    if scores is not None:
        scores = tuple(sorted(row for row in scores if row[0] in here[0] and row[1] in here[1]))
    return Asked(
        mentees=mentees,
        mentors=mentors,
        settings=asked.settings,
        pin=known(asked.pin),
        forbid=known(asked.forbid),
        chosen=known(asked.chosen),
        declined=known(asked.declined),
        previous=known(asked.previous),
        scores=scores,
        seed=asked.seed,
    )


def _people(people: Iterable[Entrant]) -> tuple[Entrant, ...]:
    found = tuple(sorted((_tidy(one) for one in people), key=lambda one: one.id))
    if len({one.id for one in found}) < len(found):
        raise Doubled
    return found


def _tidy(one: Entrant) -> Entrant:
    def unlike(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(names)))

    return Entrant(
        id=one.id,
        country=one.country,
        organisation=one.organisation,
        languages=tuple(sorted(dict(one.languages).items())),
        skills=unlike(one.skills),
        disciplines=unlike(one.disciplines),
        traits=unlike(one.traits),
        requires=unlike(one.requires),
        excludes=unlike(one.excludes),
        back=unlike(one.back),
        ranking=tuple(unlike(names) for names in one.ranking if names),
        slots=one.slots,
        capacity=one.capacity,
    )


def digest(asked: Asked) -> str:
    """Of what is in one order already."""
    return blake2b(msgspec.json.encode(asked), digest_size=16).hexdigest()


# ── as the engine sees it ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Prepared:
    """`fixed`: pairs that were chosen by hand. `apart`: that were forbidden, or declined. `unit`: parts of a point."""

    asked: Asked
    scores: Scores
    pool: Pool
    fixed: frozenset[Pair]
    pin: frozenset[Pair]
    forbid: frozenset[Pair]
    apart: frozenset[Pair]
    quotas: tuple[EngineQuota, ...]
    unit: int

    @property
    def pins(self) -> frozenset[Pair]:
        return self.fixed | self.pin

    def problem(self, pairs: tuple[ScoredPair, ...] = ()) -> Problem:
        """Of these of its pairs."""
        return Problem(
            tuple(Mentee(one.id, one.country) for one in self.scores.mentees),
            tuple(Mentor(one.id, one.country, one.capacity) for one in self.scores.mentors),
            pairs,
            self.pins,
            self.apart,
            self.quotas,
            seed=self.asked.seed,
        )


def prepared(asked: Asked) -> Prepared:
    """Of what is in one order already. Raises NobodyThere."""
    if not asked.mentees or not asked.mentors:
        raise NobodyThere
    settings = asked.settings
    mentees = [Candidate(**_said(one, settings)) for one in asked.mentees]
    mentors = [MentorCandidate(**_said(one, settings), capacity=one.capacity) for one in asked.mentors]
    scores = Scores(mentees, mentors, _rules(settings), _weights(settings))
    fixed, forbid = frozenset(asked.chosen), frozenset(asked.forbid)
    # Who chooses by hand knows that they said no once, and asks again.
    apart = (forbid | frozenset(asked.declined)) - (fixed - forbid)
    drawn = pool(scores, apart, fixed)
    if asked.scores is not None:
        drawn = _scored_by_others(drawn, asked.scores, fixed)
    quotas = tuple(_quotas(asked, settings))
    unit = OWN_UNIT if asked.scores is None else 1
    return Prepared(asked, scores, drawn, fixed, frozenset(asked.pin), forbid, apart, quotas, unit)


def _said(one: Entrant, settings: Settings) -> dict[str, Any]:
    rules = settings.rules
    return {
        "id": one.id,
        "country": one.country,
        "organisations": frozenset() if one.organisation is None else frozenset((one.organisation,)),
        "languages": dict(one.languages),
        "skills": frozenset(one.skills),
        "disciplines": frozenset(one.disciplines),
        "slots": None if one.slots is None else slots_of(one.slots),
        "traits": frozenset(one.traits),
        "requires": frozenset(one.requires) if rules.wishes else frozenset(),
        "excludes": frozenset(one.excludes) if rules.exclusions else frozenset(),
        "offers_back": frozenset(one.back),
        "ranking": tuple(frozenset(names) for names in one.ranking),
    }


def slots_of(bits: bytes) -> frozenset[int]:
    marks = np.unpackbits(np.frombuffer(bits, np.uint8))[:SLOTS]
    return frozenset(np.flatnonzero(marks).tolist())


def _rules(settings: Settings) -> HardRules:
    rules = settings.rules
    return HardRules(rules.language_level, rules.overlap_minutes, rules.conflict_of_interest)


def _weights(settings: Settings) -> Weights:
    return Weights(**{name: getattr(settings.weights, name) for name in settings.weights.__struct_fields__})


def _quotas(asked: Asked, settings: Settings) -> Iterator[EngineQuota]:
    """A share is of the mentees whom the quota counts: of those from the country, or who could be in a pair of it."""
    for quota in settings.quotas:
        least = quota.min_cross_pairs
        if least is None:
            counted = [one for one in asked.mentees if quota.country is None or one.country == quota.country]
            least = -(-len(counted) * (quota.min_share or 0) // 100)
        yield EngineQuota(quota.country, least, quota.scope == "either")


# ── pairs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def keys_of(drawn: Pool, pairs: Iterable[Pair]) -> Numbers:
    """Of each pair of people who are there, the number that sorts it among all pairs."""
    at, width = drawn.scores, len(drawn.scores.mentors)
    found = [at.mentee_at[mentee] * width + at.mentor_at[mentor] for mentee, mentor in pairs]
    return np.array(found, dtype=np.int64)


def places(drawn: Pool, keys: Numbers) -> Numbers:
    """Where in the pool each of these stands; -1 where it is not in it."""
    theirs = drawn.pairs.mentee.astype(np.int64) * len(drawn.scores.mentors) + drawn.pairs.mentor
    if not len(theirs):
        return np.full(len(keys), -1, dtype=np.int64)
    at = np.minimum(np.searchsorted(theirs, keys), len(theirs) - 1)
    return np.where(theirs[at] == keys, at, -1)


def place(drawn: Pool, pair: Pair) -> int:
    return int(places(drawn, keys_of(drawn, [pair]))[0])


def keeping(drawn: Pool, kept: Marks) -> Pool:
    pairs = drawn.pairs
    return replace(drawn, pairs=Pairs(pairs.mentee[kept], pairs.mentor[kept], pairs.score[kept]))


def without(drawn: Pool, pair: Pair) -> Pool:
    kept = np.ones(len(drawn.pairs), dtype=np.bool_)
    kept[place(drawn, pair)] = False
    return keeping(drawn, kept)


def _scored_by_others(drawn: Pool, given: Iterable[tuple[str, str, int]], fixed: frozenset[Pair]) -> Pool:
    """Their scores instead of ours; a pair that stands without one of theirs counts nothing."""
    rows = list(given)
    at = places(drawn, keys_of(drawn, ((mentee, mentor) for mentee, mentor, _ in rows)))
    score = np.zeros(len(drawn.pairs), dtype=np.int32)
    listed = np.zeros(len(drawn.pairs), dtype=np.bool_)
    may = at >= 0
    score[at[may]] = np.array([row[2] for row in rows], dtype=np.int32)[may]
    listed[at[may]] = True
    missing = int(np.count_nonzero(~listed))
    listed[places(drawn, keys_of(drawn, sorted(fixed)))] = True
    scored = replace(drawn, pairs=Pairs(drawn.pairs.mentee, drawn.pairs.mentor, score))
    ruled_out = drawn.ruled_out | {NOT_SCORED: Counted(missing, missing)}
    return replace(keeping(scored, listed), ruled_out=ruled_out)
