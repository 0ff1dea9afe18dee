"""The wire as protobuf, for the SDKs that speak nothing else: each message behind its length, binary frames.

What the product says is JSON here too, as bytes that pass through unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from google.protobuf.message import DecodeError
from msgspec import Raw

from server.live import client_pb2 as wire
from server.live.desk import History, WireError
from server.live.protocol import (
    CHANNEL_LIMIT,
    FRAME_COMMANDS,
    NULL,
    OFFSET_LIMIT,
    Bodiless,
    Command,
    Connect,
    ConnectResult,
    Malformed,
    Presence,
    PresenceStats,
    Publish,
    ReadHistory,
    Recovery,
    Refresh,
    RefreshResult,
    Rpc,
    StreamPosition,
    Subscribe,
    SubscribeResult,
    Undecodable,
    Unsubscribe,
)
from server.publication import ClientInfo, Notice

LENGTH_BYTES = 4
"""Of a message's length: more than any frame holds."""


class Protobuf:
    binary = True
    ping = b"\0"

    def split(self, payload: bytes) -> Sequence[bytes]:
        if payload and payload[0] == len(payload) - 1 < 128:
            return (payload[1:],)
        return _split(payload)

    def decode(self, command: bytes) -> Command:
        try:
            given = wire.Command.FromString(command)
        except DecodeError:
            raise Undecodable from None
        try:
            bodies: dict[str, Any] = {
                field.name: _BODIES[field.name](body) for field, body in given.ListFields() if field.name != "id"
            }
        except ValueError:
            raise Malformed(given.id) from None
        return Command(given.id, **bodies)

    def connected(self, id: int, result: ConnectResult) -> bytes:
        body = wire.ConnectResult(
            client=result.client,
            version=result.version,
            expires=result.expires,
            ttl=result.ttl,
            ping=result.ping,
            pong=result.pong,
            session=result.key,
            node=result.node,
            subs={channel: _subscribed(one) for channel, one in result.subs.items()},
        )
        return _delimited(wire.Reply(id=id, connect=body))

    def subscribed(self, id: int, result: SubscribeResult) -> bytes:
        return _delimited(wire.Reply(id=id, subscribe=_subscribed(result)))

    def unsubscribed(self, id: int) -> bytes:
        return _delimited(wire.Reply(id=id, unsubscribe=wire.Empty()))

    def answered(self, id: int, data: bytes) -> bytes:
        return _delimited(wire.Reply(id=id, rpc=wire.RpcResult(data=data)))

    def published(self, id: int) -> bytes:
        return _delimited(wire.Reply(id=id, publish=wire.Empty()))

    def present(self, id: int, clients: Mapping[str, ClientInfo]) -> bytes:
        presence = {client: _info(info) for client, info in clients.items()}
        return _delimited(wire.Reply(id=id, presence=wire.PresenceResult(presence=presence)))

    def counted(self, id: int, clients: int, people: int) -> bytes:
        counts = wire.PresenceStatsResult(num_clients=clients, num_users=people)
        return _delimited(wire.Reply(id=id, presence_stats=counts))

    def remembered(self, id: int, history: History) -> bytes:
        top = history.top
        body = wire.HistoryResult(publications=_publications(history.entries), epoch=top.epoch, offset=top.offset)
        return _delimited(wire.Reply(id=id, history=body))

    def refreshed(self, id: int, result: RefreshResult) -> bytes:
        body = wire.RefreshResult(client=result.client, version=result.version, expires=result.expires, ttl=result.ttl)
        return _delimited(wire.Reply(id=id, refresh=body))

    def failed(self, id: int, error: WireError) -> bytes:
        body = wire.Error(code=error.code, message=error.message, temporary=error.temporary)
        return _delimited(wire.Reply(id=id, error=body))

    def publication(self, channel: str, offset: int, data: bytes) -> bytes:
        return _push(wire.Push(channel=channel, pub=wire.Publication(data=data, offset=offset)))

    def notice(self, notice: Notice) -> bytes:
        info = None if notice.info is None else _info(notice.info)
        match notice.kind:
            case "publication":
                return _push(wire.Push(channel=notice.channel, pub=wire.Publication(data=notice.data, info=info)))
            case "join":
                return _push(wire.Push(channel=notice.channel, join=wire.Presence(info=info)))
            case "leave":
                return _push(wire.Push(channel=notice.channel, leave=wire.Presence(info=info)))

    def unsubscription(self, channel: str, code: int, reason: str) -> bytes:
        return _push(wire.Push(channel=channel, unsubscribe=wire.Unsubscribe(code=code, reason=reason)))

    def disconnection(self, code: int, reason: str) -> bytes:
        return _push(wire.Push(disconnect=wire.Disconnect(code=code, reason=reason)))

    def join(self, parts: Sequence[bytes]) -> bytes:
        return parts[0] if len(parts) == 1 else b"".join(parts)


