"""Real servers for the tests: Redis, PostgreSQL, Chromium's path and our own program, each on a free loopback port.

Every process is registered with a `Leash`, so that none of them outlives the test run, whatever ends it.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import math
import os
import pwd
import random
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol, TypeVar

import asyncpg  # type: ignore[import-untyped]

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent

# Below the ports that the kernel hands to outgoing connections, which a load test takes by the thousand.
PORTS = range(20_000, 32_000)
START_SECONDS = 30.0
LOG_TAIL = 8_000

CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""No traffic of its own, and no sandbox, which root does not get."""


class ServerMissing(Exception):
    """A program that the tests need is not installed; the text names it."""


class ServerFailed(Exception):
    """A server did not start or did not end in time; the text holds the end of its output."""


_dealt_ports: set[int] = set()


def free_port() -> int:
    """A loopback port that nobody listens on, never the same one twice in this process."""
    choice = random.SystemRandom()
    for _ in range(1_000):
        port = choice.choice(PORTS)
        if port not in _dealt_ports and _is_free(port):
            _dealt_ports.add(port)
            return port
    raise ServerFailed(f"no free port between {PORTS.start} and {PORTS.stop - 1}")


def _is_free(port: int) -> bool:
    with socket.socket() as candidate:
        try:
            candidate.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def wait_until(condition: Callable[[], bool], seconds: float, what: str) -> None:
    """Blocks until the condition holds; raises ServerFailed with `what` after the deadline."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise ServerFailed(f"{what}: not within {seconds:g} s")
        time.sleep(0.01)


def redis_path() -> Path:
    return _find("redis-server", ["redis-server"])


def postgres_folder() -> Path:
    """The folder that holds `initdb` and `postgres`; Debian keeps it off the PATH."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(versions, key=lambda path: int(path.parent.parent.name), reverse=True)
    return _find("PostgreSQL", [*map(str, newest), "initdb"]).resolve().parent


def chromium_path() -> Path:
    return _find("Chromium", ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"])


def nginx_path() -> Path:
    return _find("nginx", ["nginx", "/usr/sbin/nginx"])


def caddy_path() -> Path:
    return _find("Caddy", ["caddy"])


def _find(name: str, candidates: Sequence[str]) -> Path:
    for candidate in candidates:
        if found := shutil.which(candidate):
            return Path(found)
    raise ServerMissing(f"{name} is not installed")


class Leash:
    """Kills the process groups it holds when this process ends, by whatever way.

    It is a small process of its own that reads "+group" and "-group" until our end of the pipe is closed. The kernel's
    own death signal would follow the thread that started the server, which may be a short-lived one.
    """

    _PROGRAM = """
import os, signal, sys
held = set()
for line in sys.stdin:
    (held.add if line[0] == "+" else held.discard)(int(line[1:]))
for group in held:
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass
"""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._nursery: Nursery | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", self._PROGRAM], stdin=subprocess.PIPE, text=True, start_new_session=True
        )

    @property
    def nursery(self) -> Nursery:
        """One for all who are held here, from its first use on."""
        with self._lock:
            self._nursery = self._nursery or Nursery()
            return self._nursery

    def hold(self, group: int) -> None:
        self._tell(f"+{group}\n")

    def release(self, group: int) -> None:
        self._tell(f"-{group}\n")

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=10)
        if self._nursery is not None:
            self._nursery.close()

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        with self._lock:
            self._process.stdin.write(line)
            self._process.stdin.flush()


class Running(Protocol):
    """A process that was started, as `subprocess.Popen` has it."""

    @property
    def pid(self) -> int: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def send_signal(self, sig: int) -> None: ...


