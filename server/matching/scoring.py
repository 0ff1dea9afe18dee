"""Who may go with whom, and how well they fit: hard rules over whole matrices, scores of the pairs that are left.

Everything is counted in integers: products of 0-1 matrices in float32 are exact up to 2^24, sets are bits, and parts of
a score are thousandths. So no score depends on a processor's rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from server.matching.graph import Marks, Numbers
from server.matching.people import (
    ENOUGH_MINUTES,
    LEVELS,
    SLOT_MINUTES,
    SLOTS,
    Candidate,
    HardRules,
    MentorCandidate,
    Weights,
)

TOP = 10_000
"""The score of a pair for whom everything fits."""
PART = 1_000
BLOCK = 2_000_000
"""Pairs at a time: a few MB for each matrix that is at work."""

Matrix = NDArray[np.float32]
Whole = NDArray[np.int32]
Bits = NDArray[np.uint64]

RULES = (
    "language",
    "hours",
    "conflict_of_interest",
    "excluded_by_mentee",
    "excluded_by_mentor",
    "wish_of_mentee",
    "wish_of_mentor",
)
"""The hard rules, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Block:
    """Of the mentees `first` and following, beside all mentors."""

    first: int
    broken: dict[str, Marks]
    """Of each hard rule that is on: the pairs that break it."""
    minutes: Whole
    """In common in a week; -1 where somebody gave no hours."""


