"""One server, started on its core with an empty folder, and ended again."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.machine import pinned
from bench.sides import ROOT, CannotMeasure, Side
from bench.workloads import Workload

START_SECONDS = 60
END_SECONDS = 12
LOG_TAIL = 1200


@dataclass(frozen=True, slots=True)
class Running:
    port: int
    pids: list[int]
    """The process and its children: their CPU and memory are the server's."""


@contextlib.contextmanager
def running(side: Side, workload: Workload, core: int | None, folder: Path) -> Iterator[Running]:
    """Raises CannotMeasure with the end of the server's output when it does not come up."""
    port, data, log = _free_port(), folder / "data", folder / f"{side.name} {workload.name}.log"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    launch = side.launch(workload, port, data)
    with log.open("wb") as output, pinned(core):
        process = subprocess.Popen(
            launch.command,
            cwd=ROOT,
            env={**os.environ, **launch.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        _wait_until_it_listens(process, port, log)
        yield Running(port, _family(process.pid))
    finally:
        _end(process)
        shutil.rmtree(data, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    why = "did not listen" if process.poll() is None else f"ended with {process.returncode}"
    tail = log.read_text(encoding="utf-8", errors="replace")[-LOG_TAIL:].strip()
    raise CannotMeasure(f"the server {why}:\n{tail}")


def _family(pid: int) -> list[int]:
    pids = [pid]
    with contextlib.suppress(OSError):
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            pids += [relative for child in children.read_text().split() for relative in _family(int(child))]
    return pids


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
