"""The process that reads one large calendar: the question in, when its person is busy out, and it ends.

It may take much less than its parent: so much memory, so much of a core, no files, and no process of its own. Whoever
asked may be gone, and then the pipe ends, and this process with it.
"""

from __future__ import annotations

import contextlib
import os
import resource
import sys

import msgspec

from server.scheduling.content_lines import CalendarRefused
from server.scheduling.reading import read_busy

MEMORY = 1 << 30
"""Bytes of address space: about ten times what the largest calendar takes."""
SECONDS = 30
"""Of a core."""
NICE = 10
"""The server goes first."""


class Question(msgspec.Struct, frozen=True):
    """As `read_busy` takes it."""

    file: bytes
    zone: str
    start: int
    end: int


class Answer(msgspec.Struct, frozen=True):
    """`busy`: pairs of seconds since 1970, as `Intervals` has them. `refused`: the reason of a CalendarRefused."""

    busy: bytes = b""
    read: int = 0
    left_out: dict[str, int] = {}
    refused: str | None = None


def answer(question: Question) -> Answer:
    """Raises UnknownZone."""
    try:
        found = read_busy(question.file, question.zone, question.start, question.end)
    except CalendarRefused as refused:
        return Answer(refused=str(refused))
    return Answer(found.busy.tobytes(), found.read, dict(found.left_out))


def main() -> None:
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # Where the system does not know of it, the time that the parent waits is left.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
    os.nice(NICE)
    question = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Question)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer(question)))


if __name__ == "__main__":
    main()
