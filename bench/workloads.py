"""What is measured: how many people, in which rooms, posting how."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

TEXT_BYTES = 128


class Figure(Enum):
    """What a workload is about."""

    DELIVERIES = "deliveries per second"
    MESSAGES = "messages per second"
    LATENCY = "milliseconds from post to seen"
    JOINS = "joins per second, and memory of each idle connection"
    RECOVERY = "seconds until all have what they missed"


@dataclass(frozen=True, slots=True)
class Workload:
    name: str
    words: str
    figure: Figure
    people: int
    room: int
    window: int | None = None
    """Messages of a room that may be on their way at a time: as fast as the server can."""
    rate: float | None = None
    """Or so many messages a second, whatever the server does."""
    warm_up: float = 0.6
    seconds: float = 1.5

    def arguments(self) -> list[str]:
        """For the generator."""
        if self.figure is Figure.JOINS:
            marked = str(self.people // 2)
            return ["-n", str(self.people), "-r", str(self.room), "-c", "64", "-m", marked, "-d", "0", "-H", "1.5"]
        pace = ["-w", str(self.window)] if self.rate is None else ["-R", str(self.rate)]
        size = ["-n", str(self.people), "-r", str(self.room), "-b", str(TEXT_BYTES)]
        return [*size, *pace, "-u", str(self.warm_up), "-d", str(self.seconds)]

    def quick(self) -> Workload:
        """The same in small: shows that everything works, and nothing about speed."""
        if self.figure in (Figure.JOINS, Figure.RECOVERY):
            return replace(self, words=f"in small, 20 people in rooms of {self.room}", people=20)
        room, window = min(self.room, 20), self.window and min(self.window, 4)
        words = f"in small, 20 people in rooms of {room}"
        return replace(self, words=words, people=20, room=room, window=window, warm_up=0.1, seconds=0.3)


WORKLOADS = {
    workload.name: workload
    for workload in (
        Workload("W1", "one room of 300, one author, window 32", Figure.DELIVERIES, people=300, room=300, window=32),
        Workload("W2", "1 000 rooms of two, window 1", Figure.MESSAGES, people=2000, room=2, window=1),
        # Longer, because its slowest hundredth is only a few messages.
        Workload("W34", "10 000 join rooms of ten, 64 at a time, and stay", Figure.JOINS, people=10_000, room=10),
        Workload("W5", "one room of 300, 60 messages a second", Figure.LATENCY, 300, 300, rate=60, seconds=4),
        Workload("W6", "1 000 cut at once, each 20 entries behind, come back", Figure.RECOVERY, people=1000, room=10),
    )
}