class Nursery:
    """Our program, loaded once, for as many processes of it as are wanted: see `tests/nursery.py`."""

    def __init__(self, *arguments: str) -> None:
        """`arguments` for Python, in place of that program."""
        self._process = subprocess.Popen(
            [sys.executable, *(arguments or ("-m", "tests.nursery"))],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            bufsize=0,
        )
        self._lock = threading.Lock()
        self._codes: dict[int, int] = {}

    def bear(
        self, arguments: Sequence[str], environment: Mapping[str, str], output: Path, errors: Path | None = None
    ) -> Running:
        assert self._process.stdin is not None
        order = {
            "arguments": arguments,
            "environment": dict(environment),
            "output": str(output),
            "errors": str(errors or output),
        }
        with self._lock:
            self._process.stdin.write(json.dumps(order).encode() + b"\n")
            while (said := self._hear()) is None:
                pass
            # The kernel gives numbers out again: whoever had this one before has nothing to do with it.
            self._codes.pop(said["born"], None)
            return Child(self, said["born"])

    def code(self, pid: int) -> int | None:
        """With which it has ended, if it has."""
        assert self._process.stdout is not None
        with self._lock:
            while pid not in self._codes and select.select([self._process.stdout], [], [], 0)[0]:
                self._hear()
            return self._codes.get(pid)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def _hear(self) -> dict[str, int] | None:
        """One line and nothing of the next one, which `select` would not know of any more."""
        assert self._process.stdout is not None
        said: dict[str, int] = json.loads(self._process.stdout.readline() or "{}")
        if not said:
            raise ServerFailed("nobody starts our program any more")
        if "ended" in said:
            self._codes[said["ended"]] = said["code"]
            return None
        return said


class Child:
    """One that the nursery has started."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self.pid = pid
        self._nursery = nursery
        self._code: int | None = None

    def poll(self) -> int | None:
        if self._code is None:
            self._code = self._nursery.code(self.pid)
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        deadline = time.monotonic() + (math.inf if timeout is None else timeout)
        while (code := self.poll()) is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired("atelje", timeout or 0)
            time.sleep(0.01)
        return code

    def send_signal(self, sig: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, sig)


class Server:
    """One program in a process group of its own, with its output in a file."""

    name = "server"
    politely = signal.SIGTERM
    """The signal that asks it to end."""

    def __init__(self, leash: Leash, log: Path) -> None:
        self._leash = leash
        self._log = log
        self._process: Running | None = None

    @property
    def log(self) -> str:
        """Everything that the program has printed since its first start."""
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""

    @property
    def log_tail(self) -> str:
        return self.log[-LOG_TAIL:]

    @property
    def pid(self) -> int:
        assert self._process is not None, f"{self.name} was not started"
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Starts it on the port and data it has; returns when it answers, else raises ServerFailed."""
        assert not self.running, f"{self.name} already runs"
        self._spawn()
        try:
            wait_until(self._has_started, START_SECONDS, f"{self.name} answers")
        except ServerFailed as failure:
            self.kill()
            raise ServerFailed(f"{failure}\n{self.log_tail}") from None

    def restart(self) -> None:
        """Starts it again on the same port and data, after killing it if it still runs."""
        self.kill()
        self.start()

    def stop(self, seconds: float = 15.0) -> int:
        """Ends it politely (SIGTERM) and returns its exit code; raises ServerFailed when it takes longer."""
        if self._process is None:
            return 0
        if self.running:
            self._process.send_signal(self.politely)
            self.thaw()
        return self._wait(self._process, seconds, [])

    def kill(self) -> int:
        """`kill -9` for it and its children at once: nothing gets a last word. Returns its exit code."""
        if self._process is None:
            return 0
        members = self._halt()
        _signal_all(members, signal.SIGKILL)
        return self._wait(self._process, 10.0, members)

    def heal(self) -> None:
        """Undoes what a test did to it, for the next one."""
        if self.running:
            self.thaw()
        else:
            self.start()

    def freeze(self) -> None:
        """Stops it in the middle of whatever it does: its sockets stay open, nothing answers."""
        _signal_all(self._halt(), signal.SIGSTOP)

    def thaw(self) -> None:
        _signal_all(self._members(), signal.SIGCONT)

    def close(self) -> None:
        """Ends it for good and removes what it left behind."""
        self.kill()

    def _command(self) -> Sequence[str]:
        raise NotImplementedError

    def _answers(self) -> bool:
        raise NotImplementedError

    def _environment(self) -> Mapping[str, str]:
        return os.environ

    def _user(self) -> str | None:
        """The user to run as, if not the one who runs the tests."""
        return None

    def _spawn(self) -> None:
        self._process = self._launch()
        self._leash.hold(self._process.pid)

    def _launch(self) -> Running:
        user = self._user()
        with self._log.open("ab") as output:
            return subprocess.Popen(
                self._command(),
                cwd=ROOT if user is None else "/",
                env=dict(self._environment()),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **_as_user(user),
            )

    def _has_started(self) -> bool:
        if not self.running:
            raise ServerFailed(f"{self.name} ended at once")
        return self._answers()

    def _halt(self) -> Sequence[int]:
        """Its processes, the first of them stopped so that it starts no further one."""
        if self.running:
            _signal_all([self.pid], signal.SIGSTOP)
        return self._members()

    def _members(self) -> Sequence[int]:
        """The process while it lives, its children, and whoever is in its group; without /proc only the first.

        PostgreSQL gives each of its processes a group of its own, so that the group alone does not tell.
        """
        leader = self.pid
        rest = [pid for pid, (_, parent, group) in _processes() if leader in (parent, group) and pid != leader]
        return [leader, *rest] if self.running else rest

    def _wait(self, process: Running, seconds: float, members: Sequence[int]) -> int:
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise ServerFailed(f"{self.name} still runs {seconds:g} s later\n{self.log_tail}") from None
        wait_until(lambda: not any(map(_lives, members)), 10.0, f"the children of {self.name} have ended")
        self._leash.release(process.pid)
        return code


