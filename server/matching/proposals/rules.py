"""How a proposal goes: who is asked when, what follows from an answer, when it comes to nothing. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from server.errors import Refused
from server.matching.proposals.model import (
    Asked,
    Order,
    PairReasons,
    Proposal,
    Question,
    ReasonClass,
    Role,
    Says,
    Seat,
    State,
    Why,
)
from server.matching.reasons import Reason

DAY = 24 * 3_600_000
"""ms."""
DAYS, MOST_DAYS = 5, 60
ANSWERED_DAYS = 2
"""Who asked something keeps at least so many days after the answer."""
PEOPLE = 20
QUESTIONS, QUESTION = 50, 2_000
"""Lines of one thread; code points of each."""
ASKING: tuple[State, ...] = ("asking_mentors", "asking_mentees", "asking_all")
LATELY = 14 * DAY
"""For so long people still find what became of it."""


def new(
    id: str,
    cohort: str,
    round: str | None,
    made_by: str,
    now: int,
    people: Sequence[Seat],
    reasons: Why,
    order: Order,
    days: int,
) -> Proposal:
    """Raises Refused mentorship_incomplete, days_unlikely."""
    roles = {role for _, role in people}
    if roles != {"mentee", "mentor"} or not 2 <= len(people) <= PEOPLE or len(dict(people)) < len(people):
        raise Refused("mentorship_incomplete", limit=PEOPLE)
    if not 1 <= days <= MOST_DAYS:
        raise Refused("days_unlikely", limit=MOST_DAYS)
    kept = tuple(PairReasons(*pair, tuple(given)) for pair, given in sorted(reasons.items()))
    one = Proposal(
        id=id,
        cohort=cohort,
        round=round,
        made_by=made_by,
        made_at=now,
        order=order,
        days=days,
        people=tuple(Asked(person, role) for person, role in people),
        reasons=kept,
        state="asking_all",
        expires_at=0,
        remind_at=None,
    )
    return _asking(one, "asking_mentors" if order == "mentor_first" else "asking_all", now)


def _asking(one: Proposal, state: State, now: int) -> Proposal:
    """The next ones are asked, with all the time that there is for an answer."""
    roles: tuple[Role, ...] = ("mentor",) if state == "asking_mentors" else ("mentee", "mentor")
    people = tuple(
        replace(each, asked_at=now) if each.role in roles and each.asked_at is None else each for each in one.people
    )
    return _until(replace(one, people=people, state=state), now + one.days * DAY, now)


def _until(one: Proposal, expires_at: int, now: int) -> Proposal:
    """People are reminded a day before, or half-way where there is less than two days."""
    return replace(one, expires_at=expires_at, remind_at=expires_at - min(DAY, (expires_at - now) // 2))


# ── who is asked ──────────────────────────────────────────────────────────────────────────────────────────────────────


def is_open(one: Proposal) -> bool:
    return one.state in ASKING


def of(one: Proposal, person: str) -> Asked | None:
    """Their part in it, as far as they may know: None as long as they were not asked."""
    return next((each for each in one.people if each.person == person and each.asked_at is not None), None)


def waited_for(one: Proposal) -> tuple[Asked, ...]:
    """Who is asked and has not answered; nobody once it is over."""
    if not is_open(one):
        return ()
    return tuple(each for each in one.people if each.asked_at is not None and each.says == "waiting")


def fresh(before: Proposal | None, after: Proposal) -> tuple[str, ...]:
    """Who is asked now and was not before."""
    known = set() if before is None else {each.person for each in before.people if each.asked_at is not None}
    return tuple(each.person for each in after.people if each.asked_at is not None and each.person not in known)


def reasons_for(one: Proposal, person: str) -> tuple[Reason, ...]:
    """What this person may read of why they fit, each once, however many pairs it holds for."""
    mine = of(one, person)
    if mine is None:
        return ()
    pairs = (pair for pair in one.reasons if person in (pair.mentee, pair.mentor))
    return tuple(_once(reason for pair in pairs for reason in pair.reasons if mine.role in reason.readers))


def _once(reasons: Iterable[Reason]) -> list[Reason]:
    found: list[Reason] = []
    for reason in reasons:
        if reason not in found:
            found.append(reason)
    return found


# ── what follows ──────────────────────────────────────────────────────────────────────────────────────────────────────


def say(one: Proposal, person: str, says: Says, reason: ReasonClass | None, now: int) -> Proposal:
    """The same as before is no change. Raises Refused not_found for who was not asked, proposal_over."""
    mine = of(one, person)
    if mine is None:
        raise Refused("not_found")
    wanted = None if says != "not_now" else reason or "none"
    if (mine.says, mine.reason) == (says, wanted):
        return one
    if not is_open(one):
        raise Refused("proposal_over")
    said = replace(mine, says=says, said_at=now, reason=wanted)
    one = replace(one, people=tuple(said if each.person == person else each for each in one.people))
    if says == "not_now":
        return _ended(one, "declined", now)
    return _go_on(one, now)


def _go_on(one: Proposal, now: int) -> Proposal:
    """Behind a yes: the next are asked, or there is nobody left to be."""
    if waited_for(one):
        return one
    if one.state == "asking_mentors":
        return _asking(one, "asking_mentees", now)
    return _ended(one, "opened", now)


def _ended(one: Proposal, state: State, now: int) -> Proposal:
    return replace(one, state=state, ended_at=now, remind_at=None)


def take_back(one: Proposal, now: int) -> Proposal:
    """Raises Refused proposal_over."""
    if not is_open(one):
        raise Refused("proposal_over")
    return _ended(one, "taken_back", now)


def is_due(one: Proposal, now: int) -> bool:
    return is_open(one) and (one.expires_at <= now or (one.remind_at is not None and one.remind_at <= now))


def lapse(one: Proposal, now: int, threads: Sequence[Question]) -> Proposal:
    """What time alone brings: a reminder, or the end of it. Nobody's time runs out while the team owes them an
    answer."""
    if not is_due(one, now):
        return one
    if one.expires_at > now:
        return replace(one, remind_at=None)
    if team_owes(threads) & {each.person for each in waited_for(one)}:
        return one
    return _ended(one, "expired", now)


def team_owes(threads: Iterable[Question]) -> set[str]:
    """Whose last line nobody has answered. `threads`: in the order of writing."""
    last = {line.person: line.by for line in threads}
    return {person for person, by in last.items() if by == person}


def answered(one: Proposal, now: int) -> Proposal:
    """The team has answered: who asked gets time to think of it."""
    least = now + ANSWERED_DAYS * DAY
    return one if one.expires_at >= least or not is_open(one) else _until(one, least, now)


def is_shown(one: Proposal, person: str, now: int) -> bool:
    """To its person: while it is open to them, and for a while behind."""
    return of(one, person) is not None and (one.ended_at is None or now - one.ended_at < LATELY)
