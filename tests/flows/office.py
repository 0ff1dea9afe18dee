"""The whole product in one process, with a run of a programme in it: two organisations, their coordinators, mentors and
mentees, everybody signed in. A copy of a database that is founded once, so that a test costs little."""

from __future__ import annotations

import asyncio
import contextlib
import re
import shutil
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import httpx2
import pytest
from sqlalchemy import Engine, event, select

from server import timer
from server.accounts import store as accounts_store
from server.accounts.model import NewLogin, NewPerson
from server.accounts.passwords import Passwords
from server.accounts.rules import STAYING
from server.accounts.service import add_people
from server.accounts.tokens import new_token, token_hash
from server.app import Product, build
from server.config import read_config
from server.database import Connection, Database, open_database
from server.ids import new_id
from server.inbox.tables import inbox_entry
from server.installation import share_installation
from server.post.tables import mail
from server.programmes.model import Cohort, Enrolment, EnrolmentRole, Help, Organisation, Programme
from server.programmes.service import add_cohort, add_organisation, add_programme, enrol
from server.timer import Chore
from server.unit_of_work import UnitOfWork
from tests.databases import make_file
from tests.servers import PostgresServer

T = TypeVar("T")

NOW = int(datetime(2026, 11, 18, 12, 0, tzinfo=ZoneInfo("Europe/Belgrade")).timestamp()) * 1000
DAY = 86_400_000
"""ms."""
RUN, PROGRAMME = "circles-2026", "circles"
LEAD, PARTNER, OUTSIDE = "bank", "window", "attic"
"""Organisations: who leads the run, in Serbia; who takes part in it, in North Macedonia; who runs another programme."""
OTHER_RUN = "attic-2026"
KEEPER, COORDINATOR, COLLEAGUE = "kata", "vesna", "ljupco"
"""Who set the server up and takes part in nothing; who coordinates the run for the lead, and for the partner."""
STRANGER, NOBODY = "tin", "zoe"
"""Who coordinates the other run; who takes part in nothing."""

PEOPLE: dict[str, tuple[str, str, str | None, EnrolmentRole | None]] = {
    KEEPER: ("Kata Bubanj", "en", None, None),
    COORDINATOR: ("Vesna Njagul", "sr-Latn", LEAD, "coordinator"),
    COLLEAGUE: ("Љупчо Ѓаковски", "mk", PARTNER, "coordinator"),
    "tadeja": ("Tadeja Žgajnar", "sl", LEAD, "mentor"),
    "ines": ("Ines Žužić", "hr", LEAD, "mentor"),
    "blagica": ("Благица Ѓурчинова", "mk", PARTNER, "mentor"),
    "goran": ("Горан Џиков", "mk", PARTNER, "mentor"),
    "djordje": ("Ђорђе Љубинковић", "sr-Cyrl", LEAD, "mentee"),
    "nika": ("Nika Šircelj", "sl", LEAD, "mentee"),
    "zvezda": ("Ѕвезда Ќосева", "mk", PARTNER, "mentee"),
    "xhemile": ("Xhemile Ademi", "en", PARTNER, "mentee"),
    "aida": ("Aida Šehić", "bs", None, "facilitator"),
    STRANGER: ("Tin Šarić", "hr", OUTSIDE, None),
    NOBODY: ("Zoe Marlow", "en", None, None),
}
"""Name, language, organisation and part in the run."""


FOLLOWER = r"\b(FROM|UPDATE|INTO|JOIN) search_\w+\b|total_changes"
"""What whoever follows the logs asks for meanwhile."""
WAITING_WORK = r"\bmatching_work\.until <"
"""Whether a round waits to be worked on is asked again and again, by nobody's door."""
NOT_COUNTED = re.compile(rf"^(SAVEPOINT|RELEASE|BEGIN|ROLLBACK)|{FOLLOWER}|{WAITING_WORK}")