def _in_memory() -> Path | None:
    """A folder on no disk, if there is one with room: a new database is a thousand small files."""
    folder = Path("/dev/shm")
    return folder if folder.is_dir() and shutil.disk_usage(folder).free > 2**30 else None


def _as_user(user: str | None) -> dict[str, Any]:
    return {} if user is None else {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def _signal_all(processes: Sequence[int], number: signal.Signals) -> None:
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, number)


def _lives(process: int) -> bool:
    """A zombie does not: it only waits for a parent to read its exit code, and an orphan may wait for long."""
    return any(pid == process and state != "Z" for pid, (state, _, _) in _processes())


def _processes() -> Iterator[tuple[int, tuple[str, int, int]]]:
    """Each process of the machine: (pid, (state, parent, group))."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # The name, in brackets, may hold anything, brackets too.
            state, parent, group = stat.read_text(errors="replace").rpartition(")")[2].split()[:3]
            yield int(stat.parent.name), (state, int(parent), int(group))


class RedisServer(Server):
    """A Redis that forgets everything when it ends."""

    name = "redis-server"

    def __init__(self, leash: Leash, folder: Path) -> None:
        super().__init__(leash, folder / "redis.log")
        self._program = redis_path()
        self._folder = folder
        self.port = free_port()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def empty(self) -> None:
        """Forgets all keys while it runs."""
        self._ask(b"FLUSHALL")

    def heal(self) -> None:
        super().heal()
        self.empty()

    def _command(self) -> Sequence[str]:
        settings = {
            "port": str(self.port),
            "bind": "127.0.0.1",
            "save": "",
            "appendonly": "no",
            "dir": str(self._folder),
        }
        return [str(self._program), *(word for name, value in settings.items() for word in (f"--{name}", value))]

    def _answers(self) -> bool:
        try:
            return self._ask(b"PING").startswith(b"+PONG")
        except OSError:
            return False

    def _ask(self, command: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
            connection.sendall(command + b"\r\n")
            return connection.recv(64)


class PostgresServer(Server):
    """A PostgreSQL cluster in a temporary folder, without passwords, reachable from this machine alone.

    It does not wait for the disk: a killed process keeps what it committed, as on a real machine, and only the power
    cut that no test can make would lose it.
    """

    name = "postgres"
    politely = signal.SIGINT
    """Without waiting for its clients to leave."""

    def __init__(self, leash: Leash, folder: Path) -> None:
        super().__init__(leash, folder / "postgres.log")
        self._programs = postgres_folder()
        self._cluster = Path(tempfile.mkdtemp(prefix="atelje-postgres-", dir=_in_memory()))
        self.port = free_port()
        if user := self._user():
            shutil.chown(self._cluster, user)
        self._run("initdb", "-D", str(self._cluster / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")

    def create_database(self) -> str:
        """A new, empty database: `postgresql+asyncpg://…`."""
        return self._create("template1")

    def copy_database(self, url: str) -> str:
        """A new database with all that is in this one, to which nobody may be connected."""
        return self._create(url.rpartition("/")[2])

    def drop_database(self, url: str) -> None:
        """Removes it even while somebody is connected."""
        self._order(f'DROP DATABASE IF EXISTS "{url.rpartition("/")[2]}" WITH (FORCE)')

    def crash(self) -> None:
        """All its processes die at once, with transactions open; `restart()` recovers from the write-ahead log."""
        self.kill()

    def close(self) -> None:
        super().close()
        shutil.rmtree(self._cluster, ignore_errors=True)

    def _command(self) -> Sequence[str]:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": str(self._cluster),
            "fsync": "off",
            "full_page_writes": "off",
            "shared_buffers": "64MB",
            "max_wal_size": "64MB",
            "log_checkpoints": "off",
            "max_connections": "200",
            "log_min_messages": "warning",
        }
        options = (word for name, value in settings.items() for word in ("-c", f"{name}={value}"))
        return [str(self._programs / "postgres"), "-D", str(self._cluster / "data"), *options]

    def _answers(self) -> bool:
        return subprocess.run([self._programs / "pg_isready", "-q", *self._address()], check=False).returncode == 0

    def _environment(self) -> Mapping[str, str]:
        """Without the settings of a PostgreSQL client that a developer may have."""
        return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | {"LC_ALL": "C.UTF-8"}

    def _user(self) -> str | None:
        """PostgreSQL refuses to run as root."""
        if os.geteuid() != 0:
            return None
        known = {entry.pw_name for entry in pwd.getpwall()}
        return "postgres" if "postgres" in known else "nobody"

    def _address(self) -> Sequence[str]:
        return ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres"]

    def _create(self, template: str) -> str:
        name = f"test_{secrets.token_hex(6)}"
        self._order(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return f"postgresql+asyncpg://postgres@127.0.0.1:{self.port}/{name}"

    def _order(self, statement: str) -> None:
        """By a connection and not by a program of its own, which would take longer than what it asks for."""

        async def order() -> None:
            async with connected(f"postgresql://postgres@127.0.0.1:{self.port}/postgres") as connection:
                await connection.execute(statement)

        run_beside(order)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            cwd="/",
            env=dict(self._environment()),
            capture_output=True,
            text=True,
            check=False,
            **_as_user(self._user()),
        )
        if done.returncode != 0:
            raise ServerFailed(f"{program} failed ({done.returncode})\n{done.stdout}{done.stderr}")


@contextlib.asynccontextmanager
async def connected(url: str) -> AsyncIterator[Any]:
    """A connection to PostgreSQL without SQLAlchemy."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""), ssl=False)
    try:
        yield connection
    finally:
        await connection.close()


