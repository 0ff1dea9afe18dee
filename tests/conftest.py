"""What every test may ask for: real servers, fresh databases, our own program; and what a missing one means.

A server that is not installed skips the tests that need it, by name. With CI=true that is a failure: whatever is not
run is not known to work.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TypeVar

import hypothesis
import pytest

from tests import servers
from tests.databases import Copies, make_file, migrate_now
from tests.servers import AteljeProcess, Leash, PostgresServer, RedisServer, Server, StartAtelje

T = TypeVar("T")

STARTED = pytest.StashKey[list[Server]]()
"""The servers that one test has started itself."""

hypothesis.settings.register_profile("short", deadline=None, derandomize=True, max_examples=100)
hypothesis.settings.register_profile("soak", deadline=None, print_blob=True, max_examples=3_000)


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("soak" if config.getoption("markexpr") == "soak" else "short")


# ── real servers ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def leash() -> Iterator[Leash]:
    leash = Leash()
    yield leash
    leash.close()


@pytest.fixture(scope="session")
def redis_server(leash: Leash, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A Redis of this worker's own. Tests may stop, freeze or empty it; the next test finds it running and empty."""
    server = _installed(lambda: RedisServer(leash, tmp_path_factory.mktemp("redis")))
    with servers.serving(server):
        yield server


@pytest.fixture(scope="session")
def postgres_server(leash: Leash, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A PostgreSQL of this worker's own. Tests may crash it; the next test finds it running."""
    server = _installed(lambda: PostgresServer(leash, tmp_path_factory.mktemp("postgres")))
    with servers.serving(server):
        yield server


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: PostgresServer) -> str:
    """With today's tables and nothing in them, to be copied. Nobody connects to it."""
    url = postgres_server.create_database()
    migrate_now(url)
    return url


@pytest.fixture(scope="session")
def postgres_copies(postgres_server: PostgresServer, migrated_postgres: str) -> Copies:
    return Copies(postgres_server, migrated_postgres)


@pytest.fixture
def postgres_url(postgres_copies: Copies, request: pytest.FixtureRequest) -> Iterator[str]:
    """A PostgreSQL database with today's tables and nothing in them."""
    url = postgres_copies.take()
    yield url
    if STARTED in request.node.stash:
        # A node that still runs would connect to it again.
        postgres_copies.drop(url)
    else:
        postgres_copies.give_back(url)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A SQLite file with today's tables and nothing in them."""
    return make_file(tmp_path / "atelje.db")


@pytest.fixture
def empty_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """A PostgreSQL database without tables."""
    url = postgres_server.create_database()
    yield url
    postgres_server.drop_database(url)


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'atelje.db'}"


EACH_DATABASE = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=EACH_DATABASE)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database with today's tables and nothing in them, once of each kind."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture(params=EACH_DATABASE)
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """A database without tables, once of each kind."""
    url: str = request.getfixturevalue("empty_sqlite_url" if request.param == "sqlite" else "empty_postgres_url")
    return url


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    return _installed(servers.chromium_path)


@pytest.fixture
def server_process(
    leash: Leash, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[StartAtelje]:
    """Starts our own program: `server_process(ATELJE_LIMITS="off", …)`, each time a node with a folder of its own.

    `arguments=("conformance",)` starts another command than `serve`, `loaded=False` starts it as an administrator
    does. All nodes end with the test.
    """
    started = request.node.stash.setdefault(STARTED, [])

    def start(*, arguments: tuple[str, ...] = ("serve",), loaded: bool = True, **environment: str) -> AteljeProcess:
        folder = tmp_path_factory.mktemp("atelje")
        process = AteljeProcess(leash, folder, environment, arguments=arguments, loaded=loaded)
        started.append(process)
        process.start()
        return process

    yield start
    for process in started:
        process.close()


def is_second_try(request: pytest.FixtureRequest) -> bool:
    """Whether the test failed just before: what it said then is still said in places that tests share."""
    return getattr(request.node, "execution_count", 1) > 1


def _installed(find: Callable[[], T]) -> T:
    try:
        return find()
    except servers.ServerMissing as missing:
        pytest.skip(str(missing))


# ── the rules of a run ────────────────────────────────────────────────────────────────────────────────────────────────


def pytest_collection_finish() -> None:
    """All that was loaded and collected stays to the end. To look through it for cycles again and again is a sixth of
    what the tests compute; what they leave behind themselves is still found, some tests later."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


NEEDS = {"redis_server": "redis", "postgres_server": "postgres", "chromium_path": "browser"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks a test by the servers that it asks for, so that `-m "not browser"` leaves those out."""
    for fixture in NEEDS.keys() & set(getattr(item, "fixturenames", ())):
        item.add_marker(NEEDS[fixture])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """A test may leave a shared server stopped, frozen or full; the next one finds it as it was.

    First of all, because after the last test of a run the fixtures' own teardown ends the servers.
    """
    for server in _shared_servers(item):
        server.heal()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_a_skip(report)
    if report.failed:
        for server in [*_shared_servers(item), *item.stash.get(STARTED, [])]:
            report.sections.append((f"{server.name}, the end of its output", server.log_tail))
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_a_skip(report)
    return report


def _shared_servers(item: pytest.Item) -> list[Server]:
    values = (getattr(item, "funcargs", None) or {}).values()
    return [value for value in values if isinstance(value, RedisServer | PostgresServer)]


def _refuse_a_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """With CI=true a skipped test fails. An expected failure, which pytest also reports as skipped, is none."""
    if report.outcome == "skipped" and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"not run, and CI=true: {reason}"
