"""One person in front of one browser: what they do, what they see, and what their browser complains of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, CDPSession, ConsoleMessage, Locator, Page, Request, expect

NOBODY_YET = re.compile(r"401 \(Unauthorized\).* at .*/api/v1/me$")
"""Whoever is not signed in learns so by asking; the browser writes that into its console."""
NO_NETWORK = re.compile(r"net::ERR_|WebSocket connection to .* failed|WebSocket is closed before")
"""How a browser says that nothing can be reached."""

UNDO_SECONDS = 6
"""For as long words that are taken back can be kept. By the page's clock."""


@dataclass
class Visitor:
    """`faults` is what no page of ours may cause; a test names in `allowed` what it provokes itself."""

    context: BrowserContext
    origin: str
    allowed: list[re.Pattern[str]] = field(default_factory=lambda: [NOBODY_YET])
    faults: list[str] = field(default_factory=list)
    _page: Page | None = None
    _tools: CDPSession | None = None

    def __post_init__(self) -> None:
        self.context.on("page", self._watch)
        self.context.on("request", self._judge_request)
        for page in self.context.pages:
            self._watch(page)

    @property
    def page(self) -> Page:
        """The tab that is used; the first is opened when it is needed."""
        if self._page is None:
            self._page = next(iter(self.context.pages), None) or self.context.new_page()
        return self._page

    # What they do.

    def open(self, path: str = "/") -> Visitor:
        self.page.goto(self.origin + path)
        return self

    def sign_in(self, person: str, password: str = "atelje-demo") -> None:
        """Through the page, which shows the door already."""
        self.page.locator("input[name=email]").fill(f"{person}@example.org")
        self.page.locator("input[name=password]").fill(password)
        self.page.locator("form button[type=submit]").click()

    def enter(self, room: str) -> Visitor:
        """Opens the room by its address; returns when its talk is there."""
        self.open(f"/room/{room}")
        self.await_talk()
        return self

    def await_talk(self) -> None:
        expect(self.talk).to_have_attribute("aria-busy", "false")

    def say(self, text: str) -> None:
        self.field.fill(text)
        self.field.press("Enter")

    def choose(self, message: Locator, item: str) -> None:
        """Does with a message what stands behind its button."""
        message.focus()
        message.get_by_role("button", name="More").click()
        self.page.get_by_role("menuitem", name=item).click()

    def other_tab(self) -> Visitor:
        """The same person in a second tab; its faults are found with the first's."""
        return Visitor(self.context, self.origin, self.allowed, self.faults, self.context.new_page())

    def hold_clock(self) -> Visitor:
        """Before a page is opened: what it puts off comes when `pass_time` says so, or else in its own time."""
        self.page.clock.install()
        return self

    def pass_time(self, seconds: float) -> None:
        self.page.clock.fast_forward(round(1_000 * seconds))

    def look_away(self) -> None:
        """Another tab is in front, and the browser no longer lets every page believe that it is."""
        self.context.new_page().bring_to_front()
        self._emulate_focus(False)
        assert self.page.evaluate("document.hasFocus()") is False

    def look_back(self) -> None:
        self.page.bring_to_front()
        self._emulate_focus(True)

    def touch(self) -> None:
        """The page is on a device with a finger for a pointer from now on."""
        self._tell("Emulation.setTouchEmulationEnabled", enabled=True)
        self._tell("Emulation.setEmitTouchEventsForMouse", enabled=True, configuration="mobile")

    def _emulate_focus(self, on: bool) -> None:
        self._tell("Emulation.setFocusEmulationEnabled", enabled=on)

    def _tell(self, command: str, **data: object) -> None:
        if self._tools is None:
            self._tools = self.context.new_cdp_session(self.page)
        self._tools.send(command, data)

    # What they see.

    @property
    def talk(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def field(self) -> Locator:
        return self.page.locator("#words")

    @property
    def banner(self) -> Locator:
        """That there is no connection."""
        return self.page.locator(".banner")

    @property
    def pending(self) -> Locator:
        """Own words on their way."""
        return self.page.locator(".group.pending .message")

    def message(self, text: str) -> Locator:
        """A message that stands in the room, by its whole words."""
        words = self.page.locator(".words", has_text=re.compile(rf"^\s*{re.escape(text)}\s*$"))
        return self.page.locator(".group:not(.pending) .message").filter(has=words)

    def row(self, name: str) -> Locator:
        """A room in the list."""
        return self.page.locator(".room-row", has_text=name)

    def said(self, mark: str) -> list[str]:
        """The messages with this mark that stand in the room, in the order on the screen."""
        words = self.page.locator(".group:not(.pending) .words").all_inner_texts()
        return [text.strip() for text in words if mark in text]

    def kept(self) -> int:
        """How many commands this browser holds back, in all its tabs."""
        count: int = self.page.evaluate(_COUNT_OUTBOX)
        return count

    # What their browser complains of.

    @property
    def unexpected(self) -> Sequence[str]:
        return [fault for fault in self.faults if not any(pattern.search(fault) for pattern in self.allowed)]

    def _watch(self, page: Page) -> None:
        page.on("console", self._judge_words)
        page.on("pageerror", lambda error: self.faults.append(f"thrown: {error.name}: {error.message}\n{error.stack}"))

    def _judge_words(self, words: ConsoleMessage) -> None:
        if words.type in ("error", "warning", "assert"):
            self.faults.append(f"{words.type}: {words.text} at {words.location['url']}")

    def _judge_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "blob:")):
            self.faults.append(f"a request left for {request.url}")


def counted(text: str) -> re.Pattern[str]:
    """A text with a number as the screen has it: between marks that keep its direction to itself."""
    return re.compile(re.sub(r"\d+", lambda number: f"\u2068?{number[0]}\u2069?", re.escape(text)))


_COUNT_OUTBOX = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("atelje");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const count = database.transaction("outbox").objectStore("outbox").count();
    count.onsuccess = () => { database.close(); resolve(count.result); };
    count.onerror = () => { database.close(); reject(count.error); };
  };
})"""
