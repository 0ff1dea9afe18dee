"""`/connection/http_stream`: a post brings the first commands, its answer is the stream: a reply or push a line, or the
same as protobuf."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from server.live.protobuf import Protobuf
from server.live.protocol import Encoding, Json
from server.live.transports.handshake import Denied, check_room, judge
from server.live.transports.stream import BINARY, JSON, StreamFormat, StreamHost, body_type, read_body, serve_stream

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


class AsciiLines:
    """JSON objects, each on a line of its own, with every character beyond ASCII spelt out: one of the SDKs takes a
    character that is cut between two reads for a broken one."""

    content_type = JSON
    prelude = b""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding

    def pack(self, parts: Sequence[bytes]) -> bytes:
        lines = self.encoding.join(parts) + b"\n"
        return lines if lines.isascii() else _BEYOND_ASCII.sub(_escaped, lines.decode()).encode()


class Delimited:
    """Protobuf, each message behind its length."""

    content_type = BINARY
    prelude = b""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding

    def pack(self, parts: Sequence[bytes]) -> bytes:
        return self.encoding.join(parts)


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


class HttpStreamEndpoint:
    """An ASGI application, so that the answer can go on as long as it has to."""

    def __init__(self, host: StreamHost) -> None:
        self._host = host
        self._formats: dict[bytes, StreamFormat] = {JSON: AsciiLines(Json()), BINARY: Delimited(Protobuf())}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            caller = await judge(self._host, request)
            format = self._formats[body_type(request)]
            commands = await read_body(self._host, request)
            check_room(self._host, request)
        except Denied as denied:
            await denied.response(self._host, request)(scope, receive, send)
        else:
            await serve_stream(self._host, request, send, format, caller, commands)
