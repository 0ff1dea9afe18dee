"""The table: medians over the rounds, ratios ours to each peer's, and marks on what does not count."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.generator import LIMIT, Measure
from bench.rounds import Results
from bench.sides import OURS, Side
from bench.workloads import Figure, Workload

HEADS = ("", "per core", "ours/peer", "spread", "seen/s", "CPU each", "server", "generator", "p50 ms", "p99 ms")
IDLE_HEADS = ("", "joins/s", "ours/peer", "per core", "ours/peer", "spread", "memory each", "ours/peer")
LEGEND = f"""\
per core   per second of one core's CPU time: 1 / CPU each; steadier than what the clock saw when others use the machine
ours/peer  how many times as much as that server; for W5 our p50 / p99 as parts of its own, so less is better; so is
           memory. W6 is ours alone: the others keep nothing; its p99 is the slowest twentieth
spread     from the lowest to the highest round, as a part of the median
seen/s     by the clock
CPU each   of the server, per delivery to one member
!          the generator used {LIMIT:.0%} of a core or more: it may be what was measured, the server can do more
x          something was lost, doubled, out of order or cut: the figures do not count"""


@dataclass(frozen=True, slots=True)
class Row:
    """Medians of one server under one workload. CPU in cores, latencies in ms."""

    side: str
    rounds: int
    per_core: float
    seen_per_s: float
    us_per_delivery: float
    server_cpu: float
    generator_cpu: float
    p50_ms: float
    p99_ms: float
    spread: float
    marks: str


def row(workload: Workload, side: Side, measures: Sequence[Measure]) -> Row:
    """Of at least one measure."""

    def median(value: Callable[[Measure], float]) -> float:
        return statistics.median(map(value, measures))

    us = median(lambda measure: measure.server_us_per_delivery)
    return Row(
        side=side.name,
        rounds=len(measures),
        per_core=_per_core(workload, us),
        seen_per_s=median(lambda measure: _seen_per_s(workload, measure)),
        us_per_delivery=us,
        server_cpu=median(lambda measure: measure.server_cpu),
        generator_cpu=median(lambda measure: measure.generator_cpu),
        p50_ms=median(lambda measure: measure.p50_us) / 1000,
        p99_ms=median(lambda measure: measure.p99_us) / 1000,
        spread=_spread([_headline(workload, measure) for measure in measures]),
        marks=_marks(measures),
    )


def _per_core(workload: Workload, us_per_delivery: float) -> float:
    """Deliveries, or messages to all of their room, per second of CPU."""
    if not us_per_delivery:
        return 0.0
    deliveries = 1e6 / us_per_delivery
    return deliveries / workload.room if workload.figure is Figure.MESSAGES else deliveries


def _seen_per_s(workload: Workload, measure: Measure) -> float:
    return measure.messages_per_s if workload.figure is Figure.MESSAGES else measure.deliveries_per_s


def _headline(workload: Workload, measure: Measure) -> float:
    return measure.p99_us if workload.figure in (Figure.LATENCY, Figure.RECOVERY) else measure.server_us_per_delivery


def _spread(values: Sequence[float]) -> float:
    middle = statistics.median(values)
    return (max(values) - min(values)) / middle if middle else 0.0


def _marks(measures: Iterable[Measure]) -> str:
    """One bad round marks the row: a median could hide it."""
    limit = any(measure.generator_was_the_limit for measure in measures)
    return "!" * limit + "x" * any(measure.faults for measure in measures)


def ratio(workload: Workload, ours: Row | None, peer: Row) -> str:
    if ours is None or peer.side == ours.side:
        return ""
    if workload.figure is Figure.LATENCY:
        return f"{_part(ours.p50_ms, peer.p50_ms)} / {_part(ours.p99_ms, peer.p99_ms)}"
    return _part(ours.per_core, peer.per_core)


def _part(ours: float, peer: float) -> str:
    return f"{ours / peer:.2f}" if peer else "-"


def table(results: Results, workloads: Sequence[Workload], sides: Sequence[Side]) -> str:
    """What is delivered, then what is only held."""
    held = [workload for workload in workloads if workload.figure is Figure.JOINS]
    delivered = [workload for workload in workloads if workload not in held]
    parts = [_delivered(results, delivered, sides)] if delivered or not held else []
    return "\n\n".join([*parts, *(_held(results, workload, sides) for workload in held)])


def _held(results: Results, workload: Workload, sides: Sequence[Side]) -> str:
    measured = [(side, measures) for side in sides if (measures := results.of(workload, side))]
    ours = next((measures for side, measures in measured if side is OURS), None)
    lines = [IDLE_HEADS, *(_held_cells(side, measures, ours) for side, measures in measured)]
    return _aligned(lines, {1: f"{workload.name}  {workload.words}: {workload.figure.value}"})


def _held_cells(side: Side, measures: Sequence[Measure], ours: Sequence[Measure] | None) -> tuple[str, ...]:
    def compared(value: Callable[[Measure], float]) -> tuple[float, str]:
        middle = statistics.median(map(value, measures))
        return middle, "" if ours is None or side is OURS else _part(statistics.median(map(value, ours)), middle)

    rate, of_rate = compared(lambda measure: measure.marked_per_s)
    core, of_core = compared(lambda measure: measure.joined / (measure.join_server_cpu_s or 1))
    memory, of_memory = compared(lambda measure: measure.memory_per_connection_kb)
    spread = _spread([measure.marked_per_s for measure in measures])
    marks = _marks(measures)
    return (
        f"  {side.name}{' ' * bool(marks)}{marks}",
        f"{rate:,.0f}",
        of_rate,
        f"{core:,.0f}",
        of_core,
        f"{spread:.0%}" if len(measures) > 1 else "",
        f"{memory:.1f} kB",
        of_memory,
    )


def _delivered(results: Results, workloads: Sequence[Workload], sides: Sequence[Side]) -> str:
    lines: list[tuple[str, ...]] = [HEADS]
    titles: dict[int, str] = {}
    for workload in workloads:
        rows = [row(workload, side, measures) for side in sides if (measures := results.of(workload, side))]
        titles[len(lines)] = f"{workload.name}  {workload.words}: {workload.figure.value}"
        ours = next((row for row in rows if row.side == OURS.name), None)
        lines += [_cells(workload, row, ratio(workload, ours, row)) for row in rows]
    return _aligned(lines, titles)


def _cells(workload: Workload, row: Row, ratio: str) -> tuple[str, ...]:
    # At a fixed rate most of a server's CPU is waiting and waking, so it says nothing about what a core could do; and
    # as fast as possible the window alone decides how long a message is on its way.
    fixed = workload.figure in (Figure.LATENCY, Figure.RECOVERY)
    return (
        f"  {row.side}{' ' * bool(row.marks)}{row.marks}",
        "" if fixed else f"{row.per_core:,.0f}",
        ratio,
        f"{row.spread:.0%}" if row.rounds > 1 else "",
        f"{row.seen_per_s:,.0f}",
        f"{row.us_per_delivery:.2f} µs",
        f"{row.server_cpu:.0%}",
        f"{row.generator_cpu:.0%}",
        f"{row.p50_ms:.2f}" if fixed else "",
        f"{row.p99_ms:.2f}" if fixed else "",
    )


def _aligned(lines: Sequence[tuple[str, ...]], titles: dict[int, str]) -> str:
    """`titles` stand before the line of their number."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    out = []
    for number, (first, *others) in enumerate(lines):
        if title := titles.get(number):
            out.append(title)
        cells = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        out.append("  ".join([first.ljust(widths[0]), *cells]).rstrip())
    # A workload that nobody finished still has its title.
    out += [title for number, title in titles.items() if number == len(lines)]
    return "\n".join(out)
