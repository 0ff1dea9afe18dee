"""A real mail server on loopback that keeps what it takes, and refuses what a test tells it to refuse."""

from __future__ import annotations

import asyncio
import ssl
import threading
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers import free_port


@dataclass(slots=True)
class MailServer:
    """`answers`: by recipient, what RCPT gets instead of yes. `hang_up_on`: recipients at whose mail the connection
    breaks, after it was taken when `keep_it`."""

    tls: ssl.SSLContext | None = None
    greets_first: bool = False
    """TLS is begun after the greeting, and has to be."""
    password: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    sender_answer: str = "250 OK"
    data_answer: str = "250 OK"
    hang_up_on: set[str] = field(default_factory=set)
    keep_it: bool = False
    held: threading.Event | None = None
    """Until it is set nobody hears that their mail was taken."""
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    port: int = field(default_factory=free_port)
    _controller: Any = None

    @property
    def mails(self) -> list[EmailMessage]:
        return [self.parsed(data) for _, data in self.taken]

    @staticmethod
    def parsed(data: bytes) -> EmailMessage:
        parsed = message_from_bytes(data, policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._controller = Controller(
            self,
            hostname="127.0.0.1",
            port=self.port,
            ssl_context=None if self.greets_first else self.tls,
            tls_context=self.tls if self.greets_first else None,
            require_starttls=self.greets_first,
            auth_required=bool(self.password) and self.greets_first,
            auth_require_tls=self.greets_first,
            authenticator=self._authenticate if self.password else None,
        )
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    def _authenticate(self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password.decode() == self.password, handled=False)

    async def handle_MAIL(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.sender_answer.startswith("250"):
            envelope.mail_from = address
        return self.sender_answer

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address not in self.answers:
            envelope.rcpt_tos.append(address)
        return self.answers.get(address, "250 OK")

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        (recipient,) = envelope.rcpt_tos
        breaks = recipient in self.hang_up_on
        if self.data_answer.startswith("250") and (self.keep_it or not breaks):
            self.taken.append((recipient, envelope.content))
        if self.held is not None:
            await asyncio.to_thread(self.held.wait, 30)
        if breaks and server.transport is not None:
            server.transport.abort()
        return self.data_answer
