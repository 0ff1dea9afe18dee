"""Handing over: with a password and TLS as the address of the mail server says, and never in clear outside."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from server.config import ConfigError
from server.config import MailServer as Server
from server.post.letter import compose, envelope_address
from server.post.model import Attempt
from server.post.relay import Parcel, hand_over
from server.post.wording import word
from tests.post.house import NOON, a_mail, settings
from tests.post.mail_server import MailServer


def parcel(recipient: str = "nika@people.example") -> Parcel:
    sender = Address("Atelje", "atelje", "rooms.example")
    wording = word(a_mail("password_changed"), NOON, "https://rooms.example", "")
    return Parcel(sender.addr_spec, envelope_address(recipient), compose(wording, sender, recipient, "m1", NOON))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of 127.0.0.1 and localhost, with its key, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(built.public_bytes(serialization.Encoding.PEM) + private)
    return file


@pytest.fixture(params=["at once", "after greeting"])
def guarded(request: pytest.FixtureRequest, certificate: Path) -> Iterator[MailServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = MailServer(tls=context, greets_first=request.param == "after greeting", password="p@ss:/word")
    server.start()
    yield server
    server.stop()


def address_of(server: MailServer, password: str = "p@ss:/word") -> Server:
    return Server("localhost", server.port, "after greeting" if server.greets_first else "at once", "atelje", password)


async def test_mail_goes_over_tls_with_a_password(
    guarded: MailServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert await hand_over(address_of(guarded), [parcel(), parcel()]) == [Attempt("sent")] * 2
    assert await hand_over(address_of(guarded, "wrong"), [parcel()]) == [Attempt("later", "login 535")]
    assert len(guarded.taken) == 2


async def test_a_certificate_that_nobody_vouches_for_gets_nothing(guarded: MailServer) -> None:
    (attempt,) = await hand_over(address_of(guarded), [parcel()])
    assert attempt.state == "later"
    assert guarded.taken == []


async def test_an_address_in_another_script(mail_server: MailServer) -> None:
    here = Server("127.0.0.1", mail_server.port, "none")
    assert await hand_over(here, [parcel("nika@кућа.example"), parcel("ника@people.example")]) == [Attempt("sent")] * 2
    assert [recipient for recipient, _ in mail_server.taken] == ["nika@xn--80at1a4g.example", "ника@people.example"]


def test_the_address_of_the_mail_server_says_how_to_speak_with_it() -> None:
    def server(url: str) -> Server | None:
        return settings(SMTP_URL=url, MAIL_FROM="a@rooms.example").mail_server

    assert server("smtps://atelje:p%40ss@mail.example.org") == Server(
        "mail.example.org", 465, "at once", "atelje", "p@ss"
    )
    assert server("smtp://mail.example.org") == Server("mail.example.org", 587, "after greeting")
    assert server("smtp://127.0.0.1:2525/") == Server("127.0.0.1", 2525, "none")
    assert settings().mail_server is None
    assert "p@ss" not in repr(server("smtps://atelje:p%40ss@mail.example.org"))


@pytest.mark.parametrize(
    "url", ["mail.example.org", "http://mail", "smtp://", "smtp://a:99999", "smtp://a/b", "smtp://a?b"]
)
def test_what_is_no_mail_server_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="ATELJE_SMTP_URL"):
        settings(SMTP_URL=url, MAIL_FROM="a@rooms.example")


def test_mail_comes_from_an_address() -> None:
    sender = settings(MAIL_FROM="Наш атеље <atelje@rooms.example>").mail_from
    assert (sender.display_name, sender.addr_spec) == ("Наш атеље", "atelje@rooms.example")
    assert settings(URL="https://rooms.example", SMTP_URL="smtp://m").mail_from.addr_spec == "atelje@rooms.example"
    for wrong in ("atelje", "a@b@c", "Atelje", "a b@c", "<>", "a@b\r\nBcc: c@d"):
        with pytest.raises(ConfigError, match="ATELJE_MAIL_FROM"):
            settings(MAIL_FROM=wrong)
    with pytest.raises(ConfigError, match="ATELJE_MAIL_FROM"):
        settings(SMTP_URL="smtp://m")


@pytest.mark.parametrize(
    ("environment", "catches"),
    [
        ({}, True),
        ({"URL": "https://rooms.example"}, False),
        ({"HOST": "0.0.0.0"}, False),
        ({"SMTP_URL": "smtp://m", "MAIL_FROM": "a@rooms.example"}, False),
    ],
)
def test_mail_is_caught_only_where_nobody_else_sees_it(environment: dict[str, str], catches: bool) -> None:
    assert settings(**environment).catches_mail is catches
