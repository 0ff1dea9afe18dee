"""The frame splitter against the client of another implementation, and every way to break the protocol."""

from __future__ import annotations

import struct
from collections.abc import Iterable

import pytest
import websockets.frames
from hypothesis import given
from hypothesis import strategies as st
from websockets.client import ClientProtocol
from websockets.frames import Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from server.live.protocol import Json
from server.live.transports.frames import (
    BINARY,
    CLOSE,
    CONTINUATION,
    FRAGMENT_LIMIT,
    MESSAGE_LIMIT,
    PING,
    PONG,
    TEXT,
    Frame,
    Framed,
    Splitter,
    close_frame,
    frame,
)

MASK = b"\x11\x22\x33\x44"


def masked(opcode: int, payload: bytes = b"", *, fin: bool = True, reserved: int = 0, mask: bool = True) -> bytes:
    first = (0x80 if fin else 0) | reserved | opcode
    size = len(payload)
    if size < 126:
        head = struct.pack("!BB", first, 0x80 * mask | size)
    elif size < 65536:
        head = struct.pack("!BBH", first, 0x80 * mask | 126, size)
    else:
        head = struct.pack("!BBQ", first, 0x80 * mask | 127, size)
    if not mask:
        return head + payload
    key = (MASK * (size // 4 + 1))[:size]
    return head + MASK + bytes(a ^ b for a, b in zip(payload, key, strict=True))


def feed(*chunks: bytes, kind: int = TEXT) -> tuple[list[Frame], int | None]:
    """The frames, and the code of a violation. `kind` is that of the messages that are due."""
    splitter = Splitter(binary=kind == BINARY)
    frames = [received for chunk in chunks for received in splitter.feed(chunk)]
    return frames, splitter.violation.code if splitter.violation is not None else None


def cut(data: bytes, sizes: Iterable[int]) -> list[bytes]:
    chunks, start = [], 0
    for size in sizes:
        chunks.append(data[start : start + size])
        start += size
    return [*chunks, data[start:]]


def frames_of(client: ClientProtocol) -> list[websockets.frames.Frame]:
    return [event for event in client.events_received() if isinstance(event, websockets.frames.Frame)]


def peer() -> ClientProtocol:
    client = ClientProtocol(parse_uri("ws://x/"), state=State.OPEN, max_size=None)
    client.data_to_send()
    return client


# ── against another implementation ──

texts = st.tuples(st.text(max_size=40), st.sampled_from([0, 1, 1, 1, 30, 1_700]))
"""A text and how often it is repeated, so that every form of length is drawn."""


@given(
    messages=st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=5),
    sizes=st.lists(st.integers(0, 200), max_size=12),
)
def test_what_a_client_sends_arrives_however_it_is_cut(messages: list[list[tuple[str, int]]], sizes: list[int]) -> None:
    client = peer()
    expected: list[Frame] = []
    for message in messages:
        fragments = [text * times for text, times in message]
        while sum(len(fragment.encode()) for fragment in fragments) > MESSAGE_LIMIT:
            fragments.pop()
        for index, text in enumerate(fragments):
            last = index == len(fragments) - 1
            if index:
                client.send_continuation(text.encode(), fin=last)
            else:
                client.send_text(text.encode(), fin=last)
            if not last:
                client.send_ping(b"%d" % index)
                expected.append(Frame(PING, b"%d" % index))
        expected.append(Frame(TEXT, "".join(fragments).encode()))
    data = b"".join(client.data_to_send())
    assert feed(*cut(data, sizes)) == (expected, None)


@given(payload=st.binary(max_size=300), sizes=st.lists(st.integers(0, 5), max_size=8))
def test_a_client_reads_what_we_frame(payload: bytes, sizes: list[int]) -> None:
    client = peer()
    for chunk in cut(frame(PING, payload[:125]) + frame(TEXT, payload), sizes):
        client.receive_data(chunk)
    assert [(f.opcode, f.data) for f in frames_of(client)] == [(Opcode.PING, payload[:125]), (Opcode.TEXT, payload)]


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 300_000])
def test_frames_of_every_length_form_are_read_by_a_client(size: int) -> None:
    client = peer()
    client.receive_data(Framed(Json()).pack([b"x" * size]))
    assert [len(f.data) for f in frames_of(client)] == [size]


