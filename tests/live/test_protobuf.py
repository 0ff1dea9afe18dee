"""The wire in protobuf, read and written by the protocol's own Python SDK; and what is no protobuf."""

from __future__ import annotations

import json
import time

import pytest
from centrifuge.protocol import client_pb2 as sdk  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from server.live.connection import Admit, Call, Close, Connection, Reply
from server.live.desk import Opening
from server.live.protobuf import Protobuf
from server.live.protocol import CHANNEL_LIMIT, COMMAND_LIMIT, FRAME_COMMANDS, ConnectResult, Undecodable
from server.live.transports.frames import MESSAGE_LIMIT
from server.publication import ClientInfo, Notice, Position
from tests.live import protobuf
from tests.live.protobuf import delimited, length
from tests.live.serving import PROTOBUF, Serving, Transport
from tests.live.test_transports import sockets

SPOKEN = Protobuf()


@pytest.fixture
def opened() -> Connection:
    machine = Connection(SPOKEN)
    machine.receive(protobuf.commands('{"id":1,"connect":{"token":"t"}}'), 0.0)
    machine.signed_in(ConnectResult("c", "0", 20, pong=True))
    return machine


def errors(machine: Connection, frame: bytes) -> list[tuple[int, int]]:
    """The ids and codes of the answers."""
    actions = machine.receive(frame, 0.0)
    told = [reply for action in actions if isinstance(action, Reply) for reply in protobuf.replies(action.part)]
    return [(reply.get("id", 0), reply["error"]["code"]) for reply in told]


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=20))
def test_a_frame_holds_messages_of_every_length(messages: list[bytes]) -> None:
    frame = b"".join(length(len(message)) + message for message in messages)
    assert list(SPOKEN.split(frame)) == messages
    for end in range(len(frame)):
        try:
            found = SPOKEN.split(frame[:end])
        except Undecodable:
            continue
        assert list(found) == messages[: len(found)]


def test_payloads_pass_through_byte_by_byte(opened: Connection) -> None:
    data = '{ "a" : 1.0,\n"b":"да\\u0301" }'.encode()
    (call,) = opened.receive(delimited(sdk.Command(id=2, rpc=sdk.RPCRequest(method="m", data=data))), 0.0)
    assert call == Call(2, "m", data)
    answer = opened.answered(2, data, 0.0)
    assert isinstance(answer, Reply)
    assert sdk.Reply.FromString(answer.part[1:]).rpc.data == data
    about = ClientInfo("ann", "c1", b'{"away":true}')
    join = sdk.Reply.FromString(SPOKEN.notice(Notice("room:1", "join", info=about))[1:]).push.join
    assert (join.info.user, join.info.client, join.info.chan_info) == ("ann", "c1", b'{"away":true}')
    push = sdk.Reply.FromString(SPOKEN.publication("room:1", 2**53, data)[1:]).push
    assert (push.channel, push.pub.offset, push.pub.data) == ("room:1", 2**53, data)
    request = sdk.SubscribeRequest(channel="room:1", recover=True, epoch="e")
    opened.receive(delimited(sdk.Command(id=3, subscribe=request)), 0.0)
    subscription = opened.subscriptions["room:1"]
    (admit,) = opened.opened(subscription, Opening(Position("e", 1), ((1, data),)))  # type: ignore[arg-type]
    assert isinstance(admit, Admit)
    (recovered,) = sdk.Reply.FromString(admit.reply[1:]).subscribe.publications
    assert (recovered.offset, recovered.data) == (1, data)


def test_a_ping_is_an_empty_reply_and_its_pong_an_empty_command(opened: Connection) -> None:
    assert protobuf.replies(opened.ping()) == [{}]
    assert opened.owes_pong
    assert opened.receive(b"\0", 0.0) == ()
    assert not opened.owes_pong


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"\x05",
        b"\x05\x08\x01",
        b"\x80",
        b"\x80\x80\x80\x80\x01",
        b"\xff" * 9 + b"\x01",
        b"\x02\x08\x01\x07rest",
        length(3) + b"\x08\x01\xff",
        length(2) + b"\x6a\x7f",
        length(5) + b"\x6a\x03\x12\x01\xff",
        length(1) + b"\x0b",
        length(2) + b"\x6a\x80",
        length(1) + b"\x00",
        b'{"id":1}',
    ],
    ids=lambda frame: frame.hex(),
)
def test_what_is_no_protobuf_closes(opened: Connection, frame: bytes) -> None:
    (close,) = [action for action in opened.receive(frame, 0.0) if isinstance(action, Close)]
    assert close.code.code == 3501


SUBSCRIBE = {"channel": "room:1"}


