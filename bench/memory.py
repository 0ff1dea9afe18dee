"""What a long memory costs: finding words among many messages, and opening a room however long its log is.

.venv/bin/python -m bench.memory                        on SQLite
.venv/bin/python -m bench.memory --url postgresql+…     on an empty PostgreSQL database too
.venv/bin/python -m bench.memory --quick                a tenth of it
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import itertools
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

import msgspec
from msgspec import Struct

from server.accounts.service import NewPerson, add_people
from server.contract.entries import FoundingMember, MessagePosted
from server.contract.memory import SearchFor
from server.database import Connection, Database, open_database
from server.flows.remembering import search_room, search_rooms
from server.flows.room_views import room_snapshot
from server.migrations import migrate
from server.rooms import store
from server.rooms.codec import encode_event
from server.rooms.search import store as search
from server.rooms.service import NewRoom, open_rooms
from server.unit_of_work import UnitOfWork

MESSAGES, LONG, SHORT = 200_000, 50_000, 100
"""All together; in the longest room; in the shortest."""
GOAL_MS, GOAL_BYTES = 50, 30 * 1024
ROUNDS = 21
START = 1_780_000_000_000
WORDS = 30_000
SYLLABLES = ("ра", "ко", "ва", "ти", "ље", "ђа", "шти", "me", "no", "ži", "ća", "sve", "tlo", "đe", "pri", "lu")
FIRST = ("ana", "bor")
MINUTE = 60_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="an empty PostgreSQL database, as ATELJE_DATABASE_URL has it")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    scale = 10 if options.quick else 1
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for url in (f"sqlite:///{Path(folder) / 'atelje.db'}", *filter(None, [options.url])):
            missed += asyncio.run(measure(url, scale))
    return 1 if missed else 0


async def measure(url: str, scale: int) -> int:
    await migrate(url)
    database = open_database(url)
    name = url.partition(":")[0].partition("+")[0]
    words = vocabulary()
    sizes = {"long": LONG // scale, "short": SHORT}
    sizes |= {f"room {n}": (MESSAGES // scale - sum(sizes.values())) // 50 for n in range(50)}
    began = time.perf_counter()
    for key, size in sizes.items():
        await database.write_once(lambda c, key=key, size=size: fill(c, key, size, words))
    filled = time.perf_counter() - began
    began = time.perf_counter()
    await database.write_once(search.rebuild)
    followed = time.perf_counter() - began
    print(f"{name}: {sum(sizes.values())} messages, written in {filled:.0f} s, findable after another {followed:.0f} s")
    if name == "postgresql":
        await database.write_once(lambda c: c.exec_driver_sql("ANALYZE"))
    missed = await find(database, name, words)
    missed += await open_room(database, name, sizes)
    await database.close()
    return missed


async def find(database: Database, name: str, words: list[str]) -> int:
    """Common words, rare ones, two at once, what was begun to type, one person's, in one room and in all."""
    asked = {
        "a common word": SearchFor(q=words[0]),
        "a rare word": SearchFor(q=words[9_000]),
        "two words": SearchFor(q=f"{words[3]} {words[40]}"),
        "three letters": SearchFor(q=words[5][:3]),
        "two letters": SearchFor(q=words[5][:2]),
        "one person's": SearchFor(q=words[2], person="bor"),
        "what is not there": SearchFor(q="qqqqq"),
    }
    in_one, in_all = partial(_search_one, "long"), search_rooms
    missed = await _find(database, f"{name}: find in one room", in_one, asked)
    return missed + await _find(database, f"{name}: find in all rooms", in_all, asked)


def _search_one(key: str, connection: Connection, person: str, asked: SearchFor) -> Struct:
    return search_room(connection, person, key, asked)


async def _find(
    database: Database, what: str, look: Callable[[Connection, str, SearchFor], Struct], asked: Mapping[str, SearchFor]
) -> int:
    taken = {words: await timed(database, partial(_ask, look, one)) for words, one in asked.items()}
    wall, cpu = median(wall for wall, _ in taken.values()), median(cpu for _, cpu in taken.values())
    each = ", ".join(f"{words} {wall:.1f}" for words, (wall, _) in taken.items())
    print(f"{what}: median {wall:.1f} ms, of CPU here {cpu:.1f} (goal {GOAL_MS}): {each}", flush=True)
    # What PostgreSQL works is in none of our CPU: only the clock tells of it.
    return (wall if what.startswith("postgresql") else min(wall, cpu)) > GOAL_MS


def _ask(look: Callable[[Connection, str, SearchFor], Struct], asked: SearchFor, connection: Connection) -> Struct:
    return look(connection, "ana", asked)


async def open_room(database: Database, name: str, sizes: Mapping[str, int]) -> int:
    missed = 0
    for key in ("long", "short"):
        look = partial(_open, key)
        wall, cpu = await timed(database, look)
        size = len(gzip.compress(msgspec.json.encode(await database.read(look)), 6))
        told = f"{wall:.1f} ms, of CPU here {cpu:.1f}, {size / 1024:.1f} KiB compressed (goal {GOAL_BYTES // 1024})"
        print(f"{name}: open a room of {sizes[key]} messages: {told}", flush=True)
        missed += size > GOAL_BYTES
    return missed


def _open(key: str, connection: Connection) -> Struct:
    return room_snapshot(connection, "epoch", key, "ana")


async def timed(database: Database, look: Callable[[Connection], Struct]) -> tuple[float, float]:
    """Medians in ms by the clock, the way to the database and back included, and of this process's CPU."""
    taken = []
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        await database.read(look)
        taken.append((time.perf_counter() - wall, time.process_time() - cpu))
    return median(wall for wall, _ in taken) * 1000, median(cpu for _, cpu in taken) * 1000


def vocabulary() -> list[str]:
    chance = random.Random("words")
    return list(dict.fromkeys("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(WORDS * 2)))[
        :WORDS
    ]


def fill(connection: Connection, key: str, size: int, words: list[str]) -> None:
    chance = random.Random(key)
    # Few words are said often, as everywhere.
    often = list(itertools.accumulate(1 / (place + 3) for place in range(len(words))))
    unit = UnitOfWork(connection, START)
    if key == "long":
        add_people(unit, [person(one) for one in FIRST])
    founders = tuple(FoundingMember(one, "mentor") for one in FIRST)
    open_rooms(unit, [NewRoom(key, "pair", founders, f"open {key}")])
    head = store.lock_heads(connection, [key])[key]
    for start in range(0, size, 500):
        entries, messages = [], []
        for number in range(start + 1, min(size, start + 500) + 1):
            text = " ".join(chance.choices(words, cum_weights=often, k=chance.randint(4, 20)))
            offset, at, author = number + 1, START + number * MINUTE, FIRST[number % 2]
            body = encode_event(MessagePosted(text, None, None, ()))
            command = f"{key} {number}"
            entries.append(store.NewEntry(head.room_id, offset, at, author, "message_posted", None, command, b"", body))
            messages.append(
                store.NewMessage(head.room_id, offset, offset, number, author, at, None, text.encode(), None)
            )
        store.add_entries(connection, entries)
        store.add_messages(connection, messages)
    head.offset, head.talk = size + 1, size
    store.raise_heads(connection, [head])


def person(id: str) -> NewPerson:
    return NewPerson(
        id=id, name=id, email=f"{id}@example.org", language="en", zone="UTC", password_hash=None, demo=False
    )


if __name__ == "__main__":
    sys.exit(main())
