"""The servers that other tests lean on do start, die, freeze and come back, and nothing of them stays behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest
import redis

from tests import servers
from tests.databases import Copies
from tests.servers import Leash, Nursery, PostgresServer, RedisServer, Server, StartAtelje

SAYING = """
import sys
for line in sys.stdin:
    print('{"born": 7}', flush=True)
    if '"first"' in line:
        print('{"ended": 7, "code": 0}\\n{"ended": 8, "code": 1}', flush=True)
"""


def test_who_ends_at_once_with_another_has_ended_and_who_gets_their_number_has_not(tmp_path: Path) -> None:
    nursery = Nursery("-c", SAYING)
    first = nursery.bear(["first"], {}, tmp_path / "log")
    assert first.wait(10) == 0
    # What was said in one breath is heard without another word.
    servers.wait_until(lambda: nursery.code(8) == 1, 10, "the other has ended too")
    second = nursery.bear(["second"], {}, tmp_path / "log")
    assert (first.pid, second.pid, second.poll()) == (7, 7, None)
    nursery.close()


def test_a_port_is_free_and_is_not_handed_out_twice() -> None:
    ports = [servers.free_port() for _ in range(50)]
    assert len(set(ports)) == 50
    assert set(ports) <= set(servers.PORTS)


def test_redis_forgets_everything_over_a_restart(redis_server: RedisServer) -> None:
    with redis.Redis.from_url(redis_server.url) as client:
        client.set("key", "value")
        assert client.get("key") == b"value"
        redis_server.restart()
        assert client.get("key") is None


def test_a_stopped_redis_refuses_connections(redis_server: RedisServer) -> None:
    assert redis_server.stop() == 0
    assert not redis_server.running
    with redis.Redis.from_url(redis_server.url) as client, pytest.raises(redis.ConnectionError):
        client.ping()


def test_a_frozen_redis_keeps_silent_until_it_is_thawed(redis_server: RedisServer) -> None:
    with redis.Redis.from_url(redis_server.url, socket_timeout=0.2, retry=None) as client:
        client.ping()
        redis_server.freeze()
        with pytest.raises(redis.TimeoutError):
            client.ping()
        redis_server.thaw()
    with redis.Redis.from_url(redis_server.url, socket_timeout=5) as client:
        assert client.ping()


def test_a_shared_server_is_healed_after_a_test_that_broke_it(redis_server: RedisServer) -> None:
    redis_server.stop()
    redis_server.heal()
    assert redis_server.running
    redis_server.freeze()
    redis_server.heal()
    with redis.Redis.from_url(redis_server.url, socket_timeout=5) as client:
        assert client.dbsize() == 0


async def test_postgres_keeps_over_a_crash_what_was_committed(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    connection = await _connect(postgres_url)
    await connection.execute("CREATE TABLE word (text text)")
    await connection.execute("INSERT INTO word VALUES ('kept')")
    open_transaction = connection.transaction()
    await open_transaction.start()
    await connection.execute("INSERT INTO word VALUES ('lost')")
    postgres_server.crash()
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, OSError)):
        await connection.execute("SELECT 1")
    connection.terminate()
    postgres_server.restart()
    connection = await _connect(postgres_url)
    assert [row["text"] for row in await connection.fetch("SELECT text FROM word")] == ["kept"]
    await connection.close()


async def test_each_database_is_empty_and_its_own(postgres_server: PostgresServer, postgres_url: str) -> None:
    other = postgres_server.create_database()
    assert other != postgres_url
    connection = await _connect(other)
    assert await connection.fetch("SELECT * FROM pg_tables WHERE schemaname = 'public'") == []
    # Dropped although we are still connected.
    postgres_server.drop_database(other)
    connection.terminate()


@pytest.mark.parametrize(
    ("done", "again"),
    [
        ("INSERT INTO unwanted_mail (person, template) VALUES ('ana', 'news')", True),
        ("ALTER TABLE unwanted_mail ADD COLUMN more integer", False),
        ("ALTER TABLE unwanted_mail DROP CONSTRAINT pk_unwanted_mail", False),
        ("CREATE TABLE more (id integer)", False),
        ("CREATE SCHEMA more", False),
        ("UPDATE alembic_version SET version_num = 'none'", False),
    ],
)
async def test_a_database_is_handed_on_empty_and_only_with_the_tables_it_had(
    postgres_copies: Copies, done: str, again: bool
) -> None:
    url = postgres_copies.take()
    connection = await _connect(url)
    await connection.execute(done)
    await connection.close()
    postgres_copies.give_back(url)
    handed = postgres_copies.take()
    assert (handed == url) is again
    connection = await _connect(handed)
    assert await connection.fetch("SELECT * FROM unwanted_mail") == []
    await connection.close()
    postgres_copies.drop(handed)


async def test_a_database_in_use_is_not_handed_on(postgres_copies: Copies) -> None:
    url = postgres_copies.take()
    connection = await _connect(url)
    postgres_copies.give_back(url)
    with pytest.raises(asyncpg.PostgresError):
        await connection.execute("SELECT 1")
    assert postgres_copies.take() != url
    connection.terminate()


def test_a_test_may_run_on_both_databases(database_url: str) -> None:
    assert database_url.startswith(("sqlite:///", "postgresql+asyncpg://"))


def test_a_server_that_ends_at_once_is_reported_with_its_output(leash: Leash, tmp_path: Path) -> None:
    with pytest.raises(servers.ServerFailed, match=r"ended at once(.|\n)*no such setting"):
        _Program(leash, tmp_path, "import sys; sys.exit('no such setting')").start()


def test_killing_a_server_takes_children_in_groups_of_their_own(leash: Leash, tmp_path: Path) -> None:
    server = _Program(leash, tmp_path, _PARENT)
    server.start()
    child = int(server.log.split()[1])
    assert _runs(child)
    server.kill()
    assert not _runs(child)


def test_a_leash_kills_what_it_holds_when_its_owner_dies(tmp_path: Path) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", _OWNER, str(tmp_path)], cwd=servers.ROOT, stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout is not None
    server = int(owner.stdout.readline())
    assert _runs(server)
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    owner.stdout.close()
    servers.wait_until(lambda: not _runs(server), 10, "the server has ended")


class _Program(Server):
    """A Python text as a server that counts as started once it has printed `ready`."""

    def __init__(self, leash: Leash, folder: Path, program: str) -> None:
        super().__init__(leash, folder / "program.log")
        self._program = program

    def _command(self) -> list[str]:
        return [sys.executable, "-c", self._program]

    def _answers(self) -> bool:
        return "ready" in self.log


_PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
print("ready", child.pid, flush=True)
time.sleep(600)
"""

