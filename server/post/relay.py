"""Hands letters to the mail server, one connection for all that are due, and says of each how it went."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from server.config import MailServer
from server.post.model import Attempt

STEP_SECONDS = 20.0
"""For one answer of the mail server."""
LETTER_SECONDS = 60.0
"""For a letter as a whole, and for coming in."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A letter with its envelope."""

    sender: str
    recipient: str
    letter: EmailMessage


async def hand_over(server: MailServer, parcels: Sequence[Parcel]) -> list[Attempt]:
    """One attempt per parcel, in order. What could not be tried because the connection broke comes later."""
    smtp = SMTP(
        hostname=server.host,
        port=server.port,
        username=server.name,
        password=server.password,
        use_tls=server.tls == "at once",
        start_tls=server.tls == "after greeting",
        timeout=STEP_SECONDS,
    )
    attempts: list[Attempt] = []
    try:
        async with asyncio.timeout(LETTER_SECONDS):
            await smtp.connect()
        for parcel in parcels:
            attempt = await _hand_over(smtp, parcel)
            attempts.append(attempt)
        async with asyncio.timeout(STEP_SECONDS):
            await smtp.quit()
    except (SMTPException, OSError, TimeoutError) as error:
        # Also when only the good-bye went wrong: every attempt is known then.
        attempts += [Attempt("later", _reason(error))] * (len(parcels) - len(attempts))
    finally:
        smtp.close()
    return attempts


async def _hand_over(smtp: SMTP, parcel: Parcel) -> Attempt:
    """Raises what breaks the connection."""
    try:
        async with asyncio.timeout(LETTER_SECONDS):
            await smtp.sendmail(
                parcel.sender, [parcel.recipient], parcel.letter.as_bytes(), mail_options=_options(smtp, parcel)
            )
    except SMTPRecipientsRefused as refused:
        return _answered(refused.recipients[0].code)
    except SMTPSenderRefused as refused:
        # Whoever keeps the server can still mend that, and it says nothing of the recipient.
        return Attempt("later", f"sender {refused.code}")
    except SMTPNotSupported:
        return Attempt("never", "address")
    except SMTPResponseException as refused:
        return _answered(refused.code)
    return Attempt("sent")


def _options(smtp: SMTP, parcel: Parcel) -> list[str]:
    if parcel.recipient.isascii():
        return []
    if not smtp.supports_extension("smtputf8"):
        raise SMTPNotSupported("SMTPUTF8")
    return ["SMTPUTF8"]


def _answered(code: int) -> Attempt:
    """A no for ever begins with 5, a no for now with 4."""
    return Attempt("never" if 500 <= code < 600 else "later", str(code))


def _reason(error: Exception) -> str:
    match error:
        case SMTPAuthenticationError():
            return f"login {error.code}"
        case SMTPResponseException():
            return str(error.code)
        case TimeoutError():
            return "timeout"
        case _:
            return "connection"
