"""A push service on this machine: takes pushes, checks by itself whose they are, answers as told."""

from __future__ import annotations

import asyncio
import contextlib
import json
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature


@dataclass(frozen=True, slots=True)
class Taken:
    path: str
    headers: dict[str, str]
    body: bytes
    claims: dict[str, object]
    key: str


@dataclass(slots=True)
class PushService:
    """`answers`: by path, what the next ones get, in the end 201; each with more lines of the head."""

    origin: str = ""
    answers: dict[str, list[str]] = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)

    def endpoint(self, device: str) -> str:
        return f"{self.origin}/{device}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError), contextlib.closing(writer):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = head.strip().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
            path = first.split(" ")[1]
            waiting = self.answers.get(path.removeprefix("/"), [])
            said = waiting.pop(0) if waiting else "201 Created"
            claims, key = verified(headers["authorization"])
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            self.taken.append(Taken(path, headers, body, claims, key))
            writer.write(f"HTTP/1.1 {said}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
            await writer.drain()


def verified(authorization: str) -> tuple[dict[str, object], str]:
    """The claims and the key of RFC 8292's header; raises when the signature is not by that key."""
    scheme, _, rest = authorization.partition(" ")
    assert scheme == "vapid"
    given = dict(part.strip().split("=", 1) for part in rest.split(","))
    head, claims, signature = given["t"].split(".")
    assert json.loads(_decoded(head)) == {"typ": "JWT", "alg": "ES256"}
    raw = _decoded(signature)
    assert len(raw) == 64
    signed = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decoded(given["k"]))
    point.verify(signed, f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    return json.loads(_decoded(claims)), given["k"]


def _decoded(text: str) -> bytes:
    assert "=" not in text
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@contextlib.asynccontextmanager
async def push_service() -> AsyncIterator[PushService]:
    service = PushService()
    server = await asyncio.start_server(service.serve, "127.0.0.1", 0)
    service.origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield service
    finally:
        server.close()
