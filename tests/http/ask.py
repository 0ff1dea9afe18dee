"""Asks an ASGI application directly, so that a test can send what no HTTP library lets through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from starlette.types import ASGIApp, Message

HOST = "127.0.0.1:8000"

Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    def header(self, name: str) -> str:
        (value,) = self.all(name)
        return value

    @property
    def login_cookie(self) -> str:
        """The one of the login, with its flags; the other one is the browser's mark."""
        (value,) = [value for value in self.all("set-cookie") if "atelje-mark" not in value]
        return value

    @property
    def mark(self) -> str:
        """As a browser sends it: name and value."""
        (value,) = [value for value in self.all("set-cookie") if "atelje-mark" in value]
        return value.partition(";")[0]

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)

    @property
    def problem(self) -> str:
        """Its code; fails on what is no problem."""
        assert self.header("content-type") == "application/problem+json", self
        assert self.json["status"] == self.status
        assert self.json["title"]
        code: str = self.json["code"]
        return code


async def ask(
    app: ASGIApp,
    method: str,
    path: str,
    body: bytes | Iterable[bytes] = b"",
    headers: Headers = (),
    *,
    hosts: Sequence[str] = (HOST,),
    kind: str | None = "application/json",
    cookie: str = "",
    query: str = "",
    client: tuple[str, int] | None = ("203.0.113.7", 50_000),
) -> Answer:
    """`body` as bytes or as chunks of them; `kind` is its Content-Type, sent along with a body only."""
    chunks = [body] if isinstance(body, bytes) else list(body)
    sent = [("host", host) for host in hosts] + list(headers)
    if any(chunks) and kind is not None:
        sent.append(("content-type", kind))
    if cookie:
        sent.append(("cookie", cookie))
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode("utf-8", "surrogatepass"),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in sent],
        "client": client,
        "server": ("127.0.0.1", 8000),
    }
    waiting: list[Message] = [
        {"type": "http.request", "body": chunk, "more_body": place + 1 < len(chunks)}
        for place, chunk in enumerate(chunks)
    ]
    heard: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        heard.append(message)

    await app(scope, receive, send)
    start, *rest = heard
    return Answer(
        start["status"],
        [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]],
        b"".join(message.get("body", b"") for message in rest),
    )
