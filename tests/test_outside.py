"""The one way out: which addresses are asked, and what is read of what they answer."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from server.outside import Bounds, Outside, Resolve, Unreached, is_public

Talk = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]
"""Gets the head of a question, writes the answer."""
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Kept: yes\r\n\r\nhello"
QUICK = Bounds(step=0.3, whole=0.8, size=1_000)


def names(*addresses: str) -> Resolve:
    async def resolve(host: str, port: int) -> list[str]:
        return list(addresses)

    return resolve


@asynccontextmanager
async def served(talk: Talk, tls: ssl.SSLContext | None = None) -> AsyncIterator[tuple[int, list[bytes]]]:
    """The port of a server on loopback, and the heads that it was asked with."""
    heads: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            heads.append(head)
            await talk(head, writer)
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1], heads
    finally:
        server.close()


def saying(answer: bytes) -> Talk:
    async def talk(head: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    return talk


async def reason(outside: Outside, address: str) -> str:
    with pytest.raises(Unreached) as unreached:
        await outside.get(address)
    outside.close()
    return unreached.value.reason


# ── whom it asks ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8"),
        *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
        *("198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808"),
        *("64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1"),
        *("fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1", "2a00:1450::1%eth0"),
    ],
)
async def test_no_address_is_asked_that_is_not_of_the_open_internet(address: str) -> None:
    assert await reason(Outside(on=True, resolve=names(address)), "https://calendar.example/") == "private"
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "100.63.255.255", "172.32.0.1", "193.2.1.1", "2a00:1450:4001::1"])
def test_other_addresses_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses())
def test_what_is_public_is_so_for_python_too(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if is_public(address):
        assert address.is_global
        assert not address.is_multicast
        assert not address.is_reserved


async def test_one_private_address_among_public_ones_closes_the_host() -> None:
    outside = Outside(on=True, resolve=names("8.8.8.8", "10.0.0.1"))
    assert await reason(outside, "https://calendar.example/") == "private"


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "0177.0.0.1", "127.1", "localhost", "[::1]", "[::ffff:7f00:1]"]
)
async def test_every_spelling_of_this_machine_is_found_out(host: str) -> None:
    # Asks the system: some spellings are nobody's name there.
    assert await reason(Outside(on=True), f"https://{host}/") in ("private", "name", "address")


async def test_tests_may_ask_this_machine_and_no_other_private_one() -> None:
    async with served(saying(PLAIN)) as (port, _):
        outside = Outside(on=True, loopback=True)
        assert (await outside.get(f"http://127.0.0.1:{port}/")).body == b"hello"
        outside.close()
    for address in ("10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "0.0.0.0"):
        outside = Outside(on=True, loopback=True, resolve=names(address))
        assert await reason(outside, "http://calendar.example/") == "private"


@pytest.mark.parametrize(
    "address",
    [
        *("", "calendar.example", "/calendar", "http://calendar.example/", "ftp://calendar.example/", "https://"),
        *("file:///etc/passwd", "https://me:word@calendar.example/", "https://calendar.example:22/", "https://[::1/"),
        *("gopher://calendar.example/", "https://calendar.example:99999/", "https://a\nb/", "https://x/" + "y" * 2_000),
        *("webcal://calendar.example/", "https:///calendar", "https://\x00.example/"),
    ],
)
async def test_what_is_no_https_address_of_a_named_host_is_not_asked(address: str) -> None:
    outside = Outside(on=True, resolve=names("8.8.8.8"))
    with pytest.raises(Unreached, match="address"):
        outside.check(address)
    assert await reason(outside, address) == "address"


async def test_nothing_is_asked_unless_it_is_switched_on() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        raise AssertionError("asked")

    assert await reason(Outside(on=False, resolve=resolve), "https://calendar.example/") == "off"


async def test_the_name_is_resolved_once_and_the_checked_address_is_connected_to() -> None:
    asked: list[str] = []

    async def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    async with served(saying(PLAIN)) as (port, heads):
        outside = Outside(on=True, loopback=True, resolve=rebinding)
        answer = await outside.get(f"http://calendar.example:{port}/feed?key=1")
        outside.close()
    assert (answer.status, answer.body, answer.headers["x-kept"]) == (200, b"hello", "yes")
    assert asked == ["calendar.example"]
    assert heads[0].startswith(b"GET /feed?key=1 HTTP/1.1\r\n")
    assert f"host: calendar.example:{port}\r\n".encode() in heads[0].lower()


async def test_the_next_address_is_tried_when_one_is_not_there() -> None:
    async with served(saying(PLAIN)) as (port, _):
        outside = Outside(on=True, loopback=True, resolve=names("127.0.0.9", "127.0.0.1"))
        assert (await outside.get(f"http://calendar.example:{port}/")).status == 200
        outside.close()


async def test_a_name_that_nobody_knows() -> None:
    async def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror("no such name")

    assert await reason(Outside(on=True, resolve=unknown), "https://calendar.example/") == "name"
    assert await reason(Outside(on=True, resolve=names()), "https://calendar.example/") == "name"


async def test_a_name_server_that_does_not_answer() -> None:
    async def never(host: str, port: int) -> list[str]:
        await asyncio.Event().wait()
        raise AssertionError

    assert await reason(Outside(on=True, resolve=never, bounds=QUICK), "https://calendar.example/") == "late"


# ── certificates ──────────────────────────────────────────────────────────────────────────────────────────────────────


def certified(directory: Path, host: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What a server shows, and what trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = directory / "certificate.pem"
    shown = certificate.public_bytes(serialization.Encoding.PEM)
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(shown + key.private_bytes(serialization.Encoding.PEM, *form))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cadata=shown.decode())


async def test_the_certificate_has_to_be_of_the_name_that_was_asked(tmp_path: Path) -> None:
    tls, trust = certified(tmp_path, "calendar.example")
    async with served(saying(PLAIN), tls) as (port, _):
        outside = Outside(on=True, loopback=True, resolve=names("127.0.0.1"), trust=trust)
        assert (await outside.get(f"https://calendar.example:{port}/")).status == 200
        assert await reason(outside, f"https://other.example:{port}/") == "connection"
        unknown = Outside(on=True, loopback=True, resolve=names("127.0.0.1"))
        assert await reason(unknown, f"https://calendar.example:{port}/") == "connection"


# ── redirects ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def sending_on(location: str, status: int = 302) -> Talk:
    return saying(f"HTTP/1.1 {status} Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode())


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://10.0.0.1/", "private"),
        ("https://169.254.169.254/latest/meta-data", "private"),
        ("//192.168.0.1/", "private"),
        ("http://[::ffff:127.0.0.1]/", "private"),
        ("ftp://calendar.example/", "address"),
        ("file:///etc/passwd", "address"),
        ("https://[::1", "address"),
        ("https://me@calendar.example/", "address"),
    ],
)
async def test_a_redirect_is_checked_like_the_first_address(location: str, why: str) -> None:
    async with served(sending_on(location)) as (port, heads):
        assert await reason(Outside(on=True, loopback=True), f"http://127.0.0.1:{port}/") == why
    assert len(heads) == 1


async def test_a_redirect_from_outside_to_this_machine_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Believing(Outside):
        """Takes the first host for one of the open internet."""

        async def _addresses(self, host: str, port: int) -> list[str]:
            return ["127.0.0.1"] if host == "calendar.example" else await super()._addresses(host, port)

    tls, trust = certified(tmp_path, "calendar.example")
    async with served(sending_on("https://localhost/"), tls) as (port, heads):
        monkeypatch.setattr("server.outside.PORTS", (443, port))
        assert await reason(Believing(on=True, trust=trust), f"https://calendar.example:{port}/") == "private"
    assert len(heads) == 1


async def test_redirects_end() -> None:
    async with served(sending_on("/again")) as (port, heads):
        assert await reason(Outside(on=True, loopback=True), f"http://127.0.0.1:{port}/") == "redirects"
    assert len(heads) == 4


async def test_another_host_does_not_see_what_the_first_was_asked_with() -> None:
    async with (
        served(saying(PLAIN)) as (second, heads),
        served(sending_on(f"http://127.0.0.1:{second}/")) as (port, first),
    ):
        outside = Outside(on=True, loopback=True)
        assert (await outside.get(f"http://127.0.0.1:{port}/", {"Authorization": "secret"})).status == 200
        outside.close()
    assert b"secret" in first[0]
    assert b"secret" not in heads[0]


async def test_what_is_sent_is_sent_once() -> None:
    async with served(sending_on("/again", 307)) as (port, heads):
        outside = Outside(on=True, loopback=True)
        assert (await outside.post(f"http://127.0.0.1:{port}/", {"TTL": "60"})).status == 307
        outside.close()
    assert len(heads) == 1
    assert heads[0].startswith(b"POST / ")
    assert b"content-length: 0\r\n" in heads[0].lower()
    assert b"ttl: 60\r\n" in heads[0].lower()


# ── what it reads ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def endless(head: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        writer.write(b"x" * 4_096)
        await writer.drain()


async def dripping(head: bytes, writer: asyncio.StreamWriter) -> None:
    """Never slow enough for one step."""
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.05)


async def silent(head: bytes, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


@pytest.mark.parametrize(
    ("talk", "why"),
    [
        (endless, "large"),
        (saying(b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + b"x" * 2_000), "large"),
        (dripping, "late"),
        (silent, "late"),
        (saying(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"), "packed"),
        (saying(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"), "connection"),
        (saying(b"SSH-2.0-OpenSSH_9\r\n"), "connection"),
        (saying(b""), "connection"),
        (saying(b"HTTP/1.1 200 OK\r\n" + b"X-Long: 1\r\n" * 50_000 + b"\r\n"), "connection"),
    ],
    ids=["endless", "large", "dripping", "silent", "packed", "cut", "not-http", "empty", "endless-head"],
)
async def test_answers_that_are_not_read(talk: Talk, why: str) -> None:
    async with served(talk) as (port, _):
        assert await reason(Outside(on=True, loopback=True, bounds=QUICK), f"http://127.0.0.1:{port}/") == why


async def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert await reason(Outside(on=True, loopback=True), f"http://127.0.0.1:{port}/") == "connection"


async def test_no_more_at_once_than_are_allowed() -> None:
    here, most = 0, 0

    async def counting(head: bytes, writer: asyncio.StreamWriter) -> None:
        nonlocal here, most
        here += 1
        most = max(most, here)
        await asyncio.sleep(0.02)
        here -= 1
        await saying(PLAIN)(head, writer)

    async with served(counting) as (port, heads):
        outside = Outside(on=True, loopback=True, bounds=Bounds(at_once=2))
        await asyncio.gather(*(outside.get(f"http://127.0.0.1:{port}/") for _ in range(8)))
        outside.close()
    assert (len(heads), most) == (8, 2)


async def test_no_cookie_and_no_proxy_of_the_machine_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with served(saying(PLAIN.replace(b"X-Kept: yes", b"Set-Cookie: a=b"))) as (port, heads):
        outside = Outside(on=True, loopback=True)
        for _ in range(2):
            await outside.get(f"http://127.0.0.1:{port}/")
        outside.close()
    assert b"cookie" not in heads[1].lower()
