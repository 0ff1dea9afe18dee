"""Computing outside of this process: a child for long work and one for short questions, started when somebody asks and
ended when nobody has for a while. What is cancelled is killed: no search is asked to stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sys
from collections.abc import Callable, Sequence

import msgspec

from server.child import ROOT, environment
from server.matching.rounds.child import ANSWER, PROGRESS, Progress, Question
from server.matching.rounds.model import Fault

log = logging.getLogger("atelje.rounds")

IDLE_SECONDS = 120.0
"""A child that nobody has asked for so long is ended: it holds tens of megabytes."""
PROGRAM = "server.flows.round_child"
"""What computes: it also knows other domains. Tests have others, that never end, or die."""

Hear = Callable[[Progress], None]


class Failed(Exception):
    """No answer came, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def _nobody_hears(_progress: Progress) -> None: ...


class Lane:
    """One child, asked one question at a time, in the order of asking."""

    def __init__(self, seconds: float) -> None:
        """`seconds`: that an answer may take, once its turn has come."""
        self._seconds = seconds
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._idle: asyncio.TimerHandle | None = None
        self._killed: list[asyncio.subprocess.Process] = []

    async def ask(self, question: Question, told: bytes, hear: Hear = _nobody_hears) -> bytes:
        """`told`: of the round. Cancelled, the child is killed. Raises Failed."""
        data = (msgspec.msgpack.encode(question), told)
        async with self._turn:
            self._stay()
            try:
                async with asyncio.timeout(self._seconds):
                    answer = await self._asked(data, hear)
            except TimeoutError:
                self._kill()
                raise Failed("too_long") from None
            except (OSError, asyncio.IncompleteReadError):
                log.error("a child died while it computed", extra={"status": await self._status()})
                raise Failed("died") from None
            except BaseException:
                self._kill()
                raise
            self._idle = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._kill)
            return answer

    async def _asked(self, data: Sequence[bytes], hear: Hear) -> bytes:
        """Raises Failed, OSError, IncompleteReadError."""
        there = await self._there()
        assert there.stdin is not None
        assert there.stdout is not None
        for frame in data:
            there.stdin.write(len(frame).to_bytes(8, "big"))
            there.stdin.write(frame)
        await there.stdin.drain()
        while True:
            head = await there.stdout.readexactly(9)
            answer = await there.stdout.readexactly(int.from_bytes(head[1:], "big"))
            if head[:1] == PROGRESS:
                hear(msgspec.json.decode(answer, type=Progress))
            elif head[:1] == ANSWER:
                return answer
            else:
                raise Failed(msgspec.convert(answer.decode(), Fault))

    async def _there(self) -> asyncio.subprocess.Process:
        if self._child is None or self._child.returncode is not None:
            self._child = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                PROGRAM,
                cwd=ROOT,
                env=environment(),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=2**20,
            )
        return self._child

    async def _status(self) -> int | None:
        there, self._child = self._child, None
        return None if there is None else await there.wait()

    def _stay(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _kill(self) -> None:
        self._stay()
        there, self._child = self._child, None
        self._killed = [one for one in self._killed if one.returncode is None]
        if there is not None and there.returncode is None:
            self._killed.append(there)
            with contextlib.suppress(ProcessLookupError):
                there.kill()

    async def close(self) -> None:
        """Also those that were killed a moment ago are gone then."""
        self._kill()
        for one in self._killed:
            await one.wait()


class Children:
    """All that this process may have. `work`: for rounds; `questions`: for who waits at the screen."""

    WORK_SECONDS = 900.0
    QUESTION_SECONDS = 60.0

    def __init__(self) -> None:
        self.work = Lane(self.WORK_SECONDS)
        self.questions = Lane(self.QUESTION_SECONDS)

    async def close(self) -> None:
        await asyncio.gather(self.work.close(), self.questions.close())
