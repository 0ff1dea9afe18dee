"""All SQL of the post. Plain functions of a connection."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, insert

from server.post.model import Mail, State
from server.post.tables import mail


def add(connection: Connection, mail_id: str, new: Mail, now: int) -> None:
    connection.execute(
        insert(mail).values(
            id=mail_id,
            template=new.template,
            person=new.person,
            address=new.address,
            language=new.language,
            zone=new.zone,
            facts=msgspec.json.encode(dict(new.values)).decode(),
            state=State.WAITING,
            due_at=now,
            tries=0,
            created_at=now,
        )
    )
