"""The WebSocket handshake (RFC 6455, section 4.2) without I/O: what the request has to hold, and the answer to it."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Sequence

Headers = Sequence[tuple[bytes, bytes]]
"""Names in lower case, in the order of the request."""

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
KEY_BYTES = 16


class BadHandshake(Exception):
    """This request asks for no WebSocket that we could open. `status` is HTTP's, the words tell why."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(status, words)
        self.status = status
        self.words = words


def accept_key(method: str, headers: Headers) -> bytes:
    """The proof that the request was understood. Raises BadHandshake."""
    if method != "GET":
        raise BadHandshake(405, "a WebSocket is opened by GET")
    if only(headers, b"sec-websocket-version") != b"13":
        raise BadHandshake(426, "WebSocket version 13 is spoken here")
    if any(name == b"transfer-encoding" or (name == b"content-length" and value != b"0") for name, value in headers):
        # Whoever stands in front of us may count as the body what we would read as frames.
        raise BadHandshake(400, "a handshake has no body")
    key = only(headers, b"sec-websocket-key")
    try:
        size = len(base64.b64decode(key, validate=True))
    except binascii.Error:
        size = 0
    if size != KEY_BYTES:
        raise BadHandshake(400, "the key of the WebSocket is no key")
    return base64.b64encode(hashlib.sha1(key + GUID, usedforsecurity=False).digest())


def only(headers: Headers, name: bytes) -> bytes:
    """The value of a header that may come once. Raises BadHandshake."""
    values = [value for key, value in headers if key == name]
    if len(values) != 1:
        raise BadHandshake(400, f"{name.decode()} has to be there once")
    return values[0].strip()


def subprotocols(headers: Headers) -> list[str]:
    """What the client offers, in its order. Some SDKs send an empty list, which is none."""
    offered = b",".join(value for key, value in headers if key == b"sec-websocket-protocol").decode("latin-1")
    return [name for part in offered.split(",") if (name := part.strip())]


def switching(proof: bytes, subprotocol: str | None, headers: Iterable[tuple[bytes, bytes]] = ()) -> bytes:
    """The answer after which frames are spoken."""
    lines = [
        b"HTTP/1.1 101 Switching Protocols",
        b"Upgrade: websocket",
        b"Connection: Upgrade",
        b"Sec-WebSocket-Accept: " + proof,
    ]
    if subprotocol is not None:
        lines.append(b"Sec-WebSocket-Protocol: " + subprotocol.encode("latin-1"))
    lines += (name + b": " + value for name, value in headers)
    return b"\r\n".join(lines) + b"\r\n\r\n"
