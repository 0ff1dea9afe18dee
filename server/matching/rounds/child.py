"""The process that computes: questions in, progress and answers out, one after the other, until nobody asks any more.

A question is two frames, itself and what was told of the round; a frame is its length (eight bytes) and its bytes.
On the way back its kind (one byte) comes first. Who asked may be gone at any time: then the pipe ends, and this
process with it, whatever it is computing.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from typing import BinaryIO, TypeVar

import msgspec

from server.matching.assignment import NoAssignment, TooLarge
from server.matching.rounds.answering import STEPS, Solution, outcome
from server.matching.rounds.asking import Doubled, NobodyThere, Prepared, canonical, digest, prepared
from server.matching.rounds.explaining import UnknownPerson, Which, base_of, explain, needs
from server.matching.rounds.model import Asked, Pair

K = TypeVar("K")
T = TypeVar("T")
Read = Callable[[bytes], Asked]

KEPT = 4
"""Rounds that are kept ready: whoever asks about one pair asks about the next."""
NICE = 10
"""The server goes first."""


class Solve(msgspec.Struct, tag="solve", frozen=True):
    pass


class Explain(msgspec.Struct, tag="explain", frozen=True):
    """`together`: the answer that is shown has them as a pair."""

    pair: Pair
    together: bool


class NeedsOf(msgspec.Struct, tag="needs", frozen=True):
    """`answer`: pairs of the newest run; `solved`: there is one. `own`: people whom the asker brought in, who alone are
    shown; None for everybody."""

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
    """Keeps what it has prepared. `read`: makes what was told of a round into what the engine is asked."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._told: OrderedDict[bytes, tuple[str, Asked]] = OrderedDict()
        self._ready: OrderedDict[str, tuple[Prepared, Solution | None]] = OrderedDict()
        self._prepared: OrderedDict[str, Prepared] = OrderedDict()

    def answer(self, question: Question, told: bytes, out: BinaryIO) -> None:
        try:
            write(out, ANSWER, self._answered(question, told, out))
        except TooLarge:
            write(out, FAULT, b"too_large")
        except (NobodyThere, UnknownPerson):
            write(out, FAULT, b"nobody")
        except (Doubled, NoAssignment):
            write(out, FAULT, b"broken")

    def _answered(self, question: Question, told: bytes, out: BinaryIO) -> bytes:
        def tell(stage: str, step: int, steps: int) -> None:
            write(out, PROGRESS, msgspec.json.encode((stage, step, steps)))

        tell("scores", 1, STEPS)
        key, asked = _kept(self._told, blake2b(told, digest_size=16).digest(), lambda: self._asked(told))
        match question:
            case Solve():
                return msgspec.json.encode(outcome(self._prepare(key, asked), key, tell), order="deterministic")
            case Explain():
                here, base = self._based(key, asked)
                return msgspec.json.encode(explain(here, base, question.pair, question.together))
            case NeedsOf():
                here = self._prepare(key, asked)
                own = None if question.own is None else frozenset(question.own)
                which = Which(question.start, question.count, question.without, own)
                return msgspec.json.encode(needs(here, dict(question.answer), question.solved, which))

    def _asked(self, told: bytes) -> tuple[str, Asked]:
        asked = canonical(self._read(told))
        return digest(asked), asked

    def _prepare(self, key: str, asked: Asked) -> Prepared:
        return _kept(self._prepared, key, lambda: prepared(asked))

    def _based(self, key: str, asked: Asked) -> tuple[Prepared, Solution | None]:
        def made() -> tuple[Prepared, Solution | None]:
            here = self._prepare(key, asked)
            return here, base_of(here)

        return _kept(self._ready, key, made)


def _kept(there: OrderedDict[K, T], key: K, make: Callable[[], T]) -> T:
    """The one that nobody has asked for the longest goes."""
    if key not in there:
        there[key] = make()
        while len(there) > KEPT:
            there.popitem(last=False)
    there.move_to_end(key)
    return there[key]


def _frame(pipe: BinaryIO) -> bytes | None:
    """None at its end."""
    head = pipe.read(8)
    length = int.from_bytes(head, "big")
    data = pipe.read(length) if len(head) == 8 else b""
    return data if len(head) == 8 and len(data) == length else None


def _listen(pipe: BinaryIO, waiting: queue.SimpleQueue[tuple[bytes, bytes]]) -> None:
    while (question := _frame(pipe)) is not None and (told := _frame(pipe)) is not None:
        waiting.put((question, told))
    # Also in the middle of a search, which nobody waits for any more.
    os._exit(0)


def main(read: Read) -> None:
    os.nice(NICE)
    # Whatever a library prints must not stand between two frames.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    waiting: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, waiting), daemon=True).start()
    desk = Desk(read)
    while True:
        question, told = waiting.get()
        desk.answer(msgspec.msgpack.decode(question, type=Question), told, out)