def test_a_client_reads_our_close_and_its_reason_cut_at_a_character() -> None:
    client = peer()
    client.receive_data(close_frame(3501, "ж" * 100))
    assert client.close_rcvd is not None
    assert (client.close_rcvd.code, client.close_rcvd.reason) == (3501, "ж" * 61)


@pytest.mark.parametrize("size", [1, 125, 126, 65_535, 65_536, MESSAGE_LIMIT])
def test_lengths_up_to_the_bound_are_taken_in_one_read_and_byte_by_byte(size: int) -> None:
    data = masked(TEXT, b"x" * size)
    assert feed(data) == ([Frame(TEXT, b"x" * size)], None)
    assert feed(*cut(data, [1] * 20)) == ([Frame(TEXT, b"x" * size)], None)


# ── what breaks the protocol ──

BAD_UTF8 = b"abc\xff"


def violations(kind: int) -> dict[str, tuple[bytes, int]]:
    """Of a peer whose messages are due to be of this kind."""
    other = BINARY if kind == TEXT else TEXT
    return {
        "a frame without a mask": (masked(kind, b"{}", mask=False), 1002),
        "a reserved bit": (masked(kind, b"{}", reserved=0x40), 1002),
        "another reserved bit": (masked(kind, b"{}", reserved=0x10), 1002),
        "an unknown data opcode": (masked(0x3, b"{}"), 1002),
        "an unknown control opcode": (masked(0xB, b"{}"), 1002),
        "a message of the other kind": (masked(other, b"{}"), 1003),
        "the other kind in fragments": (masked(other, b"{}", fin=False) + masked(CONTINUATION, b"{}"), 1003),
        "a length of 2^62": (struct.pack("!BBQ", 0x80 | kind, 0xFF, 2**62) + MASK, 1009),
        "a length of 2^63": (struct.pack("!BBQ", 0x80 | kind, 0xFF, 2**63) + MASK, 1002),
        "one byte too many": (masked(kind, b"x" * (MESSAGE_LIMIT + 1)), 1009),
        "fragments that are too big together": (
            masked(kind, b"x" * MESSAGE_LIMIT, fin=False) + masked(CONTINUATION, b"x"),
            1009,
        ),
        "endless fragments": (masked(kind, b"x", fin=False) + masked(CONTINUATION, b"x", fin=False) * 100, 1008),
        "endless empty fragments": (masked(kind, fin=False) + masked(CONTINUATION, fin=False) * 100, 1008),
        "a continuation of nothing": (masked(CONTINUATION, b"x"), 1002),
        "a message within a message": (masked(kind, b"x", fin=False) + masked(kind, b"y"), 1002),
        "a ping in parts": (masked(PING, b"x", fin=False), 1002),
        "a ping of 126 bytes": (masked(PING, b"x" * 126), 1002),
        "a close of one byte": (masked(CLOSE, b"\x03"), 1002),
        "a close with a code of nobody": (masked(CLOSE, struct.pack("!H", 1005)), 1002),
        "a close with a code below all": (masked(CLOSE, struct.pack("!H", 999)), 1002),
        "a close with a reason that is not UTF-8": (masked(CLOSE, struct.pack("!H", 1000) + b"\xff"), 1007),
    }


