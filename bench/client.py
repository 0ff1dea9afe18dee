"""What a browser needs: how soon the first words of a room stand on the screen however long its log is, and whether its
memory stays what it was while messages arrive.

.venv/bin/python -m bench.client            Debian's Chromium, headless, against our server on SQLite
.venv/bin/python -m bench.client --quick    a tenth of it
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from argon2 import PasswordHasher
from playwright.sync_api import Browser, BrowserContext, CDPSession, ViewportSize, sync_playwright
from sqlalchemy import update

from bench.memory import FIRST, fill, vocabulary
from server.accounts.tables import person
from server.database import Connection, open_database
from server.migrations import migrate
from server.rooms import store
from tests.servers import CHROMIUM_ARGUMENTS, AteljeProcess, Leash, chromium_path, serving

LONG, SHORT = 50_000, 500
"""Messages in the two rooms that are opened."""
ARRIVING = 10_000
STOPS = (0, 0.25, 0.5, 1)
"""When memory is looked at, as parts of what arrives."""
ROUNDS = 5
GOAL_MS = 1_000
GOAL_GROWTH = 1.15
"""Of the most at the stops before: a room holds now more, now fewer of its newest messages."""
PASSWORD = "only for the bench"
VIEWPORT = ViewportSize(width=1000, height=740)
READER, WRITER = FIRST

# Two frames later what was put into the page is painted.
_WATCH = """(() => {
  const seen = new MutationObserver(() => {
    if (!document.querySelector(".message[id] .words")) return;
    seen.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => (window.firstWords = performance.now())));
  });
  seen.observe(document, { childList: true, subtree: true });
})()"""

_PAINTED = """() => new Promise((tell) => {
  const look = () => window.firstWords ? tell(window.firstWords) : requestAnimationFrame(look);
  look();
})"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    scale = 10 if parser.parse_args().quick else 1
    sizes = {"long": LONG // scale, "short": SHORT // scale, "busy": SHORT // scale}
    with tempfile.TemporaryDirectory() as folder, leashed() as leash:
        server = AteljeProcess(leash, Path(folder), {"ATELJE_LIMITS": "off"}, loaded=False)
        server.data.mkdir(parents=True)
        asyncio.run(make_rooms(server.data, sizes))
        with serving(server), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
            missed = open_rooms(Visitors(browser, server)) + arrive(Visitors(browser, server), ARRIVING // scale)
            browser.close()
    return 1 if missed else 0


@contextmanager
def leashed() -> Iterator[Leash]:
    leash = Leash()
    try:
        yield leash
    finally:
        leash.close()


async def make_rooms(data: Path, sizes: dict[str, int]) -> None:
    url = f"sqlite:///{data / 'atelje.db'}"
    await migrate(url)
    database = open_database(url)
    hashed, words = PasswordHasher().hash(PASSWORD), vocabulary()

    def make(connection: Connection) -> None:
        for key, size in sizes.items():
            fill(connection, key, size, words)
            head = store.lock_heads(connection, [key])[key]
            for one in FIRST:
                store.raise_marker(connection, head.room_id, one, size)
        connection.execute(update(person).values(password_hash=hashed))

    await database.write_once(make)
    await database.close()


@dataclass(frozen=True, slots=True)
class Visitors:
    """Browsers of the reader, each new: nothing is kept from the one before."""

    browser: Browser
    server: AteljeProcess

    @contextmanager
    def visit(self) -> Iterator[BrowserContext]:
        context = self.browser.new_context(viewport=VIEWPORT)
        name, value = sign_in(self.server.port, READER).split("=", 1)
        context.add_cookies([{"name": name, "value": value, "url": self.server.base_url}])
        yield context
        context.close()


def sign_in(port: int, who: str) -> str:
    """The cookie, as it is sent back."""
    wanted = {"email": f"{who}@example.org", "password": PASSWORD}
    return post(http.client.HTTPConnection("127.0.0.1", port), "login", wanted).split(";")[0]


def post(line: http.client.HTTPConnection, path: str, body: dict[str, Any], cookie: str = "") -> str:
    """The cookie that is set, if any. Raises SystemExit with the answer's words when it is refused."""
    headers = {"Content-Type": "application/json", "Cookie": cookie}
    line.request("POST", f"/api/v1/{path}", json.dumps(body), headers)
    answer = line.getresponse()
    said = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status} {said.decode()}")
    return answer.headers.get("Set-Cookie") or ""


# ── opening a room ────────────────────────────────────────────────────────────────────────────────────────────────────


def open_rooms(visitors: Visitors) -> int:
    """By turns, so that what else the machine does meets both alike."""
    _first_words(visitors, "short")
    seen: dict[str, list[tuple[float, float]]] = {"long": [], "short": []}
    for _ in range(ROUNDS):
        for key, times in seen.items():
            times.append(_first_words(visitors, key))
    missed = 0
    for key, times in seen.items():
        wall, busy = (median(some) for some in zip(*times, strict=True))
        each = ", ".join(f"{one:.0f}" for one, _ in times)
        told = f"median {wall:.0f} ms (goal {GOAL_MS}), of work in the page {busy:.0f}: {each}"
        print(f"client: first words of the {key} room: {told}", flush=True)
        missed += wall > GOAL_MS
    return missed


def _first_words(visitors: Visitors, room: str) -> tuple[float, float]:
    """Milliseconds from the first request until they are painted, and what the page's own thread worked of it."""
    with visitors.visit() as context:
        page = context.new_page()
        page.add_init_script(_WATCH)
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable")
        page.goto(f"{visitors.server.base_url}/rooms/{room}", wait_until="commit")
        page.locator(".message[id] .words").first.wait_for()
        return float(page.evaluate(_PAINTED)), _metrics(tools)["TaskDuration"] * 1000


def _metrics(tools: CDPSession) -> dict[str, float]:
    return {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}


# ── messages arrive ───────────────────────────────────────────────────────────────────────────────────────────────────


def arrive(visitors: Visitors, count: int) -> int:
    port = visitors.server.port
    cookie = sign_in(port, WRITER)
    heaps, sent = [], 0
    with visitors.visit() as context:
        page = context.new_page()
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable")
        page.goto(f"{visitors.server.base_url}/rooms/busy")
        page.locator(".message[id]").first.wait_for()
        page.wait_for_timeout(2_000)
        for part in STOPS:
            # A line that rested is closed by the server.
            line = http.client.HTTPConnection("127.0.0.1", port)
            while sent < count * part:
                sent += 1
                said = {"room": "busy", "command_id": f"bench-{sent}", "text": f"Arriving {sent}: {_TEXT}"}
                post(line, "rpc/room.post", said, cookie)
            if sent:
                page.get_by_text(f"Arriving {sent}: ").first.wait_for(timeout=120_000)
            heap, nodes = _memory(tools)
            heaps.append(heap)
            shown = page.locator(".message[id]").count()
            print(
                f"client: {sent} arrived: {heap / 1e6:.1f} MB of heap, {nodes:.0f} nodes, {shown} messages in the page",
                flush=True,
            )
    growth = heaps[-1] / max(heaps[1:-1])
    print(f"client: memory at the end is {growth:.2f} of the most before (goal {GOAL_GROWTH})", flush=True)
    return growth > GOAL_GROWTH


_TEXT = "words of the usual length, as people write them to each other when a day was good and long"


def _memory(tools: CDPSession) -> tuple[float, float]:
    """Bytes of JavaScript and nodes of documents, once all garbage is gone."""
    for _ in range(3):
        tools.send("HeapProfiler.collectGarbage")
    now = _metrics(tools)
    return now["JSHeapUsedSize"], now["Nodes"]


if __name__ == "__main__":
    sys.exit(main())
