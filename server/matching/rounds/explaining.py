"""Questions about a round: who could go with whom, why these two, why not those, and what it would cost. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from server.contract.rounds import PairState, ToFind
from server.matching.assignment import NoAssignment
from server.matching.graph import Numbers
from server.matching.model import Pair
from server.matching.pool import Pool, pool
from server.matching.reasons import COORDINATOR, Reader, Reason, parts, why, why_not
from server.matching.rounds.answering import RULE_OF, InConflict, Solution, best, check, how_of, said
from server.matching.rounds.asking import Prepared, canonical, place, prepared, without
from server.matching.rounds.model import Asked, Cost, Explained, How, Move, Needed, Needs, Possible, Said

SHOWN = 3
"""Possible mentors of a mentee."""
CAVEATS = ("needs_open", "hours_unknown")
EXCLUDED = ("excluded_by_mentee", "excluded_by_mentor")


class UnknownPerson(Exception):
    """Nobody of the round has this id."""


# ── two people ────────────────────────────────────────────────────────────────────────────────────────────────────────


def explain(here: Prepared, base: Solution | None, pair: Pair, in_answer: bool | None = None) -> Explained:
    """`base`: the best answer, None where there is none. `in_answer`: whether the answer that is shown has the pair,
    where it is another one. Raises UnknownPerson, TooLarge."""
    mentee, mentor = pair
    if mentee not in here.scores.mentee_at or mentor not in here.scores.mentor_at:
        raise UnknownPerson
    at = place(here.pool, pair)
    broken = why_not(here.scores, mentee, mentor)
    speaks = why(here.scores, mentee, mentor)
    together = base is not None and base.pairs.get(mentee) == mentor
    state = _state(here, pair, at, together if in_answer is None else in_answer)
    force, moved = _forced(here, base, pair, at, broken, together)
    row = here.scores.mentee_at[mentee]
    best_score = int(here.pool.best[row])
    return Explained(
        state=state,
        score=int(here.pool.pairs.score[at]) if at >= 0 else None,
        unit=here.unit,
        best=best_score if here.pool.choices[row] else None,
        parts=parts(here.scores, mentee, mentor) if here.asked.scores is None else {},
        why=tuple(said(one) for one in speaks if one.code not in CAVEATS),
        caveats=(*(said(one) for one in speaks if one.code in CAVEATS), *(said(one) for one in broken if at >= 0)),
        why_not=tuple(said(one) for one in _why_not(here, base, pair, at, broken, force, moved)),
        change=tuple(said(one) for one in _changes(here, pair, broken)),
        force=force,
        forbid=_forbidden(here, base, pair) if together and pair not in here.pins else None,
    )


def _state(here: Prepared, pair: Pair, at: int, in_answer: bool) -> PairState:
    if pair in here.pins:
        return how_of(here, pair)
    if pair in here.apart:
        return "forbidden" if pair in here.forbid else "declined"
    if at < 0:
        return "ruled_out"
    return "round" if in_answer else "open"


def _forced(
    here: Prepared, base: Solution | None, pair: Pair, at: int, broken: tuple[Reason, ...], together: bool
) -> tuple[Cost | None, int]:
    """What it costs to have the two together, as if they had been chosen by hand: also where a rule speaks against
    them, but not what one of them excludes."""
    excluded = any(one.code in EXCLUDED for one in broken)
    if base is None or together or excluded or pair in here.apart:
        return None, 0
    drawn = here.pool if at >= 0 else _with_pair(here, pair)
    # Whoever is with somebody by hand cannot be with two.
    pins = frozenset(one for one in here.pins if one[0] != pair[0]) | {pair}
    try:
        found = best(here, _keep(here), drawn=drawn, pins=pins)
    except NoAssignment:
        return None, 0
    cost = _cost(base, found, pair[0])
    return cost, len(cost.moves)


def _with_pair(here: Prepared, pair: Pair) -> Pool:
    return pool(here.scores, here.apart, here.fixed | {pair})


def _forbidden(here: Prepared, base: Solution | None, pair: Pair) -> Cost | None:
    assert base is not None
    try:
        found = best(here, _keep(here), drawn=without(here.pool, pair))
    except NoAssignment:
        return None
    return _cost(base, found, pair[0])


def _keep(here: Prepared) -> int:
    return here.asked.settings.keep if here.asked.previous else 0


def _cost(base: Solution, other: Solution, first: str) -> Cost:
    before, after = base.pairs, other.pairs
    moved = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    order = sorted(moved, key=lambda name: (name != first, name))
    return Cost(
        len(base.arcs) - len(other.arcs),
        base.total - other.total,
        tuple(Move(name, before.get(name), after.get(name)) for name in order),
        base.proved and other.proved,
    )


def _why_not(
    here: Prepared,
    base: Solution | None,
    pair: Pair,
    at: int,
    broken: tuple[Reason, ...],
    force: Cost | None,
    moved: int,
) -> Iterator[Reason]:
    """The first thing that keeps the two apart: a rule, a lock, a score, or somebody who needs the seat more."""
    if at < 0 and broken:
        yield from broken
        return
    if pair in here.apart:
        yield Reason("forbidden" if pair in here.forbid else "declined", readers=COORDINATOR)
        return
    if at < 0:
        yield Reason("not_scored", readers=COORDINATOR)
        return
    has = None if base is None else base.pairs.get(pair[0])
    if base is None or has == pair[1]:
        return
    if has is not None and (pair[0], has) in here.pins:
        yield Reason("pinned", readers=COORDINATOR)
    if force is None:
        return
    if force.people == 0 and force.points <= 0:
        yield Reason("equally_good", readers=COORDINATOR)
        return
    theirs = int(here.pool.pairs.score[place(here.pool, (pair[0], has))]) if has is not None else None
    score = int(here.pool.pairs.score[at])
    if theirs is not None and theirs > score:
        yield Reason("lower_score", {"points": _points(here, theirs - score)}, COORDINATOR)
    if theirs is None or theirs <= score or force.points > theirs - score or force.people:
        yield Reason("seat_worth_more", {"points": _points(here, force.points), "moved": moved - 1}, COORDINATOR)
    if here.quotas and _free_of_quotas(here, pair):
        for quota in here.quotas:
            parameters: dict[str, str | int | tuple[str, ...]] = {
                "country": quota.country or "",
                "min_cross_pairs": quota.min_cross_pairs,
            }
            yield Reason("quota", parameters, COORDINATOR)


def _free_of_quotas(here: Prepared, pair: Pair) -> bool:
    """Whether the two would be together if no quota were asked for."""
    try:
        return best(replace(here, quotas=()), _keep(here)).pairs.get(pair[0]) == pair[1]
    except NoAssignment:
        return False


def _points(here: Prepared, parts: int) -> int:
    """Whole points; the least is one."""
    return max(-(-parts // here.unit), 1)


def _changes(here: Prepared, pair: Pair, broken: tuple[Reason, ...]) -> Iterator[Reason]:
    """What would make the pair possible: of every rule that speaks against it."""
    if pair in here.forbid:
        yield Reason("change_forbidden", readers=COORDINATOR)
    elif pair in here.apart:
        yield Reason("change_declined", readers=COORDINATOR)
    for one in broken:
        if one.code == "no_language":
            level = _shared_level(here, pair)
            yield Reason("change_language", {"level": level}, COORDINATOR)
        elif one.code == "hours_too_few":
            yield Reason("change_hours", {"minutes": one.parameters["minutes"]}, COORDINATOR)
        else:
            yield Reason(f"change_{one.code}", readers=COORDINATOR)


def _shared_level(here: Prepared, pair: Pair) -> int:
    """0 where they share no language at all."""
    mine = here.scores.mentees[here.scores.mentee_at[pair[0]]].languages
    theirs = here.scores.mentors[here.scores.mentor_at[pair[1]]].languages
    return max((min(level, theirs.get(name, 0)) for name, level in mine.items()), default=0)


# ── everybody's needs ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Which:
    """From which mentee on, and how many; `without`: those alone who have no mentor. `own`: people who alone are shown,
    None for everybody."""

    start: int = 0
    count: int = 50
    without: bool = False
    own: frozenset[str] | None = None


def needs(here: Prepared, answer: Mapping[str, str], solved: bool, which: Which) -> Needs:
    """`answer`: of the newest run, by mentee; `solved`: there is one."""
    has = {**answer, **dict(here.pins)}
    taken = Counter(mentor for _, mentor in here.fixed | here.pin)
    # How far down each mentee's list goes is known from their possible mentors alone: no reason is made for others.
    seats = {one.id: one.capacity - taken[one.id] for one in here.scores.mentors}
    by_mentee = _by_mentee(here)
    own = which.own
    everybody = [one.id for one in here.scores.mentees if own is None or one.id in own]
    if own is not None:
        # Nobody else's mentors are offered, nor told of.
        seats = {name: free if name in own else 0 for name, free in seats.items()}
    to_find = {
        name: found
        for name in everybody
        if name not in has and (found := _to_find(here, by_mentee[name], seats, solved)) is not None
    }
    left = [name for name in everybody if name not in has]
    shown = left if which.without else everybody
    return Needs(
        tuple(
            _needed(here, name, has.get(name), by_mentee[name], seats, to_find.get(name), own)
            for name in shown[which.start : which.start + which.count]
        ),
        len(shown),
        len(left),
        len(to_find),
    )


def _by_mentee(here: Prepared) -> dict[str, Numbers]:
    """Places in the pool, the best first; of equal ones the first by id."""
    pairs = here.pool.pairs
    bounds = np.searchsorted(pairs.mentee, np.arange(len(here.scores.mentees) + 1))
    found = {}
    for row, one in enumerate(here.scores.mentees):
        theirs = np.arange(bounds[row], bounds[row + 1])
        found[one.id] = theirs[np.argsort(-pairs.score[theirs].astype(np.int64), kind="stable")]
    return found


def _to_find(here: Prepared, theirs: Numbers, seats: Mapping[str, int], solved: bool) -> ToFind | None:
    if not len(theirs):
        return "nobody"
    if not any(seats[here.scores.mentors[column].id] > 0 for column in here.pool.pairs.mentor[theirs].tolist()):
        return "no_seat"
    return "without" if solved else None


def _needed(
    here: Prepared,
    mentee: str,
    mentor: str | None,
    theirs: Numbers,
    seats: Mapping[str, int],
    to_find: ToFind | None,
    own: frozenset[str] | None,
) -> Needed:
    how: How | None = None if mentor is None else how_of(here, (mentee, mentor))
    return Needed(
        mentee,
        mentor,
        how,
        tuple(_possible(here, mentee, theirs, seats, mentor if own is None or mentor in own else None)),
        to_find,
        _against(here, mentee) if to_find == "nobody" and own is None else {},
    )


def _possible(
    here: Prepared, mentee: str, theirs: Numbers, seats: Mapping[str, int], mentor: str | None
) -> Iterator[Possible]:
    """Up to three who have a seat; whom the mentee has comes first."""
    ids = [here.scores.mentors[column].id for column in here.pool.pairs.mentor[theirs].tolist()]
    found = dict(zip(ids, theirs.tolist(), strict=True))
    first = [mentor] if mentor is not None and mentor in found else []
    for name in [*first, *(name for name in ids if name != mentor and seats[name] > 0)][:SHOWN]:
        yield Possible(name, int(here.pool.pairs.score[found[name]]), max(seats[name], 0), *_spoken(here, mentee, name))


def _spoken(here: Prepared, mentee: str, mentor: str) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """What speaks for the two; what to know before."""
    speaks = why(here.scores, mentee, mentor)
    for_them = tuple(said(one) for one in speaks if one.code not in CAVEATS)
    before = (*(one for one in speaks if one.code in CAVEATS), *why_not(here.scores, mentee, mentor))
    return for_them, tuple(said(one) for one in before)


def _against(here: Prepared, mentee: str) -> dict[str, int]:
    """The rules for which nobody may go with them, with how many mentors each."""
    found: Counter[str] = Counter()
    for one in here.scores.mentors:
        found.update(_names(why_not(here.scores, mentee, one.id)))
    return dict(sorted(found.items()))


def _names(reasons: Iterable[Reason]) -> set[str]:
    return {RULE_OF.get(one.code, one.code) for one in reasons}


def base_of(here: Prepared) -> Solution | None:
    """The best answer, None where demands conflict. Raises TooLarge."""
    try:
        check(here)
    except InConflict:
        return None
    return best(here, _keep(here))


# ── reasons as the engine gives them ──────────────────────────────────────────────────────────────────────────────────


def reason(told: Said) -> Reason:
    return Reason(told.code, dict(told.parameters), frozenset(Reader(one) for one in told.readers))


def reasons_of(asked: Asked, pairs: Iterable[Pair]) -> dict[Pair, tuple[Reason, ...]]:
    """Of a few people alone: what speaks for each of these pairs, what to know before, and which rules speak against
    it. Raises NobodyThere."""
    scores = prepared(canonical(asked)).scores
    return {pair: (*why(scores, *pair), *why_not(scores, *pair)) for pair in pairs}
