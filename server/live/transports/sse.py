"""`/connection/sse`: the first commands come in the address, so no token may be among them: a cookie signs in."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from server.live.protocol import Encoding, Json, Malformed, Undecodable
from server.live.transports.handshake import Denied, judge
from server.live.transports.stream import StreamHost, serve_stream


class Events:
    """JSON objects, each an event of its own."""

    content_type = b"text/event-stream"
    prelude = b"\r\n"

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding

    def pack(self, parts: Sequence[bytes]) -> bytes:
        return b"data: " + self.encoding.join(parts).replace(b"\n", b"\n\ndata: ") + b"\n\n"


class SseEndpoint:
    """An ASGI application, so that the answer can go on as long as it has to. With `tokens` they may be in an address
    all the same: of test suites, which protect nothing."""

    def __init__(self, host: StreamHost, *, tokens: bool) -> None:
        self._host = host
        self._tokens = tokens
        self._json = Json()
        self._events = Events(self._json)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            commands = self._first_commands(request)
            caller = await judge(self._host, request)
        except Denied as denied:
            await denied.response(self._host, request)(scope, receive, send)
        else:
            await serve_stream(self._host, request, send, self._events, caller, commands)

    def _first_commands(self, request: Request) -> bytes:
        if request.method != "GET":
            raise Denied(405, "GET only")
        commands = request.query_params.get("cf_connect", "").encode()
        if not commands:
            raise Denied(400, "no command to begin with")
        # Only the first can be `connect`, and taking thousands apart would be much work for a stranger's one request.
        if not self._tokens and self._has_token(self._json.split(commands)[0]):
            raise Denied(400, "no token in an address")
        return commands

    def _has_token(self, command: bytes) -> bool:
        try:
            connect = self._json.decode(command).connect
        except (Undecodable, Malformed):
            # The connection itself will say so.
            return False
        return connect is not None and bool(connect.token)
