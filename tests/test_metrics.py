"""What `/metrics` tells, to whom, and what it never tells."""

from __future__ import annotations

import socket
import urllib.request

import pytest
from prometheus_client.parser import text_string_to_metric_families

from server.metrics import Tally
from tests.servers import ServerFailed, StartAtelje, free_port
from tests.stories.opening import OpenSite, open_site
from tests.waiting import until

__all__ = ["open_site"]

Sample = tuple[str, tuple[tuple[str, str], ...]]
PLANTED = ("vera-canary", "emil-canary", "room-canary", "Кафа", "people.example")


def test_a_tally_counts_below_each_bound_and_above_the_last() -> None:
    tally = Tally((1, 2, 4))
    for value in (0.5, 1, 1.5, 4, 5, 100):
        tally.add(value)
    assert (tally.counts, tally.total, tally.largest) == ([2, 1, 1, 2], 112.0, 100)


def scrape(port: int) -> tuple[str, dict[Sample, float]]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        page = answer.read().decode()
    families = text_string_to_metric_families(page)
    return page, {(one.name, tuple(sorted(one.labels.items()))): one.value for f in families for one in f.samples}


async def test_sums_of_the_node_and_nothing_of_anybody(open_site: OpenSite) -> None:
    port = free_port()
    people = ("vera-canary", "emil-canary")
    site = await open_site(rooms={"room-canary": people}, ATELJE_METRICS_PORT=str(port))
    before = scrape(port)[1]
    async with site.connected(*people) as (vera, emil):
        for device in (vera, emil):
            await device.subscribe("room-canary")
        for _ in range(10):
            said = {"room": "room-canary", "command_id": site.id(), "text": "Кафа у седам"}
            await vera.rpc("room.post", said)
        await emil.reach("room-canary", 11)
        page, now = scrape(port)
        assert now["atelje_connections", ()] == 2
        assert now["atelje_subscriptions", ()] >= 2
        assert now["atelje_deliveries_total", ()] - before["atelje_deliveries_total", ()] >= 20
        assert now["atelje_commit_seconds_count", ()] - before["atelje_commit_seconds_count", ()] >= 10
        assert now["atelje_batch_size_sum", ()] - before["atelje_batch_size_sum", ()] >= 10
    async with site.browser("vera-canary") as browser:
        await browser.snapshot("room-canary")
        await browser.get("/nothing/room-canary/vera-canary?Кафа")
        await browser.client.get("/connection/sse?cf_connect={}", headers={"Origin": "https://evil.example"})
    await until(lambda: scrape(port)[1]["atelje_connections", ()] == 0)
    page, now = scrape(port)
    assert now["atelje_handshakes_refused_total", (("reason", "origin not allowed"),)] == 1
    route = (("method", "GET"), ("route", "/api/v1/rooms/{room}"), ("status", "200"))
    assert now["atelje_requests_total", route] == 1
    assert now["atelje_requests_total", (("method", "GET"), ("route", ""), ("status", "404"))] == 1
    assert sum(value for (name, _), value in now.items() if name == "atelje_connections_closed_total") == 2
    assert now["atelje_mails", (("state", "waiting"),)] == 0
    assert now["atelje_fanout_deaf", ()] == 0
    assert now["atelje_loop_lag_seconds_count", ()] > 0
    assert now["process_resident_memory_bytes", ()] > 0
    assert [planted for planted in PLANTED if planted in page] == []
    labels = {name for _, given in now for name, _ in given}
    assert labels == {"version", "reason", "code", "state", "method", "route", "status", "le"}
    async with site.browser() as stranger:
        assert (await stranger.get("/metrics")).status_code == 404


def test_a_port_that_is_taken_is_refused_in_words(server_process: StartAtelje) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ServerFailed, match="ATELJE_METRICS_PORT"):
        server_process(ATELJE_METRICS_PORT=str(taken.getsockname()[1]))
