"""What the generator might have seen, made up."""

from __future__ import annotations

import msgspec

from bench.generator import Measure

SOUND = Measure(
    joined=300,
    died=0,
    stalled=False,
    lost=0,
    doubled=0,
    disordered=0,
    deliveries_per_s=400_000.0,
    messages_per_s=2000.0,
    server_us_per_delivery=2.0,
    server_cpu=0.8,
    generator_cpu=0.3,
    p50_us=1000.0,
    p99_us=3000.0,
)


def seen(**changes: float | bool) -> Measure:
    return msgspec.structs.replace(SOUND, **changes)
