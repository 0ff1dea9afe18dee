"""Forms with files, however the network cuts them: what was typed is never lost to a file that is too large."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from server.errors import Refused
from server.http.multipart import PARTS, TEXT_BYTES, Bounds, Part, read_form

LINE = "----a-line-of-a-browser"
BOUNDS = Bounds(file=1_000, files=1_500, whole=2**21, seconds=5)
Given = tuple[str, str | None, bytes]


def body_of(parts: Sequence[Given]) -> bytes:
    found = b""
    for name, file, data in parts:
        told = "" if file is None else f'; filename="{file}"\r\nContent-Type: application/pdf'
        found += f'--{LINE}\r\nContent-Disposition: form-data; name="{name}"{told}\r\n\r\n'.encode() + data + b"\r\n"
    return found + f"--{LINE}--\r\n".encode()


async def read(body: bytes, cuts: Sequence[int] = (), bounds: Bounds = BOUNDS, line: str = LINE) -> list[Part]:
    places = sorted({0, len(body), *(cut % (len(body) + 1) for cut in cuts)})
    chunks = [body[start:end] for start, end in pairwise(places)]

    async def receive() -> Any:
        chunk = chunks.pop(0) if chunks else b""
        return {"type": "http.request", "body": chunk, "more_body": bool(chunks)}

    headers = [(b"content-type", f"multipart/form-data; boundary={line}".encode())]
    return await read_form(Request({"type": "http", "method": "POST", "headers": headers}, receive), bounds)


def plain(parts: Sequence[Part]) -> list[tuple[str, str | None, bytes | None]]:
    return [(part.name, part.file, None if part.data is None else bytes(part.data)) for part in parts]


NAMES = st.text("abcшж_ ", min_size=1, max_size=8)
ENDS = [b"", b"\r\n", b"--", b"\r\n--", f"\r\n--{LINE[:-1]}".encode(), b"\r\n\r\n"]
DATA = st.one_of(st.binary(max_size=200), st.sampled_from(ENDS))


@given(st.lists(st.tuples(NAMES, st.none() | NAMES, DATA), max_size=6), st.lists(st.integers(0, 5_000), max_size=12))
async def test_what_was_sent_comes_out_however_it_is_cut(parts: list[Given], cuts: list[int]) -> None:
    assert plain(await read(body_of(parts), cuts)) == parts


async def test_byte_by_byte() -> None:
    parts: list[Given] = [("a", None, "ћ".encode()), ("f", "дело.pdf", b"%PDF\r\n--"), ("b", None, b"")]
    body = body_of(parts)
    assert plain(await read(body, range(len(body)))) == parts


async def test_a_file_that_is_too_large_is_let_go_of_and_the_words_stay() -> None:
    parts: list[Given] = [("before", None, b"x"), ("f", "a.pdf", b"y" * 1_001), ("after", None, b"z")]
    assert plain(await read(body_of(parts))) == [("before", None, b"x"), ("f", "a.pdf", None), ("after", None, b"z")]


async def test_files_together_have_a_bound_too() -> None:
    parts: list[Given] = [("f", f"{number}.pdf", b"y" * 600) for number in range(3)]
    assert [data is None for _, _, data in plain(await read(body_of(parts)))] == [False, False, True]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "bad_request"),
        (body_of([("a", None, b"x")])[:-8], "bad_request"),
        (f"--{LINE}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--{LINE}--".encode(), "bad_request"),
        (f"--{LINE}\r\n".encode() + b"X" * 10_000, "bad_request"),
        (body_of([("a", None, b"")] * (PARTS + 1)), "bad_request"),
        (body_of([("a", None, b"x" * (TEXT_BYTES + 1))]), "too_large"),
        (b"x" * (BOUNDS.whole + 1), "too_large"),
    ],
)
async def test_what_is_no_form_is_refused(body: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        await read(body)
    assert refused.value.code == code


async def test_a_form_without_a_boundary_is_refused() -> None:
    with pytest.raises(Refused):
        await read(b"", line="")


async def test_who_sends_a_letter_a_minute_holds_nothing_for_long() -> None:
    async def receive() -> Any:
        await asyncio.Event().wait()

    headers = [(b"content-type", f"multipart/form-data; boundary={LINE}".encode())]
    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    with pytest.raises(Refused):
        await read_form(request, Bounds(file=1, files=1, whole=1, seconds=0.01))