@pytest.mark.parametrize(
    "command",
    [
        sdk.Command(subscribe=sdk.SubscribeRequest()),
        sdk.Command(subscribe=sdk.SubscribeRequest(channel="x" * (CHANNEL_LIMIT + 1))),
        sdk.Command(subscribe=sdk.SubscribeRequest(channel="room:1", offset=2**63)),
        sdk.Command(unsubscribe=sdk.UnsubscribeRequest()),
        sdk.Command(presence=sdk.PresenceRequest()),
        sdk.Command(history=sdk.HistoryRequest(channel="room:1", since=sdk.StreamPosition(offset=2**64 - 1))),
        sdk.Command(rpc=sdk.RPCRequest(method="a"), subscribe=sdk.SubscribeRequest(channel="room:1")),
        sdk.Command(rpc=sdk.RPCRequest(method="a", data=b"x" * COMMAND_LIMIT)),
        sdk.Command(publish=sdk.PublishRequest(data=b"1")),
        *(
            sdk.Command(publish=sdk.PublishRequest(channel="room:1", data=data))
            for data in (b"nonsense", b'"\xff"', b"1}}\n{}", b"[" * 30_000, b'{"a":NaN}', b" ")
        ),
    ],
    ids=lambda command: str(command)[:40],
)
def test_what_is_decodable_but_wrong_is_answered_and_the_connection_lives(
    opened: Connection, command: sdk.Command
) -> None:
    command.id = 9
    assert errors(opened, delimited(command)) == [(9, 107)]
    assert opened.receive(protobuf.commands('{"id":10,"rpc":{"method":"m"}}'), 0.0) == (Call(10, "m", b"null"),)


def test_what_carries_no_id_is_answered_without_one(opened: Connection) -> None:
    assert errors(opened, delimited(sdk.Command(rpc=sdk.RPCRequest(method="a")))) == [(0, 107)]


def test_what_is_not_offered_is_not_available(opened: Connection) -> None:
    changes_a_map = sdk.PublishRequest(channel="room:1", data=b"1")
    changes_a_map.MergeFromString(b"\x18\x01")
    is_a_map = sdk.SubscribeRequest(channel="room:1")
    is_a_map.MergeFromString(b"\x78\x01")
    refused = [
        sdk.Command(id=2, sub_refresh=sdk.SubRefreshRequest(channel="room:1", token="t")),
        sdk.Command(id=3, publish=changes_a_map),
        sdk.Command(id=4, subscribe=is_a_map),
    ]
    assert errors(opened, b"".join(map(delimited, refused))) == [(2, 108), (3, 108), (4, 108)]
    assert opened.receive(delimited(sdk.Command(send=sdk.SendRequest(data=b"1"))), 0.0) == ()


def test_what_is_newer_than_we_are_is_skipped(opened: Connection) -> None:
    request = sdk.SubscribeRequest(channel="room:1", delta="fossil", tf=sdk.FilterNode(op="and"), data=b"{}")
    request.MergeFromString(bytes([15 << 3 | 2 | 0x80, 30, 2]) + b"ab")
    (action,) = opened.receive(delimited(sdk.Command(id=2, subscribe=request)), 0.0)
    assert list(opened.subscriptions) == ["room:1"]
    assert not isinstance(action, Close)


def test_a_frame_of_nothing_but_empty_commands_is_bounded(opened: Connection) -> None:
    assert opened.receive(b"\0" * FRAME_COMMANDS, 0.0) == []
    begun = time.process_time()
    (close,) = opened.receive(b"\0" * MESSAGE_LIMIT, 0.0)
    assert isinstance(close, Close)
    assert close.code.code == 3509
    assert time.process_time() - begun < 0.1


@sockets
async def test_who_reads_json_and_who_reads_protobuf_read_the_same(transport: Transport) -> None:
    async with Serving.start(transport) as serving, serving.connect("ann") as ann:
        serving.transport = "protobuf"
        async with serving.connect("ben") as ben:
            for client in (ann, ben):
                await client.ask("subscribe", channel="room:1")
            serving.desk.announce(serving.desk.append("room:1", '{"text":\n"здраво"}'.encode()))
            await ben.command(publish={"channel": "room:1", "data": {"typing": True}})
            pushes = [await ann.next() for _ in range(2)]
            assert pushes == [reply for reply in [await ben.next() for _ in range(3)] if "push" in reply]
            assert pushes[0]["push"]["pub"] == {"data": {"text": "здраво"}, "offset": 1}
            assert pushes[1]["push"]["pub"]["info"]["user"] == "ben"
            serving.node.hub.resync("room:1")
            ends = [(await client.next())["push"]["unsubscribe"] for client in (ann, ben)]
            assert ends == [{"code": 2500, "reason": "insufficient state"}] * 2


@sockets
async def test_text_is_no_protobuf(transport: Transport) -> None:
    async with Serving.start(transport) as serving:
        serving.transport = "protobuf"
        async with serving.connect() as client:
            await client.connection.send("{}")
            assert await client.closed() == (1003, "binary frames only")


@sockets
async def test_the_subprotocol_is_found_among_others(transport: Transport) -> None:
    async with Serving.start(transport) as serving:
        many = [*(f"p{n}" for n in range(200)), PROTOBUF]
        for offered, chosen in ([many, PROTOBUF], [many[:-1], None], [["centrifuge-protobuf2"], None]):
            async with serving.socket(subprotocols=offered) as client:
                assert client.connection.subprotocol == chosen


@sockets
async def test_what_is_broken_closes_with_its_reason(transport: Transport) -> None:
    async with Serving.start(transport) as serving:
        serving.transport = "protobuf"
        async with serving.connect() as client:
            await client.send(b"\x05")
            assert await client.closed() == (3501, "bad request")
        async with serving.socket() as client:
            await client.send(json.dumps({"id": 1, "rpc": {"method": "a"}}))
            assert await client.closed() == (3501, "bad request")
