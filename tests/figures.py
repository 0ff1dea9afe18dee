"""What a node tells at `/metrics`, and what a process tells by the kernel."""

from __future__ import annotations

import urllib.request
from dataclasses import dataclass
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

Sample = tuple[str, tuple[tuple[str, str], ...]]
"""Name and labels, sorted."""


@dataclass(frozen=True, slots=True)
class Figures:
    page: str
    values: dict[Sample, float]

    def __getitem__(self, name: str) -> float:
        return self.values[f"atelje_{name}", ()]

    def at(self, name: str, **labels: str) -> float:
        return self.values[f"atelje_{name}", tuple(sorted(labels.items()))]

    def buckets(self, name: str) -> dict[float, float]:
        """How many values fell into each bucket, by its upper bound."""
        wanted = f"atelje_{name}_bucket"
        sums = {float(dict(labels)["le"]): value for (found, labels), value in self.values.items() if found == wanted}
        bounds = sorted(sums)
        below = [0.0, *(sums[bound] for bound in bounds)]
        return {bound: sums[bound] - before for bound, before in zip(bounds, below, strict=False)}


def figures(port: int) -> Figures:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        page = answer.read().decode()
    families = text_string_to_metric_families(page)
    return Figures(
        page, {(one.name, tuple(sorted(one.labels.items()))): one.value for f in families for one in f.samples}
    )


def open_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def resident_bytes(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * 4096
