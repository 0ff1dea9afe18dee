"""The machine that is measured on: its cores and who gets which, its versions, its disk, and who else is using it."""

from __future__ import annotations

import contextlib
import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FLUSHES = 25
BUSY = 0.5
"""Cores that other programs may use before we say that the figures are noisy."""


@dataclass(frozen=True, slots=True)
class Cores:
    """None: not pinned, and `words` say why."""

    server: int | None
    generator: int | None
    words: str


def choose_cores(allowed: set[int]) -> Cores:
    """The first and the last: they share no caches and no arithmetic where the machine can avoid it."""
    if len(allowed) < 2:
        return Cores(None, None, "one core for both: server and generator hinder each other, nothing is pinned")
    first, last = min(allowed), max(allowed)
    return Cores(first, last, f"server on core {first}, generator on core {last}")


def usable_cores() -> Cores:
    try:
        cores = choose_cores(os.sched_getaffinity(0))
        with pinned(cores.generator):
            return cores
    except (AttributeError, OSError) as error:
        return Cores(None, None, f"no permission to choose cores ({error}): nothing is pinned")


@contextlib.contextmanager
def pinned(core: int | None) -> Iterator[None]:
    """What is started inside stays on the core; we ourselves come back."""
    if core is None:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def describe(cores: Cores, folder: Path, node: str | None) -> list[str]:
    """Lines about the machine; `folder` is where the server keeps its data."""
    lines = [
        f"{os.cpu_count()} cores, {_processor()}; {cores.words}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, Node {node or 'not found'}, "
        f"{platform.system()} {platform.release()}",
        f"data on {_file_system(folder)}, which keeps a write after {_flush_ms(folder):.2f} ms",
    ]
    load = os.getloadavg()[0]
    if load > BUSY:
        lines.append(f"other programs use {load:.1f} cores now: expect noise, and trust CPU more than the clock")
    return lines


def _processor() -> str:
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    return platform.machine()


def _file_system(folder: Path) -> str:
    """The kind of the innermost mount that holds the folder."""
    best, kind = "", "an unknown file system"
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines():
            _device, place, name, *_ = line.split()
            if folder.resolve().is_relative_to(place) and len(place) >= len(best):
                best, kind = place, name
    return f"{kind} (memory: commits cost nothing there)" if kind in ("tmpfs", "ramfs") else kind


def _flush_ms(folder: Path) -> float:
    """What a commit pays the disk: the median of a few small writes, each flushed."""
    file = folder / "flush"
    times = []
    with file.open("wb", buffering=0) as out:
        for _ in range(FLUSHES):
            began = time.perf_counter()
            out.write(bytes(4096))
            os.fdatasync(out.fileno())
            times.append(time.perf_counter() - began)
    file.unlink()
    return statistics.median(times) * 1000