class Scores:
    """Of sorted people: mentees and mentors in the order of their ids, whatever order they came in."""

    def __init__(
        self, mentees: Sequence[Candidate], mentors: Sequence[MentorCandidate], rules: HardRules, weights: Weights
    ) -> None:
        self.mentees = sorted(mentees, key=lambda one: one.id)
        self.mentors = sorted(mentors, key=lambda one: one.id)
        self.rules, self.weights = rules, weights
        self.mentee_at = {one.id: number for number, one in enumerate(self.mentees)}
        self.mentor_at = {one.id: number for number, one in enumerate(self.mentors)}
        self._level = self._levels()
        self._gave = tuple(np.array([one.slots is not None for one in side]) for side in self._sides)
        self._hours = _merged(self._sets(lambda one: one.slots or frozenset()))
        self._organisations = self._sets(lambda one: one.organisations)
        self._wanted = _sets_of([one.requires for one in self.mentees], [one.traits for one in self.mentors])
        self._wished = _sets_of([one.traits for one in self.mentees], [one.requires for one in self.mentors])
        self._skills = _bits(self._sets(lambda one: one.skills))
        self._disciplines = _bits(self._sets(lambda one: one.disciplines))
        self._back = _bits(self._sets(lambda one: one.offers_back))
        self._countries = self._codes(lambda one: one.country)
        self._excluded_by = (
            [(self.mentee_at[one.id], self.mentor_at[name]) for one in self.mentees for name in one.excludes
             if name in self.mentor_at],
            [(self.mentee_at[name], self.mentor_at[one.id]) for one in self.mentors for name in one.excludes
             if name in self.mentee_at],
        )  # fmt: skip
        self._ranks = (
            {(self.mentee_at[one.id], self.mentor_at[name]): part for one in self.mentees
             for name, part in _ranked(one.ranking) if name in self.mentor_at},
            {(self.mentee_at[name], self.mentor_at[one.id]): part for one in self.mentors
             for name, part in _ranked(one.ranking) if name in self.mentee_at},
        )  # fmt: skip

    @property
    def _sides(self) -> tuple[Sequence[Candidate], Sequence[Candidate]]:
        return self.mentees, self.mentors

    # ── hard rules ────────────────────────────────────────────────────────────────────────────────────────────────────

    def blocks(self) -> Iterator[Block]:
        rows = max(BLOCK // len(self.mentors), 1)
        for first in range(0, len(self.mentees), rows):
            yield self.block(first, min(first + rows, len(self.mentees)))

    def block(self, first: int, after: int) -> Block:
        minutes = (self._hours[0][first:after] @ self._hours[1].T).astype(np.int32)
        minutes *= SLOT_MINUTES
        minutes[~self._gave[0][first:after]] = -1
        minutes[:, ~self._gave[1]] = -1
        return Block(first, dict(self._broken(first, after, minutes)), minutes)

    def _broken(self, first: int, after: int, minutes: Whole) -> Iterator[tuple[str, Marks]]:
        rows = slice(first, after)
        if least := self.rules.language_level:
            mine, theirs = ((side >= least).astype(np.float32) for side in self._level)
            yield "language", mine[rows] @ theirs.T == 0
        if least := self.rules.overlap_minutes:
            yield "hours", (minutes >= 0) & (minutes < least)
        if self.rules.conflict_of_interest and self._organisations[0].shape[1]:
            yield "conflict_of_interest", self._organisations[0][rows] @ self._organisations[1].T > 0
        for name, pairs in zip(("excluded_by_mentee", "excluded_by_mentor"), self._excluded_by, strict=True):
            if pairs:
                yield name, _marked(pairs, first, (after - first, len(self.mentors)))
        if self._wanted[0].any():
            needed = self._wanted[0][rows].sum(axis=1)[:, None]
            yield "wish_of_mentee", self._wanted[0][rows] @ self._wanted[1].T < needed
        if self._wished[1].any():
            yield "wish_of_mentor", self._wished[0][rows] @ self._wished[1].T < self._wished[1].sum(axis=1)[None, :]

    # ── scores ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def score(self, mentee: Numbers, mentor: Numbers, minutes: Whole) -> Whole:
        """Of each pair (numbers of a mentee and a mentor, their minutes in common), 0 to TOP."""
        total = np.zeros(len(mentee), dtype=np.int32)
        weights = 0
        for name, part in self.parts(mentee, mentor, minutes):
            weight = int(getattr(self.weights, name))
            total += part * np.int32(weight)
            weights += weight
        return (total * np.int64(TOP // PART) // max(weights, 1)).astype(np.int32)

    def parts(self, mentee: Numbers, mentor: Numbers, minutes: Whole) -> Iterator[tuple[str, Whole]]:
        """Of each pair, by soft criterion with a weight, 0 to PART."""
        weights = self.weights
        if weights.needs:
            yield "needs", _share(self._skills[0], self._skills[1], mentee, mentor)
        if weights.disciplines:
            yield "disciplines", _share(self._disciplines[0], self._disciplines[1], mentee, mentor)
        if weights.hours:
            enough = np.minimum(minutes, ENOUGH_MINUTES) * PART // ENOUGH_MINUTES
            # Who gave no hours is neither better nor worse than who has half of what is enough.
            yield "hours", np.where(minutes < 0, PART // 2, enough).astype(np.int32)
        if weights.language:
            yield "language", self.level(mentee, mentor) * PART // LEVELS
        if weights.cross_country:
            mine, theirs = self._countries[0][mentee], self._countries[1][mentor]
            yield "cross_country", ((mine != theirs) & (mine > 0) & (theirs > 0)).astype(np.int32) * PART
        if weights.learning:
            yield "learning", _share(self._back[1], self._back[0], mentor, mentee)
        # A side where nobody ranked is left out: a constant would only press the scores together.
        if weights.mentee_ranking and self._ranks[0]:
            silent = np.array([not one.ranking for one in self.mentees])[mentee]
            yield "mentee_ranking", _looked_up(self._ranks[0], silent, mentee, mentor)
        if weights.mentor_ranking and self._ranks[1]:
            silent = np.array([not one.ranking for one in self.mentors])[mentor]
            yield "mentor_ranking", _looked_up(self._ranks[1], silent, mentee, mentor)

    def level(self, mentee: Numbers, mentor: Numbers) -> Whole:
        """How well the two speak the language that they share best: as well as the weaker of them."""
        mine, theirs = self._level
        best = np.zeros(len(mentee), dtype=np.int8)
        for column in range(mine.shape[1]):
            np.maximum(best, np.minimum(mine[mentee, column], theirs[mentor, column]), out=best)
        return best.astype(np.int32)

    # ── people as columns ─────────────────────────────────────────────────────────────────────────────────────────────

    def _sets(self, of: Callable[[Candidate], frozenset[str] | frozenset[int]]) -> tuple[Matrix, Matrix]:
        return _sets_of([of(one) for one in self.mentees], [of(one) for one in self.mentors])

    def _levels(self) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
        names = sorted({name for side in self._sides for one in side for name in one.languages})
        mine, theirs = (
            np.array([[one.languages.get(name, 0) for name in names] for one in side], dtype=np.int8).reshape(
                len(side), len(names)
            )
            for side in self._sides
        )
        return mine, theirs

    def _codes(self, of: Callable[[Candidate], str | None]) -> tuple[Numbers, Numbers]:
        """0 for None."""
        keys = sorted({key for side in self._sides for one in side if (key := of(one)) is not None})
        code: dict[str | None, int] = {key: number for number, key in enumerate(keys, start=1)}
        mine, theirs = (np.array([code.get(of(one), 0) for one in side], dtype=np.int64) for side in self._sides)
        return mine, theirs


def _sets_of(
    mine: Sequence[frozenset[str] | frozenset[int]], theirs: Sequence[frozenset[str] | frozenset[int]]
) -> tuple[Matrix, Matrix]:
    """A column for each key that anybody has, 1 for who has it."""
    keys: set[str | int] = {key for one in (*mine, *theirs) for key in one}
    column = {key: number for number, key in enumerate(sorted(keys, key=str))}

    def filled(side: Sequence[frozenset[str] | frozenset[int]]) -> Matrix:
        matrix = np.zeros((len(side), len(column)), dtype=np.float32)
        for row, set_of in enumerate(side):
            matrix[row, [column[key] for key in set_of]] = 1
        return matrix

    return filled(mine), filled(theirs)


def _merged(columns: tuple[Matrix, Matrix]) -> tuple[Matrix, Matrix]:
    """Columns that are alike for everybody become one that counts as many: most hours begin at the full hour."""
    assert columns[0].shape[1] <= SLOTS
    both = np.concatenate(columns)
    packed = np.packbits(both.astype(np.bool_), axis=0).T
    if not packed.size:
        return columns
    _, at, times = np.unique(packed, axis=0, return_index=True, return_counts=True)
    return columns[0][:, at], columns[1][:, at] * times.astype(np.float32)


def _bits(columns: tuple[Matrix, Matrix]) -> tuple[Bits, Bits]:
    """64 columns a word."""
    width = max(-(-columns[0].shape[1] // 64), 1) * 64
    mine, theirs = (
        np.packbits(np.pad(side, ((0, 0), (0, width - side.shape[1]))).astype(np.bool_), axis=1).view(np.uint64)
        for side in columns
    )
    return mine, theirs


def _share(asking: Bits, having: Bits, asker: Numbers, haver: Numbers) -> Whole:
    """Of what one asks for: how much the other has, in thousandths; half for who asks for nothing, since that makes
    nobody fit them better."""
    common = np.zeros(len(asker), dtype=np.int32)
    for word in range(asking.shape[1]):
        common += np.bitwise_count(asking[asker, word] & having[haver, word])
    asked = np.bitwise_count(asking).sum(axis=1, dtype=np.int32)[asker]
    share: Whole = np.where(asked > 0, common * PART // np.maximum(asked, 1), PART // 2).astype(np.int32)
    return share


def _marked(pairs: Sequence[tuple[int, int]], first: int, shape: tuple[int, int]) -> Marks:
    marks = np.zeros(shape, dtype=np.bool_)
    here = [(row - first, column) for row, column in pairs if first <= row < first + shape[0]]
    if here:
        marks[tuple(np.array(here).T)] = True
    return marks


def _ranked(ranking: tuple[frozenset[str], ...]) -> Iterator[tuple[str, int]]:
    """The first has the whole, the last a little."""
    for place, names in enumerate(ranking):
        for name in names:
            yield name, PART * (len(ranking) - place) // len(ranking)


def _looked_up(ranks: dict[tuple[int, int], int], silent: Marks, mentee: Numbers, mentor: Numbers) -> Whole:
    """Who ranked nobody gives half to each."""
    width = int(mentor.max(initial=0)) + 1
    keys = np.array([row * width + column for row, column in ranks if column < width], dtype=np.int64)
    values = np.array([part for (_, column), part in ranks.items() if column < width], dtype=np.int32)
    part = np.where(silent, PART // 2, 0).astype(np.int32)
    if len(keys):
        order = np.argsort(keys)
        keys, values = keys[order], values[order]
        asked = mentee * width + mentor
        at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        part = np.where(keys[at] == asked, values[at], part).astype(np.int32)
    return part
