"""The words of the wire: commands, replies and pushes of the Centrifuge client protocol v2, and their JSON encoding.

An encoding is one object; the other one is in `protobuf.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Annotated, Any, Protocol

import msgspec
from msgspec import Meta, Raw, Struct

from server.live.desk import History, WireError
from server.publication import ClientInfo, Notice

CHANNEL_LIMIT = 255
"""Characters of a channel's name."""

COMMAND_LIMIT = 64 * 1024
"""Bytes of one command. A longer one is answered by an error; only a frame above the transport's bound closes."""

FRAME_COMMANDS = 4_096
"""In one frame; empty ones are a byte or two each."""

COMPACTION_OFFERED, REJECT_UNRECOVERED = 1, 2
"""The bits of `Subscribe.flag`."""

OFFSET_LIMIT = 2**63 - 1

CommandId = Annotated[int, Meta(ge=0, le=2**32 - 1)]
Offset = Annotated[int, Meta(ge=0, le=OFFSET_LIMIT)]
Channel = Annotated[str, Meta(min_length=1, max_length=CHANNEL_LIMIT)]
NULL = Raw(b"null")


# ── commands ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class StreamPosition(Struct, gc=False):
    """Where somebody is in a log."""

    epoch: str = ""
    offset: Offset = 0


class Recovery(StreamPosition, gc=False):
    """Where somebody was. With `recover` everything after it is wanted."""

    recover: bool = False


class Connect(Struct, gc=False):
    """`subs`: where the client was in the channels that the server subscribes it to."""

    token: str = ""
    subs: dict[str, Recovery] = {}


class Subscribe(Recovery, kw_only=True, gc=False):
    """`type` other than 0 is a map or a shared poll."""

    channel: Channel
    token: str = ""
    flag: int = 0
    type: int = 0


class Unsubscribe(Struct, gc=False):
    channel: Channel


class Rpc(Struct, gc=False):
    method: str
    data: Raw = NULL


class Publish(Struct, gc=False):
    """`type` other than 0 changes a map."""

    channel: Channel
    data: Raw = NULL
    type: int = 0


class Presence(Struct, gc=False):
    channel: Channel


class PresenceStats(Struct, gc=False):
    channel: Channel


class ReadHistory(Struct, gc=False):
    channel: Channel
    limit: Annotated[int, Meta(ge=-(2**31), le=2**31 - 1)] = 0
    since: StreamPosition | None = None
    reverse: bool = False


class Refresh(Struct, gc=False):
    token: str = ""


Question = Publish | Presence | PresenceStats | ReadHistory | Refresh
"""What is asked of the desk besides rpc, and answered when it is known."""


class Bodiless(Struct, gc=False):
    """A command that is answered or ignored by its name alone."""


class Command(Struct, gc=False):
    """One of the bodies is there, and none in a pong. `send` has no id."""

    id: CommandId = 0
    rpc: Rpc | None = None
    subscribe: Subscribe | None = None
    unsubscribe: Unsubscribe | None = None
    connect: Connect | None = None
    send: Bodiless | None = None
    publish: Publish | None = None
    presence: Presence | None = None
    presence_stats: PresenceStats | None = None
    history: ReadHistory | None = None
    refresh: Refresh | None = None
    sub_refresh: Bodiless | None = None


BODIES = tuple(name for name in Command.__struct_fields__ if name != "id")
bodies: Callable[[Command], tuple[Any, ...]] = attrgetter(*BODIES)


class Undecodable(Exception):
    """These bytes are no command of the encoding at all."""


class Malformed(Exception):
    """The encoding was kept, the command is wrong. `id` is 0 when it carries none that can be answered."""

    def __init__(self, id: int) -> None:
        super().__init__(id)
        self.id = id


# ── replies ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class RecoveredEntry(Struct, frozen=True, gc=False):
    offset: int
    data: Raw


