"""The figures of this process for `/metrics`: counters and gauges, none with a label that names a person or a room.

Whoever is busy adds to plain integers of their own; only when somebody asks are they read, in a thread of its own, so
that a loop that hangs is seen too. Reading an integer, or copying a dictionary whole, needs no lock.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from prometheus_client import CollectorRegistry, Metric, ProcessCollector, start_http_server
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector

from server.config import Config, ConfigError

LAG_SECONDS = 0.1
"""How often the loop is asked how late it is."""

SECONDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 5.0)
SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)

Labels = tuple[str, ...]
Read = Callable[[], float]
ReadByLabels = Callable[[], Mapping[Labels, float]]


class Tally:
    """How many values fell below each bound, and their sum. One thread adds."""

    __slots__ = ("bounds", "counts", "largest", "total")

    def __init__(self, bounds: Sequence[float]) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0
        self.largest = 0.0

    def add(self, value: float) -> None:
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value
        if value > self.largest:
            self.largest = value


@dataclass(frozen=True, slots=True)
class _Figure:
    kind: type[CounterMetricFamily] | type[GaugeMetricFamily]
    name: str
    words: str
    labels: Labels
    read: ReadByLabels

    def metric(self) -> Metric:
        family = self.kind(f"atelje_{self.name}", self.words, labels=self.labels)
        for labels, value in self.read().items():
            family.add_metric(labels, value)
        return family


@dataclass(frozen=True, slots=True)
class _Histogram:
    name: str
    words: str
    tally: Tally

    def metric(self) -> Metric:
        tally = self.tally
        names = [*map(str, tally.bounds), "+Inf"]
        buckets = [(name, float(count)) for name, count in zip(names, accumulate(tally.counts), strict=True)]
        return HistogramMetricFamily(f"atelje_{self.name}", self.words, buckets=buckets, sum_value=tally.total)


class Metrics(Collector):
    """What can be asked for. `read` functions are called in another thread and must only copy."""

    def __init__(self) -> None:
        self._known: list[_Figure | _Histogram] = []

    def counter(self, name: str, words: str, read: Read) -> None:
        self.counters(name, words, (), lambda: {(): read()})

    def gauge(self, name: str, words: str, read: Read) -> None:
        self.gauges(name, words, (), lambda: {(): read()})

    def counters(self, name: str, words: str, labels: Labels, read: ReadByLabels) -> None:
        self._known.append(_Figure(CounterMetricFamily, name, words, labels, read))

    def gauges(self, name: str, words: str, labels: Labels, read: ReadByLabels) -> None:
        self._known.append(_Figure(GaugeMetricFamily, name, words, labels, read))

    def histogram(self, name: str, words: str, tally: Tally) -> None:
        self._known.append(_Histogram(name, words, tally))

    def collect(self) -> Iterable[Metric]:
        return [one.metric() for one in self._known]


@contextlib.contextmanager
def offered(metrics: Metrics, config: Config) -> Iterator[None]:
    """On a port of its own, if one is set, while the loop runs. Raises ConfigError when that is taken."""
    if config.metrics_port is None:
        yield
        return
    loop = asyncio.get_running_loop()
    metrics.gauge("tasks", "Tasks of the event loop.", lambda: len(asyncio.all_tasks(loop)))
    registry = CollectorRegistry()
    registry.register(metrics)
    ProcessCollector(registry=registry)
    try:
        server, thread = start_http_server(config.metrics_port, config.metrics_host, registry)
    except OSError as error:
        raise ConfigError(f"ATELJE_METRICS_PORT {config.metrics_port} can't be used: {error.strerror}.") from None
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


async def watch_lag(tally: Tally) -> None:
    """Until cancelled: by how many seconds the loop comes late to what it was to do."""
    while True:
        due = time.perf_counter() + LAG_SECONDS
        await asyncio.sleep(LAG_SECONDS)
        tally.add(max(0.0, time.perf_counter() - due))
