"""What a machine asks of the server, and what a stranger who means well does."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.config import read_config
from server.http.operations import routes

NOON = 1_794_999_600_000
"""ms; 18 November 2026."""


def client(**environment: str) -> TestClient:
    given = {"ATELJE_URL": "https://rooms.example.org", **environment}
    config = read_config(given, default_data=Path("/data"), web=Path("/web"))

    async def ready() -> str | None:
        return None

    return TestClient(Starlette(routes=routes(ready, config, lambda: NOON)))


def test_who_has_found_a_hole_is_told_whom_to_write_to() -> None:
    answer = client(ATELJE_SECURITY_CONTACT="safe@example.org").get("/.well-known/security.txt")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == (
        "Contact: mailto:safe@example.org\n"
        "Expires: 2027-05-17T00:00:00Z\n"
        "Preferred-Languages: en, sr, hr, mk, sl\n"
        "Canonical: https://rooms.example.org/.well-known/security.txt\n"
    )


def test_without_somebody_who_reads_it_nothing_is_promised() -> None:
    assert client().get("/.well-known/security.txt").status_code == 404
