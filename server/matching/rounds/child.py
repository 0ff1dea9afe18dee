"""The process that computes: questions in, progress and answers out, one after the other, until nobody asks any more.

A frame is its kind (one byte), its length (eight) and its bytes. Who asked may be gone at any time: then the pipe ends,
and this process with it, whatever it is computing.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import BinaryIO, TypeVar

import msgspec

from server.matching.assignment import NoAssignment, TooLarge
from server.matching.rounds.answering import STEPS, Solution, outcome
from server.matching.rounds.asking import Doubled, NobodyThere, Prepared, canonical, digest, prepared
from server.matching.rounds.explaining import UnknownPerson, Which, base_of, explain, needs
from server.matching.rounds.model import Asked, Pair

T = TypeVar("T")

KEPT = 4
"""Rounds that are kept ready: whoever asks about one pair asks about the next."""
NICE = 10
"""The server goes first."""


class Solve(msgspec.Struct, tag="solve", frozen=True):
    asked: Asked


class Explain(msgspec.Struct, tag="explain", frozen=True):
    """`together`: the answer that is shown has them as a pair."""

    asked: Asked
    pair: Pair
    together: bool


class NeedsOf(msgspec.Struct, tag="needs", frozen=True):
    """`answer`: pairs of the newest run; `solved`: there is one. `own`: people whom the asker brought in, who alone are
    shown; None for everybody."""

    asked: Asked
    answer: tuple[Pair, ...]
    solved: bool
    start: int
    count: int
    without: bool
    own: tuple[str, ...] | None


Question = Solve | Explain | NeedsOf
Progress = tuple[str, int, int]
"""The stage, and the step of so many."""
PROGRESS, ANSWER, FAULT = b"P", b"A", b"F"


def write(pipe: BinaryIO, kind: bytes, data: bytes) -> None:
    pipe.write(kind + len(data).to_bytes(8, "big") + data)
    pipe.flush()


class Desk:
    """Keeps what it has prepared."""

    def __init__(self) -> None:
        self._ready: OrderedDict[str, tuple[Prepared, Solution | None]] = OrderedDict()
        self._prepared: OrderedDict[str, Prepared] = OrderedDict()

    def answer(self, question: Question, out: BinaryIO) -> None:
        try:
            write(out, ANSWER, self._answered(question, out))
        except TooLarge:
            write(out, FAULT, b"too_large")
        except (NobodyThere, UnknownPerson):
            write(out, FAULT, b"nobody")
        except (Doubled, NoAssignment):
            write(out, FAULT, b"broken")

    def _answered(self, question: Question, out: BinaryIO) -> bytes:
        def tell(stage: str, step: int, steps: int) -> None:
            write(out, PROGRESS, msgspec.json.encode((stage, step, steps)))

        asked = canonical(question.asked)
        key = digest(asked)
        match question:
            case Solve():
                tell("scores", 1, STEPS)
                return msgspec.json.encode(outcome(self._prepare(key, asked), key, tell), order="deterministic")
            case Explain():
                here, base = self._based(key, asked)
                return msgspec.json.encode(explain(here, base, question.pair, question.together))
            case NeedsOf():
                here = self._prepare(key, asked)
                own = None if question.own is None else frozenset(question.own)
                which = Which(question.start, question.count, question.without, own)
                return msgspec.json.encode(needs(here, dict(question.answer), question.solved, which))

    def _prepare(self, key: str, asked: Asked) -> Prepared:
        return _kept(self._prepared, key, lambda: prepared(asked))

    def _based(self, key: str, asked: Asked) -> tuple[Prepared, Solution | None]:
        def made() -> tuple[Prepared, Solution | None]:
            here = self._prepare(key, asked)
            return here, base_of(here)

        return _kept(self._ready, key, made)


def _kept(there: OrderedDict[str, T], key: str, make: Callable[[], T]) -> T:
    """The one that nobody has asked for the longest goes."""
    if key not in there:
        there[key] = make()
        while len(there) > KEPT:
            there.popitem(last=False)
    there.move_to_end(key)
    return there[key]


def _read(pipe: BinaryIO) -> Question | None:
    head = pipe.read(8)
    if len(head) < 8:
        return None
    length = int.from_bytes(head, "big")
    data = pipe.read(length)
    return None if len(data) < length else msgspec.msgpack.decode(data, type=Question)


def _listen(pipe: BinaryIO, waiting: queue.SimpleQueue[Question]) -> None:
    while (question := _read(pipe)) is not None:
        waiting.put(question)
    # Also in the middle of a search, which nobody waits for any more.
    os._exit(0)


def main() -> None:
    os.nice(NICE)
    # Whatever a library prints must not stand between two frames.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    waiting: queue.SimpleQueue[Question] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, waiting), daemon=True).start()
    desk = Desk()
    while True:
        desk.answer(waiting.get(), out)


if __name__ == "__main__":
    main()