_OWNER = """
import sys, time
from pathlib import Path
from tests.servers import Leash
from tests.test_servers import _Program
server = _Program(Leash(), Path(sys.argv[1]), "import time; print('ready', flush=True); time.sleep(600)")
server.start()
print(server.pid, flush=True)
time.sleep(600)
"""


def _runs(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    if not Path("/proc").exists():
        return _answers_a_signal(process)
    return stat.exists() and stat.read_text(errors="replace").rpartition(")")[2].split()[0] != "Z"


def _answers_a_signal(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def _connect(url: str) -> asyncpg.Connection[asyncpg.Record]:
    async with asyncio.timeout(10):
        return await asyncpg.connect(url.replace("+asyncpg", ""))


@pytest.mark.parametrize("loaded", [True, False])
def test_our_program_starts_ends_and_comes_back(server_process: StartAtelje, loaded: bool) -> None:
    node = server_process(loaded=loaded, ATELJE_LIMITS="off")
    assert node.ready()
    assert node.kill() == -signal.SIGKILL
    assert not node.ready()
    node.restart()
    assert node.ready()
    assert node.terminate() == 0
    assert not node.running


def test_two_nodes_have_ports_and_data_of_their_own(server_process: StartAtelje) -> None:
    one, two = server_process(), server_process()
    assert one.port != two.port
    assert one.data != two.data
    assert one.ready()
    assert two.ready()
