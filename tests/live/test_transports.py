"""The whole wire over real sockets: the same rules on the adopted and on the plain transport."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from server.live import node as node_module
from server.live.deadlines import Timing
from server.live.desk import Caller, Opening
from server.live.node import Limits
from tests.live.serving import NOW, ORIGIN, SHORT, Serving, Transport, until
from tests.live.test_frames import masked

CONNECT = masked(1, b'{"id":1,"connect":{"token":"token-ann"}}')

sockets = pytest.mark.parametrize("transport", ["adopted", "plain"], indirect=True)
"""Where frames and the close of a WebSocket are what is meant."""

texts = pytest.mark.parametrize("transport", ["adopted", "plain", "http_stream", "sse"], indirect=True)
"""Where JSON is what is meant."""

tokens = pytest.mark.parametrize("transport", ["adopted", "plain", "http_stream", "protobuf"], indirect=True)
"""Where a token may be given."""


@pytest.fixture(params=["adopted", "plain", "http_stream", "sse", "protobuf"])
def transport(request: pytest.FixtureRequest) -> Transport:
    chosen: Transport = request.param
    return chosen


async def test_an_entry_reaches_all_subscribers_in_one_frame_with_the_reply(serving: Serving) -> None:
    async with serving.connect("ann") as ann, serving.connect("ben") as ben:
        for client in (ann, ben):
            reply = await client.ask("subscribe", channel="room:1")
            assert reply["subscribe"] == {"epoch": "e1", "offset": 0, "recoverable": True, "positioned": True}
        frames = ann.frames
        assert (await ann.rpc("post", {"channel": "room:1", "text": "здраво"}))["rpc"] == {"data": {"offset": 1}}
        push = await ann.next()
        assert push == await ben.next()
        assert push["push"] == {
            "channel": "room:1",
            "pub": {"data": {"channel": "room:1", "text": "здраво"}, "offset": 1},
        }
        assert ann.frames == frames + 1


@tokens
async def test_optimistic_commands_in_the_frame_of_the_connect_are_answered_in_order(serving: Serving) -> None:
    async with serving.socket() as client:
        await client.send(
            '{"id":1,"connect":{"token":"token-ann"}}\n{"id":2,"subscribe":{"channel":"room:1"}}\n'
            '{"id":3,"unsubscribe":{"channel":"room:1"}}\n{"id":4,"rpc":{"method":"echo","data":[1]}}\n'
        )
        replies = [await client.next() for _ in range(4)]
        assert [reply["id"] for reply in replies] == [1, 2, 3, 4]
        assert replies[0]["connect"]["ping"] == 20
        assert replies[0]["connect"]["pong"] is True
        assert replies[0]["connect"]["client"]
        assert replies[0]["connect"]["version"] == "test"


@tokens
async def test_a_failed_connect_answers_nothing_that_came_with_it(serving: Serving) -> None:
    async with serving.socket() as client:
        await client.send('{"id":1,"connect":{"token":"bad"}}\n{"id":2,"rpc":{"method":"echo"}}')
        assert await client.closed() == (3500, "invalid token")
        assert client.last_words == []
    assert serving.desk.calls == []


async def test_neither_token_nor_cookie_closes(serving: Serving) -> None:
    async with serving.socket() as client:
        await client.command(connect={})
        assert await client.closed() == (3500, "invalid token")


async def test_a_cookie_signs_in_before_the_connect(serving: Serving) -> None:
    serving.logins["c"] = Caller("cid", "login-1")
    headers = {"Cookie": "atelje=c"}
    async with serving.socket(additional_headers=headers, origin=ORIGIN) as client:
        assert "connect" in await client.ask("connect")
        await client.rpc("echo", 1)
    assert serving.desk.calls == [("cid", "echo", b"1")]


async def test_missed_entries_are_recovered_and_live_ones_follow(serving: Serving) -> None:
    serving.desk.say("room:1", *"abcde")
    async with serving.connect() as client:
        reply = await client.ask("subscribe", channel="room:1", recover=True, epoch="e1", offset=2)
        result = reply["subscribe"]
        assert (result["offset"], result["recovered"], result["was_recovering"]) == (2, True, True)
        assert [(p["offset"], p["data"]) for p in result["publications"]] == [(3, "c"), (4, "d"), (5, "e")]
        serving.desk.say("room:1", "f", "g")
        assert await client.offsets(2) == [6, 7]


async def test_joining_under_load_leaves_no_hole_and_no_double(serving: Serving) -> None:
    serving.desk.say("room:1", *"ab")

    async def publish() -> None:
        for n in range(200):
            serving.desk.say("room:1", str(n))
            if n % 3 == 0:
                await asyncio.sleep(0)

    async def join() -> list[int]:
        async with serving.connect() as client:
            result = (await client.ask("subscribe", channel="room:1", recover=True, offset=1))["subscribe"]
            offsets = [publication["offset"] for publication in result["publications"]]
            return offsets + await client.offsets(202 - 1 - len(offsets))

    publishing = asyncio.create_task(publish())
    everybody = await asyncio.gather(*[join() for _ in range(8)])
    await publishing
    assert everybody == [list(range(2, 203))] * 8


async def test_an_unknown_channel_and_an_unknown_method_are_errors(serving: Serving) -> None:
    async with serving.connect() as client:
        assert (await client.ask("subscribe", channel="moon:1"))["error"]["code"] == 102
        assert (await client.rpc("dance"))["error"]["code"] == 108


async def test_a_desk_that_fails_is_a_temporary_error_and_leaves_no_trace(serving: Serving) -> None:
    async def broken(*_: object) -> None:
        raise OSError("no database")

    serving.desk.open = broken  # type: ignore[method-assign,assignment]
    async with serving.connect() as client:
        reply = await client.ask("subscribe", channel="room:1")
        assert reply["error"] == {"code": 100, "message": "internal server error", "temporary": True}
        assert (await client.rpc("echo", 1))["rpc"] == {"data": 1}
    assert serving.node.hub.positions() == {}


async def test_arrivals_and_departures_are_told_to_the_desk_and_by_it_to_who_is_there(serving: Serving) -> None:
    desk = serving.desk
    desk.tells_presence = True
    async with serving.connect("ann") as ann:
        await ann.ask("subscribe", channel="room:1")
        (_, client, _) = desk.here[0]
        me = {"user": "ann", "client": client}
        assert (await ann.next())["push"] == {"channel": "room:1", "join": {"info": me}}
        async with serving.connect("ben") as ben:
            await ben.ask("subscribe", channel="room:1")
            assert [(await one.next())["push"]["join"]["info"]["user"] for one in (ann, ben)] == ["ben", "ben"]
            await ben.ask("unsubscribe", channel="room:1")
            assert (await ann.next())["push"]["leave"]["info"]["user"] == "ben"
            await ben.ask("subscribe", channel="room:1")
            assert "join" in (await ann.next())["push"]
        assert (await ann.next())["push"]["leave"]["info"]["user"] == "ben"
        assert desk.departures == [("ben", True), ("ben", False)]
        desk.announce(desk.append("room:1", b"{}", removes="ann"))
        assert desk.departures[2:] == [("ann", True)]
    await until(lambda: serving.node.connections == 0)
    assert len(desk.departures) == 3
    assert desk.here == []


async def test_who_signs_out_departs_deliberately_and_who_is_resynced_does_not(serving: Serving) -> None:
    serving.logins["c"] = Caller("ann", "login-1")
    async with serving.socket(additional_headers={"Cookie": "atelje=c"}, origin=ORIGIN) as ann:
        await ann.ask("connect")
        await ann.ask("subscribe", channel="room:1")
        serving.node.hub.resync("room:1")
        assert serving.desk.departures == [("ann", False)]
        assert (await ann.next())["push"]["unsubscribe"]["code"] == 2500
        await ann.ask("subscribe", channel="room:1")
        serving.node.end_login("login-1")
        assert await ann.closed() == (4501, "signed out")
    assert serving.desk.departures == [("ann", False), ("ann", True)]


async def test_a_subscriber_publishes_and_asks_who_is_here_and_what_was(serving: Serving) -> None:
    async with serving.connect("ann") as ann, serving.connect("ben") as ben:
        for one in (ann, ben):
            await one.ask("subscribe", channel="room:1")
        clients = {client: {"user": person, "client": client} for person, client, _ in serving.desk.here}
        assert (await ben.ask("presence", channel="room:1"))["presence"] == {"presence": clients}
        assert (await ben.ask("presence_stats", channel="room:1"))["presence_stats"] == {
            "num_clients": 2,
            "num_users": 2,
        }
        assert (await ann.ask("publish", channel="room:1", data={"typing": "да\n"}))["publish"] == {}
        info = next(info for info in clients.values() if info["user"] == "ann")
        for one in (ann, ben):
            assert (await one.next())["push"]["pub"] == {"data": {"typing": "да\n"}, "info": info}
        serving.desk.say("room:1", "a", "b", "c")
        assert [await one.offsets(3) for one in (ann, ben)] == [[1, 2, 3]] * 2
        for since, limit, reverse, offsets in [(None, 0, False, []), (1, -1, False, [2, 3]), (3, 1, True, [2])]:
            position = {} if since is None else {"since": {"epoch": "e1", "offset": since}}
            history = (await ann.ask("history", channel="room:1", limit=limit, reverse=reverse, **position))["history"]
            assert (history["epoch"], history["offset"]) == ("e1", 3)
            assert [one["offset"] for one in history["publications"]] == offsets
        other = await ann.ask("history", channel="room:1", since={"epoch": "e0", "offset": 1})
        assert other["error"]["code"] == 112
        assert (await ann.ask("publish", channel="room:1"))["error"]["code"] == 107
        assert (await ann.ask("publish", channel="room:2", data=1))["error"]["code"] == 103


@tokens
async def test_own_channels_come_with_the_greeting_and_are_live_after_it(serving: Serving) -> None:
    desk = serving.desk
    desk.own["ann"] = ["room:ann", "room:notes", "elsewhere"]
    desk.say("room:ann", "a", "b")
    async with serving.connect("ann") as ann:
        desk.say("room:ann", "c")
        assert await ann.offsets(1) == [3]
        await ann.rpc("echo", 1)
    was = {"room:ann": {"recover": True, "epoch": "e1", "offset": 1}}
    async with serving.socket() as ann:
        connect = {"id": 1, "connect": {"token": "token-ann", "subs": was}}
        await ann.send(json.dumps(connect) + "\n" + json.dumps({"id": 2, "rpc": {"method": "echo", "data": 1}}))
        greeting = await ann.next()
        subs = greeting["connect"]["subs"]
        assert set(subs) == {"room:ann", "room:notes"}, "what may not be read is left out"
        assert [one["offset"] for one in subs["room:ann"]["publications"]] == [2, 3]
        assert (await ann.next())["rpc"] == {"data": 1}
        assert len(desk.here) == 2
        serving.node.hub.resync("room:notes")
        assert await ann.closed() == (3010, "insufficient state")
    await until(lambda: desk.here == [])


@tokens
async def test_own_channels_under_load_leave_no_hole_and_nothing_comes_before_the_greeting(serving: Serving) -> None:
    desk = serving.desk
    desk.own["ann"] = [f"room:{n}" for n in range(8)]

    async def publish() -> None:
        for _ in range(60):
            for channel in desk.own["ann"]:
                desk.say(channel, "x")
            await asyncio.sleep(0)

    async def come() -> None:
        async with serving.socket() as client:
            subs = (await client.ask("connect", token="token-ann"))["connect"]["subs"]
            positions = {channel: sub["offset"] for channel, sub in subs.items()}
            assert set(positions) == set(desk.own["ann"])
            while min(positions.values()) < 60:
                push = (await client.next())["push"]
                assert push["pub"]["offset"] == positions[push["channel"]] + 1
                positions[push["channel"]] += 1

    await asyncio.gather(publish(), *[come() for _ in range(5)])


@tokens
async def test_what_happens_in_an_own_channel_before_the_greeting_comes_after_it(serving: Serving) -> None:
    desk, slow = serving.desk, asyncio.Event()
    desk.own["ann"] = ["room:ann", "room:notes"]
    open_at_once = desk.open

    async def open_slowly(caller: Caller, channel: str, *others: Any) -> Opening:
        if channel == "room:notes":
            await slow.wait()
        return await open_at_once(caller, channel, *others)

    desk.open = open_slowly  # type: ignore[method-assign]
    async with serving.socket() as ann:
        id = await ann.command(connect={"token": "token-ann"})
        await until(lambda: len(desk.here) == 1)
        desk.say("room:ann", "a", "b")
        slow.set()
        greeting = await ann.next()
        assert (greeting["id"], set(greeting["connect"]["subs"])) == (id, {"room:ann", "room:notes"})
        assert greeting["connect"]["subs"]["room:ann"]["offset"] == 0
        assert await ann.offsets(2) == [1, 2]


@tokens
async def test_an_own_channel_that_fails_has_the_client_come_again(serving: Serving) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("broken")

    serving.desk.own["ann"] = ["room:ann", "room:notes"]
    serving.desk.open = broken  # type: ignore[method-assign, assignment]
    async with serving.socket() as client:
        reply = await client.ask("connect", token="token-ann")
        assert (reply["error"]["code"], reply["error"]["temporary"]) == (100, True)
        assert await client.closed() == (3004, "internal server error")
    await until(lambda: serving.node.connections == 0)
    assert serving.node.hub.positions() == {}
    assert serving.desk.here == []


async def test_a_removed_person_is_unsubscribed_before_the_entry_and_refused_after(serving: Serving) -> None:
    async with serving.connect("ann") as ann, serving.connect("ben") as ben:
        await ann.ask("subscribe", channel="room:1")
        await ben.ask("subscribe", channel="room:1")
        await ann.rpc("remove", {"channel": "room:1", "person": "ben"})
        assert await ann.offsets(1) == [1]
        end = (await ben.next())["push"]
        assert end == {"channel": "room:1", "unsubscribe": {"code": 2000, "reason": "removed from room"}}
        assert (await ben.ask("subscribe", channel="room:1"))["error"]["code"] == 103


async def test_more_commands_than_may_be_in_flight_are_all_answered_in_time(serving: Serving) -> None:
    async with serving.connect() as client:
        for _ in range(100):
            await client.command(rpc={"method": "never"})
        await until(lambda: len(serving.desk.held) == 32)
        await client.command(rpc={"method": "echo", "data": 1})
        await asyncio.sleep(0.05)
        assert len(serving.desk.held) == 32, "reading stopped"
        for _ in range(100):
            if serving.desk.held:
                serving.desk.release()
            await asyncio.sleep(0.002)
        ids = [(await client.next())["id"] for _ in range(101)]
        assert sorted(ids) == list(range(2, 103))


async def test_commands_reach_the_desk_in_the_order_they_were_sent(serving: Serving) -> None:
    async with serving.connect() as client:
        commands = [json.dumps({"id": n, "rpc": {"method": "echo", "data": n}}) for n in range(2, 402)]
        await client.send("\n".join(commands[:300]))
        for command in commands[300:]:
            await client.send(command)
        for n in range(2, 402):
            assert (await client.next())["id"] == n
    assert [int(data) for _, _, data in serving.desk.calls] == list(range(2, 402))


# ── bad input ──


@texts
@pytest.mark.parametrize("text", ["nonsense", "", "\ufeff{}", '{"id":2,"rpc":{"method":"a","data":NaN}}'])
async def test_undecodable_input_closes(serving: Serving, text: str) -> None:
    async with serving.connect() as client:
        await client.send(text)
        assert await client.closed() == (3501, "bad request")


async def test_a_command_of_more_than_64_kib_is_refused_and_the_socket_lives(serving: Serving) -> None:
    async with serving.connect() as client:
        assert (await client.rpc("echo", "x" * 66_000))["error"]["code"] == 107
        assert (await client.rpc("echo", "x" * 250_000))["error"]["code"] == 107
        assert (await client.rpc("echo", "x" * 65_000))["rpc"]["data"] == "x" * 65_000


@sockets
async def test_a_frame_of_more_than_256_kib_closes(serving: Serving) -> None:
    async with serving.connect() as client:
        await client.send("x" * (256 * 1024 + 1))
        code, _ = await client.closed()
        assert code == 1009


@sockets
async def test_binary_closes(serving: Serving) -> None:
    async with serving.connect() as client:
        await client.send(b"{}")
        assert await client.closed() == (1003, "text frames only")


async def test_twenty_wrong_commands_close(serving: Serving) -> None:
    async with serving.connect() as client:
        for _ in range(19):
            assert (await client.ask("presence", channel=""))["error"]["code"] == 107
        await client.command(subscribe={"channel": ""})
        assert await client.closed() == (3509, "too many errors")


@sockets
async def test_text_that_is_not_utf8_closes(serving: Serving) -> None:
    raw = await serving.raw()
    await raw.send(CONNECT + masked(1, b"\xff"))
    assert b"\x03\xef" in await raw.receive_all()  # 1007
    raw.close()


@sockets
async def test_a_ping_of_the_socket_is_answered(serving: Serving) -> None:
    async with serving.connect() as client:
        await (await client.connection.ping(b"payload"))


# ── ends ──


async def test_an_ended_login_closes_its_connections_at_once(serving: Serving) -> None:
    serving.logins |= {"a": Caller("ann", "login-a"), "b": Caller("ann", "login-b")}
    async with (
        serving.socket(additional_headers={"Cookie": "atelje=a"}, origin=ORIGIN) as one,
        serving.socket(additional_headers={"Cookie": "atelje=b"}, origin=ORIGIN) as two,
    ):
        await one.ask("connect")
        await two.ask("connect")
        serving.node.end_login("login-a")
        assert await one.closed() == (4501, "signed out")
        assert (await two.rpc("echo", 1))["rpc"] == {"data": 1}


@sockets
async def test_a_login_that_ends_before_the_connect_command_closes_too(serving: Serving) -> None:
    serving.logins["a"] = Caller("ann", "login-a")
    async with serving.socket(additional_headers={"Cookie": "atelje=a"}, origin=ORIGIN) as client:
        serving.node.end_login("login-a")
        assert await client.closed() == (4501, "signed out")


@tokens
async def test_a_login_that_ends_while_its_token_is_looked_up_is_not_let_in(serving: Serving) -> None:
    looked_up, ended = asyncio.Event(), asyncio.Event()

    async def look_up_slowly(token: str) -> Caller:
        looked_up.set()
        await ended.wait()
        return Caller("ann", "login-a")

    serving.desk.sign_in = look_up_slowly  # type: ignore[method-assign]
    async with serving.socket() as client:
        await client.command(connect={"token": "t"})
        await looked_up.wait()
        serving.node.end_login("login-a")
        ended.set()
        assert await client.closed() == (4501, "signed out")


async def test_a_sign_in_that_expires_closes(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving:
        serving.logins["a"] = Caller("ann", "login-a", NOW / 1000 + 0.3)
        async with serving.socket(additional_headers={"Cookie": "atelje=a"}, origin=ORIGIN) as client:
            await client.ask("connect")
            assert await client.closed() == (4501, "sign-in expired")


async def test_a_sign_in_that_was_used_meanwhile_lasts_longer(transport: Transport) -> None:
    async with Serving.start(transport, Timing(step=0.05)) as serving:
        ends, later = NOW / 1000 + 0.2, NOW / 1000 + 0.8
        serving.logins["a"] = Caller("ann", "login-a", ends)
        serving.desk.renewed = Caller("ann", "login-a", later)
        async with serving.socket(additional_headers={"Cookie": "atelje=a"}, origin=ORIGIN) as client:
            assert "expires" not in (await client.ask("connect"))["connect"]
            link = next(iter(serving.node._links))
            await until(lambda: link.caller is serving.desk.renewed)
            serving.desk.renewed = None
            assert await client.closed() == (4501, "sign-in expired")


@tokens
async def test_who_came_with_a_token_is_asked_for_a_newer_one(transport: Transport, monkeypatch: Any) -> None:
    monkeypatch.setattr(node_module, "GRACE_SECONDS", 0.3)
    async with Serving.start(transport, Timing(step=0.05)) as serving:
        serving.desk.expires_at = NOW / 1000 + 1
        async with serving.connect() as client, serving.connect() as late:
            serving.desk.expires_at = NOW / 1000 + 60
            wrong = [await client.ask("refresh", token=token) for token in ("token-ben", "nonsense")]
            assert [reply["error"]["code"] for reply in wrong] == [101, 101]
            refreshed = (await client.ask("refresh", token="token-ann"))["refresh"]
            assert (refreshed["expires"], refreshed["ttl"]) == (True, 60)
            assert refreshed["client"] in {link.client for link in serving.node._links}
            assert await late.closed() == (3005, "connection expired")
            assert (await client.rpc("echo", 1))["rpc"] == {"data": 1}


@tokens
async def test_one_connection_more_than_a_person_may_have_is_refused(transport: Transport) -> None:
    async with Serving.start(transport, limits=Limits(person=2)) as serving:
        async with serving.connect(), serving.connect():
            async with serving.socket() as third:
                await third.command(connect={"token": "token-ann"})
                assert await third.closed() == (3504, "connection limit")
            async with serving.connect("ben"):
                pass
        await until(lambda: serving.node.connections == 0)
        async with serving.connect(), serving.connect():
            pass


@pytest.mark.parametrize("limits", [Limits(address=2), Limits(region=2), Limits(node=2)])
async def test_connections_beyond_an_address_or_the_node_are_refused_before_the_handshake(
    transport: Transport, limits: Limits
) -> None:
    async with Serving.start(transport, limits=limits) as serving:
        async with serving.connect(), serving.connect():
            assert await serving.refused() == 503
        await until(lambda: serving.node.connections == 0)
        async with serving.connect():
            pass


async def test_a_peer_that_closes_leaves_nothing_behind(serving: Serving) -> None:
    async with serving.connect() as client:
        await client.ask("subscribe", channel="room:1")
        await client.command(rpc={"method": "never"})
        await until(lambda: bool(serving.desk.held))
    await until(lambda: serving.node.connections == 0)
    assert serving.node.hub.positions() == {}
    serving.desk.release()


@sockets
async def test_a_peer_that_vanishes_leaves_nothing_behind(transport: Transport) -> None:
    async with Serving.start(transport, limits=Limits(person=1)) as serving:
        for _ in range(2):
            raw = await serving.raw()
            await raw.send(CONNECT + masked(1, b'{"id":2,"subscribe":{"channel":"room:1"}}'))
            await until(lambda: serving.node.hub.positions() == {"room:1": 0})
            raw.close()
            await until(lambda: serving.node.connections == 0)
            assert serving.node.hub.positions() == {}


@sockets
async def test_a_close_of_the_peer_is_answered(serving: Serving) -> None:
    async with serving.connect() as client:
        await client.connection.close(1000, "bye")
        assert client.connection.close_code == 1000
    await until(lambda: serving.node.connections == 0)


async def test_logs_name_person_and_code_and_nothing_that_was_said(
    serving: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "atelje.live")
    async with serving.connect("ann") as client:
        await client.rpc("echo", "secret words")
        serving.node.end_login("login-ann")
        await client.closed()
    records = [record for record in caplog.records if record.name == "atelje.live"]
    assert [record.getMessage() for record in records] == ["connection opened", "connection closed"]
    assert [record.__dict__["person"] for record in records] == ["ann", "ann"]
    assert [record.__dict__["address"] for record in records] == ["127.0.0.0"] * 2
    assert records[1].__dict__["code"] == 4501
    assert "secret" not in json.dumps([str(record.__dict__) for record in records])


# ── only where the frames are ours ──


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
async def test_an_idle_connection_keeps_no_object_of_the_http_server(serving: Serving) -> None:
    import gc

    def kept() -> int:
        """Objects of the handshake that are alive and not emptied, those of other tests included."""
        gc.collect()
        handshakes = [o for o in gc.get_objects() if type(o).__name__ in {"AteljeProtocol", "Handshake"}]
        return sum(1 for o in handshakes if vars(o))

    before = kept()
    async with serving.connect():
        assert kept() == before
        assert len(serving.server.server_state.connections) == 1
    await until(lambda: not serving.server.server_state.connections)


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
async def test_the_servers_own_shutdown_closes_adopted_sockets(serving: Serving) -> None:
    async with serving.connect() as client:
        for connection in list(serving.server.server_state.connections):
            connection.shutdown()
        assert await client.closed() == (1012, "server restart")
