"""What can be said in a round, by whom it may be changed, and what becomes of an order. Pure."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec

from server.contract.rounds import LOCKS, SCORES
from server.errors import Refused
from server.matching.rounds.model import Fault, Locks, Pair, Round, Scores, Settings, Work

LEASE = 20_000
"""ms: a node that has not been heard of for so long has lost what it works on."""
TRIES = 2
"""A server that goes away twice in the middle of an order may go away because of it."""
LARGEST = 2**31
NAMES = Locks.__struct_fields__
FORMULA = ("=", "+", "-", "@", "\t")


# ── settings ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def check_settings(settings: Settings) -> None:
    """Raises Refused quota_invalid, with its place."""
    seen = set()
    for number, quota in enumerate(settings.quotas):
        unclear = (quota.min_cross_pairs is None) == (quota.min_share is None)
        key = (quota.country, quota.scope)
        if unclear or key in seen:
            raise Refused("quota_invalid", place=number + 1)
        seen.add(key)


def stamp(people: str, one: Round, scores: str) -> str:
    """`people`, `scores`: of what they said, and of scores of others. Of all that an answer is made from, but the
    answer before it."""
    told = (people, one.settings, one.locks, one.released, scores)
    return blake2b(msgspec.json.encode(told, order="deterministic"), digest_size=16).hexdigest()


# ── locks ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def check_locks(locks: Locks, mentees: Collection[str], mentors: Mapping[str, int], excluded: Collection[Pair]) -> None:
    """`mentors`: with their seats. `excluded`: pairs that one of the two does not want.

    Raises Refused lock_unknown, locks_contradict, pair_excluded, each with its place."""
    lists: dict[str, list[Pair]] = {name: sorted(getattr(locks, name)) for name in NAMES}
    for name, pairs in lists.items():
        for number, (mentee, mentor) in enumerate(pairs):
            if mentee not in mentees or mentor not in mentors:
                raise Refused("lock_unknown", place=_place(name, number))
    _check_against_each_other(lists, mentors)
    for number, pair in enumerate(lists["chosen"]):
        if pair in excluded:
            raise Refused("pair_excluded", place=_place("chosen", number))


def _check_against_each_other(lists: Mapping[str, list[Pair]], mentors: Mapping[str, int]) -> None:
    has: set[str] = set()
    seats: Counter[str] = Counter()
    for name in ("chosen", "pin"):
        for number, pair in enumerate(lists[name]):
            mentee, mentor = pair
            seats[mentor] += 1
            if mentee in has or pair in lists["forbid"] or seats[mentor] > mentors[mentor]:
                raise Refused("locks_contradict", place=_place(name, number))
            has.add(mentee)


def _place(name: str, number: int) -> str:
    return f"{name}[{number}]"


def merged(before: Locks, wanted: Locks, mine: Collection[Pair] | None) -> Locks:
    """`mine`: the pairs of before that the actor may change; None for all. The others stay.

    Raises Refused too_many_locks."""
    after = wanted
    if mine is not None:
        kept = {name: getattr(before, name) - frozenset(mine) for name in NAMES}
        after = Locks(**{name: kept[name] | getattr(wanted, name) for name in NAMES})
    if any(len(getattr(after, name)) > LOCKS for name in NAMES):
        raise Refused("too_many_locks", limit=LOCKS)
    return after


def still(locks: Locks, before: Locks, mentees: Collection[str], mentors: Collection[str]) -> Locks:
    """Without what was locked before of people who are in the round no more: nobody is to blame for that."""

    def there(pair: Pair) -> bool:
        return pair[0] in mentees and pair[1] in mentors

    return Locks(
        **{
            name: frozenset(pair for pair in getattr(locks, name) if there(pair) or pair not in getattr(before, name))
            for name in NAMES
        }
    )


def without(locks: Locks, people: Collection[str]) -> Locks:
    """Of those who are not to be found here any more."""
    gone = frozenset(people)
    return Locks(**{name: frozenset(pair for pair in getattr(locks, name) if not gone & set(pair)) for name in NAMES})


# ── scores of others ──────────────────────────────────────────────────────────────────────────────────────────────────


def read_scores(text: str, mentees: Mapping[str, str], mentors: Mapping[str, str]) -> Scores:
    """`mentees`, `mentors`: ids by what a line may call them: the id, or the e-mail address in small letters. A first
    line without a number is a heading.

    Raises Refused score_line, score_person, score_twice, score_number, with the line; scores_empty, scores_too_many."""
    found: dict[Pair, int] = {}
    for line, row in _rows(text):
        if len(row) != 3:
            raise Refused("score_line", line=line)
        people = _person(row[0], mentees), _person(row[1], mentors)
        if line == 1 and people == (None, None):
            continue
        mentee, mentor = people
        if mentee is None or mentor is None:
            raise Refused("score_person", line=line)
        if (mentee, mentor) in found:
            raise Refused("score_twice", line=line)
        if len(found) == SCORES:
            raise Refused("scores_too_many", limit=SCORES)
        found[mentee, mentor] = _score(row[2], line)
    if not found:
        raise Refused("scores_empty")
    written = msgspec.json.encode([(*pair, score) for pair, score in sorted(found.items())])
    digest = blake2b(written, digest_size=16).hexdigest()
    return Scores(len(found), min(found.values()), max(found.values()), digest, written)


def _rows(text: str) -> Iterable[tuple[int, list[str]]]:
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        for number, row in enumerate(csv.reader(text.splitlines(), delimiter=delimiter, strict=True), start=1):
            if any(cell.strip() for cell in row):
                yield number, [cell.strip() for cell in row]
    except csv.Error:
        raise Refused("list_unreadable") from None


def _person(cell: str, known: Mapping[str, str]) -> str | None:
    """A spreadsheet's formula is never a person: nobody's id or address begins like one."""
    return None if cell.startswith(FORMULA) else known.get(cell) or known.get(cell.lower())


def _score(cell: str, line: int) -> int:
    digits = cell.removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 10:
        raise Refused("score_number", line=line)
    score = int(cell)
    if not -LARGEST < score < LARGEST:
        raise Refused("score_number", line=line)
    return score


# ── orders ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def ordered(id: str, version: int, person: str, now: int) -> Work:
    return Work("waiting", id, version, person, now, steps=0)


def cancelled(work: Work) -> Work:
    """What is over stays as it was."""
    if work.state not in ("waiting", "running"):
        return work
    return msgspec.structs.replace(work, state="cancelled", node=None, until=0)


def begun(work: Work) -> Work:
    """Just taken by a node: `interrupted` where that has happened too often."""
    if work.tries <= TRIES:
        return work
    return msgspec.structs.replace(work, state="interrupted", node=None, until=0)


def heard(work: Work, progress: Sequence[object], now: int) -> Work:
    stage, step, steps = progress
    return msgspec.structs.replace(work, stage=stage, step=step, steps=steps, until=now + LEASE)


def done(work: Work) -> Work:
    return msgspec.structs.replace(work, state="done", node=None, until=0, step=work.steps)


def failed(work: Work, fault: Fault) -> Work:
    return msgspec.structs.replace(work, state="failed", node=None, until=0, fault=fault)


def handed_back(work: Work) -> Work:
    """By a node that ends: the next one begins it anew, and that was nobody's fault."""
    return msgspec.structs.replace(work, state="waiting", node=None, until=0, tries=work.tries - 1)
