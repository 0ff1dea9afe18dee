"""`python -m bench.scheduling [--quick]`: times in common, sessions, calendars, beside other ways to the same."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import metadata
from pathlib import Path

import numpy as np
import recurring_ical_events
from icalendar import Calendar

from bench.whole import load, watched
from server.scheduling import choice, zones
from server.scheduling.apart import read_apart
from server.scheduling.content_lines import LARGEST, CalendarRefused
from server.scheduling.grid import Grid, Possible, attendance, possible
from server.scheduling.hours import Hours, free
from server.scheduling.intervals import Intervals, intervals
from server.scheduling.reading import read_busy

START = int(datetime(2027, 2, 22, tzinfo=UTC).timestamp())
WEEKS = 8
END = START + WEEKS * 7 * 86_400
GRID = Grid(START, END, 900, 3600)
ZONES = (
    "Europe/Belgrade",
    "Europe/Skopje",
    "Europe/Ljubljana",
    "Europe/Lisbon",
    "America/Sao_Paulo",
    "Europe/Sarajevo",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.scheduling")
    parser.add_argument("--quick", action="store_true", help="20 people instead of 300: shows that all works")
    quick = parser.parse_args().quick
    print(f"zones of tzdata {zones.VERSION}; medians of 5, the searches once; {WEEKS} weeks in quarters of an hour\n")
    for people in (20,) if quick else (20, 60, 300):
        _common(people)
    for people in (20,) if quick else (60, 300):
        _sessions(people)
    _feed(500)
    _files()
    asyncio.run(_large(1_000 if quick else 25_000))


def _people(count: int) -> tuple[list[Hours], list[Intervals]]:
    """Everybody has two or three evenings or mornings a week, and forty busy times."""
    chance = random.Random(count)
    hours, busy = [], []
    for _ in range(count):
        weekly: list[tuple[tuple[int, int], ...]] = [()] * 7
        for day in chance.sample(range(7), chance.randint(2, 3)):
            begin = chance.randrange(8 * 4, 20 * 4) * 15
            weekly[day] = ((begin, min(begin + chance.randint(6, 14) * 15, 1440)),)
        hours.append(Hours(chance.choice(ZONES), tuple(weekly)))
        taken = [START + chance.randrange(WEEKS * 7 * 96) * 900 for _ in range(40)]
        busy.append(intervals((at, at + 3600) for at in taken))
    return hours, busy


def _table(count: int) -> Possible:
    return possible(GRID, _free(*_people(count)))


def _free(hours: Sequence[Hours], busy: Sequence[Intervals]) -> list[Intervals]:
    return [free(one, START, END, taken) for one, taken in zip(hours, busy, strict=True)]


def _median(of: Callable[[], object], rounds: int = 5) -> float:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        of()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def _common(count: int) -> None:
    hours, busy = _people(count)
    frees = _free(hours, busy)
    whole = _median(lambda: attendance(GRID, _free(hours, busy)).max())
    table = _median(lambda: possible(GRID, frees))
    kept = _median(lambda: attendance(GRID, frees).max())
    listed = [spans.tolist() for spans in frees]
    swept = _median(lambda: _sweep(listed))
    assert _sweep(listed) == int(attendance(GRID, frees).max())
    print(
        f"S1  {count:3} people, best times: {whole * 1e3:.1f} ms from the hours, {kept * 1e3:.1f} ms from what is free "
        f"(with who can come when {table * 1e3:.1f} ms); a sweep in Python {swept * 1e3:.1f} ms"
    )


def _sweep(people: list[list[list[int]]]) -> int:
    """The peer: the same question by sorting where starts become possible and impossible."""
    changes: dict[int, int] = {}
    for spans in people:
        for start, end in spans:
            first = -((GRID.start - start) // GRID.step)
            last = (end - GRID.length - GRID.start) // GRID.step
            if first <= last:
                changes[first] = changes.get(first, 0) + 1
                changes[last + 1] = changes.get(last + 1, 0) - 1
    best = now = 0
    for at in sorted(changes):
        now += changes[at]
        best = max(best, now)
    return best


def _sessions(count: int) -> None:
    table = _table(count)
    everybody = int(table.any(axis=1).sum())
    for sessions in (2, 3):
        began = time.perf_counter()
        made = choice.most(table, sessions)
        taken = time.perf_counter() - began
        print(
            f"S2  {count:3} people, {sessions} sessions: {made.covered} of {everybody} can come to one, "
            f"{'proved' if made.proved else 'not proved'}, {taken:.2f} s"
        )
    began = time.perf_counter()
    made = choice.fewest(table)
    print(
        f"    {count:3} people, the fewest for all {everybody}: {len(made.starts)} sessions, "
        f"{'proved' if made.proved else 'not proved'}, {time.perf_counter() - began:.2f} s"
    )


def _feed(count: int) -> None:
    file = _calendar(count)
    ours = _median(lambda: read_busy(file, "Europe/Belgrade", START, END), 3)
    low, high = (datetime.fromtimestamp(at, UTC) for at in (START, END))
    theirs = _median(lambda: recurring_ical_events.of(Calendar.from_ical(file)).between(low, high), 1)
    print(
        f"S4  a feed of {count} events: {ours * 1e3:.0f} ms; "
        f"icalendar with recurring-ical-events {theirs * 1e3:.0f} ms ({theirs / ours:.0f} times ours)"
    )


def _calendar(count: int) -> bytes:
    """Half of them weekly for years, with titles and people as calendars have them."""
    chance = random.Random(1)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for number in range(count):
        at = datetime(2026, 9, 1) + timedelta(days=chance.randrange(300), hours=chance.randrange(8, 20))  # noqa: DTZ001
        lines += ["BEGIN:VEVENT", f"UID:{number}", f"DTSTART;TZID=Europe/Belgrade:{at:%Y%m%dT%H%M%S}", "DURATION:PT1H"]
        lines += ["RRULE:FREQ=WEEKLY;BYDAY=TU,TH"] if number % 2 else []
        lines += [f"SUMMARY:Meeting {number}", "DESCRIPTION:" + "words " * 40, "ATTENDEE;CN=Ana:mailto:ana@example.org"]
        lines += ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


async def _large(count: int) -> None:
    """How late the event loop is while one is read in a thread, and in a process of its own, as the server does it."""
    file = _calendar(count)[:LARGEST]
    file = file[: file.rindex(b"BEGIN:VEVENT")] + b"END:VCALENDAR\r\n"
    for where, reading in (("a thread", partial(asyncio.to_thread, read_busy)), ("its own process", read_apart)):
        with watched() as lag:
            began = time.perf_counter()
            with contextlib.suppress(CalendarRefused):
                await reading(file, "Europe/Belgrade", START, END)
            taken = time.perf_counter() - began
            await asyncio.sleep(0.05)
        print(f"S4  a calendar of {len(file) / 1e6:.1f} MB in {where}: {taken:.1f} s; the loop {lag.words()}; {load()}")


def _files() -> None:
    paths = [
        Path(str(file.locate()))
        for package in ("icalendar", "recurring-ical-events")
        for file in metadata.files(package) or ()
        if file.suffix == ".ics"
    ]
    read = partly = refused = theirs = 0
    for path in paths:
        file = path.read_bytes()
        try:
            left_out = read_busy(file, "Europe/Belgrade", START, END).left_out
            read, partly = read + (not left_out), partly + bool(left_out)
        except CalendarRefused:
            refused += 1
        try:
            Calendar.from_ical(file, multiple=True)
            theirs += 1
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):
            continue
    print(
        f"S4  {len(paths)} calendars of two libraries: {read} read, {partly} read but for entries that are named, "
        f"{refused} refused with a reason; icalendar reads {theirs}"
    )


if __name__ == "__main__":
    np.seterr(all="raise")
    main()