def run_beside(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What is to be awaited, by whoever cannot: also in the middle of a running event loop, which has to wait."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(work())).result()


class AteljeProcess(Server):
    """Our own program, `python -m server …`, as a process with a data folder and a port of its own."""

    name = "atelje"

    def __init__(
        self,
        leash: Leash,
        folder: Path,
        environment: Mapping[str, str] | None = None,
        *,
        arguments: Sequence[str] = ("serve",),
        loaded: bool = True,
    ) -> None:
        """`environment` has precedence over the port and the data folder given here. With `loaded` it comes from the
        leash's nursery, in a quarter of the time; without, it is started as an administrator starts it."""
        self.port = int((environment or {}).get("ATELJE_PORT") or free_port())
        super().__init__(leash, folder / f"atelje-{self.port}.log")
        self._arguments = arguments
        self._loaded = loaded
        self._own = {"ATELJE_PORT": str(self.port), "ATELJE_DATA": str(folder / "data"), **(environment or {})}

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        return Path(self._own["ATELJE_DATA"])

    @property
    def environment(self) -> Mapping[str, str]:
        """For another command on the same data."""
        return self._environment()

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Another command of our program, on the same data."""
        with tempfile.TemporaryDirectory() as folder:
            output, errors = Path(folder, "output"), Path(folder, "errors")
            code = self._leash.nursery.bear(arguments, {**self._environment(), **environment}, output, errors).wait(30)
            return subprocess.CompletedProcess(arguments, code, output.read_text(), errors.read_text())

    def terminate(self, seconds: float = 15.0) -> int:
        """SIGTERM and its exit code; raises ServerFailed when it does not drain in time."""
        return self.stop(seconds)

    def ready(self) -> bool:
        """Whether `/readyz` says 200 now."""
        return self._answers()

    def _launch(self) -> Running:
        if not self._loaded:
            return super()._launch()
        return self._leash.nursery.bear(self._arguments, self._environment(), self._log)

    def _command(self) -> Sequence[str]:
        return [sys.executable, "-m", "server", *self._arguments]

    def _environment(self) -> Mapping[str, str]:
        outer = {name: value for name, value in os.environ.items() if not name.startswith("ATELJE_")}
        return outer | {"PYTHONUNBUFFERED": "1"} | self._own

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


class ProxyServer(Server):
    """A proxy that speaks TLS for one node, under the configuration that we give people: as it is in docs/deploy, with
    other names, ports and files."""

    def __init__(self, leash: Leash, folder: Path, node: int, certificate: Path, key: Path) -> None:
        super().__init__(leash, folder / f"{self.name}.log")
        self.folder = folder
        self.port, self.plain_port = free_port(), free_port()
        self.node, self.certificate, self.key = node, certificate, key

    @property
    def origin(self) -> str:
        return f"https://localhost:{self.port}"

    def _changed(self, text: str, changes: Mapping[str, str]) -> str:
        for given, ours in changes.items():
            assert given in text, given
            text = text.replace(given, ours)
        return text

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=5):
            return True
        return False


class NginxServer(ProxyServer):
    name = "nginx"

    def _command(self) -> Sequence[str]:
        site = (ROOT / "docs/deploy/nginx.conf").read_text(encoding="utf-8")
        live = "/etc/letsencrypt/live/rooms.example.org"
        changes = {
            "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
            "listen [::]:80;": "",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port} ssl http2;",
            "listen [::]:443 ssl http2;": "",
            "127.0.0.1:8000": f"127.0.0.1:{self.node}",
            f"{live}/fullchain.pem": str(self.certificate),
            f"{live}/privkey.pem": str(self.key),
            "https://rooms.example.org$": f"{self.origin}$",
            "server_name rooms.example.org": "server_name localhost",
        }
        (self.folder / "site.conf").write_text(self._changed(site, changes), encoding="utf-8")
        (self.folder / "nginx.conf").write_text(self._main(), encoding="utf-8")
        return [str(nginx_path()), "-p", str(self.folder), "-c", "nginx.conf", "-e", "stderr"]

    def _main(self) -> str:
        places = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "".join(f"{place}_temp_path {self.folder}/{place};" for place in places)
        user = "user root;" if os.geteuid() == 0 else ""
        return (
            f"daemon off; {user} pid {self.folder}/nginx.pid; worker_processes 1; error_log stderr;"
            f"events {{}} http {{ {temporary} include site.conf; }}"
        )


class CaddyServer(ProxyServer):
    name = "caddy"

    def _command(self) -> Sequence[str]:
        site = (ROOT / "docs/deploy/Caddyfile").read_text(encoding="utf-8")
        changes = {
            "rooms.example.org {": f"localhost {{\n\ttls {self.certificate} {self.key}",
            "127.0.0.1:8000": f"127.0.0.1:{self.node}",
        }
        ours = f"{{\n\tadmin off\n\tskip_install_trust\n\thttps_port {self.port}\n\thttp_port {self.plain_port}\n}}\n"
        file = self.folder / "Caddyfile"
        file.write_text(ours + self._changed(site, changes), encoding="utf-8")
        return [str(caddy_path()), "run", "--config", str(file), "--adapter", "caddyfile"]

    def _environment(self) -> Mapping[str, str]:
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
        return os.environ | dict.fromkeys(places, str(self.folder))


StartAtelje = Callable[..., AteljeProcess]
"""What the fixture `server_process` hands out."""

ServerT = TypeVar("ServerT", bound=Server)


@contextlib.contextmanager
def serving(server: ServerT) -> Iterator[ServerT]:
    """Starts it, and ends it for good afterwards."""
    try:
        server.start()
        yield server
    finally:
        server.close()


_PACKAGES: Mapping[str, Callable[[], Path]] = {
    "redis-server": redis_path,
    "postgresql": postgres_folder,
    "chromium": chromium_path,
    "nginx": nginx_path,
    "caddy": caddy_path,
}


def missing_packages() -> list[str]:
    """The Debian packages of the servers that are not installed here."""
    missing = []
    for package, find in _PACKAGES.items():
        try:
            find()
        except ServerMissing:
            missing.append(package)
    return missing


if __name__ == "__main__":
    print("\n".join(missing_packages()))