class SubscribeResult(Struct, frozen=True, gc=False, omit_defaults=True):
    """`offset` is the wanted one when recovered, else the top: an honest position if the client dies in between."""

    epoch: str
    offset: int
    recoverable: bool
    positioned: bool
    was_recovering: bool = False
    recovered: bool = False
    publications: Sequence[RecoveredEntry] = ()


class ConnectResult(Struct, frozen=True, gc=False, omit_defaults=True):
    """`ping`: seconds between pings, each of which wants a pong. `ttl`: seconds after which a newer connection token is
    wanted, if it `expires`. `subs`: what the server subscribed the client to. `key` and `node`: how single posts find a
    stream."""

    client: str
    version: str
    ping: int
    pong: bool
    key: str = msgspec.field(default="", name="session")
    node: str = ""
    expires: bool = False
    ttl: int = 0
    subs: Mapping[str, SubscribeResult] = {}


class RefreshResult(Struct, frozen=True, gc=False, omit_defaults=True):
    """As in `ConnectResult`."""

    client: str
    version: str
    expires: bool = False
    ttl: int = 0


class Encoding(Protocol):
    """How commands, replies and pushes are spelt. `join` makes parts the payload of one frame."""

    @property
    def binary(self) -> bool:
        """Its frames hold bytes, not text."""

    @property
    def ping(self) -> bytes: ...
    def split(self, payload: bytes) -> Sequence[bytes]:
        """The commands of a frame, undecoded; of more than `FRAME_COMMANDS` not all. Raises Undecodable."""

    def decode(self, command: bytes) -> Command:
        """Raises Undecodable or Malformed."""

    def connected(self, id: int, result: ConnectResult) -> bytes: ...
    def subscribed(self, id: int, result: SubscribeResult) -> bytes: ...
    def unsubscribed(self, id: int) -> bytes: ...
    def answered(self, id: int, data: bytes) -> bytes: ...
    def published(self, id: int) -> bytes: ...
    def present(self, id: int, clients: Mapping[str, ClientInfo]) -> bytes: ...
    def counted(self, id: int, clients: int, people: int) -> bytes: ...
    def remembered(self, id: int, history: History) -> bytes: ...
    def refreshed(self, id: int, result: RefreshResult) -> bytes: ...
    def failed(self, id: int, error: WireError) -> bytes: ...
    def publication(self, channel: str, offset: int, data: bytes) -> bytes: ...
    def notice(self, notice: Notice) -> bytes: ...
    def unsubscription(self, channel: str, code: int, reason: str) -> bytes: ...
    def disconnection(self, code: int, reason: str) -> bytes: ...
    def join(self, parts: Sequence[bytes]) -> bytes: ...


class Format(Protocol):
    """An encoding in the dress of one transport: what a publication is encoded for once, whoever reads it."""

    @property
    def encoding(self) -> Encoding: ...
    def pack(self, parts: Sequence[bytes]) -> bytes:
        """Parts as one frame, ready for the transport's `write`."""


