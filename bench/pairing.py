"""What a round of thousands costs others: how late the event loop is while it is gathered, computed and shown.

.venv/bin/python -m bench.pairing                        2 000 mentees, 1 500 mentors, on SQLite
.venv/bin/python -m bench.pairing --url postgresql+…     on an empty PostgreSQL database too
.venv/bin/python -m bench.pairing --quick                a tenth of it
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx2

from bench.people import people
from bench.whole import PROBE, Clock, name_of, on_databases, running, signed_in, watched
from server.accounts.service import NewPerson, add_people
from server.matching.people import Candidate
from server.matching.profiles import store as profiles
from server.matching.profiles.model import Profile
from server.programmes.model import Cohort, Enrolment, Organisation, Programme
from server.programmes.service import add_cohort, add_organisation, add_programme, enrol
from server.scheduling.availability import store as availability
from server.scheduling.availability.model import Said
from server.unit_of_work import UnitOfWork

MENTEES = 2_000
GOAL_MS = 50
RUN, LEADER = "run", "vesna"
NOW = 1_793_000_000_000
ZONES = ("Europe/Belgrade", "Europe/Skopje", "Europe/Lisbon", "America/Sao_Paulo")
CALM_SECONDS = 2
"""For so long the loop is watched doing nothing: what other programs on the machine cost."""
ASKS = 0.5
"""Seconds between two looks of who waits."""
WORKS = ("waiting", "running")


def main() -> int:
    return on_databases(__doc__, MENTEES, measure)


async def measure(url: str, mentees: int, folder: Path) -> int:
    async with running(url, folder, Clock(NOW)) as product:
        await product.writer.run(found)
        for unit in said(mentees):
            await product.writer.run(unit)
        async with signed_in(product, LEADER) as client:
            # As the server does once it listens.
            gc.collect()
            gc.freeze()
            gc.set_threshold(50_000, 20, 50)
            return await round_of(client, name_of(url), mentees)


async def round_of(client: httpx2.AsyncClient, name: str, mentees: int) -> int:
    with watched() as calm:
        await asyncio.sleep(CALM_SECONDS)
    print(f"{name}, {mentees} mentees; the loop doing nothing is {calm.words()}")
    made = await asked(client, "POST", f"/cohorts/{RUN}/rounds", {"command_id": "1"})
    path = f"/rounds/{made['id']}"
    missed = 0
    for what in ("a first answer", "one more, with what keeping costs"):
        begun = time.perf_counter()
        with watched() as lag:
            await asked(client, "POST", f"{path}/work", {"version": made["version"]})
            while (await asked(client, "GET", f"{path}/work"))["state"] in WORKS:  # noqa: ASYNC110
                await asyncio.sleep(ASKS)
            page = await asked(client, "GET", path)
        took = time.perf_counter() - begun
        missed += lag.at(0.99) > GOAL_MS
        matched = page["result"]["measures"]["matched"]
        print(f"  {what}: {took:.1f} s, {matched} matched; the loop meanwhile {lag.words()} (wanted: p99 {GOAL_MS} ms)")
    pair = page["result"]["pairs"][0]
    questions: dict[str, str] = {
        "needs of fifty": f"{path}/needs?count=50",
        "why these two, and what apart would cost": f"{path}/pairs/{pair['mentee']['id']}/{pair['mentor']['id']}",
        "the round": path,
    }
    for what, where in questions.items():
        await asked(client, "GET", where)
        with watched() as lag:
            begun = time.perf_counter()
            await asked(client, "GET", where)
            took = time.perf_counter() - begun
            await asyncio.sleep(PROBE)
        print(f"  {what}: {took * 1000:.0f} ms; the loop meanwhile {lag.words()}")
    return missed


async def asked(client: httpx2.AsyncClient, method: str, path: str, body: Any = None) -> Any:
    answer = await client.request(method, path, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


# ── people ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def found(unit: UnitOfWork) -> None:
    add_people(unit, [NewPerson(LEADER, "Vesna", "vesna@people.example", "en", ZONES[0], None)])
    add_organisation(unit, Organisation("bank", {"en": "Bank"}, "Novi Sad", "RS", ZONES[0]))
    add_programme(unit, Programme("circles", {"en": "Circles"}, "bank"))
    add_cohort(unit, Cohort(RUN, "circles", date(2026, 10, 5), date(2027, 4, 4), ZONES[0], 6, 4), {"bank": "lead"})
    enrol(unit, Enrolment(LEADER, RUN, "coordinator", "bank"))


def said(mentees: int) -> Iterator[Callable[[UnitOfWork], None]]:
    """Some at a time. Of the organisation nobody is, so that no rule of it decides."""
    sides = people(mentees, mentees * 3 // 4, 1)
    everybody = [("mentee", one) for one in sides[0]] + [("mentor", one) for one in sides[1]]
    for first in range(0, len(everybody), 250):
        yield lambda unit, some=everybody[first : first + 250], first=first: _say(unit, some, first)  # type: ignore[misc]


def _say(unit: UnitOfWork, some: list[tuple[Any, Candidate]], first: int) -> None:
    add_people(
        unit,
        [NewPerson(one.id, one.id, f"{one.id}@people.example".lower(), "en", ZONES[0], None) for _, one in some],
    )
    for number, (role, one) in enumerate(some, first):
        enrol(unit, Enrolment(one.id, RUN, role, None))
        profile = Profile(
            RUN,
            one.id,
            role,
            need="I want to be able to say what a tour costs. " * 10,
            skills=tuple(sorted(one.skills)),
            back=tuple(sorted(one.offers_back)),
            disciplines=tuple(sorted(one.disciplines)),
            traits=tuple(sorted(one.traits)),
            requires=tuple(sorted(one.requires)),
            languages=one.languages,
            country=one.country,
            capacity=getattr(one, "capacity", 1),
            version=2,
        )
        profiles.put(unit.connection, profile)
        if one.slots is not None:
            weekly = tuple(_spans(one.slots, day) for day in range(7))
            availability.put(unit.connection, one.id, Said(ZONES[number % len(ZONES)], weekly, version=2), unit.now)


def _spans(slots: frozenset[int], day: int) -> tuple[tuple[int, int], ...]:
    spans: list[list[int]] = []
    for slot in range(day * 96, day * 96 + 96):
        if slot in slots:
            begin = (slot - day * 96) * 15
            if spans and spans[-1][1] == begin:
                spans[-1][1] = begin + 15
            else:
                spans.append([begin, begin + 15])
    return tuple((begin, end) for begin, end in spans)


if __name__ == "__main__":
    sys.exit(main())
