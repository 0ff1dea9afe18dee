"""The servers that are measured: ours, and three that everybody knows; how each is prepared and started."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.workloads import Workload

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PEERS = HERE / "peers"


class CannotMeasure(Exception):
    """Says in words what is missing or went wrong."""


@dataclass(frozen=True, slots=True)
class Launch:
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    name: str
    adapter: str
    """The file in `adapters/` that says what the server wants to hear."""
    launch: Callable[[Workload, int, Path], Launch]
    """Given the workload, the port to listen on, and an empty folder for data."""
    prepare: Callable[[], None] = lambda: None
    """Installs what it needs. Raises CannotMeasure."""


def launch_atelje(workload: Workload, port: int, folder: Path) -> Launch:
    settings = {
        "ATELJE_PORT": str(port),
        "ATELJE_DATA": str(folder),
        "ATELJE_LIMITS": "off",
        "ATELJE_LOAD_PEOPLE": str(workload.people),
        "ATELJE_LOAD_ROOM": str(workload.room),
    }
    return Launch([sys.executable, "-m", "server", "load"], settings)


def launch_node_ws(_workload: Workload, port: int, _folder: Path) -> Launch:
    return Launch([find_node() or "node", str(PEERS / "node_ws.js"), str(port)])


def launch_bun(_workload: Workload, port: int, _folder: Path) -> Launch:
    return Launch([str(find_bun() or "bun"), str(PEERS / "bun_pubsub.js"), str(port)])


def launch_starlette(_workload: Workload, port: int, _folder: Path) -> Launch:
    return _uvicorn("starlette_loop:app", port)


def launch_liar(_workload: Workload, port: int, _folder: Path) -> Launch:
    return _uvicorn("lying_loop:app", port)


def _uvicorn(app: str, port: int) -> Launch:
    uvicorn = [sys.executable, "-m", "uvicorn", app, "--app-dir", str(PEERS)]
    quiet = ["--no-access-log", "--log-level", "warning"]
    return Launch([*uvicorn, *quiet, "--port", str(port), "--backlog", "4096", "--ws", "websockets-sansio"])


def find_node() -> str | None:
    """The system's, or the one that a Python package has put beside our Python."""
    return _find("node")


def find_bun() -> Path | None:
    """The build for this processor, from its own package: no script of a package has to run for it."""
    return next(PEERS.glob("node_modules/@oven/bun-linux-*/bin/bun"), None)


def _find(program: str) -> str | None:
    return shutil.which(program, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}")


def install_node_peers() -> None:
    installed, wanted = PEERS / "node_modules" / ".package-lock.json", PEERS / "package-lock.json"
    node, npm = find_node(), _find("npm")
    if node is None or npm is None:
        raise CannotMeasure("it needs Node and npm: `make bench` provides them")
    if installed.exists() and installed.stat().st_mtime >= wanted.stat().st_mtime:
        return
    print("Installing the packages of the Node peer …", flush=True)
    path = f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(
        [npm, "ci", *quiet], cwd=PEERS, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CannotMeasure(f"npm could not install its packages:\n{done.stderr.strip()[-600:]}")
    installed.touch()


def install_bun() -> None:
    install_node_peers()
    if find_bun() is None:
        raise CannotMeasure("its packages hold no program for this processor")


OURS = Side("Atelje", "atelje", launch_atelje)
SIDES = (
    OURS,
    Side("Bun", "peer", launch_bun, prepare=install_bun),
    Side("Node ws", "peer", launch_node_ws, prepare=install_node_peers),
    Side("Starlette loop", "peer", launch_starlette),
)
LIAR = Side("Liar", "peer", launch_liar)