# ── replies ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _push(push: wire.Push) -> bytes:
    return _delimited(wire.Reply(push=push))


def _delimited(reply: wire.Reply) -> bytes:
    body: bytes = reply.SerializeToString()
    size = len(body)
    head = bytearray()
    while size > 127:
        head.append(size & 127 | 128)
        size >>= 7
    head.append(size)
    return bytes(head) + body


def _subscribed(result: SubscribeResult) -> wire.SubscribeResult:
    return wire.SubscribeResult(
        recoverable=result.recoverable,
        positioned=result.positioned,
        epoch=result.epoch,
        offset=result.offset,
        was_recovering=result.was_recovering,
        recovered=result.recovered,
        publications=_publications((one.offset, bytes(one.data)) for one in result.publications),
    )


def _publications(entries: Iterable[tuple[int, bytes]]) -> list[wire.Publication]:
    return [wire.Publication(offset=offset, data=data) for offset, data in entries]


def _info(info: ClientInfo) -> wire.ClientInfo:
    return wire.ClientInfo(user=info.person, client=info.client, chan_info=info.about)


# ── commands ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _split(payload: bytes) -> Sequence[bytes]:
    if not payload:
        raise Undecodable
    commands: list[bytes] = []
    start = 0
    # A frame of empty ones would take half a second to take apart, for a stranger who has not even signed in.
    while start < len(payload) and len(commands) <= FRAME_COMMANDS:
        size, start = _length(payload, start)
        if start + size > len(payload):
            raise Undecodable
        commands.append(payload[start : start + size])
        start += size
    return commands


def _length(payload: bytes, start: int) -> tuple[int, int]:
    """The length that begins there, and where what it is of begins."""
    size = 0
    for index, byte in enumerate(payload[start : start + LENGTH_BYTES]):
        size |= (byte & 127) << 7 * index
        if byte < 128:
            return size, start + index + 1
    raise Undecodable


def _channel(name: str) -> str:
    if not 0 < len(name) <= CHANNEL_LIMIT:
        raise ValueError
    return name


def _offset(offset: int) -> int:
    if offset > OFFSET_LIMIT:
        raise ValueError
    return offset


def _payload(data: bytes) -> Raw:
    return Raw(data) if data else NULL


def _connect(body: wire.ConnectRequest) -> Connect:
    subs = {channel: Recovery(one.epoch, _offset(one.offset), one.recover) for channel, one in body.subs.items()}
    return Connect(body.token, subs)


def _subscribe(body: wire.SubscribeRequest) -> Subscribe:
    return Subscribe(
        channel=_channel(body.channel),
        token=body.token,
        recover=body.recover,
        epoch=body.epoch,
        offset=_offset(body.offset),
        flag=body.flag,
        type=body.type,
    )


def _history(body: wire.HistoryRequest) -> ReadHistory:
    since = StreamPosition(body.since.epoch, _offset(body.since.offset)) if body.HasField("since") else None
    return ReadHistory(_channel(body.channel), body.limit, since, body.reverse)


_BODIES: Mapping[str, Callable[[Any], object]] = {
    "connect": _connect,
    "subscribe": _subscribe,
    "unsubscribe": lambda body: Unsubscribe(_channel(body.channel)),
    "publish": lambda body: Publish(_channel(body.channel), _payload(body.data), body.type),
    "presence": lambda body: Presence(_channel(body.channel)),
    "presence_stats": lambda body: PresenceStats(_channel(body.channel)),
    "history": _history,
    "send": lambda _body: Bodiless(),
    "rpc": lambda body: Rpc(body.method, _payload(body.data)),
    "refresh": lambda body: Refresh(body.token),
    "sub_refresh": lambda _body: Bodiless(),
}