# ── founding ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _found(connection: Connection) -> None:
    share_installation(connection, NOW)
    unit = UnitOfWork(connection, NOW)
    people = [
        NewPerson(key, name, f"{key}@people.example", language, "Europe/Belgrade", None, keeper=key == KEEPER)
        for key, (name, language, _, _) in PEOPLE.items()
    ]
    add_people(unit, people)
    bank = {"sr-Latn": "Udruženje Treća obala", "sr-Cyrl": "Удружење Трећа обала"}
    window = {"mk": "Здружение Јужен прозорец", "sq": "Shoqata Dritarja e Jugut"}
    add_organisation(unit, Organisation(LEAD, bank, "Novi Sad", "RS", "Europe/Belgrade"))
    add_organisation(unit, Organisation(PARTNER, window, "Битола", "MK", "Europe/Skopje"))
    add_organisation(unit, Organisation(OUTSIDE, {"hr": "Potkrovlje"}, "Rijeka", "HR", "Europe/Zagreb"))
    add_programme(unit, Programme(PROGRAMME, {"sr-Latn": "Krugovi", "mk": "Кругови", "en": "Circles"}, LEAD))
    add_programme(unit, Programme("stairs", {"hr": "Stube"}, OUTSIDE))
    dates = (date(2026, 10, 5), date(2027, 4, 4), "Europe/Belgrade", 6, 4)
    help_line = Help("Vesna Njagul", "+381 21 555 0101")
    words = {"sr-Latn": "Dobro došli.", "mk": "Добредојдовте."}
    run = Cohort(RUN, PROGRAMME, *dates, help=help_line, silence_days=(14, 21, 28), first_words=words)
    add_cohort(unit, run, {LEAD: "lead", PARTNER: "partner"})
    add_cohort(unit, Cohort(OTHER_RUN, "stairs", *dates), {OUTSIDE: "lead"})
    for key, (_, _, organisation, role) in PEOPLE.items():
        if role is not None:
            enrol(unit, Enrolment(key, RUN, role, organisation))
    enrol(unit, Enrolment(STRANGER, OTHER_RUN, "coordinator", OUTSIDE))


async def _found_at(url: str) -> None:
    database = open_database(url)
    await database.write_once(_found)
    await database.close()


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("founded") / "atelje.db"
    asyncio.run(_found_at(make_file(file)))
    return file


@pytest.fixture(scope="session")
def founded_postgres(postgres_server: PostgresServer, migrated_postgres: str) -> str:
    url = postgres_server.copy_database(migrated_postgres)
    asyncio.run(_found_at(url))
    return url


# ── the office ────────────────────────────────────────────────────────────────────────────────────────────────────────


class Killed(Exception):
    """What a part of the work meets in its middle."""


@dataclass
class Clock:
    """Moved by hand. `now`: ms."""

    now: int = NOW


