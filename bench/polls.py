"""A time for many through the product's own door: people with hours and busy calendars in the database, the whole way
from the request to the answer, and how late the event loop is meanwhile.

.venv/bin/python -m bench.polls              60 and 300 people, on SQLite
.venv/bin/python -m bench.polls --quick      20 people: shows that all works
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2

from bench.scheduling import WEEKS, ZONES
from bench.whole import Clock, load, running, signed_in, watched
from server.accounts.service import NewPerson, add_people
from server.ids import new_id
from server.programmes.model import Cohort, Enrolment, Organisation, Programme
from server.programmes.service import add_cohort, add_organisation, add_programme, enrol
from server.scheduling.availability import service as availability
from server.scheduling.availability.service import Calendar, Said
from server.scheduling.intervals import intervals
from server.unit_of_work import UnitOfWork

RUN, LEADS = "run", "leads"
FIRST = date(2027, 2, 22)
NOW = int(datetime(2027, 2, 1, 12, tzinfo=UTC).timestamp()) * 1000
END = int(datetime(2028, 2, 1, tzinfo=UTC).timestamp()) * 1000
"""Until when their calendars are known."""
BUSY = 40
ROUNDS, AGAIN = 5, 9
GOALS_MS = {"best": 500, "cached": 20, "three of 60": 1_000, "three of 300": 15_000}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    missed = 0
    for people in (20,) if quick else (60, 300):
        with tempfile.TemporaryDirectory() as folder:
            missed += asyncio.run(measure(people, Path(folder)))
    return 1 if missed else 0


async def measure(people: int, folder: Path) -> int:
    """How many of the goals were missed. Asked again, the lesser of clock and CPU counts: others may work here too."""
    url = f"sqlite:///{folder / 'atelje.db'}"
    async with running(url, folder, Clock(NOW)) as product:
        await product.writer.run(lambda unit: found(unit, people))
        async with signed_in(product, LEADS) as client:
            door = Door(client, people)
            best, again, cpu, lag = [], [], [], []
            for _ in range(ROUNDS):
                poll = await door.make(sessions=1)
                best.append(await door.timed(poll, lag))
                worked = time.process_time()
                again += [await door.timed(poll, lag) for _ in range(AGAIN)]
                cpu.append((time.process_time() - worked) * 1000 / AGAIN)
            print(
                f"S1  {people:3} people, {WEEKS} weeks: best times {_ms(best)}, asked again {_ms(again)}, "
                f"{statistics.median(cpu):.1f} of CPU, the loop late by {max(lag):.0f} ms at most; {load()}"
            )
            missed = (statistics.median(best) > GOALS_MS["best"]) + (
                min(statistics.median(again), statistics.median(cpu)) > GOALS_MS["cached"]
            )
            for sessions in (2, 3):
                lag = []
                poll = await door.make(sessions=sessions)
                taken = await door.timed(poll, lag)
                answer = (await client.get(f"/polls/{poll}/times")).json()
                print(
                    f"S2  {people:3} people, {sessions} sessions: {answer['covered']} can come to one, "
                    f"{'proved' if answer['proved'] else 'not proved'}, {taken:.0f} ms, the loop late by "
                    f"{max(lag):.0f} ms at most; {load()}"
                )
                goal = GOALS_MS.get(f"three of {people}")
                missed += sessions == 3 and goal is not None and (taken > goal or not answer["proved"])
            lag = []
            poll = await door.make(meetings=6, day_to=str(FIRST + timedelta(13)))
            taken = await door.timed(poll, lag)
            late = f"the loop late by {max(lag):.0f} ms at most; {load()}"
            print(f"    {people:3} people, a series of 6 months: {taken:.0f} ms, {late}", flush=True)
            return missed


def _ms(taken: list[float]) -> str:
    return f"{statistics.median(taken):.1f} ms (at most {max(taken):.1f})"


@dataclass
class Door:
    client: httpx2.AsyncClient
    people: int
    made: int = 0

    async def make(self, **fields: Any) -> str:
        """A search whose answer nobody has asked for yet."""
        self.made += 1
        wanted = {
            "command_id": f"bench{self.made}",
            "title": "Workshop",
            "kind": "workshop",
            "whom": "all",
            "minutes": 60,
            "day_from": str(FIRST),
            "day_to": str(FIRST + timedelta(weeks=WEEKS, days=-1)),
            "since": "08:00",
            "until": "23:00",
            "people": [{"person": f"person-{number}"} for number in range(self.people)],
        } | fields
        answer = await self.client.post(f"/cohorts/{RUN}/polls", json=wanted)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["id"])

    async def timed(self, poll: str, lag: list[float]) -> float:
        """ms until the best is told, with how late the loop was."""
        async with _watched(lag):
            began = time.perf_counter()
            while True:
                answer = await self.client.get(f"/polls/{poll}/times")
                assert answer.status_code == 200, answer.text
                if b'"searching":true' not in answer.content:
                    return (time.perf_counter() - began) * 1000
                await asyncio.sleep(0.1)


@contextlib.asynccontextmanager
async def _watched(into: list[float]) -> AsyncIterator[None]:
    with watched() as lag:
        await asyncio.sleep(0)
        yield
        # Once more round the loop, so that a stop at the end is seen.
        await asyncio.sleep(0.02)
    into += [0.0, *lag.seen]


def found(unit: UnitOfWork, count: int) -> None:
    """A run with so many mentors, and who leads it. Everybody has two or three evenings or mornings a week,
    and forty busy times in a calendar."""
    chance = random.Random(count)
    ids = [f"person-{number}" for number in range(count)]
    zones = {id: chance.choice(ZONES) for id in ids}
    people = [NewPerson(id, f"Ана {id}", f"{id}@people.example", "sr-Cyrl", zones[id], None) for id in ids]
    leads = NewPerson(LEADS, "Vesna Njagul", "vesna@people.example", "sr-Latn", ZONES[0], None)
    add_people(unit, [leads, *people])
    add_organisation(unit, Organisation("bank", {"sr-Latn": "Treća obala"}, "Novi Sad", "RS", ZONES[0]))
    add_programme(unit, Programme("circles", {"sr-Latn": "Krugovi"}, "bank"))
    add_cohort(unit, Cohort(RUN, "circles", date(2027, 1, 4), date(2027, 12, 31), ZONES[0], 6, 4), {"bank": "lead"})
    enrol(unit, Enrolment(LEADS, RUN, "coordinator", "bank"))
    start = int(datetime.combine(FIRST, datetime.min.time(), UTC).timestamp())
    for id in ids:
        enrol(unit, Enrolment(id, RUN, "mentor", "bank"))
        weekly: list[tuple[tuple[int, int], ...]] = [()] * 7
        for day in chance.sample(range(7), chance.randint(2, 3)):
            begin = chance.randrange(8 * 4, 20 * 4) * 15
            weekly[day] = ((begin, min(begin + chance.randint(6, 14) * 15, 1440)),)
        availability.say(unit, id, Said(zones[id], tuple(weekly), {}, "RS", version=2))
        taken = [start + chance.randrange(WEEKS * 7 * 96) * 900 for _ in range(BUSY)]
        busy = intervals((at, at + 3600) for at in taken)
        availability.put_calendar(unit, Calendar(id, new_id(), unit.now, busy=busy, read_at=unit.now, until=END))


if __name__ == "__main__":
    sys.exit(main())
