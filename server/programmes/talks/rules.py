"""Whom one may ask for a talk, by when it is answered, and by whom. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from server.programmes.talks.model import TalkRequest, TeamPart

TEAM_ROLES = ("coordinator", "safeguarding", "facilitator")
"""Whose work it is to listen, the first to be asked first."""
ANSWER_DAYS = 2
"""Working days; the deputy hears of it on the next one."""
_FRIDAY = 4


def working_day(after: date, days: int) -> date:
    """So many working days after a day; from Monday to Friday everywhere."""
    day = after
    while days:
        day += timedelta(days=1)
        days -= day.weekday() <= _FRIDAY
    return day


def allowed(team: Sequence[TeamPart], person: str, barred: Collection[str]) -> list[TeamPart]:
    """Whom of the team the person may ask: never themself, nor who is `barred`, because they share a room with the
    person that the talk may be about."""
    return [one for one in team if one.role in TEAM_ROLES and one.person != person and one.person not in barred]


def deputy_for(choice: Sequence[TeamPart], asked: str, organisation: str | None) -> str | None:
    """Who answers if the one asked does not: of those who could have been asked, the asker's own organisation first,
    then by role. None where there is nobody else."""
    others = [one for one in choice if one.person != asked]
    if not others:
        return None
    return min(
        others, key=lambda one: (one.organisation != organisation, TEAM_ROLES.index(one.role), one.person)
    ).person


def who_can(talk: TalkRequest, team: Collection[str], barred: Collection[str]) -> tuple[str, ...]:
    """Of the one asked and the deputy, those who can answer it some day; as in `answerers`."""
    return tuple(one for one in (talk.asked, talk.deputy) if one is not None and one in team and one not in barred)


def answerers(talk: TalkRequest, today: date, team: Collection[str], barred: Collection[str]) -> tuple[str, ...]:
    """Who sees the request and may answer it today.

    `team`: who belongs to it by now; `barred`: who by now shares a room with the asker. Whoever has left the one or
    come into the other sees nothing of it any more, and where that is the one asked, the deputy need not wait.
    """
    able = who_can(talk, team, barred)
    if talk.state == "over":
        return ()
    if talk.taken_by is not None and talk.taken_by in able:
        return (talk.taken_by,)
    if talk.asked in able and today < talk.deputy_from:
        return (talk.asked,)
    return able
