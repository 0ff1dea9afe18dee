"""An empty house of the post, on each database, and a mail server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.post.house import House, open_house
from tests.post.mail_server import MailServer


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    async with open_house(database_url) as house:
        yield house


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def sending(database_url: str, mail_server: MailServer) -> AsyncIterator[House]:
    """A house that hands its mail to the mail server."""
    async with open_house(database_url, SMTP_URL=mail_server.url, MAIL_FROM="Atelje <atelje@rooms.example>") as house:
        yield house
