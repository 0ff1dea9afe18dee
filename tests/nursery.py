"""Starts our program again and again from one process that has loaded it: most of a start is loading.

A line on its input asks for a process: `{"arguments": […], "environment": {…}, "output": file, "errors": file}`. It
answers `{"born": pid}`, and once that process has ended `{"ended": pid, "code": …}`. It ends with its input.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import time
from dataclasses import dataclass
from typing import Any

from server.__main__ import main

LATE = ("aiosqlite", "anyio._backends._asyncio", "asyncpg", "redis.asyncio", "tzdata", "uvicorn.lifespan.on")
"""What a process would load only once it serves."""


@dataclass(frozen=True, slots=True)
class Order:
    arguments: list[str]
    environment: dict[str, str]
    output: str
    errors: str


def wait_for_orders() -> Order | None:
    """In each new process its order; None in this one, when no further orders can come."""
    woken, wake = socket.socketpair()
    for end in (woken, wake):
        end.setblocking(False)
    signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    with selectors.DefaultSelector() as selector:
        for source in (sys.stdin, woken):
            selector.register(source, selectors.EVENT_READ)
        while True:
            if any(key.fileobj is sys.stdin for key, _ in selector.select()):
                line = sys.stdin.readline()
                if not line:
                    return None
                order = Order(**json.loads(line))
                child = os.fork()
                if child == 0:
                    break
                say(born=child)
            else:
                woken.recv(4096)
            bury()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    woken.close()
    wake.close()
    return order


def bury() -> None:
    while True:
        try:
            child, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if child == 0:
            return
        say(ended=child, code=os.waitstatus_to_exitcode(status))


def say(**words: Any) -> None:
    print(json.dumps(words), flush=True)


def settle_in(order: Order) -> None:
    """As if it had been started by itself: a group, an environment and files of its own."""
    os.setsid()
    output, errors = (os.open(name, os.O_WRONLY | os.O_APPEND | os.O_CREAT) for name in (order.output, order.errors))
    nothing = os.open(os.devnull, os.O_RDONLY)
    for place, file in enumerate((nothing, output, errors)):
        os.dup2(file, place)
        os.close(file)
    sys.stdout.reconfigure(write_through=True)  # type: ignore[union-attr]
    os.environ.clear()
    os.environ.update(order.environment)
    time.tzset()


if __name__ == "__main__":
    for name in LATE:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()
    if (order := wait_for_orders()) is not None:
        settle_in(order)
        sys.exit(main(order.arguments))
