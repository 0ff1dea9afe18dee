"""`python -m bench [-w w1,w2,w34,w5,w6] [-r ROUNDS] [--quick]`: measures, and prints one table."""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench import rounds, storm
from bench.generator import Measure, build_generator, measure
from bench.machine import Cores, describe, usable_cores
from bench.rounds import Results, Turn
from bench.running import running
from bench.sides import LIAR, ROOT, SIDES, CannotMeasure, Side, find_node
from bench.table import LEGEND, table
from bench.workloads import WORKLOADS, Figure, Workload

FOLDER = ROOT / "build" / "bench"
"""The generator, the servers' output and their data; on the disk of the checkout, so that commits cost what they do."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        with _alone(FOLDER):
            return _bench(options.workloads, options.rounds or (1 if options.quick else 3), quick=options.quick)
    except CannotMeasure as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Atelje beside three other servers.")
    parser.add_argument("-w", "--workloads", type=_workloads, default=list(WORKLOADS.values()), metavar="w1,w2,…")
    parser.add_argument("-r", "--rounds", type=_positive, default=None, help="3 unless told; medians are printed")
    parser.add_argument("--quick", action="store_true", help="tiny loads: shows that all works, not how fast")
    return parser


def _workloads(names: str) -> list[Workload]:
    try:
        return [WORKLOADS[name.strip().upper()] for name in names.split(",")]
    except KeyError as error:
        raise argparse.ArgumentTypeError(f"there is no workload {error.args[0]}") from None


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("at least 1")
    return int(text)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two at a time would measure each other. Raises CannotMeasure."""
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotMeasure("Another benchmark is running in this checkout.") from None
        yield


def _bench(workloads: Sequence[Workload], count: int, *, quick: bool) -> int:
    began = time.monotonic()
    workloads = [workload.quick() for workload in workloads] if quick else workloads
    _allow_open_files()
    program = build_generator(FOLDER)
    sides, missing = _prepared(SIDES)
    cores = usable_cores()
    print("\n".join(describe(cores, FOLDER, _node_version())))
    seconds = rounds.estimate(workloads, sides, count)
    print(
        f"Rounds: {count}, servers: {len(sides)}, workloads: {len(workloads)}. It takes about {seconds:.0f} s.\n",
        flush=True,
    )
    if quick:
        _check_the_generator(program, cores)
    results = rounds.run(workloads, sides, count, lambda turn: _turn(program, turn, cores))
    for who, why in missing.items():
        results.fail(who, why)
    _report(results, workloads, sides, time.monotonic() - began, quick=quick)
    return 1 if results.failures or _has_faults(results) else 0


def _prepared(sides: Sequence[Side]) -> tuple[list[Side], dict[str, str]]:
    ready, missing = [], {}
    for side in sides:
        try:
            side.prepare()
            ready.append(side)
        except CannotMeasure as error:
            missing[side.name] = str(error)
    return ready, missing


def _turn(program: Path, turn: Turn, cores: Cores) -> Measure:
    """A server of its own for each measurement: none inherits what another one has left."""
    with running(turn.side, turn.workload, cores.server, FOLDER) as server:
        if turn.workload.figure is Figure.RECOVERY:
            return storm.measure(turn.workload, server.port)
        return measure(program, turn.side, turn.workload, server, cores.generator)


def _check_the_generator(program: Path, cores: Cores) -> None:
    """A server that cheats must not get through. Raises CannotMeasure."""
    seen = _turn(program, Turn(1, WORKLOADS["W5"].quick(), LIAR), cores)
    if not (seen.lost == 1 and seen.doubled == 1 and seen.disordered):
        raise CannotMeasure(f"The generator was deceived by a server that loses, doubles and swaps: {seen}")
    print("The generator has caught a server that loses, doubles and swaps messages.\n", flush=True)


def _report(
    results: Results, workloads: Sequence[Workload], sides: Sequence[Side], seconds: float, *, quick: bool
) -> None:
    print(f"\n{table(results, workloads, sides)}\n\n{LEGEND}\n")
    for why, whom in results.failures.items():
        print(f"NOT MEASURED  {', '.join(whom)}: {why}")
    if quick:
        print("A quick run shows that everything works; its figures mean nothing.")
    print(f"Took {seconds:.0f} s.")


def _has_faults(results: Results) -> bool:
    return any(measure.faults for measures in results.measures.values() for measure in measures)


def _allow_open_files() -> None:
    """The servers inherit it: two thousand connections are more than the usual thousand."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _node_version() -> str | None:
    node = find_node()
    if node is None:
        return None
    return subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip() or None


if __name__ == "__main__":
    sys.exit(main())
