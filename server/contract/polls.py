"""A time for many: looked for by whoever coordinates, asked of the people, decided."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.calendar import DateFor, DateKind, Time
from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L1, OPEN
from server.contract.programmes import Version
from server.contract.views import Person

Part = Literal["needed", "one_of", "welcome"]
Says = Literal["yes", "maybe", "no"]
Every = Literal["week", "fortnight", "month"]
Why = Literal["early", "late", "between", "other_day", "if_need_be"]
"""A time is beyond somebody's hours: before or after those of their day, between them, on a day without any; or they
said of it "if need be"."""
Moment = Annotated[int, Meta(ge=0, le=253402300799000)]
TITLE_LIMIT = 120


class PollPerson(msgspec.Struct, frozen=True):
    """Somebody of the run. `needed`: has to be there; `one_of`: one of those who are has to; `welcome`."""

    person: Annotated[Id, L0]
    part: Annotated[Part, L1] = "welcome"


class Outsider(msgspec.Struct, frozen=True):
    """Somebody without an account, who answers by a link that is mailed to them."""

    name: Annotated[str, L0]
    email: Annotated[str, L0]
    language: Annotated[str, L0]
    part: Annotated[Part, L1] = "welcome"


class NewPoll(msgspec.Struct, frozen=True):
    """Look for a time between two days, and two times of the day in the run's home zone. `at_least`: so many have to
    come; `sessions`: so many, so that most can come to one. `meetings`: so many are a series to which everybody comes:
    the days are those of the first, and each other one lies `every` so much later. `kind`, `whom`: of the date that
    comes of it."""

    command_id: Annotated[CommandId, OPEN]
    title: Annotated[str, L1]
    kind: Annotated[DateKind, L1]
    whom: Annotated[DateFor, L1]
    minutes: Annotated[int, L1]
    day_from: Annotated[date, L1]
    day_to: Annotated[date, L1]
    since: Annotated[Time, L1]
    until: Annotated[Time, L1]
    people: Annotated[Annotated[tuple[PollPerson, ...], Meta(max_length=300)], L1]
    outsiders: Annotated[Annotated[tuple[Outsider, ...], Meta(max_length=50)], L1] = ()
    at_least: Annotated[int, L1] = 0
    sessions: Annotated[int, L1] = 1
    meetings: Annotated[int, L1] = 1
    every: Annotated[Every, L1] = "month"


class Guest(msgspec.Struct, frozen=True):
    """`said`: by start (ms, as text), what they answered; empty as long as they have not."""

    id: Annotated[str, L0]
    name: Annotated[str, L0]
    account: Annotated[bool, L0]
    part: Annotated[Part, L1]
    said: Annotated[dict[str, Says], L1]


class Poll(msgspec.Struct, frozen=True):
    """`asked`: starts (ms) that people were asked about; `decided`: those that it became."""

    id: Annotated[str, OPEN]
    title: Annotated[str, L1]
    kind: Annotated[DateKind, L1]
    whom: Annotated[DateFor, L1]
    minutes: Annotated[int, L1]
    day_from: Annotated[date, L1]
    day_to: Annotated[date, L1]
    since: Annotated[str, L1]
    until: Annotated[str, L1]
    zone: Annotated[str, L0]
    at_least: Annotated[int, L1]
    sessions: Annotated[int, L1]
    meetings: Annotated[int, L1]
    every: Annotated[Every, L1]
    state: Annotated[Literal["looking", "asking", "decided"], L1]
    asked: Annotated[tuple[int, ...], L1]
    decided: Annotated[tuple[int, ...], L1]
    guests: Annotated[tuple[Guest, ...], L1]
    made_by: Annotated[Person, L0]
    version: Annotated[int, OPEN]


class Polls(msgspec.Struct, frozen=True):
    """Of a run, the newest first."""

    polls: Annotated[tuple[Poll, ...], L1]


class FoundTime(msgspec.Struct, frozen=True):
    """A start (ms). `missing`: so many who have to be there cannot; the others by guest: free, to be had outside of
    their hours, and busy. `strain`: minutes outside of hours of all together, those at night threefold."""

    start: Annotated[int, L1]
    missing: Annotated[int, L1]
    free: Annotated[tuple[str, ...], L1]
    outside: Annotated[tuple[str, ...], L1]
    busy: Annotated[tuple[str, ...], L1]
    strain: Annotated[int, L1]


class HeatDay(msgspec.Struct, frozen=True):
    """How many are free at each of the hours."""

    day: Annotated[date, L1]
    free: Annotated[tuple[int, ...], L1]


class Beyond(msgspec.Struct, frozen=True):
    """A guest who would come outside of their hours. `strain`: minutes, those at night threefold."""

    guest: Annotated[str, L0]
    strain: Annotated[int, L1]
    why: Annotated[Why, L1]


class TurnTime(msgspec.Struct, frozen=True):
    """A start (ms). `busy`: guests who cannot; whoever is in neither can, or nothing is known of them."""

    start: Annotated[int, L1]
    beyond: Annotated[tuple[Beyond, ...], L1]
    busy: Annotated[tuple[str, ...], L1]


class SeriesMeeting(msgspec.Struct, frozen=True):
    """Of a series: its days, and its times: the proposed one first, then the next best while the others stay as they
    are; none where somebody who has to be there can never."""

    day_from: Annotated[date, L1]
    day_to: Annotated[date, L1]
    times: Annotated[tuple[TurnTime, ...], L1]


class PollTimes(msgspec.Struct, frozen=True):
    """`best`: the best first. `unknown`: guests who have neither said hours nor answered. `together`: starts that
    reach `covered` guests, where several sessions are wanted; `proved`: none reach more. `hours`: of the day, the
    columns of `heat`. `series`: where a series is wanted, instead of all these, with times so that whoever is asked to
    come outside of their hours takes turns; `proved`: they cannot be shared better. `searching`: this is what was found
    at once, and something better is still looked for: whoever asks again is told."""

    best: Annotated[tuple[FoundTime, ...], L1]
    unknown: Annotated[tuple[str, ...], L1]
    together: Annotated[tuple[int, ...], L1]
    covered: Annotated[int, L1]
    proved: Annotated[bool, L1]
    hours: Annotated[tuple[int, ...], L1]
    heat: Annotated[tuple[HeatDay, ...], L1]
    series: Annotated[tuple[SeriesMeeting, ...], L1] = ()
    searching: Annotated[bool, OPEN] = False


class ChooseTimes(msgspec.Struct, frozen=True):
    """To ask about, or to decide for."""

    version: Annotated[Version, OPEN]
    starts: Annotated[Annotated[tuple[Moment, ...], Meta(min_length=1, max_length=12)], L1]


class MyPoll(msgspec.Struct, frozen=True):
    """When could I? `said`: by start (ms, as text)."""

    id: Annotated[str, OPEN]
    title: Annotated[str, L1]
    minutes: Annotated[int, L1]
    made_by: Annotated[Person, L0]
    asked: Annotated[tuple[int, ...], L1]
    said: Annotated[dict[str, Says], L1]


class MyPolls(msgspec.Struct, frozen=True):
    polls: Annotated[tuple[MyPoll, ...], L1]


class AnswerPoll(msgspec.Struct, frozen=True):
    """Of each start (ms, as text) what I say; what is left out I say nothing of."""

    said: Annotated[Annotated[dict[str, Says], Meta(max_length=12)], L1]
