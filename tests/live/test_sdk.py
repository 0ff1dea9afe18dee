"""The protocol's own Python SDK: subscribe, be pushed to, call, lose the network, recover."""

from __future__ import annotations

import asyncio
from typing import Any

from centrifuge import (  # type: ignore[import-untyped]
    CentrifugeError,
    Client,
    ClientEventHandler,
    ConnectedContext,
    DisconnectedContext,
    PublicationContext,
    SubscribedContext,
    SubscriptionEventHandler,
    UnsubscribedContext,
)

from tests.live.serving import Serving, until


class Noted(SubscriptionEventHandler):  # type: ignore[misc]
    def __init__(self) -> None:
        self.offsets: list[int] = []
        self.subscribed: list[tuple[bool, bool]] = []
        self.unsubscribed: list[int] = []

    async def until_subscribed(self, times: int) -> None:
        await until(lambda: len(self.subscribed) == times)

    async def until_published(self, count: int) -> None:
        await until(lambda: len(self.offsets) == count)

    async def on_publication(self, ctx: PublicationContext) -> None:
        self.offsets.append(ctx.pub.offset)

    async def on_subscribed(self, ctx: SubscribedContext) -> None:
        self.subscribed.append((ctx.was_recovering, ctx.recovered))

    async def on_unsubscribed(self, ctx: UnsubscribedContext) -> None:
        self.unsubscribed.append(ctx.code)


class Ends(ClientEventHandler):  # type: ignore[misc]
    def __init__(self) -> None:
        self.connected = 0
        self.codes: list[int] = []

    async def on_connected(self, ctx: ConnectedContext) -> None:
        self.connected += 1

    async def on_disconnected(self, ctx: DisconnectedContext) -> None:
        self.codes.append(ctx.code)


def sdk(serving: Serving, person: str, ends: Ends) -> Client:
    return Client(serving.url, token=f"token-{person}", events=ends, min_reconnect_delay=0.01, max_reconnect_delay=0.05)


async def test_the_sdk_recovers_what_it_missed_once_and_in_order(serving: Serving) -> None:
    ends, noted = Ends(), Noted()
    client = sdk(serving, "ann", ends)
    subscription = client.new_subscription("room:1", events=noted)
    await client.connect()
    await subscription.subscribe()
    await subscription.ready(timeout=5)
    serving.desk.say("room:1", "a", "b")
    await until(lambda: noted.offsets == [1, 2])
    for round in range(1, 4):
        assert client._conn is not None
        client._conn.transport.abort()
        serving.desk.say("room:1", "missed")
        await noted.until_subscribed(1 + round)
        serving.desk.say("room:1", "live")
        await noted.until_published(2 + 2 * round)
    assert noted.offsets == list(range(1, 9))
    assert noted.subscribed == [(False, False)] + [(True, True)] * 3
    await client.disconnect()


async def test_the_sdk_calls_and_sees_its_own_entry(serving: Serving) -> None:
    ends, noted = Ends(), Noted()
    client = sdk(serving, "ann", ends)
    subscription = client.new_subscription("room:1", events=noted)
    await client.connect()
    await subscription.subscribe()
    await subscription.ready(timeout=5)
    results = await asyncio.gather(*[client.rpc("post", {"channel": "room:1", "text": str(n)}) for n in range(50)])
    assert [result.data["offset"] for result in results] == list(range(1, 51))
    await until(lambda: noted.offsets == list(range(1, 51)))
    error = await failure(client.rpc("dance", {}))
    assert error.code == 108
    await client.disconnect()


async def test_the_sdk_stops_for_good_when_it_has_to(serving: Serving) -> None:
    bad, removed = Ends(), Ends()
    stranger = sdk(serving, "", bad)
    await stranger.connect()
    await until(lambda: bad.codes == [3500])

    noted = Noted()
    client = sdk(serving, "ben", removed)
    subscription = client.new_subscription("room:1", events=noted)
    await client.connect()
    await subscription.subscribe()
    await subscription.ready(timeout=5)
    serving.desk.announce(serving.desk.append("room:1", b"{}", removes="ben"))
    await until(lambda: noted.unsubscribed == [2000])
    assert noted.offsets == []
    serving.node.end_login("login-ben")
    await until(lambda: removed.codes == [4501])


async def test_the_sdk_subscribes_anew_when_continuity_was_lost(serving: Serving) -> None:
    noted = Noted()
    client = sdk(serving, "ann", Ends())
    subscription = client.new_subscription("room:1", events=noted)
    await client.connect()
    await subscription.subscribe()
    await subscription.ready(timeout=5)
    serving.desk.say("room:1", "a")
    serving.desk.append("room:1", b'"not announced"')
    serving.node.hub.resync("room:1")
    await until(lambda: noted.subscribed == [(False, False), (True, True)])
    serving.desk.say("room:1", "c")
    await until(lambda: noted.offsets == [1, 2, 3])
    await client.disconnect()


async def failure(call: Any) -> CentrifugeError:
    try:
        await call
    except CentrifugeError as error:
        return error
    raise AssertionError("no error")