@dataclass
class Office:
    product: Product
    client: httpx2.AsyncClient
    url: str
    clock: Clock
    ids: count[int] = field(default_factory=count)
    tokens: dict[str, str] = field(default_factory=dict)
    cookie: str = "atelje"
    """What the login is called: under https another name than on loopback."""

    @property
    def database(self) -> Database:
        return self.product.database

    def id(self) -> str:
        """A command id that nobody has used."""
        return f"c{next(self.ids)}"

    async def ask(self, person: str, method: str, path: str, body: Any = None) -> httpx2.Response:
        """As this person, or as nobody (`""`). `path` from `/api/v1` on."""
        if person and person not in self.tokens:
            self.tokens[person] = await self.unit(lambda unit: _sign_in(unit, person))
        headers = {"Cookie": f"{self.cookie}={self.tokens[person]}"} if person else {}
        self.client.cookies.clear()
        return await self.client.request(method, f"/api/v1{path}", json=body, headers=headers)

    async def done(self, person: str, method: str, path: str, body: Any = None) -> Any:
        """The answer; fails on what is refused."""
        answer = await self.ask(person, method, path, body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def get(self, person: str, path: str) -> Any:
        return await self.done(person, "GET", path)

    async def post(self, person: str, path: str, body: Any = None) -> Any:
        return await self.done(person, "POST", path, body)

    async def put(self, person: str, path: str, body: Any) -> Any:
        return await self.done(person, "PUT", path, body)

    async def refused(self, person: str, method: str, path: str, body: Any = None) -> str:
        """The code; fails on what is not refused."""
        answer = await self.ask(person, method, path, body)
        assert answer.status_code >= 400, answer.text
        return str(answer.json()["code"])

    async def unit(self, work: Callable[[UnitOfWork], T]) -> T:
        return await self.product.writer.run(work)

    async def read(self, query: Callable[[Connection], T]) -> T:
        return await self.database.read(query)

    async def told(self, person: str) -> list[str]:
        """The kinds of the person's own log, in order."""
        kinds = select(inbox_entry.c.kind).where(inbox_entry.c.person == person).order_by(inbox_entry.c.offset)
        return await self.read(lambda c: list(c.execute(kinds).scalars()))

    async def mails(self) -> list[Any]:
        """The rows of every mail, oldest first."""
        return await self.read(lambda c: list(c.execute(mail.select().order_by(mail.c.id))))

    async def rows(self, table: Any) -> list[Any]:
        return await self.read(lambda c: list(c.execute(table.select())))

    @contextlib.contextmanager
    def statements(self) -> Iterator[list[str]]:
        """The SQL that is run meanwhile, without what belongs to transactions and to the words of the search."""
        writer = self.database.writer
        engines = [writer if isinstance(writer, Engine) else writer.sync_engine, self.database.reader.sync_engine]
        heard: list[str] = []

        def hear(*given: Any) -> None:
            if not NOT_COUNTED.search(str(given[2])):
                heard.append(str(given[2]))

        for engine in set(engines):
            event.listen(engine, "before_cursor_execute", hear)
        try:
            yield heard
        finally:
            for engine in set(engines):
                event.remove(engine, "before_cursor_execute", hear)


def _sign_in(unit: UnitOfWork, person: str) -> str:
    token = new_token()
    digest = token_hash(token)
    assert digest is not None
    span = {"stay": True, "idle": STAYING.idle, "ends_at": unit.now + STAYING.life}
    accounts_store.add_login(unit.connection, NewLogin(new_id(), digest, person, "a test", unit.now, **span))
    return token


@contextlib.asynccontextmanager
async def open_office(url: str, folder: Path, **environment: str) -> AsyncIterator[Office]:
    """On a database that is founded already."""
    settings = {"ATELJE_LIMITS": "off", "ATELJE_DATA": str(folder), "ATELJE_DATABASE_URL": url} | environment
    config = read_config(settings, default_data=folder, web=folder)
    database = open_database(url)
    installation = await database.write_once(lambda connection: share_installation(connection, NOW))
    passwords = Passwords(time_cost=1, memory_cost=8, parallelism=1)
    clock = Clock()
    product = build(config, database, installation, passwords, lambda: clock.now)
    transport = httpx2.ASGITransport(app=product.app)
    running = product.app.router.lifespan_context(product.app)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timer, "run", begin)
        async with httpx2.AsyncClient(transport=transport, base_url=config.url) as client, running:
            yield Office(product, client, url, clock)


async def begin(chores: Sequence[Chore]) -> None:
    """What is due at the start, and nothing later: whatever a test has not asked for would come when the machine is
    slow, and not when it is quick."""
    for chore in chores:
        if chore.at_start:
            await chore.work()
    await asyncio.Event().wait()


def copy_founded(founded: Path, folder: Path) -> str:
    """Its URL."""
    file = folder / "atelje.db"
    shutil.copy(founded, file)
    return f"sqlite:///{file}"


@pytest.fixture
async def office(founded_file: Path, tmp_path: Path) -> AsyncIterator[Office]:
    """On SQLite."""
    async with open_office(copy_founded(founded_file, tmp_path), tmp_path) as office:
        yield office


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def founded_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield copy_founded(request.getfixturevalue("founded_file"), tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    url = server.copy_database(request.getfixturevalue("founded_postgres"))
    yield url
    server.drop_database(url)


@pytest.fixture
async def either_office(founded_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """On SQLite, and once more on PostgreSQL: for what depends on the database."""
    async with open_office(founded_url, tmp_path) as office:
        yield office
