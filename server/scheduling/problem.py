"""The problem file: a question as JSON, and its answer as JSON. `docs/slots.md` describes the form.

Used by `python -m server slots`, with the same engine as everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

import msgspec
import numpy as np

from server.errors import UNREADABLE
from server.scheduling import choice
from server.scheduling.grid import Grid, Possible, minutes_in_common, possible
from server.scheduling.hours import Hours, Span, free
from server.scheduling.intervals import Intervals, intervals
from server.scheduling.zones import DAY, FIRST_YEAR, LAST_YEAR, UnknownZone, zone

Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
DAYS: tuple[Day, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEK = 7 * DAY


class ProblemRefused(ValueError):
    """Its text says what is wrong, and where: "… - at `$.people[2].zone`"."""


class Window(msgspec.Struct, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    day: Day
    start: str
    end: str


class Person(msgspec.Struct, forbid_unknown_fields=True):
    id: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    zone: str
    weekly: Annotated[list[Window], msgspec.Meta(max_length=1000)] = []
    exceptions: Annotated[dict[str, list[tuple[str, str]]], msgspec.Meta(max_length=1000)] = {}
    busy: Annotated[list[tuple[str, str]], msgspec.Meta(max_length=20_000)] = []


class Problem(msgspec.Struct, forbid_unknown_fields=True, rename={"start": "from"}):
    """The bounds keep any question within a gigabyte, and all but the largest searches within seconds."""

    kind: Literal["slots"]
    people: Annotated[list[Person], msgspec.Meta(min_length=1, max_length=1000)]
    start: str
    days: Annotated[int, msgspec.Meta(ge=1, le=26 * 7)]
    ask: Literal["common", "best", "sessions", "cover", "free", "overlap"]
    slot_minutes: Annotated[int, msgspec.Meta(ge=1, le=7 * 24 * 60)] = 60
    grid_minutes: Annotated[int, msgspec.Meta(ge=5, le=24 * 60)] = 15
    sessions: Annotated[int, msgspec.Meta(ge=1, le=50)] | None = None


Answer = dict[str, Any]


def solve(file: bytes) -> bytes:
    """Raises ProblemRefused."""
    return msgspec.json.encode(answer(read(file)))


def read(file: bytes) -> Problem:
    """Raises ProblemRefused."""
    try:
        problem = msgspec.json.decode(file, type=Problem)
    except UNREADABLE as error:
        raise ProblemRefused(str(error)) from None
    if problem.ask == "sessions" and problem.sessions is None:
        raise _wrong("How many sessions is missing", "$.sessions")
    seen: set[str] = set()
    for number, person in enumerate(problem.people):
        if person.id in seen:
            raise _wrong(f"Another person has the id {person.id!r} too", f"$.people[{number}].id")
        seen.add(person.id)
    return problem


def answer(problem: Problem) -> Answer:
    """Raises ProblemRefused."""
    start = _instant(problem.start, "$.from")
    end = start + problem.days * DAY
    if end > datetime(LAST_YEAR, 1, 1, tzinfo=UTC).timestamp():
        raise _wrong(f"The years from {FIRST_YEAR} to {LAST_YEAR} are known", "$.from")
    frees = [
        free(_hours(person, f"$.people[{number}]"), start, end, _busy(person, f"$.people[{number}]"))
        for number, person in enumerate(problem.people)
    ]
    ids = [person.id for person in problem.people]
    match problem.ask:
        case "free":
            return {
                "free": {
                    name: [[written(a), written(b)] for a, b in spans.tolist()]
                    for name, spans in zip(ids, frees, strict=True)
                }
            }
        case "overlap":
            return {"overlap": _overlap(ids, frees, start, end)}
        case _:
            grid = Grid(start, end, problem.grid_minutes * 60, problem.slot_minutes * 60)
            return _GROUP[problem.ask](problem, grid, possible(grid, frees))


def _common(_problem: Problem, grid: Grid, table: Possible) -> Answer:
    return {"starts": _starts(grid, np.flatnonzero(table.all(axis=0)).tolist())}


def _best(problem: Problem, grid: Grid, table: Possible) -> Answer:
    """When nobody can ever come, no start is the best one."""
    count = table.sum(axis=0)
    attendance = int(count.max(initial=0))
    numbers = np.flatnonzero(count == attendance).tolist() if attendance else []
    who = {written(grid.at(number)): _ids(problem, table[:, number]) for number in numbers}
    return {"starts": list(who), "attendance": attendance, "who": who}


def _sessions(problem: Problem, grid: Grid, table: Possible) -> Answer:
    assert problem.sessions is not None
    return _chosen(grid, choice.most(table, problem.sessions, apart=-(-grid.length // grid.step)))


def _cover(_problem: Problem, grid: Grid, table: Possible) -> Answer:
    return _chosen(grid, choice.fewest(table))


_GROUP: Mapping[str, Callable[[Problem, Grid, Possible], Answer]] = {
    "common": _common,
    "best": _best,
    "sessions": _sessions,
    "cover": _cover,
}


def _chosen(grid: Grid, made: choice.Choice) -> Answer:
    return {"starts": _starts(grid, made.starts), "covered": made.covered, "proved": made.proved}


def _overlap(ids: list[str], frees: list[Intervals], start: int, end: int) -> list[Answer]:
    """Weeks are counted from `from`: "0" is its first seven days; the last one may be shorter."""
    weeks = [minutes_in_common(frees, at, min(at + WEEK, end)) for at in range(start, end, WEEK)]
    return [
        {"people": [ids[a], ids[b]], "minutes": {str(week): int(table[a, b]) for week, table in enumerate(weeks)}}
        for a in range(len(ids))
        for b in range(a + 1, len(ids))
    ]


def _ids(problem: Problem, who: np.ndarray[Any, np.dtype[np.bool_]]) -> list[str]:
    return [problem.people[number].id for number in np.flatnonzero(who)]


def _starts(grid: Grid, numbers: list[int] | tuple[int, ...]) -> list[str]:
    return [written(grid.at(number)) for number in numbers]


# ── words of the form ─────────────────────────────────────────────────────────────────────────────────────────────────


def written(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%MZ")


def _wrong(what: str, where: str) -> ProblemRefused:
    return ProblemRefused(f"{what} - at `{where}`")


def _hours(person: Person, where: str) -> Hours:
    try:
        zone(person.zone)
    except UnknownZone:
        raise _wrong(f"There is no zone {person.zone!r}", f"{where}.zone") from None
    weekly: dict[Day, list[Span]] = {day: [] for day in DAYS}
    for number, window in enumerate(person.weekly):
        weekly[window.day].append(_span(window.start, window.end, f"{where}.weekly[{number}]"))
    exceptions = {
        _date(day, f"{where}.exceptions"): tuple(
            _span(*span, f"{where}.exceptions[{day!r}][{number}]") for number, span in enumerate(spans)
        )
        for day, spans in person.exceptions.items()
    }
    return Hours(person.zone, tuple(tuple(weekly[day]) for day in DAYS), exceptions)


def _busy(person: Person, where: str) -> Intervals:
    spans = []
    for number, (start, end) in enumerate(person.busy):
        place = f"{where}.busy[{number}]"
        spans.append((_instant(start, place), _instant(end, place)))
        if spans[-1][0] > spans[-1][1]:
            raise _wrong("It ends before it starts", place)
    return intervals(spans)


WALL = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])|24:00", re.ASCII)
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:00(\.0+)?)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def _span(start: str, end: str, where: str) -> Span:
    begin, finish = (_wall(text, where) for text in (start, end))
    if begin >= finish:
        raise _wrong("It has to start before it ends; what passes midnight is two spans, the first until 24:00", where)
    return begin, finish


def _wall(text: str, where: str) -> int:
    found = WALL.fullmatch(text)
    if found is None:
        raise _wrong(f"{text!r} is no time of day from 00:00 to 24:00", where)
    return int(found[1]) * 60 + int(found[2]) if found[1] else 24 * 60


def _date(text: str, where: str) -> date:
    try:
        if DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise _wrong(f"{text!r} is no date", where)


def _instant(text: str, where: str) -> int:
    """Whole minutes, with their offset from UTC."""
    try:
        at = datetime.fromisoformat(text) if INSTANT.fullmatch(text) else None
    except ValueError:
        at = None
    if at is None:
        raise _wrong(f"{text!r} is no time in UTC such as 2027-03-20T18:00Z", where)
    if not FIRST_YEAR <= at.year < LAST_YEAR:
        raise _wrong(f"The years from {FIRST_YEAR} to {LAST_YEAR} are known", where)
    return int(at.timestamp())
