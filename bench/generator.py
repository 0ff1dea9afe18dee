"""The load generator, a C program: built on first use, run once per measurement."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import msgspec

from bench.machine import pinned
from bench.running import Running
from bench.sides import HERE, CannotMeasure, Side
from bench.workloads import Workload

SOURCE = HERE / "gen" / "wsload.c"
RUN_SECONDS = 180
LIMIT = 0.9
"""Of a core: above it the generator, not the server, may be what was measured."""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """What the generator saw in one run. CPU in cores, `…_us` in microseconds. Who only joins delivers nothing."""

    joined: int
    died: int
    marked_per_s: float = 0.0
    """How fast the first half joined."""
    join_server_cpu_s: float = 0.0
    memory_per_connection_kb: float = 0.0
    stalled: bool = False
    lost: int = 0
    doubled: int = 0
    disordered: int = 0
    deliveries_per_s: float = 0.0
    messages_per_s: float = 0.0
    server_us_per_delivery: float = 0.0
    server_cpu: float = 0.0
    generator_cpu: float = 0.0
    p50_us: float = 0.0
    p99_us: float = 0.0

    @property
    def faults(self) -> list[str]:
        """Why the figures do not count, in words."""
        counts = {
            "lost": self.lost,
            "doubled": self.doubled,
            "out of order": self.disordered,
            "connections died": self.died,
        }
        return [f"{count} {words}" for words, count in counts.items() if count] + ["stalled"] * self.stalled

    @property
    def generator_was_the_limit(self) -> bool:
        return self.generator_cpu >= LIMIT


def build_generator(folder: Path) -> Path:
    """Gives the program. Raises CannotMeasure when there is no compiler, or when it refuses."""
    program = folder / "wsload"
    if program.exists() and program.stat().st_mtime >= SOURCE.stat().st_mtime:
        return program
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise CannotMeasure(
            "The load generator is a C program and no C compiler is here. Install one "
            "(on Debian, as root: apt-get install gcc libc6-dev), then give the same command again."
        )
    fresh = folder / "wsload.new"
    command = [compiler, "-O2", "-o", str(fresh), str(SOURCE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotMeasure(
            "The load generator could not be built; it needs Linux and the headers of its C library "
            f"(on Debian: libc6-dev).\n{done.stderr.strip()}"
        )
    fresh.replace(program)
    return program


def measure(program: Path, side: Side, workload: Workload, server: Running, core: int | None) -> Measure:
    """Raises CannotMeasure."""
    command = [str(program), "-p", str(server.port), "-P", ",".join(map(str, server.pids))]
    command += ["-a", str(HERE / "adapters" / f"{side.adapter}.adapter"), *workload.arguments()]
    try:
        with pinned(core):
            done = subprocess.run(command, capture_output=True, text=True, timeout=RUN_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise CannotMeasure(f"the generator did not end within {RUN_SECONDS} s") from None
    try:
        return msgspec.json.decode(done.stdout, type=Measure)
    except msgspec.DecodeError:
        raise CannotMeasure(f"the generator failed: {done.stdout.strip()} {done.stderr.strip()[-600:]}") from None
