"""A mail survives the end of the server that was sending it; at worst it comes twice, and is known for the same."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from server.database import Connection, open_database
from server.post.service import enqueue
from server.unit_of_work import UnitOfWork
from tests.post.house import a_mail
from tests.post.mail_server import MailServer
from tests.servers import StartAtelje
from tests.waiting import until


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer(held=threading.Event())
    server.start()
    yield server
    server.stop()


async def test_a_mail_that_was_taken_just_before_a_kill_9_comes_again_under_the_same_name(
    mail_server: MailServer, server_process: StartAtelje, sqlite_url: str
) -> None:
    database = open_database(sqlite_url)
    await database.write_once(_a_queue)
    process = server_process(
        ATELJE_DATABASE_URL=sqlite_url, ATELJE_SMTP_URL=mail_server.url, ATELJE_MAIL_FROM="atelje@rooms.example"
    )
    await until(lambda: len(mail_server.taken) == 1)
    process.kill()
    assert mail_server.held is not None
    mail_server.held.set()
    process.start()
    await until(lambda: len(mail_server.taken) == 3)
    first, *rest = mail_server.mails
    assert [mail["Message-ID"] for mail in rest].count(first["Message-ID"]) == 1
    assert len({mail["Message-ID"] for mail in rest}) == 2, "and the one behind it"
    assert process.stop() in (0, -15)
    rows = await database.read(lambda c: c.exec_driver_sql("SELECT state, facts FROM mail").all())
    assert [tuple(row) for row in rows] == [("sent", None)] * 2
    assert "tttt" not in process.log
    assert "nika@people.example" not in process.log
    await database.close()


def _a_queue(connection: Connection) -> None:
    unit = UnitOfWork(connection, time.time_ns() // 1_000_000)
    for template in ("sign_in_link", "password_changed"):
        enqueue(unit, a_mail(template))
