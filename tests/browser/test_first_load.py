"""What comes over the line before anything is seen: little, from our own server alone, under a strict policy."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Error, expect

from tests.browser.site import Visit
from tests.browser.visitor import Visitor
from tests.servers import wait_until

LIMIT = 150 * 1024
"""Bytes as they travel, headers included."""


class Weight:
    """What a page has received since it was opened, by address."""

    def __init__(self, tools: CDPSession) -> None:
        self._addresses: dict[str, str] = {}
        self.bytes: dict[str, int] = {}
        tools.send("Network.enable")
        tools.on("Network.requestWillBeSent", lambda e: self._addresses.update({e["requestId"]: e["request"]["url"]}))
        tools.on("Network.loadingFinished", self._finished)

    def _finished(self, event: dict[str, object]) -> None:
        address = self._addresses.get(str(event["requestId"]), "?")
        self.bytes[address] = self.bytes.get(address, 0) + int(event["encodedDataLength"])  # type: ignore[call-overload]

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    @property
    def table(self) -> str:
        heaviest = sorted(self.bytes.items(), key=lambda one: -one[1])
        return "\n".join([f"{self.total / 1024:.1f} KiB", *(f"{size:>8}  {address}" for address, size in heaviest)])


def show_door(guest: Visitor) -> None:
    guest.open()
    expect(guest.page.get_by_role("heading", level=1)).to_be_visible()


def show_room(person: Visitor) -> None:
    person.enter("p1")
    expect(person.page.locator(".message[id]").last).to_be_visible()


@pytest.mark.parametrize("locale", ["sr-RS", "mk-MK", "sl-SI"])
def test_the_first_screen_is_light(visit: Visit, locale: str) -> None:
    weight = weigh(visit(locale=locale), show_door)
    assert weight.total <= LIMIT, weight.table


def test_a_room_opened_first_is_light_but_for_the_letters_that_its_talk_needs(visit: Visit) -> None:
    """Two scripts, upright and slanting, are fetched as somebody writes them; everything else is within the limit."""
    weight = weigh(visit("djordje", "sr-Cyrl"), show_room)
    letters = sum(size for address, size in weight.bytes.items() if address.endswith(".woff2"))
    assert weight.total - letters <= LIMIT, weight.table


def weigh(visitor: Visitor, show: Callable[[Visitor], None]) -> Weight:
    weight = Weight(visitor.context.new_cdp_session(visitor.page))
    show(visitor)
    visitor.page.wait_for_load_state("networkidle")
    print(weight.table)
    return weight


BLOCKED = re.compile("Content Security Policy|requires 'Trusted")


@pytest.mark.parametrize(
    "attack",
    [
        "const s = document.createElement('script'); s.text = 'window.bad = 1'; document.body.append(s)",
        "Object.assign(document.createElement('a'), {href: 'javascript:window.bad = 1'}).click()",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.bad = 1\">')",
        "fetch('http://127.0.0.1:9/').then(() => window.bad = 1, () => 0)",
        "setTimeout('window.bad = 1')",
    ],
    ids=["a script", "a link", "markup", "a request", "text as code"],
)
def test_what_somebody_smuggled_into_the_page_does_nothing(visit: Visit, attack: str) -> None:
    guest = visit()
    show_door(guest)
    guest.allowed.append(BLOCKED)
    with contextlib.suppress(Error):
        guest.page.evaluate(f"() => {{ {attack} }}")
    wait_until(lambda: guest.page.evaluate("1") == 1 and any(map(BLOCKED.search, guest.faults)), 10, "it is blocked")
    assert guest.page.evaluate("window.bad") is None
