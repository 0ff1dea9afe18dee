"""The fixtures that open a site: one for a whole file, and one that a test opens as it needs it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import STARTED, is_second_try
from tests.servers import AteljeProcess, Leash, serving
from tests.stories.programme import found, sqlite_url
from tests.stories.site import Rooms, Site

SPARE = 250
"""Rooms that a module's tests may use up: two for each command, and some."""
OTHERS: Rooms = {"others": ("iva", "jan")}
"""The room that Ana and Bor know nothing of."""

OpenSite = Callable[..., Awaitable[Site]]


@pytest.fixture
def open_site(
    leash: Leash, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[OpenSite]:
    """`await open_site(spare=20, rooms={…}, url=…, nodes=2, ATELJE_…=…)`: a programme, and the nodes that serve it."""
    started: list[AteljeProcess] = request.node.stash.setdefault(STARTED, [])

    async def open_one(
        *,
        spare: int = 4,
        rooms: Rooms = OTHERS,
        url: str = "",
        nodes: int = 1,
        password: bool = False,
        **environment: str,
    ) -> Site:
        folder = tmp_path_factory.mktemp("site")
        site = await found_site(leash, folder, spare, rooms, url, nodes, password=password, **environment)
        for process in site.nodes:
            started.append(process)
            process.start()
        return site

    yield open_one
    for process in started:
        process.close()


OpenShared = Callable[[], contextlib.AbstractContextManager[Site]]


@pytest.fixture(scope="module")
def open_shared(leash: Leash, tmp_path_factory: pytest.TempPathFactory) -> OpenShared:
    @contextlib.contextmanager
    def open_one() -> Iterator[Site]:
        site = asyncio.run(found_site(leash, tmp_path_factory.mktemp("site"), SPARE, OTHERS, "", ATELJE_LIMITS="off"))
        with serving(site.process):
            yield site

    return open_one


@pytest.fixture(scope="module")
def shared(open_shared: OpenShared) -> Iterator[Site]:
    with open_shared() as site:
        yield site


@pytest.fixture
def site(shared: Site, open_shared: OpenShared, request: pytest.FixtureRequest) -> Iterator[Site]:
    """A site without limits that all tests of a file share, each with rooms of its own."""
    with open_shared() if is_second_try(request) else contextlib.nullcontext(shared) as found:
        request.node.stash.setdefault(STARTED, []).append(found.process)
        yield found


async def found_site(
    leash: Leash,
    folder: Path,
    spare: int,
    rooms: Rooms,
    url: str,
    nodes: int = 1,
    *,
    password: bool = False,
    **environment: str,
) -> Site:
    """`spare`: so many rooms of Ana and Bor besides `rooms`. Without `url` there is one SQLite file, for one node."""
    keys = [f"r{number:04}" for number in range(spare)]
    processes = []
    for number in range(nodes):
        own = folder / f"node{number}"
        own.mkdir()
        processes.append(AteljeProcess(leash, own, {**({"ATELJE_DATABASE_URL": url} if url else {}), **environment}))
    data = processes[0].data
    data.mkdir()
    all_rooms = {**dict.fromkeys(keys, ("ana", "bor")), **rooms}
    founded = await found(url or sqlite_url(data), all_rooms, password=password)
    return Site(processes, founded.tokens, iter(keys))