# ── JSON ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Json:
    """Objects joined by line feeds. Payloads of the product pass through byte for byte."""

    binary = False
    ping = b"{}"

    def __init__(self) -> None:
        self._decoder = msgspec.json.Decoder(Command)
        self._encode = msgspec.json.Encoder().encode

    def split(self, payload: bytes) -> Sequence[bytes]:
        if b"\n" not in payload:
            return (payload,)
        return payload.rstrip().split(b"\n")

    def decode(self, command: bytes) -> Command:
        try:
            return self._decoder.decode(command)
        except (msgspec.DecodeError, RecursionError):
            raise Malformed(_id_of(command)) from None

    def connected(self, id: int, result: ConnectResult) -> bytes:
        return b'{"id":%d,"connect":%b}' % (id, _one_line(self._encode(result)))

    def subscribed(self, id: int, result: SubscribeResult) -> bytes:
        return b'{"id":%d,"subscribe":%b}' % (id, _one_line(self._encode(result)))

    def unsubscribed(self, id: int) -> bytes:
        return b'{"id":%d,"unsubscribe":{}}' % id

    def answered(self, id: int, data: bytes) -> bytes:
        return b'{"id":%d,"rpc":{"data":%b}}' % (id, _one_line(data))

    def published(self, id: int) -> bytes:
        return b'{"id":%d,"publish":{}}' % id

    def present(self, id: int, clients: Mapping[str, ClientInfo]) -> bytes:
        presence = {client: _info(info) for client, info in clients.items()}
        return b'{"id":%d,"presence":{"presence":%b}}' % (id, self._encode(presence))

    def counted(self, id: int, clients: int, people: int) -> bytes:
        return b'{"id":%d,"presence_stats":{"num_clients":%d,"num_users":%d}}' % (id, clients, people)

    def remembered(self, id: int, history: History) -> bytes:
        top = history.top
        entries = [RecoveredEntry(offset, Raw(data)) for offset, data in history.entries]
        body = {"publications": entries, "epoch": top.epoch, "offset": top.offset}
        return b'{"id":%d,"history":%b}' % (id, _one_line(self._encode(body)))

    def refreshed(self, id: int, result: RefreshResult) -> bytes:
        return b'{"id":%d,"refresh":%b}' % (id, self._encode(result))

    def failed(self, id: int, error: WireError) -> bytes:
        body: dict[str, int | str | bool] = {"code": error.code, "message": error.message}
        if error.temporary:
            body["temporary"] = True
        return b'{"id":%d,"error":%b}' % (id, self._encode(body))

    def publication(self, channel: str, offset: int, data: bytes) -> bytes:
        return b'{"push":{"channel":%b,"pub":{"data":%b,"offset":%d}}}' % (
            self._encode(channel),
            _one_line(data),
            offset,
        )

    def notice(self, notice: Notice) -> bytes:
        body: dict[str, Any] = {} if notice.info is None else {"info": _info(notice.info)}
        if notice.kind == "publication":
            body["data"] = Raw(_one_line(notice.data))
        kind = "pub" if notice.kind == "publication" else notice.kind
        return b'{"push":%b}' % self._encode({"channel": notice.channel, kind: body})

    def unsubscription(self, channel: str, code: int, reason: str) -> bytes:
        body = {"channel": channel, "unsubscribe": {"code": code, "reason": reason}}
        return b'{"push":%b}' % self._encode(body)

    def disconnection(self, code: int, reason: str) -> bytes:
        return b'{"push":{"disconnect":%b}}' % self._encode({"code": code, "reason": reason})

    def join(self, parts: Sequence[bytes]) -> bytes:
        return parts[0] if len(parts) == 1 else b"\n".join(parts)


def _info(info: ClientInfo) -> dict[str, Any]:
    spelt: dict[str, Any] = {"user": info.person, "client": info.client}
    if info.about:
        spelt["chan_info"] = Raw(_one_line(info.about))
    return spelt


def is_json(data: bytes) -> bool:
    """What a client sent on to others is put between their commas and braces as it is."""
    try:
        data.decode()
        msgspec.json.decode(data)
    except (ValueError, RecursionError):
        return False
    return True


def _one_line(data: bytes) -> bytes:
    """In valid JSON a line feed stands between tokens only, so a space means the same; raw, it would cut the frame."""
    return data.replace(b"\n", b" ") if b"\n" in data else data


def _id_of(command: bytes) -> int:
    """The id of a command that the strict decoder refused, or 0. Raises Undecodable when it is no JSON at all.

    The strict decoder stops at the first wrong type and takes a lone surrogate for broken syntax, so what is
    merely wrong is told from what is broken by the lenient decoder of the standard library.
    """
    try:
        value = json.loads(command.decode(), parse_int=_bounded_int, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Undecodable from None
    number = value.get("id") if isinstance(value, dict) else None
    return number if type(number) is int and 0 < number < 2**32 else 0


def _bounded_int(digits: str) -> int:
    return int(digits) if len(digits) < 20 else 0


def _no_constant(name: str) -> object:
    raise ValueError(name)
