"""Rounds, interleaved over the servers: A B C, A B C …; what else the machine does meanwhile falls on all of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bench.generator import Measure
from bench.sides import OURS, CannotMeasure, Side
from bench.workloads import Figure, Workload

START_AND_END_SECONDS = 3.0
"""To start a server, to join everybody and to end it: only for the estimate."""


@dataclass(frozen=True, slots=True)
class Turn:
    round: int
    workload: Workload
    side: Side


@dataclass(slots=True)
class Results:
    measures: dict[tuple[str, str], list[Measure]] = field(default_factory=dict)
    """By the names of workload and side, in the order of the rounds."""
    failures: dict[str, list[str]] = field(default_factory=dict)
    """Reasons, and whom each befell: one that befalls all rounds is read once."""

    def of(self, workload: Workload, side: Side) -> list[Measure]:
        return self.measures.get((workload.name, side.name), [])

    def fail(self, who: str, why: str) -> None:
        self.failures.setdefault(why, []).append(who)

    def keep(self, turn: Turn, measure: Measure) -> None:
        self.measures.setdefault((turn.workload.name, turn.side.name), []).append(measure)


def sides_of(workload: Workload, sides: Sequence[Side]) -> Sequence[Side]:
    """Who missed something gets it from ours alone: the others keep nothing."""
    return [side for side in sides if side is OURS or workload.figure is not Figure.RECOVERY]


def turns(workloads: Sequence[Workload], sides: Sequence[Side], rounds: int) -> Iterator[Turn]:
    for number in range(1, rounds + 1):
        for workload in workloads:
            for side in sides_of(workload, sides):
                yield Turn(number, workload, side)


def estimate(workloads: Sequence[Workload], sides: Sequence[Side], rounds: int) -> float:
    """Seconds."""
    once = sum(workload.warm_up + workload.seconds + START_AND_END_SECONDS for workload in workloads)
    return once * len(sides) * rounds


def run(
    workloads: Sequence[Workload], sides: Sequence[Side], rounds: int, measure: Callable[[Turn], Measure]
) -> Results:
    """Says what it does while it does it. A turn that fails is named and the rest goes on."""
    results = Results()
    began = time.monotonic()
    total = sum(len(sides_of(workload, sides)) for workload in workloads) * rounds
    for count, turn in enumerate(turns(workloads, sides, rounds), start=1):
        print(f"  {count:3} of {total}  {turn.workload.name}  {turn.side.name:<15} ", end="", flush=True)
        try:
            done = measure(turn)
        except CannotMeasure as error:
            results.fail(f"{turn.workload.name} {turn.side.name} round {turn.round}", str(error))
            print("failed", flush=True)
            continue
        results.keep(turn, done)
        print(f"{_progress(done)}   {time.monotonic() - began:4.0f} s", flush=True)
    return results


def _progress(measure: Measure) -> str:
    if not measure.deliveries_per_s:
        words = f"{measure.marked_per_s:11,.0f} joined/s, {measure.memory_per_connection_kb:6.2f} kB each"
        return ", ".join([words, *measure.faults])
    words = f"{measure.deliveries_per_s:11,.0f} deliveries/s, {measure.server_us_per_delivery:6.2f} µs CPU each"
    return ", ".join([words, *measure.faults])
