"""WebSocket frames (RFC 6455) without I/O: what a client sends is split into messages, what it gets is framed.

No extension is ever negotiated, so a reserved bit is a fault. What is too long is refused by its header alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from struct import pack, unpack_from

from msgspec import Struct

from server.live.protocol import Encoding

try:
    from websockets.speedups import apply_mask
except ImportError:  # pragma: no cover
    from websockets.utils import apply_mask

MESSAGE_LIMIT = 256 * 1024
"""Bytes of one message, in all its fragments."""

FRAGMENT_LIMIT = 64
"""Fragments of one message, empty ones too."""

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
FIN, RESERVED, CONTROL, MASKED = 0x80, 0x70, 0x08, 0x80
CLOSE_REASON_LIMIT = 123
TEXT_ONLY, BINARY_ONLY = "text frames only", "binary frames only"


class Violation(Exception):
    """The peer breaks the protocol, or a bound: close with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


class Frame(Struct, frozen=True, gc=False):
    """A whole message (TEXT or BINARY) or a control frame, unmasked."""

    opcode: int
    payload: bytes


class Splitter:
    """Fed with bytes as they come. After a violation or a close frame the rest is ignored. Messages are all text or all
    `binary`."""

    __slots__ = ("_buffer", "_ended", "_fragments", "_message", "_wanted", "violation")

    def __init__(self, *, binary: bool) -> None:
        self._message = BINARY if binary else TEXT
        self.violation: Violation | None = None
        self._ended = False
        self._buffer: bytearray | None = None
        self._wanted = 0
        self._fragments: list[bytes] | None = None

    def feed(self, data: bytes) -> Sequence[Frame]:
        """The frames that are complete now. Look at `violation` after them."""
        if self._buffer is None and self._fragments is None and not self._ended:
            message = _lone_message(data, self._message)
            if message is not None:
                return (message,)
        return self._feed(data)

    def _feed(self, data: bytes) -> Sequence[Frame]:
        if self._buffer is not None:
            self._buffer += data
            if len(self._buffer) < self._wanted:
                return ()
            data = bytes(self._buffer)
            self._buffer = None
        frames: list[Frame] = []
        try:
            self._split(data, frames)
        except Violation as violation:
            self._ended = True
            self.violation = violation
        return frames

    def _split(self, data: bytes, frames: list[Frame]) -> None:
        start, end = 0, len(data)
        while start < end and not self._ended:
            taken = self._one(data, start, end - start, frames)
            if taken == 0:
                self._buffer = bytearray(data[start:])
                return
            start += taken

    def _one(self, data: bytes, start: int, available: int, frames: list[Frame]) -> int:
        """Take the frame at `start`: the number of its bytes, or 0 when it is not complete; then `_wanted` says how
        many there have to be before it is worth looking again."""
        if available < 2:
            self._wanted = 2
            return 0
        first, second = data[start], data[start + 1]
        self._check_start(first, second)
        length, header = second & 0x7F, 6
        if length >= 126:
            header, form = (8, "!H") if length == 126 else (14, "!Q")
            if available < header - 4:
                self._wanted = header - 4
                return 0
            (length,) = unpack_from(form, data, start + 2)
        if not first & CONTROL:
            self._check_length(length)
        if available < header + length:
            self._wanted = header + length
            return 0
        body = start + header
        self._take(first, apply_mask(data[body : body + length], data[body - 4 : body]), frames)
        return header + length

    def _check_start(self, first: int, second: int) -> None:
        opcode = first & 0x0F
        if first & RESERVED:
            raise Violation(1002, "reserved bit")
        if not second & MASKED:
            raise Violation(1002, "frame without mask")
        if opcode & CONTROL:
            if opcode not in (CLOSE, PING, PONG):
                raise Violation(1002, "unknown opcode")
            if not first & FIN or second & 0x7F > 125:
                raise Violation(1002, "control frame in parts")
        elif opcode in (TEXT, BINARY) and opcode != self._message:
            raise Violation(1003, BINARY_ONLY if opcode == TEXT else TEXT_ONLY)
        elif opcode not in (self._message, CONTINUATION):
            raise Violation(1002, "unknown opcode")
        elif (opcode == CONTINUATION) is (self._fragments is None):
            raise Violation(1002, "fragment out of order")

    def _check_length(self, length: int) -> None:
        if length >> 63:
            raise Violation(1002, "length out of range")
        if length + sum(map(len, self._fragments or ())) > MESSAGE_LIMIT:
            raise Violation(1009, "message too big")

    def _take(self, first: int, payload: bytes, frames: list[Frame]) -> None:
        opcode = first & 0x0F
        if opcode & CONTROL:
            if opcode == CLOSE:
                _check_close(payload)
                self._ended = True
            frames.append(Frame(opcode, payload))
            return
        if self._fragments is None:
            self._fragments = []
        elif len(self._fragments) >= FRAGMENT_LIMIT:
            raise Violation(1008, "too many fragments")
        self._fragments.append(payload)
        if first & FIN:
            message = b"".join(self._fragments)
            self._fragments = None
            if self._message == TEXT and not _is_utf8(message):
                raise Violation(1007, "text is not UTF-8")
            frames.append(Frame(self._message, message))


def _lone_message(data: bytes, opcode: int) -> Frame | None:
    """The usual case, worth its own path: one short message, whole, and nothing else in this read."""
    size = len(data)
    if size < 6 or data[0] != FIN | opcode:
        return None
    length = data[1] - MASKED
    if length == size - 6 and length < 126:
        payload = apply_mask(data[6:], data[2:6])
    elif length == 126 and size >= 8 and (data[2] << 8 | data[3]) == size - 8:
        payload = apply_mask(data[8:], data[4:8])
    else:
        return None
    return Frame(opcode, payload) if opcode == BINARY or payload.isascii() else None


def _check_close(payload: bytes) -> None:
    if len(payload) == 1:
        raise Violation(1002, "close code in half")
    if payload:
        code = int.from_bytes(payload[:2], "big")
        if not (1000 <= code <= 1003 or 1007 <= code <= 1014 or 3000 <= code <= 4999):
            raise Violation(1002, "close code out of range")
        if not _is_utf8(payload[2:]):
            raise Violation(1007, "close reason is not UTF-8")


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


# ── what the server sends ─────────────────────────────────────────────────────────────────────────────────────────────


def frame(opcode: int, payload: bytes) -> bytes:
    """One unmasked frame."""
    size = len(payload)
    if size < 126:
        return pack("!BB", FIN | opcode, size) + payload
    if size < 65536:
        return pack("!BBH", FIN | opcode, 126, size) + payload
    return pack("!BBQ", FIN | opcode, 127, size) + payload


def close_frame(code: int, reason: str) -> bytes:
    """The reason is cut to what a control frame holds, at a character's border."""
    text = reason.encode()[:CLOSE_REASON_LIMIT].decode(errors="ignore").encode()
    return frame(CLOSE, code.to_bytes(2, "big") + text)


class Framed:
    """An encoding in WebSocket frames of our own making."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding
        self._opcode = BINARY if encoding.binary else TEXT

    def pack(self, parts: Sequence[bytes]) -> bytes:
        return frame(self._opcode, self.encoding.join(parts))
