"""What `/metrics` tells, to whom, and what it never tells."""

from __future__ import annotations

import socket

import pytest

from server.metrics import Tally
from tests.figures import figures
from tests.servers import ServerFailed, StartAtelje, free_port
from tests.stories.opening import OpenSite, open_site
from tests.waiting import until

__all__ = ["open_site"]

PLANTED = ("vera-canary", "emil-canary", "room-canary", "Кафа", "people.example")


def test_a_tally_counts_below_each_bound_and_above_the_last() -> None:
    tally = Tally((1, 2, 4))
    for value in (0.5, 1, 1.5, 4, 5, 100):
        tally.add(value)
    assert (tally.counts, tally.total, tally.largest) == ([2, 1, 1, 2], 112.0, 100)


async def test_sums_of_the_node_and_nothing_of_anybody(open_site: OpenSite) -> None:
    port = free_port()
    people = ("vera-canary", "emil-canary")
    site = await open_site(rooms={"room-canary": people}, ATELJE_METRICS_PORT=str(port))
    before = figures(port)
    async with site.connected(*people) as (vera, emil):
        for device in (vera, emil):
            await device.subscribe("room-canary")
        for _ in range(10):
            said = {"room": "room-canary", "command_id": site.id(), "text": "Кафа у седам"}
            await vera.rpc("room.post", said)
        await emil.reach("room-canary", 11)
        now = figures(port)
        assert now["connections"] == 2
        assert now["subscriptions"] >= 2
        assert now["deliveries_total"] - before["deliveries_total"] >= 20
        assert now["commit_seconds_count"] - before["commit_seconds_count"] >= 10
        assert now["batch_size_sum"] - before["batch_size_sum"] >= 10
    async with site.browser("vera-canary") as browser:
        await browser.snapshot("room-canary")
        await browser.get("/nothing/room-canary/vera-canary?Кафа")
        await browser.client.get("/connection/sse?cf_connect={}", headers={"Origin": "https://evil.example"})
    await until(lambda: figures(port)["connections"] == 0)
    now = figures(port)
    assert now.at("handshakes_refused_total", reason="origin not allowed") == 1
    assert now.at("requests_total", method="GET", route="/api/v1/rooms/{room}", status="200") == 1
    assert now.at("requests_total", method="GET", route="", status="404") == 1
    assert sum(value for (name, _), value in now.values.items() if name == "atelje_connections_closed_total") == 2
    assert now.at("mails", state="waiting") == 0
    assert now["fanout_deaf"] == 0
    # It is measured a few times a second, and all this may have taken less.
    await until(lambda: figures(port)["loop_lag_seconds_count"] > 0)
    assert now["tasks"] > 5
    assert now.values["process_resident_memory_bytes", ()] > 0
    assert [planted for planted in PLANTED if planted in now.page] == []
    labels = {name for _, given in now.values for name, _ in given}
    assert labels == {"version", "reason", "code", "state", "method", "route", "status", "le"}
    async with site.browser() as stranger:
        assert (await stranger.get("/metrics")).status_code == 404


def test_a_port_that_is_taken_is_refused_in_words(server_process: StartAtelje) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ServerFailed, match="ATELJE_METRICS_PORT"):
        server_process(ATELJE_METRICS_PORT=str(taken.getsockname()[1]))
