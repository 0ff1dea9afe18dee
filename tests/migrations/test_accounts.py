"""What a database of the first version holds when it comes to links, stays and keepers."""

from __future__ import annotations

from typing import Any

from alembic import command
from sqlalchemy import text

from server.accounts.rules import DAY
from server.database import Connection
from server.migrations import configuration, migrate
from tests.migrations.test_history import ask


def to_the_first(connection: Connection) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    people = (("shown", True, 1), ("vesna", False, 2), ("nika", False, 3))
    for person, demo, created_at in people:
        connection.execute(
            text(
                "INSERT INTO person (id, name, email, email_key, language, zone, demo, state, created_at) "
                "VALUES (:id, :id, :id, :id, 'sl', 'UTC', :demo, 'active', :at)"
            ),
            {"id": person, "demo": demo, "at": created_at},
        )
    connection.execute(
        text(
            "INSERT INTO login (id, token_hash, person, label, created_at, seen_at, expires_at) "
            "VALUES ('l', :hash, 'nika', '', 1000, 2000, 3000)"
        ),
        {"hash": b"h" * 32},
    )


def of_now(connection: Connection) -> tuple[list[Any], Any]:
    keepers = connection.execute(text("SELECT id FROM person WHERE keeper")).scalars().all()
    return list(keepers), connection.execute(text("SELECT stay, idle, ends_at, expires_at FROM login")).one()


async def test_the_first_person_keeps_the_server_and_logins_live_as_they_did(empty_database_url: str) -> None:
    await ask(empty_database_url, to_the_first)
    assert await migrate(empty_database_url)
    keepers, login = await ask(empty_database_url, of_now)
    assert keepers == ["vesna"]
    assert (bool(login.stay), login.idle, login.ends_at, login.expires_at) == (False, 30 * DAY, 1000 + 180 * DAY, 3000)
