"""`/emulation`: what a client says into a stream of its own, at this node or at another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server.errors import UNREADABLE
from server.live.transports.handshake import Denied, caller_of
from server.live.transports.stream import Post, StreamHost, check_json, read_body


class Emulation(Struct):
    """`data`: commands as a frame of a WebSocket holds them."""

    data: str
    key: Annotated[str, Meta(max_length=128)] = msgspec.field(name="session")
    node: Annotated[str, Meta(max_length=64, pattern="^[A-Za-z0-9]*$")] = ""


class EmulationEndpoint:
    """An ASGI application. `forward` brings a post to the node of this name, or loses it; False when there is none."""

    def __init__(self, host: StreamHost, name: str, forward: Callable[[str, Post], bool]) -> None:
        self._host = host
        self._name = name
        self._forward = forward
        self._decoder = msgspec.json.Decoder(Emulation)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            response = await self._answer(Request(scope, receive))
        except Denied as denied:
            response = denied.response()
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        caller = await caller_of(self._host, request)
        check_json(request)
        asked = self._read(await read_body(self._host, request))
        post = Post(asked.key, caller.login if caller is not None else None, asked.data.encode())
        if not self._pass_on(asked.node, post):
            raise Denied(404, "no such stream")
        return Response(status_code=204)

    def _pass_on(self, node: str, post: Post) -> bool:
        streams = self._host.streams
        if node in ("", self._name):
            return streams.take(post)
        return streams.genuine(post.key) and self._forward(node, post)

    def _read(self, body: bytes) -> Emulation:
        try:
            return self._decoder.decode(body)
        except UNREADABLE:
            raise Denied(400, "bad request") from None
