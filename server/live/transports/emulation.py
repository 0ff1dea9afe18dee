"""`/emulation`: what a client says into a stream of its own, at this node or at another."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from google.protobuf.message import DecodeError
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server.errors import UNREADABLE
from server.live import client_pb2 as wire
from server.live.transports.handshake import Denied, caller_of
from server.live.transports.stream import BINARY, Post, StreamHost, body_type, read_body

NAME = re.compile(r"[A-Za-z0-9]{1,64}")
"""Of a node."""


class EmulationJson(Struct):
    data: str
    key: str = msgspec.field(name="session")
    node: str = ""


@dataclass(frozen=True, slots=True)
class Emulation:
    """`data`: commands as a frame of a WebSocket holds them."""

    key: str
    node: str
    data: bytes


class EmulationEndpoint:
    """An ASGI application. `forward` brings a post to the node of this name, or loses it; False when there is none."""

    def __init__(self, host: StreamHost, name: str, forward: Callable[[str, Post], bool]) -> None:
        self._host = host
        self._name = name
        self._forward = forward
        self._decoder = msgspec.json.Decoder(EmulationJson)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except Denied as denied:
            response = denied.response(self._host, request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        caller = await caller_of(self._host, request)
        read = self._read_binary if body_type(request) == BINARY else self._read_json
        asked = read(await read_body(self._host, request))
        post = Post(asked.key, caller.login if caller is not None else None, asked.data)
        if not self._pass_on(asked.node, post):
            raise Denied(404, "no such stream")
        return Response(status_code=204)

    def _pass_on(self, node: str, post: Post) -> bool:
        streams = self._host.streams
        if node in ("", self._name):
            return streams.take(post)
        return NAME.fullmatch(node) is not None and streams.genuine(post.key) and self._forward(node, post)

    def _read_json(self, body: bytes) -> Emulation:
        try:
            found = self._decoder.decode(body)
        except UNREADABLE:
            raise Denied(400, "bad request") from None
        return Emulation(found.key, found.node, found.data.encode())

    def _read_binary(self, body: bytes) -> Emulation:
        try:
            found = wire.EmulationRequest.FromString(body)
        except DecodeError:
            raise Denied(400, "bad request") from None
        return Emulation(found.session, found.node, found.data)
