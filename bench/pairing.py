"""What a round of thousands costs others: how late the event loop is while it is gathered, computed and shown.

.venv/bin/python -m bench.pairing                        2 000 mentees, 1 500 mentors, on SQLite
.venv/bin/python -m bench.pairing --url postgresql+…     on an empty PostgreSQL database too
.venv/bin/python -m bench.pairing --quick                a tenth of it
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import httpx2
import numpy as np

from bench.people import people
from server.accounts import store as accounts_store
from server.accounts.model import NewLogin
from server.accounts.passwords import Passwords
from server.accounts.rules import STAYING
from server.accounts.service import NewPerson, add_people
from server.accounts.tokens import new_token, token_hash
from server.app import Product, build
from server.config import read_config
from server.database import open_database
from server.ids import new_id
from server.installation import share_installation
from server.matching.people import Candidate
from server.matching.profiles import store as profiles
from server.matching.profiles.model import Profile
from server.migrations import migrate
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
PROBE = 0.005
"""Seconds between two looks at the loop."""
ASKS = 0.5
"""Seconds between two looks of who waits."""
WORKS = ("waiting", "running")


@dataclass
class Lag:
    """Milliseconds that the loop came late."""

    seen: list[float] = field(default_factory=list)

    def told(self) -> str:
        p50, p99, most = np.percentile(self.seen, [50, 99, 100])
        return f"p50 {p50:.1f}, p99 {p99:.1f}, at most {most:.0f} ms"

    @property
    def p99(self) -> float:
        return float(np.percentile(self.seen, 99))


@contextlib.asynccontextmanager
async def watched() -> AsyncIterator[Lag]:
    lag = Lag()

    async def watch() -> None:
        while True:
            due = time.perf_counter() + PROBE
            await asyncio.sleep(PROBE)
            lag.seen.append((time.perf_counter() - due) * 1000)

    task = asyncio.create_task(watch())
    try:
        yield lag
    finally:
        task.cancel()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="an empty PostgreSQL database, as ATELJE_DATABASE_URL has it")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for url in (f"sqlite:///{Path(folder) / 'atelje.db'}", *filter(None, [options.url])):
            missed += asyncio.run(measure(url, MENTEES // 10 if options.quick else MENTEES, Path(folder)))
    return 1 if missed else 0


async def measure(url: str, mentees: int, folder: Path) -> int:
    await migrate(url)
    database = open_database(url)
    installation = await database.write_once(lambda connection: share_installation(connection, NOW))
    settings = {"ATELJE_LIMITS": "off", "ATELJE_DATA": str(folder), "ATELJE_DATABASE_URL": url}
    config = read_config(settings, default_data=folder, web=folder)
    product = build(config, database, installation, Passwords(time_cost=1, memory_cost=8, parallelism=1), lambda: NOW)
    async with serving(product, config.url) as client:
        await product.writer.run(found)
        for unit in said(mentees):
            await product.writer.run(unit)
        token = await product.writer.run(sign_in)
        client.headers["Cookie"] = f"atelje={token}"
        # As the server does once it listens.
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        return await round_of(client, url.partition(":")[0], mentees)


@contextlib.asynccontextmanager
async def serving(product: Product, url: str) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(app=product.app)
    running = product.app.router.lifespan_context(product.app)
    async with httpx2.AsyncClient(transport=transport, base_url=f"{url}/api/v1", timeout=120) as client, running:
        yield client


async def round_of(client: httpx2.AsyncClient, name: str, mentees: int) -> int:
    async with watched() as calm:
        await asyncio.sleep(CALM_SECONDS)
    print(f"{name}, {mentees} mentees; the loop doing nothing is late by {calm.told()}")
    made = await asked(client, "POST", f"/cohorts/{RUN}/rounds", {"command_id": "1"})
    path = f"/rounds/{made['id']}"
    missed = 0
    for what in ("a first answer", "one more, with what keeping costs"):
        begun = time.perf_counter()
        async with watched() as lag:
            await asked(client, "POST", f"{path}/work", {"version": made["version"]})
            while (await asked(client, "GET", f"{path}/work"))["state"] in WORKS:  # noqa: ASYNC110
                await asyncio.sleep(ASKS)
            page = await asked(client, "GET", path)
        took = time.perf_counter() - begun
        missed += lag.p99 > GOAL_MS
        matched = page["result"]["measures"]["matched"]
        print(f"  {what}: {took:.1f} s, {matched} matched; the loop meanwhile {lag.told()} (wanted: p99 {GOAL_MS} ms)")
    pair = page["result"]["pairs"][0]
    questions: dict[str, str] = {
        "needs of fifty": f"{path}/needs?count=50",
        "why these two, and what apart would cost": f"{path}/pairs/{pair['mentee']['id']}/{pair['mentor']['id']}",
        "the round": path,
    }
    for what, where in questions.items():
        await asked(client, "GET", where)
        async with watched() as lag:
            begun = time.perf_counter()
            await asked(client, "GET", where)
            took = time.perf_counter() - begun
            await asyncio.sleep(PROBE)
        print(f"  {what}: {took * 1000:.0f} ms; the loop meanwhile {lag.told()}")
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


def sign_in(unit: UnitOfWork) -> str:
    token = new_token()
    digest = token_hash(token)
    assert digest is not None
    span = {"stay": True, "idle": STAYING.idle, "ends_at": unit.now + STAYING.life}
    accounts_store.add_login(unit.connection, NewLogin(new_id(), digest, LEADER, "a bench", unit.now, **span))
    return token


if __name__ == "__main__":
    sys.exit(main())
