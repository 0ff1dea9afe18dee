"""When silence is told to whom. Pure.

Days are counted in the run's own zone from the last sign of life: a word in the room, or that one of them said all is
well, or that the mentorship began or went on. A step never comes before those that it follows: where silence was there
before anybody looked, everybody gets their time all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from server.clock import day_in
from server.programmes.care.model import Steps, Watched

LAST = 3


def life_of(one: Watched, newest: int | None) -> int:
    """The last sign of life (ms). `newest`: of the newest word in the room."""
    return max(newest or 0, one.steps.said_at or 0, one.since)


def still_so(steps: Steps, life: int) -> Steps:
    """The steps that still count: any sign of life after the last of them begins anew."""
    if steps.told_at is not None and life >= steps.told_at:
        return Steps(said=steps.said, said_at=steps.said_at)
    return steps


def begins_anew(one: Watched, life: int, today: date) -> bool:
    """Whether the steps are taken back now. Of the last one the team knows: it learns of a sign of life on the day
    after, so that the hour of a word shows nowhere. Its people are shown it at once."""
    if still_so(one.steps, life) == one.steps:
        return False
    return one.steps.step < LAST or day_in(life, one.home_zone) < today


def dates(one: Watched, life: int, today: date) -> tuple[date, date, date]:
    """The days of the three steps if nobody says anything; of those that have come, the days on which they were due."""
    days, steps = one.days, still_so(one.steps, life)
    begun = max(day_in(life, one.home_zone), one.start)
    due = [begun + timedelta(days=count) for count in days]
    if steps.step:
        held, place = day_in(steps.told_at or life, one.home_zone), steps.step - 1
    else:
        held, place = max(due[0], today), 0
        due[0] = held
    for later in range(place + 1, LAST):
        due[later] = max(due[later], held + timedelta(days=days[later] - days[place]))
    return due[0], due[1], due[2]


def is_due(one: Watched, life: int, today: date) -> bool:
    """Whether the next step comes today."""
    step = still_so(one.steps, life).step
    return step < LAST and dates(one, life, today)[step] <= today


def asked_first(people: Collection[str], newest: Mapping[str, int]) -> tuple[str, ...]:
    """Whom the first step asks: who has been silent for longest, so that whoever waits for an answer is not asked why.

    `newest`: the time (ms) of each one's newest word. Those who have never said anything are asked together.
    """
    longest = min(newest.get(person, 0) for person in people)
    return tuple(sorted(person for person in people if newest.get(person, 0) == longest))


def asks(steps: Steps, person: str) -> bool:
    """Whether the person is asked now."""
    return steps.step >= LAST - 1 or (steps.step == 1 and person in steps.asked)
