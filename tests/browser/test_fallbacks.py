"""Behind a proxy that carries no WebSocket: the same talk, each word once and in order, by HTTP alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.line import Line
from tests.browser.site import Visit
from tests.browser.visitor import NO_NETWORK
from tests.servers import wait_until

WORDS = [f"fallback: {number}" for number in range(1, 9)]


@pytest.mark.parametrize("transport", ["http_stream", "sse"])
def test_two_people_talk_where_no_websocket_gets_through(visit: Visit, line: Line, transport: str) -> None:
    line.carry_no_websockets()
    luka, cedomir = visit("luka", line=line), visit("cedomir").enter("p4")
    luka.allowed.append(NO_NETWORK)
    if transport == "sse":
        luka.context.route("**/connection/http_stream", lambda route: route.abort())
    opened: list[str] = []
    luka.page.on("request", lambda request: opened.append(request.url.split("?")[0].rpartition("/")[2]))
    luka.enter("p4")
    expect(luka.banner).to_have_count(0)

    for text in WORDS:
        luka.say(f"{transport} {text}")
    expect(luka.pending).to_have_count(0)
    cedomir.say(f"{transport} fallback: heard")
    line.carry_no_websockets()
    cedomir.say(f"{transport} fallback: while you were away")
    luka.say(f"{transport} fallback: back")

    for who in (luka, cedomir):
        expect(who.message(f"{transport} fallback: back")).to_be_visible()
    assert luka.said(f"{transport} fallback:") == cedomir.said(f"{transport} fallback:")
    assert cedomir.said(f"{transport} fallback:")[: len(WORDS)] == [f"{transport} {text}" for text in WORDS]
    assert len(cedomir.said(f"{transport} fallback:")) == len(WORDS) + 3
    assert opened.count(transport) == 2, "opened, cut once, and opened again"
    wait_until(lambda: luka.kept() == 0, 10, "nothing is held back")