BROKEN_TEXT = {
    "text that is not UTF-8": (masked(TEXT, BAD_UTF8), 1007),
    "text that is not UTF-8, in fragments": (masked(TEXT, b"abc", fin=False) + masked(CONTINUATION, b"\xff"), 1007),
    "a surrogate": (masked(TEXT, b"\xed\xa0\x80"), 1007),
    "UTF-16": (masked(TEXT, "{}\u20ac".encode("utf-16")), 1007),
}
VIOLATIONS = {TEXT: violations(TEXT) | BROKEN_TEXT, BINARY: violations(BINARY)}


@pytest.mark.parametrize(("kind", "case"), [(kind, case) for kind, cases in VIOLATIONS.items() for case in cases])
def test_a_violation_has_its_code_however_it_is_cut(kind: int, case: str) -> None:
    data, code = VIOLATIONS[kind][case]
    assert feed(data, kind=kind)[1] == code
    assert feed(*cut(data, [1] * min(len(data), 400)), kind=kind)[1] == code
    assert feed(masked(kind, b"{}") + data, kind=kind)[1] == code


def test_what_came_before_a_violation_counts_and_what_follows_does_not() -> None:
    data = masked(TEXT, b"1") + masked(TEXT, b"2", reserved=0x40) + masked(TEXT, b"3")
    splitter = Splitter(binary=False)
    assert splitter.feed(data) == [Frame(TEXT, b"1")]
    assert splitter.violation is not None
    assert list(splitter.feed(masked(TEXT, b"4"))) == []


def test_a_whole_message_in_the_middle_of_another_is_a_violation_in_a_read_of_its_own_too() -> None:
    assert feed(masked(TEXT, b"x", fin=False), masked(TEXT, b"y")) == ([], 1002)


def test_binary_messages_are_taken_where_they_are_due() -> None:
    payloads = [b"\xff\x00", b"\xff" * 126, b"\xfe" * 70_000]
    sent = b"".join(masked(BINARY, payload) for payload in payloads)
    for chunks in ([sent], [sent[n : n + 1000] for n in range(0, len(sent), 1000)], [masked(BINARY, b"\xff\x00")]):
        splitter = Splitter(binary=True)
        frames = [received for chunk in chunks for received in splitter.feed(chunk)]
        assert frames == [Frame(BINARY, payload) for payload in payloads[: len(frames)]]
        assert frames
    cut = masked(BINARY, b"\xd0", fin=False) + masked(CONTINUATION, b"\xd0")
    assert list(Splitter(binary=True).feed(cut)) == [Frame(BINARY, b"\xd0\xd0")]


def test_text_after_a_close_is_ignored() -> None:
    close = masked(CLOSE, struct.pack("!H", 1000) + b"bye")
    assert feed(close + masked(TEXT, b"x"), masked(TEXT, b"y")) == (
        [Frame(CLOSE, struct.pack("!H", 1000) + b"bye")],
        None,
    )


def test_control_frames_between_fragments_come_at_once() -> None:
    data = [masked(TEXT, b"a", fin=False), masked(PONG, b"p"), masked(CONTINUATION, b"b")]
    assert feed(*data) == ([Frame(PONG, b"p"), Frame(TEXT, b"ab")], None)


def test_as_many_fragments_as_allowed_are_taken() -> None:
    data = masked(TEXT, b"x", fin=False) + masked(CONTINUATION, b"x", fin=False) * (FRAGMENT_LIMIT - 2)
    assert feed(data + masked(CONTINUATION, b"x")) == ([Frame(TEXT, b"x" * FRAGMENT_LIMIT)], None)


def test_a_character_may_be_split_between_fragments() -> None:
    assert feed(masked(TEXT, b"\xd0", fin=False) + masked(CONTINUATION, b"\xb6")) == ([Frame(TEXT, "ж".encode())], None)


def test_a_splitter_keeps_no_more_than_an_unfinished_frame() -> None:
    splitter = Splitter(binary=False)
    splitter.feed(masked(TEXT, b"x" * 1000) * 20 + masked(TEXT, b"y" * 100)[:50])
    assert splitter._buffer is not None
    assert len(splitter._buffer) == 50
